# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which mission a passage of a text on several missions is about."""

from __future__ import annotations

import pytest

from jvom.analysis.passages import Passage
from jvom.analysis.registers import Register, Registered
from jvom.checks.views import TextView
from tests.checks.reading import texts
from tests.growth import LINEAR, growth

REGISTER = Register(
    (
        Registered("mission", "eumm", ("EUMM", "European Union Monitoring Mission")),
        Registered("mission", "eubam", ("EUBAM",)),
    )
)


def about(body: str, front: str = "missions: [eumm, eubam]") -> list[str]:
    """Return what each passage is about, at its first word; "-" for no mission."""
    (view,) = texts(f"---\n{front}\n---\n\n{body}").texts
    for passage in view.passages:
        passage.register = REGISTER
    return [view.mission_at(passage, 0) or "-" for passage in view.passages]


def long_text(size: int) -> tuple[TextView, list[Passage]]:
    """Return a text on two missions, of one passage with so many sentences, and of as many passages."""
    sentence = "EUMM ziet toe. Het mandaat loopt. EUBAM helpt. "
    (view,) = texts(
        "---\nmissions: [eumm, eubam]\n---\n\n" + sentence * size + "\n\n- EUMM\n- een" * size
    ).texts
    for passage in view.passages:
        passage.register = REGISTER
        _ = passage.sentences, passage.mentions
    return view, list(view.passages)


class Describe_the_mission_of_a_passage:
    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("Een.\n\nEUMM.\n\nTwee.\n\nDrie.", "- eumm eumm eumm"),
            ("EUMM.\n\nEUBAM.\n\nTwee.", "eumm eubam eubam"),
            ("De European Union Monitoring Mission.\n\nTwee.", "eumm eumm"),
            ("EUMM is oud. EUBAM is nieuw.\n\nTwee.", "eumm eubam"),
            ("EUMM helpt EUBAM.\n\nTwee.\n\nEUBAM.", "- - eubam"),
            ("EUBAM.\n\nEUMM helpt EUBAM.\n\nTwee.", "eubam - -"),
            ("## EUMM\n\nEen.\n\n### Meer\n\nTwee.\n\n## Slot\n\nDrie.", "eumm eumm eumm eumm - -"),
            ("## EUMM\n\nEUBAM helpt.\n\n### Meer\n\nTwee.", "eumm eubam eumm eumm"),
            ("EUMM.\n\n## Kop\n\nEen.", "eumm - -"),
            ("- EUMM\n- EUBAM\n- een\n\nTwee.", "eumm eubam - -"),
            ("EUMM.\n\n- een\n- EUBAM\n- twee\n\nDrie.", "eumm eumm eubam eumm eumm"),
            ("- EUMM\n  - een\n  - twee\n- drie\n", "eumm eumm eumm -"),
            ("{mission=eumm} EUBAM helpt.\n\nTwee.", "eumm eumm"),
            ("- {mission=eubam} een\n- twee\n", "eubam -"),
            ("EUMM.\n\n> Een citaat.\n\n| EUBAM |\n| --- |\n| x |\n\nTwee.", "eumm eumm eubam - eumm"),
        ],
    )  # fmt: skip
    def it_is_the_last_one_named(self, body, expected):
        assert " ".join(about(body)) == expected

    @pytest.mark.parametrize("front", ["mission: eumm", "missions: [eumm]"])
    def it_is_that_of_the_text_when_there_is_only_one(self, front):
        assert about("Een.\n\nEUBAM helpt.\n\n{mission=eubam} Twee.", front) == ["eumm", "eumm", "eubam"]

    def it_is_none_without(self):
        assert about("EUMM.\n\n{mission=eubam} Twee.", "status: final") == ["-", "eubam"]

    def it_takes_time_linear_in_the_text(self):
        def work(made: tuple[TextView, list[Passage]]) -> None:
            view, passages = made
            for passage in passages:
                for start, _ in passage.sentences:
                    view.mission_at(passage, start)

        assert growth(work, long_text, 500) < LINEAR
