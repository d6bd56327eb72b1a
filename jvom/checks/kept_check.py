# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a dossier again and again while its texts change, and reads only what a change can touch.

The report is that of a whole check. A text that did not change, and in which the same numbers and names are
printed, keeps its passages with all that was recognized in them. What the local rules found in it is kept
too, as long as the data, registers and settings are the same; the other rules read all texts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias, TypeVar

from msgspec import structs

from jvom.checks.printing import PlainPrinter
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule
from jvom.checks.run import checked_overrides, findings_of, run
from jvom.checks.settings import Overrides, Selection
from jvom.checks.views import DossierView, Texts, TextView, dossier_view, text_maker
from jvom.earlier_dossiers import EarlierDossier
from jvom.findings import DocumentKind, Finding, Report, Severity
from jvom.model import DataFile, Dossier, Fragment
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import Printer
from jvom.settings import Settings
from jvom.sisters import Sister
from jvom.text import Citation, CrossReference, FigureUse

Made = TypeVar("Made")


class KeptCheck:
    """What earlier checks of one dossier read and found."""

    def __init__(self) -> None:
        self._surroundings: tuple[object, ...] = ()
        self._texts: dict[str, _KeptText] = {}

    def check(
        self,
        dossier: Dossier,
        settings: Settings,
        as_of: date,
        overrides: Overrides | None = None,
        sisters: tuple[Sister, ...] = (),
        earlier: tuple[EarlierDossier, ...] = (),
    ) -> Report:
        """Read a dossier, as `jvom.checks.run.check` does; files that did not change must be equal values.

        Raises CannotRun like it.
        """
        # All that what is found in one text may depend on, but for its own words and printed numbers.
        data = structs.replace(dossier, texts={}, sections=(), files=(), images={})
        surroundings = data, settings, as_of, overrides, sisters, earlier
        if surroundings != self._surroundings:
            self._surroundings, self._texts = surroundings, {}
        texts = {}
        made = text_maker(dossier)

        def make(file: Fragment | DataFile, document: DocumentKind, printer: Printer) -> TextView:
            path = file.span.path if isinstance(file, Fragment) else file.path
            kept = self._texts.get(path)
            if kept is None or not kept.is_of(file, document, printer):
                recorder = _Recorder(printer)
                kept = _KeptText(file, document, made(file, document, recorder), recorder.printed)
            texts[path] = kept
            return kept.view

        view = dossier_view(dossier, as_of, settings, PlainPrinter(dossier), make)
        view.sisters, view.earlier, view.are_kept = sisters, earlier, True
        before, self._texts = tuple(self._texts.values()), texts
        new = [kept for kept in texts.values() if not kept.is_read]
        changed = view
        if len(new) < len(texts):
            changed = DossierView(dossier, (kept.view for kept in new), as_of, settings)
            changed.sisters, changed.earlier, changed.known_rules = sisters, earlier, all_rules()
            _put_among(changed, view)

        def find(rule: Rule, view: Texts, severity: Severity | None) -> list[Finding]:
            if not rule.local:
                return findings_of(rule, view, severity)
            if new:
                _put_among(changed, changed)
                try:
                    found = findings_of(rule, changed, severity)
                finally:
                    _put_among(changed, view)
                for kept in new:
                    kept.found[rule.code] = [each for each in found if each.span.path == kept.view.path]
            return [finding for kept in texts.values() for finding in kept.found[rule.code]]

        selection = Selection(settings, checked_overrides(settings, overrides))
        report = run(view, selection, all_rules(), find)
        for kept in new:
            kept.is_read = not report.broken
        # What was made of texts knows these, and texts know those that they were read with: in circles that
        # would keep it all in memory.
        for whole in (view, changed):
            whole.forget()
        for kept in before:
            if texts.get(kept.view.path) is not kept:
                kept.view.forget()
        return report


class _KeptText:
    """The view of a file, what is printed in it that was not typed, and what each local rule found in it."""

    def __init__(
        self, file: Fragment | DataFile, document: DocumentKind, view: TextView, printed: list[_Printed]
    ) -> None:
        self.file, self.document, self.view, self.printed = file, document, view, printed
        self.found: dict[str, list[Finding]] = {}
        self.is_read = False

    def is_of(self, file: Fragment | DataFile, document: DocumentKind, printer: Printer) -> bool:
        """Tell whether the view is that of this file too."""
        if document != self.document or (file is not self.file and file != self.file):
            return False
        try:
            return all(printed == prints(printer) for prints, printed in self.printed)
        except KeyError:
            return False


class _Recorder:
    """Prints as another printer does, and remembers what."""

    def __init__(self, printer: Printer) -> None:
        self.printer = printer
        self.printed: list[_Printed] = []

    def figure(self, use: FigureUse) -> str:
        return self._recorded(lambda printer: printer.figure(use))

    def citation(self, use: Citation) -> tuple[Piece, ...]:
        return self._recorded(lambda printer: printer.citation(use))

    def cross_reference(self, use: CrossReference) -> tuple[Piece, ...]:
        return self._recorded(lambda printer: printer.cross_reference(use))

    def _recorded(self, prints: Callable[[Printer], Made]) -> Made:
        made = prints(self.printer)
        self.printed.append((prints, made))
        return made


#: How something is printed, and what it was.
_Printed: TypeAlias = tuple[Callable[[Printer], object], object]


def _put_among(texts: Texts, whole: Texts) -> None:
    """Tell texts which ones they are read with: a text by itself can ask for the others."""
    for text in texts.texts:
        text.texts = whole
