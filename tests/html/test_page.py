# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier as one page: that it has every word in sound HTML, and how it is in a browser."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from jvom.documents.dossier import documents
from jvom.documents.public import redact
from jvom.html.article import parts_of, targets_of
from jvom.html.page import page
from jvom.plan import Document, Image, Note, Paragraph, Run, paragraphs, plain_text
from tests.browser import browse, seen_in_browser
from tests.comparing.pairs import NOTES, Texts, blocks, dossier, whole_text
from tests.contents import basis
from tests.fuzzing import examples
from tests.waiting import LIMIT

SCRIPT = Path(__file__).parent / "page_seen.js"
MUCH = """## Over de missie

De *situational awareness* is **beter** geworden.[^een] Zie [](#rechtsbasis) en [de site](https://www.defensie.nl/missies).

- een
  - daarin
  - nog een
- twee

1. eerst;
2. daarna.

> Een citaat.

: Inzet per jaar
| Land | Aantal |
| --- | ---: |
| Libanon | 10 |

[^een]: De kaders van *het* kabinet."""


_NOTE_MARK = re.compile(r"<sup>.*?</sup>")


class Sound(HTMLParser):
    """Fails on an element that is not closed, or closed by another."""

    VOID = frozenset({"meta", "br", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


def made(texts: Texts, *, public: bool = False) -> str:
    return page(documents(redact(dossier(texts)) if public else dossier(texts), public=public))


def tree(text: str) -> Any:
    return lxml_html.fromstring(text)


def said(element: Any) -> str:
    return "".join(map(str, element.itertext()))


@pytest.fixture(scope="module")
def much() -> str:
    return made(Texts({"unifil": MUCH, "untso": "Zie [](#unifil)."}, "Een brief."))


class Describe_the_page:
    @given(st.lists(blocks(), min_size=1, max_size=8), NOTES)
    @examples(15)
    def it_is_sound_and_has_every_word(self, texts, note):
        texts = Texts({"inzet": whole_text(texts, note)}, "Een brief.", nota=whole_text(texts[:3], note))

        written = made(texts)

        sound = Sound()
        sound.feed(written)
        assert sound.open == []
        for document in documents(dossier(texts)):
            shown = page([document])
            whole = squeezed(said(tree(_NOTE_MARK.sub("", shown))))
            for tag, content in document.blocks.items():
                for each in paragraphs(content) if tag != "inhoud" else ():
                    for words in plain_text(each.content).split("\n"):
                        assert squeezed(words) in whole

    def it_is_one_file(self, much):
        assert not re.search(r"<link|<script|@import|url\(|src=\"(?!data:)", much)

    def it_is_the_same_each_time(self, much):
        assert made(Texts({"unifil": MUCH, "untso": "Zie [](#unifil)."}, "Een brief.")) == much

    def it_numbers_headings_and_links_references(self, much):
        [heading] = [each for each in tree(much).iter("h5") if each.get("id") == "rapport._Ref_unifil"]

        assert said(heading).startswith("2.1.1. ")
        links = {each.get("href"): said(each) for each in tree(much).find(".//main").iter("a")}
        assert links["#rapport._Ref_rechtsbasis"] == "bijlage\xa01"
        assert "2.1.1" in links["#rapport._Ref_unifil"]

    def it_links_notes_there_and_back(self, much):
        root = tree(much)

        there = [each for each in root.iter("a") if each.get("role") == "doc-noteref"][-1]
        note = root.get_element_by_id(str(there.get("href"))[1:])
        assert "De kaders van het kabinet." in said(note)
        assert note.find(".//em") is not None
        [back] = [each for each in note.iter("a") if each.get("role") == "doc-backlink"]
        assert back.get("href") == f"#{there.get('id')}"

    def it_has_lists_in_lists(self, much):
        [inner] = tree(much).xpath("//main//li/ul")

        assert [said(each).strip() for each in inner] == ["daarin", "nog een"]
        [numbered] = tree(much).xpath("//main//ol[not(ancestor::section)]")
        assert [said(each).strip() for each in numbered] == ["eerst;", "daarna."]

    def it_has_tables_with_headings_and_captions(self, much):
        [caption] = tree(much).xpath("//table/caption")
        table = caption.getparent()

        assert "Inzet per jaar" in said(caption)
        assert [each.get("scope") for each in table.iter("th")] == ["col", "col"]
        assert [said(each) for each in table.iter("td") if each.get("class") == "number"] == ["10"]

    def it_says_of_foreign_words_what_they_are(self, much):
        assert '<em lang="en">situational awareness</em>' in much

    def it_has_the_fields_of_letters_and_nota(self, much):
        data = basis().data

        terms = {said(each) for each in tree(much).iter("dt")}
        assert {"Datum", "Betreft", "Onze referentie", "Aan", "Van"} <= terms
        assert data.signatories[0].name in said(tree(much))

    def it_shows_bars_and_not_what_is_below_them(self):
        texts = Texts({"unifil": "[Jan de Vries]{.persoonsgegeven} leidde het team."}, "Een brief.")

        assert "Jan de Vries" in made(texts)
        public = made(texts, public=True)
        assert "Jan de" not in public
        assert '<span class="bar">' in public

    def it_has_pictures_with_their_alternative_text(self):
        first, *_ = documents(basis(), ("rapport",))
        picture = Paragraph("Afbeelding", (Image(b"\x89PNG", "png", 80, 60, 'Kaart van "Mali"'),))
        caption = Paragraph("Caption", (Run("Kaart"), Note((Paragraph("FootnoteText", (Run("Bron."),)),))))
        blocks = {**first.blocks, "rapport": (picture, caption)}

        [figure] = tree(page([replace(first, blocks=blocks)])).iter("figure")

        image = figure.find("img")
        assert image is not None
        assert (image.get("alt"), str(image.get("src"))[:22]) == (
            'Kaart van "Mali"',
            "data:image/png;base64,",
        )
        assert said(figure).startswith("Kaart")

    def it_lets_no_words_become_code(self):
        written = made(Texts({"unifil": "Een &lt;b onclick=x&gt; en &amp;."}, "Een brief."))

        assert "&lt;b onclick=x&gt; en &amp;." in written


class Describe_the_parts_of_a_document:
    @given(st.lists(blocks(), min_size=1, max_size=8), NOTES)
    @examples(10)
    def they_are_the_whole_and_each_has_a_key(self, texts, note):
        made = documents(dossier(Texts({"inzet": whole_text(texts, note)}, "Een brief.")))
        targets = targets_of(made)

        for document in made:
            parts = list(parts_of(document, targets))

            assert len({part.key for part in parts}) == len(parts)
            whole = page(made)
            at = -1
            for part in parts:
                at = whole.index(part.html, at + 1) if part.html else at
            for part in parts:
                sound = Sound()
                sound.feed(part.html)
                assert sound.open == []

    def they_stay_the_same_when_another_text_changes(self):
        def parts(text: str) -> dict[str, str]:
            [report] = documents(
                dossier(Texts({"inzet": text, "unifil": "Een zin."}, "Een brief.")), ("rapport",)
            )
            return {part.key: part.html for part in parts_of(report, targets_of([report]))}

        before, after = parts("Een zin."), parts("Een andere zin.")

        assert [key for key in before if before[key] != after[key]] == ["_Ref_inzet"]

    def they_say_where_they_were_typed_when_their_plan_does(self):
        texts = dossier(Texts({"unifil": MUCH}, "Een brief."))

        [plain], [typed] = documents(texts, ("nota",)), documents(texts, ("nota",), with_sources=True)

        def shown(document: Document) -> str:
            return "".join(part.html for part in parts_of(document, targets_of([document])))

        assert "data-source" not in shown(plain)
        assert re.search(r'<p data-source="[^"]+nota.md" data-lines="\d+-\d+">', shown(typed))
        assert re.sub(r' data-(source|lines)="[^"]*"', "", shown(typed)) == shown(plain)


class Describe_the_page_in_a_browser:
    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("width", [400, 1024, 1600])
    def it_reads_well_at_every_size_and_in_the_dark(self, much, chromium, tmp_path, width, dark):
        seen = seen_in_browser(chromium, tmp_path, much, SCRIPT, width, dark=dark)

        assert (seen["width"], seen["dark"]) == (width, dark)
        assert (seen["loaded"], seen["wide"]) == (0, False)
        assert (seen["faint"], seen["cut"]) == ([], [])
        assert (seen["twice"], seen["nowhere"]) == ([], [])
        assert (seen["unnamed"], seen["loose"], seen["skip"]) == (0, 0, True)
        assert seen["beside"] == (width > 960)
        assert seen["measure"] < 800  # lines stay short
        assert seen["levels"][0] == 1
        assert all(after - before <= 1 for before, after in pairwise(seen["levels"]))

    def it_prints_each_document_on_pages_of_its_own(self, much, chromium, pdftotext, tmp_path):
        source, pdf = tmp_path / "dossier.html", tmp_path / "dossier.pdf"
        source.write_text(much, encoding="utf-8")

        browse(chromium, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", source.as_uri())

        text = subprocess.run([pdftotext, pdf, "-"], capture_output=True, check=True, timeout=LIMIT).stdout
        pages = text.decode().split("\f")[:-1]
        starts = [each.strip().splitlines()[0] for each in pages if each.strip()]
        assert [each for each in starts if each.startswith(("Brief", "Nota", "Rapport"))] == [
            each for each in starts[1:] if each.startswith(("Brief", "Nota", "Rapport"))
        ]
        assert sum(each.startswith(("Brief", "Nota:", "Rapport:")) for each in starts) >= 4
