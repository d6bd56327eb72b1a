# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``jvom``."""

from __future__ import annotations

import gc
import os
import sys

from jvom import __version__


def main() -> None:
    """Run jvom with the arguments of the command line and leave with its exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--version"] and _said(f"jvom {__version__}\n"):  # needs nothing of what the verbs need
        return
    # Nearly everything that a run makes it keeps to its end: the collector would look at it in vain,
    # for a sixteenth of the run.
    gc.disable()
    from jvom.cli.app import run

    _leave(run(arguments))


def _leave(status: int) -> None:
    """End the process at once, as mypy ends its own: to free all that was made, one by one, takes longer."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):  # nobody is left to tell
                stream.flush()
    os._exit(status)


def _said(text: str) -> bool:
    """Tell whether standard output took the text; if not, the app says so in the user's language."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (AttributeError, OSError):  # None when it is closed
        return False
    return True


if __name__ == "__main__":
    main()
