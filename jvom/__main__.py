# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``jvom``.

Until :func:`main` begins, Ctrl-C gives Python's own traceback. So what is imported here is what Python has
imported already: no ``from __future__``, which is a file to read.
"""

import os
import sys

from jvom import __version__


def main() -> None:
    """Run jvom with the arguments of the command line and leave with its exit status."""
    arguments: list[str] = []
    try:
        import gc

        arguments = sys.argv[1:]
        if arguments == ["--version"] and _write(f"jvom {__version__}\n"):  # without what verbs import
            return
        from jvom.interrupts import watch_interrupts

        watch_interrupts()
        # Nearly every object lives as long as the run, so collecting garbage costs time and frees nothing.
        gc.disable()
        from jvom.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:  # while importing, or a second one
        status = _interrupted(arguments)
    except Exception:
        # Python makes another error of a Ctrl-C here and there, as when it compiles a module.
        from jvom.interrupts import was_interrupted

        if not was_interrupted():
            raise
        status = _interrupted(arguments)
    _exit(status)


def _interrupted(arguments: list[str]) -> int:
    """Say that the run was stopped before it did anything, and return its exit status."""
    from jvom.interrupts import ignore_interrupts

    ignore_interrupts()
    from jvom.cli.interruption import report_early_interruption

    return report_early_interruption(arguments)


def _exit(status: int) -> None:
    """End the process at once: freeing its objects one by one would take longer, as in mypy."""
    from contextlib import suppress

    from jvom.interrupts import ignore_interrupts

    ignore_interrupts()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):  # nowhere is left to report it
                stream.flush()
    os._exit(status)


def _write(text: str) -> bool:
    """Write to standard output and return whether that worked; if not, the app reports it."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (AttributeError, OSError):  # None when it is closed
        return False
    return True


if __name__ == "__main__":
    main()
