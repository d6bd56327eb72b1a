# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.comparing.words import revised
from jvom.plan import (
    Format,
    Hyperlink,
    Inline,
    LineBreak,
    Note,
    NumberReference,
    Paragraph,
    Revised,
    Run,
    SequenceNumber,
    plain_text,
)

_SIGNS = {"deleted": "[-{}-]", "inserted": "{{+{}+}}", "moved-here": "<{}>"}


def shown(content: tuple[Inline, ...]) -> str:
    """Return the words, with what is deleted in [-...-] and what is inserted in {+...+}."""
    return "".join(
        _SIGNS[each.change].format(plain_text(each.content))
        if isinstance(each, Revised)
        else plain_text((each,))
        for each in content
    )


def changes(old: str, new: str, moved: bool = False) -> str:
    return shown(revised((Run(old),), (Run(new),), moved))


class Describe_the_changes_of_a_paragraph:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("De missie is klaar.", "De missie is klaar.", "De missie is klaar."),
            ("De missie is klaar.", "De missie was klaar.", "De missie [-is-]{+was+} klaar."),
            ("In 2025 waren er 1.300.", "In 2025 waren er 1.400.", "In 2025 waren er [-1.300-]{+1.400+}."),
            ("Een EU-missie in Mali.", "Een VN-missie in Mali.", "Een [-EU-missie-]{+VN-missie+} in Mali."),
            ("Het team is groot.", "Het team is heel groot.", "Het team is {+heel +}groot."),
            ("nr.\u00a05 is hier", "nr. 5 is hier", "nr. 5 is hier"),
            ("ver\u00adbin\u00addingen", "verbindingen", "verbindingen"),
        ],
    )
    def they_are_of_whole_words(self, old, new, said):
        assert changes(old, new) == said

    def they_replace_a_sentence_that_shares_less_than_a_third(self):
        old = "De missie begon in 1978. Nederland leverde toen vele militairen aan UNIFIL. Dat eindigde."
        new = "De missie begon in 1978. Het kabinet besloot later om waarnemers te sturen. Dat eindigde."

        assert changes(old, new) == (
            "De missie begon in 1978. [-Nederland leverde toen vele militairen aan UNIFIL. -]"
            "{+Het kabinet besloot later om waarnemers te sturen. +}Dat eindigde."
        )

    def they_leave_no_small_islands(self):
        said = changes("Zij vlogen snel en hoog over het land.", "Zij reden traag en laag over het land.")

        assert said == "Zij [-vlogen snel en hoog-]{+reden traag en laag+} over het land."

    def they_skip_a_sentence_that_is_gone(self):
        assert changes("Een zin. Nog een. De laatste.", "Een zin. De laatste.") == (
            "Een zin. [-Nog een. -]De laatste."
        )

    def they_take_a_note_apart(self):
        def noted(text: str) -> tuple[Inline, ...]:
            return Run("Tekst."), Note((Paragraph("FootnoteText", (Run(text),)),))

        _, note = revised(noted("De brief van mei."), noted("De brief van juni."))

        assert isinstance(note, Note)
        assert shown(note.paragraphs[0].content) == "De brief van [-mei-]{+juni+}."

    def they_mark_what_is_in_a_note_that_is_new(self):
        note = Note((Paragraph("FootnoteText", (Run("Nieuw."),)),))

        *_, made = revised((Run("Tekst."),), (Run("Tekst."), note))

        assert isinstance(made, Revised)
        assert made.content == (Note((Paragraph("FootnoteText", (Revised("inserted", (Run("Nieuw."),)),)),)),)

    def they_keep_looks_and_links(self):
        old = (Run("De "), Run("term", "Emphasis", "en"), Hyperlink("https://a.nl", (Run("hier en daar"),)))
        new = (Run("De "), Run("term", "Emphasis", "en"), Hyperlink("https://a.nl", (Run("hier of daar"),)))

        assert revised(old, new) == (
            *old[:2],
            Hyperlink("https://a.nl", (Run("hier "),)),
            Revised("deleted", (Hyperlink("https://a.nl", (Run("en"),)),)),
            Revised("inserted", (Hyperlink("https://a.nl", (Run("of"),)),)),
            Hyperlink("https://a.nl", (Run(" daar"),)),
        )

    def they_are_in_how_the_same_words_look(self):
        old = (Run("De "), Run("hele term", "Emphasis", "en"), Run(" hier"))
        new = (Run("De hele "), Run("term", "Strong"), Run(" hier"))

        assert revised(old, new) == (
            Run("De "),
            Run("hele ", former=Format("Emphasis", "en")),
            Run("term", "Strong", former=Format("Emphasis", "en")),
            Run(" hier"),
        )

    def they_show_a_link_that_leads_elsewhere(self):
        old, new = (Hyperlink(f"https://{where}.nl", (Run("hier"),)) for where in "ab")

        assert revised((old,), (new,)) == (Revised("deleted", (old,)), Revised("inserted", (new,)))

    def they_take_the_new_number_of_a_section(self):
        old, new = NumberReference("_Ref_a", "2.1"), NumberReference("_Ref_a", "2.2")

        assert revised((Run("Zie "), old), (Run("Zie "), new)) == (Run("Zie "), new)

    def they_take_the_new_number_of_a_caption(self):
        old, new = SequenceNumber("Tabel", "1", "_Tab_1"), SequenceNumber("Tabel", "2", "_Tab_2")

        assert revised((Run("Tabel "), old), (Run("Tabel "), new)) == (Run("Tabel "), new)

    def they_have_no_field_for_a_section_that_is_gone(self):
        old = (Run("Zie "), NumberReference("_Ref_a", "2.1"), Run(" nu."))

        assert revised(old, (Run("Zie nu."),)) == (
            Run("Zie "),
            Revised("deleted", (Run("2.1 "),)),
            Run("nu."),
        )

    def they_go_on_after_a_line_break(self):
        lines = (Run("Aan de"), LineBreak(), Run("Kamer"))

        assert revised(lines, (*lines, LineBreak(), Run("Den Haag"))) == (
            *lines,
            Revised("inserted", (LineBreak(), Run("Den Haag"))),
        )

    def they_hide_what_is_in_the_other_place_when_it_moved(self):
        assert changes("De missie is nu klaar.", "De missie was nu klaar.", moved=True) == (
            "<De missie >{+was+}< nu klaar.>"
        )
