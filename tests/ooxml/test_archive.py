# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile

import pytest

from jvom.messages import msg
from jvom.ooxml import archive as archive_module
from jvom.ooxml.archive import Members, pack, unpack
from jvom.source import CannotRun, Span

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


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x" * 200)
    return file.getvalue()


def encrypted():
    data = bytearray(zipped("a.xml"))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    return bytes(data)


class Describe_unpack:
    def it_gives_the_parts_without_folders(self):
        assert list(unpack(zipped("word/", "word/a.xml"), Span("a.docx"), msg("het bestand"))) == [
            "word/a.xml"
        ]

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (b"", "geen Word-document"),
            (b"PK\x03\x04", "geen Word-document"),
            (bytes.fromhex("D0CF11E0A1B11AE1"), "van vóór 2007"),
            (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
            (encrypted(), "wachtwoord"),
            (zipped("a.xml", "A.xml"), "twee onderdelen met dezelfde naam"),
            (zipped("../a.xml"), "wijst buiten het bestand"),
            (zipped("/a.xml"), "wijst buiten het bestand"),
            (zipped("a.xml").replace(b"x" * 200, b"y" * 200), "beschadigd"),
        ],
    )
    def it_refuses_what_is_no_sound_zip(self, data, problem):
        with pytest.raises(CannotRun, match=problem):
            unpack(data, Span("a.docx"), msg("het bestand"))

    @pytest.mark.parametrize(
        ("limit", "value", "problem"),
        [
            ("LARGEST_TOTAL", 399, "te groot"),
            ("MOST_PARTS", 1, "te groot"),
            ("LARGEST_PART", 199, "zipbom"),
        ],
    )
    def it_refuses_what_is_too_large(self, limit, value, problem, monkeypatch):
        monkeypatch.setattr(archive_module, limit, value)

        with pytest.raises(CannotRun, match=problem):
            unpack(zipped("a.xml", "b.xml"), Span("a.docx"), msg("het bestand"))

    def it_takes_what_is_just_within_the_limits(self, monkeypatch):
        for limit, value in (("LARGEST_TOTAL", 400), ("MOST_PARTS", 2), ("LARGEST_PART", 200)):
            monkeypatch.setattr(archive_module, limit, value)

        assert len(unpack(zipped("a.xml", "b.xml"), Span("a.docx"), msg("het bestand"))) == 2

    def it_refuses_a_part_that_is_packed_too_tight(self, monkeypatch):
        monkeypatch.setattr(archive_module, "RATIO_FREE", 1_000)
        data = pack([("a.xml", [b"x" * 1_000_000])], level=9)

        with pytest.raises(CannotRun, match="zipbom"):
            unpack(data, Span("a.docx"), msg("het bestand"))
