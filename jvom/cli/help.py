# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Help in the user's language: Typer's commands, with their headings and standard options translated."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jvom.cli.language import Translate
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.messages import msg

# The help texts of Typer's own options, and ours for them.
_STANDARD = {
    "Show this message and exit.": msg("Toont deze uitleg."),
    "Install completion for the current shell.": msg("Zet het aanvullen met Tab aan voor deze shell."),
    "Show completion for the current shell, to copy it or customize the installation.": msg(
        "Toont wat het aanvullen met Tab aanzet, om het zelf in te richten."
    ),
}

_REQUIRED = "[required]"


def command_class(terminal: Terminal) -> type[TyperCommand]:
    """Return the class of commands that write their help to the terminal, in its language."""
    translate = terminal.translate

    class Command(TyperCommand):
        def get_help_option(self, ctx: Any) -> Any:
            return _with_help_on(terminal, super().get_help_option(ctx))

        def format_usage(self, ctx: Any, formatter: Any) -> None:
            _usage(self, ctx, formatter, translate)

        def format_options(self, ctx: Any, formatter: Any) -> None:
            _options(self, ctx, formatter, translate)

    return Command


def group_class(terminal: Terminal) -> type[TyperGroup]:
    """Return the class of the group of commands, which writes its help to the terminal, in its language."""
    translate = terminal.translate

    class Group(TyperGroup):
        def get_params(self, ctx: Any) -> Any:
            parameters = super().get_params(ctx)
            for parameter in parameters:
                if parameter.name == "install_completion" and not isinstance(parameter.callback, _Installer):
                    parameter.callback = _Installer(terminal, parameter.callback)
            return parameters

        def get_help_option(self, ctx: Any) -> Any:
            return _with_help_on(terminal, super().get_help_option(ctx))

        def format_usage(self, ctx: Any, formatter: Any) -> None:
            _usage(self, ctx, formatter, translate)

        def format_options(self, ctx: Any, formatter: Any) -> None:
            rows = [
                (name, command.get_short_help_str(80))
                for name in self.list_commands(ctx)
                if (command := self.get_command(ctx, name)) is not None and not command.hidden
            ]
            with formatter.section(msg("Commando's").format(translate)):
                formatter.write_dl(rows)
            _options(self, ctx, formatter, translate)

    return Group


def _with_help_on(terminal: Terminal, option: Any) -> Any:
    """Return Typer's option --help, with its output on the terminal as all other output."""

    def show_help(ctx: Any, _: Any, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            terminal.write(ctx.get_help())
            ctx.exit()

    if option is not None:
        option.callback = show_help
    return option


class _Installer:
    """Typer's --install-completion, with its message in the user's language."""

    def __init__(self, terminal: Terminal, install: Any) -> None:
        self._terminal, self._install = terminal, install

    def __call__(self, ctx: Any, parameter: Any, asked: Any) -> Any:
        if not asked or ctx.resilient_parsing:
            return asked
        output = io.StringIO()
        try:
            with redirect_stdout(output):
                self._install(ctx, parameter, asked)
        except SystemExit:  # how Typer ends after installing
            place = re.search(r"^\S+ completion installed in (.+)$", output.getvalue(), re.MULTILINE)
            done = msg("Het aanvullen met Tab staat aan ({place}); open daarvoor een nieuw venster.",
                       place=place[1] if place else "?")  # fmt: skip
            self._terminal.write(done)
            ctx.exit()
        except typer.Exit:
            self._terminal.inform(msg("aanvullen met Tab kan alleen in bash, zsh, fish en PowerShell"))
            raise typer.Exit(Status.COULD_NOT_RUN) from None
        return asked


def _usage(command: Any, ctx: Any, formatter: Any, translate: Translate) -> None:
    prefix = msg("Gebruik: ").format(translate)
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=prefix)


def _options(command: Any, ctx: Any, formatter: Any, translate: Translate) -> None:
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            names, text = record
            text = _STANDARD[text].format(translate) if text in _STANDARD else text
            if text.endswith(_REQUIRED):
                text = text.removesuffix(_REQUIRED) + msg("[verplicht]").format(translate)
            (arguments if parameter.param_type_name == "argument" else options).append((names, text))
    for title, rows in ((msg("Argumenten"), arguments), (msg("Opties"), options)):
        if rows:
            with formatter.section(title.format(translate)):
                formatter.write_dl(rows)
