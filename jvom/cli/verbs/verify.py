# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom verify``: whether a sealed submission is unchanged, and can be made again."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from jvom.cli.arguments import read_day
from jvom.cli.recovery import Places
from jvom.cli.shared_options import Json, Soffice, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, unreadable

if TYPE_CHECKING:
    from jvom.cli.signatures import Signed
    from jvom.cli.submission_inputs import InputPaths
    from jvom.sealing.manifest import Manifest


_TEMPLATES = Path("templates")


class VerifyOptions(Options, frozen=True, kw_only=True):
    """What is asked of a verification: to make it again of what it holds, or of other `content`."""

    path: Annotated[Path, Argument(msg("Het bestand dat «jvom seal» maakte."), msg("BESTAND"))]
    content: Annotated[
        Path | None,
        Option(
            msg("Maakt de indiening opnieuw uit de teksten in deze map en vergelijkt de bytes."), msg("MAP")
        ),
    ] = None
    rebuild: Annotated[
        bool, Option(msg("Maakt de indiening opnieuw uit wat er zelf in zit, en vergelijkt de bytes."))
    ] = False
    signers: Annotated[
        Path | None,
        Option(
            msg("Gaat de handtekening na met deze lijst van ondertekenaars (allowed_signers van OpenSSH)."),
            msg("BESTAND"),
        ),
    ] = None
    as_of: Annotated[
        date | None,
        Option(
            msg("De dag waarop de sleutel geldig moet zijn (anders: vandaag)."), msg("DATUM"), read=read_day
        ),
    ] = None
    templates: Templates = _TEMPLATES
    soffice: Soffice = None
    json: Json = False

    @property
    def places(self) -> Places:
        """The folder of the submission, and the texts that it is made of again."""
        return Places(() if self.content is None else (self.content,), (self.path.parent,))


class _Verified(msgspec.Struct, frozen=True):
    """A submission, how it differs from what was sealed, and who signed it, as far as anyone looked."""

    path: str
    manifest: "Manifest"
    count: int
    differences: "list[Problem]"
    signed: "Signed | None"


def verify(terminal: Terminal, options: VerifyOptions) -> int:
    """Verify a sealed submission, show how it differs, and return the exit status: 1 when it does.

    A signature that counts for nothing is a difference too. Raises CannotRun for what is no sealed
    submission, or can't be read.
    """
    gathered = ProblemCollector((*options.problems, *_refused(options)))
    data = gathered.of(lambda: _read(options.path))
    if data is None or gathered.problems:
        raise CannotRun(gathered.problems)
    verified = _verify(terminal, options, data)
    if options.json:
        _write_json(terminal, options, verified)
    elif verified.differences:
        terminal.list_problems(verified.differences)
    else:
        _show(terminal, options, verified)
    return Status.FINDINGS if verified.differences else Status.DONE


def _refused(options: VerifyOptions) -> Iterator[Problem]:
    """Yield what is wrong with options that do not go together."""
    if options.rebuild and (options.content is not None or options.templates != _TEMPLATES):
        what = msg("met --rebuild komen teksten en sjablonen uit bron/, en niet uit een map")
        yield Problem(
            Span("--rebuild"), what, msg("laat --content en --templates weg, of laat --rebuild weg")
        )
    if options.as_of is not None and options.signers is None:
        what = msg("een dag zegt alleen iets over een handtekening")
        yield Problem(Span("--as-of"), what, msg("geef ook --signers, of laat --as-of weg"))


def _verify(terminal: Terminal, options: VerifyOptions, data: bytes) -> _Verified:
    """Verify the bytes of a submission, and its signature, before anything of it is made again."""
    from jvom.cli.renamed_places import with_folder_as
    from jvom.cli.sealed_sources import sealed_sources, where
    from jvom.cli.signatures import verify_signature
    from jvom.cli.submission_inputs import InputPaths
    from jvom.sealing.verification import differences, manifest_of, open_submission

    name = options.path.as_posix()
    found = differences(data, name)
    manifest, members = open_submission(data, name)
    signed = None
    if options.signers is not None:
        said = manifest_of(data, name)
        signed = verify_signature(said, options.path, options.signers, options.as_of)
    if isinstance(signed, Problem):
        found.append(signed)
        signed = None
    if not found and options.rebuild:
        with sealed_sources(manifest, members, name) as folder:
            paths = InputPaths(folder / "content", manifest.id, folder / "templates")
            found = _differences_when_rebuilt(terminal, options, paths, manifest, data)
            found = list(with_folder_as(tuple(found), folder.as_posix(), where(name)))
    elif not found and options.content is not None:
        paths = InputPaths(options.content, manifest.id, options.templates)
        found = _differences_when_rebuilt(terminal, options, paths, manifest, data)
    return _Verified(name, manifest, len(members), found, signed)


def _write_json(terminal: Terminal, options: VerifyOptions, verified: _Verified) -> None:
    manifest, signed = verified.manifest, verified.signed
    terminal.write_json(
        {
            "schema_version": 1,
            "path": verified.path,
            "whole": not verified.differences,
            "rebuilt": options.rebuild or options.content is not None,
            "seal": manifest.seal,
            "covers_everything": manifest.covers_everything,
            "has_sources": manifest.has_sources,
            "signed_by": signed and signed.signers,
            "signing_key": signed and signed.key,
            "differences": [
                {"path": each.span.path, "message": terminal.translated(each.what)}
                for each in verified.differences
            ],
        }
    )


def _show(terminal: Terminal, options: VerifyOptions, verified: _Verified) -> None:
    """Show what an intact submission proves, and what it leaves open."""
    from jvom.cli.sealed_sources import where
    from jvom.cli.signatures import signature_path

    name, manifest, signed = verified.path, verified.manifest, verified.signed
    sources = len(manifest.inputs) if manifest.has_sources else 0
    count = verified.count - sources
    terminal.write(
        msg(
            "{path} is onveranderd: {count} bestanden, {sources} in bron/, en het manifest",
            path=name,
            count=count,
            sources=sources,
        )
        if sources
        else msg("{path} is onveranderd: {count} bestanden en het manifest", path=name, count=count)
    )
    terminal.write(
        msg(
            "Verzegeld met jvom {version}, nagelezen met peildatum {day}",
            version=manifest.versions.get("jvom", "?"),
            day=manifest.as_of.isoformat(),
        )
    )
    terminal.write(msg("Zegel: {seal}", seal=manifest.seal))
    if signed is not None:
        signers = ", ".join(signed.signers)
        terminal.write(msg("Ondertekend door {signers} met sleutel {key}", signers=signers, key=signed.key))
    if options.rebuild:
        terminal.write(msg("Opnieuw gemaakt uit {content}: dezelfde bytes", content=where(name)))
    if options.content is not None:
        content = options.content.as_posix()
        terminal.write(msg("Opnieuw gemaakt uit {content}: dezelfde bytes", content=content))
    if not manifest.covers_everything:
        terminal.inform(
            msg(
                "Dit zegel is van een eerdere versie van jvom. Het bewijst de documenten en het verslag "
                "van de controle; niet de peildatum, de versies, de commit, de invoer en de woorden "
                "van de controlelijst."
            )
        )
    if not manifest.has_sources:
        terminal.inform(
            msg(
                "In deze indiening zit geen bron/: opnieuw maken kan alleen uit de teksten van toen, "
                "met --content; de controlelijst van toen zegt andere dingen en telt dan niet mee."
            )
        )
    signature = signature_path(options.path)
    if signed is None and os.path.lexists(signature):
        path = signature.as_posix()
        terminal.inform(
            msg("{path} is niet nagegaan: geef met --signers wie er mag ondertekenen.", path=path)
        )
    terminal.inform(msg("Vergelijk het zegel met dat op de ondertekende controlelijst."))


def _differences_when_rebuilt(
    terminal: Terminal, options: VerifyOptions, paths: "InputPaths", manifest: "Manifest", data: bytes
) -> list[Problem]:
    """Make the submission again from the inputs at `paths`, and return how its bytes differ.

    Raises CannotRun when there is no such folder, or when jvom no longer has the engine that laid it out.
    """
    from jvom.cli.submission import Recipe, make_submission
    from jvom.cli.submission_inputs import read_inputs
    from jvom.findings import Report
    from jvom.sealing.verification import changed_inputs, changed_outputs

    content = paths.content
    if not content.is_dir():
        advice = msg("wijs met --content de map met de teksten aan")
        raise CannotRun([Problem(Span(content.as_posix()), msg("deze map bestaat niet"), advice)])
    layout = manifest.layout
    if layout.pages == "approximate":
        option = "--rebuild" if options.rebuild else "--content"
        what = msg(
            "de paginanummers zijn die van {program}, dat jvom niet meer gebruikt", program=layout.program
        )
        advice = msg("laat {option} weg: of het bestand onveranderd is, is dan wel na te gaan", option=option)
        raise CannotRun([Problem(Span(options.path.as_posix()), what, advice)])
    recipe = Recipe(
        paths=paths,
        is_partial=options.rebuild,
        as_of=manifest.as_of,
        pages=layout.pages,
        pdf=layout.pdf,
        epoch=manifest.source_date_epoch,
        repository=lambda _: manifest.repository,
        soffice=options.soffice,
    )
    if found := changed_inputs(manifest, read_inputs(_inputs_now(recipe.paths, manifest))):
        return found
    made = make_submission(terminal, recipe, use_cache=False)
    if isinstance(made, Report):
        what = msg("de controle vindt nu fouten die er bij het verzegelen niet waren")
        return [Problem(Span(content.as_posix()), what, msg("jvom of de instellingen zijn veranderd"))]
    found = changed_outputs(manifest, made.manifest)
    if not found and manifest.format == made.manifest.format and made.data != data:
        what = msg("de bestanden zijn gelijk, maar het manifest is anders: de versies verschillen")
        found = [Problem(Span(options.path.as_posix()), what, msg("vergelijk de versies in het manifest"))]
    return found


def _inputs_now(paths: "InputPaths", manifest: "Manifest") -> dict[str, Path]:
    """Return the files that the submission was made of, and those that it would be made of now, by name."""
    from jvom.cli.dossiers import read_dossier
    from jvom.source import ProblemCollector

    then = paths.named(each.name for each in manifest.inputs)
    # What keeps a dossier from being read is a change too, and is found among its inputs.
    dossier, _ = ProblemCollector().of(lambda: read_dossier(paths.content, paths.id)) or (None, [])
    return then if dossier is None else {**then, **paths.used(dossier)}


def _read(path: Path) -> bytes:
    from jvom.sealing.bundle import LARGEST

    span = Span(path.as_posix())
    try:
        return read_file(path, LARGEST)
    except FileNotFoundError as error:
        advice = msg("geef het bestand dat «jvom seal» maakte")
        raise CannotRun([Problem(span, msg("dit bestand bestaat niet"), advice)]) from error
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error


VERB = Verb(msg("Gaat na of een verzegelde indiening onveranderd is."), VerifyOptions, verify)
