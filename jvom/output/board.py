# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The board: a web page with a column for each status, a card for each text, and the timeline below it.

One file that asks nothing of a network. It works without its script, which adds the filters and opens what is
folded when the page is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from json import dumps

from jvom.findings import Finding, Severity
from jvom.messages import Message, msg
from jvom.output.framing import ALONE, Framing
from jvom.output.localized import Localized
from jvom.output.status_words import STATUSES, approval, name, remaining
from jvom.output.timeline import timeline
from jvom.output.wording import SEVERITIES, as_sentence, count
from jvom.years.agenda import Event
from jvom.years.status import DossierStatus, TextStatus, Total

_SKIP = msg("Naar het bord")
_OWNER, _EVERYBODY, _ONLY_LATE = msg("Eigenaar"), msg("allen"), msg("alleen te laat")
_BY_OWNER = msg("Per eigenaar")


def board(status: DossierStatus, events: Sequence[Event], local: Localized, framing: Framing = ALONE) -> str:
    """Return the page; `events` are those of the timeline."""
    return _Board(status, events, local, framing).html()


class _Board:
    def __init__(
        self, status: DossierStatus, events: Sequence[Event], local: Localized, framing: Framing
    ) -> None:
        self.status, self.events, self.local, self.framing = status, events, local, framing

    def say(self, message: Message) -> str:
        return escape(self.local.say(message))

    def html(self) -> str:
        status = self.status
        day = self.local.day(status.as_of)
        title = self.say(msg("Stand van de teksten op {day}", day=day))
        return (
            f'<!doctype html>\n<html lang="{self.local.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}: {escape(status.title)}</title>\n"
            f"{self.framing.styles('board.css')}</head>\n"
            f'<body>\n<a class="skip" href="#bord">{self.say(_SKIP)}</a>\n{self.framing.above}'
            f"<header>\n<h1>{title}</h1>\n{self.summary()}{self.filters()}</header>\n"
            '<main id="bord" tabindex="-1">\n'
            f'<div class="board">\n{"".join(map(self.column, STATUSES))}</div>\n'
            f"{self.totals()}{timeline(self.events, status.as_of, self.local)}</main>\n"
            f"{self.framing.scripts('board.js')}</body>\n</html>\n"
        )

    def summary(self) -> str:
        status, local = self.status, self.local
        left = (status.presentation - status.as_of).days
        when = local.day(status.presentation)
        presented = (
            msg("aanbieding aan de Kamers op {day}, over {days}", day=when, days=local.days(left))
            if left > 0
            else msg("aanbieding aan de Kamers op {day}", day=when)
        )
        total = status.total
        late = (
            msg("1 tekst is te laat")
            if total.late == 1
            else msg("{count} teksten zijn te laat", count=local.number(total.late))
            if total.late
            else msg("geen tekst is te laat")
        )
        emphasis = ' class="late"' if total.late else ""
        elsewhere = ""
        if found := self.counts(status.elsewhere):
            words = self.say(msg("Buiten de teksten, in gegevens: {found}", found=found))
            elsewhere = f"<p>{words}.</p>\n"
        return (
            f"<p>{escape(status.title)}; {self.say(presented)}.</p>\n"
            f"<p{emphasis}>{escape(as_sentence(local.say(late)))}</p>\n{elsewhere}"
        )

    def filters(self) -> str:
        options = "".join(f"<option>{escape(owner)}</option>" for owner in self.status.owners)
        text = self.say(msg("{{shown}} van {{total}} teksten getoond"))
        return (
            '<form class="filters" hidden>\n'
            f'<label>{self.say(_OWNER)} <select name="owner">'
            f'<option value="">{self.say(_EVERYBODY)}</option>{options}</select></label>\n'
            f'<label><input type="checkbox" name="late"> {self.say(_ONLY_LATE)}</label>\n'
            f'<output class="shown" aria-live="polite" data-text="{text}"></output>\n</form>\n'
        )

    def column(self, status: str) -> str:
        texts = [text for text in self.status.texts if text.status == status]
        label = as_sentence(self.local.say(STATUSES[status])).removesuffix(".")  # type: ignore[index]
        cards = "".join(map(self.card, texts))
        return (
            f'<section class="column" aria-labelledby="kolom-{status}">\n'
            f'<h2 id="kolom-{status}">{escape(label)} <span class="count">{len(texts)}</span></h2>\n'
            f'<ol class="cards">\n{cards}</ol>\n</section>\n'
        )

    def card(self, text: TextStatus) -> str:
        classes = "card" + " is-late" * text.late + " has-errors" * bool(text.count(Severity.ERROR))
        owners = escape(dumps(text.owners), quote=True)
        title = escape(name(text, self.local))
        lines = [*self.facts(text), *self.approvals(text), *self.folded(text)]
        return (
            f'<li class="{classes}" data-owners="{owners}">'
            f'<article aria-labelledby="tekst-{escape(text.id)}">\n'
            f'<h3 id="tekst-{escape(text.id)}">{title}</h3>\n{"".join(lines)}</article></li>\n'
        )

    def facts(self, text: TextStatus) -> Iterable[str]:
        local = self.local
        owners = local.listed(text.owners) or local.say(msg("zonder eigenaar"))
        yield f"<p>{escape(owners)}</p>\n"
        if text.due:
            emphasis = ' class="late"' if text.late else ""
            due = msg("{left}; klaar op {day}", left=remaining(text, local), day=local.short_day(text.due))
            yield f"<p{emphasis}>{self.say(due)}</p>\n"
        words = msg("{count} woorden", count=local.number(text.words))
        if text.words_before is not None:
            before = local.number(text.words_before)
            words = msg("{count} woorden, vorig jaar {before}", count=local.number(text.words), before=before)
        yield f'<p class="quiet">{self.say(words)}</p>\n'
        if text.open_figures:
            figures = msg("open cijfers: {names}", names=local.listed(text.open_figures))
            yield f"<p>{self.say(figures)}</p>\n"
        if text.carried_from:
            carried = msg("overgenomen uit {year}", year=text.carried_from)
            yield f"<p>{self.say(carried)}</p>\n"

    def approvals(self, text: TextStatus) -> Iterable[str]:
        for each in text.approvals:
            yield f'<p class="{each.standing}">{escape(approval(each, self.local))}</p>\n'

    def folded(self, text: TextStatus) -> Iterable[str]:
        """Yield the findings and the remarks, each folded behind how many there are."""
        if text.findings:
            items = "".join(self.finding(finding) for finding in text.findings)
            yield _details(escape(self.counts(text.findings)), items)
        if text.remarks:
            number = len(text.remarks)
            label = (
                msg("1 opmerking van een collega")
                if number == 1
                else msg("{count} opmerkingen van collega's", count=number)
            )
            items = "".join(
                f"<li>{escape(': '.join(filter(None, (each.author, ' '.join(each.text.split())))))}</li>"
                for each in text.remarks
            )
            yield _details(self.say(label), items)

    def finding(self, finding: Finding) -> str:
        say = self.local.say
        place = say(msg("regel {line}", line=finding.span.line)) if finding.span.line else ""
        head = " ".join(filter(None, (say(SEVERITIES[finding.severity]), finding.code)))
        message, advice = (as_sentence(say(each)) for each in (finding.message, finding.advice))
        words = " ".join(filter(None, (f"{place}:" if place else "", message, advice)))
        return f'<li class="{finding.severity.word}"><strong>{escape(head)}</strong> {escape(words)}</li>\n'

    def counts(self, findings: Sequence[Finding]) -> str:
        """Return "2 fouten en 1 waarschuwing"."""
        numbers = {
            severity: sum(each.severity is severity for each in findings)
            for severity in sorted(Severity, reverse=True)
        }
        said = [self.local.say(count(number, severity)) for severity, number in numbers.items() if number]
        return self.local.listed(said)

    def totals(self) -> str:
        status = self.status
        heads = [
            msg("Eigenaar"),
            msg("Teksten"),
            *STATUSES.values(),
            msg("Te laat"),
            msg("Woorden"),
            msg("Fouten"),
            msg("Waarschuwingen"),
        ]
        rows = "".join(self.total(owner, status.total_of(owner)) for owner in status.owners)
        last = self.total(self.local.say(msg("Alle teksten")), status.total)
        titles = "".join(
            f'<th scope="col"{" class=number" if number else ""}>'
            f"{escape(as_sentence(self.local.say(head))[:-1])}</th>"
            for number, head in enumerate(heads)
        )
        return (
            f'<section aria-labelledby="totalen">\n<h2 id="totalen">{self.say(_BY_OWNER)}</h2>\n'
            f'<div class="scroll" tabindex="0" role="group" aria-labelledby="totalen"><table>\n'
            f"<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}{last}</tbody>\n</table></div>\n</section>\n"
        )

    def total(self, label: str, total: Total) -> str:
        numbers = (
            total.texts,
            *total.by_status.values(),
            total.late,
            total.words,
            total.errors,
            total.warnings,
        )
        cells = "".join(f'<td class="number">{self.local.number(number)}</td>' for number in numbers)
        return f'<tr><th scope="row">{escape(label)}</th>{cells}</tr>\n'


def _details(summary: str, items: str) -> str:
    return f"<details><summary>{summary}</summary>\n<ul>{items}</ul></details>\n"
