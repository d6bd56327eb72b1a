# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What someone types who is new to the commands, and what is then said."""

from __future__ import annotations

from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.contents import copy_basis

TWO_DASHES = "schrijf een optie met twee streepjes, zoals"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a folder with a dossier."""
    copy_basis(tmp_path)
    monkeypatch.chdir(tmp_path)


class Describe_a_wrong_call:
    @pytest.mark.parametrize(
        ("command", "message"),
        [
            ("check 2024", "content/2024: er is geen dossier 2024; kies uit: 2025"),
            ("check 2052", "content/2052: er is geen dossier 2052; bedoelde u «2025»?"),
            ("check 25", "25: dit is geen dossier; kies uit: 2025"),
            ("check content/2025/rapport",
             ("content/2025/rapport: dit is een map in een dossier; "
             "noem het dossier: content/2025")),
            ("check 2025 UNIFIL", "UNIFIL: dossier 2025 heeft geen tekst «UNIFIL»; bedoelde u «unifil»?"),
            ("check 2025 unifil,untso",
             ("unifil,untso: dossier 2025 heeft geen tekst «unifil,untso»; "
             "noem elke tekst apart, met een spatie ertussen")),
            ("check 2025 nota.docx",
             ("nota.docx: dossier 2025 heeft geen tekst «nota.docx»; "
             "losse bestanden leest «jvom check --text»")),
            ("check 2025 --owner dgb", "--owner: «dgb» levert in dit dossier geen tekst; bedoelde u «DGB»?"),
            ("check 2025 -fix", f"de optie -f bestaat niet; {TWO_DASHES} --fail-on, --fix"),
            ("check 2025 -x", "de optie -x bestaat niet; zie --help"),
            ("rule MAN1", "jvom rule: er is geen regel «MAN1»; bedoelde u «MAN001»?"),
            ("rule MAN999",
             ("jvom rule: er is geen regel «MAN999»; "
             "kies uit: MAN001, MAN002, MAN003, MAN004, MAN005, MAN006, MAN007, MAN008, …")),
            ("init content",
             ("content: hier zijn al dossiers; "
             "begin een nieuw jaar met «jvom new», of noem een andere map")),
            ("help", "het commando «help» bestaat niet; zie «jvom --help»"),
        ],
    )  # fmt: skip
    def it_gives_one_message(self, capsys: pytest.CaptureFixture[str], command: str, message: str) -> None:
        assert run(command.split()) == 2
        assert capsys.readouterr().err.splitlines() == [message]
