# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Properties that are computed at first use and then cached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class cached(Generic[Value]):  # noqa: N801 - a decorator, as `property` is
    """A property that is computed once: `functools.cached_property` without its lock in Python 3.11.

    A check runs in one thread and reads thousands of them.
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute, self.__doc__ = compute, compute.__doc__
        self.name = compute.__name__

    @overload
    def __get__(self, owner: None, kind: type[Any]) -> cached[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type[Any]) -> Value: ...

    def __get__(self, owner: object | None, kind: type[Any]) -> Value | cached[Value]:
        if owner is None:
            return self
        # From now on Python finds the value in the instance itself and never calls this again. Writing to
        # `__dict__` instead would build a dictionary of attributes that Python keeps in a compact array.
        value = self.compute(owner)
        setattr(owner, self.name, value)
        return value
