# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from jvom.documents.dossier import CONTRACTS
from jvom.source import Span
from jvom.word.style_ids import plan_id
from jvom.word.template import read_template, verify

# Some of the ids that a Dutch Word derives from its own style names.
DUTCH = {
    "BodyText": "Plattetekst",
    "FootnoteText": "Voetnoottekst",
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "KopBijlage": "Kopbijlage",
    "ListBullet": "Lijstopsomteken",
    "Normal": "Standaard",
    "TOC1": "Inhopg1",
}


def saved_in_dutch(template: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(written, "w") as new:
        for member in old.namelist():
            text = old.read(member)
            for english, dutch in DUTCH.items():
                pattern = rf'(w:styleId|<w:(?:pStyle|basedOn|next|link) w:val)="{english}"'
                text = re.sub(pattern.encode(), rf'\1="{dutch}"'.encode(), text)
            new.writestr(member, text)
    return written.getvalue()


class Describe_a_style_id:
    @pytest.mark.parametrize(
        ("label", "id"),
        [
            ("heading 1", "Heading1"),
            ("toc 2", "TOC2"),
            ("TOC Heading", "TOCHeading"),
            ("footnote reference", "FootnoteReference"),
            ("Normal Table", "TableNormal"),
            ("Kop bijlage", "KopBijlage"),
            ("Sectie-einde", "SectieEinde"),
        ],
    )
    def it_follows_from_the_name(self, label: str, id: str) -> None:
        assert plan_id(label) == id


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.template)
class Describe_a_template_saved_in_a_dutch_word:
    def it_is_as_good_as_before(self, contract: object, project: Path) -> None:
        from jvom.plan import Contract

        assert isinstance(contract, Contract)
        ours = (project / "templates" / f"{contract.template}.docx").read_bytes()
        template = read_template(saved_in_dutch(ours), Span("sjabloon.docx"))
        assert verify(template, contract) == []
        assert template.styles == read_template(ours, Span("sjabloon.docx")).styles
        with zipfile.ZipFile(io.BytesIO(template.data)) as package:
            for member in package.namelist():
                assert not re.search(rb'"(Kop1|Plattetekst|Standaard)"', package.read(member)), member

    def it_is_left_alone_when_it_has_the_ids(self, contract: object, project: Path) -> None:
        from jvom.plan import Contract

        assert isinstance(contract, Contract)
        ours = (project / "templates" / f"{contract.template}.docx").read_bytes()
        assert read_template(ours, Span("sjabloon.docx")).data is ours
