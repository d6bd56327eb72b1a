# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Races of checking: beside a build and other linters, with earlier years, of many words, while typing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import dossiers
from measuring import Bound, Contender, Cost, Race
from race_setup import Setup, ratio

WITHOUT_SPELLING = "--ignore=SPL"


def check(setup: Setup) -> Race:
    """All rules on the dossier, beside building it and beside other linters of prose."""
    scripts = Path(setup.jvom).parent
    plain, spelled, build = "jvom check, no spelling", "jvom check", "jvom build --no-check"
    return Race(
        "Checking the dossier",
        (
            Contender(plain, (setup.check(WITHOUT_SPELLING),)),
            Contender(spelled, (setup.check(),)),
            Contender("jvom build, checked first", (setup.build(bare=False),)),
            Contender("codespell", ((str(scripts / "codespell"), *setup.fragments),), ok_statuses=(0, 65)),
            Contender(
                "proselint", ((str(scripts / "proselint"), "check", *setup.fragments),), ok_statuses=(0, 1)
            ),
            Contender(build, (setup.build(),)),
        ),
        rounds=15,
        bounds=(
            Bound("CPU without spelling, of the build's", ratio(plain, build), 1.5),
            Bound("CPU with spelling, of the build's", ratio(spelled, build), 3.0),
        ),
    )


def new_year(setup: Setup) -> Race:
    """Beginning a new year, and checking a dossier that has three earlier ones."""
    with_years = dossiers.with_earlier_years(setup.content, setup.year, 3, setup.folder / "years")
    alone, compared = "jvom check", "jvom check, three earlier years"
    new, build = "jvom new", "jvom build --no-check"
    following = str(int(setup.year) + 1)
    begun = (setup.jvom, "new", following, f"--content={setup.content}", "--dry-run")
    return Race(
        "A new year, and the years before it",
        (
            Contender(new, (begun,)),
            Contender(build, (setup.build(),)),
            Contender(alone, (setup.check(),)),
            Contender(compared, (setup.check(content=with_years),)),
        ),
        rounds=15,
        bounds=(
            Bound("CPU of new, of the build's", ratio(new, build), 1.5),
            Bound("CPU of the check with three earlier years", ratio(compared, alone), 1.2),
        ),
    )


def check_many_sections(setup: Setup) -> Race:
    """All rules but spelling on the dossier with 10 and with 100 times its mission sections."""
    real, ten, hundred = "the real dossier", "10 times", "100 times"
    contents = {real: setup.content}
    for name, times in ((ten, 10), (hundred, 100)):
        contents[name] = dossiers.multiply(
            setup.content, setup.year, times, setup.folder / f"checked-{times}"
        )
    words = {name: dossiers.words(content, setup.year) for name, content in contents.items()}

    def cost_per_word(costs: Mapping[str, Cost], small: str, large: str) -> float:
        return (costs[large].cpu - costs[small].cpu) / (words[large] - words[small])

    return Race(
        f"Checking more: the mission sections up to 100 times ({words[hundred] / 1000:,.0f} thousand words)",
        tuple(
            Contender(name, (setup.check(WITHOUT_SPELLING, content=content),))
            for name, content in contents.items()
        ),
        rounds=3,
        bounds=(
            Bound(
                "CPU for each word more, of 100 times against that of 10 times",
                lambda costs: cost_per_word(costs, ten, hundred) / cost_per_word(costs, real, ten),
                1.2,
            ),
        ),
    )


def status_and_agenda(setup: Setup) -> Race:
    """What a coordinator asks of a dossier that has last year's beside it."""
    content = dossiers.with_year_before(setup.content, setup.year, setup.folder / "two-years")

    def verb(name: str, *options: str) -> tuple[str, ...]:
        return (setup.jvom, name, setup.year, f"--content={content}", *options)

    return Race(
        "Status and agenda",
        (
            Contender("jvom status", (verb("status"),)),
            Contender(
                "jvom status, a board", (verb("status", f"--output-file={setup.folder / 'bord.html'}"),)
            ),
            Contender("jvom agenda", (verb("agenda"),)),
            Contender("jvom agenda, a calendar file", (verb("agenda", "--output-format=ics"),)),
            Contender("jvom build --no-check", (setup.build(content=content, out="status"),)),
            Contender("jvom check", (setup.check(content=content),)),
        ),
        rounds=15,
        bounds=(
            Bound("CPU of status, of check's", ratio("jvom status", "jvom check"), 1.2),
            Bound("CPU of the board, of check's", ratio("jvom status, a board", "jvom check"), 1.2),
            Bound("CPU of agenda, of the bare build's", ratio("jvom agenda", "jvom build --no-check"), 1.5),
            Bound(
                "CPU of a calendar file, of the bare build's",
                ratio("jvom agenda, a calendar file", "jvom build --no-check"),
                1.5,
            ),
        ),
    )


CHANGES = 20


def typing(setup: Setup) -> Race:
    """A change in a text of 1,000 words while an editor has it open, beside whole checks."""
    content = setup.folder / "typed" / "content"
    content.parent.mkdir()
    text = dossiers.with_long_text(setup.content, setup.year, 1_000, content)
    session = str(Path(__file__).with_name("editor_session.py"))

    def edited(changes: int) -> tuple[str, ...]:
        return (setup.python, session, setup.jvom, str(content.parent), f"content/{text}", str(changes))

    opened, changed, checked = "opened in an editor", f"and changed {CHANGES} times", "jvom check"

    def per_change(costs: Mapping[str, Cost]) -> float:
        return (costs[changed].cpu - costs[opened].cpu) / CHANGES

    return Race(
        "Typing in a text of 1,000 words",
        (
            Contender(opened, (edited(0),)),
            Contender(changed, (edited(CHANGES),)),
            Contender(checked, (setup.check(content=content),)),
        ),
        rounds=9,
        bounds=(
            Bound(
                "CPU of a change, of a check's", lambda costs: per_change(costs) / costs[checked].cpu, 1 / 3
            ),
        ),
    )


# The name on the command line, and the function that makes the race.
