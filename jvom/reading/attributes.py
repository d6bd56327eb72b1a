# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Attributes of a block, as Pandoc writes them: ``{#tab-inzet .liggend}`` behind its words or on a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from jvom.messages import Message, msg

_ATTRIBUTES = re.compile(r"\s*\{(?P<inside>\s*[.#][^{}\n]*)\}\s*$")
_NAME = re.compile(r"\{[ \t]*#(?P<name>[^\s{}]*)[ \t]*\}")
LANDSCAPE = "{.liggend}"
"""Turns the page of a table, or the pages of the part below a heading."""

PICTURE_NAME = re.compile(r"fig-[a-z0-9][a-z0-9-]{0,70}")
TABLE_NAME = re.compile(r"tab-[a-z0-9][a-z0-9-]{0,70}")


class Attributes(NamedTuple):
    """The attributes at the end of a text, which begin at `start`; `others` are those that jvom has not."""

    start: int
    landscape: bool = False
    name: str = ""
    others: tuple[str, ...] = ()


def attributes_at_end(text: str) -> Attributes | None:
    """Return the attributes with which a text ends, None when it ends in words."""
    found = _ATTRIBUTES.search(text)
    if found is None:
        return None
    typed = found["inside"].split()
    names = [each[1:] for each in typed if each.startswith("#")]
    others = tuple(each for each in typed if each != ".liggend" and not each.startswith("#"))
    return Attributes(
        found.start(),
        ".liggend" in typed,
        names[0] if names else "",
        (*others, *(f"#{each}" for each in names[1:])),
    )


def name_at_start(text: str) -> tuple[int, str] | None:
    """Return the length of the name with which a text begins, ``{#fig-kaart}``, and the name itself."""
    found = _NAME.match(text)
    return (found.end(), found["name"]) if found else None


def unfit_name(name: str, example: str) -> tuple[Message, Message]:
    """Return what is wrong with a name by which nothing can be referred to, and what to do."""
    return (
        msg("«{name}» kan geen naam zijn voor verwijzingen", name=name),
        msg(
            "begin met {start} en gebruik kleine letters, cijfers en streepjes, zoals {example}",
            start=example[:4],
            example=f"{{#{example}}}",
        ),
    )
