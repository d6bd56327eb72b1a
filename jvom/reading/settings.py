# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of `jvom check`: ``content/jvom.yml``, which need not be there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jvom.messages import msg
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.decoding import decode
from jvom.settings import Settings, matches
from jvom.source import CannotRun, Problem, read_file, unreadable


def read_settings(content: Path) -> Settings:
    """Return the settings under `content`, the default ones without a file.

    Raises CannotRun with every problem of the file.
    """
    path = content / "jvom.yml"
    name = path.as_posix()
    try:
        raw = read_file(path)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise CannotRun([unreadable(name, error)]) from error
    text, problems = decode(raw, name)
    if not problems:
        node, problems = parse(text, name)
        if not problems:
            settings, problems = bind(node, Settings, name)
            if settings is not None:
                problems = [*problems, *_patterns_of_nothing(settings, content)]
                if not problems:
                    return settings
    raise CannotRun(problems)


def _patterns_of_nothing(settings: Settings, content: Path) -> Iterator[Problem]:
    """Yield a problem for each pattern in `per-file-ignores` that matches no text of any dossier.

    Word files are not looked for: built files are elsewhere, or not made yet.
    """
    patterns = [pattern for pattern in settings.per_file_ignores if not pattern.endswith(".docx")]
    if not patterns:
        return
    names = [path.as_posix() for path in content.rglob("*") if path.suffix in (".md", ".yml")]
    for pattern in patterns:
        if not any(matches(name, pattern) for name in names):
            yield Problem(
                settings.at.entry("per-file-ignores", pattern),
                msg("«{pattern}» is van geen enkel bestand de naam", pattern=pattern),
                msg("schrijf een naam of patroon, zoals rapport/*.md, of haal het weg"),
            )
