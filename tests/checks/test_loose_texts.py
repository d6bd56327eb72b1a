# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on references, dates and figures in texts without a dossier; their pages test those with one."""

from __future__ import annotations

import pytest

from jvom.checks.registry import find_rule
from jvom.checks.rule import Scope
from jvom.checks.run import check_texts
from jvom.findings import Severity
from jvom.settings import Settings
from tests.checks.reading import TODAY, findings, fragment, texts


def found(code: str, *typed: str) -> list[str]:
    """Return the words that a rule marks in loose texts."""
    rule, view = find_rule(code), texts(*typed)
    assert rule is not None
    violations = (
        [violation for text in view.texts for violation in rule.check(text)]
        if rule.scope is Scope.FRAGMENT
        else rule.check(view)
    )
    lines = {text.path: text.lines for text in view.texts}
    return [
        lines[violation.span.path][violation.span.line - 1][
            violation.span.column - 1 : violation.span.end_column - 1
        ]
        for violation in violations
    ]


class Describe_right_words:
    @pytest.mark.parametrize(
        ("code", "typed"),
        [
            ("LNG007", "De F-16 vliegtuig-onderdelen zijn er."),
            ("LNG010", "De crisisrespons Teams zijn er."),
            ("LNG011", "Zij werkt met de met de staf werkende teams."),
            ("LNG011", "De waarden zijn 1 2 3 1 2 3."),
            ("LNG013", "Het schip van de ONS en de WE voer uit."),
            ("LNG013", "Dat gebeurt in Nederland. “Maar we zien dat het vaker gebeurt’, zegt hij."),
            ("LNG013", "Dat gebeurt in Nederland. ''We weten dat niet\", zegt hij."),
            ("LNG013", "Dat gebeurt in Nederland. ‘Onze mensen zijn onmisbaar, zegt hij."),
            ("LNG022", "## Kop\n\n### " + " ".join(["inzet"] * 50)),
            (
                "LNG023",
                "Het Mandaat (M) is verlengd. Wij zien het Mandaat (M). Het mandaat is het oude mandaat.",
            ),
            ("LNG024", "- Een:\n  - twee;\n  - drie.\n- Vier.\n- Vijf."),
            ("PLH001", "Een kop soep kost 5€."),
            ("PLH002", "Dat staat in de artikelen 190 tot en met 201."),
            (
                "PLH006",
                "Aanhef.\n\nBetreft antwoord op de vragen die over de inzet in mei zijn gesteld\n\nTekst.",
            ),
            (
                "PLH006",
                "Aanhef.\n\nOver wat de staf in de komende jaren kan doen **in het gebied van de missie**",
            ),
            ("PLH006", "## Hoe nu Verder met de missie"),
            ("STR009", "De volgende missies zijn beëindigd. Er is er een over.\n\n- UNIFIL"),
        ],
    )
    def they_are_not_marked(self, code, typed):
        assert found(code, typed) == []

    def but_of_two_unlike_marks_one_is(self):
        assert found("PLH007", 'Zij zei: "Vanaf dat moment”, en zweeg.') == ['"']

    def but_a_year_that_is_cut_short_in_a_range_is(self):
        assert found("PLH002", "Het loopt van 202-2025.") == ["202"]


REPORT = "## 1. Inleiding\n\n## 2. Inzet\n\n### 2.1 KFOR (Kosovo)\n\n{}\n\n## Bijlage 1 Rechtsbasis"


class Describe_the_references_of_a_loose_text:
    @pytest.mark.parametrize(
        ("code", "typed", "expected"),
        [
            ("REF002", "Zie paragraaf 2.1 en paragraaf 2.3.", ["paragraaf 2.3"]),
            ("REF009", "Zie bijlage 1 en bijlage 2.", ["bijlage 2"]),
        ],
    )
    def they_are_compared_with_its_headings(self, code, typed, expected):
        assert found(code, REPORT.format(typed)) == expected
        assert found(code, typed) == []

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("Kamerstuk 29521, nr. 493", ["Kamerstuk 29521, nr. 493"]),
            ("Kamerstuk 29 521, nr. 493", []),
            ("(Stb. 2024, 29)", []),
        ],
    )
    def they_must_have_the_house_form(self, typed, expected):
        assert found("REF004", typed) == expected

    def they_are_known_by_their_dossiers(self):
        assert found("REF005", "29 2521, nr. 469; Kamerstuk 29 251, nr. 311; Kamerstuk 35 925, nr. 62") == [
            "29 2521, nr. 469",
            "Kamerstuk 29 251, nr. 311",
        ]


class Describe_the_dates_of_a_loose_text:
    def they_are_read_from_the_date_of_the_text(self):
        body = "Op 3 juni 2024 jl. en op 1 mei 2025 a.s. en op 9 maart 2025 jl."

        assert found("DAT006", f"Datum 20 mei 2025\n\n{body}") == ["1 mei 2025 a.s."]
        assert found("DAT006", f"Den Haag, 20 maart 2024\n\n{body}") == [
            "3 juni 2024 jl.",
            "9 maart 2025 jl.",
        ]
        assert found("DAT006", f"De brief van 20 mei 2025.\n\n{body}") == []

    @pytest.mark.parametrize("date", ["9-12 maart 2026", "mei 2025"])
    def they_are_only_noted_without_a_year_which_a_title_may_have(self, date):
        body = "Op dinsdag 10 maart reisde de delegatie naar Tuzla."
        report = check_texts([fragment(f"Werkbezoek, {date}\n\n{body}")], Settings(), TODAY)

        assert [each.severity for each in report.findings if each.code == "DAT007"] == [Severity.INFO]

    def they_are_compared_with_the_commonest_period(self):
        own = "De verslagperiode loopt van mei 2025 tot en met april 2026."
        other = "In de verslagperiode (mei 2024 tot en met april 2025) was het rustig."

        assert found("DAT010", f"{own}\n\n{own}", other) == ["mei 2024 tot en met april 2025"]
        assert found("DAT010", other) == []
        assert found(
            "DAT008", own, "In de verslagperiode was er op 3 maart 2025 en op 3 maart 2026 overleg."
        ) == ["3 maart 2025"]

    def they_may_be_a_period_on_a_line_of_their_own(self):
        cover, own = "mei 2024 tot en met april 2025", "De verslagperiode is mei 2025 tot en met april 2026."

        assert found("DAT010", f"{cover}\n\n{own}\n\n{own}") == [cover]


class Describe_the_figures_of_a_loose_text:
    def they_are_compared_over_texts(self):
        assert found(
            "FIG002", "In totaal zijn 4.126 militairen ingezet.", "Er zijn in totaal 4.216 militairen."
        ) == ["4.216"]

    def they_may_be_of_something_else_in_another_text(self):
        own, other = "In totaal zijn 4.126 militairen ingezet.", "Er zijn in totaal 4.216 militairen."
        rule = find_rule("FIG002")
        assert rule is not None

        one_text = f"## a\n\n{own}\n\n## b\n\n{other}"
        for typed, severity in (((own, other), Severity.INFO), ((one_text,), Severity.WARNING)):
            (finding,) = findings(rule, texts(*typed))
            assert finding.severity is severity

    def they_are_compared_within_a_text_under_other_headings(self):
        one, two = (
            "Israël houdt vijf permanente posities bezet.",
            "Israël houdt zes permanente posities bezet.",
        )

        assert found("FIG002", f"## a\n\n{one}\n\n## b\n\n{two}") == ["zes"]
        assert found("FIG002", f"## a\n\n{one}\n\n{two}") == []


class Describe_the_full_stops_of_a_loose_text:
    def they_are_asked_for_but_behind_a_title(self):
        title = "Besluit van 4 september 2026, over een toelage voor wie is ingezet bij missies (Toelage)"
        body = "De toelage is op 4 september voor alle waarnemers van missies vastgesteld door de minister"

        assert found("PLH006", f"{title}\n\n{title}") == ["Toelage)"]
        assert found("PLH006", f"{title}\n\n{body}") == ["minister"]


SECTION = """## {}

### Over de missie

{}

### Militaire bijdrage

Vijf mensen.
"""
MANDATES = """
| Inzet | Rechtsbasis | Mandaat |
|---|---|---|
| UNTSO (Libanon en Golan) | Resolutie 50 (1948) | onbepaald |
| KFOR (Kosovo) | Resolutie 1244 (1999) | onbepaald |
| EUMM (Georgië) | Besluit 2010/452/GBVB | 14 december 2026 |
"""


def report(*sections: tuple[str, str]) -> str:
    """Return a report of sections about missions, each a heading and a mandate, and the table of mandates."""
    return "\n".join(SECTION.format(*section) for section in sections) + MANDATES


class Describe_the_mandate_table_of_a_loose_report:
    UNTSO = ("UNTSO", "De missie ziet toe op het bestand.")
    KFOR = ("KFOR (Kosovo)", "De macht houdt de orde.")
    EUMM = ("EUMM (Georgië)", "De missie ziet toe op de grens.")
    UNDOF = ("UNDOF (Golan)", "De macht ziet toe op de Golan.")

    def it_has_a_row_for_every_section_and_a_section_for_every_row(self):
        whole = report(self.UNTSO, self.KFOR, self.EUMM)

        assert found("MAN006", whole) == []
        assert found("MAN007", whole) == []

    def it_lacks_a_mission_with_a_section(self):
        assert found("MAN006", report(self.UNTSO, self.KFOR, self.EUMM, self.UNDOF)) == ["UNDOF (Golan)"]

    def it_lists_a_mission_without_a_section(self):
        assert found("MAN007", report(self.UNTSO, self.KFOR)) == ["EUMM (Georgië)"]

    def it_knows_a_mission_below_a_heading_of_another_name(self):
        other = ("Waarneming in Georgië", "De missie EUMM ziet toe op de grens.")

        assert found("MAN006", report(self.UNTSO, self.KFOR, other)) == []
        assert found("MAN007", report(self.UNTSO, self.KFOR, other)) == []

    def it_knows_a_mission_by_its_initials(self):
        written_out = ("European Union Monitoring Mission", "De missie ziet toe op de grens.")

        assert found("MAN006", report(self.UNTSO, self.KFOR, written_out)) == []

    @pytest.mark.parametrize(
        ("elsewhere", "severity"), [("", Severity.WARNING), ("EUMM blijft bestaan.", Severity.INFO)]
    )
    def its_row_may_be_told_of_in_another_text(self, elsewhere, severity):
        rule = find_rule("MAN007")
        assert rule is not None
        [finding] = findings(rule, texts(report(self.UNTSO, self.KFOR), elsewhere or "Niets."))

        assert finding.severity is severity

    def it_is_not_compared_when_it_is_no_table_of_some_length(self):
        two_rows = report(self.UNTSO, self.KFOR, self.UNDOF).replace(MANDATES.splitlines()[-1], "")

        assert found("MAN006", two_rows) == []
