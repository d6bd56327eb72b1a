# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names of several words in the texts."""

from __future__ import annotations

from jvom.analysis.capitalized_names import Names, capitalized_names
from jvom.checks.glossaries import spelling_groups
from jvom.checks.views import Texts


def phrases(texts: Texts) -> tuple[Names, ...]:
    """Return the names of two words or more, for each of the `spelling_groups`."""
    return tuple(map(capitalized_names, texts.memo(spelling_groups)))
