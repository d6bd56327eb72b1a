# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that come home from Word."""

from __future__ import annotations

import msgspec
import pytest

from jvom.reading.pictures import read_picture
from tests.conftest import PROJECT
from tests.contents import basis, read_dossier
from tests.exchange.returning import (
    NOTES,
    TEXT,
    W,
    after,
    brought,
    edited,
    exported,
    notices,
    paragraph,
    paragraph_with,
    run,
    text_of,
    with_words,
)
from tests.reading.pictures import png


class Describe_a_text_that_did_not_change:
    @pytest.mark.parametrize(
        "path", sorted((PROJECT / "content/2025/rapport").glob("*.md")), ids=lambda p: p.stem
    )
    def it_keeps_every_byte_in_this_dossier(self, path):
        data = exported(path.read_text(), read_dossier(PROJECT / "content", 2025))
        made, base = brought(data)

        assert made.text == base.text
        assert made.notices == ()

    @pytest.mark.parametrize(
        "text",
        [
            TEXT,
            TEXT.replace("\n", "\r\n"),
            "Een regel\ndie doorloopt\nen  twee spaties.\n\n\n\nEn nog een.",
            "1. een\n   - twee\n\n     vervolg\n2. drie\n\n3. vier\n",
            "> een\n>\n> twee\n\n> drie\n",
            "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n: Een *term* {#tab-een}\n\n[](#tab-een)\n",
            ": Boven {.liggend #tab-een}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nZie [](#tab-een).\n",
            "## Kop {.liggend}\n\nEen.\n\n{.liggend}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNa.\n",
            "*a **b** c* en **d *e* f** en *g*{lang=fr} en *h*{lang=nl}\n",
            "[*w* x](https://w.nl/?a=1&b=\u00e9) en [**y**](mailto:a@b.nl)\n",
            "Woord \\* ster, \\[haken\\], a\\_b, R&D, 1 < 2, \\#.\n",
            "### *Alleen term*\n\n## *Woord*{lang=nl} **vet**\n",
            "[naam *van* X]{.persoonsgegeven} en **[Y]{.persoonsgegeven}**\n",
            "[een\\\ntwee Drie]{.persoonsgegeven} en meer\n",
            '{.gelakt grond="5.1.2i"} Een\\\nTwee met noot[^a] en *Term*.\n\n[^a]: Noot Zus.\n',
            "{mission=unifil} Een.\n\n- {mission=untso} twee\n- drie\n\n> {mission=unifil}\n> Vier.\n",
            '{mission=unifil} {.gelakt grond="5.1.2i"} Een.\n',
            '[een]{.gelakt grond="5.1.2i"}[twee]{.gelakt}[drie]{.gelakt grond="5.1.1b"}\n',
            '{.gelakt grond="5.1.2i"}\nAlles, ook {{ deployed_total }}.\n\n{.gelakt grond="5.2"} En *dit*.\n',
            '- een\n- {.gelakt grond="5.1.2i"} twee\n  - binnen\n\n  vervolg\n- drie\n',
            '| A | B | C |\n| --- | --- | --- |\n|  | {.gelakt grond="5.1.2i"} x | y |\n| 1 | 2 | 3 |\n',
            'Zin.[^a]\n\n[^a]: {.gelakt grond="5.1.2i"} Noot.\n\n    En nog.\n',
            '## {.gelakt grond="5.1.2i"} Kop\n\n> {.gelakt grond="5.1.2i"} Citaat.\n',
            '{.gelakt grond="5.1.2i"}\n- een\n- *Twee* en\n  - drie\n\n{.gelakt}\n\n> Citaat.\n>\n> En.\n',
            '{.gelakt grond="5.2"}\n| A | B |\n| --- | ---: |\n| *x* | 2 |\n\n: Bij {#tab-x}\n\n[](#tab-x)\n',
            "Zin.<!-- opmerking (DGB, 2026-03-04): klopt? --> Nog.\n\n<!-- opmerking: los -->\n\nAlinea.\n",
            "Breek\\\nhier  \nen daar.\n",
            "\u201cGekruld\u201d \u2013 streepje, 's ochtends, 2014-2019, 20\u00a0mei.\n",
        ],
    )
    def it_keeps_every_byte_whatever_is_in_it(self, text):
        made, base = brought(exported(text))

        assert made.text == base.text
        assert made.notices == ()

    def it_takes_an_empty_text_back_empty(self):
        made, base = brought(exported("---\ntitle: X\nstatus: outline\n---\n"))

        assert made.text == base.text


class Describe_words_that_changed:
    def it_rewrites_only_their_paragraph(self):
        made = text_of(with_words(exported(TEXT), "Zij duurt voort.", "Zij duurt nog voort."))

        assert made == TEXT.replace("Zij duurt voort.", "Zij duurt nog voort.")

    @pytest.mark.parametrize(
        "text",
        ["{mission=unifil} Zij duurt voort.\n\nEn nog.\n", "- een\n- {mission=unifil} Zij duurt voort.\n"],
    )
    def it_keeps_the_mark_of_the_mission_that_it_is_about(self, text):
        made = text_of(with_words(exported(text), "Zij duurt voort.", "Zij duurt nog voort."))

        assert made == text.replace("Zij duurt voort.", "Zij duurt nog voort.")

    def it_types_what_word_set(self):
        made = text_of(
            with_words(
                exported(TEXT), "Zij duurt voort.", "\u201cZij\u201d duurt \u2019s ochtends 2014\u20132019."
            )
        )

        assert made == TEXT.replace("Zij duurt voort.", '"Zij" duurt \'s ochtends 2014-2019.')

    def it_escapes_what_would_be_a_mark(self):
        made = text_of(with_words(exported(TEXT), "Zij duurt voort.", "Zij * duurt [hier] {{ x }}."))

        assert "Zij \\* duurt \\[hier\\] \\{\\{ x \\}\\}." in made

    def it_keeps_the_lines_of_sentences_that_did_not_change(self):
        text = "Een zin die\ndoorloopt. Een tweede zin. Een derde\nzin hier.\n"

        assert text_of(with_words(exported(text), "Een tweede zin.", "Een andere zin.")) == text.replace(
            "Een tweede zin.", "Een andere zin."
        )

    def it_takes_items_in(self):
        item = paragraph(run("drie;"), '<w:pStyle w:val="ListBullet"/>')

        assert text_of(edited(exported(TEXT), after("een;", item))) == TEXT.replace(
            "- een;\n", "- een;\n- drie;\n"
        )

    def it_takes_cells_in(self):
        assert text_of(with_words(exported(TEXT), "vaartuig", "regel | streep")) == TEXT.replace(
            "| vaartuig |", "| regel \\| streep |"
        )

    def they_may_be_in_a_caption_or_the_table_below_it(self):
        table = "| a | b |\n| --- | --- |\n| kar | 2 |\n\n: Een *term* hier {#tab-een .liggend}\n"
        data = exported(f"Zie [](#tab-een).\n\n{table}")

        assert text_of(with_words(data, " hier", " daar")).endswith(table.replace("hier", "daar"))
        assert text_of(with_words(data, "kar", "boot")).endswith(table.replace("kar", "boot"))

    def and_a_picture_keeps_its_name(self):
        dossier = basis()
        picture = read_picture(png(60, 40))
        dossier = msgspec.structs.replace(dossier, images={"content/2025/rapport/k.png": picture})
        typed = '![Een kaart](k.png "De kaart"){#fig-kaart}\n\nZie [](#fig-kaart).\n'
        data = exported(typed, dossier)

        assert text_of(data) == typed
        assert text_of(with_words(data, "De kaart", "Een kaart")) == typed.replace("De kaart", "Een kaart")

    def they_leave_a_page_turned(self):
        turned = TEXT.replace("## Over de missie", "## Over de missie {.liggend}")
        turned = turned.replace("| vaartuig | 12 |\n", "| vaartuig | 12 |\n\n{.liggend}\n")
        data = with_words(exported(turned), "vaartuig", "boot")

        assert text_of(data) == turned.replace("vaartuig", "boot")
        first = text_of(with_words(data, "Over de missie", "De missie")).split("\n")[0]
        assert first.startswith("## De missie <!-- opmerking (jvom)")
        assert first.endswith("--> {.liggend}")

    @pytest.mark.parametrize(
        ("text", "words", "style"),
        [
            (
                "- een woord;\n- nieuw;\n- *Twee* [x]{.persoonsgegeven}\n  1. drie\n",
                "een woord;",
                "ListBullet",
            ),
            ("1. een woord;\n2. nieuw;\n3. twee\n", "een woord;", "ListNumber"),
            ("> Een citaat.\n>\n> nieuw;\n>\n> Nog een.\n", "Een citaat.", "Quote"),
        ],
    )
    def it_withholds_what_was_added_to_a_block_that_is_not_public(self, text, words, style):
        mark = '{.gelakt grond="5.1.2i"}\n'
        sent = text.replace("- nieuw;\n", "").replace("2. nieuw;\n3.", "2.").replace("> nieuw;\n>\n", "")
        added = paragraph(run("nieuw;"), f'<w:pStyle w:val="{style}"/>')
        data = edited(exported(f"Voor.\n\n{mark}{sent}"), after(words, added))

        assert text_of(data) == f"Voor.\n\n{mark}{text}"
        assert notices(data) == []

    def it_keeps_the_mark_of_a_table_that_lost_a_row(self):
        text = '{.gelakt grond="5.2"}\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\n: Bij\n'

        def edit(root):
            row = next(row for row in root.iter(f"{W}tr") if "3" in "".join(row.itertext()))
            row.getparent().remove(row)

        assert text_of(edited(exported(text), edit)) == text.replace("| 3 | 4 |\n", "")

    def it_takes_the_words_of_a_footnote_in(self):
        assert text_of(with_words(exported(TEXT), "De noot.", "De andere noot.", NOTES)) == TEXT.replace(
            "De noot.", "De andere noot."
        )

    def it_takes_a_paragraph_away(self):
        def edit(root):
            each = paragraph_with(root, "Een citaat.")
            each.getparent().remove(each)

        assert text_of(edited(exported(TEXT), edit)) == TEXT.replace("\n\n> Een citaat.", "")

    def and_with_it_the_suppression_above_it_and_its_note(self):
        def edit(root):
            each = paragraph_with(root, "Een vet")
            each.getparent().remove(each)

        data = edited(exported(TEXT), edit)

        assert "ignore" not in text_of(data)
        assert "[^a]" not in text_of(data)
        assert "voetnoot [^a] is met de verwijzing ernaar weg" in notices(data)

    def it_moves_a_paragraph(self):
        def edit(root):
            paragraph_with(root, "De missie begon").addprevious(paragraph_with(root, "Een citaat."))

        made = text_of(edited(exported(TEXT), edit))
        assert made.index("> Een citaat.") < made.index("De missie begon")
        assert made.count("> Een citaat.") == 1
