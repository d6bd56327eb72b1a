# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The order of a glossary."""

from __future__ import annotations

import random
from itertools import permutations

from jvom.dutch.sorting import letters, sort_key

IN_ORDER = [
    *("ATMIS", "AU", "ECID", "eFP", "EPF", "EU", "EUFOR Althea", "EULEX", "EUNAVFOR", "EUPOL COPPS"),
    *(
        "EU SDI GoG",
        "FC",
        "ISIS",
        "JOCAT-N",
        "JVOM",
        "MoU",
        "MPCC",
        "OPKI",
        "OP SETWISE",
        "OSC",
        "VN",
        "VNVR",
    ),
]


def it_sorts_letter_by_letter():
    shuffled = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def it_ignores_case_diacritics_and_marks():
    assert letters("'s-Gravenhage") == "sgravenhage"
    assert letters("Yeşilgöz") == "yesilgoz"
    assert letters("Ærø") == "aero"


def it_orders_entries_that_are_otherwise_equal():
    entries = ["EU-SDI", "EU SDI", "eu sdi", "EUSDI"]
    assert len({tuple(sorted(order, key=sort_key)) for order in permutations(entries)}) == 1
