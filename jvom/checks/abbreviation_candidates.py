# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that look like abbreviations, whether or not a list has them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

import msgspec

from jvom.dutch.patterns import pattern
from jvom.dutch.placeholders import PLACEHOLDERS

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage

_ROMAN = pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[a-z]?")
_BEFORE_CODE = pattern(r"\w[/_.]$|\d[ -]?$|€ ?$|www\.$")
_BEHIND_CODE = pattern(r"[ -]?\d|[/_.]\w")
_ROMAN_LETTERS = frozenset("MDCLXVI")
_SHORT = pattern(r"[A-Z]{2,9}")
_THREE_SMALL = pattern(r"[a-zà-ÿ]{3}")
#: Ships' prefixes, and words after which a word in capitals is a name.
_SHIPS = frozenset("HNLMS USS HMS FGS FS ITS ESPS BNS RFA HDMS KNM ORP TCG INS USNS MV MS SS".split())
_NAMED = frozenset(
    """
    operatie operation opération oefening exercise schip fregat onderzeeboot tanker project programma
    campagne merk bedrijf firma restaurant hotel camp kamp luchthaven
    """.split()
)
#: Abbreviations that are never written out: parties, press, companies, units, codes for countries and
#: money, and placeholders.
_KNOWN = frozenset(
    """
    VVD CDA PVV PvdA SP SGP CU BBB NSC FVD FvD DENK PvdD OSF JA NRC AD NOS RTL BBC CNN ANP FD WNL EO VPRO NPO
    KLM ANWB BMW DAF IBM ING ABN AMRO ASML TikTok YouTube EUR USD GBP NL BE DE FR UK USA PDF DNA USB TNT DVD
    CD SMS ID OK TV PC GPS WC HIV PIN SOS kWh MWh GWh TWh MHz GHz kHz MW GW kW kV MB GB TB BTW IJ AM CET
    CEST UTC GMT BA MA BSc MSc PhD LLM NB PS AUB OT
    NNB NTC XX XXX XXXX NN
    """.split()
) | frozenset(PLACEHOLDERS)


class Candidate(msgspec.Struct, frozen=True):
    """Characters of a passage that look like an abbreviation."""

    passage: Passage
    start: int
    end: int

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]


def candidates(passage: Passage, known: Set[str] = frozenset()) -> Iterator[Candidate]:
    """Yield what looks like an abbreviation, except numerals, codes, ships' prefixes, units and names.

    Those that are `known` are left out.
    """
    text = passage.typed
    if text.isupper():
        return
    for start, end in passage.capital_words:
        word = text[start:end]
        if (
            word not in known
            and (text is passage.text or word == passage.text[start:end])
            and word not in _KNOWN
            and word not in _SHIPS
            and not (_ROMAN_LETTERS.issuperset(word[:-1]) and _ROMAN.fullmatch(word))
            and not _THREE_SMALL.search(word)
            and not word.startswith("IJ")
            and not _is_code(text, start, end)
            and not _is_name(text, start, end)
            and not passage.is_quoted(start, end)
        ):
            yield Candidate(passage, start, end)


def _is_code(text: str, start: int, end: int) -> bool:
    """Tell whether the word is part of a code, number, postcode or address: "MPC 58 B", "2008/851/GBVB"."""
    before, after = text[max(0, start - 6) : start], text[end : end + 4]
    return _BEFORE_CODE.search(before) is not None or _BEHIND_CODE.match(after) is not None


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether the word is a name in capitals: after "operatie" or an abbreviation, or one of several."""
    before = text[max(0, start - 40) : start].split()
    after = text[end : end + 40].split()
    if before and before[-1].lower().strip("\"'“‘„«*") in _NAMED and text[start:end].isupper():
        return True
    if before and end - start > 5 and _SHORT.fullmatch(before[-1]) and text[start:end].isupper():
        return True
    run = 1
    for word in reversed(before):
        if not (word.isupper() and word.isalpha()):
            break
        run += 1
    for word in after:
        if not (word.strip(".,;:)").isupper() and word.strip(".,;:)").isalpha()):
            break
        run += 1
    return run > 2 and text[start:end].isupper()


def singular(word: str) -> str:
    """Return the singular of an abbreviation: "VPD" for "VPDs"."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[:-1].isupper() else word
