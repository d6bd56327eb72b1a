# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.sealing.manifest import CHECKLIST, decode, digest, digests, encode, seal_of
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
        "data", [b"", b"[]", b"{}", encode(manifest())[:-9], encode(manifest(format=2)), b"\xff"]
    )
    def it_is_refused_when_it_is_not_one(self, data: bytes) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
            decode(data)

    @pytest.mark.parametrize(
        ("typed", "altered"),
        [(b'"pages": "exact"', b'"pages": "guess"'), (b'"year": 2025', b'"year": 0'),
         (b'"source_date_epoch": null', b'"source_date_epoch": 99999999999999')],
    )  # fmt: skip
    def it_is_refused_when_no_build_can_have_made_it(self, typed: bytes, altered: bytes) -> None:
        data = encode(manifest())
        assert typed in data
        with pytest.raises(ValueError):  # noqa: PT011 - msgspec's own errors are ValueErrors too
            decode(data.replace(typed, altered))


class Describe_the_seal:
    def it_covers_all_files_except_the_checklist_that_shows_it(self) -> None:
        seal = seal_of(digests(FILES))
        assert seal_of(digests({**FILES, CHECKLIST: b"een andere lijst"})) == seal
        for name in FILES.keys() - {CHECKLIST}:
            assert seal_of(digests({**FILES, name: b"anders"})) != seal
        assert seal_of(digests({**FILES, "meer": b""})) != seal

    def it_can_be_made_without_jvom(self, tmp_path: Path) -> None:
        (tmp_path / "openbaar").mkdir()
        for name, data in FILES.items():
            (tmp_path / name).write_bytes(data)
        command = "sha256sum nota.docx openbaar/nota.docx | sha256sum"
        made = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=True, text=True)
        assert made.stdout.split()[0] == seal_of(digests(FILES))
