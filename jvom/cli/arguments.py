# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How the words of the command line are read as values, and the problems of words that can't be read."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, TypeAlias, get_args

from jvom.cli.verb import Reader
from jvom.messages import did_you_mean, msg
from jvom.source import CannotRun, Problem, Span

Engine: TypeAlias = Literal["exact", "estimate"]
Pages: TypeAlias = Literal["auto", "exact", "estimate"]

ENGINES: tuple[Engine, ...] = get_args(Engine)
PAGES: tuple[Pages, ...] = get_args(Pages)


def read_names(option: str, typed: str) -> tuple[str, ...]:
    """Read names separated by commas.

    Raises CannotRun when they end with a comma: the shell took the next name for another argument.
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


def one_of(known: tuple[str, ...]) -> Reader:
    """Return what reads one of the `known` words, and raises CannotRun for any other."""

    def read(option: str, typed: str) -> str:
        if typed in known:
            return typed
        what = msg("deze optie kent geen «{value}»", value=typed)
        raise CannotRun([Problem(Span(option), what, did_you_mean(typed, known))])

    return read


def read_day(option: str, typed: str) -> date | None:
    """Read a day such as 2026-05-20, None when it is empty; raises CannotRun for another form."""
    if not typed:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
            return date.fromisoformat(typed)
        what = msg("«{value}» is geen datum zoals 2026-05-20", value=typed)
    except ValueError:
        what = msg("de datum {value} bestaat niet", value=typed)
    raise CannotRun([Problem(Span(option), what, msg("schrijf 2026-05-20"))])
