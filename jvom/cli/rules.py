# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom rules`` and ``jvom rule``: what jvom check looks for."""

from __future__ import annotations

from pathlib import Path

from jvom.checks.registry import FAMILIES, all_rules, find_rule
from jvom.checks.settings import which_rule
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.output.wording import SEVERITIES
from jvom.source import CannotRun, Problem, Span

PROJECT = Path(__file__).resolve().parents[2]


def rules(terminal: Terminal, json: bool = False, write: bool = False) -> int:
    """List all rules by family; with `write`, write the pages of the rules in the checkout."""
    if write:
        return write_generated(terminal)
    if json:
        terminal.json(
            {
                "schema_version": 1,
                "rules": [
                    {
                        "code": rule.code,
                        "name": rule.name,
                        "severity": rule.severity.word,
                        "summary": rule.summary.format(terminal.translate),
                        "fixable": rule.fixable,
                    }
                    for rule in all_rules()
                ],
            }
        )
        return Status.DONE
    width = max(len(rule.name) for rule in all_rules())
    for family in FAMILIES:
        terminal.say(f"{family.code}  {family.title.format(terminal.translate)}")
        for rule in all_rules():
            if rule.code.startswith(family.code):
                severity = SEVERITIES[rule.severity].format(terminal.translate)
                summary = rule.summary.format(terminal.translate)
                terminal.say(f"  {rule.code}  {rule.name:<{width}}  {severity:<13}  {summary}")
        terminal.say("")
    return Status.DONE


def rule(terminal: Terminal, selector: str) -> int:
    """Show the page of the rule of that code or name; raises CannotRun when there is none."""
    from jvom.checks.pages import page

    found = find_rule(selector)
    if found is None:
        what = msg("er is geen regel «{selector}»", selector=selector)
        raise CannotRun([Problem(Span("jvom rule"), what, which_rule(selector, all_rules()))])
    text = page(found)
    terminal.say(text.partition("\n\n")[2].rstrip("\n"))
    return Status.DONE


def write_generated(terminal: Terminal) -> int:
    """Write the pages of the rules; raises CannotRun outside a checkout."""
    from jvom.checks.pages import generated

    if not (PROJECT / "docs" / "rules").is_dir():
        what = msg("dit kan alleen in de broncode van jvom")
        raise CannotRun([Problem(Span("--write"), what, msg("draai het in een kopie van de repository"))])
    files = generated()
    for path, data in files.items():
        place = PROJECT / path
        if not place.exists() or place.read_bytes() != data:
            place.write_bytes(data)
            terminal.say(path)
    for place in sorted((PROJECT / "docs" / "rules").glob("[A-Z][A-Z][A-Z][0-9][0-9][0-9].md")):
        if f"docs/rules/{place.name}" not in files:
            place.unlink()
            terminal.say(f"- docs/rules/{place.name}")
    return Status.DONE
