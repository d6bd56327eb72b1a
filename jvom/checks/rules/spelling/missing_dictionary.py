# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A machine without Hunspell, or a dossier without its dictionary: the spelling isn't checked."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Violation, violation
from jvom.checks.rules.spelling.dictionary import INSTALL, Missing, dutch
from jvom.checks.views import Texts


def missing_dictionary(texts: Texts) -> Iterator[Violation]:
    """Yield that the spelling has not been checked when Hunspell, or the file of a dictionary, is missing."""
    try:
        dutch(texts.settings.dictionary)
    except Missing as missing:
        for text in texts.texts[:1]:
            if missing.file:
                yield violation(text.whole, "no-file", file=missing.file, severity=WARNING)
            else:
                yield violation(text.whole, "no-hunspell", command=INSTALL)
