# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The public version: its folder, and what is looked at before it goes out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from msgspec import json

from jvom.cli.dossiers import PUBLIC
from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.model import Dossier
from jvom.source import CannotRun


def refuse_leaks(dossier: Dossier, files: Mapping[str, bytes]) -> None:
    """Read the files of the public version back; raises CannotRun when one shows what is withheld.

    The plans were searched before; only the files have the texts of the templates.
    """
    from jvom.documents.leaks import find_leaks

    public = {name: data for name, data in files.items() if name.startswith(PUBLIC)}
    if found := find_leaks(dossier, _texts(public), lambda: _texts(public, _printed_by_house())):
        raise CannotRun(found)


def _texts(files: Mapping[str, bytes], printed: Container[str] = ()) -> dict[str, Iterator[str]]:
    """Return the texts of the files of the public version, without those that are `printed`."""
    from jvom.documents.dossier import own_names
    from jvom.html.texts import page_texts
    from jvom.word.texts import document_texts

    own = own_names()
    found: dict[str, Iterator[str]] = {}
    for name, data in files.items():
        match name.rpartition(".")[2]:
            case "docx":
                found[name] = document_texts(data, own, printed)
            case "html":
                found[name] = page_texts(data, printed)
            case "json":
                found[name] = (each for each in _strings(json.decode(data)) if each not in printed)
    return found


def _strings(value: object) -> Iterator[str]:
    """Yield the strings in a value of JSON, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _printed_by_house() -> frozenset[str]:
    """Return what jvom and the templates that come with it print.

    A template of the house may have the name of someone, and what only that one says counts.
    """
    from jvom.documents.own_texts import own_texts
    from jvom.example import packaged
    from jvom.word.texts import document_texts

    folder = packaged("templates")
    templates = sorted(folder.glob("*.docx")) if folder else ()
    said = (text.strip() for each in templates for text in document_texts(each.read_bytes()))
    return own_texts() | frozenset(text for text in said if text)


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
