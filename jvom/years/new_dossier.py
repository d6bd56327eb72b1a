# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A new dossier out of that of an earlier year: its files, and what is left to do.

Whatever is the same each year is copied as it was typed; what is not becomes open, and is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal

import msgspec

from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.model import DataFile, Dossier
from jvom.settings import Settings
from jvom.years.new_dates import Dates, new_dossier_yml
from jvom.years.new_figures import new_figures
from jvom.years.new_mandates import ended_mandates
from jvom.years.new_references import new_references
from jvom.years.new_texts import new_text
from jvom.years.suppressions import remove_suppressions
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits

Texts = Literal["keep", "empty"]

_ORDER = ("dossier.yml", "figures.yml", "references.yml", "mandates.yml")


class NewDossier(msgspec.Struct, frozen=True):
    """The files of a new dossier by their name in its folder, and what is left to do, in order."""

    files: Mapping[str, bytes]
    tasks: tuple[Task, ...]


def make_new_dossier(
    dossier: Dossier,
    settings: Settings,
    old: DossierId,
    new: DossierId,
    raw: Mapping[str, bytes],
    texts: Texts = "keep",
) -> NewDossier:
    """Return the dossier `new` out of `old`, which is `dossier`.

    `raw` are the bytes of its files by their path: those of the model and whatever else is to be copied.
    With `texts` "empty" they keep their title and fixed sub-headings alone.
    """
    dates = Dates.of(dossier.data, settings.calendar, old, new)
    files: dict[str, bytes] = {}
    tasks: list[Task] = []
    data = {PurePosixPath(file.path).name: file for file in dossier.files if file.path in raw}
    for name in sorted(data, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)):
        file = data[name]
        edits, found = TextEdits(file.lines), list[Task]()
        if name == "dossier.yml":
            found += new_dossier_yml(dossier.data, edits, dates, name)
        elif name == "figures.yml":
            found += new_figures(dossier.figures, edits, name)
        elif name == "references.yml":
            found += new_references(dossier, edits, name)
        elif name == "mandates.yml":
            found += ended_mandates(dossier.mandates, dates, name)
        found += remove_suppressions(file.suppressions, edits, name)
        found += _years_in_comments(file, dates, name)
        tasks += _in_new_file(found, edits)
        files[name] = _encoded(edits.result(), raw[file.path])
    folder = f"{PurePosixPath(dossier.texts['brief'].span.path).parent.as_posix()}/"
    owners: dict[str, list[str]] = {}
    for fragment in dossier.fragments:
        name = fragment.span.path.removeprefix(folder)
        edits = TextEdits(fragment.lines)
        found = remove_suppressions(fragment.suppressions, edits, name)
        new_text(fragment, edits, dates, settings, emptied=texts == "empty")
        tasks += _in_new_file(found, edits)
        files[name] = _encoded(edits.result(), raw[fragment.span.path])
        for owner in fragment.owners or ("",):
            owners.setdefault(owner, []).append(fragment.id)
    tasks += _texts_to_write(owners, dates, texts)
    for path, content in raw.items():
        name = path.removeprefix(folder)
        if name not in files and (texts == "keep" or not path.endswith((".png", ".jpg", ".jpeg"))):
            files[name] = content
    return NewDossier(files, tuple(tasks))


def _in_new_file(tasks: list[Task], edits: TextEdits) -> list[Task]:
    """Return the tasks of a file with the lines that they have once it is edited."""
    return [
        msgspec.structs.replace(each, line=edits.new_line(each.line)) if each.line else each for each in tasks
    ]


def _texts_to_write(owners: Mapping[str, list[str]], dates: Dates, texts: Texts) -> list[Task]:
    found = []
    for owner, ids in sorted(owners.items()):
        who = owner or msg("wie de eigenaar is")
        named = tuple(ids)
        if texts == "keep":
            what = msg(
                "laat {who} bijwerken wat uit {year} komt: {texts}", who=who, year=dates.old.year, texts=named
            )
        else:
            what = msg("laat {who} schrijven: {texts}", who=who, texts=named)
        found.append(Task("", 0, what))
    return found


def _years_in_comments(file: DataFile, dates: Dates, name: str) -> list[Task]:
    """Name the comments on lines of their own that speak of the old year: nobody edits them for a user."""
    found = []
    for number, line in enumerate(file.lines, 1):
        if line.lstrip().startswith("#") and str(dates.old.year) in line and "jvom:" not in line:
            found.append(
                Task(name, number, msg("kijk of {year} in dit commentaar nog klopt", year=dates.old.year))
            )
    return found


def _encoded(text: str, like: bytes) -> bytes:
    """Return the text as bytes, with the byte-order mark and the line ends of the file that it comes from."""
    if b"\r\n" in like:
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()
