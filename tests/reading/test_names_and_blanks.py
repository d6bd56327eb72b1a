# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Values that only look like a name, a date or a text."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jvom.dossier_ids import DossierId
from jvom.model import DossierNumber, Identifier, LanguageTag, Line, PublicVersion
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.fragment import read_fragment
from jvom.reading.pieces import term_attributes
from jvom.reading.schemas import SCHEMAS, schemas
from jvom.times import Duration, LooseDate, Month

GOOD = {
    Identifier: "kst-29521-493",
    LanguageTag: "zh-Hant",
    DossierNumber: "21501-02",
    Line: "x",
}
BLANKS = ("   ", "\u00a0", "\u200b", "\u00ad", "\u2060\ufeff", "\u3164", "\u2800", "\t")


def is_value(text: object, kind: Any) -> bool:
    try:
        msgspec.convert(text, kind)
    except msgspec.ValidationError:
        return False
    return True


def refusals(text: str, title: str = "x") -> list[str]:
    """Return what is refused in a fragment with this text."""
    raw = f'---\ntitle: "{title}"\nowner: DGB\nstatus: final\n---\n\n{text}\n'.encode()
    return [str(problem.what) for problem in read_fragment("x", raw, "x.md", titled=True)[1]]


class Describe_names:
    @pytest.mark.parametrize("kind", [Identifier, LanguageTag, DossierNumber])
    def they_are_matched_whole(self, kind: Any) -> None:
        good = GOOD[kind]
        assert is_value(good, kind)
        for bad in (f"{good}\n", f"\n{good}", f"{good}\n\n", f"{good} ", f"x\n{good}", f"{good}\0"):
            assert not is_value(bad, kind)

    @pytest.mark.parametrize("kind", [Identifier, LanguageTag, DossierNumber])
    def they_are_in_ascii(self, kind: Any) -> None:
        good = GOOD[kind]
        arabic = good.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})
        for bad in (arabic, good.replace("t", "\N{FULLWIDTH LATIN SMALL LETTER T}"), f"{good}\u0301"):
            assert bad == good or not is_value(bad, kind)

    @pytest.mark.parametrize(("kind", "most"), [(Identifier, 80), (LanguageTag, 35), (DossierNumber, 13)])
    def they_have_a_greatest_length(self, kind: Any, most: int) -> None:
        for text in ("a" * 500, "en" + "-abcdefgh" * 50, "21501-" + "I" * 500, "a" * (most + 1)):
            assert not is_value(text, kind)

    @pytest.mark.parametrize("ground", ["artikel 5.1\n", "artikel 5.1, lid 2, onder e\n", "artikel 5.٢"])
    def they_are_so_in_the_ground_of_the_woo(self, ground: str) -> None:
        assert is_value({"ground": "artikel 5.1, lid 2, onder e"}, PublicVersion)
        assert not is_value({"ground": ground}, PublicVersion)

    @pytest.mark.parametrize("text", ["2026\n", "٢٠٢٦", "2026-" + "a" * 100, "2026-althea\n"])
    def they_are_so_in_the_id_of_a_dossier(self, text: str) -> None:
        with pytest.raises(ValueError, match=re.escape(text)):
            DossierId.parse(text)

    @pytest.mark.parametrize("kind", [Month, Duration, LooseDate])
    @pytest.mark.parametrize("text", ["2026-05\n", "٢٠٢٦-٠٥", "2026-05-20\n", "٢٠٢٦-٠٥-٢٠", "2026\n", "٢٠٢٦"])
    def they_are_so_in_dates(self, kind: Any, text: str) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            kind.parse(text)

    def they_are_so_in_the_language_of_a_term(self) -> None:
        assert term_attributes("{lang=zh-Hant}")[1] == "zh-Hant"
        for bad in ("en" + "-abcdefgh" * 9, "en\u0301", "٣"):
            assert term_attributes(f"{{lang={bad}}}")[1] is None

    def they_have_the_same_form_in_the_schemas(self) -> None:
        """Editors check with the schema: no `$` in it lets a line end in, in whatever language."""
        for name, data in schemas().items():
            for pattern in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', data.decode()):
                assert "\\\\d" not in pattern, name
                assert not pattern.endswith("$"), name

    @given(st.sampled_from([Identifier, LanguageTag, DossierNumber, Line]), st.text(max_size=40))
    def they_are_the_same_to_jvom_and_to_the_schema(self, kind: Any, text: str) -> None:
        schema = msgspec.json.schema(kind)
        assert Draft202012Validator(schema).is_valid(text) == is_value(text, kind)


class Describe_a_value_that_only_looks_filled:
    @pytest.mark.parametrize("blank", BLANKS)
    def it_is_refused_in_data(self, blank: str) -> None:
        node, _ = parse(f'names: [{{name: "{blank}", kind: land}}]', "names.yml")
        value, [problem] = bind(node, SCHEMAS["names"], "names.yml")
        assert value is None
        assert str(problem.what) == "deze waarde is leeg"

    def it_is_refused_when_it_is_too_long(self) -> None:
        node, _ = parse(f"rows: []\nwithout_row: [{{mission: {'a' * 300}, reason: x}}]", "mandates.yml")
        _, [problem] = bind(node, SCHEMAS["mandates"], "mandates.yml")
        assert str(problem.what).endswith("is te lang: 300 tekens")

    @pytest.mark.parametrize("blank", BLANKS[:-1])
    def it_is_refused_as_title(self, blank: str) -> None:
        assert refusals("Tekst.", title=blank)
        assert refusals("Tekst.", title=f"*{blank}*") or blank.isspace()

    @pytest.mark.parametrize("blank", ["\u200b", "&nbsp;", "\u2060", "**\u200b**"])
    def it_is_refused_where_something_must_be_read(self, blank: str) -> None:
        assert refusals(f"## {blank}") == ["deze kop is leeg"]
        assert refusals(f"[{blank}](https://x.nl)") == ["deze link heeft geen tekst"]
        assert refusals(f"x[^a]\n\n[^a]: {blank}") == ["de voetnoot [^a] is leeg"]
        assert refusals(f"| {blank} |\n|---|\n| x |") == ["deze tabel heeft een lege koprij"]
        if "*" not in blank:
            assert refusals(f"![{blank}](k.png)") == ["deze afbeelding heeft geen beschrijving"]

    @pytest.mark.parametrize("text", ["x", "é", "語", "1", "…", "[naam]{.persoonsgegeven}"])
    def it_is_no_text_that_shows_something(self, text: str) -> None:
        assert refusals("Tekst.", title=text) == []
        assert refusals(f"## {text}") == []


class Describe_a_table:
    def it_has_no_more_columns_than_word_takes(self) -> None:
        def table(columns: int) -> str:
            return "\n".join("| " + " | ".join([cell] * columns) + " |" for cell in ("a", "---", "b"))

        assert refusals(table(63)) == []
        assert refusals(table(64)) == ["deze tabel heeft 64 kolommen"]


class Describe_a_mark_within_a_link:
    @pytest.mark.parametrize(
        "text",
        [
            "[Zie [naam]{.persoonsgegeven}](https://x.nl)",
            "[[naam]{.persoonsgegeven} en meer](https://x.nl)",
            "[*[naam]{.persoonsgegeven}*](https://x.nl)",
        ],
    )
    def it_is_refused_with_what_helps(self, text: str) -> None:
        raw = f"---\nowner: DGB\nstatus: final\n---\n\n{text}\n".encode()
        [problem] = read_fragment("x", raw, "x.md")[1]
        assert str(problem.what) == "binnen de tekst van een link lakt jvom geen persoonsgegeven"
        assert "om de hele link" in str(problem.advice)
        assert text[problem.span.column - 1 : problem.span.end_column - 1].startswith("[naam]")

    def it_may_hold_the_whole_link(self) -> None:
        assert refusals("[[naam](https://x.nl)]{.persoonsgegeven}") == []
