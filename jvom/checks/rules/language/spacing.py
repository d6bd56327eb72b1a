# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on spaces at punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress

from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: A space too many or too few is between the words, so no token has it; each group is what is to be replaced.
_WRONG = pattern(
    r"""
      (?<=19\d\d|20\d\d)(?P<before_dash>[ ][-–/])(?=\d)
    | (?<=\s19\d\d|\s20\d\d)(?P<after_dash>[-–/][ ])(?=\d{4})
    | [(\[“„](?P<opened>[ \u00a0])(?=[^\W_])
    | (?<=[a-zà-ÿ]{4})(?P<before_slash>[ ])(?=/[a-zà-ÿ]{4})
    | (?<=[a-zà-ÿ]{4})/(?P<after_slash>[ ])(?=[a-zà-ÿ]{4})
    | (?<=[a-zà-ÿ]{3})['’](?P<after_apostrophe>[ ])(?=s(?!\w))
    | (?<=[A-Z]{2}|[^ ]’|[^ ]”)(?P<before_hyphen>[ ])(?=-[a-zà-ÿ]{4})(?!-[^.;:]*[^\W\d_]-[ ,.;:])
    | (?<=\S’|\S”)-(?P<after_hyphen>[ ])(?=[a-zà-ÿ]{4})(?!noch|alsmede|evenals)
    | (?<=[^\W_]|[»”"'’%.)])(?P<before_mark>[ \u00a0])
      (?=\)|”(?!\w)|\.(?!\S)|[,;](?![\d_./()\-,])|(?!(?<=\d[ ]):[ ]\d)[:!?](?![\w./()\-,]))
    | (?<=[^./… \u00a0(])(?P<doubled>,,|\.\.(?![./])|(?<=\w{5})[.,;:][.,;:](?!\S))
    | (?P<euro>€)(?=\d)
    | (?<=[a-zà-ÿ]{3})(?P<bracket>\()(?=[A-Z]{2,12}\)|[a-zà-ÿ]{2,20}[ ][^()]{0,80}\))
    | (?<=[a-zà-ÿ]{3}|[A-Z]{3})(?P<name>\()(?=[A-Z][a-zà-ÿ]{3,20}(?:\)|[ ][^()]{0,80}\)))
    | (?<=[a-zà-ÿ][ ][^\W\d_]{3})(?P<closing>\))(?=[a-zà-ÿ]{2})
    | (?<=[^\W\d_]{3})(?P<comma>[,;])(?=[^\W\d_]{2})
    | (?<=[a-zà-ÿ]{3})(?P<sentence>[:.!?])(?=[A-Z][a-zà-ÿ]{2}|(?:De|Er|In|Op|Om|Na|Zo|Al|Te|Ze|Ik)\s)
    | (?<!http)(?<!https)(?<!mailto)(?<!ecli)(?<=\S[a-zà-ÿ]{3})(?P<colon>:)(?=[a-zà-ÿ][^\W\d_]{2})
    """,
    re.VERBOSE,
)
#: Groups whose space may be the end of a line.
_BROKEN = ("before_mark", "before_slash", "after_slash")
_MARKS = frozenset("([\",;:.!?)€-–/'")
#: Whether a space comes before and behind most marks: what is as usual need not be looked at.
_USUAL = {
    **dict.fromkeys(",;:.!?)”", (False, True)), **dict.fromkeys("“„", (True, False)),
    **dict.fromkeys("-–/'", (False, False)),
}  # fmt: skip


@rule("LNG017", WARNING, Scope.TEXTS, fixable=True, local=True)
def space_at_mark(texts: Texts) -> Iterator[Violation]:
    """A punctuation mark has a space too many or too few."""
    for passage in texts.passages:
        for match in _at_marks(passage):
            group = match.lastgroup or ""
            start, end = match.span(group)
            if group not in _BROKEN or _is_adjacent_in_source(passage, start):
                better, wording = _correction(group, match[group])
                yield _violation(passage, start, end, better, wording, match[group])
        notes = [part for part in passage.segments if part.kind == "note"]
        ends = {note.end for note in notes}
        for note in notes:
            at = note.start - 1
            # Without the space between them two notes would be in one place, which is an error.
            if note.start and passage.text[at].isspace() and at not in ends:
                yield _violation(passage, at, at + 1, "", "before-note")


def _at_marks(passage: Passage) -> Iterator[re.Match[str]]:
    text, tokens = passage.dutch, passage.tokens
    for at in compress(tokens.starts, map(_MARKS.__contains__, tokens.forms)):
        spaces = text[at - 1 : at].isspace(), text[at + 1 : at + 2].isspace()
        if spaces == _USUAL.get(text[at]):
            continue
        spaced = _WRONG.match(text, at - 1) if spaces[0] else None
        if match := spaced or _WRONG.match(text, at):
            yield match


def _correction(group: str, written: str) -> tuple[str, str]:
    """Return what is to be there instead, and the id of what is wrong."""
    match group:
        case "doubled":
            return written[-1], "doubled"
        case "bracket" | "name" | "closing":
            return " (" if written == "(" else ") ", "bracket"
        case "euro" | "comma" | "sentence" | "colon":
            return f"{written} ", "after-mark"
    return written.strip(), "too-many"


def _is_adjacent_in_source(passage: Passage, at: int) -> bool:
    """Tell whether a space and the mark after it are adjacent in the source too, without markup between."""
    place = passage.span(at, at + 2)
    return place.line != place.end_line or place.end_column - place.column == 2


def _violation(
    passage: Passage, start: int, end: int, better: str, wording: str, mark: str = ""
) -> Violation:
    # A space is invisible, so the characters around it are marked too.
    shown = (max(0, start - 1), min(len(passage.text), end + 1)) if not better else (start, end)
    # Behind a colon, or at a bracket, a space may be missing on purpose: a code, "functionaris(sen)"; of two
    # marks either may be meant.
    safe = better not in (": ", " (", ") ") and len(set(mark.strip())) < 2
    fix = replace(passage, start, end, better, safe=safe)
    return violation(passage.span(*shown), wording, mark=mark, fix=fix)
