# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of rules as files, which an editor can open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jvom import __version__
from jvom.cli.surroundings import cache_folder


@cache
def page_of_rule(code: str) -> str | None:
    """Return the address of the page of a rule, in the user's cache; None without a rule or a cache."""
    from jvom.checks.pages import page
    from jvom.checks.registry import find_rule

    rule, folder = find_rule(code), cache_folder()
    if rule is None or folder is None:
        return None
    path = Path(folder) / f"rules-{__version__}" / f"{rule.code}.md"
    text = page(rule)
    try:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError):
        return None
    return path.absolute().as_uri()
