# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Mistakes that someone makes who is new to it: each gives one message with its place, cause and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.reading.fragment import read_fragment
from jvom.resolving.integrity import problems
from jvom.source import CannotRun
from jvom.text import Paragraph
from tests.contents import basis, copy_basis, read_dossier, with_texts
from tests.growth import LINEAR, growth

REMARK = "een opmerking voor een collega begint zo: <!-- opmerking: ... -->"


def told(typed: str) -> list[str]:
    _, found = read_fragment("a", typed.encode(), "a.md")
    return [f"{each.span.line}:{each.span.column}: {each.what}; {each.advice}" for each in found]


class Describe_a_first_mistake:
    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            (
                "Tekst <!-- klopt dit?",
                "1:7: deze opmerking wordt niet afgesloten; zet --> achter de opmerking",
            ),
            (
                "<!-- opmerking: klopt dit?\n\nTekst.",
                (
                    "1:1: deze opmerking wordt niet afgesloten: wat eronder staat, valt weg; "
                    "zet --> achter de opmerking"
                ),
            ),
            ("Tekst <!- klopt dit? ->", f"1:7: «<!-» begint geen opmerking; {REMARK}"),
            ("Tekst.\n\n// nog navragen", f"3:1: deze regel zou met // en al gedrukt worden; {REMARK}"),
            (
                "a) een\nb) twee",
                (
                    "1:1: deze regels met a) zouden achter elkaar gedrukt worden; begin elk onderdeel "
                    "met een streepje of 1. en een spatie, na een lege regel"
                ),
            ),
            (
                "Er zijn {{{ total }}}.",
                "1:10: om een cijfer staan twee accolades, geen drie; schrijf {{ total }}",
            ),
            (
                "Een noot.[^n]\n\n[^n] De tekst.",
                "3:1: achter [^n] ontbreekt een dubbele punt; begin de tekst van een voetnoot met [^n]:",
            ),
            (
                "De <em>term</em> ook.",
                "1:4: HTML hoort niet in de tekst; zet een vreemde term tussen sterretjes: *term*",
            ),
            ("Een<br/>twee", "1:4: HTML hoort niet in de tekst; begin een nieuwe alinea met een lege regel"),
            (
                "[mail](a@b.nl)",
                "1:1: dit is geen webadres: a@b.nl; schrijf een mailadres als mailto:a@b.nl",
            ),
            (
                '[a]{.gelakt grond="5.9"}',
                (
                    "1:1: «5.9» is geen grond van de Wet open overheid; kies uit: 5.1.1a, 5.1.1b, 5.1.1c, "
                    "5.1.1d, 5.1.1e, 5.1.2a, 5.1.2b, 5.1.2c, …"
                ),
            ),
        ],
    )
    def it_gives_one_message(self, typed: str, message: str) -> None:
        assert told(typed) == [message]

    @pytest.mark.parametrize(
        "typed",
        [
            "a) een\n\nMeer.",
            "A -> B en x <- y",
            "Zie http://x of //",
            "\\<!-- x",
            "a) een\nc) drie",
            "[^n] Een alinea.\n\n[^n]: De noot.",
        ],
    )
    def but_what_may_be_printed_gives_none(self, typed: str) -> None:
        assert told(typed) == []

    def it_loses_no_text_of_a_footnote(self) -> None:
        fragment, _ = read_fragment("a", b"Een noot.[^n]\n\n[^n] De *tekst*.", "a.md")

        [note] = fragment.footnotes
        assert note.label == "n"
        [block] = note.blocks
        assert isinstance(block, Paragraph)
        assert str(block.content[0].span) == "a.md:3:6"

    def it_is_found_in_linear_time(self) -> None:
        assert growth(told, lambda size: "a) een\n" * size, 2_000) < LINEAR


class Describe_a_name_of_a_figure_in_square_brackets:
    def it_is_told_with_its_braces(self) -> None:
        [found] = problems(with_texts(basis(), {"inzet": "Er zijn [deployed_total] mensen."}))

        assert str(found.advice) == "zet er dubbele accolades om: {{ deployed_total }}"

    @pytest.mark.parametrize("typed", ["De [sic] brief.", "De [inzet] ook.", "De [council] ook."])
    def but_words_in_brackets_are_not(self, typed: str) -> None:
        assert problems(with_texts(basis(), {"inzet": typed})) == ()


class Describe_a_picture_from_elsewhere:
    @pytest.mark.parametrize(
        "path",
        ["https://www.x.nl/kaart.png", "C:\\Users\\Jan\\kaart.png", "/home/jan/kaart.png", "~/kaart.png"],
    )
    def it_is_told_where_to_put_it(self, tmp_path: Path, path: str) -> None:
        content = copy_basis(tmp_path)
        section = content / "2025/rapport/inzet.md"
        section.write_text(f"{section.read_text(encoding='utf-8')}\n![Kaart]({path})\n", encoding="utf-8")

        with pytest.raises(CannotRun, match="op het web of op een eigen schijf") as stopped:
            read_dossier(content, 2025)
        assert "rapport en typ alleen de naam: kaart.png" in str(stopped.value.problems[0].advice)
