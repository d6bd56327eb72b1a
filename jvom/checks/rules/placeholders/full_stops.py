# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs and items without a mark at the end, and sentences without one between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest

from jvom.analysis.clauses import has_finite_verb_at
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.text import List


@rule("PLH006", WARNING, Scope.TEXTS, fixable=True)
def no_full_stop(texts: Texts) -> Iterator[Violation]:
    """A paragraph ends without a full stop."""
    loose = not isinstance(texts, DossierView)
    for text in texts.texts:
        for passage, after in zip_longest(text.passages, text.passages[1:]):
            if passage.kind == "paragraph" and after is not None and isinstance(after.block, List):
                yield from _lead_in(passage, after.block)
            if passage.kind not in ("paragraph", "quote") or _is_ended(passage.text.rstrip()):
                continue
            # Plain text begins with its title.
            title = loose and passage is text.passages[0] and len(passage.sentences) == 1
            goes_on = after is not None and _goes_on(passage.text.rstrip(), after, loose=loose)
            if not title and not goes_on and _is_sentence(passage, loose=loose):
                before_list = after is not None and after.kind == "item"
                yield _without_mark(passage, before_list=before_list, whole=not loose)
        yield from _items(text)
    notes = [passage for passage in texts.passages if passage.kind == "footnote"]
    unended = [note for note in notes if not _is_ended(note.text.rstrip())]
    if len(unended) * 2 <= len(notes):
        yield from (_without_mark(note, whole=not loose) for note in unended)
    yield from _run_together(texts)


#: What announces a list, at the end of a sentence.
_ANNOUNCES = Phrase("als volgt .", "het|de volgende .", "de|het? volgende|onderstaande {word}...2? *en|*s .")
_FEW_WORDS = 5


def _lead_in(passage: Passage, listed: List) -> Iterator[Violation]:
    """Yield the full stop of a sentence that announces the list below it, or counts its items."""
    end = len(passage.text.rstrip())
    if not passage.text.endswith(".", 0, end):
        return
    start, _ = passage.sentence_at(end - 1)
    counts = [each for each in passage.quantities_between(start, end) if each.noun]
    after = passage.text[counts[-1].end : end - 1].split() if len(counts) == 1 else []
    is_list_noun = bool(counts) and counts[0].noun.startswith(tuple(word_class("listed_noun")))
    is_count = len(counts) == 1 and counts[0].number.value == len(listed.items) > 1
    if (is_count and len(after) <= _FEW_WORDS * is_list_noun) or _ANNOUNCES.match_before(passage, end):
        yield violation(passage.span(end - 1, end), "lead-in")


#: What may follow the mark at the end of a sentence: closing brackets and quotation marks, and notes.
_CLOSERS = "\"'”’»)]*"
_NOTES = "[0123456789,¹²³⁰⁴⁵⁶⁷⁸⁹] "


def _is_ended(words: str) -> bool:
    """Tell whether words end in a closing mark."""
    return words.rstrip(_NOTES + _CLOSERS + "([").endswith(tuple(".!?…:"))


_CONTINUES = (", en", ", of", "; en", "; of", ", dan wel")


def _goes_on(words: str, after: Passage, *, loose: bool) -> bool:
    """Tell whether a paragraph goes on in the next: in the "a." below "..., en", or after a broken line."""
    if words.endswith(_CONTINUES) and _ENUMERATED.match(after.text):
        return True
    broken = after.kind in ("paragraph", "quote") and after.text[:1].islower()
    return loose and (broken or words.endswith(("; en", "; of")))


_NEW_SENTENCE = Phrase(
    "{word} first={opening_word} second={word}",
    "{word} first=De|Het|Een second={word} {verb_of_subject}",
)


def _run_together(texts: Texts) -> Iterator[Violation]:
    """Yield the places where a new sentence begins in the middle of another."""
    for match in _NEW_SENTENCE.find(texts, Reads.DUTCH):
        text, at = match.passage.text, match["first"].start - 1
        if (
            match.passage.kind in RUNNING
            and text[at] == " "
            and text[at - 1].islower()
            and not any(part.style.strong for part in match.passage.parts(at - 1, at))
            and text[:at].rsplit(maxsplit=1)[-1] not in word_class("titled", "called")
            and match.part("second") == text[match["second"].start : match["second"].end]
        ):
            span = match.passage.span(text.rfind(" ", 0, at) + 1, at)
            yield violation(span, "run-together", fix=replace(match.passage, at, at, ".", safe=False))


def _is_sentence(passage: Passage, *, loose: bool) -> bool:
    if "\n" in passage.text or any(part.style.strong for part in passage.segments[:1]):
        return False
    if not loose:
        return len(passage.lowered_words) > 2
    if passage.text.endswith(";") or _ENUMERATED.match(passage.text):
        return False
    if _GLUED_HEADING.search(passage.text) or _SAID_BY.search(passage.text):
        return False
    is_heading = passage.segments[-1].style.strong or _CLAUSE.match_at(passage, 0) is not None
    is_aside = passage.text.startswith("(") and passage.text.endswith(")")
    if is_heading or is_aside or passage.text.startswith(_SUBJECTS + _LINKS):
        return False  # A heading in bold on its own line, the subject of a letter, or a link.
    words = set(passage.tokens.forms)
    return len(passage.words) >= _FEWEST_WORDS and not word_class("finite_verb").isdisjoint(words)


#: A heading that tells what its section answers: "Wat u moet weten als u dit formulier gebruikt".
_CLAUSE = Phrase("Wat|Hoe|Waarom|Wanneer|Waar u|we|wij|je|de|het|een|er|dit|deze")
_SUBJECTS = ("Betreft", "Onderwerp", "Titel", "Voorstel voor", "Ontwerp")
_LINKS = ("Foto", "Beeld", "Bron:", "Bekijk ", "Lees ", "Klik ", "Download ", "©")
_FEWEST_WORDS = 12


#: How a text begins as an item does: with a bullet, "1.", "a)" or a small letter, which cross tokens.
_ENUMERATED = pattern(r"\s*(?:[a-zà-ÿ]|(?:[-–•*]|\d+[.°)])(?!\S))")
#: A heading of Markdown that lacks the empty line before it; its marks are no words.
_GLUED_HEADING = pattern(r" ##[^.]{0,60}\Z")
#: Who said what is quoted before: "Het was zwaar." Luitenant-kolonel Dukers.
_SAID_BY = pattern(r"[.!?][\"”’] [^\"“‘.]{0,60}\b[A-Z][\w-]{1,30}\Z")


def _end(passage: Passage) -> tuple[int, int]:
    """Return the start and end of the last word of a passage, with what follows it."""
    end = len(passage.text.rstrip())
    return max((start for start, _ in passage.words if start < end), default=0), end


def _without_mark(passage: Passage, *, before_list: bool = False, whole: bool = False) -> Violation:
    """Return the violation of a passage; that of a loose text may be cut off, and is not `whole`."""
    start, end = _end(passage)
    safe = whole and not before_list and _may_end(passage.text[start:end]) and not _may_be_heading(passage)
    wording, mark = ("no-colon", ":") if before_list else ("no-mark", ".")
    return violation(passage.span(start, end), wording, fix=replace(passage, end, end, mark, safe=safe))


def _may_be_heading(passage: Passage) -> bool:
    """Tell whether a paragraph may be a heading without its mark: a line that has no finite verb."""
    if passage.kind != "paragraph" or len(passage.sentences) > 1:
        return False
    return not any(has_finite_verb_at(passage, number) for number in range(len(passage.words)))


def _may_end(word: str) -> bool:
    """Tell whether a sentence may end in a word: not "de", "van" or "wordt"."""
    small = word.rstrip(")")
    return (
        small[-1:].isalnum()
        and small.isascii()
        and small.islower()
        and small not in word_class("article", "preposition", "small_word", "determiner", "modal")
    )


def _is_ended_item(words: str) -> bool:
    return words.endswith((*_CONTINUES, ", en/of", "; en/of")) or words.rstrip(_CLOSERS).endswith(
        tuple(".;:!?…,")
    )


def _items(text: TextView) -> Iterator[Violation]:
    """Yield the items without a mark in a list where most have one."""
    for _, group in groupby(text.passages_of("item"), key=lambda passage: id(passage.block)):
        last_of_item = {passage.row: passage for passage in group}
        unmarked = [each for each in last_of_item.values() if not _is_ended_item(each.text.rstrip())]
        for passage in unmarked if len(unmarked) * 2 < len(last_of_item) else ():
            yield violation(passage.span(*_end(passage)), "item")
