# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The contracts of all templates: those of the documents, and that of the checklist that a seal makes."""

from __future__ import annotations

from jvom.documents.dossier import CONTRACTS as DOCUMENTS
from jvom.plan import Contract
from jvom.sealing.checklist import CONTRACT as CHECKLIST

CONTRACTS: tuple[Contract, ...] = (*DOCUMENTS, CHECKLIST)
