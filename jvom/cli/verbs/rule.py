# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom rule``: the page of one rule."""

from typing import Annotated

from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span


class RuleOptions(Options, frozen=True, kw_only=True):
    """The code or name of a rule."""

    name: Annotated[str, Argument(msg("De code of naam van een regel, zoals MAN002."), msg("REGEL"))]


def rule(terminal: Terminal, options: RuleOptions) -> int:
    """Show the page of a rule and return the exit status; raises CannotRun when there is no such rule."""
    from jvom.checks.pages import page
    from jvom.checks.registry import all_rules, find_rule
    from jvom.checks.settings import suggest_rule

    found = find_rule(options.name)
    if found is None:
        what = msg("er is geen regel «{selector}»", selector=options.name)
        raise CannotRun([Problem(Span("jvom rule"), what, suggest_rule(options.name, all_rules()))])
    terminal.write(page(found).rstrip("\n"))
    return Status.DONE


VERB = Verb(msg("Legt een regel uit, in het Nederlands."), RuleOptions, rule)
