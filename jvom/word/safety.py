# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a Word file from a stranger is safe to open, judged before python-docx sees it.

It must be a zip of a bearable size and well-formed XML without a DTD; nothing in it may run, load something
from outside, or hold changes with their makers' names.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from jvom.archive import (
    RELATIONSHIP,
    SAVE_ANEW,
    damaged,
    parse_part,
    relationships_of,
    target_of,
    unpack,
)
from jvom.messages import msg
from jvom.pictures import UnfitPictureError, stripped
from jvom.source import CannotRun, Problem, Span
from jvom.word.markup import NAMESPACES, name

WHAT = msg("het sjabloon")
"""How messages call the file."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = _OFFICE + "officeDocument"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = {
    f"{_OFFICE}{kind}": f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("footer", "footnotes", "header", "numbering", "settings", "styles")
}
"""The types of the parts that jvom reads or fills, by the relationship that leads to each."""
_CONTENT_TYPES = "[Content_Types].xml"
_TYPES_LIST = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# What the parts of the package itself are made of: their root, and what each element below it must say
# (ECMA-376-2, 10.1.2.2 and 9.3.2.2).
_SKELETON: dict[str, dict[str, tuple[str, ...]]] = {
    f"{_TYPES_LIST}Types": {
        f"{_TYPES_LIST}Default": ("Extension", "ContentType"),
        f"{_TYPES_LIST}Override": ("PartName", "ContentType"),
    },
    f"{RELATIONSHIP}s": {RELATIONSHIP: ("Id", "Type", "Target")},
}

# Relationships to what runs, or to what Word reads in as if it were the document.
_ACTIVE = tuple(
    f"/{kind}"
    for kind in (
        "vbaProject wordVbaData control activeXControlBinary aFChunk subDocument keyMapCustomizations"
    ).split()
)
_PLAIN_EXTERNAL = (_OFFICE + "hyperlink",)
_LOADING_FIELDS = frozenset(
    "DATABASE DDE DDEAUTO IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT LINK MACROBUTTON".split()
)
# The relationships that a part uses; other attributes of this namespace there are none.
_USED = etree.XPath("//@r:*[. != '']", namespaces={"r": NAMESPACES["r"]})
_CHANGES = tuple(
    name(f"w:{local}")
    for local in "ins del moveFrom moveTo pPrChange rPrChange tblPrChange sectPrChange".split()
)


def safe_parts(data: bytes, span: Span) -> tuple[str, dict[str, etree._Element]]:
    """Return the name of the main part of the file and the root of each part that is XML, by name.

    `span` says where the bytes come from. Raises CannotRun with all problems of the stage that it got to:
    the archive, the XML, the package, what stands in it.
    """
    members = unpack(data, span, WHAT)
    roots, types = _parsed(members, span)
    problems = list(_package_problems(roots, types, span)) or [
        *_content_problems(roots, span),
        *_picture_problems(members, types, span),
    ]
    if problems:
        raise CannotRun(problems)
    return _target(_main_relation(roots), ""), roots


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

    if _CONTENT_TYPES in members:
        parse(_CONTENT_TYPES)
    types = _types(roots.get(_CONTENT_TYPES), members)
    for part in sorted(members):
        if part != _CONTENT_TYPES and (
            part.endswith((".xml", ".rels")) or types.get(part, "").endswith("xml")
        ):
            parse(part)
    if problems:
        raise CannotRun(problems)
    return roots, types


def _types(root: etree._Element | None, members: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of each part that the list of types has one for."""
    named: dict[str, str] = {}
    by_extension: dict[str, str] = {}
    for entry in () if root is None else root:
        if entry.get("PartName"):
            named[entry.get("PartName", "").lower()] = entry.get("ContentType", "")
        elif entry.get("Extension"):
            by_extension[entry.get("Extension", "").lower()] = entry.get("ContentType", "")
    found = {}
    for part in members:
        extension = posixpath.splitext(part)[1][1:].lower()
        kind = named.get(f"/{part}".lower(), by_extension.get(extension))
        if kind is not None:
            found[part] = kind
    return found


def _package_problems(
    roots: Mapping[str, etree._Element], types: Mapping[str, str], span: Span
) -> Iterator[Problem]:
    """Judge the parts and their relationships: is this a Word document, whole, and does it load nothing."""
    relation = _main_relation(roots)
    if relation is None or types.get(_target(relation, "")) != _MAIN_TYPE:
        kind = "" if relation is None else types.get(_target(relation, ""), "")
        if "macroEnabled" in kind:
            yield _active(span, _target(relation, ""))
        elif any(each.get("Type", "").startswith(_STRICT) for each in _relations("_rels/.rels", roots)):
            yield Problem(span, msg("het sjabloon is in «Strict Open XML» opgeslagen"), SAVE_ANEW)
        else:
            yield Problem(span, msg("het sjabloon is geen Word-document"), SAVE_ANEW)
    for part in sorted(each for each in roots if each.endswith((".rels", _CONTENT_TYPES))):
        if not _is_whole(roots[part]):
            yield damaged(span, msg("onderdeel «{part}» is beschadigd", part=part))
    yield from _loose_ends(roots, span)
    for rels in sorted(each for each in roots if each.endswith(".rels")):
        source = posixpath.join(posixpath.dirname(posixpath.dirname(rels)), posixpath.basename(rels)[:-5])
        for relation in _relations(rels, roots):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if kind.endswith(_ACTIVE):
                yield _active(span, target)
            elif relation.get("TargetMode") == "External":
                if kind not in _PLAIN_EXTERNAL:
                    yield _external(span, kind.rpartition("/")[2], target)
            elif _target(relation, source) not in types:
                yield damaged(
                    span, msg("onderdeel «{part}» ontbreekt, al wordt ernaar verwezen", part=target)
                )
            elif types[_target(relation, source)] != _KINDS.get(kind, types[_target(relation, source)]):
                # What is no header to the one that fills it stays as it is in the template.
                yield damaged(
                    span, msg("onderdeel «{part}» heeft een ander type dan zijn relatie", part=target)
                )
    for part, kind in sorted(types.items()):
        if "macroEnabled" in kind or "vbaProject" in kind or "activeX" in kind:
            yield _active(span, part)


def _is_whole(root: etree._Element) -> bool:
    """Tell whether a part of the package itself says all that it must, and no relationship twice."""
    wanted = _SKELETON.get(str(root.tag), {})
    entries = list(root.iterchildren("*"))
    ids = [entry.get("Id") for entry in entries if entry.tag == RELATIONSHIP]
    return len(set(ids)) == len(ids) and all(
        entry.tag in wanted and all(map(entry.get, wanted[str(entry.tag)])) for entry in entries
    )


def _loose_ends(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Yield a problem for each relationship that a part uses and does not have: Word opens no such file."""
    for part, root in sorted(roots.items()):
        used = set(map(str, cast("list[str]", _USED(root))))
        there = {each.get("Id") for each in _relations(relationships_of(part), roots)} if used else set()
        for id_ in sorted(used - there):
            yield damaged(
                span, msg("onderdeel «{part}» mist zijn relatie «{relation}»", part=part, relation=id_)
            )


def _content_problems(roots: Mapping[str, etree._Element], span: Span) -> Iterator[Problem]:
    """Judge what stands in the parts: remarks of people may go, their changes must be decided on first."""
    for part, root in sorted(roots.items()):
        if any(True for _ in root.iter(*_CHANGES)):
            yield Problem(
                span,
                msg("onderdeel «{part}» heeft bijgehouden wijzigingen", part=part),
                msg("accepteer of negeer ze in Word (Controleren, Accepteren)"),
            )
        for code in sorted(_field_codes(root) & _LOADING_FIELDS):
            yield Problem(
                span,
                msg(
                    "onderdeel «{part}» heeft een veld {code}, dat iets van buiten haalt of start",
                    part=part,
                    code=code,
                ),
                msg("haal het veld weg of zet het om in tekst (Ctrl+Shift+F9)"),
            )


def _picture_problems(
    members: Mapping[str, bytes], types: Mapping[str, str], span: Span
) -> Iterator[Problem]:
    """Judge the pictures: kinds other than PNG and JPEG may hold programs, or names that stay in them."""
    for part, kind in sorted(types.items()):
        if kind.startswith("image/"):
            try:
                stripped(members[part])
            except UnfitPictureError as error:
                what = msg(
                    "de afbeelding «{part}» is niet te gebruiken: {reason}", part=part, reason=error.reason
                )
                yield Problem(span, what, error.advice)


def _field_codes(root: etree._Element) -> set[str]:
    """Return the first word of each field; runs may divide a field's instruction, so they are joined."""
    instructions = [field.get(name("w:instr"), "") for field in root.iter(name("w:fldSimple"))]
    written = ""
    for element in root.iter(name("w:instrText"), name("w:fldChar")):
        if element.tag == name("w:instrText"):
            written += element.text or ""
        else:
            instructions.append(written)
            written = ""
    return {words[0].upper() for instruction in instructions if (words := instruction.split())}


def _active(span: Span, part: str) -> Problem:
    return Problem(
        span,
        msg("onderdeel «{part}» is een macro, een besturingselement of ingevoegd bestand", part=part),
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


def _relations(rels: str, roots: Mapping[str, etree._Element]) -> list[etree._Element]:
    return list(roots[rels].iter(RELATIONSHIP)) if rels in roots else []


def _main_relation(roots: Mapping[str, etree._Element]) -> etree._Element | None:
    found = [each for each in _relations("_rels/.rels", roots) if each.get("Type") == _MAIN]
    return found[0] if len(found) == 1 else None


def _target(relation: etree._Element | None, source: str) -> str:
    """Return the name of the part that an internal relationship of the part `source` leads to."""
    return target_of("" if relation is None else relation.get("Target", ""), source)


def related(source: str, roots: Mapping[str, etree._Element], *kinds: str) -> list[str]:
    """Return the names of the parts that `source` has a relationship of these kinds to, in order."""
    rels = relationships_of(source)
    wanted = tuple(_OFFICE + kind for kind in kinds)
    found = {_target(each, source) for each in _relations(rels, roots) if each.get("Type") in wanted}
    return sorted(found & roots.keys())
