# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What documents are built from: a dossier, the settings and the templates, read together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.documents.dossier import CONTRACTS, contracts, names
from jvom.dossier_ids import DossierId
from jvom.messages import did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract
from jvom.reading.dossier_folders import find_dossier
from jvom.source import CannotRun, Problem, ProblemCollector, Span
from jvom.word.template import Template, open_template, verify

if TYPE_CHECKING:
    from jvom.earlier_dossiers import EarlierDossier
    from jvom.settings import Settings
    from jvom.sisters import Sister


class CheckInputs(msgspec.Struct, frozen=True):
    """A dossier and what it is checked by: settings, and the other dossiers of its year and series."""

    dossier: Dossier
    settings: Settings
    sisters: tuple[Sister, ...]
    earlier: tuple[EarlierDossier, ...] = ()


class BuildInputs(msgspec.Struct, frozen=True):
    """A dossier and the templates by name; `check` is what its check needs, if one was asked for."""

    id: DossierId
    dossier: Dossier
    templates: Mapping[str, Template]
    check: CheckInputs | None = None

    @property
    def settings(self) -> Settings:
        """The settings of a dossier whose check was asked for."""
        return self.to_check.settings

    @property
    def to_check(self) -> CheckInputs:
        """What the check needs; raises ValueError when nobody asked for one."""
        if self.check is None:
            raise ValueError("read without what a check needs")
        return self.check


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
    read = partial(_dossier_to_check, is_partial=is_partial) if checked else _dossier_alone
    dossier, check = read(content, chosen, gathered)
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
    if gathered.problems or chosen is None or dossier is None:
        raise CannotRun(gathered.problems)
    return BuildInputs(chosen, dossier, templates, check)


def read_check_inputs(content: Path, typed: str) -> CheckInputs:
    """Return what a check needs of a dossier, but earlier years. Raises CannotRun with all that is wrong."""
    gathered = ProblemCollector()
    id = find_dossier(content, DossierId.parse(typed))
    _, check = _dossier_to_check(content, id, gathered, with_earlier=False)
    if gathered.problems or check is None:
        raise CannotRun(gathered.problems)
    return check


def _dossier_alone(
    content: Path, id: DossierId | None, gathered: ProblemCollector
) -> tuple[Dossier | None, None]:
    """Return the dossier as far as it can be read, all problems gathered."""
    dossier, wrong = (id and gathered.of(partial(read_dossier, content, id))) or (None, [])
    gathered.problems += wrong
    return dossier, None


def _dossier_to_check(
    content: Path,
    id: DossierId | None,
    gathered: ProblemCollector,
    *,
    is_partial: bool = False,
    with_earlier: bool = True,
) -> tuple[Dossier | None, CheckInputs | None]:
    """Return the dossier and what its check needs, as far as they can be read, all problems gathered."""
    from jvom.cli.earlier_years import read_earlier_years
    from jvom.reading.settings import read_settings
    from jvom.reading.sisters import read_sisters

    settings = gathered.of(partial(read_settings, content, id, is_partial=is_partial))
    if id is None:
        return None, None
    sisters = gathered.of(partial(read_sisters, content, id, is_partial=is_partial)) or ()
    dossier, _ = _dossier_alone(content, id, gathered)
    if dossier is None:
        return None, None
    earlier = gathered.of(partial(read_earlier_years, content, id, dossier.data)) if with_earlier else ()
    if settings is None or earlier is None:
        return dossier, None
    return dossier, CheckInputs(dossier, settings, sisters, earlier)


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
