# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A line of data, or of fixed text, as content."""

from __future__ import annotations

from jvom import plan
from jvom.dutch.typography import typeset


def typeset_words(text: str) -> tuple[plan.Inline, ...]:
    """Return a text as one run, typeset; nothing for ""."""
    return (plan.Run(typeset(text)),) if text else ()
