# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How far each text is: what is due, what is found, and what was a year before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from jvom.dossier_ids import DossierId
from jvom.findings import Finding, Report, Severity
from jvom.messages import msg
from jvom.model import Dossier, Status
from jvom.source import Span
from jvom.years.status import DossierStatus, dossier_status
from jvom.years.words import count_words
from tests.contents import basis, fragment, with_data, with_texts

TEXTS, REVIEW = date(2026, 3, 20), date(2026, 4, 10)


def finding(severity: Severity, path: str) -> Finding:
    return Finding(
        code="LNG001", name="n", severity=severity, span=Span(path, 3, 7), message=msg("w"), advice=msg("a")
    )


def state(
    dossier: Dossier, as_of: date = date(2026, 3, 24), findings: tuple[Finding, ...] = (), **more: Any
) -> DossierStatus:
    return dossier_status(DossierId(2025), dossier, Report(findings=findings), as_of, **more)


def front(dossier: Dossier, id: str, **changes: Any) -> Dossier:
    sections = tuple(
        replace(each, front=replace(each.front, **changes)) if each.id == id else each
        for each in dossier.sections
    )
    return replace(dossier, sections=sections)


def planned(**planning: Any) -> Dossier:
    return with_data(basis(), planning={"texts": TEXTS, "review": REVIEW, **planning})


def text(status: DossierStatus, id: str) -> Any:
    return next(each for each in status.texts if each.id == id)


class Describe_what_is_due:
    @pytest.mark.parametrize(
        ("status", "due", "left", "late"),
        [
            ("outline", TEXTS, -4, True),
            ("draft", TEXTS, -4, True),
            ("review", REVIEW, 17, False),
            ("final", None, None, False),
        ],
    )
    def it_depends_on_the_status(self, status: Status, due, left, late):
        found = text(state(front(planned(), "unifil", status=status)), "unifil")

        assert (found.due, found.days_left, found.late) == (due, left, late)

    def it_is_not_late_on_the_day_itself(self):
        found = text(state(front(planned(), "unifil", status="draft"), as_of=TEXTS), "unifil")

        assert (found.days_left, found.late) == (0, False)

    @pytest.mark.parametrize(
        ("owner", "due"),
        [
            ("DGB", date(2026, 3, 27)),
            ("CDS", TEXTS),
            (("DGB", "CDS"), date(2026, 3, 27)),
            (("CDS", "DJZ"), TEXTS),
            ("", TEXTS),
        ],
    )
    def it_is_an_owners_own_day(self, owner, due):
        dossier = front(planned(owners={"DGB": date(2026, 3, 27)}), "unifil", owner=owner, status="draft")

        assert text(state(dossier), "unifil").due == due

    def it_is_nothing_without_a_planning(self):
        assert text(state(front(basis(), "unifil", status="outline")), "unifil").due is None
        only_review = with_data(basis(), planning={"review": REVIEW})
        assert text(state(front(only_review, "unifil", status="outline")), "unifil").due == REVIEW


class Describe_the_status_of_a_dossier:
    def it_has_every_text_in_order(self):
        status = state(basis())

        assert [(each.id, each.kind, each.number, each.appendix) for each in status.texts] == [
            ("brief", "brief", "", False),
            ("nota", "nota", "", False),
            ("inleiding", "rapport", "1", False),
            ("inzet", "rapport", "2", False),
            ("midden-oosten", "rapport", "2.1", False),
            ("unifil", "rapport", "2.1.1", False),
            ("untso", "rapport", "2.1.2", False),
            ("slotbeschouwing", "rapport", "3", False),
            ("rechtsbasis", "rapport", "1", True),
        ]
        assert status.owners == ("DGB",)

    def it_gives_each_text_its_findings(self):
        path = basis().section("unifil").span.path
        found = (
            finding(Severity.ERROR, path),
            finding(Severity.WARNING, path),
            finding(Severity.WARNING, "content/2025/figures.yml"),
        )

        status = state(basis(), findings=found)

        unifil = text(status, "unifil")
        assert (unifil.count(Severity.ERROR), unifil.count(Severity.WARNING)) == (1, 1)
        assert status.elsewhere == found[2:]
        assert (status.total.errors, status.total.warnings) == (1, 1)

    def it_compares_with_a_year_before(self):
        now = with_texts(basis(), {"unifil": "Er zijn elf waarnemers."})
        earlier = (fragment("unifil", "Er zijn er nu nog tien."), fragment("weg", "Weg."))

        status = state(now, earlier=earlier)

        assert (text(status, "unifil").words, text(status, "unifil").words_before) == (4, 6)
        assert text(status, "untso").words_before is None
        assert status.total.words_before == 6

    def it_names_open_figures_remarks_and_what_was_carried_over(self):
        now = with_texts(
            basis(),
            {"unifil": "Het zijn er {{ untso_staff }}. <!-- opmerking (CDS): klopt dit? -->\n"},
        )
        now = front(now, "unifil", carried_from=2024)
        figures = now.figures.figures
        open_ = replace(figures["untso_staff"], value=None)
        now = replace(now, figures=replace(now.figures, figures={**figures, "untso_staff": open_}))

        status = state(now)

        unifil = text(status, "unifil")
        assert (unifil.open_figures, unifil.carried_from) == (("untso_staff",), 2024)
        assert [each.text for each in unifil.remarks] == ["klopt dit?"]
        assert (status.total.open_figures, status.total.remarks) == (1, 1)

    def it_shows_the_texts_of_an_owner_or_what_is_late(self):
        dossier = front(planned(), "unifil", owner=("DGB", "CDS"), status="draft")
        dossier = front(dossier, "untso", owner="CDS")
        status = state(dossier, findings=(finding(Severity.ERROR, "content/2025/figures.yml"),))

        assert [each.id for each in status.only(["CDS"]).texts] == ["unifil", "untso"]
        assert [each.id for each in status.only(late=True).texts] == ["unifil"]
        assert status.only(["CDS"]).elsewhere == ()
        assert (status.total_of("CDS").texts, status.total_of("CDS").late) == (2, 1)
        assert status.total.by_status == {"outline": 0, "draft": 1, "review": 0, "final": 8}


class Describe_the_count_of_words:
    @pytest.mark.parametrize(
        ("typed", "count"),
        [
            ("Een, twee - drie.", 3),
            ("Er zijn {{ untso_staff }} waarnemers; zie [](#untso) en [@kst-29521-493].", 8),
            ("De *rules of engagement*, en **meer**!", 6),
            ("- een\n- twee drie\n\n> vier vijf\n\n## Zes\n", 6),
            ("| a | b |\n| --- | --- |\n| c d | 1.000 |\n", 5),
            ("Noot.[^n] <!-- opmerking: dit telt niet -->\n\n[^n]: Twee woorden.\n", 3),
        ],
    )
    def it_is_of_what_is_read(self, typed, count):
        assert count_words(fragment("x", typed)) == count
