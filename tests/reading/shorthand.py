# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fragments and problems in few words, for tests of reading."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape

from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.source import Problem, Span
from jvom.text import (
    Citation,
    CrossReference,
    FigureUse,
    Inline,
    Link,
    NoteMark,
    Picture,
    Space,
    Strong,
    Term,
    Text,
    Withheld,
    walk,
    walk_blocks,
)

PATH = "content/2025/rapport/tekst.md"


def read(text: str) -> tuple[Fragment, list[Problem]]:
    """Return the fragment of a text and its problems."""
    return read_fragment("tekst", text.encode("utf-8", "surrogatepass"), PATH)


def good(text: str) -> Fragment:
    """Return the fragment of a text, which must be without problems."""
    fragment, problems = read(text)
    assert shown(problems) == []
    return fragment


def shown(problems: Iterable[Problem]) -> list[str]:
    """Return line, column and message of each problem."""
    return [f"{p.span.line}:{p.span.column}: {p.what}" for p in problems]


def cut(lines: tuple[str, ...], span: Span) -> str:
    """Return the words at a place."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, *middle, last = lines[span.line - 1 : span.end_line]
    return "\n".join([first[span.column - 1 :], *middle, last[: span.end_column - 1]])


def inlines(fragment: Fragment) -> tuple[Inline, ...]:
    """Return every inline of a fragment, those of title and footnotes too."""
    notes = tuple(inline for note in fragment.footnotes for inline in walk_blocks(note.blocks))
    return (*walk(fragment.title), *walk_blocks(fragment.blocks), *notes)


def simple(content: Iterable[Inline]) -> list[object]:
    """Return inlines without their places: words as text, the rest as a tuple that begins with its kind."""
    found: list[object] = []
    for inline in content:
        match inline:
            case Text(value=value):
                before = found.pop() if found and isinstance(found[-1], str) else ""
                found.append(f"{before}{value}")
            case Space(hard=hard):
                found.append(("space", hard))
            case Term(content=inner, language=language):
                found.append(("term", language, *simple(inner)))
            case Strong(content=inner):
                found.append(("strong", *simple(inner)))
            case Withheld(content=inner):
                found.append(("personal", *simple(inner)))
            case Link(address=address, content=inner):
                found.append(("link", address, *simple(inner)))
            case CrossReference(targets=targets, through=through):
                found.append(("section", targets, through))
            case Citation(references=references, dated=dated):
                found.append(("source", references, dated))
            case FigureUse(name=name):
                found.append(("figure", name))
            case NoteMark(label=label):
                found.append(("note", label))
            case Picture(path=path, alternative=alternative, caption=caption):
                found.append(("picture", path, alternative, caption))
    return found


def misplaced(fragment: Fragment) -> list[tuple[str, Inline]]:
    """Return the inlines whose place in the file has other words, with those words."""
    found = ((cut(fragment.lines, inline.span), inline) for inline in inlines(fragment))
    return [(typed, inline) for typed, inline in found if not _says(typed, inline)]


def _says(typed: str, inline: Inline) -> bool:
    match inline:
        case Text(value=value):
            return typed == value or (typed[:1] in "\\&" and _resolved(typed) == value)
        case Space(hard=hard):
            return typed.count("\n") == 1 and not typed.strip("\\\n >\t") and (hard or "\\" not in typed)
        case Term():
            return typed[:1] in ("*", "_") and typed[-1:] in ("*", "_", "}")
        case Strong():
            return typed[:2] in ("**", "__") and typed[-2:] in ("**", "__") and len(typed) > 4
        case Withheld(whole=True):
            return True  # on every part of what it withholds, typed once
        case Withheld():
            return typed.startswith("[") and typed.endswith("}")
        case Link():
            return typed[:1] + typed[-1:] in ("[)", "<>", "[]")
        case CrossReference(targets=targets):
            return typed.startswith("[](#") and all(target in typed for target in targets)
        case Citation(references=references):
            return typed.startswith("[@") and all(name in typed for name in references)
        case FigureUse(name=name):
            return typed.startswith("{{") and typed.strip("{}").strip() == name
        case NoteMark(label=label):
            return typed == f"[^{label}]"
        case Picture():
            return typed.startswith("![") and typed.endswith((")", "]"))
        case _:
            raise TypeError(inline)


def _resolved(typed: str) -> str:
    return typed[-1] if typed.startswith("\\") else unescape(typed)
