# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What documents are built from: a dossier, the settings and the templates, read together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.cli.earlier_years import read_earlier_years
from jvom.documents.dossier import CONTRACTS, contracts, names
from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import EarlierDossier
from jvom.messages import did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract
from jvom.reading.dossier_folders import find_dossier
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.settings import Settings
from jvom.sisters import Sister
from jvom.source import CannotRun, Problem, ProblemCollector, Span
from jvom.word.template import Template, open_template, verify


class BuildInputs(msgspec.Struct, frozen=True):
    """A dossier, its settings, the templates by name, and the other dossiers of its year and series."""

    id: DossierId
    dossier: Dossier
    settings: Settings
    templates: Mapping[str, Template]
    sisters: tuple[Sister, ...] = ()
    earlier: tuple[EarlierDossier, ...] = ()


def read_build_inputs(
    content: Path,
    asked: DossierId | None,
    templates_folder: Path,
    only: tuple[str, ...] = (),
    *,
    besides: tuple[Contract, ...] = (),
    alone: Contract | None = None,
    checked: bool = True,
    is_partial: bool = False,
    problems: Iterable[Problem] = (),
) -> BuildInputs:
    """Return what documents are built from; `asked` None is the newest dossier.

    Settings and other dossiers are read when the dossier is to be `checked`; `besides` are contracts of
    templates that no document of a dossier has; with `alone`, its template is the only one that is opened.
    Content that `is_partial` has no files but those. Raises CannotRun with all that is wrong with any of it,
    and with the `problems` that were found before.
    """
    gathered = ProblemCollector(problems)
    chosen = gathered.of(lambda: find_dossier(content, asked))
    read_house = partial(read_settings, content, chosen, is_partial=is_partial)
    settings = gathered.of(read_house) if checked else Settings()
    dossier, sisters, earlier = None, tuple[Sister, ...](), tuple[EarlierDossier, ...]()
    if chosen is not None:
        read_others = partial(read_sisters, content, chosen, is_partial=is_partial)
        sisters = (gathered.of(read_others) or ()) if checked else ()
        dossier, wrong = gathered.of(lambda: read_dossier(content, chosen)) or (None, [])
        gathered.problems += wrong
    if checked and chosen is not None and dossier is not None:
        earlier = gathered.of(partial(read_earlier_years, content, chosen, dossier.data)) or ()
    if dossier is not None:
        gathered.problems += _unknown_names(only, dossier)
    templates: dict[str, Template] = {}
    # A dossier that can't be read may have any document.
    of_documents = CONTRACTS if dossier is None else contracts(dossier)
    for contract in (alone,) if alone else (*of_documents, *besides):
        template = gathered.of(partial(open_template, template_path(templates_folder, contract)))
        if template is not None:
            templates[contract.template] = template
            gathered.problems += verify(template, contract)
    if gathered.problems or chosen is None or dossier is None or settings is None:
        raise CannotRun(gathered.problems)
    return BuildInputs(chosen, dossier, settings, templates, sisters, earlier)


def read_check_inputs(content: Path, typed: str) -> BuildInputs:
    """Return what a check needs of a dossier, without templates. Raises CannotRun with all that is wrong."""
    gathered = ProblemCollector()
    id = find_dossier(content, DossierId.parse(typed))
    settings = gathered.of(lambda: read_settings(content, id))
    sisters = gathered.of(lambda: read_sisters(content, id)) or ()
    dossier, wrong = gathered.of(lambda: read_dossier(content, id)) or (None, [])
    gathered.problems += wrong
    if gathered.problems or dossier is None or settings is None:
        raise CannotRun(gathered.problems)
    return BuildInputs(id, dossier, settings, {}, sisters)


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
