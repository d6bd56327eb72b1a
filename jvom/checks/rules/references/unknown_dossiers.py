# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of dossiers of Parliament that do not exist (``parliament_dossiers.txt``), or look mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.papers import papers, typed_citations
from jvom.checks.views import Texts
from jvom.data import DATA
from jvom.dutch.kamerstukken import write_dossier
from jvom.dutch.typos import typo
from jvom.model import Kamerstuk


@cache
def known_dossiers() -> tuple[str, ...]:
    """Return their numbers, as Parliament prints them."""
    lines = (DATA / "parliament_dossiers.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.partition(":")[0] for line in lines if line[:1].isdigit())


def intended_dossier(written: str, known: Iterable[str], *, any_digit: bool = False) -> str:
    """Return the known dossier that `written` misspells; "" when there is none.

    A typo is two neighbouring digits swapped, a digit too many or a digit too few; with `any_digit` also one
    digit that differs.
    """
    typos = ("swapped", "more", "less", "other") if any_digit else ("swapped", "more", "less")
    digits = _digits(written)
    return next((dossier for dossier in known if typo(digits, _digits(dossier)) in typos), "")


def _digits(written: str) -> str:
    return "".join(letter for letter in written.partition("-")[0] if letter.isdigit())


@rule("REF005", ERROR, Scope.TEXTS)
def unknown_dossier(texts: Texts) -> Iterator[Violation]:
    """A dossier number does not exist or looks mistyped."""
    yield from _register(texts)
    register = {write_dossier(paper.dossier) for paper in papers(texts).values()}
    known = [*sorted(register), *known_dossiers()]
    for passage, citation in typed_citations(texts):
        span, slip = passage.span_of(citation), citation.malformed
        if slip:
            right = intended_dossier(slip, known)
            yield violation(span, "mistyped" if right else "malformed", slip=slip, right=right)
            continue
        for dossier in citation.dossiers if not citation.is_legal else ():
            main = dossier.partition(" (")[0].rstrip(" IVXABCDEFGHJ")
            if dossier in known or main in known:
                continue
            if right := intended_dossier(dossier, known, any_digit=bool(register)):
                is_sure = right in register or right in texts.memo(_cited_dossiers)
                severity = ERROR if is_sure else WARNING
                yield violation(span, "unknown", dossier=dossier, right=right, severity=severity)
            elif register:
                yield violation(span, "not-registered", dossier=dossier, severity=WARNING)


def _cited_dossiers(texts: Texts) -> frozenset[str]:
    citations = (citation for passage in texts.passages for citation in passage.citations)
    return frozenset(dossier for citation in citations for dossier in citation.dossiers)


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
        right = "" if written in known_dossiers() else intended_dossier(written, [*more, *known_dossiers()])
        there = [other.at.value("dossier") for other in by_dossier.get(right, ())[:1]]
        for paper in listed if right else ():
            place = paper.at.value("dossier")
            yield violation(place, "like-another", dossier=written, right=right, related=there)
