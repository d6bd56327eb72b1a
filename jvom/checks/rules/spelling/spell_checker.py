# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the texts, looked up: known, a compound of known parts, a name, or unknown.

A word that isn't in the dictionary may still be right: as a name, an abbreviation, a word in the house's own
list (``spelling`` in content/jvom.yml), or a compound whose parts are known.
"""

from __future__ import annotations

from collections import Counter

from jvom.analysis.caching import cached
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.groups import by_key
from jvom.checks.rules.spelling.common_words import is_new
from jvom.checks.rules.spelling.compound_parts import is_behind_hyphened
from jvom.checks.rules.spelling.dictionary import Dictionary, dutch
from jvom.checks.rules.spelling.edits import simple_edits
from jvom.checks.rules.spelling.known_names import begins_with_a_place, known_names, meant_names
from jvom.checks.rules.spelling.meant_words import MeantWords
from jvom.checks.rules.spelling.reported_words import reported_words
from jvom.checks.rules.spelling.right_in_context import is_right_in_context
from jvom.checks.rules.spelling.short_forms import LONGEST_SHORT, is_short_form, is_short_part, is_stressed
from jvom.checks.rules.spelling.similar_names import SimilarNames
from jvom.checks.rules.spelling.spelled_words import (
    Token,
    is_abbreviation,
    tokens_by_text,
    words_of,
)
from jvom.checks.rules.spelling.spelled_words import tokens as tokens_of
from jvom.checks.views import DossierView, Texts

#: In so many words, half of which are unknown, a passage is in another language.
_MANY_WORDS = 8
#: Shorter words with 's or 'n are plurals of abbreviations: "zbo's".
_LONG_PLURAL = 4
#: A word that a text introduces, or knows to be wrong: "een kingo genaamd", "tweeof (sic)".
_NAMED = Phrase(r"genaamd|geheten ,|;|.|\)", r"\(? sic", "zou je|men|u kunnen omschrijven|noemen")
#: Compounds of at least so many letters are taken apart before the dictionary is asked.
_LONG_COMPOUND = 16


class SpellChecker:
    """The words of a run, looked up once for all rules. Raises Missing when there is no dictionary."""

    def __init__(self, texts: Texts) -> None:
        self.dictionary: Dictionary = dutch(texts.settings.dictionary)
        self.texts, self.meant = texts, MeantWords(self.dictionary, texts)
        house = {word.lower() for word in texts.settings.spelling}
        entire, self.beginnings = reported_words()
        self.accepted = house | entire | word_class("unlisted")
        self.tokens = tokens_by_text(texts)

    @cached
    def names(self) -> frozenset[str]:
        """The words of the names in the registers, and those that are capitalized more than once."""
        found = {
            text
            for text, tokens in self.tokens.items()
            if text[0].isupper() and len(tokens) > 1 and not all(token.begins_sentence for token in tokens)
        }
        if isinstance(self.texts, DossierView):
            found.update(*map(words_of, self.texts.registered_names))
        return frozenset(found)

    @cached
    def unknown(self) -> dict[str, list[Token]]:
        """The unknown words with their places, without those in passages in another language."""
        wrong = {text: tokens for text, tokens in self.tokens.items() if not self.knows(text, tokens)}
        found = [token.passage for tokens in wrong.values() for token in tokens]
        count = Counter(map(id, found))
        foreign = {
            key
            for key, passage in {id(passage): passage for passage in found}.items()
            if (total := len(passage.memo(tokens_of))) >= _MANY_WORDS and count[key] * 2 >= total
        }
        left = ((text, token) for text, tokens in wrong.items() for token in tokens)
        return by_key((text, token) for text, token in left if id(token.passage) not in foreign)

    @cached
    def similar_names(self) -> SimilarNames:
        """The names, to ask for those that differ from a word in one letter."""
        return SimilarNames(self.names)

    def knows(self, text: str, tokens: list[Token]) -> bool:
        """Tell whether a word is right."""
        small = text.lower().replace("’", "'")
        if (
            small in self.accepted
            or text in self.names
            # Hunspell takes up to 70 ms to see that a compound has three parts: "crisisresponsteams".
            or (len(text) >= _LONG_COMPOUND and text.isalpha() and is_new(text, self.dictionary))
            or self.dictionary.has(text)
            or (text.istitle() and self.dictionary.has(small))
        ):
            return True
        if (
            ("-" not in small and small.startswith(self.beginnings))
            or all(token.is_written_apart for token in tokens)
            or text in known_names()
            or begins_with_a_place(text)
            or (small.endswith("ese") and self.dictionary.has(f"{text[:-3]}ees"))
            or small.endswith(("n't", "n'ts"))
            or (
                all(token.has_full_stop for token in tokens)
                and (small in word_class("pointed") or self.dictionary.has(f"{text}."))
            )
        ):
            return True
        hanging = all(token.hanging for token in tokens)
        if "-" in text:
            *parts, last = text.split("-")
            if last.islower() and last.capitalize() in known_names() and not self.dictionary.has(last):
                return False  # "niet-nederlandse"
            return all(self.knows_part(part) for part in parts) and (
                self.knows_part(last)
                or self._knows_whole(last, hanging)
                or (last.istitle() and parts[-1] in word_class("named_after"))
                or is_behind_hyphened(small, self.dictionary)
            )
        return (
            self._knows_whole(text, hanging)
            or is_stressed(small, self.dictionary)
            or is_short_form(text, self.dictionary)
            or any(_NAMED.match_at(each.passage, each.end) for each in tokens)
            or (len(small) <= LONGEST_SHORT and any(each.is_in_brackets for each in tokens))
            or is_right_in_context(text, tokens, self.dictionary)
        )

    def knows_part(self, part: str) -> bool:
        """Tell whether a part of a word with hyphens is right."""
        return (
            part.lower() in word_class("prefix_part")
            or is_abbreviation(part)
            or part in self.names
            or part.lower() in self.accepted
            or self.dictionary.has(part)
            or self.dictionary.has(part[:1].upper() + part[1:])
            or is_short_part(part, self.dictionary)
            or self._knows_whole(part, hanging=True)
            or self._is_a_name(part)
        )

    def _is_a_name(self, part: str) -> bool:
        """Tell whether a capitalized part is a name, unlike any in the dictionary: motie-Boswijk.

        It is no misspelled adjective of a country: Ethiopisch-Keniaase.
        """
        is_of_country = part.endswith("e") and meant_names(part)
        near = (*simple_edits(part), *self.dictionary.corrected(part.lower()))
        return part[:1].isupper() and not (is_of_country or any(map(self.dictionary.has, near)))

    def _knows_whole(self, word: str, hanging: bool) -> bool:
        base, apostrophe, ending = word.replace("’", "'").partition("'")
        if (
            apostrophe
            and ending in ("s", "n", "", "er", "ers", "tje")
            and (is_abbreviation(base) or base in self.names or (ending in "sn" and len(base) < _LONG_PLURAL))
        ):
            return True
        if is_abbreviation(word):
            return True
        small = word.lower()
        if (
            hanging
            and (
                self.dictionary.has(small)
                or self.dictionary.has(f"{small}-")  # "zonne- en windenergie"
                or (small.endswith("s") and self.dictionary.has(small[:-1]))
            )
        ):
            return True
        stem = small.removesuffix("en").removesuffix("e").removeprefix("ge").removesuffix("eerd")
        if small.startswith("ge") and "eerd" in small and self.dictionary.has(f"{stem}eren"):
            return True  # "geclausuleerde"
        return is_new(word, self.dictionary)
