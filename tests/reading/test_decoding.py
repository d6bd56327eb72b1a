# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.reading.decoding import MAX_BYTES, decode
from jvom.source import Span


def problems(data: bytes) -> list[tuple[str, str]]:
    """Return place and message of each problem."""
    _text, found = decode(data, "a.md")
    return [(str(problem.span), f"{problem.what}; {problem.advice}") for problem in found]


class Describe_decode:
    def it_returns_the_text(self):
        assert decode("één 😀\n".encode(), "a.md") == ("één 😀\n", [])

    def it_removes_one_byte_order_mark(self):
        assert decode("\ufeffeen\ufeff".encode(), "a.md") == ("een\ufeff", [])

    def it_makes_every_line_end_a_newline(self):
        assert decode(b"a\r\nb\rc\n\r\nd", "a.md") == ("a\nb\nc\n\nd", [])

    def it_names_the_byte_that_is_not_utf8(self):
        assert problems(b"een\ntwee caf\xe9 x") == [
            (
                "a.md:2:9",
                (
                    "byte 12 (0xE9) is geen UTF-8; waarschijnlijk is het opgeslagen als "
                    "Windows-1252: sla het "
                    "opnieuw op als UTF-8"
                ),
            )
        ]

    def it_counts_the_byte_order_mark_among_the_bytes_and_not_the_columns(self):
        ((place, words),) = problems(b"\xef\xbb\xbfcaf\xe9")

        assert (place, words[:7]) == ("a.md:1:4", "byte 6 ")

    def it_counts_lines_with_the_line_ends_of_an_old_mac(self):
        ((place, _),) = problems(b"een\rtwee\r\ncaf\xe9")

        assert place == "a.md:3:4"

    def it_counts_columns_in_characters(self):
        ((place, _),) = problems("é😀".encode() + b"\x80")

        assert place == "a.md:1:3"

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def it_knows_utf16(self, encoding):
        data = "een tekst\n".encode(encoding)
        if encoding == "utf-16-be":
            data = b"\xfe\xff" + data

        found = problems(data)

        assert found
        assert "UTF-16" in found[0][1]

    @pytest.mark.parametrize(
        ("beginning", "kind"),
        [
            (b"PK\x03\x04", "een Word-document of een zip"),
            (b"\xd0\xcf\x11\xe0", "een Word-document van een oude versie"),
            (b"%PDF-1.7", "een PDF"),
        ],
    )
    def it_knows_the_files_of_other_programs(self, beginning, kind):
        found = problems(beginning + b"\0\x80" * MAX_BYTES)

        assert [place for place, _ in found] == ["a.md:1:1"]
        assert found[0][1].startswith(f"dit bestand is {kind}, geen gewone tekst; ")

    @pytest.mark.parametrize(
        ("character", "code"),
        [("\0", "U+0000"), ("\x0c", "U+000C"), ("\x7f", "U+007F"), ("\x85", "U+0085"), ("\u2028", "U+2028"),
         ("\ufffe", "U+FFFE")],
    )  # fmt: skip
    def it_gives_the_place_of_a_control_character(self, character, code):
        text, found = decode(f"a\nb {character}c".encode(), "a.md")

        assert [p.span for p in found] == [Span("a.md", 2, 3, 2, 4)]
        assert code in str(found[0].what)
        assert text == f"a\nb {character}c"

    def it_reports_many_control_characters_up_to_a_limit(self):
        assert len(problems(b"\x01" * 1000)) == 20

    def it_leaves_tabs_and_spaces_alone(self):
        assert decode("a\tb\u00a0c\u200bd".encode(), "a.md")[1] == []

    def it_refuses_what_is_far_too_large(self):
        assert decode(b"a" * MAX_BYTES, "a.md")[1] == []
        assert problems(b"a" * (MAX_BYTES + 500_000))[0][0] == "a.md"
        assert problems(b"a" * 10_000_000)[0][1].startswith("dit bestand is 10,0 MB groot; ")
