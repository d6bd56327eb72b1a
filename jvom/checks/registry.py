# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All rules, by family.

``jvom/data/families.txt`` lists them. A new rule is in a module that is named there, or a word rule that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

import msgspec

from jvom.checks.rule import Rule, rules_of
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from jvom.data import DATA
from jvom.dutch.patterns import pattern
from jvom.messages import Message

#: A line with a family and the indented lines below it; and what is between the parts of that line.
_FAMILY, _BETWEEN = pattern(r"^[A-Z].*(?:\n .*)*", re.MULTILINE), pattern(":? ")


class Family(msgspec.Struct, frozen=True):
    """The rules whose codes begin with the same three letters.

    `names` are the modules of ``jvom/checks/rules/FOLDER`` that have rules, and the codes of word rules.
    """

    code: str
    folder: str
    title: Message
    names: tuple[str, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its rules, by code."""
        found: list[Rule] = []
        for name in self.names:
            if name.isupper():
                found.append(make_rule(word_rule(name)))
            else:
                found += rules_of(import_module(f"jvom.checks.rules.{self.folder}.{name}"))
        return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def families() -> tuple[Family, ...]:
    """Return the families of rules, in order."""
    return tuple(read_families((DATA / "families.txt").read_text(encoding="utf-8")))


def read_families(typed: str) -> Iterator[Family]:
    """Yield the families in a list such as ``jvom/data/families.txt``; a line with "#" is a comment."""
    for family in _FAMILY.findall(typed):
        head, *names = family.split("\n")
        code, folder, title = _BETWEEN.split(head, maxsplit=2)
        yield Family(code, folder, Message(title), tuple(" ".join(names).split()))


#: Codes of rules that no longer exist; they are never used again.
RETIRED: frozenset[str] = frozenset()


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by family and code."""
    return tuple(rule for family in families() for rule in family.rules)


def find_rule(selector: str) -> Rule | None:
    """Return the rule of that code or name, None when there is none."""
    for rule in all_rules():
        if selector.upper() == rule.code or selector == rule.name:
            return rule
    return None
