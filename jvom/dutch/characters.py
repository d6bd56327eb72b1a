# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The characters that Dutch typography tells apart and Dutch reading does not."""

from __future__ import annotations

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"

#: One space as a reader sees it, for use in a pattern: a fragment may wrap its lines anywhere.
SPACE = r"\s"

#: The white space between two words, for use in a pattern: bounded, so that no pattern rescans a long run.
GAP = SPACE + "{1,4}"

#: A word with its hyphens and apostrophes, for use in a pattern. The curly apostrophe is kept out of the
#: character class, which would be slow to compile with a character beyond Latin-1 in it.
WORD = r"[^\W\d_][\w'-]*(?:’[\w'-]*)*"

# What SPACE matches besides the space: every character for which str.isspace is true.
_OTHER_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)


def plain_spaces(text: str) -> str:
    """Return text with every kind of SPACE as an ordinary space, at the same offsets."""
    if text.isprintable():  # the ordinary space is the only printable one
        return text
    for space in _OTHER_SPACES:  # much faster than a single str.translate
        text = text.replace(space, " ")
    return text
