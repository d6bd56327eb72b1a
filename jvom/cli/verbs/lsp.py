# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom lsp``: the language server, which an editor starts."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

from jvom.cli.recovery import Places
from jvom.cli.shared_options import AsOf
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, Span


class LspOptions(Options, frozen=True, kw_only=True):
    """`as_of` None is today; `stdio` changes nothing: editors ask for what is always so."""

    as_of: AsOf = None
    stdio: Annotated[
        bool, Option(msg("Praat met de editor over standaardinvoer en -uitvoer."), hidden=True)
    ] = True

    @property
    def places(self) -> Places:
        """No folder: the server writes nothing, editors do."""
        return Places()


def lsp(terminal: Terminal, options: LspOptions) -> int:
    """Serve an editor until it says to stop or is gone, and return the exit status.

    Raises CannotRun when the extra is not installed.
    """
    try:
        from jvom.editor.server import JvomServer
    except ImportError as error:
        from jvom.extras import how_to_install, missing

        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CannotRun([Problem(Span("jvom lsp"), missing("pygls"), how_to_install("editor"))]) from error
    from jvom.cli.kept_dossier import KeptDossier
    from jvom.cli.rule_pages import page_of_rule
    from jvom.editor.workspace import Workspace

    workspace = Workspace(Path.cwd(), KeptDossier)
    server = JvomServer(workspace, terminal.translate, lambda: options.as_of or date.today(), page_of_rule)
    # The server closes its output at the end, and jvom still flushes its own.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        server.start_io(sys.stdin.buffer, output)
    return Status.DONE


VERB = Verb(
    msg("Leest mee in een editor: bevindingen, aanvullen, uitleg (language server)."), LspOptions, lsp
)
