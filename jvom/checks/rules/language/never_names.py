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
_NO_NAME = Phrase(
    f"({{before_day}}|{{digits}}|eerste|tweede|derde|vierde|laatste) name={_DAYS}",
    "een|geen|elke|iedere name={capital}",
    "de|deze|die|een|onze|alle {adjective}? name={no_name}",
    f"in|na|voor|sinds|tijdens de|het name={_SEASONS}",
)
_COMMON_NAME = Phrase(
    "van|in|uit|met|bij|op|onder|volgens|krachtens|en name=Artikel|Artikelen {digits}",
    "de name=Regering van {state}",
    f"(de|deze|die|alle|het|dit|andere|beide|enkele|{{numeral}}) name={_IN_DOSSIER}|{_OF_STATES}",
    f"het name={_REGIONS} van",
)
#: "de Inspecteur van de Krijgsmacht"
_OF = Phrase("{capital} van|voor|bij|tot de|het")
#: A programme with a day in its name: "bij WNL op Zondag".
_PROGRAMME = Phrase("{start} {capital} op", "bij|in|van|door|tegen|programma|rubriek|uitzending {capital} op")


def never_names(texts: Texts) -> Iterator[Violation]:
    """Yield capitalized words that are no name where they are: "9 Maart", "een Radio", "de Generaal"."""
    never = (match for match in _NO_NAME.find(texts, Reads.DUTCH) if not _is_name(match, texts))
    by_place = {(id(match.passage), match["name"].start): match for match in (*never, *_common(texts))}
    for match in by_place.values():
        passage, name, word = match.passage, match["name"], match.written("name")
        if not passage.is_text or not word[0].isupper() or not word[1:].islower():
            continue
        if not _PROGRAMME.match_before(passage, name.start) and not passage.is_quoted(name.start, name.end):
            yield correction(passage, name.start, name.end, match.part("name"), "no-name", word=word)


def _is_name(match: Match, texts: Texts) -> bool:
    """Tell whether a word is a name after all, or a part of one, or is not known."""
    word = match.part("name")
    if word in _CALENDAR:
        return False
    is_known = word in word_class("no_name") or (classes_of(word) == "n" and not _is_term(texts, word))
    in_name = _goes_on(match) or NAME_GOES_ON.match_at(match.passage, match["name"].end) is not None
    return not is_known or in_name or word in word_class("capital_name")


def _goes_on(match: Match) -> bool:
    """Tell whether a word is the beginning of a longer word or name: "Politie-unit", "Leger des Heils"."""
    text, end = match.passage.text, match["name"].end
    return text.startswith(("-", "'", "’", " des ", " der "), end) or text[end + 1 : end + 2].isupper()


def _common(texts: Texts) -> Iterator[Match]:
    """Yield the common words with a capital in a dossier: no names of its registers, nor parts of others."""
    registered = texts.registered_names if isinstance(texts, DossierView) else ()
    opening = {name.partition(" ")[0].lower() for name in registered}
    for match in _COMMON_NAME.find(texts, Reads.DUTCH):
        passage, word = match.passage, match.part("name")
        is_common = passage.document != "tekst" and word not in opening
        if is_common and not _goes_on(match) and not _OF.match_before(passage, match["name"].start):
            yield match


def _is_term(texts: Texts, word: str) -> bool:
    """Tell whether a text has a word with a capital more than once, as it does a term that it defines."""
    capitals = [each for each in single_words(texts.index, word) if each.text.istitle()]
    return len([each for each in capitals if not begins_sentence(each.passage, each.start)]) > 1


def begins_sentence(passage: Passage, at: int) -> bool:
    """Tell whether nothing but marks is between the start of a sentence and an offset."""
    return not passage.text[passage.sentence_at(at)[0] : at].strip("\"'“‘„«(* ")
