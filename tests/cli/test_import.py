# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom import``, as users run it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jvom.cli.app import run as main
from tests.cli.workspaces import change
from tests.exchange.returning import (
    COMMENTS,
    W,
    after,
    append,
    edited,
    elements,
    packed,
    paragraph,
    paragraph_with,
    parts,
    run,
    with_words,
)
from tests.reading.pictures import png

FILE = "2025-unifil-uitvraag.docx"
TEXT = "content/2025/rapport/unifil.md"
SENTENCE = "Een nieuwe zin voor de proef. Een tweede zin ernaast. En een derde zin."


@pytest.fixture
def sent(workspace: Path) -> Path:
    """Return the file of a text, exported as it is in the folder."""
    path = workspace / TEXT
    path.write_text(path.read_text().rstrip("\n") + f"\n\n{SENTENCE}\n")
    assert main(["export", "2025", "unifil", "--out", "uit"]) == 0
    return workspace / "uit" / FILE


def deleted(author: str, text: str) -> str:
    return (
        f'<w:del w:id="901" w:author="{author}" w:date="2026-03-04T10:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def inserted(author: str, text: str) -> str:
    return f'<w:ins w:id="902" w:author="{author}" w:date="2026-03-04T10:00:00Z">{run(text)}</w:ins>'


def tracked(path: Path) -> None:
    """Make two people change the file: one adds words, another takes words away and puts others there."""

    def edit(root):
        each = paragraph_with(root, "Een nieuwe zin")
        properties = each.find(f"{W}pPr")
        for child in list(each):
            if child is not properties:
                each.remove(child)
        each.extend(
            elements(
                run("Een nieuwe zin voor de ")
                + deleted("Jansen", "proef")
                + inserted("Jansen", "toets")
                + run(". Een tweede zin ernaast. En een derde zin.")
                + inserted("Pieters", " Erbij.")
            )
        )

    path.write_bytes(edited(path.read_bytes(), edit))


def comment(path: Path, words: str, said: str) -> None:
    members = parts(path.read_bytes())
    comments = (
        f'<w:comments xmlns:w="{W[1:-1]}">'
        '<w:comment w:id="0" w:author="DJZ" w:date="2026-03-04T10:00:00Z">'
        f"{paragraph(run(said))}</w:comment></w:comments>"
    )
    members[COMMENTS] = comments.encode()
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        b'/comments" Target="comments.xml"/></Relationships>',
    )

    mark = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    path.write_bytes(edited(packed(members), append(words, mark)))


def resolve(path: Path) -> None:
    """Reply to the comment, and say that it is dealt with, as Word does."""
    w14, w15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
    members = parts(path.read_bytes())
    reply = (
        f'<w:comment w:id="1" w:author="CDS">'
        f'<w:p w14:paraId="00000002" xmlns:w14="{w14}">{run("Ja, dat klopt.")}</w:p></w:comment></w:comments>'
    )
    first = members[COMMENTS].decode().replace("<w:p>", f'<w:p xmlns:w14="{w14}" w14:paraId="00000001">', 1)
    members[COMMENTS] = first.replace("</w:comments>", reply).encode()
    members["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/></w15:commentsEx>'
    ).encode()
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdE" '
        b'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
        b'Target="commentsExtended.xml"/></Relationships>',
    )
    path.write_bytes(packed(members))


def without_origin(path: Path) -> None:
    members = {name: data for name, data in parts(path.read_bytes()).items() if "customXml" not in name}
    rels = members["word/_rels/document.xml.rels"].decode()
    members["word/_rels/document.xml.rels"] = re.sub(
        r"<Relationship [^>]*customXml[^>]*/>", "", rels
    ).encode()
    types = members["[Content_Types].xml"].decode()
    members["[Content_Types].xml"] = re.sub(r"<Override [^>]*customXml[^>]*/>", "", types).encode()
    path.write_bytes(packed(members))


class Describe_an_import:
    def it_changes_nothing_when_nothing_changed(self, workspace, capsys):
        before = {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")}
        main(["export", "2025", "--out", "uit"])

        assert main(["import", "uit", "--no-check"]) == 0

        assert {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")} == before
        assert capsys.readouterr().out.count("niets veranderd") == len(before)

    def it_brings_a_change_home_and_tells_how_much_changed(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een heel andere zin"))

        assert main(["import", str(sent)]) == 0

        assert "ernaast. En een heel andere zin." in (workspace / TEXT).read_text()
        out = capsys.readouterr().out
        assert "content/2025/rapport/unifil.md: " in out
        assert "3 anders" in out
        assert "blokken met een wijziging die Word niet bijhield: 1" in out

    def it_asks_for_a_review_of_what_changed(self, workspace, sent):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        main(["import", str(sent), "--no-check"])

        assert "\nstatus: review\n" in (workspace / TEXT).read_text()

    @pytest.mark.parametrize("status", ["", "status: final\n"])
    def and_does_so_in_a_front_matter_that_ends_in_dots(self, workspace, status):
        path = workspace / TEXT
        front = f"---\ntitle: UNIFIL (Libanon)\nmission: unifil\n{status}...\n"
        path.write_text(f"{front}\n{SENTENCE}\n")
        assert main(["export", "2025", "unifil", "--out", "uit"]) == 0
        sent = workspace / "uit" / FILE
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        main(["import", str(sent), "--no-check"])

        front = "---\ntitle: UNIFIL (Libanon)\nmission: unifil\nstatus: review\n...\n"
        assert path.read_text() == f"{front}\n{SENTENCE.replace('een derde zin', 'een andere zin')}\n"

    def it_tells_only_what_a_check_finds_new(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een een derde zin"))

        main(["import", str(sent)])

        found = [line for line in capsys.readouterr().out.splitlines() if ".md:" in line and " LNG" in line]
        assert len(found) == 1

    def it_writes_nothing_when_asked(self, workspace, sent, capsys):
        before = (workspace / TEXT).read_bytes()
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        assert main(["import", str(sent), "--dry-run", "--diff"]) == 0

        assert (workspace / TEXT).read_bytes() == before
        said = capsys.readouterr()
        assert "+Een nieuwe zin voor de proef. Een tweede zin ernaast. En een andere zin." in said.out
        assert "Er is niets geschreven." in said.err

    def it_says_what_it_did_to_a_program(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        capsys.readouterr()

        main(["import", str(sent), "--json", "--no-check"])

        said = json.loads(capsys.readouterr().out)
        assert said["texts"][0]["path"] == TEXT
        assert said["texts"][0]["words_changed"] == 2

    def it_writes_all_or_nothing(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        (workspace / "uit/kapot.docx").write_bytes(b"PK niets")
        before = (workspace / TEXT).read_bytes()

        assert main(["import", "uit"]) == 2

        assert (workspace / TEXT).read_bytes() == before
        assert "uit/kapot.docx: " in capsys.readouterr().err


class Describe_a_text_that_was_still_empty:
    def it_gets_the_headings_that_were_filled_in(self, workspace, capsys):
        path = workspace / TEXT
        path.write_text("---\ntitle: UNIFIL\nmission: unifil\nstatus: outline\n---\n")
        main(["export", "2025", "unifil", "--out", "uit"])
        file = workspace / "uit" / FILE

        assert main(["import", str(file), "--no-check"]) == 0
        assert path.read_text() == "---\ntitle: UNIFIL\nmission: unifil\nstatus: outline\n---\n"

        file.write_bytes(
            edited(file.read_bytes(), after("Wat er in de verslagperiode", paragraph(run("Veel."))))
        )
        assert main(["import", str(file), "--no-check"]) == 0

        assert path.read_text() == (
            "---\ntitle: UNIFIL\nmission: unifil\nstatus: review\n---\n\n## Over de missie\n\n"
            "## Voor de missie relevante ontwikkelingen\n\nVeel.\n\n## Militaire bijdrage\n"
        )
        assert "niet overgenomen" not in capsys.readouterr().out


class Describe_tracked_changes:
    def they_must_be_decided_on(self, workspace, sent, capsys):
        tracked(sent)

        assert main(["import", str(sent)]) == 2

        assert "in dit bestand zijn 2 wijzigingen bijgehouden; zeg met --changes" in capsys.readouterr().err

    def they_are_accepted(self, workspace, sent):
        tracked(sent)

        assert main(["import", str(sent), "--changes", "accept", "--no-check"]) == 0

        assert (
            "voor de toets. Een tweede zin ernaast. En een derde zin. Erbij.\n"
            in (workspace / TEXT).read_text()
        )

    def and_they_are_rejected(self, workspace, sent):
        before = (workspace / TEXT).read_bytes()
        tracked(sent)

        assert main(["import", str(sent), "--changes", "reject", "--no-check"]) == 0

        assert (workspace / TEXT).read_bytes() == before

    def they_are_asked_about_one_by_one(self, workspace, sent, monkeypatch, capsys):
        tracked(sent)
        answers = iter(["?\n", "j\n", "n\n"])

        class Keyboard:
            def isatty(self):
                return True

            def readline(self):
                return next(answers)

        monkeypatch.setattr(sys, "stdin", Keyboard())

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "voor de toets." in text
        assert "Erbij" not in text
        said = capsys.readouterr().err
        assert "wijziging 1 van 2: Jansen, 2026-03-04" in said
        assert "  - proef\n  + toets\n" in said

    def they_are_not_told_as_untracked(self, workspace, sent, capsys):
        tracked(sent)

        main(["import", str(sent), "--changes", "accept", "--no-check"])

        assert "niet bijhield" not in capsys.readouterr().out

    def they_may_be_of_looks_alone(self, workspace, sent):
        before = (workspace / TEXT).read_bytes()
        change_ = '<w:rPrChange w:id="7" w:author="Jansen"><w:rPr/></w:rPrChange>'

        def edit(root):
            each = paragraph_with(root, "Een nieuwe zin")
            [properties] = elements(f"<w:rPr><w:b/>{change_}</w:rPr>")
            next(each.iter(f"{W}r")).insert(0, properties)

        sent.write_bytes(edited(sent.read_bytes(), edit))

        main(["import", str(sent), "--changes", "reject", "--no-check"])
        assert (workspace / TEXT).read_bytes() == before

        main(["import", str(sent), "--changes", "accept", "--no-check"])
        assert f"\n**{SENTENCE}**\n" in (workspace / TEXT).read_text()


class Describe_comments:
    def they_come_in_as_remarks_at_their_place(self, workspace, sent, capsys):
        comment(sent, "Een nieuwe zin", "Klopt dit -- echt?")

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "<!-- opmerking (DJZ, 2026-03-04): Klopt dit" in text
        assert SENTENCE in text
        assert "opmerkingen: 1" in capsys.readouterr().out
        assert main(["build", "2025", "--draft", "--pages", "estimate"]) == 0

    def and_behind_the_heading_they_are_about(self, workspace, sent):
        comment(sent, "Militaire bijdrage", "Wat bedoelt u?")

        main(["import", str(sent), "--no-check"])

        assert (
            "\n## Militaire bijdrage <!-- opmerking (DJZ, 2026-03-04): Wat bedoelt u? -->\n"
            in (workspace / TEXT).read_text()
        )

    def but_not_when_they_were_resolved(self, workspace, sent, capsys):
        comment(sent, "Een nieuwe zin", "Klopt dit?")
        resolve(sent)

        main(["import", str(sent), "--no-check"])
        assert "Klopt dit?" not in (workspace / TEXT).read_text()
        assert "afgehandelde opmerkingen die niet overgenomen zijn: 1" in capsys.readouterr().out

    def and_each_is_counted_once_when_words_changed_too(self, workspace, sent, capsys):
        comment(sent, "Een nieuwe zin", "Klopt dit?")
        resolve(sent)
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        main(["import", str(sent), "--no-check"])

        assert "afgehandelde opmerkingen die niet overgenomen zijn: 1" in capsys.readouterr().out

        main(["import", str(sent), "--no-check", "--resolved"])
        assert "Klopt dit? / CDS: Ja, dat klopt. -->" in (workspace / TEXT).read_text()

    def and_do_not_come_in_twice(self, workspace, sent):
        comment(sent, "Een nieuwe zin", "Klopt dit?")
        main(["import", str(sent), "--no-check"])
        first = (workspace / TEXT).read_text()

        main(["import", str(sent), "--no-check"])
        assert (workspace / TEXT).read_text() == first

        main(["export", "2025", "unifil", "--out", "uit"])
        main(["import", str(sent), "--no-check"])
        assert (workspace / TEXT).read_text() == first


class Describe_a_text_that_changed_in_the_folder_too:
    def it_keeps_both_when_other_sentences_changed(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "voor de proef. Een tweede zin ertussen. En een andere zin.\n" in text
        assert "intussen veranderd" in capsys.readouterr().out

    def it_marks_a_conflict_that_a_build_refuses(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "Een tweede zin ernaast", "Een tweede zin erbuiten"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), "--no-check"]) == 1

        text = (workspace / TEXT).read_text()
        assert "<<<<<<< map\nEen nieuwe zin voor de proef. Een tweede zin ertussen." in text
        assert f"En een derde zin.\n>>>>>>> {FILE}\n" in text
        assert "LET OP: conflicten: 1" in capsys.readouterr().out
        assert main(["build", "2025", "--pages", "estimate"]) == 2
        assert "twee versies van de tekst" in capsys.readouterr().err

    @pytest.mark.parametrize(("side", "word"), [("--ours", "ertussen"), ("--theirs", "erbuiten")])
    def and_lets_a_side_win(self, workspace, sent, side, word):
        sent.write_bytes(with_words(sent.read_bytes(), "Een tweede zin ernaast", "Een tweede zin erbuiten"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), side, "--no-check"]) == 0

        assert f"Een tweede zin {word}. En een derde" in (workspace / TEXT).read_text()

    def it_takes_two_returns_in_one_run(self, workspace, sent):
        other = sent.with_name("2025-unifil-uitvraag (2).docx")
        other.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        sent.write_bytes(with_words(sent.read_bytes(), "Een nieuwe zin", "Een zin"))

        assert main(["import", "uit", "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "\nEen zin voor de proef. Een tweede zin ernaast. En een andere zin.\n" in text


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
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}",
                "--headless",
                "--convert-to",
                "docx",
                "--outdir",
                tmp_path / "terug",
                *sorted((workspace / "uit").glob("*.docx")),
            ],
            check=True,
            capture_output=True,
        )
        before = {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")}

        assert main(["import", str(tmp_path / "terug"), "--no-check"]) == 0

        assert {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")} == before


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


def with_picture(sent: Path, kind: str, data: bytes) -> None:
    """Put a picture below a paragraph of the file, as Word does."""
    members = parts(sent.read_bytes())
    members[f"word/media/nieuw.{kind}"] = data
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"<Override", f'<Default Extension="{kind}" ContentType="image/{kind}"/><Override'.encode(), 1
    )
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdP" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        b'/image" Target="media/nieuw.%b"/></Relationships>' % kind.encode(),
    )
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="77" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats'
        '.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
        'picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    sent.write_bytes(edited(packed(members), after("Een nieuwe zin", paragraph(drawing))))


class Describe_pictures:
    def they_are_put_beside_the_text(self, workspace, sent, capsys):
        with_picture(sent, "png", png(9, 9))

        assert main(["import", str(sent), "--no-check"]) == 0

        assert (workspace / "content/2025/rapport/unifil-afbeelding-1.png").read_bytes() == png(9, 9)
        assert "![](unifil-afbeelding-1.png)" in (workspace / TEXT).read_text()
        assert "heeft nog geen alternatieve tekst" in capsys.readouterr().out

    def but_of_another_kind_are_left_out_and_told_once(self, workspace, sent, capsys):
        with_picture(sent, "gif", b"GIF89a")
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        assert main(["import", str(sent), "--no-check"]) == 0

        assert "een andere zin" in (workspace / TEXT).read_text()
        out = capsys.readouterr().out
        assert out.count("een afbeelding van het soort gif is niet overgenomen") == 1
