# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers of every kind, built whole: PDFs are accessible, Word files valid, public ones show no one.

Sixty dossiers in `make fuzz`, from another seed each time; two in `make test`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.cli.workspaces import finish, start
from tests.documents.secrets import found_in
from tests.fuzzing import FUZZ
from tests.rich_dossiers import write_rich_dossier
from tests.test_submission import texts
from tests.word.lint import lint

_FIRST = time.time_ns() % 1_000_000 if FUZZ else 1
SEEDS = range(_FIRST, _FIRST + (2 * min(FUZZ, 30) if FUZZ else 2))

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
        assert len(failed) == 8
        assert {str(path): rules for path, rules in failed.items() if rules} == {}

    def it_has_word_files_that_are_valid(self, built: Path) -> None:
        for file in sorted((built / "uit").rglob("*.docx")):
            assert [str(each) for each in OpenXmlValidator().validate(str(file)).errors] == [], file.name
            assert [str(each) for each in lint(file.read_bytes())] == [], file.name

    def it_shows_no_one_in_public(self, built: Path) -> None:
        words = ("Qzaaf van der Xjuw", "Wqxzo-Jvurq", "Zvøqx Ñjuzw", "06-98237465", "qzaaf@xjuw.nl")
        public = sorted((built / "uit/openbaar").iterdir())
        assert len(public) == 8
        for path in public:
            assert [said for data in texts(path) if (said := found_in(data, words))] == [], path.name
