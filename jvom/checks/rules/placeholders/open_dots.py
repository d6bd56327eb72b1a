# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dots, and words in brackets, where something still has to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.quoted_paragraphs import is_quoted_whole
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.data import lexicon_lines
from jvom.dutch.patterns import pattern


@rule("PLH009", ERROR, Scope.TEXTS, loose=WARNING, local=True)
def open_dots(texts: Texts) -> Iterator[Violation]:
    """Dots where something still has to be filled in."""
    fields: dict[int, set[tuple[int, int]]] = {}
    for match in _FIELD.find(texts, Reads.TYPED):
        fields.setdefault(id(match.passage), set()).add((match.start, match.end))
    for match in _NEEDED.find(texts, Reads.TYPED):
        part = "alone" if "alone" in match else "place"
        if part == "alone" and not _is_whole(match.passage, match.part(part)):
            continue
        if "a" in classes_of(match.part(part).strip("()")) and _NOUN.match_at(match.passage, match[part].end):
            continue  # "naar (technisch) onderzoek"
        if match[part].end - match[part].start > _SHORTEST and match.part(part) not in _ASIDES:
            fields.setdefault(id(match.passage), set()).add((match[part].start, match[part].end))
    for text in texts.texts:
        found = [
            (passage, start, end)
            for passage in text.passages
            for start, end in (*_dots(passage), *sorted(fields.get(id(passage), ())))
            if not _is_quoted(passage, start, end)
            and not is_quoted_whole(texts, passage)
            and not (text.document == "tekst" and _is_right(passage, start, end))
        ]
        severity = INFO if text.document == "tekst" and len(found) > _FORM_PLACEHOLDERS else None
        for passage, start, end in found:
            yield violation(passage.span(start, end), found=passage.text[start:end], severity=severity)


#: A text with more placeholders than this is a form for others to fill in.
_FORM_PLACEHOLDERS = 15
#: A letter or two in brackets is the number of a part: "onder (i)".
_SHORTEST = 4
#: In how many words somebody may break off; fewer may be a field of a form.
_FEWEST_WORDS, _NEAR = 6, 100
#: More dots than this are a line to write on.
_LONGEST_PAUSE = 4
_ASIDES = frozenset(("(meer)", "(minder)", "(extra)"))
_FIELD = Phrase(r"\( {form_field} \)")
#: "In (plaats)", "telt (aantal in mei)": what the word before needs is not an aside.
_NEEDED = Phrase(*lexicon_lines("fields_in_brackets.txt"))
_NOUN = Phrase("{noun}")
#: Dots in brackets, alone, or in quotation marks. A run of dots is no word and no mark, but many.
_DOTS = pattern(
    r"\[ ?(?:\.{2,60}|…{1,9}) ?\]|\( ?(?:\.{2,60}|…{1,9}) ?\)|< ?(?:\.{2,60}|…{1,9}) ?>"
    r"|(?<![^\s€(])(?:\.{3,60}|…{3,9}|(?:\.\.|…{1,2})(?![^\s,;:.)]))"
    r"|(?<=[\"“„‘'])(?:\.{2,60}|…{1,9})(?=[\"”’'])"
)


def _dots(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.typed
    return (match.span() for match in _DOTS.finditer(text)) if ".." in text or "…" in text else iter(())


_QUOTES = "\"“„‘'", "\"”’'"


def _is_whole(passage: Passage, words: str) -> bool:
    """Tell whether words are all of a cell or heading of a dossier."""
    is_short = passage.kind in ("cell", "heading") and passage.document != "tekst"
    return is_short and passage.text.strip().lower() == words


def _is_right(passage: Passage, start: int, end: int) -> bool:
    """Tell whether dots in a loose text stand for what was said or written otherwise."""
    is_signed = not passage.lowered_words  # Lines of dots to sign on.
    return is_signed or _is_omission(passage, start, end) or _is_pause(passage, start, end)


def _is_omission(passage: Passage, start: int, end: int) -> bool:
    """Tell whether dots are between sentences: where a quoted text was cut, or somebody broke off."""
    before, after = passage.text[:start].rstrip(), passage.text[end:].lstrip()
    if passage.text[start] in ".…":
        # "Aan de vooravond van de oorlog ... Ik moet zeggen": somebody breaks off.
        last = before[before.rfind(" ") + 1 :].lower()
        is_open = last in word_class("article", "preposition", "determiner", "modal")
        if after.startswith(")") and "," in before[before.rfind("(") + 1 :]:
            return not is_open  # "(vrouwen, kinderen, ouderen ...)": and so on.
        # "in Vlaanderen en Brussel, ... Zij": and so on.
        return after[:1].isupper() and last.removesuffix(",").isalpha() and not is_open
    return (
        passage.text[start] in "(["
        and "." in passage.text[start:end].replace("…", ".")
        and (not before or before.endswith(tuple('.!?:;"”’)]')))
        and (not after or not after[0].islower())
    )


def _is_pause(passage: Passage, start: int, end: int) -> bool:
    """Tell whether dots are where a speaker is interrupted, goes on or waits: nothing lacks beside them."""
    text = passage.text
    if not set(text[start:end]) & {".", "…"} or text.count(".", start, end) > _LONGEST_PAUSE:
        return False
    before, after = text[max(0, start - _NEAR) : start].split(), text[end : end + _NEAR].split()
    last, following = before[-1].lower() if before else "", after[0].lower().strip(",;:") if after else ""
    if _EXCLAIMED.match(text, end):
        return True
    is_said = len(before) >= _FEWEST_WORDS or not word_class("finite_verb").isdisjoint(before)
    if is_said and not following:
        return last not in _needing()
    is_gap = last in _needing() or not last.removesuffix(",").isalpha()
    counts = following in word_class("month") or classes_of(following) == "n" or following[:1].isdigit()
    return not counts and bool(following) and not (is_gap and before)


#: A sentence that ends so makes its reader wait, or asks.
_EXCLAIMED = pattern(r"[^.!?]{0,100}[!?]")


def _needing() -> frozenset[str]:
    """Return words that something comes after: "de", "op", "artikel", "de minister"."""
    return word_class("article", "preposition", "determiner", "numbered_thing", "address_form")


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    text = passage.text
    if start and text[start - 1] in _QUOTES[0] and text[end : end + 1] in tuple(_QUOTES[1]):
        return False  # Only the dots are in quotation marks.
    return passage.is_quoted(start, end)
