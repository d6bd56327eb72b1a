# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Places by other names: those of files that are only for the moment where they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

import msgspec

Value = TypeVar("Value")


def with_folder_as(value: Value, folder: str, name: str) -> Value:
    """Return a value in which every path below `folder` begins with `name` instead.

    `folder` is a temporary one, so that no text begins with its name by chance.
    """
    known: dict[str, str] = {}

    def rename(text: str) -> str:
        if text not in known:
            known[text] = f"{name}{text.removeprefix(folder)}"
        return known[text]

    return cast("Value", _renamed(value, folder, rename))


def _renamed(value: object, folder: str, rename: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return rename(value) if value.startswith(folder) else value
    if isinstance(value, msgspec.Struct):
        changed = {}
        for field in value.__struct_fields__:
            old = getattr(value, field)
            new = _renamed(old, folder, rename)
            if new is not old:
                changed[field] = new
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        items = [_renamed(each, folder, rename) for each in value]
        same = all(one is other for one, other in zip(items, value, strict=True))
        return value if same else tuple(items)
    if isinstance(value, Mapping):
        return {_renamed(key, folder, rename): _renamed(each, folder, rename) for key, each in value.items()}
    return value
