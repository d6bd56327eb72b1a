# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""However approvals.yml is typed, an approval more is added to it and nothing else changes."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jvom.model import Approval, ApprovalData
from jvom.reading.records import parse_record
from jvom.years.approval_file import together, with_approval

TEXTS, OWNERS = ("nmi", "oir", "kfor"), ("DJZ", "BZ", "12", "a: b")

approvals = st.builds(
    Approval,
    text=st.sampled_from(TEXTS),
    by=st.sampled_from(OWNERS),
    date=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    digest=st.sampled_from([f"sha256:{each * 64}" for each in "ab"]),
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file with a list of approvals, each as a block or on one line, with comments between them."""
    indent = draw(st.sampled_from(["", "  ", "    "]))
    lines = draw(st.lists(st.sampled_from(["# boven", ""]), max_size=2))
    lines.append("approvals:" + draw(st.sampled_from(["", " # de lijst"])))
    chosen = draw(st.lists(approvals, min_size=1, max_size=3, unique_by=lambda each: (each.text, each.by)))
    for each in chosen:
        dash = f"{indent}-{draw(st.sampled_from([' ', '   ']))}"
        pairs = [f"text: {each.text}", f'by: "{each.by}"', f"date: {each.date}", f"digest: {each.digest}"]
        pairs = draw(st.permutations(pairs))
        behind = draw(st.sampled_from(["", "  # zo gezegd"]))
        if draw(st.booleans()):
            lines.append(f"{dash}{{{', '.join(pairs)}}}{behind}")
        else:
            lines.append(f"{dash}{pairs[0]}{behind}")
            lines += [f"{' ' * len(dash)}{pair}" for pair in pairs[1:]]
        lines += draw(st.lists(st.sampled_from(["", "# tussen", f"{indent}  # ook tussen"]), max_size=2))
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, *draw(st.sampled_from([[], [""]]))])


def read(text: str) -> ApprovalData:
    return parse_record(text.encode(), "approvals.yml", ApprovalData)


def said(found: tuple[Approval, ...]) -> list[tuple[object, ...]]:
    return [(each.text, each.by, each.date, each.digest) for each in found]


class Describe_any_file_of_approvals:
    @given(files(), approvals)
    def it_gets_one_more_and_keeps_its_comments(self, typed, new):
        data = read(typed)

        text = with_approval(typed, data, new)

        assert text is not None
        assert said(read(text).approvals) == said(together(data, [new]))
        replaced = any((each.text, each.by) == (new.text, new.by) for each in data.approvals)
        for comment in ("# boven", "# tussen", "# ook tussen", "# de lijst", "# zo gezegd"):
            assert text.count(comment) == typed.count(comment)
        if not replaced:
            kept = text.replace("\r\n", "\n").split("\n")
            assert [line for line in kept if line in typed.replace("\r\n", "\n").split("\n")] == (
                typed.replace("\r\n", "\n").split("\n")
            )
