# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Abbreviations in texts that belong to no dossier: their own list, their own explanations."""

from __future__ import annotations

import pytest

from jvom.analysis.abbreviations import find_abbreviations, find_explained_abbreviations
from jvom.analysis.capital_words import capital_words
from jvom.analysis.long_forms import long_form
from jvom.checks.glossaries import documents, typed_abbreviations, without_remark
from jvom.checks.registry import all_rules
from jvom.checks.rules.abbreviations.unknown_abbreviations import meant_abbreviation
from jvom.checks.views import Texts
from jvom.findings import Severity
from jvom.source import Span
from tests.checks.reading import findings, passage, texts

BY_CODE = {rule.code: rule for rule in all_rules()}

LIST = """## Lijst van afkortingen

| Afkorting | Betekenis |
| --- | --- |
| EU | Europese Unie |
| KFOR | Kosovo Force |
| EU SDI GoG | EU Security and Defence Initiative |
| VN | Verenigde Naties |

## Tekst
"""


def found(code: str, view: Texts) -> list[tuple[str, Severity | None]]:
    """Return the words that a rule marks, with the severity that each violation sets."""
    violations = list(BY_CODE[code].check(view)) if code != "ABR010" else []
    return [(_words(view, violation.span), violation.severity) for violation in violations]


def _words(view: Texts, span: Span) -> str:
    (text,) = [text for text in view.texts if text.path == span.path]
    return text.lines[span.line - 1][span.column - 1 : span.end_column - 1]


class Describe_an_unknown_abbreviation:
    @pytest.mark.parametrize(
        ("typed", "meant"), [("UNIIFL", "UNIFIL"), ("KOFR", "KFOR"), ("EUBMA", ""), ("VM", "")]
    )
    def it_may_be_a_known_one_mistyped(self, typed, meant):
        known = frozenset(("UNIFIL", "KFOR", "VN", "vogels"))

        assert meant_abbreviation(typed, known) == meant


class Describe_a_list_in_a_text:
    def it_is_a_table_under_a_heading(self):
        (view,) = texts(LIST + "\nKFOR werkt.").texts

        entries, listed = typed_abbreviations(view)

        assert [entry.abbreviation for entry in entries] == ["EU", "KFOR", "EU SDI GoG", "VN"]
        assert entries[1].expansion == "Kosovo Force"
        assert len(listed) == 10
        assert [each.text for each in documents(view.texts)[0].passages][-1] == "KFOR werkt."

    @pytest.mark.parametrize("mark", [":", " -", " –", "  "])
    def it_is_lines_under_a_heading(self, mark):
        lines = "\n\n".join(
            f"{short}{mark} {name}" for short, name in [("EU", "Unie"), ("VN", "Naties"), ("KFOR", "Force")]
        )
        (view,) = texts(f"## Afkortingen\n\n{lines}\n\n## Tekst\n\nDe EU - een unie.").texts

        assert [entry.abbreviation for entry in typed_abbreviations(view)[0]] == ["EU", "VN", "KFOR"]

    def it_is_lines_with_a_space_under_a_line_that_names_it(self):
        (view,) = texts(
            "Lijst van afkortingen\n\nEU Europese Unie\n\nEU SDI GoG EU Security and Defence Initiative "
            "in the Gulf of Guinea\n\nKFOR Kosovo Force\n\nDe tekst zelf begint hier.\n\nVN Verenigde Naties"
        ).texts

        assert [entry.abbreviation for entry in typed_abbreviations(view)[0]] == ["EU", "EU SDI GoG", "KFOR"]

    def it_is_a_table_that_looks_like_one(self):
        rows = "\n".join(
            f"| {short} | {name} |"
            for short, name in [
                ("KFOR", "Kosovo Force"), ("LAF", "Lebanese Armed Forces"), ("VN", "Verenigde Naties"),
                ("EU", "Europese Unie"), ("WFP", "World Food Programme"),
            ]
        )  # fmt: skip
        (view,) = texts(f"| AU | African Union |\n| --- | --- |\n{rows}").texts

        assert [entry.abbreviation for entry in typed_abbreviations(view)[0]] == [
            "AU",
            "KFOR",
            "LAF",
            "VN",
            "EU",
            "WFP",
        ]

    def but_a_table_about_something_else_is_not(self):
        (view,) = texts(
            "| Missie | Naam |\n| --- | --- |\n| EU | Unie |\n| VN | Naties |\n| KFOR | Force |"
        ).texts

        assert typed_abbreviations(view) == ((), frozenset())

    def its_order_may_be_by_letter_or_by_word(self):
        by_letter = texts(LIST.replace("| EU SDI GoG | EU Security and Defence Initiative |\n", ""))
        by_word = texts(
            LIST.replace("| KFOR | Kosovo Force |\n", "").replace("| VN |", "| EUFOR | EU Force |\n| VN |")
        )

        assert found("ABR011", by_letter) == []
        assert found("ABR011", by_word) == []

    def it_reports_the_fewest_entries_out_of_order(self):
        assert found("ABR011", texts(LIST)) == [("KFOR", None)]

    def it_is_compared_with_the_text(self):
        view = texts(LIST + "\nDe Kosovo Force (KFOR) en het OCHA werken samen; KFOR met de VN en de EU.")

        assert found("ABR001", view) == [("OCHA", None)]
        assert found("ABR002", view) == [("EU SDI GoG", None)]

    def it_does_not_count_for_another_file(self):
        assert found("ABR001", texts(LIST, "Het OCHA werkt samen met KFOR.")) == []


class Describe_a_text_without_a_list:
    def it_is_checked_against_its_own_explanations(self):
        view = texts(
            "De LAF is ingezet. De Lebanese Armed Forces (LAF) helpen.\n\nDe Lebanese Army Forces (LAF) ook."
        )

        assert found("ABR003", view) == [("LAF", None)]
        assert found("ABR005", view) == [("Lebanese Army Forces", None)]

    def it_must_explain_each_abbreviation(self):
        assert found("ABR003", texts("Het OCHA en de EU werken samen; het OCHA ook.")) == [
            ("OCHA", Severity.INFO)
        ]

    def it_is_divided_by_a_line_of_marks(self):
        view = texts("De Lebanese Armed Forces (LAF).\n\n\\=====\n\nDe Lebanese Armed Forces (LAF).")

        assert found("ABR004", view) == []

    def its_use_of_abbreviations_only_gives_info(self):
        view = texts("De Lebanese Armed Forces (LAF) werken. De Lebanese Armed Forces rusten.")

        rule = BY_CODE["ABR008"]
        assert [each.severity for each in findings(rule, view)] == [Severity.INFO]
        # That it is not used again is due to the name, which is reported.
        assert found("ABR009", view) == []
        unused = texts("De Lebanese Armed Forces (LAF) werken.")
        assert [each.severity for each in findings(BY_CODE["ABR009"], unused)] == [Severity.INFO]


class Describe_explained_abbreviations:
    @pytest.mark.parametrize(
        ("typed", "short", "name"),
        [
            ("De Kosovo Force (KFOR) werkt.", "KFOR", "Kosovo Force"),
            ("De Kosovo Force (hierna: KFOR) werkt.", "KFOR", "Kosovo Force"),
            ("Het *Memorandum of Understanding* (MoU) geldt.", "MoU", "Memorandum of Understanding"),
            ("KFOR (Kosovo Force) werkt.", "KFOR", "Kosovo Force"),
            ('De Kosovo Force ("KFOR") werkt.', "KFOR", "Kosovo Force"),
            ("Het ministerie van Buitenlandse Zaken (BZ) werkt.", "BZ", "Buitenlandse Zaken"),
            ("De European Union Force (EUFOR Althea) werkt.", "EUFOR Althea", "European Union Force"),
        ],
    )
    def they_are_found(self, typed, short, name):
        (only,) = find_explained_abbreviations(passage(typed))

        assert (only.short, only.name) == (short, name)

    @pytest.mark.parametrize(
        "typed",
        [
            "De missie (KFOR) werkt.",
            "Zij (en NAVO) werken.",
            "Op 20 mei (VN) en later.",
            "(",
            "()",
            "De missie ().",
        ],
    )
    def but_not_without_their_name(self, typed):
        assert find_explained_abbreviations(passage(typed)) == ()


class Describe_long_form:
    @pytest.mark.parametrize(
        ("short", "before", "name"),
        [
            ("HDFC", "de Hoofddirectie Financiën en Control", "Hoofddirectie Financiën en Control"),
            ("USCENTCOM", "het United States Central Command", "United States Central Command"),
            ("KFOR", "", None),
            ("LAF", "van de buren", None),
        ],
    )
    def it_begins_where_its_letters_do(self, short, before, name):
        at = long_form(short, before)

        assert (None if at is None else before[at:]) == name


class Describe_abbreviations_in_a_text:
    @pytest.mark.parametrize(
        "typed",
        [
            "Hoofdstuk XVI en artikel IV", "Zr.Ms. De Ruyter en USS Ford", "MPC 58 B en 2500 ES",
            "IJsland en IJmuiden", "MINDEF20260027576 en F-16 en A400M", "besluit 2008/851/GBVB",
            "DE MINISTER VAN DEFENSIE", "de operatie SETWISE", "500 MW en 3 kWh", "www.NATO.int en a@NATO",
            "GroenLinks en LinkedIn en iPhone", "DIT IS BELANGRIJK voor ons", 'het woord "RSM"',
            "hoofdstuk VIIA",
        ],
    )  # fmt: skip
    def it_leaves_out_what_is_no_abbreviation(self, typed):
        assert [each.text for each in find_abbreviations(passage(typed))] == []

    def it_finds_the_others(self):
        typed = "De EUTM, het MoU en JenV, de VN-missie, anti-ISIS-inzet en de NGOs; (OCHA), JOCAT-N."

        assert [each.text for each in find_abbreviations(passage(typed))] == [
            "EUTM", "MoU", "JenV", "VN", "ISIS", "NGOs", "OCHA", "JOCAT",
        ]  # fmt: skip

    def it_takes_whole_words_only(self):
        text = "abCDef xABy A_BC AB_C é1AB"

        assert [text[start:end] for start, end in capital_words(text)] == ["abCDef", "xABy"]


class Describe_without_remark:
    @pytest.mark.parametrize(
        ("expansion", "name"),
        [
            ("Combined Maritime Forces (Bahrein)", "Combined Maritime Forces"),
            ("Kosovo Force", "Kosovo Force"),
            ("(Bahrein)", "(Bahrein)"),
        ],
    )
    def it_is_the_name_that_a_text_has(self, expansion, name):
        assert without_remark(expansion) == name
