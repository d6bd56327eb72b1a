# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns without the article that they need, beside another noun: the two are mostly one compound."""

from __future__ import annotations

from jvom.analysis.clauses import has_finite_verb_at
from jvom.analysis.compounds import LINKING_ENDINGS, compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import is_no_first, is_titled
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class

#: What makes a noun of a word that may be a verb too: "de opslag loods", "nieuwe brand bluswagen".
_OF_A_NOUN = Phrase(
    "{determiner|preposition|away_preposition|numeral} {adjective}?", "{before_compound}", "*e {adjective}"
)
_INFINITIVE = Phrase("te")
#: Where a text drops its articles.
_TERSE = frozenset(("title", "heading", "head", "cell", "caption", "value"))
_HYPHENS = ("-", "‑")
_ROMAN = frozenset("IVXLC")
_DETERMINED = Phrase("{determiner} {adjective}?")
#: The ends of nouns for an act, which come with an s before another part.
_OF_ACTS = ("ing", "heid")
_NAMED = Phrase("{capital}")


def begins_compound(passage: Passage, number: int) -> bool:
    """Tell whether a word is a noun that makes one word with the noun behind it that needs an article."""
    (start, _), (begin, end) = passage.words[number : number + 2]
    first = passage.lowered_words[number]
    if is_no_first(first):
        return False
    if not passage.text[begin:end].islower() or not passage.text[start + 1 : begin].islower():
        return False
    if is_numbered(passage, number + 1) or is_in_title(passage, number):
        return False
    if tells_what(passage, number) and not _DETERMINED.match_before(passage, start):
        return False
    if passage.text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
        return False
    if first.endswith("ingen") or (number and is_titled(passage.lowered_words[number - 1])):
        return False
    if passage.text[start].isupper() and not has_finite_verb_at(passage, number + 2):
        return False
    if passage.kind in _TERSE and not _DETERMINED.match_before(passage, start):
        return False
    classes = classes_of(first)
    if classes == "n":
        return True
    if not classes:
        return first.endswith(LINKING_ENDINGS) or compounds().parts(first) is not None
    return (
        classes == "nv"
        and not _INFINITIVE.match_before(passage, start)
        and bool(_OF_A_NOUN.match_before(passage, start))
    )


def stands_bare(passage: Passage, number: int) -> bool:
    """Tell whether a noun has no article or other determiner before it: "kregen haven inspecteurs"."""
    words = passage.lowered_words
    if not number or passage.kind in _TERSE or is_titled(words[number]):
        return False
    if words[number - 1] in word_class("determiner", "before_noun"):
        return False
    if is_in_title(passage, number) or tells_what(passage, number):
        return False
    if not passage.text[passage.words[number][0] : passage.words[number + 1][1]].islower():
        return False
    before = number - 1
    may_be_adjective = words[before].endswith("e") and "a" in classes_of(words[before])
    if before and may_be_adjective and "n" not in classes_of(words[before - 1]):
        if words[before - 1] in word_class("titled"):
            return False
        before -= 1  # behind a noun it is a verb: "het team verzorgde"
    (start, end), (begin, _) = passage.words[before : before + 2]
    word = words[before]
    if passage.text[start - 1 : start] in _HYPHENS:
        return False
    return (
        passage.text[start:end].islower()
        and passage.text[end:begin] == " "
        and word not in word_class("determiner", "before_noun")
        and not (word in word_class("preposition") and words[number] in word_class("bare_after_preposition"))
        and words[number] != words[number + 1]
        and (classes_of(word) in ("", "v") or (may_be_adjective and before == number - 1))
    )


def tells_what(passage: Passage, number: int) -> bool:
    """Tell whether a noun without an article has what it is about, or a name, behind it.

    As titles have: "verlening omgevingsvergunning", "resultaten pilot Eerlijk te Huur".
    """
    (start, end), (_, last) = passage.words[number : number + 2]
    if passage.text[start:end].lower().endswith(_OF_ACTS):
        return True
    return _NAMED.match_at(passage, last) is not None


def is_in_title(passage: Passage, number: int) -> bool:
    """Tell whether a word is in the title of an act: "het Besluit algemene rechtspositie politie"."""
    names, titled = passage.lowered_words[max(0, number - 3) : number], word_class("titled")
    places = passage.words[max(0, number - 3) : number]
    return any(
        each in titled and passage.text[start].isupper()
        for each, (start, _) in zip(names, places, strict=True)
    )


def is_numbered(passage: Passage, number: int) -> bool:
    """Tell whether a number comes behind a word: "artikel 3", "het onderdeel fase 2"."""
    behind = passage.text[passage.words[number][1] :].split(maxsplit=1)
    return bool(behind) and (behind[0][0].isdigit() or _ROMAN.issuperset(behind[0]))
