# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom rules``: what ``jvom check`` looks for."""

from pathlib import Path
from typing import Annotated

from jvom.cli.shared_options import Json
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span


class RulesOptions(Options, frozen=True, kw_only=True):
    """How the rules are listed; `write` writes their index in a checkout instead."""

    json: Json = False
    write: Annotated[bool, Option(msg("Maakt de lijst van alle regels in de broncode."), hidden=True)] = False


def rules(terminal: Terminal, options: RulesOptions) -> int:
    """List all rules by family, and return the exit status."""
    if options.write:
        return _write_generated(terminal)
    from jvom.checks.registry import all_rules, families
    from jvom.output.wording import SEVERITIES

    if options.json:
        terminal.write_json(
            {
                "schema_version": 1,
                "rules": [
                    {
                        "code": rule.code,
                        "name": rule.name,
                        "severity": rule.severity.word,
                        "summary": terminal.translated(rule.page.summary),
                        "fixable": rule.fixable,
                    }
                    for rule in all_rules()
                ],
            }
        )
        return Status.DONE
    width = max(len(rule.name) for rule in all_rules())
    for family in families():
        terminal.write(f"{family.code}  {terminal.translated(family.title)}")
        for rule in family.rules:
            severity = terminal.translated(SEVERITIES[rule.severity])
            summary = terminal.translated(rule.page.summary)
            terminal.write(f"  {rule.code}  {rule.name:<{width}}  {severity:<13}  {summary}")
        terminal.write("")
    return Status.DONE


def _write_generated(terminal: Terminal) -> int:
    """Write the index of the rules; raises CannotRun outside a checkout."""
    from jvom.checks.pages import generated_files

    project = Path(__file__).resolve().parents[3]
    if not (project / "docs" / "rules").is_dir():
        what = msg("dit kan alleen in de broncode van jvom")
        raise CannotRun([Problem(Span("--write"), what, msg("draai het in een kopie van de repository"))])
    for path, data in generated_files().items():
        place = project / path
        if not place.exists() or place.read_bytes() != data:
            place.write_bytes(data)
            terminal.write(path)
    return Status.DONE


VERB = Verb(msg("Toont alle regels."), RulesOptions, rules)
