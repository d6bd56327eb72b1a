# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.checks.fixes import with_edits
from jvom.editor.actions import fix_all, quick_fixes
from jvom.source import Span
from tests.editor.moments import DUTCH, path_of, snapshot, text_of

NOTA, SECTION = "2025/nota.md", "2025/rapport/slotbeschouwing.md"


def after_each(name: str, added: str) -> dict[str, str]:
    """Return the text that is added at the end of a file, after each action that it has, by its title."""
    text = f"{text_of(name)}\n{added}\n"
    now, path = snapshot({name: text}), path_of(name)
    first, last = text_of(name).count("\n") + 2, text.count("\n") + 1
    actions = quick_fixes(now, Span(path, first, 1, last, 1), DUTCH)
    return {
        each.title: with_edits(text, [edit for edit in each.edits if edit.span.path == path])[
            len(text_of(name)) + 1 : -1
        ]
        for each in actions
    }


class Describe_quick_fixes:
    def they_make_what_the_advice_says(self):
        found = after_each(SECTION, "Dit is de de inzet.")

        assert found["Haal er een weg"] == "Dit is de inzet."

    def they_suppress_with_a_reason_that_is_still_to_be_typed(self):
        found = after_each(SECTION, "Dit is de de inzet.")

        suppressed = found["Onderdruk LNG011 hier; typ er de reden bij"]
        assert suppressed == "<!-- jvom: ignore[LNG011]  -->\nDit is de de inzet."

    def their_suppression_works_once_it_has_its_reason(self):
        text = f"{text_of(SECTION)}\n<!-- jvom: ignore[LNG011] {{}} -->\nDit is de de inzet.\n"

        without = {each.code for each in snapshot({SECTION: text.format("")}).findings}
        given = {each.code for each in snapshot({SECTION: text.format("zo staat het in de wet")}).findings}

        assert {"LNG011", "SUP002"} <= without
        assert not {"LNG011", "SUP002"} & given

    def they_fix_all_of_a_rule(self):
        found = after_each(SECTION, "Dit is de de inzet.\n\nDit is een een zin .")

        assert found["Herstel elke LNG011 in deze tekst"] == "Dit is de inzet.\n\nDit is een zin ."

    def they_put_the_name_that_was_meant(self):
        found = after_each(SECTION, "Zie [@kst-29521-493; @kts-29521-510].")

        assert found == {"Schrijf «kst-29521-510»": "Zie [@kst-29521-493; @kst-29521-510]."}

    def they_are_only_those_of_the_place(self):
        now = snapshot({SECTION: f"{text_of(SECTION)}\nDit is de de inzet.\n"})

        assert quick_fixes(now, Span(path_of(SECTION), 1, 1, 1, 1), DUTCH) == ()

    def they_suppress_in_data_as_data_does(self):
        name = "2025/dossier.yml"
        text = text_of(name).replace("  reference: MINDEF20260000003", "  reference: null")
        now, path = snapshot({name: text}), path_of(name)
        line = text[: text.index("  reference: null")].count("\n") + 1

        actions = quick_fixes(now, Span(path, line, 14, line, 14), DUTCH)
        after = [with_edits(text, each.edits).splitlines()[line - 1] for each in actions]

        assert "  # jvom: ignore[PLH011] " in after


class Describe_fixing_all:
    def it_makes_every_safe_fix_in_the_text_alone(self):
        text = f"{text_of(SECTION)}\nDit is de de inzet .\n"
        now = snapshot({SECTION: text, NOTA: f"{text_of(NOTA)}\nHier ook ook .\n"})

        action = fix_all(now, path_of(SECTION), DUTCH)

        assert action is not None
        assert {edit.span.path for edit in action.edits} == {path_of(SECTION)}
        assert with_edits(text, action.edits).endswith("\nDit is de inzet.\n")

    def it_is_nothing_in_a_text_without_fixes(self):
        assert fix_all(snapshot({}), path_of(SECTION), DUTCH) is None
