# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A preview in a real browser, while its dossier is written: what a reader sees, hears and presses."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.workspaces import change
from tests.conftest import PROJECT, tool
from tests.preview.running import Preview, previewing
from tests.waiting import LIMIT
from tools.browsing import Browser, Page, browsing

TEXT = "content/2025/rapport/unifil.md"
AS_OF = ("--as-of", "2026-05-20")
WRONG = """
Zij gingen te samen met de NAVO-troepen naar [](#nmi).[^extra]

- De de eerste regel;
- de tweede.

| Land | Aantal |
| --- | ---: |
| Libanon | 10 |
| Israël en en | 12 |

[^extra]: Dit is is een noot.
"""
CODES = "[...document.querySelectorAll('.note')].map((note) => note.dataset.rule)"
STATE = "document.querySelector('.state').textContent"
CHECKED = f"/fout|opmerking|orde/.test({STATE})"
ARTICLE = "document.querySelector('article').textContent.replaceAll('\\u00a0', ' ')"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = tool("chromium", shutil.which("chromium") or shutil.which("chromium-browser"))
    with browsing(chromium, tmp_path_factory.mktemp("browser")) as running:
        yield running


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Preview the dossier of this project, of which one text has mistakes of each kind."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    add(tmp_path / TEXT, WRONG)
    with previewing(tmp_path, *AS_OF) as running:
        yield running


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def opened(browser: Browser, preview: Preview, path: str = "stuk/rapport") -> Page:
    """Open a page, and wait until the text was read and checked, and its findings are there."""
    page = browser.open(preview.address)
    page.wait_for("document.querySelectorAll('.tabs a').length > 5")
    page.go(preview.address + path)
    page.wait_for(CHECKED)
    if path == "stuk/rapport":
        page.wait_for("document.querySelector('.note')")
    return page


def tabbed_to(page: Page, condition: str) -> None:
    """Press Tab until the focus is on what is meant."""
    for _ in range(200):
        if page.see(f"document.activeElement.matches(`{condition}`)"):
            return
        page.press("Tab")
    raise AssertionError(condition)


class Describe_a_preview:
    def it_shows_what_is_saved_without_loading_again(self, browser, preview):
        page = opened(browser, preview)
        page.see("window.mark = 'nog dezelfde bladzijde'")

        add(preview.folder / TEXT, "Dit is zojuist bewaard; zie [](#nmi).\n")

        page.wait_for(f"{ARTICLE}.includes('Dit is zojuist bewaard; zie paragraaf 2.3.4.')")
        assert page.see("window.mark") == "nog dezelfde bladzijde"
        assert page.see("document.querySelectorAll('.fresh').length") == 1
        page.wait_for(CHECKED)
        assert page.complaints == []

    def it_keeps_the_place_of_the_reader(self, browser, preview):
        page = opened(browser, preview)
        page.see("document.getElementById('rapport._Ref_nmi').scrollIntoView()")
        top = "Math.round(document.getElementById('rapport._Ref_nmi').getBoundingClientRect().top)"
        before = page.see(top)

        add(preview.folder / TEXT, "Een alinea erbij.\n\n" * 30)
        page.wait_for(f"{ARTICLE}.includes('Een alinea erbij.')")
        assert abs(page.see(top) - before) <= 1
        page.wait_for(CHECKED)
        assert abs(page.see(top) - before) <= 1

        change(preview.folder / TEXT, "Een alinea erbij.\n\n", "")
        page.wait_for(f"!{ARTICLE}.includes('Een alinea erbij.')")
        assert abs(page.see(top) - before) <= 1

    def it_marks_in_the_contents_where_the_reader_is(self, browser, preview):
        page = opened(browser, preview)
        here = "document.querySelector('.contents [aria-current]')?.textContent"

        page.see("document.getElementById('rapport._Ref_oir').scrollIntoView()")
        page.wait_for(f"{here} === '2.3.5. OIR'")
        add(preview.folder / TEXT, "Een alinea erbij.\n")
        page.wait_for(f"{ARTICLE}.includes('Een alinea erbij.')")
        page.wait_for(f"{here} === '2.3.5. OIR'")

        page.see("scrollTo(0, document.body.scrollHeight)")
        page.wait_for(f"{here}.startsWith('Bijlage')")

    def it_catches_up_when_it_is_seen_again(self, browser, preview):
        page = opened(browser, preview)
        nota = opened(browser, preview, "stuk/nota")
        assert page.see("document.hidden") is True

        change(preview.folder / TEXT, "title: UNIFIL (Libanon)", "title: UNIFIL (Zuid-Libanon)")
        nota.wait_for("document.documentElement.dataset.text === '2'")
        page.come_forward()

        page.wait_for(f"{ARTICLE}.includes('2.3.1. UNIFIL (Zuid-Libanon)')")
        assert "UNIFIL (Zuid-Libanon)" in page.see("document.querySelector('.contents').textContent")

    def it_leaves_a_document_that_the_dossier_has_no_more(self, browser, preview):
        page = opened(browser, preview, "stuk/nota")
        dossier = preview.folder / "content/2025/dossier.yml"
        text = dossier.read_text(encoding="utf-8")
        without = re.sub(r"^nota:\n(?:[ #].*\n|\n)+", "", text, flags=re.MULTILINE)
        assert without != text

        (preview.folder / "content/2025/nota.md").unlink()
        dossier.write_text(without, encoding="utf-8")

        page.wait_for("location.pathname !== '/stuk/nota' && document.querySelector('article')")
        assert "Nota" not in page.see("document.querySelector('.tabs').textContent")

    def it_says_what_breaks_the_dossier_and_keeps_the_last_good_text(self, browser, preview, axe):
        page = opened(browser, preview)

        add(preview.folder / TEXT, "Zie [](#bestaat-niet).\n")

        page.wait_for("document.querySelector('.problems li')")
        said = page.see("document.querySelector('.problems').textContent")
        assert "content/2025/rapport/unifil.md:" in said
        assert "bestaat-niet" in said
        assert "laatste goede tekst" in page.see(STATE)
        assert "Zij gingen te samen" in page.see(ARTICLE)
        assert page.violations(axe) == []
        change(preview.folder / TEXT, "Zie [](#bestaat-niet).", "Weer goed.")
        page.wait_for(f"{ARTICLE}.includes('Weer goed.')")
        assert page.see("document.querySelector('.problems').textContent") == ""

    def it_says_so_when_the_dossier_is_gone_and_shows_it_again_when_it_is_back(self, browser, preview):
        page = opened(browser, preview)

        (preview.folder / "content").rename(preview.folder / "elders")
        page.wait_for("document.querySelector('.problems li')")
        (preview.folder / "elders").rename(preview.folder / "content")

        page.wait_for("!document.querySelector('.problems li')")
        assert "Zij gingen te samen" in page.see(ARTICLE)

    def it_begins_with_a_dossier_that_can_not_be_read(self, browser, preview):
        preview.stop()
        dossier = preview.folder / "content/2025/dossier.yml"
        change(dossier, "title:", "titel:")

        with previewing(preview.folder, *AS_OF) as broken:
            page = browser.open(broken.address)
            page.wait_for("document.querySelector('.problems li')")
            assert "dossier.yml" in page.see("document.querySelector('.problems').textContent")

            change(dossier, "titel:", "title:")

            page.wait_for("location.pathname.startsWith('/stuk/') && document.querySelector('article')")

    def it_says_that_it_stopped_and_goes_on_when_it_is_back(self, browser, preview):
        page = opened(browser, preview)
        preview.stop()
        page.wait_for(f"{STATE}.includes('gestopt')")
        add(preview.folder / TEXT, "Later geschreven.\n")

        with previewing(preview.folder, *AS_OF, "--port", str(preview.port)):
            page.wait_for(f"document.querySelector('article') && {ARTICLE}.includes('Later geschreven.')")


class Describe_a_long_document:
    def it_keeps_up_too(self, browser, tmp_path):
        shutil.copytree(PROJECT / "content", tmp_path / "content")
        texts = tmp_path / "content/2025/rapport"
        copies = [f"nmi-{number}" for number in range(2, 200)]
        for copy in copies:
            shutil.copy(texts / "nmi.md", texts / f"{copy}.md")
        lines = "".join(f"            - id: {copy}\n" for copy in copies)
        change(tmp_path / "content/2025/dossier.yml", "- id: nmi\n", f"- id: nmi\n{lines}")
        last = "content/2025/rapport/nmi-199.md"
        add(tmp_path / last, WRONG)
        with previewing(tmp_path, *AS_OF) as preview:
            page = opened(browser, preview)
            assert page.see("document.querySelectorAll('article.long > .part').length") > 200
            mine = f"document.querySelector('[data-source=\"{last}\"]').closest('.part')"
            page.wait_for(f"{mine}.querySelector('.note[data-rule=LNG001]')")
            page.see(f"{mine}.scrollIntoView()")
            top = f"Math.round({mine}.getBoundingClientRect().top)"
            before = page.see(top)

            add(preview.folder / TEXT, "Een alinea erbij, te samen met een andere.\n")

            page.wait_for(f"{ARTICLE}.includes('Een alinea erbij')")
            texts = "[...document.querySelectorAll('p')]"
            added = f"{texts}.find((each) => each.textContent.includes('Een alinea erbij'))"
            page.wait_for(f"{added}.previousElementSibling.matches('ul.notes')")
            assert abs(page.see(top) - before) <= 1
            assert page.complaints == []


class Describe_the_findings:
    def they_stand_beside_their_paragraphs(self, browser, preview):
        page = opened(browser, preview)
        page.resize(1400)

        seen = page.see(
            """[...document.querySelectorAll("ul.notes")].map((notes) => {
              const { parentElement: item, nextElementSibling: next } = notes;
              const beside = item.matches("li") ? item : next;
              const [note, text] = [notes, beside].map((each) => each.getBoundingClientRect());
              return { codes: [...notes.children].map((each) => each.dataset.rule), words: beside.textContent,
                right: note.left >= text.right,
                off: note.top - text.top };
            })"""
        )

        mine = [each for each in seen if "LNG001" in each["codes"]]
        assert "Zij gingen te samen" in mine[0]["words"]
        assert all(each["right"] for each in seen)
        assert all(each["off"] >= -2 for each in seen)
        assert abs(mine[0]["off"]) < 2
        table = [each for each in seen if "Israël en en" in each["words"] and "Land" in each["words"]]
        assert table
        note = [each for each in seen if "Dit is is een noot" in each["words"]]
        assert note

    def their_words_are_marked(self, browser, preview):
        page = opened(browser, preview)

        marked = page.see("[...CSS.highlights.get('warning')].map((range) => words.live(range).toString())")

        assert "te samen" in marked
        assert "en en" in marked

    def they_go_when_they_are_mended(self, browser, preview):
        page = opened(browser, preview)
        assert "LNG001" in page.see(CODES)

        change(preview.folder / TEXT, "te samen", "samen")

        page.wait_for(f"!{CODES}.includes('LNG001')")

    def they_show_their_fix_and_open_their_page(self, browser, preview):
        page = opened(browser, preview)
        page.see("document.querySelector('.note[data-rule=LNG001]').focus()")
        assert page.see("[...CSS.highlights.get('here')].map((range) => words.live(range).toString())") == [
            "te samen"
        ]
        assert page.see("document.activeElement.querySelector('del').textContent") == "te samen"

        page.press("Tab")
        page.press("Enter")
        page.wait_for("document.querySelector('dialog[open] h2')")

        assert page.see("document.querySelector('dialog h2').textContent") == "LNG001 fixed-expression"
        page.press("Escape")
        assert page.see("document.activeElement.textContent") == "LNG001"

    def they_can_be_left_out(self, browser, preview):
        page = opened(browser, preview)

        page.see("document.querySelector('[name=findings]').click()")

        assert page.see(CODES) == []


class Describe_the_other_tabs:
    def they_keep_up_and_keep_what_was_chosen(self, browser, preview):
        page = opened(browser, preview, "bevindingen")
        page.see("document.querySelector('[name=search]').focus()")
        page.type("unifil")
        visible = "[...document.querySelectorAll('.note')].filter((note) => note.offsetParent).length"
        before = page.see("document.querySelectorAll('.note').length")

        add(preview.folder / TEXT, "Wij zijn te samen er en en blijven.\n")

        page.wait_for(f"document.querySelectorAll('.note').length > {before}")
        assert page.see("document.querySelector('[name=search]').value") == "unifil"
        assert page.see("document.activeElement.name") == "search"
        assert 0 < page.see(visible) < before

    def they_include_the_board(self, browser, preview):
        page = opened(browser, preview, "bord")
        assert page.see("document.querySelector('[aria-current]').textContent") == "Bord"

        change(preview.folder / TEXT, "status: final", "status: draft")

        page.wait_for("document.querySelector('#kolom-draft .count').textContent === '1'")
        assert page.complaints == []


class Describe_the_search:
    def it_finds_words_however_they_are_printed(self, browser, preview):
        page = opened(browser, preview)

        page.press("/")
        page.type("vnvr-resolutie 1701 (2006)")

        found = "document.querySelector('.found').textContent"
        count = page.see("CSS.highlights.get('searched').size")
        assert count > 1
        assert page.see(found) == f"1 van {count}"
        page.press("Enter")
        assert page.see(found) == f"2 van {count}"
        page.press("Enter", shift=True)
        page.press("Enter", shift=True)
        assert page.see(found) == f"{count} van {count}"
        inside = "((box) => box.top > 0 && box.bottom < innerHeight)"
        assert page.see(
            f"{inside}(words.live([...CSS.highlights.get('current')][0]).getBoundingClientRect())"
        )
        page.type("x")
        assert page.see(found) == "niet gevonden"


class Describe_a_reader:
    @pytest.mark.parametrize("path", ["stuk/rapport", "stuk/nota", "bevindingen", "bord", "regel/LNG001"])
    def it_has_a_page_that_fits_every_width(self, browser, preview, axe, path):
        page = opened(browser, preview, path)
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

        for width in (1600, 1280, 800, 400):
            page.resize(width)
            assert page.see(wide) is False, width
            if width in (400, 1280):
                for dark in (False, True):
                    page.look(dark=dark)
                    assert page.violations(axe) == []
        assert page.complaints == []
        assert all(each.startswith((preview.address, "data:")) for each in page.asked)

    def it_has_keys_for_everything(self, browser, preview):
        page = opened(browser, preview, "stuk/nota")

        page.press("Tab")
        assert page.see("document.activeElement.className") == "skip"
        tabbed_to(page, "a[href='/stuk/rapport']")
        page.press("Enter")
        page.wait_for("location.pathname === '/stuk/rapport' && document.querySelector('.note')")
        tabbed_to(page, ".contents a[href='#rapport._Ref_nmi']")
        page.press("Enter")
        assert page.see("location.hash") == "#rapport._Ref_nmi"
        tabbed_to(page, "[data-step='1']")
        page.press("Enter")
        first = page.see("document.activeElement.id")
        assert page.see("document.activeElement.matches('.note')")
        page.press("j")
        assert page.see("document.activeElement.matches('.note')")
        assert page.see("document.activeElement.id") != first
        page.press("k")
        assert page.see("document.activeElement.id") == first

    def it_gets_the_document_alone_on_paper(self, browser, preview, pdftotext, tmp_path):
        page = opened(browser, preview, "stuk/nota")
        pdf = tmp_path / "nota.pdf"
        pdf.write_bytes(page.printed())

        said = subprocess.run([pdftotext, pdf, "-"], capture_output=True, check=True, timeout=LIMIT).stdout
        text = said.decode()

        assert "Nota:" in text
        assert "toetsen: j" not in text
        assert "Bevindingen" not in text
