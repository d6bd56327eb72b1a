# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The grammar of Security Council resolutions as Dutch texts cite them, without any list of resolutions.

The house form is "VNVR-resolutie 1701 (2006)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jvom.dutch.characters import GAP, SPACE, plain_spaces
from jvom.dutch.lists import join
from jvom.dutch.patterns import pattern


class ResolutionMention(msgspec.Struct, frozen=True, kw_only=True):
    """One resolution in a text. The first of a list starts at the word, the others at their number."""

    start: int  #: offset of the first character
    end: int  #: offset after the last, its own year included
    text: str  #: text[start:end]
    number: int
    year: int | None = None  #: written with it, or borrowed (see year_shared)
    #: The word that names it, as written, spaces plain: "VNVR-resolutie", "VN Veiligheidsraad Resolutie".
    word: str
    #: That word in one spelling, singular: "VNVR-resolutie", "VN-resolutie", "resolutie",
    #: "Veiligheidsraadresolutie", "S/RES", "UNSCR".
    form: str
    #: How its own year is written: "(2006)" brackets, "uit 2006", "van [3 mei] 2006", "1701/2006" mark; ""
    #: without one.
    year_form: str = ""
    year_shared: bool = False  #: from a later one of the list: "resoluties 82 en 83 (1950)"


def write_resolutions(numbers: Sequence[int], year: int | None = None) -> str:
    """Write one or more resolutions of the same year: "VNVR-resoluties 82 en 83 (1950)"."""
    word = "VNVR-resolutie" if len(numbers) == 1 else "VNVR-resoluties"
    whole = f"{word} {join(map(str, numbers))}"
    return whole if year is None else f"{whole} ({year})"


def find_resolutions(text: str) -> list[ResolutionMention]:
    """Return the Security Council resolutions in text, in order.

    A bare "resolutie 1701" counts, since nothing else is cited like that in these texts. Resolutions of
    the General Assembly ("377/V", "377 (V)", "A/RES/68/262") and of other named bodies do not.
    """
    found: list[ResolutionMention] = []
    for head in _HEAD.finditer(text):
        found += _read(text, head)
    return found


_RESOLUTION = r"resolut(?:ies?|ions?)"
_YEAR = r"(?:19[4-9]\d|20\d\d)(?!\d)"


_HEAD = pattern(
    rf"(?<![\w/-])(?:(?P<word>(?:(?P<body>(?:(?:VN|UN|V\.N\.){SPACE}?-?)?(?:veiligheidsraads?|security{GAP}council)"
    rf"|VNVR|UNSC|VN|UN)(?:{GAP}|-)?)?(?P<resolution>{_RESOLUTION}))(?!\w)"
    rf"|(?P<code>UNSCR|VNVR{SPACE}?-?res\.|UNSCRes\.?){GAP}|(?P<symbol>S/RES/))",
    re.IGNORECASE,
)
_COUNCIL = pattern(
    rf"{GAP}van{GAP}de{GAP}(?:(?:VN|V\.N\.)[ -]?)?(?:Veiligheidsraad|VNVR)"
    rf"(?:{GAP}van{GAP}de{GAP}(?:VN|Verenigde{GAP}Naties))?",
    re.IGNORECASE,
)
_BEFORE_NUMBER = pattern(rf"(?:{GAP}(?:nrs?\.?|no\.))?{GAP}", re.IGNORECASE)


# Not the numbers of the General Assembly: 377/V, 377 (V), 68/262.
_NUMBER = pattern(
    rf"(?P<number>[1-9]\d{{0,3}})(?!\d)(?!(?:/|-(?=\d))(?!{_YEAR}(?!\w)))(?![.,]\d)"
    rf"(?!{SPACE}?\((?:[IVX]{{1,7}}|ES-[IVX]{{1,5}})\))"
)
_YEAR_AFTER = pattern(
    rf"(?:{SPACE}{{0,4}}(?P<brackets>\()|{GAP}(?P<uit>uit){GAP}|(?P<mark>[/-])"
    rf"|{GAP}(?P<van>van|d\.d\.){GAP}(?:\d{{1,2}}{GAP}[a-z]{{3,9}}{GAP})?)"
    rf"(?P<year>{_YEAR})(?(brackets)\)|(?(mark)(?!\w)))"
)
_YEAR_FORMS = ("brackets", "uit", "van", "mark")
_ANOTHER = pattern(rf",{GAP}(?:en{GAP})?|{GAP}(?:en|of|and){GAP}|/")
_OTHER_BODY = pattern(
    rf"{GAP}(?:\(\d{{4}}\){GAP})?van{GAP}(?:de{GAP}|het{GAP})?(?:VN-|AVVN)?"
    r"(?:Algemene|AVVN|Europe(?:es|se)|Raad|Parlementaire|Assemblee|Mensenrechtenraad|Tweede|Eerste)"
)


def _read(text: str, head: re.Match[str]) -> list[ResolutionMention]:
    word = plain_spaces(head["word"] or head["code"] or head["symbol"])
    found: list[ResolutionMention] = []
    position, start = head.end(), head.start()
    if head["word"]:
        before = _BEFORE_NUMBER.match(text, _after_council(text, position))
        if before is None:
            return []
        position = before.end()
    plural = (head["resolution"] or "").lower().endswith("s")
    while number := _NUMBER.match(text, position):
        if "van" in text[number.end() : number.end() + 24] and _OTHER_BODY.match(text, number.end()):
            return []
        after = _YEAR_AFTER.match(text, _after_council(text, number.end()))
        end = after.end() if after else number.end()
        if found and not plural and not after:
            break  # "resolutie 1701 en 12 militairen"
        found.append(
            ResolutionMention(
                start=start,
                end=end,
                text=text[start:end],
                number=int(number["number"]),
                year=int(after["year"]) if after else None,
                word=word,
                form=_form(head),
                year_form=next((form for form in _YEAR_FORMS if after[form]), "") if after else "",
            )
        )
        another = _ANOTHER.match(text, end)
        if another is None:
            break
        position = start = another.end()
    if plural and len(found) > 1:
        return _with_shared_years(found)
    return found


def _after_council(text: str, position: int) -> int:
    """Return the offset after "van de Veiligheidsraad" at a position, or the position itself."""
    council = _COUNCIL.match(text, position) if "van" in text[position : position + 8] else None
    return council.end() if council else position


def _with_shared_years(found: list[ResolutionMention]) -> list[ResolutionMention]:
    """Give resolutions without a year the next year in the list."""
    shared: list[ResolutionMention] = []
    year: int | None = None
    for mention in reversed(found):
        if mention.year is None and year is not None:
            mention = msgspec.structs.replace(mention, year=year, year_shared=True)
        year = mention.year
        shared.append(mention)
    return shared[::-1]


def _form(head: re.Match[str]) -> str:
    if head["symbol"]:
        return "S/RES"
    if head["code"]:
        return "UNSCR"
    body = "".join((head["body"] or "").lower().replace(".", "").replace("-", "").split())
    if not body:
        return "resolutie"
    if "veiligheidsraad" in body or "securitycouncil" in body:
        return "Veiligheidsraadresolutie"
    return f"{body.upper()}-resolutie"
