# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""YAML with positions: text to a tree of nodes, and a node to plain values.

PyYAML's C parser composes the tree; what plain scalars mean follows the core schema of YAML 1.2
(section 10.3), so that ``no``, ``12:30`` and ``1_000`` stay what was typed. Dates stay text: the
model says where a date belongs.
"""

from __future__ import annotations

import re

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.messages import Message, msg
from jvom.source import Problem, Span

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_QUOTED = frozenset("'\"|>")
_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ["map", "seq", "str", "int", "float", "bool", "null", "timestamp", "value"]
)
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_PARSER_WORDS = {
    "did not find expected": "hier klopt de opbouw niet",
    "mapping values are not allowed": "hier staat een dubbele punt te veel",
    "found character that cannot start any token": "dit teken kan hier niet staan",
    "found unexpected end of stream": "het bestand houdt midden in een waarde op",
    "could not find expected ':'": "hier ontbreekt een dubbele punt",
    "found undefined alias": "deze verwijzing bestaat niet",
}


def parse(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text, None when it has none, and what is wrong with it.

    Duplicate keys, keys that are no text, anchors, aliases and tags are problems: none has a use here.
    `first_line` is the line of the file at which the text begins.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, path, first_line)]
    except RecursionError:
        return None, [_odd(Span(path, first_line, 1), msg("deze gegevens zijn onmogelijk diep genest"))]
    problems: list[Problem] = []
    if node is not None:
        _inspect(node, path, first_line, problems, set())
    return node, problems


def span(node: Node, path: str, first_line: int = 1) -> Span:
    """Return the place of a node in its file."""
    start, end = node.start_mark, node.end_mark
    return Span(path, start.line + first_line, start.column + 1, end.line + first_line, end.column + 1)


def plain(node: Node | None) -> object:
    """Return a node as None, bool, int, float, str, list or dict; keys are as typed."""
    match node:
        case ScalarNode():
            return _scalar(node)
        case SequenceNode():
            return [plain(item) for item in node.value]
        case MappingNode():
            return {key.value: plain(value) for key, value in node.value}
    return None


def _scalar(node: ScalarNode) -> object:
    value: str = node.value
    if node.style in _QUOTED:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value) and len(value) <= 18:
        return int(value)
    if _FLOAT.fullmatch(value):
        return float(value)
    return value


def _inspect(node: Node, path: str, first_line: int, problems: list[Problem], seen: set[int]) -> None:
    if id(node) in seen:
        problems.append(
            _odd(span(node, path, first_line), msg("ankers en aliassen (& en *) horen hier niet"))
        )
        return
    seen.add(id(node))
    if node.tag not in _TAGS:
        problems.append(
            _odd(span(node, path, first_line), msg("een label ({tag}) hoort hier niet", tag=node.tag))
        )
    if isinstance(node, SequenceNode):
        for item in node.value:
            _inspect(item, path, first_line, problems, seen)
    elif isinstance(node, MappingNode):
        places: dict[str, Span] = {}
        for key, value in node.value:
            place = span(key, path, first_line)
            if not isinstance(key, ScalarNode):
                problems.append(_odd(place, msg("een sleutel moet een woord zijn")))
                continue
            if key.value in places:
                problems.append(
                    Problem(
                        place,
                        msg(
                            "de sleutel «{key}» staat er twee keer; de eerste op regel {line}",
                            key=key.value,
                            line=places[key.value].line,
                        ),
                        msg("houd er een over"),
                    )
                )
            places.setdefault(key.value, place)
            _inspect(value, path, first_line, problems, seen)


def _odd(place: Span, what: Message) -> Problem:
    return Problem(place, what, msg("schrijf de waarde gewoon uit"))


def _syntax(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Span(path, mark.line + first_line, mark.column + 1) if mark else Span(path)
    reason = error.problem or ""
    for start, dutch in _PARSER_WORDS.items():
        if reason.startswith(start):
            what = msg("dit is geen geldige YAML: {reason}", reason=dutch)
            break
    else:
        what = msg("dit is geen geldige YAML: {reason}", reason=reason)
    return Problem(
        place,
        what,
        msg("kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"),
    )
