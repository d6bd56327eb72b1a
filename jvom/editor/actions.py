# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done about findings and problems with one click: fixes, and suppressions with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from jvom.checks.baseline import suppression
from jvom.checks.fixes import apply_fixes
from jvom.editor.snapshot import Snapshot
from jvom.findings import Edit, Finding
from jvom.messages import Message, guess_in, msg
from jvom.source import Problem, Span


class Action(msgspec.Struct, frozen=True):
    """Edits that can be made, and what for. One that `is_best` needs no review by a person.

    `of` is the finding or problem that it settles, None when there are several.
    """

    title: str
    edits: tuple[Edit, ...]
    of: Finding | Problem | None = None
    is_best: bool = False


def quick_fixes(snapshot: Snapshot, place: Span, translate: Callable[[str], str]) -> tuple[Action, ...]:
    """Return the quick fixes for the findings at a place, a span of one file."""
    found = [each for each in snapshot.findings if _is_at(each.span, place)]
    actions = [action for finding in found for action in _fixes(snapshot, finding, translate)]
    for problem in snapshot.problems:
        if _is_at(problem.span, place) and (edit := _meant(problem, snapshot.lines.get(place.path, ()))):
            better = msg("schrijf «{word}»", word=edit.replacement)
            actions.append(Action(_sentence(better, translate), (edit,), problem, is_best=True))
    for finding in found:
        if not finding.code.startswith("SUP"):
            title = msg("onderdruk {code} hier; typ er de reden bij", code=finding.code)
            lines = snapshot.lines.get(place.path, ())
            edit = suppression(lines, snapshot.fragment(place.path), finding, "")
            actions.append(Action(_sentence(title, translate), (edit,), finding))
    return tuple(actions)


def fix_all(snapshot: Snapshot, path: str, translate: Callable[[str], str]) -> Action | None:
    """Return all safe fixes in a file that can be made together; None when there are none."""
    edits = _together(snapshot, path, [each for each in snapshot.findings if each.span.path == path])
    title = _sentence(msg("herstel alles in deze tekst wat veilig te herstellen is"), translate)
    return Action(title, edits, is_best=True) if edits else None


def _fixes(snapshot: Snapshot, finding: Finding, translate: Callable[[str], str]) -> Iterator[Action]:
    fix, path = finding.fix, finding.span.path
    if fix is None:
        return
    title = _sentence(finding.advice, translate)
    if not fix.safe:
        title = msg("{what} (kijk het na)", what=Message(_literal(title))).format(translate)
    yield Action(title, fix.edits, finding, is_best=fix.safe)
    same = [each for each in snapshot.findings if each.code == finding.code and each.span.path == path]
    edits = _together(snapshot, path, same)
    if len(edits) > len(fix.edits):
        all_of = msg("herstel elke {code} in deze tekst", code=finding.code)
        yield Action(_sentence(all_of, translate), edits, finding)


def _together(snapshot: Snapshot, path: str, findings: list[Finding]) -> tuple[Edit, ...]:
    """Return the edits of the safe fixes of findings that do not overlap and stay in one file."""
    own = [each for each in findings if each.fix and all(edit.span.path == path for edit in each.fix.edits)]
    text = {path: "\n".join(snapshot.lines.get(path, ()))}
    fixed = apply_fixes(text, own).fixed
    return tuple(edit for each in fixed if each.fix for edit in each.fix.edits)


def _is_at(span: Span, place: Span) -> bool:
    """Tell whether an editor shows a finding at a place; one on a whole file is shown on its first line."""
    if span.path != place.path:
        return False
    if not span.line:
        return place.line == 1
    begin, end = (span.line, span.column), (span.end_line or span.line, span.end_column or span.column)
    return begin <= (place.end_line, place.end_column) and (place.line, place.column) <= end


def _meant(problem: Problem, lines: tuple[str, ...]) -> Edit | None:
    """Return the edit that puts the word that may have been meant in place of the one that does not exist."""
    guess = guess_in(problem.advice)
    span = problem.span
    if not guess or not 0 < span.line <= len(lines):
        return None
    for word in problem.what.values.values():
        if isinstance(word, str) and span.line == span.end_line:
            at = lines[span.line - 1].find(word, span.column - 1, span.end_column - 1)
            if word and at >= 0:
                place = Span(span.path, span.line, at + 1, span.line, at + 1 + len(word))
                return Edit(place, guess)
    return None


def _sentence(message: Message, translate: Callable[[str], str]) -> str:
    text = message.format(translate)
    return text[:1].upper() + text[1:]


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
