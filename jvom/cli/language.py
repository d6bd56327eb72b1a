# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The language in which jvom speaks: Dutch, or English when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

Translate = Callable[[str], str]

LANGUAGES = ("nl", "en")
LOCALES = Path(__file__).parent.parent / "locale"

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen(asked: str, environment: Mapping[str, str]) -> str:
    """Return the language: the one asked for, else English in an English locale, else Dutch."""
    if asked:
        return asked
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "nl"


def translator(language: str) -> Translate:
    """Return what turns a Dutch text into `language`; without a translation a text stays Dutch."""
    if language == "nl":
        return lambda text: text
    from gettext import translation

    return translation("jvom", LOCALES, [language], fallback=True).gettext
