# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written for programs, as text and as bytes: also when it names a file whose name is no UTF-8.

Python has such a byte as half a surrogate pair, that no encoding takes. Here it is a backslash and a number,
as on standard output.
"""

from __future__ import annotations

from typing import Any

import msgspec


def as_json(value: object) -> str:
    """Return a value as JSON of many lines, without a last line end."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_told(msgspec.to_builtins(value)))
    return msgspec.json.format(data, indent=2).decode()


def as_bytes(text: str) -> bytes:
    """Return a text as UTF-8."""
    return text.encode(errors="backslashreplace")


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return as_bytes(value).decode()
    if isinstance(value, dict):
        return {_told(key): _told(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [*map(_told, value)]
    return value
