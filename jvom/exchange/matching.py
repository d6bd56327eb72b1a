# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The paragraphs of a returned file: which one of the text each was, and what its writer meant by it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jvom.exchange.arrival import Arrival
from jvom.exchange.leaves import Leaf, words
from jvom.exchange.markdown import typed_remark
from jvom.exchange.marks import is_withheld, missing_marks, restored
from jvom.exchange.notices import Notice
from jvom.exchange.pairing import pair, words_alike
from jvom.exchange.pieces import Piece, as_typed, words_of
from jvom.exchange.recognition import patterns, recognized, typed_references, without_dutch_terms
from jvom.messages import Message, msg
from jvom.source import Span
from jvom.text import Remark

_STAYED = 0.5
"""How alike the words of a sentence are, at least, that stayed when a mark in it went."""
_SAME_ROWS = 0.9


class Matched(msgspec.Struct, frozen=True, kw_only=True):
    """The leaves of a returned file as their writers meant them.

    For each leaf, `places` has that of the leaf of the text that it was, -1 for a new one, and `same`
    whether it says and shows what that did. `remarks` are those that jvom itself made in the leaves.
    """

    leaves: tuple[Leaf, ...]
    places: tuple[int, ...]
    same: tuple[bool, ...]
    remarks: frozenset[str]
    notices: tuple[Notice, ...]


def match(arrival: Arrival, leaves: Sequence[Leaf]) -> Matched:
    """Return the leaves of the file as what their writers meant, with which leaf of the text each was."""
    before, printed = arrival.sent.leaves, arrival.printed
    words_before = [printed_words(arrival, leaf) for leaf in before]
    words_after = [words(leaf, printed) for leaf in leaves]
    styles_lost = _styles_lost(words_before, words_after, before, leaves)
    looks_lost = _looks_lost(before, leaves)
    if styles_lost:
        places = pair(words_before, words_after, words_before, words_after)
    else:
        places = pair([leaf.key for leaf in before], [leaf.key for leaf in leaves], words_before, words_after)
    known = patterns(known_references(arrival))
    made: list[Leaf] = []
    same: list[bool] = []
    notices: list[Notice] = []
    replaced: list[Message] = []
    references: list[str] = []
    for leaf, at, said in zip(leaves, places, words_after, strict=True):
        was = before[at] if at >= 0 else None
        new = _as_meant(leaf, was, made[-1] if made else None, styles_lost=styles_lost)
        if was is not None:
            stayed = words_alike(words_before[at], said) >= _STAYED
            new, gone = _with_marks(arrival, was, new, stayed=stayed)
            for mark in gone:
                if is_withheld(mark):
                    notices.append(Notice(msg("gemarkeerde woorden zijn weg: {mark}", mark=mark)))
                else:
                    replaced.append(_replaced(arrival, mark))
        is_same = was is not None and _is_same(arrival, was, new, looks_lost=looks_lost)
        if not is_same:
            if was is not None and was.kind == new.kind == "heading" and words_before[at] != said:
                replaced.append(_renamed(arrival, words_before[at], said))
                new = new._replace(pieces=(*new.pieces, own_remark(arrival, replaced[-1])))
            new, found = typed_references(
                without_dutch_terms(new), known, words_before[at] if was is not None else ""
            )
            references += found
        made.append(new)
        same.append(is_same)
    notices += [Notice(what, person=True) for what in replaced]
    if styles_lost:
        what = msg("het bestand kwam terug zonder opmaak: die is weer als in de tekst van toen")
        notices.append(Notice(what))
    if references:
        shown = "; ".join(dict.fromkeys(references))
        notices.append(Notice(msg("herkend als verwijzing: {words}", words=shown)))
    return Matched(
        leaves=tuple(made),
        places=tuple(places),
        same=tuple(same),
        remarks=frozenset(own_remark(arrival, what).text for what in replaced),
        notices=(*notices, *_gone_with_paragraph(arrival, set(places)), *_changed_fields(arrival)),
    )


def printed_words(arrival: Arrival, leaf: Leaf) -> str:
    """Return the words that a leaf of the text prints, with those of the data that a table is made of."""
    shown = words(leaf, arrival.printed)
    return f"{shown} {words_of_rows(arrival, leaf)}" if leaf.filled else shown


def words_of_rows(arrival: Arrival, leaf: Leaf) -> str:
    """Return the words of the rows of a table that is made of data."""
    return as_typed(" ".join(mark.printed for mark in arrival.origin.marks if leaf.filled in mark.typed))


def known_references(arrival: Arrival) -> dict[str, str]:
    """Return what citations and references print, with how they are typed."""
    found = dict(arrival.citations)
    for shown, id in arrival.origin.sections.items():
        if shown.startswith("bijlage"):
            found[shown] = f"[](#{id})"
        else:
            found[f"{'paragraaf' if '.' in shown else 'hoofdstuk'} {shown}"] = f"[](#{id})"
    return found


def own_remark(arrival: Arrival, what: Message) -> Piece:
    """Return a remark of jvom itself about the text beside it."""
    return Piece("remark", typed_remark(Remark(str(what), "jvom", None, Span(arrival.path))))


def _styles_lost(
    words_before: list[str], words_after: list[str], before: Sequence[Leaf], after: Sequence[Leaf]
) -> bool:
    """Return whether a file came back without its styles: no leaf that had a kind of its own still has it."""
    kinds = {"heading", "bullet", "number", "follow", "quote", "caption"}
    had = {said for said, leaf in zip(words_before, before, strict=True) if leaf.kind in kinds}
    has = [leaf for said, leaf in zip(words_after, after, strict=True) if said in had]
    return bool(has) and all(leaf.kind in ("paragraph", "picture") for leaf in has)


def _looks_lost(before: Sequence[Leaf], after: Sequence[Leaf]) -> bool:
    """Return whether no words of a file are bold or foreign any more, though some that were sent were."""
    had = any(piece.look[1:] != (False, "") for leaf in before for piece in leaf.all_pieces)
    return had and not any(
        piece.look[1:] != (False, "") for leaf in after for piece in leaf.all_pieces if piece.kind == "words"
    )


def _as_meant(leaf: Leaf, was: Leaf | None, above: Leaf | None, *, styles_lost: bool) -> Leaf:
    """Return the leaf as its writer meant it; in a file without styles, as it was."""
    if was is not None and leaf.kind == "paragraph" and styles_lost:
        leaf = leaf._replace(kind=was.kind, level=was.level, start=was.start)
    if was is not None and was.kind == "caption" and leaf.kind == "paragraph":
        leaf = leaf._replace(kind="caption")
    if was is None or was.kind != leaf.kind:
        return recognized(leaf, above)
    if was.key != leaf.key and recognized(was, above).kind == was.kind:
        leaf = recognized(leaf, above)
    if was.kind != leaf.kind:
        return leaf
    leaf = leaf._replace(start=was.start, landscape=was.landscape, name=was.name)
    return leaf._replace(right=was.right) if leaf.kind == "table" else leaf


def _with_marks(arrival: Arrival, was: Leaf, leaf: Leaf, *, stayed: bool) -> tuple[Leaf, list[str]]:
    """Return the leaf with the marks that came back as words, and those gone from words that `stayed`.

    A remark is left behind where a figure, citation or reference is gone.
    """
    if leaf.kind == "table" and was.kind == "table":
        return _table_with_marks(arrival, was, leaf)
    pieces, gone = restored(was.pieces, leaf.pieces, arrival.printed)
    if not stayed:
        return leaf._replace(pieces=pieces), []
    return leaf._replace(pieces=(*pieces, *_remarks_on(arrival, gone))), gone


def _table_with_marks(arrival: Arrival, was: Leaf, leaf: Leaf) -> tuple[Leaf, list[str]]:
    printed = arrival.printed
    if was.filled and not leaf.filled and len(leaf.rows) > 1:
        shown = words(leaf._replace(rows=leaf.rows[1:]), printed)
        if words_alike(shown, words_of_rows(arrival, was)) > _SAME_ROWS:
            leaf = leaf._replace(filled=was.filled)
    if leaf.filled:
        return leaf, []
    said = [[" ".join(words_of(cell, printed) for cell in row) for row in each.rows] for each in (was, leaf)]
    rows, all_gone = [], []
    for row, at in zip(leaf.rows, pair(was.rows, leaf.rows, *said), strict=True):
        old = was.rows[at] if at >= 0 else ()
        cells = []
        for place, cell in enumerate(row):
            pieces, gone = restored(old[place], cell, printed) if place < len(old) else (cell, [])
            cells.append((*pieces, *_remarks_on(arrival, gone)))
            all_gone += gone
        rows.append(tuple(cells))
    return leaf._replace(rows=tuple(rows)), all_gone


def _remarks_on(arrival: Arrival, gone: list[str]) -> list[Piece]:
    return [own_remark(arrival, _replaced(arrival, mark)) for mark in gone if not is_withheld(mark)]


def _is_same(arrival: Arrival, was: Leaf, leaf: Leaf, *, looks_lost: bool) -> bool:
    """Return whether a leaf says and shows what it did; looks that were lost everywhere do not count."""
    if was.key == leaf.key:
        return True
    if was.kind != leaf.kind or not looks_lost or missing_marks(was.all_pieces, leaf.all_pieces):
        return False
    return words(was, arrival.printed) == words(leaf, arrival.printed)


def _replaced(arrival: Arrival, mark: str) -> Message:
    """Return what happened to a mark whose sentence stayed, and where it is changed."""
    if mark.startswith("{{"):
        return msg(
            "het cijfer {mark} ({printed}) is weggehaald of overgetypt; klopt het niet meer, wijzig dan "
            "{file}",
            mark=mark,
            printed=arrival.printed.get(mark, ""),
            file="figures.yml",
        )
    if mark.startswith("[@"):
        return msg(
            "de bron {mark} ({printed}) is weggehaald of overgetypt; klopt die niet meer, wijzig dan {file}",
            mark=mark,
            printed=arrival.printed.get(mark, ""),
            file="references.yml",
        )
    return msg(
        "de verwijzing {mark} ({printed}) is weggehaald of overgetypt; was dat niet de bedoeling, "
        "zet die dan terug in {file}",
        mark=mark,
        printed=arrival.printed.get(mark, ""),
        file=arrival.path_of_text,
    )


def _renamed(arrival: Arrival, was: str, new: str) -> Message:
    """Return that a heading was renamed, and where it is changed."""
    return msg(
        "de kop «{was}» is nu «{new}»; is dat niet de bedoeling, zet de oude dan terug in {file}",
        was=was,
        new=new,
        file=arrival.path_of_text,
    )


def _gone_with_paragraph(arrival: Arrival, kept: set[int]) -> list[Notice]:
    return [
        Notice(msg("gemarkeerde woorden zijn met hun alinea weg: {mark}", mark=piece.text))
        for at, leaf in enumerate(arrival.sent.leaves)
        if at not in kept
        for piece in leaf.all_pieces
        if piece.kind == "mark" and is_withheld(piece.text)
    ]


def _changed_fields(arrival: Arrival) -> list[Notice]:
    """Return which locked controls show other words than they did, which are not taken over."""
    notices = []
    marks = arrival.origin.marks
    for number, shown in arrival.returned.marks.values():
        if not 0 < number <= len(marks):
            continue
        mark = marks[number - 1]
        if as_typed(" ".join(shown.split())) != as_typed(" ".join(mark.printed.split())):
            what = msg(
                "het vaste veld {mark} is gewijzigd van «{printed}» in «{shown}»; dat is niet overgenomen",
                mark=mark.typed,
                printed=mark.printed,
                shown=shown,
            )
            notices.append(Notice(what, person=True))
    return notices
