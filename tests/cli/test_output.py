# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Standard output of any kind: another code page, a full disk, closed, or without a reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.workspaces import change, environment

LOST = "naar de uitvoer kan niet geschreven worden; maak ruimte, of geef een ander bestand\n"
JVOM = [sys.executable, "-m", "jvom"]


@pytest.fixture
def turkish(workspace: Path) -> Path:
    """Return the workspace, with a finding about a letter that Western code pages lack."""
    change(
        workspace / "content/2025/rapport/slotbeschouwing.md", "Nederland", "Minister Şahin is XX. Nederland"
    )
    return workspace


class Describe_standard_output:
    @pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
    @pytest.mark.parametrize("form", ["full", "html", "json"])
    def it_is_utf_8_in_a_file_whatever_the_code_page(self, turkish: Path, encoding: str, form: str) -> None:
        command = [*JVOM, "check", "--output-format", form]
        done = subprocess.run(
            command, cwd=turkish, env=environment(turkish, PYTHONIOENCODING=encoding), capture_output=True
        )
        assert (done.returncode, done.stderr) == (1, b"")
        said = done.stdout.decode("utf-8")
        if form == "json":
            assert any("«XX»" in finding["message"] for finding in json.loads(said)["findings"])
        else:
            assert "Şahin" in said

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is a device of Linux")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize(
        "arguments",
        [
            ["--version"], ["rules"], ["rule", "MAN001"], ["--help"], ["build", "--help"],
            ["build", "2031", "--json"], ["verify", "x.zip", "--json"],
            ["check", "2031", "--output-format=json"],
        ],
    )  # fmt: skip
    def it_may_be_full(self, workspace: Path, arguments: list[str], unbuffered: str) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*JVOM, *arguments],
                env=environment(workspace, PYTHONUNBUFFERED=unbuffered),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
            )
        assert (done.returncode, done.stderr) == (2, LOST)

    @pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
    @pytest.mark.parametrize("arguments", ["--version", "rules"])
    def it_may_be_closed(self, workspace: Path, arguments: str) -> None:
        command = ["sh", "-c", f'exec "$0" -m jvom {arguments} >&-', sys.executable]
        done = subprocess.run(command, env=environment(workspace), capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (2, LOST)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is a device of Linux")
    @pytest.mark.parametrize("where", ["2>&-", "<&- 2>&-", "2>/dev/full"])
    def it_does_not_depend_on_standard_error(self, workspace: Path, where: str) -> None:
        def status(arguments: str) -> int:
            command = ["sh", "-c", f'exec "$0" -m jvom {arguments} {where}', sys.executable]
            return subprocess.run(command, env=environment(workspace), capture_output=True).returncode

        assert status("build --pages estimate --out uit") == 0
        assert (workspace / "uit/nota.docx").is_file()
        assert status("build 1999") == 2
        assert status("nee") == 2

    @pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
    @pytest.mark.parametrize("arguments", ["--version", "rules"])
    def it_may_lose_its_reader(self, workspace: Path, arguments: str) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            done = subprocess.run(
                [*JVOM, arguments],
                env=environment(workspace),
                stdout=writing,
                stderr=subprocess.PIPE,
                text=True,
            )
        finally:
            os.close(writing)
        assert (done.returncode, done.stderr) == (0, "")


class Describe_names_of_files:
    """What a stranger calls a file, or writes in it, can't steer the terminal that shows it."""

    NAME = "n\x1b]0;titel\x07\x1b[2J\u202egnp\r\nAlles in orde."

    @pytest.mark.parametrize(
        "form", ["full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit"]
    )
    def they_are_shown_without_control_characters(self, workspace: Path, form: str) -> None:
        text = workspace / f"{self.NAME}.md"
        text.write_text("Dit is is een\u202e zin.\n", encoding="utf-8")
        command = [*JVOM, "check", "--output-format", form, "--text", text.name]
        done = subprocess.run(command, cwd=workspace, env=environment(workspace), capture_output=True)
        assert done.returncode in (0, 1)
        self._are_harmless(done)

    @pytest.mark.parametrize("command", [("build",), ("build", "--json"), ("check",), ("seal",), ("export",)])
    def they_are_harmless_in_problems(self, workspace: Path, command: tuple[str, ...]) -> None:
        (workspace / "content/2025" / f"{self.NAME}.docx").write_bytes(b"")
        (workspace / "content/2025/rapport" / f"{self.NAME}.md").write_text("# Kop\n", encoding="utf-8")
        done = subprocess.run(
            [*JVOM, *command], cwd=workspace, env=environment(workspace), capture_output=True
        )
        assert done.returncode == 2
        assert b"titel" in done.stdout + done.stderr
        self._are_harmless(done)

    def _are_harmless(self, done: subprocess.CompletedProcess[bytes]) -> None:
        said = (done.stdout + done.stderr).decode()
        assert not {*said} & {"\x1b", "\x07", "\r", "\u202e"}
        assert not any(line.startswith("Alles in orde.") for line in said.splitlines()[:-1])
