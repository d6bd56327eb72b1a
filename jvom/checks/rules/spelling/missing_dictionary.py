# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A machine without Hunspell, or a dossier without its dictionary: the spelling isn't checked."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.spelling.dictionary import INSTALL, Missing, dutch
from jvom.checks.views import Texts
from jvom.messages import msg


@rule("SPL003", INFO, Scope.TEXTS, worst=WARNING)
def no_dictionary(texts: Texts) -> Iterator[Violation]:
    """The spelling has not been checked: Hunspell is missing."""
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


RULES = (no_dictionary,)
