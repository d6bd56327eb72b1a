# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages about personal data that would be public fit any Dutch article."""

from __future__ import annotations

import pytest

from tests.checks.examples import TODAY, Example, findings, read


class Describe_personal_data_that_would_be_public:
    @pytest.mark.parametrize(
        ("code", "words"),
        [
            ("PUB001", "Bel 06-12345678 voor meer."),
            ("PUB005", "De heer Pietersen las mee."),
        ],
    )
    def it_is_reported_without_an_article(self, tmp_path, code, words):
        example = Example(code, 1, True, (("rapport/slotbeschouwing.md", "", f"{words}\n"),), None, TODAY)

        [found] = findings(example, read(example, tmp_path))

        assert str(found.advice) == "markeer dit als persoonsgegeven, of haal dit weg"
