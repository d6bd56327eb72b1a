# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs and items without a mark at the end, and sentences without one between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.messages import msg
from jvom.text import List


@rule("PLH006", WARNING, Scope.TEXTS, msg("Een alinea eindigt zonder punt"), fixable=True)
def no_full_stop(texts: Texts) -> Iterator[Violation]:
    """A paragraph ends without a full stop."""
    of_dossier = isinstance(texts, DossierView)
    notes = [passage for passage in texts.passages if passage.kind == "footnote"]
    ended = sum(_is_ended(note.text.rstrip()) for note in notes)
    for text in texts.texts:
        for number, passage in enumerate(text.passages):
            words = passage.text.rstrip()
            match passage.kind:
                case "paragraph" | "quote":
                    if not number and not of_dossier and len(passage.sentences) == 1:
                        continue  # Plain text begins with its title.
                    if _is_sentence(passage, loose=not of_dossier) and not _is_ended(words):
                        after = text.passages[number + 1] if number + 1 < len(text.passages) else None
                        if not of_dossier and after and _continues(words, after):
                            continue
                        # "..., en" continues in the "a." that was typed below it.
                        if after and words.endswith(_CONTINUES) and _is_enumerated(after.text):
                            continue
                        before_list = after is not None and after.kind == "item"
                        yield _without_mark(passage, before_list=before_list, whole=of_dossier)
                case "footnote":
                    if ended * 2 >= len(notes) and len(notes) > 1 and not _is_ended(words):
                        yield _without_mark(passage, whole=of_dossier)
                case _:
                    pass
        yield from _items(text)
    yield from _run_together(texts)


#: What may follow the mark at the end of a sentence: closing brackets and quotation marks, and notes.
_CLOSERS = "\"'”’»)]*"
_NOTES = "[0123456789,¹²³⁰⁴⁵⁶⁷⁸⁹] "


def _is_ended(words: str) -> bool:
    """Tell whether words end in a closing mark; most do in a bare full stop or colon."""
    return words.endswith((".", ":")) or words.rstrip(_NOTES + _CLOSERS + "([").endswith(tuple(".!?…:"))


_CONTINUES = (", en", ", of", "; en", "; of", ", dan wel")


def _continues(words: str, after: Passage) -> bool:
    """Tell whether a paragraph of a loose text goes on in the next: a part of a claim, or a broken line."""
    return words.endswith(("; en", "; of")) or (
        after.kind in ("paragraph", "quote")
        and after.text[:1].islower()
        and (words[-1].isalnum() or words[-1] == ",")
    )


_NEW_SENTENCE = Phrase(
    "Daarnaast|Daarom|Daarmee|Daardoor|Hierdoor|Hiermee|Hierbij|Bovendien|Tevens|Verder|Ook|Echter|Dit|Deze|Zij"
    "|Er|Samen|Sinds|Tijdens|Naast|Volgens|Hoewel|Omdat|Daarna second={word}",
    "De|Het|Een second={word} is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|kan|kunnen|zal"
    "|zullen|moet|moeten|blijft|bleef|staat|geeft|gaf|loopt|liep",
)


def _run_together(texts: Texts) -> Iterator[Violation]:
    """Yield the places where a new sentence begins in the middle of another."""
    for match in _NEW_SENTENCE.find(texts, Reads.DUTCH):
        text, at = match.passage.text, match.start - 1
        if (
            match.passage.kind in ("paragraph", "quote")
            and at > 0
            and text[at] == " "
            and text[at - 1].islower()
            and not any(part.style.strong for part in match.passage.parts(at - 1, at))
            and match.part("second") == text[match["second"].start : match["second"].end]
        ):
            yield Violation(
                match.passage.span(text.rfind(" ", 0, at) + 1, at),
                msg("hier begint een zin, en de vorige heeft geen punt"),
                msg("zet een punt achter de vorige zin"),
                replace(match.passage, at, at, ".", safe=False),
            )


def _is_sentence(passage: Passage, *, loose: bool) -> bool:
    if "\n" in passage.text or any(part.style.strong for part in passage.segments[:1]):
        return False
    if passage.segments and passage.segments[-1].style.address:
        return False
    if not loose:
        return len(passage.lowered_words) > 2
    if passage.text.endswith(";") or _is_enumerated(passage.text) or _has_glued_heading(passage.text):
        return False
    if passage.segments[-1].style.strong or passage.text.startswith(_SUBJECTS):
        return False  # A heading in bold on its own line, or the subject of a letter.
    words = set(passage.tokens.forms)
    if _CONCERNING.find_in(passage):
        words.discard("betreft")
    return len(passage.words) >= _FEWEST_WORDS and not word_class("finite_verb").isdisjoint(words)


_SUBJECTS = ("Betreft", "Onderwerp", "Titel", "Voorstel voor", "Ontwerp")
_CONCERNING = Phrase("wat betreft")


_FEWEST_WORDS = 12
_LONGEST_HEADING = 60


def _is_enumerated(text: str) -> bool:
    """Tell whether a text begins as an item does: with a bullet, "1.", "a)" or a small letter."""
    mark = next(iter(text.split(maxsplit=1)), "")
    return mark[:1].islower() or mark in ("-", "–", "•", "*") or (mark[:-1].isdecimal() and mark[-1] in ".°)")


def _has_glued_heading(text: str) -> bool:
    """Tell whether a heading of Markdown lacks the empty line before it."""
    _, hashes, heading = text.rpartition(" ##")
    return bool(hashes) and len(heading) <= _LONGEST_HEADING and "." not in heading


def _without_mark(passage: Passage, *, before_list: bool = False, whole: bool = False) -> Violation:
    """Return the violation of a passage; that of a loose text may be cut off, and is not `whole`."""
    end = len(passage.text.rstrip())
    start = max((start for start, _ in passage.words if start < end), default=0)
    if before_list:
        return Violation(
            passage.span(start, end),
            msg("voor de opsomming staat geen dubbele punt"),
            msg("zet er een dubbele punt achter"),
            replace(passage, end, end, ":", safe=False),
        )
    return Violation(
        passage.span(start, end),
        msg("hier ontbreekt het leesteken aan het eind"),
        msg("maak de zin af en zet er een punt achter"),
        replace(passage, end, end, ".", safe=whole and _may_end(passage.text[start:end])),
    )


def _may_end(word: str) -> bool:
    """Tell whether a sentence may end in a word: not "de", "van" or "wordt"."""
    small = word.rstrip(")")
    return small.isascii() and small.islower() and not any(small in word_class(each) for each in _NEVER_LAST)


_NEVER_LAST = ("article", "preposition", "small_word", "determiner", "modal")


def _is_ended_item(words: str) -> bool:
    return words.endswith((*_CONTINUES, ", en/of", "; en/of")) or words.rstrip(_CLOSERS).endswith(
        tuple(".;:!?…,")
    )


def _items(text: TextView) -> Iterator[Violation]:
    """Yield the items without a mark in a list where most have one."""
    items = (
        passage for passage in text.passages if passage.kind == "item" and isinstance(passage.block, List)
    )
    for _, group in groupby(items, key=lambda passage: id(passage.block)):
        last_of_item = {passage.row: passage for passage in group}
        unmarked = [each for each in last_of_item.values() if not _is_ended_item(each.text.rstrip())]
        if unmarked and len(unmarked) * 2 < len(last_of_item):
            for passage in unmarked:
                end = len(passage.text.rstrip())
                start = max((start for start, _ in passage.words if start < end), default=0)
                yield Violation(
                    passage.span(start, end),
                    msg("de andere punten van deze opsomming eindigen met een leesteken"),
                    msg("zet er hetzelfde leesteken achter"),
                )


RULES = (no_full_stop,)
