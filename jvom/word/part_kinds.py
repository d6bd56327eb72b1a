# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of parts that a template may have, by relationship; documents keep some and lose the others.

A kind that is in neither list is refused: Word's format grows, and what it grew with may run, load or tell.
"""

from __future__ import annotations

from jvom.messages import Message, msg
from jvom.ooxml.relationships import OFFICE

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/"

KEPT = frozenset(
    {
        f"{_PACKAGE}metadata/core-properties",
        *(
            OFFICE + kind
            for kind in (
                "officeDocument extended-properties endnotes font fontTable footer footnotes header "
                "hyperlink image numbering settings styles theme themeOverride webSettings"
            ).split()
        ),
    }
)
"""What documents have as well."""

DROPPED = frozenset(
    {
        f"{_PACKAGE}metadata/thumbnail",
        *(
            OFFICE + kind
            for kind in (
                "comments customXml customXmlProps custom-properties glossaryDocument printerSettings"
            ).split()
        ),
        *(
            _MICROSOFT + kind
            for kind in (
                "2007/relationships/stylesWithEffects 2011/relationships/commentsExtended "
                "2011/relationships/people 2016/09/relationships/commentsIds "
                "2018/08/relationships/commentsExtensible 2019/05/relationships/documenttasks "
                "2020/02/relationships/classificationlabels"
            ).split()
        ),
    }
)
"""What Word puts in of itself, and what tells of the template's author: documents do without."""

_NAMES = (
    (msg("een ingevoegd object of bestand"), "oleObject package"),
    (
        msg("een grafiek of diagram, met de gegevens erachter"),
        "chart chartEx chartUserShapes diagramData diagramLayout diagramQuickStyle diagramColors",
    ),
    (msg("een aangepast lint"), "extensibility userCustomization attachedToolbars"),
    (msg("een web-invoegtoepassing"), "webextension webextensiontaskpanes"),
    (msg("een handtekening van een eerdere versie"), "origin signature certificate"),
    (
        msg("een macro, een besturingselement of een toetsencombinatie"),
        "vbaProject vbaProjectSignature wordVbaData control activeXControlBinary keyMapCustomizations",
    ),
    (msg("een tekst die van buiten is ingevoegd"), "aFChunk subDocument"),
    (msg("een samenvoegbestand"), "recipientData mailMergeSource mailMergeHeaderSource"),
    (msg("geluid of beeld"), "audio video media"),
)
_DESCRIPTIONS = {kind: what for what, kinds in _NAMES for kind in kinds.split()}


def description(kind: str) -> Message:
    """Return what a part is, by the last word of the type of its relationship."""
    return _DESCRIPTIONS.get(kind) or msg("iets dat jvom niet kent ({kind})", kind=kind)
