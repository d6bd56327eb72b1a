# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Records: mappings in a data file, with the place of each key and value; and the texts that they hold.

The field names are the keys of the YAML files, and their Dutch descriptions go into the JSON Schemas
(``schema/``); ``at`` holds the places of a record's keys and values and is not a key.

Other facts about a field are in the ``extra`` of its `Meta`: ``document`` for the data of a kind of
document, ``printed`` where its words are printed, ``name`` when these are no running text, ``personal`` when
the public version blacks them. :mod:`jvom.kinds` reads the first three.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from jvom.source import NOWHERE, Positions
from jvom.text import VISIBLE


def whole(form: str) -> str:
    """Return a pattern that matches a text of that form and no other, in Python and in JSON Schema.

    In Python `$` alone also matches before a line end at the end.
    """
    return rf"^(?:{form})$(?!\n)"


Identifier = Annotated[
    str,
    Meta(pattern=whole("[a-z0-9]+(?:[-_][a-z0-9]+)*"), max_length=80, examples=["nmi", "kst-29521-493"]),
]

Line = Annotated[str, Meta(min_length=1, pattern=VISIBLE)]

LanguageTag = Annotated[
    str,
    # No tag in use is longer (RFC 5646, 4.4.1).
    Meta(pattern=whole("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), max_length=35, examples=["en", "fr"]),
]

DossierNumber = Annotated[str, Meta(pattern=whole("[0-9]{5}(?:-(?:[0-9]{2}|[IVX]{1,6}))?"))]

Classification = Literal[
    "Departementaal vertrouwelijk", "Stg. Confidentieel", "Stg. Geheim", "Stg. Zeer Geheim"
]

# Where the words of a field are printed: the kind of document, by its label in lower case.
IN_LETTER, IN_NOTA, IN_REPORT = {"printed": "brief"}, {"printed": "nota"}, {"printed": "rapport"}

# The same of names, addresses and directorates, which the rules of language don't read.
NAME_IN_LETTER = {**IN_LETTER, "name": True}
NAME_IN_NOTA = {**IN_NOTA, "name": True}

A_CODE = {"printed": ""}
"""Printed as well, but no words that a check could read."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping in a data file; `at` has the places of its keys and values."""

    at: Positions = NOWHERE
