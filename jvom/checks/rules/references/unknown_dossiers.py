# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of dossiers of Parliament that do not exist, or look mistyped."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.known_dossiers import DOSSIERS, intended_dossier
from jvom.checks.rules.references.papers import papers, typed_citations
from jvom.checks.views import Texts
from jvom.dutch.kamerstukken import write_dossier
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Kamerstuk


@rule("REF005", ERROR, Scope.TEXTS)
def unknown_dossier(texts: Texts) -> Iterator[Violation]:
    """A dossier number does not exist or looks mistyped."""
    yield from _register(texts)
    register = {write_dossier(paper.dossier) for paper in papers(texts).values()}
    known = [*sorted(register), *DOSSIERS]
    advice = msg("zoek het stuk op en verbeter het nummer")
    for passage, citation in typed_citations(texts):
        span, slip = passage.span_of(citation), citation.malformed
        if slip:
            right = intended_dossier(slip, known)
            meant = msg("bedoeld is misschien {right}", right=right) if right else msg("zoek het stuk op")
            yield Violation(span, msg("«{slip}» is geen dossiernummer", slip=slip), meant)
            continue
        for dossier in citation.dossiers if not citation.is_legal else ():
            main = dossier.partition(" (")[0].rstrip(" IVXABCDEFGHJ")
            if dossier in known or main in known:
                continue
            if right := intended_dossier(dossier, known, any_digit=bool(register)):
                known_as = {"dossier": dossier, "right": right}
                what = msg("dossier {dossier} is hier niet bekend; het lijkt op {right}", **known_as)
                is_sure = right in register or right in texts.memo(_cited_dossiers)
                yield Violation(span, what, advice, severity=ERROR if is_sure else WARNING)
            elif register:
                what = msg("dossier {dossier} staat niet in references.yml", dossier=dossier)
                add = msg("zoek het stuk op en zet het in references.yml")
                yield Violation(span, what, add, severity=WARNING)


def _cited_dossiers(texts: Texts) -> frozenset[str]:
    return frozenset(
        dossier
        for passage in texts.passages
        for citation in passage.citations
        for dossier in citation.dossiers
    )


def _register(texts: Texts) -> Iterator[Violation]:
    by_dossier: dict[str, list[Kamerstuk]] = {}
    for name, paper in papers(texts).items():
        if name.startswith("kst-") and name != f"kst-{paper.dossier.lower()}-{paper.number}":
            wrong = "number" if name.startswith(f"kst-{paper.dossier.lower()}-") else "dossier"
            yield violation(paper.at.value(wrong), "name-differs", name=name)
        else:
            by_dossier.setdefault(write_dossier(paper.dossier), []).append(paper)
    for written, listed in by_dossier.items():
        more = [other for other, each in by_dossier.items() if len(each) > len(listed)]
        right = "" if written in DOSSIERS else intended_dossier(written, [*more, *DOSSIERS])
        others, there = by_dossier.get(right, ())[:1], msg("hier staat {right}", right=right)
        for paper in listed if right else ():
            yield Violation(
                paper.at.value("dossier"),
                msg("dossier {dossier} lijkt op {right}", dossier=written, right=right),
                msg("zoek het stuk op en verbeter het nummer"),
                related=tuple(Related(other.at.value("dossier"), there) for other in others),
            )


RULES = (unknown_dossier,)
