# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues type in Word, and what it becomes in the text."""

from __future__ import annotations

import pytest

from tests.exchange.returning import (
    NOTES,
    TEXT,
    W,
    after,
    append,
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
