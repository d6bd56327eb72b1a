# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The options that every verb has."""

from __future__ import annotations

from itertools import pairwise

from jvom.cli.language import LANGUAGES
from jvom.messages import Message, msg


class GlobalOptions:
    """``--lang`` and ``--debug``, wherever they were typed, and the other arguments (`rest`)."""

    def __init__(self, arguments: list[str]) -> None:
        self.language = ""
        self.debug = False
        self.problem: Message | None = None
        self.rest: list[str] = []
        remaining = list(arguments)
        while remaining:
            argument = remaining.pop(0)
            if argument == "--":
                self.rest += [argument, *remaining]
                break
            if argument == "--debug":
                self.debug = True
            elif argument == "--lang" or argument.startswith("--lang="):
                following = remaining.pop(0) if "=" not in argument and remaining else ""
                self._set_language(argument.partition("=")[2] or following)
            else:
                self.rest.append(argument)

    @property
    def for_program(self) -> bool:
        """Whether the rest asks for JSON, as far as that shows before it is parsed: the call may be wrong."""
        words = self.rest[: self.rest.index("--")] if "--" in self.rest else self.rest
        pairs = {f"{first}={second}" for first, second in pairwise(words)}
        to_file = any(word.partition("=")[0] == "--output-file" for word in words)
        as_json = "--output-format=json" in {*words, *pairs} and not to_file
        return "--json" in words or as_json

    def _set_language(self, value: str) -> None:
        if value in LANGUAGES:
            self.language = value
        else:
            self.problem = msg("--lang kent geen «{value}»; kies nl of en", value=value)
