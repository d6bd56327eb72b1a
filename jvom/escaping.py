# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Text of files and their names, as people see it: nothing in it steers a terminal or turns text round.

A value in a message and the path of a place are escaped where they become text; `jvom.cli.terminal` escapes
whatever else would reach the terminal.
"""

from __future__ import annotations

import re
from functools import cache

# C0 and C1 controls (ECMA-48), line and paragraph separators, and the marks that reorder what is shown
# (Unicode Standard Annex 9, 2.1 to 2.5), as in CVE-2021-42574.
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ABOVE_ASCII = f"\x7f-\x9f\u2028\u2029{_BIDIRECTIONAL}"
_C0, _C0_BUT_LINES = "\x00-\x1f", "\x00-\x08\x0b-\x1f"


def escape_controls(text: str) -> str:
    r"""Return a text in one line, in which such characters are written as in Python: ``\n``, ``\x1b``."""
    return text if text.isprintable() else _any_of(_C0).sub(_written, text)


def escape_in_lines(text: str) -> str:
    """Do the same, but for ends of lines and tabs."""
    return text if text.replace("\n", "").isprintable() else _any_of(_C0_BUT_LINES).sub(_written, text)


def escape_in_json(text: str) -> str:
    r"""Return JSON that means the same, with such characters as ``\u009b``; JSON itself has no others."""
    return _any_of("").sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def replace_controls(text: str) -> str:
    """Return a text of the same length in which such characters are shown as unknown."""
    return text if text.isprintable() else _any_of(_C0).sub("\ufffd", text)


@cache
def _any_of(c0: str) -> re.Pattern[str]:
    """Return the pattern of such characters, of those below the space only `c0`: most texts have none."""
    return re.compile(f"[{c0}{_ABOVE_ASCII}]")


def _written(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
