# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Comments that come back as remarks in the text."""

from __future__ import annotations

import pytest

from jvom.source import CannotRun
from tests.cli.workspaces import change, make_workspace
from tests.contents import read_dossier
from tests.exchange.commenting import answered, commented, without_comment
from tests.exchange.returning import (
    COMMENTS,
    NOTES,
    W,
    append,
    brought,
    edited,
    elements,
    exported,
    notices,
    paragraph_with,
    parts,
    run,
    text_of,
    with_words,
)

TEXT = """## Over de missie

De missie begon in *Camp Union* met {{ deployed_total }}
mensen (zie [](#untso)). Zij duurt \\[nog\\] voort, en
dat blijft zo[^a].

- een lange
  regel;
- twee.

| Kop | Getal |
| --- | ---: |
| vaartuig | 12 |

> Een citaat dat
> doorloopt.

[^a]: De noot
    loopt door.
"""
SAID = "<!-- opmerking (DJZ, 2026-03-04): Klopt dit? -->"


class Describe_a_new_comment:
    @pytest.mark.parametrize(
        ("words", "old", "new"),
        [
            ("De missie", "De missie begon", f"De missie {SAID} begon"),
            ("De mis", "De missie begon", f"De missie {SAID} begon"),
            ("Camp", "*Camp Union* met", f"*Camp Union* {SAID} met"),
            ("twaalf", "{{ deployed_total }}\n", f"{{{{ deployed_total }}}} {SAID}\n"),
            ("(zie", "(zie [", f"(zie {SAID} ["),
            ("mensen", "mensen (zie", f"mensen {SAID} (zie"),
            ("[nog", "\\[nog\\] voort", f"\\[nog\\] {SAID} voort"),
            ("nog] voort", "voort, en", f"voort, {SAID} en"),
            ("blijft zo", "zo[^a].", f"zo[^a]. {SAID}"),
            ("een lange", "een lange\n", f"een lange {SAID}\n"),
            ("lange regel", "  regel;", f"  regel; {SAID}"),
            ("vaartuig", "| vaartuig |", f"| vaartuig {SAID} |"),
            ("Getal", "| Getal |", f"| Getal {SAID} |"),
            ("citaat dat", "citaat dat\n", f"citaat dat {SAID}\n"),
            ("Over de", "Over de missie\n", f"Over de {SAID} missie\n"),
        ],
    )
    def it_goes_behind_its_word_and_changes_no_other_byte(self, words, old, new):
        data = commented(exported(TEXT), words, "Klopt dit?")

        assert text_of(data) == TEXT.replace(old, new)
        again, base = brought(exported(text_of(data)))
        assert again.text == base.text
        assert again.notices == ()

    def it_goes_into_a_footnote(self):
        text = "Een zin[^a].\n\n[^a]: De noot\n    loopt door.\n"

        assert text_of(commented(exported(text), "noot", "Klopt dit?", part=NOTES)) == text.replace(
            "De noot\n", f"De noot {SAID}\n"
        )

    def it_goes_above_a_text_when_it_is_about_the_title(self):
        made = text_of(commented(exported("Een zin.\n"), "Titel", "Klopt dit?"))

        assert made == "<!-- opmerking (DJZ, 2026-03-04): bij de titel: Klopt dit? -->\n\nEen zin.\n"

    def it_stays_when_its_words_were_struck_out(self):
        data = commented(exported("Een zin. Een tweede.\n"), "Een zin.", "Mag weg.")

        def strike(root):
            each = paragraph_with(root, "Een zin.")
            [wrapper] = elements('<w:del w:id="7" w:author="DJZ" w:date="2026-03-04T00:00:00Z"/>')
            inside = [child for child in each if child.tag != f"{W}pPr"][:4]
            inside[0].addprevious(wrapper)
            wrapper.extend(inside)
            for text in wrapper.iter(f"{W}t"):
                text.tag = f"{W}delText"

        made = text_of(edited(data, strike))
        assert "Een zin" not in made
        assert "<!-- opmerking (DJZ, 2026-03-04): Mag weg. -->" in made

    def it_goes_behind_its_word_in_a_sentence_that_changed(self):
        data = with_words(commented(exported(TEXT), "een lange", "Klopt dit?"), "twee.", "drie.")

        assert f"- een lange {SAID} regel;\n- drie." in text_of(data)

    def it_does_not_cut_a_link_in_two(self):
        text = "Zie [de hele brief](https://www.defensie.nl) van mei. Slot.\n"
        data = with_words(commented(exported(text), "hele", "Klopt dit?"), "Slot", "Einde")

        assert text_of(data) == text.replace("nl) van", f"nl) {SAID} van").replace("Slot", "Einde")


class Describe_a_comment_that_was_sent:
    TEXT = "Een zin. <!-- opmerking (DGB): klopt dit? --> Een tweede.\n\n<!-- opmerking: los -->\n\nSlot.\n"

    def it_leaves_when_it_was_deleted(self):
        data = without_comment(exported(self.TEXT), "klopt dit?")

        assert text_of(data) == self.TEXT.replace(" <!-- opmerking (DGB): klopt dit? -->", "")
        assert "een opmerking is in Word verwijderd: «klopt dit?»" in notices(data)

    def and_so_does_one_on_a_line_of_its_own(self):
        data = without_comment(exported(self.TEXT), "los")

        assert text_of(data) == self.TEXT.replace("<!-- opmerking: los -->\n\n", "")

    def it_leaves_when_it_was_resolved(self):
        data = answered(exported(self.TEXT), "klopt dit?", done=True)

        assert text_of(data) == self.TEXT.replace(" <!-- opmerking (DGB): klopt dit? -->", "")
        assert "klopt dit?" in text_of(data, with_resolved=True)

    def it_gets_the_replies_to_it(self):
        data = answered(exported(self.TEXT), "klopt dit?", "Ja.")

        assert text_of(data) == self.TEXT.replace("(DGB): klopt dit? -->", "(DGB): klopt dit? / CDS: Ja. -->")

    def and_so_does_one_on_its_own_line(self):
        data = answered(exported(self.TEXT), "los", "Nee.")

        assert text_of(data) == self.TEXT.replace("opmerking: los -->", "opmerking: los / CDS: Nee. -->")

    def it_stays_in_a_paragraph_that_changed(self):
        made = text_of(with_words(exported(self.TEXT), "tweede", "derde"))

        assert made == self.TEXT.replace("tweede", "derde")

    def but_one_in_a_data_file_does_not_come_into_the_text(self, tmp_path):
        figures = make_workspace(tmp_path) / "content/2025/figures.yml"
        change(figures, "  deployed_total:", "  # opmerking: nog na te gaan\n  deployed_total:")
        data = exported("Er zijn {{ deployed_total }} mensen.\n", read_dossier(tmp_path / "content", 2025))

        assert b"nog na te gaan" in parts(data)[COMMENTS].replace(b"\xc2\xa0", b" ")
        made, base = brought(data)
        assert made.text == base.text
        assert made.remarks == 0


class Describe_marked_words_in_a_comment:
    TEXT = "De commandant is [Jan de Vries]{.persoonsgegeven} sinds mei. Hij blijft.\n"

    def they_stop_the_import(self):
        with pytest.raises(CannotRun, match="Jan de Vries"):
            brought(commented(exported(self.TEXT), "Hij blijft", "Is Jan de Vries nog commandant?"))

    def and_so_they_do_in_a_reply(self):
        text = self.TEXT.replace("Hij blijft.", "Hij blijft. <!-- opmerking (DGB): klopt dit? -->")

        with pytest.raises(CannotRun, match="Jan de Vries"):
            brought(answered(exported(text), "klopt dit?", "Vraag het De Vries."))

    def but_not_when_they_were_sent_so(self):
        text = self.TEXT.replace("Hij blijft.", "Hij blijft. <!-- opmerking (DGB): bel Jan de Vries -->")

        assert text_of(exported(text)) == text
        assert text_of(edited(exported(text), append("Hij blijft", run(" Meer.")))) == text.replace(
            " -->", " --> Meer."
        )
