# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import LINKING_ENDINGS, compounds, join_compound, singulars
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.dutch.dates import WEEKDAYS
from jvom.messages import msg

#: A noun and words before it that belong together, so that the next noun is none of its parts.
_FIXED = Phrase(
    "per|elk|elke|ieder|iedere|dit|deze|vorig|vorige|volgend|volgende {time}",
    "per schip|vliegtuig|trein|persoon|land|missie|eenheid|regio|post|brief",
    "aan land|boord|wal|bod|tafel|kop",
    "op land|zee|straat|school|weg|pad|papier|koers|post|afstand|locatie|verzoek",
    "over land|zee|weg",
    "te land|water|voet|paard",
    "ter zee|plaatse|land|plekke",
    "onder water|druk|vuur|dwang|leiding|toezicht|vlag",
    "in dienst|nood|oorlog|zee|bedrijf",
    "uit dienst|zee|voorzorg",
    "van boord|land|huis",
    "naar zee|land|huis|school|boven",
    "met spoed|geweld|kracht|hulp|steun",
)
_DETERMINED = Phrase("{determiner} *e?")
_VERB = Phrase("kampen met", "landen op")
#: "aan de grens controles houden": the second noun is the object of the verb after it.
_PLACE = Phrase(
    "met|door|voor|bij|aan|in|op|uit|tot|onder|over|tussen|tijdens|via|volgens|binnen|buiten|namens|per|naar "
    "{article} {word}"
)
_OBJECT = Phrase("*en|*s {modal}...2? verb={word}")
_PARTICIPLES = ("ge", "ver", "be", "ont", "her")
_GIVING = Phrase("{giving}")
_GIVEN_TO = Phrase("{article} {word}?")
_PREPOSITION = Phrase("{preposition|away_preposition} {word}...2?")
_PHRASE_END = Phrase(r",|;|:|\)|.", "en|of|in|van|voor|die|dat|bij|op|met|is|zijn|was|waren|wordt|worden")
#: How far from two nouns a verb of giving may be.
_NEARBY = 150
_SHORTEST_COMPOUND = 9
_LINKING = ("ing", "heid", "teit")
_JOINING_MARKS = tuple("-‑'’@/_")


@rule("LNG010", WARNING, Scope.TEXTS, msg("Een samenstelling is los geschreven"), fixable=True)
def compound_apart(texts: Texts) -> Iterator[Violation]:
    """A compound is written as separate words."""
    for first in compounds().first_parts(texts.words):
        for passage, number in texts.words[first] if first not in WEEKDAYS else ():
            if _is_apart(passage, number) and _is_compound(passage, number):
                yield _one_word(passage, number, "")
    endings = sorted(ending[1:] for ending in word_class("thing_noun"))
    things = dict.fromkeys(word for ending in endings for word in texts.index.words_ending(ending))
    for first in things:
        if len(first) < _SHORTEST_COMPOUND or compounds().can_begin(first):
            continue
        for passage, number in texts.words[first]:
            if _is_apart(passage, number) and _is_after_thing(passage, number):
                yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")


def _is_apart(passage: Passage, number: int) -> bool:
    """Tell whether only a space is between a word and the next, both Dutch and no part of a longer word."""
    if number + 1 == len(passage.words):
        return False
    text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
    second = passage.lowered_words[number + 1]
    return (
        begin == end + 1
        and text[end].isspace()
        and not text.startswith(_JOINING_MARKS, last)
        and second not in word_class("small_word") | word_class("plural_or_infinitive")
        and passage.is_dutch(start, last)
    )


def _is_compound(passage: Passage, number: int) -> bool:
    """Tell whether the list of compounds has two words as one, and the words around them allow that."""
    text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
    first, second = passage.lowered_words[number : number + 2]
    # A first part with a linking s only occurs before another part, also in a name: "Veiligheids Raad".
    linked = first.endswith(LINKING_ENDINGS)
    capitalized = linked and text[start].isupper() and text[begin:last].istitle()
    if not capitalized and not text[begin:last].islower():
        return False
    if not compounds().join(first, second):
        return False
    if not linked and (text[:start].endswith(_JOINING_MARKS) or _is_second_given(passage, number)):
        return False
    if not capitalized and text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
        return False
    if first in word_class("noun_or_verb") and not _DETERMINED.match_before(passage, start):
        return False
    return not (
        _FIXED.match_before(passage, end)
        or _VERB.match_at(passage, begin)
        or _is_second_an_object(passage, number)
    )


def _is_after_thing(passage: Passage, number: int) -> bool:
    """Tell whether a noun is the last part of a compound with the thing before it: "crisisrespons teams"."""
    (start, _), (begin, last) = passage.words[number : number + 2]
    second = passage.lowered_words[number + 1]
    after = word_class("count_noun") | word_class("after_thing")
    return (
        passage.text[begin].islower()
        and not after.isdisjoint(singulars(second))
        and not _is_second_given(passage, number)
        and (second not in after or _DETERMINED.match_before(passage, start) is not None)
        and not (_PREPOSITION.match_before(passage, start) and not _PHRASE_END.match_at(passage, last))
        and compounds().is_noun(passage.lowered_words[number])  # last, since it must load all nouns
    )


def _is_second_an_object(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be the object of a verb after it: "aan de grens controles houden"."""
    found = _OBJECT.match_at(passage, passage.words[number + 1][0])
    verb = found.part("verb") if found else ""
    return (
        verb not in word_class("small_word")
        and (verb.endswith("en") or (verb.startswith(_PARTICIPLES) and verb[-1] in "dt"))
        and _PLACE.match_before(passage, passage.words[number][1]) is not None
    )


def _is_second_given(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be given to or sent by the first: "zij geeft de politie training"."""
    at = passage.words[number][0]
    first, last = passage.sentence_at(at)
    return _GIVEN_TO.match_before(passage, at) is not None and bool(
        _GIVING.find_in(passage, max(first, at - _NEARBY), min(last, at + _NEARBY))
    )


def _one_word(passage: Passage, number: int, link: str) -> Violation:
    (start, end), (_, last) = passage.words[number : number + 2]
    better = join_compound(passage.text[start:end] + link, passage.lowered_words[number + 1])
    return Violation(
        passage.span(start, last),
        msg("«{found}» is één woord", found=passage.text[start:last]),
        msg("schrijf «{better}»", better=better),
        replace(passage, start, last, better, safe=False),
    )


RULES = (compound_apart,)
