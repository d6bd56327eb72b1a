# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jvom.reading.data import MAX_DEPTH, parse, plain, span
from jvom.source import Span
from tests.fuzzing import examples
from tests.growth import LINEAR, growth
from tests.reading.shorthand import shown


def value(text: str) -> object:
    """Return the value of a YAML text, which must be without problems."""
    node, problems = parse(text, "a.yml")
    assert shown(problems) == []
    return plain(node)


def wrong(text: str, first_line: int = 1) -> list[str]:
    return shown(parse(text, "a.yml", first_line)[1])


class Describe_values:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("no", "no"), ("yes", "yes"), ("off", "off"), ("1_000", "1_000"), ("12:30", "12:30"),
            ("0o17", "0o17"), ("0x1F", "0x1F"), ("1e5", "1e5"), ("2026-05-20", "2026-05-20"),
            (".nan", ".nan"), ("1.0e999", "1.0e999"), ("99999999999999999999", "99999999999999999999"),
            ("007", 7), ("-3", -3), ("+5", 5), ("1.50", 1.5), (".5", 0.5), ("1.", 1.0), ("1.5e3", 1500.0),
            ("true", True), ("False", False), ("~", None), ("null", None), ("", None), ("''", ""),
            ("'5'", "5"), ("NULL", None), ("nul", "nul"), ("=", "="), ("[1, a]", [1, "a"]), ("{}", {}),
            ("|\n  a\n  b\n", "a\nb\n"), (">\n  a\n  b\n", "a b\n"), ('"\\u00e9"', "é"),
        ],
    )  # fmt: skip
    def they_mean_what_was_typed(self, typed, meant):
        found = value(f"a: {typed}")

        assert found == {"a": meant}
        assert isinstance(found, dict)
        assert type(found["a"]) is type(meant)

    def they_may_be_missing(self):
        assert value("") is None
        assert value("# niets\n") is None

    def their_keys_are_as_typed(self):
        assert value("2025: a\nyes: b\n<<: c\n~: d") == {"2025": "a", "yes": "b", "<<": "c", "~": "d"}

    def they_have_a_place(self):
        node, _ = parse("a:\n  - b: één\n", "a.yml", 3)

        assert isinstance(node, yaml.MappingNode)
        ((key, items),) = node.value
        assert span(key, "a.yml", 3) == Span("a.yml", 3, 1, 3, 2)
        ((_, inner),) = items.value[0].value
        assert span(inner, "a.yml", 3) == Span("a.yml", 4, 8, 4, 11)


class Describe_what_is_refused:
    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("a: b: c", "1:5: in deze waarde staat een dubbele punt"),
            ("a:\n  b: c\n    d: e", "3:6: deze regel springt anders in dan de regels erboven"),
            ("a:b\nc: d", "1:1: na de dubbele punt ontbreekt een spatie"),
            ("a:\u00a0b\nc: d", "1:1: na de dubbele punt staat een bijzondere spatie"),
            ("a:\n\tb: c", "2:1: hier staat een tab"),
            ("a:\n  b: c\n \t d: e", "3:2: hier staat een tab"),
            ("a:\n  b: c\n  \u00a0d: e", "3:3: hier staat een bijzondere spatie"),
            ('a: "b', '1:4: de aanhalingstekens (") op deze regel vormen geen paar'),
            (
                'x: "y"\na: "b\nc: d\ne: "f"\ng: h',
                '2:4: de aanhalingstekens (") op deze regel vormen geen paar',
            ),
            ("a: 'KFOR's missie'", "1:4: de aanhalingstekens (') op deze regel vormen geen paar"),
            ("a: [b, 'c]\nd: e", "1:8: de aanhalingstekens (') op deze regel vormen geen paar"),
            ('a: "b" c\nd: e', "1:8: achter het aanhalingsteken staat nog tekst"),
            ("a:\n  - 'b' c", "2:9: achter het aanhalingsteken staat nog tekst"),
            ('a: "b\\"c" d', "1:11: achter het aanhalingsteken staat nog tekst"),
            ("a: 1\n<<<<<<< HEAD\nb: 2", "2:1: hier staan twee versies van de tekst door elkaar (<<<<<<<)"),
            ("a: 1\n=======\nb: 2", "2:1: hier staan twee versies van de tekst door elkaar (=======)"),
            ("a: [b", "1:4: de haak [ wordt niet gesloten"),
            ("a: {b: [c, d]\ne: f", "1:4: de haak { wordt niet gesloten"),
            ("a: [b c d: e: f]", "1:4: dit is geen geldige YAML: hier klopt de opbouw niet"),
            ("a:\n   b: 1\n  c: 2", "3:3: deze regel springt anders in dan de regels erboven"),
            ("a: 1\nb", "2:1: dit is geen geldige YAML: hier ontbreekt een dubbele punt"),
            (
                "a: 1\n---\nb: 2",
                "2:1: dit is geen geldige YAML: na --- begint een tweede document; er kan er maar een zijn",
            ),
            (
                'a: "\\q"',
                '1:5: dit is geen geldige YAML: na een backslash tussen " en " kan dit teken niet staan',
            ),
            ('a: "\\ud800"', "1:7: dit is geen geldige YAML: deze tekencode bestaat niet"),
            ('a: "b\\0"', "1:4: hier staat een stuurteken als code (U+0000)"),
            ('"\\x01": b', "1:1: hier staat een stuurteken als code (U+0001)"),
            ("a: b\n\x01", "2:1: dit teken (U+0001) kan niet in YAML"),
            ("[a]: b", "1:1: een sleutel moet een woord zijn"),
            ("a: {b: 1, c: 2, b: 3}", "1:17: de sleutel «b» staat er twee keer; de eerste op regel 1"),
            ("a:\n- c:\n    d: 1\n    d: 2", "4:5: de sleutel «d» staat er twee keer; de eerste op regel 3"),
            ("a: &x 1", "1:4: een waarde kan niet met & beginnen"),
            ("a: !!python/object:os.system x", "1:4: een waarde kan niet met ! beginnen"),
            ("a: !!str 5", "1:4: een waarde kan niet met ! beginnen"),
            ("!!set {a}", "1:1: een waarde kan niet met ! beginnen"),
        ],
    )
    def it_is_reported_at_its_place(self, typed, problem):
        assert problem in wrong(typed)

    @pytest.mark.parametrize(
        ("typed", "place"),
        [
            ("a: “b c”", "1:4"), ("a: ‘b’", "1:4"), ("a: „b”", "1:4"), ("a: ’b’", "1:4"), ("a: «b»", "1:4"),
            ("a: [c, “b”]", "1:8"), ("a: [“b]", "1:5"), ("a: [c, b”]", "1:8"),
        ],
    )  # fmt: skip
    def it_is_a_value_between_the_quotation_marks_of_a_text(self, typed, place):
        (problem,) = wrong(typed)

        assert problem.startswith(f"{place}: deze aanhalingstekens horen bij de tekst en worden gedrukt: ")

    @pytest.mark.parametrize(
        "typed", ["’s-Gravenhage", "De “b” c", "“b” en c", "d’", '"“b”"', "'‘b’'", "é", "De zaak “b”"]
    )
    def but_not_a_quotation_within_a_value(self, typed):
        assert wrong(f"a: {typed}") == []

    @pytest.mark.parametrize(
        ("typed", "column", "mark", "value"),
        [
            ("*Concept", 4, "*", '"*Concept"'),
            ("*Concept* van de brief # nog niet af", 4, "*", '"*Concept* van de brief"'),
            ("@DGB", 4, "@", '"@DGB"'),
            ("`x`", 4, "`", '"`x`"'),
            ("% van het budget", 4, "%", '"% van het budget"'),
            ("& partners", 4, "&", '"& partners"'),
            ("!let op", 4, "!", '"!let op"'),
            ("> 100 militairen", 4, ">", '"> 100 militairen"'),
            ("| deel", 4, "|", '"| deel"'),
            ("- deel", 4, "-", '"- deel"'),
            ("? of niet", 4, "?", '"? of niet"'),
            (", en verder", 4, ",", '", en verder"'),
            ("[Concept] Brief", 4, "[", '"[Concept] Brief"'),
            ("[a, [b]] c [d]", 4, "[", '"[a, [b]] c [d]"'),
            ("{{ total }} militairen", 4, "{", '"{{ total }} militairen"'),
            ('*de "brief"*', 4, "*", "'*de \"brief\"*'"),
            ("[DGB, @CDS, DJZ]", 10, "@", '"@CDS"'),
            ("[DGB, *CDS]", 10, "*", '"*CDS"'),
        ],
    )
    def it_is_a_value_that_begins_with_a_mark(self, typed: str, column: int, mark: str, value: str) -> None:
        text = f"x: y\na: {typed}\nz: 1"
        _, problems = parse(text, "a.yml")

        assert [(p.span.line, p.span.column, str(p.what), str(p.advice)) for p in problems] == [
            (
                2,
                column,
                f"een waarde kan niet met {mark} beginnen",
                f"zet de hele waarde tussen rechte aanhalingstekens: {value}",
            )
        ]

    def it_is_reported_on_the_line_of_the_file(self):
        assert wrong("a: 1\na: 2", first_line=2) == [
            "3:1: de sleutel «a» staat er twee keer; de eerste op regel 2"
        ]
        assert wrong("a: [", first_line=2)[0].startswith("2:4: ")

    def it_is_all_reported(self):
        assert len(wrong("a: &x 1\nb: *x\nc: !y z\n")) == 3
        assert len(wrong("a: 1\na: 2\nb: {c: 1, c: 2}\n")) == 2

    def it_is_not_looked_for_inside_texts(self):
        assert value("a: 'R&D *x* !y'\nb: R&D en *dat* !\nc: x # &z") == {
            "a": "R&D *x* !y", "b": "R&D en *dat* !", "c": "x",
        }  # fmt: skip

    def it_is_an_alias_before_it_can_multiply(self):
        """The billion laughs: nine times nine times nine ..."""

        def laughs(levels: int) -> str:
            doubled = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
            return "\n".join(["a0: &a0 [x, x]", *doubled])

        assert "met & beginnen" in wrong(laughs(9))[0]
        assert growth(wrong, laughs, 2) < LINEAR

    @pytest.mark.parametrize("typed", ["[" * 200_000, "{a: " * 100_000, "- " * 50_000, "? " * 50_000])
    def it_is_endless_nesting(self, typed):
        """The parser recurses for each level. In a process of its own, which a stack overflow would kill."""
        program = (
            "import sys; from jvom.reading.data import parse; print(parse(sys.stdin.read(), 'a')[1][0].what)"
        )

        done = subprocess.run([sys.executable, "-c", program], input=typed, capture_output=True, text=True)

        assert (done.returncode, done.stdout.strip()) == (0, f"dit is dieper genest dan {MAX_DEPTH} niveaus")

    @given(
        st.text()
        | st.lists(st.sampled_from([*"abz:-?[]{}&*!|>'\"%@`#,~ \n\t\\\x01", "  ", "- ", ": ", "---\n"])).map(
            "".join
        )
    )
    @examples(400)
    def it_is_never_a_crash(self, text):
        node, problems = parse(text, "a.yml")

        assert problems or isinstance(plain(node), str | int | float | bool | list | dict | None)
        assert all(problem.span.line > 0 for problem in problems)
