# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Approvals: which text somebody agreed with, and whether it is still that text.

An approval is of what a reader sees: the title and the words of a text, and what is printed in it of figures,
of the table of mandates and of pictures. It stands when a text becomes ``final``, when a suppression or a
remark comes or goes, and when line ends or blank lines differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from jvom.model import Approval, Count, Day, Dossier, Figure, Fragment, Money, image_path
from jvom.text import FigureUse, Picture, Table, walk, walk_blocks

Standing = Literal["given", "changed", "missing"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class ApprovalState(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one owner's approval of a text; `asked` is whether the planning asks for it.

    ``changed`` is an approval of a text that changed after it.
    """

    by: str
    asked: bool
    standing: Standing
    given: Approval | None = None


def approvals_of(dossier: Dossier, fragment: Fragment) -> tuple[ApprovalState, ...]:
    """Return the approvals that the planning asks for of a text, then the others that it has."""
    asked = dossier.data.planning.approvers(fragment.id)
    # The last one counts, should somebody have typed two.
    given = {each.by: each for each in dossier.approvals.approvals if each.text == fragment.id}
    if not asked and not given:
        return ()
    digest = text_digest(dossier, fragment) if given else ""
    return tuple(
        ApprovalState(
            by=by,
            asked=by in asked,
            standing="missing" if by not in given else "given" if given[by].digest == digest else "changed",
            given=given.get(by),
        )
        for by in dict.fromkeys((*asked, *given))
    )


def standing_approvals(dossier: Dossier) -> tuple[Approval, ...]:
    """Return the approvals of texts that did not change after them, by text in the order of the dossier."""
    states = (state for fragment in dossier.fragments for state in approvals_of(dossier, fragment))
    return tuple(state.given for state in states if state.given and state.standing == "given")


def missing_approvals(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return owner and text of each approval that the planning asks for and that does not stand."""
    return tuple(
        (state.by, fragment.id)
        for fragment in dossier.fragments
        for state in approvals_of(dossier, fragment)
        if state.asked and state.standing != "given"
    )


def text_digest(dossier: Dossier, fragment: Fragment) -> str:
    """Return the digest of a text, as ``sha256:`` and hexadecimal digits."""
    # Imported here: it takes longer than reading a text, and few runs need it.
    from hashlib import sha256

    lines = "\n".join(_printed(dossier, fragment))
    return f"sha256:{sha256(lines.encode()).hexdigest()}"


def _printed(dossier: Dossier, fragment: Fragment) -> Iterator[str]:
    """Yield the lines that a digest is of."""
    yield fragment.front.title.strip()
    yield from filter(None, (line.strip() for line in _COMMENT.sub("", _body(fragment)).split("\n")))
    inlines = (*walk(fragment.title), *walk_blocks(fragment.all_blocks))
    for name in sorted({each.name for each in inlines if isinstance(each, FigureUse)}):
        yield f"{name}: {_value(dossier.figures.figures[name])}"
    for picture in (each for each in inlines if isinstance(each, Picture)):
        from hashlib import sha256

        yield f"{picture.path}: {sha256(dossier.images[image_path(fragment, picture)].data).hexdigest()}"
    if any(isinstance(block, Table) and block.filled_with for block in fragment.blocks):
        for row in dossier.mandates.rows:
            durations = (each.until or each.word for each in (row.mandate, row.framework))
            yield " | ".join((row.region, row.operation, row.basis, *map(str, durations)))


def _body(fragment: Fragment) -> str:
    """Return the text of a fragment behind its front matter."""
    return "\n".join(fragment.lines[fragment.body_line - 1 :])


def _value(figure: Figure) -> str:
    """Return what of a figure is printed."""
    match figure:
        case Count():
            return f"{figure.value} {figure.form}"
        case Money():
            return f"{figure.value} {figure.unit} {figure.currency}"
        case Day():
            return f"{figure.value} {figure.form}"
    return f"{figure.value} %"
