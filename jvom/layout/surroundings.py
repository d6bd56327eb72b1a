# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What of the machine a layout needs, and ``cli`` knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec


class Surroundings(msgspec.Struct, frozen=True):
    """Programs, environment and room on this machine: all as plain values.

    `search_path` is as in ``PATH`` and `environment` what LibreOffice runs in; `soffice` names its program
    when the user did. `cache` is a folder for what was laid out before, None for none. `seconds` is the time
    limit of one run of LibreOffice, `processes` how many may run at once.
    """

    search_path: str
    environment: Mapping[str, str]
    cache: Path | None = None
    soffice: Path | None = None
    seconds: float = 120
    processes: int = 1
