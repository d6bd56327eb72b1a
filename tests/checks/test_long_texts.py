# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that are long in every way there is: reading them, and every rule on them, takes linear time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest

from jvom.checks.passage_builder import TypedPrinter
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule, Scope
from jvom.checks.views import Texts, fragment_view
from jvom.reading.fragment import MAX_LINE, read_fragment
from jvom.settings import Settings
from tests.checks.reading import TODAY
from tests.checks.test_robust import run_rule
from tests.growth import LINEAR, growths

FRONT = "---\ntitle: Titel\nowner: DGB\nstatus: final\n---\n\n"


class Shape(NamedTuple):
    """How a text is written of some size, the size to begin with, and the largest that can be read."""

    size: int
    write: Callable[[int], str]
    most: int = sys.maxsize


def each(size: int, piece: str, between: str = "\n\n", before: str = "") -> Shape:
    """Return a text of `size` pieces, in which "#" is the number of each, and "%%" a heading.

    The numbers have six digits each, so that a longer text has no other kinds of number, such as a dossier's.
    That is "DDDDD", or "DD DDD" as Parliament prints it: another one in each piece.
    """

    def write(size: int) -> str:
        return before + between.join(map(numbered, range(10_000, 10_000 + size)))

    def numbered(at: int) -> str:
        typed = piece.replace("#", f"{at:06}").replace("%%", "##")
        return typed.replace("DDDDD", f"{at}").replace("DD DDD", f"{at // 1000} {at % 1000:03}")

    return Shape(size, write)


def words(size: int, text: str) -> Shape:
    """Return a text in which "WORDS" stands for `size` words on one line, which may not be too long."""
    return Shape(size, lambda size: text.replace("WORDS", "woord " * size), (MAX_LINE - 100) // len("woord "))


TABLE = "| a | b |\n|---|---|\n"
# By what grows, each with the size to begin with.
SHAPES: dict[str, Shape] = {
    "items": each(1500, "- punt #;", "\n"),
    "numbered items": each(1500, "1. punt #.", "\n"),
    "items within items": each(450, "- punt #\n  1. een\n  2. twee", "\n"),
    "long items": each(450, "- " + "woord " * 20, "\n"),
    "lists": each(450, "Lijst #:\n\n- a\n- b"),
    "paragraphs": each(900, "Alinea # is kort."),
    "lines of a paragraph": each(900, "regel #", "\n"),
    "broken lines": each(900, "regel #", "\\\n"),
    "sections": each(750, "%% Kop #\n\nTekst."),
    "quotations": each(750, "> Citaat #."),
    "rows": each(900, "| rij # | 1 |", "\n", TABLE),
    "tables": each(300, TABLE + "| c | # |"),
    "words in a cell": words(2400, TABLE + "| WORDS | 1 |"),
    "words in a head": words(2400, "| WORDS | b |\n|---|---|\n| a | 1 |"),
    "words in a heading": words(2400, "## WORDS\n\nTekst."),
    "words in an item": words(2400, "- WORDS\n- b"),
    "words in a note": words(2400, "x[^a]\n\n[^a]: WORDS"),
    "notes": each(900, "Tekst[^n#].\n\n[^n#]: Noot."),
    "terms": each(900, "De *term #* is er."),
    "marks": each(900, "[naam #]{.persoonsgegeven}."),
    "links": each(900, "[w#](https://w.nl/#)."),
    "papers": each(450, "Zie Kamerstukken II 2024/25, 29 521, nr. #."),
    "dossiers": each(450, "Zie Kamerstukken II 2024/25, DD DDD, nr. 12."),
    "dossiers in a paragraph": each(450, "Zie Kamerstuk DD DDD, nr. #.", "\n"),
    "dossiers by number": each(450, "regel DDDDD", "\n"),
    "capitals": each(900, "Dit is van de Regelaar #."),
    "sides": each(450, "Enerzijds is punt # goed."),
    "suppressions": each(450, "<!-- jvom: ignore[ABR002] r# -->\n\nx."),
}
RULES = [rule for rule in all_rules() if rule.scope in (Scope.FRAGMENT, Scope.TEXTS)]


class Describe_a_text_that_is_long_in_one_way:
    @pytest.mark.parametrize("longer", [1, pytest.param(5, marks=pytest.mark.fuzz)])
    @pytest.mark.parametrize("kind", SHAPES)
    def it_takes_linear_time(self, kind: str, longer: int) -> None:
        """In `make fuzz` up to 30,000 items, and a heading of as many words as it may have."""
        shape = SHAPES[kind]
        size = min(longer * shape.size, shape.most // 4)
        parts: dict[str, Callable[[_LongText], object]]
        parts = {"reading": _LongText.read, "what rules share": _LongText.share}
        parts |= {rule.code: partial(_run, rule) for rule in RULES}

        found = growths(parts, lambda size: _LongText(shape.write(size)), size)

        assert {name: ratio for name, ratio in found.items() if ratio >= LINEAR} == {}


class _LongText:
    """A text that has yet to be read."""

    view: Texts

    def __init__(self, text: str) -> None:
        self.raw = f"{FRONT}{text}\n".encode()

    def read(self) -> None:
        fragment, problems = read_fragment("tekst", self.raw, "tekst.md")
        assert not problems, "what is refused takes no time"
        self.view = Texts([fragment_view(fragment, "tekst", TypedPrinter())], TODAY, Settings())

    def share(self) -> None:
        for passage in self.view.passages:
            _ = passage.sentences, passage.dutch, passage.typed
        _ = self.view.index.vocabulary


def _run(rule: Rule, text: _LongText) -> None:
    run_rule(rule, text.view)
