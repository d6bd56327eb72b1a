# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The public version has no personal data in any form, and leaks are reported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom import plan
from jvom.documents.bars import bar, grounds_of, is_bar
from jvom.documents.dossier import documents, own_names
from jvom.documents.leaks import find_leaks, redactions, texts_of
from jvom.documents.own_texts import own_texts
from jvom.documents.public import redact
from jvom.layout.estimate import estimate
from jvom.model import Dossier
from jvom.text import Link, Paragraph, Text, Withheld
from jvom.word.package import build
from jvom.word.template import Template, open_template
from jvom.word.texts import document_texts
from tests.conftest import PROJECT
from tests.contents import basis, copy_basis, read_dossier, with_data, with_texts
from tests.documents.secrets import Hidden, fillings, forms, found_in, hidden
from tests.fuzzing import examples
from tests.test_pictures import png

BAR, BAR2I = bar("5.1.2e"), bar("5.1.2i")
MARKED = "[J. de Vries]{.persoonsgegeven}"


def public(text: str = "", **data: object) -> dict[str, plan.Document]:
    """Return the public plans of the basis dossier with a text in its report and other fields of the nota."""
    dossier = with_texts(basis(), {"unifil": text} if text else {})
    made = documents(with_data(dossier, nota=data), public=True)
    return {document.file: document for document in made}


def bars(document: plan.Document) -> int:
    shown = list(document.text.values())
    for name, blocks in document.blocks.items():
        if name != "legenda":
            for paragraph in plan.paragraphs(blocks):
                shown.append(paragraph.content)
                shown += [part.content for note in plan.notes(paragraph) for part in note.paragraphs]
    return sum(is_bar(inline) for content in shown for inline in content)


def shown(document: plan.Document) -> list[str]:
    """Return the grounds in the bars of a document, without its legend."""
    blocks = {name: each for name, each in document.blocks.items() if name != "legenda"}
    contents = plan.every_content(msgspec.structs.replace(document, blocks=blocks))
    return [ground for content in contents for ground in grounds_of(content)]


@cache
def template(name: str) -> Template:
    return open_template(PROJECT / "templates" / f"{name}.docx")


def built(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    for document in documents(dossier, public=True):
        pages = estimate(document, template(document.template)).pages
        yield f"{document.file}.docx", build(document, template(document.template), pages)


def reported(dossier: Dossier) -> list[str]:
    made = documents(dossier, public=True)
    found = find_leaks(
        dossier,
        {each.file: texts_of(each) for each in made},
        lambda: {each.file: texts_of(each, own_texts()) for each in made},
    )
    return [f"{problem.span}: {problem.what}; {problem.advice}" for problem in found]


class Describe_the_public_version:
    def it_shows_a_bar_for_what_is_marked(self) -> None:
        report = public(f"Volgens {MARKED} is het zo.")["rapport"]
        (paragraph,) = [each for each in plan.paragraphs(report.blocks["rapport"]) if BAR in each.content]
        assert paragraph.content == (plan.Run("Volgens "), BAR, plan.Run(" is het zo."))
        assert plan.Run("gelakt 5.1.2e", style="Gelakt") == BAR

    def it_shows_one_bar_for_spans_side_by_side(self) -> None:
        assert bars(public(f"{MARKED}{MARKED} {MARKED}")["rapport"]) == 2

    @pytest.mark.parametrize("drafter", [None, "A. Bakker"])
    def it_does_not_reveal_whether_the_data_has_the_drafter(self, drafter: str | None) -> None:
        assert public(drafted_by=drafter) == public(drafted_by=None)
        assert public(drafted_by=drafter)["nota"].text["opgesteld-door"] == (BAR,)

    def it_names_the_ground_where_there_is_a_bar_and_nowhere_else(self) -> None:
        made = public()
        (legend,) = made["nota"].blocks["legenda"]
        assert isinstance(legend, plan.Paragraph)
        assert plan.plain_text(legend.content).replace("\xa0", " ") == (
            "gelakt 5.1.2e: niet openbaar op grond van de Wet open overheid (Woo), artikel 5.1, lid 2, "
            "onder e: de eerbiediging van de persoonlijke levenssfeer."
        )
        assert all("legenda" not in made[name].blocks for name in made if name != "nota")

    def it_names_another_ground_when_the_data_does(self) -> None:
        ground = "artikel 5.1, lid 1, onder d"
        dossier = with_data(basis(), public={"ground": ground})
        *_, nota, _report = documents(dossier, public=True)
        (legend,) = nota.blocks["legenda"]
        assert isinstance(legend, plan.Paragraph)
        assert ground in plan.plain_text(legend.content).replace("\xa0", " ")
        *_, nota, _report = documents(dossier)
        assert ground in plan.plain_text(nota.text["opgesteld-door"]).replace("\xa0", " ")

    def it_says_the_ground_of_each_passage_in_its_bar(self) -> None:
        typed = '[a]{.gelakt grond="5.1.2i"} en [b]{.gelakt grond="5.1.1b"} en [c]{.persoonsgegeven}.'
        assert shown(public(typed)["rapport"]) == ["5.1.2i", "5.1.1b", "5.1.2e"]

    def it_parts_bars_of_different_grounds_and_joins_those_of_one(self) -> None:
        typed = '[a]{.gelakt grond="5.1.2i"}[b]{.gelakt grond="5.1.2i"}[c]{.gelakt grond="5.2"}'
        report = public(typed)["rapport"]
        assert shown(report) == ["5.1.2i", "5.2"]
        (paragraph,) = [each for each in plan.paragraphs(report.blocks["rapport"]) if BAR2I in each.content]
        assert paragraph.content == (BAR2I, plan.Run(" "), bar("5.2"))

    def it_explains_each_ground_that_occurs_in_the_order_of_the_law(self) -> None:
        typed = '[a]{.gelakt grond="5.2"} en [b]{.gelakt grond="5.1.1b"} en [c]{.gelakt grond="5.2"}.'
        legend = [
            plan.plain_text(each.content).replace("\xa0", " ")
            for each in plan.paragraphs(public(typed)["rapport"].blocks["legenda"])
        ]
        assert legend == [
            (
                "gelakt 5.1.1b: niet openbaar op grond van de Wet open overheid (Woo), artikel 5.1, lid 1, "
                "onder b: de veiligheid van de Staat."
            ),
            (
                "gelakt 5.2: niet openbaar op grond van de Wet open overheid (Woo), artikel 5.2: "
                "persoonlijke beleidsopvattingen in een stuk voor intern beraad."
            ),
        ]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("{} Kort.", "{}\nEen veel langere alinea, met *termen*, **vet** en [een link](https://a.nl)."),
            ("{} Kort.", "{} Met een noot[^x] erin.\n\n[^x]: Die ook weg is."),
            ("- een\n- {} twee", "- een\n- {} twee\n  1. met\n  2. punten\n\n  en een vervolg"),
            ("1. {} een\n2. twee", "1. {} een\n\n   en nog een alinea\n2. twee"),
            (
                "| A | B |\n| --- | --- |\n| {} c |  |",
                "| A | B |\n| --- | --- |\n|  | {} een heel lange cel |",
            ),
            ("N.[^x]\n\n[^x]: {} Kort.", "N.[^x]\n\n[^x]: {} Lang.\n\n    En nog een alinea."),
            ("## {} Kop\n\nTekst.", "## {} Een *andere* kop\n\nTekst."),
            ("> {} Kort.", "> {} Een langer citaat van twee zinnen. Dit is de tweede."),
            ("{}\n- een", "{}\n- een\n- twee\n  - en drie\n- vier[^x]\n\n[^x]: En een noot."),
            ("{}\n> Kort.", "{}\n> Een citaat van twee alinea's.\n>\n> Dit is de tweede."),
            (
                "{}\n| A |\n| --- |\n| b |",
                "{}\n| A | B |\n| --- | ---: |\n| b | 1 |\n| c | 2 |\n\n{.liggend}",
            ),
            ("{}\n1. een\n2. twee", "{}\n> Of het een lijst was of een citaat."),
            ("{}\n| A |\n| --- |\n| b |", "{} Of een alinea."),
        ],
    )
    def it_does_not_tell_what_a_block_was_that_is_gone_as_a_whole(self, one: str, other: str) -> None:
        mark = '{.gelakt grond="5.1.2i"}'
        first, second = (public(each.replace("{}", mark)) for each in (one, other))
        assert first == second
        assert set(shown(first["rapport"])) == {"5.1.2i"}

    def it_shows_a_bar_in_each_cell_of_a_row_that_is_gone(self) -> None:
        typed = '| A | B | C |\n| --- | --- | --- |\n| a |  | {.gelakt grond="5.1.2i"} c |\n| d | e | f |'
        (table,) = [
            block for block in public(typed)["rapport"].blocks["rapport"] if isinstance(block, plan.Table)
        ]
        assert next([cell.paragraphs[0].content for cell in row] for row in table.rows) == [(BAR2I,)] * 3

    def it_shows_one_bar_for_a_list_table_or_quotation_that_is_gone(self) -> None:
        typed = '{.gelakt grond="5.1.2i"}\n{}\n\nEn verder.'
        for block in ("- een\n- twee", "> een\n>\n> twee", "| A | B |\n| --- | --- |\n| a | b |\n\n: Bij"):
            blocks = public(typed.replace("{}", block))["rapport"].blocks["rapport"]
            place = next(
                at
                for at, each in enumerate(blocks)
                if isinstance(each, plan.Paragraph) and each.content == (BAR2I,)
            )
            assert sum(BAR2I in each.content for each in plan.paragraphs(blocks)) == 1
            below = blocks[place + 1]
            assert isinstance(below, plan.Paragraph)
            assert plan.plain_text(below.content) == "En verder."

    @pytest.mark.parametrize(
        ("marked", "plain"),
        [
            (
                '{.gelakt grond="5.1.2i"}\nAlles *is* er.\n\n- {.gelakt grond="5.2"} punt\n  - en onder',
                "Alles *is* er.\n\n- punt\n  - en onder",
            ),
            (
                '{.gelakt grond="5.2"}\n- een\n  1. *twee*\n\n  vervolg\n- drie\n\n{.gelakt}\n\n> Citaat.',
                "- een\n  1. *twee*\n\n  vervolg\n- drie\n\n> Citaat.",
            ),
            (
                ': Bij {.liggend #tab-x}\n\n{.gelakt grond="5.2"}\n| A |\n| ---: |\n| 1 |\n\nZie [](#tab-x).',
                ": Bij {.liggend #tab-x}\n\n| A |\n| ---: |\n| 1 |\n\nZie [](#tab-x).",
            ),
        ],
    )
    def it_keeps_the_blocks_of_the_internal_version(self, marked: str, plain: str) -> None:
        with_marks = documents(with_texts(basis(), {"unifil": marked}))
        assert with_marks == documents(with_texts(basis(), {"unifil": plain}))

    def it_is_the_internal_version_where_nothing_is_personal(self) -> None:
        internal = {document.file: document for document in documents(basis())}
        made = public()
        assert {name for name in made if made[name] != internal[name]} == {"nota"}

    def it_removes_the_address_of_a_link_that_names_someone(self) -> None:
        at = basis().sections[0].span
        link = Link("https://www.defensie.nl/jdv", (Withheld((Text("J. de Vries", at),), at),), at)
        unifil = msgspec.structs.replace(basis().section("unifil"), blocks=(Paragraph((link,), at),))
        sections = tuple(unifil if each.id == "unifil" else each for each in basis().sections)
        *_, report = documents(msgspec.structs.replace(basis(), sections=sections), public=True)
        assert bars(report) == 1
        assert not any("jdv" in text for text in texts_of(report))

    def it_removes_the_note_within_marked_words(self) -> None:
        report = public("Zo [is dat[^a]]{.persoonsgegeven}.[^b]\n\n[^a]: Van Qxz.\n\n[^b]: Blijft.")[
            "rapport"
        ]
        notes = [
            plan.plain_text(note.paragraphs[0].content)
            for paragraph in plan.paragraphs(report.blocks["rapport"])
            for note in plan.notes(paragraph)
        ]
        assert "Blijft." in notes
        assert "Van Qxz." not in notes

    def it_keeps_the_words_of_the_internal_version(self) -> None:
        dossier = with_texts(basis(), {"unifil": f"Volgens {MARKED}."})
        *_, report = documents(dossier)
        assert any("J. de Vries" in text.replace("\xa0", " ") for text in texts_of(report))

    def it_reads_from_a_dossier_without_what_is_personal(self) -> None:
        dossier = with_data(
            with_texts(basis(), {"unifil": f"Volgens {MARKED}, {MARKED}."}), nota={"drafted_by": "A. Bakker"}
        )
        held = msgspec.to_builtins(redact(dossier), enc_hook=repr)
        assert "J. de Vries" not in str(held)
        assert "Bakker" not in str(held)
        assert [each.text.replace("\xa0", " ") for each in redactions(dossier)] == [
            "J. de Vries", "J. de Vries", "A. Bakker"
        ]  # fmt: skip

    @given(st.data())
    @examples(200)
    def it_is_the_same_whatever_the_words(self, data: st.DataObject) -> None:
        """So nothing about them shows: no letter, not their number, nor their width."""
        form = data.draw(forms)
        first, second = (form.filled(data.draw(fillings(form))) for _ in range(2))
        assert documents(first.dossier, public=True) == documents(second.dossier, public=True)

    @given(hidden)
    @examples(40)
    def it_has_none_of_the_words_in_any_file(self, secret: Hidden) -> None:
        for name, data in built(secret.dossier):
            assert found_in(data, secret.words) == [], name


class Describe_the_search:
    """A search that finds nothing only proves something if it finds words that are there."""

    @given(hidden)
    @examples(20)
    def it_finds_every_word_in_the_internal_version(self, secret: Hidden) -> None:
        files = [
            build(each, template(each.template), estimate(each, template(each.template)).pages)
            for each in documents(secret.dossier)
        ]
        found = {word for data in files for word in found_in(data, secret.words)}
        assert found == set(secret.words)

    @pytest.mark.parametrize(
        "written",
        ["J. de Vries", "J.%20de%20Vries", "J.+de+Vries", "j. de vries", "J.\xa0de\xa0Vries",
         "<w:t>J. </w:t></w:r><w:r><w:t>de V</w:t><w:t>ries</w:t>",
         "&#74;&#46;&#32;&#100;&#101;&#32;&#86;&#114;&#105;&#101;&#115;"],
    )  # fmt: skip
    def it_finds_each_way_of_writing(self, written: str) -> None:
        for data in (
            (written.encode(), written.encode("utf-16-le")) if "<" not in written else (written.encode(),)
        ):
            if data == written.encode() or written in ("J. de Vries", "J.\xa0de\xa0Vries"):
                assert found_in(b"ervoor " + data + b" erna", ["J. de Vries"]) == ["J. de Vries"]


class Describe_leaks:
    def it_finds_none_where_everything_is_marked(self) -> None:
        assert reported(with_texts(basis(), {"unifil": f"Volgens {MARKED}, {MARKED}."})) == []

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("Maar J. de Vries zegt niets.", "8:6"),
            ("Maar *J. de* **Vries** zegt niets.", ""),
            ("Maar J. de\nVries zegt niets.", "8:6"),
            ("Maar J DE VRIES zegt niets.", "8:6"),
            ("Zie [hier](https://www.defensie.nl/j-de-vries).", "8:36"),
            ("Zie [hier](mailto:j.de.vries@mindef.nl).", "8:19"),
            ("Een noot.[^een]\n\n[^een]: Van J. de Vries.", "10:13"),
            ("## J. de Vries\n\nTekst.", "8:4"),
        ],
    )
    def it_gives_the_places_where_the_same_words_are_not_marked(self, text: str, place: str) -> None:
        (problem,) = reported(with_texts(basis(), {"unifil": f"Volgens {MARKED}.\n\nWat.\n\n{text}"}))
        assert "«J.\xa0de\xa0Vries»" in problem or "«J. de Vries»" in problem
        if place:
            line, _, column = place.partition(":")
            assert problem.startswith(f"content/2025/rapport/unifil.md:{int(line) + 1}:{column}: ")
            assert "content/2025/rapport/unifil.md:5:9)" in problem

    def it_searches_the_data_too(self) -> None:
        dossier = with_texts(basis(), {"unifil": "Volgens [Kazernestraat]{.persoonsgegeven} is het zo."})
        (problem,) = reported(dossier)
        assert problem.partition(":")[0].endswith("dossier.yml")
        assert ": «Kazernestraat» is als persoonsgegeven gemarkeerd" in problem
        assert problem.endswith("haal het hier weg")

    def it_finds_the_drafter_in_a_text(self) -> None:
        dossier = with_data(
            with_texts(basis(), {"nota": "## Aanleiding\n\nA. Bakker schrijft."}),
            nota={"drafted_by": "A. Bakker"},
        )
        (problem,) = reported(dossier)
        assert problem.startswith("content/2025/rapport/nota.md:3:1: «A. Bakker»")

    def it_finds_a_name_in_the_name_of_a_section(self) -> None:
        dossier = with_texts(basis(), {"untso": "Volgens [Unifil]{.persoonsgegeven}: zie [](#unifil)."})
        assert any("unifil" in problem.lower() for problem in reported(dossier))

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ('[Mali]{.gelakt grond="5.1.2a"} en Mali.', ["Mali"]),
            ('[over de inzet]{.gelakt grond="5.1.2a"} en over de inzet.', []),
            ('[wij gaan er nu weg]{.gelakt grond="5.1.2a"} en wij gaan er nu weg.', ["wij gaan er nu weg"]),
            ('[bel 0031 7033]{.gelakt grond="5.1.2a"} en bel 0031 7033.', ["bel 0031 7033"]),
            ('{.gelakt grond="5.1.2a"} Wij gaan weg.\n\nEn wij gaan weg.', ["Wij gaan weg"]),
            ('| A | B |\n| --- | --- |\n| {.gelakt grond="5.1.2a"} Mali | Jan Bakker |\n| Mali | - |', []),
            (
                '| A | B |\n| --- | --- |\n| {.gelakt grond="5.1.2a"} Mali | J. Bakker |\n| J. Bakker | - |',
                ["J. Bakker"],
            ),
            ('{.gelakt grond="5.1.2a"} Van [Qries]{.persoonsgegeven}.\n\nEn Qries.', ["Qries"]),
        ],
    )
    def it_finds_what_is_gone_on_any_ground(self, typed: str, found: list[str]) -> None:
        problems = reported(with_texts(basis(), {"unifil": typed}))
        words = [each.partition("«")[2].partition("»")[0].replace("\xa0", " ") for each in problems]
        assert [each.rstrip(".") for each in words] == found
        for problem in problems:
            assert (" wordt gelakt (" in problem) != ("als persoonsgegeven gemarkeerd" in problem)

    def it_finds_a_picture_that_is_shown_elsewhere(self, tmp_path: Path) -> None:
        content = copy_basis(tmp_path)
        (content / "2025/rapport/a.png").write_bytes(png())
        for name, typed in (
            ("unifil", '{.gelakt grond="5.1.1b"}\n![Een kaart.](a.png)'),
            ("untso", "![Zo ziet het eruit.](a.png)"),
        ):
            with (content / f"2025/rapport/{name}.md").open("a", encoding="utf-8") as file:
                file.write(f"\n{typed}\n")
        (problem,) = reported(read_dossier(content, 2025))
        assert "untso.md" in problem
        assert "deze afbeelding wordt gelakt (" in problem

    @pytest.mark.parametrize("short", ["A.", "11", "XO", "2028"])
    def it_ignores_words_too_short_to_be_a_name(self, short: str) -> None:
        assert (
            reported(
                with_texts(basis(), {"unifil": f"Van [{short}]{{.persoonsgegeven}} en {short} en {short}."})
            )
            == []
        )

    def it_finds_no_name_within_another_word(self) -> None:
        assert (
            reported(with_texts(basis(), {"unifil": "Van [Qries]{.persoonsgegeven} naar Deqriesland."})) == []
        )

    @pytest.mark.parametrize(
        ("marked", "text", "words"),
        [
            ("J.M. de Vries", "Vraag JM de Vries.", "JM de Vries"),
            ("JM de Vries", "Vraag J. M. de Vries.", "J. M. de Vries"),
            ("Karel de Vries", "Mail [hier](mailto:kareldevries@mindef.nl).", "kareldevries"),
            ("06-98237465", "Bel 06 9823 74 65.", "06 9823 74 65"),
            ("06-98237465", "Bel +31 6 98237465.", "31 6 98237465"),
            ("+31 (0)6 98237465", "Bel 0698237465.", "0698237465"),
            ("070-3187320", "Bel 0031703187320.", "0031703187320"),
            ("2511 CB", "Stuur het naar 2511CB.", "2511CB"),
            ("Karel de Vries", "Vraag Vries, K. de.", "Vries, K. de"),
        ],
    )
    def it_finds_other_spellings_of_the_same(self, marked: str, text: str, words: str) -> None:
        first = f"Volgens [{marked}]{{.persoonsgegeven}} is het zo."
        dossier = with_texts(basis(), {"unifil": f"{first}\n\n{text}"})
        (problem,) = reported(dossier)
        column = text.index(words) + 1
        assert problem.startswith(f"content/2025/rapport/unifil.md:7:{column}: ")


class Describe_words_of_a_file:
    def they_are_those_of_a_paragraph_and_of_attributes(self) -> None:
        *_, nota, _report = documents(basis(), public=True)
        words = set(document_texts(build(nota, template("nota"), {})))
        assert any(text.startswith("gelakt 5.1.2e: niet openbaar") for text in words)
        assert "Onze referentie" in words
        assert "Kop van de nota" in words

    @pytest.mark.parametrize(
        "name",
        ["Lees", "Strong", "Rij", "Kop", "Styles", "Theme", "Begin", "Default", "Table", "Left", "Normal",
         "Rapporttabel", "Word", "Header", "Image", "Settings", "Verdana", "Veld", "Contents"],
    )  # fmt: skip
    def they_are_not_the_names_that_word_and_jvom_have_for_things(self, name: str) -> None:
        """Or someone of that name could never be withheld."""
        text = f"Volgens [{name}]{{.persoonsgegeven}} is het **zo** en *so*.\n\n> Zo.\n\n- zo"
        dossier = with_texts(basis(), {"unifil": text})
        shown = {each: document_texts(data, own_names()) for each, data in built(dossier)}
        shown |= {each.file: texts_of(each) for each in documents(dossier, public=True)}
        assert [str(each.what) for each in find_leaks(dossier, shown, dict)] == []

    def they_show_a_name_that_the_template_has(self) -> None:
        dossier = with_texts(basis(), {"nota": "## Aanleiding\n\nVan [Onze referentie]{.persoonsgegeven}."})

        def texts() -> dict[str, Iterator[str]]:
            return {name: document_texts(data, own_names(), own_texts()) for name, data in built(dossier)}

        (problem, *_) = find_leaks(dossier, texts(), texts)
        assert "maar staat toch in de openbare versie van" in str(problem.what)


class Describe_words_that_every_document_has:
    @pytest.mark.parametrize("word", ["Inhoud", "Afkorting", "de eenheid van de Kroon"])
    def they_do_not_tell_what_is_withheld(self, word: str) -> None:
        text = f'[{word}]{{.persoonsgegeven}} en [x]{{.gelakt grond="5.1.1a"}} en UNIFIL.'
        assert reported(with_texts(basis(), {"unifil": text})) == []

    @pytest.mark.parametrize("typed", ["## Inhoud", "Inhoud", "- **Inhoud**", "| Inhoud |\n| --- |\n| x |"])
    def but_the_same_words_in_the_dossier_do(self, typed: str) -> None:
        dossier = with_texts(basis(), {"unifil": "Van [Inhoud]{.persoonsgegeven}.", "untso": typed})
        (problem,) = reported(dossier)
        assert problem.startswith("content/2025/rapport/untso.md:")
