# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Deliveries that coincide, are killed or meet what a stranger left: all files are old or all are new."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jvom.files import deliver, recover, recover_in_place
from tests.deliveries import NEW, OLD, contents, reported
from tests.waiting import LIMIT, wait_until


@pytest.fixture
def folder(tmp_path):
    """Return a folder with an earlier build in it."""
    folder = tmp_path / "build" / "2025"
    deliver(folder, OLD)
    return folder


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
            _, errors = process.communicate(timeout=LIMIT)
            assert (process.returncode, errors) == (0, "")

        files = contents(folder)
        assert sorted(files) == ["brief.docx", "nota.docx", "rapport.docx"]
        assert set(files.values()) in ({b"a" * 100_000}, {b"b" * 100_000})

    def they_can_be_killed(self, folder):
        process = writer(folder, "a", 20_000_000, 100)
        wait_until((folder / ".jvom-werk").exists)
        process.send_signal(signal.SIGKILL)
        process.communicate()

        for path in folder.iterdir():
            if not path.name.startswith("."):
                assert path.read_bytes() in (OLD.get(path.name), b"a" * 20_000_000)
        deliver(folder, NEW)
        assert contents(folder) == NEW


# Delivers, and is killed at the nth call of a function of pathlib.
KILLED = """
import os, pathlib, signal, sys
from jvom.files import deliver

folder, name, left = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
real = getattr(pathlib.Path, name)
def deadly(self, *args, **named):
    global left
    if (left := left - 1) == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, *args, **named)
setattr(pathlib.Path, name, deadly)
names = ("brief.docx", "nota.docx", "openbaar/nota%41.docx", "rapport.docx")
deliver(folder, dict.fromkeys(names, b"nieuw"))
"""
STEPS = [("replace", 1), ("replace", 2), ("replace", 3), ("replace", 4), ("hardlink_to", 2), ("open", 3),
         ("open", 5), ("unlink", 1)]  # fmt: skip


def killed(folder: Path, step: str, count: int) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), step, str(count)], timeout=LIMIT)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="Windows kills no process in this way")
class Describe_a_process_that_was_killed:
    @pytest.mark.parametrize(("step", "count"), STEPS)
    def it_leaves_a_set_that_the_next_run_restores(self, folder, step, count):
        killed(folder, step, count)

        deliver(folder, {"ander.txt": b"iets anders"})

        assert contents(folder) == {**OLD, "ander.txt": b"iets anders"}

    @pytest.mark.parametrize("count", [1, 2, 3, 4])
    def it_leaves_a_set_that_can_be_restored_before_anything_is_read(self, folder, count):
        killed(folder, "replace", count)

        recover(folder)
        recover(folder)

        assert contents(folder) == OLD

    def it_overwrites_nothing_that_a_user_made_since(self, folder):
        killed(folder, "replace", 4)
        (folder / "brief.docx").write_bytes(b"met de hand")
        (folder / "openbaar" / "notitie.txt").write_bytes(b"ook")

        recover(folder)

        assert (folder / "brief.docx").read_bytes() == b"met de hand"
        assert (folder / "nota.docx").read_bytes() == OLD["nota.docx"]
        assert contents(folder / "openbaar") == {"notitie.txt": b"ook"}

    def it_has_a_journal_that_never_leaves_the_folder(self, folder, tmp_path):
        killed(folder, "replace", 2)
        (tmp_path / "elders").write_bytes(b"nieuw")
        journal = folder / ".jvom-werk" / "lijst"
        journal.write_bytes(journal.read_bytes().replace(b"brief.docx", b"../../elders"))

        recover(folder)

        assert (tmp_path / "elders").read_bytes() == b"nieuw"


# Delivers, and gets a signal at the nth thing that it does to the disk; tells how many those were.
SIGNALLED = """
import os, pathlib, signal, sys
from jvom.files import deliver

folder, number, at = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
count = 0
def counted(real):
    def take(*args, **named):
        global count
        count += 1
        if count == at:
            os.kill(os.getpid(), number)
        return real(*args, **named)
    return take
for name in ("open", "hardlink_to", "replace", "mkdir", "unlink", "rmdir", "chmod"):
    setattr(pathlib.Path, name, counted(getattr(pathlib.Path, name)))
os.fsync = counted(os.fsync)
files = {"brief.docx": b"oude brief", "nota.docx": b"nieuw", "openbaar/nota.docx": b"nieuw"}
try:
    deliver(folder, files, delivered=lambda: print("delivered"))
except KeyboardInterrupt:
    print("interrupted")
print(count)
"""
# One of the files stays what it was: the journal must still know that there was one.
SAME = {"brief.docx": b"oude brief", "nota.docx": b"nieuw", "openbaar/nota.docx": b"nieuw"}


def signalled(folder: Path, number: int, at: int) -> list[str]:
    command = [sys.executable, "-c", SIGNALLED, str(folder), str(number), str(at)]
    done = subprocess.run(command, timeout=LIMIT, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(os.name == "nt", reason="Windows kills no process in this way")
class Describe_every_step_of_a_delivery:
    @pytest.fixture
    def steps(self, tmp_path):
        """Return how many there are."""
        deliver(tmp_path / "0", OLD)
        said, count = signalled(tmp_path / "0", signal.SIGTERM, 0)
        assert said == "delivered"
        return int(count)

    def it_may_be_the_last_and_the_earlier_files_can_be_put_back(self, tmp_path, steps):
        for at in range(1, steps + 1):
            folder = tmp_path / str(at)
            deliver(folder, OLD)
            assert "interrupted" not in signalled(folder, signal.SIGKILL, at)

            restored = recover(folder)

            there = {name: data for name, data in contents(folder).items() if ".jvom-werk/" not in name}
            assert there == (OLD if restored else there)
            assert there in (OLD, SAME)
            assert contents(folder) == there

    def it_may_be_interrupted_and_what_is_said_is_true(self, tmp_path, steps):
        for at in range(1, steps + 1):
            folder = tmp_path / str(at)
            deliver(folder, OLD)

            *said, _ = signalled(folder, signal.SIGINT, at)

            assert said[-1] == "interrupted"
            assert contents(folder) == (SAME if "delivered" in said else OLD)

    def it_may_be_a_second_kill_while_restoring(self, tmp_path):
        """The first restores a file that is the same as the new one; then only the journal knows of it."""
        deliver(tmp_path, OLD)
        command = [sys.executable, "-c", KILLED_SAME, str(tmp_path)]
        for name, at in (("replace", 3), ("replace", 2)):
            assert subprocess.run([*command, name, str(at)], timeout=LIMIT).returncode == -signal.SIGKILL

        recover(tmp_path)

        assert contents(tmp_path) == OLD


# Delivers files of which one stays the same, and is killed at the nth call of a function of pathlib.
KILLED_SAME = KILLED.replace(
    'deliver(folder, dict.fromkeys(names, b"nieuw"))',
    'deliver(folder, {"brief.docx": b"oude brief", "nota.docx": b"nieuw", "openbaar/nota.docx": b"nieuw"})',
)


class Describe_a_work_folder_from_a_stranger:
    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_may_have_pipes_in_it(self, folder):
        (folder / ".jvom-werk").mkdir()
        for name in ("nieuw-0", "nieuw-1", "eerder-0", "lijst"):
            os.mkfifo(folder / ".jvom-werk" / name)

        deliver(folder, NEW)

        assert contents(folder) == NEW
        assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_may_have_a_pipe_in_the_place_of_a_file(self, folder):
        (folder / "nota.docx").unlink()
        os.mkfifo(folder / "nota.docx")

        assert reported(folder, NEW).startswith("nota.docx: hier staat een pijp of apparaat met deze naam; ")
        assert (folder / "nota.docx").is_fifo()

    def it_may_have_a_journal_that_leads_elsewhere_through_a_link(self, folder, tmp_path):
        killed(folder, "replace", 2)
        (tmp_path / "elders").mkdir()
        (tmp_path / "elders" / "brief.docx").write_bytes(b"nieuw")
        (folder / "link").symlink_to(tmp_path / "elders")
        journal = folder / ".jvom-werk" / "lijst"
        journal.write_bytes(journal.read_bytes().replace(b"brief.docx", b"link/brief.docx"))

        recover(folder)

        assert (tmp_path / "elders" / "brief.docx").read_bytes() == b"nieuw"


class Describe_recover_in_place:
    def it_finds_the_journal_of_a_file_that_a_link_leads_to(self, tmp_path):
        (tmp_path / "content").mkdir()
        deliver(tmp_path / "samen", OLD)
        (tmp_path / "content" / "brief.md").symlink_to(tmp_path / "samen" / "brief.docx")
        script = KILLED.replace(
            'deliver(folder, dict.fromkeys(names, b"nieuw"))',
            "from jvom.files import deliver_in_place\n"
            'link = folder / "content/brief.md"\n'
            'deliver_in_place(folder / "content", {link: b"nieuw"}, {link: b"oude brief"})',
        )
        command = [sys.executable, "-c", script, str(tmp_path), "unlink", "3"]
        assert subprocess.run(command, timeout=LIMIT).returncode == -signal.SIGKILL
        assert (tmp_path / "samen" / "brief.docx").read_bytes() == b"nieuw"

        assert recover_in_place(tmp_path / "content")

        assert contents(tmp_path / "samen") == OLD
