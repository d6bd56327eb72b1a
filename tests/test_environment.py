# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`make` on a machine that lacks something prints one line, with what to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.waiting import LIMIT

# The programs that the scripts call besides Python.
TOOLS = ("sh", "cat", "grep", "head", "id", "ls", "mkdir", "rm", "sed", "tail")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="het script is voor een POSIX-shell")


class Machine:
    """A machine with only those tools, and a project on it."""

    def __init__(self, folder, scripts):
        self.scripts = scripts
        self.programs = folder / "bin"
        self.home = folder / "project"
        self.programs.mkdir()
        self.home.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")

    def add(self, name, script):
        """Put a program on the machine."""
        program = self.programs / name
        program.unlink(missing_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def run(self, script, *arguments, **environment):
        return subprocess.run(
            ["sh", str(self.scripts / script), *arguments],
            cwd=self.home,
            env={"PATH": str(self.programs), "HOME": str(self.home), "GOALS": "build", **environment},
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )


@pytest.fixture
def machine(tmp_path, project):
    return Machine(tmp_path, project / ".ci")


class Describe_making_the_environment:
    def it_asks_for_python(self, machine):
        made = machine.run("venv.sh", ".venv", ".")

        assert made.returncode == 2
        assert made.stderr.count("\n") == 1
        assert made.stderr.startswith(
            "jvom: Python 3.11 of nieuwer is nodig, gevonden: geen Python; voer uit: "
        )
        assert "apt-get install python3.11 python3.11-venv" in made.stderr

    def it_asks_for_a_newer_python(self, machine):
        machine.add("python3", 'case "$2" in *"Python %d"*) echo Python 3.9;; *) echo 3.9; exit 1;; esac')

        made = machine.run("venv.sh", ".venv", ".")

        assert made.returncode == 2
        assert made.stderr.count("\n") == 1
        assert "gevonden: Python 3.9; voer uit: " in made.stderr

    def it_asks_for_the_venv_module_of_the_python_there_is(self, machine):
        machine.add("python3", 'case "$2" in *ensurepip*) exit 1;; *) echo 3.12;; esac')

        made = machine.run("venv.sh", ".venv", ".")

        assert made.returncode == 2
        assert made.stderr.count("\n") == 1
        assert made.stderr.startswith("jvom: Python 3.12 mist de module venv; voer uit: ")
        assert "apt-get install python3.12-venv [" in made.stderr

    def it_finds_a_python_under_another_name(self, machine):
        machine.add("python3", "echo 3.9; exit 1")
        machine.add(
            "python3.12", 'case "$2" in *ensurepip*) ;; venv) echo made by 3.12; exit 1;; *) echo 3.12;; esac'
        )

        made = machine.run("venv.sh", ".venv", ".")

        assert made.stderr.startswith("jvom: .venv wordt gemaakt met python3.12 ...\n")
        assert ".venv kan niet worden gemaakt: made by 3.12 [" in made.stderr

    def it_says_that_the_network_is_missing(self, machine):
        machine.add("python3", f'exec "{sys.executable}" "$@"')

        made = machine.run(
            "venv.sh", ".venv", ".", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0"
        )

        said = made.stderr.splitlines()[1:]
        assert made.returncode == 2
        assert len(said) == 1
        assert said[0].startswith("jvom: de pakketten zijn niet op te halen; is er netwerk?")
        assert "opnieuw uit: make build (zie .venv/install.log)" in said[0]


class Describe_getting_the_tools_of_the_tests:
    def it_prints_what_to_run_where_it_may_not_install(self, machine):
        machine.add("id", "echo 1000")
        machine.add("dpkg-query", 'case "$*" in *hyphen-nl*) echo installed;; *) exit 1;; esac')

        made = machine.run("test-tools.sh")

        packages = "libreoffice-writer-nogui fonts-dejavu-core fonts-dejavu-extra poppler-utils"
        assert made.returncode == 0
        assert f"voer uit: sudo apt-get install -y --no-install-recommends {packages}" in made.stderr
        assert "installeer npm en voer uit: npm install " in made.stderr
        assert made.stderr.count("\n") == 2

    def it_installs_what_is_missing_as_root(self, machine):
        machine.add("id", "echo 0")
        machine.add("dpkg-query", 'case "$*" in *poppler*) exit 1;; *) echo installed;; esac')
        machine.add("apt-get", 'echo "$@" >> apt')
        machine.add("npm", 'echo "$@" > npm')

        made = machine.run("test-tools.sh")

        assert (machine.home / "apt").read_text(encoding="utf-8").splitlines() == [
            "update -qq",
            "install -y --no-install-recommends poppler-utils -qq",
        ]
        assert "--ignore-scripts" in (machine.home / "npm").read_text(encoding="utf-8")
        assert made.stderr == "jvom: voor de tests wordt geïnstalleerd: poppler-utils\n"

    def it_continues_when_installing_fails(self, machine):
        machine.add("id", "echo 0")
        machine.add("dpkg-query", 'case "$*" in *poppler*) exit 1;; *) echo installed;; esac')
        machine.add("apt-get", "echo E: no network >&2; exit 100")
        machine.add("npm", "exit 1")

        made = machine.run("test-tools.sh")

        assert made.returncode == 0
        assert "installeren is niet gelukt" in made.stderr
        assert "E: no network" not in made.stderr
