# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures whole processes that take turns: CPU time, wall time and peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

# As in a user's shell: Python caches its bytecode, which some containers switch off.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    """The cost of a run: seconds of CPU (user and system), seconds of wall time, peak memory in MB."""

    cpu: float
    wall: float
    peak: float


class Contender(NamedTuple):
    """A way to do the work: one or more commands, run in order.

    `ok_statuses` are the exit statuses of a good run: a linter's is not 0 when it found something.
    `prepare` is called before each run, and not measured.
    """

    name: str
    commands: tuple[tuple[str, ...], ...]
    ok_statuses: tuple[int, ...] = (0,)
    prepare: Callable[[], object] | None = None


class Bound(NamedTuple):
    """A bound on the outcome: `value`, computed from the medians by contender, is at most `limit`."""

    text: str
    value: Callable[[Mapping[str, Cost]], float]
    limit: float
    unit: str = ""


class Race(NamedTuple):
    """Contenders that do the same work; ratios are against the last one."""

    name: str
    contenders: tuple[Contender, ...]
    rounds: int
    bounds: tuple[Bound, ...] = ()


class Result(NamedTuple):
    """The medians of a race, by contender."""

    race: Race
    costs: dict[str, Cost]


def measure(command: tuple[str, ...], folder: Path, ok_statuses: tuple[int, ...] = (0,)) -> Cost:
    """Run a command in `folder` with its output hidden; raises CalledProcessError with it for another status.

    The kernel's accounting (wait4) includes the command's children. Peak memory is at least that of this
    process when it starts the command, some 25 MB, because a new process starts as a copy.
    """
    with (folder / "output.txt").open("w+b") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ok_statuses:
            output.seek(0)
            words = output.read().decode(errors="replace")
            raise subprocess.CalledProcessError(process.returncode, command, words)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def total(costs: list[Cost]) -> Cost:
    """Return the cost of commands run one after the other."""
    return Cost(sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs), max(c.peak for c in costs))


def medians(costs: list[Cost]) -> Cost:
    """Return the median of each measure."""
    return Cost(*(median(values) for values in zip(*costs, strict=True)))


def run(race: Race, folder: Path) -> Result:
    """Let the contenders take turns, after one round that does not count, and return their medians."""
    costs: dict[str, list[Cost]] = {contender.name: [] for contender in race.contenders}
    warm_up = 1 if race.rounds > 3 else 0
    for round_ in range(race.rounds + warm_up):
        for contender in race.contenders:
            if contender.prepare is not None:
                contender.prepare()
            cost = total([measure(command, folder, contender.ok_statuses) for command in contender.commands])
            if round_ >= warm_up:
                costs[contender.name].append(cost)
    return Result(race, {name: medians(each) for name, each in costs.items()})
