# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Capitals of words that are no names."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.name_spellings import NamePlace, place_of, single_words
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import MONTHS, WEEKDAYS
from jvom.findings import Related
from jvom.messages import msg

# --- capitals -----------------------------------------------------------------------------------

#: In a dossier, whose names are known, a word after these at the start of a sentence counts too.
_OPENING = frozenset(("De", "Het", "Een", "Deze", "Dit"))
_ADJECTIVES = ("ische", "lijke", "ële")
_SHORTEST_NOUN, _LONGEST_NOUN = 4, 31
_NAME_GOES_ON = Phrase("van|voor|der|des|tot|op|inzake|betreffende|tegen|aan de|het|den? {capital}")
_AFTER_NAME = Phrase("name={capital} van|voor|op|inzake|over|en")
_OF_A_MINISTRY = Phrase("van|voor {capital}")


@rule("LNG023", WARNING, Scope.TEXTS, fixable=True)
def capital_for_common_noun(texts: Texts) -> Iterator[Violation]:
    """A common noun has a capital in mid-sentence."""
    yield from _days_and_months(texts)
    found: dict[tuple[str, str, bool], list[NamePlace]] = {}
    for passage in texts.passages:
        # The texts of a dossier are compared with one another, loose texts only with themselves.
        path = passage.whole.path if passage.document == "tekst" else ""
        for place in passage.memo(_capitals):
            # "Minister van Defensie" is an office: only "minister van" in lower case contradicts it.
            office = bool(path and _OF_A_MINISTRY.match_at(passage, place.end))
            if _may_be_common(place, texts) and not (office and _is_signature(passage, place.start)):
                found.setdefault((place.words[0], path, office), []).append(place)
    for place in _before_numbers(texts):
        path = place.passage.whole.path if place.passage.document == "tekst" else ""
        found.setdefault((place.words[0], path, False), []).append(place)
    for (word, path, office), capitals in found.items():
        lower_case = [
            place
            for place in single_words(texts.index, word)
            if _is_lower_case(place, path)
            and (not office or _OF_A_MINISTRY.match_at(place.passage, place.end))
        ]
        if not lower_case or len(lower_case) < len(capitals):
            continue
        in_lower_case = Related(lower_case[0].span, msg("hier staat het klein"))
        for place in capitals:
            yield Violation(
                place.span,
                msg("«{word}» staat elders met een kleine letter", word=place.text),
                msg("schrijf «{better}»", better=word),
                replace(place.passage, place.start, place.end, word, safe=False),
                related=(in_lower_case,),
                severity=INFO if path and not _is_surely_common(word) else None,
            )


def _before_numbers(texts: Texts) -> Iterator[NamePlace]:
    """Yield the parts of an act with a capital before a number: "artikel 42, Lid 4"."""
    for word in sorted(word_class("part_before_number")):
        for place in single_words(texts.index, word):
            before = place.passage.text[: place.start].rstrip()[-1:]
            in_sentence = before.islower() or before == ","
            is_part = place.text.istitle() and place.word(1).isdigit() and in_sentence
            if is_part and place not in place.passage.memo(_capitals):
                yield place


def _capitals(passage: Passage) -> list[NamePlace]:
    """Return the words with a capital after a word that no name begins with, with a space between them."""
    found = []
    text, before = passage.text, word_class("before_common")
    for number in passage.capitalized_words:
        start, end = passage.words[number]
        if not _SHORTEST_NOUN <= end - start <= _LONGEST_NOUN or not number:
            continue
        if text[passage.words[number - 1][1] : start] != " ":
            continue
        previous = passage.lowered_words[number - 1]
        follows = previous in before or previous.capitalize() in before or previous.endswith(_ADJECTIVES)
        # Data are a few words each, in which a name is known by the names before and behind it.
        follows |= passage.kind == "value" and previous in word_class("preposition")
        if not follows:
            continue
        is_noun = text[start + 1 : end].islower() and text[end : end + 1] not in ("-", "'", "’")
        in_name = text[end : end + 1] == " " and (text[end + 1].isupper() or text[end + 1] == "(")
        if is_noun and not in_name:
            found.append(place_of(passage, number, number))
    return found


def _may_be_common(place: NamePlace, texts: Texts) -> bool:
    """Tell whether a word with a capital may be a common noun, judging by the words around it."""
    word, before, passage = place.words[0], place.word(-1), place.passage
    # "De Jaarlijkse voortgangsrapportage" is the title's first word.
    title = texts.data.title.split() if isinstance(texts, DossierView) else ()
    in_sentence = before in word_class("before_common") or before.islower()
    if before[:1].isupper() and not _begins_sentence(passage, passage.words[place.first - 1][0]):
        return False  # "de Nationale Politie"
    if passage.kind == "value" and place.text in title:
        return False
    opens = passage.document != "tekst" and before in _OPENING and place.text not in title
    if word in word_class("capital_name") or not (in_sentence or opens or _is_surely_common(word)):
        return False
    start = passage.words[place.first - 1][0]
    name = _AFTER_NAME.match_before(passage, start)
    if name and passage.kind == "value" and _begins_sentence(passage, name.start):
        name = None  # which has its capital from being first
    in_name = _NAME_GOES_ON.match_at(passage, place.end) or (name and len(name.part("name")) > 2)
    if passage.is_quoted(place.start, place.end):
        return False
    return passage.is_dutch(start, place.end) and (word in word_class("lower_before_name") or not in_name)


def _begins_sentence(passage: Passage, at: int) -> bool:
    return not passage.text[passage.sentence_at(at)[0] : at].strip("\"'“‘„«(* ")


def _is_surely_common(word: str) -> bool:
    return word.endswith(tuple(word_class("surely_common")))


def _is_lower_case(place: NamePlace, path: str) -> bool:
    passage = place.passage
    is_here = not path or passage.whole.path == path
    return (
        is_here and place.text.islower() and place.is_dutch and passage.text[place.end : place.end + 1] != "-"
    )


def _is_signature(passage: Passage, at: int) -> bool:
    """Tell whether an office is that of a signatory: "De Minister van Defensie," on its own line."""
    office, comma, _ = passage.text[:100].partition(",")
    words = office.replace("-", " ").split()
    return at < 4 and bool(comma) and words[0] == "De" and all(map(str.isalnum, words))


_DAY = Phrase(
    f"({{before_day}}|{{digits}}) day={'|'.join(word.capitalize() for word in (*MONTHS[1:], *WEEKDAYS))}"
)


def _days_and_months(texts: Texts) -> Iterator[Violation]:
    """Yield capitalized days and months after a number or a preposition: "9 Maart", "op Woensdag"."""
    for match in _DAY.find(texts, Reads.DUTCH):
        if match.passage.kind not in ("title", "heading", "head") and match.passage.is_text:
            passage, (start, end) = match.passage, (match["day"].start, match["day"].end)
            yield Violation(
                passage.span(start, end),
                msg("«{word}» is geen naam, en krijgt een kleine letter", word=passage.text[start:end]),
                msg("schrijf «{better}»", better=match.part("day")),
                replace(passage, start, end, match.part("day")),
            )


RULES = (capital_for_common_noun,)
