# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The races: jvom beside other programs, and the bounds on the outcome. `RACES` lists them; add one there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import dossiers
import others
from measuring import Bound, Contender, Cost, Race, measure


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


RACES: tuple[tuple[str, Callable[[Setup], Race]], ...] = (
    ("four", four_documents),
    ("letter", one_letter),
    ("start", start_up),
    ("x10", many_sections(10, rounds=5)),
    ("x100", many_sections(100, rounds=3)),
    ("check", check),
    ("years", new_year),
    ("check-x100", check_many_sections),
    ("typing", typing),
    ("status", status_and_agenda),
    ("pdf", pdfs),
    ("unchanged", unchanged),
    ("seal", sealing),
    ("exchange", sending_and_bringing_home),
    ("compare", comparing),
)
