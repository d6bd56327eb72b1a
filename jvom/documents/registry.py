# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents that jvom makes. A new one is a file in this folder and a line here.

Its kind is that of a field of :class:`jvom.model.DossierData` that says so; from there on reading, checks,
the public version and a seal know it.
"""

from __future__ import annotations

from jvom.documents.document_type import DocumentType
from jvom.documents.letters import LETTERS
from jvom.documents.nota import NOTA
from jvom.documents.report import REPORT

REGISTRY: tuple[DocumentType, ...] = (
    LETTERS,
    NOTA,
    REPORT,
)
"""The types of documents, in the order of a dossier."""
