# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How the words of the command line are read as values, and the problems of words that can't be read."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from jvom.cli.project import is_usual
from jvom.cli.verb import Reader
from jvom.dossier_ids import DossierId
from jvom.messages import did_you_mean, msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.years.agenda import Ahead

Engine: TypeAlias = Literal["exact", "estimate"]
Pages: TypeAlias = Literal["auto", "exact", "estimate"]

_LAST_PORT = 65535

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


def read_dossier_argument(content: Path, *typed: str) -> tuple[Path, DossierId | None]:
    """Return the folder of the texts and the id of a dossier in it, None for the newest.

    A dossier may be typed as the path of its folder; then that says where the texts are. Raises CannotRun for
    what can be no dossier, for more than one, and for a path outside a `content` that is not the usual one.
    """
    if not any(typed):
        return content, None
    from jvom.reading.dossier_folders import parse_id

    if len(typed) > 1:
        raise CannotRun(_no_dossier(typed))
    (asked,) = typed
    path = Path(asked)
    if path.suffix:
        raise CannotRun(_no_dossier(typed))
    if asked.rstrip("/" + os.sep) == path.name:
        return content, parse_id(content, path.name)
    above, id = path.parent, path.name
    if id in ("", ".."):
        above, id = path / "..", Path(os.path.realpath(path)).name
    if not is_usual(content) and os.path.realpath(content) != os.path.realpath(above):
        what = msg("dit dossier staat niet in {content}", content=content.as_posix())
        raise CannotRun([Problem(Span(asked), what, msg("laat --content weg, of noem alleen het dossier"))])
    return above, parse_id(above, id)


def _no_dossier(typed: tuple[str, ...]) -> list[Problem]:
    """Return what is wrong with arguments that are not one dossier."""
    advice = msg("noem een dossier, zoals 2025; losse bestanden leest «jvom check --text»")
    if files := [each for each in typed if Path(each).suffix]:
        return [Problem(Span(each), msg("dit is geen dossier"), advice) for each in files]
    return [Problem(Span(" ".join(typed)), msg("dit is meer dan één dossier"), advice)]


def one_of(known: tuple[str, ...]) -> Reader:
    """Return what reads one of the `known` words, and raises CannotRun for any other."""

    def read(option: str, typed: str) -> str:
        if typed in known:
            return typed
        what = msg("deze optie kent geen «{value}»", value=typed)
        raise CannotRun([Problem(Span(option), what, did_you_mean(typed, known))])

    return read


def read_program(option: str, typed: str) -> Path:
    """Read the path of a program; raises CannotRun when it is not there: another one must not stand in."""
    path = Path(typed)
    if not typed or not os.path.isfile(path):  # noqa: PTH113 - Path.is_file may raise an error
        what = msg("hier is geen programma: «{path}»", path=typed)
        advice = msg("geef het hele pad, zoals /usr/bin/soffice, of laat de optie weg")
        raise CannotRun([Problem(Span(option), what, advice)])
    return path


def read_port(option: str, typed: str) -> int:
    """Read the number of a port, 0 for any; raises CannotRun for what is none."""
    if (
        typed.isascii()
        and typed.isdecimal()
        and len(typed) <= len(str(_LAST_PORT))
        and int(typed) <= _LAST_PORT
    ):
        return int(typed)
    what = msg("«{value}» is geen poort", value=typed)
    raise CannotRun([Problem(Span(option), what, msg("noem een getal tot en met 65535, zoals 8025"))])


def read_day(option: str, typed: str) -> date | None:
    """Read a day such as 2026-05-20, None when it is empty; raises CannotRun for another form."""
    if not typed:
        return None
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
            return date.fromisoformat(typed)
        what = msg("«{value}» is geen datum zoals 2026-05-20", value=typed)
    except ValueError:
        what = msg("de datum {value} bestaat niet", value=typed)
    raise CannotRun([Problem(Span(option), what, msg("schrijf 2026-05-20"))])


def read_ahead(option: str, typed: str) -> Ahead:
    """Read how far to look ahead, such as 12m; raises CannotRun for another form."""
    from jvom.years.agenda import Ahead

    try:
        return Ahead.parse(typed)
    except ValueError as error:
        what = msg("«{value}» is geen duur zoals 12m", value=typed)
        advice = msg("schrijf een getal met d, w, m of j: 90d, 6w, 12m, 2j")
        raise CannotRun([Problem(Span(option), what, advice)]) from error
