# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Regular expressions that are compiled at first use: most of them are never used in a run.

To compile them takes longer than to search with them, so it is also done when the package is built, by the
Python that builds it (tools/compiled_patterns.py): ``jvom/data/patterns.msgpack``. What another version of
Python compiles differs from that, and so does a pattern that was changed: these are compiled anew.

Nothing public makes a pattern of its code: pickle and copy compile it again. So this calls what `re.compile`
itself ends with, `_sre.compile`, which checks the code that it is given. That saves a check 3 % of its
instructions.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from functools import cache
from typing import Any, cast

import msgspec

from jvom.data import DATA

#: What the code of patterns depends on beside the patterns.
PYTHON = f"{sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE}"


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what acts as `re.compile(text, flags)` and is compiled at first use.

    A mistake in the expression is not seen until then, so a test compiles those of every module.
    """
    return cast("re.Pattern[str]", LatePattern(text, flags))


class LatePattern:
    """Takes over the methods of the compiled pattern when the first of its attributes is read."""

    def __init__(self, text: str, flags: int) -> None:
        self.text, self.given_flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = compiled_pattern(self.text, self.given_flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern"):
            setattr(self, each, getattr(found, each))
        return getattr(found, name)


def compiled_pattern(text: str, flags: int) -> re.Pattern[str]:
    """Return `re.compile(text, flags)`, out of the file when it has that. Raises re.error for a bad one."""
    if (encoded := _compiled().get(pattern_key(text, flags))) is None:
        return re.compile(text, flags)
    all_flags, code, groups = _CODE.decode(encoded)
    named = {name: number for number, name in enumerate(groups) if name}
    return cast("re.Pattern[str]", _sre.compile(text, all_flags, code, len(groups) - 1, named, groups))


#: What `re` makes of a pattern: its flags, its code, and the name of each group that has one.
_CODE = msgspec.msgpack.Decoder(tuple[int, list[int], tuple[str | None, ...]])


def pattern_key(text: str, flags: int) -> str:
    """Return what a pattern is called in the file."""
    return f"{int(flags)} {text}"


@cache
def _compiled() -> dict[str, bytes]:
    """Return the encoded patterns by text and flags; none when there is no file, or another Python's."""
    try:
        data = (DATA / "patterns.msgpack").read_bytes()
        python, encoded = msgspec.msgpack.decode(data, type=tuple[str, dict[str, bytes]])
    except (OSError, msgspec.DecodeError):
        return {}
    return encoded if python == PYTHON else {}
