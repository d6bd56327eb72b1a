# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The status of a dossier for a program. A change that breaks readers increases `SCHEMA_VERSION`."""

from __future__ import annotations

from collections.abc import Callable

from jvom.findings import Severity
from jvom.messages import Message
from jvom.years.status import DossierStatus, TextStatus, Total

SCHEMA_VERSION = 1


def status_value(status: DossierStatus, say: Callable[[Message], str]) -> dict[str, object]:
    """Return the status as plain values; days are ISO dates."""
    return {
        "schema_version": SCHEMA_VERSION,
        "dossier": str(status.id),
        "title": status.title,
        "as_of": status.as_of,
        "presentation": status.presentation,
        "texts": [_text(text, say) for text in status.texts],
        "owners": {owner: _total(status.total_of(owner)) for owner in status.owners},
        "total": _total(status.total),
        "elsewhere": {
            severity.word: sum(each.severity is severity for each in status.elsewhere)
            for severity in sorted(Severity, reverse=True)
        },
    }


def _text(text: TextStatus, say: Callable[[Message], str]) -> dict[str, object]:
    return {
        "id": text.id,
        "document": text.kind,
        "number": text.number,
        "title": say(text.title) if isinstance(text.title, Message) else text.title,
        "path": text.path,
        "owners": text.owners,
        "status": text.status,
        "due": text.due,
        "days_left": text.days_left,
        "late": text.late,
        "words": text.words,
        "words_last_year": text.words_before,
        "errors": text.count(Severity.ERROR),
        "warnings": text.count(Severity.WARNING),
        "notes": text.count(Severity.INFO),
        "open_figures": text.open_figures,
        "carried_from": text.carried_from,
        "remarks": [
            {"author": each.author, "date": each.date, "text": each.text, "line": each.span.line}
            for each in text.remarks
        ],
        "approvals": [
            {
                "by": each.by,
                "asked": each.asked,
                "standing": each.standing,
                "date": each.given.date if each.given else None,
            }
            for each in text.approvals
        ],
    }


def _total(total: Total) -> dict[str, object]:
    return {
        "texts": total.texts,
        "by_status": total.by_status,
        "late": total.late,
        "words": total.words,
        "words_last_year": total.words_before,
        "errors": total.errors,
        "warnings": total.warnings,
        "open_figures": total.open_figures,
        "remarks": total.remarks,
    }
