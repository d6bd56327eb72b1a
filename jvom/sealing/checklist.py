# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The checklist: a page on which an officer signs for what was checked and for what only people can judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from jvom import plan
from jvom.documents.properties import properties
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.dates import write_date
from jvom.dutch.numbers import write_integer
from jvom.findings import Report, Severity, Suppressed
from jvom.model import Approval, DossierData
from jvom.sealing.printed_seal import SAMPLE, grouped

CONTRACT = plan.Contract(
    template="controlelijst",
    text=("woordmerk", "titel", "dossier", "aanbieding", "nagelezen", "paginering", "zegel"),
    blocks=("nagegaan", "onderdrukt", "beoordelen"),
    styles=(
        *("BodyText", "AlineaNaTabel", "ListBullet", "Aankruisregel"),
        *("Tabelkop", "Tabeltekst", "Rapporttabel"),
    ),
)

LINES = 29
"""How many lines fit on the page beside what is always there: of texts, and of suppressions."""
LONGEST_APPROVAL = 160
"""In characters, two lines: longer than that, texts that were approved are counted and not named."""
LONGEST_REASON = 90
"""In characters, so that the list stays one page; the report of the check has the whole reason."""
_ROW, _LINE = 4, 10
"""The height of a row without text, and of each line in it: in tenths of a line."""
_PLACE, _REASON = 34, 46
"""How many characters of a place and of a reason fit on a line, at least."""
_WRITTEN = 78
"""How many characters of the other texts fit on a line, at least."""

_PAGES = {
    "exact": "exact, opgemaakt met {program}",
    "estimate": "geschat",
}


class ChecklistFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the list says beside the report of the check: `documents` are the names of the files made.

    `pages` is the engine of the page numbers and `program` its name and version; `bars` is the number of
    redactions in the public version, which has no documents that are `classified`. `sources` is how many
    files the submission was made of, which it holds. `approvals` are those that stand, of the `texts` that
    the dossier has, and `missing_approvals` owner and text of those that were asked for: a house may have put
    out their rule.
    """

    as_of: date
    pages: str
    program: str
    pdf: bool
    documents: tuple[str, ...]
    bars: int
    sources: int
    texts: int = 0
    approvals: tuple[Approval, ...] = ()
    missing_approvals: tuple[tuple[str, str], ...] = ()
    classified: tuple[tuple[str, str], ...] = ()

    @property
    def is_public(self) -> bool:
        """Tell whether any document has a public version."""
        return len(self.classified) < len(self.documents)


def checklist(data: DossierData, report: Report, facts: ChecklistFacts) -> plan.Document:
    """Return the plan of the checklist, with a sample where the seal is printed when it is known."""
    checked, to_judge = _checked(report, facts), _to_judge(report, facts)
    lines = sum(-(-len(line) // _WRITTEN) for line in (*checked, *to_judge))
    return plan.Document(
        file=CONTRACT.template,
        template=CONTRACT.template,
        properties=properties(data, f"Controlelijst {data.short} {data.year}", data.presentation_date),
        text={
            "woordmerk": typeset_words(data.ministry.name),
            "titel": typeset_words("Controlelijst bij de indiening"),
            "dossier": typeset_words(f"{data.title} {data.year}"),
            "aanbieding": typeset_words(write_date(data.presentation_date)),
            "nagelezen": typeset_words(f"alsof het {write_date(facts.as_of)} is"),
            "paginering": typeset_words(_PAGES[facts.pages].format(program=facts.program)),
            # As one run, and not typeset: it is found again by its characters.
            "zegel": (plan.Run(grouped(SAMPLE)),),
        },
        blocks={
            "nagegaan": _paragraphs("ListBullet", checked),
            "onderdrukt": _suppressed(report.suppressed, lines),
            "beoordelen": _paragraphs("Aankruisregel", to_judge),
        },
    )


def _checked(report: Report, facts: ChecklistFacts) -> list[str]:
    counts = report.counts
    read = f"{_count(len(report.files), 'bestand', 'bestanden')} met {len(report.rules)} regels nagelezen"
    warnings = _count(counts[Severity.WARNING], "waarschuwing", "waarschuwingen")
    remarks = _count(counts[Severity.INFO], "opmerking", "opmerkingen")
    bars = "is 1 plaats" if facts.bars == 1 else f"zijn {facts.bars} plaatsen"
    said = [
        f"Van het dossier zijn {read}: geen fouten, {warnings} en {remarks} (controle.html).",
        f"Gemaakt zijn: {', '.join(facts.documents)}.",
    ]
    if facts.is_public:
        said.append(f"In de openbare versie {bars} gelakt. Wat daar stond, staat in geen van die bestanden.")
    if facts.classified:
        levels = dict.fromkeys(level for _, level in facts.classified)
        named = "; ".join(
            f"{', '.join(name for name, own in facts.classified if own == level)} ({level})"
            for level in levels
        )
        without = "Niet in de openbare versie" if facts.is_public else "Er is geen openbare versie"
        said.append(f"{without}, want gerubriceerd: {named}.")
    sources = write_integer(facts.sources)
    redacted = ", ongelakt," if facts.is_public else ""
    said.append(f"In bron/ zitten{redacted} de {sources} bestanden waarvan dit gemaakt is.")
    said += _approved(facts)
    if facts.missing_approvals:
        owners = ", ".join(dict.fromkeys(by for by, _ in facts.missing_approvals))
        texts = _count(len({text for _, text in facts.missing_approvals}), "tekst", "teksten")
        said.append(f"Er is geen akkoord van {owners} op {texts}, hoewel de planning daarom vraagt.")
    if facts.pages == "exact":
        said.append("De inhoudsopgave noemt de bladzijden waarop de koppen staan.")
    return said


def _approved(facts: ChecklistFacts) -> Iterator[str]:
    """Yield a line for each owner who approved texts; a few texts are named, more are counted."""
    for by in dict.fromkeys(each.by for each in facts.approvals):
        given = [each for each in facts.approvals if each.by == by]
        days = sorted({each.date for each in given})
        when = f"op {write_date(days[0])}"
        if len(days) > 1:
            when = f"tussen {write_date(days[0])} en {write_date(days[-1])}"
        if len(given) == facts.texts:
            yield f"{by} is {when} akkoord gegaan met alle {write_integer(facts.texts)} teksten."
            continue
        count = _count(len(given), "tekst", "teksten")
        said = f"{by} is {when} akkoord gegaan met {count} van de {write_integer(facts.texts)}"
        named = f"{said}: {', '.join(each.text for each in given)}"
        yield f"{named if len(named) < LONGEST_APPROVAL else said}."


def _to_judge(report: Report, facts: ChecklistFacts) -> list[str]:
    asked = [
        "Cijfers, data en mandaten zijn die van de bronnen die het dossier noemt.",
        "Geadresseerden, kenmerken en ondertekenaars kloppen.",
        *(
            ["Alles wat een persoonsgegeven is, is gelakt; de openbare versie is doorgelezen."]
            if facts.is_public
            else []
        ),
        "Er staat niets in wat hoger gerubriceerd is dan het stuk zelf."
        if facts.classified
        else "Er staat niets in wat gerubriceerd is.",
        "Wie dit bestand krijgt, mag alles lezen wat in bron/ zit.",
        "Elke bladzijde is bekeken."
        if facts.pdf
        else "Elke bladzijde is in Word bekeken: er zijn geen pdf's.",
    ]
    if report.counts[Severity.WARNING]:
        asked.append("De waarschuwingen in controle.html zijn gelezen en mogen blijven.")
    if report.suppressed:
        asked.append("Wat onderdrukt is, is terecht onderdrukt.")
    if facts.pages != "exact":
        asked.append("De paginanummers in de inhoudsopgave zijn met de hand nagegaan.")
    return [f"\N{BALLOT BOX}\t{each}" for each in asked]


def _that_fit(suppressed: tuple[Suppressed, ...], lines: int) -> tuple[Suppressed, ...]:
    """Return the first suppressions, as many as fit on the page beside that many lines of text."""
    room = (LINES - lines) * _LINE
    shown = []
    for each in suppressed:
        place, reason = len(_place(each)), len(_shortened(each.reason))
        room -= _ROW + _LINE * max(-(-place // _PLACE), -(-reason // _REASON))
        if room < 0:
            break
        shown.append(each)
    return tuple(shown)


def _place(suppressed: Suppressed) -> str:
    return str(suppressed.finding.span).removeprefix("content/")


def _suppressed(suppressed: tuple[Suppressed, ...], lines: int) -> tuple[plan.Block, ...]:
    if not suppressed:
        return (plan.Paragraph("BodyText", typeset_words("Er is niets onderdrukt.")),)
    shown = _that_fit(suppressed, lines)
    table = plan.Table(
        style="Rapporttabel",
        widths=(0.12, 0.38, 0.5),
        header=(tuple(_cell("Tabelkop", head) for head in ("Regel", "Plaats", "Reden")),),
        rows=tuple(
            (
                _cell("Tabeltekst", each.finding.code),
                _cell("Tabeltekst", _place(each)),
                _cell("Tabeltekst", _shortened(each.reason)),
            )
            for each in shown
        ),
        title="Onderdrukte bevindingen",
        description="Tabel met per onderdrukte bevinding de regel, de plaats en de reden.",
    )
    more = len(suppressed) - len(shown)
    if not more:
        return (table,)
    if not shown:
        none = typeset_words(
            f"Onderdrukt zijn {_count(more, 'bevinding', 'bevindingen')}: zie controle.json."
        )
        return (plan.Paragraph("BodyText", none),)
    left = typeset_words(f"En nog {write_integer(more)}: zie controle.json.")
    return table, plan.Paragraph("AlineaNaTabel", left)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_REASON else f"{text[: LONGEST_REASON - 1].rstrip()}…"


def _paragraphs(style: str, lines: list[str]) -> tuple[plan.Block, ...]:
    return tuple(plan.Paragraph(style, typeset_words(line)) for line in lines)


def _cell(style: str, text: str) -> plan.Cell:
    return plan.Cell((plan.Paragraph(style, typeset_words(text)),))


def _count(number: int, one: str, more: str) -> str:
    return f"{write_integer(number) if number else 'geen'} {one if number == 1 else more}"
