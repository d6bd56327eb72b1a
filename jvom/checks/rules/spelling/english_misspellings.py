# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by the English dictionary, of terms marked as English."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.languages import english as common_english
from jvom.analysis.languages import language_of
from jvom.analysis.marked_terms import marked_terms
from jvom.analysis.nouns import is_linked
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.spelling.dictionary import Missing, english, is_english
from jvom.checks.rules.spelling.edits import nearest, slips_of
from jvom.checks.rules.spelling.meant_words import MOST_SUGGESTIONS
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_registers import PROPER
from jvom.checks.rules.spelling.spelled_words import is_abbreviation
from jvom.checks.views import DossierView, Texts
from jvom.checks.words.phrases import match_case

#: How like one of a title an unknown word is that was meant as it: "Internation".
_LIKENESS = 0.85
#: Dutch ranks that end an English title by mistake, and the English ones: "*Naval Officier*".
_DUTCH_RANKS = {
    "assistent": "assistant",
    "officier": "officer",
    "commandant": "commander",
    "directeur": "director",
    "inspecteur": "inspector",
    "secretaris": "secretary",
    "adviseur": "adviser",
    "analist": "analyst",
}


def english_misspellings(texts: Texts) -> Iterator[Violation]:
    """Yield the words in English terms that are not in the English dictionary."""
    try:
        spelling = texts.memo(SpellChecker)
    except Missing:
        return
    suggested, titles = 0, common_english() | word_class("title_word", "name_word")
    known = common_english() | word_class("english")
    for term in marked_terms(texts.passages):
        # "*Military Assistent*": words that several languages share.
        if not (term.language.startswith("en") or (not term.language and _is_title(term.text, titles))):
            continue
        passage = term.passage
        if ":" in passage.text[term.end - 1 : term.end + 1]:
            continue  # who speaks, in an interview
        inside = [place for place in passage.words if term.start <= place[0] < term.end]
        typed = [(at, passage.text[at:end]) for at, end in inside]
        words = [(at, word) for at, word in typed if _is_read(word, spelling)]
        is_title = any(word.lower() in titles for _, word in typed)
        is_short = is_title or len(inside) < 3 or not typed[-1][1].islower()
        if not is_short and known.isdisjoint(word.lower() for _, word in typed):
            continue  # "Christus vita vestra"
        wrong = [(at, word) for at, word in words if not _is_known(word, spelling, is_title=is_title)]
        # A term of mostly unknown words isn't English; the rules for foreign words report it.
        mostly_english = len(wrong) * 2 < len(words)
        for at, word in wrong:
            suggested += 1
            suggestions = _meant(word.lower()) if suggested <= MOST_SUGGESTIONS else ()
            if suggestions or (mostly_english and word.islower()):
                wording, span = "suggested" if suggestions else "unknown", passage.span(at, at + len(word))
                better = "», «".join(match_case(word, each) for each in suggestions[:3])
                yield violation(span, wording, word=word, words=better)
    yield from _in_registers(texts, known) if isinstance(texts, DossierView) else ()


def _is_title(term: str, titles: frozenset[str]) -> bool:
    """Tell whether words with capitals begin with one of English titles, and end in a Dutch rank."""
    words = term.lower().split()
    return len(words) > 1 and term.istitle() and words[0] in titles and words[-1] in _DUTCH_RANKS


def _in_registers(dossier: DossierView, known: frozenset[str]) -> Iterator[Violation]:
    """Yield the words in English names of the registers that are a letter off from one of titles."""
    data = dossier.dossier
    names = [
        *(
            (each.official, each.at.value("official"))
            for each in data.missions.missions
            if each.language == "en"
        ),
        *(
            (each.expansion, each.at.value("expansion"))
            for each in data.glossary.abbreviations
            if each.language == "en"
        ),
        *((each.name, each.at.value("name")) for each in data.names.names if each.kind not in PROPER),
    ]
    for name, span in names:
        words = [word for word in name.replace("-", " ").split() if word.isalpha()]
        if (
            known.isdisjoint(word.lower() for word in words)
            or language_of(tuple(map(str.lower, words))) == "nl"
        ):
            continue
        for word in words:
            small = word.lower()
            is_odd = len(word) > 4 and word[1:].islower() and small not in known
            for better in _words_of_titles(small)[:1] if is_odd else ():
                if not is_english(word):  # asked last, since it may load the dictionary
                    yield violation(span, "suggested", word=word, words=match_case(word, better))


def _is_read(word: str, spelling: SpellChecker) -> bool:
    return len(word) > 3 and word.isalpha() and not is_abbreviation(word) and word not in spelling.names


def _is_known(word: str, spelling: SpellChecker, *, is_title: bool) -> bool:
    """Tell whether a word is right; a Dutch one a letter off from one of English titles isn't: "Staf"."""
    small = word.lower()
    if is_title and small in _DUTCH_RANKS:
        return False
    if small in common_english() or small in spelling.accepted:
        return True
    is_dutch = spelling.dictionary.has(word)
    may_be_title = is_dutch and is_title and word.istitle() and _words_of_titles(small)
    # "*Overheids*identificatienummer": the first part of a Dutch compound.
    return (is_dutch and not may_be_title) or is_english(word) or is_linked(small)


def _words_of_titles(word: str) -> tuple[str, ...]:
    """Return the words of English titles and names that a word (small letters) is a letter off from."""
    known = word_class("title_word", "name_word")
    return () if word in known else tuple(slips_of(word, known))


def _meant(word: str) -> tuple[str, ...]:
    """Return the English words that an unknown one may have been meant as."""
    from difflib import get_close_matches  # only needed when a word is wrong

    return (
        tuple(_DUTCH_RANKS.get(word, "").split())
        or _words_of_titles(word)
        or english().first_known(str.islower, *nearest(word))
        or tuple(
            get_close_matches(word, sorted(word_class("title_word", "name_word")), n=1, cutoff=_LIKENESS)
        )
    )
