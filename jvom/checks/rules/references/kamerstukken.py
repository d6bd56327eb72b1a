# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Citations of parliamentary papers: their form, and their numbers compared with the register."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.citations import Citation
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.replacements import replace
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.references.known_dossiers import DOSSIERS, intended_dossier
from jvom.checks.views import DossierView, Texts
from jvom.dutch.kamerstukken import write_dossier
from jvom.findings import Fix, Related
from jvom.messages import Message, msg
from jvom.model import Kamerstuk

#: Forms that laws and papers about laws use: right there, though not the house form.
_LEGAL_FORMS = ("session", "chamber")


def typed_citations(passage: Passage) -> Iterator[Citation]:
    """Yield the citations of parliamentary papers that were typed in the text."""
    for citation in passage.citations:
        if citation.kind in ("kamerstuk", "document") and passage.is_typed(citation.start, citation.end):
            yield citation


def papers(dossier: DossierView) -> Iterator[tuple[str, Kamerstuk]]:
    """Yield the parliamentary papers in the register, with their names."""
    for name, reference in dossier.dossier.references.references.items():
        if isinstance(reference, Kamerstuk):
            yield name, reference


def printed_dossier(paper: Kamerstuk) -> str:
    """Return the dossier of a paper as Parliament prints it: "29 521"."""
    try:
        return write_dossier(paper.dossier)
    except ValueError:
        return paper.dossier


@rule("REF004", WARNING, Scope.TEXTS, fixable=True)
def typed_citation(texts: Texts) -> Iterator[Violation]:
    """A Kamerstuk is cited by hand."""
    in_dossier = isinstance(texts, DossierView)
    known: dict[tuple[str, str], str] = {}
    if isinstance(texts, DossierView):
        known = {(printed_dossier(paper), str(paper.number)): name for name, paper in papers(texts)}
    for passage in texts.passages:
        for citation in typed_citations(passage):
            wrong = _WRONG_BY_FORM.get(citation.form)
            if in_dossier and passage.kind != "value":
                names = [known.get((citation.dossier, number), "") for number in citation.numbers]
                what, severity = wrong or msg("dit stuk is met de hand aangehaald"), None
                advice, fix = _cite_by_name(passage, citation, names)
            elif _is_right_there(passage, citation):
                continue
            else:
                what = wrong or msg("het huis haalt een Kamerstuk anders aan")
                severity = INFO if citation.form in _LEGAL_FORMS else None
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


@rule("REF005", ERROR, Scope.TEXTS)
def unknown_dossier(texts: Texts) -> Iterator[Violation]:
    """A dossier number does not exist or looks mistyped."""
    register: frozenset[str] = frozenset()
    if isinstance(texts, DossierView):
        yield from _register(texts)
        register = frozenset(printed_dossier(paper) for _, paper in papers(texts))
    known = [*sorted(register), *DOSSIERS]
    advice = msg("zoek het stuk op en verbeter het nummer")
    for passage in texts.passages:
        for citation in typed_citations(passage):
            span, slip = passage.span_of(citation), citation.malformed
            if slip:
                right = intended_dossier(slip, known)
                meant = msg("bedoeld is misschien {right}", right=right) if right else msg("zoek het stuk op")
                yield Violation(span, msg("«{slip}» is geen dossiernummer", slip=slip), meant)
                continue
            for dossier in citation.dossiers if citation.form not in _LEGAL_FORMS else ():
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


def _register(dossier: DossierView) -> Iterator[Violation]:
    by_dossier: dict[str, list[Kamerstuk]] = {}
    for name, paper in papers(dossier):
        if name.startswith("kst-") and name != f"kst-{paper.dossier.lower()}-{paper.number}":
            wrong = "number" if name.startswith(f"kst-{paper.dossier.lower()}-") else "dossier"
            yield Violation(
                paper.at.value(wrong),
                msg("dit klopt niet met de naam «{name}»", name=name),
                msg("zoek op wat het nummer is, en maak de twee gelijk"),
            )
        else:
            by_dossier.setdefault(printed_dossier(paper), []).append(paper)
    for written, listed in by_dossier.items():
        others = {other: len(each) for other, each in by_dossier.items() if other != written}
        more = [other for other, count in others.items() if count > len(listed)]
        right = "" if written in DOSSIERS else intended_dossier(written, [*more, *DOSSIERS])
        first = [paper.at.value("dossier") for paper in by_dossier.get(right, ())[:1]]
        for paper in listed if right else ():
            yield Violation(
                paper.at.value("dossier"),
                msg("dossier {dossier} lijkt op {right}", dossier=written, right=right),
                msg("zoek het stuk op en verbeter het nummer"),
                related=tuple(Related(place, msg("hier staat {right}", right=right)) for place in first),
            )


RULES = (typed_citation, unknown_dossier)
