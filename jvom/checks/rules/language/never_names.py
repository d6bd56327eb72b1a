# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a capital that are never a name where they are: a day, a rank, any noun behind "een"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import single_words
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import Violation
from jvom.checks.views import DossierView, Texts
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
#: Offices, bodies and people, which a dossier has in small letters unless a register begins a name with them.
_OF_STATES = (
    "Parlement|Politie|Kustwacht|Burgemeester|Burgemeesters|Staatssecretaris|President|Premier|Gouverneur|Gouverneurs"
    "|Rechter|Rechters|Krijgsmacht|Leger|Ambassadeur|Ambassadeurs|Ambassade|Ministers|Bevolking|Autoriteiten"
    "|Grenswacht|Grenspolitie|Gendarmerie|Vluchtelingen|Militairen|Politieagenten"
)
_REGIONS = "Noorden|Zuiden|Oosten|Westen|Noordoosten|Noordwesten|Zuidoosten|Zuidwesten|Midden"
_COMMON = frozenset(f"{_IN_DOSSIER}|{_OF_STATES}|{_REGIONS}".lower().split("|"))
_NO_NAME = Phrase(
    f"({{before_day}}|{{digits}}|eerste|tweede|derde|vierde|laatste) name={_DAYS}",
    "een|geen|elke|iedere name={capital}",
    "de|deze|die|een|onze|alle {adjective}? name={no_name}",
    f"in|na|voor|sinds|tijdens de|het name={_SEASONS}",
)
_COMMON_NAME = Phrase(
    f"(de|deze|die|alle|het|dit|andere|beide|enkele|{{numeral}}) name={_IN_DOSSIER}|{_OF_STATES}",
    f"het name={_REGIONS} van",
)
#: "de Inspecteur van de Krijgsmacht"
_OF = Phrase("{capital} van|voor|bij|tot de|het")
#: A programme with a day in its name: "bij WNL op Zondag".
_PROGRAMME = Phrase("{start} {capital} op", "bij|in|van|door|tegen|programma|rubriek|uitzending {capital} op")


def never_names(texts: Texts) -> Iterator[Violation]:
    """Yield capitalized words that are no name where they are: "9 Maart", "een Radio", "de Generaal"."""
    for match in (*_NO_NAME.find(texts, Reads.DUTCH), *_common(texts)):
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


def _common(texts: Texts) -> Iterator[Match]:
    """Yield the common words with a capital in a dossier: no names of its registers, nor parts of others."""
    registered = texts.registered_names if isinstance(texts, DossierView) else ()
    opening = {name.partition(" ")[0].lower() for name in registered}
    for match in _COMMON_NAME.find(texts, Reads.DUTCH):
        passage, name = match.passage, match["name"]
        goes_on = passage.text[name.end + 1 : name.end + 2].isupper()
        in_name = goes_on or _OF.match_before(passage, name.start) is not None
        if passage.document != "tekst" and not in_name and match.part("name") not in opening:
            yield match


def _is_term(texts: Texts, word: str) -> bool:
    """Tell whether a text has a word with a capital more than once, as it does a term that it defines."""
    capitals = [each for each in single_words(texts.index, word) if each.text.istitle()]
    return len([each for each in capitals if not begins_sentence(each.passage, each.start)]) > 1


def begins_sentence(passage: Passage, at: int) -> bool:
    """Tell whether nothing but marks is between the start of a sentence and an offset."""
    return not passage.text[passage.sentence_at(at)[0] : at].strip("\"'“‘„«(* ")
