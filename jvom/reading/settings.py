# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of `jvom check`: ``content/jvom.yml``, which need not be there."""

from __future__ import annotations

from pathlib import Path

from jvom.messages import msg
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.decoding import decode
from jvom.settings import Settings
from jvom.source import CannotRun, Problem, Span


def read_settings(content: Path) -> Settings:
    """Return the settings under `content`, the default ones without a file.

    Raises CannotRun with every problem of the file.
    """
    path = content / "jvom.yml"
    name = path.as_posix()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        what = msg("dit bestand is niet te lezen ({reason})", reason=reason)
        raise CannotRun([Problem(Span(name), what, msg("kijk of u er rechten op hebt"))]) from error
    text, problems = decode(raw, name)
    if not problems:
        node, problems = parse(text, name)
        if not problems:
            settings, problems = bind(node, Settings, name)
            if settings is not None:
                return settings
    raise CannotRun(problems)
