# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom status``: how far each text is, who must still deliver, and what is late."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.arguments import one_of, read_dossier_argument, read_names
from jvom.cli.shared_options import AsOf, Content, Dossier, Json
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.output.localized import Localized
    from jvom.years.agenda import Event
    from jvom.years.status import DossierStatus

_FORMS = (".html", ".xlsx")


class StatusOptions(Options, frozen=True, kw_only=True):
    """What is asked of a status; `dossier` "" is the newest, `as_of` None today."""

    dossier: Dossier = ""
    owner: Annotated[
        tuple[str, ...],
        Option(msg("Alleen de teksten van deze eigenaren."), msg("EIGENAAR,..."), read=read_names),
    ] = ()
    late: Annotated[bool, Option(msg("Alleen wat te laat is."))] = False
    output_file: Annotated[
        Path | None,
        Option(msg("Schrijft een bord (.html) of een werkblad (.xlsx) in dit bestand."), msg("BESTAND")),
    ] = None
    as_of: AsOf = None
    fail_on: Annotated[
        str,
        Option(
            msg("Wanneer de status 1 is: late (er is een tekst te laat) of never."),
            msg("WANNEER"),
            read=one_of(("late", "never")),
        ),
    ] = "never"
    content: Content = Path("content")
    json: Json = False


def status(terminal: Terminal, options: StatusOptions) -> int:
    """Show how far a dossier is, or write that in a file, and return the exit status.

    1: a text is late, and that was asked for; 2: a rule of the check is broken. Raises CannotRun with all
    that keeps it from being read, and for options that make no sense.
    """
    gathered = ProblemCollector(options.problems)
    place = gathered.of(lambda: read_dossier_argument(options.content, options.dossier))
    if options.output_file and options.output_file.suffix not in _FORMS:
        what = msg("deze vorm kent jvom niet")
        advice = msg("laat de naam eindigen op .html (een bord) of .xlsx (een werkblad)")
        gathered.problems.append(Problem(Span(options.output_file.as_posix()), what, advice))
    if gathered.problems or place is None:
        raise CannotRun(gathered.problems)
    from jvom.checks.settings import Overrides
    from jvom.cli.checked_dossier import read_and_check
    from jvom.cli.chosen_texts import Subjects, paths_of
    from jvom.cli.dossiers import tell_of_sisters
    from jvom.cli.localization import localized
    from jvom.years.agenda import agenda
    from jvom.years.status import dossier_status

    content, asked = place
    as_of = options.as_of or date.today()
    checked = read_and_check(
        content,
        asked,
        as_of,
        Overrides(),
        word_files=lambda _: [],
        templates=lambda _: [],
        with_sources=False,
    )
    tell_of_sisters(terminal, content, asked, checked.id)
    dossier = checked.dossier
    paths_of(dossier, Subjects(content, checked.id), options.owner)  # raises for one who delivers nothing
    whole = dossier_status(checked.id, dossier, checked.report, as_of, checked.texts_last_year)
    shown = whole.only(options.owner, late=options.late)
    local = localized(terminal)
    if options.output_file:
        events = agenda(dossier, checked.id, as_of, date.max, checked.settings.calendar.notice)
        _write(terminal, options.output_file, shown, events, local)
        terminal.inform(msg("Geschreven: {path}", path=options.output_file.as_posix()))
    elif not options.json:
        from jvom.cli.status_table import show_status

        show_status(terminal, shown, local)
    if options.json:
        from jvom.output.status_json import status_value

        terminal.write_json(status_value(shown, terminal.translated))
    for rule in checked.report.broken:
        terminal.inform(msg("regel {code} is stuk: {detail}", code=rule.code, detail=rule.error))
    if checked.report.broken:
        return Status.COULD_NOT_RUN
    return Status.FINDINGS if options.fail_on == "late" and shown.late else Status.DONE


def _write(
    terminal: Terminal, path: Path, shown: "DossierStatus", events: "tuple[Event, ...]", local: "Localized"
) -> None:
    """Write the board or the workbook; raises CannotRun when the file can't be written."""
    from jvom.files import deliver_one

    if path.suffix == ".html":
        from jvom.output.board import board
        from jvom.output.encoding import as_bytes

        deliver_one(path, as_bytes(board(shown, events, local)), delivered=terminal.note_delivery)
        return
    from jvom.output.status_workbook import status_workbook

    try:
        data = status_workbook(shown, events, local)
    except ImportError as error:
        from jvom.extras import how_to_install, missing

        advice = how_to_install("office", msg("of maak een bord (.html), dat altijd kan"))
        raise CannotRun([Problem(Span(path.as_posix()), missing("openpyxl"), advice)]) from error
    deliver_one(path, data, delivered=terminal.note_delivery)


VERB = Verb(
    msg("Toont hoe ver elke tekst is, wie nog moet leveren en wat te laat is."), StatusOptions, status
)
