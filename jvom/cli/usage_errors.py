# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages for what Typer's parser refuses."""

from __future__ import annotations

import re

from jvom.messages import Message, did_you_mean, msg

# Typer's message for more words than a verb has arguments.
_EXTRA = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)


def _meant_option(option: str, error: Exception) -> Message:
    """Return the advice on an unknown option: of "-fix" the parser saw "-f" alone."""
    context = getattr(error, "ctx", None)
    if len(option) == 2 and context is not None:
        known = {name for each in context.command.params for name in each.opts if name.startswith("--")}
        beginning = sorted(name for name in known if name.startswith(f"-{option}"))
        if beginning:
            return msg("schrijf een optie met twee streepjes, zoals {known}", known=", ".join(beginning))
    return did_you_mean(option, set(getattr(error, "possibilities", None) or ()), msg("zie --help"))


def usage_message(error: Exception, verbs: tuple[str, ...]) -> Message:
    """Return the message for an error of Typer's parser."""
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    if option and hasattr(error, "possibilities"):
        return msg(
            "de optie {option} bestaat niet; {advice}",
            option=option,
            advice=_meant_option(option, error),
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
        advice = msg("zie «jvom --help»") if verb in ("help", "hulp") else did_you_mean(verb, verbs)
        return msg("het commando «{verb}» bestaat niet; {advice}", verb=verb, advice=advice)
    if text.startswith("Missing command"):
        return msg("hier ontbreekt een commando; kies uit: {known}", known=", ".join(verbs))
    return msg("deze argumenten zijn niet goed ({reason}); zie --help", reason=text)
