# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every reader and the typesetter stay linear on a line made to hurt them."""

from __future__ import annotations

import pytest

from jvom.analysis.citations import find_citations
from jvom.analysis.date_expressions import find_dates
from jvom.analysis.number_expressions import find_numbers
from jvom.analysis.resolutions import find_resolutions
from jvom.dutch.numbers import read_number, read_words
from jvom.dutch.typography import typeset
from tests.growth import LINEAR, growth

PIECES = [
    *(
        "1",
        "1 ",
        "1-",
        "1.",
        "1,",
        "12 345 ",
        "1-2-",
        " ",
        "a",
        "'",
        '"',
        "' ",
        "nr. ",
        "artikel ",
        "artikel 1 ",
    ),
    *(
        "mei ",
        "20 mei ",
        "d.d. ",
        "1, 2 en ",
        "woensdag ",
        "Kamerstuk ",
        "29 521 en ",
        "nrs. 1, ",
        "Stb. 2020, ",
    ),
    *(
        "Kamerstuk 29 521, nrs. 1, ",
        "resolutie ",
        "resoluties 1, ",
        "VN ",
        "honderd ",
        "duizend",
        "€ ",
        "een miljoen ",
    ),
]
SIZE = 12_500


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [find_citations, find_dates, find_numbers, find_resolutions, typeset])
def it_reads_a_long_line_in_linear_time(read, piece):
    assert growth(read, lambda size: piece * (size // len(piece)), SIZE) < LINEAR


@pytest.mark.parametrize(
    ("read", "head", "piece"),
    [
        (find_numbers, "", "1"),
        (find_dates, "", "1-2-"),
        (find_citations, "Kamerstuk 29 521, nrs. 1", ", 1"),
        (find_resolutions, "resoluties 1", ", 1"),
        (typeset, "", "1-2 "),
        (typeset, "", '"'),
    ],
)
def it_reads_a_megabyte(read, head, piece):
    assert growth(read, lambda size: head + piece * (size // len(piece)), 250_000) < LINEAR


@pytest.mark.parametrize(("read", "piece"), [(read_number, "1"), (read_words, "duizend")])
def it_refuses_an_endless_number_at_once(read, piece):
    assert read(piece * 10_000) is None
    assert growth(read, lambda size: piece * size, 250_000) < LINEAR
