# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where an exported text comes from, as its Word file carries it there and back."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from jvom.ooxml.names import ORIGIN
from jvom.ooxml.xml import escape

_OPENING = f'<herkomst xmlns="{ORIGIN}">'


class Mark(msgspec.Struct, frozen=True):
    """What is in a locked control: as it is typed, and as it was printed.

    `address`, `bold` and `language` are how the words around it look.
    """

    typed: str
    printed: str
    address: str = ""
    bold: bool = False
    language: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """An exported text.

    `section` is its path in the dossier without the suffix ("rapport/nmi"). `marks` are those of the locked
    controls by number, from 1; `notes` the labels of the footnotes in their order in the file; `pictures` the
    paths of the pictures by the digest of their bytes. `sections` are the ids of the report's sections by
    what a reference to them prints ("2.3.4", "bijlage 1"). `box` and `last_year` are the lines of the file
    that are no part of the text, `offered` the headings that an empty text got, `comments` the text
    of the comments that were sent, and `title` is what was printed as the title.
    """

    dossier: str
    section: str
    text: str
    digest: str = ""
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    pictures: Mapping[str, str] = {}
    sections: Mapping[str, str] = {}
    box: tuple[str, ...] = ()
    last_year: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    title: str = ""


def digest_of(text: str) -> str:
    """Return the digest by which a text is known to be whole."""
    return sha256(text.encode()).hexdigest()


def encode(origin: Origin) -> str:
    """Return the XML that the file carries."""
    origin = msgspec.structs.replace(origin, digest=digest_of(origin.text))
    # JSON has escapes for whatever XML would change, such as line ends.
    written = msgspec.json.encode(origin).decode().replace("\x7f", "\\u007f")
    return f"{_OPENING}{escape(written)}</herkomst>"


def decode(text: str) -> Origin | None:
    """Return the origin that the text of the part holds; None when it is damaged, or no longer whole."""
    try:
        origin = msgspec.json.decode(text, type=Origin)
    except msgspec.MsgspecError:
        return None
    return origin if digest_of(origin.text) == origin.digest else None
