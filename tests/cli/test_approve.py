# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom approve``, and what status, check and seal say of approvals."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from jvom.model import ApprovalData
from jvom.reading.records import parse_record
from tests.cli.workspaces import LESSER, change
from tests.resolving.test_planning import OWNERS


@pytest.fixture
def content(workspace: Path) -> Path:
    content = workspace / "content"
    (content / "owners.yml").write_text(OWNERS, encoding="utf-8")
    return content


def approvals(content: Path) -> list[str]:
    path = content / "2025" / "approvals.yml"
    data = parse_record(path.read_bytes(), path.as_posix(), ApprovalData)
    return [f"{each.text} {each.by} {each.date}" for each in data.approvals]


def ask_for(content: Path, approvals: str) -> None:
    path = content / "2025" / "dossier.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nplanning:\n  approvals: {approvals}\n", encoding="utf-8")


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """Return what the rules on approvals find."""
    run(["check", "2025", "--select", "AKK", "--output-format", "json", *words])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [
        f"{Path(each['path']).stem} {each['severity']} {each['code']}: {each['message']}" for each in findings
    ]


def checklist_words() -> str:
    """Return the words of the checklist of the submission that was sealed."""
    with (
        zipfile.ZipFile("build/2025/indiening-2025.zip") as sealed,
        zipfile.ZipFile(sealed.open("controlelijst.docx")) as checklist,
    ):
        return checklist.read("word/document.xml").decode().replace("\xa0", " ")


class Describe_approve:
    def it_writes_who_approved_what_and_when(self, content, capsys):
        assert run(["approve", "2025", "unifil", "nota", "--by", "DJZ", "--on", "2026-04-13"]) == 0
        assert run(["approve", "content/2025/rapport/unifil.md", "--by", "DOPS", "--on", "2026-04-14"]) == 0

        assert approvals(content) == [
            "unifil DJZ 2026-04-13",
            "nota DJZ 2026-04-13",
            "unifil DOPS 2026-04-14",
        ]
        assert capsys.readouterr().out.splitlines() == [
            "DJZ is akkoord met content/2025/rapport/unifil.md, 13 april 2026",
            "DJZ is akkoord met content/2025/nota.md, 13 april 2026",
            "DOPS is akkoord met content/2025/rapport/unifil.md, 14 april 2026",
        ]

    def it_takes_the_place_of_an_earlier_approval(self, content):
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-13"])
        path = content / "2025" / "approvals.yml"
        path.write_text(f"# van ons\n{path.read_text(encoding='utf-8')}# tot hier\n", encoding="utf-8")
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-20"])

        text = path.read_text(encoding="utf-8")
        assert approvals(content) == ["unifil DJZ 2026-04-20"]
        assert text.startswith("# van ons\n")
        assert text.endswith("# tot hier\n")

    def it_is_dated_today(self, content):
        assert run(["approve", "2025", "unifil", "--by", "DJZ"]) == 0
        assert len(approvals(content)) == 1

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (
                ["2025", "unifill", "--by", "DZJ", "--on", "2026-04-13"],
                [
                    (
                        "--by: de eigenaar «DZJ» bestaat niet; bedoelde u «DJZ»? "
                        "Zo niet: zet «DZJ» in content/owners.yml"
                    ),
                    "unifill: dossier 2025 heeft geen tekst «unifill»; bedoelde u «unifil»?",
                ],
            ),
            (
                ["2025"],
                [
                    "--by: hier ontbreekt wie akkoord is; noem de eigenaar, zoals DJZ",
                    "approve: hier ontbreken de teksten; noem ze, zoals «jvom approve 2026 nmi --by DJZ»",
                ],
            ),
            (
                ["2025", "unifil", "--by", "DJZ", "--on", "2999-01-01"],
                ["--on: deze dag moet nog komen; noem de dag waarop het akkoord gegeven is"],
            ),
            (
                ["2025", "figures.yml", "--by", "DJZ", "--on", "2026-01-01"],
                [
                    (
                        "content/2025/figures.yml: dit is geen tekst, maar een gegevensbestand; "
                        "een akkoord slaat op een tekst, met de cijfers die erin staan"
                    )
                ],
            ),
        ],
    )
    def but_it_refuses_what_nobody_can_approve(self, content, capsys, words, said):
        assert run(["approve", *words]) == 2
        assert capsys.readouterr().err.splitlines() == said
        assert not (content / "2025" / "approvals.yml").exists()

    def and_it_leaves_a_list_alone_that_it_can_not_add_to(self, content, capsys):
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-13"])
        path = content / "2025" / "approvals.yml"
        row = path.read_text(encoding="utf-8").partition("  - ")[2].strip()
        typed = f"approvals: [{row}] # zo getypt\n"
        path.write_text(typed, encoding="utf-8")
        capsys.readouterr()

        assert run(["approve", "2025", "nota", "--by", "DJZ", "--on", "2026-04-13"]) == 2
        assert path.read_text(encoding="utf-8") == typed
        assert "aan deze lijst kan jvom niets toevoegen" in capsys.readouterr().err


class Describe_an_approval:
    def it_is_missed_when_the_planning_asks_for_it(self, content, capsys):
        ask_for(content, "{unifil: [DJZ], untso: [DOPS]}")
        change(content / "2025" / "rapport" / "untso.md", "status: final", "status: draft")

        assert found(capsys) == ["unifil warning AKK002: het akkoord van DJZ ontbreekt"]
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-13"])
        capsys.readouterr()
        assert found(capsys) == []

    def it_is_told_when_the_text_changed_after_it(self, content, capsys):
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-13"])
        path = content / "2025" / "rapport" / "unifil.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
        capsys.readouterr()

        assert found(capsys) == [
            "unifil warning AKK001: deze tekst is gewijzigd na het akkoord van DJZ op 13 april 2026"
        ]
        assert run(["status", "2025", "--json"]) == 0
        status = json.loads(capsys.readouterr().out)
        unifil = next(each for each in status["texts"] if each["id"] == "unifil")
        assert unifil["approvals"] == [
            {"by": "DJZ", "asked": False, "standing": "changed", "date": "2026-04-13"}
        ]

    def it_is_an_error_at_the_seal_when_it_is_not_there(self, content, capsys):
        ask_for(content, "{unifil: [DJZ]}")

        assert run(["seal", "2025", *LESSER]) == 1
        assert "AKK002 het akkoord van DJZ ontbreekt" in capsys.readouterr().err
        run(["approve", "2025", "unifil", "--by", "DJZ", "--on", "2026-04-13"])
        path = content / "2025" / "rapport" / "unifil.md"
        before = path.read_bytes()
        path.write_bytes(before + b"\nDe waarnemers zijn terug.\n")
        capsys.readouterr()
        assert run(["seal", "2025", *LESSER]) == 1
        assert "AKK002 het akkoord van DJZ is van voor de laatste wijziging" in capsys.readouterr().err
        path.write_bytes(before)
        assert run(["seal", "2025", *LESSER]) == 0
        assert Path("build/2025/indiening-2025.zip").exists()

    def but_its_lack_is_on_the_checklist_when_the_rule_was_put_out(self, content, capsys):
        ask_for(content, "{unifil: [DJZ, DOPS], nota: [DJZ]}")
        (content / "jvom.yml").write_text("ignore: [AKK002]\n", encoding="utf-8")

        assert run(["seal", "2025", *LESSER]) == 0
        said = "Er is geen akkoord van DJZ, DOPS op 2 teksten, hoewel de planning daarom vraagt."
        assert said in checklist_words()

    def and_it_is_on_the_checklist_and_among_the_inputs(self, content, capsys):
        run(["approve", "2025", "unifil", "nota", "--by", "DJZ", "--on", "2026-04-13"])
        run(["seal", "2025", *LESSER])

        with zipfile.ZipFile("build/2025/indiening-2025.zip") as sealed:
            manifest = json.loads(sealed.read("manifest.json"))
        said = "DJZ is op 13 april 2026 akkoord gegaan met 2 teksten van de 9: nota, unifil."
        assert said in checklist_words()
        assert {"content/2025/approvals.yml", "content/owners.yml"} <= {
            each["name"] for each in manifest["inputs"]
        }
