# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Extracts the messages of word rules and of the pages of rules for translation (Babel extraction methods).

Babel calls each as babel.messages.extract describes, and wants of each text: line, function, text, comments.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO

from jvom.checks.registry import read_families
from jvom.checks.rule import page_as_typed
from jvom.checks.wordings import front_matter
from jvom.checks.words.rule_files import WordRule, read_rule

_ONLY_A_VALUE = re.compile(r"\{\w+\}")


def messages_of_word_rule(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield each message of a word rule."""
    del keywords, comment_tags, options
    for text in texts(read_rule(file.read())):
        yield 1, "", text, []


def texts_of_page(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield the summary of the rule that has this page, and each text that it can give.

    A text that is only a value has nothing to translate.
    """
    del keywords, comment_tags, options
    page = file.read().decode()
    said = (text for each in front_matter(page).wordings.values() for text in each.texts)
    for text in dict.fromkeys((page_as_typed(page).summary.text, *said)):
        if not _ONLY_A_VALUE.fullmatch(text):
            yield 1, "", text, []


def titles_of_families(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield the titles of the families of rules."""
    del keywords, comment_tags, options
    for family in read_families(file.read().decode()):
        yield 1, "", family.title.text, []


def texts(rule: WordRule) -> tuple[str, ...]:
    """Return the summary, the message, the advice and the notes of a rule, each once."""
    phrases = (*rule.phrases, *(phrase for group in rule.groups for phrase in group))
    notes = [*(phrase.note for phrase in phrases), *(each.note for each in rule.searches)]
    own = [rule.summary, rule.message, rule.advice, *(each.message for each in rule.searches)]
    return tuple(text for text in dict.fromkeys([*own, *notes]) if text)
