# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Templates of before: they build what they can, say what they lack, and are told what is new."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from jvom.documents.dossier import CONTRACTS
from jvom.ooxml.names import qn
from jvom.word.template import missing_later, open_template
from tests.cli.workspaces import change, finish, make_workspace, start
from tests.word.lint import lint

NEW_STYLES = {
    "TOC4", "TableOfFigures", "KopLijst", "BijschriftTabel", "NogTeLeveren", "Embleem", "Rubricering",
    "Bijbeantwoording",
}  # fmt: skip
CAPTION = (
    "\n\n| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n\n: Inzet {#tab-inzet}\n\nZie [](#tab-inzet).\n"
)


def make_earlier(template: Path, tags: tuple[str, ...]) -> None:
    """Take out of a template what came later: the controls with these tags, and the new styles."""
    with zipfile.ZipFile(template) as old:
        members = {name: old.read(name) for name in old.namelist()}
    for name, data in members.items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        root = etree.fromstring(data)
        for control in [each for each in root.iter(qn("w:sdt")) if tag_of(each) in tags]:
            parent = control.getparent()
            assert parent is not None
            parent.remove(control)
        for style in [each for each in root.iter(qn("w:style")) if each.get(qn("w:styleId")) in NEW_STYLES]:
            root.remove(style)
        for used in root.iter(qn("w:pStyle")):
            if used.get(qn("w:val")) in NEW_STYLES:
                used.set(qn("w:val"), "Normal")
        members[name] = etree.tostring(root)
    with zipfile.ZipFile(template, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)


def tag_of(control: etree._Element) -> str | None:
    found = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return None if found is None else found.get(qn("w:val"))


def later_tags(kind: str) -> tuple[str, ...]:
    [contract] = [each for each in CONTRACTS if each.template == kind]
    return (*contract.later_text, *contract.later_blocks, *contract.later_pictures)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with a dossier, and templates as they were before."""
    folder = make_workspace(tmp_path)
    for kind in ("brief", "nota", "rapport"):
        own = tuple(tag for tag in later_tags(kind) if tag != "ondertekenaar-1-hoe")
        make_earlier(folder / "templates" / f"{kind}.docx", own)
    text = folder / "content/2025/rapport/unifil.md"
    text.write_text(text.read_text(encoding="utf-8").rstrip() + CAPTION, encoding="utf-8")
    return folder


class Describe_templates_of_before:
    @pytest.mark.parametrize("options", [[], ["--draft"]], ids=["final", "draft"])
    def they_still_build_what_needs_nothing_new(self, house, options):
        status, _, error = finish(start(house, "build", *options, "--pages", "estimate", "--out", "uit"))

        assert status == 0, error
        files = sorted((house / "uit").glob("*.docx"))
        assert len(files) == 4
        for file in files:
            assert lint(file.read_bytes()) == []
            assert [str(each) for each in OpenXmlValidator().validate(str(file)).errors] == []
        with zipfile.ZipFile(house / "uit/rapport.docx") as archive:
            body = archive.read("word/document.xml").decode()
        assert "SEQ Tabel" in body

    @pytest.mark.parametrize(
        ("old", "new", "kind", "tag"),
        [
            ("  outline:\n", "  lists: [tabellen]\n  outline:\n", "rapport", "lijsten"),
            ("period:", "classification: Departementaal vertrouwelijk\nperiod:", "brief", "rubricering"),
            ("  to: MINDEF\n", "  to: MINDEF\n  route: [{office: Hoofd}]\n", "nota", "route"),
        ],
    )
    def but_what_needs_a_new_place_says_which(self, house, old, new, kind, tag):
        change(house / "content/2025/dossier.yml", old, new)
        status, _, error = finish(start(house, "build", "--draft", "--pages", "estimate", "--out", "uit"))

        assert status == 2
        said = error.replace("\n", " ")
        assert f"templates/{kind}.docx: het inhoudsbesturingselement met tag «{tag}» ontbreekt" in said
        assert not (house / "uit").exists()

    def they_are_told_what_is_new(self, house):
        status, out, error = finish(start(house, "templates"))

        assert status == 0, error
        report = out.partition("rapport.docx")[2].partition("templates/")[0]
        assert "nieuw, en nog niet in dit sjabloon:" in report
        for tag in later_tags("rapport"):
            assert f"\n    {tag}: " in report
        assert "ondertekenaar-3-ambt" in out
        assert "nieuw, en nog niet" not in finish(start(house, "templates", "--templates", str(TEMPLATES)))[1]

    def they_know_themselves_what_they_lack(self, house):
        for contract in CONTRACTS:
            made = missing_later(open_template(house / "templates" / f"{contract.template}.docx"), contract)
            assert set(made) >= set(later_tags(contract.template)) - {"ondertekenaar-1-hoe"}


TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
