# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the language rules do not show: line ends, spaces, markup, several texts, fixes."""

from __future__ import annotations

import pytest

from jvom.checks.registry import find_rule
from jvom.checks.rule import Scope, Violation
from jvom.checks.views import Texts
from jvom.findings import Severity
from tests.checks.examples import TODAY, Example, findings, read
from tests.checks.reading import texts


def violations(code: str, view: Texts) -> list[Violation]:
    rule = find_rule(code)
    assert rule is not None
    if rule.scope is Scope.FRAGMENT:
        return [violation for text in view.texts for violation in rule.check(text)]
    return list(rule.check(view))


def marked(code: str, *typed: str) -> list[str]:
    """Return what a rule marks in texts, on one line each."""
    view = texts(*typed)
    lines = {text.path: text.lines for text in view.texts}
    found = []
    for violation in violations(code, view):
        span = violation.span
        words = lines[span.path][span.line - 1 : span.end_line]
        joined = "\n".join([*words[:-1], words[-1][: span.end_column - 1]])[span.column - 1 :]
        found.append(" ".join(joined.split()))
    return found


def fixed(code: str, text: str) -> str:
    """Return a text of one line with the first fix of the rule applied."""
    fix = violations(code, texts(text))[0].fix
    assert fix is not None
    (edit,) = fix.edits
    return f"{text[: edit.span.column - 1]}{edit.replacement}{text[edit.span.end_column - 1 :]}"


class Describe_a_mistake_over_a_line_end:
    @pytest.mark.parametrize(
        ("code", "text", "found"),
        [
            ("LNG001", "Dat kan ten\nallen tijde.", "ten allen tijde"),
            ("LNG001", "Dat kan ten allen\ntijde.", "ten allen tijde"),
            ("LNG005", "Hij beseft\nzich dat.", "beseft zich"),
            ("LNG006", "Hij gaat er\nvan uit dat het lukt.", "er van uit dat"),
            ("LNG007", "De EU\noperatie begon.", "EU operatie"),
            ("LNG008", "In Zuid\nSoedan is rust.", "Zuid Soedan"),
            ("LNG009", "De land-,\nzee en luchtmacht.", "land-, zee en luchtmacht"),
            ("LNG010", "De grens\nbewaking.", "grens bewaking"),
            ("LNG011", "Het is van de\nde missie.", "de de"),
            ("LNG012", "Het is van een\nde missie.", "een de"),
        ],
    )
    def it_is_found(self, code, text, found):
        assert marked(code, text) == [found]


class Describe_a_non_breaking_space:
    @pytest.mark.parametrize(
        ("code", "text", "found"),
        [
            ("LNG001", "Dat kan ten\u00a0allen tijde.", "ten allen tijde"),
            ("LNG007", "De EU\u00a0operatie begon.", "EU operatie"),
            ("LNG008", "In Zuid\u00a0Soedan is rust.", "Zuid Soedan"),
            ("LNG010", "De grens\u00a0bewaking.", "grens bewaking"),
            ("LNG011", "Het is de\u00a0de missie.", "de de"),
            ("LNG018", "De missie\u00a0- die begon - eindigde.", "-"),
        ],
    )
    def it_counts_as_a_space(self, code, text, found):
        assert marked(code, text)[0] == found


class Describe_a_foreign_term:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("LNG003", "De *coordination* en de *location*."),
            ("LNG007", "De *EU operation* en *NATO troops*."),
            ("LNG013", "Het heet *we stand together*."),
            ("LNG016", "De *EUNAVFOR MED ca. 2015*."),
            ("LNG017", "De *mission ;* eindigde."),
            ("LNG023", "De operatie heet *de Operatie*."),
        ],
    )
    def it_is_not_read_as_dutch(self, code, text):
        assert marked(code, text) == []


class Describe_a_fix:
    @pytest.mark.parametrize(
        ("code", "text", "better"),
        [
            ("LNG001", "Ten allen tijde.", "Te allen tijde."),
            ("LNG001", "TEN ALLEN TIJDE", "TE ALLEN TIJDE"),
            ("LNG006", "Hij gaat er vanuit dat.", "Hij gaat ervan uit dat."),
            ("LNG006", "Daar naast hielp hij.", "Daarnaast hielp hij."),
            ("LNG007", "De EU operatie begon.", "De EU-operatie begon."),
            ("LNG008", "De Noord en Zuid Koreaanse grens.", "De Noord en Zuid-Koreaanse grens."),
            ("LNG008", "De vice-premier.", "De vicepremier."),
            ("LNG009", "De politieke- en militaire top.", "De politieke en militaire top."),
            ("LNG010", "De politie inzet groeit.", "De politie-inzet groeit."),
            ("LNG011", "Van van de NAVO.", "Van de NAVO."),
            ("LNG016", "M.b.t. de inzet.", "Met betrekking tot de inzet."),
            ("LNG017", "Hij kwam , zag.", "Hij kwam, zag."),
            ("LNG018", "Hij kwam - en zag.", "Hij kwam – en zag."),
            ("LNG023", "Een operatie heet de Operatie.", "Een operatie heet de operatie."),
        ],
    )
    def it_gives_the_right_text(self, code, text, better):
        assert fixed(code, text) == better


class Describe_an_abbreviation_before_a_noun:
    @pytest.mark.parametrize(
        "text",
        [
            "Een EU missie.",
            "De steun van EU landen.",
            "Twee F-16 toestellen.",
            "De inzet van de NAVO troepen.",
            "De EU landen hebben besloten.",
            "Onder Hoofdstuk VII mandaat.",
        ],
    )
    def it_is_one_word_with_it(self, text):
        assert len(marked("LNG007", text)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Daarom neemt de EU maatregelen.",
            "Als de VN troepen stuurt, helpt dat.",
            "Zo geeft de NAVO steun.",
            "De KFOR leidt het gebied.",
            "Artikel VII geldt.",
            "Hij werkt bij TNO in Den Haag.",
        ],
    )
    def but_a_subject_is_not(self, text):
        assert marked("LNG007", text) == []


class Describe_a_word_twice:
    @pytest.mark.parametrize(
        "text",
        [
            "Hij zei dat dat goed is.",
            "Of het het leger was.",
            "Het bezoek van Van Dijk.",
            "Van 10 10 is te veel.",
            "Het eiland Bora Bora.",
            "Een één-op-één-gesprek, de een-op-een.",
            "Wij zijn van de NAVO. De de-escalatie helpt.",
        ],
    )
    def it_may_be_right(self, text):
        assert marked("LNG011", text) == []

    def it_is_found_with_other_capitals(self):
        assert marked("LNG011", "De de missie. En IN IN mei.") == ["De de", "IN IN"]

    def it_is_found_across_markup(self):
        assert marked("LNG011", "Het gaat om **de** de missie.") == ["de** de"]


class Describe_a_value_in_the_data:
    @pytest.mark.parametrize(
        ("code", "title"), [("LNG013", "Onze inzet in mijn ogen"), ("LNG022", " ".join(["inzet"] * 50))]
    )
    def it_is_a_title_and_no_sentence_of_the_writer(self, tmp_path, code, title):
        row = f"rows:\n  - {{mission: untso, operation: {title}}}\n"
        example = Example(code, 1, False, (("mandates.yml", "", row),), None, TODAY)

        assert findings(example, read(example, tmp_path)) == []


class Describe_quotation_marks:
    def they_are_counted_per_loose_text(self):
        assert marked("LNG019", 'Een "a b" en "c".', "Een 'a b' en 'c'.") == []

    def they_are_reported_once_per_text_with_their_number(self):
        (violation,) = violations("LNG019", texts('Een "a" en "b" en "c" en “d” en “e”.'))

        assert (violation.wording, violation.values["count"]) == ("more-than-once", 1)
        assert violation.related


class Describe_a_repeated_passage:
    SENTENCE = "De missie draagt bij aan de stabiliteit van het hele gebied en haar buren."

    def it_is_found_in_another_text_with_its_whole_length(self):
        found = marked("LNG021", f"Eerst dit. {self.SENTENCE}", f"Dan dat. {self.SENTENCE} En meer.")

        assert found == [self.SENTENCE]

    def but_not_in_the_same_section(self):
        assert marked("LNG021", f"{self.SENTENCE}\n\nNogmaals: {self.SENTENCE}") == []

    def it_is_found_in_another_section_of_a_loose_text(self):
        assert marked("LNG021", f"## A\n\n{self.SENTENCE}\n\n## B\n\n{self.SENTENCE}") == [self.SENTENCE]


class Describe_a_capital:
    def it_is_compared_with_lower_case_in_the_same_loose_text(self):
        assert marked("LNG023", "Zo begon de Operatie.", "Toen de operatie begon.") == []

    def it_is_info_for_a_word_that_may_be_a_name(self):
        found = violations(
            "LNG023", texts("Het leven kent de Focusbrief en een focusbrief; de Missie, een missie.")
        )

        assert [violation.severity for violation in found] == [Severity.INFO, None]
