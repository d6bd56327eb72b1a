# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which folders are dossiers, which one is chosen, and what is reported when it doesn't exist."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.dossier_folders import dossier_ids, find_dossier, parse_id
from jvom.source import CannotRun


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Return a content folder without a dossier."""
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    return Path("content")


def add(content: Path, *ids: str) -> None:
    for id in ids:
        (content / id).mkdir()
        (content / id / "dossier.yml").touch()


def wrong(content: Path, asked: str = "") -> str:
    """Return the only problem of a request for a dossier, as printed."""
    with pytest.raises(CannotRun) as caught:
        find_dossier(content, parse_id(content, asked) if asked else None)
    (problem,) = caught.value.problems
    return f"{problem.span}: {problem.what}; {problem.advice}"


class Describe_dossier_ids:
    def they_are_the_folders_with_a_dossier(self, content):
        add(content, "2031", "2026-oostflank", "1999", "2026", "２０２６", "202", "archief", "2026-Althea")
        (content / "2027").mkdir()
        (content / "2028").write_text("geen map")
        (content / "2029").mkdir()
        (content / "2029" / "dossier.yml").symlink_to("nergens")

        assert [str(id) for id in dossier_ids(content)] == ["1999", "2026", "2026-oostflank", "2029", "2031"]

    def they_may_all_be_missing(self, content):
        (content / "2027").mkdir()

        assert wrong(content) == (
            "content: in deze map staat geen enkel dossier; een dossier is een map met een dossier.yml erin, "
            "die naar zijn jaar heet: content/2026 of content/2026-althea"
        )

    def they_are_looked_for_in_content(self):
        assert wrong(Path("nergens")).startswith("nergens: deze map bestaat niet; ga naar de map waarin")

    def they_can_be_hidden(self, content, monkeypatch):
        def denied(self):
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "iterdir", denied)

        assert wrong(content) == (
            "content: dit is niet te lezen (geen rechten); kijk of u er rechten op hebt"
        )


class Describe_find_dossier:
    def it_finds_the_one_that_is_asked_for(self, content):
        add(content, "2025", "2026", "2026-althea")

        assert str(find_dossier(content, DossierId(2026, "althea"))) == "2026-althea"
        assert str(find_dossier(content, DossierId(2025))) == "2025"

    @pytest.mark.parametrize(
        ("ids", "newest"),
        [
            (["2025", "2024"], "2025"),
            (["2025", "2026", "2026-althea"], "2026"),
            (["2025", "2026-althea"], "2026-althea"),
        ],
    )
    def it_takes_the_newest(self, content, ids, newest):
        add(content, *ids)

        assert str(find_dossier(content)) == newest

    def it_asks_which_of_the_sisters_is_meant(self, content):
        add(content, "2025", "2026-oostflank", "2026-althea")

        assert wrong(content) == (
            "content: van 2026 zijn hier meer dossiers; noem er een: 2026-althea, 2026-oostflank"
        )

    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            ("2052", "content/2052: er is geen dossier 2052; bedoelde u «2025»?"),
            ("2026-altea", "content/2026-altea: er is geen dossier 2026-altea; bedoelde u «2026-althea»?"),
            ("vorig", "vorig: dit is geen dossier; kies uit: 2025, 2026-althea"),
            (
                "2027",
                "content/2027: in deze map ontbreekt dossier.yml, en zonder is zij geen dossier; ",
            ),
            (
                "2026-Oost",
                "content/2026-Oost: deze naam kan een dossier niet hebben; een dossier heet naar",
            ),
        ],
    )
    def it_suggests_a_similar_one_when_there_is_no_such_dossier(self, content, asked, told):
        add(content, "2025", "2026-althea", "2026-Oost")
        (content / "2027").mkdir()

        assert wrong(content, asked).startswith(told)
