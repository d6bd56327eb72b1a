# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The exit status of a run."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """What a run returns to the shell; 130 is the convention for a program stopped with Ctrl-C."""

    DONE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2
    INTERRUPTED = 130
