# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What sentences on the appendix claim of a mission in its table, and of all missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.resolutions import find_resolutions
from jvom.analysis.whole_words import find_whole, has_any_whole
from jvom.checks.mission_names import names_of
from jvom.checks.rule import WARNING, Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row, table_rows
from jvom.checks.rules.mandates.mission_places import WORLD
from jvom.checks.views import DossierView, TextView

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
#: What a sentence says that a mission rests on, where it is about that.
_KINDS = Phrase(
    "is|berust|rust|steunt {word}...4? een un=resolutie|vnvr-resolutie|vn-resolutie",
    "is|berust|rust|steunt {word}...4? een eu=besluit van de Raad",
    "is|berust|rust|steunt {word}...4? een eu=raadsbesluit",
    "un=resolutie|resoluties|*-resolutie|*-resoluties|veiligheidsraadsresolutie",
    "eu=besluit|raadsbesluit|*-besluit",
    "treaty=protocol|verdrag|overeenkomst|akkoord",
    "other=resolutie|besluit ...4 nummer|kolom",
    "other=besluit van het kabinet|de regering|minister*",
)
_BASIS = Phrase(
    "rechtsbasis|rechtsgrond*|grondslag*|berust|rust|steunt|gebaseerd|gegrond|stoelt",
    "die van|voor {mission}",
    "valt|vallen ...3 onder een",
    "op grond|basis van een",
)
#: Where a sentence says in which region a mission is.
_PLACED = Phrase(
    "{arranged}",
    "regio|werelddeel|gebied|staat|vermeld|opgenomen|valt|hoort|behoort|ligt|werkt|opereert|actief|gerekend"
    "|geplaatst|geschaard",
    "als missie|operatie in|uit",
)
_MISSIONS = Phrase("missies|operaties|regio's in|uit|liggen|zijn|:", "regio's")
_NOT = Phrase("niet|geen|evenmin|noch")
_THE_MISSION = Phrase(
    "de|deze missie|operatie|grondslag|rechtsbasis|rechtsgrond", "als grondslag|rechtsbasis|rechtsgrond|regio"
)
_BASIS_WORDS = (("un", "resolutie"), ("eu", "besluit"))


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
    dossier: DossierView, text: TextView, passage: Passage, sentence: tuple[int, int]
) -> Iterator[Violation]:
    """Yield what a sentence wrongly says of the table, and of the missions that it names."""
    rows, words = dossier.memo(table_rows), passage.text[slice(*sentence)].lower()
    missions = [each.id for each in dossier.mission.values() if has_any_whole(words, names_of(each))]
    if not missions and _THE_MISSION.find_in(passage, *sentence):
        missions = [*filter(None, [text.mission_at(passage, sentence[0])])]
    yield from _without_framework(passage, sentence, rows)
    own = [row for row in rows if [row.id] == missions]
    if rows and not (missions and not own) and not _NOT.find_in(passage, *sentence):
        yield from _misplaced(passage, sentence, own, {row.region for row in rows})
        yield from _based_otherwise(passage, sentence, own) if own else ()


def _based_otherwise(passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]) -> Iterator[Violation]:
    """Yield another kind of legal basis than the rows of a mission have, or another resolution."""
    if not _BASIS.find_in(passage, *sentence):
        return
    bases, there = " ".join(row.basis.text.lower() for row in rows), rows[0].basis
    kinds = _KINDS.find_in(passage, *sentence)
    said = {part for match in kinds for part in match.parts}
    right = {name for name, word in _BASIS_WORDS if word in bases} or {"treaty"}
    numbers = {each.number for each in find_resolutions(bases)}
    cited = [each for each in passage.resolutions if sentence[0] <= each.start < sentence[1]]
    wrong = [each for each in cited if numbers and each.number not in numbers]
    if said and right and not said & (right | {"other"}):
        wrong_span = passage.span_of(kinds[0])
    elif wrong and len(wrong) == len(cited):
        wrong_span = passage.span_of(wrong[0])
    else:
        return
    yield violation(wrong_span, "other-basis", words=there.text, related=there.span, severity=WARNING)


def _without_framework(
    passage: Passage, sentence: tuple[int, int], rows: Sequence[Row]
) -> Iterator[Violation]:
    """Yield the missions without a framework when a sentence says that all have one, but for some."""
    for match in _ALL_HAVE.find_in(passage, *sentence):
        if _SOME.find_in(passage, match.start, match.end):
            continue
        left_out = excepted_names(passage, *sentence)
        for row in rows:
            if row.framework and row.lacks_framework and not has_any_whole(left_out, row.names):
                name = row.mission.name if row.mission else row.operation.text
                yield violation(passage.span_of(match), "no-framework", name=name, related=row.framework.span)


def _misplaced(
    passage: Passage, sentence: tuple[int, int], own: Sequence[Row], regions: set[str]
) -> Iterator[Violation]:
    """Yield a region that a sentence gives for a mission with rows in another, or that no row is in."""
    words = passage.lowered[slice(*sentence)]
    for name in own[0].names if own else ():
        words = words.replace(name, "")
    said = {each for each in regions.union(WORLD) - {""} if find_whole(words, each.lower()) >= 0}
    if own and said and said.isdisjoint(row.region for row in own):
        region, there = own[0].region, own[0].operation.span
        for placed in _PLACED.find_in(passage, *sentence)[:1]:
            stops = (find_whole(passage.lowered, each.lower(), placed.end) for each in said)
            behind = passage.text[placed.start : max(stops)].rstrip()
            span = passage.span(placed.start, placed.start + len(behind) if behind else placed.end)
            yield violation(span, "other-region", words=region, related=there, severity=WARNING)
    for region in sorted(said - regions) if not own and _MISSIONS.find_in(passage, *sentence) else ():
        yield violation(passage.span(*sentence), "nothing", words=f"«{region}»", severity=WARNING)
