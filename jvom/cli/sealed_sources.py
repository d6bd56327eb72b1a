# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a submission was made of, unpacked for as long as it is read or made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jvom.cli.renamed_places import with_folder_as
from jvom.messages import msg
from jvom.sealing.manifest import SOURCES, Manifest
from jvom.sealing.sources import sources_of
from jvom.source import CannotRun, Problem, Span, reason


@contextmanager
def sealed_sources(manifest: Manifest, members: Mapping[str, bytes], path: str) -> Iterator[Path]:
    """Give a folder with the `content` and `templates` of a submission, while it lasts.

    Nothing else is in it. Raises CannotRun when the submission holds none, or not those that were sealed.
    Problems in these files name the submission, at `path`, and not the folder.
    """
    inputs = sources_of(manifest, members, path)
    with TemporaryDirectory(prefix="jvom-") as folder:
        _unpack(inputs, Path(folder), path)
        try:
            yield Path(folder)
        except CannotRun as error:
            raise CannotRun(with_folder_as(error.problems, Path(folder).as_posix(), where(path))) from error


def where(path: str) -> str:
    """Return what messages call the folder of the inputs in the submission at `path`."""
    return f"{path}/{SOURCES.rstrip('/')}"


def _unpack(inputs: Mapping[str, bytes], folder: Path, path: str) -> None:
    for name, data in inputs.items():
        place = folder / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        except OSError as error:
            what = msg("dit bestand is niet uit te pakken ({reason})", reason=reason(error))
            advice = msg("kijk of er plaats is in de map voor tijdelijke bestanden")
            raise CannotRun([Problem(Span(f"{where(path)}/{name}"), what, advice)]) from error
