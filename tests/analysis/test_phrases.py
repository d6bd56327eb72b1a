# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.phrases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis import phrase_matching
from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.traits import Traits
from jvom.analysis.word_index import WordIndex
from jvom.checks.words.rule_files import searched_phrases
from jvom.data import DATA
from tests.checks.reading import texts
from tests.growth import LINEAR, growth
from tools.generated_files import phrases_in_code


def found(phrase: str | tuple[str, ...], *typed: str, reads: Reads = Reads.PRINTED) -> list[str]:
    phrases = (phrase,) if isinstance(phrase, str) else phrase
    return [match.text for match in Phrase(*phrases).find(texts(*typed), reads)]


def named(match: Match) -> dict[str, str]:
    return {name: match.passage.text[part.start : part.end] for name, part in match.parts.items()}


CONTENT = Path(__file__).parents[2] / "content" / "2025"


class Describe_where_phrases_are_looked_for:
    """What is found out of all words before a phrase is tried only saves time."""

    def it_finds_the_same_without_a_look_at_all_words_first(self, monkeypatch):
        everywhere = texts(*(path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("*.md"))))

        rules = sorted(path.stem for path in (DATA / "rules").glob("*.yml"))
        phrases = sorted({*phrases_in_code(), *searched_phrases(rules)})

        def find_all() -> list[list[Match]]:
            everywhere.index = WordIndex(everywhere.passages)
            return [Phrase(typed).find(everywhere) for typed in phrases]

        quickly = find_all()
        monkeypatch.setattr(
            phrase_matching,
            "_near_required",
            lambda option, number, index: index.tokens_of(option.words[number]),
        )
        monkeypatch.setattr(
            phrase_matching, "_before_entities", lambda sequence, anchor, places, index: places
        )

        assert find_all() == quickly
        assert sum(map(len, quickly)) > 100


class Describe_a_phrase_with_some_words:
    def it_is_found_with_those_as_its_named_words(self):
        phrase, read = (
            Phrase("heeft word=*t|=Niet"),
            texts("Hij heeft gevraagt, heeft gekocht en heeft Niet."),
        )

        assert [each.part("word") for each in phrase.find_with({"gevraagt"}, read, Reads.DUTCH)] == [
            "gevraagt"
        ]


class Describe_Phrase:
    def it_finds_words_in_any_case_and_over_a_line_end(self):
        claim = ("in|tijdens de|deze verslagperiode", "in het|dit verslagjaar")

        assert found(claim, "In de verslagperiode, tijdens\ndeze verslagperiode en in dit verslagjaar.") == [
            "In de verslagperiode",
            "tijdens deze verslagperiode",
            "in dit verslagjaar",
        ]

    @pytest.mark.parametrize("text", ["De VN-missie", "de missie-eenheid", "een sub_missie", "a/missie"])
    def it_takes_no_part_of_a_longer_word(self, text):
        assert found("missie", text) == []

    def it_takes_a_word_with_hyphens_by_its_last_or_first_part(self):
        text = "De VN-missie, de missie-eenheid, de EU-VN-missies en de missie in Koerdistan-Noord."

        assert found("*-missie", text) == ["VN-missie"]
        assert found("*-missie*", text) == ["VN-missie", "EU-VN-missies"]
        assert found("missie-*", text) == ["missie-eenheid"]
        assert found("de missie|*-missie", text) == ["De VN-missie", "de missie"]
        assert found("*-missie , de", text) == found("*-missie, de", text) == ["VN-missie, de"]

    def it_takes_classes_of_words(self):
        assert found("de {adjective} {noun}", "De grote missie, de missie groot.") == ["De grote missie"]
        assert found("{compound}", "De troepenmacht van de macht.") == ["troepenmacht"]
        assert found("wij {verb}", "Wij lopen, wij missie.") == ["Wij lopen"]
        assert found("de {count_noun}", "De missie en de vrede.") == ["De missie"]

    def it_asks_for_traits_of_a_part_or_refuses_them(self):
        text = "De *force*, de force, «de force» en force.nl."

        assert found("de {word:foreign}", text) == ["De force"]
        assert found("de {word:!foreign,!quoted}", text) == ["de force"]
        assert found("{word:quoted} {word}", text) == ["de force"]
        assert found("{word:address}", text) == ["force", "nl"]

    def it_asks_for_traits_of_all_that_it_finds(self):
        view = texts("De force, «de force» en de *force*.")
        plain = Phrase("de force").find(view, traits=Traits(refused=("quoted", "foreign")))

        assert [(match.start, match.text) for match in plain] == [(0, "De force")]

    def it_takes_a_word_before_a_full_stop(self):
        assert found("missie", "Dat is de missie.") == ["missie"]

    def it_names_entities_and_gives_their_values(self):
        (match,) = Phrase("van first={date} (tot en met|t/m) last={date}").find(
            texts("Van mei 2025 tot en met april 2026 was het stil.")
        )

        assert named(match) == {"first": "mei 2025", "last": "april 2026"}
        assert match.value("first", DateExpression).month == 5
        assert "last" in match
        assert "other" not in match

    def it_names_all_of_a_group(self):
        (match,) = Phrase("day=(derde woensdag (van|in) mei)").find(texts("De derde woensdag in mei."))

        assert named(match) == {"day": "derde woensdag in mei"}

    def it_repeats_words_in_both_directions(self):
        text = "Op de de de dag, op dag en de de de de nacht."

        assert found("op de...3? dag", text) == ["Op de de de dag", "op dag"]
        assert found("de...3 nacht", text) == ["de de de nacht"]

    def it_may_have_a_space_after_an_opening_bracket(self):
        assert found("dag \\(? {date}", "De dag (20 mei 2026), de dag 20 mei 2026.") == [
            "dag (20 mei 2026",
            "dag 20 mei 2026",
        ]

    def it_can_be_all_that_is_between_two_offsets(self):
        (passage,) = texts("mei, of ook juni 2026").passages
        joint = Phrase("of ook?", ", of ook?")

        assert joint.match_between(passage, 3, 12)
        assert not joint.match_between(passage, 3, 16)
        assert joint.match_between(passage, 4, 12) is not None

    def it_looks_back_from_the_rarest_item(self):
        assert found(
            "kort? na {date} vertrok", "Kort na 3 mei 2026 vertrok hij. Na 4 mei 2026 vertrok zij."
        ) == [
            "Kort na 3 mei 2026 vertrok",
            "Na 4 mei 2026 vertrok",
        ]

    def it_is_found_by_an_entity_alone(self):
        assert found("{date} \\?", "Op 3 mei 2026 ? Op 4 mei.") == ["3 mei 2026 ?"]

    def it_takes_marks_only_where_no_space_was_typed(self):
        assert found("nr.", "nr. 3 en nr . 4") == ["nr."]

    def it_is_exact_where_it_has_capitals(self):
        assert found("tweede Kamer", "De Tweede Kamer en de tweede kamer.") == ["Tweede Kamer"]

    def it_takes_beginnings_and_ends(self):
        assert found("nederlands* militair*", "Nederlandse militairen.") == ["Nederlandse militairen"]
        assert found("de *ing", "De rekening en de stap.") == ["De rekening"]

    def it_skips_words_of_the_same_sentence(self):
        assert found("zie ... bijlage", "Zie ook de bijlage. Zie dit. In de bijlage.") == [
            "Zie ook de bijlage"
        ]

    def it_takes_the_first_and_longest_of_matches_that_overlap(self):
        assert found(("te allen", "te allen tijde", "tijde"), "te allen tijde") == ["te allen tijde"]

    def it_reads_dutch_alone_when_asked(self):
        text = "De *light force* en de force."

        assert found("force", text) == ["force", "force"]
        assert found("force", text, reads=Reads.DUTCH) == ["force"]

    def it_keeps_the_order_of_the_texts(self):
        assert found("een|twee", "twee", "een") == ["twee", "een"]

    def it_is_read_around_an_offset(self):
        (passage,) = texts("Kort na 3 mei 2026 vertrok hij.").passages

        assert Phrase("kort? na").match_before(passage, 8) == Match(passage, 0, 7)
        assert Phrase("na").match_before(passage, 8) == Match(passage, 5, 7)
        assert Phrase("vertrok").match_at(passage, 18) == Match(passage, 19, 26)
        assert Phrase("hij").match_at(passage, 18) is None
        assert [match.text for match in Phrase("{word}").find_in(passage, 5, 13)] == ["na", "mei"]

    @given(st.lists(st.sampled_from(["in", "de", "kamer", ",", "3 mei 2026", "x-"]), max_size=12))
    def it_finds_the_same_from_any_item(self, words):
        """Matching back from a rare item and on from the first come to the same."""
        view = texts(" ".join(words) or "niets")
        phrase = Phrase("in? de kamer? {date}?")

        assert phrase.find(view) == [match for passage in view.passages for match in phrase.find_in(passage)]

    @pytest.mark.parametrize("phrase", ["de ... kamer", "{date} ... {date}", "a? a? a? b", "{word} \\?"])
    def it_is_found_in_linear_time(self, phrase):
        def make(size):
            view = texts("de 3 mei 2026 a kamer ? " * size)
            return [(passage.dates, passage.tokens) for passage in view.passages] and view

        assert growth(lambda view: Phrase(phrase).find(view), make, 200) < LINEAR
