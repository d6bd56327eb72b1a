# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.editor.references import definition, references
from tests.editor.moments import spot, text_of, words_at

NOTA, SECTION = "2025/nota.md", "2025/rapport/slotbeschouwing.md"


def named(at, spans):
    """Return file and words of each place."""
    return [(span.path.rpartition("/")[2], words_at(at.snapshot, span)) for span in spans]


class Describe_going_to_a_definition:
    @pytest.mark.parametrize(("typed", "place"), [
        ("Er zijn {{ deploy|ed_total }} man.", ("figures.yml", "deployed_total")),
        ("Zie [@kst-2952|1-493].", ("references.yml", "kst-29521-493")),
        ("Zie [](#unt|so).", ("untso.md", "UNTSO (Libanon en Golan)")),
        ("De N|AVO besluit.", ("abbreviations.yml", "NAVO")),
        ("Noot.[^kad|ers]\n\n[^kaders]: De kaders.", ("slotbeschouwing.md", "[^kaders]")),
    ])  # fmt: skip
    def it_goes_from_a_text_to_the_data(self, typed, place):
        at = spot(SECTION, typed)

        found = definition(*at)

        assert found is not None
        assert named(at, [found]) == [place]

    @pytest.mark.parametrize(("name", "old", "typed", "place"), [
        ("2025/mandates.yml", "mission: unifil", "mission: uni|fil", ("missions.yml", "unifil")),
        ("2025/dossier.yml", "- id: unifil", "- id: uni|fil", ("unifil.md", "UNIFIL (Libanon)")),
        ("2025/figures.yml", "[unifil_staff", "[unifil|_staff", ("figures.yml", "unifil_staff")),
    ])  # fmt: skip
    def it_goes_from_data_to_what_it_names(self, name, old, typed, place):
        at = spot(name, "", whole=text_of(name).replace(old, typed, 1))

        found = definition(*at)

        assert found is not None
        assert named(at, [found]) == [place]

    def it_goes_nowhere_from_ordinary_words(self):
        assert definition(*spot(SECTION, "Een ge|woon woord.")) is None


class Describe_finding_references:
    def it_finds_those_in_texts_and_data(self):
        at = spot(
            "2025/figures.yml", "", whole=text_of("2025/figures.yml").replace("  unifil_st", "  unifil|_st")
        )

        found = references(*at)

        assert ("figures.yml", "unifil_staff") in named(at, found)
        assert ("unifil.md", "unifil_staff") in named(at, found)

    def it_finds_a_mission_in_front_matter_and_mandates(self):
        at = spot(
            "2025/mandates.yml", "", whole=text_of("2025/mandates.yml").replace("n: unifil", "n: uni|fil", 1)
        )

        found = named(at, references(*at, with_definition=True))

        assert found == [("missions.yml", "unifil"), ("unifil.md", "unifil"), ("mandates.yml", "unifil")]

    def it_finds_a_mission_among_others_and_at_a_paragraph(self):
        text = "---\ntitle: X\nmissions: [untso, uni|fil]\n---\n\n{mission=unifil} Zij ziet toe.\n"
        at = spot("2025/rapport/unifil.md", "", whole=text)

        found = references(*at)

        assert [(each.path.rpartition("/")[2], each.line) for each in found] == [
            ("unifil.md", 3), ("unifil.md", 6), ("mandates.yml", 3),
        ]  # fmt: skip
        assert {words for _, words in named(at, found)} == {"unifil"}

    def it_finds_a_section_in_the_outline_and_in_ranges(self):
        at = spot(SECTION, "Zie [](#unt|so).")

        found = named(at, references(*at))

        assert found == [
            ("midden-oosten.md", "untso"),
            ("slotbeschouwing.md", "untso"),
            ("dossier.yml", "untso"),
        ]

    def it_finds_an_abbreviation_in_words(self):
        at = spot(SECTION, "De L|AF en de SLAFEN.")

        found = named(at, references(*at))

        assert set(found) == {("unifil.md", "LAF"), ("slotbeschouwing.md", "LAF")}

    def it_finds_a_footnote_in_its_own_text_only(self):
        at = spot(SECTION, "Noot.[^kad|ers]\n\n[^kaders]: De kaders.")

        assert named(at, references(*at)) == [("slotbeschouwing.md", "[^kaders]")]
