# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Extracts the messages of word rules and of the pages of rules for translation (Babel extraction methods).

Babel calls each as babel.messages.extract describes, with keywords, tags and options that none of them needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, TypeAlias

from jvom.checks.registry import read_families
from jvom.checks.rule import page_as_typed
from jvom.checks.wordings import front_matter
from jvom.checks.words.rule_files import WordRule, read_rule

#: What Babel wants of each text: its line, its function, itself, and comments.
_Extracted: TypeAlias = tuple[int, str, str, list[str]]
_ONLY_A_VALUE = re.compile(r"\{\w+\}")


def messages_of_word_rule(file: IO[bytes], *_: object, **_options: object) -> Iterator[_Extracted]:
    """Yield each message of a word rule."""
    for text in texts(read_rule(file.read())):
        yield 1, "", text, []


def texts_of_page(file: IO[bytes], *_: object, **_options: object) -> Iterator[_Extracted]:
    """Yield the summary of the rule that has this page, and each text that it can give.

    A text that is only a value has nothing to translate.
    """
    page = file.read().decode()
    said = (text for each in front_matter(page).wordings.values() for text in each.texts)
    for text in dict.fromkeys((page_as_typed(page).summary.text, *said)):
        if not _ONLY_A_VALUE.fullmatch(text):
            yield 1, "", text, []


def titles_of_families(file: IO[bytes], *_: object, **_options: object) -> Iterator[_Extracted]:
    """Yield the titles of the families of rules."""
    for family in read_families(file.read().decode()):
        yield 1, "", family.title.text, []


def texts(rule: WordRule) -> tuple[str, ...]:
    """Return the summary, the message, the advice and the notes of a rule, each once."""
    phrases = (*rule.phrases, *(phrase for group in rule.groups for form in group for phrase in form))
    notes = [*(phrase.note for phrase in phrases), *(each.note for each in rule.searches)]
    own = [rule.summary, rule.message, rule.advice, *(each.message for each in rule.searches)]
    return tuple(text for text in dict.fromkeys([*own, *notes]) if text)
