# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The contracts of all templates: of the documents, their inventory, the checklist of a seal, an export."""

from __future__ import annotations

from jvom.comparing.change_list import CONTRACT as CHANGE_LIST
from jvom.documents.dossier import CONTRACTS as DOCUMENTS
from jvom.documents.inventory import CONTRACT as INVENTORY
from jvom.exchange.request import CONTRACT as REQUEST
from jvom.plan import Contract
from jvom.sealing.checklist import CONTRACT as CHECKLIST

CONTRACTS: tuple[Contract, ...] = (*DOCUMENTS, CHECKLIST, REQUEST, CHANGE_LIST, INVENTORY)
