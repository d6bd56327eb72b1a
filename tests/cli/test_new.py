# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom new``, as users run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import change
from tests.contents import copy_sisters


def every_file(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Describe_new:
    def it_makes_the_dossier_and_lists_what_is_left_to_do(self, workspace, capsys):
        before = every_file(workspace / "content")

        assert run(["new", "2026"]) == 0

        out = capsys.readouterr()
        assert out.err == f"content/2026 is uit content/2025 gemaakt, {len(before) - 2} bestanden. Te doen:\n"
        assert all(line.startswith("- ") for line in out.out.splitlines())
        after = every_file(workspace / "content")
        assert {name: after[name] for name in before} == before

    @pytest.mark.parametrize(
        ("language", "dates"),
        [
            ("nl", "mei 2026 tot en met april 2027, aanbieding op 19 mei 2027, ministerraad op 7 mei 2027"),
            (
                "en",
                "May 2026 up to and including April 2027, presentation on 19 May 2027, council on 7",
            ),
        ],
    )
    def it_writes_dates_as_the_language_does(self, workspace, capsys, language, dates):
        assert run(["new", "2026", "--lang", language]) == 0

        assert dates in capsys.readouterr().out

    def it_makes_what_can_be_built_as_a_draft_and_not_be_sent(self, workspace, capsys):
        run(["new", "2026"])

        assert run(["build", "2026", "--draft", "--pages", "estimate"]) == 0
        assert run(["build", "2026", "--pages", "estimate"]) == 1
        assert "PLH011" in capsys.readouterr().err

    def it_only_tells_in_a_dry_run(self, workspace, capsys):
        assert run(["new", "2026", "--dry-run"]) == 0

        assert not (workspace / "content/2026").exists()
        assert capsys.readouterr().err.startswith("content/2026 zou uit content/2025 gemaakt worden")

    def it_takes_the_nearest_year_of_the_same_series(self, workspace, capsys):
        copy_sisters(workspace / "sisters")

        assert run(["new", "2026-althea", "--content", "sisters/content"]) == 0
        assert "uit sisters/content/2025-althea gemaakt" in capsys.readouterr().err

    def it_takes_the_folder_too_and_another_source(self, workspace, capsys):
        assert run(["new", "content/2026-oost", "--from", "2025", "--texts", "empty"]) == 0
        assert "content/2026-oost is uit content/2025 gemaakt" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (["2025"], "content/2025: dit is er al, en wordt niet overschreven"),
            (["2024"], "content/2024: voor 2024 is er geen eerder dossier"),
            (["2024", "--from", "2025"], "--from: 2025 is geen eerder jaar dan 2024"),
            (["2026-oost"], "content/2026-oost: voor 2026-oost is er geen eerder dossier"),
            (["volgend"], "volgend: dit is geen dossier"),
            (["2026", "--texts", "half"], "--texts: deze optie kent geen «half»"),
            (["2026", "--from", "2023"], "content/2023: er is geen dossier 2023"),
        ],
    )
    def it_tells_what_is_wrong_and_makes_nothing(self, workspace, capsys, typed, said):
        before = every_file(workspace / "content")

        assert run(["new", *typed]) == 2

        assert said in capsys.readouterr().err
        assert every_file(workspace / "content") == before

    def it_tells_all_that_is_wrong_with_the_source(self, workspace, capsys):
        change(workspace / "content/2025/figures.yml", "value: 12", "value: twaalf")
        change(workspace / "content/2025/dossier.yml", "year: 2025", "year: 25")

        assert run(["new", "2026"]) == 2

        assert {"figures.yml", "dossier.yml"} <= {
            line.partition(":")[0].rpartition("/")[2] for line in capsys.readouterr().err.splitlines()
        }
        assert not (workspace / "content/2026").exists()

    def it_leaves_nothing_when_it_can_not_write(self, workspace, capsys, monkeypatch):
        from jvom import files

        def fail(*_: object) -> None:
            raise OSError(28, "vol")

        monkeypatch.setattr(files, "_write", fail)

        assert run(["new", "2026"]) == 2
        assert not (workspace / "content/2026").exists()
