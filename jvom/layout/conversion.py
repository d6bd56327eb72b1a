# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Conversion by LibreOffice: Word files in, PDFs out, as many at once as the machine has room for.

Each run has a profile of its own and a time limit, and leaves nothing behind: guard.py ensures it.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
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
    # Content controls are for the authors in Word, not forms for the readers.
    "ExportFormFields": ("boolean", "false"),
    "UseReferenceXObject": ("boolean", "false"),
}

_ENDING = b"%%EOF"
"""How a PDF ends (ISO 32000-1, 7.5.5)."""

# Where a program keeps temporary files, on Unix and on Windows.
_TEMPORARY = ("TMPDIR", "TMP", "TEMP")

# A substitute for Verdana where it is missing; no Java, which LibreOffice would complain about. With the
# version that last used the profile, LibreOffice does not start twice to set it up.
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
    """A guarded LibreOffice: it starts when this is created, and waits for files to convert to PDF."""

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
        self._send(
            {
                "folder": str(self._folder),
                "profile": _profile(office),
                "sockets": _sockets(self._profile_uri()),
                "command": self._program(),
                # LibreOffice leaves temporary files behind, the more so when it is stopped.
                "environment": {**office.environment, **dict.fromkeys(_TEMPORARY, str(self._folder))},
                # LibreOffice writes it when others with its profile can reach it.
                "ready": "profile/.lock",
            }
        )

    def submit(self, files: Mapping[str, bytes]) -> None:
        """Have it convert these Word files, by name without extension. May be called once."""
        self.names = sorted(files)
        inputs = {f"in/{name}.docx": data for name, data in files.items()}
        self._send(
            {
                "files": inputs,
                "command": self._program() + self._task(list(inputs)),
                "seconds": self._office.seconds,
                "wanted": [f"out/{name}.pdf" for name in self.names],
                "ending": _ENDING,
            }
        )

    def result(self) -> dict[str, bytes]:
        """Wait, and return the PDFs by name. Raises CannotRun when LibreOffice did not make them all."""
        program = self._office.program.as_posix()
        answer = self._receive()
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
        if missing := [name for name, data in made.items() if not _is_complete(data)]:
            raise cannot(
                program,
                msg("LibreOffice maakte geen goede PDF van: {names}", names=", ".join(missing)),
                msg(
                    "open het Word-bestand in LibreOffice om te zien waarom; het meldde: «{said}»",
                    said=_last_line(answer["output"]) or msg("niets"),
                ),
            )
        return made

    def dismiss(self) -> None:
        """Have the guard stop what still runs and clean up; do not wait for it."""
        for pipe in (self._guard.stdin, self._guard.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def end(self) -> None:
        """Dismiss the guard, and wait until it has cleaned up."""
        self.dismiss()
        self._guard.wait()

    def _program(self) -> list[str]:
        return [
            str(self._office.program),
            f"-env:UserInstallation={self._profile_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        ]

    def _profile_uri(self) -> str:
        return (self._folder / "profile").as_uri()

    def _task(self, inputs: list[str]) -> list[str]:
        options = {option: {"type": kind, "value": value} for option, (kind, value) in _OPTIONS.items()}
        return [
            *("--convert-to", f"pdf:{_FILTER}:{msgspec.json.encode(options).decode()}"),
            *("--outdir", str(self._folder / "out")),
            *(str(self._folder / name) for name in inputs),
        ]

    def _send(self, request: dict[str, Any]) -> None:
        # A guard that is gone gives no answer either, so that is noticed later.
        if self._guard.stdin is not None:
            with suppress(OSError):
                self._guard.stdin.write(marshal.dumps(request))
                self._guard.stdin.flush()

    def _receive(self) -> dict[str, Any] | None:
        """Return the answer of the guard, None when it is gone."""
        try:
            if self._guard.stdout is not None:
                answer: dict[str, Any] = marshal.load(self._guard.stdout)
                return answer
        except (OSError, EOFError, ValueError, TypeError):
            pass
        return None


class Conversions:
    """Runs of LibreOffice; none is left when the context ends, however it ends."""

    def __init__(self, office: Office, cache: Cache) -> None:
        self.office = office
        self._parent = cache.root
        self._started: list[Conversion] = []
        self._waiting: list[Conversion] = []

    def __enter__(self) -> Conversions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for conversion in self._started:
            conversion.dismiss()
        for conversion in self._started:
            conversion.end()
        self._started, self._waiting = [], []

    @contextmanager
    def lent(self) -> Iterator[Conversions]:
        """Lend these for a while; afterwards, tell what still runs to end, without waiting for it."""
        try:
            yield self
        finally:
            for conversion in self._started:
                conversion.dismiss()
            self._waiting = []

    def prepare(self) -> None:
        """Start a LibreOffice ahead of the first files, so that it starts while they are built."""
        self._waiting.append(self._launch())

    def start(self, files: Mapping[str, bytes]) -> Conversion:
        """Have LibreOffice convert these Word files, by name without extension."""
        conversion = self._waiting.pop() if self._waiting else self._launch()
        conversion.submit(files)
        return conversion

    def _launch(self) -> Conversion:
        conversion = Conversion(self.office, self._parent)
        self._started.append(conversion)
        return conversion


def convert(files: Mapping[str, bytes], office: Office, cache: Cache) -> dict[str, bytes]:
    """Return the PDF of each Word file, by name without extension, made in one run of LibreOffice.

    Raises CannotRun when LibreOffice does not start, hangs, crashes, or writes something that is no PDF.
    """
    with Conversions(office, cache) as conversions:
        return conversions.start(files).result()


def _profile(office: Office) -> dict[str, bytes]:
    """Return the files of a profile that LibreOffice takes for one it used before.

    It would first set up a new one, and then start again, which takes as long as the documents do.
    """
    series = ".".join(office.version.split(".")[:2])
    return {
        "profile/user/registrymodifications.xcu": _SETTINGS.format(version=series).encode(),
        "profile/user/extensions/buildid": office.build.encode(),
    }


def _sockets(profile_uri: str) -> list[str]:
    """Return where LibreOffice may have a socket for this profile, which it leaves behind when it is killed.

    Its folder does not follow TMPDIR (LibreOffice's sal/osl/unx/pipe.cxx), and its name has the MD5 of the
    profile (desktop/source/app/officeipcthread.cxx).
    """
    if os.name == "nt":
        return []
    from hashlib import md5

    made = md5(profile_uri.encode("utf-16-le"), usedforsecurity=False).digest()
    # Older versions write a byte below 16 as one digit.
    names = {made.hex(), "".join(f"{byte:x}" for byte in made)}
    return [
        f"{folder}/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}"
        for folder in ("/tmp", "/var/tmp")
        for name in sorted(names)
    ]


def _is_complete(data: bytes) -> bool:
    """Tell whether it is a complete PDF, judged by its first and last bytes."""
    return data.startswith(b"%PDF-") and _ENDING in data[-32:]


def _reason(error: tuple[int, str]) -> Message:
    """Return the system's error that stopped the guard, as a message."""
    return reason(OSError(*error))


def _last_line(output: bytes) -> str:
    """Return the last line that LibreOffice printed, other than its progress."""
    lines = output.decode("utf-8", "replace").split("\n")
    shown = [line.strip() for line in lines if line.strip() and not line.startswith("convert ")]
    return shown[-1][:200] if shown else ""
