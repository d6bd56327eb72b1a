# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a dossier again each time that its files change, and tells whoever looks at it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar

from msgspec.structs import replace

from jvom.preview.edition import Edition, Found, Sources, found_by_path, shown_documents
from jvom.source import CannotRun, is_known, unreadable

_REMEMBERED = 20
"""How many earlier texts and checks are remembered, so that a page gets only what it does not have."""

Made = TypeVar("Made")


class Desk:
    """The latest edition of a dossier. One thread renews it; any may look."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._edition = Edition()
        self._earlier_texts: dict[int, Mapping[str, Mapping[str, str]]] = {}
        self._earlier_found: dict[int, Mapping[str, Found]] = {}
        self._lock = Lock()
        self._listeners: set[Callable[[], None]] = set()

    @property
    def edition(self) -> Edition:
        """The latest edition."""
        return self._edition

    def digests_of(self, number: int, name: str) -> Mapping[str, str]:
        """Return the digests of a document as it was in an earlier text; nothing when it is forgotten."""
        return self._earlier_texts.get(number, {}).get(name, {})

    def found_of(self, number: int) -> Mapping[str, Found]:
        """Return what an earlier check found, by file; nothing when it is forgotten."""
        return self._earlier_found.get(number, {})

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
        self._earlier_texts[number] = {each.name: each.digests for each in documents}
        self._earlier_texts.pop(number - _REMEMBERED, None)
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
        found = found_by_path(check.report)
        before = edition.check
        is_new = before is None or found != edition.by_path or check.board != before.board
        number = edition.found + is_new
        self._earlier_found[number] = found
        self._earlier_found.pop(number - _REMEMBERED, None)
        is_checked = not is_outdated()
        self._show(replace(edition, check=check, found=number, by_path=found, is_checked=is_checked))

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
