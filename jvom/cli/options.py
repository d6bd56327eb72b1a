# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Options and arguments in the user's language: those that verbs share, and the making of others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

import typer

from jvom.cli.help import command_class
from jvom.cli.terminal import Terminal
from jvom.messages import Message, msg

Verb = TypeVar("Verb", bound=Callable[..., int])


class Options:
    """What verbs are declared with: each property is an option or argument that several of them have."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._command = command_class(terminal)

    def say(self, message: Message) -> str:
        """Return a message in the user's language."""
        return message.format(self._terminal.translate)

    def verb(self, app: typer.Typer, name: str, text: Message) -> Callable[[Verb], Verb]:
        """Return the decorator that makes a function a verb of the app; `text` is its help."""
        return app.command(
            name, cls=self._command, help=self.say(text), options_metavar=self.say(msg("[OPTIES]"))
        )

    def option(self, *names: str, text: Message, metavar: Message | None = None, **more: Any) -> Any:
        """Return an option; without `names` it is called as its parameter."""
        if metavar is not None:
            more["metavar"] = self.say(metavar)
        return typer.Option(*names, help=self.say(text), show_default=False, **more)

    def argument(self, *, metavar: Message, text: Message) -> Any:
        """Return an argument."""
        return typer.Argument(metavar=self.say(metavar), help=self.say(text), show_default=False)

    @cached_property
    def dossier(self) -> Any:
        """The id or the folder of a dossier, as it was typed; "" for the newest."""
        return self.argument(
            metavar=msg("[DOSSIER]"),
            text=msg("Het dossier, zoals 2025 of 2026-althea, of de map ervan; anders het nieuwste."),
        )

    @cached_property
    def content(self) -> Any:
        """The folder of the texts."""
        return self.option(metavar=msg("MAP"), text=msg("De map met de teksten (anders: content)."))

    @cached_property
    def templates(self) -> Any:
        """The folder of the templates."""
        return self.option(metavar=msg("MAP"), text=msg("De map met de Word-sjablonen (anders: templates)."))

    @cached_property
    def soffice(self) -> Any:
        """The program of LibreOffice."""
        text = msg("Het programma van LibreOffice, als dat niet in PATH staat.")
        return self.option(metavar=msg("PAD"), text=text)

    @cached_property
    def json(self) -> Any:
        """Whether a program reads the result."""
        return self.option("--json", text=msg("Geeft het resultaat voor een programma."))
