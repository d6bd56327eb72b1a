# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Waits for other processes: as long as needed on a busy machine, but not forever."""

from __future__ import annotations

import time
from collections.abc import Callable

LIMIT = 300.0
"""So many seconds a process gets; only one that hangs takes as long."""


def wait_until(condition: Callable[[], object]) -> None:
    """Return as soon as the condition is true; raises TimeoutError when it isn't before the limit."""
    limit = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > limit:
            raise TimeoutError(f"not so after {LIMIT:.0f} seconds")
        time.sleep(0.005)
