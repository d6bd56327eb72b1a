# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two dossiers: sections, and data with old and new values."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jvom.comparing.data_changes import (
    ValueChange,
    date_changes,
    figure_changes,
    mandate_changes,
    people_changes,
    sources_added,
)
from jvom.comparing.section_changes import SectionChange, section_changes
from jvom.model import Dossier
from jvom.plan import Document


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """All changes; `sources` are the new ones."""

    sections: tuple[SectionChange, ...]
    figures: tuple[ValueChange, ...]
    mandates: tuple[ValueChange, ...]
    people: tuple[ValueChange, ...]
    dates: tuple[ValueChange, ...]
    sources: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__)


def find_changes(old: Dossier | None, new: Dossier | None, revised: Sequence[Document]) -> Changes:
    """Return what changed; `revised` are the documents with revisions.

    Data are compared when both sides are dossiers; a Word file has none.
    """
    sections = tuple(change for document in revised for change in section_changes(document))
    if old is None or new is None:
        return Changes(sections=sections, figures=(), mandates=(), people=(), dates=(), sources=())
    return Changes(
        sections=sections,
        figures=figure_changes(old, new),
        mandates=mandate_changes(old, new),
        people=people_changes(old, new),
        dates=date_changes(old, new),
        sources=tuple(sources_added(old, new)),
    )
