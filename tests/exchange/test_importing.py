# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that come home from Word."""

from __future__ import annotations

import msgspec
import pytest

from jvom.reading.pictures import read_picture
from jvom.source import CannotRun
from tests.conftest import PROJECT
from tests.contents import basis, read_dossier
from tests.exchange.returning import (
    NOTES,
    W,
    after,
    append,
    brought,
    edited,
    elements,
    exported,
    notices,
    packed,
    paragraph,
    paragraph_with,
    parts,
    run,
    text_of,
    with_words,
)
from tests.reading.pictures import png

TEXT = """## Over de missie

De missie begon in *Camp Union* met {{ deployed_total }} mensen. Zij duurt voort. Zie [](#untso).

- een;
- twee.

<!-- jvom: ignore[LNG001] zo heet het -->

Een **vet** woord, [@kst-29521-493] en een noot[^a].

[^a]: De noot.

| Kop | Getal |
| --- | ---: |
| vaartuig | 12 |

> Een citaat.
"""


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


class Describe_what_was_typed_in_word:
    def it_becomes_a_paragraph(self):
        made = text_of(edited(exported(TEXT), after("Een citaat.", paragraph(run("Nieuw.")))))

        assert made == f"{TEXT}\nNieuw.\n"

    def it_becomes_a_heading(self):
        heading = paragraph(run("Nieuwe kop"), '<w:pStyle w:val="Tussenkop2"/>')

        assert "\n\n## Nieuwe kop\n" in text_of(edited(exported(TEXT), after("Een citaat.", heading)))

    def and_so_does_a_bold_line(self):
        bold = paragraph(run("Vette kop", "<w:b/>")) + paragraph(run("Tekst."))

        assert "\n\n## Vette kop\n\nTekst.\n" in text_of(edited(exported(TEXT), after("Een citaat.", bold)))

    def it_becomes_a_list_with_the_button_of_word(self):
        """Word gives such items the style List Paragraph, and a list of its own."""
        numbering = "word/numbering.xml"
        members = parts(exported(TEXT))
        lists = "".join(
            f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
            f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
            for id, kind, sign in ((91, "bullet", "\uf0b7"), (92, "decimal", "%1."))
        )
        members[numbering] = members[numbering].replace(b"</w:numbering>", f"{lists}</w:numbering>".encode())

        def items(id, *said):
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{id}"/></w:numPr>'
            return "".join(
                paragraph(run(each), f'<w:pStyle w:val="ListParagraph"/>{number}') for each in said
            )

        typed = items(91, "eerste;", "tweede.") + paragraph(run("Tussen.")) + items(92, "een;", "twee.")
        made = text_of(edited(packed(members), after("Een citaat.", typed)))
        assert made.endswith("\n\n- eerste;\n- tweede.\n\nTussen.\n\n1. een;\n2. twee.\n")

    def it_becomes_a_list_when_bullets_were_typed(self):
        typed = paragraph(run("\u2022 eerste;")) + paragraph(run("\u2022 tweede."))

        assert "\n\n- eerste;\n- tweede.\n" in text_of(edited(exported(TEXT), after("Een citaat.", typed)))

    def it_does_so_in_a_paragraph_that_was_there(self):
        text = "Aanloop.\n\nEen regel.\n\nNog een regel.\n"
        data = with_words(
            with_words(exported(text), "Een regel", "\u2022 Een regel"), "Nog een", "\u2022 Nog een"
        )

        assert text_of(data) == "Aanloop.\n\n- Een regel.\n- Nog een regel.\n"

    def it_stays_a_line_when_it_can_be_no_item(self):
        made = text_of(edited(exported("Een."), append("Een.", "<w:r><w:br/></w:r>" + run("\u2022 twee"))))

        assert made == "Een.\\\n&#8226; twee"

    def it_becomes_a_term_with_its_language(self):
        runs = (
            run(" Zie ")
            + run("force de frappe", '<w:i/><w:lang w:val="fr-FR"/>')
            + run(" en ")
            + run("boots", "<w:i/>")
        )

        assert "Zie *force de frappe*{lang=fr} en *boots*" in text_of(
            edited(exported(TEXT), append("Een citaat.", runs))
        )

    def but_dutch_words_do_not(self):
        english = '<w:lang w:val="en-US"/>'
        runs = run(" Dit is op een ander toetsenbord getypt.", english) + run(
            " Dat is niet zo.", f"<w:i/>{english}"
        )

        made = text_of(edited(exported(TEXT), append("Een citaat.", runs)))
        assert "Dit is op een ander toetsenbord getypt. Dat is niet zo." in made

    def it_becomes_emphasis(self):
        assert "**sterk** woord" in text_of(
            edited(exported(TEXT), append("Een citaat.", run(" ") + run("sterk", "<w:b/>") + run(" woord")))
        )

    @pytest.mark.parametrize(
        ("looks", "said"),
        [
            ('<w:u w:val="single"/>', "onderstreept"),
            ("<w:strike/>", "doorgehaald"),
            ('<w:highlight w:val="yellow"/>', "met kleur gemarkeerd"),
            ('<w:vertAlign w:val="superscript"/>', "hoog of laag gezet"),
        ],
    )
    def it_is_told_when_a_text_can_not_look_so(self, looks, said):
        runs = run(" Nog ") + run("twee ", looks) + run("woorden", looks) + run(" hier.")
        data = edited(exported(TEXT), append("Een citaat.", runs))

        assert f"{said}, wat niet is overgenomen: «twee woorden»" in notices(data)
        assert "Nog twee woorden hier." in text_of(data)

    def it_becomes_a_picture_below_its_paragraph(self):
        """A picture among words, as Word pastes it, can be no part of a paragraph."""
        data = exported("Een zin.\n\n![kaart](kaart.png)\n\nSlot.\n")

        def edit(root):
            picture = next(root.iter(f"{W}drawing")).getparent()
            paragraph_with(root, "Een zin.").append(picture)

        assert text_of(edited(data, edit)) == "Een zin.\n\n![kaart](kaart.png)\n\nSlot.\n"

    def it_becomes_a_quotation_or_a_link(self):
        link = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText>HYPERLINK "https://www.defensie.nl/x"</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("de site")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        quote = paragraph(run("Wie zegt dat? ") + link, '<w:pStyle w:val="Quote"/>')

        made = text_of(edited(exported("Een zin.\n"), after("Een zin.", quote)))
        assert made == "Een zin.\n\n> Wie zegt dat? [de site](https://www.defensie.nl/x)\n"

    def it_becomes_a_table(self):
        cells = [
            "".join(f"<w:tc>{paragraph(run(each))}</w:tc>" for each in row)
            for row in (("Kop", "Getal"), ("a | b", "12"))
        ]
        table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

        made = text_of(edited(exported("Een zin.\n"), after("Een zin.", table)))
        assert made == "Een zin.\n\n| Kop | Getal |\n| --- | --- |\n| a \\| b | 12 |\n"

    def it_becomes_a_citation_or_a_reference(self):
        typed = run(" Zie Kamerstuk 29 521, nr. 493, paragraaf 2.1.2 en bijlage 1.")
        data = edited(exported("Tekst.\n\nEen zin."), append("Een zin.", typed))

        assert "Zie [@kst-29521-493], [](#untso) en [](#rechtsbasis)." in text_of(data)
        assert any("herkend als verwijzing" in each for each in notices(data))

    def it_is_escaped_in_a_footnote_too(self):
        made = text_of(with_words(exported(TEXT), "De noot.", "De ~~noot~~ # [x] {{ y", NOTES))

        assert "[^a]: De \\~~noot\\~~ # \\[x\\] \\{\\{ y\n" in made
        assert text_of(exported(made)) == made

    def it_becomes_a_footnote_with_a_name(self):
        def refer(root):
            append("Een citaat.", '<w:r><w:footnoteReference w:id="9"/></w:r>')(root)

        def note(root):
            root.extend(elements(f'<w:footnote w:id="9">{paragraph(run("Volgens de brief."))}</w:footnote>'))

        made = text_of(edited(edited(exported(TEXT), refer), note, NOTES))
        assert "> Een citaat.[^volgens-brief]" in made
        assert made.endswith("[^volgens-brief]: Volgens de brief.\n")


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
