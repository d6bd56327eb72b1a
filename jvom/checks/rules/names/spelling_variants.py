# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the words and names that the texts spell in more than one form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from jvom.analysis.addresses import is_in_address
from jvom.analysis.passages import Passage
from jvom.analysis.word_index import Place
from jvom.checks.glossaries import spelling_groups, without_remark
from jvom.checks.name_places import NamePlace, plain_marks, unaccented
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.rules.names.name_phrases import JOINING, OPENING, Phrases, phrases
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.dutch.sorting import letters

#: Small words, prepositions and adverbs that are never the first part of a compound here.
_SMALL_WORDS = (
    JOINING
    | OPENING
    | frozenset(
        """
    af toe weg heen terug mee samen vast vrij goed beter best even veel weinig meer minder zeer heel hele erg
    eens ooit nooit steeds vaak soms weer mede eerst laatst anders verder voort opnieuw zelf zelfs toch juist
    per via rond langs ten tegen boven achter voorbij neer los open dicht vol hoog laag lang kort groot klein
    een twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend eerste tweede derde beide
    zich ons onze jaar jaren dag dagen week weken maand maal keer uur men iets niets alles ander andere nieuw
    mij me jou je jullie hen hem uw wij kon konden had hadden deed doet doen gaat gaan ging laat laten
    """.split()
    )
)
#: Verbs that follow their object: "subsidie aanvragen".
_VERBS = frozenset(
    """
    aanvragen aanbieden aangaan afleggen bieden brengen betalen delen dragen doen eisen gebruiken geven
    houden krijgen leveren maken melden nemen nodig ontvangen opdoen opleiden opstellen oefenen overdragen
    plaatsen schrijven sluiten spelen stellen sturen trainen uitbrengen uitvoeren verkrijgen verlenen
    verstrekken verzorgen vinden voeren voorbereiden vormen vragen werken winnen zetten zoeken volgen bouwen
    """.split()
)
_COMPASS = frozenset("noord oost zuid west midden centraal noordoost noordwest zuidoost zuidwest".split())
_ACUTE = frozenset("áéíóú")
_OTHER_ACCENTS = frozenset("àâãäåçèêëìîïñòôõöùûüýÿăąćčďěğłńňřśşšťůűžźż")
_TWO_HYPHENS = pattern(r"-\w{1,30}+-")
_CHAIN = pattern(r"\w{1,30}+(?:-\w{1,30}+){2,6}")
_ADJECTIVE = pattern("(?<![ai])(?<!ad)e$")
#: The shortest part of a compound, on either side of a linking s.
_SHORTEST_PART = 5
#: The ending of French words, where an acute accent doesn't mark stress: comité, attachés, procedé.
_FRENCH_ENDING = pattern("é(?:e?s?|'s)$")


class Form(msgspec.Struct, frozen=True):
    """One form of a word, with its places in reading order; forms are ordered by `first`."""

    places: tuple[NamePlace, ...]
    first: int


class Group(msgspec.Struct, frozen=True):
    """The forms of one word; `uncertain` when they may be two different names."""

    forms: tuple[Form, ...]
    uncertain: bool = False


def groups(texts: Texts) -> tuple[Group, ...]:
    """Return the words and names that occur in two forms or more."""
    known = _known(texts)
    found: list[Group] = []
    for passages, names in zip(texts.memo(spelling_groups), texts.memo(phrases), strict=True):
        finder = _VariantFinder(texts, passages, known)
        found += (
            *finder.hyphens(),
            *finder.chains(),
            *finder.accents(),
            *finder.endings(),
            *finder.links(),
            *finder.capitals(),
            *finder.names(names),
        )
    return tuple(found)


def _known(texts: Texts) -> frozenset[str]:
    """Return the letters of the names in the registers, which other rules check."""
    if not isinstance(texts, DossierView):
        return frozenset()
    data = texts.dossier
    names = [data.data.title, *([data.data.report.title] if data.data.report else ())]
    for mission in data.missions.missions:
        names += (mission.name, mission.official, *mission.accepted, *mission.rejected)
    for name in data.names.names:
        names += (name.name, *name.accepted, *name.rejected)
    for entry in data.glossary.abbreviations:
        names += (entry.abbreviation, *entry.also, without_remark(entry.expansion))
    return frozenset(letters(name) for name in names)


class _VariantFinder:
    """Passages whose spelling must agree: finds the groups of forms in them."""

    def __init__(self, texts: Texts, passages: tuple[Passage, ...], known: frozenset[str]) -> None:
        self.texts, self.passages, self.known = texts, passages, known
        self.number = {id(passage): number for number, passage in enumerate(passages)}

    # --- places and groups

    def places(self, word: str) -> list[NamePlace]:
        """Return the places of a word."""
        return self.comparable(NamePlace(passage, at, at) for passage, at in self.texts.words.get(word, ()))

    def comparable(self, places: Iterable[NamePlace]) -> list[NamePlace]:
        found: list[NamePlace] = []
        for place in places:
            passage, start, end = place.passage, place.start, place.end
            if (
                id(passage) in self.number
                and passage.typed[start:end] == passage.text[start:end]
                and not is_in_address(passage.text, start, end)
                and not passage.is_quoted(start, end)
            ):
                found.append(place)
        return found

    def group(self, forms: Iterable[list[NamePlace]], *, uncertain: bool = False) -> Iterator[Group]:
        """Yield the forms as a group, when at least two have places and no other rule reports them."""
        present = [places for places in forms if places]
        forms_found = []
        for places in present if len(present) > 1 else ():
            unreported = [
                place for place in places if not is_known_misspelling(self.texts, plain_marks(place.found))
            ]
            if unreported and letters(unreported[0].found) not in self.known:
                ordered = sorted(unreported, key=self.order)
                forms_found.append(
                    Form(tuple(ordered), self.order(ordered[0])[0] * 1_000_000 + ordered[0].first)
                )
        if len(forms_found) > 1:
            yield Group(tuple(forms_found), uncertain)

    def order(self, place: NamePlace) -> tuple[int, int]:
        return self.number[id(place.passage)], place.first

    # --- hyphens and spaces

    def hyphens(self) -> Iterator[Group]:
        """Yield words that are written as one word, with a hyphen, or as two words."""
        hyphened: dict[tuple[str, ...], list[NamePlace]] = {}
        spaced: dict[tuple[str, ...], list[NamePlace]] = {}
        for passage in self.passages:
            if "-" in passage.text:
                for number, words in _hyphened(passage):
                    hyphened.setdefault(words, []).append(_ending_at(passage, number, words))
        last = {words[-1] for words in hyphened}
        for passage in self.passages:
            for number, words in _written_apart(passage, self.texts.words, last):
                if words in hyphened or "".join(words) in self.texts.words:
                    spaced.setdefault(words, []).append(_ending_at(passage, number, words))
        for words in dict.fromkeys((*hyphened, *spaced)):
            with_hyphen = hyphened.get(words, []) if _may_have_hyphen(words) else []
            apart = spaced.get(words, [])
            if words[0].isupper() or words[0] in _COMPASS:
                apart = []
            whole = "".join(words)
            if (whole in self.texts.words) + bool(with_hyphen) + bool(apart) > 1:
                yield from self.group(
                    (
                        self.places(whole),
                        self.comparable(with_hyphen),
                        self.comparable(_matching(apart, with_hyphen)),
                    )
                )

    def chains(self) -> Iterator[Group]:
        """Yield words with two hyphens or more ("staakt-het-vuren") that also occur with fewer."""
        seen: set[tuple[str, ...]] = set()
        for passage in self.passages:
            for match in _CHAIN.finditer(passage.text) if _TWO_HYPHENS.search(passage.text) else ():
                words = tuple(match[0].lower().split("-"))
                if words[1].isdigit():
                    # "artikel-100-bijdrage" is compared with "artikel 100-inzet" by its beginning.
                    words = words[:2]
                if words in seen:
                    continue
                seen.add(words)
                forms: dict[str, list[NamePlace]] = {}
                for place in self.comparable(_occurrences(self.texts, words, (" ", "\n", "-"))):
                    if len(words) > 2 or place.passage.text[place.end : place.end + 1] == "-":
                        forms.setdefault(plain_marks(place.found).lower(), []).append(place)
                yield from self.group(forms.values())

    # --- accents and endings

    def accents(self) -> Iterator[Group]:
        """Yield words that occur with and without their accent."""
        for word in self.texts.words:
            if word.isascii() or (bare := unaccented(word)) == word or bare not in self.texts.words:
                continue
            if _OTHER_ACCENTS.isdisjoint(word) and _is_stress(word, self.texts.words[word]):
                continue
            accented = self.places(word)
            # Another language may write it without the accent: "Wilayat Sinai" beside "de Sinaï".
            foreign = not all(place.passage.is_dutch(place.start, place.end) for place in accented)
            without = [
                place
                for place in self.places(bare)
                if not place.found.isupper() and (foreign or place.passage.is_dutch(place.start, place.end))
            ]
            yield from self.group((accented, without))

    def endings(self) -> Iterator[Group]:
        """Yield English words that occur with both a British and an American ending."""
        for word in self.texts.words:
            if not ("iz" in word or word.endswith(_AMERICAN_ENDINGS)):
                continue
            if (british := _british(word)) and british in self.texts.words:
                # Other rules compare the names in the appendix with the register.
                american, british_places = (
                    [place for place in self.places(each) if place.passage.section != "mandates.yml"]
                    for each in (word, british)
                )
                shared = _contexts(american) & _contexts(british_places)
                if "iz" not in word:
                    # A Center and a Centre in other contexts are two bodies, each with its own name.
                    american, british_places = (
                        [place for place in each if _contexts((place,)) & shared]
                        for each in (american, british_places)
                    )
                yield from self.group((american, british_places), uncertain=not shared)

    def links(self) -> Iterator[Group]:
        """Yield compounds that occur with and without a linking s: capaciteitsopbouw, capaciteitopbouw."""
        for word in self.texts.words:
            at = word.find("s", _SHORTEST_PART) if len(word) > 2 * _SHORTEST_PART else -1
            while 0 < at < len(word) - _SHORTEST_PART:
                bare = word[:at] + word[at + 1 :]
                if bare in self.texts.words:
                    yield from self.group((self.places(word), self.places(bare)))
                at = word.find("s", at + 1)

    # --- capitals

    def capitals(self) -> Iterator[Group]:
        """Yield words with capitals inside ("EMASoH") that also occur with other capitals."""
        seen: set[str] = set()
        for passage in self.passages:
            if passage.text.isupper():
                continue
            for start, end in passage.capital_words:
                word = passage.text[start:end].lower()
                if (
                    end - start > 2
                    and word not in seen
                    and word not in self.known
                    and len(self.texts.words.get(word, ())) > 1
                ):
                    seen.add(word)
                    yield from self.group(self.cases(word))

    def cases(self, word: str) -> list[list[NamePlace]]:
        forms: dict[str, list[NamePlace]] = {}
        for place in self.places(word):
            if not place.passage.text.isupper() and not _is_shouted(place):
                forms.setdefault(place.found, []).append(place)
        lower_case = len(forms.pop(word, ()))
        # A word that is mostly in lower case is an ordinary word, once written in capitals.
        return [] if lower_case > 1 or (lower_case and len(forms) < 2) else list(forms.values())

    def names(self, names: Phrases) -> Iterator[Group]:
        """Yield names of several words with other capitals: "Rode Zee" and "Rode zee"."""
        for words, found in names.items():
            if "".join(words) in self.known or len(found) == len(
                everywhere := [*_occurrences(self.texts, words)]
            ):
                continue
            others = [
                place
                for place in self.comparable(everywhere)
                if place.passage.kind not in ("title", "heading", "value", "head")
                and not place.found.isupper()
            ]
            if len(others) > len(found):
                yield from self.group(_by_capitals(others))


def _ending_at(passage: Passage, number: int, words: tuple[str, ...]) -> NamePlace:
    return NamePlace(passage, number - len(words) + 1, number)


def _hyphened(passage: Passage) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield two words (lower case) with a hyphen between them, and the index of the second.

    When the first is a number, the word before it is included: "artikel 100-bijdrage".
    """
    text, words, lowered = passage.text, passage.words, passage.lowered_words
    hyphen = -1
    while (hyphen := text.find("-", hyphen + 1)) >= 0:
        number = bisect_left(words, (hyphen + 1,))
        if not 0 < number < len(words) or words[number - 1][1] != hyphen or words[number][0] != hyphen + 1:
            continue
        left, right = words[number - 1], words[number]
        if lowered[number - 1].isdigit():
            if (
                number > 1
                and not lowered[number].isdigit()
                and text[words[number - 2][1] : left[0]] in " -\n"
            ):
                yield number, lowered[number - 2 : number + 1]
        elif "-" not in (text[left[0] - 1 : left[0]], text[right[1] : right[1] + 1]):
            yield number, (lowered[number - 1], lowered[number])


def _written_apart(
    passage: Passage, index: Mapping[str, object], last: set[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield two words side by side that may be one word, and the index of the second."""
    text, lowered = passage.text, passage.lowered_words
    before = ""
    for number, two in enumerate(lowered):
        if two in _SMALL_WORDS:
            before = ""
            continue
        one, before = before, two
        if not one or (two not in last and one + two not in index):
            continue
        words = passage.words
        if text[words[number - 1][1] : words[number][0]] not in (" ", "\n"):
            continue
        pair: tuple[str, ...] = (one, two)
        if one.isdigit() and number > 1 and text[words[number - 2][1] : words[number - 1][0]] in (" ", "\n"):
            pair = (lowered[number - 2], one, two)
        if _may_be_one(pair):
            yield number, pair


def _may_be_one(words: tuple[str, ...]) -> bool:
    """Tell whether two words side by side may be one word written apart."""
    return all(len(word) > 2 or word.isdigit() for word in words) and not (
        words[0] in _SMALL_WORDS or words[-1] in _SMALL_WORDS or words[-1] in _VERBS
    )


def _may_have_hyphen(words: tuple[str, ...]) -> bool:
    return len(words[-1]) > 1 and not (words[-1].isdigit() and words[0].isdigit())


def _matching(apart: list[NamePlace], hyphened: list[NamePlace]) -> list[NamePlace]:
    """Return the places of two words that may be the hyphenated word, by the capital of the second."""
    if not hyphened:
        return [place for place in apart if not _second_word(place).isupper()]
    capitals = {_second_word(place).isupper() for place in hyphened}
    return [place for place in apart if _second_word(place).isupper() in capitals]


def _second_word(place: NamePlace) -> str:
    return place.passage.text[place.passage.words[place.last][0]]


def _is_stress(word: str, places: list[Place]) -> bool:
    """Tell whether the acute accents of a word only mark its stress: "één", "vóór", "dé"."""
    for passage, number in places:
        start = passage.words[number][0]
        if passage.text[start].isupper() and start > passage.sentence_at(start)[0]:
            return False
    acute = [letter in _ACUTE for letter in word]
    doubled = any(one and two for one, two in pairwise(acute))
    return doubled or len(word) < 6 or sum(acute) > 1 or not _FRENCH_ENDING.search(word)


def _is_shouted(place: NamePlace) -> bool:
    """Tell whether a word is in capitals for emphasis: beside others in capitals, or after a colon."""
    if not place.found.isupper():
        return False
    text, words = place.passage.text, place.passage.words
    before = text[slice(*words[place.first - 1])] if place.first else ""
    after = text[slice(*words[place.last + 1])] if place.last + 1 < len(words) else ""
    return (
        (len(before) > 1 and before.isupper())
        or (len(after) > 1 and after.isupper())
        or text[max(0, place.start - 4) : place.start].rstrip()[-1:] == ":"
    )


def _neighbours(place: NamePlace) -> tuple[str, str]:
    words, text = place.passage.words, place.passage.text
    before = text[slice(*words[place.first - 1])].lower() if place.first else ""
    after = text[slice(*words[place.last + 1])].lower() if place.last + 1 < len(words) else ""
    return ("", after) if after else (before, "")


def _british(word: str) -> str:
    """Return the British form of a word (lower case) that may be American; "" when it isn't."""
    if len(word) > 6 and "iz" in word:
        return word.replace("iz", "is")
    for american, british in _AMERICAN:
        if word.endswith((american, american + "s")) and len(word) > len(american):
            at = word.rindex(american)
            return word[:at] + british + word[at + len(american) :]
    return ""


#: American endings and the British ones: Defense, Center, Harbor, Program.
_AMERICAN = (
    ("ense", "ence"),
    ("enter", "entre"),
    ("bor", "bour"),
    ("rogram", "rogramme"),
    ("eater", "eatre"),
)
_AMERICAN_ENDINGS = tuple(american + plural for american, _ in _AMERICAN for plural in ("", "s"))


def _contexts(places: Iterable[NamePlace]) -> frozenset[tuple[str, ...]]:
    """Return the contexts of words: the word after them, and the two before."""
    found: set[tuple[str, ...]] = set()
    for place in places:
        found.add(_neighbours(place))
        if place.first > 1:
            words, text = place.passage.words, place.passage.text
            before = (words[place.first - 2], words[place.first - 1])
            found.add(tuple(text[start:end].lower() for start, end in before))
    return frozenset(found)


def _occurrences(
    texts: Texts, words: tuple[str, ...], between: tuple[str, ...] = (" ", "\n")
) -> Iterator[NamePlace]:
    """Yield the places where words (lower case) follow one another, starting from the rarest."""
    index = texts.words
    anchor = min(range(len(words)), key=lambda number: len(index.get(words[number], ())))
    for passage, number in index.get(words[anchor], ()):
        first = number - anchor
        end = first + len(words)
        if first < 0 or end > len(passage.lowered_words) or passage.lowered_words[first:end] != words:
            continue
        text = passage.text
        if all(text[left[1] : right[0]] in between for left, right in pairwise(passage.words[first:end])):
            yield NamePlace(passage, first, end - 1)


def _by_capitals(places: list[NamePlace]) -> list[list[NamePlace]]:
    """Group the places of a name by which of its words have a capital.

    The first word of a sentence doesn't count, nor does a noun in front ("de regeling van de Minister").
    Dutch words without any capital are not a name.
    """
    forms: dict[tuple[bool, ...], list[NamePlace]] = {}
    opening: list[tuple[tuple[bool, ...], NamePlace]] = []
    for place in places:
        text, words = place.passage.text, place.passage.words[place.first : place.last + 1]
        first = text[slice(*words[0])]
        rest = tuple(
            text[start].isupper() for start, end in words[1:] if text[start:end].lower() not in JOINING
        )
        if not any((first[0].isupper(), *rest)) and place.passage.is_dutch(place.start, place.end):
            continue
        if not _ADJECTIVE.search(first):
            forms.setdefault((True, *rest), []).append(place)
        elif _begins_sentence(place):
            opening.append((rest, place))
        else:
            forms.setdefault((first[0].isupper(), *rest), []).append(place)
    for rest, place in opening:
        key = next((form for form in forms if form[1:] == rest), (True, *rest))
        forms.setdefault(key, []).append(place)
    return list(forms.values())


def _begins_sentence(place: NamePlace) -> bool:
    """Tell whether a place begins a sentence, or follows a colon."""
    text = place.passage.text
    before = text[place.passage.sentence_at(place.start)[0] : place.start]
    return not any(map(str.isalnum, before[-40:])) or before.rstrip("\"'“‘„« \n*").endswith(":")
