# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two nouns side by side in a phrase that has one noun: whether they are one word, by the words around."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from jvom.analysis.clauses import (
    has_finite_verb_at,
    is_behind_plural_verb,
    is_behind_subject_and_verb,
    is_second_given,
)
from jvom.analysis.compounds import LINKING_ENDINGS, LISTED, compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import OPENING, NounPair, is_numbered
from jvom.analysis.nouns import (
    closers,
    disagrees,
    idioms,
    is_actor,
    is_countable,
    is_linked,
    is_no_first,
    is_noun,
    is_plural,
    is_titled,
    may_be_bare,
    needs_article,
    openers,
    prepositions,
    takes_bare,
)
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class

#: Determiners of a singular only.
_OF_ONE = frozenset(("een", "elk", "elke", "ieder", "iedere", "het", "dit", "ons", "per"))
_SINGULAR = frozenset(("een", "elk", "elke", "ieder", "iedere"))
#: Words that are often no article.
_PRONOUNS = frozenset(("dat", "die", "dit", "deze", "het"))
#: "voor noodstroom aggregaten kopen", "te kopen": the noun is the object of the verb behind it.
_INFINITIVE = Phrase("te? *en")
#: "Dat de commandant troepen stuurt": a clause with its verb at the end.
_CONJUNCTIONS = ("dat", "die")
_JOINING = ("en", "of")
#: So many words before a noun in a coordination its determiner is.
_COORDINATED = 3
_LONGEST_COUNT = 3
#: What is seldom before a noun in a fixed phrase, as "in beginsel" and "na overleg" are.
_OF_NOUNS = ("van", "over", "tegen", "tussen", "door", "aan", "naar", "volgens")
_MORE = ("meer", "minder", "veel", "weinig", "genoeg")
_OF_ANOTHER = Phrase("van {determiner|plural_determiner}")
HYPHENS = ("-", "‑")
#: What makes a noun of a word that may be a verb too: "de opslag loods", "nieuwe brand bluswagen".
OF_A_NOUN = Phrase(
    "{determiner|preposition|away_preposition|numeral} {adjective}?", "{before_compound}", "*e {adjective}"
)
#: The ends of nouns for an act, which come with an s before another part.
_OF_ACTS = ("ing", "ingen", "heid")
_OF_FIELDS = ("grafie", "logie", "nomie", "metrie", "kunde")
_NAMED = Phrase("{capital}")
#: The ends of plurals, and of nouns that a linking s comes behind.
_NO_FIRST = ("en", "s", "ing", "heid", "teit", "schap")


def is_one_noun(pair: NounPair) -> bool:
    """Tell whether two nouns are one word because the phrase around them has only one."""
    one, two = pair.words
    if two in closers() or takes_bare(one, two):
        return False
    if pair.word(-1).lower() in _JOINING:
        return two not in word_class("verb_after_object") and stands_in_coordination(pair)
    if is_no_first(one) or not pair.is_lower or (tells_what(pair) and is_plural(two) and pair.is_governed):
        return False
    if pair.opener < 0:
        # "Zij kregen haven inspecteurs": the first lacks the article that it needs by itself.
        is_bare = needs_article(one) or (is_noun(one) and not is_plural(one) and pair.ends_phrase)
        return is_bare and is_noun(two) and is_behind_subject_and_verb(pair.passage, pair.first)
    if not is_noun(two, also_verb=True) or not is_noun(one, also_verb=pair.word(-1).lower() not in _PRONOUNS):
        return False
    if not _is_unbroken(pair, pair.opener) or pair.is_in_title:
        return False
    if pair.opens.isdigit() and pair.passage.text[: pair.passage.words[pair.opener][0]].endswith(HYPHENS):
        return False  # "de F-16 vloot"
    sure, ends = is_noun(two), pair.is_before_verb or pair.ends_phrase
    if _is_subject(pair) or ((sure or pair.is_before_verb) and ends and pair.opens_sentence):
        return True
    if _is_subject_of_plural(pair):
        return True
    if two in word_class("object_noun") or is_second_given(pair.passage, pair.first):
        return False
    if (
        pair.ends_phrase
        and (classes_of(two) == "n" or (sure and not may_be_bare(two)))
        and _are_parts(one, two)
        and (not may_be_bare(two) or has_one_phrase(pair))
        and (pair.is_governed or (pair.is_determined and not is_actor(one)))
    ):
        return True
    return _is_determined_so(pair, sure=sure, ends=ends)


def has_one_phrase(pair: NounPair) -> bool:
    """Tell whether no verb has the second noun for its object or subject, though it needs no article.

    As it has in "omdat de wet eisen stelt" and "van het gezag geschenken aanvaardt".
    """
    passage, words = pair.passage, pair.passage.lowered_words
    begin = pair.opener if pair.opener >= 0 else pair.first
    first, second = pair.words
    is_more = pair.word(-1) in _MORE and needs_article(first)
    if pair.word(-1) in _JOINING and pair.word(-2).lower() == second:
        return True  # "een licentie en documentatie licentie"
    if _is_subject(pair) or (is_plural(second) and (counts_things(pair) or is_more)):
        return True
    if pair.is_before_verb and pair.sentence[0] >= passage.words[begin][0] - 1:
        return True
    is_governed = pair.opens in prepositions()
    if pair.is_determined and _OF_ANOTHER.match_at(passage, pair.end):
        return True
    if not is_governed and is_behind_subject_and_verb(passage, begin):
        return True
    if not compounds().is_productive(first, second) or not pair.ends_phrase:
        return False
    if is_governed or pair.opens == "een" or pair.opener < 0:
        return not is_governed or first not in idioms()
    before = words[begin - 1] if begin else ""
    return not (before in prepositions() or before in word_class("small_word") or "v" in classes_of(before))


def _are_parts(one: str, two: str) -> bool:
    return compounds().is_productive(one, two) or (
        (compounds().can_begin(one) or one.endswith(_OF_FIELDS))
        and compounds().is_noun(two)
        and not one.endswith(_NO_FIRST)
    )


def _is_determined_so(pair: NounPair, *, sure: bool, ends: bool) -> bool:
    one, two = pair.words
    if counts_things(pair):
        return is_plural(two) and not is_plural(one) and (sure or ends)
    if pair.opens in prepositions():
        is_idiom = pair.opens == "per" or one in word_class("bare_after_preposition", "object_noun")
        if is_idiom or _INFINITIVE.match_at(pair.passage, pair.end):
            return False
        if may_be_bare(two) and not (
            pair.opens in _OF_NOUNS or pair.word(-1) != pair.opens or has_one_phrase(pair)
        ):
            return False  # "betreft in aanleg delicten"
        bare = needs_article(one) or is_countable(one) or (sure and compounds().can_begin(one))
        return bare and not is_plural(one) and (sure or has_one_phrase(pair))
    plural = is_plural(one)
    if plural and pair.opens in _SINGULAR:
        return ends
    if (
        pair.opens == "een"
        and not plural
        and sure
        and (
            (is_countable(two) and not may_be_bare(two))
            or (
                pair.ends_phrase
                and compounds().can_begin(one)
                and compounds().can_end(two)
                and not is_plural(two)
            )
        )
    ):
        return True
    return (sure or ends) and not plural and is_behind_subject_and_verb(pair.passage, pair.opener)


def _is_subject(pair: NounPair) -> bool:
    """Tell whether two nouns are in the phrase before the verb of a main clause, which is one phrase."""
    one, two = pair.words
    is_sure = is_noun(two) and (is_plural(two) or compounds().can_begin(one))
    if not is_sure or not pair.is_before_verb:
        return False
    words, start = pair.passage.lowered_words, bisect_left(pair.passage.words, (pair.sentence[0], 0))
    if not _is_unbroken(pair, start):
        return False
    if words[start] in _CONJUNCTIONS and start != pair.opener:
        return False
    return words[start] in openers() and all(map(_is_in_phrase, words[start : pair.opener]))


@cache
def _is_in_phrase(word: str) -> bool:
    """Tell whether a word may be before a noun in its phrase, and begins no clause."""
    begins_clause = word.startswith("waar") or word in ("die", "wie", "wat", "als")
    may_be = word in openers() or word in _JOINING or not {"n", "a"}.isdisjoint(classes_of(word))
    return may_be and not begins_clause


def stands_in_coordination(pair: NounPair) -> bool:
    """Tell whether two nouns are one word behind another first part: "over wapen en munitie beheer"."""
    passage, opener = pair.passage, pair.first - _COORDINATED
    if opener < 0 or not pair.is_lower or not _is_unbroken(pair, pair.first - 2, hyphened=pair.first - 2):
        return False
    other, (one, two) = pair.word(-2).lower(), pair.words
    if two in closers() or any(map(is_no_first, (one, other))) or pair.word(-3).lower() == one:
        return False  # "de energie productie en energie conversie": two compounds
    if _are_bare_firsts(pair, other) or _completes_first(pair, other):
        return True
    if not _is_unbroken(pair, opener, hyphened=pair.first - 2):
        return False
    if not all(is_noun(each, also_verb=True) for each in (other, one, two)) or any(
        map(is_plural, (one, other))
    ):
        return False
    if passage.lowered_words[opener] not in openers():
        return is_behind_subject_and_verb(passage, pair.first - 2)
    if passage.lowered_words[opener] in prepositions() or passage.lowered_words[opener] == "dat":
        return pair.ends_phrase
    opens_sentence = OPENING.match_before(passage, passage.words[pair.first - 2][0]) is not None
    return opens_sentence or is_behind_subject_and_verb(passage, opener)


def _completes_first(pair: NounPair, other: str) -> bool:
    """Tell whether the second is what a hyphen before them left out: "mijnen- en bommen ruimers"."""
    one, two = pair.words
    is_cut = pair.passage.text.startswith("-", pair.passage.words[pair.first - 2][1])
    if not is_cut or other in word_class("verb_prefix") | prepositions():
        return False
    if compounds().parts(one):  # "vrouwen- en kinderrechten organisaties"
        return pair.ends_phrase and is_noun(two) and compounds().ends_often(two)
    return all("n" in classes_of(each) for each in (other, one, two)) and "a" not in classes_of(one)


def _are_bare_firsts(pair: NounPair, other: str) -> bool:
    """Tell whether two nouns without an article can only be first parts: "kreeg kaart en radar gegevens"."""
    (one, two), known = pair.words, compounds()
    may_begin = all(
        known.can_begin(each) and (is_linked(each) or not (is_plural(each) or each.endswith(_OF_ACTS)))
        for each in (other, one)
    )
    may_end = classes_of(two) == "n" or two in word_class("bare_noun")
    if not may_begin or not (may_end or known.certainty(one, two) == LISTED) or is_actor(other):
        return False
    before = [pair.word(-3).lower(), pair.word(-4).lower()]
    is_governed = not prepositions().isdisjoint(before)
    words = pair.passage.lowered_words[bisect_left(pair.passage.words, (pair.sentence[0], 0)) : pair.first]
    may_be_clause = is_governed or not word_class("subordinating").isdisjoint(words)
    return not is_titled(before[0]) and (pair.ends_phrase or not may_be_clause)


def _is_unbroken(pair: NounPair, first: int, hyphened: int = -1) -> bool:
    """Tell whether nothing but a space is between the words from one number to the last of a pair.

    The word number `hyphened` may have a hyphen: "grens- en kustwacht officieren".
    """
    places, text = pair.passage.words, pair.passage.text
    gaps = ((at, text[places[at][1] : places[at + 1][0]]) for at in range(first, pair.last))
    return all(gap == " " or (at == hyphened and gap == "- ") for at, gap in gaps)


def counts_things(pair: NounPair) -> bool:
    """Tell whether the phrase begins with a word that says that there is more than one of what follows."""
    word = pair.opens
    if word in word_class("plural_determiner"):
        return pair.opener == 0 or pair.passage.lowered_words[pair.opener - 1] not in _SINGULAR | {"geen"}
    return word in word_class("numeral", "counting") or (
        word.isdigit() and len(word) <= _LONGEST_COUNT and word not in ("0", "1")
    )


def may_be_two_phrases(pair: NounPair) -> bool:
    """Tell whether the determiner is that of the first, and the second a phrase without one.

    As in "omdat de wet eisen stelt", "na het rapport gesprekken voeren" and "in beginsel afspraken maken".
    """
    (first, second), opens = pair.words, pair.opens
    if pair.word(-1) in _JOINING and _completes_first(pair, pair.word(-2).lower()):
        return False
    if is_linked(first) or first in word_class("before_any_noun") or not may_be_bare(second):
        return False
    if _is_subject_of_plural(pair):
        return False
    if second.endswith("ing") and second not in word_class("object_noun", "bare_noun"):
        return False
    are_several = is_plural(second) and not is_countable(second)
    if opens in _OF_ONE and are_several and not is_plural(first):
        return True
    behind, is_listed = pair.word(2).lower(), compounds().certainty(first, second) == LISTED
    is_joined = pair.word(-1) in _JOINING and not compounds().certainty(pair.word(-2).lower(), second)
    is_infinitive = second.endswith("en") and "v" in classes_of(second) and not is_listed
    if is_joined and (is_infinitive or second in word_class("plural_or_infinitive")):
        return True  # "dat tijd en ruimte vragen kan"
    if (opens in prepositions() or is_joined) and pair.passage.text[pair.end :].startswith(f" {behind}"):
        is_object = behind in ("te", "niet") and not has_one_phrase(pair)
        begins = pair.passage.words[pair.opener][0] - pair.sentence[0] <= 1
        is_one = begins or is_listed or pair.word(-1) not in (opens, *_JOINING)
        return is_object or (not is_one and behind not in prepositions() and "v" in classes_of(behind))
    if opens not in word_class("determiner") - {"een", "zijn"} or disagrees(opens, first):
        return False
    if pair.is_terse or (pair.opens_sentence and opens not in word_class("subordinating")):
        return False
    if are_several and not is_plural(first) and (_is_inverted(pair) or _is_subject_in_clause(pair)):
        return True
    before = pair.passage.lowered_words[pair.opener - 1] if pair.opener > 0 else ""
    is_governed = pair.is_behind_preposition and before != "van" and not is_plural(first)
    is_clause = before in word_class("clause_word", "subordinating")
    if is_plural(second) and is_clause and not is_governed and behind in word_class("plural_verb"):
        return False  # "hoe de grens posten worden bewaakt": the verb is that of the second
    if is_listed and not is_clause and (pair.ends_phrase or not is_governed):
        return False
    if _OF_ANOTHER.match_at(pair.passage, pair.end) or _is_subject(pair):
        return False
    return not is_behind_subject_and_verb(pair.passage, pair.opener)


def _is_subject_in_clause(pair: NounPair) -> bool:
    """Tell whether nothing but the second is the subject: "als in de gemeente woningen worden gebouwd"."""
    conjunction, preposition = (pair.word(pair.opener - at - pair.first).lower() for at in (2, 1))
    is_clause = conjunction in word_class("subordinating") and conjunction not in ("die", "wie", "wat")
    return is_clause and preposition in prepositions() and pair.word(2) in word_class("plural_verb")


def _is_inverted(pair: NounPair) -> bool:
    """Tell whether the verb of the first, a singular, is before it: "In de oorlog trok de stad bewoners"."""
    verb = pair.word(pair.opener - 1 - pair.first)
    is_verb = has_finite_verb_at(pair.passage, pair.opener - 1) or verb in _with_two_objects()
    return is_verb and not verb.endswith("en") and _begins_otherwise(pair)


def _is_subject_of_plural(pair: NounPair) -> bool:
    """Tell whether a verb in the plural before them has no other subject: "In mei spraken de staf leden"."""
    (one, two), verb = pair.words, pair.word(pair.opener - 1 - pair.first)
    if not is_plural(two) or is_plural(one) or verb in _with_two_objects():
        return False
    is_joined = pair.word(pair.opener - 2 - pair.first) in _JOINING
    is_verb = is_behind_plural_verb(pair.passage, pair.opener) and not is_joined and _begins_otherwise(pair)
    return is_verb and is_noun(one) and is_noun(two)


@cache
def _with_two_objects() -> frozenset[str]:
    return word_class("giving", "with_two_objects")


def _begins_otherwise(pair: NounPair) -> bool:
    """Tell whether a sentence begins with what is no subject, so that its verb is before that."""
    opening = pair.passage.lowered_words[bisect_left(pair.passage.words, (pair.sentence[0], 0))]
    return opening in prepositions() or opening in word_class("before_inversion")


def begins_compound(pair: NounPair) -> bool:
    """Tell whether a word is a noun that makes one word with the noun behind it that needs an article."""
    one, two = pair.words
    if is_no_first(one) or is_numbered(pair.passage, pair.end) or pair.is_in_title:
        return False
    # "een docent plant zijn lessen", "dat maakt het beleid uniform"
    is_other = two in word_class("noun_or_verb") or ("a" in classes_of(two) and pair.opens != "een")
    is_object = two in word_class("object_noun") and not pair.opens_sentence and pair.opens != "een"
    if is_object or takes_bare(one, two) or (is_other and not pair.is_before_verb and not pair.is_governed):
        return False
    if is_second_given(pair.passage, pair.first):
        return False  # "dat geeft burgers overzicht"
    if (pair.is_terse or tells_what(pair)) and not pair.is_determined:
        return False
    if pair.word(-1).isdigit() and pair.passage.text[: pair.start].endswith(HYPHENS):
        return False  # "artikel 100-missies standaard"
    begins = pair.sentence[0] >= pair.start - 1 and pair.is_before_verb
    if not pair.text[1:].islower() or (pair.text[0].isupper() and not begins):
        return False
    may_be_verb = OF_A_NOUN.match_before(pair.passage, pair.start) is not None
    is_surely = classes_of(one) == "n" or one.endswith(LINKING_ENDINGS)
    return is_surely or is_noun(one, also_verb=may_be_verb)


def tells_what(pair: NounPair) -> bool:
    """Tell whether a noun without an article has what it is about, or a name, behind it.

    As titles have: "verlening omgevingsvergunning", "resultaten pilot Eerlijk te Huur".
    """
    return pair.words[0].endswith(_OF_ACTS) or _NAMED.match_at(pair.passage, pair.end) is not None
