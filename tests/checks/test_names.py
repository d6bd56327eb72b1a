# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names and words with several spellings, in texts that belong to no dossier."""

from __future__ import annotations

import pytest

from jvom.analysis.name_spellings import name_places, run_together, taken_apart
from jvom.analysis.spelling_keys import spelling_key, unaccented
from jvom.checks.name_phrases import phrases
from jvom.checks.rules.names.mixed_spellings import mixed_spellings
from jvom.checks.rules.names.shortened_names import shortened_name
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from tests.checks.reading import findings, passage, texts


def mixed(*typed: str) -> list[str]:
    """Return «found» and «usual» from the message of each violation."""
    return [str(each.message) for each in findings(mixed_spellings, texts(*typed))]


def wrong_names(code: str, typed: str) -> list[str]:
    return [str(violation.values["found"]) for violation in make_rule(word_rule(code)).check(texts(typed))]


class Describe_a_word_in_two_forms:
    @pytest.mark.parametrize(
        ("typed", "rarer", "usual"),
        [
            ("De inzet-baarheid. De inzetbaarheid. De inzetbaarheid.", "inzet-baarheid", "inzetbaarheid"),
            ("Een vredes missie en een vredesmissie.", "vredes missie", "vredesmissie"),
            ("Een vredes\nmissie en een vredesmissie.", "vredes missie", "vredesmissie"),
            ("De Staten Generaal en de Staten-Generaal en de Staten-Generaal.", "", ""),
            ("Nagorno-Karabach, NagornoKarabach, Nagorno-Karabach.", "NagornoKarabach", "Nagorno-Karabach"),
            ("De F16 en de F-16 en de F-16.", "F16", "F-16"),
            ("Een comite, het comité, het comité.", "comite", "comité"),
            ("De Organisation Unit en de Organization Unit.", "Organization", "Organisation"),
            ("Het Kfor-kamp en KFOR en KFOR.", "Kfor", "KFOR"),
            ("Staakt-het-vuren, staakt het vuren, staakt-het-vuren.", "staakt het vuren", "Staakt-het-vuren"),
            ("De artikel-100-inzet, artikel 100-brief, artikel 100-besluit.", "artikel-100", "artikel 100"),
            ("De oude Maas en de Oude Maas en de Oude Maas.", "oude Maas", "Oude Maas"),
            ("De *Big force Unit*, *Big Force Unit*, *Big Force Unit*.", "Big force Unit", "Big Force Unit"),
            ("Artikel 5-inzet, artikel 5 inzet, artikel 5-inzet.", "artikel 5 inzet", "Artikel 5-inzet"),
        ],
    )  # fmt: skip
    def it_is_reported_in_its_rarer_form(self, typed, rarer, usual):
        assert mixed(typed) == ([f"«{rarer}» staat elders als «{usual}»"] if rarer else [])

    @pytest.mark.parametrize(
        "typed",
        [
            "Eén en een. Vóór en voor. Álle en alle. Dé en de. Ándere en andere.",
            "De de-escalatie en de escalatie. De re-integratie en re integratie.",
            "Zij kunnen subsidie aanvragen; subsidieaanvragen zijn er. Zij werken samen en samenwerken.",
            'De "crisis-respons" en de crisisrespons.',
            "De 100 operaties en de 100-operaties. De 2025-2026 en 2025 2026.",
            "Zie www.crisis-respons.nl en crisisrespons@x.nl en de crisisrespons.",
            "Het Ministerie van Defensie en het ministerie van Defensie.",
            "Rode wijn op zee; de Rode Zee.\n\n## RODE ZEE",
            "OPERATIE VREDE: ALBANIE; in Albanië.",
            "Land-, lucht- en zeemacht; landmacht en luchtmacht.",
            "",
        ],
    )
    def it_is_not_reported_where_both_are_right(self, typed):
        assert mixed(typed) == []

    def it_is_looked_for_in_each_loose_text_separately(self):
        assert mixed("De crisisrespons.", "De crisis-respons.") == []

    def but_another_loose_text_hides_nothing(self):
        typed = "De grens-bewakingen zijn geregeld. Ook de grensbewaking is geregeld."

        assert mixed(typed, "De grensbewakingen zijn geregeld.") == mixed(typed) != []

    def it_may_be_two_names(self):
        (violation,) = mixed_spellings.check(texts("De Stabilisation Unit. De Stabilization Force."))

        assert violation.severity is not None
        assert violation.severity.word == "info"

    def but_not_when_a_space_lacks_behind_a_hanging_hyphen(self):
        assert mixed("De politieke context en de Afghaanse politieke-en veiligheidscontext.") == []


class Describe_a_name_that_is_shortened:
    def it_is_reported_once(self):
        typed = "De Training and Education Branch. De Training Branch. De Training Branch."

        (finding,) = findings(shortened_name, texts(typed))

        assert str(finding.message) == "«Training Branch» staat elders als «Training and Education Branch»"

    @pytest.mark.parametrize(
        "typed",
        [
            "De Eerste of de Tweede Kamer en de Eerste Kamer.",
            "De *Training Branch* en de *Planning Branch*; de *Training Branch*.",
            "In Nederland werkt de Training Branch. Nederland Branch.",
        ],
    )
    def it_is_not_made_of_two_names(self, typed):
        assert list(shortened_name.check(texts(typed))) == []


class Describe_phrases:
    def they_are_capitalized_words_and_what_joins_them(self):
        (found,) = phrases(
            texts("De Wet ter Bescherming Koopvaardij en de Rode Zee; in Irak en de Golf van Aden.")
        )

        assert set(found) == {
            ("wet", "ter", "bescherming", "koopvaardij"),
            ("rode", "zee"),
            ("golf", "van", "aden"),
        }


class Describe_the_spelling_of_places_and_bodies:
    @pytest.mark.parametrize(
        ("code", "typed", "wrong"),
        [
            ("NAM003", "In Zuid Soedan en in Zuid-soedan.", ["Zuid Soedan", "Zuid-soedan"]),
            ("NAM003", "In israël, Israël en ISRAËL.", ["israël"]),
            ("NAM003", "De Israel Defense Forces vertrokken. Israel ook.", ["Israel"]),
            ("NAM003", "Het Midden-Oosten, het midden-Oosten.", ["midden-Oosten"]),
            ("NAM004", "In Iraq, met NATO Mission Iraq en de Training Mission in Sudan.", ["Iraq"]),
            ("NAM004", 'Het rapport "Peace in Sudan" en *Sudan*.', []),
            ("NAM004", "Het *Liaison Office* in Cairo.", ["Cairo"]),
            ("NAM004", "Vanuit Côte d’Ivoire en Cote d'Ivoire.", ["Côte d’Ivoire", "Cote d'Ivoire"]),
            ("NAM005", "De europese unie en de Europese Unie.", ["europese unie"]),
            ("NAM005", "De Tweede kamer en de tweede kamer.", ["Tweede kamer", "tweede kamer"]),
        ],
    )
    def it_is_that_of_the_list(self, code, typed, wrong):
        assert wrong_names(code, typed) == wrong


class Describe_name_places:
    def it_finds_a_name_however_it_is_spelled(self):
        view = texts("Kosovo Force, kosovo-force, KOSOVO\nFORCE, Kosovo Forces, Kosovoforce, Kosovo, Force.")

        assert [place.text for place in name_places(view, "Kosovo Force")] == [
            "Kosovo Force", "kosovo-force", "KOSOVO FORCE",
        ]  # fmt: skip
        assert [place.text for place in name_places(view, "Kosovo Force", plural=True)][-1] == "Kosovo Forces"
        assert [place.text for place in run_together(view, "Kosovo Force")] == ["Kosovoforce"]

    def it_finds_the_marks_of_the_name_itself(self):
        assert len(list(name_places(texts("Zr.Ms. De Ruyter en ZrMs De Ruyter"), "Zr.Ms. De Ruyter"))) == 1

    def it_finds_words_written_apart(self):
        assert [place.text for place in taken_apart(texts("K-FOR, K FOR, KF-OR, KFOR"), "kfor")] == [
            "K-FOR",
            "KF-OR",
        ]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("stabilisation", "stabilization"),
            ("centre", "center"),
            ("coördinatie", "coordinatie"),
            ("defence", "defense"),
        ],
    )
    def it_equates_two_spellings_of_a_word(self, one, other):
        assert spelling_key(one) == spelling_key(other)

    def it_distinguishes_other_words(self):
        assert spelling_key("force") != spelling_key("forces")
        assert unaccented("Ivoorkust") == "Ivoorkust"


class Describe_is_quoted:
    @pytest.mark.parametrize("typed", ['"{}"', "“{}”", "„{}”", "«{}»", "‘{}’"])
    def it_is_between_marks(self, typed):
        found = passage("Voor " + typed.format("Peace in Sudan") + " na")
        at = found.text.index("Sudan")

        assert found.is_quoted(at, at + 5)
        assert not found.is_quoted(len(found.text) - 2, len(found.text))
