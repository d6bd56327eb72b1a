# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom approve``: writes down that an owner agrees with texts as they are now."""

import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.arguments import read_day
from jvom.cli.chosen_texts import Subjects, paths_of, read_subjects
from jvom.cli.shared_options import Content
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, unreadable

if TYPE_CHECKING:
    from jvom.model import Approval, Dossier, Fragment


class ApproveOptions(Options, frozen=True, kw_only=True):
    """Which texts of a dossier are approved, by whom and when; `on` None is today."""

    subjects: Annotated[
        tuple[str, ...],
        Argument(msg("Het dossier en de teksten erin, zoals 2026 nmi."), msg("DOSSIER TEKST ...")),
    ] = ()
    by: Annotated[str, Option(msg("De eigenaar die akkoord is, zoals DJZ."), msg("EIGENAAR"))] = ""
    on: Annotated[
        date | None,
        Option(msg("De dag van het akkoord (anders: vandaag)."), msg("DATUM"), read=read_day),
    ] = None
    content: Content = Path("content")


def approve(terminal: Terminal, options: ApproveOptions) -> int:
    """Write approvals of texts as they are now in approvals.yml, and return the exit status.

    Raises CannotRun with all that is wrong with the options and the dossier; then nothing is written.
    """
    from jvom.cli.dossiers import read_dossier
    from jvom.cli.localization import localized
    from jvom.model import Approval
    from jvom.reading.dossier import APPROVALS
    from jvom.reading.dossier_folders import find_dossier
    from jvom.years.approvals import text_digest

    gathered = ProblemCollector(options.problems)
    subjects = gathered.of(lambda: read_subjects(options.content, options.subjects))
    day = options.on or date.today()
    gathered.problems += _option_problems(options, subjects, day)
    if gathered.problems or subjects is None:
        raise CannotRun(gathered.problems)
    content = subjects.content
    id = find_dossier(content, subjects.id)
    dossier, problems = read_dossier(content, id)
    gathered.problems += problems
    texts: list[Fragment] = []
    if dossier is not None:
        gathered.problems += _unknown_owner(options.by, dossier)
        found = gathered.of(lambda: _texts(dossier, Subjects(content, id, subjects.texts)))
        texts = found or []
    if gathered.problems or dossier is None:
        raise CannotRun(gathered.problems)
    new = [
        Approval(text=text.id, by=options.by, date=day, digest=text_digest(dossier, text)) for text in texts
    ]
    _write(terminal, content / str(id) / APPROVALS, new)
    local = localized(terminal)
    for text in texts:
        said = msg(
            "{by} is akkoord met {path}, {day}", by=options.by, path=text.span.path, day=local.day(day)
        )
        terminal.write(said)
    return Status.DONE


def _option_problems(options: ApproveOptions, subjects: Subjects | None, day: date) -> list[Problem]:
    problems = []
    if subjects is not None and not subjects.texts:
        what = msg("hier ontbreken de teksten")
        problems.append(
            Problem(Span("approve"), what, msg("noem ze, zoals «jvom approve 2026 nmi --by DJZ»"))
        )
    if not options.by.strip():
        what = msg("hier ontbreekt wie akkoord is")
        problems.append(Problem(Span("--by"), what, msg("noem de eigenaar, zoals DJZ")))
    if day > date.today():
        what = msg("deze dag moet nog komen")
        problems.append(Problem(Span("--on"), what, msg("noem de dag waarop het akkoord gegeven is")))
    return problems


def _unknown_owner(by: str, dossier: "Dossier") -> list[Problem]:
    if dossier.owners is None or by in dossier.owners.ids:
        return []
    from jvom.resolving.unknown_ids import define_in, unknown_id

    define = define_in(dossier, "owners.yml", by)
    return [unknown_id(Span("--by"), msg("de eigenaar"), by, dossier.owners.ids, define)]


def _texts(dossier: "Dossier", subjects: Subjects) -> "list[Fragment]":
    """Return the texts that were named; raises CannotRun for one that is not there, or is a data file."""
    by_path = {fragment.span.path: fragment for fragment in dossier.fragments}
    paths = paths_of(dossier, subjects)
    data = [path for path in paths if path not in by_path]
    if data:
        what = msg("dit is geen tekst, maar een gegevensbestand")
        advice = msg("een akkoord slaat op een tekst, met de cijfers die erin staan")
        raise CannotRun(Problem(Span(path), what, advice) for path in data)
    return [by_path[path] for path in paths]


def _write(terminal: Terminal, path: Path, new: "list[Approval]") -> None:
    """Add approvals to a file, which need not be there; raises CannotRun when that can't be done."""
    from jvom.accents import compose
    from jvom.files import deliver_in_place, deliver_one
    from jvom.model import ApprovalData
    from jvom.reading.decoding import MAX_BYTES
    from jvom.reading.records import parse_record
    from jvom.years.approval_file import new_file, together, with_approval

    if not os.path.lexists(path):
        deliver_one(path, new_file(new).encode(), delivered=terminal.note_delivery)
        return
    try:
        raw = read_file(path, MAX_BYTES)  # anew: it may have changed since the dossier was read
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error
    text, data = compose(raw.decode()), parse_record(raw, path.as_posix(), ApprovalData)
    for each in new:
        added, expected = with_approval(text, data, each), together(data, [each])
        gathered = ProblemCollector()
        read = added and gathered.of(partial(parse_record, added.encode(), path.as_posix(), ApprovalData))
        if not added or not read or list(map(_said, read.approvals)) != list(map(_said, expected)):
            what = msg("aan deze lijst kan jvom niets toevoegen")
            advice = msg("zet elk akkoord op een eigen regel, die met een streepje begint")
            raise CannotRun([Problem(data.at.value("approvals"), what, advice)])
        text, data = added, read
    deliver_in_place(path.parent, {path: text.encode()}, {path: raw}, delivered=terminal.note_delivery)


def _said(approval: "Approval") -> tuple[object, ...]:
    """Return what an approval says, whatever its place."""
    return approval.text, approval.by, approval.date, approval.digest


VERB = Verb(
    msg("Legt vast dat een eigenaar akkoord is met teksten zoals ze nu zijn."), ApproveOptions, approve
)
