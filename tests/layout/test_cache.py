# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os

import pytest

from jvom.layout import cache as cache_module
from jvom.layout.cache import Cache


class Describe_Cache:
    def it_returns_what_was_put_there(self, tmp_path):
        cache = Cache(tmp_path / "a" / "b")
        cache.put("pdf", b"data", "sleutel", b"\x00\xff")

        assert Cache(tmp_path / "a" / "b").get("pdf", "sleutel", b"\x00\xff") == b"data"

    def it_keeps_kinds_and_keys_apart(self, tmp_path):
        cache = Cache(tmp_path)
        cache.put("pdf", b"data", "ab", "c")

        assert cache.get("pages", "ab", "c") is None
        assert cache.get("pdf", "a", "bc") is None

    def it_keeps_texts(self, tmp_path):
        cache = Cache(tmp_path)
        cache.put_text("office", "sleutel", "één")

        assert cache.text("office", "sleutel") == "één"
        assert cache.text("office", "andere") is None

    @pytest.mark.parametrize("kept", [b"", b"LibreOffice", b"\xff" * 100])
    def it_returns_nothing_that_was_damaged(self, tmp_path, kept):
        cache = Cache(tmp_path)
        cache.put_text("office", "sleutel", "LibreOffice 25.2")
        (entry,) = tmp_path.iterdir()
        entry.write_bytes(kept)

        assert cache.text("office", "sleutel") is None

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_never_waits_for_a_pipe(self, tmp_path):
        cache = Cache(tmp_path)
        cache.put_text("office", "sleutel", "LibreOffice 25.2")
        (entry,) = tmp_path.iterdir()
        entry.unlink()
        os.mkfifo(entry)

        assert cache.text("office", "sleutel") is None
        cache.put_text("office", "sleutel", "LibreOffice 25.2")
        assert cache.text("office", "sleutel") == "LibreOffice 25.2"

    def it_takes_a_file_name_that_is_not_utf_8(self, tmp_path):
        cache = Cache(tmp_path)
        cache.put_text("asked", "no\udcffta", "")

        assert cache.text("asked", "no\udcffta") == ""

    def it_keeps_nothing_without_a_folder(self):
        cache = Cache(None)
        cache.put("pdf", b"data", "sleutel")

        assert cache.get("pdf", "sleutel") is None

    def it_works_without_write_permission(self, tmp_path):
        (tmp_path / "bestand").write_text("")
        cache = Cache(tmp_path / "bestand")
        cache.put("pdf", b"data", "sleutel")

        assert cache.get("pdf", "sleutel") is None

    def it_keeps_the_last_entries_of_a_kind(self, tmp_path, monkeypatch):
        monkeypatch.setattr(cache_module, "MOST_ENTRIES", 2)
        cache = Cache(tmp_path)
        for number in range(4):
            cache.put("pdf", str(number).encode(), str(number))
            for path in tmp_path.iterdir():
                if path.read_bytes() == str(number).encode():
                    os.utime(path, (number, number))

        assert [cache.get("pdf", str(number)) for number in range(4)] == [None, None, b"2", b"3"]

    def it_leaves_no_partial_file(self, tmp_path, monkeypatch):
        cache = Cache(tmp_path)

        def full(*args: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("pathlib.Path.replace", full)
        cache.put("pdf", b"data", "sleutel")

        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("data", [b"", b"x" * 1_000_000])
    def it_keeps_any_size(self, tmp_path, data):
        cache = Cache(tmp_path)
        cache.put("pdf", data, "sleutel")

        assert cache.get("pdf", "sleutel") == data

    def it_removes_what_a_killed_run_left(self, tmp_path):
        kept = Cache(tmp_path)
        kept.put("pdf", b"heel", "sleutel")
        (tmp_path / ".new-abc").write_bytes(b"half")

        assert Cache(tmp_path).get("pdf", "sleutel") == b"heel"
        assert not list(tmp_path.glob(".new-*"))
