# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import base64

import pytest

from jvom.plan import Image, Paragraph
from tests.word.lint import lint
from tests.word.shorthand import Built

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def picture(**more: object) -> Image:
    settings: dict[str, object] = {
        "data": DOT,
        "extension": "png",
        "width": 100.0,
        "height": 50.0,
        "description": 'Kaart van "Mali" & omgeving',
    }
    return Image(**{**settings, **more})  # type: ignore[arg-type]


@pytest.fixture
def built(build):
    def make(*images: Image) -> Built:
        return build({"rapport": (Paragraph("BodyText", images),)})  # type: ignore[no-any-return]

    return make


class Describe_a_picture:
    def it_is_inline_at_its_size(self, built):
        file = built(picture())

        assert file.xpath("//wp:inline/wp:extent/@cx") == ["3600000"]
        assert file.xpath("//pic:spPr/a:xfrm/a:ext/@cy") == ["1800000"]

    def it_starts_at_the_edge_of_the_text(self, built):
        # LibreOffice adds an eighth of an inch on each side by default.
        sides = [built(picture()).xpath(f"//wp:inline/@dist{side}") for side in "TBLR"]
        assert sides == [["0"]] * 4

    def it_has_a_description(self, built):
        assert built(picture()).xpath("//wp:docPr/@descr") == ['Kaart van "Mali" & omgeving']

    def it_is_a_part_that_is_stored_once(self, built):
        file = built(picture(), picture(), picture(data=DOT + b"x"))

        pictures = [name for name in file.archive.namelist() if name.startswith("word/media/")]
        assert pictures == ["word/media/picture1.png", "word/media/picture2.png"]
        assert file.archive.read(pictures[0]) == DOT

    def it_has_a_number_of_its_own(self, built):
        assert built(picture(), picture()).xpath("//wp:docPr/@id") == ["1", "2"]

    def it_continues_the_numbers_of_the_template(self, build, make_template):
        from tests.word.shorthand import p, sdt

        drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="8" name="x"/></wp:inline></w:drawing></w:r>'
        template = make_template(p(drawing) + sdt("a", p()))

        file = build({"a": (Paragraph("BodyText", (picture(),)),)}, template=template)

        assert file.xpath("//wp:docPr/@id") == ["8", "9"]

    def it_has_a_format_that_word_shows(self, built):
        with pytest.raises(ValueError, match="unknown kind of picture"):
            built(picture(extension="svg"))

    def it_makes_a_sound_file(self, built):
        assert lint(built(picture(), picture(extension="jpeg")).data) == []
