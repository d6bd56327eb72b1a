# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every message has an English translation; `make messages` gathers new ones."""

from __future__ import annotations

import ast
import tomllib
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parent.parent / "jvom"
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES"


def english() -> Catalog:
    return read_po(BytesIO((CATALOGUE / "jvom.po").read_bytes()))


def messages() -> set[str]:
    """Return what `make messages` gathers: the mappings are in pyproject.toml."""
    mappings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [(each["pattern"], each["method"]) for each in mappings["tool"]["babel"]["mappings"]]
    found = extract_from_dir(PACKAGE, methods, keywords={"msg": None}, comment_tags=())
    return {str(text) for _, _, text, _, _ in found if text}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def hidden(module: Path) -> list[str]:
    """Return the messages inside f-strings, which the tokens of Python 3.11 don't show."""
    strings = (
        node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)
    )
    return [
        f"{module.relative_to(PACKAGE)}:{call.lineno}"
        for string in strings
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "msg"
    ]


class Describe_the_English_catalogue:
    def it_can_be_gathered_whole(self) -> None:
        assert [place for module in sorted(PACKAGE.rglob("*.py")) for place in hidden(module)] == []

    def it_would_lack_a_message_in_an_f_string(self, tmp_path, monkeypatch) -> None:
        monkeypatch.setattr("tests.test_catalogue.PACKAGE", tmp_path)
        (tmp_path / "page.py").write_text("page = f'<h1>{msg(\"Kop\")}</h1>'\n", encoding="utf-8")
        assert hidden(tmp_path / "page.py") == ["page.py:1"]

    def it_has_every_message_of_the_code(self) -> None:
        translated = {str(entry.id) for entry in english() if entry.id and entry.string and not entry.fuzzy}
        assert sorted(messages() - translated) == []

    def it_has_no_message_that_left_the_code(self) -> None:
        assert sorted({str(entry.id) for entry in english() if entry.id} - messages()) == []

    def it_fills_in_the_same_values(self) -> None:
        wrong = [
            entry.id for entry in english() if entry.id and places(str(entry.id)) != places(str(entry.string))
        ]
        assert wrong == []
