# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: measures jvom beside others, prints the table and, with --write, puts it in the docs.

A measure is one race in `RACES`; add one there.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import dossiers
import others
from measuring import Aim, Contender, Cost, Race, Result, measure, run

PROJECT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


class Ground(NamedTuple):
    """Where the races are run: the dossier, the templates, a folder to write in, the programs."""

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

        A `bare` build does what the others do: it checks nothing and starts no LibreOffice.
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
        """Return the command that checks the dossier, or another of the same year, whatever it finds."""
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
        """The texts of the dossier: what others check of it."""
        return tuple(str(path) for path in sorted((self.content / self.year).rglob("*.md")))

    def pandoc(self, name: str, source: Path) -> tuple[str, ...]:
        """Return pandoc's command for a document in the styles of its template."""
        template = self.templates / f"{'brief' if name.startswith('brief') else name}.docx"
        return others.pandoc_command(source, template, self.folder / f"pandoc-{name}.docx")


def ratio(one: str, other: str, measure: str = "cpu") -> Callable[..., float]:
    """Return the function that tells how many times `one` takes of what `other` takes."""
    return lambda costs: getattr(costs[one], measure) / getattr(costs[other], measure)


def four_documents(ground: Ground) -> Race:
    """The whole dossier, cold."""
    report = others.pandoc_report(ground.content, ground.year, ground.folder / "rapport.md")
    letter = others.pandoc_text(ground.content / ground.year / "brief.md", ground.folder / "brief.md")
    nota = others.pandoc_text(ground.content / ground.year / "nota.md", ground.folder / "nota.md")
    pandoc = (
        ground.pandoc("brief-eerste-kamer", letter),
        ground.pandoc("brief-tweede-kamer", letter),
        ground.pandoc("nota", nota),
        ground.pandoc("rapport", report),
    )
    return Race(
        "The four documents of the dossier",
        (
            Contender("jvom build --no-check", (ground.build(),)),
            Contender("jvom build, checked first", (ground.build(bare=False),)),
            Contender("pandoc, four times", pandoc),
        ),
        rounds=15,
        aims=(Aim("CPU, of pandoc's", ratio("jvom build --no-check", "pandoc, four times"), 0.80),),
    )


def one_letter(ground: Ground) -> Race:
    """A letter alone, as a mail merge would."""
    letter = others.pandoc_text(ground.content / ground.year / "brief.md", ground.folder / "letter.md")
    return Race(
        "One letter",
        (
            Contender("jvom build --only", (ground.build("--only=brief-eerste-kamer", out="letter"),)),
            Contender("pandoc", (ground.pandoc("brief-eerste-kamer", letter),)),
            Contender(
                "docxtpl",
                (others.docxtpl_letter(ground.content, ground.year, ground.folder),),
            ),
        ),
        rounds=15,
    )


def start_up(ground: Ground) -> Race:
    """What a user waits for before anything happens."""
    return Race(
        "Start-up",
        (
            Contender("jvom --version", ((ground.jvom, "--version"),)),
            Contender("jvom --help", ((ground.jvom, "--help"),)),
            Contender("jvom build", (ground.build(),)),
            Contender("python -c pass", ((ground.python, "-c", "pass"),)),
        ),
        rounds=25,
        aims=(Aim("CPU of --version, of python's", ratio("jvom --version", "python -c pass"), 1.5),),
    )


def many_sections(times: int, rounds: int) -> Callable[[Ground], Race]:
    """The report with its mission sections `times` times."""

    def race(ground: Ground) -> Race:
        content = dossiers.multiply(ground.content, ground.year, times, ground.folder / f"content-{times}")
        source = others.pandoc_report(content, ground.year, ground.folder / f"rapport-{times}.md")
        thousands = dossiers.words(content, ground.year) / 1000
        small = Contender("jvom, the real report", (ground.build("--only=rapport", out="small"),))
        large = Contender("jvom", (ground.build("--only=rapport", content=content, out=f"many-{times}"),))
        pandoc = Contender("pandoc", (ground.pandoc("rapport", source),))
        extra = (dossiers.words(content, ground.year) - dossiers.words(ground.content, ground.year)) / 1000
        aims = (
            Aim("CPU, of pandoc's", ratio("jvom", "pandoc"), 0.28),
            Aim(
                "CPU for each 1,000 words more",
                lambda costs: (costs["jvom"].cpu - costs[small.name].cpu) * 1000 / extra,
                4.0,
                " ms",
            ),
            Aim("peak memory", lambda costs: costs["jvom"].peak, 150, " MB"),
        )
        return Race(
            f"The report with {times} times the mission sections ({thousands:,.0f} thousand words)",
            (small, large, pandoc),
            rounds,
            aims if times >= 100 else (),
        )

    return race


WITHOUT_SPELLING = "--ignore=SPL"


def check(ground: Ground) -> Race:
    """All rules on the dossier, cold, beside what building it takes and beside other linters of prose."""
    scripts = Path(ground.jvom).parent
    plain, spelled, build = "jvom check, no spelling", "jvom check", "jvom build --no-check"
    return Race(
        "Checking the dossier",
        (
            Contender(plain, (ground.check(WITHOUT_SPELLING),)),
            Contender(spelled, (ground.check(),)),
            Contender("jvom build, checked first", (ground.build(bare=False),)),
            Contender("codespell", ((str(scripts / "codespell"), *ground.fragments),), done=(0, 65)),
            Contender("proselint", ((str(scripts / "proselint"), "check", *ground.fragments),), done=(0, 1)),
            Contender(build, (ground.build(),)),
        ),
        rounds=15,
        aims=(
            Aim("CPU without spelling, of the build's", ratio(plain, build), 1.35),
            Aim("CPU with spelling, of the build's", ratio(spelled, build), 3.0),
        ),
    )


def check_many_sections(ground: Ground) -> Race:
    """All rules but spelling on the dossier with 10 and with 100 times its mission sections."""
    real, ten, hundred = "the real dossier", "10 times", "100 times"
    contents = {real: ground.content}
    for name, times in ((ten, 10), (hundred, 100)):
        contents[name] = dossiers.multiply(
            ground.content, ground.year, times, ground.folder / f"checked-{times}"
        )
    words = {name: dossiers.words(content, ground.year) for name, content in contents.items()}

    def for_each_word(costs: Mapping[str, Cost], small: str, large: str) -> float:
        return (costs[large].cpu - costs[small].cpu) / (words[large] - words[small])

    return Race(
        f"Checking more: the mission sections up to 100 times ({words[hundred] / 1000:,.0f} thousand words)",
        tuple(
            Contender(name, (ground.check(WITHOUT_SPELLING, content=content),))
            for name, content in contents.items()
        ),
        rounds=3,
        aims=(
            Aim(
                "CPU for each word more, of 100 times against that of 10 times",
                lambda costs: for_each_word(costs, ten, hundred) / for_each_word(costs, real, ten),
                1.2,
            ),
        ),
    )


class Office(NamedTuple):
    """What races with LibreOffice share: its program, and the user's cache of each contender."""

    ground: Ground
    program: str

    def cache(self, name: str) -> Path:
        """Return the place of a contender's cache: jvom keeps there what was laid out, and a profile."""
        return self.ground.folder / f"cache-{name}"

    def jvom(self, cache: str, command: tuple[str, ...]) -> tuple[str, ...]:
        """Return the command with that cache."""
        return ("env", f"XDG_CACHE_HOME={self.cache(cache)}", *command)

    def build(self, cache: str, *options: str, bare: bool = True) -> tuple[str, ...]:
        """Return the command that builds with exact page numbers; its files are named after the cache."""
        # Of an option that is given twice, the last counts.
        return self.jvom(cache, self.ground.build("--pages=exact", *options, out=f"exact-{cache}", bare=bare))

    def afresh(self, cache: str) -> Callable[[], None]:
        """Return what empties a cache."""
        return partial(shutil.rmtree, self.cache(cache), ignore_errors=True)

    def forget(self, cache: str) -> Callable[[], None]:
        """Return what takes from a cache all that was laid out, and leaves the profile of LibreOffice."""

        def forget() -> None:
            for kind in ("asked", "pages", "pdf"):
                for entry in self.cache(cache).glob(f"jvom/{kind}-*"):
                    entry.unlink()

        return forget


def office_of(ground: Ground) -> Office:
    """Return this machine's LibreOffice; raises FileNotFoundError when there is none."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice")
    return Office(ground, program)


def pdfs(ground: Ground) -> Race:
    """The PDFs of the dossier, beside LibreOffice alone on the same Word files in one call."""
    office = office_of(ground)
    measure(office.build("used", "--pdf"), ground.folder)
    built = sorted((ground.folder / "exact-used").glob("*.docx"))
    new, used = (ground.folder / name for name in ("new-profile", "used-profile"))
    alone = {
        profile: others.soffice_command(office.program, profile, built, ground.folder / "soffice")
        for profile in (new, used)
    }
    measure(alone[used], ground.folder)
    first, again = "jvom build --pdf, new profile", "jvom build --pdf, used profile"
    theirs, theirs_again = "soffice, new profile", "soffice, used profile"
    return Race(
        "The four documents as PDF with exact pages, none laid out before",
        (
            Contender(first, (office.build("new", "--pdf"),), ready=office.afresh("new")),
            Contender(theirs, (alone[new],), ready=partial(shutil.rmtree, new, ignore_errors=True)),
            Contender(again, (office.build("used", "--pdf"),), ready=office.forget("used")),
            Contender(
                f"{again}, checked first",
                (office.build("used", "--pdf", bare=False),),
                ready=office.forget("used"),
            ),
            Contender(theirs_again, (alone[used],)),
        ),
        rounds=9,
        aims=(
            Aim("wall with a new profile, of soffice's", ratio(first, theirs, "wall"), 1.25),
            Aim("wall with a used profile, of soffice's", ratio(again, theirs_again, "wall"), 1.25),
        ),
    )


def unchanged(ground: Ground) -> Race:
    """A rebuild with exact pages when nothing changed, beside the build that knows no LibreOffice."""
    office = office_of(ground)
    measure(office.build("kept", "--pdf"), ground.folder)
    exact, with_pdf, plain = "jvom build --pages exact", "jvom build --pages exact --pdf", "jvom build"
    return Race(
        "The dossier again, with nothing changed",
        (
            Contender(exact, (office.build("kept", bare=False),)),
            Contender(with_pdf, (office.build("kept", "--pdf", bare=False),)),
            Contender(plain, (ground.build(bare=False),)),
        ),
        rounds=15,
        aims=(
            Aim("CPU, of the build's", ratio(exact, plain), 1.1),
            Aim("CPU with PDFs, of the build's", ratio(with_pdf, plain), 1.1),
        ),
    )


def sealing(ground: Ground) -> Race:
    """A submission sealed, beside a check and a build of all that is in it; nothing was laid out before."""
    office = office_of(ground)
    places = (f"--content={ground.content}", f"--templates={ground.templates}")
    seal = (ground.jvom, "seal", ground.year, *places, f"--out={ground.folder / 'sealed'}", "--force")
    sealed, parts = "jvom seal", "jvom check, then jvom build --no-check --public --pdf"
    return Race(
        "Sealing a submission",
        (
            Contender(sealed, (office.jvom("seal", seal),), ready=office.afresh("seal")),
            Contender(
                parts,
                (ground.check(), office.build("parts", "--public", "--pdf")),
                ready=office.afresh("parts"),
            ),
        ),
        rounds=7,
        aims=(
            Aim("wall, of the parts'", ratio(sealed, parts, "wall"), 1),
            Aim("CPU, of the parts'", ratio(sealed, parts), 1),
        ),
    )


# Name on the command line, and what makes the race.
RACES: tuple[tuple[str, Callable[[Ground], Race]], ...] = (
    ("four", four_documents),
    ("letter", one_letter),
    ("start", start_up),
    ("x10", many_sections(10, rounds=5)),
    ("x100", many_sections(100, rounds=3)),
    ("check", check),
    ("check-x100", check_many_sections),
    ("pdf", pdfs),
    ("unchanged", unchanged),
    ("seal", sealing),
)


def table(result: Result) -> Iterator[str]:
    """Yield the lines of a race's table, in Markdown."""
    race, costs = result
    last = costs[race.contenders[-1].name]
    against = race.contenders[-1].name
    yield f"### {race.name}"
    yield ""
    yield f"Medians of {race.rounds} runs in turn; ratios against {against}."
    yield ""
    yield "| | CPU, ms | ratio | wall, ms | ratio | peak memory, MB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, cost in costs.items():
        cpu, wall = cost.cpu / last.cpu, cost.wall / last.wall
        yield (
            f"| {name} | {cost.cpu * 1000:,.0f} | {cpu:.2f} | {cost.wall * 1000:,.0f} | {wall:.2f} "
            f"| {cost.peak:,.0f} |"
        )
    yield ""
    for aim in race.aims:
        value = aim.value(costs)
        met = "met" if value <= aim.limit else "**not met**"
        yield f"- {aim.text}: {value:.2f}{aim.unit}, at most {aim.limit:g}{aim.unit} asked: {met}"
    if race.aims:
        yield ""


def machine() -> str:
    """Return one line on what the figures were taken on."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GB; {system}; "
        f"Python {platform.python_version()}; {others.pandoc_version()}."
    )


def write(path: Path, block: str) -> None:
    """Put the block between the marks of the page; raises ValueError when it has none."""
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path} has no {BEGIN} and {END}")
    path.write_text(f"{before}{BEGIN}\n\n{block}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Run the races asked for; exit status 1 when an aim is not met."""
    years = sorted(path.name for path in (PROJECT / "content").glob("20??"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="races by name, with commas: " + ",".join(name for name, _ in RACES))
    parser.add_argument("--year", default=years[-1] if years else None)
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables in this page's block")
    arguments = parser.parse_args()
    if arguments.year not in years:
        parser.error(f"content/ has no {arguments.year or 'year'}")
    chosen = arguments.only.split(",") if arguments.only else [name for name, _ in RACES]
    scripts = Path(sys.executable).parent

    with tempfile.TemporaryDirectory(prefix="jvom-bench-") as folder:
        ground = Ground(
            content=PROJECT / "content",
            year=arguments.year,
            templates=PROJECT / "templates",
            folder=Path(folder),
            jvom=str(scripts / "jvom"),
            python=sys.executable,
        )
        lines = [machine(), ""]
        print(lines[0], end="\n\n")
        met = True
        for name, make in RACES:
            if name not in chosen:
                continue
            result = run(make(ground), ground.folder)
            met = met and all(aim.value(result.costs) <= aim.limit for aim in result.race.aims)
            shown = list(table(result))
            lines += shown
            print("\n".join(shown), flush=True)
    if arguments.write:
        write(arguments.write, "\n".join(lines).rstrip() + "\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
