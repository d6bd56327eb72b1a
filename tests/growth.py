# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures how the time of some work grows with its input, on any machine, however busy."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

LINEAR = 8.0
"""Linear work on four times the input takes about four times the CPU, quadratic work sixteen."""

_ROUNDS = 12
# The resolution of CPU times on Windows; elsewhere the clock itself tells.
_TICK = 1 / 64 if os.name == "nt" else time.get_clock_info("process_time").resolution

Input = TypeVar("Input")
Name = TypeVar("Name", bound=Hashable)


def growth(work: Callable[[Input], object], make: Callable[[int], Input], size: int) -> float:
    """Return the CPU time of `work` on an input four times `size`, divided by that on one of `size`.

    `make` is given a size and returns an input, which is not counted. Assert that the result is below
    LINEAR, with a size at which anything quadratic would take most of the time.
    """
    return growths({"work": work}, make, size)["work"]


def growths(
    parts: Mapping[Name, Callable[[Input], object]], make: Callable[[int], Input], size: int
) -> dict[Name, float]:
    """Return the same for work that consists of parts, one after the other on the same input.

    Memory is slower the more of it is used, and a long stretch of time is disturbed more often. Both would
    make linear work seem to grow. So each part is measured on four inputs of `size` in a row, which use the
    memory and the time of the large one, and take as long if the work is linear.

    Other work on the machine can only make a measurement longer, so the least of several counts. The small
    inputs are measured before and after the large one: a disturbance of both is rare, and of one would
    make quadratic work seem linear. There are no more rounds than are needed to find every part linear. A
    part that takes a tenth of the longest one or less is too short to be measured well, and counts as a
    tenth.
    """
    _seconds(parts, make, [size])  # loads and compiles modules
    small: dict[Name, float] = {}
    large: dict[Name, float] = {}
    ratios: dict[Name, float] = {}
    for _ in range(_ROUNDS):
        small = _least(small, _seconds(parts, make, [size] * 4))
        large = _least(large, _seconds(parts, make, [4 * size]))
        small = _least(small, _seconds(parts, make, [size] * 4))
        shortest = max(_TICK, max(small.values()) / 10)
        ratios = {name: large[name] / max(small[name], shortest) for name in large}
        if all(ratio < LINEAR for ratio in ratios.values()):
            break
    return ratios


def _seconds(
    parts: Mapping[Name, Callable[[Input], object]], make: Callable[[int], Input], sizes: Sequence[int]
) -> dict[Name, float]:
    """Return the seconds of CPU, in all threads of this process, that each part takes per input.

    There is no garbage collection meanwhile: its time depends on the tests that ran before.
    """
    gc.disable()
    try:
        inputs = [make(size) for size in sizes]
        seconds = {}
        for name, work in parts.items():
            start = time.process_time()
            _ = [work(each) for each in inputs]
            seconds[name] = (time.process_time() - start) / len(inputs)
        return seconds
    finally:
        gc.enable()


def _least(one: Mapping[Name, float], other: Mapping[Name, float]) -> dict[Name, float]:
    return {name: min(seconds, one.get(name, seconds)) for name, seconds in other.items()}
