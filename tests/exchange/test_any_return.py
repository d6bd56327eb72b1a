# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is in a text, and whatever Word or a person did to its file: no byte or word is lost unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from jvom.exchange.request import Request, plan_request
from jvom.reading.fragment import read_fragment
from jvom.reading.word.returned import ReturnedFile
from jvom.source import CannotRun
from jvom.word.package import build
from tests.documents.test_any_text import SOUND_TEXTS, SOUND_TITLES, dossier_of
from tests.exchange.any_texts import any_text
from tests.exchange.commenting import FIRST_ID
from tests.exchange.edits import EDITS, MATH, UNSEEN, edited_at_random, track
from tests.exchange.returning import (
    COMMENTS,
    DOCUMENT,
    NOTES,
    W,
    brought,
    exported,
    origin_of,
    parts,
    template,
)
from tests.fuzzing import examples

SEEDS = st.integers(0, 2**32)
RICH = 4
"""A seed of a text with most of what the format has."""


def words(text: str) -> list[str]:
    plain = text.translate({0xA0: " ", 0x2011: "-", 0xAD: None, 0x2019: "'", 0x2018: "'"})
    return re.findall(r"\w+", plain.lower())


def is_deleted(element: Any) -> bool:
    return any(
        each.tag in UNSEEN or (each.tag == f"{W}tr" and each.find(f"{W}trPr/{W}del") is not None)
        for each in element.iterancestors()
    )


def body_words(data: bytes) -> Iterator[str]:
    """Yield the words of the body and of the notes it refers to, those of each run apart."""
    body, notes = (etree.fromstring(parts(data)[part]) for part in (DOCUMENT, NOTES))
    referred = {each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference") if not is_deleted(each)}
    for story in (body, *(each for each in notes if each.get(f"{W}id") in referred)):
        for text in story.iter(f"{W}t", f"{{{MATH}}}t"):
            if not is_deleted(text):
                yield from words(text.text or "")


def comment_words(data: bytes) -> Iterator[str]:
    """Yield the words of the comments that somebody made in Word."""
    members = parts(data)
    for comment in etree.fromstring(members[COMMENTS]) if COMMENTS in members else ():
        if int(comment.get(f"{W}id", "0")) >= FIRST_ID:
            yield from words("".join(each.text or "" for each in comment.iter(f"{W}t")))


def refuse_lost_words(data: bytes) -> None:
    """Raise AssertionError when a word of the file is neither in the text nor told."""
    try:
        made, _ = brought(data)
    except CannotRun:
        return  # words that not everybody may see, where anybody would
    origin = origin_of(data)
    notices = [str(each.what) for each in made.notices]
    printed = [mark.printed for mark in origin.marks]
    told = "".join(words(" ".join([made.text, *notices, *printed, *origin.box, origin.title])))
    assert [each for each in body_words(data) if each not in told] == []
    assert [each for each in comment_words(data) if each not in words(made.text)] == []
    _, problems = read_fragment("unifil", made.text.encode(), "x.md")
    assert [str(each.what) for each in problems] == []


class Describe_any_return:
    @given(SEEDS, SEEDS, st.integers(1, 8))
    @examples(34)
    def it_loses_no_word_unseen(self, text, seed, count):
        refuse_lost_words(edited_at_random(exported(any_text(text)), seed, count))

    @pytest.mark.parametrize("one", EDITS, ids=lambda each: each.__name__)
    def it_loses_none_after_each_kind_of_edit(self, one):
        for seed in range(3):
            refuse_lost_words(edited_at_random(exported(any_text(RICH)), seed, 1, (one,)))

    @given(SEEDS)
    @examples(5)
    def it_can_be_rejected_as_a_whole(self, seed):
        file = ReturnedFile(edited_at_random(exported(any_text(RICH)), seed, 4), "terug.docx")
        for change in file.changes():
            change.reject()
        assert file.read().words

    @given(SEEDS)
    @examples(5)
    def it_has_its_words_again_when_it_is_rejected_as_a_whole(self, seed):
        def strike(root: Any, chance: Random) -> None:
            track(root, chance)
            for each in [*root.iter(f"{W}ins"), *root.iter(f"{W}moveTo")]:
                each.addprevious(each[0])
                each.getparent().remove(each)

        before = exported(any_text(RICH))
        file = ReturnedFile(edited_at_random(before, seed, 4, (strike,)), "terug.docx")
        for change in file.changes():
            change.reject()
        assert file.read().words == ReturnedFile(before, "uit.docx").read().words


class Describe_any_text:
    @given(SEEDS)
    @example(17673)
    @example(107699974)
    @examples(17)
    def it_comes_home_with_every_byte(self, seed):
        made, base = brought(exported(any_text(seed)))

        assert made.text == base.text
        assert made.notices == ()


class Describe_any_text_of_odd_pieces:
    @given(SOUND_TEXTS, SOUND_TITLES)
    @example("{.gelakt}  [^n]\n\n[^n]: Noot a\n\n    Nog een.", "Titel")
    @example("*a **b** c* [*w* x](https://w.nl) [**y** *z*{lang=nl}](https://w.nl)", "Titel")
    @example("> een\n>\n> twee\n\n> drie\n\n- a\n\n* b\n\n1. c\n", "Titel")
    @example("[a *b*]{.persoonsgegeven}[c]{.persoonsgegeven} **[d]{.persoonsgegeven}**", "Titel")
    @examples(17)
    def it_comes_home_with_every_byte(self, text, title):
        dossier, wrong = dossier_of({"brief": "T.", "nota": "## A\n\nT.", "inzet": text}, title)
        assume(not wrong)
        [fragment] = [each for each in dossier.sections if each.id == "inzet"]
        raw = f"---\ntitle: {title}\n---\n\n{text}".encode()
        document, _ = plan_request(
            dossier, "2025", Request(fragment=fragment, raw=raw, section="rapport/inzet"), {}
        )

        made, base = brought(build(document, template(), {}))

        assert made.text == base.text
        assert made.notices == ()
