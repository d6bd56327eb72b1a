# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jvom.cli.app import run
from jvom.reading.data import parse, plain
from tests.cli.workspaces import change

FILES = ("abbreviations", "missions", "names", "owners")
OF_DOSSIER = ("dossier", "figures", "mandates", "references")


def written(*options: str) -> dict[str, Any]:
    """Return the schemas that are written, by the name of what they are of."""
    assert run(["schema", *options]) == 0
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in Path("schema").glob("*.json")
    }


def values(text: str) -> Any:
    node, problems = parse(text, "x.yml")
    assert not problems
    return plain(node)


def front_matter(path: Path) -> Any:
    return values(path.read_text(encoding="utf-8").split("---\n")[1])


@pytest.fixture(autouse=True)
def owners(workspace) -> None:
    """Make a folder with a dossier and a register of owners."""
    register = "owners:\n  - {id: DGB, name: Beleid, function: afdeling, mailbox: dgb@defensie.example}\n"
    Path("content/owners.yml").write_text(register, encoding="utf-8")


class Describe_jvom_schema_with_the_names_that_exist:
    def it_accepts_the_dossier_that_they_are_of(self):
        schemas = written("--content", "content")

        for name in OF_DOSSIER:
            data = values(Path(f"content/2025/{name}.yml").read_text(encoding="utf-8"))
            jsonschema.validate(data, schemas[name])
        for path in Path("content/2025").rglob("*.md"):
            jsonschema.validate(front_matter(path), schemas["fragment"])

    @pytest.mark.parametrize(("name", "wrong"), [
        ("fragment", {"title": "X", "mission": "nmj"}),
        ("fragment", {"title": "X", "owner": "DGX"}),
        ("fragment", {"title": "X", "owner": ["DGB", "DGX"]}),
        ("approvals", {"approvals": [
            {"text": "nmj", "by": "DGB", "date": "2026-05-01", "digest": "sha256:" + 64 * "0"}
        ]}),
        ("figures", {"figures": {"a": {"type": "count", "value": 1, "source": "x", "parts": ["niets"]}}}),
    ])  # fmt: skip
    def it_refuses_a_name_that_does_not_exist(self, name, wrong):
        with_names, without = written("--content", "content"), written()

        jsonschema.validate(wrong, without[name])
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, with_names[name])

    def it_knows_a_section_that_is_not_in_the_outline_yet(self):
        Path("content/2025/rapport/nieuw.md").write_text("---\ntitle: Nieuw\n---\n", encoding="utf-8")

        schemas = written("--content", "content")

        assert "nieuw" in schemas["dossier"]["$defs"]["OutlineEntry"]["properties"]["id"]["enum"]

    def it_leaves_owners_free_without_a_register(self):
        Path("content/owners.yml").unlink()

        schemas = written("--content", "content")

        assert "enum" not in schemas["fragment"]["$defs"]["FrontMatter"]["properties"]["owner"]["anyOf"][0]

    def it_writes_nothing_when_a_dossier_can_not_be_read(self, capsys):
        change(Path("content/2025/dossier.yml"), "year: 2025", "year: [")

        assert run(["schema", "--content", "content"]) == 2

        assert "content/2025/dossier.yml:" in capsys.readouterr().err
        assert not Path("schema").exists()
