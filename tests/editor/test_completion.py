# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.editor.completion import complete
from tests.editor.moments import DUTCH, spot, text_of, words_at

NOTA, SECTION = "2025/nota.md", "2025/rapport/slotbeschouwing.md"


def completed(name: str, typed: str, **more) -> dict[str, str]:
    """Return the text of the line after each choice, by what is shown of the choice."""
    at = spot(name, typed, **more)
    line = at.snapshot.lines[at.path][at.line - 1]
    return {
        each.label: line[: each.span.column - 1] + each.text + line[each.span.end_column - 1 :]
        for each in complete(*at, DUTCH)
    }


class Describe_completion_in_a_text:
    def it_offers_the_figures_with_their_values(self):
        at = spot(SECTION, "Er zijn {{|")

        found = {each.label: each for each in complete(*at, DUTCH)}

        assert list(found)[:2] == ["deployed_total", "unifil_staff"]
        assert found["deployed_total"].detail == "twaalf"
        assert "bron: opgave van de Defensiestaf" in found["deployed_total"].about
        assert found["expenditure"].detail == "€ 2,4 miljoen"

    @pytest.mark.parametrize(("typed", "label", "line"), [
        ("Er zijn {{|", "unifil_staff", "Er zijn {{unifil_staff }}"),
        ("Er zijn {{ un| }} man.", "unifil_staff", "Er zijn {{ unifil_staff }} man."),
        ("Er zijn {{ un|til }} man.", "unifil_staff", "Er zijn {{ unifil_staff }} man."),
        ("Zie [@|", "kst-29521-493", "Zie [@kst-29521-493]"),
        ("Zie [@kst-29521-493; @|].", "kst-29521-510", "Zie [@kst-29521-493; @kst-29521-510]."),
        ("Zie [@kst|, datum].", "kst-29521-510", "Zie [@kst-29521-510, datum]."),
        ("Zie [](#|", "unifil", "Zie [](#unifil)"),
        ("Zie [](#unifil,u|).", "untso", "Zie [](#unifil,untso)."),
        ("Zie [](#unifil..|).", "untso", "Zie [](#unifil..untso)."),
        ("Van de VN en de NA|", "NAVO", "Van de VN en de NAVO"),
    ])  # fmt: skip
    def it_completes_a_mark_and_ends_it(self, typed, label, line):
        assert completed(SECTION, typed)[label] == line

    def it_offers_sections_with_number_and_title(self):
        found = {each.label: each for each in complete(*spot(SECTION, "Zie [](#|)"), DUTCH)}

        assert list(found) == [
            "inleiding", "inzet", "midden-oosten", "unifil", "untso", "slotbeschouwing", "rechtsbasis"
        ]  # fmt: skip
        assert found["unifil"].detail == "paragraaf 2.1.1"
        assert "UNIFIL (Libanon)" in found["unifil"].about
        assert found["rechtsbasis"].detail == "bijlage 1"

    def it_offers_abbreviations_behind_a_capital_only(self):
        assert completed(SECTION, "de U|")["UNTSO"] == "de UNTSO"
        assert completed(SECTION, "de u|") == {}
        assert completed(SECTION, "de |") == {}

    def it_offers_the_footnotes_of_the_text(self):
        assert completed(NOTA, "Noot[^|]\n\n[^kaders]: Tekst.") == {"kaders": "Noot[^kaders]"}

    def it_offers_the_names_of_the_last_good_data_while_that_is_broken(self):
        from jvom.editor.snapshot import next_snapshot
        from tests.editor.moments import path_of, snapshot

        good = snapshot({})
        lines = {**good.lines, path_of(SECTION): ("Er zijn {{",)}
        broken = next_snapshot(good, None, (), None, lambda path: lines.get(path, ()))

        found = complete(broken, path_of(SECTION), 1, 11, DUTCH)

        assert "deployed_total" in {each.label for each in found}


class Describe_completion_of_the_mission_of_a_paragraph:
    @pytest.mark.parametrize(("typed", "line"), [
        ("{mission=|", "{mission=unifil}"),
        ("- {mission=un|} Zij ziet toe.", "- {mission=unifil} Zij ziet toe."),
    ])  # fmt: skip
    def it_offers_those_of_the_register(self, typed, line):
        found = completed(SECTION, typed)

        assert list(found) == ["unifil", "untso"]
        assert found["unifil"] == line


class Describe_completion_in_data:
    @pytest.mark.parametrize(("name", "typed", "labels"), [
        ("2025/rapport/unifil.md", "---\ntitle: X\nmission: |\n---\n", ["unifil", "untso"]),
        ("2025/rapport/unifil.md", "---\ntitle: X\nmission: un|\n---\n", ["unifil", "untso"]),
        ("2025/rapport/unifil.md", "---\ntitle: X\nmissions: [untso, |]\n---\n", ["unifil", "untso"]),
        ("2025/rapport/unifil.md", "---\ntitle: X\nmissions:\n  - un|\n---\n", ["unifil", "untso"]),
        ("2025/nota.md", "---\nstatus: |\n---\n", ["outline", "draft", "review", "final"]),
        ("2025/mandates.yml", "rows:\n  - mission: |\n", ["unifil", "untso"]),
        ("2025/mandates.yml", "rows:\n  - {mission: |}\n", ["unifil", "untso"]),
    ])  # fmt: skip
    def it_offers_what_the_key_asks_for(self, name, typed, labels):
        assert list(completed(name, "", whole=typed)) == labels

    def it_offers_figures_as_parts_of_a_sum(self):
        found = completed("2025/figures.yml", "  sum: {type: count, parts: [un|]}")

        assert found["unifil_staff"] == "  sum: {type: count, parts: [unifil_staff]}"

    def it_offers_owners_of_the_register(self):
        owners = {
            "owners.yml": "owners:\n  - {id: DGB, name: Beleid, function: afdeling, mailbox: dgb@x.example}\n"
        }
        whole = "---\ntitle: X\nowner: |\n---\n"

        assert completed("2025/rapport/unifil.md", "", whole=whole, also=owners) == {"DGB": "owner: DGB"}

    def it_offers_sections_in_the_outline(self):
        whole = text_of("2025/dossier.yml").replace("- id: inleiding", "- id: inl|eiding")

        assert completed("2025/dossier.yml", "", whole=whole)["inzet"] == "    - id: inzet"

    def it_replaces_the_whole_name(self):
        at = spot(SECTION, "Zie [@kst-29521|-493].")

        [first, *_] = complete(*at, DUTCH)

        assert words_at(at.snapshot, first.span) == "kst-29521-493"

    def it_offers_the_keys_of_front_matter_that_are_not_there_yet(self):
        whole = "---\ntitle: X\nmis|\nstatus: final\n---\n"
        at = spot("2025/rapport/unifil.md", "", whole=whole)

        found = {each.label: each for each in complete(*at, DUTCH)}

        assert list(found) == ["mission", "missions", "owner", "carried_from", "unchanged"]
        assert found["mission"].text == "mission: "
        assert "missions.yml" in found["mission"].about
        assert words_at(at.snapshot, found["mission"].span) == "mis"

    def it_offers_one_key_for_one_mission_or_more(self):
        found = completed("2025/rapport/unifil.md", "", whole="---\nmissions: [unifil]\nmis|\n---\n")

        assert "mission" not in found

    def it_replaces_the_key_that_was_there(self):
        found = completed("2025/rapport/unifil.md", "", whole="---\nmis|sion: unifil\n---\n")

        assert found["mission"] == "mission: unifil"
