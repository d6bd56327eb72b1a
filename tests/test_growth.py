# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Measuring growth must distinguish linear from quadratic, or the tests that use it prove nothing."""

from __future__ import annotations

from random import Random

from tests.growth import LINEAR, growth, growths


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
        assert growth(count_squared, lambda size: size, 250) > LINEAR

    def it_does_not_count_making_the_input(self) -> None:
        assert growth(count_once, lambda size: min(count_squared(size), size * 50), 150) < LINEAR

    def it_is_large_for_work_that_is_mostly_quadratic(self) -> None:
        def both(size: int) -> int:
            return count_once(300 * size) + count_squared(size)

        assert growth(both, lambda size: size, 450) > LINEAR

    def it_is_large_for_quadratic_work_within_one_call(self) -> None:
        def look_for_each(numbers: list[int]) -> list[bool]:
            return [number in numbers for number in numbers]

        assert growth(look_for_each, lambda size: list(range(1000, 1000 + size)), 500) > LINEAR

    def it_takes_small_inputs_that_are_together_as_large_as_the_large_one(self) -> None:
        sizes: list[int] = []
        growth(sizes.append, lambda size: size, 10)

        loading, *measured = sizes[:10]
        assert (loading, measured) == (10, [10, 10, 10, 10, 40, 10, 10, 10, 10])

    def it_is_small_for_linear_work_that_fits_the_cache_only_on_the_small_input(self) -> None:
        assert growth(look_around, scattered, 10_000) < LINEAR


def scattered(size: int) -> list[list[int]]:
    """Return lists that are in memory in another order than in the result."""
    made = [[number] for number in range(size)]
    Random(1).shuffle(made)
    return made


def look_around(lists: list[list[int]]) -> int:
    return sum([each[0] for each in lists])


class Describe_growths:
    def they_find_the_part_that_is_not_linear(self) -> None:
        parts = {"once": lambda size: count_once(250 * size), "squared": count_squared}

        found = growths(parts, lambda size: size, 250)

        assert [name for name, times in found.items() if times >= LINEAR] == ["squared"]
