# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Unknown words that are right for what is around them: new nouns, Latin species, other languages."""

from __future__ import annotations

from collections.abc import Collection

from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.checks.rules.spelling.old_spelling import is_old
from jvom.checks.rules.spelling.spelled_words import Token
from jvom.checks.rules.spelling.word_formation import is_act, is_before_noun
from jvom.dutch.verbs import infinitives_of

#: What is right before a noun only: "het voordetachement", "door al dat geprocedeer".
_BEFORE_NOUN = Phrase("{determiner|adjective}")
_BEFORE_ACT = Phrase(
    "{preposition} het|dat|dit {adjective}?", "{start} het|dat|dit {adjective}?", "al het|dat|dit"
)
#: Old forms that only fixed phrases have.
_FIXED = Phrase(
    "bij wege van", "te dezer stede|plaatse|zake", "te zijner|harer|hunner", "ultimum remedium", "an sich"
)
#: A word that the text explains: "de plassen, die daar dobben worden genoemd".
_EXPLAINED = Phrase("die|dat|wat|ook|wel ...5 {word} wordt|worden|werd|werden genoemd")
#: A genus before its species: "Vibrio cholerae"; and the ends of Latin words.
_GENUS, _LATIN = Phrase("{capital}"), ("ae", "us", "um", "is", "i", "ans", "ens", "orum", "a", "ix")
_LATIN_GENUS = ("a", "o", "us", "um", "is", "ea", "ix", "es", "ys", "ium", "on")


def is_right_in_context(word: str, tokens: Collection[Token], dictionary: Dictionary) -> bool:
    """Tell whether a word is right behind what is before it, or beside another language or an old year."""
    if is_old(word, tokens, dictionary) or all(map(_is_in_other_language, tokens)):
        return True
    if not word.islower():
        return word.endswith("s") and word[:-1] in word_class("state")  # "Italiës schuld"
    if all(_FIXED.is_around(each.passage, each.start, each.end) for each in tokens):
        return True
    if any(_EXPLAINED.is_around(each.passage, each.start, each.end) for each in tokens):
        return True
    if (stem := _stem(word)) and all(_is_of_separable(stem, each, dictionary) for each in tokens):
        return True
    before = _BEFORE_ACT if is_act(word) else _BEFORE_NOUN if is_before_noun(word) else None
    if before and all(before.match_before(each.passage, each.start) for each in tokens):
        return True
    return word.endswith(_LATIN) and all(_follows_genus(token, dictionary) for token in tokens)


def _stem(word: str) -> str:
    """Return the stem of what may be the present or past of a verb; "" for no such form."""
    ending = next(filter(word.endswith, ("den", "de", "ten", "te", "t")), "")
    stem = word.removesuffix(ending) if ending else ""
    return "" if stem.endswith(("d", "t")) else stem


def _is_of_separable(stem: str, token: Token, dictionary: Dictionary) -> bool:
    """Tell whether the rest of a verb that is known is behind its stem: "burgert snel in"."""
    passage, end = token.passage, token.passage.sentence_at(token.start)[1]
    behind = word_class("verb_prefix").intersection(passage.text[token.end : end].rstrip(".;:!?").split())
    return any(dictionary.lists(f"{rest}{verb}") for rest in behind for verb in infinitives_of(stem))


#: Small words that only another language has, which its other words are beside.
_FOREIGN = Phrase("les|du|aux|pour|avec|une|chez|leurs|à|est|und|für|zur|zum|nicht|vom|los|las|para")


def _is_in_other_language(token: Token) -> bool:
    """Tell whether a word is beside one that Dutch lacks, or is one: "Les histoires", "faite à Marie"."""
    passage, start, end = token.passage, token.start, token.end
    places = (_FOREIGN.match_before(passage, start), *(_FOREIGN.match_at(passage, at) for at in (start, end)))
    return any(place is not None for place in places)


def _follows_genus(token: Token, dictionary: Dictionary) -> bool:
    genus = _GENUS.match_before(token.passage, token.start)
    word = genus.passage.text[genus.start : genus.end].lower() if genus else ""
    return word.endswith(_LATIN_GENUS) and not dictionary.has(word)
