# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""When a change of a file is noticed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import Thread

import pytest

from jvom.preview import watching
from jvom.preview.watching import Changes, state_of
from tests.waiting import LIMIT, wait_until


def is_told_of(changes: Changes) -> bool:
    """Tell whether a wait for a change ends."""
    waiting = Thread(target=changes.wait, daemon=True)
    waiting.start()
    waiting.join(LIMIT)
    return not waiting.is_alive()


class Describe_changes:
    def they_are_told_once(self, tmp_path):
        text = tmp_path / "2025" / "nota.md"
        text.parent.mkdir()
        text.write_text("een", encoding="utf-8")
        changes = Changes(tmp_path)
        assert not changes.is_pending()

        text.write_text("twee!", encoding="utf-8")

        assert is_told_of(changes)
        assert not changes.is_pending()
        (text.parent / "nieuw.md").write_text("drie", encoding="utf-8")
        assert is_told_of(changes)
        text.unlink()
        assert is_told_of(changes)

    def they_are_seen_where_the_system_tells_nothing(self, tmp_path, monkeypatch):
        def silent(*_: object, **__: object) -> object:
            while True:
                yield set()

        monkeypatch.setattr(watching, "watch", silent)
        changes = Changes(tmp_path)

        (tmp_path / "nota.md").write_text("een", encoding="utf-8")

        wait_until(changes.is_pending)

    def they_are_seen_when_the_system_watches_nothing(self, tmp_path, monkeypatch):
        def refused(*_: object, **__: object) -> object:
            raise OSError(28, "no space left on device")  # what Linux says of too many watches

        monkeypatch.setattr(watching, "watch", refused)
        changes = Changes(tmp_path)

        (tmp_path / "nota.md").write_text("een", encoding="utf-8")

        wait_until(changes.is_pending)

    def they_are_seen_of_a_folder_that_went_and_came_back(self, tmp_path):
        folder = tmp_path / "content"
        folder.mkdir()
        (folder / "nota.md").write_text("een", encoding="utf-8")
        changes = Changes(folder)

        shutil.rmtree(folder)
        assert is_told_of(changes)
        folder.mkdir()
        (folder / "brief.md").write_text("twee", encoding="utf-8")
        assert is_told_of(changes)

    @pytest.mark.skipif(os.name == "nt", reason="koppelingen vragen op Windows om rechten")
    def they_are_found_once_where_links_lead_round(self, tmp_path):
        (tmp_path / "2025").mkdir()
        (tmp_path / "2025" / "nota.md").write_text("een", encoding="utf-8")
        (tmp_path / "2025" / "rond").symlink_to(tmp_path)

        assert 1 < len(state_of(tmp_path)) < 10

    def they_are_not_those_of_hidden_and_temporary_files(self, tmp_path):
        (tmp_path / "nota.md").write_text("een", encoding="utf-8")
        before = state_of(tmp_path)

        for name in (".nota.md.swp", "~$nota.docx", "nota.md~"):
            (tmp_path / name).write_text("x", encoding="utf-8")
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git" / "index").write_text("x", encoding="utf-8")

        assert state_of(tmp_path) == before

    def and_a_folder_that_is_gone_has_none(self, tmp_path: Path):
        assert state_of(tmp_path / "weg") == {}
