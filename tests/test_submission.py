# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier of 2025 with a person in it, sealed: its public files are clean, and it can be rebuilt."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
import pytest
from openxml_audit import OpenXmlValidator

from jvom.sealing.printed_seal import grouped
from jvom.sealing.verification import open_submission
from tests.cli.workspaces import change, finish, start
from tests.conftest import PROJECT, tool
from tests.documents.secrets import found_in
from tests.word.lint import lint

SEALED = "indiening-2025.zip"
WORDS = ("Qzaaf van der Xjuw", "Wqxzo-Jvurq", "qzaaf.xjuw@mindef.nl", "06-98237465")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the dossier of 2025, sealed, which names a person in five places."""
    tool("LibreOffice", shutil.which("soffice"))
    folder = tmp_path_factory.mktemp("huis")
    shutil.copytree(PROJECT / "content", folder / "content")
    shutil.copytree(PROJECT / "templates", folder / "templates", ignore=shutil.ignore_patterns("mak*"))
    year = folder / "content/2025"
    name, other, address, number = WORDS
    mark = "{.persoonsgegeven}"
    change(year / "dossier.yml", "drafted_by: null", f"drafted_by: {other}")
    change(year / "nota.md", "## Kernpunten\n\n- ", f"## Kernpunten\n\n- [{name}]{mark} zegt: ")
    change(year / "brief.md", "Het kabinet biedt", f"[*{name}* ({number})]{mark}: het kabinet biedt")
    unifil = year / "rapport/unifil.md"
    text = unifil.read_text(encoding="utf-8")
    unifil.write_text(
        re.sub(r"\n\n(?=[A-Z])", f"\n\n[[{name}](mailto:{address})]{mark} meldt. ", text, count=1)
        + f"\nTot slot.[^wie]\n\n[^wie]: Volgens [{number}]{mark}.\n",
        encoding="utf-8",
    )
    status, _, error = finish(start(folder, "seal", "2025", "--out", ".", "--as-of", "2026-04-24"))
    assert status == 0, error
    with zipfile.ZipFile(folder / SEALED) as archive:
        archive.extractall(folder / "uit")
    return folder


def texts(path: Path) -> list[bytes]:
    """Return the contents of a file, for a PDF with its streams unpacked."""
    found = [path.name.encode(), path.read_bytes()]
    if path.suffix == ".pdf":
        plain = path.with_suffix(".plat")
        with pikepdf.open(path) as pdf:
            pdf.save(
                plain,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.all,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
        found.append(plain.read_bytes())
        plain.unlink()
        commands = (["pdftotext", str(path), "-"], ["pdfinfo", "-meta", str(path)], ["pdfinfo", str(path)])
        found += [
            subprocess.run(command, capture_output=True, check=True).stdout
            for command in commands
            if shutil.which(command[0])
        ]
    return found


def documents(workspace: Path) -> list[Path]:
    """Return the Word files that were made: not the templates."""
    return sorted([*(workspace / "uit").glob("*.docx"), *(workspace / "uit/openbaar").glob("*.docx")])


class Describe_the_submission_of_2025:
    @pytest.mark.parametrize("suffix", [".docx", ".pdf"])
    def it_has_someone_in_its_internal_files(self, workspace: Path, suffix: str, pdftotext: Path) -> None:
        inside = sorted((workspace / "uit").glob(f"*{suffix}"))
        found = {word for path in inside for data in texts(path) for word in found_in(data, WORDS)}
        assert found == set(WORDS)

    def it_has_no_one_in_its_public_files(self, workspace: Path) -> None:
        public = sorted((workspace / "uit/openbaar").iterdir())
        assert len(public) == 11
        found = {
            path.name: words for path in public for data in texts(path) if (words := found_in(data, WORDS))
        }
        assert found == {}

    def it_has_word_files_that_are_valid(self, workspace: Path) -> None:
        files = documents(workspace)
        assert len(files) == 10
        for file in files:
            assert [str(each) for each in OpenXmlValidator().validate(str(file)).errors] == [], file.name
            assert [str(each) for each in lint(file.read_bytes())] == [], file.name

    def it_has_word_files_that_are_valid_for_microsoft(self, workspace: Path, ooxml_validator: Path) -> None:
        for file in documents(workspace):
            done = subprocess.run([ooxml_validator, file], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout

    def it_fails_no_rule_of_pdf_ua(
        self, workspace: Path, verapdf: Callable[[Iterable[Path]], dict[Path, list[str]]]
    ) -> None:
        failed = verapdf(sorted((workspace / "uit").rglob("*.pdf")))
        assert len(failed) == 10
        assert {path.name: rules for path, rules in failed.items() if rules} == {}

    def it_is_made_again_in_another_folder_time_zone_and_locale(
        self, workspace: Path, tmp_path: Path
    ) -> None:
        shutil.copytree(workspace / "content", tmp_path / "teksten")
        places = ["--content", "teksten", "--templates", str(workspace / "templates")]
        more = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
        status, said, error = finish(start(tmp_path, "verify", str(workspace / SEALED), *places, **more))
        assert status == 0, error
        assert "Opnieuw gemaakt uit teksten: dezelfde bytes" in said

    def it_has_its_seal_in_the_pdf_of_the_checklist(self, workspace: Path, pdftotext: Path) -> None:
        made, _ = open_submission((workspace / SEALED).read_bytes(), SEALED)
        command = [str(pdftotext), "-layout", str(workspace / "uit/controlelijst.pdf"), "-"]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        assert said.count("\f") == 1
        [line] = [line for line in said.splitlines() if line.startswith("Zegel")]
        assert line.split() == ["Zegel", *grouped(made.seal).split()]

    def it_says_that_its_pages_are_exact(self, workspace: Path) -> None:
        made, _ = open_submission((workspace / SEALED).read_bytes(), SEALED)
        assert (made.layout.pages, made.layout.pdf) == ("exact", True)
