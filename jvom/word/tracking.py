# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Track changes: on, and enforced, so that no change in a returned file goes unnoticed."""

from __future__ import annotations

from lxml import etree

from jvom.ooxml.names import qnames
from jvom.ooxml.xml import parse

# What may stand before w:trackRevisions in w:settings (ECMA-376-1, 17.15.1.78).
_BEFORE = frozenset(
    qnames(
        "w:writeProtection w:view w:zoom w:removePersonalInformation w:removeDateAndTime "
        "w:doNotDisplayPageBoundaries w:displayBackgroundShape w:printPostScriptOverText "
        "w:printFractionalCharacterWidth w:printFormsData w:embedTrueTypeFonts w:embedSystemFonts "
        "w:saveSubsetFonts w:saveFormsData w:mirrorMargins w:alignBordersAndEdges "
        "w:bordersDoNotSurroundHeader w:bordersDoNotSurroundFooter w:gutterAtTop w:hideSpellingErrors "
        "w:hideGrammaticalErrors w:activeWritingStyle w:proofState w:formsDesign w:attachedTemplate "
        "w:linkStyles w:stylePaneFormatFilter w:stylePaneSortMethod w:documentType w:mailMerge w:revisionView"
    )
)
# Word takes names and times off the changes of a file that asks for it (17.15.1.69, 17.15.1.68).
_NAMELESS = qnames("w:removePersonalInformation w:removeDateAndTime")


def keep_names(settings: etree._Element | None) -> None:
    """Let Word keep the names and times of comments and changes, as reviewers of a draft expect."""
    for each in list(settings.iterchildren(*_NAMELESS)) if settings is not None else ():
        each.getparent().remove(each)  # type: ignore[union-attr]


def enforce(settings: etree._Element | None) -> None:
    """Turn track changes on, and protect the document so that it stays on; there is no password (17.15.1.29).

    Raises ValueError for a template without settings.
    """
    if settings is None:
        raise ValueError("a template without settings")
    for each in list(settings.iterchildren(*_NAMELESS, *qnames("w:trackRevisions w:documentProtection"))):
        settings.remove(each)
    place = next((at for at, each in enumerate(settings) if each.tag not in _BEFORE), len(settings))
    settings[place:place] = parse(
        '<w:trackRevisions/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    )
