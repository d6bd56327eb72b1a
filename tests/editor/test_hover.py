# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.editor.hover import hover
from tests.editor.moments import DUTCH, spot, text_of, words_at

TITLE = "Kamerbrief over de inzet van militairen in de jaren 2025 tot en met 2028"
NOTA, SECTION = "2025/nota.md", "2025/rapport/slotbeschouwing.md"


class Describe_hover:
    @pytest.mark.parametrize(("typed", "words", "text"), [
        ("Er zijn {{ deploy|ed_total }} man.", "deployed_total",
         "**twaalf**\n\nbron: opgave van de Defensiestaf\n\nsom van unifil\\_staff, untso\\_staff"),
        ("Zie [@kst-29521-510; @kst-2952|1-493].", "kst-29521-493",
         "**Kamerstuk 29 521, nr. 493**\n\n" + TITLE + "\n\ndatum: 4 april 2025"),
        ("Zie [](#unt|so).", "untso", "**paragraaf 2.1.2**\n\nUNTSO (Libanon en Golan)\n\neigenaar: DGB"),
        ("Zie [](#unifil..un|tso).", "untso",
         "**paragraaf 2.1.2**\n\nUNTSO (Libanon en Golan)\n\neigenaar: DGB"),
        ("De N|AVO besluit.", "NAVO", "**NAVO**: Noord-Atlantische Verdragsorganisatie"),
        ("De NATO| besluit.", "NATO", "**NAVO**: Noord-Atlantische Verdragsorganisatie"),
    ])  # fmt: skip
    def it_tells_what_a_name_in_a_text_prints(self, typed, words, text):
        at = spot(SECTION, typed)

        found = hover(*at, DUTCH)

        assert found is not None
        assert words_at(at.snapshot, found[0]) == words
        assert found[1] == text

    @pytest.mark.parametrize("typed", [
        "Er zijn {{ deployed_totaal| }}.", "Een g|ewoon woord.", "Een FANAVO|S.", "Zie [](#niet|s).", "|"
    ])  # fmt: skip
    def it_is_silent_about_what_does_not_exist(self, typed):
        assert hover(*spot(SECTION, typed), DUTCH) is None

    def it_tells_of_a_mission_in_front_matter_and_data(self):
        for name, whole in (
            ("2025/rapport/unifil.md", "---\ntitle: X\nmission: uni|fil\n---\n"),
            ("2025/rapport/unifil.md", "---\ntitle: X\nmissions: [untso, uni|fil]\n---\n"),
            ("2025/rapport/unifil.md", "---\ntitle: X\n---\n\n- {mission=uni|fil} Zij ziet toe.\n"),
            ("2025/mandates.yml", "rows:\n  - {mission: uni|fil, operation: x}\n"),
        ):
            found = hover(*spot(name, "", whole=whole), DUTCH)

            assert found is not None
            assert found[1] == (
                "**UNIFIL**\n\nUnited Nations Interim Force in Lebanon\n\nregio: Midden-Oosten\n\n"
                "resolutie: 1701 (2006), 2790 (2025)"
            )

    def it_tells_of_an_owner(self):
        owners = {
            "owners.yml": "owners:\n  - {id: DGB, name: Beleid, function: afdeling, mailbox: dgb@x.example}\n"
        }
        whole = "---\ntitle: X\nowner: [D|GB, CDS]\n---\n"

        found = hover(*spot("2025/rapport/unifil.md", "", whole=whole, also=owners), DUTCH)

        assert found is not None
        assert found[1] == "**Beleid**\n\nafdeling\n\ndgb@x.example"

    def it_tells_the_text_of_a_footnote(self):
        found = hover(*spot(NOTA, "Noot.[^kad|ers]\n\n[^kaders]: De *kaders* van 2025."), DUTCH)

        assert found is not None
        assert found[1] == "**De \\*kaders\\* van 2025.**"

    def it_tells_the_caption_of_a_table_elsewhere(self):
        table = "\n| A | B |\n| --- | --- |\n| a | b |\n\n: Inzet per jaar {#tab-inzet}\n"
        untso = {"2025/rapport/untso.md": text_of("2025/rapport/untso.md") + table}

        found = hover(*spot(SECTION, "Zie [](#tab-in|zet).", also=untso), DUTCH)

        assert found is not None
        assert found[1] == "**tabel 1**\n\nInzet per jaar"
