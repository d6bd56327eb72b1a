# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Encodes output for programs, including names of files that are not valid UTF-8.

Python holds such a byte as a lone surrogate, which no encoding accepts. It is written as a backslash escape,
as on standard output.
"""

from __future__ import annotations

from typing import Any

import msgspec

from jvom.escaping import escape_in_json


def as_json(value: object) -> str:
    """Return a value as indented JSON, without a final newline, that is safe to show on a terminal."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_encodable(msgspec.to_builtins(value)))
    return escape_in_json(msgspec.json.format(data, indent=2).decode())


def as_bytes(text: str) -> bytes:
    """Return a text as UTF-8."""
    return text.encode(errors="backslashreplace")


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return as_bytes(value).decode()
    if isinstance(value, dict):
        return {_encodable(key): _encodable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [*map(_encodable, value)]
    return value
