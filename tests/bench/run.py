# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: measures jvom beside others, prints the tables and, with --write, puts them in the docs."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import others
from measuring import Result, run
from race_setup import Setup
from races import RACES

PROJECT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


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
    for bound in race.bounds:
        value = bound.value(costs)
        met = "met" if value <= bound.limit else "**not met**"
        yield f"- {bound.text}: {value:.2f}{bound.unit}, at most {bound.limit:g}{bound.unit} allowed: {met}"
    if race.bounds:
        yield ""


def machine() -> str:
    """Return one line on the machine and programs that are measured."""
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
    """Put the block between the markers of the page; raises ValueError when it has none."""
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path} has no {BEGIN} and {END}")
    path.write_text(f"{before}{BEGIN}\n\n{block}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Run the chosen races; exit status 1 when a bound is not met."""
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
        setup = Setup(
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
            result = run(make(setup), setup.folder)
            met = met and all(bound.value(result.costs) <= bound.limit for bound in result.race.bounds)
            shown = list(table(result))
            lines += shown
            print("\n".join(shown), flush=True)
    if arguments.write:
        write(arguments.write, "\n".join(lines).rstrip() + "\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
