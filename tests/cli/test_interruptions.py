# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs that are interrupted with Ctrl-C: what is said is true, and nothing is left over."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.interrupted_runs import (
    BUILD,
    BUILD_PDF,
    SEAL,
    Workspace,
)
from tests.cli.workspaces import environment, finish, start
from tests.conftest import PROJECT
from tests.waiting import LIMIT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="op Windows kan een proces zo niet gestopt worden")


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

    def it_is_said_when_python_loses_it(self, workspace: Path) -> None:
        """As in the callback of a weak reference, of which it only prints the traceback."""
        script = _INTERRUPTED_AT_IMPORT.replace(
            "            os.kill(os.getpid(), signal.SIGINT)\n",
            "            import weakref\n"
            "            def stop(_):\n"
            "                os.kill(os.getpid(), signal.SIGINT)\n"
            "                signal.getsignal(signal.SIGINT)\n"
            "            reference = weakref.ref(type('Thing', (), {})(), stop)\n",
        )
        assert script != _INTERRUPTED_AT_IMPORT
        self._is_said(workspace, script, "yaml")

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
