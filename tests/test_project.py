# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What belongs to the project itself: licence, version, publiccode.yml, make's targets."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
from datetime import date

import pytest
import yaml

import jvom
from tools.generated_files import ALL as GENERATED


@pytest.fixture
def publiccode(project):
    return yaml.safe_load((project / "publiccode.yml").read_text(encoding="utf-8"))


class Describe_the_licence:
    def it_is_the_european_union_public_licence(self, project):
        text = (project / "LICENSE").read_text(encoding="utf-8")

        assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
        assert "15.Applicable Law" in text
        assert "European Union Public Licence (EUPL) v. 1.1" in text

    def it_heads_every_source_file(self, project):
        files = [path for folder in ("jvom", "tests", "tools") for path in (project / folder).rglob("*.py")]
        header = (
            "# SPDX-FileCopyrightText: 2026 The jvom authors\n"  # the first two lines of each
            "# SPDX-License-Identifier: EUPL-1.2\n"
        )

        without = [str(path) for path in files if not path.read_text(encoding="utf-8").startswith(header)]

        assert len(files) > 5
        assert without == []


class Describe_the_version:
    def it_is_the_newest_of_the_changelog(self, project):
        changelog = (project / "CHANGELOG.md").read_text(encoding="utf-8")

        released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)

        assert released[0] == jvom.__version__

    def it_is_that_of_publiccode(self, publiccode, project):
        changelog = (project / "CHANGELOG.md").read_text(encoding="utf-8")

        assert publiccode["softwareVersion"] == jvom.__version__
        assert f"## [{jvom.__version__}] - {publiccode['releaseDate']}\n" in changelog


class Describe_publiccode:
    """Keys and limits of the publiccode.yml standard, core schema 0.4 (https://yml.publiccode.tools)."""

    def it_has_every_mandatory_key(self, publiccode):
        assert publiccode["publiccodeYmlVersion"] == "0.4"
        assert publiccode["name"] == "jvom"
        assert publiccode["url"].startswith("https://")
        assert date.fromisoformat(publiccode["releaseDate"]) > date(2026, 1, 1)
        assert publiccode["platforms"]
        assert set(publiccode["categories"]) <= {"compliance-management", "document-management", "office"}
        assert publiccode["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
        assert publiccode["softwareType"] == "standalone/other"
        assert publiccode["legal"]["license"] == "EUPL-1.2"
        assert publiccode["maintenance"]["type"] in {"internal", "contract", "community", "none"}
        assert publiccode["maintenance"]["contacts"][0]["name"]
        assert publiccode["localisation"]["localisationReady"] is True
        assert publiccode["localisation"]["availableLanguages"] == ["nl", "en"]

    @pytest.mark.parametrize("language", ["nl", "en"])
    def it_describes_within_the_limits(self, publiccode, language):
        description = publiccode["description"][language]

        assert len(description["genericName"]) <= 35
        assert len(description["shortDescription"]) <= 150
        assert 500 <= len(description["longDescription"]) <= 10_000
        assert len(description["features"]) >= 1


@pytest.mark.skipif(shutil.which("make") is None, reason="make ontbreekt hier")
class Describe_make:
    @pytest.fixture
    def make(self, project):
        def run(*arguments):
            command = ["make", "--no-print-directory", *arguments]
            return subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout

        return run

    def it_shows_its_targets_by_default(self, make):
        shown = make()

        for target in ("build", "check", "seal", "test", "lint", "bench", "clean", "help"):
            assert re.search(rf"^  {target} +\S", shown, re.MULTILINE), target

    def it_takes_another_dossier(self, make):
        assert "Het dossier is nu: 2031" in make("help", "YEAR=2031")
        assert "Het dossier is nu: 2031-althea" in make("help", "YEAR=content/2031-althea/")

    def it_builds_that_one_and_passes_options_on(self, make):
        planned = make("build", "YEAR=2031", "OPTIONS=--draft", "--dry-run")

        assert "jvom build 2031 --draft\n" in planned

    def it_seals_that_one_and_passes_options_on(self, make):
        planned = make("seal", "YEAR=2031", "OPTIONS=--force", "--dry-run")

        assert "jvom seal 2031 --force\n" in planned


@pytest.mark.skipif(shutil.which("make") is None, reason="make ontbreekt hier")
class Describe_make_build:
    @pytest.fixture
    def build(self, tmp_path, project):
        """Run `make build` in a small project whose jvom writes empty documents; tell whether it did."""
        shutil.copy(project / "Makefile", tmp_path)
        shutil.copytree(project / ".ci", tmp_path / ".ci")
        for name in (
            "pyproject.toml",
            "content/2025/dossier.yml",
            "content/2025/rapport/kfor.md",
            "content/2025/een kaart.png",
            "templates/nota.docx",
            "tools/generated_files.py",
            "jvom/data/rules/LNG001.yml",
            *GENERATED,
        ):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).touch()
        jvom = tmp_path / ".venv/bin/jvom"
        jvom.parent.mkdir(parents=True)
        documents = "build/$2/brief-eerste-kamer.docx build/$2/brief-tweede-kamer.docx build/$2/nota.docx"
        jvom.write_text(
            f"#!/bin/sh\necho built $2\nmkdir -p build/$2\ntouch {documents} build/$2/rapport.docx\n"
        )
        jvom.chmod(0o755)
        python = tmp_path / ".venv/bin/python"
        python.write_text('#!/bin/sh\necho "$@"\n')
        python.chmod(0o755)
        (tmp_path / ".venv/.jvom").touch()
        (tmp_path / ".venv/.generated").touch()

        def run(change=None, *arguments):
            # Make the change newer than everything before, also where file times are coarse.
            for path in tmp_path.rglob("*"):
                status = path.stat()
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10**10))
            if change:
                change()
            command = ["make", "--no-print-directory", "build", *arguments]
            return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

        return run

    def it_builds_the_newest_year_once(self, build):
        assert build() == "built 2025\n"
        assert "Nothing to be done" in build()

    @pytest.mark.parametrize(
        ("others", "built"),
        [
            (["2026-althea"], "built 2026-althea\n"),
            (["2026-althea", "2026"], "built 2026\n"),
            (["2026-althea", "2026-oostflank"], "built\n"),
        ],
    )
    def it_builds_the_newest_and_lets_jvom_ask_which_sister_that_is(self, build, tmp_path, others, built):
        for other in others:
            (tmp_path / "content" / other).mkdir()
            (tmp_path / "content" / other / "dossier.yml").touch()

        assert build() == built

    def it_builds_a_sister_by_its_name(self, build, tmp_path):
        (tmp_path / "content/2025-althea").mkdir()
        (tmp_path / "content/2025-althea/dossier.yml").touch()

        assert build() == "built 2025\n"
        assert build(None, "YEAR=2025-althea") == "built 2025-althea\n"
        assert "Nothing to be done" in build(None, "YEAR=2025-althea")
        assert build((tmp_path / "content/2025-althea/dossier.yml").touch, "YEAR=2025-althea") != ""

    def it_knows_the_letters_from_the_files_of_the_build(self, build, tmp_path):
        jvom = tmp_path / ".venv/bin/jvom"
        jvom.write_text(jvom.read_text().replace("brief-eerste-kamer", "brief-senaat"))
        build()

        assert "Nothing to be done" in build()
        assert build((tmp_path / "build/2025/brief-senaat.docx").unlink) == "built 2025\n"

    @pytest.mark.parametrize(
        "changed",
        [
            "content/2025/rapport/kfor.md",
            "content/2025/een kaart.png",
            "content/missions.yml",
            "templates/nota.docx",
        ],
    )
    def it_builds_again_after_a_change(self, build, tmp_path, changed):
        build()

        assert build((tmp_path / changed).touch) == "built 2025\n"

    def and_when_a_fragment_was_removed(self, build, tmp_path):
        build()

        assert build((tmp_path / "content/2025/rapport/kfor.md").unlink) == "built 2025\n"

    def and_when_a_document_was_removed(self, build, tmp_path):
        build()

        assert build((tmp_path / "build/2025/nota.docx").unlink) == "built 2025\n"

    def and_brings_generated_files_up_to_date_first(self, build, tmp_path):
        build()

        made = "-m tools.generated_files\nbuilt 2025\n"
        assert build((tmp_path / "jvom/data/rules/LNG001.yml").touch) == made
        assert build((tmp_path / GENERATED[0]).unlink) == made

    def but_not_for_temporary_files_of_word(self, build, tmp_path):
        (tmp_path / "templates/~$rapport.docx").touch()
        (tmp_path / "templates/.~lock.rapport.docx#").touch()
        build()

        def still_open():
            for path in (tmp_path / "templates").glob("*~*"):
                path.touch()

        assert "Nothing to be done" in build(still_open)

    def and_options_make_another_build(self, build):
        build()

        assert build(None, "OPTIONS=--draft") == "built 2025\n"
        assert build() == "built 2025\n"
        assert "Nothing to be done" in build()


class Describe_the_tests:
    def they_are_all_found(self, project, request):
        patterns = tuple(name.rstrip("*") for name in request.config.getini("python_functions"))
        lost = [
            f"{path.relative_to(project)}: {function.name}"
            for path in sorted((project / "tests").rglob("test_*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ClassDef) and node.name.startswith("Describe")
            for function in node.body
            if isinstance(function, ast.FunctionDef)
            and not function.name.startswith((*patterns, "_"))
            and not any("fixture" in ast.dump(decorator) for decorator in function.decorator_list)
        ]
        assert lost == []
