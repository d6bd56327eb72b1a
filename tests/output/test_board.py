# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The board: that it is sound HTML with everything in it, and that it works in a browser at every size."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from jvom.output.board import board
from tests.browser import seen_in_browser
from tests.output.boards import local, made
from tests.waiting import LIMIT

SCRIPT = Path(__file__).parent / "board_seen.js"


def page(language: str = "nl") -> str:
    status, events = made()
    return board(status, events, local(language))


def seen(chromium: Path, folder: Path, width: int, *, dark: bool) -> Any:
    """Return what a browser sees of the page in a window of that width."""
    return seen_in_browser(chromium, folder, page(), SCRIPT, width, dark=dark)


class _Words(HTMLParser):
    """Gathers the words of a page, without its style and script, and whether its elements are closed."""

    VOID = frozenset({"meta", "input", "br", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words.append(data)


def words(text: str) -> str:
    parser = _Words()
    parser.feed(text)
    assert parser.open == []
    return " ".join(" ".join(parser.words).split())


class Describe_the_board:
    def it_is_one_file(self):
        assert not re.search(r"https?://|<link|@import|src=|url\(", page())

    @pytest.mark.parametrize(
        "said",
        [
            "Stand van de teksten op 24 maart 2026",
            "aanbieding aan de Kamers op 20 mei 2026, over 57 dagen",
            "2.1.1 UNIFIL <& co> DGB en CDS 3 dagen; klaar op 27 mrt 2026",
            "vorig jaar 6",
            "open cijfers: untso_staff",
            "DJZ: gewijzigd na akkoord, 2 mrt 2026",
            "DJZ: akkoord, 2 mrt 2026",
            "DJZ: nog geen akkoord",
            "1 fout, 1 waarschuwing en 1 opmerking",
            "fout PLH001 regel 9: «XX» is een <open> plek. Vul het in.",
            "waarschuwing PLH001 De paragraaf is kort. Vul het in.",
            "1 opmerking van een collega CDS: klopt <dit> nog?",
            "overgenomen uit 2024",
            "4 dagen te laat; klaar op 20 mrt 2026",
            "Buiten de teksten, in gegevens: 1 waarschuwing.",
            "Nota <naar> de minister",
            "Het internationale mandaat van UNIFIL eindigt",
            "bijlage 1 Rechtsbasis",
        ],
    )
    def it_has_everything_in_it(self, said):
        assert said in words(page())

    def it_speaks_english(self):
        found = words(page("en"))

        assert "State of the texts on 24 March 2026" in found
        assert "DGB and CDS 3 days; due 27 Mar 2026" in found
        assert '<html lang="en">' in page("en")

    def it_is_the_same_each_time(self):
        assert page() == page()

    def it_has_a_table_for_who_does_not_see_the_drawing(self):
        """What is drawn is hidden from a screen reader, and each day in it is in the table too."""
        charts = re.findall(r'<div class="chart" aria-hidden="true">.*?</div>\n</div>', page(), re.DOTALL)
        table = page().partition('<table class="stacked"')[2]

        days = {
            day
            for chart in charts
            for day in re.findall(r"\b\d{1,2} \w{3} \d{4}", words(f"<div>{chart}</div>"))
        }
        assert len(charts) == 2
        assert len(days) >= 6
        assert all(day in table for day in days)


class Describe_the_board_in_a_browser:
    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("width", [1280, 400])
    def it_works_at_every_size_and_in_the_dark(self, chromium, tmp_path, width, dark):
        found = seen(chromium, tmp_path, width, dark=dark)

        assert (found["width"], found["dark"]) == (width, dark)
        assert found["columns"] == ["Schets 1", "Concept 1", "Nakijken 1", "Definitief 6"]
        assert len(found["cards"]) == 9
        assert found["ofCds"] == ["2.1.1 UNIFIL <& co>", "2.1.2 =UNTSO"]
        assert found["shown"] == "2 van 9 teksten getoond"
        assert (found["late"], found["allLate"]) == ([], ["1 Inleiding"])
        assert found["focused"] == "SUMMARY"
        assert (found["printed"], found["folded"]) == (True, True)
        assert (found["loaded"], found["wide"]) == (0, False)
        assert (found["faint"], found["cut"]) == ([], [])
        assert (found["twice"], found["unlabelled"]) == ([], 0)
        assert found["levels"][0] == 1
        assert all(
            after - before <= 1 for before, after in zip(found["levels"], found["levels"][1:], strict=False)
        )

    def it_prints_on_a4(self, chromium, pdftotext, tmp_path):
        (tmp_path / "bord.html").write_text(page(), encoding="utf-8")
        subprocess.run(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={tmp_path / 'profile'}",
                "--no-pdf-header-footer",
                f"--print-to-pdf={tmp_path / 'bord.pdf'}",
                (tmp_path / "bord.html").as_uri(),
            ],
            capture_output=True,
            check=True,
            timeout=LIMIT,
        )

        info = subprocess.run(
            [pdftotext.parent / "pdfinfo", tmp_path / "bord.pdf"],
            capture_output=True,
            check=True,
            timeout=LIMIT,
        ).stdout.decode()
        text = subprocess.run(
            [pdftotext, tmp_path / "bord.pdf", "-"], capture_output=True, check=True, timeout=LIMIT
        ).stdout.decode()

        assert re.search(r"Page size: +84[12](\.\d+)? x 59[45]", info)
        assert "Definitief" in text
        assert "klopt <dit> nog?" in " ".join(text.split())  # what is folded on the screen
        assert "alleen te laat" not in text
