# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A new dossier out of that of an earlier year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml

from jvom.dossier_ids import DossierId
from jvom.reading.settings import read_settings
from jvom.years.new_dossier import NewDossier, Texts, make_new_dossier
from tests.contents import BASIS, copy_basis, read_dossier

Make = Callable[..., NewDossier]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_basis(tmp_path)


@pytest.fixture
def make(content: Path) -> Make:
    """Return the maker of the next dossier out of 2025, in which `changes` replace words by file."""

    def made(
        *changes: tuple[str, str, str], new: str = "2026", texts: Texts = "keep", ends: str = "\n"
    ) -> NewDossier:
        for name, old, words in changes:
            path = content / "2025" / name
            text = path.read_text(encoding="utf-8")
            assert old in text, old
            path.write_bytes(text.replace(old, words, 1).replace("\n", ends).encode())
        dossier = read_dossier(content, "2025")
        raw = {
            path.as_posix(): path.read_bytes()
            for path in sorted((content / "2025").rglob("*"))
            if path.is_file() and path.name != "approvals.yml"
        }
        settings = read_settings(content, DossierId(2025))
        return make_new_dossier(dossier, settings, DossierId(2025), DossierId.parse(new), raw, texts)

    return made


def text(made: NewDossier, name: str) -> str:
    return made.files[name].decode()


def difference(made: NewDossier, name: str) -> list[str]:
    """Return the lines that went and came, as diff shows them."""
    old = (BASIS / "2025" / name).read_text(encoding="utf-8").splitlines()
    lines = unified_diff(old, text(made, name).splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def tasks(made: NewDossier) -> str:
    return "\n".join(f"{each.file}:{each.line}: {each.what}" for each in made.tasks)


class Describe_the_data_of_a_new_dossier:
    def they_differ_in_what_is_of_the_year_alone(self, make):
        changed = difference(make(), "dossier.yml")

        assert "+year: 2026" in changed
        assert "+period: {from: 2026-05, to: 2027-04}" in changed
        assert "+presentation_date: 2027-05-19" in changed
        assert "+council_of_ministers: 2027-05-07" in changed
        assert "+  subtitle: mei 2026 tot en met april 2027" in changed
        assert sum(line.endswith("reference: null") for line in changed) == 3
        assert not [line for line in changed if "addressee" in line or "outline" in line]
        assert {line[0] for line in changed} == {"-", "+"}

    def they_leave_the_signatories_to_be_confirmed(self, make):
        made = make(("dossier.yml", "signatories:\n", "signatories:  # twee\n"))

        assert text(made, "dossier.yml").count("# opmerking: bevestigen") == 2

    def they_forget_who_signed_the_route_and_what_was_answered(self, make):
        route = "  route:\n    - {office: DJZ, signed: 2026-04-20, initial: AB}\n"
        made = make(
            ("dossier.yml", "nota:\n", f"nota:\n{route}"),
            ("dossier.yml", "      reference: ", "      your_reference: KST-1\n      reference: "),
        )

        assert "- {office: DJZ}\n" in text(made, "dossier.yml")
        assert "KST-1" not in text(made, "dossier.yml")

    def they_follow_the_calendar_of_the_house(self, make, content):
        (content / "jvom.yml").write_text("calendar: {presentation: laatste vrijdag van juni}\n")

        assert "+presentation_date: 2027-06-25" in difference(make(), "dossier.yml")

    def they_may_be_of_a_later_year(self, make):
        changed = difference(make(new="2028"), "dossier.yml")

        assert "+period: {from: 2028-05, to: 2029-04}" in changed

    def they_move_the_planning_by_whole_weeks(self, make):
        planning = "planning:\n  texts: 2026-03-06\n  owners: {DOPS: 2026-03-13}\nnota:\n"

        made = make(("dossier.yml", "nota:\n", planning))

        assert "  texts: 2027-03-05\n  owners: {DOPS: 2027-03-12}\n" in text(made, "dossier.yml")
        assert "kijk de planning na" in tasks(made)


class Describe_the_figures_of_a_new_dossier:
    def they_are_open_beside_what_they_were(self, make):
        added = (
            "figures:\n  fixed: {type: count, value: 3, source: X, constant: true}\n"
            "  flow: {type: count, value: 4, confirmed: Y, source: X}\n"
            "  open: {type: count, value: null, last_year: 2, source: X}\n"
            "  block:\n    type: count\n    value: 5  # navragen\n    source: X\n"
        )
        made = make(("figures.yml", "figures:\n", added))

        assert "  fixed: {type: count, value: 3, source: X, constant: true}\n" in text(made, "figures.yml")
        assert "  flow: {type: count, value: null, last_year: 4, source: X}\n" in text(made, "figures.yml")
        assert "  open: {type: count, value: null, source: X}\n" in text(made, "figures.yml")
        assert "    value: null  # navragen\n    last_year: 5\n" in text(made, "figures.yml")
        assert "bleven staan: ('fixed',)" in tasks(made)


class Describe_the_references_of_a_new_dossier:
    BLOCK = "  unused:\n    type: publicatie\n    title: Ongebruikt\n    date: 2024\n"

    def they_go_when_no_text_cites_them(self, make):
        made = make(
            ("references.yml", "references:\n", f"references:\n  # hierover niets\n{self.BLOCK}"),
            ("rapport/inzet.md", "\n\n", "\n\nZie [@kst-29521-493].\n\n"),
        )

        assert "Ongebruikt" not in text(made, "references.yml")
        assert "hierover" not in text(made, "references.yml")
        assert "kst-29521-493:" in text(made, "references.yml")
        assert "«unused» is weg, want geen tekst noemt het: Ongebruikt" in tasks(made)

    @pytest.mark.parametrize(
        ("typed", "left"),
        [
            ("references: {a: {A}, kst-29521-493: {B}}\n", "references: {kst-29521-493: {B}}\n"),
            ("references: {kst-29521-493: {B}, a: {A}}\n", "references: {kst-29521-493: {B}}\n"),
            (
                "references:\n  kst-29521-493: {B}\n\n  a: {A}\n# einde\n",
                "references:\n  kst-29521-493: {B}\n\n# einde\n",
            ),
        ],
    )
    def they_go_from_any_form_of_yaml(self, make, content, typed, left):
        def whole(text: str) -> str:
            for mark in "AB":
                text = text.replace(f"{{{mark}}}", f"{{type: publicatie, title: {mark}, date: 2024}}")
            return text

        (content / "2025/references.yml").write_text(whole(typed), encoding="utf-8")
        made = make(("rapport/inzet.md", "\n\n", "\n\nZie [@kst-29521-493].\n\n"))

        assert text(made, "references.yml") == whole(left)


class Describe_the_mandates_of_a_new_dossier:
    def they_all_stay_and_those_that_ended_are_named(self, make):
        made = make()

        assert difference(made, "mandates.yml") == []
        named = make(("mandates.yml", "2026-12-31", "2026-04-30"))
        assert "eindigt op 2026-04-30, voor Month(2026, 5); zoek" in tasks(named)


class Describe_suppressions_in_a_new_dossier:
    def they_go_unless_they_stay(self, make):
        gone, stays = (
            "<!-- jvom: ignore[LNG001] dit jaar -->",
            "<!-- jvom: ignore[LNG002] blijft: een citaat -->",
        )
        within = "Nog <!-- jvom: ignore[LNG003] hier --> iets."
        made = make(
            ("dossier.yml", "year: 2025\n", "year: 2025\n# jvom: ignore[LET002] nu\n"),
            ("mandates.yml", "rows:\n", "rows:  # jvom: ignore[MAN001] blijft: vaste vorm\n"),
            ("rapport/inzet.md", "\n\n", f"\n\n{gone}\n\n{stays}\n\n{within}\n\n"),
        )

        assert "LET002" not in text(made, "dossier.yml")
        assert "MAN001" in text(made, "mandates.yml")
        assert "LNG001" not in text(made, "rapport/inzet.md")
        assert "LNG002" in text(made, "rapport/inzet.md")
        assert "\n\nNog iets.\n\n" in text(made, "rapport/inzet.md")
        assert "de onderdrukking van LET002 is weg (nu)" in tasks(made)
        assert "LNG002" not in tasks(made)

    def they_stay_or_go_one_by_one_on_a_line(self, make):
        one, two, three = (
            "<!-- jvom: ignore[LNG001] dit jaar -->",
            "<!-- jvom: ignore[LNG002] blijft: een citaat -->",
            "<!-- jvom: ignore[LNG003] ook dit jaar -->",
        )
        made = make(("rapport/inzet.md", "\n\n", f"\n\n{one} {two} {three}\n\n"))

        assert f"\n\n {two}\n\n" in text(made, "rapport/inzet.md")

    def but_words_that_look_like_one_stay(self, make):
        typed = "Typ \\<!-- jvom: ignore[LNG001] reden --> boven de alinea."
        made = make(("rapport/inzet.md", "\n\n", f"\n\n{typed}\n\n<!-- jvom: ignore[LNG002] nu -->\n\n"))

        assert f"\n\n{typed}\n\n" in text(made, "rapport/inzet.md")
        assert "LNG002" not in text(made, "rapport/inzet.md")


class Describe_the_texts_of_a_new_dossier:
    def they_are_outlines_with_the_words_of_last_year(self, make):
        assert difference(make(), "rapport/unifil.md") == [
            "-status: final",
            "+status: outline",
            "+carried_from: 2025",
        ]

    def they_get_a_front_matter_when_they_have_none(self, make, content):
        (content / "2025/brief.md").write_text("Hierbij bied ik aan.\n", encoding="utf-8")

        assert text(make(), "brief.md") == (
            "---\nstatus: outline\ncarried_from: 2025\n---\n\nHierbij bied ik aan.\n"
        )

    def they_keep_the_form_of_their_front_matter(self, make):
        made = make(("rapport/unifil.md", "status: final\n---\n", "----  \n"))

        assert "\nstatus: outline\ncarried_from: 2025\n----  \n\n" in text(made, "rapport/unifil.md")

    def they_forget_why_they_were_unchanged(self, make):
        front = "unchanged: zo\nstatus: final\ncarried_from: 2024\n"
        made = make(("rapport/unifil.md", "status: final\n", front))

        assert "unchanged" not in text(made, "rapport/unifil.md")
        assert "carried_from: 2025\n---" in text(made, "rapport/unifil.md")

    def they_can_be_empty_but_for_what_belongs_there(self, make):
        made = make(texts="empty")

        unifil = text(made, "rapport/unifil.md")
        remark = (
            "<!-- opmerking: hier hoort «Over de missie» over mei 2026 tot en met april 2027; in 2025 waren"
        )
        assert unifil.startswith("---\ntitle: UNIFIL")
        assert "carried_from" not in unifil
        assert f"## Over de missie\n\n{remark}" in unifil
        assert unifil.endswith(" woorden -->\n")
        assert "{{ mandates }}" in text(made, "rapport/rechtsbasis.md")


class Describe_a_new_dossier:
    @pytest.mark.parametrize("texts", ["keep", "empty"])
    def it_can_be_read_and_made_new_again(self, make, content, texts):
        for name, data in make(texts=texts).files.items():
            path = content / "2026" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

        assert read_dossier(content, "2026").data.year == 2026

    @pytest.mark.parametrize("texts", ["keep", "empty"])
    @pytest.mark.parametrize("width", [40, 1000])
    @pytest.mark.parametrize("flow", [False, True, None], ids=["block", "flow", "mixed"])
    def it_can_be_made_of_yaml_in_any_form(self, make, content, flow, width, texts):
        for path in (content / "2025").glob("*.yml"):
            data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            if path.name == "dossier.yml":
                data |= {"first": "true", "planning": {"texts": "2026-03-06"}}
            elif path.name == "figures.yml":
                data["figures"]["untso_staff"] |= {"confirmed": "DOPS: 3 maart 2026", "last_year": "9"}
            elif path.name == "references.yml":
                unused = {"type": "publicatie", "title": "X: y", "date": "2024"}
                data["references"] = {"a": unused, **data["references"], "b": unused}
            plain = {"null": None, "true": True, "false": False}
            written = yaml.dump(
                _typed(data, plain), default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False
            )
            path.write_text(written, encoding="utf-8")

        made = make(texts=texts)
        for name, data in made.files.items():
            path = content / "2026" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

        dossier = read_dossier(content, "2026")
        assert not dossier.data.first
        assert dossier.data.planning.texts == date(2027, 3, 5)
        assert {figure.value for figure in dossier.figures.figures.values()} == {None}
        assert dossier.figures.figures["untso_staff"].last_year == 11
        assert not dossier.figures.figures["untso_staff"].confirmed
        assert {"a", "b"}.isdisjoint(dossier.references.references)
        assert any(file.remarks for file in dossier.files)

    def it_keeps_the_line_ends_and_byte_order_marks_of_its_files(self, make, content):
        made = make(("dossier.yml", "year: 2025", "year: 2025"), ends="\r\n")

        assert made.files["dossier.yml"].count(b"\r\n") == made.files["dossier.yml"].count(b"\n")
        assert b"\r\n" not in made.files["figures.yml"]

    def it_names_the_place_in_the_new_files(self, make):
        made = make()

        lines = text(made, "dossier.yml").splitlines()
        placed = [each for each in made.tasks if each.file == "dossier.yml" and each.line]
        assert all(1 <= each.line <= len(lines) for each in placed)
        [subtitle] = [
            each for each in placed if str(each.what) == "kijk de titel na: mei 2026 tot en met april 2027"
        ]
        assert "subtitle" in lines[subtitle.line - 1]


def _typed(data: Any, words: dict[str, Any]) -> Any:
    """Return data that was read as text alone with the numbers and words that YAML knows."""
    if isinstance(data, dict):
        return {key: _typed(value, words) for key, value in data.items()}
    if isinstance(data, list):
        return [_typed(value, words) for value in data]
    if data in words:
        return words[data]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", data):
        return date.fromisoformat(data)
    return (
        int(data)
        if data.isdecimal() and len(data) < 5
        else float(data)
        if re.fullmatch(r"\d\.\d", data)
        else data
    )
