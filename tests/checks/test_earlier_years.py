# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers made by copying last year's: whatever was not brought up to date is found, and nothing else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.registry import all_rules
from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.dossier_ids import DossierId
from jvom.findings import Severity
from jvom.model import Dossier
from jvom.reading.earlier_dossiers import earlier_files, read_earlier
from jvom.settings import Settings
from tests.conftest import PROJECT
from tests.contents import copy_basis, copy_sisters, read_dossier
from tests.fuzzing import examples

TODAY = date(2027, 4, 24)
STALE = ("VRG001", "VRG002", "VRG003", "VRG005")

Found = set[tuple[str, str, int]]

WORDS = """
de het een van op met voor over inzet schip haven vliegtuig kustwacht oefening opleiding overleg
wapenstilstand grens dorp rivier brug
konvooi patrouille waarnemer commandant staf arts monteur piloot matroos verbinding
voertuig brandstof water voedsel kamp tent radio satelliet kaart route sneeuw zand regen wind storm
""".split()


def found(content: Path, id: str, codes: tuple[str, ...] = STALE) -> Found:
    """Return code, file and line of what the rules find in a dossier."""
    dossier = read_dossier(content, id)
    report = check(
        dossier,
        Settings(),
        TODAY,
        Overrides(select=codes),
        all_rules(),
        earlier=read_earlier(content, DossierId.parse(id)),
    )
    assert report.broken == ()
    folder = f"{(content / id).as_posix()}/"
    return {(each.code, each.span.path.removeprefix(folder), each.span.line) for each in report.findings}


def errors_at_the_seal(content: Path, id: str) -> set[str]:
    """Return the codes of what is stale and stops a seal."""
    report = check(
        read_dossier(content, id),
        Settings(),
        TODAY,
        Overrides(select=STALE),
        all_rules(),
        earlier=read_earlier(content, DossierId.parse(id)),
        to_be_sealed=True,
    )
    return {each.code for each in report.findings if each.severity is Severity.ERROR}


class Copy:
    """Last year's dossier, brought up to date in part; `stale` are code, file and line of the rest."""

    def __init__(self, random: Random, folder: Path, year: int = 2026) -> None:
        self.random, self.folder = random, folder
        self.stale: Found = set()
        self.dossier = read_dossier(folder.parent, "2025")
        shutil.copytree(folder.parent / "2025", folder)
        self.edit(
            "dossier.yml", lambda text: re.sub(r"^year: \d+", f"year: {year}", text, flags=re.MULTILINE)
        )

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        path = self.folder / name
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def leaves(self) -> bool:
        """Tell whether the next thing is left as it was."""
        return self.random.random() < 0.3

    def data(self) -> None:
        """Bring references and dates of dossier.yml up to date, line by line."""
        lines = (self.folder / "dossier.yml").read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines):
            reference = re.search(r"reference: (\w+)", line)
            day = re.search(r"(?:date|ministers): (2026)-", line)
            if (reference or day) and self.leaves():
                self.stale.add(("VRG001" if reference else "VRG002", "dossier.yml", number + 1))
            elif reference:
                lines[number] = line.replace(reference[1], f"MINDEF2027{number:07}")
            elif day:
                lines[number] = line.replace("2026-", "2027-")
        self.edit("dossier.yml", lambda _: "\n".join(lines))

    def figures(self) -> None:
        lines = (self.folder / "figures.yml").read_text(encoding="utf-8").split("\n")
        added = 0
        for number, line in enumerate(lines):
            value = re.fullmatch(r"( +value: )(\S+)(.*)", line)
            if value is None:
                continue
            if self.leaves():
                self.stale.add(("VRG005", "figures.yml", number + 1 + added))
            elif self.random.random() < 0.2:
                lines[number] = f"{line}\n    confirmed: DOPS, 3 maart 2027"
                added += 1
            elif "-" in value[2]:
                lines[number] = f"{value[1]}2019{value[2][4:]}{value[3]}"
            else:
                lines[number] = f"{value[1]}{value[2]}1{value[3]}"
        self.edit("figures.yml", lambda _: "\n".join(lines))

    def texts(self) -> None:
        for section in self.dossier.sections:
            name = f"rapport/{section.id}.md"
            kind = self.random.random()
            # Of a few words nobody can tell whether they are last year's: those are always rewritten.
            if len(re.findall(r"\w+", " ".join(section.lines[6:]))) > 60 and self.leaves():
                self.stale.add(("VRG003", name, section.front.at.value("title").line))
                if kind < 0.3:
                    self.edit(name, lambda text: re.sub(r"\b2026\b(?!\))", "2027", text))
            elif kind < 0.2:
                self.edit(name, lambda text: text.replace("---\n", "---\nunchanged: nagekeken\n", 1))
            else:
                self.edit(name, self.rewritten)

    def rewritten(self, text: str) -> str:
        """Return a text of which each paragraph is another, and what is computed stays."""
        front, _, body = text.partition("\n---\n")
        blocks = body.split("\n\n")
        new = " ".join(self.random.choice(WORDS) for _ in range(30)).capitalize() + "."
        prose = [place for place, block in enumerate(blocks) if block[:1].isalpha()]
        for place in prose:
            blocks[place] = (
                f"{new} {blocks[place]}" if "[^" in blocks[place] or "{{" in blocks[place] else new
            )
        if not prose:
            blocks.append(new)
        return f"{front}\n---\n{chr(10).join([''])}" + "\n\n".join(blocks)


class Describe_a_copy_of_last_year:
    @examples(7)
    @given(st.integers(0, 2**32))
    def it_is_stopped_at_whatever_was_left_as_it_was(self, tmp_path_factory, seed):
        content = tmp_path_factory.mktemp("inhoud") / "content"
        shutil.copytree(PROJECT / "content", content)
        copy = Copy(Random(seed), content / "2026")
        copy.data()
        copy.figures()
        copy.texts()

        assert found(content, "2026") == copy.stale
        assert bool(copy.stale) == bool(errors_at_the_seal(content, "2026"))

    def it_is_stopped_as_a_whole_by_errors(self, tmp_path):
        content = copy_basis(tmp_path)
        Copy(Random(1), content / "2026")
        dossier = read_dossier(content, "2026")

        report = check(dossier, Settings(), TODAY, earlier=read_earlier(content, DossierId(2026)))

        errors = {each.code for each in report.findings if each.severity is Severity.ERROR}
        assert {"VRG001", "VRG002", "VRG003"} <= errors


class Describe_the_earlier_years:
    @pytest.fixture
    def content(self, tmp_path: Path) -> Path:
        return copy_sisters(tmp_path)

    def they_are_of_the_same_series_the_nearest_whole(self, content):
        for old, new in [("2025", "2024"), ("2025", "2023"), ("2025-althea", "2024-althea")]:
            shutil.copytree(content / old, content / new)
            path = content / new / "dossier.yml"
            path.write_text(path.read_text().replace("year: 2025", f"year: {new[:4]}"))

        earlier = read_earlier(content, DossierId(2025))

        assert [str(each.id) for each in earlier] == ["2024", "2023"]
        assert isinstance(earlier[0].dossier, Dossier)
        assert earlier[1].dossier is None
        assert earlier[1].data is not None
        names = {path.relative_to(content).as_posix() for path in earlier_files(content, DossierId(2025))}
        assert {"2024/rapport/unifil.md", "2024/dossier.yml", "2023/dossier.yml"} <= names
        assert not [name for name in names if name.startswith(("2024-althea", "2023/rapport"))]

    def they_are_none_in_the_first_year(self, content):
        assert read_earlier(content, DossierId(2025)) == ()
        assert earlier_files(content, DossierId(2025)) == ()

    def they_may_be_unreadable(self, content):
        shutil.copytree(content / "2025", content / "2024")  # whose year is still 2025

        [earlier] = read_earlier(content, DossierId(2025))

        assert earlier.dossier is None
        assert len(earlier.problems) == 1
        assert found(content, "2025", ("VRG015",)) == {
            ("VRG015", (content / "2024/dossier.yml").as_posix(), 0)
        }

    def they_are_all_read_for_references(self, content):
        for year in ("2024", "2023"):
            shutil.copytree(content / "2025", content / year)
            path = content / year / "dossier.yml"
            text = re.sub(r"year: 2025", f"year: {year}", path.read_text())
            path.write_text(text if year == "2023" else re.sub("MINDEF2026", "MINDEF2025", text))

        assert {code for code, _, _ in found(content, "2025", ("VRG001",))} == {"VRG001"}
