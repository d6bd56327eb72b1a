# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Links to addresses outside the document: one relationship for each address in a part."""

from __future__ import annotations

from urllib.parse import quote as percent

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

# RFC 3986, 2.2 and 2.3, and the percent sign of what is already encoded.
_SAFE = ":/?#[]@!$&'()*+,;=-._~%"


class Links:
    """The outward links of a part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def relation(self, address: str) -> str:
        """Return the id of the relationship to the address.

        Characters that a URI can't have are percent-encoded: Word takes a file with such a target for
        damaged.
        """
        target = percent(address, safe=_SAFE)
        if target not in self._ids:
            # python-docx would search all relationships for a free id each time.
            self._ids[target] = f"rIdLink{len(self._ids) + 1}"
            self._part.load_rel(RT.HYPERLINK, target, self._ids[target], is_external=True)
        return self._ids[target]
