# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Short reports to lay out, and a dossier's report with sections removed or repeated."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import UTC, datetime
from random import Random
from typing import TypeAlias

from msgspec.structs import replace

from jvom.plan import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Inline,
    NumberReference,
    Paragraph,
    Properties,
    Run,
)

PROPERTIES = Properties(
    title="Jaarlijkse rapportage", subject="Proef", created=datetime(2026, 5, 20, 12, tzinfo=UTC)
)


def chapter(number: int, text: str = "Een hoofdstuk") -> Paragraph:
    return Paragraph(
        "Heading1", (Run(text),), heading=1, number=f"{number}.", bookmark=f"_Ref_hoofdstuk_{number}"
    )


def section(number: str, text: str = "Een paragraaf") -> Paragraph:
    return Paragraph(
        "Heading2",
        (Run(text),),
        heading=2,
        number=f"{number}.",
        bookmark=f"_Ref_paragraaf_{number.replace('.', '_')}",
    )


def annex(number: int, text: str = "Een bijlage") -> Paragraph:
    return Paragraph(
        "KopBijlage", (Run(text),), heading=1, number=f"Bijlage {number}", bookmark=f"_Ref_bijlage_{number}"
    )


def lines(count: int, style: str = "BodyText") -> Paragraph:
    """Return a paragraph of exactly that many lines in the report: words too long for two on a line."""
    return Paragraph(style, (Run(" ".join(["0123456789" * 4] * count)),))


def small(*blocks: Block, appendices: tuple[Block, ...] = ()) -> Document:
    """Return a short report of the blocks, with all numbered headings in its contents."""
    titles: dict[str, tuple[Inline, ...]] = {
        tag: (Run(text),)
        for tag, text in (
            ("woordmerk", "Ministerie van Proeven"),
            ("titel", "Jaarlijkse rapportage"),
            ("ondertitel", "over een jaar"),
            ("datum", "20 mei 2026"),
            ("koptekst", "Jaarlijkse rapportage 2025"),
        )
    }
    return Document(
        file="rapport",
        template="rapport",
        properties=PROPERTIES,
        text={**titles, "concept": ()},
        blocks={
            "afkortingen": (),
            "inhoud": (_contents((*blocks, *appendices)),),
            "rapport": blocks,
            "bijlagen": appendices,
        },
    )


def _contents(blocks: tuple[Block, ...]) -> Contents:
    return Contents(
        Paragraph("TOCHeading", (Run("Inhoud"),)),
        tuple(
            ContentsEntry(
                level=4 if block.style == "KopBijlage" else block.heading,
                number=block.number,
                text=tuple(inline for inline in block.content if isinstance(inline, Run)),
                bookmark=block.bookmark,
            )
            for block in blocks
            if isinstance(block, Paragraph) and block.bookmark
        ),
    )


def variants(report: Document) -> Iterator[tuple[str, Document]]:
    """Yield variants, like reports of other years: with parts left out, repeated or reordered."""
    parts = _parts(report.blocks["rapport"])
    groups = _groups(parts)
    longest = max(groups, key=len)
    yield "het rapport over 2025", report
    yield "elke tweede paragraaf", _with(report, parts[::2])
    yield (
        "zonder het langste deel",
        _with(report, _joined(*(each for each in groups if each != longest))),
    )
    yield "paragrafen in omgekeerde volgorde", _with(report, _joined(groups[0], *groups[:0:-1]))
    yield "twee keer zo lang", _with(report, parts * 2)
    yield "zonder afkortingen", replace(report, blocks={**report.blocks, "afkortingen": ()})
    yield "zonder voetnoten", _with(report, tuple(tuple(map(_without_notes, part)) for part in parts))
    yield "vijf keer zo lang", _with(report, parts * 5)
    yield "alinea's over de paragrafen verdeeld", _dealt(report, seed=1)
    yield "alinea's anders verdeeld", _dealt(report, seed=2)
    yield "alinea's twee aan twee", _paired(report)


_Part: TypeAlias = tuple[Block, ...]


def _joined(*groups: tuple[_Part, ...]) -> tuple[_Part, ...]:
    return tuple(part for group in groups for part in group)


def _groups(parts: tuple[_Part, ...]) -> list[tuple[_Part, ...]]:
    """Return the sections with those below them, down to the second level."""
    found: list[list[_Part]] = []
    for part in parts:
        first = part[0]
        if isinstance(first, Paragraph) and first.heading == 2:
            found.append([])
        if not found:
            found.append([])
        found[-1].append(part)
    return list(map(tuple, found))


def _parts(blocks: tuple[Block, ...]) -> tuple[_Part, ...]:
    """Return the sections, each with only one numbered heading."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.bookmark:
            found.append([])
        found[-1].append(block)
    return tuple(map(tuple, found))


def _with(report: Document, parts: tuple[_Part, ...]) -> Document:
    """Return the report with these sections, headings numbered as in Word, and bookmarks unique."""
    seen: dict[str, int] = {}
    counts = [0, 0, 0]
    blocks: list[Block] = []
    for block in (block for part in parts for block in part):
        if isinstance(block, Paragraph) and block.bookmark:
            times = seen[block.bookmark] = seen.get(block.bookmark, 0) + 1
            counts[block.heading - 1] += 1
            counts[block.heading :] = [0] * (3 - block.heading)
            block = replace(
                block,
                bookmark=block.bookmark + (f"_{times}" if times > 1 else ""),
                number="".join(f"{count}." for count in counts[: block.heading]),
            )
        blocks.append(block)
    whole = (*blocks, *report.blocks["bijlagen"])
    present = {block.bookmark for block in whole if isinstance(block, Paragraph)}
    made = tuple(_linked(block, present) for block in whole)
    blocks = list(made[: len(blocks)])
    return replace(
        report,
        blocks={
            **report.blocks,
            "inhoud": (_contents(made),),
            "rapport": tuple(blocks),
            "bijlagen": made[len(blocks) :],
        },
    )


def _linked(block: Block, present: Container[str]) -> Block:
    """Return a block in which references to sections that are left out are words: no field finds them."""
    if not isinstance(block, Paragraph):
        return block
    content = tuple(
        Run(inline.text) if isinstance(inline, NumberReference) and inline.bookmark not in present else inline
        for inline in block.content
    )
    return replace(block, content=content)


def _dealt(report: Document, seed: int) -> Document:
    """Return the report with its plain paragraphs in another order."""
    blocks = report.blocks["rapport"]
    plain = [block for block in blocks if _is_plain(block)]
    Random(seed).shuffle(plain)
    left = iter(plain)
    dealt = tuple(next(left) if _is_plain(block) else block for block in blocks)
    return replace(report, blocks={**report.blocks, "rapport": dealt})


def _paired(report: Document) -> Document:
    """Return the report with plain paragraphs joined in pairs, so that lines break elsewhere."""
    made: list[Block] = []
    for block in report.blocks["rapport"]:
        last = made[-1] if made else None
        if (
            isinstance(block, Paragraph)
            and isinstance(last, Paragraph)
            and _is_plain(block)
            and _is_plain(last)
        ):
            made[-1] = replace(last, style="Pair", content=(*last.content, Run(" "), *block.content))
        else:
            made.append(block)
    paired = tuple(
        replace(block, style="BodyText") if isinstance(block, Paragraph) and block.style == "Pair" else block
        for block in made
    )
    return replace(report, blocks={**report.blocks, "rapport": paired})


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style == "BodyText"


def _without_notes(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(
        block, content=tuple(inline for inline in block.content if type(inline).__name__ != "Note")
    )
