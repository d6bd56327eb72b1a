# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds of an abbreviation and a noun, written without the hyphen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.clauses import has_finite_verb_at, has_only_a_verb_at, is_behind_plural_verb
from jvom.analysis.compounds import singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.noun_pairs import is_numbered
from jvom.analysis.nouns import closers, may_be_bare, needs_article, never_behind_noun
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.language.glued_abbreviations import glued_abbreviations
from jvom.checks.views import Texts

_APART = Phrase("name={short_form} noun={noun}")
_VERB = Phrase("{finite_verb|plural_verb|strong_past|be|having_word|modal}", "*de|*te")
#: "Kamer- en EU debatten"
_AFTER_HANGING = Phrase("- en|of")
_COUNTED = Phrase("{numeral|plural_determiner}")
_AFTER_WORD = Phrase("{word}")
_AFTER_ARTICLE = Phrase("{article}")
_OPENING_ARTICLE = Phrase("{start} De|Het|Een|Deze|Dit")
#: "Uit CBS onderzoek blijkt", "na overleg over de PAS uitspraak."
_BEFORE_BARE = Phrase("{preposition|away_preposition}")
_BEFORE_OPENING = Phrase("{start} {preposition|away_preposition} {article}?")
_ENDS = Phrase(r",|;|:|\)|.")
_AFTER_PREPOSITION = Phrase("{preposition} {article}")
#: "VN- en EU missies", "NAVO-landen en EU lidstaten"
_AFTER_COMPOUND = Phrase("{before_compound}", "*se|*ke|*ge", "- en|of", "{short_form}-{word} en|of")
#: "Het is aan de VN leiding te geven": the noun may be an object.
_TO = Phrase("te {word}")
_NO_CLAUSE = Phrase("en|of|als|dat")
#: "waarin het EC zitting heeft.", "met de VNG afspraken maken"
_TAKEN = Phrase("{taking_verb} ({end}|,|;|en)", "te? {taking_infinitive}")
_PLURAL_VERB = Phrase("{plural_verb}", "*den|*ten")
#: Nouns that are verbs too, after an abbreviation that is the subject: "de VN leden verlies".
_ALSO_VERBS = frozenset(("land", "landen", "leden", "staat", "staten", "kampen"))
_ALSO_AFTER_ARTICLE = frozenset(("land", "staat", "troep", "leden", "partner"))
#: Abbreviations that take an article on their own; without one, they begin a compound.
_WITH_ARTICLE = frozenset(("EU", "VN", "NAVO", "VS", "AU", "UN", "NATO", "OVSE", "VNVR"))
_ROMAN = frozenset("IVXLC")
#: What may stand behind any name: "de ECB zelf".
_BESIDE = frozenset(("zelf", "zelfs", "ook", "immers", "echter", "alleen", "samen"))
_AFTER_CHAPTER = Phrase("hoofdstuk")
#: Meetings of Parliament, which their subject follows: "het AO piraterijbestrijding".
_MEETINGS = frozenset(("AO", "VAO", "WGO", "CD"))


@rule("LNG007", WARNING, Scope.TEXTS, fixable=True, local=True)
def hyphen_after_abbreviation(texts: Texts) -> Iterator[Violation]:
    """A hyphen is missing between an abbreviation and a noun."""
    yield from glued_abbreviations(texts)
    for match in _APART.find(texts, Reads.DUTCH):
        name, noun = match.written("name"), match.written("noun")
        heads = _heads(noun.lower())
        before_name = match.passage.text[match.end : match.end + 2].strip().isupper()
        may_be_one = not before_name and (
            not _ROMAN.issuperset(name) or _AFTER_CHAPTER.match_before(match.passage, match.start)
        )
        no_noun = _BESIDE | word_class("preposition") | (word_class("strong_past") - _ALSO_VERBS)
        may_be_noun = classes_of(noun.lower()) != "v" and noun not in no_noun
        # "dat EUFOR toezicht moet houden": a subject and an object.
        is_given = noun in word_class("object_noun")
        opens = noun.endswith(("en", "s")) and _OPENING_ARTICLE.match_before(match.passage, match.start)
        is_object = (is_given and _NO_CLAUSE.match_before(match.passage, match.start)) or (
            (is_given or may_be_bare(noun)) and not opens and _TAKEN.match_at(match.passage, match.end)
        )
        is_right = is_object or name in _MEETINGS or match.passage.text.startswith(("-", "‑"), match.end)
        is_whole = noun[1:].islower() and may_be_noun and not is_right
        if (
            is_whole
            and may_be_one
            and (
                heads
                or _COUNTED.match_before(match.passage, match.start)
                or _AFTER_HANGING.match_before(match.passage, match.start)
                or _is_never_bare(match, noun)
                or _is_subject(match)
                or _is_governed(match)
            )
        ):
            surely = not heads.isdisjoint(_head_nouns()) or _is_never_bare(match, noun)
            if _is_compound(match, name, noun, heads, surely=surely):
                safe = surely and not _TO.match_at(match.passage, match.end)
                place = match.passage, match.start, match.end
                yield correction(*place, f"{name}-{noun}", found=match.text, safe=safe)


def _is_never_bare(match: Match, noun: str) -> bool:
    """Tell whether a noun needs an article, or says who somebody is: "EU gezant"."""
    is_either = needs_article(noun) or noun.endswith(tuple(word_class("role")))
    if "v" in classes_of(noun) and noun.endswith("t"):
        return False  # "CMCC plant en coördineert"
    return is_either and not is_numbered(match.passage, match["noun"].end)


def _is_governed(match: Match) -> bool:
    """Tell whether both are the whole of what is behind a preposition: "Uit CBS onderzoek blijkt"."""
    noun, passage = match.part("noun"), match.passage
    if noun in closers() or noun in word_class("rank", "somebody") or is_numbered(passage, match.end):
        return False
    if _BEFORE_OPENING.match_before(passage, match.start):
        behind = bisect_left(passage.words, (match.end, 0))
        return "n" in classes_of(noun) and has_finite_verb_at(passage, behind)
    is_bare = never_behind_noun(noun) and bool(_BEFORE_BARE.match_before(passage, match.start))
    return is_bare and _ENDS.match_at(passage, match.end) is not None


def _is_subject(match: Match) -> bool:
    """Tell whether a noun begins a sentence, and is no verb, nor who somebody is: "De VN gezant reisde"."""
    noun = match.part("noun")
    if noun in word_class("modal") or not _OPENING_ARTICLE.match_before(match.passage, match.start):
        return False
    if classes_of(noun) == "n" and noun[-1] != "t" and noun not in word_class("rank", "somebody"):
        return True
    if "v" in classes_of(noun) or noun.endswith("en"):
        # "De AWACS vlucht duurde": of two verbs in a row the first is a noun.
        behind = bisect_left(match.passage.words, (match.end, 0))
        is_next = match.passage.text[match.end : match.end + 1] == " "
        is_one = noun.endswith(("en", "s")) or not _PLURAL_VERB.match_at(match.passage, match.end)
        return is_next and is_one and "n" in classes_of(noun) and has_only_a_verb_at(match.passage, behind)
    return _VERB.match_at(match.passage, match.end) is not None


def _is_compound(match: Match, name: str, noun: str, heads: frozenset[str], *, surely: bool) -> bool:
    """Tell from the words around them whether an abbreviation and the noun after it are one word."""
    passage, start = match.passage, match.start
    single = not noun.endswith(("en", "s"))
    if noun[0].isupper():
        return surely and name in _WITH_ARTICLE
    if surely and (single or name[-2:].strip("-").isdigit()):
        return True
    if _is_governed(match) or (
        _COUNTED.match_before(passage, start) and any(map(needs_article, singulars(noun)))
    ):
        return True
    if _AFTER_ARTICLE.match_before(passage, start):
        return _is_compound_after_article(match, noun, heads)
    if not _AFTER_WORD.match_before(passage, start):
        return not passage.text[:start].strip() and not single
    is_first = name in _WITH_ARTICLE and not _NO_CLAUSE.match_before(passage, start)
    # "In Gao ruimden EOD ploegen"
    is_first |= surely and is_behind_plural_verb(passage, bisect_left(passage.words, (start, 0)))
    return is_first or _AFTER_COMPOUND.match_before(passage, start) is not None


def _is_compound_after_article(match: Match, noun: str, heads: frozenset[str]) -> bool:
    """Tell whether an abbreviation after "de" or "het" belongs to the noun, and is no subject or object.

    At the start of a sentence the verb comes second, so a noun in that place belongs to the abbreviation.
    """
    plural = _PLURAL_VERB.match_at(match.passage, match.end) is not None
    if _OPENING_ARTICLE.match_before(match.passage, match.start):
        return plural or noun not in _ALSO_VERBS
    in_phrase = plural or _AFTER_PREPOSITION.match_before(match.passage, match.start) is not None
    return in_phrase and not heads.isdisjoint(_head_nouns() | _ALSO_AFTER_ARTICLE)


def _head_nouns() -> frozenset[str]:
    return word_class("head_noun", "count_noun")


def _heads(noun: str) -> frozenset[str]:
    """Return the heads that a noun, singular or plural, ends in."""
    nouns = _head_nouns() | word_class("bare_noun")
    return frozenset(
        each[at:]
        for each in singulars(noun)
        for at in range(max(1, len(each) - 3))
        if each[at:] in nouns and each[:at] != "aan"  # "aanleiding" is no kind of "leiding"
    )
