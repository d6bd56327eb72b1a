# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Citations of parliamentary papers that were typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.citations import Citation
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
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
        what, severity = _WRONG_BY_FORM.get(citation.form), None
        if in_dossier and passage.kind != "value":
            what = what or msg("dit stuk is met de hand aangehaald")
            cited = [names.get((citation.dossier, number), "") for number in citation.numbers]
            advice, fix = _cite_by_name(passage, citation, cited)
        elif _is_right_there(passage, citation):
            continue
        else:
            what = what or msg("het huis haalt een Kamerstuk anders aan")
            severity = INFO if citation.is_legal else None
            advice, fix = _house_form(passage, citation)
        yield Violation(passage.span_of(citation), what, advice, fix, severity=severity)


#: How a debate names a motion: all of them are of its own dossier.
_IN_DEBATE = Phrase("op stuk nr.|nr {digits}")
_WRONG_BY_FORM = {
    "document": msg("dit is een nummer van de griffie, niet van een Kamerstuk"),
    "dossier": msg("hier staat een dossier, zonder nummer van het stuk"),
    "number": msg("hier staat een stuk, zonder nummer van het dossier"),
}


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
        return msg("schrijf het als «Kamerstuk 29 521, nr. 493»"), None
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


RULES = (typed_citation,)
