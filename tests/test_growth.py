# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring growth must distinguish linear from quadratic, or the tests that use it prove nothing."""

from __future__ import annotations

from tests.growth import LINEAR, cpu, growth, growths


def count_once(size: int) -> int:
    return sum(1 for _ in range(size))


def count_squared(size: int) -> int:
    return sum(1 for _ in range(size * size))


class Describe_growth:
    def it_is_small_for_linear_work(self) -> None:
        assert growth(count_once, lambda size: size, 20_000) < LINEAR

    def it_is_small_for_work_that_is_constant(self) -> None:
        assert growth(lambda _: count_once(20_000), lambda size: size, 10) < LINEAR

    def it_is_large_for_quadratic_work(self) -> None:
        assert growth(count_squared, lambda size: size, 150) > LINEAR

    def it_does_not_count_making_the_input(self) -> None:
        assert growth(count_once, lambda size: min(count_squared(size), size * 50), 150) < LINEAR


class Describe_growths:
    def they_find_the_part_that_is_not_linear(self) -> None:
        def measure(size: int) -> dict[str, float]:
            return {
                "once": cpu(lambda: count_once(100 * size)),
                "squared": cpu(lambda: count_squared(size)),
            }

        assert [name for name, times in growths(measure, 150).items() if times >= LINEAR] == ["squared"]
