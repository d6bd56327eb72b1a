# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Arguments as they come: those that hold for every verb, how each is read, and what a wrong one is told."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from jvom.cli.language import LANGUAGES
from jvom.messages import Message, did_you_mean, msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.layout.engines import Choice
    from jvom.layout.result import Engine

Word = TypeVar("Word", bound=str)

ENGINES: tuple[Engine, ...] = ("exact", "estimate")
PAGES: tuple[Choice, ...] = ("auto", *ENGINES)
# What Typer's parser says of words that no argument takes.
_EXTRA = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)
_FORM_OF_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class GlobalOptions:
    """``--lang`` and ``--debug``, wherever they stand, and the arguments without them."""

    def __init__(self, arguments: list[str]) -> None:
        self.language = ""
        self.debug = False
        self.problem: Message | None = None
        self.rest: list[str] = []
        waiting = list(arguments)
        while waiting:
            argument = waiting.pop(0)
            if argument == "--":
                self.rest += [argument, *waiting]
                break
            if argument == "--debug":
                self.debug = True
            elif argument == "--lang" or argument.startswith("--lang="):
                value = argument.partition("=")[2] if "=" in argument else waiting.pop(0) if waiting else ""
                self._language(value)
            else:
                self.rest.append(argument)

    def _language(self, value: str) -> None:
        if value in LANGUAGES:
            self.language = value
        else:
            self.problem = msg("--lang kent geen «{value}»; kies nl of en", value=value)


def usage_message(error: Exception, verbs: tuple[str, ...]) -> Message:
    """Return what is wrong with the arguments, from the error that Typer's parser raises."""
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    if option and hasattr(error, "possibilities"):
        return msg(
            "de optie {option} bestaat niet; {advice}",
            option=option,
            advice=did_you_mean(option, set(error.possibilities or ()), msg("zie --help")),
        )
    text = str(error)
    if option and "does not take a value" in text:
        return msg("achter {option} hoort geen waarde; zie --help", option=option)
    if option:
        return msg("achter {option} ontbreekt de waarde; zie --help", option=option)
    if parameter is not None:
        name = parameter.opts[0] if parameter.param_type_name == "option" else parameter.make_metavar(None)
        if text.startswith("Missing parameter"):
            return msg("hier ontbreekt {name}; zie --help", name=name)
        return msg("de waarde voor {name} is niet goed; zie --help", name=name)
    if extra := _EXTRA.match(text):
        return msg("hier staat te veel: {words}; zie --help", words=extra["words"])
    if text.startswith("No such command"):
        verb = text.split("'")[1] if "'" in text else ""
        return msg(
            "het commando «{verb}» bestaat niet; {advice}", verb=verb, advice=did_you_mean(verb, verbs)
        )
    if text.startswith("Missing command"):
        return msg("hier ontbreekt een commando; kies uit: {known}", known=", ".join(verbs))
    return msg("deze argumenten zijn niet goed ({reason}); zie --help", reason=text)


def read_names(option: str, typed: str) -> tuple[str, ...]:
    """Read the names behind an option, with commas between them.

    Raises CannotRun when they end with a comma: what was to follow went to another argument.
    """
    if typed.rstrip().endswith(","):
        what = msg("achter «{typed}» ontbreekt een naam", typed=typed)
        raise CannotRun([Problem(Span(option), what, msg("typ geen spatie achter een komma"))])
    return tuple(name.strip() for name in typed.split(",") if name.strip())


def read_year(*typed: str) -> int | None:
    """Read the year of a dossier; None when there is none, or it is empty. Raises CannotRun."""
    if not any(typed):
        return None
    if len(typed) == 1 and typed[0].isdecimal():
        return int(typed[0])
    advice = msg("noem een jaar, zoals 2025; losse bestanden leest «jvom check --text»")
    if all(each.isdecimal() for each in typed):
        raise CannotRun([Problem(Span(" ".join(typed)), msg("dit is meer dan één jaar"), advice)])
    raise CannotRun(
        Problem(Span(each), msg("dit is geen jaar"), advice) for each in typed if not each.isdecimal()
    )


def read_choice(option: str, typed: str, known: tuple[Word, ...]) -> Word:
    """Return the one of `known` that was typed; raises CannotRun when it is none of them."""
    for word in known:
        if word == typed:
            return word
    what = msg("deze optie kent geen «{value}»", value=typed)
    raise CannotRun([Problem(Span(option), what, did_you_mean(typed, known))])


def read_day(option: str, typed: str) -> date | None:
    """Read a day such as 2026-05-20, None when it is empty; raises CannotRun for another form."""
    if not typed:
        return None
    try:
        if _FORM_OF_DAY.fullmatch(typed):
            return date.fromisoformat(typed)
        what = msg("«{value}» is geen datum zoals 2026-05-20", value=typed)
    except ValueError:
        what = msg("de datum {value} bestaat niet", value=typed)
    raise CannotRun([Problem(Span(option), what, msg("schrijf 2026-05-20"))])
