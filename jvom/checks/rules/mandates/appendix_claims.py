# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What sentences on the appendix claim of its table: how much it has, and what it says of a mission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rule import WARNING, Violation, violation
from jvom.checks.rules.mandates.appendix_contents import appendix_of
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.views import DossierView
from jvom.dutch.numbers import read_words
from jvom.text import Table

#: Of a part of the missions ("drie missies in Afrika") the words go on.
_COUNTED = Phrase(
    "noemt|telt|bevat|omvat|heeft|staan (in totaal)? count={numeral|digits} rows=missies|operaties|rijen "
    "{end}",
    "noemt|telt|bevat|omvat|heeft|staan (in totaal)? count={numeral|digits} columns=kolommen {end}",
)
#: "Behalve X ook Y" leaves nothing out; "alle missies behalve X" does.
_BESIDES, _ALL = Phrase("behalve|buiten"), Phrase("alle|elke|iedere|iedereen|geen|enige|overal")
_EXCEPT = Phrase(
    "behalve|buiten|uitgezonderd", "{mission} uitgezonderd", "met uitzondering van", "op ...6 na"
)
_EXCEPT_ENDS = Phrase("{showing}", "heeft|hebben|is|zijn|kent|kennen|geldt|gelden|wel|ook")
_ALL_HAVE = Phrase(
    "alle|elke|iedere missies|missie|operaties|operatie ...12 heeft|hebben|kent|kennen een nationaal? kader",
    "heeft|hebben|kent|kennen alle|elke|iedere missies|missie|operaties|operatie ...12 een nationaal? kader",
    "voor alle|elke|iedere missies|missie|operaties|operatie ...8 geldt|is|bestaat een nationaal? kader",
)
#: Words behind "alle missies" by which they are not all.
_SOME = Phrase("missies|missie|operaties|operatie in|van|uit|die|waar*|onder|zonder|sinds|tot {word}")
_AMONG = Phrase(
    "staat|staan|valt|vallen|vermeld ...6 bij|onder|tussen de missies|operaties in|uit|van de?",
    "staat|staan|valt|vallen|vermeld ...6 bij|onder (de regio)? (het kopje)?",
)
_BASED = Phrase(
    "is|berust|rust|steunt {word}...4? een un=resolutie|vnvr-resolutie|vn-resolutie",
    "is|berust|rust|steunt {word}...4? een eu=raadsbesluit",
    "is|berust|rust|steunt {word}...4? een eu=besluit van de Raad",
)
_BASIS = Phrase("rechtsbasis|rechtsgrond*|grondslag*|berust|rust|steunt", "die van|voor {mission}")


def excepted_names(passage: Passage, start: int, end: int) -> str:
    """Return the words, in small letters, for what a sentence leaves out: "alle missies behalve X"."""
    left_out = []
    for match in _EXCEPT.find_in(passage, start, end):
        if _BESIDES.match_at(passage, match.start) and not _ALL.find_in(passage, start, end):
            continue
        stop = next(iter(_EXCEPT_ENDS.find_in(passage, match.end, end)), None)
        goes_on = not match.text.lower().startswith("op ") and not match.text.lower().endswith(
            " uitgezonderd"
        )
        left_out.append(passage.text[match.start : (stop.start if stop else end) if goes_on else match.end])
    return " ".join(left_out).lower()


def wrong_claims(
    dossier: DossierView, passage: Passage, sentence: tuple[int, int], missions: Sequence[str]
) -> Iterator[Violation]:
    """Yield what a sentence wrongly says of the table, and of the `missions` (ids) that it names."""
    rows = dossier.memo(table_rows)
    yield from _miscounted(dossier, passage, sentence, rows)
    yield from _without_framework(passage, sentence, rows)
    own = [row for row in rows if [row.id] == [*missions]]
    if own:
        yield from _misplaced(passage, sentence, own, {row.region for row in rows if row.region})
        for match in _BASED.find_in(passage, *sentence) if _BASIS.find_in(passage, *sentence) else ():
            said, other = ("resolutie", "besluit") if "un" in match else ("besluit", "resolutie")
            bases = [row.basis.text.lower() for row in own]
            if all(other in basis and said not in basis for basis in bases):
                there = own[0].basis
                yield violation(
                    passage.span_of(match),
                    "other-basis",
                    words=there.text,
                    related=there.span,
                    severity=WARNING,
                )


def _miscounted(
    dossier: DossierView, passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]
) -> Iterator[Violation]:
    for match in _COUNTED.find_in(passage, *sentence) if rows and len(appendix_of(dossier)) == 1 else ():
        place = match["count"]
        number = passage.text[place.start : place.end]
        said = int(number) if number.isdecimal() else read_words(number)
        right = [len(rows), len({row.id for row in rows})]
        if "columns" in match:
            right = _columns(dossier)
        if right and said and said > 1 and said not in right:
            counted = match["columns" if "columns" in match else "rows"]
            thing = passage.text[counted.start : counted.end]
            yield violation(
                passage.span_of(place), "other-count", count=right[0], words=thing, severity=WARNING
            )


def _columns(dossier: DossierView) -> list[int]:
    """Return how many columns the tables in the appendices have."""
    return [
        len(block.header)
        for text in appendix_of(dossier)
        for block in text.blocks
        if isinstance(block, Table)
    ]


def _without_framework(
    passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]
) -> Iterator[Violation]:
    """Yield the missions without a framework when a sentence says that all have one, but for some."""
    for match in _ALL_HAVE.find_in(passage, *sentence):
        if _SOME.find_in(passage, match.start, match.end):
            continue
        left_out = excepted_names(passage, *sentence)
        for row in rows:
            has_none = row.framework is not None and row.framework.duration.word == "geen"
            if row.framework and has_none and not has_any_whole(left_out, row.names):
                name = row.mission.name if row.mission else row.operation.text
                yield violation(passage.span_of(match), "no-framework", name=name, related=row.framework.span)


def _misplaced(
    passage: Passage, sentence: tuple[int, int], rows: Sequence[Row], regions: set[str]
) -> Iterator[Violation]:
    """Yield a region that a sentence gives for a mission, when its rows are in another."""
    own = {row.region for row in rows}
    for match in _AMONG.find_in(passage, *sentence):
        behind = passage.text[match.end : sentence[1]].strip(' «"*')
        said = {region for region in regions if behind.lower().startswith(region.lower())}
        if said and not said & own:
            region = rows[0].region
            yield violation(
                passage.span_of(match),
                "other-region",
                words=region,
                related=rows[0].operation.span,
                severity=WARNING,
            )
