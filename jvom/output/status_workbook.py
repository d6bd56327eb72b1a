# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The status of a dossier as an Excel workbook: its texts, the totals of its owners, and its agenda."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from jvom.escaping import escape_controls
from jvom.findings import Severity
from jvom.messages import Message, msg
from jvom.ooxml.archive import Members, pack
from jvom.output.agenda_words import place, sentence
from jvom.output.encoding import as_bytes
from jvom.output.localized import Localized
from jvom.output.status_words import STATUSES, TOTAL_HEADS, approval, counts, number, title
from jvom.years.agenda import Event
from jvom.years.status import DossierStatus, TextStatus

_WIDEST = 60
_DAY = "yyyy-mm-dd"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""When openpyxl made the workbook, which it always writes (docProps/core.xml; ECMA-376 part 2, 11)."""


def status_workbook(status: DossierStatus, events: Sequence[Event], local: Localized) -> bytes:
    """Return the workbook, the same bytes for the same status; days and numbers are real ones.

    Raises ImportError when openpyxl is not installed.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = status.title, "jvom"
    late_rows = [text.late for text in status.texts]
    _sheet(
        book,
        local.say(msg("Teksten")),
        local,
        _TEXT_HEADS,
        (_text(t, local) for t in status.texts),
        late_rows,
    )
    totals = [
        *([owner, *counts(status.total_of(owner))] for owner in status.owners),
        [local.say(msg("alle teksten")), *counts(status.total)],
    ]
    _sheet(book, local.say(msg("Eigenaren")), local, TOTAL_HEADS, totals)
    _sheet(book, local.say(msg("Agenda")), local, _EVENT_HEADS, (_event(event, local) for event in events))
    file = io.BytesIO()
    book.save(file)
    members = Members(file.getvalue())
    stamp = f"{status.as_of.isoformat()}T00:00:00Z".encode()
    return pack(((name, [_STAMP.sub(rb"\g<1>" + stamp, data)]) for name, data in members.items()), level=6)


_TEXT_HEADS = (
    msg("nummer"),
    msg("tekst"),
    msg("eigenaar"),
    msg("status"),
    msg("klaar op"),
    msg("dagen over"),
    msg("te laat"),
    msg("woorden"),
    msg("vorig jaar"),
    msg("fouten"),
    msg("waarschuwingen"),
    msg("opmerkingen van de controle"),
    msg("open cijfers"),
    msg("overgenomen uit"),
    msg("opmerkingen"),
    msg("akkoord"),
    msg("bestand"),
)
_EVENT_HEADS = (
    msg("datum"),
    msg("wat"),
    msg("paragraaf"),
    msg("eigenaar"),
    msg("te doen"),
    msg("voor"),
    msg("bron"),
)


def _text(text: TextStatus, local: Localized) -> list[object]:
    return [
        number(text.number, text.appendix, local),
        title(text, local),
        local.listed(text.owners),
        local.say(STATUSES[text.status]),
        text.due,
        text.days_left,
        local.say(msg("ja")) if text.late else "",
        text.words,
        text.words_before,
        text.count(Severity.ERROR),
        text.count(Severity.WARNING),
        text.count(Severity.INFO),
        ", ".join(text.open_figures),
        text.carried_from,
        len(text.remarks),
        "; ".join(approval(each, local) for each in text.approvals),
        text.path,
    ]


def _event(event: Event, local: Localized) -> list[object]:
    return [
        event.day,
        sentence(event.what, local),
        place(event.place, local),
        local.listed(event.owners),
        sentence(event.todo, local),
        event.by,
        local.say(event.source),
    ]


def _sheet(
    book: Any,
    name: str,
    local: Localized,
    heads: Iterable[Message],
    rows: Iterable[Sequence[object]],
    late: Sequence[bool] = (),
) -> None:
    """Add a sheet with a head that stays in sight and can be filtered by."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    table = [[local.say(head) for head in heads], *rows]
    for y, row in enumerate(table, 1):
        for x, value in enumerate(row, 1):
            if isinstance(value, str):
                # XML has no controls, and a path may have what is no character at all.
                value = as_bytes(escape_controls(value)).decode()
            cell = sheet.cell(y, x, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a title that begins with "=" is no formula
            if isinstance(value, date):
                cell.number_format = _DAY
            if y == 1:
                cell.font = Font(bold=True)
            elif y - 2 < len(late) and late[y - 2]:
                cell.font = Font(color="A4122B", bold=True)
    for x, column in enumerate(zip(*table, strict=True), 1):
        width = max(len(str(value)) for value in column if value is not None)
        sheet.column_dimensions[get_column_letter(x)].width = min(width + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
