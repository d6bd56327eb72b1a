# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of countries, their inhabitants, towns and groups, and which of them a misspelled one was meant as.

`origins.txt` in ``jvom/data/lexicon`` has a line for each country, with its adjective and inhabitants, and
`places.txt` names of towns, regions and groups. They are compared as they sound, since a slip in a foreign
name is mostly another spelling of its sounds: "Moldaafs", "Katarese".
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

from jvom.analysis.lexicon import classes_of
from jvom.analysis.spelling_keys import unaccented
from jvom.checks.rules.spelling.edits import one_letter_edits
from jvom.data import lexicon_lines

#: Letters for the same sound, in the order in which they are replaced.
_SOUNDS = tuple(
    each.split(">")
    for each in """
    sch>s ij>i y>i j>i oe>u ou>u ph>f q>k ck>k c>k z>s v>f kh>k gh>g th>t dh>d ae>a ea>a -> '>
    """.split()
)
#: What adjectives, inhabitants and names of countries end in, as it sounds.
_ENDS = tuple(
    sorted(
        "ianse anse ans ian an ianen anen ise is ense ese es esen se s landse lands land aner iers ier ers "
        "er ie en e n anise istanse istan stan a o".split(),
        key=len,
        reverse=True,
    )
)
#: What names that begin with a sound may begin with.
_FIRST_LETTERS = {"k": "kcq", "s": "sz", "f": "fvp", "i": "iyj", "u": "uo"}
_ORIGINS, _PLACES = "origins.txt", "places.txt"
#: Shorter names are near too many others.
_SHORTEST, _SHORTEST_STEM, _SHORTEST_ALIKE = 6, 4, 5
#: Shorter names and nouns are in other words by accident.
_SHORTEST_PART = 4
#: As many first letters as a misspelled word has in common with the right one, when it is only like that.
_INTACT = 3
_LIKENESS = 0.8
#: What adjectives and inhabitants of countries end in, as it sounds.
_OF_ORIGIN = ("se", "s", "nen", "sen", "ers", "ier", "ie")


def meant_names(text: str) -> list[str]:
    """Return the names that a word with a capital may have been meant as; [] if it is right, or near none.

    A name is near when it sounds alike but for a letter. A word with the end that those of countries have is
    compared by what comes before that as well: "Letlandse" beside "Letland".
    """
    right = {text.removesuffix("s").rstrip("'’"), unaccented(text.lower()).capitalize()}
    if not right.isdisjoint(known_names()):
        return []
    sound = _sound(text)
    names = _by_sound(sound[0])
    if len(text) >= _SHORTEST_ALIKE and sound in names:
        return names[sound]
    if text.endswith(("'s", "’s")):
        return []
    if len(sound) >= _SHORTEST:
        near = (each for each in one_letter_edits(sound) if each in names and each[0] == sound[0])
        if found := {name for each in near for name in names[each] if len(name) >= _SHORTEST}:
            return sorted(found)
    return _of_country(text, sound) if sound.endswith(_OF_ORIGIN) else []


def _of_country(text: str, sound: str) -> list[str]:
    """Return the names of a country with the stem of a word, of its class; or those that are most like it."""
    from difflib import get_close_matches  # only needed when a word is wrong

    if names := _by_stem(sound[0]).get(_stem(sound), ()):
        alike = [name for name in names if name[-1] == text[-1]]
        return get_close_matches(text, alike or names, n=2, cutoff=0)
    near = (name for name in known_names() if name[:_INTACT] == text[:_INTACT])
    return get_close_matches(text, sorted(near), n=2, cutoff=_LIKENESS)


@cache
def known_names() -> frozenset[str]:
    """Return all the names, the adjectives without their e, and those of places: "Kyivse"."""
    names = frozenset(name for file in (_ORIGINS, _PLACES) for line in _lines(file) for name in line)
    of_places = (f"{name}{end}" for line in _lines(_PLACES) for name in line for end in ("s", "se"))
    return names.union((line[1].removesuffix("e") for line in _lines(_ORIGINS) if len(line) > 1), of_places)


@cache
def well_known_places() -> frozenset[str]:
    """Return all the names, and those of more cities, which are only asked for by one letter more or less."""
    return known_names().union(*_lines("well_known_places.txt"))


@cache
def _lines(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lexicon_lines(name))


@cache
def _by_sound(first: str) -> dict[str, list[str]]:
    """Return the names that begin with a sound, by how they sound."""
    found: dict[str, list[str]] = {}
    for name in sorted(each for each in known_names() if each[0].lower() in _letters(first)):
        found.setdefault(_sound(name), []).append(name)
    return found


@cache
def _by_stem(first: str) -> dict[str, tuple[str, ...]]:
    """Return the names of each country that begins with a sound, by the stem of any of them."""
    lines = (line for line in _lines(_ORIGINS) if line[0][0].lower() in _letters(first))
    stems = ((_stem(_sound(name)), line) for line in lines for name in line)
    return {stem: line for stem, line in stems if len(stem) >= _SHORTEST_STEM}


def _letters(sound: str) -> str:
    """Return the letters that a name with a first sound may begin with."""
    return _FIRST_LETTERS.get(sound, sound)


def _stem(sound: str) -> str:
    """Return a sound without the end that words of a country have."""
    stems = (sound.removesuffix(end) for end in _ENDS if sound.endswith(end))
    return next((stem for stem in stems if len(stem) >= _SHORTEST_STEM), sound)


@cache
def _sound(word: str) -> str:
    """Return how a name sounds: one letter for each sound, and doubled letters once."""
    sound = unaccented(word.lower())
    for letters, sounded in _SOUNDS:
        sound = sound.replace(letters, sounded)
    return "".join(letter for letter, _ in groupby(sound)).removesuffix("h")


def begins_with_a_place(text: str) -> bool:
    """Tell whether a word is a name of a country or town and a noun: "Malimissie", "Wenenproces"."""
    return text[:1].isupper() and any(
        text[:at] in known_names() and "n" in classes_of(text[at:])
        for at in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1)
    )
