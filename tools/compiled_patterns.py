# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Compiles the regular expressions of the check when the package is built: ``jvom/data/patterns.msgpack``."""

from __future__ import annotations

from collections.abc import Iterable
from re import _compiler, _parser  # type: ignore[attr-defined]

import msgspec

from jvom.dutch.patterns import PYTHON, LatePattern, pattern_key


def compiled_patterns(patterns: Iterable[LatePattern]) -> bytes:
    """Return the file for some patterns. Raises re.error for a bad one.

    `re` keeps no code, so it is made by the private steps of `re.compile`; a test compares the results.
    """
    encoded = {}
    for each in patterns:
        parsed = _parser.parse(each.text, each.given_flags)
        flags = each.given_flags | parsed.state.flags
        code = list(map(int, _compiler._code(parsed, each.given_flags)))
        names = {number: name for name, number in parsed.state.groupdict.items()}
        groups = tuple(map(names.get, range(parsed.state.groups)))
        encoded[pattern_key(each.text, each.given_flags)] = msgspec.msgpack.encode((flags, code, groups))
    return msgspec.msgpack.encode((PYTHON, dict(sorted(encoded.items()))))
