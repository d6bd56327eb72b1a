# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.messages import did_you_mean, did_you_mean_id, guess_in, msg
from jvom.source import NOWHERE, CannotRun, Positions, Problem, Span, sorted_problems


class Describe_a_message:
    def it_is_its_text_with_the_values_filled_in(self):
        assert str(msg("het cijfer «{name}» staat op regel {line}", name="totaal", line=3)) == (
            "het cijfer «totaal» staat op regel 3"
        )

    def it_may_have_braces_of_its_own(self):
        assert str(msg("schrijf {{{{ naam }}}}")) == "schrijf {{ naam }}"
        assert str(msg("schrijf {{{{ {name} }}}}", name="x")) == "schrijf {{ x }}"

    def it_takes_values_as_they_are(self):
        assert str(msg("«{value}»", value="{value} {0} {{")) == "«{value} {0} {{»"

    def it_is_translated_with_the_messages_in_it(self):
        english = {"hier hoort {form}": "{form} belongs here", "een datum": "a date"}

        message = msg("hier hoort {form}", form=msg("een datum"))

        assert message.format(english.__getitem__) == "a date belongs here"
        assert str(message) == "hier hoort een datum"


class Describe_did_you_mean:
    @pytest.mark.parametrize(
        ("word", "known", "advice"),
        [
            ("unfil", {"unifil", "untso"}, "bedoelde u «unifil»?"),
            ("zzz", {"b", "a"}, "kies uit: a, b"),
            ("zzz", set("abcdefghij"), "kies uit: a, b, c, d, e, f, g, h, …"),
            ("zzz", set(), "haal het weg"),
            ("", ["a"], "kies uit: a"),
        ],
    )
    def it_gives_the_nearest_or_all(self, word, known, advice):
        assert str(did_you_mean(word, known)) == advice

    def it_does_not_depend_on_order(self):
        assert did_you_mean("ac", ["ab", "ad"]) == did_you_mean("ac", ["ad", "ab"])


class Describe_advice_on_an_id:
    @pytest.mark.parametrize(
        ("id", "known", "advice"),
        [
            ("unsto", ["untso"], "bedoelde u «untso»? Zo niet: zet het in a.yml"),
            ("kst-2952-1493", ["kst-29521-493"], "bedoelde u «kst-29521-493»? Zo niet: zet het in a.yml"),
            ("NMI", ["nmi", "oir"], "bedoelde u «nmi»? Zo niet: zet het in a.yml"),
            ("dgb", ["DGB"], "bedoelde u «DGB»? Zo niet: zet het in a.yml"),
            ("kst-29521-999", ["kst-29521-493"], "kies uit: kst-29521-493; of zet het in a.yml"),
            ("untso", ["untso_staff"], "kies uit: untso_staff; of zet het in a.yml"),
            ("nmi", [], "zet het in a.yml"),
        ],
    )
    def it_guesses_only_what_is_alike_and_ends_with_the_file(
        self, id: str, known: list[str], advice: str
    ) -> None:
        assert str(did_you_mean_id(id, known, msg("zet het in {file}", file="a.yml"))) == advice

    def it_says_what_it_guesses(self) -> None:
        define = msg("zet het in a.yml")
        assert guess_in(did_you_mean_id("unsto", ["untso"], define)) == "untso"
        assert guess_in(did_you_mean("unsto", ["untso"])) == "untso"
        assert guess_in(did_you_mean_id("nmi", ["untso"], define)) == ""


class Describe_a_place:
    def it_is_printed_as_editors_do(self):
        assert str(Span("a.md", 3, 14, 3, 20)) == "a.md:3:14"
        assert str(Span("a.md")) == "a.md"

    def it_is_the_nearest_known_one(self):
        positions = Positions(Span("a", 1), values={"b": Span("a", 2)}, items={"b": (Span("a", 3),)})

        assert positions.value("b").line == 2
        assert positions.value("c").line == 1
        assert positions.item("b", 0).line == 3
        assert positions.item("b", 1).line == 2
        assert positions.item("c", 0).line == 1
        assert NOWHERE.item("x", 0) == Span("")


class Describe_problems:
    def they_are_sorted_by_place_and_reported_once(self):
        def problem(path, line, column, what="x"):
            return Problem(Span(path, line, column), msg("{what}", what=what), msg("y"))

        one, two, three = problem("a", 2, 1), problem("a", 10, 1), problem("b", 1, 1)

        assert sorted_problems([three, two, problem("a", 2, 1), one]) == (one, two, three)
        assert sorted_problems([problem("a", 1, 1, "b"), problem("a", 1, 1, "a")])[0].what.values == {
            "what": "a"
        }

    @given(st.permutations([Span("b"), Span("a", 1, 2), Span("a", 1, 1), Span("a")]))
    def they_come_out_the_same_in_any_order(self, spans):
        error = CannotRun(Problem(span, msg("w"), msg("d")) for span in spans)

        assert [problem.span for problem in error.problems] == sorted(spans)
        assert str(error) == "a: w; a:1:1: w; a:1:2: w; b: w"
