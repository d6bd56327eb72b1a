# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paths have forward slashes wherever jvom shows them, also where the system's own have backslashes.

Here a path as text has backslashes, as on Windows, except for what opens files.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from jvom.cli.app import run
from jvom.messages import msg
from tests.conftest import PROJECT
from tests.contents import copy_basis

AS_OF = ("--as-of", "2026-04-24")


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a dossier, which is the current one, once paths as text have backslashes."""
    copy_basis(tmp_path)
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    plain = PurePath.__str__
    monkeypatch.setattr(PurePath, "__fspath__", plain)
    monkeypatch.setattr(PurePath, "as_posix", plain)
    monkeypatch.setattr(PurePath, "__str__", lambda self: plain(self).replace("/", "\\"))
    return tmp_path


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that runs a command and returns all that it showed."""

    def command(*words: str) -> str:
        run(list(words))
        captured = capsys.readouterr()
        return captured.out + captured.err

    return command


class Describe_paths:
    def they_are_shown_with_forward_slashes_in_messages(self) -> None:
        assert (
            str(msg("zie {path}", path=PureWindowsPath(r"content\2025\nota.md")))
            == "zie content/2025/nota.md"
        )

    @pytest.mark.usefixtures("windows")
    def they_are_not_here(self) -> None:
        """Else these tests would show nothing."""
        assert f"{Path('a/b')}" == r"a\b"
        assert os.fspath(Path("a/b")) == "a/b"

    @pytest.mark.parametrize(
        "command",
        [
            ("check", "2025", *AS_OF),
            ("check", "2025", *AS_OF, "--output-format", "json"),
            ("check", "2025", *AS_OF, "--output-format", "html", "--output-file", "uit/rapport.html"),
            ("check", "content/2025", "rapport/weg.md"),
            ("check", "--text", "content/2025/nota.md", "weg/nota.md", "content/2025"),
            ("check", "--content", "weg/content"),
            ("check", "2025", "--against", "weg/a.zip"),
            ("build", "2025", "--pages", "estimate", "--no-check", "--public"),
            ("build", "2025", "--pages", "estimate", "--no-check", "--json", "--out", "a/b"),
            ("build", "2025", "--templates", "weg/sjablonen"),
            ("build", "2025", "--html", "--pages", "estimate", "--no-check", "--out", "a/b"),
            ("templates", "--templates", "weg/sjablonen"),
            ("templates", "--json"),
            ("init", "nieuw/map", "--year", "2026"),
            ("new", "2026"),
            ("schema", "--out", "a/schema"),
            ("status", "2025", *AS_OF),
            ("status", "2025", *AS_OF, "--output-file", "a/bord.html"),
            ("agenda", "2025", "--output-file", "a/agenda.ics", "--output-format", "ics"),
            ("approve", "2025", "unifil", "--by", "DGB"),
            ("export", "2025", "--out", "a/uitvraag"),
            ("import", "weg/terug"),
            ("compare", "content/2025", "content/2025", "--out", "a/b"),
            ("compare", "weg/2024", "content/2025"),
            ("seal", "2025", "--pages", "estimate", "--no-pdf", "--out", "a/b"),
            ("verify", "weg/a.zip"),
            ("rules", "--write", "a/rules"),
        ],
        ids=" ".join,
    )  # fmt: skip
    @pytest.mark.usefixtures("windows")
    def they_are_shown_with_forward_slashes(
        self, shown: Callable[..., str], command: tuple[str, ...]
    ) -> None:
        said = shown(*command)

        assert said
        assert "\\" not in said.replace(r"\<", "").replace('\\"', "")

    def they_are_shown_so_when_something_is_wrong_with_a_file(
        self, windows: Path, shown: Callable[..., str]
    ) -> None:
        section = windows / "content/2025/rapport/inzet.md"
        section.write_text("![kaart](weg/kaart.png)\n\n[](#weg)\n", encoding="utf-8")
        (windows / "content/2025/rapport/unifil - kopie.md").write_bytes(b"x")
        (windows / "content/jvom.yaml").write_bytes(b"x")
        (windows / "content/2025/nota.md").write_bytes(b"\xff")
        (windows / "templates/nota.docx").write_bytes(b"x")

        for command in (("check", "2025"), ("build", "2025"), ("seal", "2025"), ("export", "2025")):
            said = shown(*command)
            assert "content/2025/rapport/unifil - kopie.md" in said
            assert "\\" not in said
