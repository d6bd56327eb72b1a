# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Citations of parliamentary papers that were typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.citations import Citation
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.references.papers import papers, typed_citations
from jvom.checks.views import DossierView, Texts
from jvom.dutch.kamerstukken import write_dossier
from jvom.findings import Fix
from jvom.messages import Message, msg


@rule("REF004", WARNING, Scope.TEXTS, fixable=True)
def typed_citation(texts: Texts) -> Iterator[Violation]:
    """A Kamerstuk is cited by hand."""
    in_dossier = isinstance(texts, DossierView)
    names = {(write_dossier(paper.dossier), str(paper.number)): name for name, paper in papers(texts).items()}
    for passage, citation in typed_citations(texts):
        wording, severity = citation.form if citation.form in _INCOMPLETE else "", None
        if in_dossier and passage.kind != "value":
            wording = wording or "typed"
            cited = [names.get((citation.dossier, number), "") for number in citation.numbers]
            advice, fix = _cite_by_name(passage, citation, cited)
        elif _is_right_there(passage, citation):
            continue
        else:
            wording = wording or "other-form"
            severity = INFO if citation.is_legal else None
            advice, fix = _house_form(passage, citation)
        yield violation(passage.span_of(citation), wording, advice=advice, fix=fix, severity=severity)


#: How a debate names a motion: all of them are of its own dossier.
_IN_DEBATE = Phrase("op stuk nr.|nr {digits}")
_INCOMPLETE = frozenset(("document", "dossier", "number"))


def _is_right_there(passage: Passage, citation: Citation) -> bool:
    """Tell whether a citation in a text of another house, or in data, is as it should be."""
    match citation.form:
        case "document":
            # "Uw referentie 2026Z01234" is the number of a letter.
            return citation.text[0].isdigit()
        case "number":
            return _IN_DEBATE.match_before(passage, citation.end) is not None
    return citation.form == "house" or bool(citation.malformed)


def _house_form(passage: Passage, citation: Citation) -> tuple[Message, Fix | None]:
    house = citation.house_form
    if not house or citation.chamber == "I":
        return msg("schrijf dossier en nummer zoals in «Kamerstuk 29 521, nr. 493»"), None
    # "Kamerstukken II 2009/10, 27 858, nr. 88": the word stands before it.
    safe = citation.text[:1].isalpha()
    loses = citation.has_pages or citation.has_session or citation.date
    fix = None if loses else replace(passage, citation.start, citation.end, house, safe=safe)
    return msg("schrijf «{house}»", house=house), fix


def _cite_by_name(passage: Passage, citation: Citation, names: list[str]) -> tuple[Message, Fix | None]:
    if not names or not all(names):
        return msg("zet het stuk in references.yml en haal het aan met zijn naam, als [@naam]"), None
    link = f"[{'; '.join(f'@{name}' for name in names)}]"
    loses = citation.has_pages or citation.has_session or citation.chamber
    safe = citation.form == "house"
    fix = None if loses else replace(passage, citation.start, citation.end, link, safe=safe)
    return msg("schrijf {link}", link=link), fix
