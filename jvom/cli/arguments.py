# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Arguments as they come: the options that hold for every verb, and what a wrong one is told."""

from __future__ import annotations

from jvom.cli.language import LANGUAGES
from jvom.messages import Message, did_you_mean, msg


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
    if option:
        return msg("de optie {option} is niet goed gebruikt; zie --help", option=option)
    if parameter is not None:
        name = parameter.opts[0] if parameter.param_type_name == "option" else parameter.make_metavar(None)
        return msg("de waarde voor {name} is niet goed; zie --help", name=name)
    text = str(error)
    if text.startswith("No such command"):
        verb = text.split("'")[1] if "'" in text else ""
        return msg(
            "het commando «{verb}» bestaat niet; {advice}", verb=verb, advice=did_you_mean(verb, verbs)
        )
    if text.startswith("Missing command"):
        return msg("hier ontbreekt een commando; kies uit: {known}", known=", ".join(verbs))
    return msg("deze argumenten zijn niet goed ({reason}); zie --help", reason=text)
