# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers of every kind, built whole: accessible and complete PDFs, valid Word files, no one in public ones.

Sixty dossiers in `make fuzz`, from another seed each time; two in `make test`.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.cli.workspaces import finish, start
from tests.documents.secrets import found_in
from tests.fuzzing import FUZZ, seed_of_run
from tests.rich_dossiers import write_rich_dossier
from tests.test_submission import texts
from tests.word.lint import lint

_FIRST = seed_of_run() if FUZZ else 1
_LOSES_ROWS = 636_125  # the seed of a nota of which LibreOffice 25.2 leaves out rows of a table
SEEDS = range(_FIRST, _FIRST + 2 * min(FUZZ, 30)) if FUZZ else (_FIRST, _LOSES_ROWS)

# In `make fuzz` only what is marked runs.
pytestmark = [pytest.mark.fuzz] if FUZZ else []


@pytest.fixture(scope="module", params=SEEDS, ids="zaad-{}".format)
def built(request: pytest.FixtureRequest, soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a dossier with its documents, in both versions, as Word files and PDFs."""
    folder = tmp_path_factory.mktemp("dossier")
    write_rich_dossier(folder, request.param)
    options = ["--no-check", "--public", "--pdf", "--soffice", str(soffice), "--out", "uit"]
    status, _, error = finish(start(folder, "build", *options, PATH=os.environ["PATH"]))
    assert status == 0, error
    return folder


class Describe_any_dossier:
    def it_has_pdfs_that_are_accessible(
        self, built: Path, verapdf: Callable[[Iterable[Path]], dict[Path, list[str]]]
    ) -> None:
        failed = verapdf(sorted((built / "uit").rglob("*.pdf")))
        assert len(failed) == 9  # with that of the inventory
        assert {str(path): rules for path, rules in failed.items() if rules} == {}

    def it_has_pdfs_with_every_paragraph(self, built: Path, pdftotext: Path) -> None:
        for file in sorted((built / "uit").rglob("*.docx")):
            said = [list(map(letters, text.split("\f"))) for text in readings(file.with_suffix(".pdf"))]
            lost = [each for each in paragraphs(file) if not any(has(pages, letters(each)) for pages in said)]
            assert lost == [], file.name

    def it_has_word_files_that_are_valid(self, built: Path) -> None:
        for file in sorted((built / "uit").rglob("*.docx")):
            assert [str(each) for each in OpenXmlValidator().validate(str(file)).errors] == [], file.name
            assert [str(each) for each in lint(file.read_bytes())] == [], file.name

    def it_shows_no_one_in_public(self, built: Path) -> None:
        words = ("Qzaaf van der Xjuw", "Wqxzo-Jvurq", "Zvøqx Ñjuzw", "06-98237465", "qzaaf@xjuw.nl")
        public = sorted((built / "uit/openbaar").iterdir())
        assert len(public) == 11  # with those of the inventory
        for path in public:
            assert [said for data in texts(path) if (said := found_in(data, words))] == [], path.name


#: The letters that a part of a paragraph on one of two pages has at least.
_LEAST_PART = 10
# With one of these, poppler gives the letters of a line in another order.
_REORDERED = re.compile(r"[\u0300-\u036f\u0590-\u06ff\u2066-\u2069]")


def paragraphs(file: Path) -> Iterator[str]:
    """Yield the text of each paragraph of the body and the notes that poppler gives in the same order."""
    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with ZipFile(file) as archive:
        for part in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in etree.fromstring(archive.read(part)).iter(f"{namespace}p"):
                text = "".join(each.text or "" for each in paragraph.iter(f"{namespace}t"))
                if not _REORDERED.search(text):
                    yield text


def readings(file: Path) -> Iterator[str]:
    """Yield the text of a PDF as poppler reads it: in the order of its structure, of its pages, of its lines.

    Each has paragraphs that another reads wrong, such as one that goes on on the next page.
    """
    structure = read(["pdfinfo", "-struct-text", str(file)])
    yield " ".join(re.findall(r'^ *"(.*)"$', structure, re.MULTILINE))
    yield read(["pdftotext", str(file), "-"])
    yield read(["pdftotext", "-raw", str(file), "-"])


def has(pages: Sequence[str], paragraph: str) -> bool:
    """Tell whether pages have a paragraph: whole, or its first part on one and the rest on the next.

    The notes and the foot of a page come between the two parts.
    """
    ends = range(_LEAST_PART, len(paragraph) - _LEAST_PART)
    return paragraph in "".join(pages) or any(
        paragraph[:end] in page and paragraph[end:] in following
        for page, following in pairwise(pages)
        for end in ends
    )


def read(command: list[str]) -> str:
    """Return what a program prints."""
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def letters(text: str) -> str:
    """Return only the common letters of a text."""
    return re.sub("[^A-Za-z]", "", text)
