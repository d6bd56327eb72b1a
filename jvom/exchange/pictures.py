# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of a returned file: those that were sent, and new ones, which go beside the text."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jvom.exchange.arrival import Arrival
from jvom.exchange.notices import Notice
from jvom.messages import msg
from jvom.reading.word.returned import digest_of_picture
from jvom.text import Picture, walk_blocks

_KINDS = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}


class Pictures(msgspec.Struct, frozen=True, kw_only=True):
    """The `paths` of pictures beside the text by path in the file ("" when left out); `new` files."""

    paths: Mapping[str, str]
    new: Mapping[str, bytes]
    notices: tuple[Notice, ...]


def read_pictures(arrival: Arrival) -> Pictures:
    """Return the pictures that a returned file shows; new ones get a free name beside the text."""
    fragment, data_of = arrival.returned.fragment, arrival.returned.pictures
    shown = [each for each in walk_blocks(fragment.blocks) if isinstance(each, Picture)]
    name = arrival.origin.section.rpartition("/")[2]
    taken = set(arrival.neighbours)
    paths: dict[str, str] = {}
    new: dict[str, bytes] = {}
    by_data: dict[bytes, str] = {}
    notices: list[Notice] = []
    for picture in shown:
        if picture.path in paths:
            continue
        data = data_of.get(picture.path)
        if data is not None and (known := arrival.origin.pictures.get(digest_of_picture(data))):
            paths[picture.path] = known
            continue
        if data is None:
            paths[picture.path] = ""
            what = msg("een afbeelding zit niet in het bestand zelf; zij is weggelaten")
            notices.append(Notice(what, person=True))
            continue
        suffix = "." + picture.path.rpartition(".")[2].lower()
        if suffix not in _KINDS:
            paths[picture.path] = ""
            kind = suffix.lstrip(".")
            what = msg("een afbeelding van het soort {kind} is niet overgenomen", kind=kind)
            notices.append(Notice(what, person=True))
            continue
        if data not in by_data:
            number = 1
            while (free := f"{name}-afbeelding-{number}{_KINDS[suffix]}") in taken:
                number += 1
            taken.add(free)
            by_data[data] = free
            new[free] = data
            if not picture.alternative.strip():
                what = msg("de afbeelding {path} heeft nog geen alternatieve tekst", path=free)
                notices.append(Notice(what, person=True))
        paths[picture.path] = by_data[data]
    in_notes = [block for note in fragment.footnotes for block in note.blocks]
    if any(isinstance(each, Picture) for each in walk_blocks(tuple(in_notes))):
        notices.append(Notice(msg("een afbeelding in een voetnoot is niet overgenomen"), person=True))
    return Pictures(paths=paths, new=new, notices=tuple(notices))
