# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The folders that come with jvom: `templates`, `content` (an example) and `schema`.

A wheel has them in the package. An editable install has them beside the package, in the checkout.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path | None:
    """Return one of the folders that come with jvom, None when this installation lacks it."""
    for place in (_PACKAGE / "data/project" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    return None
