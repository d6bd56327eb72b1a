# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names that are spelled in more than one way: with another hyphen, space, capital or accent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from jvom.analysis.capital_variants import capital_variants, phrase_variants
from jvom.analysis.comparable_words import ComparableWords
from jvom.analysis.hyphen_variants import hyphen_variants
from jvom.analysis.letter_variants import accent_variants, ending_variants, link_variants, sound_variants
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.stretches import Stretch
from jvom.analysis.word_index import WordIndex
from jvom.checks.glossaries import spelling_groups, without_remark
from jvom.checks.name_phrases import phrases
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters
from jvom.findings import Severity

#: What is behind the place from which a news item comes.
_DATELINE = Phrase(r"(\(|/ {any}...3? \)?)? -|– {word}", ", {digits} {word}")
#: What is behind the short name of a kind of case: "AWB 13/9329".
_CASE_NUMBER = Phrase("-|–|:? {digits}/{digits}")
_RUNNING = ("paragraph", "item", "quote", "footnote", "cell")


@rule("NAM006", WARNING, Scope.TEXTS)
def mixed_spellings(texts: Texts) -> Iterator[Violation]:
    """A word or name is spelt in two ways in the dossier."""
    known, groups = _known_letters(texts), texts.memo(spelling_groups)
    for passages, names in zip(groups, texts.memo(phrases), strict=True):
        # A word of one loose text says nothing of those in another.
        index = texts.index if len(groups) == 1 else WordIndex(passages)
        words = ComparableWords(index, passages, known)
        found = chain(
            hyphen_variants(words),
            accent_variants(words),
            link_variants(words),
            sound_variants(words),
            capital_variants(words),
            _office_variants(words),
            phrase_variants(words, names),
        )
        for forms in found:
            yield from _rarer_forms(texts, known, forms)
        for forms, is_sure in ending_variants(words):
            yield from _rarer_forms(texts, known, forms, None if is_sure else INFO)


def _rarer_forms(
    texts: Texts,
    known: frozenset[str],
    forms: Iterable[Sequence[Stretch]],
    severity: Severity | None = None,
) -> Iterator[Violation]:
    """Yield the places of all forms but the commonest, as far as no other rule reports them."""
    running = ([each for each in places if not _is_in_capitals(each)] for places in forms)
    present = [*filter(None, running)]
    if len(present) < 2:
        return
    unreported = [
        [place for place in places if not is_known_misspelling(texts, place.shown)] for places in present
    ]
    left = [places for places in unreported if places and letters(places[0].text) not in known]
    # "à" and "a", "la" and "là" are different words.
    if len(left) < 2 or all(len(places[0].text) < 3 for places in left):
        return
    order = texts.index.numbers
    left.sort(key=lambda places: (order[id(places[0].passage)], places[0].start))
    usual = max(left, key=_preference)[0]
    for places in left:
        # A number without its space ("29521") is left to the rules on citations and figures.
        for place in places if usual not in places and any(map(str.isalpha, places[0].text)) else ():
            there, right = usual.span, usual.shown
            yield violation(place.span, found=place.shown, usual=right, related=there, severity=severity)


def _is_in_capitals(place: Stretch) -> bool:
    """Tell whether a word is in a line in capitals, or is where a news item comes from: "DEN HAAG -"."""
    if not place.text.isupper():
        return False
    text = place.passage.text
    before, after = text[: place.start].rpartition("\n")[2], text[place.end :].partition("\n")[0]
    if after.startswith(":"):
        return True  # Who speaks, in minutes: "De VOORZITTER: Ik open de vergadering".
    if not before.strip() and _DATELINE.match_at(place.passage, place.end):
        return True
    if _CASE_NUMBER.match_at(place.passage, place.end):
        return True
    around = (*before.split()[-1:], *after.split()[:1])
    return bool(around) and all(map(str.isupper, around))


def _known_letters(texts: Texts) -> frozenset[str]:
    """Return the letters of the names in the registers, which other rules check."""
    if not isinstance(texts, DossierView):
        return frozenset()
    report = texts.data.report
    titles = (texts.data.title, report.title) if report else (texts.data.title,)
    expansions = (entry.expansion for entry in texts.dossier.glossary.abbreviations)
    return frozenset(map(letters, (*titles, *texts.registered_names, *map(without_remark, expansions))))


def _preference(places: Sequence[Stretch]) -> tuple[int, int, bool, bool]:
    """Return the key by which the right form is the greatest, the first of equals.

    That is the commonest form, then one word, one with a hyphen, one with accents, one in small letters.
    """
    found = places[0].shown
    return len(places), -found.count(" ") * 2 - found.count("-"), not found.isascii(), found.islower()


#: An office and whose it is, or one with a hyphen or a deputy, which needs no more to be known.
_OFFICE = Phrase(
    "office={head_of} van|voor|der de|het? {word}",
    "office=*-president|*-generaal|*-minister|*-premier|*-staf",
    "office=({head_of}-{word}|{word}-{head_of})",
    "office=(plaatsvervangend {head_of}|waarnemend {head_of}|militair {head_of})",
    "office=(speciaal {head_of}|speciale {head_of}|bijzonder {head_of})",
)


def _office_variants(words: ComparableWords) -> Iterator[Iterable[Sequence[Stretch]]]:
    """Yield offices in mid-sentence with a capital that also occur without."""
    found: dict[str, dict[tuple[bool, ...], list[Stretch]]] = {}
    for match in _OFFICE.find(words, Reads.DUTCH):
        if match.passage.kind in _RUNNING and match.sentence[0] < match.start - 1:
            place = Stretch(match.passage, match["office"].start, match["office"].end)
            capitals = tuple(part[0].isupper() for part in place.text.replace("-", " ").split())
            found.setdefault(match.text.lower(), {}).setdefault(capitals, []).append(place)
    for forms in found.values():
        yield map(words.comparable, forms.values())
