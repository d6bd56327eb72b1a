# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed headings of the nota."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.rules.structure.sub_headings import out_of_order, quoted
from jvom.checks.sections import nearest_fixed, sections_of
from jvom.checks.views import DossierView


@rule("STR005", ERROR, Scope.DOSSIER)
def nota_headings(dossier: DossierView) -> Iterator[Violation]:
    """The nota lacks one of its fixed headings, or words it otherwise."""
    text, wanted = dossier.text("nota"), dossier.settings.nota.headings
    if text is None or not wanted:
        return
    (section,) = sections_of(text)
    given = {heading.text.strip() for heading in section.subheadings}
    left = tuple(fixed for fixed in wanted if fixed not in given)
    meant: set[str] = set()
    yield from out_of_order(section.subheadings, wanted)
    for heading in section.subheadings:
        words = heading.text.strip()
        if words not in wanted and (right := nearest_fixed(words, left)):
            meant.add(right)
            yield violation(heading.span(), "other-words", right=right)
    missing = [fixed for fixed in left if fixed not in meant]
    if missing:
        yield violation(text.whole, "one" if len(missing) == 1 else "several", headings=quoted(missing))
