# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Races with LibreOffice: PDFs, exact page numbers, a sealed submission."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import others
from measuring import Bound, Contender, Race, measure
from race_setup import Setup, ratio


class Office(NamedTuple):
    """What the races with LibreOffice share: its program, and a cache for each contender."""

    setup: Setup
    program: str

    def cache(self, name: str) -> Path:
        """Return the folder of a contender's cache, which holds jvom's layouts and a LibreOffice profile."""
        return self.setup.folder / f"cache-{name}"

    def jvom(self, cache: str, command: tuple[str, ...]) -> tuple[str, ...]:
        """Return the command with that cache."""
        return ("env", f"XDG_CACHE_HOME={self.cache(cache)}", *command)

    def build(self, cache: str, *options: str, bare: bool = True) -> tuple[str, ...]:
        """Return the command that builds with exact page numbers; its files are named after the cache."""
        # Of an option that is given twice, the last one counts.
        return self.jvom(cache, self.setup.build("--pages=exact", *options, out=f"exact-{cache}", bare=bare))

    def empty(self, cache: str) -> Callable[[], None]:
        """Return a function that empties a cache."""
        return partial(shutil.rmtree, self.cache(cache), ignore_errors=True)

    def drop_layouts(self, cache: str) -> Callable[[], None]:
        """Return a function that removes all layouts from a cache, but not the profile of LibreOffice."""

        def drop_layouts() -> None:
            for kind in ("asked", "pages", "pdf"):
                for entry in self.cache(cache).glob(f"jvom/{kind}-*"):
                    entry.unlink()

        return drop_layouts


def find_office(setup: Setup) -> Office:
    """Return this machine's LibreOffice; raises FileNotFoundError when there is none."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice")
    return Office(setup, program)


def pdfs(setup: Setup) -> Race:
    """The PDFs of the dossier, beside LibreOffice alone on the same Word files in a single run."""
    office = find_office(setup)
    measure(office.build("used", "--pdf"), setup.folder)
    built = sorted((setup.folder / "exact-used").glob("*.docx"))
    new, used = (setup.folder / name for name in ("new-profile", "used-profile"))
    alone = {
        profile: others.soffice_command(office.program, profile, built, setup.folder / "soffice")
        for profile in (new, used)
    }
    measure(alone[used], setup.folder)
    first, again = "jvom build --pdf, new profile", "jvom build --pdf, used profile"
    theirs, theirs_again = "soffice, new profile", "soffice, used profile"
    return Race(
        "The four documents as PDF with exact pages, none laid out before",
        (
            Contender(first, (office.build("new", "--pdf"),), prepare=office.empty("new")),
            Contender(theirs, (alone[new],), prepare=partial(shutil.rmtree, new, ignore_errors=True)),
            Contender(again, (office.build("used", "--pdf"),), prepare=office.drop_layouts("used")),
            Contender(
                f"{again}, checked first",
                (office.build("used", "--pdf", bare=False),),
                prepare=office.drop_layouts("used"),
            ),
            Contender(theirs_again, (alone[used],)),
        ),
        rounds=9,
        bounds=(
            Bound("wall with a new profile, of soffice's", ratio(first, theirs, "wall"), 1.25),
            Bound("wall with a used profile, of soffice's", ratio(again, theirs_again, "wall"), 1.25),
        ),
    )


def unchanged(setup: Setup) -> Race:
    """A rebuild with exact pages when nothing changed, beside a build without LibreOffice."""
    office = find_office(setup)
    measure(office.build("kept", "--pdf"), setup.folder)
    exact, with_pdf, plain = "jvom build --pages exact", "jvom build --pages exact --pdf", "jvom build"
    return Race(
        "The dossier again, with nothing changed",
        (
            Contender(exact, (office.build("kept", bare=False),)),
            Contender(with_pdf, (office.build("kept", "--pdf", bare=False),)),
            Contender(plain, (setup.build(bare=False),)),
        ),
        rounds=15,
        bounds=(
            Bound("CPU, of the build's", ratio(exact, plain), 1.1),
            Bound("CPU with PDFs, of the build's", ratio(with_pdf, plain), 1.1),
        ),
    )


def sealing(setup: Setup) -> Race:
    """Sealing a submission, beside a check and a build of its content; nothing was laid out before."""
    office = find_office(setup)
    places = (f"--content={setup.content}", f"--templates={setup.templates}")
    seal = (setup.jvom, "seal", setup.year, *places, f"--out={setup.folder / 'sealed'}", "--force")
    sealed, parts = "jvom seal", "jvom check, then jvom build --no-check --public --pdf"
    return Race(
        "Sealing a submission",
        (
            Contender(sealed, (office.jvom("seal", seal),), prepare=office.empty("seal")),
            Contender(
                parts,
                (setup.check(), office.build("parts", "--public", "--pdf")),
                prepare=office.empty("parts"),
            ),
        ),
        rounds=7,
        bounds=(
            Bound("wall, of the parts'", ratio(sealed, parts, "wall"), 1),
            Bound("CPU, of the parts'", ratio(sealed, parts), 1),
        ),
    )
