# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The folder of a project, found from below and by a variable."""

from __future__ import annotations

import shutil

import pytest

from jvom.cli.app import run

ESTIMATE = ("--pages", "estimate")


class Describe_a_command_in_a_folder_of_the_content:
    @pytest.mark.parametrize("below", ["content", "content/2025", "content/2025/rapport"])
    def it_builds_beside_the_content(self, workspace, monkeypatch, below):
        monkeypatch.chdir(workspace / below)

        assert run(["build", *ESTIMATE]) == 0
        assert (workspace / "build/2025/rapport.docx").exists()
        assert not (workspace / below / "build").exists()

    def it_names_files_as_seen_from_there(self, workspace, monkeypatch, capsys):
        text = workspace / "content/2025/rapport/unifil.md"
        text.write_text(text.read_text(encoding="utf-8") + "\nPM\n", encoding="utf-8")
        monkeypatch.chdir(workspace / "content/2025/rapport")

        assert run(["check", "--output-format", "concise"]) == 1
        assert "../../../content/2025/rapport/unifil.md:" in capsys.readouterr().out

    def it_means_the_dossier_in_whose_folder_it_runs(self, workspace, monkeypatch):
        run(["new", "2026"])
        monkeypatch.chdir(workspace / "content/2025")

        assert run(["build", *ESTIMATE]) == 0
        assert (workspace / "build/2025").exists()
        assert not (workspace / "build/2026").exists()

    def it_takes_a_path_from_there(self, workspace, monkeypatch):
        monkeypatch.chdir(workspace / "content/2025")

        assert run(["build", "../2025", *ESTIMATE]) == 0

    def it_does_not_take_any_folder_of_that_name(self, workspace, monkeypatch, capsys):
        (workspace / "ander/content").mkdir(parents=True)
        monkeypatch.chdir(workspace / "ander")

        assert run(["build", *ESTIMATE]) == 2
        assert "content: " in capsys.readouterr().err


class Describe_a_folder_that_was_removed:
    @pytest.mark.parametrize(
        ("verb", "said"),
        [
            ("build", "content: deze map bestaat niet; ga naar de map"),
            ("check", ".: de map waarin u werkt, bestaat niet meer; ga naar een andere map"),
        ],
    )
    def it_is_told(self, workspace, monkeypatch, capsys, verb, said):
        gone = workspace / "weg"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()

        status = run([verb])

        monkeypatch.chdir(workspace)
        assert status == 2
        assert capsys.readouterr().err.startswith(said)


class Describe_the_variable:
    def it_names_the_content(self, workspace, tmp_path_factory, monkeypatch):
        monkeypatch.setenv("JVOM_CONTENT", str(workspace / "content"))
        monkeypatch.chdir(tmp_path_factory.mktemp("elders"))

        assert run(["build", *ESTIMATE]) == 0
        assert (workspace / "build/2025/rapport.docx").exists()

    def it_yields_to_the_option(self, workspace, monkeypatch):
        monkeypatch.setenv("JVOM_CONTENT", "/nergens")

        assert run(["build", "--content", "content", *ESTIMATE]) == 0


class Describe_a_folder_without_templates:
    def it_uses_those_that_come_with_jvom(self, workspace):
        shutil.rmtree(workspace / "templates")

        assert run(["build", *ESTIMATE]) == 0
        assert run(["templates"]) == 0

    def it_uses_no_others_when_one_is_missing(self, workspace, capsys):
        (workspace / "templates/nota.docx").unlink()

        assert run(["build", *ESTIMATE]) == 2
        assert "templates/nota.docx: het sjabloon ontbreekt" in capsys.readouterr().err
