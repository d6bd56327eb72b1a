# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every command in the README and the handleiding is run here, and docs/content-format.md is read.

Those of make are planned, not done: that would take the network. Of the others only what LibreOffice makes
slow is left out; `tests/test_submission.py` and `tests/layout` do that.
"""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jvom.cli.app import run
from jvom.model import DossierData, Record
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.settings import Settings
from tests.cli.workspaces import change
from tests.conftest import tool
from tests.preview.running import previewing
from tools.pictures.year import Year

PROJECT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/handleiding.md")

_INDENTED = re.compile(r"^ {4,}((?:make|jvom) [^\n#]*?)(?: {2,}.*|#.*)?$", re.MULTILINE)
_INLINE = re.compile(r"`((?:make|jvom) [^`]+)`")


def commands(page: str) -> list[str]:
    text = (PROJECT / page).read_text(encoding="utf-8")
    found = [*_INDENTED.findall(text), *_INLINE.findall(text)]
    return list(dict.fromkeys(command.strip() for command in found))


ALL = sorted({command for page in PAGES for command in commands(page)})


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a copy of everything that the commands use, and go there."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    (tmp_path / "templates").mkdir()
    for template in (PROJECT / "templates").glob("*.docx"):
        shutil.copy(template, tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def prepare_comparison(workspace: Path, sides: list[str]) -> None:
    """Make the other version that a command compares with."""
    for side in sides:
        if side.startswith("../"):
            shutil.copytree(workspace / "content", (workspace / side).resolve().parent)
        elif side == "2026":
            shutil.copytree(workspace / "content/2025", workspace / "content/2026")
            change(workspace / "content/2026/dossier.yml", "year: 2025", "year: 2026")
        elif side.startswith("HEAD"):
            who = ("-c", "user.name=proef", "-c", "user.email=proef@example.nl")
            commit = ("commit", "-q", "--allow-empty", "-m", "versie")
            for arguments in (("init", "-q"), ("add", "content"), commit, commit, commit, commit):
                subprocess.run(["git", *who, *arguments], cwd=workspace, check=True)


def prepare_year(workspace: Path, *, finished: bool) -> None:
    """Make the dossier of 2026, and when `finished` bring it up to date."""
    assert run(["new", "2026"]) == 0
    if finished:
        year = Year(workspace)
        year.fill_in_data()
        year.finish_texts()


def prepare_key(workspace: Path) -> None:
    """Make the key that signs, and the list of signers that has it."""
    program = tool("ssh-keygen", shutil.which("ssh-keygen"))
    key = workspace / ".ssh/id_ed25519"
    key.parent.mkdir()
    subprocess.run([program, "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    (workspace / "ondertekenaars").write_text(f"j.jansen@mindef.nl {public}", encoding="utf-8")


class Describe_the_commands_of_the_pages:
    def they_are_found(self) -> None:
        assert {"make build", "make test", "jvom build 2025", "jvom check 2025"} <= set(ALL)

    @pytest.mark.parametrize("command", [each for each in ALL if each.startswith("make ")])
    def they_are_targets_of_make(self, command: str) -> None:
        done = subprocess.run(
            [*command.split(), "--dry-run"], cwd=PROJECT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    @pytest.mark.parametrize("makefile", ["Makefile", "jvom/data/new_folder/Makefile"])
    def they_are_beside_each_target_that_runs_jvom(self, makefile: str) -> None:
        text = (PROJECT / makefile).read_text(encoding="utf-8").replace("$$", "$")
        run_by = dict(re.findall(r"^([a-z]+):.*\n\t@\$\(JVOM\) (\w+)", text, re.MULTILINE))
        run_by |= {"build": "build"}  # by way of the documents
        readme = (PROJECT / "README.md").read_text(encoding="utf-8")
        beside = dict(re.findall(r"^\| `make (\w+)` \| `jvom (\w+).*` \|$", readme, re.MULTILINE))

        assert len(run_by) == 6
        assert beside == run_by

    @pytest.mark.parametrize("command", [each for each in ALL if each.startswith("jvom ")])
    def they_succeed(
        self,
        command: str,
        workspace: Path,
        request: pytest.FixtureRequest,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))  # an editor that is gone at once
        arguments = [
            word.replace("~", str(workspace)) if word.startswith("~/") else word
            for word in shlex.split(command)[1:]
        ]
        if "--pdf" in arguments:
            request.getfixturevalue("soffice")
        if "concept.docx" in arguments:
            run(["build", "--only", "nota", "--pages", "estimate"])
            shutil.move(workspace / "build/2025/nota.docx", workspace / "concept.docx")
        if "2026-althea" in command:
            shutil.copytree(workspace / "content/2025", workspace / "content/2026-althea")
            change(workspace / "content/2026-althea/dossier.yml", "year: 2025", "year: 2026")
            arguments.append("--no-check")  # its texts are still those of the year before
        elif arguments[0] not in ("compare", "new") and "2026" in arguments:
            prepare_year(workspace, finished=arguments[0] in ("check", "seal"))
        if arguments[0] == "compare":
            prepare_comparison(workspace, arguments[1:])
        if arguments[0] == "import":
            run(["export", "2025", "--out", "terug"])
            shutil.copy(workspace / "terug/2025-nmi-uitvraag.docx", workspace / "stuk.docx")
        if "--sign" in arguments or "--signers" in arguments:
            prepare_key(workspace)
        if arguments[0] == "verify":
            signing = ["--sign", ".ssh/id_ed25519"] if "--signers" in arguments else []
            assert run(["seal", "--pages", "estimate", "--no-pdf", *signing]) == 0
        if arguments[0] == "build" and "--pdf" not in arguments:
            arguments += ["--pages", "estimate"]
        if arguments[0] == "seal":
            arguments += ["--pages", "estimate", "--no-pdf"]
        if arguments[0] == "preview":  # runs until it is stopped
            with previewing(workspace, *arguments[1:]):
                return
        assert run(arguments) == 0


class Describe_the_readme:
    TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")

    def it_goes_from_installing_to_sealing(self) -> None:
        headings = re.findall(r"^## (.*)$", self.TEXT, re.MULTILINE)
        steps = ["Install", "Begin", "Write", "Preview", "Check", "Build", "Seal"]

        assert [heading for heading in headings if heading in steps] == steps

    def it_begins_with_the_product_at_work(self) -> None:
        first, *_ = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", self.TEXT)

        assert first[0].startswith("jvom preview")
        assert (PROJECT / first[1]).read_bytes().startswith(b"\x89PNG")


def keys(schema: Any) -> Iterator[str]:
    """Yield the name of each property in a JSON Schema, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from keys(each)


def bare(value: Any) -> Any:
    """Return what records say, without their places."""
    if isinstance(value, Record):
        names = (name for name in value.__struct_fields__ if name != "at")
        return {name: bare(getattr(value, name)) for name in names}
    return [bare(each) for each in value] if isinstance(value, tuple) else value


class Describe_the_page_on_the_content_format:
    PAGE = (PROJECT / "docs/content-format.md").read_text(encoding="utf-8")

    def it_has_examples_that_are_right(self) -> None:
        examples = re.findall(r"^```yaml\n(.*?)^```", self.PAGE, re.MULTILINE | re.DOTALL)

        kinds: tuple[Any, ...] = (DossierData, Settings, Settings)
        for text, kind in zip(examples, kinds, strict=True):
            node, problems = parse(text, "a.yml")
            assert problems == []
            assert bind(node, kind, "a.yml")[1] == []

    def it_shows_the_shape_that_a_report_has_without_settings(self) -> None:
        *_, shown = re.findall(r"^```yaml\n(.*?)^```", self.PAGE, re.MULTILINE | re.DOTALL)

        node, _ = parse(shown, "a.yml")
        settings, _ = bind(node, Settings, "a.yml")
        assert settings is not None
        assert {key: value for key, value in bare(settings).items() if value} == {
            key: value for key, value in bare(Settings()).items() if value
        }

    @pytest.mark.parametrize("path", sorted((PROJECT / "schema").glob("*.json")), ids=lambda path: path.name)
    def it_names_every_key(self, path: Path) -> None:
        found = set(keys(json.loads(path.read_text(encoding="utf-8"))))

        assert found
        assert {key for key in found if not re.search(rf"(?<![\w-]){key}(?![\w-])", self.PAGE)} == set()
