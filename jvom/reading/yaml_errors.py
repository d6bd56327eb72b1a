# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Explains YAML syntax errors in words that an officer can act on."""

from __future__ import annotations

import re

import yaml

from jvom.messages import Message, msg
from jvom.reading import conflicts
from jvom.reading.marks_in_values import explain_mark, mark_before
from jvom.source import Problem, Span

# How libyaml's messages begin.
_PARSER_WORDS = {
    "did not find expected": msg("hier klopt de opbouw niet"),
    "mapping values are not allowed": msg("hier staat een dubbele punt te veel"),
    "block sequence entries are not allowed": msg("hier kan geen lijst beginnen"),
    "found character that cannot start any token": msg("dit teken kan hier niet staan"),
    "found a tab character": msg("hier staat een tab; spring in met spaties"),
    "found unexpected end of stream": msg("het bestand houdt midden in een waarde op"),
    "found unexpected document indicator": msg("--- of ... staat midden in een waarde"),
    "could not find expected ':'": msg("hier ontbreekt een dubbele punt"),
    "found unknown escape character": msg('na een backslash tussen " en " kan dit teken niet staan'),
    "found invalid Unicode character escape code": msg("deze tekencode bestaat niet"),
    "did not find expected hexdecimal number": msg("deze tekencode bestaat niet"),
    "but found another document": msg("na --- begint een tweede document; er kan er maar een zijn"),
    "found incompatible YAML document": msg("deze versie van YAML is onbekend"),
    "found duplicate": msg("dit YAML-voorschrift staat er twee keer"),
    "found unknown directive name": msg("dit YAML-voorschrift is onbekend"),
}

# Errors in these are best shown where they begin: the parser only notices lines later.
_BEGINNINGS = ("a flow sequence", "a flow mapping", "a simple key")

_CLOSING = {"[": "]", "{": "}"}

_INDENT = re.compile(r"\s+")
# A key whose colon is not followed by a space that YAML accepts.
_KEY = re.compile(r"(?:\s|- )*([\w-]+):(?=[^ \t/])")
# A line up to the colon after its key, or up to the key.
_KEY_ALONE = re.compile(r"(?:\s|- )*[\w-]*")
# A value between quotation marks, at the end of what was read.
_QUOTED = re.compile(r"[:-] \s*(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')\s*$")
# A quotation mark that opens a value.
_OPENING = re.compile(r"(?:^|[\[{,]|[:-] )\s*([\"'])")


def syntax(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Return the problem that libyaml found, at the place where it can be fixed."""
    reason = error.problem or ""
    begun = (error.context or "").endswith(_BEGINNINGS) or reason == "found unexpected end of stream"
    mark = (begun and error.context_mark) or error.problem_mark or error.context_mark
    lines = text.rstrip().split("\n")
    seen = error.problem_mark or mark
    if mistake := _obvious_mistake(lines, min(seen.line if seen else 0, len(lines) - 1)):
        number, column, what, advice = mistake
        return Problem(Span(path, number + first_line, column + 1), what, advice)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])  # not past the last line with text
    if explained := _explained(lines, line, column, reason, error.context or ""):
        line, column, what, advice = explained
        return Problem(Span(path, line + first_line, column + 1), what, advice)
    known = (dutch for start, dutch in _PARSER_WORDS.items() if reason.startswith(start))
    return Problem(
        Span(path, line + first_line, column + 1),
        msg("dit is geen geldige YAML: {reason}", reason=next(known, reason)),
        msg("kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"),
    )


_Mistake = tuple[int, int, Message, Message]
"""Line and column (from 0), what is wrong, what to do."""


def _explained(lines: list[str], number: int, column: int, reason: str, context: str) -> _Mistake | None:
    """Return the mistake behind libyaml's complaint, if it is on this line or the line above."""
    line = lines[number]
    if (at := mark_before(line, column)) is not None:
        return number, at, *explain_mark(line, at)
    if " flow " in f"{context} " and (at := _open_bracket(line)) is not None:
        what = msg("de haak {bracket} wordt niet gesloten", bracket=line[at])
        return number, at, what, msg("zet {closing} achter het laatste deel", closing=_CLOSING[line[at]])
    beside_a_colon = reason.startswith(("could not find expected ':'", "mapping values are not allowed"))
    if beside_a_colon and (mistake := _missing_space(lines, number)):
        return mistake
    if reason.startswith("mapping values are not allowed") and ": " in line[:column]:
        what = msg("in deze waarde staat een dubbele punt")
        advice = msg('zet de hele waarde tussen rechte aanhalingstekens: "Titel: ondertitel"')
        return number, column, what, advice
    if reason.startswith("did not find expected") and _QUOTED.search(line[:column]):
        what = msg("achter het aanhalingsteken staat nog tekst")
        advice = msg("zet de hele waarde tussen aanhalingstekens, van de andere soort: '\"Zorg\" en Natuur'")
        return number, column, what, advice
    misplaced = reason.startswith(("mapping values are not allowed", "did not find expected"))
    if misplaced and number and _KEY_ALONE.fullmatch(line[:column]):
        what = msg("deze regel springt anders in dan de regels erboven")
        advice = msg("laat wat bij elkaar hoort onder elkaar beginnen, met evenveel spaties")
        return number, column, what, advice
    return None


def _open_bracket(line: str) -> int | None:
    """Return the column of the last bracket that the line does not close."""
    opened: list[int] = []
    for at, char in enumerate(line):
        if char in _CLOSING:
            opened.append(at)
        elif opened and char == _CLOSING[line[opened[-1]]]:
            opened.pop()
    return opened[-1] if opened else None


def _missing_space(lines: list[str], seen: int) -> _Mistake | None:
    """Return a key whose colon lacks a space after it, on the line where parsing stopped or the one above."""
    for number in range(seen, max(seen - 2, -1), -1):
        if key := _KEY.match(lines[number]):
            if lines[number][key.end()].isspace():
                what = msg("na de dubbele punt staat een bijzondere spatie")
                return number, key.start(1), what, msg("typ een gewone spatie")
            what = msg("na de dubbele punt ontbreekt een spatie")
            return number, key.start(1), what, msg("typ een spatie achter de dubbele punt")
    return None


def _obvious_mistake(lines: list[str], seen: int) -> _Mistake | None:
    """Return a common mistake on or above the line where parsing stopped, whatever libyaml says."""
    for number, line in enumerate(lines):
        if mark := conflicts.mark_of(line):
            return number, 0, *conflicts.explain(mark)
    for number in range(seen, max(seen - 2, -1), -1):
        indent = _INDENT.match(lines[number])
        typed = indent[0].strip(" ") if indent and indent[0] != lines[number] else ""
        if typed:
            column = lines[number].index(typed[0])
            what = msg("hier staat een tab") if typed[0] == "\t" else msg("hier staat een bijzondere spatie")
            return number, column, what, msg("spring in met gewone spaties")
    for number in range(seen, -1, -1):
        line = lines[number].partition(" #")[0]
        if line.lstrip().startswith("#"):
            continue
        for opening in _OPENING.finditer(line):
            quote = opening[1]
            if line.replace("\\\\", "").replace(f"\\{quote}", "").count(quote) % 2:
                what = msg("de aanhalingstekens ({mark}) op deze regel vormen geen paar", mark=quote)
                advice = msg(
                    "sluit de waarde af met hetzelfde teken; heeft de tekst er een, neem dan het andere"
                )
                return number, opening.start(1), what, advice
    return None
