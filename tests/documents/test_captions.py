# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Captions with their numbers, references to them, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from jvom import plan
from jvom.documents.dossier import contracts, documents
from jvom.model import Dossier
from jvom.reading.pictures import read_picture
from tests.contents import basis, with_texts
from tests.reading.pictures import png

MAP = '![Een kaart.](kaart.png "Kaart van het gebied"){#fig-kaart}'
OTHER = '![Een post.](kaart.png "Een post")'
TABLE = "| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n\n: Inzet per *year* {#tab-inzet}"


def dossier(**texts: str) -> Dossier:
    made = with_texts(basis(), texts)
    picture = read_picture(png(60, 40))
    paths = ("content/2025/rapport/kaart.png", "content/2025/kaart.png")
    return replace(made, images=dict.fromkeys(paths, picture))


def report(made: Dossier, *, public: bool = False) -> plan.Document:
    return next(each for each in documents(made, ("rapport",), public=public))


def shown(content: tuple[plan.Inline, ...]) -> str:
    """Return the words, with <n label bookmark> for a number and [n bookmark] for a reference."""
    said = ""
    for each in content:
        match each:
            case plan.SequenceNumber(label=label, text=text, bookmark=bookmark):
                said += f"<{text} {label} {bookmark}>"
            case plan.NumberReference(bookmark=bookmark, text=text):
                said += f"[{text} {bookmark}]"
            case _:
                said += plan.plain_text((each,))
    return said.replace("\xa0", " ")


def captions(document: plan.Document) -> list[str]:
    return [
        shown(paragraph.content)
        for tag in ("rapport", "bijlagen", "tekst")
        for paragraph in plan.paragraphs(document.blocks.get(tag, ()))
        if paragraph.style in (plan.CAPTION, plan.TABLE_CAPTION)
    ]


def numbers(document: plan.Document) -> list[tuple[str, bool]]:
    """Return the numbers of the captions in the report, and whether the count restarts there."""
    return [
        (each.text, each.restarts)
        for paragraph in plan.paragraphs(document.blocks["rapport"])
        for each in paragraph.content
        if isinstance(each, plan.SequenceNumber)
    ]


def lines(document: plan.Document, words: str) -> Iterator[str]:
    for tag in ("rapport", "bijlagen", "tekst"):
        for paragraph in plan.paragraphs(document.blocks.get(tag, ())):
            if words in plan.plain_text(paragraph.content):
                yield shown(paragraph.content)


class Describe_captions:
    def they_are_numbered_through_the_report_by_kind(self):
        made = report(dossier(unifil=f"{OTHER}\n\n{TABLE}", untso=f"> {MAP}", slotbeschouwing=OTHER))

        assert captions(made) == [
            "Figuur <1 Figuur _Fig_1>. Een post",
            "Tabel <1 Tabel _Ref_tab_inzet>. Inzet per year",
            "Figuur <2 Figuur _Ref_fig_kaart>. Kaart van het gebied",
            "Figuur <3 Figuur _Fig_3>. Een post",
        ]

    def they_begin_anew_in_the_nota(self):
        made = dossier(unifil=MAP, nota=f"{OTHER}\n\nZie [](#fig-kaart).")
        (nota,) = documents(made, ("nota",))

        assert captions(nota) == ["Figuur <1 Figuur _Fig_1>. Een post"]
        # The map is in another file: no field can lead to it.
        assert list(lines(nota, "Zie")) == ["Zie figuur 1."]

    def they_stay_with_their_picture_or_table(self):
        made = report(dossier(unifil=f"Zie hieronder.\n\n{TABLE}\n\n## Kop\n\n{MAP}"))
        blocks = made.blocks["rapport"]
        at = next(at for at, each in enumerate(blocks) if isinstance(each, plan.Table))
        text, caption, _, heading, picture, below = blocks[at - 2 : at + 4]

        assert isinstance(text, plan.Paragraph)
        assert text.style == "AlineaBijVolgende"
        assert isinstance(caption, plan.Paragraph)
        assert caption.keep_next
        assert isinstance(heading, plan.Paragraph)
        assert heading.over_table
        assert isinstance(picture, plan.Paragraph)
        assert picture.style == "Afbeelding"
        assert isinstance(below, plan.Paragraph)
        assert below.style == plan.CAPTION

    def they_are_what_a_table_is_called(self):
        [table] = [
            each for each in report(dossier(unifil=TABLE)).blocks["rapport"] if isinstance(each, plan.Table)
        ]
        assert table.title == "Inzet per year"


class Describe_references_to_captions:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("Zie [](#fig-kaart).", "Zie figuur [1 _Ref_fig_kaart]."),
            ("[](#tab-inzet) zegt dit.", "Tabel [1 _Ref_tab_inzet] zegt dit."),
            ("Zie [](#fig-kaart,fig-twee).", "Zie figuren [1 _Ref_fig_kaart] en [2 _Ref_fig_twee]."),
            ("Zie [](#fig-kaart..fig-twee).", "Zie figuren [1 _Ref_fig_kaart] tot en met [2 _Ref_fig_twee]."),
            ("Zie [](#untso,tab-inzet).", "Zie paragraaf [2.1.2 _Ref_untso] en tabel [1 _Ref_tab_inzet]."),
        ],
    )
    def they_are_fields(self, typed, printed):
        two = MAP.replace("fig-kaart", "fig-twee")
        made = report(dossier(unifil=f"{typed}\n\n{MAP}\n\n{two}\n\n{TABLE}"))

        assert next(lines(made, "ie " if "Zie" in typed else "zegt dit")) == printed


class Describe_lists_of_captions:
    TEXTS = {"unifil": f"{MAP}\n\n{TABLE}", "untso": OTHER}

    def _listing(self, *lists: str) -> Dossier:
        made = dossier(**self.TEXTS)
        assert made.data.report is not None
        return replace(made, data=replace(made.data, report=replace(made.data.report, lists=lists)))

    def they_are_there_when_the_report_asks(self):
        assert report(dossier(**self.TEXTS)).blocks["lijsten"] == ()
        figures, tables = report(self._listing("figuren", "tabellen")).blocks["lijsten"]

        assert isinstance(figures, plan.Contents)
        assert isinstance(tables, plan.Contents)
        assert (figures.label, tables.label) == ("Figuur", "Tabel")
        assert plan.plain_text(figures.heading.content) == "Figuren"
        listed = [
            (plan.plain_text(each.text).replace("\xa0", " "), each.bookmark) for each in figures.entries
        ]
        assert listed == [
            ("Figuur 1. Kaart van het gebied", "_Ref_fig_kaart"),
            ("Figuur 2. Een post", "_Fig_2"),
        ]
        assert [plan.plain_text(each.text) for each in tables.entries] == ["Tabel\xa01. Inzet per year"]

    def they_are_left_out_when_they_would_be_empty(self):
        made = self._listing("figuren", "tabellen")
        only = with_texts(made, {"unifil": MAP, "untso": "Woord."})

        assert len(report(only).blocks["lijsten"]) == 1

    def they_need_a_place_in_the_template(self):
        [needed] = [each for each in contracts(self._listing("figuren")) if each.template == "rapport"]
        assert "lijsten" in needed.blocks
        [without] = [each for each in contracts(dossier()) if each.template == "rapport"]
        assert "lijsten" not in without.blocks


class Describe_a_picture_that_is_not_public:
    def it_keeps_the_numbers_of_the_others(self):
        two = MAP.replace("fig-kaart", "fig-twee")
        hidden = f'{{.gelakt grond="5.1.2i"}}\n{MAP}'
        made = dossier(unifil=f"Zie [](#fig-kaart,fig-twee).\n\n{hidden}\n\n{two}")

        assert captions(report(made))[1].startswith("Figuur <2 Figuur _Ref_fig_twee>")
        public = report(made, public=True)
        assert captions(public) == ["Figuur <2 Figuur _Ref_fig_twee>. Kaart van het gebied"]
        # There is no place any more that the first could lead to.
        assert next(lines(public, "Zie")) == "Zie figuren 1 en [2 _Ref_fig_twee]."

    @pytest.mark.parametrize("hidden", [MAP, TABLE, f"> {MAP}"])
    def its_number_is_skipped_when_word_counts_again(self, hidden):
        kind = hidden.removeprefix("> ")
        others = "\n\n".join(re.sub("#(fig|tab)-", rf"#\1-{at}-", kind) for at in ("twee", "drie"))
        made = dossier(unifil=f'{{.gelakt grond="5.1.2i"}}\n{hidden}\n\n{others}')

        for public, found in (
            (False, [("1", False), ("2", False), ("3", False)]),
            (True, [("2", True), ("3", False)]),
        ):
            assert numbers(report(made, public=public)) == found

    def and_words_in_a_caption_are_not_either(self):
        table = TABLE.replace("Inzet", "Inzet van [J. de Vries]{.persoonsgegeven}")
        [caption] = captions(report(dossier(unifil=table), public=True))

        assert "Vries" not in caption
        assert "5.1.2e" in caption
