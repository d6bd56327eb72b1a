# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Races of building: the dossier, a letter, a report of many sections."""

from __future__ import annotations

from collections.abc import Callable

import dossiers
import others
from measuring import Bound, Contender, Race
from race_setup import Setup, ratio


def four_documents(setup: Setup) -> Race:
    """The whole dossier, in a new process."""
    report = others.pandoc_report(setup.content, setup.year, setup.folder / "rapport.md")
    letter = others.pandoc_text(setup.content / setup.year / "brief.md", setup.folder / "brief.md")
    nota = others.pandoc_text(setup.content / setup.year / "nota.md", setup.folder / "nota.md")
    pandoc = (
        setup.pandoc("brief-eerste-kamer", letter),
        setup.pandoc("brief-tweede-kamer", letter),
        setup.pandoc("nota", nota),
        setup.pandoc("rapport", report),
    )
    return Race(
        "The four documents of the dossier",
        (
            Contender("jvom build --no-check", (setup.build(),)),
            Contender("jvom build, checked first", (setup.build(bare=False),)),
            Contender("pandoc, four times", pandoc),
        ),
        rounds=15,
        bounds=(Bound("CPU, of pandoc's", ratio("jvom build --no-check", "pandoc, four times"), 0.80),),
    )


def one_letter(setup: Setup) -> Race:
    """One letter, as a mail merge makes it."""
    letter = others.pandoc_text(setup.content / setup.year / "brief.md", setup.folder / "letter.md")
    return Race(
        "One letter",
        (
            Contender("jvom build --only", (setup.build("--only=brief-eerste-kamer", out="letter"),)),
            Contender("pandoc", (setup.pandoc("brief-eerste-kamer", letter),)),
            Contender(
                "docxtpl",
                (others.docxtpl_letter(setup.content, setup.year, setup.folder),),
            ),
        ),
        rounds=15,
    )


def start_up(setup: Setup) -> Race:
    """What a user waits for before anything happens."""
    return Race(
        "Start-up",
        (
            Contender("jvom --version", ((setup.jvom, "--version"),)),
            Contender("jvom --help", ((setup.jvom, "--help"),)),
            Contender("jvom build", (setup.build(),)),
            Contender("python -c pass", ((setup.python, "-c", "pass"),)),
        ),
        rounds=25,
        bounds=(Bound("CPU of --version, of python's", ratio("jvom --version", "python -c pass"), 1.5),),
    )


def many_sections(times: int, rounds: int) -> Callable[[Setup], Race]:
    """The report with its mission sections `times` times."""

    def race(setup: Setup) -> Race:
        content = dossiers.multiply(setup.content, setup.year, times, setup.folder / f"content-{times}")
        source = others.pandoc_report(content, setup.year, setup.folder / f"rapport-{times}.md")
        thousands = dossiers.words(content, setup.year) / 1000
        small = Contender("jvom, the real report", (setup.build("--only=rapport", out="small"),))
        large = Contender("jvom", (setup.build("--only=rapport", content=content, out=f"many-{times}"),))
        pandoc = Contender("pandoc", (setup.pandoc("rapport", source),))
        extra = (dossiers.words(content, setup.year) - dossiers.words(setup.content, setup.year)) / 1000
        bounds = (
            Bound("CPU, of pandoc's", ratio("jvom", "pandoc"), 0.28),
            Bound(
                "CPU for each 1,000 words more",
                lambda costs: (costs["jvom"].cpu - costs[small.name].cpu) * 1000 / extra,
                4.0,
                " ms",
            ),
            Bound("peak memory", lambda costs: costs["jvom"].peak, 150, " MB"),
        )
        return Race(
            f"The report with {times} times the mission sections ({thousands:,.0f} thousand words)",
            (small, large, pandoc),
            rounds,
            bounds if times >= 100 else (),
        )

    return race
