# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jvom.ooxml.xml import parse
from jvom.plan import Revisor
from jvom.word.fields import number_reference
from jvom.word.markup import run
from jvom.word.revisions import Revisions
from tests.word.shorthand import shorthand

WHO = "w:author=jvom,w:date=2026-05-20T12:00:00Z"


@pytest.fixture
def revisions() -> Revisions:
    return Revisions(Revisor("jvom", datetime(2026, 5, 20, 12, tzinfo=UTC)))


def short(markup: str) -> str:
    [element] = parse(markup)
    return shorthand(element)


class Describe_revisions:
    def they_say_who_made_them_and_when_each_with_its_own_id(self, revisions):
        assert short(revisions.runs("inserted", run("a"))) == (f'w:ins{{w:id=1000000,{WHO}}}/w:r/w:t"a"')
        assert short(revisions.runs("inserted", run("b"))).startswith("w:ins{w:id=1000001,")

    def they_keep_what_is_deleted_as_such(self, revisions):
        assert short(revisions.runs("deleted", run("a < b"))).endswith('/w:r/w:delText"a < b"')
        assert 'xml:space="preserve"' in revisions.runs("deleted", run(" a "))

    def they_keep_what_moved_away_as_text(self, revisions):
        assert short(revisions.runs("moved-away", run("a"))).endswith('/w:r/w:t"a"')

    def they_leave_fields_that_are_inserted_whole(self, revisions):
        made = revisions.runs("inserted", number_reference("_Ref_a", "2.1"))

        assert made.count("w:fldChar ") == 3
        assert made.count("<w:ins ") == 1

    def they_are_none_around_nothing(self, revisions):
        assert revisions.runs("deleted", "") == ""

    def they_take_a_row_that_moved_as_deleted_and_inserted(self, revisions):
        assert revisions.row("moved-away").startswith("<w:del ")
        assert revisions.row("moved-here").startswith("<w:ins ")

    def they_put_a_move_in_a_range(self, revisions):
        start, end = revisions.range("moved-here", "tekst-1")

        assert short(start) == f"w:moveToRangeStart{{w:id=1000000,{WHO},w:name=tekst-1}}"
        assert short(end) == "w:moveToRangeEnd{w:id=1000000}"

    def but_only_of_what_moved(self, revisions):
        with pytest.raises(ValueError, match="did not move"):
            revisions.range("inserted", "tekst-1")

    def they_have_another_minute_in_the_next_paragraph(self, revisions):
        first, second, third = (
            [revisions.next_paragraph(), short(revisions.runs("inserted", run("a")))][1] for _ in range(3)
        )

        minutes = [each.partition("T")[2][:5] for each in (first, second, third)]
        assert minutes == ["12:02", "12:00", "12:02"]

    def they_keep_how_words_and_paragraphs_looked(self, revisions):
        assert revisions.former_run("").endswith("><w:rPr/></w:rPrChange>")
        assert short(revisions.former_paragraph('<w:pPr><w:pStyle w:val="Quote"/></w:pPr>')).endswith(
            "/w:pPr/w:pStyle{w:val=Quote}"
        )

    def they_need_a_revisor(self):
        with pytest.raises(ValueError, match="without a revisor"):
            Revisions(None).runs("inserted", run("a"))
