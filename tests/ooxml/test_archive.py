# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile

import pytest

from jvom.messages import msg
from jvom.ooxml.archive import Members, pack, unpack
from jvom.source import Span

MEMBERS = {"b.xml": b"<b/>", "a.xml": b"<a/>" * 100}


def packed(level=0):
    return pack(((name, [data]) for name, data in MEMBERS.items()), level=level)


class Describe_pack:
    @pytest.mark.parametrize("level", [0, 3])
    def it_gives_what_unpacks_the_same_in_the_same_order(self, level):
        found = unpack(packed(level), Span("proef.docx"), msg("het bestand"))

        assert list(found.items()) == list(MEMBERS.items())

    def it_joins_segments(self):
        data = pack([("a.xml", [b"<a>", b"</a>"])])

        assert Members(data)["a.xml"] == b"<a></a>"

    def it_tells_nothing_of_the_moment_or_the_machine(self):
        with zipfile.ZipFile(io.BytesIO(packed(3))) as archive:
            assert {(info.date_time, info.create_system) for info in archive.infolist()} == {
                ((1980, 1, 1, 0, 0, 0), 0)
            }

    def it_compresses_when_asked(self):
        assert len(packed(9)) < len(packed(0))


class Describe_Members:
    def they_are_there_by_name(self):
        members = Members(packed())

        assert dict(members) == MEMBERS
        assert len(members) == 2
        assert "a.xml" in members
        assert "c.xml" not in members
        assert members.get("c.xml") is None
