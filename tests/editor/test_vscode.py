# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the extension for VS Code says about jvom; `make vscode` checks its types and packages it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from jvom import __version__
from jvom.cli.app import VERBS
from jvom.model import (
    FigureData,
    Glossary,
    MandateData,
    MissionRegister,
    OwnerRegister,
    Record,
    ReferenceData,
)
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.fragment import read_fragment
from jvom.reading.schemas import SCHEMAS
from jvom.woo import GROUNDS
from tests.conftest import PROJECT

FOLDER = PROJECT / "editors/vscode"
# Where the snippets of data belong: the record, and the lines above them.
_DATA: dict[str, tuple[type[Record], str]] = {
    "aantal": (FigureData, "figures:\n"),
    "bedrag": (FigureData, "figures:\n"),
    "datum": (FigureData, "figures:\n"),
    "percentage": (FigureData, "figures:\n"),
    "kamerstuk": (ReferenceData, "references:\n"),
    "publicatie": (ReferenceData, "references:\n"),
    "missie": (MissionRegister, "missions:\n"),
    "mandaat": (MandateData, "rows:\n"),
    "afkorting": (Glossary, "abbreviations:\n"),
    "eigenaar": (OwnerRegister, "owners:\n"),
}


def manifest() -> Any:
    return json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))


def snippets(language: str) -> dict[str, str]:
    """Return the text of each snippet, by what is typed for it, as it is when no place is filled in."""
    found = json.loads((FOLDER / f"snippets/{language}.json").read_text(encoding="utf-8"))
    return {each["prefix"]: filled("\n".join(each["body"])) for each in found.values()}


def filled(text: str) -> str:
    dates = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "03", "CURRENT_DATE": "04"}
    text = re.sub(r"\$\{TM_SELECTED_TEXT:([^}]*)\}", r"\1", text)
    text = re.sub(r"\$\{(CURRENT_\w+)\}", lambda match: dates[match[1]], text)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}|\$0", lambda match: match[1] or "", text)


class Describe_the_extension:
    def it_has_the_version_of_jvom(self):
        assert manifest()["version"] == __version__

    def it_has_the_schema_of_every_data_file(self):
        given = {
            each["url"].removeprefix("./schema/") for each in manifest()["contributes"]["yamlValidation"]
        }

        assert given == {f"{name}.schema.json" for name in SCHEMAS if name != "fragment"}

    def its_tasks_are_verbs(self):
        [task] = manifest()["contributes"]["taskDefinitions"]

        assert task["properties"]["verb"]["enum"] == ["build", "check", "status"]
        assert set(task["properties"]["verb"]["enum"]) <= set(VERBS)

    def its_problem_matcher_reads_what_a_check_says(self, tmp_path, monkeypatch, capsys):
        from jvom.cli.app import run
        from tests.cli.workspaces import change, make_workspace

        monkeypatch.chdir(make_workspace(tmp_path))
        change(tmp_path / "content/2025/nota.md", "\n\n", "\n\nDit is de de nota.\n\n")
        run(["check", "2025", "--output-format", "concise", "--as-of", "2026-04-24"])
        [matcher] = manifest()["contributes"]["problemMatchers"]
        pattern = matcher["pattern"]

        matches = [re.match(pattern["regexp"], line) for line in capsys.readouterr().out.splitlines()]

        found = [match for match in matches if match]
        assert len(found) == len(matches) - 1  # the last line counts them
        assert any(
            (match[pattern["file"]], match[pattern["code"]]) == ("content/2025/nota.md", "LNG011")
            for match in found
        )


class Describe_the_snippets_of_a_text:
    @pytest.mark.parametrize("name", sorted(snippets("markdown")))
    def they_are_read_as_they_are(self, name):
        text = snippets("markdown")[name]
        front = "" if name == "fragment" else "---\ntitle: X\n---\n\n"

        _, problems = read_fragment("x", f"{front}{text}\n\nTekst.\n".encode(), "x.md", titled=True)

        assert [str(each.what) for each in problems] == []

    def they_offer_every_ground_of_the_woo(self):
        typed = (FOLDER / "snippets/markdown.json").read_text(encoding="utf-8")
        [choices] = re.findall(r"2\|([^|]*5\.1[^|]*)\|", typed)

        assert sorted(choices.split(",")) == sorted(GROUNDS)


class Describe_the_snippets_of_data:
    @pytest.mark.parametrize("name", sorted(_DATA))
    def they_are_read_as_they_are(self, name):
        kind, above = _DATA[name]
        text = "\n".join(f"  {line}" for line in snippets("yaml")[name].splitlines())

        node, problems = parse(f"{above}{text}\n", "x.yml")
        record, found = bind(node, kind, "x.yml")

        assert [str(each.what) for each in (*problems, *found)] == []
        assert record is not None

    def they_are_all_tried(self):
        assert {*snippets("yaml")} - {"onderdruk"} == set(_DATA)
