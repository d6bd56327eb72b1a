# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The data records of a dossier, and which of their fields the model marks as personal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_type_hints

from msgspec import Meta

from jvom.model import Dossier, Record


def records(dossier: Dossier) -> Mapping[str, Record]:
    """Return the data records of a dossier, by field name."""
    held = {name: getattr(dossier, name) for name in dossier.__struct_fields__}
    return {name: value for name, value in held.items() if isinstance(value, Record)}


@cache
def personal_fields(kind: type[Record]) -> Mapping[str, bool]:
    """Return whether the model marks a field personal, for each field of a record."""
    # msgspec.inspect takes twenty times as long: it looks into the fields of fields.
    hints = get_type_hints(kind, include_extras=True)
    return {name: _is_personal(hints[name]) for name in kind.__struct_fields__ if name != "at"}


def _is_personal(hint: object) -> bool:
    said: tuple[object, ...] = getattr(hint, "__metadata__", ())
    return any(isinstance(each, Meta) and each.extra and each.extra.get("personal") for each in said)
