# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The optional parts of jvom, which a user installs by their name: ``jvom[pdf]``."""

from __future__ import annotations

from jvom.messages import Message, msg


def missing(library: str) -> Message:
    """Return what is wrong when a library of an extra is not there."""
    return msg("{library} is niet geïnstalleerd", library=library)


def how_to_install(extra: str, instead: Message | None = None) -> Message:
    """Return how to add an extra, whatever jvom was installed with, and what can be done `instead`."""
    hint = msg(
        "installeer het met pip install 'jvom[{extra}]', pipx install --force 'jvom[{extra}]' "
        "of uv tool install 'jvom[{extra}]'",
        extra=extra,
    )
    return msg("{hint}, {instead}", hint=hint, instead=instead) if instead else hint
