# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Foreign terms in texts that belong to no dossier, and how their language is known."""

from __future__ import annotations

import pytest

from jvom.analysis.languages import english, is_in_dutch_dictionary, language_of
from jvom.analysis.marked_terms import marked_terms
from jvom.checks.rule import Rule
from jvom.checks.rules.foreign.marked_terms import term_language, term_marked_here_only
from jvom.checks.rules.foreign.unmarked_terms import foreign_term_unmarked
from jvom.findings import Severity
from tests.checks.reading import findings, passages, texts


def words(rule: Rule, *typed: str) -> list[str]:
    view = texts(*typed)
    lines = {text.path: text.lines for text in view.texts}
    return [
        lines[violation.span.path][violation.span.line - 1][
            violation.span.column - 1 : violation.span.end_column - 1
        ]
        for violation in rule.check(view)
    ]


class Describe_language_of:
    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("situational awareness", "en"),
            ("coalition of the willing", "en"),
            ("forces spéciales mer", "fr"),
            ("police aux frontières", "fr"),
            ("coup d'état", "fr"),
            ("bundeswehr", "de"),
            ("zur zusammenarbeit", "de"),
            ("inzet van het ministerie", "nl"),
            ("ministerie van buitenlandse zaken", "nl"),
            ("kosovo", ""),
            ("liaison office", ""),
            ("area c", ""),
            ("", ""),
            ("mission de stabilisation au sahel", ""),
        ],
    )
    def it_is_recognised_when_it_is_clear(self, typed, language):
        assert language_of(tuple(typed.split())) == language

    def its_english_words_are_not_dutch(self):
        assert {word for word in english() if is_in_dutch_dictionary(word)} == set()


class Describe_is_in_dutch_dictionary:
    @pytest.mark.parametrize("word", ["volstrekt", "ijzer", "team", "missie"])
    def it_has_dutch_words(self, word):
        assert is_in_dutch_dictionary(word)

    @pytest.mark.parametrize("word", ["awareness", "missi", ""])
    def it_has_no_others(self, word):
        assert not is_in_dutch_dictionary(word)


class Describe_marked_terms:
    def it_is_a_whole_term_with_its_language(self):
        found = marked_terms(tuple(passages("De *Rule of\nLaw* en *Forces Mer*{lang=fr}, *a*.")))

        assert [(term.text, term.language) for term in found] == [
            ("Rule of Law", "en"), ("Forces Mer", "fr"), ("a", "en"),
        ]  # fmt: skip


class Describe_a_term_marked_here_only:
    def it_is_reported_where_it_is_plain(self):
        typed = (
            "De *burden sharing* is nodig. Zonder Burden sharing en burden-\nsharing-afspraken gaat het niet."
        )

        assert words(term_marked_here_only, typed) == ["Burden sharing"]

    @pytest.mark.parametrize(
        "typed",
        [
            'De *burden sharing* is nodig; het stuk "Burden sharing" ook.',
            "De *burden sharing* is nodig; zie www.burden.nl/sharing en de burden-sharingdiscussie.",
            "Dit is *zeer* belangrijk en dat is zeer groot.",
            "De *KFOR* en KFOR.",
        ],
    )
    def but_not_where_plain_words_are_right(self, typed):
        assert words(term_marked_here_only, typed) == []


class Describe_an_unmarked_term:
    def it_is_reported_as_typed(self):
        typed = "Het doel is capacity building en outreach. Het Freedom of Information Office werkt."

        assert words(foreign_term_unmarked, typed) == [
            "capacity building",
            "outreach",
            "Freedom of Information Office",
        ]

    @pytest.mark.parametrize(
        "typed",
        [
            "Het team gaf training in management, met een briefing en feedback over de planning.",
            "De *outreach* is groot.",
            'Het rapport "Whole of government" en «Lessons learned».',
            "Frankrijk, Parijs en de Mission.",
            "Naar de real-timebeelden.",
        ],
    )
    def it_is_not_when_it_is_dutch_or_marked_or_quoted(self, typed):
        assert words(foreign_term_unmarked, typed) == []

    @pytest.mark.parametrize("typed", ["De outreach is groot.", "De outreach is groot. De *readiness* ook."])
    def it_is_only_a_note_outside_a_dossier(self, typed):
        assert [each.severity for each in findings(foreign_term_unmarked, texts(typed))] == [Severity.INFO]


class Describe_a_term_in_another_language:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("*Police aux Frontières*", ["Police aux Frontières"]),
            ("*Police aux Frontières*{lang=fr}", []),
            ("*lessons learned*{lang=fr}", ["lessons learned"]),
            ("*ontwikkelingen*", ["ontwikkelingen"]),
            ("*Forces armées*{lang=fr-BE}", []),
            ("*Rule of Law*", []),
            ("*Kosovo Force*", []),
        ],
    )
    def it_is_reported_when_it_is_clear(self, typed, found):
        assert words(term_language, f"Dit is {typed}.") == found
