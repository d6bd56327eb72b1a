# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of compounds, the quotations of a passage, and the search in all texts at once."""

from __future__ import annotations

import pytest

from jvom.analysis.compounds import (
    COUNTED,
    LINKED,
    LISTED,
    PRODUCTIVE,
    CompoundFile,
    Compounds,
    compounds,
    join_compound,
    singulars,
)
from jvom.analysis.word_tables import make_table
from tests.checks.reading import passage
from tools.lexicon import compound_list


class Describe_the_list_of_compounds:
    def it_is_made_of_nouns_in_the_dictionary(self):
        made = compound_list("6\nappel/CaZa\nboom/CcZe\nappelboom/Za\nvrije/Ca\nvrij/Aa\nvrijeboom/Za\n", "")

        assert made == CompoundFile(("", "appel"), ("", "boom"), make_table({"appel": "boom"}))

    def it_has_the_parts_of_many_compounds_apart(self):
        made = compound_list("1\n", "appel boom\ngrens boom land paal post wacht\n")

        assert made.firsts == ("grens", "appel")

    def it_writes_ij_as_two_letters(self):
        made = compound_list("4\nrĳk/Za\nbodem/Za\nrĳkbodem/Za\nx\n", "")

        assert made.listed == make_table({"rijk": "bodem"})

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("grens", "bewaking"),
            ("grens", "gebieden"),
            ("veiligheids", "situaties"),
            ("lid", "staten"),
            ("mensen", "rechten"),
            ("trainings", "missie"),
        ],
    )
    def it_joins_what_is_one_word(self, first, second):
        assert compounds().join(first, second)

    @pytest.mark.parametrize(
        ("first", "second"),
        [("groep", "mensen"), ("hoofd", "staat"), ("vrije", "tijd"), ("zak", "geld"), ("de", "missie")],
    )
    def but_not_what_is_two(self, first, second):
        assert not compounds().join(first, second)

    @pytest.mark.parametrize(
        ("first", "second", "certainty"),
        [
            ("grens", "bewaking", LISTED),
            ("grens", "missies", COUNTED),
            ("veiligheids", "raad", LISTED),
            ("moeilijkheids", "graad", LINKED),
            ("school", "kantoor", PRODUCTIVE),
            ("de", "missie", 0.0),
        ],
    )
    def it_says_how_sure_it_is_of_a_compound(self, first, second, certainty):
        assert compounds().certainty(first, second) == certainty

    def it_knows_nouns_by_their_last_part(self):
        assert compounds().is_noun("opleidingsmissies")
        assert not compounds().is_noun("waarom")

    def it_may_be_empty(self):
        assert not Compounds(compound_list("", "")).join("grens", "bewaking")


class Describe_a_plural:
    @pytest.mark.parametrize(
        ("plural", "singular"),
        [
            ("landen", "land"),
            ("staten", "staat"),
            ("missies", "missie"),
            ("foto's", "foto"),
            ("bruggen", "brug"),
            ("brieven", "brief"),
            ("huizen", "huis"),
            ("moeilijkheden", "moeilijkheid"),
            ("criteria", "criterium"),
        ],
    )
    def it_leads_to_its_singular(self, plural, singular):
        assert singular in singulars(plural)


class Describe_two_parts:
    @pytest.mark.parametrize(
        ("first", "second", "word"),
        [
            ("grens", "gebied", "grensgebied"),
            ("politie", "inzet", "politie-inzet"),
            ("zee", "egel", "zee-egel"),
        ],
    )
    def they_are_joined_with_a_hyphen_where_vowels_clash(self, first, second, word):
        assert join_compound(first, second) == word


class Describe_quotations:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ('Hij zei "ja" en “nee”.', ['"ja"', "“nee”"]),
            ("Zo'n 'pauze' van 's ochtends in '26, de foto's.", ["'pauze'"]),
            ("De regio’s noemen het ‘rust’.", ["‘rust’"]),
            ("Hij zei: \"Wij noemen het een 'pauze'.\"", ["\"Wij noemen het een 'pauze'.\""]),
            ("Het heet «rust», „vrede” of ''bestand''.", ["«rust»", "„vrede”", "''bestand''"]),
            ("Het is ‘zo’n’ bestand.", ["‘zo’n’"]),
            ("Een \" alleen en een ' ook.", []),
        ],
    )
    def they_are_the_text_between_marks(self, text, found):
        assert [text[each.start : each.end] for each in passage(text).quotations] == found
