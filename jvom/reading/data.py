# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""YAML with positions: text to a tree of nodes, a node to plain values, and these to values of the model.

PyYAML's C parser composes the tree; what plain scalars mean follows the core schema of YAML 1.2
(section 10.3), so that ``no``, ``12:30`` and ``1_000`` stay what was typed. Dates stay text: the
model says where a date belongs.
"""

from __future__ import annotations

import re
from functools import cache
from math import isfinite
from typing import Any

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.messages import msg
from jvom.reading.decoding import control
from jvom.source import Problem, Span

MAX_DEPTH = 50
"""How deep mappings and lists nest; the deepest of the model go to 12."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OPENING, _CLOSING = frozenset("“”„‘’‚«"), frozenset("“”‘’»")
_QUOTED = frozenset("'\"|>")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

_NESTED = "exceeded maximum nesting depth"


def parse(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text, None when it has none, and its problems.

    Duplicate keys, keys that aren't text, anchors, aliases and tags are problems: none has a use here.
    `first_line` is the line of the file at which the text begins.
    """
    try:
        problems = _marked(text, path, first_line)
        node = None if problems else yaml.compose(text, Loader=_Loader)
    except _TooDeep as error:
        return None, [_too_deep(Span(path, error.line + first_line, error.column + 1))]
    except yaml.MarkedYAMLError as error:
        from jvom.reading.yaml_errors import syntax

        problem = syntax(error, text, path, first_line)
        # Newer versions of libyaml stop by themselves, before the loader sees anything.
        return None, [_too_deep(problem.span) if error.problem == _NESTED else problem]
    except yaml.reader.ReaderError as error:
        line, column = _line_and_column(text, max(text.find(chr(error.character)), 0))
        what = msg("dit teken ({code}) kan niet in YAML", code=f"U+{error.character:04X}")
        return None, [Problem(Span(path, line + first_line, column + 1), what, msg("verwijder het teken"))]
    if node is not None:
        _inspect(node, path, first_line, problems)
    return node, problems


def _too_deep(place: Span) -> Problem:
    what = msg("dit is dieper genest dan {depth} niveaus", depth=MAX_DEPTH)
    return Problem(place, what, msg("kijk naar haken en inspringing"))


class _TooDeep(Exception):
    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


class _Loader(yaml.CSafeLoader):
    """The C loader with a limit on depth, as it recurses for each level until the stack overflows."""

    depth = 0

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:  # noqa: ARG002
        # `_scalar` decides what plain scalars mean; PyYAML would try the patterns of YAML 1.1 on each.
        return ""

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002
        self.depth += 1
        if parent is not None and self.depth > MAX_DEPTH:
            raise _TooDeep(parent.start_mark.line, parent.start_mark.column)

    def ascend_resolver(self) -> None:
        self.depth -= 1


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
    if value[0] not in "+-.0123456789":  # most are words
        return value
    if _INTEGER.fullmatch(value) and len(value) <= 18:
        return int(value)
    if "." in value and _float().fullmatch(value) and isfinite(number := float(value)):
        return number
    return value


def convert(value: object, kind: Any) -> Any:
    """Return a plain value as one of that type of the model. Raises msgspec.ValidationError."""
    return msgspec.convert(value, kind, dec_hook=_parse)


def _parse(kind: Any, value: object) -> object:
    """Return a value of a type that msgspec does not know: those that are typed in a file can be parsed."""
    if not hasattr(kind, "parse"):
        raise ValueError(f"{kind.__name__} is not typed in a file")
    return kind.parse(value)


def _marked(text: str, path: str, first_line: int) -> list[Problem]:
    """Return a problem for each anchor, alias and tag: some are not visible in the tree."""
    if not ("&" in text or "*" in text or "!" in text) or not _may_be_marked().search(text):
        return []
    problems = []
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
            from jvom.reading.marks_in_values import explain_mark

            start, end = token.start_mark, token.end_mark
            place = Span(
                path, start.line + first_line, start.column + 1, end.line + first_line, end.column + 1
            )
            line = text[start.index - start.column :].partition("\n")[0]
            problems.append(Problem(place, *explain_mark(line, start.column)))
    return problems


@cache
def _float() -> re.Pattern[str]:
    return re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")


@cache
def _may_be_marked() -> re.Pattern[str]:
    """Return the pattern of what may be an anchor, alias or tag: only the scanner can tell."""
    return re.compile(r"(?:^|[\s,:?\[{-])[&*!]", re.MULTILINE)


def _inspect(node: Node, path: str, first_line: int, problems: list[Problem]) -> None:
    if isinstance(node, ScalarNode):
        if node.style == '"' and not node.value.isprintable() and (match := control().search(node.value)):
            what = msg("hier staat een stuurteken als code ({code})", code=f"U+{ord(match[0]):04X}")
            problems.append(Problem(span(node, path, first_line), what, msg("haal de code weg")))
        elif not node.style and _in_curly_quotes(node.value):
            what = msg(
                "deze aanhalingstekens horen bij de tekst en worden gedrukt: {value}", value=node.value
            )
            advice = msg('zet rechte aanhalingstekens (") om de waarde, of laat ze weg')
            problems.append(Problem(span(node, path, first_line), what, advice))
    elif isinstance(node, SequenceNode):
        for item in filter(_may_be_wrong, node.value):
            _inspect(item, path, first_line, problems)
    elif isinstance(node, MappingNode):
        seen: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                place = span(key, path, first_line)
                what = msg("een sleutel moet een woord zijn")
                problems.append(Problem(place, what, msg("zet tekst met haken tussen aanhalingstekens")))
                continue
            if _may_be_wrong(key):
                _inspect(key, path, first_line, problems)
            if key.value[:1].isspace() and not key.style:
                what = msg("hier staat een bijzondere spatie")
                advice = msg("spring in met gewone spaties")
                problems.append(Problem(span(key, path, first_line), what, advice))
            if (first := seen.setdefault(key.value, key)) is not key:
                problems.append(
                    Problem(
                        span(key, path, first_line),
                        msg(
                            "de sleutel «{key}» staat er twee keer; de eerste op regel {line}",
                            key=key.value,
                            line=span(first, path, first_line).line,
                        ),
                        msg("houd er een over"),
                    )
                )
            if _may_be_wrong(value):
                _inspect(value, path, first_line, problems)


def _may_be_wrong(node: Node) -> bool:
    """Tell whether anything can be wrong with a node: with a plain word of ASCII, as most are, it can't."""
    return not isinstance(node, ScalarNode) or node.style == '"' or not node.value.isascii()


def _in_curly_quotes(value: str) -> bool:
    """Tell whether a plain value is in Word's quotation marks, or has one half of a pair."""
    first, last = value[:1], value[-1:]
    if first in _OPENING and last in _CLOSING and len(value) > 1:
        return True
    # "[“Postbus 20701, 2500 ES”]" is a list of two. A single mark may be an apostrophe.
    return (first in "“„" and not set("”“") & set(value[1:])) or (last == "”" and not set("“„") & set(value))


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1
