# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words with hyphens that make one word with the noun behind them: "track-and-trace-systemen"."""

from __future__ import annotations

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace
from jvom.analysis.nouns import disagrees
from jvom.analysis.word_classes import word_class


def is_before_nouns(place: NamePlace) -> bool:
    """Tell whether a word with a hyphen is the first part of a compound with a noun behind it."""
    is_chain = len(place.words) > 2 or _is_foreign(place)
    return (is_chain and not is_inflected(place)) or is_pair(place) or _is_of_abbreviation(place)


def is_inflected(place: NamePlace) -> bool:
    """Tell whether the last word is an adjective, which is apart from its noun."""
    last = place.words[-1]
    return (
        last.endswith(("ige", "landse", "isch", "ische", "eeuws", "lijk", "achtig", "gebaseerd", "gericht"))
        or place.text in word_class("english_adjective")
        or (last.endswith("e") and ("a" in classes_of(last) or last in word_class("nationality")))
        or classes_of(last) == "a"
        or (
            last == "klaar"
            and place.word(-1) in ("een", "geen")
            and disagrees("de", place.word(len(place.words)))
        )
    )


def _is_foreign(place: NamePlace) -> bool:
    """Tell whether a word with a hyphen is no Dutch one: "end-user"."""
    first, last = place.words[0], place.words[-1]
    return (
        place.text.islower()
        and first.isalpha()
        and last.isalpha()
        and first not in word_class("prefix_part")
        and not last.endswith("e")
        and (last in word_class("english_part") or not (classes_of(last) or compounds().parts(last)))
    )


def _is_of_abbreviation(place: NamePlace) -> bool:
    """Tell whether a word with a hyphen is an abbreviation behind another or a prefix: "anti-IED"."""
    first, last = place.word(0), place.word(len(place.words) - 1)
    is_led = first.isupper() or first.lower() in word_class("before_abbreviation")
    return len(place.words) == 2 and last.isupper() and len(last) > 1 and is_led


def is_pair(place: NamePlace) -> bool:
    """Tell whether a word with a hyphen joins two of a kind, and is no noun by itself: "noord-zuid"."""
    kinds = map(word_class, ("compass", "colour", "pair_part"))
    is_of_kind = any(map(set(place.words).issubset, kinds))
    return len(place.words) == 2 and place.text.islower() and is_of_kind and not place.text.endswith("e")
