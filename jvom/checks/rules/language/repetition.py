# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on repetition: a word twice, two articles, a passage that recurs."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from jvom.analysis.compounds import compounds
from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts
from jvom.findings import Related
from jvom.messages import msg

# Words that may rightly be repeated: "dat dat zo is", "de gevolgen zijn zijn zorg".
_REPEATABLE = frozenset(
    "dat die zijn haar er u je ze zij wat wie waar hun had ja nee heel zeer enz ha tussen".split()
)
_FUNCTION_WORDS = frozenset(
    """
    de het een van in op aan met voor door bij uit tot om onder over tussen naar te en of als is wordt
    werd
    """.split()
)
_PREPOSITIONS = frozenset(
    """
    van in op aan met voor door bij uit tot om onder over tussen naar na tegen binnen buiten sinds
    tijdens volgens via per
    """.split()
)
_PREFIXES, _LONGEST_CLAUSE = ("be", "ver", "ont", "her"), 11
#: More characters than so many words have.
_REACH = 300
_AFTER_DE_EEN = frozenset("op en of na naar met uit aan voor in bij is was de het door dan".split())


@rule("LNG011", WARNING, Scope.TEXTS, fixable=True, local=True)
def word_twice(texts: Texts) -> Iterator[Violation]:
    """A word is repeated."""
    index = texts.memo(_TokenIndex)
    for passage, tokens in index.by_passage.values():
        # A cheap check first: does a word equal the one before it, or a pair of words the pair before it?
        words = passage.lowered_words
        if any(map(eq, words, words[1:])) or sum(map(eq, words, words[2:])) > 1:
            yield from _repeated_words(passage)
        spare = len(tokens) - len(set(tokens))
        for length in (3, 4, 5):
            if spare >= length and sum(map(eq, tokens, tokens[length:])) >= length:
                yield from _repeated_run(passage, index, length)


class _TokenIndex:
    """The words of every passage, split at spaces, in lower case."""

    def __init__(self, texts: Texts) -> None:
        self.by_passage = {id(passage): (passage, passage.memo(_lowered_words)) for passage in texts.passages}
        self._places: dict[int, tuple[tuple[int, int], ...]] = {}

    def place(self, passage: Passage, number: int, length: int) -> tuple[int, int]:
        """Return the (start, end) in the passage of the words `number` up to `number + length`."""
        places = self._places.get(id(passage))
        if places is None:
            places = self._places[id(passage)] = tuple(_places_of(passage.text))
        return places[number][0], places[number + length - 1][1]


def _lowered_words(passage: Passage) -> list[str]:
    return passage.lowered.split()


def _places_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the words of a text, split at spaces."""
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        yield start, end


def _repeated_words(passage: Passage) -> Iterator[Violation]:
    words = passage.lowered_words
    for number in range(len(words) - 1):
        if words[number] == words[number + 1]:
            yield from _twice(words[number], passage, number)
        elif words[number] in _PREPOSITIONS and words[number : number + 2] == words[number + 2 : number + 4]:
            yield from _pair_twice(passage, number)


def _twice(word: str, passage: Passage, number: int) -> Iterator[Violation]:
    text, words = passage.text, passage.words
    (start, first_end), (second, end) = words[number], words[number + 1]
    if not text[first_end:second].isspace() or word in _REPEATABLE or len(word) == 1:
        return
    if word[0].isdigit() and not (len(word) == 4 and word[:2] in ("19", "20")):
        return
    if text[second].isupper() and (text[start].islower() or word not in _FUNCTION_WORDS):
        return
    if _is_joined(text, start, end) or not passage.is_typed(start, end):
        return
    if word == "het" and number:
        before = text[slice(*words[number - 1])].lower()
        if before not in _PREPOSITIONS and text[words[number - 1][1] : start].isspace():
            return
    yield Violation(
        passage.span(start, end),
        msg("«{word}» staat er twee keer", word=text[start:first_end]),
        msg("haal er een weg"),
        replace(passage, start, end, text[start:first_end], safe=_is_sure(word)),
    )


#: Parts of verbs, which may precede a preposition: "dat houdt op op 1 mei".
_PARTS_OF_VERBS = frozenset(
    "op aan in uit af mee toe door over om bij na voor tegen onder binnen is was".split()
)


def _is_sure(word: str) -> bool:
    """Tell whether a word that is there twice can't be right so."""
    return word.isalpha() and word not in _PARTS_OF_VERBS


def _pair_twice(passage: Passage, number: int) -> Iterator[Violation]:
    text, words = passage.text, passage.words
    start, end = words[number][0], words[number + 3][1]
    first = text[start : words[number + 1][1]]
    if first.lower().rpartition(" ")[2] not in _FUNCTION_WORDS or _has_participle(text, end):
        return
    if text[start:end].lower() == f"{first} {first}".lower() and passage.is_typed(start, end):
        yield Violation(
            passage.span(start, end),
            msg("«{words}» staat er twee keer", words=first),
            msg("haal er een weg"),
            replace(passage, start, end, first, safe=False),
        )


def _has_participle(text: str, end: int) -> bool:
    """Tell whether a clause before a noun may follow: "in de in de bijlage genoemde landen"."""
    following = text[end + 1 : end + _REACH].split()[1:_LONGEST_CLAUSE]
    return any(
        word.endswith("e") and ("ge" in word[:-3] or word.startswith(_PREFIXES) or word.endswith("ende"))
        for word in following
    )


def _repeated_run(passage: Passage, index: _TokenIndex, length: int) -> Iterator[Violation]:
    """Yield runs of `length` words that come twice in a row."""
    _, tokens = index.by_passage[id(passage)]
    same = [number for number, (a, b) in enumerate(zip(tokens, tokens[length:], strict=False)) if a == b]
    done = -1
    for at, number in enumerate(same[: 1 - length]):
        if number < done or same[at + length - 1] != number + length - 1:
            continue
        done = number + 2 * length
        start, end = index.place(passage, number, 2 * length)
        words = passage.text[slice(*index.place(passage, number, length))]
        if any(word.isalpha() for word in words.split()) and passage.is_typed(start, end):
            yield Violation(
                passage.span(start, end),
                msg("«{words}» staat er twee keer", words=words),
                msg("haal er een weg"),
                replace(passage, start, end, words, safe=False),
            )


_JOINERS = ("-", "'", "’", "/")


def _is_joined(text: str, start: int, end: int) -> bool:
    return text[:start].endswith((*_JOINERS, ".")) or text.startswith(_JOINERS, end)


@rule("LNG012", WARNING, Scope.TEXTS, local=True)
def two_articles(texts: Texts) -> Iterator[Violation]:
    """Two articles stand side by side."""
    for first in ("de", "het", "een"):
        seconds = [each for each in _LIKE_ARTICLES if each != first and f"{first} {each}" in texts.pairs]
        for passage, number in texts.words[first] if seconds else ():
            text, words = passage.text, passage.words
            if number + 1 == len(words):
                continue
            start, end = words[number]
            begin, last = words[number + 1]
            second = text[begin:last]
            if second not in seconds:
                continue
            if begin != end + 1 or not text[end].isspace() or _is_joined(text, start, last):
                continue
            before = text[slice(*words[number - 1])].lower() if number else ""
            after = text[slice(*words[number + 2])].lower() if number + 2 < len(words) else ""
            if _are_two_articles(first, second, before, after) and passage.is_dutch(start, last):
                found = text[start:last]
                yield Violation(
                    passage.span(start, last),
                    msg("«{found}» zijn twee lidwoorden naast elkaar", found=found),
                    msg("haal «{first}» of «{second}» weg", first=text[start:end], second=second),
                )


_LIKE_ARTICLES = ("de", "het", "een", "deze", "dit", "elke")
#: Prepositions that begin a clause as well: "sinds het de partijen raakt".
_CONJUNCTIONS = frozenset(("sinds", "tot", "voor"))


def _are_two_articles(first: str, second: str, before: str, after: str) -> bool:
    if first == "de":
        if second == "een":
            return after not in _AFTER_DE_EEN and bool(after) and compounds().is_noun(after)
        return second != "elke"
    if first == "een":
        # "De een hielp de ander" has both apart, "de een de ander" not.
        return second != "elke" and after not in ("facto", "jure", "ander") and before != "de"
    if second == "een":
        return before in _PREPOSITIONS and after not in _AFTER_DE_EEN and compounds().is_noun(after or "-")
    return (before in _PREPOSITIONS and before not in _CONJUNCTIONS) or not before


# --- passages -----------------------------------------------------------------------------------

_LEAST_WORDS = 8
_LONG_WORD, _ANCHOR_WORDS = 7, 3
_RUNNING_TEXT = frozenset(("paragraph", "item", "quote", "footnote"))


@rule("LNG021", INFO, Scope.TEXTS)
def repeated_passage(texts: Texts) -> Iterator[Violation]:
    """The same passage is in two places."""
    seen: dict[tuple[str, ...], tuple[Passage, int]] = {}
    index = texts.memo(_TokenIndex)
    tokens = index.by_passage
    for passage, words in tokens.values():
        if passage.kind not in _RUNNING_TEXT:
            continue
        passed = 0
        for number, word in enumerate(words):
            # A passage of some length has a long word in it: only what begins there is looked up.
            if len(word) < _LONG_WORD or number < passed:
                continue
            earlier, at = seen.setdefault(tuple(words[number : number + _ANCHOR_WORDS]), (passage, number))
            if earlier is passage or _section(earlier) == _section(passage):
                continue
            before, length = _common(tokens[id(earlier)][1], at, words, number, passed)
            if length >= _LEAST_WORDS:
                passed = number - before + length
                same = words[number - before : passed]
                if sum(word[0].isalpha() for word in same) >= _LEAST_WORDS:
                    yield _repeated(index, passage, number - before, length, earlier, at - before)


def _section(passage: Passage) -> tuple[str, str]:
    return passage.whole.path, passage.heading if passage.document == "tekst" else ""


def _common(earlier: list[str], at: int, later: list[str], number: int, floor: int) -> tuple[int, int]:
    """Return how many words before two places are the same (not before `floor`), and how many in all."""
    before = 0
    while before < min(at, number - floor) and earlier[at - before - 1] == later[number - before - 1]:
        before += 1
    after = 0
    most = min(len(earlier) - at, len(later) - number)
    while after < most and earlier[at + after] == later[number + after]:
        after += 1
    return before, before + after


def _repeated(
    index: _TokenIndex, passage: Passage, number: int, length: int, earlier: Passage, at: int
) -> Violation:
    start, end = index.place(passage, number, length)
    return Violation(
        passage.span(start, end),
        msg("deze passage van {length} woorden staat ook elders", length=length),
        msg("kijk of beide plaatsen kloppen, of verwijs naar de andere"),
        related=(Related(earlier.span(*index.place(earlier, at, length)), msg("hier staat dezelfde tekst")),),
    )


RULES = (word_twice, two_articles, repeated_passage)
