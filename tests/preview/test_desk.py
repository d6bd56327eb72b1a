# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk, which renews what the pages show: what it shows while files are right, wrong and gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jvom.documents.dossier import documents
from jvom.findings import Report
from jvom.messages import msg
from jvom.preview.desk import Desk
from jvom.preview.edition import Check, Sources, Text
from jvom.source import CannotRun, Problem, Span
from tests.comparing.pairs import Texts, dossier

WRONG = Problem(Span("rapport/inzet.md", 3, 1), msg("hier ontbreekt een haak"), msg("zet die erbij"))


class Files:
    """The files of a dossier, as a test changes them."""

    def __init__(self) -> None:
        self.text, self.is_wrong, self.checks = "Een zin.", False, 0
        self.during_check: Callable[[], None] = lambda: None

    def read(self) -> Text:
        if self.is_wrong:
            raise CannotRun([WRONG])
        made = documents(dossier(Texts({"inzet": self.text}, "Een brief.")), ("rapport",), with_sources=True)
        return Text("Titel", made)

    def check(self) -> Check:
        self.checks += 1
        self.during_check()
        return Check(Report(findings=()), f"bevindingen van {self.text}", f"bord van {self.text}")


def never() -> bool:
    return False


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def desk(files: Files) -> Desk:
    return Desk(Sources(files.read, files.check))


class Describe_a_desk:
    def it_shows_the_text_and_then_what_a_check_found(self, files, desk):
        seen = []
        desk.listen(lambda: seen.append((desk.edition.text, desk.edition.is_checked)))

        desk.renew(never)

        assert seen == [(1, False), (1, True)]
        assert desk.edition.check.board == "bord van Een zin."

    def it_counts_only_texts_that_differ(self, files, desk):
        desk.renew(never)
        desk.renew(never)
        assert (desk.edition.text, desk.edition.found) == (1, 1)

        files.text = "Een andere zin."
        desk.renew(never)

        assert (desk.edition.text, desk.edition.found) == (2, 2)

    def it_knows_which_parts_of_an_earlier_text_differ(self, files, desk):
        desk.renew(never)
        files.text = "Een andere zin."
        desk.renew(never)

        before, now = desk.digests_of(1, "rapport"), desk.edition.document("rapport").digests

        assert [key for key, digest in now.items() if before.get(key) != digest] == ["_Ref_inzet"]
        assert desk.digests_of(9, "rapport") == {}
        assert desk.digests_of(1, "niets") == {}

    def it_keeps_the_last_good_text_beside_what_is_wrong(self, files, desk):
        desk.renew(never)
        good = desk.edition.documents
        files.is_wrong = True

        desk.renew(never)

        assert desk.edition.documents == good
        assert desk.edition.problems == (WRONG,)
        assert files.checks == 1
        files.is_wrong = False
        desk.renew(never)
        assert desk.edition.problems == ()
        assert desk.edition.is_checked

    def it_shows_what_is_wrong_from_the_start(self, files, desk):
        files.is_wrong = True

        desk.renew(never)

        assert (desk.edition.text, desk.edition.problems) == (0, (WRONG,))

    def it_does_not_check_a_text_that_changed_meanwhile(self, files, desk):
        desk.renew(lambda: True)

        assert files.checks == 0
        assert (desk.edition.text, desk.edition.is_checked) == (1, False)

    def it_says_that_findings_are_not_of_this_text_when_it_changed_during_the_check(self, files, desk):
        changed: list[bool] = []
        files.during_check = lambda: changed.append(True)

        desk.renew(lambda: bool(changed))

        assert desk.edition.check is not None
        assert not desk.edition.is_checked

    def it_says_so_when_files_are_gone_by_the_check(self, files, desk):
        def leave() -> None:
            raise FileNotFoundError(2, "weg", "content/2025/nota.md")

        files.during_check = leave

        desk.renew(never)

        [problem] = desk.edition.problems
        assert str(problem.span) == "content/2025/nota.md"

    def it_tells_nobody_who_left(self, files, desk):
        seen: list[int] = []
        leave = desk.listen(lambda: seen.append(1))
        leave()

        desk.renew(never)

        assert seen == []
