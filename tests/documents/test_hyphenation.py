# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import subprocess
import sys

import pytest

from jvom.documents.content import Writer
from jvom.documents.hyphenation import hyphenate
from jvom.documents.name_matching import occurs_in, plain, searchable
from jvom.plan import (
    Cell,
    Hyperlink,
    Inline,
    LineBreak,
    Note,
    NumberReference,
    Paragraph,
    Run,
    Table,
    plain_text,
)
from tests.conftest import PROJECT
from tests.contents import basis, fragment

ROOM = 10.0


def row(*contents: tuple[Inline, ...]) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph("Tabeltekst", content),)) for content in contents)


def table(*rows: tuple[Cell, ...], header: tuple[tuple[Cell, ...], ...] = ()) -> Table:
    return Table("Rapporttabel", (1.0,), header, rows, title="Verantwoordelijkheid", description="")


def hyphenated(*content: Inline, room: float = ROOM) -> tuple[Inline, ...]:
    (cell,) = hyphenate(table(row(content)), [room]).rows[0]
    return cell.paragraphs[0].content


def written(text: str, room: float = ROOM) -> str:
    """Return the text as a cell prints it, with - for its soft hyphens."""
    assert "-" not in text
    return plain_text(hyphenated(Run(text), room=room)).replace("\u00ad", "-")


class Describe_a_word_that_is_wider_than_its_column:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("Verantwoordelijkheid", "Ver-ant-woor-de-lijk-heid"),
            ("grondwetsartikel en wet", "grond-wets-ar-ti-kel en wet"),
            # Words bound to it by a no-break space make it wider.
            ("31\u00a0december\u00a02026", "31\u00a0de-cem-ber\u00a02026"),
            ("(mandaatverlenging)", "(man-daat-ver-len-ging)"),
        ],
    )
    def it_breaks_where_dutch_words_may(self, typed: str, printed: str) -> None:
        assert written(typed) == printed

    def but_not_where_a_hyphen_would_change_its_spelling(self) -> None:
        assert written("reünieorganisatie") == "reü-nie-or-ga-ni-sa-tie"

    @pytest.mark.parametrize(
        "typed",
        [
            "1.234.567.890,00",
            "MINDEF20260000001",
            "https://www.defensie.nl/onderwerpen/missies",
            "www.defensie.nl/onderwerpen",
            "voorlichting@mindef.nl",
            "EUNAVFORASPIDES",
            "verant\u00adwoordelijkheid",
        ],
    )
    def but_never_a_number_an_address_or_an_abbreviation(self, typed: str) -> None:
        assert hyphenated(Run(typed)) == (Run(typed),)

    def but_never_a_word_in_another_language(self) -> None:
        english = Run("counterterrorism", "Emphasis", "en")
        assert hyphenated(english, Run(" samenwerkingsverband")) == (
            english,
            Run(" sa\u00admen\u00adwer\u00adkings\u00adver\u00adband"),
        )
        assert hyphenated(Run("anti"), english) == (Run("anti"), english)

    def it_may_be_written_in_several_runs(self) -> None:
        note = Note((Paragraph("FootnoteText", (Run("Verantwoordelijkheid"),)),))
        assert hyphenated(Run("Grond"), Run("wetsartikel", "Strong"), note, LineBreak(), Run("wet")) == (
            Run("Grond"),
            Run("\u00adwets\u00adar\u00adti\u00adkel", "Strong"),
            note,
            LineBreak(),
            Run("wet"),
        )

    def it_may_be_the_text_of_a_link(self) -> None:
        link = Hyperlink("https://www.defensie.nl", (Run("zie "), Run("veiligheidsraad")))
        assert hyphenated(NumberReference("_Ref", "2.1"), Run(" "), link) == (
            NumberReference("_Ref", "2.1"),
            Run(" "),
            Hyperlink("https://www.defensie.nl", (Run("zie "), Run("vei\u00adlig\u00adheids\u00adraad"))),
        )


class Describe_a_table_of_a_text:
    NARROW = (
        "| Verantwoordelijkheidsverdeling | Bevoegdhedenoverzicht | Grondwetsartikeltoepassing"
        " | Veiligheidsraadsresolutie |\n| --- | --- | --- | --- |\n| a | b | c | d |\n"
    )

    def it_is_hyphenated_when_its_words_do_not_fit(self) -> None:
        (made,) = Writer(basis()).blocks(fragment("inzet", self.NARROW))

        assert isinstance(made, Table)
        heads = [plain_text(cell.paragraphs[0].content) for cell in made.header[0]]
        assert heads[0] == "Ver\u00adant\u00adwoor\u00adde\u00adlijk\u00adheids\u00adver\u00adde\u00adling"
        assert made.title == "Verantwoordelijkheidsverdeling"
        assert made.description.endswith("Grondwetsartikeltoepassing, Veiligheidsraadsresolutie.")

    def but_the_patterns_are_not_even_imported_when_they_do(self) -> None:
        script = (
            "import sys; from jvom.documents.dossier import documents; from tests.contents import basis;"
            "assert len(documents(basis())) == 4; assert 'pyphen' not in sys.modules"
        )
        subprocess.run([sys.executable, "-c", script], cwd=PROJECT, check=True)

    def it_hides_no_name_from_the_search_for_personal_data(self) -> None:
        found = searchable(["De heer Wie\u00adren\u00adga"])
        assert occurs_in([plain("Wierenga")], found)


class Describe_a_table:
    def it_leaves_words_that_fit_alone(self) -> None:
        assert hyphenated(Run("ongewijzigd"), room=11.0) == (Run("ongewijzigd"),)
        assert hyphenated(Run("vice-ongewijzigd"), room=11.0) == (Run("vice-ongewijzigd"),)

    def it_treats_each_column_separately(self) -> None:
        content = (Run("ongewijzigd"),)
        (made,) = hyphenate(table(row(content, content)), [20.0, 5.0]).rows

        assert [plain_text(cell.paragraphs[0].content) for cell in made] == [
            "ongewijzigd",
            "on\u00adge\u00adwij\u00adzigd",
        ]

    def its_header_is_bold_and_so_wider(self) -> None:
        content = (Run("ongewijzigd"),)
        made = hyphenate(table(row(content), header=(row(content),)), [11.0])

        assert plain_text(made.header[0][0].paragraphs[0].content) == "on\u00adge\u00adwij\u00adzigd"
        assert made.rows == (row(content),)
        assert made.title == "Verantwoordelijkheid"

    def its_columns_are_known_below_a_merged_cell(self) -> None:
        content = (Run("ongewijzigd"),)
        first = (Cell((Paragraph("Tabeltekst", content),), rows=2), *row(content))
        made = hyphenate(table(first, row(content)), [5.0, 20.0])

        assert made.rows[1] == row(content)
        assert made.rows[0][1:] == row(content)
        assert made.rows[0][0].paragraphs[0].content != content
