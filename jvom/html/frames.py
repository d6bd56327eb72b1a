# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is around the texts of letters, nota and report: the fields of their templates, in reading order."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jvom.plan import Document

_SIGNATORIES = 6


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The tags of a document's controls, by what they are; `particulars` have labels.

    The `title` "" is the name of the file. A signature is what is signed, by which office, and by whom.
    """

    title: str = ""
    subtitles: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    particulars: tuple[tuple[str, str], ...] = ()
    opening: str = ""
    texts: tuple[str, ...] = ()
    closing: str = ""
    signatures: tuple[tuple[str, ...], ...] = ()
    below: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


_FRAMES: Mapping[str, Frame] = {
    "brief": Frame(
        above=("geadresseerde",),
        particulars=(
            ("datum", "Datum"),
            ("betreft", "Betreft"),
            ("referentie", "Onze referentie"),
            ("uw-referentie", "Uw referentie"),
            ("contact", "Contact"),
            ("bijlagen", "Aantal bijlagen"),
        ),
        opening="aanhef",
        texts=("tekst",),
        closing="slotgroet",
        signatures=tuple(
            tuple(f"ondertekenaar-{place}-{what}" for what in ("ambt", "hoe", "naam"))
            for place in range(1, _SIGNATORIES + 1)
        ),
        below=("colofon", "legenda"),
        notices=("retouradres", "bij-beantwoording"),
    ),
    "nota": Frame(
        title="betreft",
        particulars=(
            ("aan", "Aan"),
            ("van", "Van"),
            ("afgestemd-met", "Afgestemd met"),
            ("afschrift-aan", "Afschrift aan"),
            ("doel", "Doel"),
            ("datum", "Datum"),
            ("referentie", "Onze referentie"),
            ("opgesteld-door", "Opgesteld door"),
            ("bijlagen", "Aantal bijlagen"),
        ),
        above=("route",),
        texts=("tekst",),
        signatures=(("ondertekenaar-ambt", "ondertekend-hoe"),),
        below=("legenda",),
    ),
    "rapport": Frame(
        title="titel",
        subtitles=("ondertitel", "datum"),
        texts=("nog-te-leveren", "afkortingen", "rapport", "bijlagen"),
        below=("legenda",),
    ),
}


def frame_of(document: Document) -> Frame:
    """Return the frame of a document; one of a kind that is not known here has all its texts."""
    return _FRAMES.get(document.template) or Frame(texts=tuple(document.blocks))
