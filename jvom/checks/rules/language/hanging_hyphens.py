# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG029: compounds in a series, whose shared part is left out without a hyphen: "grens en kustbewaking"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.compounds import LISTED, compounds, join_compound
from jvom.analysis.lexicon import classes_of
from jvom.analysis.nouns import disagrees, is_plural
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.shared_parts import certainty_of, gap_behind, is_alone, is_attribute, is_first_part
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.findings import Severity

_JOINING = ("en", "of", "als")
#: The ends of people whom several organisations have, each its own.
_STAFF = ("issen", "mers", "seurs", "laren", "ciëlen", "schalen")
_NUMBER = Phrase("{digits|numeral}")
_COUNTED = Phrase("(een|elk|elke|geen|alle|beide|{numeral}) {adjective}?")
_IN_BRACKETS = Phrase(r"\( prefix={word}-\) word={word}")
#: "(inter-)nationale", "(her) opbouw", "(on)- gewenste"
_PREFIX = Phrase(
    r"\( prefix={word}-\)",
    r"\( prefix={loose_prefix|prefix_or_word|verb_prefix|prefix_behind_article|kept_hyphen}\)",
    r"\( prefix={word}\)-",
)


@rule("LNG029", WARNING, Scope.TEXTS, local=True)
def hanging_hyphen_missing(texts: Texts) -> Iterator[Violation]:
    """A compound in a series lacks the hyphen for the part that is left out."""
    for joining in _JOINING:
        for passage, number in texts.words.get(joining, ()):
            yield from _series(passage, number)
    for match in _IN_BRACKETS.find(texts, Reads.DUTCH):
        if match.part("word") not in _JOINING:
            prefix = match.passage.text[match["prefix"].start : match["prefix"].end]
            hyphen = "" if prefix.islower() and prefix not in word_class("kept_hyphen") else "-"
            better = f"({prefix}{hyphen}){match.part('word')}"
            yield _violation(match.passage, match.start, match.end, better, "spaced")
    for match in _PREFIX.find(texts, Reads.DUTCH):
        number = bisect_left(match.passage.words, (match.end, 0))
        if number == len(match.passage.words):
            continue
        text, (start, end) = match.passage.text, match.passage.words[number]
        prefix, word = match.part("prefix"), match.passage.lowered_words[number]
        joined = join_compound(prefix, word)
        # "(defensie-)industrie" has one anyhow.
        kept = prefix in word_class("kept_hyphen") or "-" in joined
        better, gap = f"({prefix}{'-' if kept else ''}){word}", text[match.end : start]
        is_right = (
            text[match.start : end] == better
            or text[: match.start][-1:].isalpha()
            or word in _JOINING
            or prefix == "extra"  # "de (extra) aantallen"
            # It may tell of a number: "100 (binnen) of 250 (buiten) personen".
            or _NUMBER.match_before(match.passage, match.start) is not None
            or (kept and "v" in classes_of(word))  # "of data (niet) kloppen"
        )
        if gap in ("", " ") and not is_right and match.text.islower() and _is_word(word if kept else joined):
            yield _violation(match.passage, match.start, end, better, "spaced" if gap else "hyphened")


def _is_word(word: str) -> bool:
    return classes_of(word) != "" or compounds().parts(word) is not None


def _series(passage: Passage, number: int) -> Iterator[Violation]:
    """Yield the parts without a hyphen in the series whose "en" is the word of that number."""
    text, words = passage.text, passage.words
    first = number - 1 - (gap_behind(passage, number - 1) == "/")  # "wapen en/of munitiedepots"
    gap = gap_behind(passage, first)
    if gap not in (" ", "- ") or gap_behind(passage, number) != " ":
        return
    if (
        passage.lowered_words[number] == "als"
        and "zowel" not in passage.lowered_words[max(0, first - 3) : first]
    ):
        return
    last = passage.lowered_words[number + 1]
    if text[slice(*words[number + 1])].islower() and gap_behind(passage, number + 1) == "-":
        last += passage.lowered_words[number + 2]  # "artillerie-eenheden"
    if first == number - 1 and gap == "- " and is_attribute(passage.lowered_words[number - 1], last):
        start, end = words[number - 1][0], words[number + 1][1]
        yield _violation(passage, start, end, text[start:end].replace("- ", " ", 1), "adjective")
        return
    parts, at = [(first, gap == "- ")], first - 1
    while (gap := gap_behind(passage, at)) in (", ", "-, "):
        parts.append((at, gap == "-, "))
        at -= 1
    # Lists of two parts are left to LNG009.
    hyphens = sum(hyphen for _, hyphen in parts)
    are_alone = hyphens > 0 and all(hyphen or is_alone(passage, part) for part, hyphen in parts)
    may_be_short = hyphens > 1 or (not hyphens and _is_of_all(passage, number + 1, len(parts)))
    are_short = may_be_short and all(text[slice(*words[part])].isupper() for part, _ in parts)
    if hyphens == 0 and len(parts) > 1 and not are_short:
        parts = parts[:1]
    is_read = hyphens != 1 or are_alone or len(parts) == 1 or text[slice(*words[parts[-1][0]])].isupper()
    for part, hyphen in parts if is_read else ():
        start, end = words[part]
        word = passage.lowered_words[part]
        # "smokkel van drugs en wapens": the second is no compound, so the first is none of its parts.
        may_share = hyphens > 1 or (compounds().can_begin(word) and compounds().parts(last) is not None)
        is_adverb = text[:start].endswith(("'s ", "’s "))  # "'s avonds of tijdens het weekend"
        # "tabellen, imports en protocolcodes", "fraude, drugs en mensenhandel": each is a noun of its own.
        is_in_list = gap_behind(passage, part - 1) == ", "
        is_own = is_in_list and any(map(is_plural, passage.lowered_words[part - 1 : part + 1]))
        is_known = classes_of(word) != "" or is_adverb or is_own
        is_linked = word.endswith("s") and not is_known and may_share
        # "AU, ECOWAS- en VN-waarnemers"
        is_capital = text[start:end].isupper() and (
            are_short or not text[slice(*words[number + 1])].islower()
        )
        is_counted = not hyphens and is_capital and _lacks_article(passage, part)
        is_in_series = (hyphens > 1 and part != parts[-1][0]) or (hyphens > 0 and is_capital) or is_counted
        is_in_series = is_in_series or (are_short and not hyphens)
        is_sure = is_in_series or is_linked or are_alone
        if not hyphen and (is_sure or is_first_part(passage, part, last)):
            # Elsewhere than in a dossier most are words of their own: "data en transacties".
            before = passage.lowered_words[part - 1] if part else ""
            is_sure = is_sure or disagrees(before, word) or certainty_of(word, last) == LISTED
            is_note = passage.document == "tekst" and not is_sure
            severity = INFO if is_note else None
            yield _violation(passage, start, end, f"{text[start:end]}-", "missing", severity)


def _is_of_all(passage: Passage, number: int, count: int) -> bool:
    """Tell whether two abbreviations or more belong to the compound of people that ends a series.

    "EU, VN, NAVO en ngo-functionarissen", but "VN, EU en NAVO-landen" may be three parties.
    """
    if count == 1 or not passage.text.startswith("-", passage.words[number][1]):
        return False
    return any(noun.endswith(_STAFF) for noun in passage.lowered_words[number + 1 : number + 2])


def _lacks_article(passage: Passage, number: int) -> bool:
    """Tell whether an abbreviation is before that of a compound, not on its own: "een CBRN en EOD-team"."""
    is_compound = passage.text.startswith("-", passage.words[number + 2][1])
    return is_compound and _COUNTED.match_before(passage, passage.words[number][0]) is not None


def _violation(
    passage: Passage, start: int, end: int, better: str, what: str, severity: Severity | None = None
) -> Violation:
    found = passage.text[start:end]
    return violation(passage.span(start, end), what, found=found, better=better, severity=severity)
