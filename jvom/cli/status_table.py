# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The status of a dossier as tables on the terminal: its texts, and the totals of each owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jvom.cli.tables import show_table
from jvom.cli.terminal import Terminal
from jvom.findings import Severity
from jvom.messages import Message, msg
from jvom.output.localized import Localized
from jvom.output.status_words import STATUSES, TOTAL_HEADS, approval, counts, name, remaining
from jvom.years.status import DossierStatus, TextStatus, Total

_Column = tuple[Message, Callable[[TextStatus], str], bool]
"""The head of a column, what it says of a text, and whether it is words, which stand at the left."""


_LONGEST = 48
"""How many characters of a title a table shows."""


def show_status(terminal: Terminal, status: DossierStatus, local: Localized) -> None:
    """Show the texts and, below them, the totals of each owner and of all; empty columns are left out."""
    terminal.write(
        msg(
            "{title}, op {day}; aanbieding {presentation}",
            title=status.title,
            day=local.day(status.as_of),
            presentation=local.day(status.presentation),
        )
    )
    if not status.texts:
        terminal.write(msg("Geen teksten."))
        return
    terminal.write("")
    columns = [column for column in _columns(local) if any(column[1](text) for text in status.texts)]
    show_table(
        terminal,
        [head for head, _, _ in columns],
        [[show(text) for _, show, _ in columns] for text in status.texts],
        left=[number for number, (_, _, words) in enumerate(columns) if words],
        styles=[_style(text) for text in status.texts],
    )
    terminal.write("")
    _show_totals(terminal, status, local)
    if any(each.severity > Severity.INFO for each in status.elsewhere):
        terminal.write("")
        terminal.write(
            msg(
                "Buiten deze teksten: {errors} fouten en {warnings} waarschuwingen (jvom check).",
                errors=local.number(sum(each.severity is Severity.ERROR for each in status.elsewhere)),
                warnings=local.number(sum(each.severity is Severity.WARNING for each in status.elsewhere)),
            )
        )


def _columns(local: Localized) -> list[_Column]:
    def number(count: int | None) -> str:
        return "" if not count else local.number(count)

    def before(text: TextStatus) -> str:
        return "" if text.words_before is None else local.number(text.words_before)

    return [
        (msg("tekst"), lambda text: _shortened(name(text, local)), True),
        (msg("eigenaar"), lambda text: local.listed(text.owners), True),
        (msg("status"), lambda text: local.say(STATUSES[text.status]), True),
        (msg("klaar op"), lambda text: local.short_day(text.due) if text.due else "", False),
        (msg("nog"), lambda text: remaining(text, local), False),
        (msg("woorden"), lambda text: local.number(text.words), False),
        (msg("vorig jaar"), before, False),
        (msg("fouten"), lambda text: number(text.count(Severity.ERROR)), False),
        (msg("waarschuwingen"), lambda text: number(text.count(Severity.WARNING)), False),
        (msg("open cijfers"), lambda text: number(len(text.open_figures)), False),
        (msg("overgenomen"), lambda text: str(text.carried_from or ""), False),
        (msg("opmerkingen"), lambda text: number(len(text.remarks)), False),
        (msg("akkoord"), lambda text: "; ".join(approval(each, local) for each in text.approvals), True),
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _style(text: TextStatus) -> str:
    """Return how rich shows a row; the words say the same."""
    return "bold red" if text.late else "dim" if text.status == "final" and not text.findings else ""


def _show_totals(terminal: Terminal, status: DossierStatus, local: Localized) -> None:
    def row(label: str, total: Total) -> list[str]:
        return [label, *("" if count is None else local.number(count) for count in counts(total))]

    rows: Sequence[Sequence[str]] = [
        *(row(owner, status.total_of(owner)) for owner in status.owners),
        row(terminal.translated(msg("alle teksten")), status.total),
    ]
    show_table(terminal, TOTAL_HEADS, rows)
