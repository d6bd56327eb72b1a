# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom init``: a folder for dossiers, with all that it takes to write the first one."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from jvom.cli.recovery import Places
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

# Where each file of jvom/data/new_folder goes: a package can't hold names that begin with a dot.
_PLACES = {
    "README.md": "README.md",
    "Makefile": "Makefile",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "vscode-settings.json": ".vscode/settings.json",
    "github-workflow.yml": ".github/workflows/dossier.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
}
_DATA = ("dossier.yml", "figures.yml", "references.yml", "mandates.yml")
_YEARS = range(2000, 2100)


def read_year(option: str, typed: str) -> int:
    """Read a year such as 2026; raises CannotRun for another form."""
    if len(typed) == len("2026") and typed.isascii() and typed.isdigit() and int(typed) in _YEARS:
        return int(typed)
    what = msg("«{value}» is geen jaar zoals 2026", value=typed)
    raise CannotRun([Problem(Span(option), what, msg("typ vier cijfers"))])


class InitOptions(Options, frozen=True, kw_only=True):
    """What is asked of a new folder; `year` 0 is this year."""

    folder: Annotated[Path, Argument(msg("De map die gemaakt wordt (anders: deze map)."), msg("[MAP]"))] = (
        Path()
    )
    year: Annotated[
        int, Option(msg("Het jaar van het eerste dossier (anders: dit jaar)."), msg("JAAR"), read=read_year)
    ] = 0
    from_example: Annotated[
        bool, Option(msg("Met het voorbeelddossier van jvom in plaats van een leeg dossier."))
    ] = False

    @property
    def places(self) -> Places:
        """The folder that is made."""
        return Places(written=(self.folder,))


def init(terminal: Terminal, options: InitOptions) -> int:
    """Make the folder, show what to do in it, and return the exit status.

    Raises CannotRun with every file that is already there; then nothing is written.
    """
    from jvom.files import deliver

    gathered = ProblemCollector(options.problems)
    if options.from_example and options.year:
        what = msg("het voorbeeld heeft zijn eigen jaar")
        gathered.problems.append(Problem(Span("--year"), what, msg("laat --year of --from-example weg")))
    year = 0 if options.from_example else options.year or date.today().year
    files = gathered.of(lambda: dict(_files(year))) or {}
    gathered.problems += _already_there(options.folder, files)
    if gathered.problems:
        raise CannotRun(gathered.problems)
    deliver(options.folder, files, replace=False, delivered=terminal.note_delivery)
    [id] = [name.split("/")[1] for name in files if re.fullmatch(r"content/[^/]+/dossier\.yml", name)]
    folder = options.folder.as_posix()
    terminal.inform(
        msg("{folder}: {count} bestanden gemaakt, met dossier {id}.", folder=folder, count=len(files), id=id)
    )
    here = options.folder.resolve() == Path.cwd()
    steps = [] if here else [f"cd {folder}"]
    for step in (*steps, f"jvom status {id}", f"jvom build {id} --draft", f"jvom check {id}"):
        terminal.write(step)
    return Status.DONE


def _files(year: int) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a folder with a first dossier of that year, or with the example when it is 0.

    Raises CannotRun when this installation lacks the example.
    """
    from importlib.resources import files

    starter = files("jvom") / "data/new_folder"
    for name, place in _PLACES.items():
        yield place, _typed(starter.joinpath(name).read_text(encoding="utf-8"))
    for folder in ("schema", "templates"):
        for path in sorted(_packaged(folder).iterdir()):
            if path.suffix in (".json", ".docx"):
                yield f"{folder}/{path.name}", path.read_bytes()
    content = _packaged("content")
    for path in sorted(content.glob("*.yml")):
        yield f"content/{path.name}", path.read_bytes()
    if year:
        data = {name: starter.joinpath(name).read_text(encoding="utf-8") for name in _DATA}
        for name, made in _first_dossier(content, year, data).items():
            yield f"content/{year}/{name}", made
    else:
        for path in sorted(content.glob("2*/**/*")):
            if path.is_file():
                yield f"content/{path.relative_to(content).as_posix()}", path.read_bytes()


def _typed(text: str) -> bytes:
    """Return a file without places to fill in: a dollar is written twice in it."""
    return text.replace("$$", "$").encode()


def _first_dossier(content: Path, year: int, data: dict[str, str]) -> "dict[str, bytes]":
    from jvom.cli.dossiers import read_dossier
    from jvom.cli.verbs.new import files_of_dossier
    from jvom.dossier_ids import DossierId
    from jvom.reading.dossier_folders import find_dossier
    from jvom.reading.settings import read_settings
    from jvom.years.first_dossier import make_first_dossier

    source = find_dossier(content, None)
    example, found = read_dossier(content, source)
    if example is None or found:
        raise CannotRun(found)
    raw = files_of_dossier(example, content / str(source))
    settings = read_settings(content, source)
    return dict(make_first_dossier(example, settings, source, DossierId(year), raw, data))


def _packaged(name: str) -> Path:
    from jvom.example import packaged

    if (found := packaged(name)) is not None:
        return found
    what = msg("deze installatie van jvom mist de map {name}", name=name)
    raise CannotRun([Problem(Span("jvom"), what, msg("installeer jvom opnieuw"))])


def _already_there(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    if any(folder.glob("content/*/dossier.yml")) or any(folder.glob("*/dossier.yml")):
        what = msg("hier zijn al dossiers")
        advice = msg("begin een nieuw jaar met «jvom new», of noem een andere map")
        return [Problem(Span(folder.as_posix()), what, advice)]
    advice = msg("haal het weg, of noem een andere map")
    what = msg("dit is er al, en wordt niet overschreven")
    there = [folder / name for name in files if (folder / name).exists()]
    return [Problem(Span(path.as_posix()), what, advice) for path in there]


VERB = Verb(msg("Maakt een map voor dossiers, met sjablonen en een eerste dossier."), InitOptions, init)
