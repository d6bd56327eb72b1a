# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tracked changes and comments, as ``jvom import`` takes them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jvom.cli.app import run as main
from tests.cli.sent_texts import SENTENCE, TEXT, rewrite, send, tracked
from tests.exchange.commenting import answered, commented
from tests.exchange.returning import (
    W,
    edited,
    elements,
    paragraph_with,
    run,
    with_words,
)


@pytest.fixture
def sent(workspace: Path) -> Path:
    """Return the file of a text, exported as it is in the folder."""
    return send(workspace)


class Keyboard:
    """Somebody at a terminal who types these lines."""

    def __init__(self, lines):
        self.lines = iter(lines)

    def isatty(self):
        return True

    def readline(self):
        return next(self.lines)


class Describe_tracked_changes:
    def they_must_be_decided_on(self, workspace, sent, capsys):
        tracked(sent)

        assert main(["import", str(sent)]) == 2

        assert "in dit bestand zijn 2 wijzigingen bijgehouden; zeg met --changes" in capsys.readouterr().err

    def they_are_accepted(self, workspace, sent):
        tracked(sent)

        assert main(["import", str(sent), "--changes", "accept", "--no-check"]) == 0

        assert (
            "voor de toets. Een tweede zin ernaast. En een derde zin. Erbij.\n"
            in (workspace / TEXT).read_text()
        )

    def and_they_are_rejected(self, workspace, sent):
        before = (workspace / TEXT).read_bytes()
        tracked(sent)

        assert main(["import", str(sent), "--changes", "reject", "--no-check"]) == 0

        assert (workspace / TEXT).read_bytes() == before

    def they_are_asked_about_one_by_one(self, workspace, sent, monkeypatch, capsys):
        tracked(sent)
        monkeypatch.setattr(sys, "stdin", Keyboard(["?\n", "j\n", "n\n"]))

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "voor de toets." in text
        assert "Erbij" not in text
        said = capsys.readouterr().err
        assert "wijziging 1 van 2: Jansen, 2026-03-04" in said
        assert "  - proef\n  + toets\n" in said

    @pytest.mark.parametrize(("answer", "moves"), [("j\n", True), ("n\n", False)])
    def they_are_accepted_or_rejected_together_when_words_moved(
        self, workspace, sent, monkeypatch, capsys, answer, moves
    ):
        by = 'w:author="Jansen" w:date="2026-03-04T10:00:00Z"'

        def edit(root):
            each = paragraph_with(root, "Een nieuwe zin")
            for child in each.findall(f"{W}r"):
                each.remove(child)
            there = run(" En een derde zin.")
            each.extend(
                elements(
                    f"{run('Een nieuwe zin voor de proef.')}"
                    f'<w:moveToRangeStart w:id="31" w:name="move1" {by}/>'
                    f'<w:moveTo w:id="32" {by}>{there}</w:moveTo><w:moveToRangeEnd w:id="31"/>'
                    f"{run(' Een tweede zin ernaast.')}"
                    f'<w:moveFromRangeStart w:id="33" w:name="move1" {by}/>'
                    f'<w:moveFrom w:id="34" {by}>{there}</w:moveFrom><w:moveFromRangeEnd w:id="33"/>'
                )
            )

        before = (workspace / TEXT).read_text()
        rewrite(sent, lambda data: edited(data, edit))
        monkeypatch.setattr(sys, "stdin", Keyboard([answer]))

        assert main(["import", str(sent), "--no-check"]) == 0

        assert "verplaatst: «En een derde zin.»" in capsys.readouterr().err
        made = SENTENCE.replace(" Een tweede zin ernaast. En een derde zin.", "")
        made += " En een derde zin. Een tweede zin ernaast."
        text = (workspace / TEXT).read_text()
        assert (made in text) == moves
        assert (text == before) == (not moves)

    def they_are_not_told_as_untracked(self, workspace, sent, capsys):
        tracked(sent)

        main(["import", str(sent), "--changes", "accept", "--no-check"])

        assert "niet bijhield" not in capsys.readouterr().out

    def they_may_be_of_looks_alone(self, workspace, sent):
        before = (workspace / TEXT).read_bytes()
        change_ = '<w:rPrChange w:id="7" w:author="Jansen"><w:rPr/></w:rPrChange>'

        def edit(root):
            each = paragraph_with(root, "Een nieuwe zin")
            [properties] = elements(f"<w:rPr><w:b/>{change_}</w:rPr>")
            next(each.iter(f"{W}r")).insert(0, properties)

        sent.write_bytes(edited(sent.read_bytes(), edit))

        main(["import", str(sent), "--changes", "reject", "--no-check"])
        assert (workspace / TEXT).read_bytes() == before

        main(["import", str(sent), "--changes", "accept", "--no-check"])
        assert f"\n**{SENTENCE}**\n" in (workspace / TEXT).read_text()


class Describe_comments:
    def they_come_in_as_remarks_at_their_place(self, workspace, sent, capsys):
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit -- echt?"))

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        said = "<!-- opmerking (DJZ, 2026-03-04): Klopt dit \N{EN DASH} echt? -->"
        assert SENTENCE.replace("nieuwe zin", f"nieuwe zin {said}") in text
        assert "opmerkingen: 1" in capsys.readouterr().out
        assert main(["build", "2025", "--draft", "--pages", "estimate"]) == 0

    def and_behind_the_heading_they_are_about(self, workspace, sent):
        rewrite(sent, lambda data: commented(data, "Militaire bijdrage", "Wat bedoelt u?"))

        main(["import", str(sent), "--no-check"])

        assert (
            "\n## Militaire bijdrage <!-- opmerking (DJZ, 2026-03-04): Wat bedoelt u? -->\n"
            in (workspace / TEXT).read_text()
        )

    def but_not_when_they_were_resolved(self, workspace, sent, capsys):
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit?"))
        rewrite(sent, lambda data: answered(data, "Klopt dit?", "Ja, dat klopt.", done=True))

        main(["import", str(sent), "--no-check"])
        assert "Klopt dit?" not in (workspace / TEXT).read_text()
        assert "afgehandelde opmerkingen die niet overgenomen zijn: 1" in capsys.readouterr().out

    def and_each_is_counted_once_when_words_changed_too(self, workspace, sent, capsys):
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit?"))
        rewrite(sent, lambda data: answered(data, "Klopt dit?", "Ja, dat klopt.", done=True))
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))

        main(["import", str(sent), "--no-check"])

        assert "afgehandelde opmerkingen die niet overgenomen zijn: 1" in capsys.readouterr().out

        main(["import", str(sent), "--no-check", "--resolved"])
        assert "Klopt dit? / CDS: Ja, dat klopt. -->" in (workspace / TEXT).read_text()

    def and_do_not_come_in_twice(self, workspace, sent):
        rewrite(sent, lambda data: commented(data, "Een nieuwe zin", "Klopt dit?"))
        main(["import", str(sent), "--no-check"])
        first = (workspace / TEXT).read_text()

        main(["import", str(sent), "--no-check"])
        assert (workspace / TEXT).read_text() == first

        main(["export", "2025", "unifil", "--out", "uit"])
        main(["import", str(sent), "--no-check"])
        assert (workspace / TEXT).read_text() == first
