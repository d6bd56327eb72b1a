# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what a text announces really follows: several things, a list, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.model import OutlineEntry
from jvom.text import CrossReference, List, Quote, Table

_PLURAL = r"(?!punt\b|vraag\b)[\w-]*(?:en|s|eel)\b"
_FOLLOWING = pattern(
    rf"\b(?:volgende|onderstaande|hiernavolgende)\s+(?:(?!en\b)[\w-]+\s+){{0,2}}{_PLURAL}", re.IGNORECASE
)
_AS_FOLLOWS = pattern(r"\b(?:zijn|waren|luiden|luidden)\s+(?:de\s+volgende|als\s+volgt)\s*:$", re.IGNORECASE)
_ONE_AFTER_COLON = pattern(
    rf"\b(?:de|het)\s+(?:volgende|onderstaande)\s+(?:[\w-]+\s+){{0,2}}{_PLURAL}(?:\s+[\w-]+){{0,4}}:\s+(?P<one>[^,;:.]{{3,60}})\.(?:\s|$)",
    re.IGNORECASE,
)
_SINGULAR = pattern(
    r"\b(?:volgende|onderstaande)\s+(?:\w+\s+)?(?:wijzen|weken|jaren|keren|maanden|dagen|uren|redenen\s+is)\b",
    re.IGNORECASE,
)
_AHEAD_WORDS = frozenset(("volgende", "onderstaande", "hiernavolgende"))
#: `_PROMISED_AT_END` only matches when one of those is among this many last words (hyphenated parts count).
_NEAR_END = 12
_PROMISED_AT_END = pattern(
    r"\b(?:volgende|onderstaande|hiernavolgende)\s+(?!paragra|hoofdstuk|bladzijd|pagina|jaren|jaar|maand|week|weken|dag|keer"
    r"|fase|stap|ronde|editie|rapportage|generatie|regels?\b|bepaling|artikel|lid\b|leden\b|alinea|bijlagen)"
    r"(?:[\w-]+\s+)?[\w-]+(?:en|s)\.$"
    r"|\b(?:is|zijn|was|waren|luidt|luiden)\s+(?:de|het)\s+volgende\.$",
    re.IGNORECASE,
)
#: How many passages after its announcement a table may come.
_TABLE_REACH = 60
_TABLES = (
    "tabel", "opsomming", "lijst", "overzicht", "figuur", "grafiek", "schema", "kaart", "afbeelding", "foto",
)  # fmt: skip
_TABLE_WORDS = pattern(
    r"\b(?:onderstaande?|hiernavolgende|volgende)\s+(?:tabel|opsomming|lijst|overzicht|figuur|grafiek|schema|kaart|afbeelding|foto)\b"
    r"|\b(?:hieronder|hierna)\s+(?:volgt|staat|vindt\s+u|is|wordt)\s+(?:\w+\s+){0,4}(?:tabel|opsomming|lijst|overzicht)\b"
    r"|\b(?:de|het)\s+(?:tabel|lijst|overzicht|opsomming|figuur|grafiek|schema|kaart|afbeelding|foto)"
    r"\s+(?:hieronder|hierna)\b"
    # "Tabel 2 van de begroting" is in another paper.
    r"|\b(?:tabel|figuur|grafiek|kaart|afbeelding)\s+\d{1,2}\b(?!\s+(?:van|in|uit|bij)\b|[.,]?\d)",
    re.IGNORECASE,
)


@rule(
    "STR009",
    "plural-announced",
    WARNING,
    Scope.TEXTS,
    msg("Er wordt meer dan een ding aangekondigd, en er volgt er een"),
)
def plural_announced(texts: Texts) -> Iterator[Violation]:
    """More than one thing is announced, and one follows."""
    for text in texts.texts:
        passages = text.passages
        for number, passage in enumerate(passages):
            if passage.kind not in ("paragraph", "item", "footnote") or ":" not in passage.text:
                continue
            after = passages[number + 1] if number + 1 < len(passages) else None
            if (
                after
                and after.kind == "item"
                and _item_count(after) == 1
                and passage.block is not after.block
            ):
                announced = [*_FOLLOWING.finditer(passage.text), *_AS_FOLLOWS.finditer(passage.text)][-1:]
                for match in announced if passage.text.rstrip().endswith(":") else ():
                    if not _SINGULAR.match(match[0]):
                        yield _one_follows(passage, match.start(), match.end())
            for match in _ONE_AFTER_COLON.finditer(passage.text) if _might_list_one(passage) else ():
                # The full stop of an abbreviation is not the end: "de volgende voorbeelden: Stb. 1981, 35".
                whole = re.match(r"\.\s+\d", passage.text[match.end("one") :]) is None
                if (
                    whole
                    and "…" not in match["one"]
                    and not re.search(r"\b(?:en|of|alsmede|plus)\b|[/&]", match["one"])
                    and not _SINGULAR.search(match[0])
                ):
                    found = _FOLLOWING.search(passage.text, match.start())
                    if found:
                        yield _one_follows(passage, found.start(), found.end())
    if isinstance(texts, DossierView):
        yield from _region_headings(texts)


def _one_follows(passage: Passage, start: int, end: int) -> Violation:
    return Violation(
        passage.span(start, end),
        msg("hier volgt er maar een"),
        msg("zet het in het enkelvoud, of vul aan"),
    )


def _item_count(passage: Passage) -> int:
    return len(passage.block.items) if isinstance(passage.block, List) else 0


def _region_headings(dossier: DossierView) -> Iterator[Violation]:
    opening = dossier.settings.report.region_opening
    for entry, _ in dossier.outline:
        text = dossier.text(entry.id)
        count = _mission_count(dossier, entry)
        if text is None or not count:
            continue
        for heading in text.passages_of("heading"):
            words = heading.text.strip()
            plural = bool(opening.more_missions) and words.startswith(opening.more_missions)
            singular = bool(opening.one_mission) and words.startswith(opening.one_mission) and not plural
            if plural and count == 1:
                yield Violation(
                    heading.span(),
                    msg("onder deze regio staat maar een missie"),
                    msg("schrijf «{right}»", right=opening.one_mission or opening.begins),
                )
            elif singular and count > 1:
                yield Violation(
                    heading.span(),
                    msg("onder deze regio staan {count} missies", count=count),
                    msg("schrijf «{right}»", right=opening.more_missions or opening.begins),
                )


def _mission_count(dossier: DossierView, entry: OutlineEntry) -> int:
    found = 0
    for below in entry.sections:
        text = dossier.text(below.id)
        found += bool(text and text.mission) + _mission_count(dossier, below)
    return found


@rule(
    "STR010",
    "list-missing",
    WARNING,
    Scope.FRAGMENT,
    msg("Een opsomming of tabel die wordt aangekondigd, volgt niet"),
)
def list_missing(text: TextView) -> Iterator[Violation]:
    """A list or table that is announced does not follow."""
    loose = text.document == "tekst"
    yield from _regions_without_section(text)
    with_table_words = {id(passage) for passage in text.passages_with(_TABLES)}
    passages = [passage for passage in text.passages if passage.kind not in ("footnote", "value")]
    for number, passage in enumerate(passages):
        if passage.kind not in ("paragraph", "item"):
            continue
        after = passages[number + 1] if number + 1 < len(passages) else None
        words = passage.text.rstrip()
        if words.endswith(":") and not _follows(passage, after, loose=loose) and not _FORMULA.search(words):
            start = passage.sentences[-1][0] if passage.sentences else 0
            yield Violation(
                passage.span(start, len(passage.text)),
                msg("na deze dubbele punt volgt niets"),
                msg("zet de opsomming erbij, of herschrijf de zin"),
            )
        at_end = words.endswith(".") and not _AHEAD_WORDS.isdisjoint(passage.lowered_words[-_NEAR_END:])
        promised = at_end and _PROMISED_AT_END.search(words)
        if promised and not _follows(passage, after, loose=False):
            yield Violation(
                passage.span(promised.start(), promised.end()),
                msg("wat hier wordt aangekondigd, volgt niet"),
                msg("zet de opsomming erbij, of herschrijf de zin"),
            )
        if words.endswith(":") and after and after.kind == "item":
            yield from _sections_and_items(text, passage, after)
        if id(passage) not in with_table_words or not _might_promise_table(passage):
            continue
        for match in _TABLE_WORDS.finditer(passage.text):
            if not _list_follows(text, passages[number : number + _TABLE_REACH]):
                yield Violation(
                    passage.span(match.start(), match.end()),
                    msg("hier volgt geen tabel of opsomming"),
                    msg("zet de tabel of opsomming erbij, of herschrijf de zin"),
                )


def _regions_without_section(text: TextView) -> Iterator[Violation]:
    """Yield the regions in "per regio: Europa en Afrika" that have no section in the report."""
    dossier = text.texts
    if not isinstance(dossier, DossierView):
        return
    for passage in text.passages_with(("=per regio",)):
        for match in _BY_REGION.finditer(passage.text):
            known = {section.title.lower() for section in dossier.texts if section.document == "rapport"}
            known |= {row.region.lower() for row in dossier.dossier.mandates.rows}
            for name in _REGION.finditer(passage.text, match.start("regions"), match.end("regions")):
                if not any(name["name"].lower() in each for each in known):
                    yield Violation(
                        passage.span(*name.span("name")),
                        msg("over deze regio heeft het rapport geen paragraaf"),
                        msg("noem de regio's die volgen"),
                    )


_BY_REGION = pattern(r"\bper regio: (?P<regions>[^.;:()]{3,200})")
_REGION = pattern(r"(?:\b(?:de|het) )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)")


def _sections_and_items(text: TextView, passage: Passage, first: Passage) -> Iterator[Violation]:
    """Yield a reference to sections on missions when the list below it has another number of items."""
    dossier = text.texts
    references = [part for part in passage.segments if isinstance(part.source, CrossReference)]
    if not isinstance(dossier, DossierView) or len(references) != 1 or "missies" not in passage.lowered:
        return
    (reference,) = references
    targets = _targets(dossier, reference.source) if isinstance(reference.source, CrossReference) else ()
    missions = [each for each in map(dossier.text, targets) if each and each.mission]
    if len(missions) < len(targets) or len(targets) < 2 or len(targets) == _item_count(first):
        return
    yield Violation(
        passage.span(reference.start, reference.end),
        msg(
            "dit zijn {sections} paragrafen, de lijst noemt {items} missies",
            sections=len(targets),
            items=_item_count(first),
        ),
        msg("vul de lijst aan, of verbeter de verwijzing"),
    )


def _targets(dossier: DossierView, reference: CrossReference) -> tuple[str, ...]:
    """Return the ids of the sections that a reference covers, including those inside a range."""
    if not reference.through or len(reference.targets) != 2:
        return reference.targets
    ids = [entry.id for entry, _ in dossier.outline]
    first, last = (ids.index(target) if target in ids else 0 for target in reference.targets)
    return tuple(ids[first : last + 1])


def _might_list_one(passage: Passage) -> bool:
    """Tell cheaply whether `_ONE_AFTER_COLON` might match."""
    return (": " in passage.text or ":\n" in passage.text) and passage.has_any_word(_AHEAD_WORDS)


def _might_promise_table(passage: Passage) -> bool:
    """Tell cheaply whether `_TABLE_WORDS` might match."""
    return any(
        before in _BELOW_WORDS
        or word in _BELOW_WORDS
        or (word in _TABLES and before in _BEFORE_TABLES)
        or (before in _TABLES and word.isdigit())
        for before, word in pairwise(passage.lowered_words)
    )


_BELOW_WORDS = ("hieronder", "hierna")
_BEFORE_TABLES = ("onderstaand", "onderstaande", "hiernavolgende", "volgende")
_FORMULA = pattern(r"(?:(?:^|\W)[Bb]esluit(?:en)?(?:\s+als\s+volgt)?|goedgevonden\sen\sverstaan|bij\sdeze):$")
"""How a formal decision begins; its text follows the colon."""


def _follows(passage: Passage, after: Passage | None, *, loose: bool) -> bool:
    if after is None:
        return bool(passage.segments and passage.segments[-1].kind == "picture")
    if loose:
        return after.kind not in ("heading", "title")
    if passage.kind == "item" and after.kind == "item":
        return True
    return after.kind in ("item", "head", "cell", "quote", "alternative", "caption")


def _list_follows(text: TextView, passages: list[Passage]) -> bool:
    """Tell whether a list, table or quotation follows, or the section has sections below it."""
    if any(passage.kind in ("item", "head", "cell", "quote", "alternative") for passage in passages[1:]):
        return True
    if any(isinstance(block, Table | List | Quote) for block in text.blocks):
        return any(isinstance(block, Table) and block.filled_with for block in text.blocks)
    dossier = text.texts
    if isinstance(dossier, DossierView):
        return any(entry.id == text.id and entry.sections for entry, _ in dossier.outline)
    return False


RULES = (plural_announced, list_missing)
