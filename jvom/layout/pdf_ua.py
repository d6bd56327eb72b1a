# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Making a PDF of LibreOffice conform to PDF/UA-1 (ISO 14289-1), which it claims even when it does not.

LibreOffice names structure elements after paragraph styles, "Quote" too, which is the name of another
standard type; it takes the levels of headings as they are, though a letter begins at the second; and it gives
only the first glyph of a letter with a combining mark a Unicode value. What can't be mended is a character
that no font on the machine has: the PDF shows a box for it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

# The standard structure types (ISO 32000-1, 14.8.4).
_STANDARD = frozenset(
    f"/{name}"
    for name in (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 "
        "H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link "
        "Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
    ).split()
)
_DEEPEST_HEADING = 6
_CLAIM = re.compile(rb"<rdf:Description[^>]*xmlns:pdfuaid=.*?</rdf:Description>\s*", re.DOTALL)
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f]*)>")
# For a glyph whose character belongs to the glyph before it: invisible, and no end of a word.
_JOINED = b"034F"
_FORBIDDEN = (b"0000", b"FEFF", b"FFFE")  # as the whole value of a code (ISO 14289-1, 7.21.7)
_LAST_CODE = 0xFF
_EMPTY_MAP = (
    b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName/jvom def\n"
    b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\nendcmap\n"
    b"CMapName currentdict /CMap defineresource pop\nend\nend\n"
)


def claims_pdf_ua(data: bytes) -> bool:
    """Tell whether a finished PDF says that it conforms to PDF/UA."""
    return b"pdfuaid:part" in data  # qpdf leaves metadata uncompressed


def conform(pdf: pikepdf.Pdf) -> None:
    """Mend what LibreOffice gets wrong; withdraw the claim for what can't be mended.

    That is a character that no font shows, or a link outside the structure that has no twin inside.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if root is not None:
        elements = list(_elements(root))
        _keep_standard_types(pdf, root, elements)
        _renumber_headings(elements)
    fonts = list(_fonts(pdf))
    for font in fonts:
        _complete_unicode(pdf, font)
    all_tagged = [_drop_slivers(pdf, page) for page in pdf.pages]
    if "/Metadata" in pdf.Root and (_missing_from(fonts) or not all(all_tagged)):
        said = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(_CLAIM.sub(b"", said))


# --- structure -----------------------------------------------------------------------------------


def _keep_standard_types(pdf: pikepdf.Pdf, root: Any, elements: Sequence[Any]) -> None:
    """Give elements that are named after a style as a standard type the type that the style maps to (7.1)."""
    import pikepdf

    roles = root.get("/RoleMap", pikepdf.Dictionary())
    taken = {name: str(roles[name]) for name in list(roles.keys()) if name in _STANDARD}
    for name in taken:
        del roles[name]
    for element in elements if taken else ():
        if str(element.get("/S")) in taken:
            element.S = pikepdf.Name(taken[str(element.S)] if str(element.S) != "/Quote" else "/Quote")
    if "/Quote" in taken:
        for parent in [root, *elements]:
            _quote_blocks(pdf, parent)


def _quote_blocks(pdf: pikepdf.Pdf, parent: Any) -> None:
    """Put the paragraphs of a quotation, which LibreOffice calls /Quote, into a block quotation."""
    import pikepdf

    below = children(parent)
    if not any(_is_quote(each) for each in below):
        return
    placed: list[Any] = []
    block: Any = None
    for child in below:
        if not _is_quote(child):
            block = None
            placed.append(child)
            continue
        if block is None:
            block = pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.StructElem,
                    S=pikepdf.Name.BlockQuote,
                    P=parent,
                    K=pikepdf.Array(),
                )
            )
            placed.append(block)
        child.S = pikepdf.Name.P
        child.P = block
        block.K.append(child)
    parent.K = pikepdf.Array(placed)


def _is_quote(element: Any) -> bool:
    import pikepdf

    return isinstance(element, pikepdf.Dictionary) and str(element.get("/S")) == "/Quote"


def _renumber_headings(elements: Iterable[Any]) -> None:
    """Let headings begin at the first level and skip none (7.4.2); which is below which stays the same."""
    import pikepdf

    above: list[int] = []
    for element in elements:
        kind = str(element.get("/S"))
        if len(kind) == 3 and kind[:2] == "/H" and kind[2] in "123456":
            while above and above[-1] >= int(kind[2]):
                above.pop()
            above.append(int(kind[2]))
            element.S = pikepdf.Name(f"/H{min(len(above), _DEEPEST_HEADING)}")


def _drop_slivers(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Take out links that no structure element has (7.18.5), and return whether none is left.

    LibreOffice cuts a link that touches another line into parts, and tags only the first of them.
    """
    import pikepdf

    annotations = list(page.get("/Annots", ()))
    untagged = untagged_links(annotations)
    if not untagged:
        return True
    targets = {_target(each) for each in annotations if "/StructParent" in each}
    slivers = [each for each in untagged if _target(each) in targets]
    page.Annots = pdf.make_indirect(
        pikepdf.Array([each for each in annotations if not any(each is sliver for sliver in slivers)])
    )
    return len(slivers) == len(untagged)


def untagged_links(annotations: Iterable[Any]) -> list[Any]:
    """Return the links that no structure element has."""
    return [each for each in annotations if each.get("/Subtype") == "/Link" and "/StructParent" not in each]


def _target(link: Any) -> bytes:
    """Return where a link leads, as the PDF writes it."""
    return b"".join(link[key].unparse(resolved=True) for key in ("/A", "/Dest") if key in link)


def _elements(root: Any) -> Iterator[Any]:
    """Yield the structure elements, in the order in which they are read."""
    import pikepdf

    waiting = list(reversed(list(children(root))))
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            waiting += reversed(list(children(element)))


def children(element: Any) -> list[Any]:
    """Return what is right below a structure element: elements, and the numbers of marked content."""
    import pikepdf

    kids = element.get("/K")
    if isinstance(kids, pikepdf.Array):
        return list(kids)
    return [] if kids is None else [kids]


# --- fonts ---------------------------------------------------------------------------------------


def missing_characters(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the characters for which no font of the machine had a glyph, in order of their number.

    A font shows its glyph 0 for those (7.21.8). LibreOffice embeds that one twice, the second time as the
    glyph of the character's code.
    """
    return _missing_from(_fonts(pdf))


def _missing_from(fonts: Iterable[Any]) -> tuple[str, ...]:
    found: set[str] = set()
    for font in fonts:
        values = unicode_values(font)
        for code in _undefined_codes(font):
            found.add(bytes.fromhex(values.get(code, b"FFFD").decode()).decode("utf-16-be", "replace"))
    return tuple(sorted(found))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the fonts whose codes are one byte, the only kind that LibreOffice writes."""
    import pikepdf

    for each in pdf.objects:
        if (
            isinstance(each, pikepdf.Dictionary)
            and each.get("/Type") == "/Font"
            and each.get("/Subtype") in ("/TrueType", "/Type1", "/Type3")
            and "/LastChar" in each
        ):
            yield each


def unicode_values(font: Any) -> dict[int, bytes]:
    """Return the Unicode value of each code, in hexadecimal, as its map gives it (ISO 32000-1, 9.10.3)."""
    if "/ToUnicode" not in font:
        return {}
    values: dict[int, bytes] = {}
    for kind, block in _BLOCK.findall(font.ToUnicode.read_bytes()):
        numbers = _HEXADECIMAL.findall(block)
        if kind == b"char":
            values |= {int(code, 16): value for code, value in zip(numbers[::2], numbers[1::2], strict=False)}
            continue
        for first, last, value in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
            for code in range(int(first, 16), min(int(last, 16), _LAST_CODE) + 1):
                values[code] = b"%04X" % (int(value or b"0", 16) + code - int(first, 16))
    return values


def _complete_unicode(pdf: pikepdf.Pdf, font: Any) -> None:
    """Give every code of a font a Unicode value (7.21.7); code 0 is used by nothing."""
    values = unicode_values(font)
    codes = range(max(int(font.FirstChar), 1), int(font.LastChar) + 1)
    unknown = [code for code in codes if not values.get(code) or values[code].upper() in _FORBIDDEN]
    if not unknown:
        return
    said = font.ToUnicode.read_bytes() if "/ToUnicode" in font else _EMPTY_MAP
    for code in unknown:
        said = re.sub(rb"<0*%X>\s*<(?:0000|FEFF|FFFE)?>\n?" % code, b"", said, flags=re.IGNORECASE)
    said = re.sub(rb"\d+ beginbfchar(?=\s*((?:<[^>]*>\s*)*)endbfchar)", _counted, said)
    # A block has a hundred at most.
    for at in range(0, len(unknown), 100):
        some = unknown[at : at + 100]
        block = b"".join(b"<%02X> <%s>\n" % (code, _JOINED) for code in some)
        added = b"%d beginbfchar\n%sendbfchar\nendcmap" % (len(some), block)
        said = said.replace(b"endcmap", added, 1)
    font.ToUnicode = pdf.make_stream(said)


def _counted(match: re.Match[bytes]) -> bytes:
    return b"%d beginbfchar" % (match[1].count(b"<") // 2)


def _undefined_codes(font: Any) -> Iterator[int]:
    """Yield the codes that a font shows with its glyph for undefined characters."""
    descriptor = font.get("/FontDescriptor")
    if descriptor is None or "/FontFile2" not in descriptor:
        return
    tables = _tables(descriptor.FontFile2.read_bytes())
    outlines, glyphs = _outlines(tables), _glyphs(tables)
    if outlines and outlines[0]:
        for code in range(max(int(font.FirstChar), 1), int(font.LastChar) + 1):
            glyph = glyphs[code] if code < len(glyphs) else 0
            if 0 < glyph < len(outlines) and outlines[glyph] == outlines[0]:
                yield code


def _tables(font: bytes) -> dict[bytes, bytes]:
    """Return the tables of a TrueType font by name (OpenType 1.9, otff)."""
    count = int.from_bytes(font[4:6], "big")
    directory = font[12 : 12 + 16 * count]
    entries = struct.iter_unpack(">4sIII", directory[: len(directory) // 16 * 16])
    return {name: font[start : start + size] for name, _, start, size in entries}


def _outlines(tables: Mapping[bytes, bytes]) -> list[bytes]:
    """Return the outline of each glyph (OpenType 1.9: head, loca, glyf); nothing when a table is missing."""
    head, loca, glyf = (tables.get(name, b"") for name in (b"head", b"loca", b"glyf"))
    form, unit = (">I", 1) if head[50:52] == b"\0\1" else (">H", 2)
    size = struct.calcsize(form)
    starts = [each * unit for (each,) in struct.iter_unpack(form, loca[: len(loca) // size * size])]
    return [glyf[start:end] for start, end in pairwise(starts)]


def _glyphs(tables: Mapping[bytes, bytes]) -> bytes:
    """Return the glyph of each code, as LibreOffice tells it (OpenType 1.9: cmap, format 0)."""
    cmap = tables.get(b"cmap", b"")
    start = int.from_bytes(cmap[8:12], "big")
    return cmap[start + 6 : start + 262] if cmap[start : start + 2] == b"\0\0" else b""
