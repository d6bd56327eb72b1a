# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips of each kind are found at their place, and their right twins are not reported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.checks.slip_readers import READERS
from tests.checks.slips import Kind, Slip

#: Of each kind of slip, this part is found at least.
SHARE = 0.85

_KINDS = [(where, kind) for where, slips in READERS.items() for kind in slips.kinds]
#: The halves and the exam tell in `~` what was missed when they were counted; share and marks of the others
#: are tested.
_COUNTED = [(where, kind) for where, kind in _KINDS if not where.startswith(("helften", "examen"))]
#: Of the slips of the exam that nobody saw while rules were improved, so many of each kind were found when
#: they were counted.
HELD_BACK = {
    "Samenstellingen": 20,
    "Woorden met een hoofdletter": 19,
    "Namen": 17,
    "Afkortingen": 20,
    "Gegevens": 18,
    "Missies": 18,
    "Tijd": 18,
    "Bouw": 15,
    "Woorden": 15,
}
_NAMES = sorted({(where, kind.name.partition(":")[0]) for where, kind in _COUNTED})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dossier of one slip after the other is made."""
    return tmp_path_factory.mktemp("dossier")


def found(where: str, kind: Kind, slips: Sequence[Slip], folder: Path) -> list[Slip]:
    """Return those of some slips of a kind that a rule of their kind finds at their place."""
    read = READERS[where].read([slip.wrong for slip in slips], kind, folder)
    return [
        slip
        for slip, findings in zip(slips, read, strict=True)
        if any(
            each.start <= slip.end and each.end >= slip.start
            for each in findings
            if each.finding.code in kind.codes
        )
    ]


class Describe_slips:
    @pytest.mark.parametrize(
        ("where", "kind"), [(where, kind) for where, kind in _KINDS if kind.to_be_found], ids=str
    )
    def they_are_found_at_their_place(self, where, kind, folder):
        seen = found(where, kind, kind.to_be_found, folder)

        assert [str(slip) for slip in kind.to_be_found if slip not in seen] == []

    @pytest.mark.parametrize(
        ("where", "kind"), [(where, kind) for where, kind in _KINDS if kind.every_right], ids=str
    )
    def their_right_twins_are_not_reported(self, where, kind, folder):
        read = READERS[where].read(kind.every_right, kind, folder)

        reported = zip(kind.every_right, read, strict=True)
        assert {text: [str(each) for each in findings] for text, findings in reported if findings} == {}

    @pytest.mark.parametrize(("where", "name"), _NAMES)
    def they_are_found_for_the_most_part(self, where, name):
        every = READERS[where].kinds
        slips = [slip for kind in every if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= SHARE * len(slips)

    @pytest.mark.parametrize(("where", "name"), _NAMES)
    def they_are_marked_as_missed_only_when_they_are(self, where, name, folder):
        kinds = [kind for kind in READERS[where].kinds if kind.name.startswith(f"{name}:")]
        missed = {kind: [slip for slip in kind.slips if slip.is_missed] for kind in kinds}

        assert [str(each) for kind in kinds for each in found(where, kind, missed[kind], folder)] == []

    @pytest.mark.parametrize("name", HELD_BACK)
    def they_are_found_as_often_as_when_the_exam_was_held(self, name):
        every = READERS["examen, achtergehouden"].kinds
        slips = [slip for kind in every if kind.name.startswith(f"{name}:") for slip in kind.slips]
        assert sum(not slip.is_missed for slip in slips) >= HELD_BACK[name]
