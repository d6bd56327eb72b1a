# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a single value of a data file, and what to type instead."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from re import fullmatch
from typing import TYPE_CHECKING, Any

import msgspec

from jvom.calendar import YearlyDay
from jvom.messages import Message, did_you_mean, msg
from jvom.model import DossierNumber, Identifier, LanguageTag, Line
from jvom.reading.data import convert
from jvom.source import Problem, Span
from jvom.times import Duration, LooseDate, Month

if TYPE_CHECKING:
    from msgspec.inspect import Type

_UNREACHED = 1_000_000
"""Bounds this large only guard against overflow; messages do not mention them."""

_PARSED = (Month, Duration, LooseDate, YearlyDay)


class ValueDiagnosis:
    """Adds what is wrong with values to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def report(self, place: Span, what: Message, advice: Message) -> None:
        """Add a problem."""
        self.problems.append(Problem(place, what, advice))

    def leaf(self, value: object, kind: Type, place: Span, typed: str = "") -> None:
        """Explain a value that is none of that type; `typed` is how the file has it."""
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
                    msg("«{value}» kan hier niet staan", value=shown(value)),
                    did_you_mean(str(value), {str(v) for v in values}),
                )
            case inspect.StrType() if value is None or (kind.min_length and _is_blank(value)):
                self.report(place, msg("deze waarde is leeg"), msg("vul iets in"))
            case inspect.StrType(max_length=int(most)) if isinstance(value, str) and len(value) > most:
                self.report(
                    place,
                    msg("«{value}» is te lang: {length} tekens", value=shown(value), length=len(value)),
                    msg("gebruik er hooguit {most}", most=most),
                )
            case inspect.StrType() if isinstance(value, str):
                self.report(
                    place,
                    msg("«{value}» heeft niet de vorm die hier hoort", value=shown(value)),
                    _form(kind.pattern),
                )
            case inspect.StrType() if isinstance(value, list | dict):
                self.report(
                    place,
                    msg("hier hoort tekst, en de haken maken er {value} van", value=shown(value))
                    if place.line == place.end_line
                    else msg("hier hoort tekst, en er staat {value}", value=shown(value)),
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
                msg("«{value}» heeft niet de vorm die hier hoort", value=shown(value)),
                msg("typ {date}, met het jaar voorop", date=typed),
            )
        elif _is_valid(typed, LooseDate):
            self.expected(place, form, value)
        else:
            self.report(
                place,
                msg("de datum {value} bestaat niet", value=shown(value)),
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
        """Report a value where one of another form belongs."""
        self.report(
            place, msg("hier hoort {form}", form=form), msg("nu staat er: {value}", value=shown(value))
        )


_FORMS: dict[type, Message] = {
    Month: msg("een maand, geschreven als 2025-05"),
    Duration: msg("een datum (2028-06-30), onbepaald, doorlopend of geen"),
    LooseDate: msg("een datum: 2025-04-04, of 2022-08, of 2022"),
}


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


def shown(value: object) -> str:
    """Return a value as messages show it."""
    if value is None:
        return "niets"
    text = "een lijst" if isinstance(value, list) else "een blok" if isinstance(value, dict) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _python_type(kind: Type) -> Any:
    """Return the annotation that an inspected leaf type stands for."""
    from typing import Annotated, Literal

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
            return reduce(or_, map(_python_type, types))
    raise TypeError(f"no leaf of a data file: {kind}")
