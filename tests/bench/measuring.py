# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whole processes, side by side: CPU time, wall time and peak memory of contenders that take turns."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

# As a user's shell has it: Python keeps what it compiled, as it does everywhere but in some containers.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    """What a run took: seconds of CPU (user and system), seconds on the clock, peak memory in MB."""

    cpu: float
    wall: float
    peak: float


class Contender(NamedTuple):
    """A way to do the work: one command, or several one after the other.

    `done` are the exit statuses of a run that went well: a linter's is not 0 when it found something.
    `ready` is done before each run, and not measured.
    """

    name: str
    commands: tuple[tuple[str, ...], ...]
    done: tuple[int, ...] = (0,)
    ready: Callable[[], object] | None = None


class Aim(NamedTuple):
    """What should come out: `value` of the medians by contender, at most `limit`."""

    text: str
    value: Callable[[Mapping[str, Cost]], float]
    limit: float
    unit: str = ""


class Race(NamedTuple):
    """Contenders that do the same work; the last one is what the others are held against."""

    name: str
    contenders: tuple[Contender, ...]
    rounds: int
    aims: tuple[Aim, ...] = ()


class Result(NamedTuple):
    """The medians of a race, by contender."""

    race: Race
    costs: dict[str, Cost]


def measure(command: tuple[str, ...], folder: Path, done: tuple[int, ...] = (0,)) -> Cost:
    """Run a command in `folder`, quietly; raises CalledProcessError with its words when it is not `done`.

    The kernel's own account (wait4) includes the command's children. Peak memory is never less than
    what this process has itself when it starts the command, some 25 MB: a new process begins as a copy.
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
        if process.returncode not in done:
            output.seek(0)
            words = output.read().decode(errors="replace")
            raise subprocess.CalledProcessError(process.returncode, command, words)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def together(costs: list[Cost]) -> Cost:
    """Return the cost of commands run one after the other."""
    return Cost(sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs), max(c.peak for c in costs))


def middle(costs: list[Cost]) -> Cost:
    """Return the median of each measure."""
    return Cost(*(median(values) for values in zip(*costs, strict=True)))


def run(race: Race, folder: Path) -> Result:
    """Let the contenders take turns, after one round that does not count, and return their medians."""
    costs: dict[str, list[Cost]] = {contender.name: [] for contender in race.contenders}
    warm_up = 1 if race.rounds > 3 else 0
    for round_ in range(race.rounds + warm_up):
        for contender in race.contenders:
            if contender.ready is not None:
                contender.ready()
            cost = together([measure(command, folder, contender.done) for command in contender.commands])
            if round_ >= warm_up:
                costs[contender.name].append(cost)
    return Result(race, {name: middle(each) for name, each in costs.items()})
