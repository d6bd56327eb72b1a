# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The grammar of citations of parliamentary papers and official journals, to read them in a text.

The house form, which :mod:`jvom.dutch.kamerstukken` writes, is "Kamerstuk 29 521, nr. 493". The other forms
are those found in letters, reports and laws of 1975-2025, mistakes included.
"""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias

import msgspec

from jvom.analysis import citation_pieces as pieces
from jvom.analysis.date_expressions import DateExpression, date_at
from jvom.dutch.characters import plain_spaces
from jvom.dutch.kamerstukken import WHOLE_DOSSIER, dossier_written, write_kamerstuk
from jvom.dutch.lists import join


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A citation in a text, up to and including its numbers or pages; its date, if any, follows it."""

    start: int  #: offset of the first character
    end: int  #: offset after the last
    text: str  #: text[start:end]
    #: "document" is a number of Parliament's registry, 2026Z01234; "other" an official journal or a debate.
    kind: Literal["kamerstuk", "document", "other"]
    #: How it was written. Of a kamerstuk:
    #: house           Kamerstuk 29 521, nr. 493 · Kamerstukken 30 252 en 35 334, nrs. 84 en 85
    #: bare            29 521, nr. 493
    #: chamber         Tweede Kamerstuk 29 521, nr. 493 · Eerste Kamerstuk 29 521, BE
    #: session         Kamerstukken II 2024/25, 29 521, nr. 493 · vergaderjaar 2024-2025, 29 521, nr. 493
    #: hyphen          Kamerstuk 29521-493
    #: dossier         Kamerstuk 29 521 (no paper named)
    #: number          stuk nr. 493 · Kamerstuk nr. 493 (no dossier named)
    #: other           any other spacing, comma or word: Kamerstuk 29521 nr. 493, Kamerstuknummer ...
    #: The other kinds have one form each, named as the kind.
    form: str
    dossiers: tuple[str, ...] = ()  #: as Parliament prints them: "29 521", "21 501-02", "36 800 V"
    numbers: tuple[str, ...] = ()  #: "493", "BE"; a range as "1-5"; the number of a document
    chamber: Literal["", "I", "II"] = ""
    #: Whether it says more than the house form does: the parliamentary year, or pages.
    has_session: bool = False
    has_pages: bool = False
    #: A dossier number that is not two and three digits, as written: "29 2521".
    malformed: str = ""
    date: DateExpression | None = None
    date_joined: str = ""  #: what joins the date: "d.d.", "van", "," or "("

    @property
    def dossier(self) -> str:
        """The dossier, or the first of several; "" when none is named."""
        return self.dossiers[0] if self.dossiers else ""

    @property
    def is_legal(self) -> bool:
        """Whether it has a form that laws, and papers about laws, use: it is right there."""
        return self.form in ("session", "chamber")

    @property
    def house_form(self) -> str:
        """The citation in the house form; "" when it has none (malformed, or no dossier or number)."""
        if self.kind != "kamerstuk" or self.malformed or not self.dossiers or not self.numbers:
            return ""
        first, *others = self.dossiers
        house = write_kamerstuk(first, self.numbers)
        if not others:
            return house
        # A paper of more dossiers: "Kamerstukken 30 252 en 35 334, nr. 84".
        return f"Kamerstukken {join(self.dossiers)}{house.partition(first)[2]}"


def find_citations(text: str) -> list[Citation]:
    """Return the citations in text, in order, none overlapping."""
    found: list[Citation] = []
    position, starts = 0, pieces.trigger_of(text)
    while starts and (trigger := starts.search(text, position)):
        citation = _read(text, trigger)
        if citation:
            found.append(citation)
        # A trigger is a few characters, so no other start of a citation is skipped.
        position = citation.end if citation else trigger.end()
    return found


#: The numbers of papers, and the offset after them.
_Numbers: TypeAlias = tuple[tuple[str, ...], int]


def _read(text: str, trigger: re.Match[str]) -> Citation | None:
    start, end = trigger.span()
    if trigger["registry"]:
        return _document(text, start, end, trigger["registry"])
    if trigger["other"]:
        return _citation(text, start, end, "other", kind="other")
    if trigger["word"]:
        return _read_kamerstuk(text, trigger)
    if trigger["paper"]:
        return _with_numbers(text, start, _read_numbers(text, end - 1), "number")
    if trigger["sitting"]:
        # The form printed at the head of a paper: "vergaderjaar 2024-2025, 29 521, nr. 493".
        gap = pieces.BETWEEN.match(text, end)
        return _read_bare(text, start, gap.end(), "session", has_session=True) if gap else None
    joined = _hyphenated_paper(text, start)
    if joined and pieces.BARE_HYPHENATED.match(text, start):
        dossier, number, end = joined
        return _citation(text, start, end, "bare", dossiers=(dossier,), numbers=(number,))
    return _read_bare(text, start, start, "bare")


def _read_bare(text: str, start: int, position: int, form: str, **told: Any) -> Citation | None:
    """Read the dossier and the numbers at a position, without the word Kamerstuk before them."""
    dossiers, malformed, end = _read_dossiers(text, position)
    if not dossiers and not malformed:
        return None
    listed = _read_numbers(text, end) or (_read_bare_number(text, end, "I") if form == "session" else None)
    return _with_numbers(text, start, listed, form, dossiers=dossiers, malformed=malformed, **told)


def _read_kamerstuk(text: str, trigger: re.Match[str]) -> Citation | None:
    start, position = trigger.span()
    if registry := pieces.REGISTRY_NUMBER.match(text, position):
        return _document(text, start, registry.end(), registry["number"])
    form, chamber = ("chamber", trigger["which"]) if trigger["which"] else ("", "")
    if named := pieces.CHAMBER.match(text, position):
        chamber, position = named["chamber"], named.end()
    told: dict[str, Any] = {"chamber": _chamber_number(chamber)}
    if session := pieces.SESSION.match(text, position):
        form, position = "session", session.end()
        told["has_session"] = True
    gap = pieces.BETWEEN.match(text, position)
    if gap is None:
        return None
    dossiers, malformed, end = _read_dossiers(text, gap.end())
    told |= {"dossiers": dossiers, "malformed": malformed}
    if not dossiers and not malformed:
        listed = _read_numbers(text, position)
        if not listed and (odd := pieces.ODD_DOSSIER.match(text, gap.end())):
            listed = _read_numbers(text, odd.end())
            told["malformed"], form = odd[0] if listed else "", form or "other"
        if listed or not session:
            return _with_numbers(text, start, listed, form or "number", **told)
        return _citation(text, start, position, form, **told)
    if joined := _hyphenated_paper(text, gap.end()):
        dossier, number, end = joined
        told["dossiers"] = (dossier,)
        return _citation(text, start, end, form or "hyphen", numbers=(number,), **told)
    listed = _read_numbers(text, end) or _read_bare_number(text, end, told["chamber"])
    if listed is None:
        return _citation(text, start, end, form or "dossier", **told)
    citation = _citation(text, start, listed[1], form or "other", numbers=listed[0], **told)
    if not form and plain_spaces(text[start : listed[1]]) == citation.house_form:
        return msgspec.structs.replace(citation, form="house")
    return citation


def _read_dossiers(text: str, position: int) -> tuple[tuple[str, ...], str, int]:
    """Return the dossiers at a position, or a malformed one as written, and where they end."""
    first = WHOLE_DOSSIER.match(text, position)
    if first is None:
        malformed = pieces.MALFORMED_DOSSIER.match(text, position)
        return ((), malformed[0], malformed.end()) if malformed else ((), "", position)
    dossiers, end = [dossier_written(first)], first.end()
    # At most eight: a chain of dossiers without a paper is read again from each of them.
    while len(dossiers) < 8 and (joint := pieces.SECOND_DOSSIER.match(text, end)):
        following = WHOLE_DOSSIER.match(text, joint.end())
        # "29 521, nr. 5 en 27 925, nr. 8" is two citations: each dossier has a list of its own.
        if following is None:
            break
        end = following.end()
        dossiers.append(dossier_written(following))
    return tuple(dossiers), "", end


def _is_sub_dossier(dossier: re.Match[str]) -> bool:
    """Return whether "DD DDD-NN" is a sub-dossier: 21 501 has them, or NN starts with 0."""
    return dossier["a"] + dossier["b"] == "21501" or dossier["sub"].startswith("0")


def _hyphenated_paper(text: str, position: int) -> tuple[str, str, int] | None:
    joined = pieces.HYPHENATED.match(text, position) if "-" in text[position : position + 7] else None
    if joined is None or pieces.MARKER.match(text, joined.end()):
        return None
    whole = WHOLE_DOSSIER.match(text, position)
    if whole and whole["sub"] and _is_sub_dossier(whole):
        return None
    return f"{joined['a']} {joined['b']}", joined["number"], joined.end()


def _read_numbers(text: str, position: int) -> _Numbers | None:
    """Read "nr." or "nrs." and the numbers after it, with or without a comma before it."""
    marker = pieces.MARKER.match(text, position)
    first = marker and pieces.NUMBER.match(text, marker.end())
    if marker is None or first is None:
        return None
    plural = marker["nr"].lower().startswith(("nrs", "nos", "nummers"))
    numbers, end = [first[0]], first.end()
    if until := pieces.RANGE_END.match(text, end):
        numbers, end = [f"{first[0]}-{until['number']}"], until.end()
    # Without "nrs.", a comma starts something else: "nr. 493, 4 april 2025".
    while another := pieces.ANOTHER.match(text, end):
        if not plural and not another["mark"]:
            if "en" not in another["joint"] or pieces.PLAIN_WORD.match(text, another.end()):
                break
        elif another["number"].isalpha() and not first[0].isalpha():
            break
        numbers.append(another["number"])
        end = another.end()
    return tuple(numbers), end


def _read_bare_number(text: str, position: int, chamber: str) -> _Numbers | None:
    bare = pieces.BARE_NUMBER.match(text, position)
    # Three capitals are probably an abbreviation, except in a paper of the Eerste Kamer.
    if bare is None or (bare["letters"] and len(bare["letters"]) > 2 and chamber != "I"):
        return None
    which = "letters" if bare["letters"] else "digits"
    return (bare[which],), bare.end(which)


def _with_numbers(text: str, start: int, listed: _Numbers | None, form: str, **told: Any) -> Citation | None:
    """Return the citation from `start` through its numbers; None without any."""
    return _citation(text, start, listed[1], form, numbers=listed[0], **told) if listed else None


def _document(text: str, start: int, end: int, number: str) -> Citation:
    return _citation(text, start, end, "document", kind="document", numbers=(number,))


def _citation(
    text: str,
    start: int,
    end: int,
    form: str,
    kind: Literal["kamerstuk", "document", "other"] = "kamerstuk",
    **told: Any,
) -> Citation:
    """Return the citation at start:end with the pages and the date after it."""
    if kind != "document" and (pages := pieces.PAGES.match(text, end)):
        told["has_pages"], end = True, pages.end()
    joint = pieces.DATE_JOINT.match(text, end)
    if joint and (date := date_at(text, joint.end())):
        told |= {"date": date, "date_joined": joint["word"] or joint["comma"] or joint["bracket"]}
    return Citation(start=start, end=end, text=text[start:end], kind=kind, form=form, **told)


def _chamber_number(written: str) -> Literal["", "I", "II"]:
    if not written:
        return ""
    return "II" if written.upper().startswith(("II", "T")) else "I"
