# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A machine without Hunspell, or a dossier without its dictionary: the spelling isn't checked."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Violation
from jvom.checks.rules.spelling.dictionary import INSTALL, Missing, dutch
from jvom.checks.views import Texts
from jvom.messages import msg


def missing_dictionary(texts: Texts) -> Iterator[Violation]:
    """Yield that the spelling has not been checked when Hunspell, or the file of a dictionary, is missing."""
    try:
        dutch(texts.settings.dictionary)
    except Missing as missing:
        for text in texts.texts[:1]:
            if missing.file:
                yield Violation(
                    text.whole,
                    msg("de spelling is niet nagelezen: {file} is er niet", file=missing.file),
                    msg("verbeter dictionary in content/jvom.yml, of laat het weg"),
                    severity=WARNING,
                )
            else:
                yield Violation(
                    text.whole,
                    msg("de spelling is niet nagelezen: Hunspell is niet geïnstalleerd"),
                    msg("voer uit: {command}", command=INSTALL),
                )
