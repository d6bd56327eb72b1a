# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The title that letter, nota and cover give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import starmap

from jvom.analysis.name_spellings import NamePlace, place_of
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.spelling_keys import words_of
from jvom.analysis.stretches import Stretch
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.together.years import other_year, years_in
from jvom.checks.views import DossierView
from jvom.findings import Severity
from jvom.source import Span


@rule("LET001", ERROR, Scope.DOSSIER)
def title_differs(dossier: DossierView) -> Iterator[Violation]:
    """Letter, nota or cover gives the report another title."""
    data = dossier.data
    title, years = data.title, {data.period.first.year, data.period.last.year, data.year}
    printed = [(data.letter.subject, data.letter.at.value("subject"))]
    printed += [(each.title, each.at.value("title")) for each in (data.nota, data.report) if each]
    named = data.at.value("title")
    suffixes: list[tuple[set[int], Span]] = []
    for words, span in printed:
        if not _plain(words).startswith(_plain(title)):
            yield violation(span, "title", title=title, related=named)
            continue
        given = years_in(words[len(title) :])
        if given - years:
            yield other_year(dossier, span)
        elif given:
            suffixes.append((given, span))
        if not words.startswith(title):
            yield violation(span, "capitals", title=title, related=named, severity=INFO)
    for given, span in suffixes[1:]:
        if given != suffixes[0][0]:
            yield violation(span, "other-years", related=suffixes[0][1], severity=INFO)
    for place, severity in (*_quoted_titles(dossier), *_like_the_title(dossier)):
        yield violation(place.span, "title", title=title, severity=severity)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


#: A title that is introduced as such: "heet «...»".
_NAMED = Phrase("heet|getiteld|genaamd|titel|luidt is? :? name={quotation}")


def _quoted_titles(dossier: DossierView) -> Iterator[tuple[Stretch, Severity | None]]:
    """Yield the quoted titles in letter and nota that are not the report's."""
    title = _plain(dossier.data.title)
    words = set(title.split())
    for match in _NAMED.find(dossier, Reads.TYPED):
        quoted = Stretch(match.passage, match["name"].start + 1, match["name"].end - 1)
        given = _plain(quoted.text)
        alike = not given.startswith(title) and len(words & set(given.split())) * 2 >= len(words)
        if alike and match.passage.document in ("brief", "nota") and match.passage.kind != "value":
            yield quoted, None


_REPORTS = ("rapportage", "rapport", "verslag", "evaluatie", "overzicht")
#: A shorter title is like too many other words.
_FEWEST_WORDS = 4


def _like_the_title(dossier: DossierView) -> Iterator[tuple[Stretch, Severity | None]]:
    """Yield words that resemble the title: without a word, with one for its beginning, with other words."""
    whole = words_of(dossier.data.title)
    if len(whole) < _FEWEST_WORDS:
        return
    for place in _rows(dossier, whole[0], *[""] * (len(whole) - 2)):
        if _lacks_middle_word(place.words, whole):
            yield place, None
    for place in _rows(dossier, "", *whole[-2:]):
        if place.words[0] not in whole and place.words[0].endswith(_REPORTS):
            yield place, None
    for wanted in (whole, whole[1:]):
        for place in _rows(dossier, wanted[0], *[""] * (len(wanted) - 1)):
            is_begun = wanted is whole or place.word(-1).lower() != whole[0]
            if is_begun and _is_another_title(place.words, wanted):
                yield place, WARNING


def _rows(dossier: DossierView, *words: str) -> Iterator[NamePlace]:
    """Yield where words follow one another in a text; "" is any word."""
    for passage, first in dossier.index.rows(words, None):
        if passage.kind != "value":
            yield place_of(passage, first, first + len(words) - 1)


def _lacks_middle_word(found: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether words are the whole without one of those in its middle."""
    differ = (at for at, (word, right) in enumerate(zip(found, whole, strict=False)) if word != right)
    left = min(next(differ, len(found)), len(whole) - 2)
    return left > 0 and found[left:] == whole[left + 1 :]


def _is_another_title(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether words equal the title but for one, or all resemble it: "kleine" for "overige"."""
    pairs = zip(found, wanted, strict=True)
    others = [(word, right) for word, right in pairs if word not in (right, right + "s")]
    return bool(others) and all(starmap(_is_like, others))


def _is_like(word: str, right: str) -> bool:
    """Tell whether words are both adjectives, or begin or end in the same way."""
    if word.endswith("e") and right.endswith("ige"):
        return True
    return len(word) > 5 and (word[:6] == right[:6] or word[-6:] == right[-6:])
