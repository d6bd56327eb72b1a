# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a page has its style and scripts: inside, to mail it, or beside it, as `jvom preview` serves it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import msgspec

_HERE = Path(__file__).parent


class Framing(msgspec.Struct, frozen=True):
    """What is around a page: `served` is where its style and scripts are served, "" to have them inside.

    `head` is more for its head, `above` what is above it, and `below` are more scripts.
    """

    served: str = ""
    head: str = ""
    above: str = ""
    below: str = ""

    def styles(self, *names: str) -> str:
        """Return the style sheets of those names in this folder."""
        if self.served:
            links = (f'<link rel="stylesheet" href="{escape(self.served + name)}">\n' for name in names)
            return "".join(links) + self.head
        return f"<style>\n{''.join(map(asset, names))}</style>\n{self.head}"

    def scripts(self, *names: str) -> str:
        """Return the scripts of those names in this folder, for the end of the page."""
        if self.served:
            return (
                "".join(f'<script src="{escape(self.served + name)}"></script>\n' for name in names)
                + self.below
            )
        return f"<script>\n{''.join(map(asset, names))}</script>\n{self.below}"


ALONE = Framing()
"""A page in one file."""


def asset(name: str) -> str:
    """Return a style sheet or script of this folder."""
    return (_HERE / name).read_text(encoding="utf-8")
