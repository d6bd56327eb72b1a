# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two dossiers of one year, each of its own shape: checked together, each by its own settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jvom.checks.run import check, check_before_build
from jvom.checks.settings import Overrides
from jvom.dossier_ids import DossierId
from jvom.findings import Report
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.settings import Settings
from tests.checks.reading import TODAY
from tests.contents import copy_sisters, read_dossier

REPORT, ALTHEA = DossierId(2025), DossierId(2025, "althea")
SIDE_BY_SIDE = ("LET013", "LET014", "LET015", "LET016", "LET017")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_sisters(tmp_path)


def checked(content: Path, id: DossierId, settings: Settings | None = None, *select: str) -> Report:
    return check(
        read_dossier(content, id),
        settings or read_settings(content, id),
        TODAY,
        Overrides(select=select),
        sisters=read_sisters(content, id),
    )


def messages(report: Report) -> list[str]:
    return [f"{each.code} {each.message}; {each.advice}" for each in report.findings]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


class Describe_a_dossier_of_another_shape:
    @pytest.mark.parametrize("id", [REPORT, ALTHEA], ids=str)
    def it_is_right_beside_one_of_the_usual_shape(self, content, id):
        assert messages(checked(content, id)) == []

    def it_would_be_wrong_by_the_defaults(self, content):
        report = checked(content, ALTHEA, Settings(ignore=("LNG021",)))

        assert sorted({each.code for each in report.findings}) == [
            "DAT003", "DAT004", "LET013", "STR001", "STR003", "STR004", "STR005",
        ]  # fmt: skip

    def and_the_usual_one_by_its_settings(self, content):
        report = checked(content, REPORT, read_settings(content, ALTHEA))

        assert {"DAT003", "DAT004", "STR001", "STR004", "STR005"} <= {each.code for each in report.findings}

    @pytest.mark.parametrize(
        ("file", "old", "new", "finding"),
        [
            (
                "rapport/althea.md",
                "## Verloop van de missie",
                "## Verloop",
                "STR003 de vaste tussenkop is «Verloop van de missie»; schrijf «Verloop van de missie»",
            ),
            (
                "rapport/althea.md",
                "## Nederlandse inzet",
                "## De inzet",
                "STR003 de vaste tussenkop is «Nederlandse inzet»; schrijf «Nederlandse inzet»",
            ),
            (
                "rapport/althea.md",
                "## Mandaat\n",
                "## Achtergrond\n",
                "STR001 hier ontbreekt de tussenkop «Mandaat»; zet de tussenkop erbij, met de tekst",
            ),
            (
                "nota.md",
                "## Advies\n",
                "## Advies aan de minister over de te nemen stappen\n",
                "STR005 in de nota ontbreekt de kop «Advies»; zet de kop erbij, met de tekst",
            ),
            (
                "dossier.yml",
                "presentation_date: 2026-06-09",
                "presentation_date: 2026-06-10",
                (
                    "DAT003 10 juni 2026 is niet de tweede dinsdag van juni; dat is 9 juni 2026; "
                    "neem die dag, of zeg in een onderdrukking waarom het een andere is"
                ),
            ),
            (
                "nota.md",
                "de tweede dinsdag van juni",
                "de eerste dinsdag van juni",
                "DAT003 de dag van aanbieding is de tweede dinsdag van juni; verbeter de dag",
            ),
            (
                "brief.md",
                "Zij gaat",
                "De tweede dinsdag van juni is 16 juni 2026. Zij gaat",
                (
                    "DAT003 tweede dinsdag van juni is in 2026 op 9 juni 2026, niet op 16 juni 2026; "
                    "verbeter de datum"
                ),
            ),
            (
                "dossier.yml",
                "council_of_ministers: 2026-05-26",
                "council_of_ministers: 2026-05-29",
                (
                    "DAT004 29 mei 2026 is een vrijdag; de ministerraad is op dinsdag; "
                    "kijk in de agenda van de ministerraad"
                ),
            ),
            (
                "rapport/samenvatting.md",
                "title: Samenvatting",
                "title: Inleiding",
                "STR004 het rapport begint niet met een samenvatting; zet het op de goede plaats in outline",
            ),
            (
                "brief.md",
                "Zij gaat",
                "De VREA 2024 bestaat niet. Zij gaat",
                "LET002 het dossier gaat over 2025; verbeter het jaar",
            ),
        ],
    )
    def it_is_checked_by_its_own_settings(self, content, file, old, new, finding):
        change(content / "2025-althea" / file, old, new)
        code = finding.partition(" ")[0]

        assert messages(checked(content, ALTHEA, None, code)) == [finding]

    def it_may_speak_of_Verantwoordingsdag_as_another_day_than_its_own(self, content):
        change(
            content / "2025-althea/brief.md",
            "Zij gaat",
            "Op Verantwoordingsdag, 20 mei 2026, nog niet. Zij gaat",
        )

        assert messages(checked(content, ALTHEA, None, "LET003", "DAT003")) == []

    def but_not_with_another_date(self, content):
        change(
            content / "2025-althea/brief.md", "Zij gaat", "Op Verantwoordingsdag, 9 juni 2026, wel. Zij gaat"
        )

        assert messages(checked(content, ALTHEA, None, "LET003", "DAT003")) == [
            "DAT003 Verantwoordingsdag is in 2026 op 20 mei 2026, niet op 9 juni 2026; verbeter de datum"
        ]


class Describe_dossiers_of_one_year:
    def they_are_not_compared_when_they_are_not_of_one_year(self, content):
        (content / "2025-althea").rename(content / "2024-althea")
        change(content / "2024-althea/dossier.yml", "MINDEF20260000012", "MINDEF20260000003")

        assert messages(checked(content, REPORT, None, *SIDE_BY_SIDE)) == []

    def they_are_reported_at_their_own_place_with_that_of_the_other(self, content):
        change(content / "2025-althea/dossier.yml", "MINDEF20260000012", "MINDEF 20260000003")

        report = checked(content, REPORT, None, *SIDE_BY_SIDE)

        (found,) = report.findings
        (related,) = found.related
        assert messages(report) == [
            (
                "LET015 een stuk van dossier 2025-althea heeft hetzelfde kenmerk; "
                "geef elk stuk zijn eigen kenmerk"
            )
        ]
        assert found.span.path == f"{content.as_posix()}/2025/dossier.yml"
        assert related.span.path == f"{content.as_posix()}/2025-althea/dossier.yml"
        lines = Path(related.span.path).read_text().split("\n")
        assert "MINDEF 20260000003" in lines[related.span.line - 1]

    def they_are_reported_from_both_sides(self, content):
        change(content / "2025-althea/dossier.yml", "name: A.B. de Vries", "name: E.F. Smit")

        assert messages(checked(content, REPORT, None, *SIDE_BY_SIDE)) == [
            "LET014 in dossier 2025-althea heet deze bewindspersoon E.F. Smit; zoek uit welke naam klopt"
        ]
        assert messages(checked(content, ALTHEA, None, *SIDE_BY_SIDE)) == [
            "LET014 in dossier 2025 heet deze bewindspersoon A.B. de Vries; zoek uit welke naam klopt"
        ]

    def they_are_compared_with_what_a_letter_says_about_their_day(self, content):
        brief = content / "2025/brief.md"
        brief.write_text(
            f"{brief.read_text()}\nUw Kamer ontvangt tegelijk een aparte rapportage over iets anders.\n"
        )

        assert messages(checked(content, REPORT, None, *SIDE_BY_SIDE)) == [
            (
                "LET016 de aanbieding van dossier 2025-althea is op 9 juni 2026; "
                "verbeter de zin, of de datum in het andere dossier"
            )
        ]

    def they_are_sent_the_same_day_when_their_calendar_is_the_same(self, content):
        settings = content / "2025-althea/jvom.yml"
        settings.write_text(re.sub(r"(?s)calendar:.*?(?=report:)", "", settings.read_text()))

        assert messages(checked(content, REPORT, None, *SIDE_BY_SIDE)) == [
            "LET013 de aanbieding van dossier 2025-althea is op 9 juni 2026; zoek uit welke datum klopt",
            "LET013 de ministerraad van dossier 2025-althea is op 26 mei 2026; zoek uit welke datum klopt",
        ]

    def they_are_one_finding_when_unreadable_and_the_rest_is_still_found(self, content):
        (content / "2025-althea/dossier.yml").write_text("year: 2025\n")
        change(content / "2025/dossier.yml", "presentation_date: 2026-05-20", "presentation_date: 2026-05-21")

        report = checked(content, REPORT, None, "DAT003", *SIDE_BY_SIDE)

        assert [each.code for each in report.findings] == ["DAT003", "LET017"]
        note = report.findings[-1]
        assert note.severity.word == "info"
        assert str(note.span) == f"{content.as_posix()}/2025-althea/dossier.yml"
        assert str(note.advice) == "herstel dat dossier; «jvom check 2025-althea» zegt wat er niet klopt"

    def they_stop_a_build_by_errors_of_both_together(self, content):
        change(content / "2025-althea/dossier.yml", "MINDEF20260000012", "MINDEF20260000003")
        dossier, settings = read_dossier(content, REPORT), read_settings(content, REPORT)

        report = check_before_build(dossier, settings, TODAY, read_sisters(content, REPORT))

        assert [each.code for each in report.findings] == ["LET015"]
