# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What nobody may change in Word, and words that not everybody may see."""

from __future__ import annotations

import pytest

from jvom.source import CannotRun
from tests.exchange.returning import (
    TEXT,
    W,
    append,
    brought,
    edited,
    elements,
    exported,
    notices,
    paragraph_with,
    run,
    text_of,
    with_words,
)


class Describe_what_can_not_be_changed:
    def it_comes_back_as_its_mark_when_its_sentence_changed(self):
        made = text_of(with_words(exported(TEXT), " mensen. Zij", " vrouwen en mannen. Zij"))

        assert "met {{ deployed_total }} vrouwen en mannen." in made

    def it_is_recognized_when_only_its_words_came_back(self):
        def edit(root):
            for control in list(root.iter(f"{W}sdt")):
                for each in control.find(f"{W}sdtContent"):
                    control.addprevious(each)
                control.getparent().remove(control)

        assert text_of(edited(exported(TEXT), edit)) == TEXT
        assert notices(edited(exported(TEXT), edit)) == []

    def it_may_go_with_its_sentence(self):
        def edit(root):
            each = paragraph_with(root, "De missie begon")
            each.getparent().remove(each)

        assert not any("cijfer" in each for each in notices(edited(exported(TEXT), edit)))

    def but_a_figure_that_was_typed_over_is_told(self):
        def edit(root):
            for control in list(root.iter(f"{W}sdt")):
                if "twaalf" in "".join(each.text or "" for each in control.iter(f"{W}t")):
                    control.addprevious(elements(run("dertien"))[0])
                    control.getparent().remove(control)

        data = edited(exported(TEXT), edit)

        assert any(
            "het cijfer {{ deployed_total }} (twaalf)" in each and "figures.yml" in each
            for each in notices(data)
        )
        assert "met dertien" in text_of(data)
        assert "<!-- opmerking (jvom): het cijfer" in text_of(data)

    def and_so_is_one_that_was_changed_in_its_control(self):
        data = with_words(exported(TEXT), "twaalf", "veertig")

        assert any("gewijzigd van «twaalf» in «veertig»" in each for each in notices(data))
        assert "{{ deployed_total }}" in text_of(data)

    def and_so_is_a_title(self):
        data = with_words(exported(TEXT), "Titel", "Anders")

        assert any("de titel is in Word «Anders»" in each for each in notices(data))
        assert text_of(data).startswith("<!-- opmerking (jvom): de titel is in Word")

    def and_so_is_a_heading(self):
        data = with_words(exported(TEXT), "Over de missie", "Over deze missie")

        said = "de kop «Over de missie» is nu «Over deze missie»"
        assert any(said in each and "rapport/unifil.md" in each for each in notices(data))
        assert text_of(data).startswith(f"## Over deze missie <!-- opmerking (jvom): {said}")

    def and_so_is_a_figure_in_a_table(self):
        text = "| Kop | Getal |\n| --- | ---: |\n| vaartuig | {{ deployed_total }} |\n| boot | 7 |\n"

        def edit(root):
            [control] = [each for each in root.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}lock") is not None]
            control.addprevious(elements(run("99"))[0])
            control.getparent().remove(control)

        data = edited(exported(text), edit)

        assert any("het cijfer {{ deployed_total }}" in each for each in notices(data))
        assert "| vaartuig | 99 <!-- opmerking (jvom): het cijfer" in text_of(data)

    def and_so_is_a_reference_that_was_taken_out(self):
        def edit(root):
            [control] = [
                each
                for each in root.iter(f"{W}sdt")
                if "paragraaf" in "".join(text.text or "" for text in each.iter(f"{W}t"))
            ]
            control.getparent().remove(control)

        data = edited(exported(TEXT), edit)

        assert any("de verwijzing [](#untso) (paragraaf" in each for each in notices(data))
        assert "Zie . <!-- opmerking (jvom): de verwijzing" in text_of(data)


class Describe_words_that_not_everybody_may_see:
    TEXT = "De commandant is [Jan de Vries]{.persoonsgegeven} sinds mei. Hij blijft.\n"

    def they_keep_their_mark(self):
        made = text_of(with_words(exported(self.TEXT), "sinds mei", "sinds juni"))

        assert made == self.TEXT.replace("mei", "juni")

    @pytest.mark.parametrize(
        "text",
        [
            'Blijft.\n\n{.gelakt grond="5.1.2i"} De commandant is Jan de Vries.\n',
            (
                '- blijft\n- {.gelakt grond="5.1.2i"} de commandant is Jan de Vries\n'
                '  - {.gelakt grond="5.1.2i"} en Piet ook\n'
            ),
            "| A | B |\n| --- | --- |\n| blijft | 1 |\n| {.gelakt} Jan | {.gelakt} 2 |\n",
            'Blijft[^a] zo.\n\n[^a]: {.gelakt grond="5.1.2i"} De commandant is Jan de Vries.\n',
        ],
    )
    def they_keep_the_mark_of_their_whole_block_beside_what_changed(self, text):
        data = exported(text)
        made = text_of(with_words(data, "lijft", "leef"))

        assert made == text.replace("lijft", "leef")

    def they_keep_the_mark_of_a_picture_whose_caption_changed(self):
        text = '{.gelakt grond="5.1.1b"}\n![Een kaart](kaart.png "Het kamp")\n'

        assert text_of(with_words(exported(text), "Het kamp", "Het kamp nu")) == text.replace(
            "Het kamp", "Het kamp nu"
        )

    def they_keep_their_mark_when_somebody_writes_beside_it(self):
        data = exported('{.gelakt grond="5.1.2i"} De commandant is Jan de Vries.\n')

        made = text_of(edited(data, append("De commandant", run(" Hij blijft."))))

        assert made == '[De commandant is Jan de Vries.]{.gelakt grond="5.1.2i"} Hij blijft.\n'

    def they_stop_the_import_without_it(self):
        def edit(root):
            for control in list(root.iter(f"{W}sdt")):
                if "Vries" in "".join(each.text or "" for each in control.iter(f"{W}t")):
                    for each in control.find(f"{W}sdtContent"):
                        control.addprevious(each)
                    control.getparent().remove(control)

        with pytest.raises(CannotRun, match="Jan de Vries"):
            brought(edited(exported(self.TEXT), edit))

    @pytest.mark.parametrize("typed", [" Jan de Vries zegt dat.", " Generaal Vries zegt dat."])
    def and_they_do_when_somebody_typed_them_elsewhere(self, typed):
        with pytest.raises(CannotRun):
            brought(edited(exported(self.TEXT), append("De commandant", run(typed))))

    def they_may_be_on_another_ground(self):
        secret = "Het gesprek met de minister van Buitenlandse Zaken van Irak ging over de olie."
        text = f'{{.gelakt grond="5.1.2a"}} {secret}\n\nHet gesprek was goed.\n'

        assert text_of(edited(exported(text), append("Het gesprek was goed", run(" Irak was blij.")))) == (
            text.replace("was goed.", "was goed. Irak was blij.")
        )
        half = " De minister van Buitenlandse Zaken van Irak sprak."
        with pytest.raises(CannotRun, match="niet meer gemarkeerd"):
            brought(edited(exported(text), append("Het gesprek was goed", run(half))))

    def they_may_be_beside_a_citation_that_is_elsewhere_too(self):
        text = (
            '{.gelakt grond="5.1.2a"} Zie de brief van mei en [@kst-29521-493].\n\n'
            "Zie de brief van juni en [@kst-29521-493].\n"
        )

        assert text_of(exported(text)) == text

    def but_they_may_go(self):
        def edit(root):
            for control in list(root.iter(f"{W}sdt")):
                if "Vries" in "".join(each.text or "" for each in control.iter(f"{W}t")):
                    control.getparent().remove(control)

        data = edited(exported(self.TEXT), edit)

        assert "Vries" not in text_of(data)
        assert any("gemarkeerde woorden zijn weg" in each for each in notices(data))
