# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The public version: its folder, and what is looked at before it goes out."""

from __future__ import annotations

from collections.abc import Mapping

from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.model import Dossier
from jvom.source import CannotRun

PUBLIC = "openbaar/"
"""The folder of the public version, within that of the documents."""


def refuse_leaks(dossier: Dossier, files: Mapping[str, bytes]) -> None:
    """Read the files of the public version back; raises CannotRun when one shows what is withheld.

    The plans were searched before; only the files have the texts of the templates.
    """
    from jvom.documents.dossier import own_names
    from jvom.documents.leaks import find_leaks
    from jvom.html.texts import page_texts
    from jvom.word.texts import document_texts

    own = own_names()
    shown = {
        name: document_texts(data, own)
        for name, data in files.items()
        if name.startswith(PUBLIC) and name.endswith(".docx")
    }
    shown |= {
        name: page_texts(data)
        for name, data in files.items()
        if name.startswith(PUBLIC) and name.endswith(".html")
    }
    shown |= {name: iter([data.decode()]) for name, data in files.items() if name.endswith(".json")}
    if found := find_leaks(dossier, shown):
        raise CannotRun(found)


def warn_if_nothing_is_marked(terminal: Terminal, dossier: Dossier) -> None:
    """Tell when the public version would hide nothing, which is seldom meant."""
    from jvom.documents.leaks import redactions

    if not redactions(dossier):
        terminal.inform(
            msg(
                "In de teksten van dit dossier is niets als persoonsgegeven gemarkeerd; "
                "kijk na of de openbare versie zo weg kan."
            )
        )
