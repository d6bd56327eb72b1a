# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a folder as a dossier, and collects the problems of all its files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISLNK
from typing import Generic, TypeVar

import msgspec

from jvom.accents import problems_as_typed
from jvom.dossier_ids import DossierId
from jvom.kinds import KINDS, SECTIONS, Kind
from jvom.messages import Message, did_you_mean, msg
from jvom.model import (
    ApprovalData,
    DataFile,
    Dossier,
    DossierData,
    FigureData,
    Fragment,
    Glossary,
    ImageFile,
    MandateData,
    MissionRegister,
    NameRegister,
    OutlineEntry,
    OwnerRegister,
    Record,
    ReferenceData,
    image_path,
)
from jvom.pictures import MOST_BYTES, UnfitPictureError
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.decoding import MAX_BYTES, as_typed, decode, too_large
from jvom.reading.file_names import original_of, stands_for
from jvom.reading.fragment import read_fragment
from jvom.reading.kept_files import KeptFiles
from jvom.reading.remarks import in_yaml as remarks_in_yaml
from jvom.reading.suppressions import in_yaml
from jvom.reading.unread import copied, misplaced, missing, missing_folder, unread
from jvom.source import Problem, Span, TooLargeError, read_file, reason, sorted_problems, unreadable
from jvom.text import PERSONAL, Picture, walk_blocks

File = TypeVar("File", bound=Record)

Entry = tuple[str, Span, int]
"""A section of the outline: its id, the place of that id, and its depth."""

APPROVALS = "approvals.yml"
"""The file of a dossier with the approvals of its texts."""

_ELSEWHERE = re.compile(r"[A-Za-z]:[\\/]|\w+://|[\\/]|~")

MAX_DEPTH = 3
"""How deep chapters and sections nest: 2.3.1 has three levels."""


def read_partial_dossier(
    content: Path, id: DossierId, *, texts_only: bool = False, files: KeptFiles | None = None
) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Return the dossier in `content`/`id` as far as it can be read, and every problem of every file.

    A dossier with problems is not fit to build from, but its references can be checked, so that all problems
    are reported in one run. It is None when an indispensable file is missing. With `texts_only` its pictures
    are not read, and files that jvom does not read are no problem. `files` are those that were read before,
    and those that are not saved yet.
    """
    return _Folder(content, id, files or KeptFiles(), texts_only=texts_only).read()


class _Folder:
    """The files of one dossier and the registers above it."""

    def __init__(self, content: Path, id: DossierId, kept: KeptFiles, *, texts_only: bool) -> None:
        self.content, self.folder, self.id, self.kept = content, content / str(id), id, kept
        self.problems: list[Problem] = []
        self.files: list[DataFile] = []
        self.images: dict[str, ImageFile] = {}
        self.inside: dict[Path, bool] = {}
        self.texts_only = texts_only

    def read(self) -> tuple[Dossier | None, tuple[Problem, ...]]:
        glossary = self.data(self.content / "abbreviations.yml", Glossary)
        missions = self.data(self.content / "missions.yml", MissionRegister)
        names = self.read_optional(self.content / "names.yml", NameRegister) or NameRegister(names=())
        owners = self.read_optional(self.content / "owners.yml", OwnerRegister)
        data = self.data(self.folder / "dossier.yml", DossierData)
        figures = self.data(self.folder / "figures.yml", FigureData)
        mandates = self.mandates(data)
        references = self.data(self.folder / "references.yml", ReferenceData)
        approvals = self.read_optional(self.folder / APPROVALS, ApprovalData)
        texts = self.texts(data)
        sections = self.sections(data)
        if not self.texts_only:
            self.problems += unread(self.content, self.folder)
        if data and data.year != self.id.year:
            self.report(
                data.at.value("year"),
                msg(
                    "dit is de map van {folder}, maar hier staat {year}",
                    folder=self.id,
                    year=data.year,
                ),
                msg("maak de twee gelijk"),
            )
        if not (data and glossary and missions and figures and mandates and references and texts):
            return None, sorted_problems(self.problems)
        dossier = Dossier(
            data=data,
            glossary=glossary,
            missions=missions,
            figures=figures,
            mandates=mandates,
            references=references,
            texts=texts,
            sections=sections,
            files=tuple(self.files),
            names=names,
            owners=owners,
            approvals=approvals or ApprovalData(approvals=()),
            images=self.images,
            unused_images=() if self.texts_only else self.unused_images(),
        )
        return dossier, sorted_problems(self.problems)

    def read_optional(self, path: Path, kind: type[File]) -> File | None:
        """Return the contents of an optional file; None when it is missing or has a problem."""
        return self.data(path, kind) if self.kept.exists(path) else None

    def mandates(self, data: DossierData | None) -> MandateData | None:
        """Return the mandates: a dossier with a report must have their file, even if its table is empty."""
        path = self.folder / "mandates.yml"
        if data and not data.report and not self.kept.exists(path):
            return MandateData(rows=())
        return self.data(path, MandateData)

    def texts(self, data: DossierData | None) -> Mapping[str, Fragment] | None:
        """Return the texts of the documents that the dossier has, by kind; None when one can't be read.

        Without data they are those that are there, for their own problems.
        """
        found: dict[str, Fragment] = {}
        wanted = 0
        for kind in KINDS:
            if kind.in_sections:
                continue
            path = self.folder / f"{kind.name}.md"
            there = self.kept.exists(path)
            if data and not kind.data(data):
                if there:
                    self.report(Span(path.as_posix()), *_superfluous_text(kind))
            elif data or kind.required or there:
                wanted += 1
                if data and not kind.required and not there:
                    advice = msg("maak het aan, of haal «{key}:» uit dossier.yml", key=kind.key)
                    self.problems.append(missing(path, advice))
                elif text := self.fragment(path):
                    found[kind.name] = text
        return found if len(found) == wanted else None

    def report(self, place: Span, what: Message, advice: Message) -> None:
        self.problems.append(Problem(place, what, advice))

    # --- one file -------------------------------------------------------------------------------

    def bytes(self, path: Path) -> bytes | None:
        """Return a file's bytes, or None and a problem when it can't be read or is outside the content."""
        name = path.as_posix()
        if (raw := self.kept.unsaved.get(path)) is not None:
            if len(raw) > MAX_BYTES:
                self.problems.append(too_large(len(raw), name))
                return None
            return raw
        try:
            status = path.lstat()
            is_link = S_ISLNK(status.st_mode)
            if not self.is_ours(path.parent) or (is_link and not _is_within(path, self.content)):
                self.report(
                    Span(name),
                    msg("dit bestand is een verwijzing naar buiten de map met teksten"),
                    msg("zet het bestand zelf in de map"),
                )
                return None
            if is_link:
                status = path.stat()
            if S_ISDIR(status.st_mode):
                self.report(
                    Span(name),
                    msg("hier staat een map in plaats van een bestand"),
                    msg("geef de map een andere naam en zet het bestand hier neer"),
                )
                return None
            if status.st_size > MAX_BYTES:
                self.problems.append(too_large(status.st_size, name))
                return None
            return read_file(path, MAX_BYTES)
        except FileNotFoundError:
            self.problems.append(missing(path, msg("maak het aan; de handleiding zegt wat erin hoort")))
        except OSError as error:
            self.problems.append(unreadable(name, error))
        return None

    def is_ours(self, folder: Path) -> bool:
        """Tell whether a folder is inside the content once links are followed."""
        if folder not in self.inside:
            self.inside[folder] = _is_within(folder, self.content)
        return self.inside[folder]

    def data(self, path: Path, kind: type[File]) -> File | None:
        raw = self.bytes(path)
        if raw is None:
            return None
        read: DataRead[File] = self.kept.once(
            path, (kind, raw), lambda: _read_data(raw, path.as_posix(), kind)
        )
        self.problems += read.problems
        if read.file:
            self.files.append(read.file)
        return read.record

    def fragment(self, path: Path, titled: bool = False) -> Fragment | None:
        raw = self.bytes(path)
        if raw is None:
            return None
        fragment, problems = self.kept.once(
            path, (titled, raw), lambda: read_fragment(path.stem, raw, path.as_posix(), titled)
        )
        self.problems += problems
        told = len(self.problems)
        for inline in walk_blocks(fragment.blocks) if b"![" in raw and not self.texts_only else ():
            if isinstance(inline, Picture):
                self.image(fragment, inline)
        if fragment.typed:
            files = {fragment.span.path: fragment.typed}
            self.problems[told:] = problems_as_typed(self.problems[told:], files)
        return fragment

    def image(self, fragment: Fragment, picture: Picture) -> None:
        if _ELSEWHERE.match(picture.path):
            folder, name = Path(fragment.span.path).parent.as_posix(), re.split(r"[\\/]", picture.path)[-1]
            self.report(
                picture.span,
                msg("deze afbeelding staat op het web of op een eigen schijf"),
                msg("zet het bestand in {folder} en typ alleen de naam: {name}", folder=folder, name=name),
            )
            return
        name = image_path(fragment, picture)
        path = Path(name)
        try:
            if not _is_within(path, self.folder):
                raise UnfitPictureError(
                    msg("de afbeelding staat buiten de map van het dossier"),
                    msg("zet het bestand in die map"),
                )
            from jvom.reading.pictures import read_picture

            state = path.stat()
            version = state.st_mtime_ns, state.st_size, state.st_ino
            self.images[name] = self.kept.once(
                path, version, lambda: read_picture(read_file(path, MOST_BYTES))
            )
        except UnfitPictureError as error:
            what = msg("{path} is niet te gebruiken als afbeelding: {reason}", path=name, reason=error.reason)
            self.report(picture.span, what, error.advice)
        except TooLargeError:
            size = MOST_BYTES // 1_000_000
            what = msg("de afbeelding {path} is groter dan {size} MB", path=name, size=size)
            self.report(picture.span, what, msg("maak de afbeelding kleiner"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            self.report(
                picture.span,
                msg("de afbeelding {path} ontbreekt", path=name),
                msg("zet het bestand daar neer, of verbeter de naam"),
            )
        except OSError as error:
            what = msg("de afbeelding {path} is niet te lezen ({reason})", path=name, reason=reason(error))
            self.report(picture.span, what, msg("kijk of het een afbeelding is waar u rechten op hebt"))

    def unused_images(self) -> tuple[str, ...]:
        """Return the pictures in the folder, and in that of the sections, that no text shows."""
        found = []
        for folder in (self.folder, self.folder / SECTIONS.name):
            if folder.is_dir():
                names = (
                    path.as_posix() for path in folder.iterdir() if path.suffix in (".png", ".jpg", ".jpeg")
                )
                found += sorted(name for name in names if name not in self.images)
        return tuple(found)

    # --- the report -----------------------------------------------------------------------------

    def sections(self, data: DossierData | None) -> tuple[Fragment, ...]:
        """Return the fragments in the order of the outline, and report missing and superfluous ones.

        Without data all of them are read, for their own problems.
        """
        there = self.texts_of_report()
        if data and not data.report:
            if there:
                self.report(Span((self.folder / SECTIONS.name).as_posix()), *_superfluous_text(SECTIONS))
            return ()
        if data is None:
            return tuple(fragment for path in there.values() if (fragment := self.fragment(path)))
        entries = tuple(_outline(data))
        self.check_outline(entries)
        if not there and not (self.folder / SECTIONS.name).is_dir():
            self.problems.append(missing_folder(self.folder / SECTIONS.name))
            return ()
        first = {id: place for id, place, _ in reversed(entries)}
        self.check_files(first, there)
        in_order = (there[id] for id in dict.fromkeys(id for id, _, _ in entries) if id in there)
        return tuple(fragment for path in in_order if (fragment := self.fragment(path, titled=True)))

    def texts_of_report(self) -> dict[str, Path]:
        """Return the files in `rapport`, by section id."""
        # Editors and Word leave files beside the one that is open: ".#kfor.md", "~$kfor.md".
        texts = self.kept.texts_in(self.folder / SECTIONS.name)
        return {path.stem: path for path in texts if not path.name.startswith((".", "~"))}

    def check_outline(self, entries: tuple[Entry, ...]) -> None:
        """Report sections that are too deep in the outline, or in it twice."""
        seen: dict[str, Span] = {}
        for id, place, depth in entries:
            if depth > MAX_DEPTH:
                self.report(
                    place,
                    msg("«{id}» staat op niveau {depth}", id=id, depth=depth),
                    msg("een rapport gaat drie niveaus diep"),
                )
            if id in seen:
                self.report(
                    place,
                    msg(
                        "de paragraaf «{id}» staat twee keer in de opzet; eerst op regel {line}",
                        id=id,
                        line=seen[id].line,
                    ),
                    msg("haal er een weg"),
                )
            seen.setdefault(id, place)

    def check_files(self, named: Mapping[str, Span], there: Mapping[str, Path]) -> None:
        """Report sections without a file, and files without a section."""
        left = set(there) - set(named)
        for id, place in named.items():
            if id not in there:
                path = self.folder / SECTIONS.name / f"{id}.md"
                if problem := misplaced(path):
                    self.problems.append(problem)
                    continue
                self.report(
                    place,
                    msg("de opzet noemt «{id}», maar {path} ontbreekt", id=id, path=path.as_posix()),
                    did_you_mean(id, left, msg("maak het fragment aan of haal de regel uit de opzet")),
                )
        missing_names = [f"{id}.md" for id in named if id not in there]
        for id in left:
            if any(stands_for(f"{id}.md", name) for name in missing_names):
                continue  # told above
            if (original := original_of(id)) and original in named:
                self.problems.append(copied(there[id], f"{original}.md"))
                continue
            self.report(
                Span(there[id].as_posix()),
                msg("dit fragment staat niet in de opzet"),
                msg("noem «{id}» in dossier.yml onder report: outline, of haal het bestand weg", id=id),
            )


class DataRead(msgspec.Struct, Generic[File], frozen=True):
    """A data file as text (None for bytes that are none), its record, and its problems."""

    file: DataFile | None
    record: File | None
    problems: tuple[Problem, ...]


def _read_data(raw: bytes, name: str, kind: type[File]) -> DataRead[File]:
    text, problems = decode(raw, name)
    if problems:
        return DataRead(None, None, tuple(problems))
    typed, record = as_typed(raw, text), None
    remarks, problems = remarks_in_yaml(text, name)
    lines = tuple(text.split("\n"))
    file = DataFile(path=name, lines=lines, suppressions=in_yaml(text, name), remarks=remarks, typed=typed)
    problems += _marks(text, name)
    node, found = parse(text, name)
    if not found:
        record, found = bind(node, kind, name)
    return DataRead(file, record, tuple(problems_as_typed([*problems, *found], {name: typed})))


def _marks(text: str, name: str) -> Iterator[Problem]:
    """Yield the marks of what is not public in a data file: they only work in texts."""
    for mark in (PERSONAL, "{.gelakt"):
        for number, line in enumerate(text.split("\n"), 1) if mark in text else ():
            if (column := f" {line}".partition(" #")[0].find(mark)) >= 0:
                end = line.find("}", column) + 1 or column - 1 + len(mark)
                yield Problem(
                    Span(name, number, column, number, end + 1),
                    msg("in een gegevensbestand wordt met {mark} niets gelakt", mark=line[column - 1 : end]),
                    msg("haal de markering weg; laat de waarde leeg wanneer die niet openbaar mag worden"),
                )


def _is_within(path: Path, folder: Path) -> bool:
    """Tell whether a path is in a folder once symbolic links are followed."""
    # Not Path.resolve: that raises for a link to itself.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _superfluous_text(kind: Kind) -> tuple[Message, Message]:
    """Return what is wrong with texts of a document that the dossier does not have, and what to do."""
    what = msg("dossier.yml heeft geen «{key}:», dus maakt jvom hier niets van", key=kind.key)
    return what, msg("vul die gegevens in dossier.yml in, of haal dit weg")


def _outline(data: DossierData) -> Iterator[Entry]:
    def below(entries: tuple[OutlineEntry, ...], depth: int) -> Iterator[Entry]:
        for entry in entries:
            yield entry.id, entry.at.value("id"), depth
            yield from below(entry.sections, depth + 1)

    yield from below(data.outline, 1)
    for appendix in data.appendices:
        yield appendix.id, appendix.at.value("id"), 1
