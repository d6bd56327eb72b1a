# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text in a finished PDF that can be replaced in place, without a program that knows PDF.

A font in a PDF of LibreOffice has codes of its own for the characters that it shows, and what a page shows is
compressed. So the page is stored as it is, and each line of the text is written by who replaces it, who gets
to know those codes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jvom.layout.pdf_ua import unicode_values

if TYPE_CHECKING:
    import pikepdf

_SHOWN = "Tj"
_MARK = b"(jvom-%d) Tj"


def with_replaceable_text(data: bytes, shown: str, write: Callable[[str, Mapping[str, int]], bytes]) -> bytes:
    """Return the PDF in which `write` has written the operators that show a text.

    `write` gets the text of each line, and the code of each character in its font (ISO 32000-1, 9.4.3); a
    space at which the text wraps is in none. Raises ValueError when the text is not there, or more than once.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        written = sum(_write_page(pdf, page, shown, write) for page in pdf.pages)
        if written != 1:
            raise ValueError(f"shown {written} times")
        made = io.BytesIO()
        pdf.save(
            made,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
    return made.getvalue()


def _write_page(
    pdf: pikepdf.Pdf, page: pikepdf.Page, shown: str, write: Callable[[str, Mapping[str, int]], bytes]
) -> int:
    """Write the text anew wherever a page shows it, and return how often that is."""
    import pikepdf

    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    lines = _shown_lines(page, instructions)
    places = list(_places([text for _, text, _ in lines], shown))
    operators: list[bytes] = []
    for first, last in places:
        for at, text, codes in lines[first:last]:
            # The parser of content streams reads no operators but those of PDF, and keeps no comments.
            mark = _MARK % len(operators)
            instructions[at] = ([pikepdf.String(mark[1:-4].decode())], pikepdf.Operator(_SHOWN))
            operators.append(write(text, codes))
    if places:
        content = pikepdf.unparse_content_stream(instructions)
        for number, operator in enumerate(operators):
            content = content.replace(_MARK % number, operator)
        page.Contents = pdf.make_stream(content)
    return len(places)


def _shown_lines(page: pikepdf.Page, instructions: Sequence[Any]) -> list[tuple[int, str, Mapping[str, int]]]:
    """Return the place of each instruction that shows text, that text, and the codes in its font."""
    import pikepdf

    resources: Any = page.get("/Resources", pikepdf.Dictionary())
    fonts = resources.get("/Font", pikepdf.Dictionary())
    known: dict[str, dict[int, str]] = {}
    characters: Mapping[int, str] = {}
    found: list[tuple[int, str, Mapping[str, int]]] = []
    for at, (operands, operator) in enumerate(instructions):
        if str(operator) == "Tf":
            name = str(operands[0])
            if name not in known:
                known[name] = _characters(fonts[name]) if name in fonts else {}
            characters = known[name]
        elif str(operator) in ("Tj", "TJ"):
            [said] = operands
            codes = b"".join(
                bytes(each) for each in (said if str(operator) == "TJ" else [said]) if _is_text(each)
            )
            text = "".join(characters.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)
            found.append((at, text, {character: code for code, character in characters.items()}))
    return found


def _is_text(operand: object) -> bool:
    import pikepdf

    return isinstance(operand, pikepdf.String)


def _characters(font: Any) -> dict[int, str]:
    """Return the character of each code of a font."""
    return {
        code: bytes.fromhex(value.decode()).decode("utf-16-be", "replace")
        for code, value in unicode_values(font).items()
        if value
    }


def _places(lines: Sequence[str], shown: str) -> list[tuple[int, int]]:
    """Return the first line of each place that shows the text, and the one behind its last."""
    wanted = _without_spaces(shown)
    found = []
    for first in range(len(lines)):
        said = ""
        for last in range(first, len(lines)):
            said += _without_spaces(lines[last])
            if not said or not wanted.startswith(said):
                break
            if said == wanted:
                found.append((first, last + 1))
                break
    return found


def _without_spaces(text: str) -> str:
    return "".join(text.split())
