# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The grammar of citations of parliamentary papers and official journals, to read them in a text.

The house form, which :mod:`jvom.dutch.kamerstukken` writes, is "Kamerstuk 29 521, nr. 493". The other forms
are those found in letters, reports and laws of 1975-2025, mistakes included.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from jvom.analysis import citation_pieces as pieces
from jvom.dutch.characters import plain_spaces
from jvom.dutch.kamerstukken import dossier_written, whole_dossier, write_kamerstuk

if TYPE_CHECKING:
    from jvom.analysis.date_expressions import DateExpression

Kind = Literal["kamerstuk", "document", "handelingen", "aanhangsel", "stb", "stcrt", "trb"]


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A citation in a text, up to and including its numbers or pages; its date, if any, follows it."""

    start: int  #: offset of the first character
    end: int  #: offset after the last
    text: str  #: text[start:end]
    kind: Kind  #: "document" is a number of Parliament's registry, 2026Z01234
    #: How it was written. Of a kamerstuk:
    #: house           Kamerstuk 29 521, nr. 493 · Kamerstukken 29 521, nrs. 505 en 512
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
    numbers: tuple[str, ...] = ()  #: "493", "BE"; a range as "1-5"; the number of a document or journal
    chamber: Literal["", "I", "II"] = ""
    session: str = ""  #: the parliamentary year, as "2024/25"
    year: int | None = None  #: of an official journal
    pages: str = ""  #: as written: "3", "47-50"
    #: A dossier number that is not two and three digits, as written: "29 2521".
    malformed: str = ""
    date: DateExpression | None = None
    date_joined: str = ""  #: what joins the date: "d.d.", "van", "," or "("

    @property
    def dossier(self) -> str:
        """The dossier, or the first of several; "" when none is named."""
        return self.dossiers[0] if self.dossiers else ""

    @property
    def house_form(self) -> str:
        """The citation in the house form; "" when it has none (malformed, or no single dossier or number)."""
        if self.kind != "kamerstuk" or self.malformed or len(self.dossiers) != 1 or not self.numbers:
            return ""
        return write_kamerstuk(self.dossiers[0], self.numbers)


def find_citations(text: str) -> list[Citation]:
    """Return the citations in text, in order, none overlapping."""
    found: list[Citation] = []
    position = 0
    if not pieces.may_contain_citation(text):
        return found
    while trigger := pieces.trigger().search(text, position):
        citation = _read(text, trigger)
        if citation is None:
            # A trigger is a few characters, so no other start of a citation is skipped.
            position = trigger.end()
            continue
        found.append(citation)
        position = citation.end
    return found


class _Numbers(msgspec.Struct, frozen=True):
    """The numbers of papers, and the offset after them."""

    numbers: tuple[str, ...]
    end: int


def _read(text: str, trigger: re.Match[str]) -> Citation | None:
    if trigger["registry"]:
        return _citation(
            text, trigger.start(), trigger.end(), "document", "document", numbers=(trigger["registry"],)
        )
    if trigger["journal"]:
        return _read_journal(text, trigger)
    if trigger["debates"]:
        return _read_debates(text, trigger)
    if trigger["sitting"]:
        return _read_sitting(text, trigger)
    if trigger["paper"]:
        listed = _read_numbers(text, trigger.end() - 1)
        if listed is None:
            return None
        return _citation(text, trigger.start(), listed.end, "kamerstuk", "number", numbers=listed.numbers)
    if trigger["word"]:
        return _read_kamerstuk(text, trigger)
    return _read_bare(text, trigger)


def _read_kamerstuk(text: str, trigger: re.Match[str]) -> Citation | None:
    start, position = trigger.start(), trigger.end()
    if registry := pieces.registry_number_after(text, position):
        return _citation(text, start, registry.end(), "document", "document", numbers=(registry["number"],))
    chamber: Literal["", "I", "II"] = ""
    form = "chamber" if trigger["which"] else ""
    if trigger["which"]:
        chamber = "I" if trigger["which"].lower() == "eerste" else "II"
    if named := pieces.chamber_after(text, position):
        chamber, position = _chamber_number(named["chamber"]), named.end()
    session = ""
    if (
        text[position : position + 8].lstrip(", \n\u00a0").startswith(("18", "19", "20", "v"))
        and (sitting := pieces.session().match(text, position))
        and sitting.start() != sitting.start("from")
    ):
        session, position, form = _session_written(sitting), sitting.end(), "session"
    gap = pieces.gap().match(text, position) or pieces.hyphen().match(text, position)
    if gap is None:
        return None
    dossiers, malformed, end = _read_dossiers(text, gap.end())
    if not dossiers and not malformed:
        listed = _read_numbers(text, position)
        odd = pieces.odd_dossier().match(text, gap.end())
        if odd and not listed and (listed := _read_numbers(text, odd.end())):
            return _citation(
                text, start, listed.end, "kamerstuk", form or "other",
                numbers=listed.numbers, malformed=odd[0], chamber=chamber, session=session,
            )  # fmt: skip
        if listed is None:
            if not session:
                return None
            return _citation(text, start, position, "kamerstuk", form, chamber=chamber, session=session)
        return _citation(
            text, start, listed.end, "kamerstuk", form or "number",
            numbers=listed.numbers, chamber=chamber, session=session,
        )  # fmt: skip
    if joined := _hyphenated_paper(text, gap.end()):
        dossier, number, end = joined
        return _citation(
            text, start, end, "kamerstuk", form or "hyphen",
            dossiers=(dossier,), numbers=(number,), chamber=chamber, session=session,
        )  # fmt: skip
    listed = _read_numbers(text, end) or _read_bare_number(text, end, chamber)
    if listed is None:
        return _citation(
            text, start, end, "kamerstuk", form or "dossier",
            dossiers=dossiers, malformed=malformed, chamber=chamber, session=session,
        )  # fmt: skip
    citation = _citation(
        text, start, listed.end, "kamerstuk", form or "other",
        dossiers=dossiers, numbers=listed.numbers, malformed=malformed, chamber=chamber, session=session,
    )  # fmt: skip
    if not form and plain_spaces(text[start : listed.end]) == citation.house_form:
        return msgspec.structs.replace(citation, form="house")
    return citation


def _read_bare(text: str, trigger: re.Match[str]) -> Citation | None:
    start = trigger.start()
    joined = _hyphenated_paper(text, start)
    if joined and pieces.bare_hyphenated().match(text, start):
        dossier, number, end = joined
        return _citation(text, start, end, "kamerstuk", "bare", dossiers=(dossier,), numbers=(number,))
    dossiers, malformed, end = _read_dossiers(text, start)
    if not dossiers and not malformed:
        return None
    listed = _read_numbers(text, end)
    if listed is None:
        return None
    return _citation(
        text,
        start,
        listed.end,
        "kamerstuk",
        "bare",
        dossiers=dossiers,
        numbers=listed.numbers,
        malformed=malformed,
    )


def _read_sitting(text: str, trigger: re.Match[str]) -> Citation | None:
    """Read the form printed at the head of a paper: "vergaderjaar 2024-2025, 29 521, nr. 493"."""
    sitting = pieces.session().match(text, trigger.end())
    gap = sitting and pieces.gap().match(text, sitting.end())
    if sitting is None or gap is None:
        return None
    dossiers, malformed, end = _read_dossiers(text, gap.end())
    listed = _read_numbers(text, end) or _read_bare_number(text, end, "I") if dossiers or malformed else None
    if listed is None:
        return None
    return _citation(
        text, trigger.start(), listed.end, "kamerstuk", "session",
        dossiers=dossiers, numbers=listed.numbers, malformed=malformed, session=_session_written(sitting),
    )  # fmt: skip


def _read_journal(text: str, trigger: re.Match[str]) -> Citation | None:
    issue = pieces.issue().match(text, trigger.end())
    if issue is None:
        return None
    word = trigger["journal"].rstrip(".").lower()
    kinds: dict[str, Kind] = {
        "stb": "stb",
        "staatsblad": "stb",
        "stcrt": "stcrt",
        "staatscourant": "stcrt",
        "trb": "trb",
        "tractatenblad": "trb",
    }
    kind = kinds[word]
    return _citation(
        text, trigger.start(), issue.end(), kind, kind, numbers=(issue["number"],), year=int(issue["year"])
    )


def _read_debates(text: str, trigger: re.Match[str]) -> Citation | None:
    position = trigger.end()
    chamber: Literal["", "I", "II"] = ""
    if named := pieces.chamber_after(text, position):
        chamber, position = _chamber_number(named["chamber"]), named.end()
    session = ""
    if (sitting := pieces.session().match(text, position)) and sitting.start() != sitting.start("from"):
        session, position = _session_written(sitting), sitting.end()
    listed = _read_numbers(text, position)
    if listed:
        position = listed.end
    if item := pieces.item().match(text, position):
        position = item.end()
    if not session and not listed:
        return None
    kind: Kind = "aanhangsel" if trigger["annex"] else "handelingen"
    return _citation(
        text, trigger.start(), position, kind, kind,
        numbers=listed.numbers if listed else (), chamber=chamber, session=session,
    )  # fmt: skip


def _read_dossiers(text: str, position: int) -> tuple[tuple[str, ...], str, int]:
    """Return the dossiers at a position, or a malformed one as written, and where they end."""
    first = whole_dossier().match(text, position)
    if first is None:
        malformed = pieces.malformed_dossier().match(text, position)
        return ((), malformed[0], malformed.end()) if malformed else ((), "", position)
    end = _end_of_dossier(text, first)
    dossiers = [dossier_written(first) if end == first.end() else f"{first['a']} {first['b']}"]
    # At most eight: a chain of dossiers without a paper is read again from each of them.
    while len(dossiers) < 8 and (joint := pieces.second_dossier_after(text, end)):
        following = whole_dossier().match(text, joint.end())
        # "29 521, nr. 5 en 27 925, nr. 8" is two citations: each dossier has a list of its own.
        if following is None:
            break
        end = following.end()
        dossiers.append(dossier_written(following))
    return tuple(dossiers), "", end


def _end_of_dossier(text: str, dossier: re.Match[str]) -> int:
    """Return the end of a dossier number, before two digits that are the number of a paper."""
    if dossier["sub"] and not _is_sub_dossier(dossier) and not pieces.marker().match(text, dossier.end()):
        return dossier.end("b")
    return dossier.end()


def _is_sub_dossier(dossier: re.Match[str]) -> bool:
    """Return whether "DD DDD-NN" is a sub-dossier: 21 501 has them, or NN starts with 0."""
    return dossier["a"] + dossier["b"] == "21501" or dossier["sub"].startswith("0")


def _hyphenated_paper(text: str, position: int) -> tuple[str, str, int] | None:
    joined = pieces.hyphenated_number_at(text, position)
    if joined is None or pieces.marker().match(text, joined.end()):
        return None
    whole = whole_dossier().match(text, position)
    if whole and whole["sub"] and _is_sub_dossier(whole):
        return None
    return f"{joined['a']} {joined['b']}", joined["number"], joined.end()


def _read_numbers(text: str, position: int) -> _Numbers | None:
    """Read "nr." or "nrs." and the numbers after it, with or without a comma before it."""
    marker = pieces.marker().match(text, position)
    first = marker and pieces.number().match(text, marker.end())
    if marker is None or first is None or not (marker["comma"] or marker["gap"]):
        return None
    plural = marker["nr"].lower().startswith(("nrs", "nos", "nummers"))
    numbers, end = [], first.end()
    if pieces.following(text, end)[:1] in pieces.RANGES and (until := pieces.range_end().match(text, end)):
        numbers.append(f"{first[0]}-{until['number']}")
        end = until.end()
    else:
        numbers.append(first[0])
    # Without "nrs.", a comma starts something else: "nr. 493, 4 april 2025".
    while another := pieces.list_continues(text, end) and pieces.another().match(text, end):
        if not plural and not another["mark"]:
            if "en" not in another["joint"] or pieces.plain_word().match(text, another.end()):
                break
        elif another["number"].isalpha() and not first[0].isalpha():
            break
        numbers.append(another["number"])
        end = another.end()
    return _Numbers(tuple(numbers), end)


def _read_bare_number(text: str, position: int, chamber: str) -> _Numbers | None:
    bare = pieces.bare_number().match(text, position)
    if bare is None:
        return None
    # Three capitals are probably an abbreviation, except in a paper of the Eerste Kamer.
    if bare["letters"] and len(bare["letters"]) > 2 and chamber != "I":
        return None
    return _Numbers(
        (bare["letters"] or bare["digits"],), bare.end("letters") if bare["letters"] else bare.end("digits")
    )


def _citation(
    text: str,
    start: int,
    end: int,
    kind: Kind,
    form: str,
    *,
    dossiers: tuple[str, ...] = (),
    numbers: tuple[str, ...] = (),
    chamber: Literal["", "I", "II"] = "",
    session: str = "",
    year: int | None = None,
    malformed: str = "",
) -> Citation:
    """Return the citation at start:end with the pages and the date after it."""
    pages = ""
    paged = kind in ("kamerstuk", "handelingen") and pieces.following(text, end).startswith(("blz", "p"))
    if paged and (written := pieces.pages().match(text, end)):
        pages, end = written["pages"], written.end()
    date, joined = _date_after(text, end)
    return Citation(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        form=form,
        dossiers=dossiers,
        numbers=numbers,
        chamber=chamber,
        session=session,
        year=year,
        pages=pages,
        malformed=malformed,
        date=date,
        date_joined=joined,
    )


def _date_after(text: str, end: int) -> tuple[DateExpression | None, str]:
    joint = pieces.date_joint().match(text, end)
    if joint is None:
        return None, ""
    # Imported late: writing a citation needs no dates.
    from jvom.analysis.date_expressions import date_at

    date = date_at(text, joint.end())
    if date is None:
        return None, ""
    return date, joint["word"] or joint["comma"] or joint["bracket"]


def _chamber_number(written: str) -> Literal["I", "II"]:
    return "II" if written.startswith(("II", "T")) else "I"


def _session_written(sitting: re.Match[str]) -> str:
    """Write a parliamentary year as Parliament does: "2024/25", and "1999/2000"."""
    to = sitting["to"]
    # Across a change of century Parliament writes both years in full.
    if len(to) == 4 and to[:2] == sitting["from"][:2]:
        to = to[2:]
    return f"{sitting['from']}/{to}"
