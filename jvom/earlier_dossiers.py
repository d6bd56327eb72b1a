# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The earlier dossiers of a series, as far as the check of a later one compares itself with them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jvom.dossier_ids import DossierId
from jvom.model import Dossier, DossierData, Fragment
from jvom.source import Problem


class EarlierDossier(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier of the same series of an earlier year; only of the nearest one are all files read.

    `data` is its dossier.yml at `path`, None when that can't be read; `dossier` is None when anything of it
    can't be. Then `problems` say why. Of a sealed submission without its sources only the `printed` documents
    are known, as they are read back.
    """

    id: DossierId
    path: str
    data: DossierData | None = None
    dossier: Dossier | None = None
    printed: tuple[Fragment, ...] = ()
    problems: tuple[Problem, ...] = ()


def texts_of_last_year(id: DossierId, earlier: Iterable[EarlierDossier]) -> tuple[Fragment, ...]:
    """Return the texts of the dossier a year before; none when there is none that can be read."""
    found = (each.dossier for each in earlier if each.id == id.earlier and each.dossier)
    return next((dossier.fragments for dossier in found), ())
