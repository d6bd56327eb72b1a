# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.sealing.bundle import bundle, unbundle
from jvom.source import CannotRun, Span
from tests.sealing.shorthand import FILES

SPAN = Span("indiening-2025.zip")


def zipped(*members: tuple[zipfile.ZipInfo | str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for member, data in members:
            archive.writestr(member, data)
    return written.getvalue()


def reported(data: bytes) -> list[str]:
    with pytest.raises(CannotRun) as caught:
        unbundle(data, SPAN)
    return [str(problem.what) for problem in caught.value.problems]


def info(name: str, change: Callable[[zipfile.ZipInfo], None]) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    change(made)
    return made


def as_link(made: zipfile.ZipInfo) -> None:
    made.create_system = 3
    made.external_attr = (stat.S_IFLNK | 0o777) << 16


class Describe_a_bundle:
    def it_is_the_same_bytes_for_the_same_files(self) -> None:
        assert bundle(b"{}", FILES) == bundle(b"{}", dict(reversed(FILES.items())))

    def it_has_the_manifest_first_and_no_dates(self) -> None:
        with zipfile.ZipFile(io.BytesIO(bundle(b"{}", FILES))) as archive:
            assert archive.namelist() == ["manifest.json", *sorted(FILES)]
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {stat.S_IMODE(each.external_attr >> 16) for each in archive.infolist()} == {0o644}

    @given(st.dictionaries(st.from_regex(r"[a-m]{1,8}|[n-z]{1,8}/[a-z]{1,8}", fullmatch=True), st.binary()))
    def it_gives_back_what_went_in(self, files: dict[str, bytes]) -> None:
        assert unbundle(bundle(b"{}", files), SPAN) == {"manifest.json": b"{}", **files}


class Describe_a_zip_that_is_not_safe:
    @pytest.mark.parametrize(
        "name",
        ["../weg", "/etc/passwd", "a/../../b", "C:\\weg", "C:weg", "a\\..\\b", "./a", "a//b", "map/", "",
         "a\nb"],
    )  # fmt: skip
    def it_is_refused_when_a_name_leads_outside(self, name: str) -> None:
        assert reported(zipped((info("x", lambda made: setattr(made, "filename", name)), b"")))[0].endswith(
            "wijst buiten het zip-bestand"
        )

    def it_is_refused_with_a_name_that_continues_after_a_nul(self) -> None:
        data = zipped(("abcdefgh", b"")).replace(b"abcdefgh", b"abc\0efgh")
        assert reported(data)

    @pytest.mark.parametrize(
        ("name", "other"),
        [("nota.docx", "nota.docx"), ("nota.docx", "NOTA.docx"), ("caf\u00e9", "cafe\u0301"),
         ("bron/content", "bron/Content/a.md"), ("bron/content/a.md", "bron/content")],
    )  # fmt: skip
    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def it_is_refused_with_two_members_of_one_name(self, name: str, other: str) -> None:
        assert reported(zipped((name, b"a"), (other, b"b"))) == [
            "het zip-bestand heeft twee leden met dezelfde naam"
        ]

    def it_is_refused_with_a_link(self) -> None:
        assert reported(zipped((info("a", as_link), b"/etc/passwd"))) == [
            "lid «a» is gecomprimeerd, versleuteld of geen bestand"
        ]

    def it_is_refused_when_it_is_a_bomb(self) -> None:
        assert reported(zipped(("a", bytes(30_000_000)), compression=zipfile.ZIP_DEFLATED)) == [
            "het zip-bestand pakt groter uit dan het is",
            "lid «a» is gecomprimeerd, versleuteld of geen bestand",
        ]

    def it_is_refused_with_a_password(self) -> None:
        data = bytearray(zipped(("a", b"x")))
        for mark, place in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
            data[data.index(mark) + place] |= 1
        assert reported(bytes(data)) == ["lid «a» is gecomprimeerd, versleuteld of geen bestand"]

    def it_is_refused_when_a_member_is_damaged(self) -> None:
        assert reported(bundle(b"{}", FILES).replace(b"de nota", b"De nota")) == [
            "het zip-bestand is beschadigd"
        ]

    @given(st.binary())
    def it_is_refused_when_it_is_not_one(self, data: bytes) -> None:
        assert reported(data) == ["dit is geen zip-bestand"]

    @given(st.integers(0, 600), st.integers(0, 255))
    def it_never_fails_otherwise(self, place: int, value: int) -> None:
        data = bytearray(bundle(b"{}", FILES))
        data[place % len(data)] = value
        try:
            unbundle(bytes(data), SPAN)
        except CannotRun:
            return
