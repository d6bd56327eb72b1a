# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom import``, as users run it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jvom.cli.app import run as main
from tests.cli.sent_texts import FILE, SENTENCE, TEXT, rewrite, send, with_picture
from tests.conftest import PROJECT
from tests.exchange.commenting import commented
from tests.exchange.returning import (
    after,
    edited,
    paragraph,
    run,
    with_words,
)
from tests.reading.pictures import png


@pytest.fixture
def sent(workspace: Path) -> Path:
    """Return the file of a text, exported as it is in the folder."""
    return send(workspace)


class Describe_an_import:
    def it_changes_nothing_when_nothing_changed(self, workspace, capsys):
        before = {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")}
        main(["export", "2025", "--out", "uit"])

        assert main(["import", "uit", "--no-check"]) == 0

        assert {path: path.read_bytes() for path in (workspace / "content").rglob("*.md")} == before
        assert capsys.readouterr().out.count("niets veranderd") == len(before)

    def it_changes_no_byte_of_the_dossier_that_comes_with_jvom(self, tmp_path, monkeypatch, capsys):
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, tmp_path / name)
        monkeypatch.chdir(tmp_path)
        before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
        texts = [path for path in before if path.suffix == ".md"]
        assert main(["export", "2025", "--out", "uit"]) == 0

        assert main(["import", "uit", "--no-check"]) == 0

        assert {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()} == before
        assert capsys.readouterr().out.count("niets veranderd") == len(texts)

    def it_brings_a_change_home_and_tells_how_much_changed(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een heel andere zin"))

        assert main(["import", str(sent)]) == 0

        assert "ernaast. En een heel andere zin." in (workspace / TEXT).read_text()
        out = capsys.readouterr().out
        assert "content/2025/rapport/unifil.md: " in out
        assert "3 anders" in out
        assert "zinnen met een wijziging die Word niet bijhield: 1\n    En een heel andere zin.\n" in out

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

    def it_gets_a_comment_on_such_a_heading(self, workspace):
        path = workspace / TEXT
        path.write_text("---\ntitle: UNIFIL\nmission: unifil\nstatus: outline\n---\n")
        main(["export", "2025", "unifil", "--out", "uit"])
        file = workspace / "uit" / FILE
        rewrite(file, lambda data: commented(data, "Over de missie", "Wie schrijft dit?"))

        assert main(["import", str(file), "--no-check"]) == 0

        assert path.read_text().endswith("---\n\n<!-- opmerking (DJZ, 2026-03-04): Wie schrijft dit? -->\n")


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
