# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The files that `make` and the build hook make: they are current, and the same everywhere."""

from __future__ import annotations

import fnmatch
import gettext
import io
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from jvom.checks import report_period
from jvom.checks.registry import all_rules
from jvom.checks.report_names import names_by
from jvom.checks.rules.dates import calendar_years
from jvom.checks.rules.mandates import mandate_appendix
from jvom.settings import ReportShape
from tests.test_walls import LIBRARIES
from tools.generated_files import ALL, catalogue, generated_files, phrases_in_code, update

PO = b"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Generated-By: Babel 2.18.0\\n"

msgid "voorbeeld \xe2\x80\x93 \xc3\xa9\xc3\xa9n"
msgstr "example \xe2\x80\x93 one"

msgid "aan"
msgstr "on"

msgid "nog niet vertaald"
msgstr ""

#, fuzzy
msgid "onzeker"
msgstr "uncertain"
"""


class Describe_the_generated_files:
    def they_are_current(self, project: Path) -> None:
        made = generated_files(project)
        old = [path for path in ALL if (project / path).read_bytes() != made[path]]
        assert old == [], "voer «make lint» uit, of .venv/bin/python -m tools.generated_files"

    def they_hold_every_word_rule(self, project: Path) -> None:
        files = {path.stem for path in (project / "jvom/data/rules").iterdir()}
        assert files == {rule.code for rule in all_rules() if rule.of_words}

    def they_hold_the_phrases_made_of_the_names_that_a_report_has_by_default(self) -> None:
        in_code = set(phrases_in_code())
        for phrase_of in (report_period._claim, mandate_appendix._of_report, calendar_years._report):
            assert in_code.issuperset(phrase_of(names_by(ReportShape())).typed)

    def they_are_in_the_package_and_not_in_git(self, project: Path) -> None:
        hatch = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
        ignored = (project / ".gitignore").read_text(encoding="utf-8").splitlines()
        for path in ALL:
            assert any(fnmatch.fnmatch(path, pattern) for pattern in hatch["build"]["artifacts"]), path
            assert any(fnmatch.fnmatch(f"/{path}", pattern) for pattern in ignored), path

    def they_are_targets_of_make(self, project: Path) -> None:
        [line] = [
            line
            for line in (project / "Makefile").read_text(encoding="utf-8").splitlines()
            if line.startswith("GENERATED :=")
        ]
        assert set(line.split()[2:]) == set(ALL)

    def they_are_written_only_when_they_differ(self, tmp_path: Path, project: Path) -> None:
        for source in ("jvom/data/rules", "jvom/data/dictionary", "jvom/data/lexicon", "jvom/locale"):
            shutil.copytree(project / source, tmp_path / source, ignore=shutil.ignore_patterns("*.mo"))

        assert update(tmp_path) == ALL
        assert update(tmp_path) == ()
        (tmp_path / ALL[1]).write_bytes(b"{}")
        assert update(tmp_path) == (ALL[1],)


class Describe_the_catalogue:
    def it_is_read_by_gettext(self) -> None:
        read = gettext.GNUTranslations(io.BytesIO(catalogue(PO)))

        assert read.gettext("voorbeeld – één") == "example – one"
        assert read.gettext("aan") == "on"

    @pytest.mark.parametrize("left_out", ["nog niet vertaald", "onzeker"])
    def it_leaves_out_what_has_no_translation(self, left_out: str) -> None:
        assert gettext.GNUTranslations(io.BytesIO(catalogue(PO))).gettext(left_out) == left_out

    def it_does_not_tell_which_babel_read_it(self) -> None:
        assert b"Babel" not in catalogue(PO)


class Describe_the_build_hook:
    def it_needs_no_more_than_pyproject_lists(self, project: Path) -> None:
        """Libraries that only a user's installation has are missing when the package is built."""
        system = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
        assert [requirement.partition(">")[0] for requirement in system["requires"]] == [
            "hatchling",
            "Babel",
            "msgspec",
            "PyYAML",
        ]
        script = (
            "import sys; from tools.generated_files import generated_files; generated_files();"
            "print(*sys.modules)"
        )
        used = subprocess.run(
            [sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True
        ).stdout.split()
        assert LIBRARIES.keys() & used == {"babel", "msgspec", "yaml"}
