# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Verifies a sealed submission: every file unchanged, none missing, none added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.messages import Message, msg
from jvom.sealing.bundle import bundle, unbundle
from jvom.sealing.manifest import (
    CHECKLIST,
    CHECKLIST_PDF,
    NAME,
    Digest,
    LaterFormatError,
    Manifest,
    decode,
    digest,
    seal_of,
)
from jvom.sealing.printed_seal import without_seal, without_seal_in_pdf
from jvom.source import CannotRun, Problem, Span

_MISSING = msg("dit bestand ontbreekt")
_CHANGED = msg("dit bestand is veranderd na het verzegelen")
_FOREIGN = msg("dit bestand hoort er niet bij")
_UNTRUSTED = msg("gebruik dit bestand niet; haal een nieuwe kopie van wie het verzegelde")


def open_submission(data: bytes, path: str) -> tuple[Manifest, dict[str, bytes]]:
    """Return the manifest of a sealed submission and its other members by name.

    Raises CannotRun when it is no submission, or not safe to open.
    """
    span = Span(path)
    members = unbundle(data, span)
    try:
        return decode(members.pop(NAME)), members
    except LaterFormatError as error:
        what = msg("deze indiening is verzegeld met een nieuwere versie van jvom")
        raise CannotRun([Problem(span, what, msg("ga het zegel na met die versie"))]) from error
    except (KeyError, ValueError) as error:
        raise CannotRun(
            [
                Problem(
                    span,
                    msg("dit is geen verzegelde indiening: «{name}» ontbreekt of klopt niet", name=NAME),
                    msg("geef het bestand dat deze versie van «jvom seal» maakte"),
                )
            ]
        ) from error


def manifest_of(data: bytes, path: str) -> bytes:
    """Return the file of the manifest of a sealed submission, over which signatures are."""
    return unbundle(data, Span(path))[NAME]


def differences(data: bytes, path: str) -> list[Problem]:
    """Return what has changed since the submission was sealed; nothing when it is intact.

    Raises CannotRun as `open_submission` does. The file itself must have the bytes that sealing makes, so
    that an added comment, another order or another date is found too.
    """
    manifest, members = open_submission(data, path)
    checklists = {each.name: each for each in manifest.checklists}
    files = {name: content for name, content in members.items() if name not in checklists}
    found = [
        Problem(Span(f"{path}/{name}"), what, _UNTRUSTED) for name, what in _changed(manifest.members, files)
    ]
    for name, expected in checklists.items():
        place = Span(f"{path}/{name}")
        if name not in members:
            found.append(Problem(place, _MISSING, _UNTRUSTED))
        elif not _bears_its_seal(members[name], expected, manifest.seal):
            found.append(Problem(place, _CHANGED, _UNTRUSTED))
    if seal_of(manifest) != manifest.seal:
        what = msg("het zegel hoort niet bij deze bestanden")
        found.append(Problem(Span(f"{path}/{NAME}"), what, _UNTRUSTED))
    if not found and bundle(unbundle(data, Span(path))[NAME], members) != data:
        found.append(
            Problem(
                Span(path),
                msg("het zip-bestand is opnieuw ingepakt of aangevuld na het verzegelen"),
                _UNTRUSTED,
            )
        )
    return sorted(found, key=lambda each: each.span)


def _bears_its_seal(checklist: bytes, expected: Digest, seal: str) -> bool:
    """Tell whether a checklist prints the seal, and is what was sealed for the rest."""
    try:
        take_out = without_seal if expected.name == CHECKLIST else without_seal_in_pdf
        return digest(expected.name, take_out(checklist, seal)) == expected
    except (CannotRun, ValueError):
        return False


def changed_inputs(manifest: Manifest, now: Mapping[str, bytes]) -> list[Problem]:
    """Return the inputs that have changed since the submission was sealed; `now` has them by name.

    One that is there now, and was not then, has changed too.
    """
    advice = (
        msg("neem de teksten en sjablonen van toen; het manifest noemt de commit")
        if manifest.repository
        else msg("neem de teksten en sjablonen van toen")
    )
    changed = _changed(manifest.inputs, now, msg("dit bestand is er bijgekomen na het verzegelen"))
    return [Problem(Span(name), what, advice) for name, what in changed]


def changed_outputs(manifest: Manifest, made: Manifest) -> list[Problem]:
    """Return the outputs that differ in a rebuild, with differing versions as the likely reason."""
    before, after = (
        {each.name: each.sha256 for each in (*which.outputs, *which.checklists)} for which in (manifest, made)
    )
    if manifest.format != made.format:
        # The checklist of another format says other things, and in the first it bears a seal of another kind.
        for name in (CHECKLIST, CHECKLIST_PDF):
            before.pop(name, None)
            after.pop(name, None)
    reasons = [f"{name} {old} → {new}" for name, old, new in _other_versions(manifest, made)]
    advice = (
        msg("toen en nu verschillen: {reasons}", reasons=", ".join(reasons))
        if reasons
        else msg("de versies zijn gelijk: meld dit als een fout van jvom")
    )
    return [
        Problem(Span(name), msg("opnieuw gemaakt wordt dit een ander bestand"), advice)
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    ]


def _other_versions(old: Manifest, new: Manifest) -> Iterator[tuple[str, str, str]]:
    before, after = ({**each.versions, each.layout.program: each.layout.version} for each in (old, new))
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield name, before.get(name, "–"), after.get(name, "–")
    if old.layout.fonts != new.layout.fonts:
        names = [", ".join(font.name for font in each.layout.fonts) or "–" for each in (old, new)]
        yield "fonts", names[0], names[1]


def _changed(
    digests: tuple[Digest, ...],
    present: Mapping[str, bytes],
    added: Message = _FOREIGN,
) -> Iterator[tuple[str, Message]]:
    expected = {each.name: each for each in digests}
    for name in sorted(expected.keys() | present.keys()):
        if name not in present:
            yield name, _MISSING
        elif name not in expected:
            yield name, added
        elif digest(name, present[name]) != expected[name]:
            yield name, _CHANGED
