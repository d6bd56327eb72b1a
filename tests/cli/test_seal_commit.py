# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The commit that a seal names, and the programs that it does not start to know it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jvom.cli.app import run
from jvom.ooxml.archive import pack
from tests.cli.submissions import SEALED, manifest
from tests.cli.workspaces import LESSER


def repository(folder: Path) -> Callable[..., str]:
    """Put the content and the templates in a new repository; return what runs git there."""

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@y", "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "-q")
    git("add", "content", "templates")
    git("commit", "-qm", "tekst")
    return git


def clean(folder: Path) -> bool:
    """Seal, and return whether the manifest says that every input is of the commit."""
    assert run(["seal", *LESSER, "--force"]) == 0
    made = manifest(folder / SEALED).repository
    return made is not None and made.clean


def repacked(data: bytes) -> bytes:
    """Return a Word file that says the same in other bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack(((name, [archive.read(name)]) for name in archive.namelist()), level=1)


class Describe_the_commit_of_a_seal:
    def it_records_the_commit_of_the_content_and_whether_it_changed(self, workspace: Path) -> None:
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@y", "-C", str(workspace)]
        for command in (["init", "-q"], ["add", "content", "templates"], ["commit", "-qm", "tekst"]):
            subprocess.run([*git, *command], check=True, capture_output=True)
        head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
        run(["seal", *LESSER])
        repository = manifest(workspace / SEALED).repository
        assert repository is not None
        assert (repository.commit, repository.clean) == (head.stdout.strip(), True)
        with (workspace / "content/2025/figures.yml").open("a", encoding="utf-8") as file:
            file.write("# gewijzigd\n")
        run(["seal", *LESSER, "--force"])
        repository = manifest(workspace / SEALED).repository
        assert repository is not None
        assert not repository.clean

    def it_is_of_the_commit_only_when_every_input_is(self, workspace: Path) -> None:
        git = repository(workspace)
        (workspace / ".gitignore").write_text("names.yml\n", encoding="utf-8")
        assert clean(workspace)
        names = workspace / "content/names.yml"
        names.write_text("names: []\n", encoding="utf-8")
        assert not clean(workspace), "an input that is ignored"
        names.unlink()
        for path in ("content/missions.yml", "templates/nota.docx"):
            kept = (workspace / path).read_bytes()
            git("update-index", "--assume-unchanged", path)
            if path.endswith(".yml"):
                (workspace / path).write_bytes(kept + b"# anders\n")
            else:
                (workspace / path).write_bytes(repacked(kept))
            assert not clean(workspace), path
            (workspace / path).write_bytes(kept)
            assert clean(workspace)
        git("rm", "-q", "--cached", "templates/nota.docx")
        git("commit", "-qm", "weg")
        assert not clean(workspace), "a template that is not of the commit"

    def it_is_not_of_a_commit_that_has_settings_which_are_gone(self, workspace: Path) -> None:
        (workspace / "content/jvom.yml").write_text("ignore: []\n", encoding="utf-8")
        repository(workspace)
        assert clean(workspace)
        (workspace / "content/jvom.yml").unlink()
        assert not clean(workspace)

    def it_starts_no_program_that_the_repository_names(self, workspace: Path) -> None:
        git = repository(workspace)
        trap = workspace / "trap"
        trap.write_text(f"#!/bin/sh\ntouch {workspace}/gestart\ncat\n", encoding="utf-8")
        trap.chmod(0o755)
        (workspace / ".git/info").mkdir(exist_ok=True)
        (workspace / ".git/info/attributes").write_text("* filter=kwaad diff=kwaad\n", encoding="utf-8")
        for setting in (
            "filter.kwaad.clean", "filter.kwaad.smudge", "filter.kwaad.process", "diff.kwaad.textconv",
            "diff.external", "core.fsmonitor", "core.pager", "pager.ls-tree", "pager.rev-parse",
            "core.editor", "core.sshCommand", "core.askPass", "credential.helper", "gpg.program",
            "uploadpack.packObjectsHook", "alias.ls-tree", "alias.rev-parse",
            "remote.kwaad.uploadpack", "core.gitProxy",
        ):  # fmt: skip
            git("config", setting, str(trap))
        for hook in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
            (workspace / ".git/hooks" / hook).parent.mkdir(exist_ok=True)
            shutil.copy(trap, workspace / ".git/hooks" / hook)
        # An object that is missing, which git would fetch from the remote that promised it.
        git("config", "core.repositoryformatversion", "1")
        git("config", "extensions.partialClone", "kwaad")
        git("config", "remote.kwaad.url", str(workspace / "elders"))
        git("config", "remote.kwaad.promisor", "true")
        (workspace / "elders").mkdir()
        with (workspace / "content/2025/brief.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
        assert not clean(workspace)
        tree = subprocess.run(
            ["git", "-C", str(workspace), "-c", "core.pager=cat", "rev-parse", "HEAD:content"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip
        (workspace / ".git/objects" / tree[:2] / tree[2:]).unlink()
        (workspace / "gestart").unlink(missing_ok=True)  # what this test started
        assert not clean(workspace)
        assert not (workspace / "gestart").exists()

    def it_starts_no_program_of_the_folder_it_is_in(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("git", "soffice", "libreoffice"):
            (workspace / name).write_text("#!/bin/sh\ntouch gestart\n", encoding="utf-8")
            (workspace / name).chmod(0o755)
        for path in (".", "", f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
            monkeypatch.setenv("PATH", path)
            assert run(["seal", *LESSER, "--force"]) == 0
            run(["build", "--no-check", "--pages", "auto", "--only", "nota"])
        assert not [*workspace.rglob("gestart")]

    def it_takes_no_replaced_object_for_the_commit(self, workspace: Path) -> None:
        git = repository(workspace)
        old = git("rev-parse", "HEAD")
        with (workspace / "content/2025/brief.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
        git("commit", "-qam", "anders")
        new = git("rev-parse", "HEAD")
        git("reset", "-q", "--soft", old)
        git("replace", old, new)
        assert not clean(workspace)

    def it_records_no_commit_without_git(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(workspace))
        assert run(["seal", *LESSER]) == 0
        assert manifest(workspace / SEALED).repository is None
