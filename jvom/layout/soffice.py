# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice: finding it, and having it make PDFs of Word files.

Each run has a profile of its own and a time limit, and leaves nothing behind: guard.py sees to that.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import cast

import msgspec

from jvom.layout.cache import Cache
from jvom.layout.fonts import typeface
from jvom.layout.guard import SAID
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span

OLDEST = (7, 4)
"""The oldest LibreOffice that reads content controls around blocks, and writes PDF/UA."""

PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where it stands when it is not on the search path."""

# The patterns by which LibreOffice divides words, where Linux keeps them.
_HYPHENATION = ("/usr/share/hyphen/hyph_nl_NL.dic", "/usr/share/hyphen/hyph_nl.dic")

_FILTER = "writer_pdf_Export"
_OPTIONS = {
    "PDFUACompliance": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "ExportBookmarksToPDFDestination": ("boolean", "true"),
    # Content controls are for who writes in Word, not forms for who reads.
    "ExportFormFields": ("boolean", "false"),
    "UseReferenceXObject": ("boolean", "false"),
}

# The stand-in for Verdana, when there is no Verdana; no Java, of which LibreOffice would complain.
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
</oor:items>
"""

_INSTALL = msg(
    "installeer LibreOffice Writer (Debian en Ubuntu: «sudo apt-get install libreoffice-writer-nogui"
    " hyphen-nl fonts-dejavu-core»; anders: www.libreoffice.org), of bouw met --pages estimate, zonder --pdf"
)


class Office(msgspec.Struct, frozen=True):
    """A LibreOffice: its program, its version, and what makes its layout its own.

    `environment` is the environment to run it in, `seconds` its time limit for a run, `processes` how many
    may run at once. `fingerprint` changes with its version, its fonts and its hyphenation.
    """

    program: Path
    version: str
    fingerprint: str
    environment: Mapping[str, str]
    seconds: float
    processes: int


def find(
    search_path: str,
    environment: Mapping[str, str],
    cache: Cache,
    *,
    program: Path | None = None,
    seconds: float = 120,
    processes: int = 1,
) -> Office:
    """Return the LibreOffice of this machine: `program`, or the first on the search path or in PLACES.

    `search_path` is as in ``PATH``, `environment` what a program of this user runs in. Raises CannotRun when
    there is none, or one that does not run or is too old.
    """
    found = program or _first(search_path)
    if found is None:
        raise _cannot("LibreOffice", msg("LibreOffice is niet geïnstalleerd"), _INSTALL)
    try:
        stat = found.resolve(strict=True).stat()
    except OSError as error:
        raise _cannot(
            found.as_posix(),
            msg("LibreOffice is hier niet: {reason}", reason=error.strerror or type(error).__name__),
            _INSTALL,
        ) from error
    environment = _plain(environment)
    key = f"{found.resolve()} {stat.st_size} {stat.st_mtime_ns}"
    version = cache.text("office", key)
    if version is None:
        version = _version(found, environment, seconds)
        cache.put_text("office", key, version)
    number = re.search(r"\d+(\.\d+)+", version)
    if number is None or tuple(int(part) for part in number[0].split(".")[:2]) < OLDEST:
        raise _cannot(
            found.as_posix(),
            msg("deze LibreOffice is te oud of onbekend: «{version}»", version=version or "?"),
            msg("installeer versie {oldest} of nieuwer", oldest=".".join(map(str, OLDEST))),
        )
    surroundings = [version, *(f"{path} {size}" for path, size in _what_counts(environment))]
    return Office(
        program=found,
        version=number[0],
        fingerprint=sha256("\n".join(surroundings).encode()).hexdigest(),
        environment=environment,
        seconds=seconds,
        processes=processes,
    )


def convert(files: Mapping[str, bytes], office: Office, cache: Cache) -> dict[str, bytes]:
    """Return the PDF of each Word file, by its name without extension; several at once where there are cores.

    Raises CannotRun when LibreOffice does not start, hangs, crashes, or makes something that is no PDF.
    """
    if not files:
        return {}
    shares = _shares(files, office.processes)
    with ExitStack() as stack:
        guards = [stack.enter_context(_guarded(cache)) for _ in shares]
        pool = stack.enter_context(ThreadPoolExecutor(max_workers=len(shares)))
        try:
            results = list(pool.map(_convert, guards, shares, repeat(office), repeat(cache)))
        except BaseException:
            # Else the pool would wait for a LibreOffice that nobody waits for any more.
            for guard in guards:
                guard.dismiss()
            raise
    made = {name: pdf for result in results for name, pdf in result.items()}
    return {name: made[name] for name in files}


def _shares(files: Mapping[str, bytes], processes: int) -> list[dict[str, bytes]]:
    """Divide the files over processes, the largest first, each to who has least."""
    shares: list[dict[str, bytes]] = [{} for _ in range(max(1, min(processes, len(files))))]
    for name in sorted(files, key=lambda name: (-len(files[name]), name)):
        least = min(shares, key=lambda share: sum(map(len, share.values())))
        least[name] = files[name]
    return [share for share in shares if share]


def _convert(guard: _Guard, files: Mapping[str, bytes], office: Office, cache: Cache) -> dict[str, bytes]:
    program = office.program.as_posix()
    seed = cache.folder_for("profile", office.fingerprint)
    said = ""
    missing = sorted(files)
    # A profile that was used before saves half the time; should it be the trouble, a new one won't be.
    for profile in (seed, None) if seed.is_dir() else (None,):
        status = guard.convert(files, office, profile)
        if status is None:
            raise _cannot(
                program,
                msg("LibreOffice was na {seconds} seconden nog niet klaar", seconds=round(office.seconds)),
                msg("probeer het opnieuw, of geef meer tijd"),
            )
        if isinstance(status, str):
            raise _cannot(program, msg("LibreOffice start niet: {reason}", reason=status), _INSTALL)
        made = guard.made(files)
        missing = sorted(files.keys() - made.keys())
        said = guard.said()
        if not missing:
            if profile is None:
                cache.put_folder("profile", office.fingerprint, guard.profile)
            return made
    raise _cannot(
        program,
        msg("LibreOffice maakte geen goede PDF van: {names}", names=", ".join(missing)),
        msg(
            "open het Word-bestand in LibreOffice om te zien waarom; het meldde: «{said}»",
            said=said or "niets",
        ),
    )


_GONE = "de bewaker is gestopt"


class _Guard:
    """The guard as jvom speaks with it; its folder holds profile, files and what comes of them."""

    def __init__(self, process: subprocess.Popen[bytes], under: Path | None) -> None:
        self._process = process
        answer = self._ask({"under": None if under is None else str(under.resolve())})
        if not isinstance(answer, str) or answer == _GONE:
            reason = answer.get("error", "") if isinstance(answer, dict) else _GONE
            raise _cannot(
                "" if under is None else under.as_posix(),
                msg("jvom kan hier geen tijdelijke map maken: {reason}", reason=reason),
                msg("vraag schrijfrechten of maak ruimte"),
            )
        self.folder = Path(answer)
        self.profile = self.folder / "profile"

    def convert(self, files: Mapping[str, bytes], office: Office, seed: Path | None) -> int | str | None:
        shutil.rmtree(self.profile, ignore_errors=True)
        if seed is None:
            user = self.profile / "user"
            user.mkdir(parents=True)
            (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        else:
            shutil.copytree(seed, self.profile)
        (self.folder / "in").mkdir(exist_ok=True)
        for name, data in files.items():
            (self.folder / "in" / f"{name}.docx").write_bytes(data)
        options = {option: {"type": kind, "value": value} for option, (kind, value) in _OPTIONS.items()}
        command = [
            str(office.program),
            f"-env:UserInstallation={self.profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", f"pdf:{_FILTER}:{json.dumps(options)}"),
            *("--outdir", str(self.folder / "out")),
            *(str(self.folder / "in" / f"{name}.docx") for name in files),
        ]
        answer = self._ask(
            {"run": command, "environment": dict(office.environment), "seconds": office.seconds}
        )
        return cast("int | str | None", answer)

    def made(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return what is a PDF, at least by its first and last words."""
        found = {}
        for name in files:
            path = self.folder / "out" / f"{name}.pdf"
            data = path.read_bytes() if path.is_file() else b""
            if data.startswith(b"%PDF-") and b"%%EOF" in data[-32:]:
                found[name] = data
        return found

    def said(self) -> str:
        """Return the last line that LibreOffice printed."""
        lines = (self.folder / SAID).read_text(encoding="utf-8", errors="replace").split("\n")
        told = [line.strip() for line in lines if line.strip() and not line.startswith("convert ")]
        return told[-1][:200] if told else ""

    def dismiss(self) -> None:
        """Let the guard stop what runs, and go."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _ask(self, question: object) -> object:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise ValueError("a guard without pipes")
        try:
            stdin.write(json.dumps(question).encode() + b"\n")
            stdin.flush()
            return json.loads(stdout.readline())
        except (OSError, ValueError):
            return _GONE


@contextmanager
def _guarded(cache: Cache) -> Iterator[_Guard]:
    """Have a guard, and see to it that it cleans up, whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield _Guard(process, cache.root)
    finally:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


def _first(search_path: str) -> Path | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=search_path):
            return Path(found)
    return next((Path(place) for place in PLACES if Path(place).is_file()), None)


def _version(program: Path, environment: Mapping[str, str], seconds: float) -> str:
    """Return what the program says of its version, "" when that is nothing."""
    try:
        said = subprocess.run(
            [str(program), "--headless", "--version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=dict(environment),
            timeout=min(seconds, 30),
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as error:
        raise _cannot(
            program.as_posix(),
            msg("LibreOffice was na {seconds} seconden nog niet klaar", seconds=round(min(seconds, 30))),
            msg("probeer het opnieuw, of geef meer tijd"),
        ) from error
    except OSError as error:
        raise _cannot(
            program.as_posix(),
            msg("LibreOffice start niet: {reason}", reason=error.strerror or type(error).__name__),
            _INSTALL,
        ) from error
    return said.decode("utf-8", "replace").strip().partition("\n")[0][:100]


def _plain(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would change the PDF or show a window."""
    mine = {
        key: value
        for key, value in environment.items()
        if not key.startswith(("LC_", "LANG")) and key not in ("DISPLAY", "WAYLAND_DISPLAY", "TZ")
    }
    return {**mine, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}


def _what_counts(environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield the name and size of each file that lines break by."""
    for font in typeface(environment):
        yield font.name, font.stat().st_size
    for pattern in map(Path, _HYPHENATION):
        if pattern.is_file():
            yield pattern.name, pattern.stat().st_size


def _cannot(place: str, what: Message, advice: Message) -> CannotRun:
    return CannotRun([Problem(Span(place), what, advice)])
