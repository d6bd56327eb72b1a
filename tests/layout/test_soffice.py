# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
from pathlib import Path

import pytest

from jvom.layout import soffice as soffice_module
from jvom.layout.cache import Cache
from jvom.layout.soffice import find_office
from jvom.source import CannotRun
from tests.layout.programs import program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")


def refusal(raised: pytest.ExceptionInfo[CannotRun]) -> str:
    [problem] = raised.value.problems
    return f"{problem.span}: {problem.what}; {problem.advice}"


class Describe_find:
    def it_finds_the_program_on_the_search_path(self, tmp_path):
        made = program(tmp_path, "")

        found = find_office(str(tmp_path), os.environ, Cache(None))

        assert found.program == made
        assert found.version == "25.2.3.2"

    def it_asks_for_the_version_once(self, tmp_path):
        program(tmp_path, "")
        cache = Cache(tmp_path / "cache")
        first = find_office(str(tmp_path), os.environ, cache)
        script = (tmp_path / "soffice").read_text()
        stat = (tmp_path / "soffice").stat()
        (tmp_path / "soffice").write_text(script.replace("25.2.3.2", "99.9.9.9"))
        os.utime(tmp_path / "soffice", ns=(stat.st_atime_ns, stat.st_mtime_ns))

        assert find_office(str(tmp_path), os.environ, cache) == first

    def it_starts_one_that_is_named_from_the_current_folder(self, tmp_path, monkeypatch):
        made = program(tmp_path, "")
        monkeypatch.chdir(tmp_path)

        assert find_office("", os.environ, Cache(None), program=Path("soffice")).program == made
        assert find_office(".", os.environ, Cache(None)).program == made

    def it_says_how_to_install_it(self, tmp_path, monkeypatch):
        monkeypatch.setattr(soffice_module, "PLACES", ())

        with pytest.raises(CannotRun) as raised:
            find_office(str(tmp_path), os.environ, Cache(None))

        assert "niet geïnstalleerd" in refusal(raised)
        assert "apt-get install" in refusal(raised)

    def it_refuses_a_program_that_is_not_there(self, tmp_path):
        with pytest.raises(CannotRun) as raised:
            find_office("", os.environ, Cache(None), program=tmp_path / "weg")

        assert "weg" in refusal(raised)

    @pytest.mark.parametrize("version", ["LibreOffice 5.1.6.2 10m0", "iets anders", ""])
    def it_refuses_one_that_is_too_old_or_unknown(self, tmp_path, version):
        made = program(tmp_path, "", version)

        with pytest.raises(CannotRun) as raised:
            find_office("", os.environ, Cache(None), program=made)

        assert "te oud of onbekend" in refusal(raised)

    def it_refuses_one_that_does_not_start(self, tmp_path):
        made = program(tmp_path, "")
        made.chmod(0o644)

        with pytest.raises(CannotRun) as raised:
            find_office("", os.environ, Cache(None), program=made)

        assert "start niet" in refusal(raised)

    def it_knows_another_version_as_another_office(self, tmp_path):
        for name, version in (("oud", "LibreOffice 24.8.1"), ("nieuw", "LibreOffice 25.8.1")):
            (tmp_path / name).mkdir()
            program(tmp_path / name, "", version)

        old, new = (find_office(str(tmp_path / name), os.environ, Cache(None)) for name in ("oud", "nieuw"))

        assert old.fingerprint != new.fingerprint
