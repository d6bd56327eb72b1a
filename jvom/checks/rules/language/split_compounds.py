# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.compounds import LINKING_ENDINGS, compounds, join_compound, singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.dutch.dates import MONTHS, WEEKDAYS
from jvom.messages import msg

#: A noun and words before it that belong together, so that the next noun is none of its parts.
_FIXED = Phrase(
    "per|elk|elke|ieder|iedere|dit|deze|vorig|vorige|volgend|volgende {time}",
    "per schip|vliegtuig|trein|persoon|land|missie|eenheid|regio|post|brief",
    "{preposition|away_preposition} {phrase_noun}",
    "te|ter|een|hele {phrase_noun}",
)
_DETERMINED = Phrase("{determiner} *e?")
_VERB = Phrase("kampen met", "landen op", "*en zij|ze|wij|we|hij|ik|u|men|er")
#: "De patrouille boten voeren": behind a singular the second word is no verb when a plural verb follows.
_PLURAL_SUBJECT = Phrase("*en *en", "*en {plural_verb}")
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
#: What a noun phrase begins with, before its noun.
_LEADING = Phrase("{determiner} {adjective}?")
_ADJECTIVE = Phrase("noun={word} {joined_adjective} {word}")
_AFTER_INDEFINITE = Phrase("een|geen")
_OF_PARTICIPLE = Phrase("op|door|tegen|aan|van|met een|geen")
_ARTICLE_OF_NOUN = Phrase("de|het|deze|dit|die|dat {word}?", "{adjective}", "op|door|tegen|aan|van|met")
_COUNTED = Phrase("{numeral|digits}")
_GOVERNED = Phrase("{preposition|away_preposition} {determiner}? {adjective}?")
_PHRASE_END = Phrase(
    r",|;|:|\)|.",
    "aan {determiner}",
    "en|of|in|van|voor|die|dat|bij|op|met|naar|door|over|tegen|tussen|is|zijn|was|waren|wordt|worden",
)
#: How far from two nouns a verb of giving may be.
_NEARBY = 150
_SHORTEST_COMPOUND = 9
_SHORTEST_SECOND = 3
#: The ends of plurals, and of nouns that a linking s comes behind.
_NO_FIRST = ("en", "s", "ing", "heid", "teit", "schap")
_LINKING = ("ing", "heid", "teit")
_JOINING_MARKS = tuple("-‑'’@/_")


@rule("LNG010", WARNING, Scope.TEXTS, fixable=True, local=True)
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
    for match in _ADJECTIVE.find(texts, Reads.DUTCH):
        passage, number = match.passage, bisect_left(match.passage.words, (match.start, 0))
        first = passage.lowered_words[number]
        if _is_apart(passage, number) and _is_before_adjective(passage, number):
            yield _one_word(passage, number, "s" if first.endswith(_LINKING) else "")


def _is_before_adjective(passage: Passage, number: int) -> bool:
    """Tell whether a noun is the first part of the adjective behind it: "een regio gerichte aanpak".

    It is not when a preposition makes it a phrase of its own: "een op de regio gerichte aanpak".
    """
    start, first = passage.words[number][0], passage.lowered_words[number]
    is_noun = classes_of(first) in ("n", "nv") or first in word_class("loanword")
    if not is_noun or first in word_class("loose") | word_class("never_first"):
        return False
    leading = _LEADING.match_before(passage, start)
    if leading and leading.start <= passage.sentence_at(start)[0] + 1:
        return True
    if _AFTER_INDEFINITE.match_before(passage, start):
        return not _OF_PARTICIPLE.match_before(passage, start)
    own = _ARTICLE_OF_NOUN.match_before(passage, start)
    return not own and not first.endswith(tuple(word_class("actor")))


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
        and second not in word_class("small_word")
        and second not in word_class("plural_or_infinitive")
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
    if not compounds().join(first, second) and not _stand_as_one(passage, number):
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
        or _is_a_person_acting(passage, number)
        or _is_second_an_object(passage, number)
    )


def _stand_as_one(passage: Passage, number: int) -> bool:
    """Tell whether two nouns that no list has as a compound can only be one where they stand.

    A first part with an s that is no word is never alone. A sentence begins with one phrase, so two nouns
    behind its article are one: "De patrouille boten". So is a singular behind a number, "twee olie tankers",
    and often a noun behind a preposition and right before the next phrase: "met brandstof tekorten in".
    """
    (start, _), (begin, last) = passage.words[number : number + 2]
    first, second = passage.lowered_words[number : number + 2]
    never = word_class("loose") | word_class("never_first")
    if (
        not {first, second}.isdisjoint(never)
        or len(second) < _SHORTEST_SECOND
        or "n" not in classes_of(second)
    ):
        return False
    if first in word_class("holder") or second in word_class("object_noun") or first in MONTHS:
        return False
    if not classes_of(first) and first.endswith("s"):
        return True
    if classes_of(first) != "n":
        return False
    leading, is_noun = _LEADING.match_before(passage, start), classes_of(second) == "n"
    if leading and leading.start <= passage.sentence_at(start)[0] + 1:
        return is_noun or _PLURAL_SUBJECT.match_at(passage, begin) is not None
    if not is_noun or first.endswith(_NO_FIRST):
        return False
    if _COUNTED.match_before(passage, start):
        return second.endswith(("en", "s")) and not compounds().nouns.get(second)
    if _PHRASE_END.match_at(passage, last) is None or not _ends_compounds(second):
        return False
    return _GOVERNED.match_before(passage, start) is not None or (
        _LEADING.match_before(passage, start) is not None and not first.endswith(tuple(word_class("actor")))
    )


def _ends_compounds(word: str) -> bool:
    return any(form in compounds().nouns for form in singulars(word))


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


_CLAUSE = "of|dat|als|omdat|wanneer|zodat|terwijl|indien|zoals|nu|want|en|maar|die"
_SUBJECT = Phrase(f"{_CLAUSE} {{article}}")


def _is_a_person_acting(passage: Passage, number: int) -> bool:
    """Tell whether the first noun is a person who acts in a clause: "of de minister actie neemt"."""
    first, second = passage.lowered_words[number : number + 2]
    persons = word_class("public_office")
    return (
        first in persons
        and second not in persons
        and _SUBJECT.match_before(passage, passage.words[number][0]) is not None
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
