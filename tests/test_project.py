# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What belongs to the project itself: licence, version, publiccode.yml, make's targets."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date

import pytest
import yaml

import jvom


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
        files = [*(project / "jvom").rglob("*.py"), *(project / "tests").rglob("*.py")]
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

        for target in ("build", "check", "test", "lint", "bench", "clean", "help"):
            assert re.search(rf"^  {target} +\S", shown, re.MULTILINE), target

    def it_takes_another_year(self, make):
        assert "Het jaar is nu: 2031" in make("help", "YEAR=2031")

    def it_builds_that_year_and_passes_options_on(self, make):
        planned = make("build", "YEAR=2031", "OPTIONS=--draft", "--dry-run")

        assert "jvom build 2031 --draft\n" in planned
