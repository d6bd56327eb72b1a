# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A sealed submission in the hands of an attacker: `verify` finds any change, or shows another seal.

The numbers are small in `make test` and a hundred times as large in `make fuzz`; the seeds are fixed.
"""

from __future__ import annotations

import copy
import io
import json
import random
import re
import stat
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import CHECKLIST, CHECKLIST_PDF, NAME, encode, sealed
from jvom.sealing.printed_seal import print_seal, print_seal_in_pdf, without_seal, without_seal_in_pdf
from jvom.sealing.verification import differences, open_submission
from jvom.source import CannotRun
from tests.cli.workspaces import LESSER, finish, make_workspace, start
from tests.sealing.shorthand import submission as whole_submission

SEALED = "indiening-2025.zip"
MANY = pytest.mark.parametrize("times", [1, pytest.param(100, marks=pytest.mark.fuzz)])


@pytest.fixture(scope="module")
def submission(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a submission as a user makes one."""
    folder = make_workspace(tmp_path_factory.mktemp("zegel"))
    status, _, error = finish(start(folder, "seal", *LESSER, "--out", "."))
    assert status == 0, error
    return (folder / SEALED).read_bytes()


def seal_shown(data: bytes) -> str | None:
    """Return the seal that `verify` shows for these bytes, None when it says that they changed."""
    try:
        if differences(data, SEALED):
            return None
        manifest, _ = open_submission(data, SEALED)
    except CannotRun:
        return None
    return manifest.seal


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changes(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield, for each place in a JSON value, its path, and the whole with another value there."""

    def walk(here: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
        if isinstance(here, dict):
            for key, each in here.items():
                yield from walk(each, (*path, key))
                yield (*path, key), ...
        elif isinstance(here, list):
            for number, each in enumerate(here[:2]):
                yield from walk(each, (*path, number))
                yield (*path, number), ...
        for other in others(here):
            yield path, other

    def others(here: Any) -> list[Any]:
        if isinstance(here, bool):
            return [not here]
        if isinstance(here, int):
            return [here + 1, -here - 1, 10**30]
        if isinstance(here, str):
            digit = f"{'1' if here[:1] != '1' else '2'}{here[1:]}"
            return [digit, f"{here}x", "", f"{here}\n", f"{here}\x1b[2J", f"{here}\u202e", "2024-01-01"]
        if isinstance(here, list):
            return [here[1:], here + here[:1], here[::-1] if len(here) > 1 else [None]]
        return [{}] if isinstance(here, dict) else ["", 0, False]

    def altered(path: tuple[str | int, ...], other: Any) -> Any:
        whole = copy.deepcopy(value)
        if not path:
            return other
        owner = whole
        for step in path[:-1]:
            owner = owner[step]
        if other is ...:
            del owner[path[-1]]
        else:
            owner[path[-1]] = other
        return whole

    for path, other in walk(value, ()):
        shown = "gone" if other is ... else repr(other)[:40]
        yield f"{'/'.join(map(str, path))}: {shown}", altered(path, other)


class Describe_every_field_of_a_manifest:
    def it_is_covered_by_the_seal(self, submission: bytes) -> None:
        files = members(submission)
        manifest = json.loads(files.pop(NAME))
        seal = seal_shown(submission)
        assert seal == manifest["seal"]
        count = 0
        for name, other in changes(manifest):
            if other == manifest:
                continue
            written = json.dumps(other, indent=2, ensure_ascii=False).encode() + b"\n"
            assert seal_shown(bundle(written, files)) is None, name
            count += 1
        assert count > 150

    def it_gives_another_seal_when_all_is_made_anew(self, submission: bytes) -> None:
        """What an attacker who has jvom can do; the seal on paper is then another."""
        files = members(submission)
        made, _ = open_submission(submission, SEALED)
        blank = without_seal(files[CHECKLIST], made.seal)
        del files[NAME]
        count = 0
        for name, other in changes(json.loads(encode(made))):
            try:
                changed = sealed(msgspec.convert(other, type(made)))
                files[CHECKLIST] = print_seal(blank, changed.seal)
            except (msgspec.ValidationError, AttributeError, TypeError):
                continue
            shown = seal_shown(bundle(encode(changed), files))
            assert shown is None or (shown != made.seal) or changed == made, name
            count += 1
        assert count > 20

    def it_may_be_given_twice_or_in_another_form(self, submission: bytes) -> None:
        files = members(submission)
        manifest = files.pop(NAME)
        for written in (
            manifest.replace(b'"as_of"', b'"as_of": "2020-01-01",\n  "as_of"'),
            manifest.replace(b'"year"', b'"ye\\u0061r"'),
            manifest.replace(b"\n", b"\r\n"),
            manifest.replace(b'  "title"', b' "title"'),
            manifest + b"\n",
            b"\xef\xbb\xbf" + manifest,
            json.dumps(json.loads(manifest)).encode(),
        ):
            assert written != manifest
            assert seal_shown(bundle(written, files)) is None


class Describe_every_member:
    def it_is_covered_by_the_seal(self, submission: bytes) -> None:
        files = members(submission)
        manifest = files.pop(NAME)
        for name, data in files.items():
            for changed in (data[:-1], data + b"x", b"", data[::-1]):
                assert seal_shown(bundle(manifest, {**files, name: changed})) is None, name
            rest = {each: files[each] for each in files if each != name}
            assert seal_shown(bundle(manifest, rest)) is None
            assert seal_shown(bundle(manifest, {**rest, name.upper(): data})) is None
        assert seal_shown(bundle(manifest, {**files, "meer.docx": b"x"})) is None

    def it_may_be_the_checklist_with_other_words(self, submission: bytes) -> None:
        files = members(submission)
        made, _ = open_submission(submission, SEALED)
        with zipfile.ZipFile(io.BytesIO(files[CHECKLIST])) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for name in parts:
            for level in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                written = io.BytesIO()
                with zipfile.ZipFile(written, "w", level) as archive:
                    for each, data in parts.items():
                        other = data.replace(b"geen fouten", b"99 fouten  ") if each == name else data
                        archive.writestr(zipfile.ZipInfo(each, (1980, 1, 1, 0, 0, 0)), other)
                rest = {each: files[each] for each in files if each not in (NAME, CHECKLIST)}
                assert seal_shown(bundle(encode(made), {**rest, CHECKLIST: written.getvalue()})) is None

    def it_may_be_the_checklist_with_another_seal(self, submission: bytes) -> None:
        """Its digest is taken without the seal, so the seal itself is compared."""
        files = members(submission)
        made, _ = open_submission(submission, SEALED)
        del files[NAME]
        blank = without_seal(files[CHECKLIST], made.seal)
        assert seal_shown(bundle(encode(made), {**files, CHECKLIST: blank})) is None
        other = print_seal(blank, "1" * 64)
        assert seal_shown(bundle(encode(made), {**files, CHECKLIST: other})) is None
        spoofed = replace(made, seal="1" * 64)
        assert seal_shown(bundle(encode(spoofed), {**files, CHECKLIST: other})) is None


class Describe_the_checklist_as_pdf:
    """As far as a seal goes: the PDF is made up, the rest is as in any submission."""

    def it_is_covered_by_the_seal_but_for_the_seal(self) -> None:
        data = whole_submission()
        files = members(data)
        manifest = files.pop(NAME)
        assert seal_shown(data) == json.loads(manifest)["seal"]
        pdf = files[CHECKLIST_PDF]
        for place in range(len(pdf)):
            for other in {pdf[place] ^ 1, ord("0"), ord("a"), 0}:
                changed = bytearray(pdf)
                changed[place] = other
                if changed != pdf:
                    bundled = bundle(manifest, {**files, CHECKLIST_PDF: bytes(changed)})
                    assert seal_shown(bundled) is None, place

    def it_shows_no_other_seal(self) -> None:
        files = members(whole_submission())
        manifest = files.pop(NAME)
        pdf = files[CHECKLIST_PDF]
        line = re.search(rb"% jvom \w+ (\w+)\n<(\w+)> Tj\n", pdf)
        assert line
        codes = [line[1][at : at + 2] for at in range(0, 32, 2)]
        swapped = b"".join([codes[1], codes[0], *codes[2:]])
        blank = without_seal_in_pdf(pdf, json.loads(manifest)["seal"])
        for changed in (
            blank,
            print_seal_in_pdf(blank, "1" * 64),
            # The digits mean something else now, and read the same.
            pdf.replace(line[1], swapped),
            # Twice, where one is over the other.
            pdf.replace(line[0], line[0] * 2),
            pdf.replace(line[0], b"".join([line[0], b"<", line[2][::-1], b"> Tj\n"])),
            pdf + blank,
        ):
            assert seal_shown(bundle(manifest, {**files, CHECKLIST_PDF: changed})) is None
        rest = {name: files[name] for name in files if name != CHECKLIST_PDF}
        assert seal_shown(bundle(manifest, rest)) is None

    def it_is_there_when_there_are_pdfs_and_only_then(self) -> None:
        files = members(whole_submission())
        manifest = json.loads(files.pop(NAME))
        for change in (
            {"layout": {**manifest["layout"], "pdf": False}},
            {"format": 2},
            {"checklist_pdf": {**manifest["checklist_pdf"], "name": CHECKLIST}},
            {"checklist_pdf": {**manifest["checklist_pdf"], "name": "lijst.pdf"}},
            {"checklist": manifest["checklist_pdf"], "checklist_pdf": manifest["checklist"]},
            {"outputs": [manifest["checklist_pdf"], *manifest["outputs"]]},
        ):
            written = json.dumps({**manifest, **change}, indent=2, ensure_ascii=False).encode() + b"\n"
            assert seal_shown(bundle(written, files)) is None, change
        del manifest["checklist_pdf"]
        written = json.dumps(manifest, indent=2, ensure_ascii=False).encode() + b"\n"
        assert seal_shown(bundle(written, files)) is None


class Describe_every_byte:
    @MANY
    def it_may_be_flipped(self, submission: bytes, times: int) -> None:
        chance = random.Random(1)
        for _ in range(20 * times):
            data = bytearray(submission)
            place = chance.randrange(len(data))
            data[place] ^= 1 << chance.randrange(8)
            assert seal_shown(bytes(data)) is None, place

    @MANY
    def it_may_be_the_last(self, submission: bytes, times: int) -> None:
        chance = random.Random(2)
        for _ in range(20 * times):
            assert seal_shown(submission[: chance.randrange(len(submission))]) is None
        for more in (b"x", submission, b"PK\x05\x06" + bytes(18)):
            assert seal_shown(submission + more) is None
            assert seal_shown(more + submission) is None

    @MANY
    def it_may_be_in_a_header_of_the_zip(self, submission: bytes, times: int) -> None:
        chance = random.Random(3)
        heads = [found.start() for found in re.finditer(b"PK\x01\x02|PK\x03\x04|PK\x05\x06", submission)]
        for _ in range(60 * times):
            data = bytearray(submission)
            head = chance.choice(heads)
            for _ in range(chance.choice((1, 1, 2, 4))):
                place = min(head + chance.randrange(4, 46), len(data) - 1)
                data[place] = chance.choice((0, 255, chance.randrange(256), 0x80, 1))
            if bytes(data) != submission:
                assert seal_shown(bytes(data)) is None, head


class Describe_every_way_to_zip_it_anew:
    @pytest.mark.parametrize(
        "way", ["order", "comment", "member comment", "extra", "date", "mode", "double", "case", "bomb",
                "link", "../x", "/x", "a\\b", "C:x", "a//b", "x\n", "\u202ex", "x\x1b[2J"],
    )  # fmt: skip
    def it_is_found(self, submission: bytes, way: str) -> None:
        files = members(submission)
        written = io.BytesIO()
        with warnings.catch_warnings(), zipfile.ZipFile(written, "w") as archive:
            warnings.simplefilter("ignore")
            names = [NAME, *sorted(files.keys() - {NAME})]
            for name in names[::-1] if way == "order" else names:
                info = zipfile.ZipInfo(name, (1980 + (way == "date"), 1, 1, 0, 0, 0))
                info.create_system = 3
                info.external_attr = (stat.S_IFREG | (0o600 if way == "mode" else 0o644)) << 16
                info.comment = b"x" if way == "member comment" else b""
                info.extra = b"\x77\x77\x01\x00x" if way == "extra" else b""
                archive.writestr(info, files[name])
            if way == "comment":
                archive.comment = b"hallo"
            elif way in ("double", "case"):
                archive.writestr("nota.docx" if way == "double" else "NOTA.docx", b"x")
            elif way == "bomb":
                archive.writestr("nul", bytes(50_000_000), zipfile.ZIP_DEFLATED)
            elif way == "link":
                info = zipfile.ZipInfo("koppeling")
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(info, "/etc/passwd")
            elif not way[:3].isalpha():
                info = zipfile.ZipInfo("q")
                info.filename = way
                archive.writestr(info, b"x")
        assert seal_shown(written.getvalue()) is None


class Describe_a_file_made_for_the_occasion:
    @pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b"[" * 200_000, b"\x00" * 1000])
    def it_is_no_submission(self, data: bytes, submission: bytes) -> None:
        files = members(submission)
        assert seal_shown(data) is None
        assert seal_shown(bundle(data, {name: files[name] for name in files if name != NAME})) is None

    def it_has_nothing_to_do_with_where_it_is(self, submission: bytes, tmp_path: Path) -> None:
        (tmp_path / "elders.zip").write_bytes(submission)
        assert differences((tmp_path / "elders.zip").read_bytes(), "een\nander.zip") == []
