# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs that are killed: earlier output stays intact, and the next run puts right what is left."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from jvom import files
from jvom.cli import recovery
from jvom.cli.app import run
from tests.cli.interrupted_runs import (
    BUILD,
    BUILD_PDF,
    DELIVERIES,
    PUT_BACK,
    SEAL,
    SEAL_PDF,
    Delivery,
    Workspace,
    killed_at_random,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")


class Describe_a_run_that_is_killed:
    @pytest.mark.parametrize("command", [BUILD, SEAL], ids=lambda command: command[0])
    def it_leaves_earlier_files_intact_at_any_moment(
        self, workspace_of: Callable[[Sequence[str]], Workspace], command: Sequence[str]
    ) -> None:
        workspace = workspace_of(command)
        for part in range(1, 6):
            workspace.killed_after(workspace.seconds * part / 6)
            workspace.is_whole()
        workspace.is_clean_after_the_next_run()

    @pytest.mark.parametrize(
        ("owner", "name", "count"),
        [("os", "fsync", 1), ("os", "fsync", 5), ("path", "replace", 1), ("path", "replace", 4),
         ("path", "hardlink_to", 3)],
    )  # fmt: skip
    def it_leaves_earlier_files_intact_while_writing(
        self, workspace_of: Callable[[Sequence[str]], Workspace], owner: str, name: str, count: int
    ) -> None:
        workspace = workspace_of(BUILD)
        assert workspace.killed_at(owner, name, count) == -signal.SIGKILL
        workspace.is_whole()
        workspace.is_clean_after_the_next_run()

    @pytest.mark.parametrize(("owner", "name"), [("os", "fsync"), ("path", "replace")])
    def it_leaves_an_earlier_seal_intact_while_writing(
        self, workspace_of: Callable[[Sequence[str]], Workspace], owner: str, name: str
    ) -> None:
        workspace = workspace_of(SEAL)
        assert workspace.killed_at(owner, name, 1) == -signal.SIGKILL
        assert workspace.files()["2025/indiening-2025.zip"] == workspace.old["2025/indiening-2025.zip"]
        workspace.is_clean_after_the_next_run()

    @pytest.mark.fuzz
    @pytest.mark.parametrize(("command", "times"), [(BUILD, 80), (SEAL, 60)], ids=["build", "seal"])
    def it_leaves_earlier_files_intact_at_a_hundred_and_forty_moments(
        self, workspace_of: Callable[[Sequence[str]], Workspace], command: Sequence[str], times: int
    ) -> None:
        killed_at_random(workspace_of(command), times, seed=1)

    @pytest.mark.fuzz
    @pytest.mark.parametrize(("command", "times"), [(BUILD_PDF, 30), (SEAL_PDF, 30)], ids=["pdf", "seal"])
    def it_leaves_no_libreoffice_at_sixty_moments(
        self,
        workspace_of: Callable[[Sequence[str]], Workspace],
        command: Sequence[str],
        times: int,
        soffice: Path,
    ) -> None:
        killed_at_random(workspace_of(command), times, seed=2)


@pytest.fixture(scope="module")
def delivery_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], Delivery]:
    """Return a function that gives the delivery of a command, made once."""
    return cache(lambda command: Delivery(tmp_path_factory.mktemp(command[0]), command))


def some(steps: int, parts: int) -> list[int]:
    """Return as many steps, far apart; the last three are the first move to the end of the journal."""
    return sorted({steps * part // parts for part in range(1, parts)} | {steps - 3, steps - 2})


class Describe_a_delivery:
    @pytest.mark.parametrize("command", DELIVERIES, ids=lambda command: command[0])
    def it_is_whole_after_a_kill(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_whole_when_killed(some(delivery.steps, 3))

    @pytest.mark.parametrize("command", DELIVERIES, ids=lambda command: command[0])
    def it_is_what_is_said_after_an_interruption(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_what_is_said_when_interrupted(some(delivery.steps, 4))

    @pytest.mark.fuzz
    @pytest.mark.parametrize("command", [*DELIVERIES, SEAL], ids=lambda command: command[0])
    def it_is_whole_after_a_kill_at_every_step(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_whole_when_killed(range(1, delivery.steps + 1))
        delivery.is_what_is_said_when_interrupted(range(1, delivery.steps + 1))


class Describe_the_work_folder:
    def it_is_known_without_importing_what_fills_it(self) -> None:
        assert recovery.WORK == files._WORK


class Describe_a_verb_that_only_reads:
    @pytest.mark.parametrize(
        "command",
        [("status",), ("agenda",), ("check",), ("import", "geen.docx"), ("approve", "2025", "x")],
        ids=" ".join,
    )
    def it_restores_what_a_killed_run_was_replacing(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], command: Sequence[str]
    ) -> None:
        folder = workspace / "content/2025"
        before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        (folder / ".jvom-werk").mkdir()
        (folder / "brief.md").rename(folder / ".jvom-werk/eerder-0")
        (folder / "brief.md").write_bytes(b"half")
        journal = files._journal(folder, {"brief.md": b"half"}, [], [0])
        (folder / ".jvom-werk/lijst").write_bytes(journal)

        run([*command])

        assert f"content/2025: {PUT_BACK}" in capsys.readouterr().err
        there = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        assert {path: there[path] for path in before} == before
        assert not (folder / ".jvom-werk").exists()
