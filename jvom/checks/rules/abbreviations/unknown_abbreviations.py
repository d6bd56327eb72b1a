# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that every abbreviation in the text is in the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jvom.analysis.abbreviations import Abbreviation, singular
from jvom.analysis.entities import entities
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, typed_as
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import typed_words
from jvom.checks.groups import by_key
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.abbreviations.abbreviation_uses import Register, registers
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg

#: Shorter abbreviations resemble too many others.
_SHORTEST_MISTYPED = 4
#: The longest that is an abbreviation though it is among no words that look like one: "zzp'ers", "R&D".
_LONGEST_ALONE = 7
_QUOTE_MARKS = "\"'“”„‘’«»"
#: "EUAM-U", in one pattern since a part may be of letters and digits; a longer one makes it a compound.
_PART = pattern(r"(?:-([A-Z\d]{1,2})|/([A-Z\d]))(?![\w-])")
#: "C-IED"
_PREFIX = pattern(r"(?:^|[\s(‘“\"'])([A-Z]-)$")


@rule("ABR001", WARNING, Scope.TEXTS)
def unknown_abbreviation(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is not in the list of abbreviations."""
    for register in texts.memo(registers):
        if not register.listed:
            continue
        forms = [form for entry in register.entries for form in entry.forms]
        known = typed_words((*forms, *_names(texts, register)))
        yield from _longer(texts, register, known.union(forms))
        # Listed abbreviations in other capitals are left to the rules on form and plural.
        folded = {word.lower() for word in typed_words(forms)}
        unknown = {
            word
            for word in texts.index.typed_forms
            if word != word.lower() and not (word.istitle() and word.isalpha())
            if known.isdisjoint((word, singular(word))) and singular(word).lower() not in folded
        }
        places = by_key(
            (each.singular, (passage, each))
            for passage in register.passages
            if passage.is_text and (_may_be_filled(passage) or not unknown.isdisjoint(passage.tokens.forms))
            for each in entities(passage, "abbreviation")
            if each.text in unknown or (_is_apart_from_words(each) and known.isdisjoint((each.text,)))
            if not _is_shouted(passage, each)
        )
        for short, ((passage, first), *others) in places.items():
            also = [
                Related(other.span_of(each), msg("ook hier staat «{short}»", short=each.text))
                for other, each in others[:3]
            ]
            if listed := _listed_before(passage, first, known):
                span = passage.span(first.start - len(listed) - 1, first.end)
                longer = f"{listed}-{first.text}"
                yield violation(span, "longer", longer=longer, form=listed, related=also)
                continue
            meant = meant_abbreviation(short, known)
            wording = "typo" if meant else "unknown"
            yield violation(passage.span_of(first), wording, short=short, meant=meant, related=also)


def _may_be_filled(passage: Passage) -> bool:
    """Tell whether it is a cell that an abbreviation may fill."""
    return passage.kind == "cell" and len(passage.text) <= _LONGEST_ALONE


def _is_apart_from_words(each: Abbreviation) -> bool:
    """Tell whether it is not among the words of the texts that look like one: "S&R", "mkb"."""
    return each.text.islower() or not each.text.isalnum()


def _is_shouted(passage: Passage, each: Abbreviation) -> bool:
    """Tell whether it is a common word among words in capitals: "BESTUUR" as a heading, "TIEN JAAR VREDE"."""
    if not classes_of(each.text.lower()):
        return False
    if passage.text.isupper() and passage.kind in ("heading", "cell"):
        return passage.kind == "heading" or len(each.text) > _SHORTEST_MISTYPED
    around = passage.text[: each.start].split(" ")[-2:-1] + passage.text[each.end :].split(" ")[1:2]
    words = [word.strip(_QUOTE_MARKS) for word in around]
    return any(word.isupper() and len(word) > 1 and classes_of(word.lower()) for word in words)


def _listed_before(passage: Passage, each: Abbreviation, known: frozenset[str]) -> str:
    """Return the listed abbreviation that a hyphen joins to it: of "EUTM-MOZ" the first; "" without one."""
    before, hyphen, _ = passage.text[: each.start].rpartition("-")
    word = before.rpartition(" ")[2].lstrip("(" + _QUOTE_MARKS)
    return word if hyphen and len(before) + 1 == each.start and word in known else ""


def _longer(texts: Texts, register: Register, known: frozenset[str]) -> Iterator[Violation]:
    """Yield the listed abbreviations that a part behind a hyphen makes another one: "EUAM-U"."""
    own = {id(passage) for passage in register.passages}
    forms = sorted(form for entry in register.entries for form in entry.forms if form.isupper())
    numbered = {f"{form}{digit}": form for form in forms for digit in "123456789"}
    for longer in sorted((numbered.keys() & texts.index.typed_forms) - known):
        for place in typed_as(texts.index, longer):
            if id(place.passage) in own:
                span = place.passage.span(place.start, place.end)
                yield violation(span, "longer", longer=longer, form=numbered[longer])
    for form in forms:
        for place in typed_as(texts.index, form):
            found = _with_part(place) if id(place.passage) in own else None
            if found and known.isdisjoint((found.part, found.longer)):
                span = place.passage.span(found.start, found.start + len(found.longer))
                yield violation(span, "longer", longer=found.longer, form=form)


class _WithPart(NamedTuple):
    """An abbreviation with a part behind or before it, where it begins, and that part."""

    start: int
    longer: str
    part: str


def _with_part(place: NamePlace) -> _WithPart | None:
    """Return what a listed abbreviation is a part of: "EUAM-U", "C-IED"; None when it is whole."""
    text = place.passage.text
    if part := _PART.match(text, place.end):
        return _WithPart(place.start, text[place.start : part.end()], part[1] or part[2])
    before = text[max(0, place.start - 3) : place.start]
    if prefix := _PREFIX.search(before) if before.endswith("-") else None:
        start = place.start - len(prefix[1])
        return _WithPart(start, text[start : place.end], prefix[1])
    return None


def meant_abbreviation(short: str, known: frozenset[str]) -> str:
    """Return the known abbreviation that an unknown one is most often a typo of; "" when none is near."""
    from difflib import get_close_matches

    # A letter too many is mostly one of the others: "VNV", "EUU".
    if alike := [word for word in known if set(word) == set(short) and 0 <= len(short) - len(word) <= 1]:
        return min(alike)
    intended = sorted(word for word in known if len(word) >= _SHORTEST_MISTYPED and not word.islower())
    near = get_close_matches(short, intended, n=1, cutoff=0.75 if len(short) >= _SHORTEST_MISTYPED else 0.85)
    return near[0] if near else ""


def _names(texts: Texts, register: Register) -> Iterable[str]:
    """Return the names whose words are no abbreviation: those that the list or the registers have."""
    if isinstance(texts, DossierView):
        return (texts.data.short, texts.data.title, *texts.registered_names)
    return (entry.expansion for entry in register.entries)
