# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How days, numbers, durations and lists are written: given to an output in place of a locale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from jvom.messages import Message


class Localized(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that write values in one language: ``nl`` or ``en``.

    `day` writes "20 mei 2026", `short_day` "20 mrt 2026", `month` "mrt 2026", `days` "12 dagen", `listed`
    "DGB en CDS".
    """

    language: str
    say: Callable[[Message], str]
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    month: Callable[[date], str]
    days: Callable[[int], str]
    number: Callable[[int], str]
    listed: Callable[[Sequence[str]], str]
