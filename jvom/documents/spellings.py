# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What else people write for the same name, telephone number, e-mail address or date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from jvom.documents.name_matching import LEAST_JOINED_DIGITS, in_two_letters, plain
from jvom.dutch.dates import MONTHS

_COUNTRY = "31"  # replaces the leading 0 of a Dutch telephone number when dialled from abroad
_INITIALS = re.compile(r"(?<=-)[^\W\d_](?:-[^\W\d_])+(?=-)")
_COURTESIES = frozenset(
    "heer mevrouw meneer dhr mevr mw mr drs dr ir ing prof professor kolonel majoor kapitein luitenant "
    "generaal minister staatssecretaris".split()
)
_PREFIXES = frozenset(
    "van de der den het t ten ter te op in aan bij v d la le du des di da von zu zum zur el al bin".split()
)
_MOST_WORDS = 6
"""A name has no more words; longer ones are a text."""

_AT = re.compile(r"\s*[(\[{<]\s*(?:at|a|apenstaartje)\s*[)\]}>]\s*|\s+(?:at|apenstaartje)\s+", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|punt|\.)\s*[)\]}>]\s*|\s+(?:dot|punt)\s+", re.IGNORECASE)
_MAIL = re.compile(r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_ENGLISH_MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})-([0-9]{1,2}|[a-z]+)-([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2}|[a-z]+)-([0-9]{1,2})")


def spellings(text: str) -> tuple[str, ...]:
    """Return the plain forms in which what a text says may be written, its own first; each once."""
    written = _DOT.sub(".", _AT.sub("@", text)) if _MAIL.search(_DOT.sub(".", _AT.sub("@", text))) else text
    found: dict[str, None] = {}
    for form in dict.fromkeys((plain(text), plain(written), plain(in_two_letters(written)))):
        found[form] = None
        found |= dict.fromkeys(_of_name(form, text))
        found |= dict.fromkeys(_of_number(form))
        found |= dict.fromkeys(_of_date(form))
    found |= dict.fromkeys(_of_mail(written))
    return tuple(form for form in found if form)


# --- names ---------------------------------------------------------------------------------------


def _of_name(form: str, text: str) -> Iterator[str]:
    if not any(character.isalpha() for character in form):
        return
    orders = [form, *_turned(form, text)]
    for order in orders:
        yield order
        yield _INITIALS.sub(lambda match: match[0].replace("-", ""), f"-{order}-").strip("-")
        if order[-1].isalpha():
            yield f"{order}s"  # Bakkemas brief
    if form.endswith("-s"):
        yield form[:-2]  # Bakkema's brief


def _turned(form: str, text: str) -> Iterator[str]:
    """Yield a name without its courtesies, with initials, and with its surname in front as in a list."""
    words = form.split("-")
    if len(words) > _MOST_WORDS or any(not word.isalpha() for word in words) or not _is_name(text):
        return
    first = 1 if words[:2] == ["de", "heer"] else 0
    while first < len(words) and words[first] in _COURTESIES:
        first += 1
    bare = words[first:]
    if len(bare) < 2:
        return
    if first:
        yield "-".join(bare)
    for name in (bare, *_with_initials(bare, text)):
        if name != bare:
            yield "-".join(name)
        for at in range(1, len(name)):
            yield "-".join((*name[at:], *name[:at]))
        prefixes = [word for word in name[1:-1] if word in _PREFIXES]
        given = [word for word in name[:-1] if word not in prefixes]
        if prefixes:
            yield "-".join((name[-1], *prefixes, *given))


def _with_initials(words: list[str], text: str) -> Iterator[list[str]]:
    """Yield a name with its first forename as an initial, with its first two, and so on."""
    if "," in text:
        behind = len(plain(text.rpartition(",")[2]).split("-"))
        words = [*words[-behind:], *words[:-behind]]
    given = next((at for at, word in enumerate(words) if word in _PREFIXES), len(words) - 1)
    for count in range(1, given + 1):
        if any(len(word) > 1 for word in words[:count]):
            yield [*(word[0] for word in words[:count]), *words[count:]]


def _is_name(text: str) -> bool:
    """Tell whether all words of a text but prefixes and courtesies have a capital."""
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or word.lower() in _PREFIXES | _COURTESIES for word in words)


# --- numbers -------------------------------------------------------------------------------------


def _of_number(form: str) -> Iterator[str]:
    joined = form.replace("-", "")
    if not joined.isdigit() or len(joined) < LEAST_JOINED_DIGITS:
        return
    yield joined
    at_home = joined.removeprefix("00").removeprefix(_COUNTRY)
    if at_home != joined or joined.startswith("0"):
        bare = at_home.removeprefix("0")
        yield from (f"0{bare}", f"{_COUNTRY}{bare}", f"00{_COUNTRY}{bare}", f"{_COUNTRY}0{bare}")


# --- dates ---------------------------------------------------------------------------------------


def _of_date(form: str) -> Iterator[str]:
    """Yield a day in words and in figures, the day in front or the year."""
    if match := _DAY_FIRST.fullmatch(form):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(form):
        year, month, day = match.groups()
    else:
        return
    number = int(month) if month.isdigit() else _month(month)
    if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return
    years = {year, year[-2:]} if len(year) > 2 else {year, f"19{year}", f"20{year}"}
    days = {str(int(day)), f"{int(day):02}"}
    months = {str(number), f"{number:02}"}
    names = {MONTHS[number], MONTHS[number][:3], _ENGLISH_MONTHS[number - 1], _ENGLISH_MONTHS[number - 1][:3]}
    for each in sorted(years):
        for one, other in product(sorted(days), sorted(months | names)):
            yield f"{one}-{other}-{each}"
            if len(each) > 2:
                yield f"{each}-{other}-{one}"
    for one, other in product(sorted(days), sorted(names)):
        yield f"{other}-{one}-{max(years, key=len)}"  # May 3, 1980


def _month(name: str) -> int:
    for months in (MONTHS[1:], _ENGLISH_MONTHS):
        for number, each in enumerate(months, 1):
            if name in (each, each[:3]):
                return number
    return 0


# --- addresses -----------------------------------------------------------------------------------


def _of_mail(text: str) -> Iterator[str]:
    """Yield an e-mail address as people write it to keep it from robots."""
    for match in _MAIL.finditer(text):
        before, behind = (plain(part) for part in match.groups())
        for at, dot in product(("at", "a", "apenstaartje"), ("", "dot", "punt")):
            point = f"-{dot}-" if dot else "-"
            yield f"{before}-{at}-{behind.replace('-', point)}"
            yield f"{before.replace('-', point)}-{at}-{behind.replace('-', point)}"
        yield f"{before}-{behind}"
