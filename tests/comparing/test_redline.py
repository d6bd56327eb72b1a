# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Accepting all revisions gives the words of the new document, rejecting all those of the old."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc
import pytest
from hypothesis import given
from openxml_audit import OpenXmlValidator

from jvom.ooxml.names import NAMESPACES, qn, qnames
from tests.comparing.decisions import NUMBER, accepted, looks, part, rejected, without_margins, words
from tests.comparing.office import decide_in_libreoffice
from tests.comparing.pairs import REWRITTEN, Three, letter_and_report, pairs
from tests.fuzzing import examples
from tests.waiting import LIMIT
from tests.word.lint import lint


class Describe_a_random_pair:
    @given(pairs())
    @examples(10)
    def it_gives_both_texts_back(self, pair):
        for old, new, revised in letter_and_report(*pair):
            assert words(revised) == words(new)  # our reader accepts what is tracked
            assert words(accepted(revised)) == words(new)
            assert words(rejected(revised)) == words(old)
            assert looks(accepted(revised)) == looks(new)
            assert looks(rejected(revised)) == looks(old)
            assert [str(each) for each in lint(revised)] == []


@pytest.fixture(scope="module")
def both() -> tuple[Three, Three]:
    return letter_and_report(*REWRITTEN)


@pytest.fixture
def letter(both: tuple[Three, Three]) -> Three:
    return both[0]


@pytest.fixture
def report(both: tuple[Three, Three]) -> Three:
    """Return the report with all kinds of revisions."""
    return both[1]


KINDS = (
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart", "w:pPrChange",
    "w:trPr/w:ins", "w:trPr/w:del", "w:rPr/w:ins", "w:rPr/w:del", "w:rPr/w:moveFrom", "w:rPr/w:moveTo",
    "w:hyperlink/w:del", "w:del/w:r/w:footnoteReference", "w:ins/w:r/w:footnoteReference",
)  # fmt: skip


def strings(tree: Any) -> Iterator[str]:
    """Yield the words and spaces in pandoc's tree, in reading order."""
    if isinstance(tree, list):
        for each in tree:
            yield from strings(each)
    elif isinstance(tree, dict):
        match tree.get("t"):
            case "Str":
                yield tree["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case kind:
                yield from strings(list(tree.values()))
                yield " " if kind in ("Para", "Plain", "Header") else ""


class Describe_a_rewritten_dossier:
    def it_has_every_kind_of_revision(self, report):
        root = part(report.revised, "word/document.xml")

        assert [kind for kind in KINDS if root.find(f".//{kind}", NAMESPACES) is None] == []
        notes = part(report.revised, "word/footnotes.xml")
        assert notes.find(".//w:ins", NAMESPACES) is not None
        assert notes.find(".//w:del/w:r/w:delText", NAMESPACES) is not None

    def it_names_each_move_in_both_places(self, report):
        root = part(report.revised, "word/document.xml")

        went, came = (
            sorted(each.get(qn("w:name"), "") for each in root.iter(qn(f"w:move{end}RangeStart")))
            for end in ("From", "To")
        )
        assert went == came
        assert len(went) == len(set(went)) > 1

    def it_dates_each_revision_by_the_dossier(self, report):
        root = part(report.revised, "word/document.xml")
        made = [
            (each.get(qn("w:author")), each.get(qn("w:date")))
            for each in root.iter(*qnames("w:ins w:del w:moveTo w:moveFrom"))
        ]

        assert set(made) == {("jvom", "2026-05-20T12:00:00Z")}

    def it_gives_both_texts_back(self, report, letter):
        for old, new, revised in (report, letter):
            assert words(old) != words(new)
            assert words(revised) == words(accepted(revised)) == words(new)
            assert words(rejected(revised)) == words(old)

    def it_gives_both_texts_back_to_pandoc(self, report, letter, tmp_path):
        def read(data: bytes, *options: str) -> list[str]:
            path = tmp_path / "a.docx"
            path.write_bytes(data)
            tree = json.loads(pypandoc.convert_file(str(path), "json", extra_args=options))
            text = "".join(strings(tree))
            return NUMBER.sub("#", text).replace("\xad", "").split()

        for old, new, revised in (report, letter):
            assert read(revised, "--track-changes=accept") == read(new)
            assert read(revised, "--track-changes=reject") == read(old)

    def it_gives_both_texts_back_to_libreoffice(self, report, letter, tmp_path, soffice):
        files = {"rapport": report.revised, "brief": letter.revised}

        decided = decide_in_libreoffice(soffice, files, tmp_path)

        # In headers and footers it counts pages of its own. Where it rejects a paragraph, the next takes over
        # its style: a heading is then none, and a reference to it has no number.
        def read(data: bytes) -> list[str]:
            return [word for word in words(without_margins(data)) if "#" not in word]

        for name, (old, new, _) in (("rapport", report), ("brief", letter)):
            for decision, other in (("Accept", new), ("Reject", old)):
                assert read(decided[name, decision]) == read(other)

    def it_is_valid(self, report, letter, tmp_path, ooxml_validator):
        for name, (*_, revised) in (("rapport", report), ("brief", letter)):
            path = tmp_path / f"{name}.docx"
            path.write_bytes(revised)
            result = subprocess.run([ooxml_validator, path], capture_output=True, text=True, timeout=LIMIT)

            assert json.loads(result.stdout)["errors"] == []
            assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []
            assert [str(each) for each in lint(revised)] == []

    def it_has_the_same_bytes_each_time(self, report):
        assert letter_and_report(*REWRITTEN)[1] == report
