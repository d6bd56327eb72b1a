# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A seal is the same bytes wherever and whenever it is made of the same texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.submissions import FOUR, LISTED, SEALED, members
from tests.cli.workspaces import LESSER, finish, make_workspace, start
from tests.test_pictures import png


class Describe_the_bytes_of_a_seal:
    def it_builds_what_build_builds(self, workspace: Path) -> None:
        run(["build", "--public", "--pages", "estimate"])
        run(["seal", *LESSER])
        sealed = members(workspace / SEALED)
        for name in FOUR:
            for place in (f"{name}.docx", f"openbaar/{name}.docx"):
                assert sealed[place] == (workspace / "build/2025" / place).read_bytes()
        for name in LISTED:
            assert sealed[f"openbaar/{name}"] == (workspace / "build/2025/openbaar" / name).read_bytes()

    def it_has_no_path_of_this_machine(self, workspace: Path) -> None:
        content = workspace / "content"
        run(["seal", *LESSER, "--content", str(content), "--templates", str(workspace / "templates")])
        for name, data in members(workspace / SEALED).items():
            assert str(workspace).encode() not in data, name

    @pytest.mark.parametrize("content", [".", "../content", "2025/../../content", "{here}"])
    def it_gives_the_same_bytes_however_the_content_is_named(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, content: str
    ) -> None:
        (workspace / "content/2025/rapport/een.png").write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write(
                "\n![Een kaart.](een.png)\n\n<!-- jvom: ignore[MAN008] zo besloten -->\n\n"
                "<!-- jvom: ignore[LNG001] abbreviations.yml zegt het -->\n\nDat is te samen.\n"
            )
        assert run(["seal", *LESSER]) == 0
        suppressed = json.loads(members(workspace / SEALED)["controle.json"])["suppressed"]
        assert "abbreviations.yml zegt het" in [each["reason"] for each in suppressed]
        monkeypatch.chdir(workspace / "content")
        named = content.format(here=workspace / "content")
        assert run(["seal", *LESSER, "--content", named, "--templates", "../templates", "--out", ".."]) == 0
        assert (workspace / "indiening-2025.zip").read_bytes() == (workspace / SEALED).read_bytes()

    def it_gives_the_same_bytes_anywhere(self, tmp_path: Path) -> None:
        made = []
        for name, more in (
            ("een", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
            ("twee", {"TZ": "America/Lima", "LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB", "PYTHONHASHSEED": "2"}),
        ):
            (tmp_path / name).mkdir()
            folder = make_workspace(tmp_path / name)
            status, _, error = finish(start(folder, "seal", *LESSER, **more))
            assert status == 0, error
            made.append((folder / SEALED).read_bytes())
        assert made[0] == made[1]
