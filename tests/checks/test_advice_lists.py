# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Taalunie's advice on one word or two, and on words that are confused, is worked through entry by entry.

`test_slips.py` checks that the mistakes are found and that the right sentences are left alone.
"""

from __future__ import annotations

import pytest

from tests.checks.slips import FOLDER

LISTS = ("los_of_aan_elkaar.md", "verwarde_woorden.md")


def entries(name: str) -> dict[tuple[str, str], list[str]]:
    """Return the lines of each entry of a list, by its kind and first line."""
    found: dict[tuple[str, str], list[str]] = {}
    for section in (FOLDER / name).read_text(encoding="utf-8").split("\n## ")[1:]:
        kind, _, rest = section.partition("\n")
        for entry in rest.split("\n* ")[1:]:
            first, *lines = entry.strip().splitlines()
            assert (kind, first) not in found
            found[kind, first] = lines
    return found


@pytest.mark.parametrize("name", LISTS)
class Describe_a_list_of_advice:
    def its_entries_have_a_mistake_or_say_why_none_can_be_seen(self, name):
        assert [
            entry
            for entry, lines in entries(name).items()
            if not any("[[" in line or line.startswith("? ") for line in lines)
        ] == []

    def its_entries_have_a_right_sentence(self, name):
        assert [
            entry
            for entry, lines in entries(name).items()
            if not any(line.startswith("- ") for line in lines)
        ] == []

    def its_lines_are_of_a_known_kind(self, name):
        lines = [line for lines in entries(name).values() for line in lines if line]

        assert [line for line in lines if not line.startswith(("- ", "~ ", "? "))] == []
