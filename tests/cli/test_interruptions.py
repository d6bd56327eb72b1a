# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs that are killed, coincide or fill the disk: earlier output stays intact, and nothing is left over."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from jvom import files
from jvom.cli import recovery
from jvom.cli.app import run
from tests.cli.workspaces import LESSER, change, environment, finish, make_workspace, start
from tests.conftest import PROJECT
from tests.layout.programs import program
from tests.waiting import LIMIT, wait_until

BUILD = ("build", "--public", "--no-check", "--pages", "estimate")
SEAL = ("seal", *LESSER, "--force")
BUILD_PDF = ("build", "--public", "--no-check", "--pdf", "--pages", "exact")
SEAL_PDF = ("seal", "--force")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")

# Runs jvom, and kills it at the nth call of a function.
_KILLED_AT = """
import os, pathlib, signal, sys
owner, name, count, *arguments = sys.argv[1:]
holder = {"os": os, "path": pathlib.Path}[owner]
left = int(count)
real = getattr(holder, name)
def deadly(*args, **kwargs):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **kwargs)
setattr(holder, name, deadly)
from jvom import files
from jvom.cli import recovery
from jvom.cli.app import run
sys.exit(run(arguments))
"""


class Workspace:
    """A folder with an earlier output, and a text that has changed since."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.folder, self.command = make_workspace(folder), command
        self.new = self._made()
        change(self.folder / "content/2025/brief.md", "uw Kamer", "de Kamer")
        self.old = self._made()
        change(self.folder / "content/2025/brief.md", "de Kamer", "uw Kamer")
        assert self.old != self.new

    def restore(self) -> Workspace:
        """Put the earlier output back, without anything else; return the workspace."""
        shutil.rmtree(self.folder / "build")
        for name, data in self.old.items():
            path = self.folder / "build" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self

    def _forget(self) -> None:
        """Clear the cache of layouts, so that LibreOffice is needed."""
        for kind in ("asked", "pdf", "pages"):
            for entry in (self.folder / "cache" / "jvom").glob(f"{kind}-*"):
                entry.unlink()

    def _made(self) -> dict[str, bytes]:
        self._forget()
        started = time.monotonic()
        status, _, error = finish(start(self.folder, *self.command))
        self.seconds = time.monotonic() - started
        assert status == 0, error
        return self.files()

    def files(self) -> dict[str, bytes]:
        out = self.folder / "build"
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }

    def is_whole(self) -> None:
        """Check that every file is the earlier or the new one, apart from temporary files."""
        there = {name: data for name, data in self.files().items() if "/.jvom-" not in name}
        assert there.keys() == self.old.keys()
        for name, data in there.items():
            assert data in (self.old[name], self.new[name]), name

    def is_clean_after_the_next_run(self) -> None:
        assert self._made() == self.new
        # The guard of a killed run may still be cleaning up.
        wait_until(lambda: not self.left_running() and not [*(self.folder / "cache").glob("jvom/jvom-*")])

    def left_running(self) -> list[str]:
        """Return the command lines of the processes that still use the folder."""
        found = []
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                command = process.read_bytes()
            except OSError:
                continue
            if str(self.folder).encode() in command:
                found.append(command.decode(errors="replace"))
        return found

    def killed_after(self, seconds: float) -> None:
        self._forget()
        process = start(self.folder, *self.command)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()

    def killed_at(self, owner: str, name: str, count: int) -> int:
        command = [sys.executable, "-c", _KILLED_AT, owner, name, str(count), *self.command]
        done = subprocess.run(
            command, cwd=self.folder, env=environment(self.folder), capture_output=True, timeout=LIMIT
        )
        return done.returncode


@pytest.fixture(scope="module")
def workspace_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], Workspace]:
    """Return a function that gives the workspace of a command, built once, with its earlier output."""

    @cache
    def built(command: Sequence[str]) -> Workspace:
        return Workspace(tmp_path_factory.mktemp(command[0]), command)

    return lambda command: built(command).restore()


def killed_at_random(workspace: Workspace, times: int, seed: int) -> None:
    chance = random.Random(seed)
    for count in range(times):
        workspace.killed_after(chance.uniform(0.05, workspace.seconds))
        workspace.is_whole()
        if count % 10 == 9:
            workspace.is_clean_after_the_next_run()
    workspace.is_clean_after_the_next_run()


class Describe_a_run_that_is_killed:
    @pytest.mark.parametrize("command", [BUILD, SEAL], ids=lambda command: command[0])
    def it_leaves_earlier_files_intact_at_any_moment(
        self, workspace_of: Callable[[Sequence[str]], Workspace], command: Sequence[str]
    ) -> None:
        workspace = workspace_of(command)
        for part in range(1, 6):
            workspace.killed_after(workspace.seconds * part / 6)
            workspace.is_whole()
        workspace.is_clean_after_the_next_run()

    @pytest.mark.parametrize(
        ("owner", "name", "count"),
        [("os", "fsync", 1), ("os", "fsync", 5), ("path", "replace", 1), ("path", "replace", 4),
         ("path", "hardlink_to", 3)],
    )  # fmt: skip
    def it_leaves_earlier_files_intact_while_writing(
        self, workspace_of: Callable[[Sequence[str]], Workspace], owner: str, name: str, count: int
    ) -> None:
        workspace = workspace_of(BUILD)
        assert workspace.killed_at(owner, name, count) == -signal.SIGKILL
        workspace.is_whole()
        workspace.is_clean_after_the_next_run()

    @pytest.mark.parametrize(("owner", "name"), [("os", "fsync"), ("path", "replace")])
    def it_leaves_an_earlier_seal_intact_while_writing(
        self, workspace_of: Callable[[Sequence[str]], Workspace], owner: str, name: str
    ) -> None:
        workspace = workspace_of(SEAL)
        assert workspace.killed_at(owner, name, 1) == -signal.SIGKILL
        assert workspace.files()["2025/indiening-2025.zip"] == workspace.old["2025/indiening-2025.zip"]
        workspace.is_clean_after_the_next_run()

    @pytest.mark.fuzz
    @pytest.mark.parametrize(("command", "times"), [(BUILD, 80), (SEAL, 60)], ids=["build", "seal"])
    def it_leaves_earlier_files_intact_at_a_hundred_and_forty_moments(
        self, workspace_of: Callable[[Sequence[str]], Workspace], command: Sequence[str], times: int
    ) -> None:
        killed_at_random(workspace_of(command), times, seed=1)

    @pytest.mark.fuzz
    @pytest.mark.parametrize(("command", "times"), [(BUILD_PDF, 30), (SEAL_PDF, 30)], ids=["pdf", "seal"])
    def it_leaves_no_libreoffice_at_sixty_moments(
        self,
        workspace_of: Callable[[Sequence[str]], Workspace],
        command: Sequence[str],
        times: int,
        soffice: Path,
    ) -> None:
        killed_at_random(workspace_of(command), times, seed=2)


def at_step(folder: Path, name: str, step: int, *command: str) -> tuple[int, str, str]:
    """Run jvom, and send it the signal of that name before the step of its delivery."""
    script = Path(__file__).with_name("steps.py")
    done = subprocess.run(
        [sys.executable, str(script), name, str(step), *command],
        cwd=folder, env=environment(folder), capture_output=True, timeout=LIMIT,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


FIX = ("check", "--fix", "--fail-on", "never", "--as-of", "2026-05-01")
DELIVERIES = [BUILD, FIX]
PUT_BACK = "een eerdere keer stopte jvom terwijl het bestanden verving"


class Delivery:
    """A folder in which a command replaces files, what stood there before, and what does after."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.folder, self.command = make_workspace(folder), command
        self.output = self.folder / ("content" if command[0] == "check" else "build")
        if command[0] == "check":
            for name in ("brief.md", "nota.md"):
                text = self.folder / "content/2025" / name
                text.write_text(text.read_text(encoding="utf-8") + "\nDit is is dubbel.\n", encoding="utf-8")
        else:
            assert finish(start(self.folder, *command))[0] == 0
            for name in ("brief.md", "nota.md"):
                text = self.folder / "content/2025" / name
                text.write_text(text.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
        self.before = self.files()
        status, said, error = at_step(self.folder, "SIGTERM", 0, *command)
        assert status == 0, error
        self.steps = int(said.split()[-1])
        self.after = self.files()
        assert self.before != self.after

    def files(self) -> dict[str, bytes]:
        """Return every file of the output, those that jvom left behind too."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }

    def restore(self) -> None:
        """Put back what stood there before."""
        shutil.rmtree(self.output)
        for name, data in self.before.items():
            path = self.output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def is_whole_when_killed(self, steps: Sequence[int]) -> None:
        """Check that every file is the old or the new one after a kill, and what the next run makes of it."""
        for step in steps:
            self.restore()
            status, _, _ = at_step(self.folder, "SIGKILL", step, *self.command)
            assert status == -signal.SIGKILL
            left = self.files()
            whole = {name: data for name, data in left.items() if ".jvom-werk/" not in name}
            for name in whole.keys() | self.before.keys() | self.after.keys():
                kept = (self.before.get(name), self.after.get(name))
                assert whole.get(name) in kept, (step, name)
            if whole not in (self.before, self.after):
                self.is_restored_before_a_run_fails()
            status, _, error = finish(start(self.folder, *self.command))
            assert (status, self.files()) == (0, self.after), (step, error)

    def is_restored_before_a_run_fails(self) -> None:
        """Check that a run that makes nothing puts back what was there, and says so."""
        other = {"build": ("build", "2031"), "seal": ("seal", "2031"), "check": ("check", "2031")}
        status, _, error = finish(start(self.folder, *other[self.command[0]]))
        assert status == 2
        assert PUT_BACK in error
        assert self.files() == self.before

    def is_what_is_said_when_interrupted(self, steps: Sequence[int]) -> None:
        """Check that Ctrl-C leaves all old or all new files, and the message that goes with them."""
        for step in steps:
            self.restore()
            status, _, error = at_step(self.folder, "SIGINT", step, *self.command)
            said = error.splitlines()[-1]
            assert status == 130, (step, error)
            if "onveranderd" in said:
                assert self.files() == self.before, step
            else:
                assert said == "afgebroken; de nieuwe bestanden waren al geschreven, en zijn heel"
                assert self.files() == self.after, step


@pytest.fixture(scope="module")
def delivery_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], Delivery]:
    """Return a function that gives the delivery of a command, made once."""
    return cache(lambda command: Delivery(tmp_path_factory.mktemp(command[0]), command))


def some(steps: int, parts: int) -> list[int]:
    """Return as many steps, far apart; the last three are the first move to the end of the journal."""
    return sorted({steps * part // parts for part in range(1, parts)} | {steps - 3, steps - 2})


class Describe_a_delivery:
    @pytest.mark.parametrize("command", DELIVERIES, ids=lambda command: command[0])
    def it_is_whole_after_a_kill(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_whole_when_killed(some(delivery.steps, 3))

    @pytest.mark.parametrize("command", DELIVERIES, ids=lambda command: command[0])
    def it_is_what_is_said_after_an_interruption(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_what_is_said_when_interrupted(some(delivery.steps, 4))

    @pytest.mark.fuzz
    @pytest.mark.parametrize("command", [*DELIVERIES, SEAL], ids=lambda command: command[0])
    def it_is_whole_after_a_kill_at_every_step(
        self, delivery_of: Callable[[Sequence[str]], Delivery], command: Sequence[str]
    ) -> None:
        delivery = delivery_of(command)
        delivery.is_whole_when_killed(range(1, delivery.steps + 1))
        delivery.is_what_is_said_when_interrupted(range(1, delivery.steps + 1))


# Runs jvom, and sends itself Ctrl-C when it imports a module.
_INTERRUPTED_AT_IMPORT = """
import os, signal, sys
module = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from jvom.__main__ import main
main()
"""


class Describe_the_work_folder:
    def it_is_known_without_importing_what_fills_it(self) -> None:
        assert recovery.WORK == files._WORK


class Describe_a_verb_that_only_reads:
    @pytest.mark.parametrize(
        "command",
        [("status",), ("agenda",), ("check",), ("import", "geen.docx"), ("approve", "2025", "x")],
        ids=" ".join,
    )
    def it_restores_what_a_killed_run_was_replacing(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], command: Sequence[str]
    ) -> None:
        folder = workspace / "content/2025"
        before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        (folder / ".jvom-werk").mkdir()
        (folder / "brief.md").rename(folder / ".jvom-werk/eerder-0")
        (folder / "brief.md").write_bytes(b"half")
        journal = files._journal(folder, {"brief.md": b"half"}, [], [0])
        (folder / ".jvom-werk/lijst").write_bytes(journal)

        run([*command])

        assert f"content/2025: {PUT_BACK}" in capsys.readouterr().err
        there = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
        assert {path: there[path] for path in before} == before
        assert not (folder / ".jvom-werk").exists()


class Describe_an_interruption_of_the_start:
    def it_is_pythons_own_only_until_the_command_is_found(self) -> None:
        """Whatever the command imports before :func:`main` is time in which Ctrl-C gives a traceback."""
        script = "import sys; before = {*sys.modules}; import jvom.__main__; print(*{*sys.modules} - before)"
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True, timeout=LIMIT)
        assert set(done.stdout.decode().split()) == {"jvom", "jvom.__main__"}

    @pytest.mark.parametrize("module", ["jvom.cli.app", "yaml", "jvom.files"])
    def it_is_said_when_python_makes_another_error_of_it(self, workspace: Path, module: str) -> None:
        """As its compiler does, which then can't load a module."""
        script = _INTERRUPTED_AT_IMPORT.replace(
            "            os.kill(os.getpid(), signal.SIGINT)\n",
            "            try:\n"
            "                os.kill(os.getpid(), signal.SIGINT)\n"
            "                signal.getsignal(signal.SIGINT)\n"
            "            except KeyboardInterrupt:\n"
            "                raise SyntaxError('can not load unicodedata') from None\n",
        )
        assert script != _INTERRUPTED_AT_IMPORT
        self._is_said(workspace, script, module)

    @pytest.mark.parametrize(
        "module",
        ["jvom.cli.app", "typer", "msgspec", "jvom.cli.verbs.build", "jvom.cli.build_inputs", "yaml",
         "jvom.documents.dossier", "jvom.word.package", "lxml", "jvom.files"],
    )  # fmt: skip
    def it_is_said_while_jvom_is_still_importing(self, workspace: Path, module: str) -> None:
        self._is_said(workspace, _INTERRUPTED_AT_IMPORT, module)

    def _is_said(self, workspace: Path, script: str, module: str) -> None:
        command = [sys.executable, "-c", script, module, *BUILD]
        done = subprocess.run(
            command, cwd=workspace, env=environment(workspace), capture_output=True, timeout=LIMIT
        )
        assert done.stderr.decode().splitlines()[-1] == (
            "afgebroken; de bestanden die er al stonden zijn onveranderd"
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (130, False)
        assert not [*workspace.glob("build/*/*")]


class Describe_an_interruption_at_any_moment:
    def _stopped_at_random(self, workspace: Workspace, times: int, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(times):
            workspace.restore()
            workspace._forget()
            process = start(workspace.folder, *workspace.command)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.02, workspace.seconds))
            process.send_signal(signal.SIGINT)
            status, _, error = finish(process)
            there = workspace.files()
            if status == 130:
                assert error.splitlines()[-1] in (
                    "afgebroken; de bestanden die er al stonden zijn onveranderd",
                    "afgebroken; de nieuwe bestanden waren al geschreven, en zijn heel",
                )
                assert there == (workspace.old if "onveranderd" in error else workspace.new)
            elif status == 0:
                assert there == workspace.new
            else:  # Python itself was still starting, and says what it likes
                assert there == workspace.old, error
                assert str(PROJECT / "jvom") not in error
            assert workspace.left_running() == []
            assert [*(workspace.folder / "cache").glob("jvom/jvom-*")] == []

    def it_is_said_truly(self, workspace_of: Callable[[Sequence[str]], Workspace]) -> None:
        self._stopped_at_random(workspace_of(BUILD), 6, seed=3)

    @pytest.mark.fuzz
    @pytest.mark.parametrize(("command", "times"), [(BUILD, 80), (SEAL, 60)], ids=["build", "seal"])
    def it_is_said_truly_at_a_hundred_and_forty_moments(
        self, workspace_of: Callable[[Sequence[str]], Workspace], command: Sequence[str], times: int
    ) -> None:
        self._stopped_at_random(workspace_of(command), times, seed=4)

    @pytest.mark.fuzz
    def it_leaves_no_libreoffice(
        self, workspace_of: Callable[[Sequence[str]], Workspace], soffice: Path
    ) -> None:
        self._stopped_at_random(workspace_of(BUILD_PDF), 30, seed=5)


class Describe_two_runs_at_once:
    def they_deliver_one_after_the_other(self, tmp_path: Path) -> None:
        folder = make_workspace(tmp_path)
        furnish_second = tmp_path / "tweede"
        furnish_second.mkdir()
        other = make_workspace(furnish_second)
        change(other / "content/2025/brief.md", "uw Kamer", "de Kamer")
        sets: list[dict[str, bytes]] = []
        for content in (folder / "content", other / "content"):
            out = tmp_path / f"los-{len(sets)}"
            assert finish(start(folder, *BUILD, "--content", str(content), "--out", str(out)))[0] == 0
            sets.append({path.name: path.read_bytes() for path in out.iterdir() if path.is_file()})
        out = tmp_path / "samen"
        for _ in range(4):
            running = [
                start(folder, *BUILD, "--content", str(content), "--out", str(out))
                for content in (folder / "content", other / "content")
            ]
            assert [finish(process)[0] for process in running] == [0, 0]
            there = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
            assert there in sets

    def they_lay_out_side_by_side(self, tmp_path: Path, soffice: Path) -> None:
        folder = make_workspace(tmp_path)
        # In the first run LibreOffice is unknown; in the second it starts early.
        for old, new in (("Hierbij", "Heden"), ("Heden", "Nu")):
            change(folder / "content/2025/brief.md", old, new)
            running = [start(folder, *BUILD_PDF, "--out", f"uit-{number}") for number in range(3)]
            assert [finish(process)[0] for process in running] == [0, 0, 0]
            sets = [
                {path.name: path.read_bytes() for path in (folder / f"uit-{number}").rglob("*.*")}
                for number in range(3)
            ]
            assert sets[0] == sets[1] == sets[2]
            # Four documents and the inventory of the public version, with their PDFs, and its JSON.
            assert len(sets[0]) == 11
            assert list((folder / "cache/jvom").glob("jvom-*")) == []

    def they_seal_once(self, tmp_path: Path) -> None:
        folder = make_workspace(tmp_path)
        results = [finish(process) for process in [start(folder, "seal", *LESSER) for _ in range(3)]]
        assert sorted(status for status, _, _ in results) == [0, 2, 2]
        for status, _, error in results:
            assert status == 0 or "er al" in error or "is al een verzegelde indiening" in error
        assert [path.name for path in (folder / "build/2025").iterdir()] == ["indiening-2025.zip"]
        assert finish(start(folder, "verify", "build/2025/indiening-2025.zip"))[0] == 0


class Describe_a_disk_without_room:
    @pytest.mark.parametrize("command", [BUILD, SEAL], ids=lambda command: command[0])
    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO])
    def it_leaves_earlier_files_intact(
        self,
        workspace: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        command: Sequence[str],
        number: int,
    ) -> None:
        assert run([*command]) == 0
        out = workspace / "build/2025"
        before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")

        def full(_: int) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("jvom.files.os.fsync", full)
        capsys.readouterr()
        assert run([*command]) == 2
        said = capsys.readouterr().err.splitlines()[-1]
        assert said.startswith("build/2025/")
        assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before

    def it_leaves_no_folder_behind(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path, "replace", full)
        assert run([*BUILD]) == 2
        assert list((workspace / "build/2025").iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a separate disk of 96 kB; only root can mount one."""
    place = tmp_path / "klein"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(place)], capture_output=True, check=False
    ) if sys.platform == "linux" and os.geteuid() == 0 else None  # fmt: skip
    if mounted is None or mounted.returncode:
        pytest.skip("hier mag geen kleine schijf gemaakt worden")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


class Describe_a_real_disk:
    def it_may_be_full(self, workspace: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["build", "--pages", "estimate", "--out", str(small_disk)]) == 0
        before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        capsys.readouterr()
        for command in (["build", "--public", "--pages", "estimate"], ["seal", *LESSER]):
            assert run([*command, "--out", str(small_disk)]) == 2
            said = capsys.readouterr().err.splitlines()[-1]
            assert said.endswith(
                ": de schijf is vol; maak ruimte; de bestanden die er al stonden zijn onveranderd"
            )
            assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before

    def it_may_be_read_only(
        self, workspace: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (small_disk / "nota.docx").write_bytes(b"eerder")
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True, capture_output=True)
        for command in (["build", "--pages", "estimate"], ["seal", *LESSER]):
            assert run([*command, "--out", str(small_disk)]) == 2
            assert "hier mag jvom niet schrijven" in capsys.readouterr().err
        assert [path.name for path in small_disk.iterdir()] == ["nota.docx"]


class Describe_a_libreoffice_that_fails:
    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ("exit 3", "LibreOffice maakte geen goede PDF van: "),
            ("for f in $out/../in/*; do echo rommel > $out/$(basename $f .docx).pdf; done",
             "LibreOffice maakte geen goede PDF van: "),
        ],
    )  # fmt: skip
    def it_prevents_a_seal(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], body: str, said: str
    ) -> None:
        (workspace / "fout").mkdir()
        office = program(workspace / "fout", body)
        assert run(["seal", "--soffice", str(office)]) == 2
        assert said in capsys.readouterr().err
        assert not (workspace / "build").exists()

    def it_may_be_too_old(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (workspace / "fout").mkdir()
        office = program(workspace / "fout", "exit 0", version="LibreOffice 5.1.6.2 10m0")
        assert run(["seal", "--soffice", str(office)]) == 2
        assert "deze LibreOffice is te oud of onbekend: «LibreOffice 5.1.6.2 10m0»" in capsys.readouterr().err
