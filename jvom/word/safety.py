# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a stranger's Word file is safe to open, judged before python-docx sees it.

It must be a zip of a reasonable size, with well-formed XML without a DTD, whose parts are sound
(:mod:`jvom.word.soundness`); nothing in it may run, load from outside or ask (:mod:`jvom.word.part_kinds`,
:mod:`jvom.word.fields_and_links`), or be a tracked change, which carries its author's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from jvom.messages import msg
from jvom.ooxml import content_types, relationships
from jvom.ooxml.archive import SAVE_ANEW, damaged, unpack
from jvom.ooxml.content_types import WORDPROCESSING, read_content_types
from jvom.ooxml.names import NAMESPACES, STRICT, qnames
from jvom.ooxml.package import parse_part
from jvom.ooxml.relationships import OFFICE, Relationship, read_relationships, rels_part, source_of
from jvom.pictures import UnfitPictureError, strip_picture
from jvom.source import CannotRun, Problem, Span
from jvom.word.fields_and_links import problems_with_content
from jvom.word.part_kinds import DROPPED, KEPT, description
from jvom.word.soundness import faults

WHAT = msg("het sjabloon")
"""How messages call the file."""

_MAIN = f"{OFFICE}officeDocument"
_KINDS = {
    f"{OFFICE}{kind}": f"{WORDPROCESSING}{kind}+xml"
    for kind in ("footer", "footnotes", "header", "numbering", "settings", "styles")
}
"""The types of the parts that jvom reads or fills, by the relationship that leads to each."""
# The parts of the package itself: their root, and the attributes that each element below it must have
# (ECMA-376-2, 10.1.2.2 and 9.3.2.2).
_SKELETON: dict[str, dict[str, tuple[str, ...]]] = {
    content_types.ROOT: {
        content_types.DEFAULT: ("Extension", "ContentType"),
        content_types.OVERRIDE: ("PartName", "ContentType"),
    },
    relationships.ROOT: {relationships.RELATIONSHIP: ("Id", "Type", "Target")},
}

# Told as what they are, whether they are in the file or outside.
_REFUSED_OUTSIDE = frozenset("aFChunk subDocument control package oleObject".split())
# The relationships that a part uses: all attributes of this namespace are ids of relationships.
_USED = etree.XPath("//@r:*[. != '']", namespaces={"r": NAMESPACES["r"]})
_NOTE_REFERENCES = qnames("w:footnoteReference w:endnoteReference")
_CHANGES = qnames("w:ins w:del w:moveFrom w:moveTo w:pPrChange w:rPrChange w:tblPrChange w:sectPrChange")


def safe_parts(data: bytes, span: Span) -> tuple[str, dict[str, etree._Element]]:
    """Return the name of the main part of the file and the root of each part that is XML, by name.

    `span` says where the bytes come from. Raises CannotRun with all problems of the stage it reached: the
    archive, the XML, the package, the content.
    """
    members = unpack(data, span, WHAT)
    roots, types = _parsed(members, span)
    problems = list(_package_problems(roots, types, span)) or [
        *_content_problems(roots, span),
        *problems_with_content(roots, span),
        *faults(roots, span),
        *_picture_problems(members, types, span),
    ]
    if problems:
        raise CannotRun(problems)
    main = _main_relationship(roots)
    return ("" if main is None else main.part), roots


# --- the parts -----------------------------------------------------------------------------------


def _parsed(members: Mapping[str, bytes], span: Span) -> tuple[dict[str, etree._Element], dict[str, str]]:
    """Parse every part that is XML; return their roots and the content type of every part."""
    problems: list[Problem] = []
    roots: dict[str, etree._Element] = {}

    def parse(part: str) -> None:
        try:
            roots[part] = parse_part(members[part], part, span)
        except CannotRun as error:
            problems.extend(error.problems)

    if content_types.PART in members:
        parse(content_types.PART)
    types = read_content_types(roots.get(content_types.PART), members)
    for part in sorted(members):
        if part != content_types.PART and (
            part.endswith((".xml", ".rels")) or types.get(part, "").endswith("xml")
        ):
            parse(part)
    if problems:
        raise CannotRun(problems)
    return roots, types


def _package_problems(
    roots: Mapping[str, etree._Element], types: Mapping[str, str], span: Span
) -> Iterator[Problem]:
    """Judge the parts and their relationships: a complete Word document, which loads nothing from outside."""
    main = _main_relationship(roots)
    main_type = "" if main is None else types.get(main.part, "")
    if main is None or main_type != content_types.MAIN:
        if main is not None and "macroEnabled" in main_type:
            yield _active(span, main.part)
        elif any(each.type.startswith(STRICT) for each in _relationships("", roots)):
            yield Problem(span, msg("het sjabloon is in «Strict Open XML» opgeslagen"), SAVE_ANEW)
        else:
            yield Problem(span, msg("het sjabloon is geen Word-document"), SAVE_ANEW)
    for part in sorted(each for each in roots if each.endswith((".rels", content_types.PART))):
        if not _is_whole(roots[part]):
            yield damaged(span, msg("onderdeel «{part}» is beschadigd", part=part))
    yield from _dangling(roots, span)
    for rels in sorted(each for each in roots if each.endswith(".rels")):
        for each in read_relationships(roots[rels], source_of(rels)):
            if each.external and each.kind not in _REFUSED_OUTSIDE:
                if each.kind != "hyperlink":
                    yield _external(span, each.kind, each.target)
            elif each.type not in KEPT | DROPPED and not each.type.startswith(STRICT):
                yield Problem(
                    span,
                    msg(
                        "onderdeel «{part}» hoort niet in een sjabloon: het is {what}",
                        part=each.target,
                        what=description(each.kind),
                    ),
                    msg("haal het weg en sla het sjabloon op als .docx zonder macro's"),
                )
            elif each.part not in types:
                yield damaged(
                    span, msg("onderdeel «{part}» ontbreekt, al wordt ernaar verwezen", part=each.target)
                )
            elif types[each.part] != _KINDS.get(each.type, types[each.part]):
                # A header that is no header by its type would be left unfilled.
                yield damaged(
                    span,
                    msg("onderdeel «{part}» heeft een ander type dan zijn relatie", part=each.target),
                )
    for part, kind in sorted(types.items()):
        if "macroEnabled" in kind or "vbaProject" in kind or "activeX" in kind:
            yield _active(span, part)


def _is_whole(root: etree._Element) -> bool:
    """Tell whether a part of the package itself is complete, with no relationship twice."""
    wanted = _SKELETON.get(str(root.tag), {})
    entries = list(root.iterchildren("*"))
    ids = [entry.get("Id") for entry in entries if entry.tag == relationships.RELATIONSHIP]
    return len(set(ids)) == len(ids) and all(
        entry.tag in wanted and all(map(entry.get, wanted[str(entry.tag)])) for entry in entries
    )


def _dangling(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Yield a problem for each relationship that a part uses and lacks: Word does not open such a file."""
    for part, root in sorted(roots.items()):
        used = set(map(str, cast("list[str]", _USED(root))))
        there = {each.id for each in _relationships(part, roots)} if used else set()
        for id_ in sorted(used - there):
            yield damaged(
                span, msg("onderdeel «{part}» mist zijn relatie «{relation}»", part=part, relation=id_)
            )


def _content_problems(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Judge the content: comments can be removed, but tracked changes must be decided on first.

    Notes of the template itself would be numbered among those of the document.
    """
    for part, root in sorted(roots.items()):
        if any(True for _ in root.iter(*_CHANGES)):
            yield Problem(
                span,
                msg("onderdeel «{part}» heeft bijgehouden wijzigingen", part=part),
                msg("accepteer of negeer ze in Word (Controleren, Accepteren)"),
            )
        if any(True for _ in root.iter(*_NOTE_REFERENCES)):
            yield Problem(
                span,
                msg("onderdeel «{part}» heeft een voetnoot of eindnoot", part=part),
                msg("zet de tekst van de noot in het sjabloon zelf, of haal de noot weg"),
            )


def _picture_problems(
    members: Mapping[str, bytes], types: Mapping[str, str], span: Span
) -> Iterator[Problem]:
    """Judge the pictures: kinds other than PNG and JPEG may contain programs, or names of people."""
    for part, kind in sorted(types.items()):
        if kind.startswith("image/"):
            try:
                strip_picture(members[part])
            except UnfitPictureError as error:
                what = msg(
                    "de afbeelding «{part}» is niet te gebruiken: {reason}", part=part, reason=error.reason
                )
                yield Problem(span, what, error.advice)


def _active(span: Span, part: str) -> Problem:
    return Problem(
        span,
        msg("onderdeel «{part}» is een macro of een besturingselement", part=part),
        msg("haal het weg en sla het sjabloon op als .docx zonder macro's"),
    )


def _external(span: Span, kind: str, target: str) -> Problem:
    if kind == "attachedTemplate":
        return Problem(
            span,
            msg("aan het sjabloon hangt een ander sjabloon: {target}", target=target),
            msg("maak dat sjabloon in Word los (Ontwikkelaars, Documentsjabloon, Normal)"),
        )
    return Problem(
        span,
        msg("het sjabloon laadt iets van buiten ({kind}): {target}", kind=kind, target=target),
        msg("voeg het in het sjabloon in of haal het weg (Bestand, Koppelingen naar bestanden bewerken)"),
    )


# --- relationships -------------------------------------------------------------------------------


def _relationships(source: str, roots: Mapping[str, etree._Element]) -> list[Relationship]:
    return read_relationships(roots.get(rels_part(source)), source)


def _main_relationship(roots: Mapping[str, etree._Element]) -> Relationship | None:
    found = [each for each in _relationships("", roots) if each.type == _MAIN]
    return found[0] if len(found) == 1 else None


def related(source: str, roots: Mapping[str, etree._Element], *kinds: str) -> list[str]:
    """Return the names of the parts that `source` has a relationship of these kinds to, in order."""
    wanted = {f"{OFFICE}{kind}" for kind in kinds}
    found = {each.part for each in _relationships(source, roots) if each.type in wanted}
    return sorted(found & roots.keys())
