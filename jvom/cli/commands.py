# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the declaration of a verb to a command of Typer, and from what was typed to the verb's options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, get_annotations
from pathlib import Path
from typing import Any, TypeAlias, cast, get_args, get_origin

import msgspec
import typer

from jvom.cli.help import command_class
from jvom.cli.project import in_project
from jvom.cli.recovery import recover_first
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Verb, VerbOptions
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span

Declared: TypeAlias = tuple[Any, Option | Argument]
"""The type of a field, and how it is shown and read."""


def add_commands(app: typer.Typer, verbs: Mapping[str, Verb[Any]], terminal: Terminal) -> None:
    """Add the verbs to the app under their names, with help in the language of the terminal."""
    command = command_class(terminal)
    for name, verb in verbs.items():
        app.command(
            name,
            cls=command,
            help=terminal.translated(verb.help),
            options_metavar=terminal.translated(msg("[OPTIES]")),
        )(_function(verb, terminal))


def _function(verb: Verb[VerbOptions], terminal: Terminal) -> Callable[..., int]:
    """Return a function whose signature has a parameter for each option of the verb, as Typer asks for."""
    fields = declared_fields(verb.options)

    def run(**typed: Any) -> int:
        options = read_options(verb.options, fields, typed)
        options = in_project(options, [name for name, value in typed.items() if value is not None])
        terminal.for_program = options.for_program
        recover_first(terminal, options.places)
        return verb.run(terminal, options)

    required = _required(verb.options)
    cast("Any", run).__signature__ = Signature(
        [_parameter(name, *declared, name in required, terminal) for name, declared in fields.items()]
    )
    run.__annotations__ = {}
    return run


def declared_fields(options: type[VerbOptions]) -> dict[str, Declared]:
    """Return type and declaration of each field that can be typed, by name, in the order of the help."""
    return {
        name: (annotation.__origin__, declaration)
        for name, annotation in get_annotations(options, eval_str=True).items()
        for declaration in getattr(annotation, "__metadata__", ())
        if isinstance(declaration, Option | Argument)
    }


def read_options(
    options: type[VerbOptions], fields: Mapping[str, Declared], typed: Mapping[str, Any]
) -> VerbOptions:
    """Return the options with what was typed, by name of the field; None for a field that was not.

    Raises CannotRun when a value that can't be missed can't be read; all other problems are in the result.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in typed.items():
        _, declaration = fields[name]
        if value is None:
            continue
        if isinstance(value, list):
            value = tuple(value)
        label = _label(name, declaration)
        try:
            if declaration.read:
                values[name] = declaration.read(label, value)
            else:
                values[name] = _path(label, value) if _is_path(fields[name][0]) else value
        except CannotRun as error:
            problems += error.problems
    if any(name not in values for name in _required(options)):
        raise CannotRun(problems)
    return options(**values, problems=tuple(problems))


def _parameter(
    name: str, kind: Any, declaration: Option | Argument, required: bool, terminal: Terminal
) -> Parameter:
    shown: dict[str, Any] = {"help": terminal.translated(declaration.help), "show_default": False}
    if declaration.metavar:
        shown["metavar"] = terminal.translated(declaration.metavar)
    # What is not typed is None, and takes the default of its field; a flag is off.
    default = ... if required else False if kind is bool else None
    parameter = (
        typer.Argument(default, **shown)
        if isinstance(declaration, Argument)
        else typer.Option(default, _label(name, declaration), hidden=declaration.hidden, **shown)
    )
    if declaration.read or _is_path(kind):
        kind = str
    elif get_origin(kind) is tuple:
        kind = list[get_args(kind)[0]]  # type: ignore[misc]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=parameter, annotation=kind)


def _is_path(kind: Any) -> bool:
    return kind is Path or Path in get_args(kind)


def _path(label: str, typed: str) -> Path:
    """Return a path; raises CannotRun for an empty one, which would be the current folder."""
    if not typed:
        what = msg("hier ontbreekt de naam van een map of bestand")
        raise CannotRun([Problem(Span(label), what, msg("typ die, of laat de optie weg"))])
    return Path(typed)


def _label(name: str, declaration: Option | Argument) -> str:
    """Return what a user knows the field by: ``--no-check``, or the metavar of an argument."""
    if isinstance(declaration, Argument):
        return str(declaration.metavar)
    return f"--{name.rstrip('_').replace('_', '-')}"  # "from_", since "from" is Python's


def _required(options: type[VerbOptions]) -> list[str]:
    """Return the fields without a default."""
    fields, defaults = options.__struct_fields__, options.__struct_defaults__
    with_default = fields[len(fields) - len(defaults) :]
    return [
        *fields[: len(fields) - len(defaults)],
        *(name for name, default in zip(with_default, defaults, strict=True) if default is msgspec.NODEFAULT),
    ]
