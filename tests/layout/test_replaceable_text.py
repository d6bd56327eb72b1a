# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
import pytest

from jvom.layout.replaceable_text import with_replaceable_text

CHARACTERS = "cab "
"""What the font of the PDFs here shows, from code 1 on."""


def pdf(*lines: str, kerned: bool = False) -> bytes:
    """Return a PDF as LibreOffice writes one: each line shown at once, in codes of the font's own."""
    made = pikepdf.new()
    values = "".join(f"<{code:02X}> <{ord(each):04X}>\n" for code, each in enumerate(CHARACTERS, 1))
    count = len(CHARACTERS)
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            FirstChar=0,
            LastChar=count,
            ToUnicode=made.make_stream(f"{count} beginbfchar\n{values}endbfchar\n".encode()),
        )
    )
    page = made.add_blank_page()
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = made.make_stream(b"".join(_shown(line, kerned) for line in lines))
    written = io.BytesIO()
    made.save(written, static_id=True)
    return written.getvalue()


def _shown(line: str, kerned: bool) -> bytes:
    codes = [f"<{CHARACTERS.index(each) + 1:02x}>" for each in line]
    said = f"[{'-1'.join(codes)}]TJ" if kerned else f"{''.join(codes).replace('><', '')}Tj"
    return f"BT 10 10 Td /F1 9 Tf {said} ET\n".encode()


def write(text: str, codes: Mapping[str, int]) -> bytes:
    return f"% {text} {codes['a']}\n<{''.join(f'{codes[each]:02x}' for each in text)}> Tj\n".encode()


def shown(data: bytes) -> list[bytes]:
    """Return the codes that the page of a PDF shows, text by text."""
    with pikepdf.open(io.BytesIO(data)) as read:
        [page] = read.pages
        instructions: list[Any] = list(pikepdf.parse_content_stream(page))
        return [
            b"".join(
                bytes(each)
                for each in (operands[0] if str(operator) == "TJ" else operands)
                if isinstance(each, pikepdf.String)
            )
            for operands, operator in instructions
            if str(operator) in ("Tj", "TJ")
        ]


class Describe_a_replaceable_text:
    @pytest.mark.parametrize("kerned", [False, True])
    def it_is_written_where_any_program_finds_it(self, kerned: bool) -> None:
        made = with_replaceable_text(pdf("cc", "ab ac", "cb", kerned=kerned), "ab ac", write)
        line = b"% ab ac 2\n<0203040201> Tj\n"
        assert made.count(line) == 1
        assert shown(made) == [b"\1\1", b"\2\3\4\2\1", b"\1\3"]
        other = made.replace(b"<0203040201>", b"<0302040103>")
        assert shown(other) == [b"\1\1", b"\3\2\4\1\3", b"\1\3"]

    def it_may_wrap(self) -> None:
        made = with_replaceable_text(pdf("cc", "ab", "ac", "cb"), "ab ac", write)
        assert made.count(b"% ab 2\n<0203> Tj\n") == made.count(b"% ac 2\n<0201> Tj\n") == 1
        assert shown(made) == [b"\1\1", b"\2\3", b"\2\1", b"\1\3"]

    def it_is_the_same_at_any_moment(self) -> None:
        assert with_replaceable_text(pdf("ab"), "ab", write) == with_replaceable_text(pdf("ab"), "ab", write)

    @pytest.mark.parametrize("lines", [(), ("cc",), ("ab", "ab"), ("ab c",), ("a", "cb"), ("a",), ("c ab",)])
    def it_must_be_there_once_and_by_itself(self, lines: Sequence[str]) -> None:
        with pytest.raises(ValueError, match="times"):
            with_replaceable_text(pdf(*lines), "ab", write)
