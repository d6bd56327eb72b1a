# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom preview``: the dossier as it will read, in a browser, while it is written."""

from datetime import date
from pathlib import Path
from typing import Annotated

from jvom.cli.arguments import read_dossier_argument, read_port
from jvom.cli.shared_options import AsOf, Content, Dossier
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span


class PreviewOptions(Options, frozen=True, kw_only=True):
    """What is asked of a preview; `dossier` "" is the newest, `port` None for the usual one."""

    dossier: Dossier = ""
    port: Annotated[
        int | None,
        Option(
            msg("De poort op dit apparaat (anders: 8025, of een andere als die bezet is)."),
            msg("POORT"),
            read=read_port,
        ),
    ] = None
    as_of: AsOf = None
    content: Content = Path("content")


def preview(terminal: Terminal, options: PreviewOptions) -> int:
    """Show a dossier on a page of this machine, until Ctrl-C.

    Raises CannotRun for options that make no sense, a dossier that does not exist, and a missing extra; what
    is wrong with the files of a dossier is said on its page.
    """
    gathered = ProblemCollector(options.problems)
    place = gathered.of(lambda: read_dossier_argument(options.content, options.dossier))
    if gathered.problems or place is None:
        raise CannotRun(gathered.problems)
    from jvom.cli.dossiers import tell_of_sisters
    from jvom.cli.localization import localized
    from jvom.reading.dossier_folders import find_dossier

    content, asked = place
    id = find_dossier(content, asked)
    try:
        from jvom.preview.pages import Pages
        from jvom.preview.serving import serve
        from jvom.preview.watching import Changes
    except ImportError as error:
        from jvom.extras import how_to_install, missing

        library = (error.name or "").partition(".")[0]
        problem = Problem(Span("jvom preview"), missing(library), how_to_install("preview"))
        raise CannotRun([problem]) from error
    import os

    from jvom.cli.previewed_dossier import sources
    from jvom.preview.desk import Desk

    tell_of_sisters(terminal, content, asked, id)
    pages = Pages(localized(terminal), run=str(os.getpid()))
    read = sources(terminal, content, id, lambda: options.as_of or date.today(), pages.framing())

    def announce(address: str) -> None:
        terminal.write(address)
        terminal.flush()
        terminal.inform(msg("Open dit adres in een browser; Ctrl-C stopt."))

    serve(Desk(read), Changes(content), pages, options.port, announce)
    return Status.DONE


VERB = Verb(
    msg("Toont het dossier in een browser, met de bevindingen ernaast, en houdt die bij."),
    PreviewOptions,
    preview,
)
