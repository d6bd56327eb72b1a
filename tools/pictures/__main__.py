# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Make the pictures of docs/handleiding.md anew, by playing a year from `jvom new` to the seal.

    python -m tools.pictures

needs Chromium, LibreOffice and pdftoppm. It writes in docs/pictures; look at them before they are committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import ZipFile

from tools.pictures.camera import (
    comments_of,
    live_page,
    save,
    side_by_side,
    terminal,
    upper_part,
    web_page,
    word_pages,
)
from tools.pictures.year import PROJECT, Year, answered_in_word

PICTURES = PROJECT / "docs/pictures"
ON_THE_DAY = ("--as-of", "2027-03-24")


def main() -> None:
    """Play the year, and take a picture at each step."""
    with tempfile.TemporaryDirectory() as folder:
        year = Year.in_copy(Path(folder))
        _write(year)
        _begin(year)
        _send_round(year)
        _bring_home(year)
        _watch(year)
        _read_the_draft(year)
        _check(year)
        _seal(year)
        _compare(year)


def _write(year: Year) -> None:
    with year.text_with_slips("unifil"), year.preview("2025", "--as-of", "2026-05-20") as page:
        here = "document.getElementById('rapport._Ref_unifil')"
        shown = live_page(
            page,
            width=1400,
            height=900,
            until=(
                "document.querySelector('.tabs a[href=\"/stuk/rapport\"]')",
                "location.assign('/stuk/rapport') ?? true",
                f"document.querySelector('.note') && ({here}.scrollIntoView() ?? true)",
            ),
        )
    save(shown, PICTURES / "preview.png")


def _begin(year: Year) -> None:
    printed = year.jvom("new", "2026")
    save(terminal("jvom new 2026", printed, lines=16), PICTURES / "nieuw.png")
    year.plan()


def _send_round(year: Year) -> None:
    year.jvom("export", "2026", "--owner", "CDS", "--out", "uitvraag", "--with-findings", *ON_THE_DAY)
    sent = year.folder / "uitvraag/2026-vpd-uitvraag.docx"
    page = upper_part(word_pages(sent)[0], 0.72)
    save(side_by_side([page, comments_of(sent, most=5)]), PICTURES / "uitvraag.png")


def _bring_home(year: Year) -> None:
    (year.folder / "terug").mkdir()
    returned = year.folder / "terug/VPD antwoord CDS.docx"
    sent = year.folder / "uitvraag/2026-vpd-uitvraag.docx"
    answered_in_word(sent, returned, "piraterij", "zeeroof")
    save(upper_part(word_pages(returned)[0], 0.72), PICTURES / "terug.png")
    printed = year.jvom("import", "terug", "--changes", "accept")
    save(terminal("jvom import terug --changes accept", printed, lines=24), PICTURES / "inlezen.png")


def _watch(year: Year) -> None:
    year.texts_are_under_way()
    year.jvom("approve", "2026", "inzet", "--by", "DCO", "--on", "2026-11-16")
    year.jvom("status", "2026", *ON_THE_DAY, "--output-file", "bord.html")
    board = web_page(year.folder / "bord.html", width=1280, height=1000)
    save(board, PICTURES / "bord.png")
    printed = year.jvom("agenda", "2026", *ON_THE_DAY, "--within", "15m")
    save(terminal("jvom agenda 2026 --within 15m", printed, lines=14), PICTURES / "agenda.png")


def _read_the_draft(year: Year) -> None:
    year.jvom("build", "2026", "--draft", "--only", "rapport", "--pages", "estimate", *ON_THE_DAY)
    draft = year.folder / "build/2026/rapport.docx"
    pages = word_pages(draft, resolution=64)
    save(side_by_side([pages[0], pages[4], comments_of(draft, most=5)]), PICTURES / "concept.png")


def _check(year: Year) -> None:
    year.fill_in_data()
    year.finish_texts(forgotten=("unifil", "gpoi"))
    errors = ("check", "2026", "--select", "VRG003,VRG005")
    printed = year.jvom(*errors, "--as-of", "2027-05-12", may_fail=True)
    save(terminal(f"jvom {' '.join(errors)}", printed, lines=18), PICTURES / "controle.png")
    refused = year.jvom("seal", "2026", may_fail=True)
    save(terminal("jvom seal 2026", refused, lines=8), PICTURES / "geweigerd.png")


def _seal(year: Year) -> None:
    year.finish_texts()
    sealed = year.jvom("seal", "2026")
    last = "\n".join(sealed.strip().splitlines()[-6:])
    save(terminal("jvom seal 2026", last, lines=6), PICTURES / "zegel.png")
    with ZipFile(year.folder / "build/2026/indiening-2026.zip") as submission:
        submission.extract("controlelijst.docx", year.folder)
    pages = word_pages(year.folder / "controlelijst.docx", resolution=64)
    save(side_by_side(pages[:2]), PICTURES / "controlelijst.png")


def _compare(year: Year) -> None:
    year.jvom("compare", "2025", "2026")
    changes = year.folder / "build/2026/wijzigingen"
    pages = word_pages(changes / "rapport.docx", resolution=64)
    listed = word_pages(changes / "wijzigingen.docx", resolution=64)
    save(side_by_side([pages[4], listed[0]]), PICTURES / "wijzigingen.png")


if __name__ == "__main__":
    main()
