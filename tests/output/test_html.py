# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The web page of a check."""

from __future__ import annotations

from html.parser import HTMLParser

import msgspec

from jvom.findings import (
    Report,
)
from jvom.messages import msg
from jvom.source import Span
from tests.output.reports import (
    ERROR,
    TEXT,
    written,
)


class Page(HTMLParser):
    """Collects what the tests need to know about the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.marked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


class Describe_html:
    def it_is_complete_and_loads_nothing(self):
        page = Page(written("html"))

        assert page.open == []
        assert not [
            tag for tag, attributes in page.tags if {"src", "href"} & attributes.keys() and tag != "a"
        ]
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert "url(" not in written("html")
        assert "@import" not in written("html")

    def it_shows_findings_beside_the_text(self):
        page = Page(written("html"))
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        marks = [attributes["data-for"] for tag, attributes in page.tags if tag == "mark"]

        assert len(set(ids)) == len(ids)
        assert marks == ["b1", "b3"]
        assert {"b1", "b2", "b3"} <= set(ids)
        words = "".join(page.words)
        assert "Dit is te samen een zin." in words
        assert "Schrijf «samen», 100%." in words
        assert "Bedoelde u «x»?" in words
        assert "<script>alert(1)" in words
        assert "# einde" not in words

    def it_marks_the_words_of_each_finding_to_the_end_of_its_first_line(self):
        assert Page(written("html")).marked == ["te samen", "rows: []"]

    def it_gives_the_place_of_a_word_paragraph_with_a_finding(self):
        file = msgspec.structs.replace(TEXT, places=(msg("alinea 1, «Kop»"), msg("leeg"), msg("alinea 3")))

        words = "".join(Page(written("html", Report(findings=(ERROR,), files=(file,)))).words)

        assert "1Dit is te samen een zin.alinea 1, «Kop»" in words
        assert "Vul alinea 3" not in words

    def it_has_a_filter_for_each_document_and_severity(self):
        page = Page(written("html"))
        boxes = [
            (each["name"], each["value"]) for tag, each in page.tags if tag == "input" and "value" in each
        ]

        assert boxes == [
            ("severity", "error"), ("severity", "warning"), ("severity", "info"),
            ("document", "nota"), ("document", "rapport"), ("document", "gegevens"),
            ("order", "text"), ("order", "severity"),
        ]  # fmt: skip

    def it_can_be_read_with_a_keyboard(self):
        page = Page(written("html"))

        assert [each["tabindex"] for tag, each in page.tags if tag == "li"] == ["0", "0", "0"]
        assert ("a", {"class": "skip", "href": "#tekst"}) in page.tags

    def it_marks_overlapping_words_one_after_another(self):
        report = Report(
            findings=(ERROR, msgspec.structs.replace(ERROR, span=Span(TEXT.path, 1, 11, 1, 20))),
            files=(TEXT,),
        )

        page = Page(written("html", report))

        assert "".join(page.words).count("Dit is te samen een zin.") == 1
        assert page.marked == ["te samen", " een"]
