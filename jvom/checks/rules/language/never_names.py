# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a capital that are never a name where they are: a day, a rank, any noun behind "een"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import single_words
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import Violation
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS, WEEKDAYS

#: How a name goes on behind a word with a capital.
NAME_GOES_ON = Phrase(
    "van|voor|der|des|tot|op|inzake|betreffende|tegen|aan de|het|den? {capital}", "of|for|and {capital}"
)
_DAYS = "|".join(word.capitalize() for word in (*MONTHS[1:], *WEEKDAYS))
_SEASONS = "Winter|Zomer|Herfst|Lente|Voorjaar|Najaar"
_CALENDAR = frozenset(f"{_DAYS}|{_SEASONS}".lower().split("|"))
#: What a dossier has in small letters, whatever it is of; treaties and contracts define them with a capital.
_IN_DOSSIER = "Regering|Overheid|Lidstaat|Lidstaten|Delegatie|Troepen|Eenheden"
_COMMON = frozenset(_IN_DOSSIER.lower().split("|"))
_NO_NAME = Phrase(
    f"({{before_day}}|{{digits}}|eerste|tweede|derde|vierde|laatste) name={_DAYS}",
    "een|geen|elke|iedere name={capital}",
    "de|deze|die|een|onze|alle {adjective}? name={no_name}",
    f"in|na|voor|sinds|tijdens de|het name={_SEASONS}",
)
_COMMON_NAME = Phrase(f"de|deze|die|alle name={_IN_DOSSIER}")
#: A programme with a day in its name: "bij WNL op Zondag".
_PROGRAMME = Phrase("{start} {capital} op", "bij|in|van|door|tegen|programma|rubriek|uitzending {capital} op")


def never_names(texts: Texts) -> Iterator[Violation]:
    """Yield capitalized words that are no name where they are: "9 Maart", "een Radio", "de Generaal"."""
    common = (match for match in _COMMON_NAME.find(texts, Reads.DUTCH) if match.passage.document != "tekst")
    for match in (*_NO_NAME.find(texts, Reads.DUTCH), *common):
        passage, name, word = match.passage, match["name"], match.written("name")
        small, behind = word.lower(), passage.text[name.end : name.end + 2]
        if not passage.is_text or not word[0].isupper() or not word[1:].islower():
            continue
        is_common = small in _COMMON and passage.document != "tekst"
        if small not in _CALENDAR and not is_common:
            is_known = small in word_class("no_name") or (
                classes_of(small) == "n" and not _is_term(texts, small)
            )
            in_name = behind[:1] in ("-", "'", "’") or behind[1:].isupper()
            in_name = in_name or small in word_class("capital_name")
            if not is_known or in_name or NAME_GOES_ON.match_at(passage, name.end):
                continue
        if not _PROGRAMME.match_before(passage, name.start) and not passage.is_quoted(name.start, name.end):
            yield correction(passage, name.start, name.end, match.part("name"), "no-name", word=word)


def _is_term(texts: Texts, word: str) -> bool:
    """Tell whether a text has a word with a capital more than once, as it does a term that it defines."""
    capitals = [each for each in single_words(texts.index, word) if each.text.istitle()]
    return len([each for each in capitals if not begins_sentence(each.passage, each.start)]) > 1


def begins_sentence(passage: Passage, at: int) -> bool:
    """Tell whether nothing but marks is between the start of a sentence and an offset."""
    return not passage.text[passage.sentence_at(at)[0] : at].strip("\"'“‘„«(* ")
