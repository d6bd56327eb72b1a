# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page with findings in a real browser: filters, order, search, keys, the pages of rules, every size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from jvom.checks.registry import find_rule
from jvom.findings import Report, RuleDescription
from jvom.source import Span
from tests.output.reports import ERROR, INFO, REPORT, TEXT, WARNING, written
from tools.browsing import Page, browsing

LONG = "content/2025/rapport/" + "een-map-met-een-heel-lange-naam-zonder-spaties/" * 4 + "tekst.md"
VISIBLE = "[...document.querySelectorAll('.note')].filter((note) => note.offsetParent).map((note) => note.id)"
SHOWN = "document.querySelector('.shown').textContent"
FOCUS = "document.activeElement.id"


def described(code: str) -> RuleDescription:
    rule = find_rule(code)
    assert rule is not None
    return rule.description


def report() -> Report:
    text = structs.replace(TEXT, owners=("DGB",))
    late = structs.replace(ERROR, span=Span(TEXT.path, 3, 1, 3, 4), code="MAN001")
    long = structs.replace(TEXT, path=LONG, title=LONG, owners=("CDS", "DGB"))
    far = structs.replace(INFO, span=Span(LONG, 3, 1, 3, 4), related=ERROR.related)
    files = (text, long, *REPORT.files[1:])
    rules = (described("LNG001"), described("MAN001"))
    return structs.replace(
        REPORT, findings=(WARNING, INFO, ERROR, far, late), files=files, rules=rules, broken=()
    )


Open = Callable[[], Page]


@pytest.fixture
def open_page(chromium: Path, tmp_path: Path) -> Iterator[Open]:
    source = tmp_path / "bevindingen.html"
    source.write_text(written("html", report()), encoding="utf-8")
    with browsing(chromium, tmp_path) as browser:
        yield lambda: browser.open(source.as_uri())


def choose(page: Page, name: str, value: str) -> None:
    page.see(
        f"(() => {{ const list = document.querySelector('[name={name}]'); list.value = '{value}';"
        "list.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def click(page: Page, selector: str) -> None:
    page.see(f"document.querySelector(`{selector}`).click()")


class Describe_the_page:
    def it_filters_by_severity_document_rule_and_owner(self, open_page):
        page = open_page()
        assert page.see(VISIBLE) == ["b1", "b2", "b3", "b4", "b5"]
        assert page.see(SHOWN) == "5 van 5 bevindingen getoond"

        click(page, "[value=error]")
        assert page.see(VISIBLE) == ["b3", "b4", "b5"]
        assert page.see("document.querySelectorAll('mark.off').length") == 2
        click(page, "[value=error]")
        click(page, "[value=gegevens]")
        assert page.see(VISIBLE) == ["b1", "b2", "b3"]
        click(page, "[value=gegevens]")
        choose(page, "rule", "MAN001")
        assert page.see(VISIBLE) == ["b2", "b5"]
        assert page.see(SHOWN) == "2 van 5 bevindingen getoond"
        choose(page, "rule", "")
        choose(page, "owner", "CDS")
        assert page.see(VISIBLE) == ["b3"]
        assert (
            page.see("[...document.querySelectorAll('.row')].filter((row) => row.offsetParent).length") == 1
        )

    def it_searches_in_texts_and_findings(self, open_page):
        page = open_page()

        page.press("/")
        page.type("bedoelde")
        assert page.see(VISIBLE) == ["b5"]
        page.see("document.querySelector('[type=search]').value = 'alles goe'")
        page.type("d")

        assert page.see(VISIBLE) == []
        rows = "[...document.querySelectorAll('.row p')].filter((row) => row.offsetParent)"
        assert page.see(f"{rows}.map((row) => row.textContent)") == ["Alles goed."]

    def it_puts_errors_first_and_back_again(self, open_page):
        page = open_page()
        rows = "[...document.querySelectorAll('.row')].map((row) => row.textContent)"
        before = page.see(rows)

        click(page, "[name=order][value=severity]")
        order = page.see(VISIBLE)
        assert (order[0], order[1], set(order[2:])) == ("b1", "b2", {"b3", "b4", "b5"})
        assert order[2] == "b5"
        assert page.see("document.querySelector('.row .file').innerText").endswith(".md:1")
        click(page, "[name=order][value=text]")

        assert page.see(rows) == before

    def it_goes_through_the_findings_with_keys(self, open_page):
        page = open_page()

        page.press("j")
        assert page.see(FOCUS) == "b1"
        assert page.see("[...document.querySelectorAll('mark.here')].map((m) => m.dataset.for)") == ["b1"]
        page.press("j")
        assert page.see(FOCUS) == "b2"
        page.press("k")
        page.press("k")
        assert page.see(FOCUS) == "b5"
        click(page, "[name=keys]")
        page.press("j")
        assert page.see(FOCUS) == "b5"
        page.see("document.querySelector('mark').click()")
        assert page.see(FOCUS) == "b1"

    def it_opens_the_page_of_a_rule_and_comes_back(self, open_page):
        page = open_page()

        page.press("j")
        page.press("Tab")
        page.press("Enter")

        assert page.see("document.querySelector('dialog h2').textContent") == "LNG001 fixed-expression"
        words = page.see("document.querySelector('dialog[open]').innerText")
        assert "Waarom" in words
        assert "=== verwacht" not in words
        page.press("Escape")
        assert page.see("document.querySelector('dialog').open") is False
        assert page.see("document.activeElement.textContent") == "LNG001"

    def it_shows_what_a_fix_does(self, open_page):
        page = open_page()

        edit = page.see("document.querySelector('.edit').innerHTML")

        assert edit == "Dit is <del>te samen</del><ins>samen</ins> een zin."

    @pytest.mark.parametrize("dark", [False, True])
    def it_fits_every_window_and_keeps_nobody_out(self, open_page, axe, dark):
        page = open_page()
        page.look(dark=dark)

        for width in (400, 800, 1280, 1600):
            page.resize(width)
            wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert page.see(wide) is False
            assert page.violations(axe) == []
        page.press("j")
        page.press("Tab")
        page.press("Enter")
        assert page.violations(axe) == []
        assert page.complaints == []
        assert len(page.asked) == 1
