# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom templates``: what each template must have, and whether it has it."""

from __future__ import annotations

from pathlib import Path

from jvom.cli.contracts import CONTRACTS
from jvom.cli.status import Status
from jvom.cli.steps import template_path
from jvom.cli.terminal import Terminal
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem
from jvom.word.template import open_template, verify


def templates(terminal: Terminal, folder: Path, json: bool) -> int:
    """Show the contract of each template and verify the files in `folder`; returns the exit status.

    Raises CannotRun with all that is wrong with any of them.
    """
    found: list[Problem] = []
    for contract in CONTRACTS:
        path = template_path(folder, contract)
        try:
            found += verify(open_template(path), contract)
        except CannotRun as error:
            found += error.problems
    if json:
        terminal.json({"schema_version": 1, "contracts": CONTRACTS})
    else:
        for contract in CONTRACTS:
            terminal.say(template_path(folder, contract).as_posix())
            _line(terminal, msg("  inhoudsbesturingselementen in een regel"), contract.text)
            _line(terminal, msg("  inhoudsbesturingselementen met alinea's"), contract.blocks)
            _line(terminal, msg("  stijlen"), contract.styles)
    if found:
        raise CannotRun(found)
    terminal.tell(msg("Alle sjablonen zijn in orde."))
    return Status.DONE


def _line(terminal: Terminal, what: Message, names: tuple[str, ...]) -> None:
    terminal.say(f"{what.format(terminal.translate)}: {', '.join(names)}")
