# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What rules say is on their pages: by id, with values that the rule gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from inspect import getfile
from io import BytesIO
from pathlib import Path

import pytest

from jvom.checks import wordings as module
from jvom.checks.message_extraction import texts_of_page
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule
from jvom.checks.wordings import Wording, compiled, front_matter, list_wordings, wordings_of

IN_CODE = [rule for rule in all_rules() if not rule.of_words]
PACKAGE = Path(module.__file__).parents[1]


def page(front: str) -> str:
    return f"---\n{front}---\n# TST001 test\n\nEen regel.\n\nMeldt iets.\n"


class Describe_the_front_matter_of_a_page:
    def it_has_one_message_with_its_advice(self):
        assert front_matter(page("message: a {b}\nadvice: c\n")).wordings == {"": Wording("a {b}", "c")}

    def it_has_messages_by_id_that_share_what_they_lack(self):
        typed = "messages:\n  one: a\n  two:\n    message: b\n    advice: c\n    related: d\nadvice: e\n"

        assert front_matter(page(typed)).wordings == {"one": Wording("a", "e"), "two": Wording("b", "c", "d")}

    def it_may_have_one_message_with_different_advice(self):
        typed = "message: a\nmessages:\n  one:\n    advice: b\n  two:\n    advice: c\n"

        assert front_matter(page(typed)).wordings == {"one": Wording("a", "b"), "two": Wording("a", "c")}

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("# TST001 test\n", "does not begin with front matter"),
            (page("message: [a\n"), "can't be read: while parsing a flow"),
            (page("- a\n"), "Expected `object`"),
            (page("message: a\nadvise: b\n"), "unknown field `advise`"),
            (page("messages:\n  one:\n    text: a\n"), "unknown field `text`"),
            (page("message: a\n"), "'' lacks its text or its advice"),
            (page("messages:\n  one: a\n"), "'one' lacks"),
            (page("messages:\n  One: a\nadvice: b\n"), "'One' is not in kebab-case"),
            (page("message: a {b\nadvice: b\n"), "expected '}'"),
            (page("message: a {}\nadvice: b\n"), "a value of the message '' has no name"),
        ],
    )
    def it_is_refused_when_it_is_wrong(self, typed, problem):
        with pytest.raises(ValueError, match=re.escape(problem)):
            front_matter(typed)

    def its_problems_are_told_together(self, tmp_path):
        for code in ("TST001", "TST002"):
            (tmp_path / f"{code}.md").write_text(page(f"{code}: a\n"), encoding="utf-8")

        with pytest.raises(ValueError, match=r"TST001.md: .*`TST001`.*\nTST002.md: .*`TST002`"):
            compiled(tmp_path.iterdir())

    def it_is_read_anew_when_the_compiled_one_is_of_another_page(self, tmp_path):
        changed = tmp_path / "MAN001.md"
        changed.write_text(page("message: a\nadvice: b\n"), encoding="utf-8")

        assert wordings_of(changed) == {"": Wording("a", "b")}

    def it_is_read_when_nothing_is_compiled(self, tmp_path, monkeypatch):
        compiled_ones = {rule.code: wordings_of(rule.page_file) for rule in IN_CODE}
        monkeypatch.setattr(module, "DATA", tmp_path)
        for cached in (module._compiled, wordings_of):
            cached.cache_clear()

        assert {rule.code: wordings_of(rule.page_file) for rule in IN_CODE} == compiled_ones
        for cached in (module._compiled, wordings_of):
            cached.cache_clear()


class Describe_the_extraction_of_messages:
    def it_gives_the_summary_and_the_texts_of_a_page_that_are_more_than_a_value(self):
        typed = page("messages:\n  one: a {b}\n  two: '{c}'\nadvice: d\nrelated: e\n")

        found = [text for _, _, text, _ in texts_of_page(BytesIO(typed.encode()), (), (), {})]
        assert found == ["Een regel", "a {b}", "d", "e"]


class Describe_the_list_of_what_a_rule_can_say:
    def it_has_a_mark_where_a_value_goes(self):
        wordings = [
            Wording("{a} is geen {b}", "schrijf {c}"),
            Wording("dit", "{advice}"),
            Wording("{a}", "b"),
        ]

        assert list(list_wordings(wordings)) == ["- … is geen … *Schrijf …*", "- Dit."]


class Describe_a_rule:
    @pytest.mark.parametrize("rule", IN_CODE, ids=lambda rule: rule.code)
    def it_gives_all_that_is_on_its_page(self, rule: Rule) -> None:
        """Texts and values that no module of the rule names would never be seen."""
        names = set().union(*map(names_in, modules_of(Path(getfile(rule.check)))))
        wordings = wordings_of(rule.page_file)

        assert {id for id in wordings if id} - names == set()
        assert set().union(*(each.values for each in wordings.values())) - names == set()


class Describe_a_module_of_rules:
    def it_gives_only_what_is_on_a_page(self):
        known: dict[Path, set[str]] = {}
        for rule in IN_CODE:
            for path in modules_of(Path(getfile(rule.check))):
                known.setdefault(path, set()).update(wordings_of(rule.page_file))

        for path, ids in known.items():
            assert set(ids_given(path)) - ids == set(), path


@cache
def names_in(path: Path) -> frozenset[str]:
    """Return the strings, and the names of arguments, in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    found |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword)}
    return frozenset(each for each in found if isinstance(each, str))


@cache
def modules_of(path: Path) -> frozenset[Path]:
    """Return a module and those of the check that it imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    places = {PACKAGE.parent / f"{name.replace('.', '/')}.py" for name in names if "jvom.checks" in name}
    return frozenset((path, *(place for place in places if place.exists())))


def ids_given(path: Path) -> Iterator[str]:
    """Yield the ids that a module gives to what makes a violation."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ID_AT:
            for value in ast.walk(ast.Tuple([*node.args[_ID_AT[node.func.id] :]], ast.Load())):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


#: Which argument of what makes a violation is the id.
_ID_AT = {"violation": 1, "correction": 4}
