# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Theme and font table: the one place that names the typeface; the styles refer to the theme's fonts.

So another typeface is one choice in Word: Ontwerpen > Lettertypen.
"""

from __future__ import annotations

from tools.templates.markup import DECLARATION, NAMESPACES

TYPEFACE = "Verdana"
# DejaVu Sans has Verdana's widths, so lines break in the same places where Verdana is missing.
SUBSTITUTE = "DejaVu Sans"
_PANOSE = "020B0604030504040204"

_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "154273"),
    ("lt2", "F3F3F3"),
    ("accent1", "154273"),
    ("accent2", "01689B"),
    ("accent3", "535353"),
    ("accent4", "39870C"),
    ("accent5", "A90061"),
    ("accent6", "B4261F"),
    ("hlink", "01689B"),
    ("folHlink", "42145F"),
)


def theme() -> str:
    """Return the theme part, with the three fills, lines, effects and backgrounds that a theme must have."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in _COLOURS)
    font = f'<a:latin typeface="{TYPEFACE}" panose="{_PANOSE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="jvom">'
        f'<a:themeElements><a:clrScheme name="jvom">{colours}</a:clrScheme>'
        f'<a:fontScheme name="jvom"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="jvom"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def font_table() -> str:
    """Return the font table; its family has programs without Verdana take another sans serif."""
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{TYPEFACE}"><w:altName w:val="{SUBSTITUTE}"/>'
        f'<w:panose1 w:val="{_PANOSE}"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/>'
        '<w:sig w:usb0="A00006FF" w:usb1="4000205B" w:usb2="00000010" w:usb3="00000000"'
        ' w:csb0="0000019F" w:csb1="00000000"/></w:font></w:fonts>'
    )
