# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Owners, planning and approvals: what may be said, and what is refused with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.dossier import read_partial_dossier
from jvom.resolving.integrity import problems
from tests.contents import copy_basis, read_dossier

OWNERS = """owners:
  - {id: DGB, name: Directoraat-Generaal Beleid, function: coördinator, mailbox: jvom@dgb.example}
  - {id: DJZ, name: Directie Juridische Zaken, function: jurist, mailbox: jvom@djz.example}
  - {id: DOPS, name: Directie Operaties, function: planner, mailbox: jvom@dops.example}
"""


AFTER_PRESENTATION = (
    "deze dag ligt na de aanbieding aan de Kamers, 2026-05-20; plan die eerder, of verbeter presentation_date"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_basis(tmp_path)


def planned(content: Path, planning: str) -> None:
    path = content / "2025" / "dossier.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nplanning:\n{planning}", encoding="utf-8")


def owned(content: Path, id: str, owner: str) -> None:
    path = content / "2025" / "rapport" / f"{id}.md"
    text = path.read_text(encoding="utf-8")
    assert "owner: DGB" in text
    path.write_text(text.replace("owner: DGB", f"owner: {owner}"), encoding="utf-8")


def told(content: Path) -> list[str]:
    """Return all that is wrong with the dossier, without the folder."""
    dossier, found = read_partial_dossier(content, DossierId(2025))
    every = [*found, *(problems(dossier) if dossier else ())]
    return [
        f"{p.span.path}:{p.span.line}: {p.what}; {p.advice}".replace(f"{content.as_posix()}/", "")
        for p in every
    ]


class Describe_owners:
    def they_are_free_without_a_register(self, content):
        owned(content, "unifil", "[Wie dan ook, DOSP]")

        assert told(content) == []
        assert read_dossier(content, 2025).section("unifil").owners == ("Wie dan ook", "DOSP")

    def they_are_one_or_a_list(self, content):
        (content / "owners.yml").write_text(OWNERS, encoding="utf-8")
        owned(content, "unifil", "[DGB, DOPS]")

        dossier = read_dossier(content, 2025)

        assert told(content) == []
        assert dossier.section("unifil").owners == ("DGB", "DOPS")
        assert dossier.section("untso").owners == ("DGB",)
        assert dossier.owners is not None
        assert dossier.owners.ids == ("DGB", "DJZ", "DOPS")

    def but_an_unknown_one_is_reported_with_the_nearest(self, content):
        (content / "owners.yml").write_text(OWNERS, encoding="utf-8")
        owned(content, "unifil", "DOSP")
        owned(content, "untso", "[DGB, DJS]")
        planned(content, "  owners: {DGP: 2026-03-01}\n  approvals: [DZJ]\n")
        (content / "2025" / "approvals.yml").write_text(
            f"approvals:\n  - {{text: nmi, by: DJX, date: 2026-03-01, digest: 'sha256:{'0' * 64}'}}\n",
            encoding="utf-8",
        )

        lines = told(content)

        assert sorted(line.partition(": ")[2] for line in lines) == [
            "de eigenaar «DGP» bestaat niet; bedoelde u «DGB»? Zo niet: zet «DGP» in owners.yml",
            "de eigenaar «DJS» bestaat niet; bedoelde u «DJZ»? Zo niet: zet «DJS» in owners.yml",
            "de eigenaar «DJX» bestaat niet; bedoelde u «DJZ»? Zo niet: zet «DJX» in owners.yml",
            "de eigenaar «DOSP» bestaat niet; bedoelde u «DOPS»? Zo niet: zet «DOSP» in owners.yml",
            "de eigenaar «DZJ» bestaat niet; bedoelde u «DJZ»? Zo niet: zet «DZJ» in owners.yml",
            (
                "de tekst «nmi» bestaat niet; kies uit: brief, inleiding, inzet, midden-oosten, nota, "
                "rechtsbasis, slotbeschouwing, unifil, …; "
                "of zet «nmi» onder report: outline in 2025/dossier.yml"
            ),
        ]
        assert "2025/rapport/untso.md:4: " in lines[-1]

    def and_one_who_is_there_twice(self, content):
        (content / "owners.yml").write_text(OWNERS + OWNERS.splitlines()[1] + "\n", encoding="utf-8")

        assert told(content) == [
            "owners.yml:5: de eigenaar «DGB» staat er twee keer; eerst op regel 2; houd er een over"
        ]

    def and_an_invalid_mailbox(self, content):
        (content / "owners.yml").write_text(OWNERS.replace("jvom@dgb.example", "DGB"), encoding="utf-8")

        assert told(content) == [
            r"owners.yml:2: «DGB» heeft niet de vorm die hier hoort; de vorm is [^@\s]+@[^@\s]+\.[^@\s]+"
        ]

    def and_a_block_or_an_empty_name_in_the_text(self, content):
        owned(content, "unifil", '["", DGB]')
        owned(content, "untso", "{a: b}")

        assert told(content) == [
            "2025/rapport/unifil.md:4: deze waarde is leeg; vul iets in",
            "2025/rapport/untso.md:4: hier hoort een lijst; nu staat er: een blok",
        ]


class Describe_the_planning:
    def it_may_be_left_out(self, content):
        planning = read_dossier(content, 2025).data.planning

        assert (planning.texts, planning.review, planning.milestones) == (None, None, ())
        assert planning.approvers("unifil") == ()

    def it_says_when_and_who(self, content):
        planned(
            content,
            "  texts: 2026-03-20\n  review: 2026-04-10\n  owners: {DGB: 2026-03-27}\n"
            "  milestones:\n    - {date: 2026-04-23, what: Nota naar de minister}\n  approvals: [DJZ]\n",
        )

        planning = read_dossier(content, 2025).data.planning

        assert told(content) == []
        assert (planning.texts, planning.review) == (date(2026, 3, 20), date(2026, 4, 10))
        assert planning.owners == {"DGB": date(2026, 3, 27)}
        assert [each.what for each in planning.milestones] == ["Nota naar de minister"]
        assert planning.approvers("brief") == ("DJZ",)

    def it_asks_for_approvals_of_all_texts_and_of_one(self, content):
        planned(content, "  approvals: {all: [DJZ], unifil: [CDS, DJZ]}\n")

        planning = read_dossier(content, 2025).data.planning

        assert told(content) == []
        assert planning.approvers("unifil") == ("DJZ", "CDS")
        assert planning.approvers("nota") == ("DJZ",)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (
                "  texts: 2026-02-30\n",
                ["de datum 2026-02-30 bestaat niet; kijk dag en maand na in de kalender"],
            ),
            (
                "  texts: 20-3-2026\n",
                ["«20-3-2026» heeft niet de vorm die hier hoort; typ 2026-03-20, met het jaar voorop"],
            ),
            (
                "  texts: 2026-06-01\n  review: 2026-05-20\n",
                [
                    "de teksten komen na de dag waarop ze nagekeken zijn, 2026-05-20; zet texts voor review",
                    AFTER_PRESENTATION,
                ],
            ),
            (
                "  milestones: [{date: 2026-05-21, what: Te laat}]\n",
                [AFTER_PRESENTATION],
            ),
            (
                "  owners: {DOPS: 2026-03-01}\n",
                ["«DOPS» levert in dit dossier geen tekst; kies uit: DGB"],
            ),
            (
                "  approvals: {unifill: [DJZ]}\n",
                [
                    (
                        "de tekst «unifill» bestaat niet; bedoelde u «unifil»? "
                        "Zo niet: zet «unifill» onder report: outline in 2025/dossier.yml"
                    )
                ],
            ),
            ("  approvals: DJZ\n", ["hier hoort een lijst; nu staat er: DJZ"]),
            ("  approvals: {unifil: DJZ}\n", ["hier hoort een lijst; nu staat er: DJZ"]),
            ("  approvals: ['']\n", ["deze waarde is leeg; vul iets in"]),
            ("  text: 2026-03-01\n", ["onbekende sleutel «text»; bedoelde u «texts»?"]),
        ],
    )
    def but_impossible_values_are_refused(self, content, typed, said):
        planned(content, typed)

        assert [line.partition(": ")[2] for line in told(content)] == said


class Describe_the_approvals:
    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("digest: geen", "de vorm is sha256:[0-9a-f]{64}"),
            ("digest: null", "deze waarde is leeg"),
        ],
    )
    def they_need_a_digest(self, content, typed, said):
        (content / "2025" / "approvals.yml").write_text(
            f"approvals:\n  - {{text: unifil, by: DJZ, date: 2026-03-01, {typed}}}\n", encoding="utf-8"
        )

        (line,) = told(content)

        assert said in line
