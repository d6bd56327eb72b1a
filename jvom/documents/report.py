# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The report: cover, abbreviations, contents, chapters, appendices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from jvom import plan
from jvom.documents import own_texts
from jvom.documents.bookmarks import bookmark_of
from jvom.documents.content import STYLES, Writer, draft_margin
from jvom.documents.document_type import DocumentType, Variant
from jvom.documents.orientation import Turns, joined
from jvom.documents.properties import properties
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.lists import join
from jvom.dutch.typography import typeset
from jvom.model import Abbreviation, Dossier, Report
from jvom.resolving.abbreviations import used_abbreviations
from jvom.resolving.numbering import Section

CONTRACT = plan.Contract(
    template="rapport",
    text=("woordmerk", "titel", "ondertitel", "datum", "koptekst", "concept"),
    blocks=("afkortingen", "legenda", "inhoud", "rapport", "bijlagen"),
    later_blocks=("nog-te-leveren", "lijsten"),
    styles=(
        *STYLES, "Heading1", "Heading2", "Heading3", "KopBijlage", "KopZonderNummer", "TOCHeading", "TOC1",
        "TOC2", "TOC3", "TOC4",
        "Afkortingentabel", "Afkorting", "AfkortingVoluit", "TabeltekstBijVolgende",
    ),
    later_text=("rubricering",),
    later_pictures=("embleem",),
)  # fmt: skip

_OWED = ("outline", "draft")
"""The status of texts whose owners have still to deliver them."""

APPENDIX_ENTRY = 4
"""The level of appendices in the contents: their wide numbers need an indent of their own."""


def _report(dossier: Dossier, variant: Variant) -> tuple[plan.Document, ...]:
    data = dossier.data.report
    if data is None:
        return ()
    margin = draft_margin(dossier, variant, REPORT.kind)
    writer = Writer(dossier, variant.public, margin, with_sources=variant.with_sources)
    chapters = [section for section in writer.sections if not section.appendix]
    appendices = [section for section in writer.sections if section.appendix]
    body = joined(block for section in chapters for block in _section(writer, section))
    annexes = tuple(block for section in appendices for block in _appendix(writer, section))
    if margin:
        body = margin.begin(body)
    cover = {
        "woordmerk": writer.words(dossier.data.ministry.name),
        "titel": writer.words(data.title),
        "ondertitel": writer.words(data.subtitle),
        "datum": writer.date(data.date),
        "koptekst": writer.words(f"{dossier.data.title} {dossier.data.year}"),
        "rubricering": writer.words(dossier.data.classification_of(data)),
        "concept": writer.words("CONCEPT" if variant.draft else ""),
    }
    used = used_abbreviations(_lines(cover, body + annexes), dossier.glossary)
    document = plan.Document(
        file=REPORT.kind,
        template=CONTRACT.template,
        properties=properties(dossier.data, f"{data.title} {data.subtitle}".strip(), data.date, "Rapport"),
        text=cover,
        blocks={
            "nog-te-leveren": _owed(writer) if margin else (),
            "afkortingen": _abbreviations(writer, used),
            "inhoud": (_contents(writer),),
            "lijsten": _lists(data, body + annexes),
            "rapport": body,
            "bijlagen": annexes,
        },
    )
    return (document,)


def _lists(report: Report, blocks: tuple[plan.Block, ...]) -> tuple[plan.Block, ...]:
    if not report.lists:
        return ()
    from jvom.documents.captions import caption_lists

    return tuple(caption_lists(report.lists, blocks))


def _owed(writer: Writer) -> tuple[plan.Block, ...]:
    """Return the titles of the sections that are still to be delivered, on a line for those who owe them."""
    owed: dict[tuple[str, ...], list[plan.Run]] = {}
    for section in writer.sections:
        fragment = section.fragment
        if fragment.front.status in _OWED:
            titles = owed.setdefault(fragment.owners, [])
            titles += [plan.Run("; ")] if titles else []
            titles += _plain(writer.inlines(fragment.title, fragment))
    if not owed:
        return ()
    content = list(writer.words("Nog te leveren"))
    for owners, titles in owed.items():
        who = join(owners) if owners else "zonder eigenaar"
        content += [plan.LineBreak(), *writer.words(f"{who}: "), *titles]
    return (plan.Paragraph("NogTeLeveren", tuple(content)),)


def _plain(content: tuple[plan.Inline, ...]) -> tuple[plan.Run, ...]:
    return tuple(inline for inline in content if isinstance(inline, plan.Run))


def _section(writer: Writer, section: Section) -> tuple[plan.Block, ...]:
    heading = plan.Paragraph(
        style=f"Heading{section.level}",
        content=writer.title(section.fragment),
        heading=section.level,
        number=f"{section.number}.",
        bookmark=bookmark_of(section.fragment.id),
        source=writer.source(section.fragment.front.at.value("title")),
    )
    turns = Turns(section.fragment, always=section.landscape)
    upright = (plan.NewSection(False),) if section.landscape else ()
    return *turns.begin(), heading, *writer.blocks(section.fragment, section.level, turns), *upright


def _appendix(writer: Writer, section: Section) -> tuple[plan.Block, ...]:
    heading = plan.Paragraph(
        style="KopBijlage",
        content=writer.title(section.fragment),
        heading=1,
        number=f"{own_texts.APPENDIX} {section.number}",
        bookmark=bookmark_of(section.fragment.id),
        source=writer.source(section.fragment.front.at.value("title")),
    )
    turns = Turns(section.fragment, always=section.landscape)
    begun = plan.NewSection(turns.landscape)
    return begun, heading, *writer.blocks(section.fragment, section.level, turns)


def _contents(writer: Writer) -> plan.Contents:
    return plan.Contents(
        heading=plan.Paragraph("TOCHeading", writer.words(own_texts.CONTENTS)),
        entries=tuple(
            plan.ContentsEntry(
                level=APPENDIX_ENTRY if section.appendix else section.level,
                number=f"{own_texts.APPENDIX} {section.number}" if section.appendix else f"{section.number}.",
                text=_plain(writer.inlines(section.fragment.title, section.fragment)),
                bookmark=bookmark_of(section.fragment.id),
            )
            for section in writer.sections
        ),
    )


def _abbreviations(writer: Writer, used: tuple[Abbreviation, ...]) -> tuple[plan.Block, ...]:
    if not used:
        return ()
    heading = plan.Paragraph("KopZonderNummer", writer.words(own_texts.ABBREVIATIONS), heading=1)
    # Neither the first row nor the last is alone on a page.
    together = (0, len(used) - 2) if len(used) > 1 else ()
    table = plan.Table(
        style="Afkortingentabel",
        widths=(0.22, 0.78),
        header=(tuple(_cell("Tabelkop", writer.words(each)) for each in own_texts.ABBREVIATION_HEADS),),
        rows=tuple(
            (
                _cell("Afkorting", writer.words(entry.abbreviation), keep_next=place in together),
                _cell("AfkortingVoluit", _expansion(writer, entry), keep_next=place in together),
            )
            for place, entry in enumerate(used)
        ),
        title="Afkortingen",
        description="Tabel met de afkortingen van dit rapport en hun betekenis.",
    )
    return heading, table


def _expansion(writer: Writer, entry: Abbreviation) -> tuple[plan.Inline, ...]:
    if entry.language == "nl":
        return writer.words(entry.expansion)
    return (plan.Run(typeset(entry.expansion), language=entry.language),)


def _cell(style: str, content: tuple[plan.Inline, ...], *, keep_next: bool = False) -> plan.Cell:
    return plan.Cell((plan.Paragraph(style, content, keep_next=keep_next),))


def _lines(fields: Mapping[str, tuple[plan.Inline, ...]], blocks: tuple[plan.Block, ...]) -> Iterator[str]:
    """Yield the words of each field, paragraph and footnote, with plain spaces."""
    written = chain.from_iterable(map(plan.with_notes, plan.paragraphs(blocks)))
    for content in chain(fields.values(), written):
        yield plan.plain_text(content).replace(NO_BREAK_SPACE, " ")


def _needs(dossier: Dossier) -> tuple[str, ...]:
    data = dossier.data.report
    if data is None:
        return ()
    found = ["rubricering"] if dossier.data.classification_of(data) else []
    return (*found, *(["lijsten"] if data.lists else []))


REPORT = DocumentType(kind="rapport", contract=CONTRACT, plans=_report, needs=_needs)
