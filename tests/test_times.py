# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
from datetime import date

import pytest

from jvom.times import Duration


class Describe_a_duration:
    @pytest.mark.parametrize("word", Duration.WORDS)
    def it_may_be_a_word_with_or_without_a_capital(self, word: str) -> None:
        assert Duration.parse(word) == Duration.parse(word.capitalize()) == Duration(word=word)

    def it_may_be_a_day(self) -> None:
        assert Duration.parse("2028-06-30") == Duration(date(2028, 6, 30))

    @pytest.mark.parametrize("typed", ["ONBEPAALD", "onbepaald\n", "2028-06", 2028, None])
    def it_is_nothing_else(self, typed: object) -> None:
        with pytest.raises(ValueError, match=re.escape(str(typed))):
            Duration.parse(typed)
