# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A status with everything that a board, a table or a workbook can show."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from jvom.cli.language import translator
from jvom.cli.localization import localized
from jvom.cli.terminal import Terminal
from jvom.dossier_ids import DossierId
from jvom.findings import Finding, Report, Severity
from jvom.messages import Message, msg
from jvom.model import Approval, ApprovalData, Milestone
from jvom.output.localized import Localized
from jvom.source import Span
from jvom.years.agenda import Event, agenda
from jvom.years.approvals import text_digest
from jvom.years.status import DossierStatus, dossier_status
from tests.contents import basis, fragment, with_data, with_texts

AS_OF = date(2026, 3, 24)


def local(language: str = "nl") -> Localized:
    return localized(Terminal(translator(language), language=language))


def made() -> tuple[DossierStatus, tuple[Event, ...]]:
    """Return a status and the events of its timeline."""
    dossier = with_data(
        basis(),
        planning={
            "texts": date(2026, 3, 20),
            "review": date(2026, 4, 10),
            "owners": {"CDS": date(2026, 3, 27)},
            "milestones": (Milestone(date=date(2026, 4, 23), what="Nota <naar> de minister"),),
            "approvals": {"all": ("DJZ",)},
        },
    )
    dossier = with_texts(
        dossier,
        {
            "unifil": "---\ntitle: UNIFIL <& co>\nmission: unifil\nowner: [DGB, CDS]\nstatus: draft\n---\n\n"
            "Er zijn er {{ untso_staff }}. <!-- opmerking (CDS): klopt <dit> nog? -->\n",
            "untso": "---\ntitle: =UNTSO\nmission: untso\nowner: CDS\nstatus: review\n---\n\nTekst.\n",
            "inleiding": "---\ntitle: Inleiding\nowner: DGB\nstatus: outline\n"
            "carried_from: 2024\n---\n\nTekst.\n",
        },
    )
    figures = dossier.figures.figures
    opened = {**figures, "untso_staff": replace(figures["untso_staff"], value=None)}
    dossier = replace(dossier, figures=replace(dossier.figures, figures=opened))
    digests = {each.id: text_digest(dossier, each) for each in dossier.fragments} | {
        "unifil": f"sha256:{'0' * 64}"
    }
    approvals = tuple(
        Approval(text=text, by="DJZ", date=date(2026, 3, 2), digest=digests[text])
        for text in ("unifil", "untso")
    )
    dossier = replace(dossier, approvals=ApprovalData(approvals=approvals))
    path = dossier.section("unifil").span.path
    found = (
        _finding(Severity.ERROR, Span(path, 9, 3, 9, 5), msg("«XX» is een <open> plek")),
        _finding(Severity.WARNING, Span(path), msg("de paragraaf is kort")),
        _finding(Severity.INFO, Span(path, 10, 1, 10, 4), msg("dit staat ook elders")),
        _finding(Severity.WARNING, Span("content/2025/figures.yml", 3, 1), msg("een cijfer")),
    )
    earlier = (fragment("unifil", "Vorig jaar waren het er meer."),)
    status = dossier_status(DossierId(2025), dossier, Report(findings=found), AS_OF, earlier)
    return status, agenda(dossier, DossierId(2025), AS_OF, date.max, 3)


def _finding(severity: Severity, span: Span, message: Message) -> Finding:
    return Finding(
        code="PLH001", name="n", severity=severity, span=span, message=message, advice=msg("vul het in")
    )
