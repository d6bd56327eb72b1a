# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is mended in a PDF of LibreOffice; tests/test_any_dossier.py has veraPDF judge whole ones."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.layout import pdf
from jvom.layout.conversion import convert
from jvom.layout.pdf_ua import claims_pdf_ua, conform, missing_characters
from jvom.layout.result import Obstacles
from jvom.plan import Paragraph, Run
from jvom.word.package import build
from tests.layout.plans import PROPERTIES, chapter, small

CLAIM = (
    b'<rdf:RDF><rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>"
)


def tagged(kinds: list[str], roles: dict[str, str] | None = None) -> pikepdf.Pdf:
    """Return a PDF with a structure tree of these elements, one after another."""
    made = pikepdf.new()
    made.add_blank_page()
    root = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    whole = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Document, P=root))
    whole.K = pikepdf.Array(
        [made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), P=whole)) for kind in kinds]
    )
    root.K = whole
    root.RoleMap = pikepdf.Dictionary({f"/{a}": pikepdf.Name(f"/{b}") for a, b in (roles or {}).items()})
    made.Root.StructTreeRoot = root
    made.Root.Metadata = made.make_stream(CLAIM)
    return made


def kinds(made: pikepdf.Pdf) -> list[str]:
    def below(element: object) -> Iterator[str]:
        for each in element.get("/K", ()):  # type: ignore[attr-defined]
            yield str(each.S)[1:]
            yield from below(each)

    return list(below(made.Root.StructTreeRoot.K))


def with_font(made: pikepdf.Pdf, values: dict[int, str], outlines: list[bytes]) -> None:
    """Add a font with a glyph for each code, as LibreOffice embeds it."""
    starts = [sum(map(len, outlines[:at])) // 2 for at in range(len(outlines) + 1)]
    tables = {
        b"head": bytes(54),
        b"loca": struct.pack(f">{len(starts)}H", *starts),
        b"glyf": b"".join(outlines),
        b"cmap": struct.pack(">HHHHIHHH", 0, 1, 1, 0, 12, 0, 262, 0) + bytes(range(256)),
    }
    at = 12 + 16 * len(tables)
    directory = body = b""
    for name, table in tables.items():
        directory += struct.pack(">4sIII", name, 0, at + len(body), len(table))
        body += table
    font = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + body
    lines = "".join(f"<{code:02X}> <{value.encode('utf-16-be').hex()}>\n" for code, value in values.items())
    cmap = f"begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{len(values)} beginbfchar\n"
    descriptor = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontFile2=made.make_stream(font))
    made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            FirstChar=0,
            LastChar=len(outlines) - 1,
            FontDescriptor=descriptor,
            ToUnicode=made.make_stream(f"{cmap}{lines}endbfchar\nendcmap\n".encode()),
        )
    )


def unicode_map(made: pikepdf.Pdf) -> str:
    [font] = [each for each in made.objects if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each]
    return str(font.ToUnicode.read_bytes().decode())


class Describe_the_structure:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("H2 P H2", "H1 P H1"),
            ("H2 H4 H3", "H1 H2 H2"),
            ("H3 H2", "H1 H1"),
            ("H1 H2 H3 H2 H1", "H1 H2 H3 H2 H1"),
            ("H1 H5 H5 H6", "H1 H2 H2 H3"),
        ],
    )
    def it_begins_at_the_first_level_and_skips_none(self, before: str, after: str) -> None:
        made = tagged(before.split())
        conform(made)
        assert kinds(made) == after.split()

    @given(st.lists(st.integers(1, 6), min_size=1))
    def it_never_goes_down_by_more_than_a_level(self, levels: list[int]) -> None:
        made = tagged([f"H{level}" for level in levels])
        conform(made)
        found = [0, *(int(kind[1]) for kind in kinds(made))]
        assert all(below <= above + 1 for above, below in pairwise(found))

    def it_has_a_quotation_in_one_block(self) -> None:
        made = tagged(["P", "Quote", "Quote", "P", "Quote"], {"Quote": "P", "Veld": "P"})
        conform(made)
        assert kinds(made) == ["P", "BlockQuote", "P", "P", "P", "BlockQuote", "P"]
        assert dict(made.Root.StructTreeRoot.RoleMap) == {"/Veld": pikepdf.Name.P}

    def it_lets_no_style_take_the_name_of_a_standard_type(self) -> None:
        made = tagged(["Code", "Index"], {"Code": "P", "Index": "P"})
        conform(made)
        assert kinds(made) == ["P", "P"]


class Describe_the_fonts:
    def they_have_a_character_for_every_glyph(self) -> None:
        made = tagged(["P"])
        with_font(made, {1: "q\u0301", 3: "a"}, [b"gg", b"qq", b"''", b"aa"])
        conform(made)
        assert "<02> <034F>" in unicode_map(made)
        assert "<01> <00710301>" in unicode_map(made)

    def they_give_no_glyph_a_character_that_is_none(self) -> None:
        made = tagged(["P"])
        with_font(made, {1: "\ufeff"}, [b"gg", b"qq"])
        conform(made)
        assert "feff" not in unicode_map(made).lower()

    def they_may_lack_a_character(self) -> None:
        made = tagged(["P"])
        with_font(made, {1: "a", 2: "\U00012000"}, [b"gg", b"aa", b"gg"])
        assert missing_characters(made) == ("\U00012000",)
        conform(made)
        assert b"pdfuaid" not in made.Root.Metadata.read_bytes()

    def they_lack_none_when_a_part_of_a_letter_looks_like_a_box(self) -> None:
        """A letter with a mark is made of two outlines; those of its parts follow the last code."""
        made = tagged(["P"])
        with_font(made, {1: "a"}, [b"gg", b"aa"])
        assert missing_characters(made) == ()
        conform(made)
        assert b"pdfuaid" in made.Root.Metadata.read_bytes()


class Describe_a_document_with_a_character_that_no_font_has:
    def it_does_not_claim_to_be_accessible(self, office, cache, template) -> None:
        for text, missing in (("Gewoon.", ()), ("Een \U0010fffd.", ("\U0010fffd",))):
            plan = small(chapter(1), Paragraph("BodyText", (Run(text),)))
            made = convert({"x": build(plan, template, {"_Ref_hoofdstuk_1": 2})}, office, cache)["x"]
            finished = pdf.finish(pikepdf.open(io.BytesIO(made)), PROPERTIES)
            assert claims_pdf_ua(finished) == (not missing)
            assert pdf.obstacles(finished) == Obstacles(missing)
            with pikepdf.open(io.BytesIO(finished)) as opened:
                assert "/StructTreeRoot" in opened.Root


def with_links(made: pikepdf.Pdf, *links: tuple[str, bool]) -> pikepdf.Pdf:
    """Add links to the first page: their address, and whether a structure element has them."""
    made.pages[0].Annots = pikepdf.Array()
    for number, (address, is_tagged) in enumerate(links):
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=pikepdf.Array([number, 0, number + 1, 10]),
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address)),
        )
        if is_tagged:
            link.StructParent = number
        made.pages[0].Annots.append(made.make_indirect(link))
    return made


class Describe_a_link_that_libreoffice_cuts_into_parts:
    def it_keeps_the_part_in_the_structure_alone(self):
        made = with_links(
            tagged(["P"]), ("mailto:a@b.nl", True), ("https://c.nl", True), ("mailto:a@b.nl", False)
        )

        conform(made)

        assert [str(link.A.URI) for link in made.pages[0].Annots] == ["mailto:a@b.nl", "https://c.nl"]
        assert claims_pdf_ua(made.Root.Metadata.read_bytes())

    def but_the_claim_goes_when_no_part_is_in_the_structure(self):
        made = with_links(tagged(["P"]), ("https://c.nl", True), ("mailto:a@b.nl", False))

        conform(made)

        assert len(made.pages[0].Annots) == 2
        assert not claims_pdf_ua(made.Root.Metadata.read_bytes())

    def and_the_links_are_told(self):
        made = with_links(
            tagged(["P"]), ("https://c.nl", True), ("mailto:a@b.nl", False), ("mailto:a@b.nl", False)
        )
        saved = io.BytesIO()
        made.save(saved)

        assert pdf.obstacles(saved.getvalue()) == Obstacles(links=("mailto:a@b.nl",))
