# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a layout needs to know of the machine; ``cli`` gathers it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec


class Surroundings(msgspec.Struct, frozen=True):
    """Programs, environment and cache of this machine, as plain values.

    `search_path` is as in ``PATH``, `environment` is what LibreOffice runs in, `soffice` its program when the
    user named it. `cache` is the folder of earlier layouts, None for none. `seconds` is the time limit of one
    run of LibreOffice, `processes` how many may run at once.
    """

    search_path: str
    environment: Mapping[str, str]
    cache: Path | None = None
    soffice: Path | None = None
    seconds: float = 120
    processes: int = 1
