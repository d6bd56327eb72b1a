# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom new``: the dossier of a new year, out of that of an earlier one."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from jvom.cli.arguments import one_of, read_dossier_argument
from jvom.cli.shared_options import Content
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.model import Dossier

Texts = Literal["keep", "empty"]


class NewOptions(Options, frozen=True, kw_only=True):
    """What is asked of a new dossier; `from_` "" is the nearest earlier one of the same series."""

    dossier: Annotated[
        str, Argument(msg("Het nieuwe dossier, zoals 2026 of 2026-althea, of de map ervan."), msg("DOSSIER"))
    ]
    from_: Annotated[
        str, Option(msg("Het dossier waaruit het gemaakt wordt (anders: het vorige)."), msg("DOSSIER"))
    ] = ""
    texts: Annotated[
        Texts,
        Option(
            msg("Of de teksten van vorig jaar blijven (keep) of alleen hun koppen (empty)."),
            msg("KEUZE"),
            read=one_of(get_args(Texts)),
        ),
    ] = "keep"
    dry_run: Annotated[bool, Option(msg("Zegt wat er zou gebeuren, en schrijft niets."))] = False
    content: Content = Path("content")


def new(terminal: Terminal, options: NewOptions) -> int:
    """Make the dossier, show what is left to do, and return the exit status.

    Raises CannotRun with every problem of the options and of the earlier dossier; then nothing is written.
    """
    from contextlib import suppress

    from jvom.cli.dossiers import read_dossier
    from jvom.cli.values import message_writer
    from jvom.files import deliver
    from jvom.reading.settings import read_settings
    from jvom.years.new_dossier import make_new_dossier

    gathered = ProblemCollector(options.problems)
    place = gathered.of(partial(read_dossier_argument, options.content, options.dossier))
    content, asked = place or (options.content, None)
    source = gathered.of(partial(_source, content, asked, options.from_)) if asked or options.from_ else None
    if asked is not None:
        gathered.problems += _already_there(content / str(asked))
    settings = dossier = None
    if source is not None:
        settings = gathered.of(partial(read_settings, content, source))
        dossier, found = gathered.of(partial(read_dossier, content, source)) or (None, [])
        gathered.problems += found
    if gathered.problems or asked is None or source is None or settings is None or dossier is None:
        raise CannotRun(gathered.problems)
    raw = files_of_dossier(dossier, content / str(source))
    made = make_new_dossier(dossier, settings, source, asked, raw, options.texts)
    folder = content / str(asked)
    if not options.dry_run:
        try:
            deliver(folder, made.files, replace=False, delivered=terminal.note_delivery)
        except (CannotRun, KeyboardInterrupt):
            with suppress(OSError):
                folder.rmdir()  # only when it is empty: then this run made it
            raise
    values = {
        "folder": folder.as_posix(),
        "source": (content / str(source)).as_posix(),
        "count": len(made.files),
    }
    if options.dry_run:
        terminal.inform(
            msg("{folder} zou uit {source} gemaakt worden, {count} bestanden. Te doen:", **values)
        )
    else:
        terminal.inform(msg("{folder} is uit {source} gemaakt, {count} bestanden. Te doen:", **values))
    write = message_writer(terminal)
    for task in made.tasks:
        line = f":{task.line}" if task.line else ""
        where = f"{folder.as_posix()}/{task.file}{line}: " if task.file else ""
        terminal.write(f"- {where}{write(task.what)}")
    return Status.DONE


def _source(content: Path, asked: DossierId | None, typed: str) -> DossierId:
    """Return the dossier to start from: the one that was typed, or the nearest earlier one of the series."""
    from jvom.reading.dossier_folders import dossier_ids, find_dossier

    if typed:
        there, id = read_dossier_argument(content, typed)
        found = find_dossier(there, id)
        if asked and found.year >= asked.year:
            what = msg("{found} is geen eerder jaar dan {asked}", found=found, asked=asked)
            raise CannotRun([Problem(Span("--from"), what, msg("noem een dossier van een jaar ervoor"))])
        return found
    known = dossier_ids(content)
    earlier = [each for each in known if asked and each.series == asked.series and each.year < asked.year]
    if earlier:
        return earlier[-1]
    what = msg("voor {asked} is er geen eerder dossier", asked=asked)
    advice = msg("noem er een met --from; er zijn: {known}", known=", ".join(map(str, known)))
    raise CannotRun([Problem(Span((content / str(asked)).as_posix()), what, advice)])


def _already_there(folder: Path) -> list[Problem]:
    # An empty folder is what a run that was killed leaves, or what someone made for this.
    if not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir())):
        return []
    advice = msg("ga daarin verder, of geef de map eerst een andere naam")
    return [Problem(Span(folder.as_posix()), msg("dit is er al, en wordt niet overschreven"), advice)]


def files_of_dossier(dossier: "Dossier", folder: Path) -> dict[str, bytes]:
    """Return the bytes of the files of the dossier by their path: data, texts, pictures and settings."""
    from jvom.ooxml.archive import LARGEST_FILE
    from jvom.reading.settings import SETTINGS
    from jvom.source import read_file, unreadable

    data = (Path(file.path) for file in dossier.files)
    paths = [path for path in data if path.parent == folder and path.name != "approvals.yml"]
    paths += [Path(fragment.span.path) for fragment in dossier.fragments]
    paths += [Path(name) for name in dossier.images]
    if (folder / SETTINGS).exists():
        paths.append(folder / SETTINGS)
    found: dict[str, bytes] = {}
    for path in paths:
        try:
            found[path.as_posix()] = read_file(path, LARGEST_FILE)
        except OSError as error:
            raise CannotRun([unreadable(path.as_posix(), error)]) from error
    return found


VERB = Verb(msg("Begint het dossier van een nieuw jaar uit dat van een eerder jaar."), NewOptions, new)
