# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Races of what colleagues send and get: texts as Word files, and what changed."""

from __future__ import annotations

from pathlib import Path

import dossiers
import others
from measuring import Bound, Contender, Race, measure
from race_setup import Setup, ratio


def sending_and_bringing_home(setup: Setup) -> Race:
    """All texts as Word files, and one of them read in again, without the check that follows."""
    place = (f"--content={setup.content}",)
    sent = setup.folder / "sent"
    export = (setup.jvom, "export", setup.year, *place, f"--templates={setup.templates}", f"--out={sent}")
    first = min((setup.content / setup.year / "rapport").glob("*.md")).stem
    file = sent / f"{setup.year}-{first}-uitvraag.docx"
    bring = (setup.jvom, "import", str(file), *place, "--no-check", "--changes=accept")
    return Race(
        "Sending all texts, and bringing one home",
        (
            Contender("jvom export", (export,)),
            Contender("jvom import --no-check, of one", (bring,)),
            Contender("jvom build --no-check", (setup.build(),)),
        ),
        rounds=11,
        bounds=(
            Bound("CPU of export, of a build's", ratio("jvom export", "jvom build --no-check"), 1.5),
            Bound(
                "CPU of import, of a build's",
                ratio("jvom import --no-check, of one", "jvom build --no-check"),
                1.0,
            ),
        ),
    )


def comparing(setup: Setup) -> Race:
    """Two versions of the dossier; the other programs get the Word files of the report alone."""
    six = dossiers.with_six_texts_changed(setup.content, setup.year, setup.folder / "six")
    other = dossiers.rewritten(setup.content, setup.year, setup.folder / "rewritten")
    for content, out in ((setup.content, "before"), (six, "after")):
        measure(setup.build("--only=rapport", content=content, out=out), setup.folder)
    before, after = (setup.folder / out / "rapport.docx" for out in ("before", "after"))

    def compare(content: Path) -> tuple[str, ...]:
        templates, out = f"--templates={setup.templates}", f"--out={setup.folder / 'compared'}"
        return (
            setup.jvom,
            "compare",
            str(setup.content / setup.year),
            str(content / setup.year),
            templates,
            out,
        )

    commands = others.redline_commands(before, after, setup.folder)
    return Race(
        "What changed, in six texts and in all",
        (
            Contender("jvom compare, six texts of the dossier", (compare(six),)),
            Contender("jvom compare, half of all sentences", (compare(other),)),
            *(Contender(f"{name}, the report", (command,)) for name, command in commands.items()),
            Contender("jvom build --no-check", (setup.build(),)),
        ),
        rounds=7,
        bounds=(
            Bound(
                "CPU of two years, of a build's",
                ratio("jvom compare, half of all sentences", "jvom build --no-check"),
                2,
            ),
        ),
    )
