# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From a YAML tree to a record of the model, with every problem at its place.

msgspec converts valid data at once, in C. Only when that fails, the tree is walked along the types to find
every problem (:mod:`jvom.reading.diagnosis`). In both cases the records get their positions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.model import Record
from jvom.reading.data import convert, plain, span
from jvom.source import Positions, Problem, Span

Bound = TypeVar("Bound", bound=Record)


def bind(
    node: Node | None, kind: type[Bound], path: str, first_line: int = 1
) -> tuple[Bound | None, list[Problem]]:
    """Return the record that a tree represents, or None and every problem with it."""
    try:
        value = plain(node)
        record = convert({} if value is None else value, kind)
    except msgspec.ValidationError as error:
        from jvom.reading.diagnosis import problems

        return None, problems(node, kind, path, first_line, error)
    if node is not None:
        _place(record, node, path, first_line)
    return record, []


def _place(value: object, node: Node, path: str, first_line: int) -> None:
    """Set the positions of every record in a value; scalars, which most nodes are, have none."""
    if isinstance(value, Record) and isinstance(node, MappingNode):
        msgspec.structs.force_setattr(value, "at", _positions(node, path, first_line))
        inner = [(key.value, child) for key, child in node.value if not isinstance(child, ScalarNode)]
        if inner:
            names = dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
            for key, child in inner:
                _place(getattr(value, names[key]), child, path, first_line)
    elif isinstance(value, tuple) and isinstance(node, SequenceNode):
        for item, child in zip(value, node.value, strict=True):
            if not isinstance(child, ScalarNode):
                _place(item, child, path, first_line)
    elif isinstance(value, dict) and isinstance(node, MappingNode):
        for key, child in node.value:
            if not isinstance(child, ScalarNode):
                _place(value[key.value], child, path, first_line)


Place = TypeVar("Place")


class _Source(msgspec.Struct, frozen=True, eq=False):
    """A mapping of a file, and where it is."""

    node: MappingNode
    path: str
    first_line: int

    def key(self, key: Node, _: Node) -> Span:
        return span(key, self.path, self.first_line)

    def value(self, _: Node, value: Node) -> Span:
        return span(value, self.path, self.first_line)

    def items(self, _: Node, value: SequenceNode) -> tuple[Span, ...]:
        return tuple(span(each, self.path, self.first_line) for each in value.value)

    def entries(self, _: Node, value: MappingNode) -> dict[str, Span]:
        return {name.value: span(name, self.path, self.first_line) for name, _ in value.value}


def _positions(node: MappingNode, path: str, first_line: int) -> Positions:
    source = _Source(node, path, first_line)
    return Positions(
        span(node, path, first_line),
        keys=_Places(node, Node, source.key),
        values=_Places(node, Node, source.value),
        items=_Places(node, SequenceNode, source.items),
        entries=_Places(node, MappingNode, source.entries),
    )


class _Places(Mapping[str, Place]):
    """Places in a mapping, of values of a `kind`, computed on demand: most are never needed."""

    def __init__(self, node: MappingNode, kind: type[Node], place: Callable[[Node, Any], Place]) -> None:
        self._node, self._kind, self._place = node, kind, place

    @cached_property
    def _nodes(self) -> dict[str, tuple[Node, Node]]:
        return {key.value: (key, value) for key, value in self._node.value if isinstance(value, self._kind)}

    def __getitem__(self, key: str) -> Place:
        return self._place(*self._nodes[key])

    def __contains__(self, key: object) -> bool:
        return key in self._nodes  # without making its place

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def __repr__(self) -> str:
        return repr(dict(self))
