# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The server: what it announces, and how it ends when a dossier can't be kept up."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from jvom.preview.desk import Desk
from jvom.preview.edition import Check, Sources, Text
from jvom.preview.pages import Pages
from jvom.preview.serving import ANY_PORT, bind, serve
from jvom.preview.watching import Changes
from jvom.source import CannotRun
from tests.output.boards import local


def broken() -> Text:
    raise ZeroDivisionError


def never() -> Check:
    raise AssertionError


class Describe_the_server:
    def it_ends_with_the_mistake_of_jvom_itself_that_keeps_it_from_going_on(self, tmp_path: Path) -> None:
        announced: list[str] = []
        desk = Desk(Sources(broken, never))

        with pytest.raises(ZeroDivisionError):
            serve(desk, Changes(tmp_path), Pages(local(), "1"), ANY_PORT, announced.append)

        [address] = announced
        assert address.startswith("http://127.0.0.1:")

    def it_listens_on_this_machine_alone(self) -> None:
        with bind(ANY_PORT) as listener:
            assert listener.getsockname()[0] == "127.0.0.1"
            assert listener.family is socket.AF_INET

    def it_says_which_port_is_not_to_be_had(self) -> None:
        with bind(ANY_PORT) as listener:
            taken = listener.getsockname()[1]
            with pytest.raises(CannotRun, match=f"poort {taken} is al in gebruik"):
                bind(taken)
