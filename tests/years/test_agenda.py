# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an agenda lists, in which order, and under which identifiers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from jvom.dossier_ids import DossierId
from jvom.model import Dossier, MandateData, Milestone
from jvom.times import Duration
from jvom.years.agenda import Ahead, Event, agenda, months_after
from tests.contents import basis, with_data

ID = DossierId(2025)


def mandates(dossier: Dossier, **changes: dict[str, Any]) -> Dossier:
    """Return the dossier with other values in the rows of some missions."""
    rows = tuple(replace(row, **changes.get(row.mission, {})) for row in dossier.mandates.rows)
    return replace(dossier, mandates=MandateData(rows=rows))


def ending(mandate: str = "", framework: str = "") -> Dossier:
    """Return a dossier in which only UNIFIL has a mandate or framework that ends."""
    forever = {"mandate": Duration(word="onbepaald"), "framework": Duration(word="onbepaald")}
    changes = {row.mission: dict(forever) for row in basis().mandates.rows}
    if mandate:
        changes["unifil"]["mandate"] = Duration.parse(mandate)
    if framework:
        changes["unifil"]["framework"] = Duration.parse(framework)
    return mandates(basis(), **changes)


def with_fronts(dossier: Dossier, **changes: dict[str, Any]) -> Dossier:
    """Return the dossier with other front matter above some sections."""
    return replace(
        dossier,
        sections=tuple(
            replace(each, front=replace(each.front, **changes.get(each.id, {}))) for each in dossier.sections
        ),
    )


def events(
    dossier: Dossier, first: str = "2026-01-01", last: str = "2030-01-01", notice: int = 3, id: DossierId = ID
) -> tuple[Event, ...]:
    return agenda(dossier, id, date.fromisoformat(first), date.fromisoformat(last), notice)


def told(found: tuple[Event, ...]) -> list[str]:
    return [f"{each.day} {each.kind} {each.what}" for each in found]


class Describe_the_agenda_of_a_mission_in_a_text_on_several:
    def it_has_the_owners_of_that_text(self):
        dossier = with_fronts(basis(), untso={"mission": "", "missions": ("untso", "unifil"), "owner": "CDS"})

        assert {each.owners for each in events(dossier) if each.mission == "untso"} == {("CDS",)}

    def but_a_section_of_its_own_goes_before(self):
        dossier = with_fronts(basis(), untso={"mission": "", "missions": ("untso", "unifil"), "owner": "CDS"})

        assert {each.owners for each in events(dossier) if each.mission == "unifil"} == {("DGB",)}


class Describe_the_agenda:
    def it_has_mandates_frameworks_and_their_letters(self):
        found = events(ending("2026-12-31", "2028-06-30"))

        assert told(found) == [
            "2026-05-08 council ministerraad",
            "2026-05-20 presentation aanbieding aan de Kamers",
            "2026-12-31 mandate het internationale mandaat van UNIFIL eindigt",
            "2028-03-30 letter brief aan de Kamers over het nationale kader van UNIFIL",
            "2028-06-30 framework het nationale kader van UNIFIL eindigt",
        ]
        mandate, letter, framework = found[2:]
        assert (mandate.place.id if mandate.place else "", mandate.owners) == ("unifil", ("DGB",))
        assert str(mandate.source) == "VNVR-resolutie 2790 (2025) (mandates.yml)"
        assert (letter.by, framework.by) == (date(2028, 3, 30), date(2028, 3, 30))

    def it_has_the_planning(self):
        dossier = with_data(
            ending(),
            planning={
                "texts": date(2026, 3, 20),
                "review": date(2026, 4, 10),
                "owners": {"DGB": date(2026, 3, 27)},
                "milestones": (Milestone(date=date(2026, 4, 23), what="Nota naar de minister"),),
            },
        )

        assert told(events(dossier)) == [
            "2026-03-20 texts de teksten zijn geleverd",
            "2026-03-27 owner de teksten van DGB zijn geleverd",
            "2026-04-10 review de teksten zijn nagekeken",
            "2026-04-23 milestone Nota naar de minister",
            "2026-05-08 council ministerraad",
            "2026-05-20 presentation aanbieding aan de Kamers",
        ]

    def it_ends_where_it_is_asked_to(self):
        dossier = ending("2026-12-31", "2028-06-30")

        assert [each.kind for each in events(dossier, last="2026-12-31")] == [
            "council",
            "presentation",
            "mandate",
        ]
        assert [each.kind for each in events(dossier, last="2026-12-30")] == ["council", "presentation"]
        assert [each.kind for each in events(dossier, first="2026-12-31", last="2026-12-31")] == ["mandate"]

    def it_says_which_letter_should_have_gone(self):
        found = events(ending(framework="2026-04-30"), first="2026-02-15", last="2026-05-01")

        assert [(each.kind, each.overdue) for each in found] == [("letter", True), ("framework", False)]
        assert events(ending(framework="2026-04-30"), first="2026-05-01", last="2026-05-02") == ()

    @pytest.mark.parametrize(
        ("house", "row", "letter"),
        [
            (3, None, "2028-03-30"),
            (6, None, "2027-12-30"),
            (3, 12, "2027-06-30"),
            (0, 2, "2028-04-30"),
            (0, None, None),
            (3, 0, None),
        ],
    )
    def it_takes_the_notice_of_the_row_or_of_the_house(self, house, row, letter):
        dossier = mandates(ending(framework="2028-06-30"), unifil={"notice": row})

        found = events(dossier, notice=house)

        assert [str(each.day) for each in found if each.kind == "letter"] == ([letter] if letter else [])
        (framework,) = (each for each in found if each.kind == "framework")
        assert str(framework.by) == (letter or "2028-06-30")


class Describe_the_identifiers:
    def they_are_those_of_next_years_agenda(self):
        """Else a calendar would show the end of a framework once for each year that imported it."""
        this = events(ending("2026-12-31", "2028-06-30"))
        next_ = events(ending("2027-12-31", "2028-06-30"), id=DossierId(2026))

        def of_mandates(found):
            return {each.uid for each in found if each.mission}

        assert (
            of_mandates(this) == of_mandates(next_) == {"mandate-unifil", "letter-unifil", "framework-unifil"}
        )
        assert {each.uid for each in this if not each.mission} == {"council-2025", "presentation-2025"}
        assert {each.uid for each in next_ if not each.mission} == {"council-2026", "presentation-2026"}

    def they_differ_between_series(self):
        dossier = ending("2026-12-31")

        one, other = ({e.uid for e in events(dossier, id=DossierId(2025, each))} for each in ("", "althea"))

        assert not one & other

    def they_differ_between_the_rows_of_a_mission_and_milestones_of_one_name(self):
        dossier = ending("2026-12-31")
        row = next(row for row in dossier.mandates.rows if row.mission == "unifil")
        again = replace(row, mandate=Duration.parse("2027-06-30"))
        dossier = replace(dossier, mandates=MandateData(rows=(row, again)))
        twice = tuple(Milestone(date=date(2026, 4, day), what="Overleg: álle directies") for day in (1, 2))
        dossier = with_data(dossier, planning={"milestones": twice})

        uids = [each.uid for each in events(dossier)]

        assert len(uids) == len(set(uids)) == 6
        assert all(uid.isascii() and " " not in uid for uid in uids)


class Describe_how_far_ahead:
    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("90d", "2026-05-01"),
            ("6w", "2026-03-14"),
            ("1m", "2026-02-28"),
            ("12m", "2027-01-31"),
            ("2j", "2028-01-31"),
            ("2y", "2028-01-31"),
            ("100j", "2126-01-31"),
        ],
    )
    def it_is_counted(self, typed, day):
        assert str(Ahead.parse(typed).after(date(2026, 1, 31))) == day

    @pytest.mark.parametrize("typed", ["", "12", "m", "-1m", "1.5m", "12 m", "101j", "99999999d", "1M"])
    def but_not_in_another_form(self, typed):
        with pytest.raises(ValueError, match=r"^"):
            Ahead.parse(typed)

    def it_stays_within_the_calendar(self):
        assert Ahead.parse("100j").after(date(9990, 1, 1)) == date.max
        assert Ahead.parse("36525d").after(date(9990, 1, 1)) == date.max
        assert months_after(date(1, 2, 3), -3) == date.min
        assert months_after(date(2024, 3, 31), -1) == date(2024, 2, 29)
