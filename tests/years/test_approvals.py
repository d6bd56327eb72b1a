# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an approval is of, and what makes it lapse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from jvom.model import Approval, ApprovalData, Dossier
from jvom.years.approvals import approvals_of, standing_approvals, text_digest
from tests.cli.workspaces import change
from tests.contents import basis, copy_basis, read_dossier, with_data, with_texts

TEXT = "Er zijn {{ untso_staff }} waarnemers.\n\nZij zien toe op de bestanden.\n"


def digest(folder: Path, id: str) -> str:
    dossier = read_dossier(folder, 2025)
    return text_digest(dossier, next(each for each in dossier.fragments if each.id == id))


def approved(dossier: Dossier, *given: tuple[str, str, str]) -> Dossier:
    """Return the dossier with approvals: text, owner, and the digest or "" for that of the text as it is."""
    approvals = tuple(
        Approval(text=text, by=by, date=date(2026, 4, 13), digest=typed or text_digest(dossier, fragment))
        for text, by, typed in given
        for fragment in dossier.fragments
        if fragment.id == text
    )
    return replace(dossier, approvals=ApprovalData(approvals=approvals))


class Describe_the_digest_of_a_text:
    @pytest.fixture
    def content(self, tmp_path: Path) -> Path:
        content = copy_basis(tmp_path)
        path = content / "2025" / "rapport" / "unifil.md"
        path.write_text(
            f"---\ntitle: UNIFIL (Libanon)\nmission: unifil\nowner: DGB\nstatus: review\n---\n\n{TEXT}",
            encoding="utf-8",
        )
        return content

    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            ("unifil.md", "status: review", "status: final"),
            ("unifil.md", "status: review\n---", "status: final\n..."),
            ("unifil.md", "owner: DGB", "owner: [DGB, CDS]"),
            ("unifil.md", "Zij zien", "<!-- opmerking (DJZ): zo goed? -->\n\nZij zien"),
            ("unifil.md", "Zij zien", "<!-- jvom: ignore[LNG001]\n zo besloten -->\n\n\nZij zien"),
            ("unifil.md", "bestanden.\n", "bestanden.  \n\n\n"),
            ("untso.md", "title:", "title: Andere"),
        ],
    )
    def it_stays_when_the_words_stay(self, content, name, old, new):
        before = digest(content, "unifil")

        change(content / "2025" / "rapport" / name, old, new)

        assert digest(content, "unifil") == before

    def it_stays_with_other_line_ends(self, content):
        before = digest(content, "unifil")
        path = content / "2025" / "rapport" / "unifil.md"

        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

        assert digest(content, "unifil") == before

    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            ("rapport/unifil.md", "Zij zien", "Zij zagen"),
            ("rapport/unifil.md", "waarnemers.\n\nZij", "waarnemers. Zij"),
            ("rapport/unifil.md", "title: UNIFIL", "title: De UNIFIL"),
            ("figures.yml", "untso_staff: {type: count, value: 11", "untso_staff: {type: count, value: 12"),
            ("figures.yml", "value: 11, form: letters", "value: 11, form: cijfers"),
        ],
    )
    def it_changes_with_what_is_printed(self, content, name, old, new):
        before = digest(content, "unifil")

        change(content / "2025" / name, old, new)

        assert digest(content, "unifil") != before

    def it_changes_with_the_table_of_mandates(self, content):
        before = digest(content, "rechtsbasis"), digest(content, "unifil")

        change(content / "2025" / "mandates.yml", "mandate: 2026-12-31", "mandate: 2026-11-30")

        assert digest(content, "rechtsbasis") != before[0]
        assert digest(content, "unifil") == before[1]

    def it_changes_with_a_picture(self, content):
        folder = content / "2025" / "rapport"
        Image.new("RGB", (40, 40), "white").save(folder / "kaart.png")
        change(folder / "unifil.md", "Zij zien", "![De kaart](kaart.png)\n\nZij zien")
        before = digest(content, "unifil")

        Image.new("RGB", (40, 40), "black").save(folder / "kaart.png")

        assert digest(content, "unifil") != before


class Describe_the_approvals_of_a_text:
    def they_are_none_when_nobody_asks(self):
        dossier = basis()

        assert approvals_of(dossier, dossier.section("unifil")) == ()

    def they_are_asked_given_or_outdated(self):
        dossier = with_data(basis(), planning={"approvals": {"all": ("DJZ",), "unifil": ("CDS",)}})
        dossier = approved(dossier, ("unifil", "DJZ", ""), ("unifil", "DCO", f"sha256:{'0' * 64}"))

        states = approvals_of(dossier, dossier.section("unifil"))

        assert [(each.by, each.asked, each.standing) for each in states] == [
            ("DJZ", True, "given"),
            ("CDS", True, "missing"),
            ("DCO", False, "changed"),
        ]
        assert [(each.text, each.by) for each in standing_approvals(dossier)] == [("unifil", "DJZ")]

    def they_lapse_with_a_word(self):
        dossier = approved(basis(), ("unifil", "DJZ", ""))

        (state,) = approvals_of(dossier, dossier.section("unifil"))
        later = with_texts(dossier, {"unifil": "Andere woorden."})
        (changed,) = approvals_of(later, later.section("unifil"))

        assert (state.standing, changed.standing) == ("given", "changed")
