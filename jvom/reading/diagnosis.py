# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a YAML tree: walked along the type that it should have, every problem at its place."""

from __future__ import annotations

from datetime import date
from re import fullmatch
from typing import TYPE_CHECKING, Any

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.calendar import YearlyDay
from jvom.messages import Message, did_you_mean, msg
from jvom.model import DossierNumber, Identifier, LanguageTag, Line, Record
from jvom.reading.data import convert, plain, span
from jvom.source import Problem, Span
from jvom.times import Duration, LooseDate, Month

if TYPE_CHECKING:
    from msgspec.inspect import Type

_UNREACHED = 1_000_000
"""Bounds this large only guard against overflow; messages do not mention them."""

_PARSED = (Month, Duration, LooseDate, YearlyDay)


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
                self.leaf(plain(node), kind, place, node.value if isinstance(node, ScalarNode) else "")

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
                    msg("de komma voor «{key}» eindigt de waarde ervoor", key=_shown(key.value)),
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
            self.expected(place, form, value)
            return
        typed = value if len(required) == 1 else "…"
        keys = ", ".join(f"{key}: {typed}" for key in required)
        block = keys if len(required) == 1 else f"{{{keys}}}"
        self.report(place, msg("hier hoort {form}", form=form), msg("typ {block}", block=_shown(block)))

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
            self.expected(place, msg("een lijst"), plain(node))
            return
        for item in node.value:
            self.walk(item, kind.item_type, self.span(item))
        if kind.min_length and len(node.value) < kind.min_length:
            self.report(place, msg("deze lijst is leeg"), msg("noem er ten minste één"))

    def mapping(self, node: Node | None, kind: msgspec.inspect.DictType, place: Span) -> None:
        if not isinstance(node, MappingNode):
            self.expected(place, msg("een blok met namen en waarden"), plain(node))
            return
        for key, value in node.value:
            self.leaf(key.value, kind.key_type, self.span(key))
            self.walk(value, kind.value_type, self.span(value))

    def tagged(self, node: Node | None, kind: msgspec.inspect.UnionType, place: Span) -> None:
        choices = {str(t.tag): t for t in kind.types if isinstance(t, msgspec.inspect.StructType)}
        if not isinstance(node, MappingNode):
            self.expected(place, msg("een blok met sleutels en waarden"), plain(node))
            return
        tag_field = next(iter(choices.values())).tag_field or "type"
        for key, value in node.value:
            if key.value == tag_field:
                typed = value.value if isinstance(plain(value), str) else _shown(plain(value))
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

    def leaf(self, value: object, kind: Type, place: Span, typed: str = "") -> None:
        while isinstance(kind, msgspec.inspect.Metadata):
            kind = kind.type
        try:
            convert(value, _python_type(kind))
        except msgspec.ValidationError:
            self.explain(place, value, kind, typed)

    def explain(self, place: Span, value: object, kind: Type, typed: str) -> None:
        inspect = msgspec.inspect
        match kind:
            case inspect.IntType() | inspect.FloatType() if number := _as_typed_in_dutch(typed, kind):
                self.report(
                    place,
                    msg("«{value}» is hier geen getal", value=typed),
                    msg("typ {number}: een punt staat alleen voor de decimalen", number=number),
                )
            case inspect.CustomType(cls=cls) if cls is YearlyDay:
                self.no_yearly_day(place, value)
            case inspect.CustomType(cls=cls) if cls in _PARSED:
                self.no_date(place, value, cls, _FORMS[cls])
            case inspect.DateType():
                self.no_date(place, value, date, msg("een datum, geschreven als 2026-05-20"))
            case inspect.IntType(ge=least, le=most) if isinstance(value, str) and value.isdecimal():
                what = msg("hier hoort {form}", form=_whole_number(least, most))
                self.report(place, what, msg("haal de aanhalingstekens weg: {value}", value=value))
            case inspect.IntType(ge=least, le=most) if digits := _only_number(value):
                what = msg("hier hoort {form}", form=_whole_number(least, most))
                self.report(place, what, msg("typ alleen {number}", number=digits))
            case inspect.IntType(ge=least, le=most):
                self.expected(place, _whole_number(least, most), value)
            case inspect.FloatType():
                self.expected(place, msg("een getal, met een punt voor de decimalen"), value)
            case inspect.BoolType():
                self.expected(place, msg("true of false"), value)
            case inspect.LiteralType(values=values):
                self.report(
                    place,
                    msg("«{value}» kan hier niet staan", value=_shown(value)),
                    did_you_mean(str(value), {str(v) for v in values}),
                )
            case inspect.StrType() if value is None or (kind.min_length and _is_blank(value)):
                self.report(place, msg("deze waarde is leeg"), msg("vul iets in"))
            case inspect.StrType(max_length=int(most)) if isinstance(value, str) and len(value) > most:
                self.report(
                    place,
                    msg("«{value}» is te lang: {length} tekens", value=_shown(value), length=len(value)),
                    msg("gebruik er hooguit {most}", most=most),
                )
            case inspect.StrType() if isinstance(value, str):
                self.report(
                    place,
                    msg("«{value}» heeft niet de vorm die hier hoort", value=_shown(value)),
                    _form(kind.pattern),
                )
            case inspect.StrType() if isinstance(value, list | dict):
                self.report(
                    place,
                    msg("hier hoort tekst, en de haken maken er {value} van", value=_shown(value))
                    if place.line == place.end_line
                    else msg("hier hoort tekst, en er staat {value}", value=_shown(value)),
                    msg("zet de hele waarde tussen rechte aanhalingstekens"),
                )
            case inspect.StrType():
                self.expected(place, msg("tekst (zet een getal tussen aanhalingstekens)"), value)
            case inspect.UnionType(types=types):
                # An optional value: ask for its other type.
                for other in types:
                    if not isinstance(other, inspect.NoneType):
                        self.explain(place, value, other, typed)
            case _:
                self.expected(place, msg("een waarde van een andere soort"), value)

    def no_date(self, place: Span, value: object, kind: type, form: Message) -> None:
        # Imported here: only wrong dates need it.
        from jvom.reading.typed_dates import as_data

        typed = as_data(value) if isinstance(value, str) else ""
        if not typed:
            self.expected(place, form, value)
        elif typed != value and _is_valid(typed, kind):
            self.report(
                place,
                msg("«{value}» heeft niet de vorm die hier hoort", value=_shown(value)),
                msg("typ {date}, met het jaar voorop", date=typed),
            )
        elif _is_valid(typed, LooseDate):
            self.expected(place, form, value)
        else:
            self.report(
                place,
                msg("de datum {value} bestaat niet", value=_shown(value)),
                msg("kijk dag en maand na in de kalender"),
            )

    def no_yearly_day(self, place: Span, value: object) -> None:
        unknown = YearlyDay.unknown_word(value) if isinstance(value, str) else None
        if unknown is None or not unknown.word or not unknown.known:
            self.expected(place, msg("een dag van het jaar, geschreven als derde woensdag van mei"), value)
            return
        if place.line == place.end_line and place.end_column - place.column == len(str(value)):
            start = place.column + unknown.start
            place = Span(place.path, place.line, start, place.line, start + len(unknown.word))
        advice = did_you_mean(unknown.word, unknown.known)
        if "guess" not in advice.values:
            advice = msg("kies uit: {known}", known=", ".join(unknown.known))
        self.report(place, msg("«{value}» kan hier niet staan", value=unknown.word), advice)

    def expected(self, place: Span, form: Message, value: object) -> None:
        self.report(
            place, msg("hier hoort {form}", form=form), msg("nu staat er: {value}", value=_shown(value))
        )


_FORMS: dict[type, Message] = {
    Month: msg("een maand, geschreven als 2025-05"),
    Duration: msg("een datum (2028-06-30), onbepaald, doorlopend of geen"),
    LooseDate: msg("een datum: 2025-04-04, of 2022-08, of 2022"),
}


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


def _pattern(kind: Any) -> str:
    info = msgspec.inspect.type_info(kind)
    while isinstance(info, msgspec.inspect.Metadata):
        info = info.type
    return (isinstance(info, msgspec.inspect.StrType) and info.pattern) or ""


def _form(pattern: str | None) -> Message:
    """Return advice on how to type a text of that pattern."""
    forms = {
        _pattern(Identifier): msg("gebruik kleine letters, cijfers en streepjes, zoals nmi of kst-29521-493"),
        _pattern(LanguageTag): msg("gebruik een taalcode, zoals nl, en of fr"),
        _pattern(DossierNumber): msg("gebruik vijf cijfers, zoals 29521, of 21501-02 met een toevoeging"),
    }
    inner = (pattern or "").removeprefix("^(?:").removesuffix(r")$(?!\n)")  # what `whole` was given
    return forms.get(pattern or "", msg("de vorm is {pattern}", pattern=inner))


def _whole_number(least: int | None, most: int | None) -> Message:
    if least is not None and most is not None and most < _UNREACHED:
        return msg("een geheel getal van {least} tot en met {most}", least=least, most=most)
    if least is not None:
        return msg("een geheel getal, {least} of hoger", least=least)
    return msg("een geheel getal")


def _as_typed_in_dutch(typed: str, kind: Type) -> str:
    """Return a number in Dutch notation as YAML has it: "4126" for "4.126"; "" when it isn't a number."""
    grouped = fullmatch(r"(\d{1,3}(?:[. \u00a0]\d{3})+|\d+)(?:,(\d+))?", typed)
    if grouped is None or (grouped[2] and isinstance(kind, msgspec.inspect.IntType)):
        return ""
    whole = "".join(filter(str.isdigit, grouped[1]))
    number = f"{whole}.{grouped[2]}" if grouped[2] else whole
    return "" if number == typed else number


def _only_number(value: object) -> str:
    """Return the number in a text that has words around it, such as "nr. 493"; "" for any other."""
    found = fullmatch(r"[^\d-]*?(\d{1,9})[^\d]*", value) if isinstance(value, str) else None
    return found[1] if found else ""


def _is_blank(value: object) -> bool:
    """Tell whether a text shows nothing: it has spaces, or characters without a look of their own."""
    return isinstance(value, str) and (not value or not _is_valid(value, Line))


def _is_valid(typed: str, kind: Any) -> bool:
    """Tell whether the text is a value of that type: a day, or a type of `jvom.times`."""
    try:
        convert(typed, kind)
    except msgspec.ValidationError:
        return False
    return True


def _shown(value: object) -> str:
    if value is None:
        return "niets"
    text = "een lijst" if isinstance(value, list) else "een blok" if isinstance(value, dict) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _description(kind: Type) -> Message | None:
    if isinstance(kind, msgspec.inspect.Metadata) and kind.extra_json_schema:
        text = str(kind.extra_json_schema.get("description", ""))
        # It begins as a sentence; after "vul in" only an abbreviation keeps its capitals.
        lower = text if text[1:2].isupper() else text[:1].lower() + text[1:]
        return msg("vul in: {description}", description=lower) if text else None
    return None


def _python_type(kind: Type) -> Any:
    """Return the annotation that an inspected leaf type stands for."""
    from typing import Annotated, Literal, Union

    inspect = msgspec.inspect
    match kind:
        case inspect.Metadata():
            return _python_type(kind.type)
        case inspect.StrType():
            return Annotated[
                str,
                msgspec.Meta(pattern=kind.pattern, min_length=kind.min_length, max_length=kind.max_length),
            ]
        case inspect.IntType():
            return Annotated[int, msgspec.Meta(ge=kind.ge, le=kind.le)]
        case inspect.FloatType():
            return float
        case inspect.BoolType():
            return bool
        case inspect.DateType():
            return date
        case inspect.NoneType():
            return None
        case inspect.LiteralType(values=values):
            return Literal[values]
        case inspect.CustomType(cls=cls):
            return cls
        case inspect.UnionType(types=types):
            return Union[tuple(_python_type(t) for t in types)]  # noqa: UP007
    raise TypeError(f"no leaf of a data file: {kind}")
