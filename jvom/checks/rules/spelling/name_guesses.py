# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an unknown word with a capital may have been meant as: near nothing known, it is taken for a name.

Names are unlike one another, so only three things count: a word in an English name or title that is near one
that such names have; a word of a country, by its ending and its first letters; and a long word near one that
the texts themselves use.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.analysis.languages import english, is_personal_name
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.around_names import (
    CAPITAL,
    is_behind_person,
    is_behind_place,
    is_in_english_name,
    is_in_name,
    is_of_person,
    may_be_ordinary,
)
from jvom.checks.rules.spelling.edits import one_letter_edits, simple_edits, slips_of, with_other_letter
from jvom.checks.rules.spelling.known_names import known_names, meant_names, well_known_places
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_words import Token
from jvom.dutch.typos import typo

#: Shorter words are near too many others.
_SHORTEST, _SHORTEST_NAME, _SHORTEST_ENGLISH = 8, 6, 5
#: Shorter names are another letter from a place by accident (Sinwar), unless they are where a place is.
_SHORTEST_PLACE = 7
#: A word of this length is a letter from another by accident hardly ever.
_LONG = 9
#: A name that ends in one has an apostrophe in its plural and genitive.
_VOWELS = "aeiouy"
#: What begins so has a capital in the dictionary too: "Kamercommissie".
_OF_PARLIAMENT = "Kamer"


def similar_names(spelling: SpellChecker, text: str, tokens: list[Token]) -> tuple[str, ...]:
    """Return what an unknown word with a capital may have been meant as; () when it may well be a name."""
    if in_capitals := spelling.meant.with_abbreviation(text):
        return in_capitals
    if _is_inflected(spelling, text):
        return ()
    similar = spelling.similar_names.of(text) if len(text) >= _SHORTEST_NAME else []
    of_person = any(map(is_behind_person, tokens))
    if not similar and len(text) >= _SHORTEST_NAME and not of_person:
        edits = chain(simple_edits(text), with_other_letter(text) if len(text) >= _LONG else ())
        similar = [name for name in edits if name[0] == text[0] and _is_only_name(name, spelling)]
        of_person = is_of_person(similar, tokens, spelling)
        similar = [] if of_person else similar
    similar = similar or _guesses(spelling, text, tokens, of_person=of_person)
    if text.endswith("s") and text[-2:-1] not in _VOWELS and text[:-1] in similar:
        return ()  # "Bransons lancering"
    # Arabic names are written with and without a final h: Manama, Manamah.
    with_h = (name for name in similar if name.removesuffix("h") == text.removesuffix("h"))
    return tuple(name for name in similar if name not in {*with_h} - known_names())


def _is_inflected(spelling: SpellChecker, text: str) -> bool:
    """Tell whether the dictionary has the word that one of a country is made of.

    That is an adjective without its e ("Abchazische"), the country of inhabitants ("Nubiërs"), or a place in
    -en ("Huisduiner").
    """
    first, _, last = text.rpartition("-")
    known = spelling.dictionary.has
    if any(text.endswith(f"ië{end}") and known(text.removesuffix(end)) for end in ("r", "rs")):
        return True
    place = f"{text[:-2]}en"
    if text.endswith("er") and spelling.dictionary.lists(place) and not known(place.lower()):
        return True
    return (
        last.endswith("sche") and known(last[:-1]) and (not first or first.lower() in word_class("compass"))
    )


def _is_only_name(word: str, spelling: SpellChecker) -> bool:
    """Tell whether the dictionary has a word only as a name that is well known, and not of persons.

    "Ankara", not "Borrel", nor the hamlet Maalburgen, which has no adjective.
    """
    has, lists = spelling.dictionary.has, spelling.dictionary.lists
    known = has(word) and not has(word.lower()) and not is_personal_name(word)
    return known and (
        word in well_known_places() or lists(f"{word}se") or lists(f"{word.removesuffix('en')}se")
    )


def _guesses(spelling: SpellChecker, text: str, tokens: list[Token], *, of_person: bool) -> list[str]:
    names = (
        meant_names(text)
        if len(text) >= _SHORTEST_PLACE or any(map(is_behind_place, tokens))
        else [name for name in meant_names(text) if typo(text, name) != "other"]
    )
    if not of_person and (found := [*names, *_parts_of_names(spelling, text, tokens)]):
        old = text.endswith("sche") and any(CAPITAL.match_at(each.passage, each.end) for each in tokens)
        return [] if old else found
    if len(text) >= _SHORTEST_ENGLISH and any(map(is_in_english_name, tokens)):
        known = chain(english(), word_class("title_word", "name_word"))
        if found := [word.capitalize() for word in slips_of(text.lower(), known)]:
            return sorted(set(found))
    if "-" in text and not of_person:
        return _with_hyphen(spelling, text)
    if len(text) < _SHORTEST or of_person:
        return []
    small, has = text.lower(), spelling.dictionary.has
    near_by = spelling.texts.words.keys() | word_class("capital_name", "head_noun", "feast")
    near = [
        word for word in one_letter_edits(small) if word in near_by and (has(word) or has(word.capitalize()))
    ]
    if not near and len(text) >= _LONG and any(map(may_be_ordinary, tokens)):
        edits = simple_edits(text if text.startswith(_OF_PARLIAMENT) else small)
        near = [word for word in edits if has(word) and spelling.meant.is_likely(word)]
    return [] if is_of_person(near, tokens, spelling) else sorted({word.capitalize() for word in near})


def _parts_of_names(spelling: SpellChecker, text: str, tokens: list[Token]) -> Iterator[str]:
    """Yield the words of names of bodies that a word is one slip away from, beside another capital."""
    if len(text) >= _SHORTEST_ENGLISH and any(map(is_in_name, tokens)):
        parts, small = word_class("name_part"), text.lower()
        edits = chain(one_letter_edits(small), spelling.dictionary.corrected(small))
        yield from sorted({each.capitalize() for each in edits if each in parts})


def _with_hyphen(spelling: SpellChecker, text: str) -> list[str]:
    """Return what a word of ordinary parts may have been meant as when one is wrong: "Vice-Admriaal"."""
    parts, has = text.split("-"), spelling.dictionary.has
    unknown = [at for at, part in enumerate(parts) if not has(part.lower()) and not has(part)]
    if len(unknown) != 1 or len(parts[unknown[0]]) < _SHORTEST_NAME or not parts[unknown[0]].istitle():
        return []
    (at,) = unknown
    if parts[0] not in word_class("arabic_article") and (found := meant_names(parts[at])):
        return ["-".join((*parts[:at], each, *parts[at + 1 :])) for each in found]
    likely = (
        spelling.texts.words.keys() | word_class("head_noun") | word_class("head_of") | word_class("rank")
    )
    near = [word for word in simple_edits(parts[at].lower()) if word in likely and has(word)]
    return sorted({"-".join((*parts[:at], word.capitalize(), *parts[at + 1 :])) for word in near})
