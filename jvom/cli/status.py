# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run ends with, for the shell."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The exit status of a run. 130 is what a shell gives a program that was stopped with Ctrl-C."""

    DONE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2
    INTERRUPTED = 130
