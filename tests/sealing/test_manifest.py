# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import subprocess
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from jvom.dossier_ids import DossierId
from jvom.sealing.manifest import (
    CHECKLIST,
    FIRST_FORMAT,
    Repository,
    decode,
    digest,
    digests,
    encode,
    is_safe_name,
)
from tests.sealing.shorthand import FILES, manifest


class Describe_a_manifest:
    def it_is_the_same_after_writing_and_reading(self) -> None:
        assert decode(encode(manifest())) == manifest()

    def it_has_the_files_in_the_order_of_their_names(self) -> None:
        turned = dict(reversed(FILES.items()))
        assert digests(turned) == digests(FILES)
        assert [each.name for each in digests(FILES)] == sorted(FILES)

    def it_names_a_dossier_that_is_more_than_its_year(self) -> None:
        sister = manifest(dossier="2025-althea")
        assert decode(encode(sister)).id == DossierId(2025, "althea")
        assert decode(encode(manifest())).id == DossierId(2025)
        assert b"dossier" not in encode(manifest(title="Een titel"))

    @pytest.mark.parametrize("typed", ["../2025", "2025/..", "2025-althea\n", "althea", ""])
    def it_is_refused_when_its_dossier_has_no_id(self, typed: str) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
            decode(encode(manifest(dossier=typed)))

    def it_knows_sha_256(self) -> None:
        # FIPS 180-2, appendix B.1.
        known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        assert digest("abc", b"abc").sha256 == known

    @pytest.mark.parametrize(
        "data",
        [b"", b"[]", b"{}", encode(manifest())[:-9], encode(manifest(format=4)), b"\xff", b"[" * 100_000],
    )
    def it_is_refused_when_it_is_not_one(self, data: bytes) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
            decode(data)

    @pytest.mark.parametrize(
        ("typed", "altered"),
        [(b'"pages": "exact"', b'"pages": "guess"'), (b'"year": 2025', b'"year": 0'),
         (b'"source_date_epoch": null', b'"source_date_epoch": 99999999999999'),
         (b'"jvom": "1.0"', b'"jvom": "1.0\\nZegel: 00"'), (b'"jvom": "1.0"', b'"jvom": "\\u001b[8m1"'),
         (b'"jvom": "1.0"', b'"jvom\\n": "1.0"'), (b'"commit": "1', b'"commit": "g'),
         (b'Een dossier', b'Een\\u0000dossier'), (b'"sha256": "', b'"sha256": "z'),
         (b'"year": 2025', b'"year": 99999999999999999999'), (b'"program": "Libre', b'"program": "\\tLibre'),
         (b'"year": 2025', b'"year": 2025,  "year": 2025'), (b'"title"', b'"kop": 1, "title"'),
         (b'"format": 3', b'"format": 1'), (b'"format": 3', b'"format": 0'),
         (b'"name": "nota.docx"', b'"name": "bron/nota.docx"')],
    )  # fmt: skip
    def it_is_refused_when_no_build_can_have_made_it(self, typed: bytes, altered: bytes) -> None:
        data = encode(manifest())
        assert typed in data
        with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
            decode(data.replace(typed, altered))


class Describe_the_seal:
    def it_is_over_all_that_the_manifest_says(self) -> None:
        made, others = manifest(), manifest({**FILES, "nota.docx": b"anders"})
        layout, other = made.layout, digest("x", b"x")
        for changes in (
            {"year": 2024}, {"dossier": "2025-althea"}, {"title": "Iets anders"},
            {"as_of": date(2026, 5, 21)}, {"source_date_epoch": 1}, {"inputs": ()},
            {"versions": {"jvom": "1.1", "zlib": "1.3"}},
            {"repository": None}, {"repository": Repository(commit="1" * 40, clean=True)},
            {"repository": Repository(commit="2" * 40, clean=False)}, {"outputs": others.outputs},
            {"checklist": replace(other, name=CHECKLIST)}, {"layout": replace(layout, pages="estimate")},
            {"layout": replace(layout, pdf=False)}, {"layout": replace(layout, program="jvom")},
            {"layout": replace(layout, version="25.8")}, {"layout": replace(layout, fonts=(other,))},
        ):  # fmt: skip
            assert manifest(**changes).seal != made.seal, changes

    def it_can_be_made_without_jvom(self, tmp_path: Path) -> None:
        (tmp_path / "manifest.json").write_bytes(encode(manifest()))
        command = """sed 's/^  "seal": ".*"/  "seal": ""/' manifest.json | sha256sum"""
        made = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=True, text=True)
        assert made.stdout.split()[0] == manifest().seal

    def it_is_over_the_outputs_only_in_the_first_format(self) -> None:
        first = partial(manifest, format=FIRST_FORMAT, checklist=UNSET)
        # As jvom 1.0 made it of these files.
        lines = "".join(f"{each.sha256}  {each.name}\n" for each in digests(FILES))
        assert first().seal == sha256(lines.encode()).hexdigest() == first(title="Iets anders").seal
        assert first({**FILES, CHECKLIST: b"een lijst"}).seal == first().seal


class Describe_names_in_a_manifest:
    @pytest.mark.parametrize("name", ["nota.docx", "content/2025/één kaart.png", "content/a b"])
    def they_are_relative_inside_and_normal(self, name: str) -> None:
        assert is_safe_name(name)

    @pytest.mark.parametrize(
        "name",
        ["", "/etc/hostname", "content//etc/hostname", "content/./x", "content/../x", "..", "content/",
         "a\\b", "C:x", "x\n", "x\x1b[2J", "x\u2028y", "x\u202egpj.exe", "x\x9b", "x\u200bz"],
    )  # fmt: skip
    def and_nothing_else(self, name: str) -> None:
        assert not is_safe_name(name)
        for field in ("inputs", "outputs"):
            changes: dict[str, Any] = {field: (replace(digest("x", b""), name=name),)}
            with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
                decode(encode(manifest(**changes)))
