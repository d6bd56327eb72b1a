# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the parts of a template are sound: what is in them once, in its place, and leads somewhere.

jvom copies what it does not fill, so a template that Word repairs would make documents that Word repairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lxml import etree

from jvom.messages import Message, msg
from jvom.ooxml.archive import damaged
from jvom.ooxml.names import NAMESPACES, qn, qnames
from jvom.ooxml.tree import children, find, value
from jvom.source import Problem, Span

_WORD = f"{{{NAMESPACES['w']}}}"
_ID = qn("w:id")
_NUMBERING, _NOTES = qn("w:numbering"), qnames("w:footnotes w:endnotes")

# The children of an element in the order of the schema (ECMA-376-1, annex A.1); an asterisk marks those that
# may repeat, "..." stands for all others.
_ORDER = {
    "document": "background body",
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
        locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*
    """,
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "num": "abstractNumId lvlOverride*",
    "lvl": ("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
        bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
        textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """,
    "sectPr": """
        headerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
        cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
        sectPrChange
    """,
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
        tblPrChange
    """,
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark headers cellIns cellDel cellMerge tcPrChange
    """,
    "settings": """
        writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
        displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
        embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins
        alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
        hideSpellingErrors hideGrammaticalErrors activeWritingStyle* proofState formsDesign
        attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
        revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection
        autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
        consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
        clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
        bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
        displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
        doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
        strictFirstAndLastChars noLineBreaksAfter* noLineBreaksBefore* savePreviewPicture
        doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
        doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
        alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
        rsids attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
        doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType* schemaLibrary
        shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
    """,
    "sdt": "sdtPr sdtEndPr sdtContent",
    "p": "pPr ...",
    "r": "rPr ...",
    "tr": "tblPrEx trPr ...",
    "tc": "tcPr ...",
    "tbl": "tblPr tblGrid ...",
    "body": "... sectPr",
}
_REST = "..."
_SAME = {"footerReference": "headerReference"}  # in any order among each other
# What an element can't do without.
_REQUIRED = {
    "style": "name", "num": "abstractNumId", "tbl": "tblPr tblGrid", "document": "body", "sdt": "sdtContent",
    "tc": "p", "hdr": "p", "ftr": "p",
}  # fmt: skip
# Marks between blocks that may stand anywhere (EG_RangeMarkupElements, EG_RunLevelElements).
_ANYWHERE = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd "
    "moveToRangeStart moveToRangeEnd proofErr permStart permEnd".split()
)
_HOLDERS = frozenset({"sdt", "customXml", "tbl", "altChunk"})


def _places(order: str) -> dict[str, tuple[int, bool]]:
    """Return the place of each child in an order, and whether it may repeat."""
    return {
        each.rstrip("*") if each != _REST else each: (place, each.endswith("*") or each == _REST)
        for place, each in enumerate(order.split())
    }


_PLACES = {name: _places(order) for name, order in _ORDER.items()}
_JUDGED = tuple(f"{_WORD}{name}" for name in {**_PLACES, **_REQUIRED})
_NEEDING = frozenset(f"{_WORD}{name}" for name in _REQUIRED)
# More than there are in a template with every kind of element.
_KNOWN = 4096


def faults(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Yield a problem for each part that is not sound: elements in the wrong order, ids twice or missing."""
    styles = [root for root in roots.values() if root.tag == qn("w:styles")]
    for root in styles:
        ids = [style.get(qn("w:styleId"), "") for style in children(root, "w:style")]
        for id_ in _twice(ids):
            yield damaged(span, msg("de stijl «{style}» staat twee keer in het sjabloon", style=id_))
    for part, root in sorted(roots.items()):
        if root.tag == _NUMBERING:
            for what in _numbering(root):
                yield damaged(span, what)
        if root.tag in _NOTES:
            for id_ in _twice(each.get(_ID, "") for each in root.iterchildren("{*}*")):
                yield damaged(
                    span, msg("onderdeel «{part}» heeft twee noten {number}", part=part, number=id_)
                )
        if str(root.tag).startswith(_WORD) and (wrong := next(_misplaced(root), None)):
            yield damaged(
                span,
                msg(
                    "onderdeel «{part}» heeft een element «{element}» op de verkeerde plaats",
                    part=part,
                    element=wrong,
                ),
            )


def _twice(ids: Iterable[str]) -> list[str]:
    return sorted(each for each, count in Counter(ids).items() if count > 1)


def _numbering(root: etree._Element) -> Iterator[Message]:
    """Yield what is wrong with the lists: an id twice, or a list without its levels (17.9.15)."""
    levels = [each.get(qn("w:abstractNumId"), "") for each in children(root, "w:abstractNum")]
    lists = [each.get(qn("w:numId"), "") for each in children(root, "w:num")]
    for id_ in (*_twice(levels), *_twice(lists)):
        yield msg("de lijst {number} staat twee keer in het sjabloon", number=id_)
    for each in children(root, "w:num"):
        id_ = value(find(each, "w:abstractNumId"))
        if id_ not in levels:
            yield msg(
                "de lijst {number} verwijst naar niveaus die er niet zijn", number=each.get(qn("w:numId"), "")
            )


def _misplaced(root: etree._Element) -> Iterator[str]:
    """Yield the names of elements that are in the wrong place, or missing."""
    for element in root.iter(*_JUDGED):
        # A single child is in its place.
        if len(element) > 1 or element.tag in _NEEDING:
            yield from _faults_of(element.tag, *[child.tag for child in element])


@lru_cache(maxsize=_KNOWN)
def _faults_of(*tags: object) -> tuple[str, ...]:
    """Return the same of one element, by its tag and those of its children: most elements are like another.

    lxml has a function for the tag of a comment.
    """
    words = [tag.removeprefix(_WORD) for tag in tags if isinstance(tag, str) and tag.startswith(_WORD)]
    return tuple(_wrong_in(*words))


def _wrong_in(kind: str, *names: str) -> Iterator[str]:
    if kind in _PLACES:
        yield from _out_of_order(kind, names, _PLACES[kind])
    for name in _REQUIRED.get(kind, "").split():
        if name not in names and not (name == "p" and _HOLDERS & set(names)):
            yield f"w:{kind}"


def _out_of_order(kind: str, names: Sequence[str], places: Mapping[str, tuple[int, bool]]) -> Iterator[str]:
    last = -1
    for name in names:
        if name in _ANYWHERE:
            continue
        known = places.get(_SAME.get(name, name)) or places.get(_REST)
        if known is None:
            continue  # a child of a later version of the format
        place, repeats = known
        if place < last or (place == last and not repeats):
            yield f"w:{kind}/w:{name}"
        last = place
