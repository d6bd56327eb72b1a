# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters typed as a letter and an accent: read whole, and told at their places in the file."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jvom.accents import compose, has_loose_accents, typed_column, typed_lines
from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.cli.app import run
from jvom.reading.decoding import as_typed, decode
from jvom.settings import Settings
from tests.conftest import PROJECT
from tests.contents import copy_basis, read_dossier
from tests.growth import LINEAR, growth

ACUTE, DIAERESIS = "\u0301", "\u0308"
TWO = f"Een cafe{ACUTE} en de gee{DIAERESIS}indigde missie."
LETTERS = st.text(f"eaikb {ACUTE}{DIAERESIS}\u0323é", max_size=12)


def in_two(folder: Path) -> None:
    """Type every letter of the texts and data in a folder as a letter and its accents."""
    for path in [*folder.rglob("*.md"), *folder.rglob("*.yml")]:
        path.write_bytes(normalize("NFD", path.read_text(encoding="utf-8")).encode())


class Describe_letters_in_two:
    def they_are_composed(self) -> None:
        assert compose(TWO) == "Een café en de geëindigde missie."
        assert compose(f"q{ACUTE} {ACUTE}e \n{ACUTE}") == f"q{ACUTE} {ACUTE}e \n{ACUTE}"
        assert compose(f"u{DIAERESIS}{ACUTE}") == "ǘ"

    @pytest.mark.parametrize("text", ["Ω Å ﬁ ① é", "é ü ç ș", "", "한국어"])
    def but_no_other_characters_change(self, text: str) -> None:
        assert compose(text) == text

    @given(LETTERS)
    def they_are_those_of_the_standard(self, text: str) -> None:
        assert normalize("NFD", compose(text)) == normalize("NFD", text)
        assert has_loose_accents(text.encode()) == bool(re.search("[\u0300-\u036f]", text))

    @given(LETTERS, LETTERS, LETTERS)
    @example("e", f"{ACUTE}", "b")
    @example("", f"e{ACUTE}", "")
    @example("", f"{ACUTE}\u0323", "")
    def they_have_their_place_in_the_line(self, before: str, word: str, after: str) -> None:
        line = f"{before}|{word}|{after}"
        start = compose(line).index("|") + 1
        end = compose(line).index("|", start)

        typed = line[typed_column(line, start + 1) - 1 : typed_column(line, end + 1) - 1]
        assert normalize("NFC", typed) == compose(line)[start:end]
        assert typed_column(line, len(compose(line)) + 1) == len(line) + 1

    def they_are_kept_by_line(self) -> None:
        assert typed_lines(f"a\n{TWO}\nb", f"a\n{compose(TWO)}\nb") == {2: TWO}

    def they_are_read_whole_from_a_file(self) -> None:
        raw = b"\xef\xbb\xbf" + f"a\r\n{TWO}\r\n".encode()
        text, problems = decode(raw, "a.md")

        assert (text, problems) == (f"a\n{compose(TWO)}\n", [])
        assert as_typed(raw, text) == {2: TWO}
        assert as_typed("é".encode(), "é") == {}

    def they_are_read_in_linear_time(self) -> None:
        def work(text: str) -> None:
            assert typed_column(text, len(compose(text)))

        assert growth(work, lambda size: f"e{ACUTE}" * size + "e" * size, 10_000) < LINEAR


class Describe_a_dossier_with_letters_in_two:
    def it_reads_as_one_with_whole_letters(self, tmp_path: Path) -> None:
        content = tmp_path / "content"
        shutil.copytree(PROJECT / "content", content)
        whole = read_dossier(content, 2025)
        in_two(content)

        two = read_dossier(content, 2025)

        assert two.fragments != whole.fragments  # by their lines as typed alone
        assert [each.blocks for each in two.fragments] == [each.blocks for each in whole.fragments]
        assert [each.lines for each in two.files] == [each.lines for each in whole.files]
        before = check(whole, Settings(), date(2026, 5, 20)).findings
        after = check(two, Settings(), date(2026, 5, 20)).findings
        assert [(f.code, f.span.path, f.span.line, str(f.message)) for f in after] == [
            (f.code, f.span.path, f.span.line, str(f.message)) for f in before
        ]

    def its_findings_have_the_columns_of_the_file(self, tmp_path: Path) -> None:
        content = copy_basis(tmp_path)
        path = content / "2025/rapport/inzet.md"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{TWO} Wij te samen.\n", encoding="utf-8")
        report = check(
            read_dossier(content, 2025), Settings(), date(2026, 4, 24), Overrides(select=("LNG001",))
        )

        [finding] = report.findings
        line = path.read_text(encoding="utf-8").split("\n")[finding.span.line - 1]
        assert line[finding.span.column - 1 : finding.span.end_column - 1] == "te samen"
        assert report.by_path[path.as_posix()].text_at(finding.span) == "te samen"
        assert finding.fix
        assert finding.fix.edits[0].span == finding.span

    @pytest.mark.parametrize(
        ("name", "typed", "said"),
        [
            ("2025/rapport/inzet.md", f"{TWO} Zie [](#weg).", ":41: de paragraaf «weg» bestaat niet"),
            ("2025/rapport/inzet.md", f"{TWO} Zie [](weg).", ":41: dit is geen webadres"),
            ("2025/rapport/inzet.md", f"{TWO} ![a](weg.png)", ":37: een afbeelding kan hier niet staan"),
            ("2025/rapport/inzet.md", f"![cafe{ACUTE}](weg.png)", ":1: de afbeelding"),
            ("2025/dossier.yml", f'{{cafe{ACUTE}: "x"}}: y', ":1: een sleutel moet een woord zijn"),
            ("2025/dossier.yml", f"cafe{ACUTE}: x, weg: y", ":14: in deze waarde staat een dubbele punt"),
        ],
    )
    def its_problems_have_them_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
        name: str, typed: str, said: str,
    ) -> None:  # fmt: skip
        path = copy_basis(tmp_path) / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{typed}\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path)

        assert run(["check", "2025"]) == 2
        assert said in capsys.readouterr().err

    def its_settings_and_suppressions_count(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        content = copy_basis(tmp_path)
        path = content / "2025/rapport/inzet.md"
        ignored = f"<!-- jvom: ignore[LNG001] gee{DIAERESIS}ist -->\nCafe{ACUTE} te samen."
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{ignored}\n", encoding="utf-8")
        (content / "jvom.yml").write_text(f"cafe{ACUTE}: x\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path)

        assert run(["check", "2025", "--select", "LNG001"]) == 2
        assert capsys.readouterr().err.startswith("content/jvom.yml:1:1: onbekende sleutel «café»")
        (content / "jvom.yml").unlink()
        assert run(["check", "2025", "--select", "LNG001"]) == 0

    def its_fixes_leave_the_rest_as_it_was_typed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = copy_basis(tmp_path) / "2025/rapport/inzet.md"
        before = f"{path.read_text(encoding='utf-8')}\n{TWO} Wij te samen, gee{DIAERESIS}ist.\n"
        path.write_text(before, encoding="utf-8")
        monkeypatch.chdir(tmp_path)

        assert run(["check", "2025", "--select", "LNG001", "--fix", "--diff"]) == 1
        assert f"+{TWO} Wij samen, gee{DIAERESIS}ist." in capsys.readouterr().out
        assert run(["check", "2025", "--select", "LNG001", "--fix"]) == 0
        assert path.read_text(encoding="utf-8") == before.replace("te samen", "samen")

    def it_builds_the_same_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        copy_basis(tmp_path)
        (tmp_path / "templates").symlink_to(PROJECT / "templates")
        monkeypatch.chdir(tmp_path)
        build = ["build", "2025", "--no-check", "--pages", "estimate", "--out"]
        assert run([*build, "whole"]) == 0
        in_two(tmp_path / "content")
        assert run([*build, "two"]) == 0

        whole, two = (
            {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
            for name in ("whole", "two")
        )
        assert whole == two
