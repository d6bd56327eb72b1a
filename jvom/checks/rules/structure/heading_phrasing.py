# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a heading is worded: as a noun, an infinitive or a sentence, with an article or without."""

from __future__ import annotations

from itertools import pairwise

from jvom.analysis.lexicon import classes_of, has_class
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class

_SPEAKER = Phrase("wij|we|ik|er|hij|men|u")
_QUESTION_WORDS = frozenset("wie wat waar hoe waarom wanneer welke welk".split())
#: What begins a clause that is part of something else: "Zichtbaar maken wat er gebeurt".
_CLAUSE = Phrase("{any} ...8 wat|hoe|waar|waarom|wie|die|dat|als|wanneer|of")
#: What begins a word that may be a participle: "verwacht", "gepland".
_OF_PARTICIPLE = ("ge", "be", "ver", "ont", "her", "er")
#: What a noun at the start of a sentence has before it: "geen talent blijft onbenut".
_BEGIN_SENTENCE = frozenset("de het een deze dit die dat geen elk elke ieder iedere alle onze ons".split())
#: A heading of fewer words is a noun alone.
FEWEST_WORDS = 2
_SHORTEST_VERB = 5


def phrasing(heading: Passage) -> str | None:
    """Tell whether a heading is a noun, an infinitive or a clause; None when that is not sure."""
    words = [word for word in heading.tokens.lowered if word.isalpha()]
    if not words or any(map(str.isdigit, heading.text)):
        return None
    if heading.text.rstrip().endswith("?"):
        return "question" if heading.document != "tekst" else None
    if len(words) < FEWEST_WORDS:
        return "noun" if "n" in classes_of(words[0]) and not words[0].endswith("en") else None
    if _SPEAKER.find_in(heading) or _states(words):
        return None if _CLAUSE.find_in(heading) else "clause"
    if words[0] not in _QUESTION_WORDS and not word_class("finite_verb", "modal", "having_word").isdisjoint(
        words[1:-1]
    ):
        return None  # "Ruimte voor maatwerk moet blijven"
    if words[1] in word_class("determiner") and "v" in classes_of(words[0]) and not words[0].endswith("en"):
        return None  # "bevrijd het onderwijs"
    classes = classes_of(words[-1])
    if classes == "v":
        # "Voordelen van thuis werken" is a noun, and "gegeven" may be a participle.
        is_infinitive = words[-1].endswith("en") and not words[-1].startswith("ge")
        # A principle, or a clause: "Geen idee waar ze blijven".
        # In public prose "Duurzaam bouwen" and "Veilig werken" are subjects, as nouns are.
        if heading.document == "tekst" and "a" in classes_of(words[0]):
            return None
        if words[0] in ("niet", "geen") or not word_class("clause_word").isdisjoint(words[1:]):
            return None
        if words[-2] == "en" and classes_of(words[-3]) != "v":
            return None  # "Verkeer en parkeren"
        return "verb" if is_infinitive and words[1] not in word_class("preposition") else None
    return None if "v" in classes and words[-2] not in word_class("determiner") else "noun"


def _states(words: list[str]) -> bool:
    """Tell whether words (small letters) are a sentence: "de missie werkt samen met partners"."""
    verbs = (
        word
        for word, after in pairwise((*words[2:], ""))
        if word in word_class("finite_verb")
        or (len(word) >= _SHORTEST_VERB and word.endswith("t") and _is_finite(word, after))
    )
    return words[0] in _BEGIN_SENTENCE and any(verbs)


def article(heading: Passage) -> str | None:
    """Tell whether a heading of a noun alone has an article: "De staf" beside "Eenheid"."""
    *before, noun = heading.tokens.lowered
    if "n" not in classes_of(noun):
        return None
    return "article" if before and before[0] in ("de", "het", "een") else None if before else "no-article"


def _is_finite(word: str, after: str) -> bool:
    """Tell whether a word in a t is a verb in a sentence: no noun, no participle without an object."""
    if after in word_class("determiner"):
        return "v" in classes_of(word)
    return classes_of(word) == "v" and not word.startswith(_OF_PARTICIPLE)


_OF = frozenset(("van", "aan", "voor"))


def action(heading: Passage) -> str | None:
    """Tell whether a heading begins with an infinitive ("Het bewaken van ...") or a noun ("Bewaking van")."""
    words = heading.tokens.lowered
    at = 1 if words[:1] == ["het"] else 0
    if len(words) < at + FEWEST_WORDS:
        return None
    first, of = words[at : at + FEWEST_WORDS]
    if of not in _OF:
        return None
    if classes_of(first) == "v" and first.endswith("en") and of == "van":
        return "infinitive"
    return "begins-with-noun" if "v" not in classes_of(first) and has_class(first, "noun") else None
