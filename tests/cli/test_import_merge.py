# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom import`` into a text that changed in the folder too."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.cli.app import run as main
from tests.cli.sent_texts import FILE, TEXT, send
from tests.cli.workspaces import change
from tests.exchange.returning import (
    with_words,
)


@pytest.fixture
def sent(workspace: Path) -> Path:
    """Return the file of a text, exported as it is in the folder."""
    return send(workspace)


class Describe_a_text_that_changed_in_the_folder_too:
    def it_keeps_both_when_other_sentences_changed(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "voor de proef. Een tweede zin ertussen. En een andere zin.\n" in text
        assert "intussen veranderd" in capsys.readouterr().out

    def it_marks_a_conflict_that_a_build_refuses(self, workspace, sent, capsys):
        sent.write_bytes(with_words(sent.read_bytes(), "Een tweede zin ernaast", "Een tweede zin erbuiten"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), "--no-check"]) == 1

        text = (workspace / TEXT).read_text()
        assert "<<<<<<< map\nEen nieuwe zin voor de proef. Een tweede zin ertussen." in text
        assert f"En een derde zin.\n>>>>>>> {FILE}\n" in text
        assert "LET OP: conflicten: 1" in capsys.readouterr().out
        assert main(["build", "2025", "--pages", "estimate"]) == 2
        assert "twee versies van de tekst" in capsys.readouterr().err

    @pytest.mark.parametrize(("side", "word"), [("--ours", "ertussen"), ("--theirs", "erbuiten")])
    def and_lets_a_side_win(self, workspace, sent, side, word):
        sent.write_bytes(with_words(sent.read_bytes(), "Een tweede zin ernaast", "Een tweede zin erbuiten"))
        change(workspace / TEXT, "Een tweede zin ernaast.", "Een tweede zin ertussen.")

        assert main(["import", str(sent), side, "--no-check"]) == 0

        assert f"Een tweede zin {word}. En een derde" in (workspace / TEXT).read_text()

    def it_takes_two_returns_in_one_run(self, workspace, sent):
        other = sent.with_name("2025-unifil-uitvraag (2).docx")
        other.write_bytes(with_words(sent.read_bytes(), "een derde zin", "een andere zin"))
        sent.write_bytes(with_words(sent.read_bytes(), "Een nieuwe zin", "Een zin"))

        assert main(["import", "uit", "--no-check"]) == 0

        text = (workspace / TEXT).read_text()
        assert "\nEen zin voor de proef. Een tweede zin ernaast. En een andere zin.\n" in text
