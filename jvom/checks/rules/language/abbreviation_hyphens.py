# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds of an abbreviation and a noun, written without the hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.messages import msg

_APART = Phrase("name={short_form} noun={noun}")
_VERB = Phrase("{verb}", "{finite_verb|plural_verb|be|having_word|modal}")
_AFTER_WORD = Phrase("{word}")
_AFTER_CHAPTER = Phrase("hoofdstuk")
_AFTER_ARTICLE = Phrase("{article}")
_AFTER_PREPOSITION = Phrase("{preposition} {article}")
_AFTER_COMPOUND = Phrase("{before_compound}", "*se|*ke|*ge")
_JOINED_TO_COMPOUND = Phrase("- en|of", "{short_form}-{word} en|of")
#: "Het is aan de VN leiding te geven": the noun may be an object.
_TO = Phrase("te {word}")
_NO_CLAUSE = Phrase("en|of|als|dat")
_PLURAL_VERB = Phrase("{plural_verb}", "*den|*ten")
#: Nouns that are verbs too, after an abbreviation that is the subject: "de VN leden verlies".
_ALSO_VERBS = frozenset(("land", "landen", "leden", "staat", "staten", "kampen"))
_ALSO_AFTER_ARTICLE = frozenset(("land", "staat", "troep", "leden", "partner"))
#: Nouns that English spells the same way: capitalized, they belong to a foreign name.
_ENGLISH_TOO = frozenset(
    "budget partner partners president project regime sector staff station team top training".split()
)
#: Abbreviations that take an article on their own; without one, they begin a compound.
_WITH_ARTICLE = frozenset(("EU", "VN", "NAVO", "VS", "AU", "UN", "NATO", "OVSE", "VNVR"))
#: The end of a sentence: an article after it does not belong to an earlier verb.
_SENTENCE_END = (".", ":", "!", "?", "”", '"', "\n")
_ROMAN = frozenset("IVXLC")


@rule("LNG007", WARNING, Scope.TEXTS, fixable=True, local=True)
def hyphen_after_abbreviation(texts: Texts) -> Iterator[Violation]:
    """A hyphen is missing between an abbreviation and a noun."""
    for match in _APART.find(texts, Reads.DUTCH):
        text, space = match.passage.text, match["name"].end
        noun = text[match["noun"].start : match.end]
        is_longer = (
            text.startswith(("-", "‑"), match.end) or text[match.end : match.end + 2].strip().isupper()
        )
        heads = _heads(noun.lower())
        if (
            (heads or _is_subject(match))
            and noun[1:].islower()
            and noun.isalpha()
            and not is_longer
            and _is_compound(match, heads)
        ):
            better = f"{text[match.start : space]}-{noun}"
            yield Violation(
                match.span,
                msg("«{found}» is één woord", found=match.text),
                msg("schrijf «{better}»", better=better),
                replace(
                    match.passage,
                    space,
                    space + 1,
                    "-",
                    safe=bool(heads & _head_nouns()) and not _TO.match_at(match.passage, match.end),
                ),
            )


def _is_subject(match: Match) -> bool:
    """Tell whether a sentence begins with the noun, which is no verb, and has one next: "De VN gezant is"."""
    article = _AFTER_ARTICLE.match_before(match.passage, match.start)
    begins = article is not None and article.text.istitle()
    return (
        begins
        and "v" not in classes_of(match.part("noun"))
        and bool(_VERB.match_at(match.passage, match.end))
    )


def _is_compound(match: Match, heads: frozenset[str]) -> bool:
    """Tell from the words around them whether an abbreviation and the noun after it are one word."""
    passage, start = match.passage, match.start
    name, noun = passage.text[start : match["name"].end], passage.text[match["noun"].start : match.end]
    surely = bool(heads & _head_nouns())
    single = not noun.endswith(("en", "s"))
    if noun[0].isupper():
        return noun.lower() not in _ENGLISH_TOO and surely and name in _WITH_ARTICLE
    if _ROMAN.issuperset(name) and name not in ("VI", "CI", "IC"):
        return surely and _AFTER_CHAPTER.match_before(passage, start) is not None
    if surely and (single or name[-2:].strip("-").isdigit()):
        return True
    if "-" in name and _WITH_ARTICLE.issuperset(name.split("-")):
        return True
    if article := _AFTER_ARTICLE.match_before(passage, start):
        return _is_compound_after(article, match, heads)
    if not _AFTER_WORD.match_before(passage, start):
        return not passage.text[:start].strip() and not single
    if name in _WITH_ARTICLE and not _NO_CLAUSE.match_before(passage, start):
        return True
    # "VN- en EU missies", "NAVO-landen en EU lidstaten"
    return any(before.match_before(passage, start) for before in (_JOINED_TO_COMPOUND, _AFTER_COMPOUND))


def _is_compound_after(article: Match, match: Match, heads: frozenset[str]) -> bool:
    """Tell whether an abbreviation after "de" or "het" belongs to the noun, and is no subject or object.

    At the start of a sentence the verb comes second, so a noun in that place belongs to the abbreviation.
    """
    passage = match.passage
    plural = _PLURAL_VERB.match_at(passage, match.end)
    before = passage.text[: article.start].rstrip(" \u00a0")
    if article.text.istitle() and (not before or before.endswith(_SENTENCE_END)):
        return plural is not None or passage.text[match["noun"].start : match.end] not in _ALSO_VERBS
    in_phrase = plural or _AFTER_PREPOSITION.match_before(passage, match.start)
    return bool(heads & (_head_nouns() | _ALSO_AFTER_ARTICLE)) and in_phrase is not None


def _head_nouns() -> frozenset[str]:
    return word_class("head_noun") | word_class("count_noun")


def _heads(noun: str) -> frozenset[str]:
    """Return the heads that a noun, singular or plural, ends in."""
    nouns = _head_nouns() | word_class("bare_noun")
    return frozenset(
        each[at:]
        for each in singulars(noun)
        for at in range(max(1, len(each) - 3))
        # "aanleiding" is no kind of "leiding".
        if each[at:] in nouns and (at == 0 or (len(each) > at + 3 and each[:at] != "aan"))
    )


RULES = (hyphen_after_abbreviation,)
