# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a returned file that are not in the text that was made of it: there should be none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from jvom.exchange.arrival import Arrival
from jvom.exchange.footnotes import note_words, paragraphs_of
from jvom.exchange.leaves import words
from jvom.exchange.markdown import pieces_of
from jvom.exchange.matching import known_references, words_of_rows
from jvom.exchange.notices import words_in
from jvom.exchange.pieces import words_of
from jvom.exchange.text_files import TextFile, read_text_file
from jvom.text import List, Quote, Table, contents_of, withheld_whole


def lost_words(arrival: Arrival, text: str, outside: str) -> list[str]:
    """Return the words of a file that are in neither the text nor what is `outside` it, such as its title."""
    made = read_text_file(arrival.origin.section, text, arrival.path)
    printed = dict(arrival.printed)
    printed |= {typed: shown for shown, typed in known_references(arrival).items() if typed not in printed}
    printed = {**_withheld_by_block(made, printed), **printed}
    shown = [outside, *(words(leaf, printed) for leaf in made.leaves)]
    shown += [words_of_rows(arrival, leaf) for leaf in made.leaves if leaf.filled]
    shown += [note_words(paragraphs_of(note.blocks, pieces_of), printed) for note in made.fragment.footnotes]
    there = Counter(words_in("\n".join(shown)))
    # A control that was typed in is reported as a whole.
    for number, said in arrival.returned.marks.values():
        if 0 < number <= len(arrival.origin.marks):
            there += Counter(words_in(said)) - Counter(words_in(arrival.origin.marks[number - 1].printed))
    lost: list[str] = []
    for word in words_in(" ".join(arrival.returned.words)):
        if there[word] > 0:
            there[word] -= 1
        else:
            lost.append(word)
    return lost


def _withheld_by_block(made: TextFile, printed: Mapping[str, str]) -> dict[str, str]:
    """Return the words of lists, tables and quotations that are withheld as a whole, by how they are typed.

    What somebody added to one is withheld with the rest, and was no mark of the text that was sent.
    """
    found: dict[str, str] = {}
    for block in made.fragment.blocks:
        if not isinstance(block, List | Quote | Table) or block.withheld is None:
            continue
        for content in contents_of((block,)):
            mark = withheld_whole(content)
            if mark is not None and (pieces := pieces_of(content)):
                found[pieces[0].text] = words_of(pieces_of(mark.content), printed)
    return found
