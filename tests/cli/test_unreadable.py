# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Files and folders that may not be read or written are ordinary trouble: named, and no bug of jvom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import LESSER
from tests.rights import of_an_ordinary_user
from tests.test_pictures import png

BUILD = ("build", "--no-check", "--pages", "estimate", "--public")
CHECK = ("check", "--fail-on", "never", "--as-of", "2026-05-01")
FIX = (*CHECK, "--fix")
SEAL = ("seal", *LESSER)
COMMANDS = (BUILD, CHECK, FIX, SEAL)


@pytest.fixture
def closed(workspace: Path) -> Iterator[Callable[[str, int], None]]:
    """Return what gives a file or folder of the workspace a mode; all can be opened again after."""
    paths: list[tuple[Path, int]] = []

    def close(name: str, mode: int) -> None:
        path = workspace / name
        paths.append((path, path.stat().st_mode))
        path.chmod(mode)

    with of_an_ordinary_user():
        yield close
    for path, mode in reversed(paths):
        path.chmod(mode)


def outcome(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """Run jvom; return what it says on standard error, which is no bug."""
    capsys.readouterr()
    status = run([*command])
    said = capsys.readouterr()
    assert status in (0, 1, 2)
    assert "jvom zelf" not in said.err
    assert "Traceback" not in said.err
    return f"{int(status)} {said.err}"


class Describe_a_file_that_may_not_be_read:
    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    @pytest.mark.parametrize(
        ("name", "mode"),
        [("content/2025/nota.md", 0), ("content/2025/dossier.yml", 0), ("content/2025/rapport", 0),
         ("content/2025/rapport", 0o444), ("content/2025", 0), ("content/2025", 0o444), ("content", 0),
         ("content", 0o444), ("content/missions.yml", 0), ("templates/nota.docx", 0), ("templates", 0)],
    )  # fmt: skip
    def it_is_named(
        self,
        closed: Callable[[str, int], None],
        capsys: pytest.CaptureFixture[str],
        name: str,
        mode: int,
        command: tuple[str, ...],
    ) -> None:
        closed(name, mode)

        said = outcome(capsys, *command)

        if not (name.startswith("templates") and command[0] == "check"):
            assert said.startswith("2 ")
            assert name.removesuffix("/rapport") in said

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def it_may_be_settings_names_or_a_picture(
        self,
        workspace: Path,
        closed: Callable[[str, int], None],
        capsys: pytest.CaptureFixture[str],
        command: tuple[str, ...],
    ) -> None:
        (workspace / "content/jvom.yml").write_text("ignore: []\n", encoding="utf-8")
        (workspace / "content/2025/kaart.png").write_bytes(png())
        with (workspace / "content/2025/brief.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](kaart.png)\n")
        closed("content/2025/kaart.png", 0)
        assert "kaart.png is niet te lezen (geen rechten)" in outcome(capsys, *command)
        closed("content/jvom.yml", 0)
        if command != BUILD:  # which does not read it without a check
            assert "content/jvom.yml: dit is niet te lezen (geen rechten)" in outcome(capsys, *command)

    def it_may_be_a_text_or_a_submission(
        self, workspace: Path, closed: Callable[[str, int], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "map").mkdir()
        for name in ("x.md", "x.zip", "map/y.md", "map/y.zip"):
            (workspace / name).write_bytes(b"x")
        for name in ("x.md", "x.zip", "map"):
            closed(name, 0)
        for command in (("check", "--text", "x.md"), ("verify", "x.zip"), ("check", "--text", "map/y.md"),
                        ("verify", "map/y.zip")):  # fmt: skip
            assert f"{command[-1]}: dit is niet te lezen (geen rechten)" in outcome(capsys, *command)


class Describe_a_folder_that_may_not_be_written:
    @pytest.mark.parametrize("command", [BUILD, SEAL], ids=" ".join)
    @pytest.mark.parametrize(
        ("name", "mode"),
        [("build", 0), ("build/2025", 0o555), ("build/2025", 0), ("build/2025", 0o333),
         ("build/2025/openbaar", 0o555), ("build/2025/openbaar", 0), (".", 0o555)],
    )  # fmt: skip
    def it_is_named(
        self,
        workspace: Path,
        closed: Callable[[str, int], None],
        capsys: pytest.CaptureFixture[str],
        name: str,
        mode: int,
        command: tuple[str, ...],
    ) -> None:
        if name != ".":
            (workspace / "build/2025/openbaar").mkdir(parents=True)
            (workspace / "build/2025/openbaar/nota.docx").write_bytes(b"oud")
        closed(name, mode)

        said = outcome(capsys, *command)

        if command == BUILD or "openbaar" not in name:
            assert "hier mag jvom niet schrijven" in said
            assert name.replace(".", "build") in said

    def it_may_have_the_texts_that_would_be_fixed(
        self, workspace: Path, closed: Callable[[str, int], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = workspace / "content/2025/brief.md"
        with text.open("a", encoding="utf-8") as file:
            file.write("\nIets  dubbels en en.\n")
        before = text.read_bytes()
        closed("content/2025", 0o555)
        closed("content", 0o555)
        assert "hier mag jvom niet schrijven" in outcome(capsys, *FIX)
        assert text.read_bytes() == before

    @pytest.mark.parametrize(
        "report", ["dicht/x.html", "content/2025", "content/2025/brief.md/x", "nergens/diep/x.html", "dicht"]
    )
    def it_may_be_where_a_report_goes(
        self,
        workspace: Path,
        closed: Callable[[str, int], None],
        capsys: pytest.CaptureFixture[str],
        report: str,
    ) -> None:
        (workspace / "dicht").mkdir()
        closed("dicht", 0o555)
        outcome(capsys, *CHECK, "--output-format", "html", "--output-file", report)

    def it_may_be_the_cache(
        self, workspace: Path, closed: Callable[[str, int], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "cache/jvom").mkdir(parents=True)
        for mode in (0o555, 0):
            closed("cache/jvom", mode)
            assert outcome(capsys, *BUILD).startswith("0 ")
            (workspace / "cache/jvom").chmod(0o755)
