# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Items joined in a sentence."""

from __future__ import annotations

import pytest

from jvom.dutch.lists import join


@pytest.mark.parametrize(
    ("items", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (iter("abc"), "a, b en c")]
)
def it_joins_items(items, joined):
    assert join(items) == joined


def it_joins_with_another_conjunction():
    assert join("ab", "of") == "a of b"
