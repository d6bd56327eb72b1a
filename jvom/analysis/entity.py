# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What every kind of entity has."""

from __future__ import annotations

from typing import Protocol


class Entity(Protocol):
    """What is recognised in a text: its offsets there. What else it has depends on its kind."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...
