# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters and reports that belong to no dossier."""

from __future__ import annotations

import pytest

from jvom.checks.rules.structure.sister_headings import heading_unlike_sisters
from jvom.checks.rules.structure.sub_headings import sub_heading_missing
from jvom.checks.rules.together.addresses import address_mixed
from jvom.checks.rules.together.letters import letters_differ
from jvom.checks.rules.together.own_names import report_calls_itself_letter
from jvom.settings import LetterShape, ReportShape, Settings
from tests.checks.reading import texts

LETTER = """Aan de Voorzitter van de {kamer} Kamer der Staten-Generaal

{straat}

{postcode} Den Haag

Onze referentie: {kenmerk}

Geachte voorzitter,

Hierbij bied ik de {kamer} Kamer de rapportage aan.

{extra}

Hoogachtend,
"""


def letter(kamer: str, straat: str, postcode: str, kenmerk: str, extra: str = "De missie loopt.") -> str:
    return LETTER.format(kamer=kamer, straat=straat, postcode=postcode, kenmerk=kenmerk, extra=extra)


FIRST = ("Eerste", "Kazernestraat 52", "2514 CV", "MINDEF1")
SECOND = ("Tweede", "Prinses Irenestraat 6", "2595 BD", "MINDEF2")


class Describe_two_letters:
    def they_may_differ_in_addressee_address_and_reference(self):
        assert list(letters_differ.check(texts(letter(*FIRST), letter(*SECOND)))) == []

    def they_may_not_differ_in_text(self):
        view = texts(letter(*FIRST), letter(*SECOND, extra="De missie stopt."))

        found = list(letters_differ.check(view))
        assert [violation.span.path for violation in found] == ["tekst1.md", "tekst2.md"]

    def they_may_be_two_different_letters(self):
        other = FIRST[0], "Over de aanschaf van schepen ontvangt u een afzonderlijke brief van het kabinet."
        view = texts(
            letter(
                *FIRST, extra="De missie stopt. De Kamer ontvangt daarover nog een verslag van het kabinet."
            ),
            "Geachte voorzitter,\n\n" + "\n\n".join(other) + "\n\nHoogachtend,\n",
        )

        assert list(letters_differ.check(view)) == []

    def it_is_not_compared_with_a_report(self):
        assert list(letters_differ.check(texts(letter(*FIRST), "## Inleiding\n\nDe missie stopt."))) == []


class Describe_a_house_with_letters_of_its_own:
    HOUSE = Settings(
        letter=LetterShape(openings=("Mevrouw de voorzitter",), closings=("met gevoelens van",)),
        report=ReportShape(names=("VREA",), opens_with=("samenvatting",)),
    )
    LETTER = "Mevrouw de voorzitter,\n\nDe missie {}.\n\nMet gevoelens van hoogachting,\n"

    def it_is_known_by_what_it_says(self):
        view = texts(self.LETTER.format("loopt"), self.LETTER.format("stopt"), settings=self.HOUSE)

        assert [violation.span.path for violation in letters_differ.check(view)] == ["tekst1.md", "tekst2.md"]

    def but_not_elsewhere(self):
        view = texts(self.LETTER.format("loopt"), self.LETTER.format("stopt"))

        assert list(letters_differ.check(view)) == []

    def its_reports_are_known_by_their_first_chapter(self):
        report = REPORT.replace("Inleiding", "Samenvatting").format(text="Deze brief gaat over missies.")

        assert len(list(report_calls_itself_letter.check(texts(report, settings=self.HOUSE)))) == 1
        assert list(report_calls_itself_letter.check(texts(report))) == []


class Describe_an_address:
    @pytest.mark.parametrize(
        "typed",
        [
            "Plein 4, 2500 ES Den Haag",
            "Plein 4\n\n2500 ES Den Haag",
            "Lange Voorhout 1a, 2501 AA Den Haag",
            "Postbus 20701, 2511 CR Den Haag",
            "Binnenhof 22, 2500EA Den Haag",
            "Stationsplein 1, 3500 GA Utrecht",
        ],
    )
    def it_may_not_mix_street_and_box(self, typed):
        assert len(list(address_mixed.check(texts(typed)))) == 1

    @pytest.mark.parametrize(
        "typed",
        [
            "Plein 4, 2511 CR Den Haag",
            "Postbus 20701\n\n2500 ES Den Haag",
            "Postbus 90, 6803 DB Arnhem",
            "Wisselwerking 1, 1060 AA Amsterdam",
            "In 2500 EU-projecten",
            "artikel 100, 2500 ES",
        ],
    )
    def it_is_right_otherwise(self, typed):
        assert list(address_mixed.check(texts(typed))) == []


REPORT = "## Inleiding\n\n{text}\n\n## Een\n\nA.\n\n## Twee\n\nB.\n\n## Drie\n\nC.\n\n## Slot\n\nD.\n"


class Describe_a_report_without_dossier:
    def it_does_not_call_itself_a_letter(self):
        found = list(
            report_calls_itself_letter.check(texts(REPORT.format(text="Deze brief gaat over missies.")))
        )

        assert len(found) == 1

    def and_a_letter_does(self):
        typed = f"Geachte voorzitter,\n\n{REPORT.format(text='Deze brief gaat over missies.')}"

        assert list(report_calls_itself_letter.check(texts(typed))) == []

    def its_missions_have_all_sub_headings(self):
        typed = (
            "## UNDOF\n\n### Over de missie\n\nA.\n\n### Militaire bijdrage\n\nB.\n\n"
            "## UNIFIL\n\n### Over de missie\n\nA.\n\n### Voor de missie relevante ontwikkelingen\n\nB.\n\n"
            "### Militaire bijdrage\n\nC.\n"
        )
        (text,) = texts(typed).texts

        found = list(sub_heading_missing.check(text))
        assert [text.lines[violation.span.line - 1] for violation in found] == ["## UNDOF"]

    def its_numbers_leave_none_out(self):
        typed = "## 2.3.6 OSC\n\nA.\n\n2.3.7 Midden-Oosten maritiem\n\nB.\n\n## 2.3.8 ASPIDES\n\nC.\n"
        view = texts(typed)

        found = list(heading_unlike_sisters.check(view))
        assert [view.texts[0].lines[violation.span.line - 1] for violation in found] == [
            "2.3.7 Midden-Oosten maritiem"
        ]
