# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a YAML tree: walked along the type that it should have, every problem at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.messages import Message, did_you_mean, msg
from jvom.model import Record
from jvom.reading.data import plain, span
from jvom.reading.wrong_values import ValueDiagnosis, shown
from jvom.source import Problem, Span

if TYPE_CHECKING:
    from msgspec.inspect import Type


def problems(
    node: Node | None, kind: type[Record], path: str, first_line: int, error: msgspec.ValidationError
) -> list[Problem]:
    """Return every problem with a tree of which msgspec could make no record of that kind, by its `error`."""
    diagnosis = _Diagnosis(path, first_line)
    whole = Span(path) if node is None else diagnosis.span(node)
    diagnosis.walk(node, msgspec.inspect.type_info(kind), whole)
    if not diagnosis.problems:
        diagnosis.report(
            Span(path), msg("{reason}", reason=str(error)), msg("vergelijk het bestand met het schema")
        )
    return diagnosis.problems


class _Diagnosis:
    """Walks a tree along the type it should have, and gathers the problems."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.values = ValueDiagnosis(self.problems)

    def report(self, place: Span, what: Message, advice: Message) -> None:
        self.problems.append(Problem(place, what, advice))

    def span(self, node: Node) -> Span:
        return span(node, self.path, self.first_line)

    def walk(self, node: Node | None, kind: Type, place: Span) -> None:
        inspect = msgspec.inspect
        match kind:
            case inspect.Metadata():
                self.walk(node, kind.type, place)
            case inspect.StructType():
                self.record(node, kind, place)
            case inspect.VarTupleType():
                self.sequence(node, kind, place)
            case inspect.DictType():
                self.mapping(node, kind, place)
            case inspect.UnionType(types=(inspect.StructType() as record, inspect.NoneType())):
                if plain(node) is not None:
                    self.record(node, record, place)
            case inspect.UnionType() if all(isinstance(t, inspect.StructType) for t in kind.types):
                self.tagged(node, kind, place)
            case inspect.UnionType(types=types) if of_shape := _of_shape(node, types):
                self.walk(node, of_shape, place)
            case _:
                self.values.leaf(plain(node), kind, place, node.value if isinstance(node, ScalarNode) else "")

    def record(self, node: Node | None, kind: msgspec.inspect.StructType, place: Span) -> None:
        if not isinstance(node, MappingNode):
            before = len(self.problems)
            if plain(node) is None:
                self.missing(kind, set(), place)
            if len(self.problems) == before:
                self.no_block(place, kind, plain(node))
            return
        fields = {field.encode_name: field for field in kind.fields if field.name != "at"}
        known = set(fields) | ({kind.tag_field} if kind.tag_field else set())
        present = set()
        for key, value in node.value:
            present.add(key.value)
            if key.value not in known and node.flow_style and plain(value) is None and present - {key.value}:
                self.report(
                    self.span(key),
                    msg("de komma voor «{key}» eindigt de waarde ervoor", key=shown(key.value)),
                    msg("zet de decimalen van een getal achter een punt, zonder procentteken: 42.5")
                    if key.value.rstrip(" %").isdecimal()
                    else msg(
                        'zet een waarde met een komma tussen rechte aanhalingstekens: "Zorg, Werk en Natuur"'
                    ),
                )
            elif key.value not in known:
                self.report(
                    self.span(key),
                    msg("onbekende sleutel «{key}»", key=key.value),
                    did_you_mean(key.value, known - present, msg("haal de sleutel weg")),
                )
            elif (several := f"{key.value}s") in known and isinstance(value, SequenceNode):
                what = msg("bij «{key}» hoort één waarde, geen lijst", key=key.value)
                self.report(self.span(value), what, msg("typ voor meer waarden «{key}:»", key=several))
            elif key.value in fields:
                self.walk(value, fields[key.value].type, self.span(value))
        self.missing(kind, present, self.span(node))

    def no_block(self, place: Span, kind: msgspec.inspect.StructType, value: object) -> None:
        """Report a value where a block with keys belongs, with the keys to type."""
        form = msg("een blok met sleutels en waarden")
        required = [field.encode_name for field in kind.fields if field.required]
        if not isinstance(value, str) or not required:
            self.values.expected(place, form, value)
            return
        typed = value if len(required) == 1 else "…"
        keys = ", ".join(f"{key}: {typed}" for key in required)
        block = keys if len(required) == 1 else f"{{{keys}}}"
        self.report(place, msg("hier hoort {form}", form=form), msg("typ {block}", block=shown(block)))

    def missing(self, kind: msgspec.inspect.StructType, present: set[str], place: Span) -> None:
        for field in kind.fields:
            if field.required and field.encode_name not in present:
                self.report(
                    Span(place.path, place.line, place.column),
                    msg("hier ontbreekt de sleutel «{key}»", key=field.encode_name),
                    _description(field.type) or msg("vul de waarde in"),
                )

    def sequence(self, node: Node | None, kind: msgspec.inspect.VarTupleType, place: Span) -> None:
        if not isinstance(node, SequenceNode):
            self.values.expected(place, msg("een lijst"), plain(node))
            return
        for item in node.value:
            self.walk(item, kind.item_type, self.span(item))
        if kind.min_length and len(node.value) < kind.min_length:
            self.report(place, msg("deze lijst is leeg"), msg("noem er ten minste één"))

    def mapping(self, node: Node | None, kind: msgspec.inspect.DictType, place: Span) -> None:
        if not isinstance(node, MappingNode):
            self.values.expected(place, msg("een blok met namen en waarden"), plain(node))
            return
        for key, value in node.value:
            self.values.leaf(key.value, kind.key_type, self.span(key))
            self.walk(value, kind.value_type, self.span(value))

    def tagged(self, node: Node | None, kind: msgspec.inspect.UnionType, place: Span) -> None:
        choices = {str(t.tag): t for t in kind.types if isinstance(t, msgspec.inspect.StructType)}
        if not isinstance(node, MappingNode):
            self.values.expected(place, msg("een blok met sleutels en waarden"), plain(node))
            return
        tag_field = next(iter(choices.values())).tag_field or "type"
        for key, value in node.value:
            if key.value == tag_field:
                typed = value.value if isinstance(plain(value), str) else shown(plain(value))
                chosen = choices.get(typed)
                if chosen is None:
                    self.report(
                        self.span(value),
                        msg("het type «{type}» bestaat niet", type=typed),
                        did_you_mean(typed, set(choices)),
                    )
                else:
                    self.record(node, chosen, place)
                return
        self.report(
            place,
            msg("hier ontbreekt de sleutel «{key}»", key=tag_field),
            msg("kies uit: {known}", known=", ".join(sorted(choices))),
        )


def _of_shape(node: Node | None, types: tuple[Type, ...]) -> Type | None:
    """Return the type that a value was meant to have in a union with a list or a block, else None.

    When the union has no type of that shape, it is the first of the others, which the message then asks for.
    """
    inspect = msgspec.inspect
    lists = [each for each in types if isinstance(each, inspect.VarTupleType)]
    blocks = [each for each in types if isinstance(each, inspect.DictType)]
    if not lists and not blocks:
        return None
    if isinstance(node, SequenceNode):
        return [*lists, *blocks][0]
    if isinstance(node, MappingNode):
        return [*blocks, *lists][0]
    others = [each for each in types if each not in lists and each not in blocks]
    return [*others, *lists, *blocks][0]


def _description(kind: Type) -> Message | None:
    if isinstance(kind, msgspec.inspect.Metadata) and kind.extra_json_schema:
        text = str(kind.extra_json_schema.get("description", ""))
        # It begins as a sentence; after "vul in" only an abbreviation keeps its capitals.
        lower = text if text[1:2].isupper() else text[:1].lower() + text[1:]
        return msg("vul in: {description}", description=lower) if text else None
    return None
