# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Some texts of a dossier: those named behind it or by their own paths, or that an owner delivers."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.arguments import read_dossier_argument
from jvom.dossier_ids import DossierId
from jvom.messages import Message, did_you_mean_id, msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.model import Dossier


class Subjects(msgspec.Struct, frozen=True):
    """A dossier in the folder `content`, None for the newest, and those of its texts that were named."""

    content: Path
    id: DossierId | None
    texts: tuple[str, ...] = ()


def read_subjects(content: Path, typed: tuple[str, ...]) -> Subjects:
    """Read a dossier and, behind it or by their own paths, texts in it.

    A text in a dossier says which one that is. Raises CannotRun for what is neither, and for texts of two
    dossiers.
    """
    if not typed or not typed[0]:
        return Subjects(*read_dossier_argument(content, *typed))
    first, *others = typed
    dossier = first
    if Path(first).suffix in (".md", ".yml"):
        folder = _dossier_folder(first)
        if folder is None:
            read_dossier_argument(content, *typed)  # raises what is wrong
        else:
            dossier = (
                f"{folder.parent.as_posix()}/{folder.name}"  # "2025" alone would be looked for in content
            )
    elif any(_is_id(each) for each in others):
        read_dossier_argument(content, *typed)
    else:
        typed = tuple(others)
    above, id = read_dossier_argument(content, dossier)
    problems = []
    for text in typed:
        folder = _dossier_folder(text)
        if folder is not None and os.path.realpath(folder) != os.path.realpath(above / str(id)):
            what = msg("deze tekst is van een ander dossier dan {id}", id=id)
            advice = msg("lees elk dossier met een eigen commando")
            problems.append(Problem(Span(text), what, advice))
    if problems:
        raise CannotRun(problems)
    return Subjects(above, id, typed)


def _is_id(typed: str) -> bool:
    try:
        DossierId.parse(typed)
    except ValueError:
        return False
    return True


def _dossier_folder(typed: str) -> Path | None:
    """Return the folder of the dossier that a path is in; None when it is in none."""
    path = Path(typed)
    # As typed where that says it, so that places in messages are typed that way too.
    for folder in (*path.parents, *(Path(os.path.relpath(each)) for each in path.absolute().parents)):
        name = Path(os.path.realpath(folder)).name
        if os.path.lexists(folder / "dossier.yml") and _is_id(name):
            return folder if folder.name == name else folder / ".." / name
    return None


def paths_of(dossier: Dossier, subjects: Subjects, owners: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the paths of the files that were named and that one of the owners delivers, in the order typed.

    Without names those of all texts of the owners. Raises CannotRun for a name that no file of the dossier
    has, an owner who delivers nothing, and names and owners that have no text in common.
    """
    named, problems = _named(dossier, subjects)
    delivering = {name for fragment in dossier.fragments for name in fragment.owners}
    for owner in owners:
        if owner not in delivering:
            what = msg("«{name}» levert in dit dossier geen tekst", name=owner)
            advice = did_you_mean_id(owner, delivering) if delivering else msg("zet owner in de teksten")
            problems.append(Problem(Span("--owner"), what, advice))
    if problems:
        raise CannotRun(problems)
    if not owners:
        return named
    owned = [each.span.path for each in dossier.fragments if set(owners) & set(each.owners)]
    if not subjects.texts:
        return tuple(owned)
    if both := tuple(path for path in named if path in owned):
        return both
    what = msg("deze teksten levert {names} niet", names=", ".join(owners))
    raise CannotRun([Problem(Span("--owner"), what, msg("noem de teksten, of de eigenaar"))])


def _named(dossier: Dossier, subjects: Subjects) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the paths of the files that were typed, each once, and a problem for each that is none."""
    folder = subjects.content / str(subjects.id)
    known = _names(dossier, folder)
    ids = {fragment.id for fragment in dossier.fragments}
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for typed in subjects.texts:
        name = Path(typed).as_posix()
        path = (
            known.get(name)
            or known.get(f"{name}.md")
            or known.get(name.removesuffix(".md"))
            or _same_file(typed, known.values())
        )
        if path:
            found[path] = None
            continue
        what = msg("dossier {id} heeft geen tekst «{name}»", id=subjects.id, name=typed)
        problems.append(Problem(Span(typed), what, _advice(Path(typed).as_posix(), set(known) - ids, ids)))
    return tuple(found), problems


def _advice(typed: str, paths: set[str], ids: set[str]) -> Message:
    """Return the advice on a text that is not there, by its path or its id."""
    if "," in typed:
        return msg("noem elke tekst apart, met een spatie ertussen")
    if Path(typed).suffix in (".docx", ".txt"):
        return msg("losse bestanden leest «jvom check --text»")
    return did_you_mean_id(typed, paths if "/" in typed or Path(typed).suffix else ids)


def _same_file(typed: str, paths: Iterable[str]) -> str | None:
    """Return which of the paths leads to the file that was typed; None when none does."""
    meant = os.path.realpath(typed)
    return next((path for path in paths if os.path.realpath(path) == meant), None)


def _names(dossier: Dossier, folder: Path) -> dict[str, str]:
    """Return the paths of texts and data files by what each may be called: in the dossier, or by its id."""
    paths = [*(each.span.path for each in dossier.fragments), *(each.path for each in dossier.files)]
    names = {Path(os.path.relpath(path, folder)).as_posix(): path for path in paths}
    return names | {fragment.id: fragment.span.path for fragment in dossier.fragments}
