# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on phrases tells of all that there is, and the phrases of all rules can be read."""

from __future__ import annotations

import ast
import re
from functools import cache

from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_grammar import WORD_CLASSES, PhraseError, parse
from jvom.analysis.traits import TRAITS
from tests.conftest import PROJECT
from tools import generated_files

PAGE = (PROJECT / "docs/phrases.md").read_text(encoding="utf-8")


def in_table(first_column: str) -> set[str]:
    table = PAGE.partition(f"| {first_column} |")[2].partition("\n\n")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([a-z_]+)`", cell)}


class Describe_the_page_on_phrases:
    def it_has_every_kind_of_entity(self):
        assert in_table("kind") == KINDS

    def it_has_every_trait(self):
        assert in_table("trait") == TRAITS

    def it_has_every_class_of_words(self):
        assert {name for name in WORD_CLASSES if f"`{{{name}}}`" not in PAGE} == set()

    def it_shows_phrases_that_can_be_read(self):
        examples = re.findall(r"^    (.+)$", PAGE.partition("| in a phrase")[0], re.MULTILINE)

        assert len(examples) == 3
        assert all(parse(example, KINDS) for example in examples)


@cache
def phrases_in_code() -> tuple[tuple[str, str], ...]:
    """Return the phrases typed in the code as one string, each with its path and line."""
    found = []
    for path in sorted((PROJECT / "jvom").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Phrase(" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Phrase":
                found += [
                    (each.value, f"{path.relative_to(PROJECT).as_posix()}:{each.lineno}")
                    for each in node.args
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                ]
    return tuple(found)


def problem(phrase: str) -> str:
    """Return why a phrase can't be read; "" when it can."""
    try:
        parse(phrase, KINDS)
    except PhraseError as error:
        return str(error)
    return ""


class Describe_the_phrases_of_rules:
    def they_can_be_read(self):
        assert len(phrases_in_code()) > 400
        assert {place: told for phrase, place in phrases_in_code() if (told := problem(phrase))} == {}

    def they_can_be_read_when_put_together(self):
        """What an f-string makes is known only when the module is there."""
        put_together = {*generated_files.phrases_in_code()} - dict(phrases_in_code()).keys()

        assert put_together
        assert all(parse(phrase, KINDS) for phrase in put_together)
