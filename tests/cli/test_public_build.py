# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`jvom build --public`: the public version beside the internal one, or why not."""

from __future__ import annotations

import json
import struct
import subprocess
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jvom.cli.app import run
from jvom.word.texts import document_texts
from tests.cli.workspaces import change
from tests.documents.secrets import found_in
from tests.reading.pictures import jpeg
from tests.test_pictures import SECRET, chunk, exif, png, segment, with_segments

FOUR = ["brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport"]
NAME = "Qzaaf van der Xjuw"
FIRST = "Aanleiding\n\n"


def mark(workspace: Path, text: str = f"[{NAME}]{{.persoonsgegeven}} meldt het. ") -> None:
    change(workspace / "content/2025/nota.md", FIRST, FIRST + text)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class Describe_a_public_build:
    def it_is_written_beside_the_internal_one(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        mark(workspace)
        assert run(["build", "--public", "--pages", "estimate"]) == 0
        expected = [f"{name}.docx" for name in FOUR]
        both = ["inventarislijst.docx", "inventarislijst.json"]
        assert names(workspace / "build/2025") == sorted(
            expected + [f"openbaar/{each}" for each in expected + both]
        )
        assert "openbaar/nota.docx" in capsys.readouterr().out

    def its_web_page_has_nothing_of_what_is_marked_either(self, workspace: Path) -> None:
        mark(workspace)
        assert run(["build", "--public", "--html", "--pages", "estimate"]) == 0

        inside, outside = (
            (workspace / "build/2025" / folder / "dossier.html").read_text(encoding="utf-8")
            for folder in ("", "openbaar")
        )
        assert NAME in inside
        assert NAME not in outside
        assert '<span class="bar">gelakt' in outside

    def it_has_nothing_of_what_is_marked_but_the_internal_one_has(self, workspace: Path) -> None:
        mark(workspace)
        change(workspace / "content/2025/dossier.yml", "drafted_by: null", "drafted_by: Wqxzo Jvurq")
        assert run(["build", "--public", "--pages", "estimate"]) == 0
        words = [NAME, "Wqxzo Jvurq"]
        for name in FOUR:
            data = (workspace / f"build/2025/openbaar/{name}.docx").read_bytes()
            assert found_in(data, words) == [], name
        assert found_in((workspace / "build/2025/nota.docx").read_bytes(), words) == words

    def it_keeps_no_metadata_of_pictures(self, workspace: Path) -> None:
        report = workspace / "content/2025/rapport"
        (report / "een.png").write_bytes(png(chunk(b"tEXt", b"Author\0" + SECRET), chunk(b"eXIf", SECRET)))
        (report / "twee.jpg").write_bytes(
            with_segments(jpeg(9, 9), segment(0xE1, exif()), segment(0xFE, SECRET)) + SECRET
        )
        with (report / "unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](een.png)\n\n![Een foto.](twee.jpg)\n")
        assert run(["build", "--public", "--no-check", "--pages", "estimate"]) == 0
        for folder in ("", "openbaar/"):
            data = (workspace / f"build/2025/{folder}rapport.docx").read_bytes()
            with zipfile.ZipFile(BytesIO(data)) as package:
                media = [name for name in package.namelist() if name.startswith("word/media/")]
            assert len(media) == 2
            assert found_in(data, [SECRET.decode()]) == []

    def it_says_when_nothing_is_marked(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["build", "--public", "--pages", "estimate"]) == 0
        assert "is niets als persoonsgegeven gemarkeerd" in capsys.readouterr().err
        mark(workspace)
        assert run(["build", "--public", "--pages", "estimate"]) == 0
        assert "Niets in dit dossier" not in capsys.readouterr().err

    def it_says_when_an_earlier_one_was_left_as_it_was(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        said = "De openbare versie in build/2025/openbaar is van een eerdere keer."
        run(["build", "--public", "--pages", "estimate"])
        assert said not in capsys.readouterr().err
        run(["build", "--pages", "estimate"])
        assert said in capsys.readouterr().err

    def it_is_refused_when_the_same_words_are_also_unmarked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        mark(workspace)
        run(["build", "--pages", "estimate"])
        before = names(workspace / "build/2025")
        change(workspace / "content/2025/brief.md", "\n---\n\n", f"\n---\n\n{NAME} groet u. ")
        capsys.readouterr()
        assert run(["build", "--public", "--no-check", "--pages", "estimate"]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert lines[-1].startswith(
            f"content/2025/brief.md:6:1: «{NAME}» is als persoonsgegeven gemarkeerd (content/2025/nota.md:"
        )
        assert names(workspace / "build/2025") == before
        assert run(["build", "--no-check", "--pages", "estimate"]) == 0

    def and_when_they_are_hyphenated_in_a_narrow_table(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        name, long = "Qzaafvandenberghuizen", "Verantwoordelijkheidsverdeling"
        mark(workspace, f"[{name}]{{.persoonsgegeven}} meldt het. ")
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write(f"\n| {' | '.join([long] * 5)} |\n|{' --- |' * 5}\n| a | b | c | d | {name} |\n")
        assert run(["build", "--no-check", "--pages", "estimate", "--only", "rapport"]) == 0
        printed = (workspace / "build/2025/rapport.docx").read_bytes()
        assert b"vanden" not in zipfile.ZipFile(BytesIO(printed)).read("word/document.xml")
        assert name in "".join(document_texts(printed))
        assert run(["build", "--public", "--no-check", "--pages", "estimate"]) == 2
        assert f"unifil.md:22:19: «{name}» is als persoonsgegeven" in capsys.readouterr().err

    @pytest.mark.parametrize("word", ["Inhoud", "Betreft", "Retouradres"])
    def it_is_not_refused_for_what_every_document_says(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], word: str
    ) -> None:
        """The heading of the contents, and the labels of the templates that come with jvom."""
        mark(workspace, f"[{word}]{{.persoonsgegeven}} meldt het. ")
        options = ["build", "--public", "--html", "--no-check", "--pages", "estimate"]
        assert run(options) == 0

        change(workspace / "content/2025/brief.md", "\n---\n\n", f"\n---\n\nVan {word}.\n\n")
        assert run(options) == 2
        assert f"content/2025/brief.md:6:5: «{word}» is als" in capsys.readouterr().err.replace("\xa0", " ")

    def it_is_refused_when_a_template_has_the_words(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        mark(workspace)
        path = workspace / "templates/nota.docx"
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        parts["word/footer1.xml"] = parts["word/footer1.xml"].replace(b"Pagina ", f"{NAME} ".encode())
        with zipfile.ZipFile(path, "w") as new:
            for name, data in parts.items():
                new.writestr(name, data)
        assert run(["build", "--public", "--pages", "estimate"]) == 2
        assert "maar staat toch in de openbare versie van openbaar/nota.docx" in capsys.readouterr().err

    def it_names_a_ground_that_does_not_exist(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = workspace / "content/2025/dossier.yml"
        change(path, "\nclaims:", "\npublic: {ground: zomaar}\nclaims:")
        assert run(["build", "--public"]) == 2
        assert "dossier.yml:" in capsys.readouterr().err

    def it_reports_to_a_program_in_json(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        mark(workspace)
        assert run(["build", "--public", "--json", "--pages", "estimate"]) == 0
        files = json.loads(capsys.readouterr().out)["files"]
        assert [file["path"] for file in files][-3:] == [
            f"build/2025/openbaar/{name}"
            for name in ("rapport.docx", "inventarislijst.json", "inventarislijst.docx")
        ]

    def it_has_nothing_of_what_is_marked_in_its_pdfs(
        self, workspace: Path, soffice: Path, pdftotext: Path
    ) -> None:
        import pikepdf

        mark(workspace, f"[{NAME}]{{.persoonsgegeven}} en [Qzaaf]{{.persoonsgegeven}} zijn het eens. ")
        change(
            workspace / "content/2025/rapport/unifil.md",
            "title: ",
            f"title: '[{NAME}]{{.persoonsgegeven}} en ",
        )
        change(workspace / "content/2025/rapport/unifil.md", "(Libanon)", "(Libanon)'")
        assert run(["build", "--public", "--no-check", "--pdf", "--pages", "exact"]) == 0
        for name in (*FOUR, "inventarislijst"):
            path = workspace / f"build/2025/openbaar/{name}.pdf"
            said = subprocess.run([pdftotext, path, "-"], capture_output=True, check=True).stdout
            opened = path.with_suffix(".open.pdf")
            with pikepdf.open(path) as pdf:
                pdf.save(
                    opened,
                    compress_streams=False,
                    stream_decode_level=pikepdf.StreamDecodeLevel.all,
                    object_stream_mode=pikepdf.ObjectStreamMode.disable,
                )
            for data in (said, path.read_bytes(), opened.read_bytes()):
                assert found_in(data, [NAME, "Qzaaf"]) == [], name
            if name in ("nota", "rapport"):
                assert b"gelakt" in said
        said = subprocess.run(
            [pdftotext, workspace / "build/2025/rapport.pdf", "-"], capture_output=True, check=True
        ).stdout
        assert NAME in said.decode().replace("\xa0", " ")


PASSAGES = """
Nederland vroeg [de Franse regering]{.gelakt grond="5.1.2a"} om steun, en [Qzaaf]{.persoonsgegeven} ook.

| Land | Aantal |
| --- | --- |
| {.gelakt grond="5.1.1b"} Kwalistan | 4812223 |

Een zin met een noot.[^weg]

[^weg]: {.gelakt grond="5.1.2h"} De beveiliging van het kamp is niet op orde.
"""


def listed(workspace: Path, *more: str) -> dict[str, Any]:
    """Return the inventory of a public build whose report has passages that are withheld."""
    with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
        file.write(PASSAGES)
    assert run(["build", "--public", "--no-check", "--pages", "estimate", *more]) == 0
    made: dict[str, Any] = json.loads((workspace / "build/2025/openbaar/inventarislijst.json").read_bytes())
    return made


class Describe_the_inventory_of_a_public_build:
    def it_says_what_is_gone_where_and_why(self, workspace: Path, project: Path) -> None:
        made = listed(workspace)
        schema = json.loads((project / "schema/inventarislijst.schema.json").read_bytes())
        Draft202012Validator(schema).validate(made)
        assert made["pages"] == "estimate"
        letter, _, nota, report = made["documents"]
        assert (letter["disclosure"], letter["passages"], letter["withheld"]) == ("openbaar", 0, [])
        assert (nota["disclosure"], nota["grounds"]) == ("deels openbaar", ["5.1.2e"])
        assert report["grounds"] == ["5.1.1b", "5.1.2a", "5.1.2e", "5.1.2h"]
        assert report["passages"] == 4
        assert {each["section"] for each in report["withheld"]} == {"2.1.1"}
        assert [each["ground"] for each in report["withheld"]] == ["5.1.2a", "5.1.2e", "5.1.1b", "5.1.2h"]
        assert [each["ground"] for each in made["grounds"]] == ["5.1.1b", "5.1.2a", "5.1.2e", "5.1.2h"]

    def its_bookmarks_are_those_of_the_document(self, workspace: Path) -> None:
        *_, report = listed(workspace)["documents"]
        with zipfile.ZipFile(workspace / "build/2025/openbaar/rapport.docx") as package:
            parts = package.read("word/document.xml") + package.read("word/footnotes.xml")
        marks = [each for place in report["withheld"] for each in place["bookmarks"]]
        assert marks == ["Gelakt_1", "Gelakt_2", "Gelakt_3", "Gelakt_4"]
        assert all(parts.count(f'w:name="{mark}"'.encode()) == 1 for mark in marks)

    def it_is_a_word_file_with_the_same(self, workspace: Path) -> None:
        listed(workspace)
        said = " ".join(document_texts((workspace / "build/2025/openbaar/inventarislijst.docx").read_bytes()))
        for words in ("deels openbaar", "5.1.2h", "de veiligheid van de Staat", "geschat", "2.1.1"):
            assert words in said.replace("\xa0", " ")

    def it_says_concept_in_a_draft(self, workspace: Path) -> None:
        listed(workspace, "--draft", "--as-of", "2026-03-04")
        said = list(document_texts((workspace / "build/2025/openbaar/inventarislijst.docx").read_bytes()))
        assert any("CONCEPT" in each and "4 maart 2026" in each.replace("\xa0", " ") for each in said)

    def it_is_json_alone_in_a_house_without_its_template(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "templates/inventarislijst.docx").unlink()
        listed(workspace)
        assert not (workspace / "build/2025/openbaar/inventarislijst.docx").exists()
        said = "Er is geen sjabloon templates/inventarislijst.docx: de inventarislijst is er alleen als JSON."
        assert said in capsys.readouterr().err

    def it_has_the_exact_pages_when_the_documents_do(self, workspace: Path, soffice: Path) -> None:
        data = workspace / "content/2025/rapport/unifil.md"
        data.write_text(data.read_text() + "\nNog een alinea.\n" * 60)
        estimated = listed(workspace)
        assert run(["build", "--public", "--no-check", "--pages", "exact"]) == 0
        exact = json.loads((workspace / "build/2025/openbaar/inventarislijst.json").read_bytes())
        assert (estimated["pages"], exact["pages"]) == ("estimate", "exact")
        for one, other in zip(estimated["documents"], exact["documents"], strict=True):
            assert [each["page"] for each in one["withheld"]] == [each["page"] for each in other["withheld"]]
        first, last = (exact["documents"][-1]["withheld"][at]["page"] for at in (0, -1))
        assert first == last > 4

    def its_ground_must_be_known(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        mark(workspace, "[Qzaaf]{.gelakt} meldt het. ")
        assert run(["build", "--pages", "estimate"]) == 0
        capsys.readouterr()
        assert run(["build", "--public", "--pages", "estimate"]) == 2
        assert (
            "content/2025/nota.md:8:1: hier staat niet op welke grond dit gelakt wordt; "
            'schrijf de grond binnen de accolades, zoals grond="5.1.2i"'
        ) in capsys.readouterr().err
        assert run(["build", "--public", "--only", "rapport", "--pages", "estimate"]) == 0
        assert run(["seal", "--pages", "estimate", "--no-pdf"]) == 2

    def its_house_may_not_name_a_ground_that_the_law_has_not(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = workspace / "content/2025/dossier.yml"
        change(path, "\nclaims:", "\npublic: {ground: 'artikel 5.1, lid 2, onder k'}\nclaims:")
        assert run(["build"]) == 2
        assert (
            "«artikel 5.1, lid 2, onder k» is geen grond van de Wet open overheid" in capsys.readouterr().err
        )


class Describe_a_hostile_picture:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (png(pixels=bytes(5_000_000)), "uitgepakt is het bestand groter dan het zelf zegt"),
            (
                png(width=50_000, height=50_000, pixels=b"x"),
                "de afbeelding is 50000 bij 50000 beeldpunten groot",
            ),
            (jpeg(60_000, 60_000), "de afbeelding is 60000 bij 60000 beeldpunten groot"),
            (b"<svg onload='x'/>", "het is geen PNG of JPEG"),
            (struct.pack(">I", 7) + zlib.compress(b"niets"), "het is geen PNG of JPEG"),
        ],
    )
    def it_is_refused_by_name(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
    ) -> None:
        (workspace / "content/2025/rapport/bom.png").write_bytes(data)
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](bom.png)\n")
        assert run(["build"]) == 2
        error = capsys.readouterr().err
        assert error.startswith("content/2025/rapport/unifil.md:")
        assert "content/2025/rapport/bom.png is niet te gebruiken als afbeelding: " + said in error
        assert not (workspace / "build").exists()

    def it_is_refused_in_a_template_too(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with_picture(workspace / "templates/nota.docx", png(pixels=bytes(5_000_000)))
        assert run(["build"]) == 2
        assert capsys.readouterr().err == (
            "templates/nota.docx: de afbeelding «word/media/beeld.png» is niet te gebruiken: "
            "uitgepakt is het bestand groter dan het zelf zegt: dit kan een zip-bom zijn; "
            "gebruik een afbeelding van vertrouwde herkomst\n"
        )

    def it_loses_its_metadata_in_a_template_too(self, workspace: Path) -> None:
        with_picture(workspace / "templates/nota.docx", png(chunk(b"tEXt", b"Author\0" + SECRET)))
        assert run(["build", "--pages", "estimate"]) == 0
        data = (workspace / "build/2025/nota.docx").read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as package:
            assert package.read("word/media/beeld.png") == png()
        assert found_in(data, [SECRET.decode()]) == []


def with_picture(path: Path, data: bytes) -> None:
    """Put a picture in a template, as its wordmark would be."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/media/beeld.png"] = data
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="beeld" Type="{office}" Target="media/beeld.png"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)


class Describe_a_classified_dossier:
    def it_has_no_public_version(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "year: 2025", "classification: Departementaal vertrouwelijk\nyear: 2025")
        assert run(["build", "--public", "--pages", "estimate"]) == 2
        said = capsys.readouterr().err
        assert "content/2025/dossier.yml:" in said
        assert "Departementaal vertrouwelijk" in said
        assert "brief-eerste-kamer, brief-tweede-kamer, nota, rapport" in said
        assert not (workspace / "build").exists()
        assert run(["build", "--pages", "estimate"]) == 0

    def but_its_other_documents_may_have_one(self, workspace: Path) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "nota:\n", "nota:\n  classification: Stg. Geheim\n")
        assert run(["build", "--public", "--pages", "estimate"]) == 2
        assert run(["build", "--public", "--only", "rapport", "--pages", "estimate"]) == 0
        both = ["inventarislijst.docx", "inventarislijst.json"]
        assert names(workspace / "build/2025/openbaar") == [*both, "rapport.docx"]
        made = json.loads((workspace / "build/2025/openbaar/inventarislijst.json").read_bytes())
        assert [each["document"] for each in made["documents"]] == ["rapport"]
