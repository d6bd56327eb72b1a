# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Splits a Dutch text into sentences."""

from __future__ import annotations

from jvom.dutch.patterns import pattern

#: Abbreviations whose full stop never ends a sentence: a name, number or date follows.
_NEVER_END = frozenset(
    """
    nr nrs no art artt blz p pp par hfst bijl fig vgl ca circa tel dr drs mr mw dhr prof ing
    ir gen zr.ms hr.ms
    kol lkol lt ltz kap maj sgt adm vadm cdr sr jr st zr ms hr d.d dd i.c m.n m.b.t i.v.m t.a.v t.b.v
    t.o.v i.p.v i.o.v n.a.v o.b.v o.g.v o.l.v o.v.v a.d.h.v d.m.v m.i.v m.u.v v.w.b w.o o.a bijv bv d.w.z
    t/m resp max min incl excl evt ong plm v.d tw jan feb mrt apr jun jul aug sep sept okt nov dec
    """.split()
)

#: Abbreviations that end a sentence when a capital follows.
_MAY_END = frozenset("enz etc e.d e.a c.s jl a.s e.v m.m".split())

_OPENING = "\"'“‘„«(["
_BESIDE_WORD = pattern(r"[^\w./]|_")


#: With only characters up to Latin-1 the pattern compiles in a third of the time.
_AS_LATIN = (("…", "."), ("”", '"'), ("’", "'"))
_END = pattern(r"[.!?\n](?:(?<=\n)|[\"'»)\]]{0,3}(?=\s))")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of every sentence, without the white space around it.

    A full stop ends a sentence unless it follows an abbreviation, an initial or a number in a date, or a
    lower-case letter comes next; a forced line break always does. Takes time linear in the text.
    """
    found: list[tuple[int, int]] = []
    start, plain = 0, text
    for mark, latin in () if text.isascii() else _AS_LATIN:
        plain = plain.replace(mark, latin)
    for match in _END.finditer(plain):
        if match.end() < len(text) and _ends_here(text, match.start(), match.end()):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    if words := text[start:end].strip():
        first = text.index(words[0], start)
        found.append((first, first + len(words)))


def _ends_here(text: str, at: int, end: int) -> bool:
    if text[at] == "\n":
        return True
    following = "".join(text[end : end + 8].split()).lstrip(_OPENING)[:1]
    if following.islower():
        # Apart from "'s Avonds" and "de Volkskrant", no sentence starts with a lower-case letter.
        return False
    if text[at] != ".":
        return True
    word = text[max(0, at - 12) : at].rpartition(" ")[2]
    if not word.isalnum():
        word = _BESIDE_WORD.split(word)[-1]
    if word.lower() in _MAY_END:
        return following.isupper()
    if word.lower().removesuffix(".") in _NEVER_END:
        return False
    letters = word.split(".")
    if all(map(str.isupper, letters)) and max(map(len, letters)) == 1:
        return False
    return not (following.isdigit() and word.isdigit() and len(word) < 3)
