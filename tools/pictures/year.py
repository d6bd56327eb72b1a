# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A year as a coordinator lives it, played in a folder of its own with the content of this project.

Nothing in it is true of 2026: the figures are last year's and the sentences say little. It is there to be
seen, and to show that the way leads to a seal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import count
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

PROJECT = Path(__file__).resolve().parent.parent.parent
AUTHOR = "J. Jansen (CDS)"
#: What the dossier of 2026 gives for the dates that `jvom new` leaves open, in its order.
_DATES = ("2027-05-19", "2027-05-19", "2027-04-22", "2027-05-19")
#: How far each text is by the day of the board; all others stay as `jvom new` made them.
_STATUSES = {
    "draft": ("rapport/kfor.md", "rapport/osc.md", "rapport/oir.md", "rapport/aspides.md", "rapport/nmi.md"),
    "review": ("rapport/inleiding.md", "rapport/unifil.md", "rapport/untso.md", "rapport/vpd.md"),
    "final": ("brief.md", "nota.md", "rapport/inzet.md", "rapport/samenhang.md", "rapport/europa.md"),
}
_PLANNING = """
planning:
  texts: 2027-03-19
  review: 2027-04-09
  owners: {CDS: 2027-03-26}
  milestones:
    - {date: 2027-04-22, what: Nota naar de minister}
  approvals: [DCO]
"""
_SLIPS = """Op 31 februari 2026 bezocht een delegatie de missie, te samen met de Libanese strijdkrachten. \
Zij sprak er over de de samenwerking en over het mandaat; zie [](#rechtsbasis)."""
_NEWS = "In 2026 veranderde hieraan niets dat de Kamer moet weten."
_REMARK = "<!-- opmerking (DGB, 2027-02-15): is dit getal nog van voor de zomer? -->\n\n"


class Year:
    """The dossier of 2026 in a folder that has `content` and `templates`, and gets what jvom makes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dossier = folder / "content/2026"

    @classmethod
    def in_copy(cls, folder: Path) -> Year:
        """Return one in a folder that gets a copy of the content and templates of this project."""
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, folder / name)
        return cls(folder)

    def jvom(self, *arguments: str, may_fail: bool = False) -> str:
        """Run jvom and return what it printed; raises CalledProcessError when it fails and may not."""
        done = subprocess.run(
            [sys.executable, "-m", "jvom", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "COLUMNS": "150"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=not may_fail,
        )
        return done.stdout

    @contextmanager
    def preview(self, *arguments: str) -> Iterator[str]:
        """Run a preview, and yield the address of its page."""
        running = subprocess.Popen(
            [sys.executable, "-m", "jvom", "preview", "--port", "0", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert running.stdout is not None
            yield running.stdout.readline().strip()
        finally:
            running.terminate()
            running.communicate()

    @contextmanager
    def text_with_slips(self, name: str) -> Iterator[None]:
        """Begin a text of last year with a paragraph as someone writes it, for a while."""
        path = self.folder / f"content/2025/rapport/{name}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("\n## Over de missie\n", f"\n## Over de missie\n\n{_SLIPS}\n", 1), encoding="utf-8"
        )
        yield
        path.write_text(text, encoding="utf-8")

    def plan(self) -> None:
        """Say in dossier.yml by when the texts are due."""
        dossier = self.dossier / "dossier.yml"
        dossier.write_text(dossier.read_text(encoding="utf-8") + _PLANNING, encoding="utf-8")

    def texts_are_under_way(self) -> None:
        """Give the texts the statuses of the day of the board, and one a question for a colleague."""
        for status, names in _STATUSES.items():
            for name in names:
                path = self.dossier / name
                text = path.read_text(encoding="utf-8").replace("status: outline", f"status: {status}")
                path.write_text(text.replace("carried_from: 2025\n", ""), encoding="utf-8")
        path = self.dossier / "rapport/oir.md"
        head, mark, rest = path.read_text(encoding="utf-8").rpartition("## ")
        heading, _, last = rest.partition("\n\n")
        path.write_text(f"{head}{mark}{heading}\n\n{_REMARK}{last}", encoding="utf-8")

    def fill_in_data(self) -> None:
        """Give all that `jvom new` left open in the data a value."""
        self._fill_in_dossier()
        self._fill_in_figures()
        self._extend_mandates()

    def finish_texts(self, forgotten: tuple[str, ...] = ()) -> None:
        """Bring the texts up to date, so that the dossier can be sealed.

        Those whose ids are in `forgotten` are called final, but say what they said last year.
        """
        for path in sorted(self.dossier.rglob("*.md")):
            text = path.read_text(encoding="utf-8").replace(_REMARK, "")
            text = re.sub("status: (outline|draft|review)", "status: final", text)
            text = text.replace("carried_from: 2025\n", "")
            text = text.replace("mei 2025 tot en met april 2026", "mei 2026 tot en met april 2027")
            if path.stem in forgotten or _NEWS in text:
                pass
            elif path.parent.name == "rapport":
                text = text.rstrip("\n") + f"\n\n{_NEWS}\n"
            else:
                text = re.sub(r"(over het jaar|in|begrotingsjaar) 2025\b", r"\1 2026", text)
            path.write_text(text, encoding="utf-8")

    def _fill_in_dossier(self) -> None:
        numbers, days = count(40001), iter(_DATES)
        path = self.dossier / "dossier.yml"
        text = path.read_text(encoding="utf-8").replace(" # opmerking: bevestigen", "")
        text = re.sub("reference: null", lambda _: f"reference: MINDEF202700{next(numbers)}", text)
        text = re.sub("date: null", lambda _: f"date: {next(days)}", text)
        path.write_text(text.replace("approvals: [DCO]", "approvals: []"), encoding="utf-8")

    def _fill_in_figures(self) -> None:
        """Give each figure last year's value, confirmed; a date falls a year later."""

        def filled(open_figure: re.Match[str]) -> str:
            indent, last = open_figure.groups()
            value = {"2026-05-20": "2027-05-19", "2026-05-08": "2027-05-07"}.get(last) or _a_year_later(last)
            return (
                f"{indent}value: {value}\n{indent}last_year: {last}\n{indent}confirmed: CDS, 1 maart 2027\n"
            )

        path = self.dossier / "figures.yml"
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"( +)value: null\n +last_year: (.*)\n", filled, text)
        path.write_text(text, encoding="utf-8")

    def _extend_mandates(self) -> None:
        path = self.dossier / "mandates.yml"
        text = path.read_text(encoding="utf-8")
        text = re.sub(
            r"(?<=: )(2025-07-09|202[67]-\d\d-\d\d)(?=\n)", lambda found: _a_year_later(found[0]), text
        )
        path.write_text(text, encoding="utf-8")


def answered_in_word(document: Path, answered: Path, before: str, after: str) -> None:
    """Write a copy of a document in which a colleague changed `before` into `after`, tracked by Word.

    Raises LookupError when no run has those words.
    """
    package = Document(str(document))
    for element in package.element.body.iter(qn("w:t")):
        text = element.text or ""
        if before in text and not any(True for _ in element.iterancestors(qn("w:sdt"))):
            break
    else:
        raise LookupError(before)
    run = element.getparent()
    assert run is not None
    ahead, _, behind = text.partition(before)
    for words, kind in ((ahead, ""), (before, "del"), (after, "ins"), (behind, "")):
        piece = OxmlElement("w:r")
        for properties in run.findall(qn("w:rPr")):
            piece.append(deepcopy(properties))
        written = OxmlElement("w:delText" if kind == "del" else "w:t")
        written.text = words
        written.set(qn("xml:space"), "preserve")
        piece.append(written)
        if kind:
            change = OxmlElement(f"w:{kind}")
            change.set(qn("w:id"), {"del": "9001", "ins": "9002"}[kind])
            change.set(qn("w:author"), AUTHOR)
            change.set(qn("w:date"), "2027-03-04T10:00:00Z")
            change.append(piece)
            piece = change
        run.addprevious(piece)
    run.getparent().remove(run)
    package.save(str(answered))


def _a_year_later(value: str) -> str:
    """Return a date (YYYY-MM-DD) a year later; any other value as it is."""
    day = re.fullmatch(r"(\d{4})(-\d\d-\d\d)", value)
    return f"{int(day[1]) + 1}{day[2]}" if day else value
