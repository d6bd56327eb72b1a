# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words of a Word file with too little contrast, wherever their colour and background are defined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.model import LowContrast
from jvom.reading.word.colours import BLACK, WHITE, Colour, contrast, typed_colour
from jvom.reading.word.reader import read_word
from tests.growth import LINEAR, growth
from tests.word.shorthand import THEME, package_members, r, root, section, styles_xml, zipped

PALE, DARK, NAVY = '<w:color w:val="999999"/>', '<w:color w:val="595959"/>', "1F3864"
WHITE_ON = '<w:color w:val="FFFFFF"/>'


def faint(body: str, styles: str = "", **members: str | bytes) -> list[tuple[str, float, float]]:
    """Return the low-contrast words of a Word file with this body: words, contrast, and required contrast."""
    parts = package_members(body + section(""))
    parts["word/styles.xml"] = root("styles", styles + styles_xml())
    for name, content in members.items():
        parts[f"word/{name}.xml"] = content
    fragment = read_word("proef", zipped(parts), "proef.docx")
    assert fragment.word is not None
    return [
        (fragment.lines[each.span.line - 1][each.span.column - 1 : each.span.end_column - 1], *shown(each))
        for each in fragment.word.faint
    ]


def shown(each: LowContrast) -> tuple[float, float]:
    return round(each.ratio, 1), each.least


def words(body: str, styles: str = "", **members: str | bytes) -> list[str]:
    return [said for said, _, _ in faint(body, styles, **members)]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def shd(fill: str, more: str = 'w:val="clear"') -> str:
    return f'<w:shd {more} w:fill="{fill}"/>'


def style(id: str, kind: str, content: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/>{content}</w:style>'


def table(*rows: tuple[str, ...], properties: str = "", cell: str = "") -> str:
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{p(each)}</w:tc>" for each in row) + "</w:tr>"
        for row in rows
    )
    return p(r("Tekst.")) + f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


class Describe_words_with_low_contrast:
    def they_are_reported_with_their_contrast(self):
        body = p(run("Een ") + run("bleek", PALE) + run(" woord", DARK))
        assert faint(body) == [("bleek", 2.8, 4.5)]

    def they_are_one_when_they_touch(self):
        assert words(p(run("heel ", PALE) + run("bleek", PALE))) == ["heel bleek"]

    def they_may_be_paler_when_they_are_large(self):
        grey = '<w:color w:val="8A8A8A"/>'
        sizes = ('<w:sz w:val="36"/>', '<w:b/><w:sz w:val="28"/>', '<w:sz w:val="34"/>', "<w:b/>")
        body = "".join(p(run(str(number), grey + size)) for number, size in enumerate(sizes))
        assert words(body) == ["2", "3"]
        assert faint(p(run("groot", PALE + sizes[0]))) == [("groot", 2.8, 3.0)]

    def they_are_not_spaces_or_automatic(self):
        assert words(p(run("   ", PALE) + run("zwart", '<w:color w:val="auto"/>'))) == []

    @pytest.mark.parametrize(
        "properties",
        [
            '<w:pStyle w:val="Bleek"/>',
            '<w:pStyle w:val="NogBleker"/>',
        ],
    )
    def they_inherit_it_from_the_paragraph_style(self, properties):
        styles = style("Bleek", "paragraph", f"<w:rPr>{PALE}</w:rPr>")
        styles += style("NogBleker", "paragraph", '<w:basedOn w:val="Bleek"/>')
        assert words(p(run("bleek") + run("niet", DARK), properties), styles) == ["bleek"]

    def they_inherit_it_from_the_character_style_first(self):
        styles = style("Bleek", "character", f"<w:rPr>{PALE}</w:rPr>")
        styles += style("Donker", "paragraph", f"<w:rPr>{DARK}</w:rPr>")
        body = p(run("bleek", '<w:rStyle w:val="Bleek"/>') + run("donker"), '<w:pStyle w:val="Donker"/>')
        assert words(body, styles) == ["bleek"]

    def they_inherit_it_from_the_defaults(self):
        defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{PALE}</w:rPr></w:rPrDefault></w:docDefaults>"
        assert words(p(run("bleek")), defaults) == ["bleek"]

    def they_are_found_in_margins_and_tables_too(self):
        parts = package_members(table((run("cel", PALE),)) + section(""), footer=p(run("voet", PALE)))
        fragment = read_word("proef", zipped(parts), "proef.docx")
        assert fragment.word is not None
        assert [fragment.lines[each.span.line - 1] for each in fragment.word.faint] == ["cel", "voet"]


class Describe_what_is_behind_the_words:
    @pytest.mark.parametrize(
        "body",
        [
            p(run("x", WHITE_ON + shd(NAVY))),
            p(run("x", WHITE_ON + '<w:highlight w:val="darkBlue"/>')),
            p(run("x", WHITE_ON), shd(NAVY)),
            table((run("x", WHITE_ON),), cell=shd(NAVY)),
            table((run("x", WHITE_ON),), properties=shd(NAVY)),
            p(run("x", WHITE_ON + shd("FFFFFF", 'w:val="solid" w:color="1F3864"'))),
            p(run("x", WHITE_ON + shd("FFFFFF", 'w:val="pct90" w:color="000000"'))),
        ],
    )
    def it_may_be_dark_under_white_letters(self, body):
        assert words(body) == []
        assert words(body.replace("FFFFFF", "404040")) == ["x"]

    def it_is_its_fill_alone_when_the_pattern_has_no_share(self):
        assert words(p(run("x", WHITE_ON + shd(NAVY, 'w:val="pct" w:color="FFFFFF"')))) == []

    def it_is_the_nearest(self):
        inner = run("x", WHITE_ON + shd("FFFF00"))
        assert words(table((inner,), cell=shd(NAVY))) == ["x"]
        assert words(p(run("x", DARK + '<w:highlight w:val="black"/>' + shd("FFFFFF")))) == ["x"]

    def it_is_the_page_when_it_is_automatic(self):
        assert words(p(run("x", PALE + shd("auto")), shd("auto"))) == ["x"]

    def it_may_be_a_coloured_page(self):
        body = p(run("x", WHITE_ON.replace("FFFFFF", "EEEEEE")))
        document = f'<w:background w:color="{NAVY}"/><w:body>{body}{section("")}</w:body>'
        assert words(body) == ["x"]
        assert words(body, document=root("document", document)) == []

    def it_hides_a_bar(self):
        assert words(p(run("gelakt", '<w:color w:val="000000"/>' + shd("000000")))) == []

    def it_is_not_examined_in_a_text_box(self):
        box = f"<w:r><w:pict><w:txbxContent>{p(run('x', PALE))}</w:txbxContent></w:pict></w:r>"
        assert words(p(run("Tekst.") + box)) == []


class Describe_a_style_of_tables:
    STYLES = style(
        "Blauw",
        "table",
        f"<w:rPr>{DARK}</w:rPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{WHITE_ON}</w:rPr>'
        f"<w:tcPr>{shd(NAVY)}</w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="lastCol"><w:rPr>{PALE}</w:rPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr>{shd("808080")}</w:tcPr></w:tblStylePr>',
    )
    ROWS = (("a", "b"), ("c", "d"), ("e", "f"))

    @pytest.mark.parametrize(
        ("look", "expected"),
        [
            ('w:firstRow="1" w:noHBand="1"', []),
            ('w:firstRow="1" w:lastColumn="1" w:noHBand="1"', ["d", "f"]),
            ('w:firstRow="1" w:noHBand="0"', ["e", "f"]),
            ('w:firstRow="0" w:noHBand="0"', ["c", "d"]),
            ('w:val="0220"', []),
            ('w:val="0300"', ["b", "d", "f"]),
            ('w:val="?"', ["c", "d"]),
        ],
    )
    def it_counts_where_the_table_asks_for_it(self, look, expected):
        properties = f'<w:tblStyle w:val="Blauw"/><w:tblLook {look}/>'
        rows = [tuple(run(each) for each in row) for row in self.ROWS]
        assert words(table(*rows, properties=properties), self.STYLES) == expected

    def it_comes_after_the_style_of_a_paragraph(self):
        styles = self.STYLES + style("Bleek", "paragraph", f"<w:rPr>{PALE}</w:rPr>")
        body = table((run("x"),), properties='<w:tblStyle w:val="Blauw"/>')
        pale = body.replace(
            "<w:tc><w:tcPr></w:tcPr><w:p><w:pPr>", '<w:tc><w:p><w:pPr><w:pStyle w:val="Bleek"/>'
        )
        assert words(body, styles) == []
        assert words(pale, styles) == ["x"]

    def it_takes_no_longer_for_a_long_table(self):
        def body(rows: int) -> str:
            return table(*[(run("x"),)] * rows, properties='<w:tblStyle w:val="Blauw"/>')

        assert growth(lambda body: words(body, self.STYLES), body, 500) < LINEAR


class Describe_the_colours_of_a_theme:
    COLOURED = THEME.replace(
        '<a:accent1><a:srgbClr val="000000"/>', f'<a:accent1><a:srgbClr val="{NAVY}"/>'
    ).replace('<a:lt1><a:srgbClr val="000000"/>', '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/>')

    @pytest.mark.parametrize(
        ("colour", "expected"),
        [
            ('w:val="999999" w:themeColor="accent1"', []),
            ('w:val="000000" w:themeColor="accent1" w:themeTint="66"', ["x"]),
            ('w:val="FFFFFF" w:themeColor="background1" w:themeShade="40"', []),
            ('w:val="000000" w:themeColor="background1" w:themeShade="BF"', ["x"]),
            ('w:val="999999" w:themeColor="text1"', []),
            ('w:val="999999" w:themeColor="none"', ["x"]),
        ],
    )
    def they_count_before_what_is_typed(self, colour, expected):
        body = p(run("x", f"<w:color {colour}/>"))
        assert words(body, theme=self.COLOURED) == expected

    def they_are_a_background_too(self):
        dark = 'w:val="clear" w:themeFill="accent1"'
        assert words(p(run("x", WHITE_ON), shd("FFFFFF", dark)), theme=self.COLOURED) == []

    def they_mean_what_the_settings_say(self):
        settings = root("settings", '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>')
        body = p(run("x", '<w:color w:themeColor="background1"/>'))
        assert words(body, theme=self.COLOURED, settings=settings) == []
        assert words(body.replace("background1", "text2"), theme=self.COLOURED, settings=settings) == []

    def they_may_be_missing(self):
        body = p(run("x", '<w:color w:val="999999" w:themeColor="accent1"/>'))
        assert words(body, theme=b"<theme/>") == ["x"]


class Describe_contrast:
    def it_is_that_of_wcag(self):
        assert contrast(BLACK, WHITE) == pytest.approx(21)
        assert contrast(WHITE, WHITE) == 1
        grey = typed_colour("767676")
        assert grey is not None
        assert contrast(grey, WHITE) == pytest.approx(4.54, abs=0.01)

    @given(st.tuples(*[st.floats(0, 1)] * 3), st.tuples(*[st.floats(0, 1)] * 3))
    def it_is_the_same_both_ways_and_from_1_to_21(self, one, other):
        ratio = contrast(Colour(*one), Colour(*other))
        assert ratio == contrast(Colour(*other), Colour(*one))
        assert 1 <= ratio <= 21.001

    @pytest.mark.parametrize("typed", ["auto", "", "12345", "1234567", "٣٣٣٣٣٣", "-1F386", "0x1234"])
    def it_recognizes_invalid_colours(self, typed):
        assert typed_colour(typed) is None
