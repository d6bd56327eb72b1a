# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The language in which jvom speaks: Dutch, or English when asked for. Its texts and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jvom.dutch.numbers import write_decimal

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


def write_number(number: float, language: str, decimals: int = 0) -> str:
    """Write a number as `language` does, with exactly so many decimals: "8.219,5", "8,219.5"."""
    if language == "nl":
        return write_decimal(number, decimals)
    from babel.core import Locale
    from babel.numbers import format_decimal

    # By its name, Babel would look first for what else the name may mean.
    return format_decimal(number, f"#,##0.{'0' * decimals}".rstrip("."), Locale(language))
