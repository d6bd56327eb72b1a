# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Templates whose documents are hard to read for some: `jvom check --built` reads the documents back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jvom.cli.app import run


def restyled(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Change a part of a template."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts[part].decode()
    parts[part] = change(text).encode()
    assert parts[part] != text.encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def in_style(id: str, kind: str, properties: str) -> Callable[[str], str]:
    """Return a change that puts paragraph (pPr) or run (rPr) properties first in those of a style."""

    def change(styles: str) -> str:
        before, start, rest = styles.partition(f'w:styleId="{id}">')
        style, end, after = rest.partition("</w:style>")
        if f"<w:{kind}>" in style:
            style = style.replace(f"<w:{kind}>", f"<w:{kind}>{properties}", 1)
        else:
            style += f"<w:{kind}>{properties}</w:{kind}>"
        return before + start + style + end + after

    return change


def with_text_box(document: str) -> str:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>Spoed</w:t></w:r></w:p></w:txbxContent></w:pict>"
    return document.replace("<w:body>", f"<w:body><w:p><w:r>{box}</w:r></w:p>", 1)


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int]]:
    """Build, and return code, file and line of the findings of the rules on accessibility."""
    assert run(["build", "--pages", "estimate", "--no-check"]) == 0
    capsys.readouterr()
    run(["check", "--built", "--select", "TOE", "--output-format", "json"])
    report = json.loads(capsys.readouterr().out)
    return [(each["code"], each["path"], each["line"]) for each in report["findings"]]


class Describe_what_a_template_does_to_readers:
    def it_is_absent_from_ours(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert found(capsys) == []

    @pytest.mark.parametrize(
        ("code", "kind", "properties"),
        [
            ("TOE015", "rPr", '<w:color w:val="AAAAAA"/>'),
            ("TOE015", "rPr", '<w:color w:val="444444"/><w:shd w:val="clear" w:fill="555555"/>'),
            ("TOE016", "pPr", '<w:framePr w:w="4000"/>'),
        ],
    )
    def it_is_reported_at_the_lines_of_the_fragment(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], code: str, kind: str, properties: str
    ) -> None:
        restyled(workspace / "templates/nota.docx", "word/styles.xml", in_style("BodyText", kind, properties))
        told = found(capsys)
        assert {each for each, _, _ in told} == {code}
        nota = (workspace / "content/2025/nota.md").read_text(encoding="utf-8").splitlines()
        lines = [nota[line - 1] for _, file, line in told if file == "content/2025/nota.md"]
        assert "De rapportage volgt de opzet van de eerdere jaren." in lines
        assert len(lines) >= 6

    def it_is_reported_in_the_word_file_when_no_fragment_has_it(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        restyled(workspace / "templates/nota.docx", "word/document.xml", with_text_box)
        assert [each for each in found(capsys) if each[0] == "TOE016"] == [
            ("TOE016", "build/2025/nota.docx", 1)
        ]


class Describe_an_unreadable_built_file:
    def it_is_reported_with_all_others(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["build", "--pages", "estimate", "--no-check"]) == 0
        (workspace / "build/2025/map.docx").mkdir()
        (workspace / "build/2025/weg.docx").symlink_to("nergens")
        capsys.readouterr()

        assert run(["check", "--built"]) == 2
        assert capsys.readouterr().err == (
            "build/2025/map.docx: dit is niet te lezen (het is een map); kijk of de naam klopt\n"
            "build/2025/weg.docx: dit is niet te lezen (het bestaat niet); kijk of de naam klopt\n"
        )

    def it_is_reported_with_all_others_when_it_is_damaged(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["build", "--pages", "estimate", "--no-check"]) == 0
        for name in ("nota", "rapport"):
            (workspace / f"build/2025/{name}.docx").write_bytes(b"kapot")
        capsys.readouterr()

        assert run(["check", "--built"]) == 2
        places = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["build/2025/nota.docx", "build/2025/rapport.docx"]
