# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is left to do after a dossier was made out of an earlier one."""

from __future__ import annotations

import msgspec

from jvom.messages import Message


class Task(msgspec.Struct, frozen=True):
    """One thing to do. `file` is its name in the folder, "" for all; `line` is 0 for the whole file.

    Among the values of the message are days, months and tuples of words, for whoever shows it to write.
    """

    file: str
    line: int
    what: Message
