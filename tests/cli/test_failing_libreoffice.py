# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A LibreOffice that fails while a submission is made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.layout.programs import program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")


class Describe_a_libreoffice_that_fails:
    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ("exit 3", "LibreOffice maakte geen goede PDF van: "),
            ("for f in $out/../in/*; do echo rommel > $out/$(basename $f .docx).pdf; done",
             "LibreOffice maakte geen goede PDF van: "),
        ],
    )  # fmt: skip
    def it_prevents_a_seal(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], body: str, said: str
    ) -> None:
        (workspace / "fout").mkdir()
        office = program(workspace / "fout", body)
        assert run(["seal", "--soffice", str(office)]) == 2
        assert said in capsys.readouterr().err
        assert not (workspace / "build").exists()

    def it_may_be_too_old(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (workspace / "fout").mkdir()
        office = program(workspace / "fout", "exit 0", version="LibreOffice 5.1.6.2 10m0")
        assert run(["seal", "--soffice", str(office)]) == 2
        assert "deze LibreOffice is te oud of onbekend: «LibreOffice 5.1.6.2 10m0»" in capsys.readouterr().err
