# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The two sides of a comparison: what was typed, found and read, as documents.

A dossier becomes plans, and so does a submission that holds its sources. Any other and a Word file have only
what Word prints: they are read as texts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jvom.cli.committed_content import committed_content, find_commit, short
from jvom.cli.dossiers import PUBLIC, read_dossier
from jvom.cli.plans import make_plans
from jvom.cli.renamed_places import with_folder_as
from jvom.cli.sealed_sources import sealed_sources, where
from jvom.documents.leaks import WithheldWords, redactions, texts_of
from jvom.dossier_ids import DossierId
from jvom.dutch.dates import write_date
from jvom.messages import msg
from jvom.model import Dossier, Fragment
from jvom.ooxml.archive import LARGEST_FILE
from jvom.plan import Document
from jvom.reading.dossier_folders import dossier_ids, find_dossier, parse_id
from jvom.sealing.manifest import Manifest
from jvom.source import CannotRun, Problem, Span, read_file, unreadable

_WORD, _ZIP = ".docx", ".zip"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side: its title in the list of changes, and its documents by name.

    Those of a dossier are plans in `documents`; Word files are `texts`, of which one that is `loose` says
    nothing of the others. `listed` is the dossier whose data are compared, without what is personal for a
    public version, and `personal` are its words that are marked so. `withheld` are the names of the documents
    with words that the public version does not show. `moment` is the date that its revisions have: that of
    the dossier, at noon, so that no time zone shifts it.
    """

    title: str
    id: DossierId | None = None
    folder: Path | None = None
    dossier: Dossier | None = None
    listed: Dossier | None = None
    documents: Mapping[str, Document] = {}
    texts: Mapping[str, Fragment] = {}
    loose: bool = False
    personal: WithheldWords | None = None
    withheld: frozenset[str] = frozenset()
    moment: datetime | None = None


def read_side(content: Path, typed: str, *, public: bool, like: DossierId | None = None) -> Side:
    """Return the side that was typed.

    That is the id of a dossier in `content`; else a path, of the folder of a dossier, a submission or a Word
    file; else a revision of git, in which the dossier is the one `like` the other side's, or the newest.
    Raises CannotRun with all that is wrong with it.
    """
    path = Path(typed)
    is_name = typed == path.name
    if is_name and typed in _known(content):
        return dossier_side(content, parse_id(content, typed), public=public)
    if path.is_dir():
        real = Path(os.path.realpath(path))
        above = path.parent if path.name == real.name else real.parent
        return dossier_side(above, find_dossier(above, parse_id(above, real.name)), public=public)
    if path.exists() or path.suffix in (_WORD, _ZIP):
        return _file_side(path, public=public)
    if commit := find_commit(content, typed):
        with committed_content(content, commit) as folder:
            id = like if like and str(like) in _known(folder) else find_dossier(folder)
            return dossier_side(folder, id, public=public, origin=short(commit))
    if is_name and typed[:4].isdecimal():
        find_dossier(content, parse_id(content, typed))  # says which it could be
    what = msg("dit is geen dossier, geen map of bestand, en geen revisie van git")
    raise CannotRun([Problem(Span(typed), what, msg("noem een dossier zoals 2025, een pad, of HEAD~1"))])


def _known(content: Path) -> set[str]:
    try:
        return set(map(str, dossier_ids(content)))
    except CannotRun:  # reported when a dossier is looked for
        return set()


def dossier_side(content: Path, id: DossierId, *, public: bool, origin: str = "") -> Side:
    """Return the dossier of that id in `content` as a side; raises CannotRun with all that is wrong.

    `origin` is where it comes from, when that is not the folder.
    """
    dossier, problems = read_dossier(content, id)
    if dossier is None or problems:
        raise CannotRun(problems)
    plans = {document.file: document for document in make_plans(dossier, public=public)}
    listed = dossier
    if public:
        from jvom.documents.public import redact

        listed = redact(dossier)
    words = WithheldWords(redactions(dossier))
    day = dossier.data.presentation_date
    title = f"{dossier.data.title} {id}, van {write_date(day)}"
    return Side(
        title=f"{title} ({origin})" if origin else title,
        id=id,
        folder=None if origin else content / str(id),
        dossier=dossier,
        listed=listed,
        documents=plans,
        personal=words,
        withheld=frozenset() if public else frozenset(_printing(words, plans.values())),
        moment=_noon(day),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _printing(words: WithheldWords, plans: Iterable[Document]) -> Iterator[str]:
    """Yield the names of the documents that print some of the words."""
    return (plan.file for plan in plans if words.in_texts(texts_of(plan)))


def refuse_same(old: Side, new: Side, typed: str) -> None:
    """Raise CannotRun when both sides are the very same folder; `typed` is the old side."""
    if old.folder and new.folder and os.path.realpath(old.folder) == os.path.realpath(new.folder):
        what = msg("oud en nieuw zijn hetzelfde dossier")
        advice = msg("noem twee dossiers, zoals in «jvom compare 2025 2026»")
        raise CannotRun([Problem(Span(typed), what, advice)])


# --- files ---------------------------------------------------------------------------------------


def _file_side(path: Path, *, public: bool) -> Side:
    from jvom.sealing.bundle import LARGEST

    name = path.as_posix()
    try:
        data = read_file(path, LARGEST if path.suffix.lower() == _ZIP else LARGEST_FILE)
    except OSError as error:
        raise CannotRun([unreadable(name, error)]) from error
    if path.suffix.lower() == _ZIP:
        return _submission_side(data, name, public=public)
    if path.suffix.lower() != _WORD:
        what = msg("dit soort bestand vergelijkt jvom niet")
        advice = msg("noem een Word-bestand (.docx), een verzegelde indiening (.zip) of een map")
        raise CannotRun([Problem(Span(name), what, advice)])
    if public:
        what = msg("van een los Word-bestand is er geen openbare versie")
        raise CannotRun([Problem(Span(name), what, msg("laat --public weg"))])
    from jvom.reading.word.reader import read_word

    texts = {path.stem: read_word(path.stem, data, name)}
    return Side(title=path.name, texts=texts, loose=True, moment=_modified(data, name))


def _modified(data: bytes, name: str) -> datetime | None:
    """Return when a Word file says that it was last saved, None when it does not."""
    from jvom.ooxml.names import qn
    from jvom.ooxml.package import Package

    properties = Package.open(data, Span(name), msg("het bestand")).properties
    for kind in ("dcterms:modified", "dcterms:created"):
        said = None if properties is None else properties.findtext(qn(kind))
        try:
            moment = datetime.fromisoformat(said or "")
        except ValueError:
            continue
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    return None


def _submission_side(data: bytes, name: str, *, public: bool) -> Side:
    from jvom.sealing.manifest import CHECKLIST, SOURCES
    from jvom.sealing.verification import open_submission

    manifest, members = open_submission(data, name)
    day = manifest.as_of
    title = f"{manifest.title}, verzegeld met peildatum {write_date(day)} ({manifest.seal[:8]})"
    if (side := _sources_side(manifest, members, name, public=public)) is not None:
        return replace(side, title=title, folder=None, moment=_noon(day))
    read = partial(_read_member, name)
    shown = {
        member.removeprefix(PUBLIC).removesuffix(_WORD): read(member, content)
        for member, content in sorted(members.items())
        if member.endswith(_WORD) and member != CHECKLIST and not member.startswith(SOURCES)
        if member.startswith(PUBLIC) == public
    }
    if not shown:
        what = msg("hierin staan geen documenten om te vergelijken")
        raise CannotRun([Problem(Span(name), what, msg("neem de indiening zoals «jvom seal» die maakte"))])
    # Where the public version reads otherwise, something is withheld.
    withheld = frozenset(
        member
        for member, text in shown.items()
        if not public
        and (other := members.get(f"{PUBLIC}{member}{_WORD}")) is not None
        and read(f"{PUBLIC}{member}{_WORD}", other).lines != text.lines
    )
    return Side(
        title=title,
        id=manifest.id,
        texts=shown,
        withheld=withheld,
        moment=_noon(day),
    )


def _sources_side(
    manifest: Manifest, members: Mapping[str, bytes], name: str, *, public: bool
) -> Side | None:
    """Return the dossier whose sources a submission holds.

    None when it holds none, when this version can't read them, or when no public version is made of them.
    Raises CannotRun when they are not those that were sealed.
    """
    if not manifest.has_sources:
        return None
    with sealed_sources(manifest, members, name) as folder:
        try:
            side = dossier_side(folder / "content", manifest.id, public=public)
        except CannotRun:
            return None
        return with_folder_as(side, folder.as_posix(), where(name))


def _read_member(name: str, member: str, content: bytes) -> Fragment:
    from jvom.reading.word.reader import read_word

    stem = member.removeprefix(PUBLIC).removesuffix(_WORD)
    return read_word(stem, content, f"{name}/{member}")
