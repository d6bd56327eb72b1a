# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the table, the board and the workbook call things alike."""

from __future__ import annotations

from jvom.escaping import escape_controls
from jvom.messages import Message, msg
from jvom.model import Status
from jvom.output.localized import Localized
from jvom.years.approvals import ApprovalState, Standing
from jvom.years.status import TextStatus, Total

STATUSES: dict[Status, Message] = {
    "outline": msg("schets"),
    "draft": msg("concept"),
    "review": msg("nakijken"),
    "final": msg("definitief"),
}

STANDINGS: dict[Standing, Message] = {
    "given": msg("akkoord"),
    "changed": msg("gewijzigd na akkoord"),
    "missing": msg("nog geen akkoord"),
}

TOTAL_HEADS = (
    msg("eigenaar"),
    msg("teksten"),
    *STATUSES.values(),
    msg("te laat"),
    msg("woorden"),
    msg("vorig jaar"),
    msg("fouten"),
    msg("waarschuwingen"),
)
"""The heads of a table of totals: of whom each is, and then of its `counts`."""


def counts(total: Total) -> tuple[int | None, ...]:
    """Return the numbers of a total, in the order of `TOTAL_HEADS`; None for what is not known."""
    return (
        total.texts,
        *total.by_status.values(),
        total.late,
        total.words,
        total.words_before,
        total.errors,
        total.warnings,
    )


def name(text: TextStatus, local: Localized) -> str:
    """Return what a text is called: "2.3.4 NMI (Irak)", "bijlage 1 Rechtsbasis", "Nota"."""
    return " ".join(filter(None, (number(text.number, text.appendix, local), title(text, local))))


def title(text: TextStatus, local: Localized) -> str:
    """Return the title of a text, the label of its document when it has none of its own, else its id."""
    said = local.say(text.title) if isinstance(text.title, Message) else text.title
    return escape_controls(said or text.id)


def number(number: str, appendix: bool, local: Localized) -> str:
    """Return the number of a section: "2.3.4", or "bijlage 1"."""
    return local.say(msg("bijlage {number}", number=number)) if appendix else number


def remaining(text: TextStatus, local: Localized) -> str:
    """Return how long a text has: "12 dagen", "vandaag", "3 dagen te laat"; "" when nothing is due."""
    left = text.days_left
    if left is None:
        return ""
    if not left:
        return local.say(msg("vandaag"))
    return local.days(left) if left > 0 else local.say(msg("{days} te laat", days=local.days(-left)))


def approval(state: ApprovalState, local: Localized) -> str:
    """Return where an approval stands: "DJZ: akkoord, 13 apr 2026"."""
    standing = local.say(STANDINGS[state.standing])
    day = f", {local.short_day(state.given.date)}" if state.given else ""
    return f"{state.by}: {standing}{day}"
