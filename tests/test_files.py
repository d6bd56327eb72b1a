# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivering files: all or none, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jvom.files import deliver, deliver_in_place, deliver_one
from jvom.source import CannotRun
from tests.deliveries import NEW, OLD, contents, reported
from tests.waiting import LIMIT


@pytest.fixture
def folder(tmp_path):
    """Return a folder with an earlier build in it."""
    folder = tmp_path / "build" / "2025"
    deliver(folder, OLD)
    return folder


@pytest.fixture
def fail(monkeypatch):
    """Return a function that makes a step of delivering fail at its nth call."""

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


class Describe_deliver:
    def it_writes_into_a_folder_that_it_makes(self, tmp_path):
        deliver(tmp_path / "een" / "twee", NEW)

        assert contents(tmp_path / "een" / "twee") == NEW

    def it_replaces_old_files_by_new_ones(self, folder):
        (folder / "van mij.txt").write_bytes(b"blijft")

        deliver(folder, NEW)

        assert contents(folder) == {**NEW, "van mij.txt": b"blijft"}

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")
    def it_writes_a_file_whose_name_is_not_utf_8(self, folder):
        deliver(folder, {"ve%41rslag\udcff.txt": b"tekst"})

        assert contents(folder) == {**OLD, "ve%41rslag\udcff.txt": b"tekst"}

    def it_writes_nothing_when_there_is_nothing(self, folder):
        deliver(folder, {})

        assert contents(folder) == OLD

    def it_makes_files_that_others_may_read(self, folder):
        deliver(folder, NEW)

        mask = os.umask(0)
        os.umask(mask)
        assert (folder / "nota.docx").stat().st_mode & 0o777 == 0o666 & ~mask

    def it_removes_what_a_killed_run_left(self, folder):
        (folder / ".jvom-werk").mkdir()
        (folder / ".jvom-werk" / "nieuw-0").write_bytes(b"half")

        deliver(folder, {"nota.docx": b"heel"})

        assert contents(folder) == {**OLD, "nota.docx": b"heel"}

    def it_removes_nothing_of_the_user(self, folder):
        (folder / ".jvom-notities").write_bytes(b"van mij")
        (folder / ".jvom-eerder-nota.docx").write_bytes(b"ook")

        deliver(folder, NEW)

        assert contents(folder) == {**NEW, ".jvom-notities": b"van mij", ".jvom-eerder-nota.docx": b"ook"}

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
    def it_keeps_the_mode_of_what_it_replaces(self, folder):
        (folder / "nota.docx").chmod(0o600)

        deliver(folder, NEW)

        assert (folder / "nota.docx").stat().st_mode & 0o777 == 0o600

    def it_refuses_to_replace_a_file_that_changed_since_it_was_read(self, folder):
        with pytest.raises(CannotRun) as caught:
            deliver(folder, NEW, before={"brief.docx": b"anders", "nota.docx": OLD["nota.docx"]})

        (problem,) = caught.value.problems
        assert Path(problem.span.path).name == "brief.docx"
        assert str(problem.what) == "dit bestand veranderde terwijl jvom het las"
        assert contents(folder) == OLD


class Describe_what_goes_wrong:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (errno.ENOSPC, "de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"),
            (errno.EDQUOT, "de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"),
            (
                errno.EACCES,
                "hier mag jvom niet schrijven; kies een andere map, of vraag schrijfrechten",
            ),
            (
                errno.EROFS,
                "hier mag jvom niet schrijven; kies een andere map, of vraag schrijfrechten",
            ),
            (
                errno.EIO,
                (
                    "schrijven is mislukt (de schijf geeft een fout); "
                    "de bestanden die er al stonden zijn onveranderd"
                ),
            ),
        ],
    )
    @pytest.mark.parametrize(
        ("step", "at", "name"),
        [("make", 1, "2025"), ("open", 1, "brief.docx"), ("open", 3, "rapport.docx"),
         ("fsync", 2, "nota.docx"), ("replace", 1, "brief.docx"), ("replace", 3, "rapport.docx")],
    )  # fmt: skip
    def it_is_reported_and_every_earlier_file_is_intact(self, folder, fail, step, at, name, number, words):
        fail(step, OSError(number, os.strerror(number)), at)

        assert reported(folder, NEW) == f"{name}: {words}"
        assert contents(folder) == OLD

    @pytest.mark.parametrize(("step", "at"), [("open", 2), ("fsync", 3), ("replace", 1), ("replace", 2)])
    def it_is_an_interruption_and_every_earlier_file_is_intact(self, folder, fail, step, at):
        fail(step, KeyboardInterrupt(), at)

        with pytest.raises(KeyboardInterrupt):
            deliver(folder, NEW)

        assert contents(folder) == OLD

    def it_is_a_file_where_the_folder_should_be(self, tmp_path):
        (tmp_path / "uit").write_bytes(b"ik")

        assert reported(tmp_path / "uit", NEW) == "uit: dit is geen map; kies een andere map"
        assert reported(tmp_path / "uit" / "2025", NEW).endswith("dit is geen map; kies een andere map")
        assert contents(tmp_path) == {"uit": b"ik"}

    def it_is_a_folder_where_a_file_should_be(self, folder):
        (folder / "rapport.docx").mkdir()

        assert reported(folder, NEW).startswith("rapport.docx: hier staat een map met deze naam; ")
        (folder / "rapport.docx").rmdir()
        assert contents(folder) == OLD

    def it_never_writes_elsewhere_through_a_link(self, folder, tmp_path):
        (tmp_path / "elders").write_bytes(b"blijft")
        (folder / ".jvom-werk").mkdir()
        (folder / ".jvom-werk" / "nieuw-1").symlink_to(tmp_path / "elders")

        deliver(folder, NEW)

        assert contents(folder) == NEW
        assert not (folder / "nota.docx").is_symlink()
        assert (tmp_path / "elders").read_bytes() == b"blijft"

    def it_never_follows_a_link_in_place_of_its_temporary_folder(self, folder, tmp_path):
        (tmp_path / "elders").mkdir()
        (tmp_path / "elders" / "nieuw-1").write_bytes(b"blijft")
        (folder / ".jvom-werk").symlink_to(tmp_path / "elders")

        deliver(folder, NEW)

        assert contents(folder) == NEW
        assert contents(tmp_path / "elders") == {"nieuw-1": b"blijft"}

    def it_is_a_filesystem_without_hard_links_and_locks(self, folder, fail, monkeypatch):
        def no(*arguments):
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

        monkeypatch.setattr(Path, "hardlink_to", no)
        monkeypatch.setattr("fcntl.flock", no)
        deliver(folder, OLD)
        fail("replace", KeyboardInterrupt(), 2)

        with pytest.raises(KeyboardInterrupt):
            deliver(folder, NEW)

        assert contents(folder) == OLD

    def it_is_two_files_that_were_not_there_before(self, tmp_path, fail):
        fail("replace", OSError(errno.ENXIO, "kapot"), 3)

        assert reported(tmp_path, NEW).startswith("rapport.docx: schrijven is mislukt (kapot)")
        assert contents(tmp_path) == {}

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def it_is_a_folder_without_write_permission(self, folder):
        folder.chmod(0o500)

        words = reported(folder, NEW)
        folder.chmod(0o700)

        assert "hier mag jvom niet schrijven" in words
        assert contents(folder) == OLD


class Describe_deliver_in_place:
    def it_writes_to_the_target_of_a_link(self, tmp_path):
        (tmp_path / "content").mkdir()
        (tmp_path / "samen").mkdir()
        shared, link = tmp_path / "samen" / "echt.md", tmp_path / "content" / "link.md"
        shared.write_bytes(b"oud")
        link.symlink_to(shared)

        deliver_in_place(tmp_path / "content", {link: b"nieuw"}, {link: b"oud"})

        assert link.is_symlink()
        assert shared.read_bytes() == b"nieuw"
        assert contents(tmp_path / "samen") == {"echt.md": b"nieuw"}


class Describe_deliver_one:
    def it_writes_through_a_link(self, tmp_path):
        (tmp_path / "echt.txt").write_bytes(b"oud")
        (tmp_path / "link.txt").symlink_to(tmp_path / "echt.txt")

        deliver_one(tmp_path / "link.txt", b"nieuw")

        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "echt.txt").read_bytes() == b"nieuw"

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
    def it_writes_into_a_pipe(self, tmp_path):
        os.mkfifo(tmp_path / "pijp")
        with subprocess.Popen(["cat", str(tmp_path / "pijp")], stdout=subprocess.PIPE) as reader:
            deliver_one(tmp_path / "pijp", b"door de pijp")
            assert reader.communicate(timeout=LIMIT)[0] == b"door de pijp"

        assert (tmp_path / "pijp").is_fifo()
