# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings and footnotes parts, the same in every template."""

from __future__ import annotations

from tools.templates.markup import DECLARATION, NAMESPACES


def settings() -> str:
    """Return the settings part: automatic hyphenation, the layout of Word 2013, Dutch separators.

    Child order as in CT_Settings. A hyphenation zone of 17 mm leaves few lines that end in a hyphen; how few
    letters may stand before or behind it, the format cannot say. The list separator also separates the style
    names in a TOC field.
    """
    word = "http://schemas.microsoft.com/office/word"
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{word}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        "<w:removePersonalInformation/><w:removeDateAndTime/>"
        '<w:displayBackgroundShape w:val="0"/><w:defaultTabStop w:val="284"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="950"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="nl-NL"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5"'
        ' w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes() -> str:
    """Return the footnotes part with its two separators, to which jvom adds the notes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, id in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{separators}</w:footnotes>"
