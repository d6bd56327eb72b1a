# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivering files: all or none, whatever comes in between."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jvom.files import deliver
from jvom.source import CannotRun

OLD = {"brief.docx": b"oude brief", "nota.docx": b"oude nota"}
NEW = {"brief.docx": b"nieuwe brief" * 1000, "nota.docx": b"nieuwe nota", "rapport.docx": b"rapport"}


def held(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path):
    """Return a folder in which an earlier build stands."""
    folder = tmp_path / "build" / "2025"
    deliver(folder, OLD)
    return folder


@pytest.fixture
def fail(monkeypatch):
    """Return what makes a step of delivering fail the nth time it is taken."""

    def make(step: str, error: BaseException, at: int = 1) -> None:
        taken = 0

        def failing(real):
            def take(*arguments, **named):
                nonlocal taken
                taken += 1
                if taken == at:
                    raise error
                return real(*arguments, **named)

            return take

        match step:
            case "make":
                monkeypatch.setattr(Path, "mkdir", failing(Path.mkdir))
            case "open":
                monkeypatch.setattr(Path, "open", failing(Path.open))
            case "fsync":
                monkeypatch.setattr(os, "fsync", failing(os.fsync))
            case "replace":
                monkeypatch.setattr(Path, "replace", failing(Path.replace))
            case _:
                raise ValueError(step)

    return make


def told(folder: Path, files: dict[str, bytes]) -> str:
    with pytest.raises(CannotRun) as caught:
        deliver(folder, files)
    (problem,) = caught.value.problems
    return f"{Path(problem.span.path).name}: {problem.what}; {problem.advice}"


class Describe_deliver:
    def it_writes_into_a_folder_that_it_makes(self, tmp_path):
        deliver(tmp_path / "een" / "twee", NEW)

        assert held(tmp_path / "een" / "twee") == NEW

    def it_puts_new_files_in_the_place_of_old_ones(self, folder):
        (folder / "van mij.txt").write_bytes(b"blijft")

        deliver(folder, NEW)

        assert held(folder) == {**NEW, "van mij.txt": b"blijft"}

    def it_writes_nothing_when_there_is_nothing(self, folder):
        deliver(folder, {})

        assert held(folder) == OLD

    def it_makes_files_that_others_may_read(self, folder):
        deliver(folder, NEW)

        mask = os.umask(0)
        os.umask(mask)
        assert (folder / "nota.docx").stat().st_mode & 0o777 == 0o666 & ~mask

    def it_sweeps_what_a_killed_run_left(self, folder):
        (folder / ".jvom-nota.docx").write_bytes(b"half")

        deliver(folder, {"nota.docx": b"heel"})

        assert held(folder) == {**OLD, "nota.docx": b"heel"}


class Describe_what_goes_wrong:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (errno.ENOSPC, "de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"),
            (errno.EDQUOT, "de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"),
            (
                errno.EACCES,
                "hier mag jvom niet schrijven; kies een andere map met --out, of vraag schrijfrechten",
            ),
            (
                errno.EROFS,
                "hier mag jvom niet schrijven; kies een andere map met --out, of vraag schrijfrechten",
            ),
            (
                errno.EIO,
                "schrijven is mislukt (Input/output error); de bestanden die er al stonden zijn onveranderd",
            ),
        ],
    )
    @pytest.mark.parametrize(
        ("step", "at", "name"),
        [("make", 1, "2025"), ("open", 1, "brief.docx"), ("open", 3, "rapport.docx"),
         ("fsync", 2, "nota.docx"), ("replace", 1, "brief.docx"), ("replace", 3, "rapport.docx")],
    )  # fmt: skip
    def it_is_told_and_every_earlier_file_is_whole(self, folder, fail, step, at, name, number, words):
        fail(step, OSError(number, os.strerror(number)), at)

        assert told(folder, NEW) == f"{name}: {words}"
        assert held(folder) == OLD

    @pytest.mark.parametrize(("step", "at"), [("open", 2), ("fsync", 3), ("replace", 1), ("replace", 2)])
    def it_is_an_interruption_and_every_earlier_file_is_whole(self, folder, fail, step, at):
        fail(step, KeyboardInterrupt(), at)

        with pytest.raises(KeyboardInterrupt):
            deliver(folder, NEW)

        assert held(folder) == OLD

    def it_is_a_file_in_the_place_of_the_folder(self, tmp_path):
        (tmp_path / "uit").write_bytes(b"ik")

        assert told(tmp_path / "uit", NEW) == "uit: dit is geen map; kies een andere map met --out"
        assert told(tmp_path / "uit" / "2025", NEW).endswith("dit is geen map; kies een andere map met --out")
        assert held(tmp_path) == {"uit": b"ik"}

    def it_is_a_folder_in_the_place_of_a_file(self, folder):
        (folder / "rapport.docx").mkdir()

        assert told(folder, NEW).startswith("rapport.docx: hier staat een map met deze naam; ")
        (folder / "rapport.docx").rmdir()
        assert held(folder) == OLD

    def it_is_no_link_through_which_it_would_write_elsewhere(self, folder, tmp_path):
        (tmp_path / "elders").write_bytes(b"blijft")
        (folder / ".jvom-nota.docx").symlink_to(tmp_path / "elders")

        deliver(folder, NEW)

        assert held(folder) == NEW
        assert not (folder / "nota.docx").is_symlink()
        assert (tmp_path / "elders").read_bytes() == b"blijft"

    def it_is_a_filesystem_without_second_names_and_without_locks(self, folder, fail, monkeypatch):
        def no(*arguments):
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

        monkeypatch.setattr(Path, "hardlink_to", no)
        monkeypatch.setattr("fcntl.flock", no)
        deliver(folder, OLD)
        fail("replace", KeyboardInterrupt(), 2)

        with pytest.raises(KeyboardInterrupt):
            deliver(folder, NEW)

        assert held(folder) == OLD

    def it_is_two_files_that_were_not_there_before(self, tmp_path, fail):
        fail("replace", OSError(errno.EIO, "kapot"), 3)

        assert told(tmp_path, NEW).startswith("rapport.docx: schrijven is mislukt (kapot)")
        assert held(tmp_path) == {}

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def it_is_a_folder_without_the_right_to_write(self, folder):
        folder.chmod(0o500)

        words = told(folder, NEW)
        folder.chmod(0o700)

        assert "hier mag jvom niet schrijven" in words
        assert held(folder) == OLD


WRITER = """
import sys
from pathlib import Path
from jvom.files import deliver

folder, mark, size = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
for _ in range(int(sys.argv[4])):
    deliver(folder, {name: mark * size for name in ("brief.docx", "nota.docx", "rapport.docx")})
"""


def writer(folder: Path, mark: str, size: int, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), mark, str(size), str(times)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


class Describe_processes:
    def they_take_turns(self, folder):
        """Two that write the same names at once: the files are all of the one or all of the other."""
        both = [writer(folder, mark, 100_000, 12) for mark in "ab"]
        for process in both:
            _, errors = process.communicate(timeout=60)
            assert (process.returncode, errors) == (0, "")

        files = held(folder)
        assert sorted(files) == ["brief.docx", "nota.docx", "rapport.docx"]
        assert set(files.values()) in ({b"a" * 100_000}, {b"b" * 100_000})

    def they_can_be_killed(self, folder):
        process = writer(folder, "a", 20_000_000, 100)
        until = time.monotonic() + 20
        while not any(path.name.startswith(".jvom-") for path in folder.iterdir()):
            assert time.monotonic() < until
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.communicate()

        for name, data in held(folder).items():
            if not name.startswith("."):
                assert data in (OLD.get(name), b"a" * 20_000_000)
        deliver(folder, NEW)
        assert held(folder) == NEW
