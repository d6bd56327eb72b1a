# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a text that is no YAML, in words an officer can do something with."""

from __future__ import annotations

import re

import yaml

from jvom.messages import Message, msg
from jvom.reading import conflicts
from jvom.source import Problem, Span

# libyaml's words for what is wrong, as they begin.
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

# Within these, what is wrong shows where they begin: the parser finds it only lines later.
_BEGINNINGS = ("a flow sequence", "a flow mapping", "a simple key")

_INDENT = re.compile(r"\s+")
# A quotation mark that opens a value.
_OPENING = re.compile(r"(?:^|[\[{,]|[:-] )\s*([\"'])")


def syntax(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Return the problem that libyaml found, at the place where it can be mended."""
    reason = error.problem or ""
    begun = (error.context or "").endswith(_BEGINNINGS) or reason == "found unexpected end of stream"
    mark = (begun and error.context_mark) or error.problem_mark or error.context_mark
    lines = text.rstrip().split("\n")
    seen = error.problem_mark or mark
    if slip := _slip(lines, min(seen.line if seen else 0, len(lines) - 1)):
        number, column, what, advice = slip
        return Problem(Span(path, number + first_line, column + 1), what, advice)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])  # never beyond the last line with words
    place = Span(path, line + first_line, column + 1)
    known = (dutch for start, dutch in _PARSER_WORDS.items() if reason.startswith(start))
    return Problem(
        place,
        msg("dit is geen geldige YAML: {reason}", reason=next(known, reason)),
        msg("kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"),
    )


def _slip(lines: list[str], seen: int) -> tuple[int, int, Message, Message] | None:
    """Return line and column (from 0) of a slip that shows, up to the line where libyaml gave up."""
    for number, line in enumerate(lines):
        if mark := conflicts.mark_of(line):
            return number, 0, *conflicts.told(mark)
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
