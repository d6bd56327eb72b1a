# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the races share: the dossier, the commands of the programs, and ratios between their costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import others


class Setup(NamedTuple):
    """What the races share: the dossier, the templates, a folder to write in, the programs."""

    content: Path
    year: str
    templates: Path
    folder: Path
    jvom: str
    python: str

    def build(
        self, *options: str, content: Path | None = None, out: str = "jvom", bare: bool = True
    ) -> tuple[str, ...]:
        """Return the command that builds the dossier, or another of the same year.

        A `bare` build skips the check, as the other programs do. Pages are estimated, without LibreOffice.
        """
        return (
            self.jvom,
            "build",
            self.year,
            f"--content={content or self.content}",
            f"--templates={self.templates}",
            f"--out={self.folder / out}",
            "--pages=estimate",
            *(("--no-check",) if bare else ()),
            *options,
        )

    def check(self, *options: str, content: Path | None = None) -> tuple[str, ...]:
        """Return the command that checks the dossier or another of that year; findings are no failure."""
        return (
            self.jvom,
            "check",
            self.year,
            f"--content={content or self.content}",
            "--fail-on=never",
            *options,
        )

    @property
    def fragments(self) -> tuple[str, ...]:
        """The texts of the dossier, which other linters read."""
        return tuple(str(path) for path in sorted((self.content / self.year).rglob("*.md")))

    def pandoc(self, name: str, source: Path) -> tuple[str, ...]:
        """Return pandoc's command for a document in the styles of its template."""
        template = self.templates / f"{'brief' if name.startswith('brief') else name}.docx"
        return others.pandoc_command(source, template, self.folder / f"pandoc-{name}.docx")


def ratio(one: str, other: str, measure: str = "cpu") -> Callable[..., float]:
    """Return a function that computes the ratio between the costs of two contenders."""
    return lambda costs: getattr(costs[one], measure) / getattr(costs[other], measure)
