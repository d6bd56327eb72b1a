# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which files ``jvom import`` reads: also those that lost much on the way, or that jvom did not make."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from jvom.cli.app import run as main
from tests.cli.sent_texts import FILE, SENTENCE, TEXT, rewrite, send, without_origin
from tests.cli.workspaces import change
from tests.exchange.commenting import commented
from tests.exchange.returning import (
    W,
    edited,
    packed,
    parts,
    with_words,
)


@pytest.fixture
def sent(workspace: Path) -> Path:
    """Return the file of a text, exported as it is in the folder."""
    return send(workspace)


def convert(soffice: Path, folder: Path, kind: str, *paths: Path) -> None:
    """Let LibreOffice save files as another kind, in a folder named after it."""
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder / kind,
        *paths,
    ]
    subprocess.run(command, check=True, capture_output=True)


class Describe_a_file_that_lost_its_way:
    def it_comes_home_by_its_words(self, workspace, sent):
        without_origin(sent)
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        before = (workspace / TEXT).read_text()

        assert main(["import", str(sent), "--no-check"]) == 0

        assert (workspace / TEXT).read_text() == before.replace("een derde zin", "een andere zin").replace(
            "status: final", "status: review"
        )

    def it_does_even_without_styles_and_controls(self, workspace, sent, capsys):
        without_origin(sent)

        def edit(root):
            for control in list(root.iter(f"{W}sdt")):
                for each in list(control.find(f"{W}sdtContent")):
                    control.addprevious(each)
                control.getparent().remove(control)
            for each in [*root.iter(f"{W}pPr"), *root.iter(f"{W}rPr")]:
                if each.find(f"{W}sectPr") is None and each.getparent() is not None:
                    each.getparent().remove(each)

        sent.write_bytes(edited(sent.read_bytes(), edit))
        before = (workspace / TEXT).read_bytes()

        assert main(["import", str(sent), "--no-check"]) == 0

        assert (workspace / TEXT).read_bytes() == before
        assert "niet overgenomen" not in capsys.readouterr().out

    def it_does_when_libreoffice_saved_it(self, workspace, sent, soffice, tmp_path):
        main(["export", "2025", "--out", "uit"])
        convert(soffice, tmp_path, "docx", *sorted((workspace / "uit").glob("*.docx")))
        before = {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")}

        assert main(["import", str(tmp_path / "docx"), "--no-check"]) == 0

        assert {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")} == before

    def it_does_with_its_changes_when_libreoffice_saved_it_as_another_kind(
        self, workspace, sent, soffice, tmp_path, capsys
    ):
        main(["export", "2025", "unifil", "--out", "uit", "--with-findings"])
        rewrite(sent, lambda data: with_words(data, "een derde zin", "een andere zin"))
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit?"))
        convert(soffice, tmp_path, "odt", sent)
        convert(soffice, tmp_path, "docx", *(tmp_path / "odt").iterdir())
        before = (workspace / TEXT).read_text()

        assert main(["import", str(tmp_path / "docx"), "--no-check"]) == 0

        made = SENTENCE.replace("een derde zin", "een andere zin")
        made = made.replace("nieuwe zin", "nieuwe zin <!-- opmerking (DJZ, 2026-03-04): Klopt dit? -->")
        assert (workspace / TEXT).read_text() == before.replace(SENTENCE, made).replace(
            "status: final", "status: review"
        )

    def it_does_when_another_word_renamed_the_styles(self, workspace, sent):
        """A Dutch Word gives styles other ids when it saves a file; their names stay."""
        members = parts(sent.read_bytes())
        ids = set(re.findall(rb'w:styleId="([^"]+)"', members["word/styles.xml"]))
        for name in ("word/styles.xml", "word/document.xml", "word/footnotes.xml", "word/numbering.xml"):
            for id in ids:
                members[name] = members[name].replace(b'"%b"' % id, b'"x%b"' % id)
        sent.write_bytes(packed(members))
        rewrite(sent, lambda data: with_words(data, "een derde zin", "een andere zin"))
        before = (workspace / TEXT).read_text()

        assert main(["import", str(sent), "--no-check"]) == 0

        assert (workspace / TEXT).read_text() == before.replace("een derde zin", "een andere zin").replace(
            "status: final", "status: review"
        )

    def it_does_when_its_styles_are_gone(self, workspace, sent):
        members = parts(sent.read_bytes())
        members["word/styles.xml"] = f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode()
        sent.write_bytes(packed(members))
        before = (workspace / TEXT).read_bytes()

        assert main(["import", str(sent), "--no-check"]) == 0

        assert (workspace / TEXT).read_bytes() == before


class Describe_a_file_of_another_kind:
    def it_may_be_strict(self, workspace, sent):
        """Word can save as "Strict Open XML", with other namespaces (ECMA-376-1)."""
        rewrite(sent, lambda data: with_words(data, "een derde zin", "een andere zin"))
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit?"))
        office = b"http://schemas.openxmlformats.org/%b/2006/main"
        pairs = [
            (office % b"wordprocessingml", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
            (office % b"drawingml", b"http://purl.oclc.org/ooxml/drawingml/main"),
            (
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ]
        members = parts(sent.read_bytes())
        for old, new in pairs:
            members = {name: data.replace(old, new) for name, data in members.items()}
        sent.write_bytes(packed(members))

        assert main(["import", str(sent), "--no-check"]) == 0

        assert "En een andere zin." in (workspace / TEXT).read_text()
        assert "zin <!-- opmerking (DJZ, 2026-03-04): Klopt dit? -->" in (workspace / TEXT).read_text()

    @pytest.mark.parametrize("named", ["uit", "uit/2025-unifil-uitvraag.docm"])
    def it_may_have_macros_which_are_never_read(self, workspace, sent, named, capsys):
        rewrite(sent, lambda data: with_words(data, "een derde zin", "een andere zin"))
        members = parts(sent.read_bytes())
        members["[Content_Types].xml"] = (
            members["[Content_Types].xml"]
            .replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
            .replace(
                b"<Override",
                b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
                1,
            )
        )
        members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/'
            b'vbaProject" Target="vbaProject.bin"/></Relationships>',
        )
        sent.with_suffix(".docm").write_bytes(packed(members | {"word/vbaProject.bin": b"macro"}))
        sent.unlink()

        assert main(["import", named, "--no-check"]) == 0

        assert "En een andere zin." in (workspace / TEXT).read_text()
        assert "LET OP: het bestand heeft macro's; die zijn niet gelezen" in capsys.readouterr().out

    @pytest.mark.parametrize("name", ["terug.doc", "terug.odt", "terug.rtf"])
    def it_stops_a_folder_when_somebody_wrote_in_it(self, workspace, sent, name, capsys):
        (workspace / "uit" / name).write_bytes(b"tekst")
        before = (workspace / TEXT).read_bytes()
        rewrite(sent, lambda data: with_words(data, "een derde zin", "een andere zin"))

        assert main(["import", "uit", "--no-check"]) == 2

        assert f"uit/{name}: dit is geen Word-document (.docx)" in capsys.readouterr().err
        assert (workspace / TEXT).read_bytes() == before

    def but_others_are_skipped(self, workspace, sent, capsys):
        (workspace / "uit/begeleidende mail.msg").write_bytes(b"tekst")

        assert main(["import", "uit", "--no-check"]) == 0

        said = "uit/begeleidende mail.msg is overgeslagen: dat is geen Word-document"
        assert said in capsys.readouterr().err

    def it_tells_of_another_file_inside(self, workspace, sent, capsys):
        """Word puts such a file in as it is, and reads it when the document is opened (altChunk)."""
        members = parts(sent.read_bytes())
        members["word/afchunk.html"] = b"<html>verborgen</html>"
        members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdA" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/aFChunk" Target="afchunk.html"/></Relationships>',
        )
        sent.write_bytes(packed(members))

        assert main(["import", str(sent), "--no-check"]) == 0

        assert "in het bestand zit een ander bestand; dat is niet gelezen" in capsys.readouterr().out


class Describe_a_file_that_jvom_did_not_make:
    def it_is_mapped_to_the_text_that_is_named(self, workspace, sent, capsys):
        main(["export", "2025", "untso", "--out", "ander"])
        file = workspace / "ander/2025-untso-uitvraag.docx"
        members = {name: data for name, data in parts(file.read_bytes()).items() if "customXml" not in name}
        members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
            b"../customXml/item1.xml", b"settings.xml"
        )
        file.write_bytes(packed(members))

        assert main(["import", str(file), "--as", "rapport/unifil.md", "--no-check"]) == 0

        assert "UNTSO" in (workspace / TEXT).read_text()

    def it_is_mapped_as_well_as_can_be(self, workspace, sent, soffice, tmp_path, capsys):
        (tmp_path / "stuk.html").write_text(
            "<h1>UNIFIL (Libanon)</h1><h2>Over de missie</h2><p>De <b>missie</b> en een "
            '<a href="https://www.defensie.nl/">link</a>. Zie Kamerstuk 29 521, nr. 493.</p><h3>Kop</h3>'
            "<ol><li>een<li>twee<ul><li>binnen</ul></ol><blockquote>Een citaat.</blockquote>"
            "<table><tr><th>Kop<th>Getal</tr><tr><td>a<td>12</tr></table><p>x<sup>2</sup></p>"
        )
        convert(soffice, tmp_path, "docx:MS Word 2007 XML", tmp_path / "stuk.html")
        [file] = tmp_path.glob("docx*/stuk.docx")

        assert main(["import", str(file), "--as", "rapport/unifil.md", "--no-check"]) == 0

        assert (workspace / TEXT).read_text().partition("---\n\n")[2] == (
            "## Over de missie\n\nDe **missie** en een [link](https://www.defensie.nl/). "
            "Zie [@kst-29521-493].\n\n### Kop\n\n1. een\n2. twee\n   - binnen\n\n> Een citaat.\n\n"
            "| Kop | Getal |\n| --- | --- |\n| a | 12 |\n\nx2\n"
        )
        assert "hoog of laag gezet, wat niet is overgenomen: «2»" in capsys.readouterr().out

    @pytest.mark.parametrize("named", ["rapport/nergens.md", "content/2031/rapport/unifil.md"])
    def it_needs_a_text_that_exists(self, workspace, sent, named, capsys):
        assert main(["import", str(sent), "--as", named]) == 2


class Describe_what_is_refused:
    @pytest.mark.parametrize(
        ("name", "data", "said"),
        [
            ("a.txt", b"tekst", "dit is geen Word-document"),
            ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1"), "dit is geen Word-document"),
            ("a.docx", b"tekst", "is geen Word-document"),
            ("a.docx", bytes.fromhex("D0CF11E0A1B11AE1"), "van vóór 2007"),
            (
                "a.docx",
                bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
                "wachtwoord",
            ),
            ("~$a.docx", b"", "slotbestand"),
        ],
    )
    def it_says_why(self, workspace, name, data, said, capsys):
        (workspace / name).write_bytes(data)

        assert main(["import", name]) == 2

        assert said in capsys.readouterr().err

    def it_names_the_other_dossier(self, workspace, sent, capsys):
        shutil.move(workspace / "content/2025", workspace / "content/2024")
        change(workspace / "content/2024/dossier.yml", "year: 2025", "year: 2024")

        assert main(["import", str(sent)]) == 2

        assert "dit bestand hoort bij dossier 2025" in capsys.readouterr().err

    def it_names_a_text_that_the_dossier_no_longer_has(self, workspace, sent, capsys):
        (workspace / TEXT).unlink()
        dossier = workspace / "content/2025/dossier.yml"
        dossier.write_text(re.sub(r" *- id: unifil\n", "", dossier.read_text()))

        assert main(["import", str(sent), "--no-check"]) == 2

        assert "dossier 2025 heeft geen tekst «rapport/unifil»" in capsys.readouterr().err

    def it_skips_the_lock_file_in_a_folder(self, workspace, sent, capsys):
        sent.with_name(f"~${FILE}").write_bytes(b"")

        assert main(["import", "uit", "--no-check"]) == 0

        assert "is overgeslagen" in capsys.readouterr().err

    def it_tells_macros_and_does_not_follow_links(self, workspace, sent, capsys):
        members = parts(sent.read_bytes())
        members["word/vbaProject.bin"] = b"macro"
        members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
            b'/image" Target="https://kwaad.example/x.png" TargetMode="External"/></Relationships>',
        )
        sent.write_bytes(packed(members))

        assert main(["import", str(sent), "--no-check"]) == 0

        said = capsys.readouterr().out
        assert "macro's; die zijn niet gelezen" in said
        assert "dat is niet opgehaald" in said
