# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The register of names, which is optional."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jvom.model import NameRegister
from jvom.source import CannotRun
from tests.contents import read_dossier

BASE = Path(__file__).resolve().parents[1] / "dossiers" / "basis"


@pytest.fixture
def content(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "content"))


class Describe_the_register_of_names:
    def it_may_be_left_out(self, content):
        assert read_dossier(content, 2025).names == NameRegister(names=())

    def it_has_the_right_and_wrong_forms_of_a_name(self, content):
        (content / "names.yml").write_text(
            "names:\n  - {name: Ivoorkust, kind: land, rejected: [Côte d'Ivoire]}\n", encoding="utf-8"
        )

        dossier = read_dossier(content, 2025)

        (name,) = dossier.names.names
        assert (name.name, name.kind, name.accepted) == ("Ivoorkust", "land", ())
        assert name.rejected == ("Côte d'Ivoire",)
        assert name.at.item("rejected", 0).line == 2
        assert f"{content.as_posix()}/names.yml" in [file.path for file in dossier.files]

    def it_has_the_problems_of_every_other_file(self, content):
        (content / "names.yml").write_text("names:\n  - {name: Ivoorkust}\n", encoding="utf-8")

        with pytest.raises(CannotRun) as caught:
            read_dossier(content, 2025)

        assert [problem.span.line for problem in caught.value.problems] == [2]
