# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names of the bookmarks that references and contents lead to."""

from __future__ import annotations

from jvom import plan


def bookmark_of(id: str) -> str:
    """Return the name of the bookmark at the heading of a section, another one for every section.

    Word takes letters, digits and underscores, 40 of them at most.
    """
    whole = f"_Ref_{id.replace('_', '__').replace('-', '_')}"
    if len(whole) <= plan.LONGEST_BOOKMARK:
        return whole
    from hashlib import sha256

    return f"{whole[: plan.LONGEST_BOOKMARK - 9]}_{sha256(id.encode()).hexdigest()[:8]}"
