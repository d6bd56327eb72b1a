# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What documents are built from: a dossier, the settings and the templates, read together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from jvom.cli.dossiers import read_dossier, year_of
from jvom.documents.dossier import CONTRACTS, names
from jvom.messages import did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract
from jvom.reading.settings import read_settings
from jvom.settings import Settings
from jvom.source import CannotRun, Gathered, Problem, Span
from jvom.word.template import Template, open_template, verify


class BuildInputs(msgspec.Struct, frozen=True):
    """A dossier, the settings, and the templates by name."""

    year: int
    dossier: Dossier
    settings: Settings
    templates: Mapping[str, Template]


def read_build_inputs(
    content: Path,
    year: int | None,
    templates_folder: Path,
    only: tuple[str, ...] = (),
    *,
    contracts: tuple[Contract, ...] = CONTRACTS,
    checked: bool = True,
    problems: Iterable[Problem] = (),
) -> BuildInputs:
    """Return what documents are built from; `year` None is the newest.

    The settings are read when the dossier is to be `checked`. Raises CannotRun with all that is wrong with
    any of it, and with the `problems` that were found before.
    """
    gathered = Gathered(problems)
    settings = gathered.of(lambda: read_settings(content)) if checked else Settings()
    chosen = gathered.of(lambda: year_of(content, year))
    dossier = None
    if chosen is not None:
        dossier, wrong = gathered.of(lambda: read_dossier(content, chosen)) or (None, [])
        gathered.problems += wrong
    if dossier is not None:
        gathered.problems += _unknown_names(only, dossier)
    templates: dict[str, Template] = {}
    for contract in contracts:
        template = gathered.of(partial(open_template, template_path(templates_folder, contract)))
        if template is not None:
            templates[contract.template] = template
            gathered.problems += verify(template, contract)
    if gathered.problems or chosen is None or dossier is None or settings is None:
        raise CannotRun(gathered.problems)
    return BuildInputs(chosen, dossier, settings, templates)


def template_path(folder: Path, contract: Contract) -> Path:
    """Return the path of the template of a contract."""
    return folder / f"{contract.template}.docx"


def _unknown_names(only: tuple[str, ...], dossier: Dossier) -> list[Problem]:
    known = names(dossier)
    return [
        Problem(
            Span("--only"),
            msg("het document «{name}» bestaat niet", name=name),
            did_you_mean(name, known),
        )
        for name in only
        if name not in known
    ]
