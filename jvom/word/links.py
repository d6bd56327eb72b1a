# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Links to addresses outside the document: one relationship for each address in a part."""

from __future__ import annotations

from urllib.parse import quote as percent

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

# RFC 3986, 2.2 and 2.3, and the percent sign of what is encoded already.
_LEFT_AS_IT_IS = ":/?#[]@!$&'()*+,;=-._~%"


class Links:
    """The outward links of a part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def relation(self, address: str) -> str:
        """Return the id of the relationship to the address.

        Characters that a URI can't hold are percent-encoded: to Word a file with such a target is damaged.
        """
        target = percent(address, safe=_LEFT_AS_IT_IS)
        if target not in self._ids:
            # python-docx's own search for a free id reads all relationships each time.
            self._ids[target] = f"rIdLink{len(self._ids) + 1}"
            self._part.load_rel(RT.HYPERLINK, target, self._ids[target], is_external=True)
        return self._ids[target]
