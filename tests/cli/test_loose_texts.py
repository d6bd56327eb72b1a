# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom check --text``: texts without a dossier, whatever is in them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from jvom.cli.app import run
from jvom.output.formats import FOR_PROGRAMS, FORMATS
from tests.conftest import PROJECT
from tests.output.sarif_schema import LOG

CHECK = ["check", "--select", "LNG001,LNG011,PLH001", "--text"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Describe_loose_texts:
    def they_are_read_with_the_rules_that_need_no_dossier(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "oud.txt").write_text("Wij zijn te samen XX.\n", encoding="utf-8")

        assert run([*CHECK, "oud.txt", "--output-format", "concise"]) == 1
        assert capsys.readouterr().out.splitlines() == [
            "oud.txt:1:10: LNG001 «te samen» is niet de juiste vorm van deze uitdrukking; schrijf «samen»",
            "oud.txt:1:19: PLH001 «XX» is een open plek; vul in wat hier hoort, of haal het weg",
            "1 fout, 1 waarschuwing",
        ]

    @pytest.mark.parametrize("asked", [["oud.pdf"], ["nergens.md"], ["oud.txt", "--fix"]])
    def but_not_everything(self, folder: Path, capsys: pytest.CaptureFixture[str], asked: list[str]) -> None:
        (folder / "oud.txt").write_text("Tekst.", encoding="utf-8")

        assert run([*CHECK, *asked]) == 2
        assert capsys.readouterr().out == ""

    def their_problems_are_reported_all_at_once(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "a.md").write_bytes(b"\xff")

        assert run([*CHECK, "a.md", "b.md", "c.doc"]) == 2
        places = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["a.md", "b.md", "c.doc"]

    @pytest.mark.parametrize("name", ["nmi", "kfor", "osc"])
    def they_may_be_texts_of_a_dossier_on_their_mission(
        self, folder: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        """That of NMI has sub-headings below a fixed one, which is no section on a mission of its own."""
        shutil.copy(PROJECT / f"content/2025/rapport/{name}.md", folder)

        assert run(["check", "--select", "STR", "--text", f"{name}.md"]) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"


class Describe_a_pattern:
    def it_stands_for_the_files_that_fit(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A shell of Windows leaves that to the program."""
        for name in ("b.txt", "a.txt", "~$a.txt", "c.md"):
            (folder / name).write_text("Wij te samen.\n", encoding="utf-8")

        assert run([*CHECK, "*.txt", "--output-format", "concise"]) == 0
        found = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]]
        assert found == ["a.txt", "b.txt"]
        assert run([*CHECK, "*.docx"]) == 2


class Describe_a_batch_of_which_one_is_refused:
    @pytest.fixture(autouse=True)
    def texts(self, folder: Path) -> None:
        (folder / "a.md").write_text("Wij zijn te samen.\n", encoding="utf-8")
        (folder / "b.md").write_bytes(b"te \xff")
        (folder / "c.md").write_text("Wij zijn wij wij.\n", encoding="utf-8")

    @pytest.mark.parametrize("form", FORMATS)
    def it_goes_on_with_the_others_and_says_which(
        self, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        assert run([*CHECK, "a.md", "b.md", "c.md", "d.md", "--output-format", form]) == 2
        captured = capsys.readouterr()
        assert all(each in captured.out for each in ("LNG001", "LNG011", "b.md", "d.md"))
        assert captured.err.splitlines() == (
            []
            if form == "json"
            else [
                (
                    "b.md:1:4: byte 3 (0xFF) is geen UTF-8; waarschijnlijk is het opgeslagen als "
                    "Windows-1252: sla het opnieuw op als UTF-8"
                ),
                "d.md: dit is niet te lezen (het bestaat niet); kijk of de naam klopt",
            ]
        )

    @pytest.mark.parametrize("form", FORMATS)
    def its_report_goes_to_the_file_that_was_asked_for(
        self, folder: Path, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        assert run([*CHECK, "a.md", "b.md", "--output-format", form, "--output-file", "uit"]) == 2
        assert capsys.readouterr().err.startswith(
            "niet nagelezen: b.md\n0 fouten, 1 waarschuwing\nb.md:1:4: "
        )
        report = (folder / "uit").read_text(encoding="utf-8")
        assert "LNG001" in report
        assert "b.md" in report

    def it_is_no_success_to_programs(self, capsys: pytest.CaptureFixture[str]) -> None:
        written = {}
        for form in FOR_PROGRAMS:
            run([*CHECK, "a.md", "b.md", "--output-format", form])
            written[form] = capsys.readouterr().out
        log = json.loads(written["sarif"])
        jsonschema.validate(log, LOG)

        assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False
        assert [each["path"] for each in json.loads(written["json"])["problems"]] == ["b.md"]
        assert [each["severity"] for each in json.loads(written["gitlab"])] == ["blocker", "minor"]
        assert 'tests="2" failures="1" errors="1"' in written["junit"]
        assert written["github"].startswith("::error title=jvom check,file=b.md")

    def it_counts_rules_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run([*CHECK, "a.md", "b.md", "--statistics"]) == 2
        assert capsys.readouterr().out.startswith("1  LNG001  fixed-expression\nniet nagelezen: b.md\n")


class Describe_what_a_fragment_could_not_hold:
    @pytest.mark.parametrize(
        ("typed", "place"),
        [
            ("Met code:\n\n    te samen\n", "3:5"),
            ("- een\n\n      te samen\n", "3:7"),
            ("```\nte samen\n```\n", "2:1"),
            ("Zo:\n\n~~~ python\nx\n\n  te samen", "6:3"),
            ("```\n~~~\nte samen\n~~~\n```\n", "3:1"),
            ("Een.\n\n---\n\nte samen\n", "5:1"),
            ("---\n\nte samen\n\n---\n\nTwee.\n", "3:1"),
            ("***\nte samen\n", "2:1"),
            ("<!-- te samen\n", "1:6"),
            ("Een.\n\n<!-- klopt dit?\n\n## Kop\n\nWij te samen.\n\n<!-- nog een", "7:5"),
            ("Een <!-- klopt dit? te samen\n", "1:21"),
        ],
    )
    def its_words_are_read_in_their_place(
        self, folder: Path, capsys: pytest.CaptureFixture[str], typed: str, place: str
    ) -> None:
        (folder / "a.md").write_text(typed, encoding="utf-8")

        run([*CHECK, "a.md", "--output-format", "concise"])
        found = [line.partition(": ")[0] for line in capsys.readouterr().out.splitlines() if "LNG001" in line]
        assert found == [f"a.md:{place}"]

    def it_leaves_closed_comments_alone(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "a.md").write_text("<!-- te samen\n\nte samen -->\n\nEen.\n", encoding="utf-8")

        assert run([*CHECK, "a.md"]) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"


class Describe_a_note_below_a_list:
    def it_is_no_other_list(self, folder: Path) -> None:
        (folder / "a.txt").write_text("• Mali\n• Irak (27 %*)\n\n* Zonder de staf.\n", encoding="utf-8")

        assert run(["check", "--select", "LNG020", "--fail-on", "warning", "--text", "a.txt"]) == 0


class Describe_a_manual:
    def it_may_name_keys_to_press(self, folder: Path) -> None:
        (folder / "a.txt").write_text(
            "Het scherm maakt de <F>-toetsen van het bord actief.\n", encoding="utf-8"
        )

        assert run(["check", "--select", "PLH001", "--text", "a.txt"]) == 0
