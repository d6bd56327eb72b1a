# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a dossier is read and checked for its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from jvom.checks.settings import Overrides
from jvom.cli.checked_dossier import read_and_check
from jvom.cli.dossiers import read_dossier
from jvom.cli.localization import localized
from jvom.cli.terminal import Terminal
from jvom.documents.dossier import documents
from jvom.dossier_ids import DossierId
from jvom.output.board import board
from jvom.output.framing import Framing
from jvom.output.html import write as findings_page
from jvom.preview.edition import Check, Sources, Text
from jvom.source import CannotRun
from jvom.years.agenda import agenda
from jvom.years.status import dossier_status


def sources(
    terminal: Terminal, content: Path, id: DossierId, today: Callable[[], date], framing: Framing
) -> Sources:
    """Return how a dossier is read and checked as of `today`; `framing` is around its pages."""
    return Sources(
        read=partial(_read, content, id), check=partial(_check, terminal, content, id, today, framing)
    )


def _read(content: Path, id: DossierId) -> Text:
    dossier, problems = read_dossier(content, id)
    if problems or dossier is None:
        raise CannotRun(problems)
    return Text(dossier.data.title, documents(dossier, with_sources=True))


def _check(
    terminal: Terminal, content: Path, id: DossierId, today: Callable[[], date], framing: Framing
) -> Check:
    as_of = today()
    checked = read_and_check(
        content,
        id,
        as_of,
        Overrides(),
        word_files=lambda _: [],
        templates=lambda _: [],
        with_sources=False,
    )
    status = dossier_status(id, checked.dossier, checked.report, as_of, checked.texts_last_year)
    events = agenda(checked.dossier, id, as_of, date.max, checked.settings.calendar.notice)
    return Check(
        checked.report,
        findings_page(checked.report, terminal.translate, framing),
        board(status, events, localized(terminal), framing),
    )
