# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts, data and templates that a submission is made of, which it holds in a folder of its own."""

from __future__ import annotations

from collections.abc import Mapping

from jvom.messages import msg
from jvom.sealing.manifest import SOURCES, Manifest, digest
from jvom.source import CannotRun, Problem, Span


def as_members(inputs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return inputs, which are by their names in a manifest, by their names in the submission."""
    return {f"{SOURCES}{name}": data for name, data in inputs.items()}


def sources_of(manifest: Manifest, members: Mapping[str, bytes], path: str) -> dict[str, bytes]:
    """Return the inputs that a submission holds, by their names in the manifest.

    `members` are its files by name and `path` is its own. Raises CannotRun when it is of a format that holds
    none, and when one is missing or another than was sealed.
    """
    if not manifest.has_sources:
        what = msg("deze indiening heeft geen «{folder}»: zij is van een eerdere versie", folder=SOURCES)
        advice = msg("geef met --content de map met de teksten van toen")
        raise CannotRun([Problem(Span(path), what, advice)])
    inputs = {each.name: members.get(f"{SOURCES}{each.name}") for each in manifest.inputs}
    kept = {name: data for name, data in inputs.items() if data is not None}
    changed = [each.name for each in manifest.inputs if kept.get(each.name) is None
               or digest(each.name, kept[each.name]) != each]  # fmt: skip
    if changed:
        what = msg("dit bestand ontbreekt of is veranderd na het verzegelen")
        advice = msg("gebruik dit bestand niet; haal een nieuwe kopie van wie het verzegelde")
        raise CannotRun([Problem(Span(f"{path}/{SOURCES}{name}"), what, advice) for name in changed])
    return kept
