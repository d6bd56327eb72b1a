# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an appendix holds, by its title and columns, as the stems of words."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage, PassageKind
from jvom.analysis.phrases import Phrase
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.mandates.mandate_table import table_rows
from jvom.checks.views import DossierView, Texts, TextView

_OF_TABLES: tuple[PassageKind, ...] = ("title", "heading", "head", "cell", "caption")
#: Who or what an indirect question asks for; of one on time the words say nothing.
_WHO = Phrase("wie|wat|waarmee|waardoor|waarom|hoe", "hoeveel de|het|een|deze|zij")
_WHEN = Phrase("hoe lang", "tot wanneer", "waarop", "op welke")


def appendix_of(texts: Texts) -> tuple[TextView, ...]:
    """Return the appendices of a dossier's report."""
    if not isinstance(texts, DossierView):
        return ()
    ids = {appendix.id for appendix in texts.data.appendices}
    return tuple(text for text in texts.texts if text.id in ids and text.document == "rapport")


def held_stems(texts: Texts) -> frozenset[str]:
    """Return the stems of what the appendices hold: of one with a table, by its title, headings and cells.

    Those for what is in the table of mandates are among them.
    """
    found: set[str] = set()
    for text in appendix_of(texts):
        has_table = any(text.passages_of("head"))
        found |= _stems_in(text.passages_of(*_OF_TABLES) if has_table else text.passages)
    rows = texts.memo(table_rows)
    for row in rows:
        found |= stems(Tokens(f"{row.operation.text} {row.region} {row.basis.text}").lowered)
    return frozenset(found | ({word[:_STEM] for word in word_class("of_mandates")} if rows else set()))


def all_stems(texts: Texts) -> frozenset[str]:
    """Return these stems, and those of all other words in the appendices."""
    return texts.memo(held_stems).union(*(_stems_in(text.passages) for text in appendix_of(texts)))


def _stems_in(passages: Iterable[Passage]) -> set[str]:
    return {stem for passage in passages for stem in stems(passage.tokens.lowered)}


def stems(words: Iterable[str]) -> set[str]:
    """Return of words in small letters those with content, cut to the six letters that their forms share."""
    return set(filter(None, map(stem_of, words)))


_STEM = 6
#: Shorter words say nothing of what an appendix is about, unless they are what is asked: "wat zij kost".
_SHORTEST, _VERB = 5, 4


def stem_of(word: str, shortest: int = _SHORTEST) -> str:
    """Return the first letters of a content word (small letters); "" for any other word."""
    if len(word) < shortest or not word.isalpha():
        return ""
    return (
        "" if word in word_class("of_appendices", "month", "numeral", "ordinal", "arranged") else word[:_STEM]
    )


def noun_stems(text: str, *, only: bool = False) -> dict[str, str]:
    """Return words that may be nouns by their stems; with `only`, those that can be nothing else."""
    return {
        stem: word
        for word in Tokens(text).lowered
        if (stem := stem_of(word))
        and (classes_of(word) == "n" if only else "n" in classes_of(word) or not classes_of(word))
    }


def asked_stems(passage: Passage, start: int, end: int) -> dict[str, str]:
    """Return the words of an indirect question without a noun by their stems: "wie elke missie leidt"."""
    asked = _WHO.find_in(passage, start, end)
    if not asked or _WHEN.find_in(passage, start, end):
        return {}
    words = Tokens(passage.typed[asked[0].end : end]).lowered
    return {stem: word for word in words if (stem := stem_of(word, _VERB))}
