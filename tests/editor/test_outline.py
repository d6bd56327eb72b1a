# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.editor.outline import Symbol, symbols
from tests.editor.moments import path_of, snapshot, text_of, words_at

SECTION = "2025/rapport/slotbeschouwing.md"


def names(found: tuple[Symbol, ...]) -> list[object]:
    """Return the names, each with those of its children when it has any."""
    return [(each.name, names(each.children)) if each.children else each.name for each in found]


class Describe_the_outline_of_a_text:
    def it_nests_headings_and_lists_tables_and_footnotes(self):
        added = (
            "\n## Eén\n\nTekst.[^noot]\n\n### Dieper\n\nTekst.\n\n## Twee\n\n"
            "| A | B |\n| --- | --- |\n| a | b |\n\n: Inzet {#tab-inzet}\n\n[^noot]: Voetnoot.\n"
        )
        now = snapshot({SECTION: text_of(SECTION) + added})

        found = symbols(now, path_of(SECTION))

        assert names(found) == [
            ("Slotbeschouwing", [("Eén", ["Dieper"]), "Twee", "Inzet", "[^noot]"]),
        ]
        first = found[0].children[0]
        assert words_at(now, first.words) == "Eén"
        assert first.span.contains(first.children[0].span)
        assert found[0].span.contains(first.span)

    def it_is_empty_for_a_file_of_no_dossier(self):
        assert symbols(snapshot({}), "elders/tekst.md") == ()


class Describe_the_outline_of_data:
    def it_has_the_sections_of_the_report(self):
        found = symbols(snapshot({}), path_of("2025/dossier.yml"))

        assert names(found) == [
            "inleiding", ("inzet", [("midden-oosten", ["unifil", "untso"])]), "slotbeschouwing", "rechtsbasis"
        ]  # fmt: skip

    def it_has_the_names_in_the_file(self):
        now = snapshot({})

        assert names(symbols(now, path_of("missions.yml"))) == ["unifil", "untso"]
        assert "NAVO" in names(symbols(now, path_of("abbreviations.yml")))
        assert [each.detail for each in symbols(now, path_of("2025/figures.yml"))][:2] == ["twaalf", "een"]
