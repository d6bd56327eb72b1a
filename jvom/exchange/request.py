# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Word file that requests a text from its owner: what is asked on top, the text below."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom import plan
from jvom.documents.content import STYLES, Writer
from jvom.documents.locked import LockedWriter, Source
from jvom.documents.orientation import Turns
from jvom.documents.properties import properties
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.dates import write_date
from jvom.dutch.lists import join
from jvom.exchange.markdown import typed_mark
from jvom.exchange.origin import Mark, Origin, encode
from jvom.exchange.pieces import look_of
from jvom.kinds import KINDS
from jvom.model import Dossier, Fragment, image_path
from jvom.text import NoteMark, Picture, Remark, walk_blocks
from jvom.years.planning import delivery_day, due_day

CONTRACT = plan.Contract(
    template="uitvraag",
    text=("woordmerk", "titel"),
    blocks=("kader", "tekst", "vorig-jaar"),
    styles=(*STYLES, "Kader", "Kaderkop", "Toelichting", "VorigJaar"),
)

ENDING = "uitvraag"
"""How the names of the files end."""

_ASKED = {
    "outline": "Schrijf deze tekst.",
    "draft": "Vul deze tekst aan en werk hem bij.",
    "review": "Lees deze tekst na en verbeter wat niet klopt.",
    "final": "Kijk of deze tekst nog klopt.",
}
_HOW = (
    "Schrijf onder dit kader, in dit bestand. Word houdt uw wijzigingen bij. Stuur het bestand terug onder "
    "dezelfde naam."
)
_LOCKED = (
    "Cijfers, bronnen en verwijzingen liggen vast. Klopt er een niet, zet er dan een opmerking bij. Een zin "
    "met zo'n veld mag weg."
)
END_OF_BOX = "Wat boven deze regel staat, leest jvom niet terug."
LAST_YEAR = "Ter vergelijking: de tekst van {year}. Wat hieronder staat, leest jvom niet terug."


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a text: `fragment` is the text and `raw` its file; `section` its path without suffix.

    In a report, `number` is its number, and the pages of a `landscape` text are turned. `headings` are those
    that an empty text gets, each with what belongs under it; `findings` go beside the text as comments, as
    its own remarks do; `last_year` is the same text in the earlier dossier.
    """

    fragment: Fragment
    raw: bytes
    section: str
    number: str = ""
    landscape: bool = False
    headings: tuple[tuple[str, str], ...] = ()
    findings: tuple[Remark, ...] = ()
    last_year: tuple[Dossier, Fragment] | None = None


def file_name(dossier: str, section: str) -> str:
    """Return "2026-nmi-uitvraag.docx": letters and digits of ASCII alone, which survive mail.

    All names of a dossier differ, also when a section is called "nota".
    """
    folder, _, name = section.rpartition("/")
    if folder and name in {kind.name for kind in KINDS}:
        name = f"{folder}-{name}"
    return f"{dossier}-{name}-{ENDING}.docx"


def plan_request(
    dossier: Dossier, id: str, request: Request, sections: dict[str, str]
) -> tuple[plan.Document, Origin]:
    """Return the plan of the Word file, and the origin that it carries.

    `id` is the dossier's, `sections` are as in `Origin`.
    """
    fragment = _with_findings(request)
    writer = LockedWriter(dossier)
    title = writer.title(fragment)
    turns = Turns(fragment, always=request.landscape)
    text: tuple[plan.Block, ...] = (*turns.begin(), *writer.blocks(fragment, turns=turns))
    own: list[str] = []
    if not fragment.blocks:
        text = _headings(request.headings, own)
    box = _box(dossier, request)
    own += [plan.plain_text(each.content) for each in box]
    last_year = _last_year(request)
    origin = Origin(
        dossier=id,
        section=request.section,
        text=request.raw.decode("utf-8"),
        marks=tuple(_mark(fragment, lock.source, lock.printed) for lock in writer.locks),
        notes=_notes_in_order(fragment),
        pictures=_pictures(dossier, fragment),
        sections=sections,
        box=tuple(own),
        last_year=tuple(plan.plain_text(each.content) for each in plan.paragraphs(last_year)),
        offered=() if fragment.blocks else tuple(heading for heading, _ in request.headings),
        comments=tuple(dict.fromkeys(_comments((plan.Paragraph("", title), *text)))),
        title=plan.plain_text(title),
    )
    data = dossier.data
    named = plan.plain_text(title) or request.section
    document = plan.Document(
        file=file_name(id, request.section).removesuffix(".docx"),
        template=CONTRACT.template,
        properties=properties(data, f"{named} ({data.short} {data.year})", data.presentation_date),
        text={"woordmerk": typeset_words(data.ministry.name), "titel": title},
        blocks={"kader": box, "tekst": text, "vorig-jaar": last_year},
        tracked=True,
        data=encode(origin),
    )
    return document, origin


def _with_findings(request: Request) -> Fragment:
    return msgspec.structs.replace(request.fragment, remarks=(*request.fragment.remarks, *request.findings))


def _box(dossier: Dossier, request: Request) -> tuple[plan.Paragraph, ...]:
    fragment, data = request.fragment, dossier.data
    where = f"Paragraaf {request.number}" if request.number else "Deze tekst"
    if request.number.startswith("bijlage"):
        where = request.number.capitalize()
    lines = [f"{where} van: {data.title} {data.year}.", _ASKED[fragment.front.status]]
    if fragment.owners:
        lines.append(f"Gevraagd aan: {join([_name(dossier, owner) for owner in fragment.owners])}.")
    planning = data.planning
    due = due_day(planning, fragment) or planning.review or delivery_day(planning, fragment)
    if due is not None:
        lines.append(f"Uiterlijk terug op: {write_date(due)}.")
    lines += [_HOW, _LOCKED, END_OF_BOX]
    return (
        plan.Paragraph("Kaderkop", typeset_words("Wat wordt gevraagd")),
        *(plan.Paragraph("Kader", typeset_words(line)) for line in lines),
    )


def _name(dossier: Dossier, owner: str) -> str:
    for each in dossier.owners.owners if dossier.owners else ():
        if each.id == owner:
            return f"{each.name} ({each.id})"
    return owner


def _headings(headings: tuple[tuple[str, str], ...], own: list[str]) -> tuple[plan.Block, ...]:
    """Return the fixed headings of a text that is still empty; what belongs under each is no part of it."""
    made: list[plan.Block] = []
    for heading, belongs in headings:
        made.append(plan.Paragraph("Tussenkop2", typeset_words(heading), heading=2))
        if belongs:
            own.append(belongs)
            made.append(plan.Paragraph("Toelichting", typeset_words(belongs)))
        made.append(plan.Paragraph("BodyText", ()))
    return tuple(made) or (plan.Paragraph("BodyText", ()),)


def _last_year(request: Request) -> tuple[plan.Block, ...]:
    if request.last_year is None:
        return ()
    dossier, fragment = request.last_year
    said = LAST_YEAR.format(year=dossier.data.year)
    lines = _grey_lines(Writer(dossier).blocks(fragment))
    return (
        plan.Paragraph("Kaderkop", typeset_words(said)),
        *(plan.Paragraph("VorigJaar", (line,)) for line in lines if line.text),
    )


def _grey_lines(blocks: tuple[plan.Block, ...]) -> Iterator[plan.Run]:
    """Yield blocks a line each: headings in bold, items with what is before them, rows with bars in them.

    They are plain words, in a style of their own, so that nobody takes them for the text itself.
    """
    counts: dict[int, int] = {}
    for block in blocks:
        match block:
            case plan.Table(header=header, rows=rows):
                for row in (*header, *rows):
                    cells = (plan.plain_text(each.content) for cell in row for each in cell.paragraphs)
                    yield plan.Run(" | ".join(cells))
            case plan.Paragraph(content=content, heading=heading, style=style, sequence=sequence):
                before = "\N{BULLET}\N{NO-BREAK SPACE}" if style.startswith("ListBullet") else ""
                if sequence is not None and style.startswith("ListNumber"):
                    counts[sequence.id] = counts.get(sequence.id, sequence.start - 1) + 1
                    before = f"{counts[sequence.id]}.\N{NO-BREAK SPACE}"
                words = plan.plain_text(content)
                yield plan.Run(before + words if words else "", "Strong" if heading else "")


def _mark(fragment: Fragment, source: Source, printed: str) -> Mark:
    typed = typed_mark(source)
    look = look_of(fragment, source)
    return Mark(typed, printed.replace("\N{SOFT HYPHEN}", ""), look.address, look.bold, look.language)


def _notes_in_order(fragment: Fragment) -> tuple[str, ...]:
    """Return the labels of the notes in the order in which Word numbers them."""
    inlines = walk_blocks(fragment.blocks)
    return tuple(each.label for each in inlines if isinstance(each, NoteMark))


def _comments(blocks: tuple[plan.Block, ...]) -> Iterator[str]:
    """Yield the text of the comments in blocks, notes included: remarks of the text and of data files."""

    def inside(content: tuple[plan.Inline, ...]) -> Iterator[str]:
        for inline in content:
            match inline:
                case plan.CommentStart(comment=comment):
                    yield comment.text
                case plan.Locked(content=locked):
                    yield from inside(locked)
                case plan.Note(paragraphs=paragraphs):
                    yield from _comments(paragraphs)

    for paragraph in plan.paragraphs(blocks):
        yield from inside(paragraph.content)


def _pictures(dossier: Dossier, fragment: Fragment) -> dict[str, str]:
    from hashlib import sha256

    found = {}
    for each in walk_blocks(fragment.blocks):
        if isinstance(each, Picture):
            data = dossier.images[image_path(fragment, each)].data
            found[sha256(data).hexdigest()] = each.path
    return found
