# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os

import pytest

from jvom.reading.settings import read_settings
from jvom.settings import Settings
from jvom.source import CannotRun


class Describe_read_settings:
    def it_reads_the_file(self, tmp_path):
        (tmp_path / "2025" / "rapport").mkdir(parents=True)
        (tmp_path / "2025" / "rapport" / "inzet.md").touch()
        (tmp_path / "jvom.yml").write_text(
            "ignore: [LNG]\n"
            "per-file-ignores: {'rapport/*.md': [STR001]}\n"
            "severity: {LNG001: info}\n"
            "words: {LNG001: {te samen: samen}}\n"
            "accept: {LNG001: [van uit]}\n"
            "spelling: [missiebijdrage]\n",
            encoding="utf-8",
        )

        settings = read_settings(tmp_path)

        assert settings.ignore == ("LNG",)
        assert settings.per_file_ignores == {"rapport/*.md": ("STR001",)}
        assert settings.severity == {"LNG001": "info"}
        assert settings.words == {"LNG001": {"te samen": "samen"}}
        assert settings.accept == {"LNG001": ("van uit",)}
        assert settings.spelling == ("missiebijdrage",)
        assert settings.at.item("ignore", 0).line == 1

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_does_not_wait_for_a_pipe(self, tmp_path):
        os.mkfifo(tmp_path / "jvom.yml")

        with pytest.raises(CannotRun, match="geen gewoon bestand"):
            read_settings(tmp_path)

    def it_needs_no_file(self, tmp_path):
        assert read_settings(tmp_path) == Settings()

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("ignroe: [LNG]", ":1:1"),
            ("ignore: LNG", ":1:9"),
            ("severity: {LNG001: heavy}", ":1:20"),
            ("words: {LNG001: [te samen]}", ":1:17"),
            ('words: {LNG001: {te samen: ""}}', ":1:28"),
            ("per-file-ignores: {nota.md: [LNG], '*.docx': [TOE]}", ":1:20"),
            ("a: [", ":1"),
        ],
    )
    def but_it_refuses_one_that_is_wrong(self, tmp_path, text, place):
        (tmp_path / "jvom.yml").write_text(text, encoding="utf-8")

        with pytest.raises(CannotRun) as raised:
            read_settings(tmp_path)

        assert place in str(raised.value.problems[0].span)
