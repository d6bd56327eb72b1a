# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of a content file to its text."""

from __future__ import annotations

import re
from functools import cache

from jvom.accents import TypedLines, compose, has_loose_accents, typed_lines
from jvom.messages import Message, msg
from jvom.source import Problem, Span

MAX_BYTES = 2_000_000
"""The largest content file that is read: ten times the longest report."""

# The first bytes of files of other programs.
_OTHER_PROGRAMS = {
    b"PK\x03\x04": msg("een Word-document of een zip"),
    b"\xd0\xcf\x11\xe0": msg("een Word-document van een oude versie"),
    b"%PDF-": msg("een PDF"),
}
_UTF16 = msg("het bestand is als UTF-16 opgeslagen: sla het opnieuw op als UTF-8")


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of a UTF-8 file, with newlines as line ends and no byte-order mark, and its problems.

    Letters are whole (`jvom.accents`), and problems at their places in the file. The text is "" when the file
    is too large, isn't UTF-8, or belongs to another program.
    """
    for beginning, kind in _OTHER_PROGRAMS.items():
        if data.startswith(beginning):
            return "", [_other_program(kind, path)]
    if len(data) > MAX_BYTES:
        return "", [too_large(len(data), path)]
    if data[:2].count(0) == 1:
        # Every second byte is NUL: UTF-16 without a byte-order mark.
        return "", [Problem(Span(path, 1, 1), msg("dit bestand is geen UTF-8"), _UTF16)]
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error.start, path)]
    text = with_newlines(text)
    composed = compose(text) if has_loose_accents(data) else text
    # Most texts are entirely printable, which is cheap to test.
    if text.replace("\n", "").isprintable():
        return composed, []
    problems = []
    for match in control().finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        code = f"U+{ord(match[0]):04X}"
        problems.append(
            Problem(
                Span(path, line, column, line, column + 1),
                msg("hier staat een onzichtbaar stuurteken ({code})", code=code),
                msg("verwijder het teken; het komt vaak mee bij kopiëren uit een ander programma"),
            )
        )
        if len(problems) == 20:
            break
    return composed, problems


def as_typed(data: bytes, text: str) -> TypedLines:
    """Return the lines of a file that differ from those of its text as it was decoded."""
    if not text or not has_loose_accents(data):
        return {}
    return typed_lines(with_newlines(data.decode().removeprefix("\ufeff")), text)


def with_newlines(text: str) -> str:
    """Return a text with newlines as line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def control() -> re.Pattern[str]:
    """Return the pattern of a character that no text may have.

    These are the characters that XML 1.0 (section 2.2) excludes, the C1 controls that a wrong code page
    leaves behind, and the line and paragraph separators, which end a line in YAML but not in an editor.
    """
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def too_large(size: int, path: str) -> Problem:
    """Return the problem of a file that is too large."""
    what = msg("dit bestand is {size} MB groot", size=f"{size / 1e6:.1f}".replace(".", ","))
    advice = msg("een tekst van meer dan 2 MB is geen fragment: splits het, of kijk wat erin terechtkwam")
    return Problem(Span(path), what, advice)


def _other_program(kind: Message, path: str) -> Problem:
    advice = msg("neem de tekst over in een bestand met gewone tekst (UTF-8)")
    return Problem(Span(path, 1, 1), msg("dit bestand is {kind}, geen gewone tekst", kind=kind), advice)


def _not_utf8(data: bytes, offset: int, path: str) -> Problem:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    what = msg("byte {offset} (0x{byte}) is geen UTF-8", offset=offset, byte=f"{data[offset]:02X}")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        advice = _UTF16
    else:
        advice = msg("waarschijnlijk is het opgeslagen als Windows-1252: sla het opnieuw op als UTF-8")
    return Problem(Span(path, line, column, line, column + 1), what, advice)
