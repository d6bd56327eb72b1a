# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice called before what does the work is imported, for that takes as long as LibreOffice."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from jvom.source import Gathered

if TYPE_CHECKING:
    from jvom.cli.standby import Standby

_EXACT = ("auto", "exact")


def called(
    pages: str, soffice: Path | None, folders: tuple[Path, ...], *asked: object, unless: Gathered
) -> AbstractContextManager[Standby | None]:
    """Return the LibreOffice that starts while jvom reads; None for other pages, and with problems."""
    if pages not in _EXACT or unless.problems:
        return nullcontext()
    from jvom.cli.standby import Standby

    return Standby(soffice, folders, *asked)
