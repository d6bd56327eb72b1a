# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Interprets dates as people type them where a data file wants 2026-05-20."""

from __future__ import annotations

from re import fullmatch

_MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()


def as_data(typed: str) -> str:
    """Return "2026-05-20" for "20-5-2026", "20 mei 2026" and the like, "2026-05" for "mei 2026"; else "".

    The day need not exist: "31-11-2026" gives "2026-11-31".
    """
    typed = typed.strip().lower()
    if match := fullmatch(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2}|[a-z]+)[-/. ]([0-9]{4})", typed):
        day, month, year = match.groups()
    elif match := fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", typed):
        year, month, day = match.groups()
    else:
        return ""
    number = month if month.isdigit() else _number(month)
    if not number:
        return ""
    whole = f"{year}-{int(number):02}"
    return f"{whole}-{int(day):02}" if day else whole


def _number(month: str) -> str:
    return next((str(number) for number, name in enumerate(_MONTHS, 1) if month in (name, name[:3])), "")
