# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What returned Word files make of the texts of a dossier: each file read, decided on, and merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jvom.cli.dossiers import read_dossier
from jvom.cli.exported_texts import numbers_of, request_of, texts_of
from jvom.dossier_ids import DossierId
from jvom.exchange.arrival import Arrival
from jvom.exchange.folder_merge import merge_into_folder
from jvom.exchange.importing import ImportedText, import_text
from jvom.exchange.leaves import leaves_of, words
from jvom.exchange.merging import Side
from jvom.exchange.origin import Origin, decode
from jvom.exchange.pairing import words_alike
from jvom.exchange.request import plan_request
from jvom.exchange.sentences import changed_sentences
from jvom.exchange.text_files import read_text_file
from jvom.messages import did_you_mean, msg
from jvom.model import Dossier, Kamerstuk
from jvom.ooxml.archive import LARGEST_FILE
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.dossier_folders import dossier_ids, find_dossier, parse_id
from jvom.reading.word.returned import ReturnedFile
from jvom.reading.word.revisions import Change
from jvom.resolving.citations import write_citation
from jvom.resolving.numbering import sections
from jvom.resolving.pieces import text_of
from jvom.settings import Settings
from jvom.source import CannotRun, Problem, Span, read_file, unreadable
from jvom.text import Citation

_SURE, _MARGIN = 0.5, 0.1

Decide = Callable[[str, list[Change]], None]
"""Rejects those of the changes in the file of that name that are not to come in."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one returned file: `target` is the text, `before` and `after` its bytes.

    `untracked` are the sentences that were changed without Word keeping track, as they are now.
    """

    file: str
    target: Path
    section: str
    imported: ImportedText
    before: bytes
    after: bytes
    pictures: Mapping[Path, bytes]
    conflicts: int
    untracked: tuple[str, ...]
    merged: bool


class Importer:
    """Imports files into the texts of `content`; a second file of a text goes on from the first.

    `side` decides conflicts.
    """

    def __init__(
        self,
        content: Path,
        decide: Decide,
        *,
        side: Side = "",
        resolved_too: bool = False,
    ) -> None:
        self.content, self.decide = content, decide
        self.side, self.resolved_too = side, resolved_too
        self.texts: dict[Path, bytes] = {}
        self.pictures: dict[Path, bytes] = {}
        self.dossiers: dict[DossierId, Dossier] = {}

    def bring(self, path: Path, target: str = "") -> Result:
        """Return what becomes of one file; `target` is the text it is for when jvom did not make it.

        Raises CannotRun when it can't be imported.
        """
        name = path.as_posix()
        try:
            data = read_file(path, LARGEST_FILE)
        except OSError as error:
            raise CannotRun([unreadable(name, error)]) from error
        file = ReturnedFile(data, name)
        origin, carries_origin = self.origin(file, name, target)
        id, text = self.destination(name, origin)
        current = self.texts.get(text)
        try:
            raw = read_file(text, MAX_BYTES) if current is None else current
        except OSError as error:
            raise CannotRun([unreadable(text.as_posix(), error)]) from error
        sent = read_text_file(origin.section, origin.text, text.as_posix())
        changes = file.changes()
        if changes:
            self.decide(name, changes)
        arrival = Arrival(
            returned=file.read(origin.box, origin.last_year),
            origin=origin,
            sent=sent,
            path=name,
            citations=self.citations(id),
            neighbours=frozenset(each.name for each in (*text.parent.iterdir(), *self.pictures)),
            with_resolved=self.resolved_too,
            carries_origin=carries_origin,
            foreign=bool(target) and not carries_origin,
        )
        imported = import_text(arrival)
        untracked = _untracked(file, arrival) if imported.is_changed and carries_origin else ()
        after, conflicts, merged = self.merged(arrival, imported, raw, text)
        pictures = {text.parent / each: picture for each, picture in imported.pictures.items()}
        self.texts[text] = after
        self.pictures |= pictures
        return Result(
            file=name,
            target=text,
            section=origin.section,
            imported=imported,
            before=raw,
            after=after,
            pictures=pictures,
            conflicts=conflicts,
            untracked=untracked,
            merged=merged,
        )

    # --- where it belongs

    def origin(self, file: ReturnedFile, name: str, target: str) -> tuple[Origin, bool]:
        """Return the origin of a file, and whether the file carries it; raises CannotRun when it has none."""
        carried = decode(file.origin) if file.origin else None
        if target:
            id, section = self.place_of(target)
            if carried is None or (carried.dossier, carried.section) != (str(id), section):
                return self.origin_of(id, section), False
        return (carried, True) if carried is not None else (self.recognized(file, name), False)

    def destination(self, name: str, origin: Origin) -> tuple[DossierId, Path]:
        """Return the dossier and the file of a text; raises CannotRun for another dossier or no such text."""
        known = {str(each): each for each in dossier_ids(self.content)}
        id = known.get(origin.dossier)
        if id is None:
            what = msg("dit bestand hoort bij dossier {id}", id=origin.dossier)
            advice = msg("lees het in waar dat dossier staat, of wijs de map aan met --content")
            raise CannotRun([Problem(Span(name), what, advice)])
        text = self.content / str(id) / f"{origin.section}.md"
        known_texts = {each.section for each in texts_of(self.dossier(id))}
        if origin.section not in known_texts or not text.is_file():
            what = msg("dossier {id} heeft geen tekst «{name}»", id=id, name=origin.section)
            raise CannotRun([Problem(Span(name), what, did_you_mean(origin.section, known_texts))])
        return id, text

    def place_of(self, target: str) -> tuple[DossierId, str]:
        """Return the dossier and the text that --as names; raises CannotRun."""
        typed = Path(target.removesuffix(".md"))
        parts = typed.parts
        content = self.content.parts
        if parts[: len(content)] == content and len(parts) > len(content) + 1:
            id = find_dossier(self.content, parse_id(self.content, parts[len(content)]))
            section = "/".join(parts[len(content) + 1 :])
        else:
            id, section = find_dossier(self.content), "/".join(parts)
        known = {each.section for each in texts_of(self.dossier(id))}
        if section not in known:
            what = msg("dossier {id} heeft geen tekst «{name}»", id=id, name=section)
            raise CannotRun([Problem(Span("--as"), what, did_you_mean(section, known))])
        return id, section

    def dossier(self, id: DossierId) -> Dossier:
        if id not in self.dossiers:
            # What is wrong elsewhere, such as an earlier conflict, is no reason to leave a text outside.
            dossier, problems = read_dossier(self.content, id)
            if dossier is None:
                raise CannotRun(problems)
            self.dossiers[id] = dossier
        return self.dossiers[id]

    def origin_of(self, id: DossierId, section: str) -> Origin:
        """Return the origin of a text as if it were exported now."""
        dossier = self.dossier(id)
        text = next(each for each in texts_of(dossier) if each.section == section)
        numbered = sections(dossier)
        request = request_of(text, numbered, Settings(), None)
        _, origin = plan_request(dossier, str(id), request, numbers_of(numbered))
        return origin

    def recognized(self, file: ReturnedFile, name: str) -> Origin:
        """Return the origin of a file that no longer says it, by its words; raises CannotRun when unsure."""
        id = find_dossier(self.content)
        came = " ".join(file.again().read().words)
        scores = []
        for each in texts_of(self.dossier(id)):
            origin = self.origin_of(id, each.section)
            printed = {mark.typed: mark.printed for mark in origin.marks}
            whole = " ".join(words(leaf, printed) for leaf in leaves_of(each.fragment))
            scores.append((words_alike(whole, came), each.section, origin))
        scores.sort(key=lambda each: (-each[0], each[1]))
        if not scores or scores[0][0] < _SURE or (len(scores) > 1 and scores[0][0] - scores[1][0] < _MARGIN):
            what = msg("dit bestand is niet van jvom, en lijkt op geen tekst van dossier {id}", id=id)
            advice = msg("zeg met --as bij welke tekst het hoort, zoals --as rapport/nmi.md")
            raise CannotRun([Problem(Span(name), what, advice)])
        return scores[0][2]

    def citations(self, id: DossierId) -> dict[str, str]:
        """Return the Kamerstukken of a dossier by what a citation of them prints."""
        data = self.dossier(id).references
        return {
            text_of(write_citation(Citation((name,), False, Span("")), data)): f"[@{name}]"
            for name, reference in data.references.items()
            if isinstance(reference, Kamerstuk)
        }

    def merged(
        self, arrival: Arrival, imported: ImportedText, raw: bytes, text: Path
    ) -> tuple[bytes, int, bool]:
        """Return the new bytes of the text, its conflicts, and whether it had changed since it was sent."""
        if not imported.is_changed:
            return raw, 0, False
        decoded = raw.decode("utf-8")
        now = read_text_file(arrival.origin.section, decoded, text.as_posix())
        if now.problems:
            raise CannotRun(now.problems)
        made = merge_into_folder(
            arrival.sent, imported.entries, now, side=self.side, name=Path(arrival.path).name
        )
        mark = "\ufeff" if decoded.startswith("\ufeff") else ""
        return (mark + made.text).encode(), made.conflicts, made.merged


def _untracked(file: ReturnedFile, arrival: Arrival) -> tuple[str, ...]:
    """Return the sentences in which the file differs from what was sent, tracked changes apart.

    A sentence that is gone is in brackets.
    """
    same = file.again()
    for change in same.changes():
        change.reject()
    returned = same.read(arrival.origin.box, arrival.origin.last_year)
    try:
        imported = import_text(replace(arrival, returned=returned, citations={}))
    except CannotRun:
        return ()
    if not imported.is_changed:
        return ()
    units = [unit.text for unit in arrival.sent.units]
    kept = {entry.place for entry in imported.entries}
    pairs = [
        (units[entry.place] if entry.place >= 0 else "", entry.text)
        for entry in imported.entries
        if entry.text is not None
    ]
    pairs += [(unit.text, "") for at, unit in enumerate(arrival.sent.units) if at not in kept]
    return tuple(sentence for old, new in pairs for sentence in changed_sentences(old, new))
