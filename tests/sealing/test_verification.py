# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    CHECKLIST,
    CHECKLIST_PDF,
    FORMAT_WITHOUT_SOURCES,
    Layout,
    Manifest,
    Repository,
    digest,
    digests,
    encode,
)
from jvom.sealing.printed_seal import print_seal, print_seal_in_pdf
from jvom.sealing.verification import changed_inputs, changed_outputs, differences, open_submission
from jvom.source import CannotRun, Problem
from tests.sealing.shorthand import (
    FILES,
    INPUTS,
    LIST,
    LIST_PDF,
    SOURCES,
    checklists,
    first_format,
    manifest,
    second_format,
    submission,
)

NAME = "indiening-2025.zip"


FIELDS: dict[str, Any] = {
    "year": 2024,
    "dossier": "2025-althea",
    "title": "Iets anders",
    "as_of": date(2026, 5, 21),
    "source_date_epoch": 1,
    "layout": Layout(pages="estimate", pdf=True, program="LibreOffice", version="25.2", fonts=()),
    "versions": {"jvom": "1.1", "zlib": "1.3"},
    "repository": Repository(commit="1" * 40, clean=True),
    "inputs": (),
    "outputs": digests({**FILES, "nota.docx": b"anders"}),
    "checklist": digest(CHECKLIST, b"anders"),
    "checklist_pdf": digest(CHECKLIST_PDF, b"anders"),
}
"""Another value for each field of a manifest but the seal and the format."""


def messages(problems: list[Problem]) -> list[str]:
    return [f"{problem.span}: {problem.what}" for problem in problems]


def altered(**changes: bytes | None) -> bytes:
    """Return the submission whose files are others than its manifest says; None takes one away."""
    whole = {**FILES, **SOURCES, **checklists(manifest().seal)}
    files = {**whole, **{name.replace("_", "."): data for name, data in changes.items()}}
    return bundle(encode(manifest()), {name: data for name, data in files.items() if data is not None})


class Describe_differences:
    def they_are_empty_for_an_untouched_submission(self) -> None:
        assert differences(submission(), NAME) == []

    def it_has_none_as_it_was_sealed(self) -> None:
        assert differences(submission(), NAME) == []

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (altered(nota_docx=b"de Nota"), "nota.docx: dit bestand is veranderd na het verzegelen"),
            (
                altered(controlelijst_docx=b"?"),
                "controlelijst.docx: dit bestand is veranderd na het verzegelen",
            ),
            (altered(nota_docx=None), "nota.docx: dit bestand ontbreekt"),
            (altered(meer_txt=b""), "meer.txt: dit bestand hoort er niet bij"),
            (altered(controlelijst_docx=None), "controlelijst.docx: dit bestand ontbreekt"),
            (altered(controlelijst_pdf=None), "controlelijst.pdf: dit bestand ontbreekt"),
            *(
                (
                    altered(controlelijst_pdf=changed),
                    "controlelijst.pdf: dit bestand is veranderd na het verzegelen",
                )
                for changed in (b"", b"%PDF", LIST_PDF, print_seal_in_pdf(LIST_PDF, "1" * 64))
            ),
            (
                altered(controlelijst_docx=LIST),
                "controlelijst.docx: dit bestand is veranderd na het verzegelen",
            ),
            (
                altered(controlelijst_docx=print_seal(LIST, "1" * 64)),
                "controlelijst.docx: dit bestand is veranderd na het verzegelen",
            ),
            (
                altered(**{"bron/content/2025/nota_md": b"Tekst"}),
                "bron/content/2025/nota.md: dit bestand is veranderd na het verzegelen",
            ),
            (
                altered(**{"bron/templates/nota_docx": None}),
                "bron/templates/nota.docx: dit bestand ontbreekt",
            ),
            (
                altered(**{"bron/content/names_yml": b""}),
                "bron/content/names.yml: dit bestand hoort er niet bij",
            ),
            (submission(seal="1" * 64), "manifest.json: het zegel hoort niet bij deze bestanden"),
            (first_format(seal="0" * 64), "manifest.json: het zegel hoort niet bij deze bestanden"),
        ],
    )  # fmt: skip
    def they_name_the_file(self, data: bytes, expected: str) -> None:
        assert messages(differences(data, NAME)) == [f"{NAME}/{expected}"]

    def they_are_none_in_one_that_an_earlier_jvom_sealed(self) -> None:
        assert differences(first_format(), NAME) == []
        assert differences(second_format(), NAME) == []

    def they_find_inputs_in_one_that_has_none(self) -> None:
        made = manifest(format=FORMAT_WITHOUT_SOURCES, checklist_pdf=UNSET)
        files = {**FILES, **SOURCES, CHECKLIST: print_seal(LIST, made.seal)}
        assert [
            each.partition(": ")[2] for each in messages(differences(bundle(encode(made), files), NAME))
        ] == ["dit bestand hoort er niet bij"] * len(SOURCES)

    def they_tell_that_a_later_jvom_sealed_it(self) -> None:
        with pytest.raises(CannotRun, match="verzegeld met een nieuwere versie van jvom"):
            open_submission(submission(format=4), NAME)

    @given(st.sampled_from([*FIELDS]), st.booleans())
    def they_find_any_field_that_is_another(self, field: str, with_its_list: bool) -> None:
        """Whoever changes a field, and does all but make a new seal, is found out."""
        changed = manifest(**{field: FIELDS[field]}, seal=manifest().seal)
        files = {**FILES, **SOURCES, **checklists(manifest().seal if with_its_list else "1" * 64)}
        assert messages(differences(bundle(encode(changed), files), NAME)) != []

    def they_find_nothing_in_what_was_sealed_anew_but_its_seal_is_another(self) -> None:
        """That is why the seal is compared with the one on paper."""
        anew = submission(title="Een ander dossier 2025")
        assert differences(anew, NAME) == []
        assert open_submission(anew, NAME)[0].seal != manifest().seal

    def they_find_a_zip_that_was_packed_again(self) -> None:
        written = io.BytesIO(submission())
        with zipfile.ZipFile(written, "a") as archive:
            archive.comment = b"even aangevuld"
        assert messages(differences(written.getvalue(), NAME)) == [
            f"{NAME}: het zip-bestand is opnieuw ingepakt of aangevuld na het verzegelen"
        ]

    @given(st.integers(0, 5000), st.integers(1, 255))
    def they_find_any_changed_byte(self, place: int, change: int) -> None:
        data = bytearray(submission())
        data[place % len(data)] ^= change
        try:
            assert differences(bytes(data), NAME) != []
        except CannotRun:
            return

    @given(st.binary(min_size=1, max_size=40), st.booleans())
    def they_find_bytes_before_and_after(self, more: bytes, before: bool) -> None:
        data = more + submission() if before else submission() + more
        try:
            assert differences(data, NAME) != []
        except CannotRun:
            return

    @pytest.mark.parametrize("made", [bundle(b"{}", FILES), bundle(encode(manifest(format=0)), FILES)])
    def they_are_not_computed_for_other_files(self, made: bytes) -> None:
        with pytest.raises(CannotRun, match="dit is geen verzegelde indiening: "):
            open_submission(made, NAME)


class Describe_the_fields_of_a_manifest:
    def they_are_all_tampered_with(self) -> None:
        assert {*FIELDS, "seal", "format"} == set(Manifest.__struct_fields__)


class Describe_inputs_and_outputs:
    def they_are_the_same_when_nothing_changed(self) -> None:
        assert changed_inputs(manifest(), INPUTS) == []
        assert changed_outputs(manifest(), manifest()) == []

    def they_are_named_when_something_changed(self) -> None:
        assert messages(changed_inputs(manifest(), {"content/2025/nota.md": b"andere tekst"})) == [
            "content/2025/nota.md: dit bestand is veranderd na het verzegelen",
            "templates/nota.docx: dit bestand ontbreekt",
        ]
        assert messages(changed_inputs(manifest(), {**INPUTS, "content/jvom.yml": b""})) == [
            "content/jvom.yml: dit bestand is er bijgekomen na het verzegelen"
        ]

    @pytest.mark.parametrize(
        ("repository", "named"), [(None, False), (Repository(commit="1" * 40, clean=True), True)]
    )
    def and_so_is_the_commit_when_the_manifest_has_it(
        self, repository: Repository | None, named: bool
    ) -> None:
        (problem, *_) = changed_inputs(manifest(repository=repository), {})
        assert ("het manifest noemt de commit" in str(problem.advice)) is named

    def they_differ_for_a_reason(self) -> None:
        font = digest("Verdana.ttf", b"")
        layout = Layout(pages="exact", pdf=True, program="LibreOffice", version="26.8", fonts=(font,))
        now = manifest(
            {**FILES, "nota.docx": b"anders"}, layout=layout, versions={"jvom": "1.1", "zlib": "1.3"}
        )
        (problem,) = changed_outputs(manifest(), now)
        assert f"{problem.span}: {problem.what}" == "nota.docx: opnieuw gemaakt wordt dit een ander bestand"
        assert str(problem.advice) == (
            "toen en nu verschillen: LibreOffice 25.2 → 26.8, jvom 1.0 → 1.1, fonts – → Verdana.ttf"
        )

    def they_are_a_bug_when_the_versions_are_the_same(self) -> None:
        (problem,) = changed_outputs(manifest(), manifest({**FILES, "nota.docx": b"anders"}))
        assert "meld dit als een fout van jvom" in str(problem.advice)
