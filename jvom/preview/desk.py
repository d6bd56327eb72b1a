# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a dossier again each time that its files change, and tells whoever looks at it."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from msgspec.structs import replace

from jvom.preview.edition import Edition, ShownDocument, Sources, shown_documents
from jvom.source import CannotRun, is_known, unreadable

_REMEMBERED = 50
"""How many earlier texts are remembered, so that a page gets only what it does not have."""

Made = TypeVar("Made")


class Desk:
    """The latest edition of a dossier. One thread renews it; any may look."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._edition = Edition()
        self._earlier: dict[int, tuple[ShownDocument, ...]] = {}
        self._lock = Lock()
        self._listeners: set[Callable[[], None]] = set()

    @property
    def edition(self) -> Edition:
        """The latest edition."""
        return self._edition

    def text_of(self, number: int, name: str) -> ShownDocument | None:
        """Return a document as it was in an earlier text; None when it is not remembered."""
        documents = self._earlier.get(number, ())
        return next((each for each in documents if each.name == name), None)

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call a function after each change, in the thread of the change; return what ends that."""
        with self._lock:
            self._listeners.add(heard)

        def leave() -> None:
            with self._lock:
                self._listeners.discard(heard)

        return leave

    def renew(self, is_outdated: Callable[[], bool]) -> None:
        """Read the dossier, and check it unless its files changed meanwhile."""
        if self._read() and not is_outdated():
            self._check(is_outdated)

    def _read(self) -> bool:
        """Show the text as it is now, or why it can't be read; return whether it can."""
        edition = self._edition
        try:
            text = _refused(self._sources.read)
        except CannotRun as error:
            self._show(replace(edition, problems=error.problems, is_checked=False))
            return False
        documents = shown_documents(text.documents)
        number = edition.text + (documents != edition.documents)
        self._earlier[number] = documents
        self._earlier.pop(number - _REMEMBERED, None)
        self._show(
            replace(
                edition, title=text.title, documents=documents, text=number, problems=(), is_checked=False
            )
        )
        return True

    def _check(self, is_outdated: Callable[[], bool]) -> None:
        edition = self._edition
        try:
            check = _refused(self._sources.check)
        except CannotRun as error:  # the files changed since they were read
            self._show(replace(edition, problems=error.problems))
            return
        before = edition.check
        is_new = before is None or (check.report.findings, check.board) != (
            before.report.findings,
            before.board,
        )
        self._show(replace(edition, check=check, found=edition.found + is_new, is_checked=not is_outdated()))

    def _show(self, edition: Edition) -> None:
        with self._lock:
            self._edition = edition
            listeners = tuple(self._listeners)
        for heard in listeners:
            heard()


def _refused(make: Callable[[], Made]) -> Made:
    """Return what is made; raises CannotRun also for a file that went away while it was."""
    try:
        return make()
    except OSError as error:
        if not error.filename or not is_known(error):
            raise
        raise CannotRun([unreadable(os.fsdecode(error.filename), error)]) from error
