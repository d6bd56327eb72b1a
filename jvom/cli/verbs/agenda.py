# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom agenda``: what ends, what is due, and what must be done by when."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.arguments import one_of, read_ahead, read_day, read_dossier_argument
from jvom.cli.shared_options import Content, Dossier
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, ProblemCollector

if TYPE_CHECKING:
    from jvom.output.localized import Localized
    from jvom.years.agenda import Ahead, Event

_FORMATS = ("table", "ics", "json")


class AgendaOptions(Options, frozen=True, kw_only=True):
    """What is asked of an agenda: `within` None is a year ahead, `as_of` None today."""

    dossier: Dossier = ""
    within: Annotated[
        "Ahead | None",
        Option(msg("Hoe ver vooruit: 90d, 6w, 12m of 2j (anders: 12m)."), msg("DUUR"), read=read_ahead),
    ] = None
    as_of: Annotated[
        date | None,
        Option(msg("De dag vanaf waar de agenda loopt (anders: vandaag)."), msg("DATUM"), read=read_day),
    ] = None
    output_format: Annotated[
        str, Option(msg("table, ics (voor een agenda) of json."), msg("VORM"), read=one_of(_FORMATS))
    ] = "table"
    output_file: Annotated[Path | None, Option(msg("Schrijft de agenda in dit bestand."), msg("BESTAND"))] = (
        None
    )
    content: Content = Path("content")

    @property
    def for_program(self) -> bool:
        """Whether standard output is JSON."""
        return self.output_format == "json" and self.output_file is None


def agenda(terminal: Terminal, options: AgendaOptions) -> int:
    """Show or write the agenda of a dossier, and return the exit status.

    Raises CannotRun with all that keeps it from being read or written.
    """
    from jvom.cli.dossiers import read_dossier, tell_of_sisters
    from jvom.cli.localization import localized
    from jvom.reading.dossier_folders import find_dossier
    from jvom.reading.settings import read_settings
    from jvom.years import agenda as years
    from jvom.years.agenda import Ahead

    gathered = ProblemCollector(options.problems)
    content, asked = gathered.of(lambda: read_dossier_argument(options.content, options.dossier)) or (
        options.content,
        None,
    )
    if gathered.problems:
        raise CannotRun(gathered.problems)
    id = find_dossier(content, asked)
    settings = gathered.of(lambda: read_settings(content, id))
    dossier, problems = read_dossier(content, id)
    gathered.problems += problems
    if gathered.problems or settings is None or dossier is None:
        raise CannotRun(gathered.problems)
    tell_of_sisters(terminal, content, asked, id)
    as_of = options.as_of or date.today()
    until = (options.within or Ahead(months=12)).after(as_of)
    events = years.agenda(dossier, id, as_of, until, settings.calendar.notice)
    local = localized(terminal)
    title = f"{dossier.data.title} {dossier.data.year}"
    match options.output_format:
        case "ics":
            from jvom.output.agenda_calendar import agenda_calendar

            _deliver(terminal, options, agenda_calendar(events, title, as_of, local))
        case "json":
            from jvom.output.agenda_json import agenda_value
            from jvom.output.encoding import as_bytes, as_json

            value = agenda_value(events, str(id), as_of, until, local)
            _deliver(terminal, options, as_bytes(f"{as_json(value)}\n"))
        case _:
            _show(terminal, options, events, title, as_of, until, local)
    return Status.DONE


def _deliver(terminal: Terminal, options: AgendaOptions, data: bytes) -> None:
    """Write the agenda where it was asked for; raises CannotRun when its file can't be written."""
    if options.output_file:
        from jvom.files import deliver_one

        deliver_one(options.output_file, data, delivered=terminal.note_delivery)
        terminal.inform(msg("Geschreven: {path}", path=options.output_file.as_posix()))
    else:
        # The lines of a calendar file end in CR LF (RFC 5545, 3.1).
        terminal.write(data.decode().removesuffix("\n"), exact=True)


def _show(
    terminal: Terminal,
    options: AgendaOptions,
    events: "tuple[Event, ...]",
    title: str,
    as_of: date,
    until: date,
    local: "Localized",
) -> None:
    """Show the agenda as a table, or write that as plain text."""
    from jvom.cli.tables import plain_table, show_table
    from jvom.output.agenda_words import sentence
    from jvom.output.encoding import as_bytes
    from jvom.output.status_words import number

    said = msg(
        "{title}, van {first} tot en met {last}", title=title, first=local.day(as_of), last=local.day(until)
    )
    heads = (
        msg("datum"),
        msg("wat"),
        msg("paragraaf"),
        msg("eigenaar"),
        msg("te doen"),
        msg("uiterlijk"),
        msg("bron"),
    )
    rows = [
        [
            local.short_day(event.day),
            sentence(event.what, local),
            number(event.place.number, event.place.appendix, local) if event.place else "",
            local.listed(event.owners),
            sentence(event.todo, local),
            local.say(msg("had al gemoeten")) if event.overdue else local.short_day(event.by),
            local.say(event.source),
        ]
        for event in events
    ]
    nothing = msg("Er eindigt niets en er is niets gepland.")
    if options.output_file:
        titles = [local.say(head) for head in heads]
        table = plain_table(titles, rows, range(len(heads))) if rows else local.say(nothing)
        _deliver(terminal, options, as_bytes(f"{local.say(said)}\n\n{table}\n"))
        return
    terminal.write(said)
    terminal.write("")
    if rows:
        styles = ["bold red" if event.overdue else "" for event in events]
        show_table(terminal, heads, rows, left=range(len(heads)), styles=styles)
    else:
        terminal.write(nothing)


VERB = Verb(msg("Toont wat eindigt, wat klaar moet zijn en wat daarvoor te doen is."), AgendaOptions, agenda)
