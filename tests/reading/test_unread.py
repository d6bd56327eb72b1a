# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Files that are not read for their name: one message for each, with the right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.dossier_folders import find_dossier
from jvom.reading.file_names import DATA_FILES, original_of, right_name
from jvom.source import CannotRun
from tests.contents import copy_basis, read_dossier

UNREAD = "jvom leest dit bestand niet"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the dossier, as a relative path."""
    copy_basis(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path("content")


def wrong(content: Path) -> list[str]:
    _, problems = read_partial_dossier(content, DossierId(2025))
    return [f"{problem.span}: {problem.what}; {problem.advice}" for problem in problems]


class Describe_files_with_another_name:
    @pytest.mark.parametrize(
        ("name", "advice"),
        [
            ("2025/rapport/unifil.docx", "neem de tekst over in een bestand dat op .md eindigt"),
            ("2025/Nota.DOC", "neem de tekst over in een bestand dat op .md eindigt"),
            ("2025/rapport/mali.md.txt", "geef het de naam mali.md"),
            ("2025/rapport/mali.MD", "geef het de naam mali.md"),
            ("2025/brief.txt", "brief.md is er ook: houd er een over"),
            ("2025/dossier.yaml", "dossier.yml is er ook: houd er een over"),
            ("2025/Approvals.YML", "geef het de naam approvals.yml"),
            ("2025/jvom.yml.txt", "geef het de naam jvom.yml"),
            ("owners.yaml", "geef het de naam owners.yml"),
        ],
    )
    def they_are_told_theirs(self, content: Path, name: str, advice: str) -> None:
        (content / name).write_bytes(b"PK")

        (problem,) = wrong(content)

        assert problem.startswith(f"content/{name}: {UNREAD}; {advice}")

    @pytest.mark.parametrize(
        "name", ["2025/rapport/~$unifil.docx", "2025/rapport/.unifil.md.txt", "2025/kamerbrief.pdf",
                 "README.md", "werkwijze.docx", "2025/rooster.yaml", "2025/aantekeningen.md"],
    )  # fmt: skip
    def but_not_those_that_are_no_texts(self, content: Path, name: str) -> None:
        (content / name).write_bytes(b"x")

        assert read_dossier(content, 2025).data.year == 2025

    @pytest.mark.parametrize(
        ("right", "name"),
        [
            ("2025/figures.yml", "2025/figures.yaml"),
            ("2025/figures.yml", "2025/figure.yml"),
            ("2025/references.yml", "2025/References.yml"),
            ("missions.yml", "missions.yaml"),
            ("2025/nota.md", "2025/nota (1).md"),
            ("2025/brief.md", "2025/Brief.md"),
            ("2025/rapport/untso.md", "2025/rapport/untso.MD"),
            ("2025/rapport/untso.md", "2025/rapport/UNTSO.md"),
            ("2025/rapport/untso.md", "2025/rapport/untso - kopie.md"),
        ],
    )
    def they_are_told_once_when_the_right_one_is_missing(self, content: Path, right: str, name: str) -> None:
        (content / right).rename(content / name)

        assert wrong(content) == [f"content/{name}: {UNREAD}; geef het de naam {Path(right).name}"]

    def they_may_be_beside_their_folder(self, content: Path) -> None:
        (content / "2025/rapport/untso.md").rename(content / "2025/untso.md")

        assert wrong(content) == [
            (
                "content/2025/untso.md: dit fragment staat niet rechtstreeks in de map rapport; "
                "verplaats het naar content/2025/rapport"
            )
        ]

    def they_may_be_in_a_folder_of_their_own(self, content: Path) -> None:
        (content / "2025/rapport/oost").mkdir()
        (content / "2025/rapport/untso.md").rename(content / "2025/rapport/oost/untso.md")

        assert wrong(content) == [
            (
                "content/2025/rapport/oost/untso.md: dit fragment staat niet rechtstreeks in de map rapport; "
                "verplaats het naar content/2025/rapport"
            )
        ]

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("Rapport", "content/2025/Rapport: jvom leest deze map niet; geef haar de naam rapport"),
            (
                "weg",
                (
                    "content/2025/rapport: deze map ontbreekt; "
                    "maak haar aan, met een bestand voor elke paragraaf van de opzet"
                ),
            ),
        ],
    )
    def they_are_one_message_when_their_folder_is_missing(
        self, content: Path, name: str, message: str
    ) -> None:
        (content / "2025/rapport").rename(content / "2025" / name)

        assert wrong(content) == [message]

    def they_may_be_in_a_dossier_with_another_name(self, content: Path) -> None:
        (content / "2025").rename(content / "dossier 2025")

        with pytest.raises(CannotRun, match="content/dossier 2025: deze naam kan een dossier niet hebben"):
            find_dossier(content)

    @pytest.mark.parametrize("asked", [DossierId(2025), None])
    def they_may_be_those_of_dossiers(self, content: Path, asked: DossierId | None) -> None:
        (content / "2025/dossier.yml").rename(content / "2025/dossier.yaml")

        with pytest.raises(CannotRun) as stopped:
            find_dossier(content, asked)

        (problem,) = stopped.value.problems
        assert f"{problem.span}: {problem.what}; {problem.advice}" == (
            f"content/2025/dossier.yaml: {UNREAD}; geef het de naam dossier.yml"
        )


class Describe_copies:
    @pytest.mark.parametrize(
        "name", ["{} - kopie", "{} - Copy", "{} (2)", "Kopie van {}", "Copy of {}", "{} copy 2",
                 "{} - kopie (2)", "{} - Copy (3)", "{}(1)", "{}_kopie"],
    )  # fmt: skip
    @pytest.mark.parametrize("of", ["2025/rapport/untso.md", "2025/nota.md", "2025/dossier.yml", "names.yml"])
    def they_are_told_as_copies(self, content: Path, of: str, name: str) -> None:
        original = content / of
        if not original.exists():
            original.write_text("names: []\n", encoding="utf-8")
        copy = original.with_stem(name.format(original.stem))
        copy.write_bytes(original.read_bytes())

        assert wrong(content) == [
            (
                f"{copy.as_posix()}: dit is een kopie van {original.name}; "
                "haal de kopie weg, of bewaar die buiten de map met teksten"
            )
        ]

    @pytest.mark.parametrize("stem", ["nmi", "fotokopie", "2025", "copy", "kopie", "nmi-2", "eu-sdi (gog)"])
    def but_not_other_names(self, stem: str) -> None:
        assert original_of(stem) == ""


class Describe_the_data_files:
    def they_are_all_those_with_a_schema(self, project: Path) -> None:
        schemas = {path.name.partition(".")[0] for path in (project / "schema").glob("*.schema.json")}

        assert {name.removesuffix(".yml") for name in DATA_FILES} - schemas == set()

    def they_have_their_right_names(self) -> None:
        assert [right_name(name) for name in DATA_FILES] == [""] * len(DATA_FILES)
