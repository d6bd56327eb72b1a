# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What jvom knows of the world and of Dutch, as files: word rules, dictionaries, resolutions."""

from __future__ import annotations

from pathlib import Path

#: The folder of the files.
DATA = Path(__file__).resolve().parent
