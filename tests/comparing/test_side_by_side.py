# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page with both texts: what is on either side, and its keys in a real browser."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree
from lxml import html as lxml_html

from jvom.comparing.change_list import Compared
from jvom.comparing.changes import find_changes
from jvom.comparing.redline import redline
from jvom.comparing.side_by_side import side_by_side
from jvom.documents.dossier import documents
from jvom.plan import Document, paragraphs, plain_text
from tests.browser import browse, seen_in_browser
from tests.comparing.pairs import REVISOR, REWRITTEN, Texts, dossier, pairs, without_contents
from tests.fuzzing import examples
from tests.waiting import LIMIT

_SPACES = str.maketrans({"\xa0": " ", "\xad": None})


def page(old: Texts, new: Texts) -> str:
    before, after = (dossier(each) for each in (old, new))
    revised = [redline(*both, REVISOR) for both in zip(documents(before), documents(after), strict=True)]
    changes = find_changes(before, after, revised)
    return side_by_side(changes, Compared("oud", "nieuw", REVISOR.moment, after.data), revised, frozenset())


def said(root: etree._Element, side: str) -> str:
    """Return the words on one side, without any space."""
    found = [each for each in root.iter("div") if each.get("class") == side]
    return (
        "".join(map(str, (words for each in found for words in each.itertext())))
        .translate(_SPACES)
        .replace(" ", "")
    )


def text_of(document: Document) -> list[str]:
    """Return the words of each paragraph of the text itself, without any space."""

    blocks = [
        block
        for tag, each in without_contents(document).blocks.items()
        if tag != "afkortingen"
        for block in each
    ]
    contents = [plain_text(each.content) for block in blocks for each in paragraphs((block,))]
    return ["".join(each.translate(_SPACES).split()) for each in contents]


@pytest.fixture(scope="module")
def rewritten() -> str:
    return page(*REWRITTEN)


class Describe_the_page:
    @given(pairs())
    @examples(5)
    def it_has_each_text_on_its_own_side(self, pair):
        root = lxml_html.fromstring(page(*pair))

        for texts, side in zip(pair, ("old", "new"), strict=True):
            shown = said(root, side)
            for document in documents(dossier(texts), only=("brief-eerste-kamer",)):
                for words in text_of(document):
                    assert words in shown

    def it_marks_what_changed(self, rewritten):
        root = lxml_html.fromstring(rewritten)

        gone, made = (
            {"".join(map(str, each.itertext())).strip() for each in root.iter(tag)} for tag in ("del", "ins")
        )
        assert {"lange", "2024"} <= gone
        assert {"korte", "2025"} <= made
        assert root.find(".//div[@class='new']//del") is None
        notes = {
            "".join(map(str, each.itertext())) for each in root.iter("small") if each.get("class") == "note"
        }
        assert {"Hiervandaan verplaatst", "Hierheen verplaatst"} <= notes

    def it_links_the_list_to_the_texts(self, rewritten):
        root = lxml_html.fromstring(rewritten)

        ids = [each.get("id") for each in root.iter() if each.get("id")]
        links = [each.get("href", "")[1:] for each in root.iter("a")]
        assert len(links) > 3
        assert set(links) <= set(ids)
        assert len(ids) == len(set(ids))

    def it_lets_no_words_become_code(self):
        texts = Texts({}, 'Een &lt;script&gt;alert(1)&lt;/script&gt; en "quotes".')

        made = page(Texts({}, "Tekst."), texts)

        assert made.count("<script>") == 1
        assert "&lt;script&gt;" in made

    def it_says_what_is_not_public(self):
        before, after = (dossier(each) for each in REWRITTEN)
        both = [(redline(*each, REVISOR)) for each in zip(documents(before), documents(after), strict=True)]
        changes = find_changes(before, after, both)
        compared = Compared("oud", "nieuw", REVISOR.moment, after.data)

        assert "NIET OPENBAAR" in side_by_side(changes, compared, both, frozenset({"rapport"}))
        assert "NIET OPENBAAR" not in side_by_side(changes, compared, both, frozenset())


SCRIPT = Path(__file__).parent / "page_seen.js"


class Describe_the_page_in_a_browser:
    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("width", [400, 768, 1600])
    def it_works_at_every_size_and_in_the_dark(self, rewritten, chromium, tmp_path, width, dark):
        seen = seen_in_browser(chromium, tmp_path, rewritten, SCRIPT, width, dark=dark)

        assert (seen["width"], seen["dark"]) == (width, dark)
        assert seen["count"] > 10
        assert (seen["first"], seen["second"], seen["round"]) == ("1", "2", str(seen["count"]))
        assert seen["clicked"] == "1"
        assert seen["told"] == f"Wijziging 2 van {seen['count']}"
        assert seen["inSight"]
        assert (seen["beside"], seen["sides"]) == ((True, 2) if width > 720 else (False, 1))
        assert (seen["loaded"], seen["wide"]) == (0, False)
        assert (seen["faint"], seen["cut"]) == ([], [])
        assert (seen["twice"], seen["nowhere"]) == ([], [])
        assert seen["levels"][0] == 1
        assert all(b - a <= 1 for a, b in pairwise(seen["levels"]))

    def it_says_on_each_printed_page_what_is_not_public(self, chromium, pdftotext, tmp_path):
        before, after = (dossier(each) for each in REWRITTEN)
        both = [redline(*each, REVISOR) for each in zip(documents(before), documents(after), strict=True)]
        changes = find_changes(before, after, both)
        compared = Compared("oud", "nieuw", REVISOR.moment, after.data)
        page, pdf = tmp_path / "wijzigingen.html", tmp_path / "wijzigingen.pdf"
        page.write_text(side_by_side(changes, compared, both, frozenset({"wijzigingen"})), encoding="utf-8")

        browse(chromium, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())

        text = subprocess.run([pdftotext, pdf, "-"], capture_output=True, check=True, timeout=LIMIT).stdout
        pages = text.decode().split("\f")[:-1]
        assert len(pages) > 1
        assert all("NIET OPENBAAR" in each for each in pages)
