# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What two nouns side by side are to one another, by the words around them."""

from __future__ import annotations

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of, has_class
from jvom.analysis.nouns import ends_compounds, is_actor
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.dutch.dates import MONTHS

#: "De patrouille boten voeren": behind a singular the second word is no verb when a plural verb follows.
_PLURAL_SUBJECT = Phrase("*en *en", "*en {plural_verb}")
#: What a noun phrase begins with, before its noun; and a sentence, with such a phrase.
_LEADING = Phrase("{determiner} {adjective}?")
OPENING = Phrase("{start} {determiner} {adjective}?")
_AFTER_INDEFINITE = Phrase("een|geen {adjective}?")
_GOVERNED = Phrase("{preposition|away_preposition} {determiner}? {adjective}?")
PHRASE_END = Phrase(
    r",|;|:|\)|.",
    "aan {determiner}",
    "en|of|in|van|voor|die|dat|bij|op|met|naar|door|over|tegen|tussen|is|zijn|was|waren|wordt|worden",
)
#: The ends of plurals, and of nouns that a linking s comes behind.
_LINKED = ("s", "ing", "heid", "teit", "schap")
_NO_FIRST = ("en", *_LINKED)


def stand_as_one(passage: Passage, number: int) -> bool:
    """Tell whether two nouns that no list has as a compound can only be one where they stand.

    A first part with an s that is no word is never alone. A sentence begins with one phrase, so two nouns
    behind its article are one: "De patrouille boten". So are often a noun behind a preposition and the next,
    right before another phrase: "met brandstof tekorten in".
    """
    (start, _), (begin, last) = passage.words[number : number + 2]
    first, second = passage.lowered_words[number : number + 2]
    never = word_class("loose", "never_first")
    if not {first, second}.isdisjoint(never) or "n" not in classes_of(second):
        return False
    if first in word_class("holder") or second in word_class("object_noun") or first in MONTHS:
        return False
    if not classes_of(first) and first.endswith("s"):
        return True
    if _AFTER_INDEFINITE.match_before(passage, start) and not second.endswith(("en", "s")):
        # "Een terugkeer beleid voor": nobody gives something to it; and "een tolken" is nothing.
        is_first = has_class(first, "noun") and not first.endswith(_LINKED)
        is_first &= not first.endswith("en") or "a" not in classes_of(first)
        is_last = classes_of(second) == "n" and ends_compounds(second)
        return is_first and is_last and PHRASE_END.match_at(passage, last) is not None
    if _is_productive_phrase(passage, number):
        return True
    if classes_of(first) != "n":
        return False
    is_noun = classes_of(second) == "n"
    if OPENING.match_before(passage, start):
        return is_noun or _PLURAL_SUBJECT.match_at(passage, begin) is not None
    if not is_noun or first.endswith(_NO_FIRST):
        return False
    if PHRASE_END.match_at(passage, last) is None or not ends_compounds(second):
        return False
    return _GOVERNED.match_before(passage, start) is not None or (
        _LEADING.match_before(passage, start) is not None and not is_actor(first)
    )


def _is_productive_phrase(passage: Passage, number: int) -> bool:
    """Tell whether two nouns that are both in many compounds are one where they stand.

    They are one phrase behind a determiner, preposition or number, with the end of that phrase behind them.
    """
    (start, _), (_, last) = passage.words[number : number + 2]
    first, second = passage.lowered_words[number : number + 2]
    if not compounds().is_productive(first, second) or not PHRASE_END.match_at(passage, last):
        return False
    if "a" in classes_of(first) or not _is_no_verb(second):
        return False
    return _GOVERNED.match_before(passage, start) is not None or (
        _LEADING.match_before(passage, start) is not None and not is_actor(first)
    )


def _is_no_verb(noun: str) -> bool:
    """Tell whether a noun can't be a verb behind a singular, as "bericht" and "posten" can."""
    classes = classes_of(noun)
    return classes == "n" or (classes == "nv" and not noun.endswith(("t", "en")))
