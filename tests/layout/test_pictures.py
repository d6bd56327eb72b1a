# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from msgspec.structs import replace

from jvom.layout.engines import lay_out
from jvom.layout.pictures import with_fitting_pictures
from jvom.layout.result import Job
from jvom.layout.surroundings import Surroundings
from jvom.plan import Image, NewSection, Paragraph, paragraphs
from jvom.source import Span
from jvom.word.template import Template, read_template
from tests.layout.plans import chapter, small

MAP = Image(b"x", "png", 125.0, 50.0, "een kaart")
PICTURE = Paragraph("Afbeelding", (MAP,))


@pytest.fixture(scope="module")
def narrow(template: Template) -> Template:
    """The report's template with ten centimetres of text on its upright pages."""
    document = docx.Document(io.BytesIO(template.data))
    for section in document.sections:
        if section.orientation == WD_ORIENT.PORTRAIT:
            section.left_margin, section.right_margin = Cm(6), Cm(5)
    changed = io.BytesIO()
    document.save(changed)
    return read_template(changed.getvalue(), Span("rapport.docx"))


def sizes(job: Job) -> list[tuple[float, float]]:
    return [
        (round(inline.width, 1), round(inline.height, 1))
        for blocks in job.document.blocks.values()
        for paragraph in paragraphs(blocks)
        for inline in paragraph.content
        if isinstance(inline, Image)
    ]


class Describe_pictures:
    def they_are_left_alone_where_they_fit(self, template):
        job = Job(small(chapter(1), PICTURE), template)

        assert with_fitting_pictures(job) == job

    def they_are_no_wider_than_the_text(self, narrow):
        made = with_fitting_pictures(Job(small(chapter(1), PICTURE), narrow))

        assert sizes(made) == [(100.0, 40.0)]

    def they_may_be_wider_on_a_landscape_page(self, narrow):
        appendices = (PICTURE, NewSection(landscape=False), PICTURE, NewSection(landscape=True), PICTURE)

        made = with_fitting_pictures(Job(small(chapter(1), appendices=appendices), narrow))

        assert sizes(made) == [(125.0, 50.0), (100.0, 40.0), (125.0, 50.0)]

    def they_fit_in_the_word_file(self, narrow, project):
        image = next((project / "tests").rglob("*.png")).read_bytes()
        picture = replace(PICTURE, content=(replace(MAP, data=image),))

        laid = lay_out([Job(small(chapter(1), picture), narrow)], "estimate", Surroundings("", {}))

        (shape,) = docx.Document(io.BytesIO(laid.files["rapport"])).inline_shapes
        assert round(shape.width.mm) == 100
