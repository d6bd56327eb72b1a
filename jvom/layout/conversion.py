# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice at work: Word files in, PDFs out, as many at once as the machine has room for.

Each run has a profile of its own and a time limit, and leaves nothing behind: guard.py sees to that.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from jvom.layout.cache import Cache
from jvom.layout.soffice import INSTALL, Office, cannot
from jvom.messages import Message, msg
from jvom.source import reason

_TRY_AGAIN = msg("probeer het opnieuw, of bouw met --pages estimate, zonder --pdf")

_FILTER = "writer_pdf_Export"
_OPTIONS = {
    "PDFUACompliance": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "ExportBookmarksToPDFDestination": ("boolean", "true"),
    # Content controls are for who writes in Word, not forms for who reads.
    "ExportFormFields": ("boolean", "false"),
    "UseReferenceXObject": ("boolean", "false"),
}

# Where a program keeps temporary files, on Unix and on Windows.
_TEMPORARY = ("TMPDIR", "TMP", "TEMP")

# The stand-in for Verdana, when there is no Verdana; no Java, of which LibreOffice would complain. With the
# version that used the profile last, LibreOffice does not start twice to furnish it.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs">
<node oor:name="_0" oor:op="replace">
<prop oor:name="ReplaceFont" oor:op="fuse"><value>Verdana</value></prop>
<prop oor:name="SubstituteFont" oor:op="fuse"><value>DejaVu Sans</value></prop>
<prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop>
<prop oor:name="Always" oor:op="fuse"><value>false</value></prop></node></item>
<item oor:path="/org.openoffice.Office.Java/VirtualMachine"><prop oor:name="Enable" oor:op="fuse">
<value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse">
<value>{version}</value></prop></item>
</oor:items>
"""


class Conversion:
    """A LibreOffice under guard: it starts when this is made, and waits for files to make PDFs of."""

    def __init__(self, office: Office, under: Path | None) -> None:
        self.names: list[str] = []
        self._office = office
        from tempfile import gettempdir

        self._folder = Path(under or gettempdir()).resolve() / f"jvom-{os.urandom(8).hex()}"
        self._guard = subprocess.Popen(
            [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._ask(
            {
                "folder": str(self._folder),
                "profile": _profile(office),
                "command": self._program(),
                # LibreOffice leaves files behind where it keeps temporary ones, the more when it is stopped.
                "environment": {**office.environment, **dict.fromkeys(_TEMPORARY, str(self._folder))},
                # LibreOffice writes it when it can be reached by others that have its profile.
                "ready": "profile/.lock",
            }
        )

    def give(self, files: Mapping[str, bytes]) -> None:
        """Have it make PDFs of these Word files, by their names without extension; once only."""
        self.names = sorted(files)
        inputs = {f"in/{name}.docx": data for name, data in files.items()}
        self._ask(
            {
                "files": inputs,
                "command": self._program() + self._task(list(inputs)),
                "seconds": self._office.seconds,
                "wanted": [f"out/{name}.pdf" for name in self.names],
            }
        )

    def result(self) -> dict[str, bytes]:
        """Wait, and return the PDFs by name; raises CannotRun when LibreOffice did not make them all."""
        program = self._office.program.as_posix()
        answer = self._answer()
        self.dismiss()
        if answer is None:
            what = msg("de bewaking van LibreOffice is gestopt voordat er een PDF was")
            raise cannot(program, what, _TRY_AGAIN)
        if "refused" in answer:
            raise cannot(
                self._folder.parent.as_posix(),
                msg("jvom kan hier geen tijdelijke map maken: {reason}", reason=_reason(answer["refused"])),
                msg("vraag schrijfrechten of maak ruimte"),
            )
        status = answer["status"]
        if status is None:
            raise cannot(
                program,
                msg(
                    "LibreOffice was na {seconds} seconden nog niet klaar",
                    seconds=round(self._office.seconds),
                ),
                _TRY_AGAIN,
            )
        if isinstance(status, tuple):
            raise cannot(program, msg("LibreOffice start niet: {reason}", reason=_reason(status)), INSTALL)
        made = {name: answer["made"].get(f"out/{name}.pdf", b"") for name in self.names}
        if missing := [name for name, data in made.items() if not _is_whole(data)]:
            raise cannot(
                program,
                msg("LibreOffice maakte geen goede PDF van: {names}", names=", ".join(missing)),
                msg(
                    "open het Word-bestand in LibreOffice om te zien waarom; het meldde: «{said}»",
                    said=_last_words(answer["said"]) or msg("niets"),
                ),
            )
        return made

    def dismiss(self) -> None:
        """Have the guard stop what still runs, and clean up."""
        for pipe in (self._guard.stdin, self._guard.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def end(self) -> None:
        """Dismiss the guard, and wait until all is clean."""
        self.dismiss()
        self._guard.wait()

    def _program(self) -> list[str]:
        return [
            str(self._office.program),
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        ]

    def _task(self, inputs: list[str]) -> list[str]:
        options = {option: {"type": kind, "value": value} for option, (kind, value) in _OPTIONS.items()}
        return [
            *("--convert-to", f"pdf:{_FILTER}:{msgspec.json.encode(options).decode()}"),
            *("--outdir", str(self._folder / "out")),
            *(str(self._folder / name) for name in inputs),
        ]

    def _ask(self, asked: dict[str, Any]) -> None:
        # A guard that is gone already gives no answer either.
        if self._guard.stdin is not None:
            with suppress(OSError):
                self._guard.stdin.write(marshal.dumps(asked))
                self._guard.stdin.flush()

    def _answer(self) -> dict[str, Any] | None:
        """Return what the guard says; None when it is gone."""
        try:
            if self._guard.stdout is not None:
                answer: dict[str, Any] = marshal.load(self._guard.stdout)
                return answer
        except (OSError, EOFError, ValueError, TypeError):
            pass
        return None


class Conversions:
    """Runs of LibreOffice, of which none is left when the context ends, however it ends."""

    def __init__(self, office: Office, cache: Cache) -> None:
        self.office = office
        self._under = cache.root
        self._begun: list[Conversion] = []
        self._waiting: list[Conversion] = []

    def __enter__(self) -> Conversions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for conversion in self._begun:
            conversion.dismiss()
        for conversion in self._begun:
            conversion.end()
        self._begun, self._waiting = [], []

    def prepare(self) -> None:
        """Start a LibreOffice that waits for the first files: it starts while they are built."""
        self._waiting.append(self._begin())

    def start(self, files: Mapping[str, bytes]) -> Conversion:
        """Have LibreOffice make PDFs of these Word files, by their names without extension."""
        conversion = self._waiting.pop() if self._waiting else self._begin()
        conversion.give(files)
        return conversion

    def _begin(self) -> Conversion:
        conversion = Conversion(self.office, self._under)
        self._begun.append(conversion)
        return conversion


def convert(files: Mapping[str, bytes], office: Office, cache: Cache) -> dict[str, bytes]:
    """Return the PDF of each Word file, by its name without extension, of one run of LibreOffice.

    Raises CannotRun when LibreOffice does not start, hangs, crashes, or makes something that is no PDF.
    """
    with Conversions(office, cache) as conversions:
        return conversions.start(files).result()


def _profile(office: Office) -> dict[str, bytes]:
    """Return the files of a profile that LibreOffice takes for one that it used before.

    It furnishes a new one first, and starts again then, which takes as long as the documents do.
    """
    series = ".".join(office.version.split(".")[:2])
    return {
        "profile/user/registrymodifications.xcu": _SETTINGS.format(version=series).encode(),
        "profile/user/extensions/buildid": office.build.encode(),
    }


def _is_whole(data: bytes) -> bool:
    """Return whether it is a PDF, at least by its first and last words."""
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-32:]


def _reason(told: tuple[int, str]) -> Message:
    """Return what kept the guard from something, of what the system told it."""
    return reason(OSError(*told))


def _last_words(said: bytes) -> str:
    """Return the last line that LibreOffice printed of its own accord."""
    lines = said.decode("utf-8", "replace").split("\n")
    told = [line.strip() for line in lines if line.strip() and not line.startswith("convert ")]
    return told[-1][:200] if told else ""
