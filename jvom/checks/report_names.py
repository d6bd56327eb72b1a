# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report is called by its own texts, beside "rapportage": its abbreviation and its subject."""

from __future__ import annotations

import msgspec

from jvom.analysis.phrase_grammar import escaped
from jvom.checks.views import DossierView, Texts
from jvom.settings import ReportShape


class ReportNames(msgspec.Struct, frozen=True):
    """The abbreviations of a report ("JVOM") and the words of its subject, in small letters."""

    short: tuple[str, ...]
    subject: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The abbreviations that are one word, in small letters."""
        return frozenset(name.lower() for name in self.short if name.isalnum())

    def phrase(self, *others: str) -> str:
        """Return the words of a phrase: other names or these, in any case."""
        names = "|".join((*others, *(escaped(name.lower()) for name in self.short)))
        return f"({names})" if " " in names else names


def report_names(texts: Texts) -> ReportNames:
    """Return the names that the settings give the report, and the abbreviation of the dossier's title."""
    own = (texts.data.short,) if isinstance(texts, DossierView) else ()
    return names_by(texts.settings.report, *own)


def names_by(shape: ReportShape, *own: str) -> ReportNames:
    """Return the names that the shape of a report gives it, and others of its `own`."""
    return ReportNames(tuple(dict.fromkeys((*shape.names, *own))), tuple(shape.subject.lower().split()))
