# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A finding as an item of a list on a web page: what is wrong, what to do, and its fix if it has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from json import dumps

from jvom.findings import CheckedFile, Edit, Finding
from jvom.messages import msg
from jvom.output.wording import SEVERITIES, as_sentence, where

_AROUND = 24
"""How many characters of its line are shown at each side of what a fix changes."""
_LONGEST = 300
"""How many characters of a change are shown."""

_SAFE = msg("jvom check --fix herstelt dit:")
_UNSAFE = msg("jvom check --fix --unsafe-fixes herstelt dit, lees het daarna na:")


def finding_note(
    finding: Finding,
    id: str,
    files: Mapping[str, CheckedFile],
    translate: Callable[[str], str],
    rule_address: str,
) -> str:
    """Return the finding as an item; `rule_address` is where the page of its rule is, "" for nowhere."""

    def sentence(said: str) -> str:
        return escape(as_sentence(said))

    file = files.get(finding.span.path)
    word = finding.severity.word
    severity = escape(SEVERITIES[finding.severity].format(translate))
    code = escape(finding.code)
    if rule_address:
        code = f'<a class="code" href="{escape(rule_address)}" data-rule="{code}">{code}</a>'
    related = "".join(
        f'<span class="related">{escape(where(each.span, files.get(each.span.path), translate))}: '
        f"{escape(each.message.format(translate))}</span>"
        for each in finding.related
    )
    owners = escape(dumps(file.owners if file else (), ensure_ascii=False))
    return (
        f'<li id="{escape(id)}" class="note {word}" tabindex="0" data-severity="{word}" '
        f'data-rule="{escape(finding.code)}" data-owners="{owners}">'
        f"<strong>{severity} {code}</strong> "
        f"<span>{sentence(finding.message.format(translate))}</span> "
        f'<span class="advice">{sentence(finding.advice.format(translate))}</span>'
        f"{related}{_fix(finding, files, translate)}</li>"
    )


def _fix(finding: Finding, files: Mapping[str, CheckedFile], translate: Callable[[str], str]) -> str:
    if not finding.fix:
        return ""
    said = escape((_SAFE if finding.fix.safe else _UNSAFE).format(translate))
    edits = " ".join(_edit(each, files.get(each.span.path)) for each in finding.fix.edits)
    return f'<span class="fix">{said} <span class="edit" lang="nl">{edits}</span></span>'


def _edit(edit: Edit, file: CheckedFile | None) -> str:
    """Return an edit with some of the line around it; what would be gone is struck out."""
    before = after = old = ""
    if file and edit.span.line > 0 and edit.span.end_line <= len(file.lines):
        span = edit.span
        old = file.text_at(span)
        before = _cut(file.lines[span.line - 1][: span.column - 1], -_AROUND)
        after = _cut(file.lines[span.end_line - 1][span.end_column - 1 :], _AROUND)
    gone = f"<del>{escape(_shortened(old))}</del>" if old else ""
    new = f"<ins>{escape(_shortened(edit.replacement))}</ins>" if edit.replacement else ""
    return f"{escape(before)}{gone}{new}{escape(after)}"


def _cut(text: str, length: int) -> str:
    """Return at most `length` characters of the begin of a text, or of its end when that is negative."""
    if len(text) <= abs(length):
        return text
    return f"…{text[length:]}" if length < 0 else f"{text[:length]}…"


def _shortened(text: str) -> str:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return shown.replace("\n", "↵\n")  # a line that only ends would not show
