# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a dossier is read and checked for its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jvom.cli.earlier_years import read_earlier_years
from jvom.cli.kept_dossier import KeptDossier
from jvom.cli.localization import localized
from jvom.cli.terminal import Terminal
from jvom.documents.dossier import documents
from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import texts_of_last_year
from jvom.findings import Report
from jvom.model import Dossier
from jvom.output.board import board
from jvom.output.framing import Framing
from jvom.output.html import write as findings_page
from jvom.preview.edition import Check, Sources, Text
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.kept_files import KeptFiles
from jvom.reading.settings import read_settings
from jvom.resolving.integrity import problems
from jvom.source import CannotRun
from jvom.years.agenda import agenda
from jvom.years.status import dossier_status


def sources(
    terminal: Terminal, content: Path, id: DossierId, today: Callable[[], date], framing: Framing
) -> Sources:
    """Return how a dossier is read and checked as of `today`; `framing` is around its pages."""
    previewed = _PreviewedDossier(terminal, content, id, today, framing)
    return Sources(previewed.read, previewed.check)


class _PreviewedDossier:
    """A dossier of which only what changed is read and checked again."""

    def __init__(
        self, terminal: Terminal, content: Path, id: DossierId, today: Callable[[], date], framing: Framing
    ) -> None:
        self._terminal, self._content, self._id = terminal, content, id
        self._today, self._framing = today, framing
        self._files = KeptFiles()
        self._kept = KeptDossier(content, id, self._files)

    def read(self) -> Text:
        dossier, found = read_partial_dossier(self._content, self._id, files=self._files)
        wrong = [*found, *(problems(dossier) if dossier else ())]
        if wrong or dossier is None:
            raise CannotRun(wrong)
        return Text(dossier.data.title, documents(dossier, with_sources=True))

    def check(self) -> Check:
        as_of = self._today()
        state = self._kept.read(as_of)
        if state.dossier is None or state.report is None:
            raise CannotRun(state.problems)
        findings = findings_page(state.report, self._terminal.translate, self._framing)
        return Check(state.report, findings, self._board(state.dossier, state.report, as_of))

    def _board(self, dossier: Dossier, report: Report, as_of: date) -> str:
        earlier = read_earlier_years(self._content, self._id, dossier.data, files=self._files)
        settings = read_settings(self._content, self._id, files=self._files)
        status = dossier_status(self._id, dossier, report, as_of, texts_of_last_year(self._id, earlier))
        events = agenda(dossier, self._id, as_of, date.max, settings.calendar.notice)
        return board(status, events, localized(self._terminal), self._framing)
