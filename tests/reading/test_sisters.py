# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import shutil

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.sisters import read_sisters, sister_files
from tests.contents import copy_basis, copy_sisters

REPORT, ALTHEA = DossierId(2025), DossierId(2025, "althea")


class Describe_the_sisters_of_a_dossier:
    def they_are_the_other_dossiers_of_its_year(self, tmp_path):
        content = copy_sisters(tmp_path)
        shutil.copytree(content / "2025", content / "2024")

        (sister,) = read_sisters(content, REPORT)
        (other,) = read_sisters(content, ALTHEA)

        assert (sister.id, other.id) == (ALTHEA, REPORT)
        assert sister.data is not None
        assert sister.data.short == "VREA"
        assert sister.path == f"{content.as_posix()}/2025-althea/dossier.yml"

    def they_are_none_when_it_is_the_only_dossier_of_its_year(self, tmp_path):
        assert read_sisters(copy_basis(tmp_path), REPORT) == ()

    def they_have_the_calendar_of_their_own_settings(self, tmp_path):
        content = copy_sisters(tmp_path)
        (content / "jvom.yml").write_text("calendar: {council: {days_before: 5}}\n")

        (sister,) = read_sisters(content, REPORT)
        (other,) = read_sisters(content, ALTHEA)

        assert str(sister.calendar.presentation) == "tweede dinsdag van juni"
        assert sister.calendar.council.days_before == 14
        assert str(other.calendar.presentation) == "derde woensdag van mei"
        assert other.calendar.council.days_before == 5

    @pytest.mark.parametrize(
        ("file", "text"),
        [
            ("dossier.yml", "year: 2025\n"),
            ("dossier.yml", "a: [\n"),
            ("dossier.yml", "\x00"),
            ("jvom.yml", "onzin: ja\n"),
        ],
    )
    def they_say_why_they_cannot_be_read(self, tmp_path, file, text):
        content = copy_sisters(tmp_path)
        (content / "2025-althea" / file).write_text(text)

        (sister,) = read_sisters(content, REPORT)

        assert sister.data is None
        assert {problem.span.path for problem in sister.problems} == {
            f"{content.as_posix()}/2025-althea/{file}"
        }

    def they_need_no_texts(self, tmp_path):
        content = copy_sisters(tmp_path)
        (content / "2025-althea/brief.md").unlink()

        (sister,) = read_sisters(content, REPORT)

        assert sister.problems == ()

    def they_come_from_the_files_that_are_listed(self, tmp_path):
        content = copy_sisters(tmp_path)

        assert sister_files(content, REPORT) == (
            content / "2025-althea/dossier.yml",
            content / "2025-althea/jvom.yml",
        )
