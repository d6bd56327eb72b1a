# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From a YAML tree to a record of the model, with every problem at its place.

msgspec converts valid data at once, in C. Only when that fails, the tree is walked along the types to find
every problem (:mod:`jvom.reading.diagnosis`). In both cases the records get their positions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.model import Record
from jvom.reading.data import convert, plain, span
from jvom.source import Positions, Problem

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


def _positions(node: MappingNode, path: str, first_line: int) -> Positions:
    place = partial(span, path=path, first_line=first_line)
    return Positions(
        place(node),
        keys=_Places(node, Node, lambda key, _: place(key)),
        values=_Places(node, Node, lambda _, value: place(value)),
        items=_Places(node, SequenceNode, lambda _, value: tuple(map(place, value.value))),
        entries=_Places(
            node, MappingNode, lambda _, value: {name.value: place(name) for name, _ in value.value}
        ),
    )


Place = TypeVar("Place")


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
