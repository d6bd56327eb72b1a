# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What returned Word files make of the texts of a dossier: each file read, decided on, and merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.cli.exported_texts import asked_of, numbers_of, texts_of
from jvom.dossier_ids import DossierId
from jvom.homing.asking import ask
from jvom.homing.homecoming import Homecoming, bring_home
from jvom.homing.leaves import leaves_of, words
from jvom.homing.merging import Side, merge, merge_blocks, resolved
from jvom.homing.origin import Origin, decode
from jvom.homing.pairing import likeness
from jvom.homing.rebuilding import Base, base_of
from jvom.homing.units import Entry, written
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

_LOCK = "~$"
_SURE, _MARGIN = 0.5, 0.1
_STATUS = re.compile(r"^status:[ \t]*\S+[ \t]*(?=\r?$)", re.MULTILINE)

Decide = Callable[[str, list[Change]], None]
"""Rejects those of the changes in the file of that name that are not to come in."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one returned file: `target` is the text, `before` and `after` its bytes."""

    file: str
    target: Path
    section: str
    home: Homecoming
    before: bytes
    after: bytes
    pictures: Mapping[Path, bytes]
    conflicts: int
    untracked: int
    merged: bool


def word_files(typed: tuple[str, ...]) -> tuple[list[Path], list[Path]]:
    """Return the Word files that are named or in folders that are, and the lock files in those.

    Raises CannotRun for a file that can't be read as a Word file, and a folder without any.
    """
    found: list[Path] = []
    locks: list[Path] = []
    problems: list[Problem] = []
    for each in typed:
        path = Path(each)
        if path.is_dir():
            inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() == ".docx")
            locks += [entry for entry in inside if entry.name.startswith((_LOCK, "."))]
            files = [entry for entry in inside if not entry.name.startswith((_LOCK, "."))]
            if not files:
                what = msg("in deze map staat geen Word-document")
                problems.append(Problem(Span(each), what, msg("noem de map met wat terugkwam")))
            found += files
        elif path.name.startswith(_LOCK):
            what = msg("dit is het slotbestand van een document dat in Word open staat")
            problems.append(Problem(Span(each), what, msg("sluit Word en noem het document zelf")))
        elif path.suffix.lower() in (".docx", ".docm"):
            found.append(path)
        else:
            what = msg("dit is geen Word-document (.docx)")
            problems.append(Problem(Span(each), what, msg("sla het in Word op als Word-document (.docx)")))
    if problems:
        raise CannotRun(problems)
    return list(dict.fromkeys(found)), locks


class Importer:
    """Brings files home into the texts of `content`; a second file of a text goes on from the first.

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
        self.dossiers: dict[DossierId, Dossier] = {}

    def bring(self, path: Path, target: str = "") -> Result:
        """Return what becomes of one file; `target` is the text it is for when jvom did not make it.

        Raises CannotRun when it can't come home.
        """
        name = path.as_posix()
        try:
            data = read_file(path, LARGEST_FILE)
        except OSError as error:
            raise CannotRun([unreadable(name, error)]) from error
        file = ReturnedFile(data, name)
        origin = decode(file.origin) if file.origin else None
        strange = origin is None
        if target:
            origin = self.origin_of(*self.place_of(target))
            strange = True
        elif origin is None:
            origin = self.recognized(file, name)
        id, text = self.destination(name, origin)
        current = self.texts.get(text)
        try:
            raw = read_file(text, MAX_BYTES) if current is None else current
        except OSError as error:
            raise CannotRun([unreadable(text.as_posix(), error)]) from error
        base = base_of(origin.section, origin.text, text.as_posix())
        changes = file.changes()
        if changes:
            self.decide(name, changes)
        returned = file.read(origin.box, origin.last_year)
        home = bring_home(
            returned,
            origin,
            base,
            path=name,
            printed=self.citations(id),
            resolved=self.resolved_too,
            strange=strange,
            taken=[each.name for each in text.parent.iterdir()],
        )
        untracked = self.untracked(file, origin, base) if home.is_changed and not strange else 0
        after, conflicts, merged = self.merged(base, home, origin, raw, text, name)
        self.texts[text] = after
        return Result(
            file=name,
            target=text,
            section=origin.section,
            home=home,
            before=raw,
            after=after,
            pictures={text.parent / each: picture for each, picture in home.pictures.items()},
            conflicts=conflicts,
            untracked=untracked,
            merged=merged,
        )

    # --- where it belongs

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
        asked = asked_of(text, dossier, Settings(), None)
        _, origin = ask(dossier, str(id), asked, numbers_of(sections(dossier)))
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
            scores.append((likeness(whole, came), each.section, origin))
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

    # --- what comes of it

    def untracked(self, file: ReturnedFile, origin: Origin, base: Base) -> int:
        """Return in how many paragraphs the file differs from what was sent, tracked changes apart."""
        same = file.again()
        for change in same.changes():
            change.reject()
        returned = same.read(origin.box, origin.last_year)
        try:
            home = bring_home(returned, origin, base, path=file.path, printed={})
        except CannotRun:
            return 1
        return sum(1 for entry in home.entries if isinstance(entry, str)) if home.is_changed else 0

    def merged(
        self, base: Base, home: Homecoming, origin: Origin, raw: bytes, text: Path, name: str
    ) -> tuple[bytes, int, bool]:
        """Return the new bytes of the text, its conflicts, and whether it had changed after the export."""
        if not home.is_changed:
            return raw, 0, False
        decoded = raw.decode("utf-8")
        mark = "\ufeff" if decoded.startswith("\ufeff") else ""
        now = base_of(origin.section, decoded, text.as_posix())
        if now.problems:
            raise CannotRun(now.problems)
        conflicts, moved_on = 0, now.text != base.text
        entries: list[Entry] = list(home.entries)
        if moved_on:
            entries, conflicts = self.three_way(base, home, now, Path(name).name)
        made = written(now.units, entries)
        return (mark + _in_review(made, now.fragment.body_line)).encode(), conflicts, moved_on

    def three_way(self, base: Base, home: Homecoming, now: Base, name: str) -> tuple[list[Entry], int]:
        units = base.units.units
        theirs = [units[each].text if isinstance(each, int) else each for each in home.entries]
        ours = [unit.text.replace("\r\n", "\n") for unit in now.units.units]
        before = [unit.text.replace("\r\n", "\n") for unit in units]
        theirs = [each.replace("\r\n", "\n") for each in theirs]
        items, conflicts = resolved(merge(before, ours, theirs, merge_blocks), self.side, name)
        places: dict[str, list[int]] = {}
        for at, each in enumerate(ours):
            places.setdefault(each, []).append(at)
        return [places[each].pop(0) if places.get(each) else each for each in items], conflicts


def _in_review(text: str, body_line: int) -> str:
    """Return the text with the status "review" in its front matter, if it has any above that line."""
    if body_line == 1:
        return text
    lines = text.split("\n")
    front, rest = "\n".join(lines[: body_line - 2]) + "\n", "\n".join(lines[body_line - 2 :])
    if _STATUS.search(front):
        return _STATUS.sub("status: review", front, count=1) + rest
    newline = "\r\n" if "\r\n" in front else "\n"
    return f"{front}status: review{newline}{rest}"
