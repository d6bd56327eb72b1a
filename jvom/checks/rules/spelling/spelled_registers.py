# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling of the Dutch names in registers, and of those behind abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.spelling.dictionary import is_english
from jvom.checks.rules.spelling.meant_words import SIMILAR
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.word_formation import is_formed
from jvom.checks.views import DossierView
from jvom.checks.words.phrases import match_case
from jvom.dutch.typos import typo

#: The kinds of names that are made of no other words, unless they have several: "Mitrovica".
PROPER = ("land", "plaats", "persoon")
#: Shorter words are like too many others.
_SHORTEST = 6


def misspelled_in_registers(spelling: SpellChecker, dossier: DossierView) -> Iterator[Violation]:
    """Yield the words of Dutch names in registers that are a typo away from one that is known."""
    proper = {each.name for each in dossier.dossier.names.names if each.kind in PROPER}
    for passage in dossier.passages:
        if passage.document != "gegevens" or (" " not in passage.text and passage.text in proper):
            continue
        for start, end in passage.words:
            word = passage.text[start:end]
            if _is_known(word, spelling):
                continue
            meant = _meant(word.lower(), passage.whole.path, spelling)
            if meant and not is_english(word):  # asked last, since it may load another dictionary
                better = "», «".join(match_case(word, form) for form in meant)
                yield violation(passage.span(start, end), "suggested", word=word, words=better)


def _is_known(word: str, spelling: SpellChecker) -> bool:
    small, dictionary = word.lower(), spelling.dictionary
    if len(word) < _SHORTEST or not word.isalpha() or not word[1:].islower():
        return True
    if small in spelling.accepted or classes_of(small) or small in english():
        return True
    bare = small.removesuffix("s")  # "Luchtverdedigings- en Commandofregat"
    return (
        dictionary.has(word) or dictionary.has(small) or dictionary.has(bare) or is_formed(small, dictionary)
    )


def _meant(word: str, file: str, spelling: SpellChecker) -> tuple[str, ...]:
    """Return the known words that a word (small letters) is a usual typo of."""
    meant = spelling.meant.suggest(word, file, guess=False)[:3]
    return tuple(each for each in meant if typo(word, each) in SIMILAR)
