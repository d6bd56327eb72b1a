# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages: a document with its findings beside it, all findings, the board, a rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape

from jvom.escaping import escape_controls
from jvom.findings import CheckedFile
from jvom.messages import Message, msg
from jvom.output.finding_note import finding_note
from jvom.output.framing import Framing
from jvom.output.localized import Localized
from jvom.output.rule_page import rule_page
from jvom.output.wording import as_sentence, summary
from jvom.preview.edition import Edition, Found, ShownDocument
from jvom.source import Problem

FINDINGS, BOARD = "/bevindingen", "/bord"

_NAME = msg("Voorvertoning")
_DOCUMENTS, _CONTENTS = msg("Stukken"), msg("Inhoud")
_ALL_FINDINGS, _THE_BOARD = msg("Bevindingen"), msg("Bord")
_SKIP = msg("Naar de tekst")
_SEARCH, _SHOW_FINDINGS = msg("Zoek in dit stuk"), msg("bevindingen")
_FOUND = msg("{{at}} van {{count}}")
_NOTHING = msg("niet gevonden")
_PREVIOUS, _NEXT = msg("Vorige"), msg("Volgende")
_STEPS = msg("Naar een bevinding")
_KEYS = msg("toetsen: j volgende bevinding, k vorige, / zoeken")
_RULE, _CLOSE = msg("Regel"), msg("Sluit")
_BESIDE = msg("Bevindingen bij wat hierna komt")
_STOPPED = msg("De voorvertoning is gestopt; start jvom preview weer.")
_READING = msg("Het dossier wordt gelezen.")
_BROKEN = msg("De bestanden zijn zo niet te lezen. Hier staat de laatste goede tekst.")
_BROKEN_FROM_THE_START = msg("De bestanden zijn zo niet te lezen.")
_CHECKING = msg("De tekst is bijgewerkt, en wordt nagelezen.")
_NO_SUCH_PAGE = msg("Deze bladzijde is er niet.")


_FOUND_NUMBER = 'data-found=""'

_NONE = Found((), ())


class Pages:
    """Writes the pages in one language; `run` tells this program from an earlier one at the same address."""

    def __init__(self, local: Localized, run: str) -> None:
        self.local, self.run = local, run

    def say(self, message: Message) -> str:
        return escape(self.local.say(message))

    def framing(self) -> Framing:
        """Return what is around the pages that `output` writes; a script fills in their bar."""
        return Framing(
            served="/output/",
            head='<link rel="stylesheet" href="/preview/bar.css">\n',
            above=self._bar(),
            below='<script src="/preview/live.js"></script>\n',
        )

    # --- whole pages ----------------------------------------------------------------------------

    def document(self, edition: Edition, document: ShownDocument) -> str:
        """Return the page of a document."""
        parts = "".join(
            f'<div class="part" data-part="{escape(part.key)}">{part.html}</div>\n' for part in document.parts
        )
        name = escape(document.name)
        beside = (
            f'<div class="beside"><nav class="contents" aria-label="{self.say(_CONTENTS)}"><ul lang="nl">\n'
            f"{document.contents}</ul></nav>\n"
            f'<main id="tekst" tabindex="-1" lang="nl"><article aria-labelledby="{name}.titel" id="{name}">\n'
            f"{parts}</article></main></div>\n"
        )
        return self._page(
            document.title,
            f'{beside}<dialog class="rule" lang="nl" aria-label="{self.say(_RULE)}" '
            f'data-close="{self.say(_CLOSE)}"></dialog>\n',
            heading=f'<h1 lang="nl">{escape(edition.title)}</h1>\n',
            tools=self._tools(),
            data={
                "name": document.name,
                "text": str(edition.text),
                "beside": self.local.say(_BESIDE),
                "found": self.local.say(_FOUND),
                "nothing": self.local.say(_NOTHING),
            },
            scripts=("/output/notes.js", "/preview/words.js", "/preview/document.js"),
        )

    def empty(self) -> str:
        """Return the page of a dossier that could not be read yet."""
        return self._page(self.local.say(_NAME), f'<main id="tekst"><h1>{self.say(_NAME)}</h1></main>\n')

    def missing(self) -> str:
        """Return the page for what does not exist."""
        said = self.say(_NO_SUCH_PAGE)
        return self._page(self.local.say(_NAME), f'<main id="tekst"><h1>{said}</h1></main>\n')

    def rule(self, edition: Edition, code: str) -> str | None:
        """Return the page of a rule; None when there is none with that code."""
        rules = edition.check.report.rules if edition.check else ()
        rule = next((each for each in rules if each.code == code), None)
        if rule is None:
            return None
        heading = f'<h1 lang="nl">{escape(rule.code)}</h1>\n'
        page = f'<main id="tekst" class="rule" lang="nl">{rule_page(rule)}</main>\n'
        return self._page(rule.code, page, heading=heading)

    def _page(
        self,
        title: str,
        body: str,
        *,
        heading: str = "",
        tools: str = "",
        data: Mapping[str, str] = {},
        scripts: tuple[str, ...] = (),
    ) -> str:
        styles = ("/html/page.css", "/output/notes.css", "/preview/bar.css", "/preview/document.css")
        links = "".join(f'<link rel="stylesheet" href="{each}">\n' for each in styles)
        attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
        run = "".join(f'<script src="{each}"></script>\n' for each in (*scripts, "/preview/live.js"))
        return (
            f'<!doctype html>\n<html lang="{self.local.language}"{attributes}>\n<head>\n'
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(title)}</title>\n{links}</head>\n<body>\n"
            f'<a class="skip" href="#tekst">{self.say(_SKIP)}</a>\n'
            f"{self._bar(heading, tools)}{body}{run}</body>\n</html>\n"
        )

    def _bar(self, title: str = "", tools: str = "") -> str:
        return (
            f'<section class="preview" aria-label="{self.say(_NAME)}" '
            f'data-run="{escape(self.run)}" {_FOUND_NUMBER} '
            f'data-stopped="{self.say(_STOPPED)}">\n'
            f'{title}<nav class="tabs" aria-label="{self.say(_DOCUMENTS)}"></nav>\n{tools}'
            '<p class="state" role="status"></p>\n<div class="problems" role="alert"></div>\n</section>\n'
        )

    def _tools(self) -> str:
        return (
            '<form class="tools" role="search">\n'
            f'<label>{self.say(_SEARCH)} <input type="search" name="words"></label>\n'
            '<output class="found" aria-live="polite"></output>\n'
            f'<label><input type="checkbox" name="findings" checked> {self.say(_SHOW_FINDINGS)}</label>\n'
            f'<span class="steps" role="group" aria-label="{self.say(_STEPS)}">'
            f'<button type="button" data-step="-1">{self.say(_PREVIOUS)}</button> '
            f'<button type="button" data-step="1">{self.say(_NEXT)}</button></span>\n'
            f'<label><input type="checkbox" name="keys" checked> {self.say(_KEYS)}</label>\n</form>\n'
        )

    def numbered(self, page: str, edition: Edition) -> str:
        """Return a page of `output` with the number of its findings, which tells it when there are others."""
        return page.replace(_FOUND_NUMBER, f'data-found="{edition.found}"', 1)

    # --- what changes ---------------------------------------------------------------------------

    def news(self, edition: Edition) -> str:
        """Return, as JSON, what pages must know of the latest edition."""
        return json.dumps(
            {
                "run": self.run,
                "text": edition.text,
                "found": edition.found,
                "tabs": self._tabs(edition),
                "state": self._state(edition),
                "problems": self._problems(edition.problems),
                "broken": bool(edition.problems),
            }
        )

    def _tabs(self, edition: Edition) -> str:
        total = len(edition.check.report.findings) if edition.check else 0
        counts = {path: len(each.findings) for path, each in edition.by_path.items()}
        tabs = [
            (f"/stuk/{each.name}", escape(each.label), sum(counts.get(path, 0) for path in each.paths))
            for each in edition.documents
        ]
        if edition.check:
            tabs += [(FINDINGS, self.say(_ALL_FINDINGS), total), (BOARD, self.say(_THE_BOARD), 0)]
        items = "".join(
            f'<li><a href="{escape(address)}">{label}'
            f"{f' <span class=count>{count}</span>' if count else ''}</a></li>\n"
            for address, label, count in tabs
        )
        return f"<ul>\n{items}</ul>" if items else ""

    def _state(self, edition: Edition) -> str:
        if edition.problems:
            return self.local.say(_BROKEN if edition.text else _BROKEN_FROM_THE_START)
        if not edition.text:
            return self.local.say(_READING)
        if not edition.check or not edition.is_checked:
            return self.local.say(_CHECKING)
        return summary(edition.check.report, self._translate)

    def _translate(self, text: str) -> str:
        return self.local.say(Message(text))

    def _problems(self, problems: tuple[Problem, ...]) -> str:
        items = "".join(
            f"<li><code>{escape(str(each.span))}</code> "
            f"{self._sentence(each.what)} {self._sentence(each.advice)}</li>\n"
            for each in problems
        )
        return f'<ul tabindex="0">\n{items}</ul>' if items else ""  # it scrolls when there are many

    def _sentence(self, message: Message) -> str:
        return escape(escape_controls(as_sentence(self.local.say(message))))

    def renewed(self, edition: Edition, document: ShownDocument, known: Mapping[str, str]) -> str:
        """Return, as JSON, a document for a page that knows some of it: the parts with other digests."""
        parts = [
            {"key": part.key}
            if known.get(part.key) == document.digests[part.key]
            else {"key": part.key, "html": part.html}
            for part in document.parts
        ]
        value = {
            "text": edition.text,
            "title": document.title,
            "contents": document.contents,
            "parts": parts,
        }
        return json.dumps(value)

    def findings(self, edition: Edition, document: ShownDocument, before: Mapping[str, Found]) -> str:
        """Return, as JSON, the findings in the files of a document that differ from those of `before`.

        Each has its place and its words; a file without findings has an empty list.
        """
        files = edition.check.report.by_path if edition.check else {}
        renewed = {
            path: list(self._findings(path, edition.by_path.get(path, _NONE), files))
            for path in sorted(document.paths)
            if edition.by_path.get(path, _NONE) != before.get(path, _NONE)
        }
        return json.dumps({"found": edition.found, "files": renewed})

    def _findings(
        self, path: str, found: Found, files: Mapping[str, CheckedFile]
    ) -> Iterator[dict[str, object]]:
        file = files.get(path)
        name = sha256(path.encode()).hexdigest()[:12]
        for number, each in enumerate(found.findings, 1):
            id = f"b{name}-{number}"
            yield {
                "line": each.span.line,
                "words": file.text_at(each.span) if file else "",
                "severity": each.severity.word,
                "html": finding_note(each, id, files, self._translate, f"/regel/{each.code}"),
            }
