# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields, links and hidden text of a template that do not belong in a document: judged from its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from jvom.messages import msg
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.relationships import OFFICE, read_relationships, source_of
from jvom.ooxml.styles import Styles
from jvom.ooxml.tree import find, is_on, text_of, value
from jvom.source import Problem, Span

# Fields that only compute, and only from the document itself (ECMA-376-1, 17.16.5). Others load something,
# ask something, start something, or tell of the user and the folder.
_FIELDS = frozenset(
    """
    ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT BIDIOUTLINE COMPARE CREATEDATE DATE DOCPROPERTY EQ
    FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX KEYWORDS LISTNUM NOTEREF NUMCHARS NUMPAGES
    NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET STYLEREF
    SUBJECT SYMBOL TA TC TIME TITLE TOA TOC XE
    """.split()
)
_NESTED = "\0"
"""Stands in an instruction for a field within it, whose result Word puts there."""

_PLAIN_LINK = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
_DRAWN = ("{urn:schemas-microsoft-com:vml}*", "{urn:schemas-microsoft-com:office:office}*")
_LOADED = frozenset({"src", "href", "althref"})
_STORIES = qnames("w:document w:hdr w:ftr w:footnotes w:endnotes")
_RUN, _VANISH, _INSTRUCTION, _MARK, _SIMPLE = qnames("w:r w:vanish w:instrText w:fldChar w:fldSimple")
_UNLINK = msg("haal het veld weg of zet het om in tekst (Ctrl+Shift+F9)")
# Word's own styles for the ends of a form on a web page are hidden; no one can type in them.
_WORDS_OWN = "z-"


def problems_with_content(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Yield a problem for each field, link and text that does not belong in a document."""
    for part, root in sorted(roots.items()):
        if part.endswith(".rels"):
            for each in read_relationships(root, source_of(part)):
                if each.external and each.type == f"{OFFICE}hyperlink":
                    yield from _link(source_of(part), each.target, span)
            continue
        seen: set[str] = set()
        for instruction in _instructions(root):
            found = tuple(_field(part, instruction, span))
            if found and instruction not in seen:
                yield from found
            seen.add(instruction)
        for attribute, address in sorted(_drawn_addresses(root)):
            if attribute == "src":
                yield Problem(
                    span,
                    msg("onderdeel «{part}» laadt iets van buiten: {address}", part=part, address=address),
                    msg("voeg de afbeelding in het sjabloon in of haal die weg"),
                )
            else:
                yield from _link(part, address, span)
    yield from _hidden_text(roots, span)


def _field(part: str, instruction: str, span: Span) -> Iterator[Problem]:
    code, *_ = (*instruction.split(), "")
    if not code or _NESTED in code:
        if instruction.strip():
            what = msg("onderdeel «{part}» heeft een veld waarvan pas in Word blijkt wat het doet", part=part)
            yield Problem(span, what, _UNLINK)
    elif code.upper() not in _FIELDS and not code.startswith("="):
        yield Problem(
            span,
            msg(
                "onderdeel «{part}» heeft een veld {code}, dat iets van buiten haalt of start, iets vraagt "
                "of iets van de gebruiker laat zien",
                part=part,
                code=code.upper(),
            ),
            _UNLINK,
        )
    elif code.upper() == "HYPERLINK":
        address = _address().match(instruction)
        if address and not address[0].split()[1].startswith("\\l"):  # which leads to a place in the document
            yield from _link(part, address[1] if address[1] is not None else address[2], span)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))', re.IGNORECASE)


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of each field (17.16.18), those within another after or before it."""
    for simple in root.iter(_SIMPLE):
        yield simple.get(qn("w:instr"), "")
    # The instruction of each open field, and whether its result has begun.
    fields: list[tuple[list[str], bool]] = []
    loose: list[str] = []
    for element in root.iter(_INSTRUCTION, _MARK):
        kind = element.get(qn("w:fldCharType"))
        if element.tag == _INSTRUCTION:
            (fields[-1][0] if fields and not fields[-1][1] else loose).append(element.text or "")
        elif kind == "begin":
            if fields and not fields[-1][1]:
                fields[-1][0].append(_NESTED)
            fields.append(([], False))
        elif kind == "separate" and fields:
            fields[-1] = (fields[-1][0], True)
        elif kind == "end":
            yield "".join(fields.pop()[0] if fields else loose)
            loose = [] if not fields else loose
    for pieces, _ in fields:
        yield "".join(pieces)
    yield "".join(loose)


def _drawn_addresses(root: etree._Element) -> set[tuple[str, str]]:
    """Return the addresses from which old drawings (VML) load, and to which they lead, by attribute."""
    return {
        (etree.QName(key).localname.lower(), str(address))
        for element in root.iter(*_DRAWN)
        for key, address in element.attrib.items()
        if etree.QName(key).localname.lower() in _LOADED and address
    }


def _link(part: str, address: str, span: Span) -> Iterator[Problem]:
    if not _PLAIN_LINK.match(address.strip()):
        yield Problem(
            span,
            msg("onderdeel «{part}» verwijst naar «{address}»", part=part, address=address),
            msg("haal de verwijzing weg, of laat die naar een webadres gaan (https://)"),
        )


# --- hidden text ---------------------------------------------------------------------------------


def _hidden_text(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Yield a problem for hidden text, and for each style that hides whatever jvom writes in it."""
    if not any(True for root in roots.values() for _ in root.iter(_VANISH)):
        return
    styles = Styles(next((root for root in roots.values() if root.tag == qn("w:styles")), None))
    hidden = {
        style.get(qn("w:styleId"), "")
        for style in styles.elements()
        if is_on(styles.find(style.get(qn("w:styleId"), ""), "w:rPr/w:vanish"))
    }
    for id_ in sorted(hidden):
        if not styles.name(id_).startswith(_WORDS_OWN):
            yield Problem(
                span,
                msg("de stijl «{style}» verbergt tekst", style=styles.name(id_) or id_),
                msg("zet in Word bij die stijl «Verborgen» uit (Lettertype)"),
            )
    for part, root in sorted(roots.items()):
        if root.tag in _STORIES and any(_is_hidden(run, hidden) for run in root.iter(_RUN)):
            yield Problem(
                span,
                msg("onderdeel «{part}» heeft verborgen tekst", part=part),
                msg("laat die in Word zien (Ctrl+Shift+8) en haal die weg"),
            )


def _is_hidden(run: etree._Element, styles: set[str]) -> bool:
    """Tell whether a run has words that are not shown."""
    if not text_of(run).strip():
        return False
    own = is_on(find(run, "w:rPr/w:vanish"))
    return own if own is not None else value(find(run, "w:rPr/w:rStyle")) in styles
