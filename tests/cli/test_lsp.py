# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb that starts the language server; tests/editor has the server itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jvom.cli.app import VERBS

# A process in which the libraries of the extra are not there.
_WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
from jvom.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


def without_the_extra(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _WITHOUT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL)


class Describe_jvom_lsp:
    def it_has_help_without_the_extra(self):
        done = without_the_extra("lsp", "--help")

        assert done.returncode == 0
        assert "language server" in done.stdout
        assert "--as-of" in done.stdout
        assert done.stderr == ""

    def it_says_what_to_install_without_the_extra(self):
        done = without_the_extra("lsp")

        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr == (
            "jvom lsp: pygls is niet geïnstalleerd; installeer het met pip install 'jvom[editor]', "
            "pipx install --force 'jvom[editor]' of uv tool install 'jvom[editor]'\n"
        )

    @pytest.mark.parametrize("verb", sorted({*VERBS} - {"lsp"}))
    def it_is_the_only_verb_that_imports_it(self, verb):
        script = (
            "import sys; from jvom.cli.app import run; run(sys.argv[1:]); "
            "print(*{'pygls', 'lsprotocol', 'asyncio'} & set(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, verb, "--help"], capture_output=True, text=True, check=True
        )

        assert done.stdout.splitlines()[-1] == ""

    def it_ends_when_the_editor_is_gone(self):
        pytest.importorskip("pygls")
        jvom = Path(sys.executable).with_name("jvom")

        done = subprocess.run([jvom, "lsp"], stdin=subprocess.DEVNULL, capture_output=True, text=True)

        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
