# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG041: no comma between the verb of a clause and that of the sentence: "wie hier woont moet weg"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from jvom.analysis.clauses import is_apart
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import is_determiner, is_participle
from jvom.analysis.nouns import is_plural as is_plural_noun
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

#: Whose participles have no "ge".
_PREFIXES = ("be", "ver", "ont", "her", "er", "over", "onder", "door", "vol", "mis")
#: How no participle ends: "bevindt", "onderneemt".
_FINITE_ENDS = ("n", "dt", "gt", "jt", "lt", "mt", "nt", "rt", "wt")
_HAVING = frozenset("is was heeft had wordt werd zijn waren hebben hadden worden werden".split())
#: What looks like a verb behind them is a noun or part of a set phrase: "ten laste", "als volgt".
_NO_VERB_BEHIND = frozenset("ten ter als in tot bij".split())
#: Seldom a verb, though the lexicon has them as nothing else.
_NO_VERBS = frozenset("in uit men wet mis vroeg wilt betreft velen".split())
#: What begins a clause that is the subject or object of the sentence, or that belongs to one.
_OF_WHAT = frozenset("die dat wat waar".split())
#: No more words has a clause that may go without a comma.
_SHORT = 6
_PRONOUNS = frozenset("hij zij ze hem haar hen we wij ik je jij u men er het".split())
#: How long "om … te" is before its comma is missed.
_LONG_AIM = 8


@rule("LNG041", WARNING, Scope.TEXTS)
def clause_without_comma(texts: Texts) -> Iterator[Violation]:
    """Two finite verbs are side by side: that of a clause, and that of the sentence it is in."""
    for verb in sorted(word_class("singular_verb", "past_plural", "plural_of_sentence")):
        for passage, number in texts.index.places.get(verb, ()):
            if number > 2 and passage.kind in RUNNING and _ends_clause(passage, number):
                start, end = passage.words[number - 1][0], passage.words[number][1]
                if passage.is_dutch(start, end):
                    severity = INFO if passage.document == "tekst" and _is_short(passage, number) else None
                    found = passage.text[start:end]
                    yield violation(passage.span(start, end), found=found, severity=severity)


def _is_short(passage: Passage, verb: int) -> bool:
    """Tell whether a comma is a matter of taste behind a clause: "wat hij zegt", "die hij kent"."""
    words = passage.lowered_words[max(0, verb - _SHORT) : verb - 1]
    first = next((each for each in words if each in _joints()), "")
    is_least = words[-2:-1] == (first,) and first in ("die", "dat") and words[-1] in _PRONOUNS
    return is_least or first.startswith(("wat", "waar"))


def _ends_clause(passage: Passage, second: int) -> bool:
    """Tell whether the word before a verb ends a clause, and the verb is that of the sentence."""
    words, (before, last, verb) = passage.lowered_words, passage.lowered_words[second - 2 : second + 1]
    if (is_determiner(before) and before != "zijn") or before in _NO_VERB_BEHIND or last == verb:
        return False
    is_plural = verb in word_class("plural_of_sentence")
    if (is_plural and not _begins_sentence(passage, second)) or not _has_more(passage, second):
        return False
    form = _form(last)
    if before in word_class("modal") and last.endswith("en") and "v" in classes_of(last):
        form = form or "plural"
    if form == "plural" and before in ("en", "of") and verb in ("is", "was"):
        return False  # "Meten en beschrijven was het doel"
    if last in _HAVING and verb.endswith("en") and verb in word_class("modal"):
        return False  # "dat gebeurd had moeten zijn"
    near = passage.text[passage.words[second - 1][0] : passage.words[second][0]]
    if not form or near != f"{last} " or is_apart(passage, second - 1):
        return False
    start, _ = passage.sentence_at(passage.words[second][0])
    first = bisect_left(passage.words, (start, 0))
    if before == "te" or (before in word_class("modal") and words[second - 3] == "te"):
        is_aim = words[first] == "om" and second - first > _LONG_AIM and verb not in _HAVING
        return is_aim and _begins_sentence(passage, second)
    at = next((at for at in range(second - 2, first - 1, -1) if words[at] in _joints()), second)
    clause = words[at] if at < second else ""
    if (
        clause == "als"
        and form == "plural"
        and "n" in classes_of(words[at + 1])
        and not is_plural_noun(words[at + 1])
    ):
        return False  # "Als burger invloed hebben is mooi": nobody who has it
    # "Wat hier gebeurt is ernstig" is as good without one.
    says_what = words[first] == "wat" and verb in ("is", "was")
    says_what = says_what and (form == "finite" or words[second + 1 : second + 2] == ("dat",))
    if not clause or says_what or (before == "zijn" and form != "participle"):
        return False
    # "Van de staat is", "als hij in gesprek is gaat, …": no clause ends there, or no sentence goes on.
    is_followed = passage.text[passage.words[second][1] :][:1] == ","
    if _is_noun(words[second - 3], before, last) or (clause not in ("wie", *_OF_WHAT) and is_followed):
        return False
    if form == "participle":
        return before in _HAVING and _has_more(passage, second)
    if form == "finite":
        return not (is_plural and last in word_class("modal"))
    return _is_plural_of_clause(clause, before, last, verb)


def _is_plural_of_clause(clause: str, before: str, last: str, verb: str) -> bool:
    """Tell whether what may be an infinitive is a plural, so that the verb behind it is the sentence's."""
    if verb in word_class("plural_of_sentence") or before in word_class("modal"):
        return verb not in word_class("plural_of_sentence")
    if verb in word_class("modal") and last not in word_class("past_plural"):
        return False
    is_past = last.endswith(("ten", "den")) and classes_of(last[:-1]) == "v"
    return is_past or last in word_class("plural_verb", "past_plural") or clause in ("die", "wat")


def _is_noun(article: str, adjective: str, word: str) -> bool:
    """Tell whether a word that may be a verb is a noun here: "de Britse staat"."""
    is_described = article in word_class("article") and adjective.endswith("e")
    return is_described and classes_of(adjective) in ("a", "") and "n" in classes_of(word)


@cache
def _joints() -> frozenset[str]:
    """Return the words with which a clause begins."""
    return word_class("clause_joint", "clause_opener")


def _begins_sentence(passage: Passage, verb: int) -> bool:
    """Tell whether what is behind a verb may be its subject or object, so that the verb ends no clause."""
    return _has_more(passage, verb) and passage.lowered_words[verb + 1] in word_class("behind_inversion")


def _has_more(passage: Passage, number: int) -> bool:
    """Tell whether a word follows without a mark."""
    return passage.text[passage.words[number][1] :][:1] == " " and number + 1 < len(passage.words)


@cache
def _form(word: str) -> str:
    """Return what a word may be at the end of a clause: "finite" in the singular, "plural", "participle"."""
    if word in word_class("singular_verb"):
        return "finite" if word not in _NO_VERBS else ""
    if word in word_class("past_plural", "plural_verb"):
        return "plural" if word != "die" else ""
    classes = classes_of(word) if word.endswith(("t", "d", "e", "n")) and word not in _NO_VERBS else ""
    if classes == "v" and (
        word.endswith(("te", "de")) or (word.endswith("t") and classes_of(f"{word[:-1]}d"))
    ):
        return "finite"
    if not classes and word.endswith("t") and _is_behind_particle(word):
        return "finite"
    if {"a", "v"}.isdisjoint(classes) or word.endswith("e"):
        return ""
    is_weak = word.startswith(_PREFIXES) and not word.endswith(_FINITE_ENDS)
    if is_weak or word.startswith(_participle_beginnings()) or (classes == "v" and is_participle(word)):
        return "participle"
    if classes != "v" or word.endswith(("d", "dien")):
        return ""
    return "plural" if word.endswith("n") else "finite"


def _is_behind_particle(word: str) -> bool:
    """Tell whether a verb is one with a particle that the lexicon does not have: "voorkomt"."""
    verbs = word_class("singular_verb")
    return any(word.startswith(each) and word[len(each) :] in verbs for each in _particles())


@cache
def _participle_beginnings() -> tuple[str, ...]:
    return "ge", *(f"{each}ge" for each in _particles())


def _particles() -> frozenset[str]:
    return word_class("before_participle", "before_past_participle")
