# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts for tests of the engine, read as fragments are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from jvom.analysis.passages import Passage
from jvom.checks.groups import by_key
from jvom.checks.passage_builder import TypedPrinter
from jvom.checks.rule import Rule
from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.checks.views import Texts, fragment_view
from jvom.findings import Finding, Report
from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.settings import Settings

TODAY = date(2026, 4, 24)


def fragment(text: str, path: str = "tekst.md") -> Fragment:
    """Return the fragment of a Markdown text; it must be without problems."""
    read, problems = read_fragment("tekst", text.encode(), path)
    assert problems == []
    return read


def texts(*typed: str, settings: Settings | None = None) -> Texts:
    """Return the view of texts that belong to no dossier, tekst1.md, tekst2.md ..."""
    views = (
        fragment_view(fragment(text, f"tekst{number}.md"), "tekst", TypedPrinter())
        for number, text in enumerate(typed, 1)
    )
    return Texts(views, TODAY, settings or Settings())


def reports(typed: Sequence[str], overrides: Overrides) -> Iterator[Report]:
    """Yield the report on each of some loose texts, which are read in one run.

    That is much faster than a run each. Only the rules of spelling find something else then: they accept a
    word that the texts of a run use often.
    """
    names = [f"tekst{number}.md" for number, _ in enumerate(typed, 1)]
    report = check_texts(map(fragment, typed, names), Settings(), TODAY, overrides)
    assert report.broken == ()
    found = by_key((each.span.path, each) for each in report.findings)
    for name in names:
        yield replace(report, findings=tuple(found.get(name, ())), files=(report.by_path[name],))


def findings(rule: Rule, view: Texts) -> list[Finding]:
    """Return what a rule on texts finds in them."""
    return [rule.finding(each, loose=True) for each in rule.check(view)]


def passages(text: str) -> list[Passage]:
    return list(texts(text).passages)


def passage(text: str) -> Passage:
    """Return the only passage of a text."""
    (only,) = passages(text)
    return only
