# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Passages: a check makes tens of thousands of them, so each is small."""

from __future__ import annotations

from jvom.analysis.caching import cached
from jvom.analysis.passages import Passage, plain_passage

SHARED = 30
"""More names give each object its own dictionary; SHARED_KEYS_MAX_SIZE in CPython's dictobject.c."""


class Describe_a_passage:
    def it_has_a_slot_for_all_but_what_is_cached(self) -> None:
        assert vars(plain_passage("Een tekst.")) == {}

    def it_caches_no_more_than_objects_can_share(self) -> None:
        assert sum(isinstance(each, cached) for each in vars(Passage).values()) <= SHARED
