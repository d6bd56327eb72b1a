# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""approvals.yml keeps what people typed in it."""

from __future__ import annotations

from datetime import date

import pytest

from jvom.model import Approval, ApprovalData
from jvom.reading.records import parse_record
from jvom.years.approval_file import new_file, together, with_approval

NMI = f"{{text: nmi, by: DJZ, date: 2026-04-01, digest: sha256:{'b' * 64}}}"
OIR = NMI.replace("nmi", "oir")
DIGEST, OTHER = f"sha256:{'a' * 64}", f"sha256:{'b' * 64}"


def approval(text: str = "nmi", by: str = "DJZ", digest: str = DIGEST) -> Approval:
    return Approval(text=text, by=by, date=date(2026, 4, 13), digest=digest)


def read(text: str) -> ApprovalData:
    return parse_record(text.encode(), "approvals.yml", ApprovalData)


def said(data: ApprovalData) -> list[tuple[str, str, str]]:
    return [(each.text, each.by, each.digest) for each in data.approvals]


class Describe_a_new_file:
    @pytest.mark.parametrize("by", ["DJZ", "BZ, DVB", "null", "12", 'de "rest"', "Eén: twee"])
    def it_reads_as_it_was_meant(self, by):
        assert said(read(new_file([approval(by=by)]))) == [("nmi", by, DIGEST)]


class Describe_an_approval_more:
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    @pytest.mark.parametrize(
        "typed",
        [
            f"# boven\napprovals:\n  - {NMI} # mondeling\n# onder\n",
            f"approvals:\n- text: nmi # eerst\n  by: DJZ\n  date: 2026-04-01\n  digest: {OTHER}\n\n# onder\n",
            f"approvals:\n  -   text: nmi\n      by: DJZ\n      date: 2026-04-01\n      digest: {OTHER}",
        ],
    )
    def it_is_added_below_the_others(self, typed, end):
        typed = typed.replace("\n", end)

        text = with_approval(typed, read(typed), approval("oir"))

        assert text is not None
        assert said(read(text)) == [("nmi", "DJZ", OTHER), ("oir", "DJZ", DIGEST)]
        assert [line for line in text.split(end) if "oir" not in line] == typed.split(end)

    @pytest.mark.parametrize(
        ("typed", "left"),
        [
            (
                (f"# boven\napprovals:\n  - {NMI} # mondeling\n  - {OIR}\n"),
                ["# boven", "# mondeling"],
            ),
            (
                (
                    f"approvals:\n- text: nmi\n  by: DJZ\n  date: 2026-04-01\n  digest: {OTHER}\n\n# tussen\n"
                    f"- {OIR}\n"
                ),
                ["# tussen"],
            ),
        ],
    )
    def it_takes_the_place_of_an_earlier_one(self, typed, left):
        text = with_approval(typed, read(typed), approval())

        assert text is not None
        assert said(read(text)) == [("nmi", "DJZ", DIGEST), ("oir", "DJZ", OTHER)]
        assert all(comment in text for comment in left)

    def it_begins_an_empty_list(self):
        typed = "approvals: [] # nog niets\n# onder\n"

        text = with_approval(typed, read(typed), approval())

        assert text is not None
        assert said(read(text)) == [("nmi", "DJZ", DIGEST)]
        assert "# nog niets" in text
        assert text.endswith("# onder\n")

    def but_a_list_in_brackets_is_left_alone(self):
        typed = f"approvals: [{NMI}]\n"

        assert with_approval(typed, read(typed), approval("oir")) is None

    def it_is_one_of_all_together(self):
        data = ApprovalData(approvals=(approval(digest=OTHER), approval("oir")))

        assert said(ApprovalData(approvals=together(data, [approval(), approval("kfor")]))) == [
            ("nmi", "DJZ", DIGEST),
            ("oir", "DJZ", DIGEST),
            ("kfor", "DJZ", DIGEST),
        ]
