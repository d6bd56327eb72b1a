# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The data records of a dossier, and which of their fields the model marks as personal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jvom.model import Dossier, Record


def records(dossier: Dossier) -> Mapping[str, Record]:
    """Return the data records of a dossier, by field name."""
    held = {name: getattr(dossier, name) for name in dossier.__struct_fields__}
    return {name: value for name, value in held.items() if isinstance(value, Record)}


@cache
def personal_fields(kind: type[Record]) -> Mapping[str, bool]:
    """Return whether the model marks a field personal, for each field of a record."""
    # Imported here: it is slow, and only the public version needs it.
    from msgspec import inspect

    shape = inspect.type_info(kind)
    fields = shape.fields if isinstance(shape, inspect.StructType) else ()
    return {each.name: _is_personal(each.type) for each in fields if each.name != "at"}


def _is_personal(kind: object) -> bool:
    extra: Mapping[str, object] | None = getattr(kind, "extra", None)
    return bool(extra and extra.get("personal"))
