# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice starts before jvom reads, when it will be needed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from jvom.cli.app import run
from jvom.cli.prestart import PrestartedOffice
from jvom.cli.surroundings import surroundings
from jvom.layout import soffice
from jvom.layout.cache import Cache
from jvom.layout.conversion import Conversions
from jvom.source import CannotRun
from tests.cli.workspaces import change
from tests.layout.programs import READY, program, still_run
from tests.waiting import wait_until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")


@pytest.fixture
def office(workspace: Path) -> Path:
    """Return a LibreOffice that jvom knows, and that records when it is started ahead."""
    folder = workspace / "kantoor"
    folder.mkdir()
    made = program(folder, "exit 1", waiting=f"echo wacht >> {workspace}/starts; {READY}")
    around = surroundings(made)
    soffice.office_for(around, Cache(around.cache))
    return made


def prestart(program: Path | None, *more: object) -> PrestartedOffice:
    return PrestartedOffice(program, (Path("content"), Path("templates")), *more)


def wait_for_start(workspace: Path) -> None:
    """Wait until LibreOffice has been started since the last call of this."""
    starts = workspace / "starts"
    wait_until(starts.exists)
    starts.unlink()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Conversions]:
    """Return the list of conversions, filled as a LibreOffice is started ahead for one."""
    ahead: list[Conversions] = []
    prepare = Conversions.prepare

    def noted(conversions: Conversions) -> None:
        ahead.append(conversions)
        prepare(conversions)

    monkeypatch.setattr(Conversions, "prepare", noted)
    return ahead


class Describe_PrestartedOffice:
    def it_starts_what_will_be_needed_and_leaves_nothing(self, workspace: Path, office: Path) -> None:
        with prestart(office) as prestarted:
            assert prestarted.conversions is not None
            wait_for_start(workspace)
        assert still_run(office.parent) == []
        assert list((workspace / "cache/jvom").glob("jvom-*")) == []

    def it_starts_nothing_for_earlier_work(
        self, workspace: Path, office: Path, started: list[Conversions]
    ) -> None:
        with prestart(office) as prestarted:
            prestarted.mark_done()
        assert len(started) == 1
        with prestart(office) as prestarted:
            assert prestarted.conversions is None
        assert len(started) == 1

    @pytest.mark.parametrize("path", ["content/2025/nota.md", "content/names.yml", "templates/nota.docx"])
    def it_starts_when_a_file_has_changed(self, workspace: Path, office: Path, path: str) -> None:
        with prestart(office) as prestarted:
            prestarted.mark_done()
        with (workspace / path).open("ab") as file:
            file.write(b" ")
        with prestart(office) as prestarted:
            assert prestarted.conversions is not None

    def it_starts_when_something_else_is_asked(self, office: Path) -> None:
        with prestart(office, "pdf") as prestarted:
            prestarted.mark_done()
        with prestart(office, "public") as prestarted:
            assert prestarted.conversions is not None

    def it_asks_no_libreoffice_for_its_version(self, office: Path, started: list[Conversions]) -> None:
        os.utime(office, (0, 0))
        with prestart(office) as prestarted:
            assert prestarted.conversions is None
        assert started == []

    def it_works_without(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(soffice, "PLACES", ())
        monkeypatch.setenv("PATH", str(workspace))
        for place in (None, workspace / "nergens"):
            with prestart(place) as prestarted:
                assert prestarted.conversions is None


class Describe_build:
    def it_starts_libreoffice_before_it_reads(
        self, workspace: Path, office: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def read(*_: object, **__: object) -> NoReturn:
            wait_for_start(workspace)
            raise CannotRun([])

        monkeypatch.setattr("jvom.cli.build_inputs.read_build_inputs", read)
        assert run(["build", "--soffice", str(office)]) == 2
        assert still_run(office.parent) == []

    def it_starts_none_for_an_estimate(
        self, workspace: Path, office: Path, started: list[Conversions]
    ) -> None:
        change(workspace / "content/2025/dossier.yml", "year: 2025", "year: veel")
        assert run(["build", "--pages", "estimate", "--soffice", str(office)]) == 2
        assert started == []

    def it_starts_none_when_nothing_changed(self, workspace: Path, soffice: Path) -> None:
        assert run(["build", "--pages", "exact", "--no-check"]) == 0
        with PrestartedOffice(
            None, (Path("content"), Path("templates")), None, (), False, None, False, False
        ) as prestarted:
            assert prestarted.conversions is None
