# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The grounds of the Wet open overheid (Woo) on which words may be kept from the public.

Source: Woo, articles 5.1 and 5.2, as in force since 1 May 2022 (Stb. 2021, 499 and 500; BWBR0045754). The
codes are those that ministries print in the bars of the documents that they publish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

PERSONAL_DATA = "5.1.2e"
"""The ground of what is marked as personal data, unless the dossier says another."""

GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        # Article 5.1, first paragraph: absolute, without a balance of interests.
        "5.1.1a": "de eenheid van de Kroon",
        "5.1.1b": "de veiligheid van de Staat",
        "5.1.1c": "vertrouwelijk meegedeelde bedrijfs- en fabricagegegevens",
        "5.1.1d": "bijzondere persoonsgegevens en persoonsgegevens van strafrechtelijke aard",
        "5.1.1e": "wettelijke identificatienummers van personen",
        # The second paragraph: relative, when the interest outweighs that of openness.
        "5.1.2a": "de betrekkingen van Nederland met andere landen en staten en met internationale "
        "organisaties",
        "5.1.2b": "de economische of financiële belangen van de Staat, andere publiekrechtelijke lichamen of "
        "bestuursorganen",
        "5.1.2c": "de opsporing en vervolging van strafbare feiten",
        "5.1.2d": "de inspectie, controle en toezicht door bestuursorganen",
        "5.1.2e": "de eerbiediging van de persoonlijke levenssfeer",
        "5.1.2f": "de bescherming van andere concurrentiegevoelige bedrijfs- en fabricagegegevens",
        "5.1.2g": "de bescherming van het milieu waarop de informatie betrekking heeft",
        "5.1.2h": "de beveiliging van personen en bedrijven en het voorkomen van sabotage",
        "5.1.2i": "het goed functioneren van de Staat, andere publiekrechtelijke lichamen of bestuursorganen",
        # The fifth paragraph: in exceptional cases, and not together with one of the others.
        "5.1.5": "het voorkomen van onevenredige benadeling",
        # Article 5.2.
        "5.2": "persoonlijke beleidsopvattingen in een stuk voor intern beraad",
    }
)
"""What each ground protects, in short, by its code; in the order of the law."""

_ARTICLE = re.compile(r"artikel (5\.[12])(?:, lid ([1-9]))?(?:, onder ([a-z]))?")


def article(code: str) -> str:
    """Return where the law has the ground of a code: "artikel 5.1, lid 2, onder e"."""
    _, number, *rest = code.split(".")
    paragraph = f", lid {rest[0][0]}" if rest else ""
    letter = f", onder {rest[0][1:]}" if rest and rest[0][1:] else ""
    return f"artikel 5.{number}{paragraph}{letter}"


def code_of(said: str) -> str:
    """Return the code of a ground that is given as its code or as its article; as given when unknown."""
    found = _ARTICLE.fullmatch(said)
    if found is None:
        return said
    number, paragraph, letter = found.groups()
    if number == "5.2":
        return number if paragraph in (None, "1") and letter is None else said
    return f"{number}{f'.{paragraph}' if paragraph else ''}{letter or ''}"


def nearest(said: str) -> str:
    """Return the code that was probably meant by one that the law does not have; the same when it is none."""
    written = re.sub(r"[^0-9a-z.]", "", said.lower())
    joined = re.sub(r"\.(?=[a-z])", "", written)
    if joined in GROUNDS:
        return joined
    return "5.2" if written.startswith("5.2") else written


def in_order(codes: set[str]) -> list[str]:
    """Return the codes in the order of the law."""
    return [code for code in GROUNDS if code in codes]
