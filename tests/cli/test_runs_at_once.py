# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two runs at once, in one folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.interrupted_runs import (
    BUILD,
    BUILD_PDF,
)
from tests.cli.workspaces import LESSER, change, finish, make_workspace, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")


class Describe_two_runs_at_once:
    def they_deliver_one_after_the_other(self, tmp_path: Path) -> None:
        folder = make_workspace(tmp_path)
        furnish_second = tmp_path / "tweede"
        furnish_second.mkdir()
        other = make_workspace(furnish_second)
        change(other / "content/2025/brief.md", "uw Kamer", "de Kamer")
        sets: list[dict[str, bytes]] = []
        for content in (folder / "content", other / "content"):
            out = tmp_path / f"los-{len(sets)}"
            assert finish(start(folder, *BUILD, "--content", str(content), "--out", str(out)))[0] == 0
            sets.append({path.name: path.read_bytes() for path in out.iterdir() if path.is_file()})
        out = tmp_path / "samen"
        for _ in range(4):
            running = [
                start(folder, *BUILD, "--content", str(content), "--out", str(out))
                for content in (folder / "content", other / "content")
            ]
            assert [finish(process)[0] for process in running] == [0, 0]
            there = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
            assert there in sets

    def they_lay_out_side_by_side(self, tmp_path: Path, soffice: Path) -> None:
        folder = make_workspace(tmp_path)
        # In the first run LibreOffice is unknown; in the second it starts early.
        for old, new in (("Hierbij", "Heden"), ("Heden", "Nu")):
            change(folder / "content/2025/brief.md", old, new)
            running = [start(folder, *BUILD_PDF, "--out", f"uit-{number}") for number in range(3)]
            assert [finish(process)[0] for process in running] == [0, 0, 0]
            sets = [
                {path.name: path.read_bytes() for path in (folder / f"uit-{number}").rglob("*.*")}
                for number in range(3)
            ]
            assert sets[0] == sets[1] == sets[2]
            # Four documents and the inventory of the public version, with their PDFs, and its JSON.
            assert len(sets[0]) == 11
            assert list((folder / "cache/jvom").glob("jvom-*")) == []

    def they_seal_once(self, tmp_path: Path) -> None:
        folder = make_workspace(tmp_path)
        results = [finish(process) for process in [start(folder, "seal", *LESSER) for _ in range(3)]]
        assert sorted(status for status, _, _ in results) == [0, 2, 2]
        for status, _, error in results:
            assert status == 0 or "er al" in error or "is al een verzegelde indiening" in error
        assert [path.name for path in (folder / "build/2025").iterdir()] == ["indiening-2025.zip"]
        assert finish(start(folder, "verify", "build/2025/indiening-2025.zip"))[0] == 0
