# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A returned Word file, together with the text that was sent and what is known about both."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jvom.exchange.origin import Origin
from jvom.exchange.text_files import TextFile
from jvom.reading.word.returned import Returned


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A returned file (`path` is how a user would type it), and the text that was `sent`.

    `citations` are those of the dossier by what they print, as they are typed; `neighbours` the names of the
    files beside the text. With `with_resolved`, comments that were dealt with come in too. The `origin` of a
    file that has not `carries_origin` is that of the text as it is now; a `foreign` file was never sent, and
    its highest headings are the sub-headings of the text.
    """

    returned: Returned
    origin: Origin
    sent: TextFile
    path: str
    citations: Mapping[str, str] = {}
    neighbours: frozenset[str] = frozenset()
    with_resolved: bool = False
    carries_origin: bool = True
    foreign: bool = False

    @property
    def printed(self) -> dict[str, str]:
        """What each mark prints, by how it is typed."""
        return {mark.typed: mark.printed for mark in self.origin.marks}

    @property
    def path_of_text(self) -> str:
        """The path of the text in its dossier."""
        return f"{self.origin.section}.md"
