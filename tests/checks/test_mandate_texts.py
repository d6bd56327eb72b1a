# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What texts say about a mission's mandate and framework, in the many ways of letters."""

from __future__ import annotations

from datetime import date

import pytest

from jvom.checks.rules.mandates.mandate_sections import row_without_section, section_without_row
from jvom.checks.rules.mandates.mandate_table import base_name, places, table_rows
from jvom.checks.rules.mandates.mandate_terms import key_dates
from jvom.checks.rules.mandates.mandate_texts import StatedEnd, stated_ends
from jvom.checks.rules.mandates.mission_sentences import mission_sentences
from jvom.findings import Severity
from tests.checks.reading import findings, texts

TABLE = """
| Missie | Rechtsbasis | Duur internationaal mandaat | Duur nationaal kader |
| --- | --- | --- | --- |
| UNDOF | VNVR-resolutie 350 (1974) | 30 juni 2026 | onbepaald |
| EUTM Mali | Raadsbesluit | n.v.t. | 1 mei 2027 |
"""


def ends_in(sentence: str, about: str = "mandaat") -> list[StatedEnd]:
    """Return the ends that a sentence under the heading UNDOF gives."""
    view = texts(f"## UNDOF (Golan)\n\n{sentence}\n\n## Slot\n\nEinde.\n{TABLE}")
    return view.memo(stated_ends).get(("undof", about), [])


class Describe_a_stated_end:
    @pytest.mark.parametrize(
        ("sentence", "until"),
        [
            ("Het mandaat loopt tot en met 31 december 2026.", date(2026, 12, 31)),
            ("Het mandaat loopt t/m 31 december 2026.", date(2026, 12, 31)),
            ("Het mandaat geldt tot 1 januari 2027.", date(2026, 12, 31)),
            ("Het mandaat is op 3 mei 2026 verlengd tot eind december 2026.", date(2026, 12, 31)),
            ("De Raad verlengde het mandaat tot en met december 2026.", date(2026, 12, 31)),
            ("Het mandaat liep op 31 december 2026 af.", date(2026, 12, 31)),
            ("Het mandaat loopt, na de laatste verlenging, af op 31 december 2026.", date(2026, 12, 31)),
            ("Het mandaat is per 31 december 2026 definitief beëindigd.", date(2026, 12, 31)),
            ("De missie is verlengd tot en met 31 december 2026.", date(2026, 12, 31)),
        ],
    )
    def it_is_read_in_many_forms(self, sentence, until):
        assert [end.allows(until) for end in ends_in(sentence)] == [True]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Op 23 februari 2026 is het mandaat verlengd.",
            "Het mandaat kan worden verlengd tot en met 31 december 2030.",
            "Op 20 mei 2025 is besloten dat het mandaat wordt beëindigd.",
            "De training duurde tot en met 3 mei 2026.",
            "Het mandaat loopt tot en met 31 december.",
        ],
    )
    def but_not_from_another_date(self, sentence):
        assert ends_in(sentence) == []

    def it_belongs_to_mandate_or_framework(self):
        sentence = "Het mandaat loopt tot 1 mei 2026 en het nationale kader tot 1 mei 2027."

        assert [end.text for end in ends_in(sentence)] == ["1 mei 2026"]
        assert [end.text for end in ends_in(sentence, "kader")] == ["1 mei 2027"]

    def it_may_be_absent(self):
        (none,) = ends_in("Het mandaat heeft geen einddatum.")

        assert none.first is None
        assert not none.allows(date(2026, 12, 31))

    def it_allows_no_other_day(self):
        (end,) = ends_in("Het mandaat loopt tot en met 31 december 2026.")

        assert not end.allows(date(2026, 12, 30))
        assert not end.allows(date(2027, 1, 1))


class Describe_the_sentences_about_a_mission:
    def they_are_in_its_section_or_name_no_other_apart_from_it(self):
        view = texts(
            "UNDOF is oud. UNDOF en EUTM Mali zijn oud.\n\n## UNDOF\n\nDe missie is klein. EUTM Mali is "
            f"groot.\n\n## Slot\n\nZij is klein. De UNDOF-compagnie gaat.\n{TABLE}"
        )

        about = mission_sentences(view, view.passages)
        assert [each.text for each in about["undof"]] == [
            "UNDOF is oud.",
            "UNDOF en EUTM Mali zijn oud.",
            "UNDOF",
            "De missie is klein.",
            "De UNDOF-compagnie gaat.",
        ]
        assert [each.text for each in about["eutm mali"]] == [
            "UNDOF en EUTM Mali zijn oud.",
            "EUTM Mali is groot.",
        ]


class Describe_a_typed_table:
    def it_has_rows_with_terms(self):
        undof, eutm = texts(TABLE).memo(table_rows)

        assert (undof.operation.text, undof.basis.text) == ("UNDOF", "VNVR-resolutie 350 (1974)")
        assert undof.mandate
        assert undof.framework
        assert eutm.mandate
        assert eutm.framework
        assert undof.mandate.until == date(2026, 6, 30)
        assert undof.framework.duration.word == "onbepaald"
        assert eutm.mandate.duration.word == "geen"
        assert eutm.framework.until == date(2027, 5, 1)

    def it_needs_a_mission_and_a_term(self):
        assert texts("| Missie | Kosten |\n| --- | --- |\n| UNDOF | € 1 |\n").memo(table_rows) == ()


class Describe_names_with_places:
    @pytest.mark.parametrize(
        ("printed", "name", "found"),
        [
            ("UNTSO (Libanon en Golan)", "UNTSO", ("Libanon", "Golan")),
            ("OSC (Israël, Jordanië en de Golan)", "OSC", ("Israël", "Jordanië", "de Golan")),
            ("Early Forward Presence/SOLE", "Early Forward Presence/SOLE", ()),
        ],
    )
    def they_are_separated(self, printed, name, found):
        assert base_name(printed) == name
        assert places(printed) == found


class Describe_the_key_dates_of_loose_texts:
    def it_comes_from_the_texts(self):
        days = texts(
            "Den Haag, 20 mei 2026\n\nDe verslagperiode loopt van mei 2025 tot en met april 2026."
        ).memo(key_dates)

        assert days.first == date(2025, 5, 1)
        assert days.last == date(2026, 4, 30)
        assert days.presentation == date(2026, 5, 20)

    def it_may_be_unknown(self):
        assert texts("De missie loopt tot en met 20 mei 2026.").memo(key_dates).first is None


REPORT = """
## 2.1 UNDOF (Golan)

### Over de missie

A.

### Militaire bijdrage

B.

## 2.2 Vessel Protection Detachments

### Over de missie

A.

### Militaire bijdrage

B.

## 2.3 NMI (Irak)

### Over de missie

A.

### Militaire bijdrage

Ook EUTM Mali komt aan bod.

## Bijlage

| Missie | Rechtsbasis | Duur mandaat | Duur kader |
| --- | --- | --- | --- |
| UNDOF | VNVR-resolutie 350 (1974) | 30 juni 2026 | onbepaald |
| VPD | Grondwet, art. 97 | onbepaald | onbepaald |
| EMASoH | Note verbale | onbepaald | onbepaald |
"""


class Describe_a_report_without_dossier:
    def it_needs_a_row_for_every_section_about_a_mission(self):
        view = texts(REPORT)

        found = list(section_without_row.check(view))
        assert [view.texts[0].lines[violation.span.line - 1] for violation in found] == ["## 2.3 NMI (Irak)"]

    def it_needs_a_section_for_every_row(self):
        found = findings(row_without_section, texts(REPORT))

        assert [str(violation.message) for violation in found] == ["EMASoH heeft een rij en geen paragraaf"]
        assert found[0].severity is Severity.WARNING

    def it_may_name_the_mission_elsewhere(self):
        found = list(row_without_section.check(texts(f"EMASoH is gestopt.\n{REPORT}")))

        assert [violation.severity for violation in found] == [Severity.INFO]
