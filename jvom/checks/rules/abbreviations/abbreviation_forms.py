# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the form of an abbreviation: as the list has it, with a plural as Dutch writes it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.languages import is_in_dutch_dictionary
from jvom.analysis.name_spellings import NamePlace, name_places, run_together, spelled_out, taken_apart
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import GlossaryEntry
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import registers
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: What follows initials: "E.U. de Vries", "V.S. Naipaul".
_SURNAME = Phrase(". {surname}")
_ARTICLE = Phrase("{article}")
#: Beside an English word it is part of an English name.
_ENGLISH = Phrase("of|the|for|and|to|with|by|from|its|their|our|on|as|are")
_SHORTEST_WORD = 3
#: A plural without its apostrophe: "NGOs", "F-16s", "LCF'en"; in one pattern, as what is joined to it counts.
_PLURAL = pattern(
    r"(?P<name>[A-Znipctd](?<![\w@/.&].)(?:(?<=[A-Z])(?:[A-Z]{1,7}|[a-z][A-Z]|[A-Z]{0,2}-?[0-9]{1,3})"
    r"|(?<=[ni])go|(?<=p)c|(?<=t)v|(?<=c)d|(?<=d)vd))"
    r"(?:(?P<ending>s)|['’]en)(?![\w@'])(?!’)"
)
#: Behind these letters "'en" is right as well.
_HISSING = ("S", "X", "Z")
#: As a plural these are no other words.
_LOWERCASE_PLURALS = frozenset(("ngos", "igos", "pcs", "tvs", "cds", "dvds"))


@rule("ABR007", WARNING, Scope.TEXTS, fixable=True)
def abbreviation_misspelled(texts: Texts) -> Iterator[Violation]:
    """An abbreviation has other capitals or another separator than in the list."""
    for register in texts.memo(registers):
        own_passages = {id(passage) for passage in register.passages}
        forms = [(form, entry) for entry in register.entries for form in entry.forms]
        correct = {form for form, _ in forms}
        reported: set[tuple[int, int]] = set()
        for form, entry in sorted(forms, key=lambda pair: (-len(pair[0]), pair[0])):
            for place in _any_spelling(texts, form):
                if place.text in correct or id(place.passage) not in own_passages:
                    continue
                words = {(id(place.passage), number) for number in range(place.first, place.last + 1)}
                if place.shown not in correct and _is_misspelling(place) and reported.isdisjoint(words):
                    reported |= words
                    yield _misspelling(place, form, entry)


def _any_spelling(texts: Texts, form: str) -> Iterator[NamePlace]:
    """Yield the places of a form in any spelling: other capitals, spaces or hyphens, or its own."""
    yield from name_places(texts, form)
    words = words_of(form)
    if len(words) == 1:
        yield from taken_apart(texts, words[0])
        if form.isupper() and form.isalpha():
            yield from spelled_out(texts, words[0])
        return
    yield from run_together(texts, form)
    for at in range(len(words) - 1 if len(words) > 2 else 0):
        yield from name_places(texts, " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :])))


def _is_misspelling(place: NamePlace) -> bool:
    """Tell whether a variant spelling is a mistake, and not an ordinary word by chance."""
    found, text = place.text, place.passage.text
    if text.isupper() or place.is_joined:
        return False
    if "." in found and place.first < place.last:
        return found.isupper() and not _is_initials(place)
    capitals = sum(map(str.isupper, found))
    if place.first < place.last or capitals > 1:
        # "Inmiddels is IS verdreven" has no ISIS.
        first = found.split()[0]
        return capitals > 1 and not (first != found and first.islower() and is_in_dutch_dictionary(first))
    if found.lower() in word_class("like_abbreviation"):
        return False
    if is_in_dutch_dictionary(found.lower()):
        return found.istitle() and len(found) >= _SHORTEST_WORD and _has_odd_capital(place)
    in_compound = text.startswith("-", place.end) and text[place.end + 1 : place.end + 2].islower()
    return capitals > 0 or len(found) > 3 or in_compound or not set(found) & set("aeiouy")


def _has_odd_capital(place: NamePlace) -> bool:
    """Tell whether a word begins no sentence, and is beside no other capital: "de Laf namen de post over"."""
    start, before, after = place.sentence[0], place.word(-1), place.word(1)
    begins = place.passage.words[place.first - 1][0] <= start + 1
    is_in_name = after[:1].isupper() or (before[:1].isupper() and not begins)
    return bool(before) and start < place.start - 2 and not place.is_quoted and not is_in_name


def _is_initials(place: NamePlace) -> bool:
    """Tell whether letters with full stops are initials, or the beginning of a longer series."""
    passage, end = place.passage, place.end
    return passage.text[end + 2 : end + 3] == "." or (
        _SURNAME.match_at(passage, end) is not None and not _ARTICLE.match_before(passage, place.start)
    )


def _misspelling(place: NamePlace, form: str, entry: GlossaryEntry) -> Violation:
    passage, end = place.passage, place.end
    # The last full stop belongs to "V.N.", unless it also ends the sentence.
    if "." in place.text and passage.sentence_at(place.start)[1] > end + 1:
        end += 1
    found = plain_marks(passage.text[place.start : end])
    listed = entry.abbreviation
    return correction(passage, place.start, end, form, found=found, listed=listed, related=entry.at)


@rule("ABR010", WARNING, Scope.TEXTS, fixable=True)
def abbreviation_plural(texts: Texts) -> Iterator[Violation]:
    """The plural of an abbreviation takes an apostrophe."""
    forms = texts.index.typed_forms
    plurals = {form for form in forms if form[-1] == "s" and len(form) > 2 and not form[-2].islower()}
    plurals |= _LOWERCASE_PLURALS
    for passage in texts.passages:
        text = passage.text
        if plurals.isdisjoint(passage.tokens.forms) and "'en" not in text and "’en" not in text:
            continue
        for match in _PLURAL.finditer(passage.dutch):
            start, end = match.span()
            if not match["ending"] and match["name"].endswith(_HISSING):
                continue  # "LTS'en"
            if not _ENGLISH.match_before(passage, start) and not _ENGLISH.match_at(passage, end):
                name = match["name"]
                if name.lower() in word_class("common_abbreviation"):
                    name = name.lower()
                better, safe = f"{name}'s", match["ending"] == "s"
                yield correction(passage, start, end, better, found=match[0], safe=safe)
