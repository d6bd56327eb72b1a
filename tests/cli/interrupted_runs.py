# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs that are killed or interrupted, and what they leave in their folder."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.cli.workspaces import LESSER, change, environment, finish, make_workspace, start
from tests.waiting import LIMIT, wait_until

BUILD = ("build", "--public", "--no-check", "--pages", "estimate")
SEAL = ("seal", *LESSER, "--force")
BUILD_PDF = ("build", "--public", "--no-check", "--pdf", "--pages", "exact")
SEAL_PDF = ("seal", "--force")

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


def killed_at_random(workspace: Workspace, times: int, seed: int) -> None:
    chance = random.Random(seed)
    for count in range(times):
        workspace.killed_after(chance.uniform(0.05, workspace.seconds))
        workspace.is_whole()
        if count % 10 == 9:
            workspace.is_clean_after_the_next_run()
    workspace.is_clean_after_the_next_run()


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
                text.write_text(text.read_text(encoding="utf-8") + "\nDat was de de wet.\n", encoding="utf-8")
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
