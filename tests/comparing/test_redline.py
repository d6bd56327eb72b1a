# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Accepting all revisions gives the words of the new document, rejecting all those of the old."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from jvom.ooxml.names import NAMESPACES, qn, qnames
from tests.comparing.decisions import NUMBER, accepted, looks, part, rejected, without_margins, words
from tests.comparing.office import decide_in_libreoffice
from tests.comparing.pairs import REWRITTEN, Texts, Three, pairs, revised_documents
from tests.fuzzing import examples
from tests.waiting import LIMIT
from tests.word.lint import lint


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
            case "Table":
                yield from strings(tree["c"][3:])  # without its alternative text, which no revision can hold
            case kind:
                yield from strings(list(tree.values()))
                yield " " if kind in ("Para", "Plain", "Header") else ""


def read_by_pandoc(files: Sequence[bytes], folder: Path, decision: str = "accept") -> list[str]:
    """Return the words that pandoc reads in Word files, one after the other."""
    paths = [folder / f"{place}.docx" for place in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    tree = json.loads(
        pypandoc.convert_file(list(map(str, paths)), "json", extra_args=[f"--track-changes={decision}"])
    )
    return NUMBER.sub("#", "".join(strings(tree))).replace("\xad", "").split()


def words_without_numbers(data: bytes) -> list[str]:
    """Return the words of the body as LibreOffice keeps them.

    In headers and footers it counts pages of its own. Where it rejects a paragraph, the next takes over its
    style: a heading is then none, and a reference to it has no number.
    """
    said = re.sub(
        r"\b(paragraaf|paragrafen|met) \d+\b", r"\1 #", " ".join(words(without_margins(data)))
    ).split()
    return [word for word in said if "#" not in word and any(each.isalnum() for each in word)]


class Describe_a_random_pair:
    @given(pairs())
    @examples(10)
    def it_gives_both_texts_back(self, pair):
        for old, new, revised in revised_documents(*pair).values():
            assert words(revised) == words(new)  # our reader accepts what is tracked
            assert words(accepted(revised)) == words(new)
            assert words(rejected(revised)) == words(old)
            assert looks(accepted(revised)) == looks(new)
            assert looks(rejected(revised)) == looks(old)
            assert [str(each) for each in lint(revised)] == []


class Pairs(list[tuple[Texts, Texts]]):
    """Some pairs; Hypothesis warns of the length of their whole text when it prints them."""

    def __repr__(self) -> str:
        return f"{len(self)} pairs"


SOME = st.lists(pairs(), min_size=10, max_size=10).map(Pairs)


@pytest.mark.fuzz
class Describe_ten_random_pairs:
    @given(SOME)
    @examples(1, shrink=False)
    def they_give_both_texts_back_to_pandoc(self, some):
        made = [each for pair in some for each in revised_documents(*pair).values()]
        revised = [each.revised for each in made]

        with TemporaryDirectory() as folder:
            accepted, rejected = (read_by_pandoc(revised, Path(folder), how) for how in ("accept", "reject"))
            assert accepted == read_by_pandoc([each.new for each in made], Path(folder))
            assert rejected == read_by_pandoc([each.old for each in made], Path(folder))

    @given(some=SOME)
    @examples(1, shrink=False)
    def they_give_both_texts_back_to_libreoffice(self, soffice, some):
        made = {
            f"{place}-{name}": each
            for place, pair in enumerate(some)
            for name, each in revised_documents(*pair).items()
        }

        with TemporaryDirectory() as folder:
            files = {name: each.revised for name, each in made.items()}
            decided = decide_in_libreoffice(soffice, files, Path(folder))
        for name, (old, new, _) in made.items():
            for decision, other in (("Accept", new), ("Reject", old)):
                assert words_without_numbers(decided[name, decision]) == words_without_numbers(other)

    @given(some=SOME)
    @examples(1, shrink=False)
    def they_are_valid(self, ooxml_validator, some):
        with TemporaryDirectory() as folder:
            for place, pair in enumerate(some):
                for name, each in revised_documents(*pair).items():
                    path = Path(folder, f"{place}-{name}.docx")
                    path.write_bytes(each.revised)
                    said = subprocess.run([ooxml_validator, path], capture_output=True, timeout=LIMIT).stdout
                    assert json.loads(said)["errors"] == []
                    assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.fixture(scope="module")
def rewritten() -> dict[str, Three]:
    """Return the documents of two dossiers between which nearly everything happened that can."""
    return revised_documents(*REWRITTEN)


@pytest.fixture
def report(rewritten: dict[str, Three]) -> Three:
    return rewritten["rapport"]


KINDS = (
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart", "w:pPrChange",
    "w:trPr/w:ins", "w:trPr/w:del", "w:rPr/w:ins", "w:rPr/w:del", "w:rPr/w:moveFrom", "w:rPr/w:moveTo",
    "w:hyperlink/w:del", "w:del/w:r/w:footnoteReference", "w:ins/w:r/w:footnoteReference",
)  # fmt: skip


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

    def it_moves_a_table_with_its_section(self, report):
        root = part(report.revised, "word/document.xml")

        went, came = (
            {
                each.get(qn("w:name")): "".join(map(str, table.itertext()))
                for each in root.iter(qn(f"w:move{end}RangeStart"))
                if (table := each.getnext()) is not None and table.tag == qn("w:tbl")
            }
            for end in ("From", "To")
        )
        assert went.keys() == came.keys()
        [(name, words_there)] = came.items()
        assert "acht militaire" in went[name]
        assert "negen militaire" in words_there
        assert "acht" not in words_there  # what it lost is in the other place

    def it_dates_each_revision_by_the_dossier(self, report):
        root = part(report.revised, "word/document.xml")
        made = [
            (each.get(qn("w:author")), each.get(qn("w:date"), "")[:10])
            for each in root.iter(*qnames("w:ins w:del w:moveTo w:moveFrom"))
        ]

        assert set(made) == {("jvom", "2026-05-20")}

    def it_gives_both_texts_back(self, rewritten):
        for old, new, revised in rewritten.values():
            assert words(old) != words(new)
            assert words(revised) == words(accepted(revised)) == words(new)
            assert words(rejected(revised)) == words(old)

    def it_gives_both_texts_back_to_pandoc(self, rewritten, tmp_path):
        for old, new, revised in rewritten.values():
            assert read_by_pandoc([revised], tmp_path, "accept") == read_by_pandoc([new], tmp_path)
            assert read_by_pandoc([revised], tmp_path, "reject") == read_by_pandoc([old], tmp_path)

    def it_gives_both_texts_back_to_libreoffice(self, rewritten, tmp_path, soffice):
        files = {name: each.revised for name, each in rewritten.items()}

        decided = decide_in_libreoffice(soffice, files, tmp_path)

        for name, (old, new, _) in rewritten.items():
            for decision, other in (("Accept", new), ("Reject", old)):
                assert words_without_numbers(decided[name, decision]) == words_without_numbers(other)

    def its_insertions_stay_apart_in_libreoffice(self, tmp_path, soffice):
        """At the end of a paragraph and at the start of the next, LibreOffice takes them for one."""
        old = Texts({"inzet": "De eerste alinea.\n\nDe tweede alinea."}, "Tekst.")
        new = Texts({"inzet": "De eerste alinea. Met meer.\n\nEn dan verder. De tweede alinea."}, "Tekst.")
        made = revised_documents(old, new)["rapport"]

        decided = decide_in_libreoffice(soffice, {"rapport": made.revised}, tmp_path)

        assert words_without_numbers(decided["rapport", "Reject"]) == words_without_numbers(made.old)

    def it_is_valid(self, rewritten, tmp_path, ooxml_validator):
        for name, (*_, revised) in rewritten.items():
            path = tmp_path / f"{name}.docx"
            path.write_bytes(revised)
            result = subprocess.run([ooxml_validator, path], capture_output=True, text=True, timeout=LIMIT)

            assert json.loads(result.stdout)["errors"] == []
            assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []
            assert [str(each) for each in lint(revised)] == []

    def it_has_the_same_bytes_each_time(self, report):
        assert revised_documents(*REWRITTEN)["rapport"] == report
