# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom verify``: whether a sealed submission is still what it was, and can be made again."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.findings import Report
from jvom.messages import Message, msg
from jvom.sealing.bundle import LARGEST
from jvom.sealing.manifest import Manifest
from jvom.sealing.verifying import changed_inputs, differences, opened, other_outputs
from jvom.source import CannotRun, Problem, Span, unreadable


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a verification; with `content` None nothing is made again."""

    path: Path
    content: Path | None
    templates: Path
    soffice: Path | None
    json: bool


def verify(terminal: Terminal, request: Request) -> int:
    """Verify a sealed submission, tell what is wrong with it, and return the exit status: 1 when anything is.

    Raises CannotRun for what is no sealed submission, or can't be read.
    """
    name = request.path.as_posix()
    data = _read(request.path)
    found = differences(data, name)
    manifest, members = opened(data, name)
    if not found and request.content is not None:
        found = _rebuilt(terminal, request, request.content, manifest, data)
    if request.json:
        terminal.json(
            {
                "schema_version": 1,
                "path": name,
                "whole": not found,
                "rebuilt": request.content is not None,
                "seal": manifest.seal,
                "differences": [
                    {"path": each.span.path, "message": each.what.format(terminal.translate)}
                    for each in found
                ],
            }
        )
        return Status.FINDINGS if found else Status.DONE
    if found:
        terminal.complain(found)
        return Status.FINDINGS
    _say(
        terminal,
        msg("{path} is onveranderd: {count} bestanden en het manifest", path=name, count=len(members)),
    )
    _say(
        terminal,
        msg(
            "Verzegeld met jvom {version}, nagelezen met peildatum {day}",
            version=manifest.versions.get("jvom", "?"),
            day=manifest.as_of.isoformat(),
        ),
    )
    _say(terminal, msg("Zegel: {seal}", seal=manifest.seal))
    if request.content is not None:
        _say(
            terminal, msg("Opnieuw gemaakt uit {content}: dezelfde bytes", content=request.content.as_posix())
        )
    terminal.tell(msg("Vergelijk het zegel met dat op de ondertekende controlelijst."))
    return Status.DONE


def _rebuilt(
    terminal: Terminal, request: Request, content: Path, manifest: Manifest, data: bytes
) -> list[Problem]:
    """Return why the submission can't be made again from the content with the same bytes.

    Raises CannotRun when there is no such folder, or when jvom no longer has the engine that laid it out.
    """
    from jvom.cli.inputs import Places, read_inputs
    from jvom.cli.seal import Recipe, submission

    if not content.is_dir():
        advice = msg("wijs met --content de map met de teksten aan")
        raise CannotRun([Problem(Span(content.as_posix()), msg("deze map bestaat niet"), advice)])
    layout = manifest.layout
    if layout.pages == "approximate":
        what = msg(
            "de paginanummers zijn die van {program}, dat jvom niet meer gebruikt", program=layout.program
        )
        advice = msg("laat --content weg: of het bestand onveranderd is, is dan wel na te gaan")
        raise CannotRun([Problem(Span(request.path.as_posix()), what, advice)])
    recipe = Recipe(
        places=Places(content, manifest.year, request.templates),
        as_of=manifest.as_of,
        pages=layout.pages,
        pdf=layout.pdf,
        epoch=manifest.source_date_epoch,
        repository=manifest.repository,
        soffice=request.soffice,
    )
    now = read_inputs(recipe.places.named(each.name for each in manifest.inputs))
    if found := changed_inputs(manifest, now):
        return found
    made = submission(terminal, recipe, afresh=True)
    if isinstance(made, Report):
        what = msg("de controle vindt nu fouten die er bij het verzegelen niet waren")
        return [Problem(Span(content.as_posix()), what, msg("jvom of de instellingen zijn veranderd"))]
    found = other_outputs(manifest, made.manifest)
    if not found and made.data != data:
        what = msg("de bestanden zijn gelijk, maar het manifest is anders: de versies verschillen")
        found = [Problem(Span(request.path.as_posix()), what, msg("vergelijk de versies in het manifest"))]
    return found


def _read(path: Path) -> bytes:
    span = Span(path.as_posix())
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        advice = msg("geef het bestand dat «jvom seal» maakte")
        raise CannotRun([Problem(span, msg("dit bestand bestaat niet"), advice)]) from error
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error
    if len(data) > LARGEST:
        what = msg("dit bestand is groter dan {size} MB", size=LARGEST // 1_000_000)
        raise CannotRun([Problem(span, what, msg("geef het bestand dat «jvom seal» maakte"))])
    return data


def _say(terminal: Terminal, message: Message) -> None:
    terminal.say(message.format(terminal.translate))
