# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what a text announces really follows: several things, a list, a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise, takewhile, zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.model import OutlineEntry
from jvom.text import CrossReference, List, Quote, Table

_RUNNING_TEXT = ("paragraph", "item", "footnote")
_AHEAD = "volgende|onderstaande|hiernavolgende"
_FOLLOWING = Phrase(
    f"the=de|het? {_AHEAD} {{word}}...2? *en|*s|*eel",
    f"the=de|het? {_AHEAD} {{word}}? {{word}}(-)*en|*s|*eel",
)
_AS_FOLLOWS = Phrase("zijn|waren|luiden|luidden (de volgende|als volgt) :")
#: A plural that is no announcement: "op de volgende twee wijzen".
_NOT_THINGS = Phrase(
    f"de|het? {_AHEAD} {{word}}? wijzen|weken|jaren|keren|maanden|dagen|uren",
    f"de|het? {_AHEAD} {{word}}? redenen is",
)
_SEVERAL = Phrase("en|of|alsmede|plus|/|&")
_PROMISED = Phrase(
    f"{_AHEAD} kind={{word}}? last=*en|*s .", "is|zijn|was|waren|luidt|luiden de|het volgende ."
)
#: How words begin that follow elsewhere, or later: "de volgende jaren".
_ELSEWHERE = tuple(
    """
    paragra hoofdstuk bladzijd pagina jaren jaar maand week weken dag keer fase stap ronde editie rapportage
    generatie regel bepaling artikel lid leden alinea bijlagen
    """.split()
)
#: How many passages after its announcement a table may come.
_TABLE_REACH = 60
_TABLE = "tabel|lijst|overzicht|opsomming"
_PICTURE = "figuur|grafiek|schema|kaart|afbeelding|foto"
_ANNOUNCED_TABLE = Phrase(
    f"onderstaand|onderstaande|hiernavolgend|hiernavolgende|volgende {_TABLE}|{_PICTURE}",
    f"hieronder|hierna volgt|staat|is|wordt {{word}}...4? {_TABLE}",
    f"hieronder|hierna vindt u {{word}}...4? {_TABLE}",
    f"de|het {_TABLE}|{_PICTURE} hieronder|hierna",
    # "Tabel 2 van de begroting" is in another paper, and "tabel 2.1" has another number.
    "tabel|figuur|grafiek|kaart|afbeelding {digits} other=van|in|uit|bij?",
    "tabel|figuur|grafiek|kaart|afbeelding {digits}other=(.{digits})",
)


@rule("STR009", WARNING, Scope.TEXTS)
def plural_announced(texts: Texts) -> Iterator[Violation]:
    """More than one thing is announced, and one follows."""
    announced = [
        match
        for match in _FOLLOWING.find(texts)
        if match.passage.kind in _RUNNING_TEXT and not _NOT_THINGS.match_at(match.passage, match.start)
    ]
    last = {id(match.passage): match for match in announced}
    yield from (_one_follows(match) for match in announced if "the" in match and _names_one(match))
    for text in texts.texts:
        for passage, after in pairwise(text.passages):
            introduces = passage.kind in _RUNNING_TEXT and passage.text.rstrip().endswith(":")
            if introduces and _item_count(after) == 1 and passage.block is not after.block:
                as_follows = _AS_FOLLOWS.match_before(passage, len(passage.text))
                if found := as_follows or last.get(id(passage)):
                    yield _one_follows(found)
    yield from _one_table_follows(texts)
    if isinstance(texts, DossierView):
        yield from _region_headings(texts)


_TABLES = Phrase(
    "hieronder|hierna (staan|volgen)? de {word}? tabellen|overzichten",
    "onderstaande|hiernavolgende|volgende {word}? tabellen|overzichten",
    "de {word}? tabellen|overzichten hieronder|hierna",
    "de {word}? tabellen|overzichten die (volgen|hierna volgen|hieronder staan)",
)


def _one_table_follows(texts: Texts) -> Iterator[Violation]:
    """Yield announcements of tables before the only table of their section."""
    if announced := list(_TABLES.find(texts)):
        ahead: dict[int, int] = {}
        for text in texts.texts:
            tables: list[Table] = []
            for passage in reversed(text.passages):
                if passage.kind == "heading":
                    tables = []
                elif isinstance(passage.block, Table) and (not tables or tables[-1] is not passage.block):
                    tables.append(passage.block)
                ahead[id(passage)] = len(tables)
        yield from (_one_follows(match) for match in announced if ahead[id(match.passage)] == 1)


def _one_follows(match: Match) -> Violation:
    start = match["the"].end + 1 if "the" in match else match.start
    return Violation(
        match.passage.span(start, match.end),
        msg("hier wordt er meer dan een aangekondigd, en er volgt er een"),
        msg("zet het in het enkelvoud, of vul aan"),
    )


#: A colon a few words on, and one thing up to a full stop: what tells them are the marks. The full stop of an
#: abbreviation is not the end: "de volgende voorbeelden: Stb. 1981, 35".
_ONE_THING = pattern(r"(?:\s+[^\s,;.():]+){0,4}\s*:\s[^,;:.…]{2,58}\.(?!\S|\s{1,2}\d)")


def _names_one(match: Match) -> bool:
    """Tell whether a colon after an announcement is followed by one thing, up to a full stop."""
    found = _ONE_THING.match(match.passage.text, match.end)
    return found is not None and not _SEVERAL.find_in(match.passage, *found.span())


def _item_count(passage: Passage) -> int:
    return len(passage.block.items) if passage.kind == "item" and isinstance(passage.block, List) else 0


def _region_headings(dossier: DossierView) -> Iterator[Violation]:
    opening = dossier.settings.report.region_opening
    for entry, _ in dossier.outline:
        text, count = dossier.text(entry.id), _mission_count(dossier, entry)
        for heading in text.passages_of("heading") if text and count else ():
            words = heading.text.strip()
            plural = bool(opening.more_missions) and words.startswith(opening.more_missions)
            singular = bool(opening.one_mission) and words.startswith(opening.one_mission) and not plural
            if plural and count == 1:
                what = msg("onder deze regio staat maar een missie")
                right = opening.one_mission or opening.begins
            elif singular and count > 1:
                what = msg("onder deze regio staan {count} missies", count=count)
                right = opening.more_missions or opening.begins
            else:
                continue
            yield Violation(heading.span(), what, msg("schrijf «{right}»", right=right))


def _mission_count(dossier: DossierView, entry: OutlineEntry) -> int:
    found = 0
    for below in entry.sections:
        text = dossier.text(below.id)
        found += (len(text.missions) if text else 0) + _mission_count(dossier, below)
    return found


@rule("STR010", WARNING, Scope.TEXTS)
def list_missing(texts: Texts) -> Iterator[Violation]:
    """A list or table that is announced does not follow."""
    if isinstance(texts, DossierView):
        yield from _regions_without_section(texts)
    places: dict[int, tuple[TextView, list[Passage], int]] = {}
    for text in texts.texts:
        passages = [passage for passage in text.passages if passage.kind not in ("footnote", "value")]
        for number, (passage, after) in enumerate(zip_longest(passages, passages[1:])):
            if passage.kind in ("paragraph", "item"):
                places[id(passage)] = text, passages, number
                yield from _nothing_after(passage, after, loose=text.document == "tekst")
                if passage.text.rstrip().endswith(":") and after and after.kind == "item":
                    yield from _sections_and_items(text, passage, after)
    for match in _ANNOUNCED_TABLE.find(texts):
        place = places.get(id(match.passage))
        # A number is often of a table in another paper, which only a dossier is not part of.
        numbered = match.text[-1].isdigit() and place is not None and place[0].document == "tekst"
        if place and "other" not in match and not numbered and not _list_follows(*place):
            yield Violation(
                match.span,
                msg("hier volgt geen tabel of opsomming"),
                msg("zet de tabel of opsomming erbij, of herschrijf de zin"),
            )


def _nothing_after(passage: Passage, after: Passage | None, *, loose: bool) -> Iterator[Violation]:
    """Yield a colon, or an announcement at the end, after which nothing comes."""
    words, end = passage.text.rstrip(), len(passage.text)
    advice = msg("zet de opsomming erbij, of herschrijf de zin")
    if words.endswith(":"):
        if not _follows(passage, after, loose=loose) and not _FORMULA.match_before(passage, end):
            start = passage.sentences[-1][0] if passage.sentences else 0
            yield Violation(passage.span(start, end), msg("na deze dubbele punt volgt niets"), advice)
    elif words.endswith(".") and not _follows(passage, after, loose=False):
        promised = _PROMISED.match_before(passage, end)
        if promised and not (promised.part("kind") or promised.part("last")).startswith(_ELSEWHERE):
            yield Violation(promised.span, msg("wat hier wordt aangekondigd, volgt niet"), advice)


_BY_REGION = Phrase("per regio:")


def _regions_without_section(dossier: DossierView) -> Iterator[Violation]:
    """Yield the regions in "per regio: Europa en Afrika" that have no section in the report."""
    known = {section.title.lower() for section in dossier.texts if section.document == "rapport"}
    known |= {row.region.lower() for row in dossier.dossier.mandates.rows}
    for match in _BY_REGION.find(dossier):
        for start, end in _names_after(match.passage, match.end):
            if not any(match.passage.lowered[start:end] in each for each in known):
                yield Violation(
                    match.passage.span(start, end),
                    msg("over deze regio heeft het rapport geen paragraaf"),
                    msg("noem de regio's die volgen"),
                )


def _names_after(passage: Passage, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the names, words with a capital side by side, from an offset up to a mark that ends the list."""
    tokens = passage.tokens
    numbers = takewhile(lambda each: tokens.forms[each] not in ".;:()", range(tokens.at(offset), len(tokens)))
    for is_name, run in groupby(numbers, key=lambda each: tokens.forms[each][0].isupper()):
        if is_name:
            name = list(run)
            yield tokens.starts[name[0]], tokens.ends[name[-1]]


def _sections_and_items(text: TextView, passage: Passage, first: Passage) -> Iterator[Violation]:
    """Yield a reference to sections on missions when the list below it has another number of items."""
    dossier = text.texts
    references = [part for part in passage.segments if isinstance(part.source, CrossReference)]
    if not isinstance(dossier, DossierView) or len(references) != 1 or "missies" not in passage.lowered:
        return
    source, items = references[0].source, _item_count(first)
    targets = _targets(dossier, source) if isinstance(source, CrossReference) else ()
    missions = [section.missions if (section := dossier.text(each)) else () for each in targets]
    count = sum(map(len, missions))
    if all(missions) and len(targets) > 1 and items not in (len(targets), count):
        yield Violation(
            passage.span_of(references[0]),
            msg(
                "deze paragrafen gaan over {sections} missies, de lijst noemt er {items}",
                sections=count,
                items=items,
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


_FORMULA = Phrase("besluit|besluiten (als volgt)? :", "goedgevonden en verstaan :", "bij deze :")
"""How a formal decision begins; its text follows the colon."""


def _follows(passage: Passage, after: Passage | None, *, loose: bool) -> bool:
    if after is None:
        return bool(passage.segments and passage.segments[-1].kind == "picture")
    if loose:
        return after.kind not in ("heading", "title")
    if passage.kind == "item" and after.kind == "item":
        return True
    return after.kind in ("item", "head", "cell", "quote", "alternative", "caption")


def _list_follows(text: TextView, passages: list[Passage], number: int) -> bool:
    """Tell whether a list, table or quotation follows, or the section has sections below it."""
    following = passages[number + 1 : number + _TABLE_REACH]
    if any(each.kind in ("item", "head", "cell", "quote", "alternative") for each in following):
        return True
    if any(isinstance(block, Table | List | Quote) for block in text.blocks):
        return any(isinstance(block, Table) and block.filled_with for block in text.blocks)
    return text.id in text.texts.with_sections


RULES = (plural_announced, list_missing)
