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
    from jvom.word.template import missing_later, open_template, verify

    found: list[Problem] = []
    later: dict[str, tuple[str, ...]] = {}
    for contract in CONTRACTS:
        try:
            template = open_template(template_path(options.templates, contract))
            found += verify(template, contract)
            later[contract.template] = missing_later(template, contract)
        except CannotRun as error:
            found += error.problems
    if options.json:
        terminal.write_json({"schema_version": 1, "contracts": CONTRACTS, "missing_later": later})
    else:
        for contract in CONTRACTS:
            terminal.write(template_path(options.templates, contract).as_posix())
            _list(terminal, msg("  inhoudsbesturingselementen in een regel"), contract.text)
            _list(terminal, msg("  inhoudsbesturingselementen met alinea's"), contract.blocks)
            _list(terminal, msg("  stijlen"), contract.styles)
            _list_later(terminal, later.get(contract.template, ()))
    if found:
        raise CannotRun(found)
    terminal.inform(msg("Alle sjablonen zijn in orde."))
    return Status.DONE


_LATER = {
    "rubricering": msg("de rubricering van een gerubriceerd stuk, in elke kop- en voettekst"),
    "contact": msg("bij wie de lezer terecht kan"),
    "uw-referentie": msg("het kenmerk van de geadresseerde"),
    "bijlagen": msg("het aantal bijlagen"),
    "bij-beantwoording": msg("wat een antwoord moet vermelden"),
    "route": msg("de parafenroute"),
    "nog-te-leveren": msg("op het omslag van een concept: welke teksten er nog niet zijn"),
    "lijsten": msg("de lijsten van figuren en tabellen"),
    "embleem": msg("het beeldmerk, een afbeelding die u er zelf in zet"),
}
_SIGNATORIES = msg("meer ondertekenaars, en woorden op de plaats van de handtekening")


def _list_later(terminal: Terminal, tags: tuple[str, ...]) -> None:
    """Show what is new and not in a template yet, each with what it is for."""
    signatories = tuple(tag for tag in tags if tag.startswith("ondertekenaar-"))
    if tags:
        terminal.write(terminal.translated(msg("  nieuw, en nog niet in dit sjabloon:")))
    for tag in tags:
        if tag not in signatories:
            terminal.write(f"    {tag}: {terminal.translated(_LATER[tag])}")
    if signatories:
        terminal.write(f"    {', '.join(signatories)}: {terminal.translated(_SIGNATORIES)}")


def _list(terminal: Terminal, title: Message, names: tuple[str, ...]) -> None:
    terminal.write(f"{terminal.translated(title)}: {', '.join(names)}")


VERB = Verb(msg("Toont wat de sjablonen moeten hebben en gaat na of dat er is."), TemplatesOptions, templates)
