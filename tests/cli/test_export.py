# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom export``, as users run it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from jvom.cli.app import run as main
from jvom.exchange.origin import decode
from tests.cli.workspaces import change
from tests.waiting import LIMIT
from tests.word.lint import lint

TEXT = "content/2025/rapport/unifil.md"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(path: Path, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return etree.fromstring(archive.read(name))


def words(path: Path) -> str:
    return "\n".join(
        "".join(run.text or "" for run in paragraph.iter(f"{W}t"))
        for paragraph in part(path, "word/document.xml").iter(f"{W}p")
    )


class Describe_an_export:
    def it_makes_a_file_of_each_text(self, workspace, capsys):
        assert main(["export", "2025"]) == 0

        made = sorted(path.name for path in (workspace / "build/2025/uitvraag").iterdir())
        assert made == sorted(
            f"2025-{name}-uitvraag.docx"
            for name in (
                *("brief", "nota", "inleiding", "inzet", "midden-oosten", "unifil", "untso"),
                *("slotbeschouwing", "rechtsbasis"),
            )
        )
        assert capsys.readouterr().out.count(".docx") == len(made)

    def it_makes_files_that_word_opens(self, workspace):
        main(["export", "2025", "--out", "uit", "--with-findings"])

        for path in (workspace / "uit").iterdir():
            assert lint(path.read_bytes()) == []
            assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []

    def it_satisfies_the_open_xml_sdk(self, workspace, ooxml_validator):
        main(["export", "2025", "unifil", "--out", "uit", "--with-findings"])

        [made] = (workspace / "uit").iterdir()
        done = subprocess.run(
            [ooxml_validator, made], capture_output=True, text=True, timeout=LIMIT, check=False
        )
        assert done.returncode == 0, done.stdout

    def it_makes_the_same_bytes_again(self, workspace):
        main(["export", "2025", "nota", "unifil", "--out", "een"])
        main(["export", "2025", "nota", "unifil", "--out", "twee"])

        for path in (workspace / "een").iterdir():
            assert path.read_bytes() == (workspace / "twee" / path.name).read_bytes()

    @pytest.mark.parametrize(
        "typed",
        [
            ["2025", "unifil"],
            ["unifil"],
            ["content/2025", "unifil.md"],
            ["2025", "rapport/unifil"],
            ["content/2025/rapport/unifil.md"],
            ["2025", "--owner", "CDS"],
            ["2025", "unifil", "untso", "--owner", "CDS,DOPS"],
        ],
    )
    def it_makes_only_what_is_named(self, workspace, typed):
        change(workspace / TEXT, "owner: DGB", "owner: [CDS, DOPS]")

        assert main(["export", *typed, "--out", "uit"]) == 0

        assert [path.name for path in (workspace / "uit").iterdir()] == ["2025-unifil-uitvraag.docx"]

    def it_says_what_it_made_to_a_program(self, workspace, capsys):
        main(["export", "2025", "nota", "--json"])

        said = json.loads(capsys.readouterr().out)
        assert said["files"] == [{"path": "build/2025/uitvraag/2025-nota-uitvraag.docx", "section": "nota"}]

    def it_refuses_a_text_that_does_not_exist(self, workspace, capsys):
        assert main(["export", "2025", "unifill"]) == 2

        said = capsys.readouterr().err
        assert "unifill: dossier 2025 heeft geen tekst «unifill»; bedoelde u «unifil»?" in said
        assert not (workspace / "build").exists()

    def it_gives_a_section_called_nota_a_file_of_its_own(self, workspace):
        change(workspace / "content/2025/dossier.yml", "- id: unifil", "- id: nota")
        (workspace / "content/2025/rapport/unifil.md").rename(workspace / "content/2025/rapport/nota.md")
        change(workspace / "content/2025/rapport/midden-oosten.md", "(#unifil..untso)", "(#nota..untso)")

        assert main(["export", "2025", "--out", "uit"]) == 0

        made = {path.name for path in (workspace / "uit").iterdir()}
        assert {"2025-nota-uitvraag.docx", "2025-rapport-nota-uitvraag.docx"} <= made

    def it_refuses_a_file_that_is_no_text(self, workspace, capsys):
        assert main(["export", "2025", "figures.yml"]) == 2

        assert "dit is geen tekst, maar een gegevensbestand" in capsys.readouterr().err

    def it_takes_the_texts_of_several_owners(self, workspace, capsys):
        change(workspace / TEXT, "owner: DGB", "owner: CDS")
        change(workspace / "content/2025/rapport/untso.md", "owner: DGB", "owner: DJZ")

        assert main(["export", "--owner", "CDS,DJZ", "--out", "uit"]) == 0

        made = sorted(path.name for path in (workspace / "uit").iterdir())
        assert made == ["2025-unifil-uitvraag.docx", "2025-untso-uitvraag.docx"]

    def it_refuses_an_owner_without_texts(self, workspace, capsys):
        assert main(["export", "2025", "--owner", "DOPS"]) == 2

        assert "--owner: «DOPS» levert in dit dossier geen tekst" in capsys.readouterr().err


class Describe_an_exported_file:
    def it_says_what_is_asked_by_whom_and_for_which_day(self, workspace):
        change(workspace / "content/2025/rapport/unifil.md", "owner: DGB", "owner: CDS")
        dossier = workspace / "content/2025/dossier.yml"
        dossier.write_text(dossier.read_text() + "planning:\n  owners:\n    CDS: 2026-03-02\n")

        main(["export", "2025", "--owner", "CDS", "--out", "uit"])

        [made] = (workspace / "uit").iterdir()
        said = words(made).replace("\xa0", " ")
        assert "Gevraagd aan: CDS." in said
        assert "Uiterlijk terug op: 2 maart 2026." in said
        assert "Stuur het bestand terug onder dezelfde naam." in said

    def it_keeps_track_of_changes(self, workspace):
        main(["export", "2025", "unifil", "--out", "uit"])

        settings = part(workspace / "uit/2025-unifil-uitvraag.docx", "word/settings.xml")
        protection = settings.find(f"{W}documentProtection")
        assert settings.find(f"{W}trackRevisions") is not None
        assert dict(protection.attrib) == {f"{W}edit": "trackedChanges", f"{W}enforcement": "1"}
        assert settings.find(f"{W}removePersonalInformation") is None

    def it_locks_what_is_not_typed(self, workspace):
        path = workspace / "content/2025/rapport/unifil.md"
        path.write_text(
            path.read_text() + "\nEr zijn {{ deployed_total }} mensen, zie [](#untso), [@kst-29521-493] en "
            "[kapitein Jansen]{.persoonsgegeven} en [iets]{.gelakt}.\n\n"
            '{.gelakt grond="5.1.2i"} Een hele alinea.\n'
        )

        main(["export", "2025", "unifil", "--out", "uit"])

        root = part(workspace / "uit/2025-unifil-uitvraag.docx", "word/document.xml")
        controls = [each for each in root.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}lock") is not None][-6:]
        assert [
            (
                each.find(f"{W}sdtPr/{W}alias").get(f"{W}val"),
                "".join(run.text for run in each.iter(f"{W}t")).replace("\xa0", " "),
            )
            for each in controls
        ] == [
            ("Cijfer", "twaalf"),
            ("Verwijzing", "paragraaf 2.1.2"),
            ("Bron", "Kamerstuk 29 521, nr. 493"),
            ("Persoonsgegeven", "kapitein Jansen"),
            ("Niet openbaar", "iets"),
            ("Niet openbaar (5.1.2i)", "Een hele alinea."),
        ]
        assert {each.find(f"{W}sdtPr/{W}lock").get(f"{W}val") for each in controls} == {"contentLocked"}

    def it_carries_the_text_as_it_was(self, workspace):
        main(["export", "2025", "unifil", "--out", "uit"])

        origin = decode(part(workspace / "uit/2025-unifil-uitvraag.docx", "customXml/item1.xml").text)
        assert origin is not None
        assert (origin.dossier, origin.section) == ("2025", "rapport/unifil")
        assert origin.text == (workspace / "content/2025/rapport/unifil.md").read_text()

    def it_gives_an_empty_text_its_headings(self, workspace):
        path = workspace / "content/2025/rapport/unifil.md"
        path.write_text("---\ntitle: UNIFIL\nmission: unifil\nstatus: outline\n---\n")

        main(["export", "2025", "unifil", "--out", "uit"])

        said = words(workspace / "uit/2025-unifil-uitvraag.docx")
        assert "Schrijf deze tekst." in said
        assert "Over de missie" in said
        assert "Wat Nederland bijdroeg" in said

    def it_turns_its_pages_as_the_report_does(self, workspace):
        main(["export", "2025", "rechtsbasis", "unifil", "--out", "uit"])

        for name, turned in (("rechtsbasis", True), ("unifil", False)):
            root = part(workspace / f"uit/2025-{name}-uitvraag.docx", "word/document.xml")
            sizes = [each.get(f"{W}orient") == "landscape" for each in root.iter(f"{W}pgSz")]
            assert set(sizes) == {turned}

    def it_has_what_the_check_found_as_comments(self, workspace):
        path = workspace / "content/2025/rapport/unifil.md"
        path.write_text(path.read_text() + "\nEen zin met met een fout.\n")

        main(["export", "2025", "unifil", "--out", "uit", "--with-findings"])

        comments = part(workspace / "uit/2025-unifil-uitvraag.docx", "word/comments.xml")
        assert "met" in "".join(run.text or "" for run in comments.iter(f"{W}t"))
        assert {each.get(f"{W}author") for each in comments} == {"jvom"}

    def it_has_the_text_of_last_year_in_grey(self, workspace, capsys):
        assert main(["export", "2025", "unifil", "--last-year"]) == 2
        assert "er is geen dossier 2024 van het vorige jaar" in capsys.readouterr().err

        shutil.copytree(workspace / "content/2025", workspace / "content/2026")
        change(workspace / "content/2026/dossier.yml", "year: 2025", "year: 2026")
        path = workspace / "content/2026/rapport/unifil.md"
        path.write_text("---\ntitle: UNIFIL\nmission: unifil\n---\n\nNieuw.\n")
        earlier = workspace / "content/2025/rapport/unifil.md"
        earlier.write_text(
            earlier.read_text() + "\n- een;\n- twee.\n\n3. drie\n\n| a | b |\n| - | - |\n| c | d |\n"
        )

        assert main(["export", "2026", "unifil", "--last-year", "--out", "uit"]) == 0

        root = part(workspace / "uit/2026-unifil-uitvraag.docx", "word/document.xml")
        grey = [
            "".join(run.text or "" for run in each.iter(f"{W}t"))
            for each in root.iter(f"{W}p")
            if each.find(f"{W}pPr/{W}pStyle") is not None
            and each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "VorigJaar"
        ]
        assert [each.replace("\xa0", " ") for each in grey[-5:]] == [
            *("\N{BULLET} een;", "\N{BULLET} twee.", "3. drie", "a | b", "c | d"),
        ]
