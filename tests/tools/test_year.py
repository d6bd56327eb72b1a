# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The year that the handleiding shows, played without its pictures: from `jvom new` to the seal."""

from __future__ import annotations

from subprocess import CalledProcessError

import pytest

from tools.pictures.year import Year, answered_in_word

DAY = ("--as-of", "2027-05-12")
LESSER = ("--pages", "estimate", "--no-pdf")


@pytest.fixture
def year(tmp_path):
    """A year of which `jvom new` has made the dossier."""
    played = Year.in_copy(tmp_path)
    assert "Te doen:" in played.jvom("new", "2026")
    return played


class Describe_a_text_that_goes_round:
    def it_comes_home_with_what_a_colleague_changed(self, year):
        year.plan()
        year.jvom("export", "2026", "vpd", "--out", "uitvraag", *DAY)
        sent, returned = (year.folder / name for name in ("uitvraag/2026-vpd-uitvraag.docx", "antwoord.docx"))
        answered_in_word(sent, returned, "piraterij", "zeeroof")

        year.jvom("import", "antwoord.docx", "--changes", "accept")

        text = (year.dossier / "rapport/vpd.md").read_text(encoding="utf-8")
        assert "zeeroof" in text
        assert "status: review" in text


class Describe_a_dossier_that_is_finished_but_for_two_texts:
    def it_is_not_sealed_until_they_are_too(self, year):
        year.plan()
        year.fill_in_data()
        year.finish_texts(forgotten=("unifil", "gpoi"))

        found = year.jvom(
            "check", "2026", "--select", "VRG003", "--output-format", "concise", *DAY, may_fail=True
        )
        assert [line.split(":")[0] for line in found.splitlines() if "VRG003" in line] == [
            "content/2026/rapport/unifil.md",
            "content/2026/rapport/gpoi.md",
        ]
        with pytest.raises(CalledProcessError):
            year.jvom("seal", "2026", *LESSER)

        year.finish_texts()
        assert "Verzegeld: build/2026/indiening-2026.zip" in year.jvom("seal", "2026", *LESSER)
