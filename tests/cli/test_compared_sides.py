# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What may be compared beside a dossier: a revision of git, a sealed submission, a Word file."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import encode
from jvom.sealing.verification import open_submission
from tests.cli.earlier_formats import leave_out_sources, reseal
from tests.cli.workspaces import LESSER, change
from tests.comparing.decisions import accepted, rejected, without_margins, words

REPORT = Path("uit/rapport.docx")


def git(*arguments: str) -> None:
    who = ("-c", "user.name=proef", "-c", "user.email=proef@example.nl")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def edit(folder: str = "content") -> None:
    change(Path(folder, "2025/rapport/unifil.md"), "bleef gespannen", "werd rustiger")


def shown(path: Path = REPORT) -> tuple[list[str], list[str]]:
    """Return the words of the old text and of the new one."""
    data = path.read_bytes()
    return words(rejected(data)), words(accepted(data))


def is_edit(old: list[str], new: list[str]) -> bool:
    return "gespannen." in old and "rustiger." in new and "rustiger." not in old and "gespannen." not in new


class Describe_a_revision_of_git:
    @pytest.fixture(autouse=True)
    def committed(self, workspace: Path) -> None:
        git("init", "-q")
        git("add", "content")
        git("commit", "-q", "-m", "een")
        git("tag", "aangeboden")
        edit()

    @pytest.mark.parametrize("revision", ["HEAD", "aangeboden", "HEAD~0"])
    def it_is_compared_with_what_stands_in_content(self, workspace, revision):
        assert run(["compare", revision, "--out", "uit"]) == 0

        assert is_edit(*shown())

    def it_may_be_both(self, workspace):
        git("commit", "-q", "-a", "-m", "twee")

        assert run(["compare", "HEAD~1", "HEAD", "--out", "uit"]) == 0

        assert is_edit(*shown())

    def it_has_the_dossier_of_the_other_side(self, workspace):
        shutil.copytree("content/2025", "content/2026")
        change(Path("content/2026/dossier.yml"), "year: 2025", "year: 2026")
        git("add", "content")
        git("commit", "-q", "-m", "twee")

        assert run(["compare", "aangeboden", "2025", "--out", "uit"]) == 0

        assert is_edit(*shown())

    def it_starts_no_program_that_the_repository_names(self, workspace):
        Path(".gitattributes").write_text("* filter=kwaad diff=kwaad\n", encoding="utf-8")
        for name in ("filter.kwaad.smudge", "filter.kwaad.clean", "diff.kwaad.textconv", "core.fsmonitor"):
            git("config", name, "touch GESTART; cat")
        hook = Path(".git/hooks/post-checkout")
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\ntouch GESTART\n", encoding="utf-8")
        hook.chmod(0o755)
        before = Path(".git/index").read_bytes()

        assert run(["compare", "HEAD", "--out", "uit"]) == 0

        assert is_edit(*shown())
        assert not Path("GESTART").exists()
        assert Path(".git/index").read_bytes() == before

    def its_problems_name_the_commit(self, workspace, capsys):
        change(Path("content/2025/rapport/unifil.md"), "title:", "titel:")
        git("commit", "-q", "-a", "-m", "twee")

        assert run(["compare", "HEAD", "HEAD~1", "--out", "uit"]) == 2

        said = capsys.readouterr().err
        assert ":content/2025/rapport/unifil.md:2" in said
        assert "/tmp" not in said

    @pytest.mark.parametrize("typed", ["HEAD~7", "nergens", "--", "niet/hier"])
    def it_must_be_there(self, workspace, capsys, typed):
        assert run(["compare", "--out", "uit", "--", typed]) == 2

        assert "geen revisie van git" in capsys.readouterr().err


class Describe_a_sealed_submission:
    @pytest.fixture(autouse=True)
    def sealed(self, workspace: Path) -> None:
        change(Path("content/2025/rapport/unifil.md"), "De adviseur", "[Jan de Vries]{.persoonsgegeven}")
        assert run(["seal", "2025", *LESSER]) == 0
        edit()

    def it_is_compared_with_the_dossier_of_its_name(self, workspace):
        assert run(["compare", "build/2025/indiening-2025.zip", "--out", "uit"]) == 0

        assert is_edit(*shown())
        names = {path.name for path in Path("uit").iterdir()}
        assert {"nota.docx", "rapport.docx", "wijzigingen.docx"} <= names
        assert "controlelijst.docx" not in names
        assert "OPENBAAR" in words(REPORT.read_bytes())
        assert "OPENBAAR" not in words(Path("uit/brief-eerste-kamer.docx").read_bytes())

    def its_public_version_is_compared_with_the_public_one(self, workspace):
        assert run(["compare", "build/2025/indiening-2025.zip", "--out", "uit", "--public"]) == 0

        assert is_edit(*shown())
        assert "Vries" not in words(REPORT.read_bytes())

    @pytest.mark.parametrize("options", [[], ["--public"]])
    def it_is_compared_with_another_by_what_was_typed(self, workspace, capsys, options):
        """That is why a figure is known, a paragraph has its section, and the contents have pages."""
        change(Path("content/2025/figures.yml"), "value: 2.4", "value: 2.6")
        assert run(["seal", "2025", *LESSER, "--out", "nieuw"]) == 0
        shutil.rmtree("content")
        capsys.readouterr()

        compare = ["compare", "build/2025/indiening-2025.zip", "nieuw/indiening-2025.zip", *options]
        assert run([*compare, "--out", "uit"]) == 0
        assert is_edit(*shown())
        capsys.readouterr()
        assert run([*compare, "--output-format", "json"]) == 0

        said = json.loads(capsys.readouterr().out)
        assert len(said["changes"]["figures"]) == 1
        assert "verzegeld met peildatum 20 mei 2026 (" in said["old"]
        assert f"{tempfile.gettempdir()}/jvom" not in json.dumps(said)

    @pytest.mark.parametrize("public", [False, True])
    def it_gives_what_its_dossier_gives(self, workspace, capsys, public):
        options = ["--output-format", "json", *(["--public"] if public else [])]
        shutil.copytree("content/2025", "nu/2025")
        for register in Path("content").glob("*.yml"):
            shutil.copy(register, "nu")
        with zipfile.ZipFile("build/2025/indiening-2025.zip") as archive:
            archive.extractall("uitgepakt")
        capsys.readouterr()
        assert run(["compare", "build/2025/indiening-2025.zip", "nu/2025", *options]) == 0
        sealed = json.loads(capsys.readouterr().out)
        assert run(["compare", "uitgepakt/bron/content/2025", "nu/2025", *options]) == 0
        typed = json.loads(capsys.readouterr().out)

        assert (sealed["documents"], sealed["changes"]) == (typed["documents"], typed["changes"])

    def it_is_read_from_its_documents_without_its_sources(self, workspace):
        leave_out_sources(Path("build/2025/indiening-2025.zip"))

        assert run(["compare", "build/2025/indiening-2025.zip", "--out", "uit"]) == 0
        assert is_edit(*shown())

    def it_is_read_from_its_documents_when_its_sources_are_of_another_time(self, workspace):
        submission = Path("build/2025/indiening-2025.zip")
        reseal(submission, "content/2025/dossier.yml", b"year: 2025\n", b"year: 2025\nlang: geleden\n")

        assert run(["compare", submission.as_posix(), "--out", "uit"]) == 0
        assert is_edit(*shown())

    def it_is_read_from_its_public_documents_when_others_are_classified(self, workspace):
        change(Path("content/2025/dossier.yml"), "nota:\n", "nota:\n  classification: Stg. Geheim\n")
        change(Path("content/2025/rapport/unifil.md"), "werd rustiger", "bleef gespannen")
        assert run(["seal", "2025", *LESSER, "--force"]) == 0
        change(Path("content/2025/dossier.yml"), "  classification: Stg. Geheim\n", "")
        edit()

        assert run(["compare", "build/2025/indiening-2025.zip", "--out", "uit", "--public"]) == 0
        assert is_edit(*shown())

    def it_is_refused_when_its_sources_were_changed(self, workspace, capsys):
        submission = Path("build/2025/indiening-2025.zip")
        manifest, files = open_submission(submission.read_bytes(), submission.name)
        name = "bron/content/2025/figures.yml"
        submission.write_bytes(bundle(encode(manifest), {**files, name: b"figures: {}\n"}))

        assert run(["compare", submission.as_posix()]) == 2
        assert f"{submission}/{name}: dit bestand ontbreekt of is veranderd" in capsys.readouterr().err

    def it_must_be_one(self, workspace, capsys):
        Path("x.zip").write_bytes(b"geen zip")

        assert run(["compare", "x.zip"]) == 2

        assert "dit is geen zip-bestand" in capsys.readouterr().err


class Describe_a_word_file:
    @pytest.fixture(autouse=True)
    def built(self, workspace: Path) -> None:
        assert run(["build", "2025", "--pages", "estimate", "--out", "eerder"]) == 0
        edit()

    def it_is_compared_with_the_document_of_its_name(self, workspace):
        assert run(["compare", "eerder/rapport.docx", "--out", "uit"]) == 0

        assert is_edit(*shown())
        assert {path.name for path in Path("uit").iterdir()} == {"rapport.docx", "wijzigingen.docx"}

    def it_is_compared_with_the_document_that_is_most_like_it(self, workspace):
        shutil.copy("eerder/rapport.docx", "JVOM versie 3.docx")

        assert run(["compare", "JVOM versie 3.docx", "2025", "--out", "uit"]) == 0

        assert is_edit(*shown())

    def its_sections_are_known_by_their_bookmarks(self, workspace, capsys):
        change(Path("content/2025/rapport/unifil.md"), "title: UNIFIL (Libanon)", "title: Zuid-Libanon")

        assert run(["compare", "eerder/rapport.docx", "--out", "uit", "--json"]) == 0

        sections = json.loads(capsys.readouterr().out)["changes"]["sections"]
        [found] = [each for each in sections if each["title"] == "Zuid-Libanon"]
        assert (found["state"], found["bookmark"]) == ("changed", "_Ref_unifil")
        _, new = shown()
        assert new[new.index("Zuid-Libanon") - 1] == "#."  # the number, as text

    def it_may_be_the_new_one(self, workspace):
        edit_back = Path("content/2025/rapport/unifil.md")
        change(edit_back, "werd rustiger", "bleef gespannen")
        change(edit_back, "ondersteunde", "hielp")

        assert run(["compare", "2025", "eerder/rapport.docx", "--out", "uit"]) == 0

        old, new = shown()
        assert "hielp" in old
        assert "hielp" not in new

    def it_may_be_both(self, workspace):
        assert run(["build", "2025", "--pages", "estimate", "--out", "later", "--no-check"]) == 0

        assert run(["compare", "eerder/rapport.docx", "later/rapport.docx", "--out", "uit"]) == 0

        assert is_edit(*shown())

    def it_gives_its_words_back(self, workspace):
        assert run(["compare", "eerder/nota.docx", "--out", "uit"]) == 0

        said = words(without_margins(rejected(Path("uit/nota.docx").read_bytes())))
        wanted = words(without_margins(Path("eerder/nota.docx").read_bytes()))
        assert [word for word in wanted if word not in said] == []

    def it_has_no_public_version(self, workspace, capsys):
        assert run(["compare", "eerder/rapport.docx", "--public"]) == 2

        assert "van een los Word-bestand is er geen openbare versie" in capsys.readouterr().err

    def and_no_other_kind_of_file_is_read(self, workspace, capsys):
        assert run(["compare", "content/2025/nota.md"]) == 2

        assert "dit soort bestand vergelijkt jvom niet" in capsys.readouterr().err
