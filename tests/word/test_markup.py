# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.xml import parse
from jvom.word.markup import paragraph, run, run_properties
from tests.word.shorthand import shorthand


def short(text: str) -> str:
    return ",".join(map(shorthand, parse(text)))


class Describe_a_run:
    def it_contains_its_text(self):
        assert short(run("Zr.Ms. Tromp & co <1>")) == 'w:r/w:t"Zr.Ms. Tromp & co <1>"'

    def it_is_left_out_without_text(self):
        assert run("", run_properties("Strong")) == ""

    @pytest.mark.parametrize("text", [" voor", "na ", " "])
    def it_keeps_spaces_at_its_ends(self, text):
        assert run(text) == f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def it_needs_no_attribute_for_inner_spaces(self):
        assert run("een twee") == "<w:r><w:t>een twee</w:t></w:r>"

    def it_keeps_a_non_breaking_space(self):
        assert run("nr.\u00a0493") == "<w:r><w:t>nr.\u00a0493</w:t></w:r>"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("a\tb", 'w:r/(w:t"a",w:tab,w:t"b")'),
            ("a\nb", 'w:r/(w:t"a",w:br,w:t"b")'),
            ("e\u2011mail", 'w:r/(w:t"e",w:noBreakHyphen,w:t"mail")'),
            ("af\u00adbreken", 'w:r/(w:t"af",w:softHyphen,w:t"breken")'),
            ("\t\n", "w:r/(w:tab,w:br)"),
            ("a\tb\nc\td", 'w:r/(w:t"a",w:tab,w:t"b",w:br,w:t"c",w:tab,w:t"d")'),
        ],
    )
    def it_has_elements_for_what_word_has_elements_for(self, text, said):
        assert short(run(text)) == said


class Describe_run_properties:
    def they_are_left_out_when_there_are_none(self):
        assert run_properties() == ""

    def they_name_style_and_language_in_the_order_of_the_schema(self):
        properties = run_properties("Emphasis", "en-GB", "<w:b/>")

        assert short(properties) == "w:rPr/(w:rStyle{w:val=Emphasis},w:b,w:lang{w:val=en-GB})"

    @pytest.mark.parametrize("language", ["nl", "nl-NL", "NL", "nl-BE", ""])
    def they_are_silent_about_dutch(self, language):
        assert run_properties(language=language) == ""

    @pytest.mark.parametrize(("language", "said"), [("en", "en-GB"), ("fr", "fr-FR"), ("en-US", "en-US")])
    def they_name_the_country_that_word_requires(self, language, said):
        assert short(run_properties(language=language)) == f"w:rPr/w:lang{{w:val={said}}}"


class Describe_a_paragraph:
    def it_names_its_style(self):
        assert short(paragraph("Quote", run("Zo."))) == 'w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"Zo.")'

    def it_has_no_properties_without_a_style(self):
        assert short(paragraph("", "")) == "w:p"
