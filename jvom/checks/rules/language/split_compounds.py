# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds written as two words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.clauses import is_second_given
from jvom.analysis.compounds import LINKING_ENDINGS, compounds, singulars
from jvom.analysis.joined_adjectives import adjectives_apart, is_adjective_apart, prefixes_apart
from jvom.analysis.lexicon import classes_of
from jvom.analysis.new_compounds import is_in_dictionary, is_new_compound
from jvom.analysis.noun_pairs import NounPair, noun_pairs
from jvom.analysis.noun_phrases import begins_compound, is_one_noun, may_be_two_phrases
from jvom.analysis.nouns import (
    disagrees,
    is_made_up,
    is_no_first,
    is_noun,
    is_participle,
    needs_article,
    never_behind_noun,
)
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.data import lexicon_lines
from jvom.findings import Severity

#: Two words that belong to the words around them, and not to one another.
_APART = Phrase(*lexicon_lines("nouns_apart.txt"))
#: The second is the particle or the object of a verb: "vonden briefings plaats", "wij als raad keuzes".
_COMPLEMENT = Phrase(*lexicon_lines("complements.txt"))
_LET = Phrase("laat|laten|liet|lieten {determiner} {word} *en ({end}|,)")
_DETERMINED = Phrase("{determiner} *e?", "{determiner} *e? {noun}-? en|of")
_HANGING = Phrase("- en|of")
_PREPOSITION = Phrase("{preposition|away_preposition} {word}...2?")
#: What may be before the object of an infinitive: "jongeren die drugs gebruiken".
_BEFORE_OBJECT = frozenset(("", "die", "dat", "geen", "veel", "meer", "minder", "weinig"))
#: "het mijnenveld kaart na kaart in beeld"
_BETWEEN_ALIKE = frozenset(("na", "voor", "om", "aan", "tegen", "bij", "op", "in", "over"))
#: Behind them the second is their verb: "in deze post lijst ik de redenen op".
_SUBJECTS = frozenset(("ik", "hij", "wij"))
_JOINING_MARKS = tuple("-‑'’@/_")


@rule("LNG010", WARNING, Scope.TEXTS, fixable=True, local=True)
def compound_apart(texts: Texts) -> Iterator[Violation]:
    """A compound is written as separate words."""
    others = [*adjectives_apart(texts), *prefixes_apart(texts)]
    found = dict.fromkeys([*filter(_is_one_word, noun_pairs(texts)), *others])
    split = [pair for pair in found if not _is_apart(pair)]
    unsure = () if isinstance(texts, DossierView) else _unsure(texts, split).difference(others)
    yield from (_one_word(pair, INFO if pair in unsure else None) for pair in split)


def _unsure(texts: Texts, split: list[NounPair]) -> frozenset[NounPair]:
    """Return what may be two words: a dossier must be free of that too, but elsewhere it is worth a look."""
    from jvom.analysis.sure_compounds import unsure_pairs  # only texts without a dossier need it

    return frozenset(unsure_pairs(split, texts))


def _is_one_word(pair: NounPair) -> bool:
    """Tell whether two words are one by their parts, or by the words around them."""
    first, second = pair.words
    are_one = _is_listed(pair) or _is_after_thing(pair) or (_has_one_noun(pair) and not is_participle(second))
    are_nouns = are_one and not is_participle(first) and not may_be_two_phrases(pair)
    return are_nouns or is_adjective_apart(pair) or _is_behind_hanging(pair)


def _is_behind_hanging(pair: NounPair) -> bool:
    """Tell whether a part is left out before them, so that they are one: "grond- en lucht eenheden"."""
    first, second = pair.words
    if pair.word(-1) not in ("en", "of") or not pair.is_lower:
        return False
    known = compounds()
    if _HANGING.match_before(pair.passage, pair.start) is None:
        is_shared = known.begins_often(first) and is_in_dictionary(pair.word(-2), second)
        return is_shared and pair.ends_phrase
    if known.certainty(first, second) > 0:
        return never_behind_noun(second)
    return known.begins_often(first) and is_noun(second)


def _is_apart(pair: NounPair) -> bool:
    """Tell whether the words around two words keep them apart."""
    is_around = _APART.is_around(pair.passage, pair.start, pair.end)
    if _LET.is_around(pair.passage, pair.start, pair.end):
        return True
    if _is_repeated(pair) or (is_around and not is_in_dictionary(*pair.words)):
        return True
    if pair.word(2).lower() in _SUBJECTS or _fits_first_only(pair) or _has_infinitive(pair):
        return True
    return _COMPLEMENT.match_before(pair.passage, pair.end) is not None


def _fits_first_only(pair: NounPair) -> bool:
    """Tell whether the determiner is that of the first: "om het water weg te pompen"."""
    first, second = pair.words
    is_whole = "n" not in classes_of(pair.word(2))
    return is_whole and disagrees(pair.opens, second) and not disagrees(pair.opens, first)


def _has_one_noun(pair: NounPair) -> bool:
    first, second = pair.words
    if is_made_up(second) and not compounds().begins_often(first):
        return False
    return is_new_compound(pair) or (needs_article(second) and begins_compound(pair)) or is_one_noun(pair)


def _is_repeated(pair: NounPair) -> bool:
    """Tell whether one of the two belongs to a phrase like "kaart na kaart", and not to the other."""
    after = pair.word(2) in _BETWEEN_ALIKE and pair.word(3) == pair.word(1)
    return (
        pair.words[0] == pair.words[1]
        or after
        or (pair.word(-1) in _BETWEEN_ALIKE and pair.word(-2).lower() == pair.word(0))
    )


def _is_listed(pair: NounPair) -> bool:
    """Tell whether the list of compounds has two words as one, and the words around them allow that."""
    passage, text, start, last = pair.passage, pair.passage.text, pair.start, pair.end
    begin = passage.words[pair.last][0]
    first, second = pair.words
    # A first part with a linking s only occurs before another part, also in a name: "Veiligheids Raad".
    linked = first.endswith(LINKING_ENDINGS)
    capitalized = linked and text[start].isupper() and text[begin].isupper()
    is_listed = (compounds().can_begin(first) or linked) and (
        compounds().join(first, second)
        or (
            not classes_of(first)
            and first.endswith("s")
            and "n" in classes_of(second)
            and not is_no_first(first)
            and second not in word_class("object_noun")
        )
    )
    if not is_listed and not is_in_dictionary(first, second):
        return False
    if not capitalized and not text[begin:last].islower():
        return False
    if not linked and (text[:start].endswith(_JOINING_MARKS) or is_second_given(passage, pair.first)):
        return False
    if not capitalized and text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
        return False
    return first not in word_class("noun_or_verb") or _DETERMINED.match_before(passage, start) is not None


def _has_infinitive(pair: NounPair) -> bool:
    """Tell whether the second may be a verb: "Advies vragen" in a list, "zij gingen brood bakken"."""
    first, second = pair.words
    if not second.endswith("en") or "v" not in classes_of(second) or is_participle(second):
        return False
    is_bare = pair.start - pair.sentence[0] <= 1 or pair.opens in _BEFORE_OBJECT
    # "Compost maken en water opvangen"
    before = pair.word(-2)
    is_listed = before.endswith("en") and "v" in classes_of(before)
    is_behind = pair.word(-1).lower() in ("en", "of") and not is_listed
    is_object = is_bare and not is_behind and not pair.is_before_verb
    return is_object and not first.endswith(LINKING_ENDINGS)


def _is_after_thing(pair: NounPair) -> bool:
    """Tell whether a noun is the last part of a compound with the thing before it: "crisisrespons teams"."""
    first, second = pair.words
    after = word_class("count_noun", "after_thing")
    return (
        first.endswith(_things())
        and pair.word(1)[0].islower()
        and not compounds().can_begin(first)
        and not after.isdisjoint(singulars(second))
        and not is_second_given(pair.passage, pair.first)
        and (second not in after or _DETERMINED.match_before(pair.passage, pair.start) is not None)
        and not (_PREPOSITION.match_before(pair.passage, pair.start) and not pair.ends_phrase)
        and compounds().is_noun(first)  # last, since it must load all nouns
    )


@cache
def _things() -> tuple[str, ...]:
    return tuple(each[1:] for each in word_class("thing_noun"))


def _one_word(pair: NounPair, severity: Severity | None) -> Violation:
    from jvom.analysis.closed_compounds import as_one_word  # most texts have no compound apart

    passage, (start, better) = pair.passage, as_one_word(pair)
    found = passage.text[start : pair.end]
    return correction(passage, start, pair.end, better, found=found, safe=False, severity=severity)
