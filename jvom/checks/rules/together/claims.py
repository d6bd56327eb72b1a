# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the nota asserts and the report contradicts: that it has no financial effects, or no amounts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.phrases import Phrase
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView


@rule("LET008", ERROR, Scope.DOSSIER)
def claim_contradicted(dossier: DossierView) -> Iterator[Violation]:
    """The nota asserts what the report contradicts."""
    claims, nota = dossier.data.claims, dossier.text("nota")
    money = next((match for match in _MONEY.find(dossier) if match.passage.document == "rapport"), None)
    if nota is None or money is None:
        return
    if claims.no_financial_effects:
        yield violation(claims.at.value("no_financial_effects"), "claim", related=money.span)
    about_report = _no_effects(dossier.memo(report_names))
    for passage in nota.passages:
        said = [each for each in about_report.find_in(passage) if each.part("kind") not in _NOT_ALL]
        for place in dict.fromkeys(each.sentence for each in said):
            yield violation(passage.span(*place), "sentence", related=money.span)


_MONEY = Phrase("{money}")
#: "Geen nieuwe gevolgen" does not deny amounts.
_NOT_ALL = ("nieuwe", "extra", "aanvullende", "additionele", "verdere", "andere", "eigen")
_EFFECTS = "gevolgen|effecten|consequenties"


@cache
def _no_effects(names: ReportNames) -> Phrase:
    report = names.phrase("*rapport", "*rapportage", "brief")
    return Phrase(
        *(
            f"{report} ...14 geen {kind} {effects}"
            for kind in ("", "kind={word} {word}?")
            for effects in (f"financiële {_EFFECTS}", "bedragen|uitgaven|kosten")
        ),
        f"geen financiële {_EFFECTS} ...14 {names.phrase('rapport', 'voortgangsrapport')}",
    )
