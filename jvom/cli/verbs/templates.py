# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom templates``: what each template must have, and whether it has it."""

from pathlib import Path

from jvom.cli.shared_options import Json, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Options, Verb
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem


class TemplatesOptions(Options, frozen=True, kw_only=True):
    """Where the templates are."""

    templates: Templates = Path("templates")
    json: Json = False


def templates(terminal: Terminal, options: TemplatesOptions) -> int:
    """Show the contract of each template, verify its file, and return the exit status.

    Raises CannotRun with all that is wrong with any of them.
    """
    from jvom.cli.build_inputs import template_path
    from jvom.cli.contracts import CONTRACTS
    from jvom.word.template import open_template, verify

    found: list[Problem] = []
    for contract in CONTRACTS:
        try:
            found += verify(open_template(template_path(options.templates, contract)), contract)
        except CannotRun as error:
            found += error.problems
    if options.json:
        terminal.write_json({"schema_version": 1, "contracts": CONTRACTS})
    else:
        for contract in CONTRACTS:
            terminal.write(template_path(options.templates, contract).as_posix())
            _list(terminal, msg("  inhoudsbesturingselementen in een regel"), contract.text)
            _list(terminal, msg("  inhoudsbesturingselementen met alinea's"), contract.blocks)
            _list(terminal, msg("  stijlen"), contract.styles)
    if found:
        raise CannotRun(found)
    terminal.inform(msg("Alle sjablonen zijn in orde."))
    return Status.DONE


def _list(terminal: Terminal, title: Message, names: tuple[str, ...]) -> None:
    terminal.write(f"{terminal.translated(title)}: {', '.join(names)}")


VERB = Verb(msg("Toont wat de sjablonen moeten hebben en gaat na of dat er is."), TemplatesOptions, templates)
