# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Capitals of words that are no names."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.name_spellings import NamePlace, place_of, single_words
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Place
from jvom.checks.replacements import correction
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.language.never_names import NAME_GOES_ON, begins_sentence, never_names
from jvom.checks.views import DossierView, Texts

#: In a dossier, whose names are known, a word after these at the start of a sentence counts too.
_OPENING = frozenset(("De", "Het", "Een", "Deze", "Dit"))
_AFTER_NAME = Phrase("name={capital} van|voor|op|inzake|over|en")
_OF_A_MINISTRY = Phrase("van|voor {capital}")
#: The office of a signatory on its own line: "De Minister van Defensie,".
_SIGNATURE = Phrase("De {word}...9 ,")
_SHORTEST_NAME = 3
#: Whom a letter is to, in the data: "Aan de Voorzitter van".
_ADDRESSED = Phrase("{start} aan de")


@rule("LNG023", WARNING, Scope.TEXTS, fixable=True)
def capital_for_common_noun(texts: Texts) -> Iterator[Violation]:
    """A common noun has a capital in mid-sentence."""
    never = [*never_names(texts), *_offices(texts)]
    yield from never
    reported = {each.span for each in never}
    found: dict[tuple[str, str, bool], list[NamePlace]] = {}
    capitals: dict[str, list[NamePlace]] = {}
    for passage in texts.passages:
        for place in passage.memo(_capitals) if passage.document != "gegevens" else ():
            capitals.setdefault(place.words[0], []).append(place)
    # Nearly all are names, which have a capital everywhere: that is seen soonest.
    small = (each for word in capitals if any(map(_is_small, texts.words[word])) for each in capitals[word])
    for place in (*(each for each in small if _may_be_common(each, texts)), *_before_numbers(texts)):
        # "Minister van Defensie" is an office: only "minister van" in lower case contradicts it.
        path = place.passage.compared_in
        office = bool(path and _OF_A_MINISTRY.match_at(place.passage, place.end))
        if not (office and place.first == 1 and _SIGNATURE.match_at(place.passage, 0)):
            found.setdefault((place.words[0], path, office), []).append(place)
    for (word, path, office), places in found.items():
        lower_case = [
            each
            for each in single_words(texts.index, word)
            if each.text.islower()
            and each.is_dutch
            and each.passage.compared_in == path
            and (not office or _OF_A_MINISTRY.match_at(each.passage, each.end))
        ]
        contradicted = places if len(lower_case) >= len(places) else []
        for place in [each for each in contradicted if each.span not in reported]:
            yield correction(
                place.passage,
                place.start,
                place.end,
                word,
                "lower-elsewhere",
                word=place.text,
                related=lower_case[0].span,
                safe=False,
                severity=INFO if path and not _is_surely_common(word) else None,
            )


#: In a register of names an office has a small letter, as in the middle of a sentence.
_OFFICE = Phrase(
    "{start} office=Minister|Staatssecretaris|Ambassadeur|Gouverneur|Burgemeester|Premier van|voor"
)


def _offices(texts: Texts) -> Iterator[Violation]:
    """Yield the capitals of offices in the register of names: "Staatssecretaris van Defensie"."""
    for text in texts.texts:
        for passage in text.passages if text.id == "names.yml" else ():
            if found := _OFFICE.match_at(passage, 0):
                office, word = found["office"], found.part("office")
                yield correction(
                    passage, office.start, office.end, word, "no-name", word=word.capitalize(), safe=False
                )


def _is_small(place: Place) -> bool:
    passage, number = place
    return passage.text[passage.words[number][0]].islower()


def _before_numbers(texts: Texts) -> Iterator[NamePlace]:
    """Yield the parts of an act with a capital before or behind a number: "artikel 42, Lid 4", "7e Lid"."""
    for word in sorted(word_class("part_before_number")):
        for place in single_words(texts.index, word):
            before = place.passage.text[: place.start].rstrip()[-1:]
            if not place.text.istitle():
                continue
            is_before = place.word(1).isdigit() and (before.islower() or before == ",")
            if is_before or _is_ordinal(place.word(-1).lower()):
                yield place


def _is_ordinal(word: str) -> bool:
    return word in word_class("ordinal") or (
        word[:1].isdigit() and word.lstrip("0123456789") in ("e", "de", "ste")
    )


def _capitals(passage: Passage) -> list[NamePlace]:
    """Return the words with a capital after a word that no name begins with, with a space between them."""
    found = []
    text, before = passage.text, word_class("before_common")
    if passage.kind == "value":
        # Data are a few words each, in which a name is known by the names before and behind it.
        before = word_class("before_common", "preposition")
    for number in passage.capitalized_words:
        if passage.lowered_words[number - 1] not in before:
            continue
        (start, end), (_, last) = passage.words[number], passage.words[number - 1]
        if text[last:start] == " ":
            is_noun = text[start + 1 : end].islower() and text[end : end + 1] not in ("-", "'", "’")
            in_name = text[end : end + 1] == " " and (text[end + 1].isupper() or text[end + 1] == "(")
            if is_noun and not in_name:
                found.append(place_of(passage, number, number))
    return found


def _may_be_common(place: NamePlace, texts: Texts) -> bool:
    """Tell whether a word with a capital may be a common noun, judging by the words around it."""
    word, before, passage = place.words[0], place.word(-1), place.passage
    start = passage.words[place.first - 1][0]
    # "De Jaarlijkse voortgangsrapportage" is the title's first word.
    in_title = isinstance(texts, DossierView) and place.text in texts.data.title.split()
    is_name = before[:1].isupper() and not begins_sentence(passage, start)  # "de Nationale Politie"
    opens = passage.document != "tekst" and before in _OPENING
    if passage.kind == "value" and _ADDRESSED.match_before(passage, place.start):
        return False
    if in_title or is_name or word in word_class("capital_name"):
        return False
    if not (before.islower() or opens or _is_surely_common(word)):
        return False
    name = _AFTER_NAME.match_before(passage, start)
    if name and (begins_sentence(passage, name.start) or len(name.part("name")) < _SHORTEST_NAME):
        name = None  # which has its capital from being first
    in_name = name or NAME_GOES_ON.match_at(passage, place.end)
    if passage.is_quoted(place.start, place.end) or not passage.is_dutch(start, place.end):
        return False
    return word in word_class("lower_before_name") or not in_name


def _is_surely_common(word: str) -> bool:
    return word.endswith(tuple(word_class("surely_common")))
