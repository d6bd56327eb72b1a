# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What Word, another program or a person may do to a file, at random places in it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

from tests.exchange.commenting import commented
from tests.exchange.returning import DOCUMENT, NOTES, W, elements, packed, paragraph, parts, run

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
UNSEEN = f"{W}del", f"{W}moveFrom", f"{{{COMPATIBILITY}}}Fallback"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BY = 'w:author="A. de Boer" w:date="2026-03-01T00:00:00Z"'

Edit = Callable[[Any, Random], None]


def word(chance: Random) -> str:
    """Return a word that is nowhere else."""
    return f"woord{chance.randrange(10**9)}"


def _paragraph(root: Any, chance: Random) -> Any:
    paragraphs = list(root.iter(f"{W}p"))
    return chance.choice(paragraphs) if paragraphs else etree.SubElement(root, f"{W}p")


def _body_paragraph(root: Any, chance: Random) -> Any:
    found = [each for each in root.iter(f"{W}p") if each.getparent().tag == f"{W}body"]
    return chance.choice(found) if found else _paragraph(root, chance)


def _run(root: Any, chance: Random) -> Any:
    runs = [each for each in root.iter(f"{W}r") if each.find(f"{W}t") is not None]
    return chance.choice(runs) if runs else etree.SubElement(_paragraph(root, chance), f"{W}r")


def _text(run_: Any) -> Any:
    found = run_.find(f"{W}t")
    return etree.SubElement(run_, f"{W}t") if found is None else found


def _add(root: Any, chance: Random, markup: str) -> None:
    """Put elements at some place among the children of a paragraph."""
    each = _paragraph(root, chance)
    first = 1 if len(each) and each[0].tag == f"{W}pPr" else 0
    at = chance.randint(first, len(each))
    for made in reversed(elements(markup)):
        each.insert(at, made)


# --- runs and words ------------------------------------------------------------------------------


def split_run(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    text = _text(each)
    value = text.text or ""
    at = chance.randrange(len(value) + 1)
    other = deepcopy(each)
    for made, part in ((each, value[:at]), (other, value[at:])):
        _text(made).text = part
        _text(made).set(SPACE, "preserve")
    each.addnext(other)
    kind = chance.choice(["spellStart", "spellEnd", "gramStart", "gramEnd"])
    each.addnext(elements(f'<w:proofErr w:type="{kind}"/><w:lastRenderedPageBreak/>')[0])
    each.set(f"{W}rsidR", "00AA00AA")


_MARKS = (
    *("* ", "[", "{{ ", "<b>", "# ", "| ", "- ", "1. ", "\\", "_", "> ", "`", "~~", "&amp;", "![", "[^"),
    *("]", "}}", "**", "](#", "{.liggend}", "[@", "https://", "-->", "=====", "\u2022 ", "\t", "\u200b"),
    *("<!-- ", "{lang=fr}", "]{.persoonsgegeven}", ":---", "+ ", "[x]: ", "\N{EN DASH} ", "  "),
)


def type_words(root: Any, chance: Random) -> None:
    text = _text(_run(root, chance))
    made = f"{chance.choice(_MARKS)}{word(chance)}{chance.choice(_MARKS)}{word(chance)}"
    text.text = f"{text.text or ''} {made} " if chance.random() < 0.7 else made
    text.set(SPACE, "preserve")


def type_inside_word(root: Any, chance: Random) -> None:
    text = _text(_run(root, chance))
    at = chance.randrange(len(text.text or "") + 1)
    text.text = f"{(text.text or '')[:at]}{word(chance)}{(text.text or '')[at:]}"


def delete_run(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    each.getparent().remove(each)


def change_looks(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    properties = each.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        each.insert(0, properties)
    looks = ["<w:b/>", "<w:i/>", '<w:b w:val="0"/>', '<w:lang w:val="fr-FR"/>', "<w:caps/>", "<w:vanish/>"]
    looks += ['<w:rStyle w:val="Weg"/>', '<w:vertAlign w:val="superscript"/>', "<w:strike/>"]
    properties.extend(elements(chance.choice(looks)))


def add_signs(root: Any, chance: Random) -> None:
    signs = ["<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:cr/>", "<w:noBreakHyphen/>"]
    signs += ['<w:sym w:font="Wingdings" w:char="F0B7"/>', '<w:ptab w:relativeTo="margin"/>']
    signs += ['<w:br w:type="column"/>', "<w:dayShort/>", "<w:separator/>", "<w:softHyphen/>"]
    _add(root, chance, f"<w:r>{chance.choice(signs)}<w:t>{word(chance)}</w:t></w:r>")


def wrap(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    kinds = ['smartTag w:element="x" w:uri="y"', 'hyperlink w:anchor="z"', 'customXml w:element="x"', "sdt"]
    kinds += ['bdo w:val="rtl"', 'dir w:val="rtl"', 'fldSimple w:instr=" REF x "']
    kind = chance.choice(kinds)
    [wrapper] = elements("<w:sdt><w:sdtContent/></w:sdt>" if kind == "sdt" else f"<w:{kind}/>")
    each.addprevious(wrapper)
    (wrapper[0] if kind == "sdt" else wrapper).append(each)


def bookmark(root: Any, chance: Random) -> None:
    id = chance.randrange(10**6)
    _add(root, chance, f'<w:bookmarkStart w:id="{id}" w:name="_Toc{id}"/>')
    _add(root, chance, f'<w:bookmarkEnd w:id="{id}"/><w:permStart w:id="{id}" w:edGrp="everyone"/>')


# --- paragraphs ----------------------------------------------------------------------------------

_STYLES = (
    *(
        "ListBullet",
        "ListNumber2",
        "Heading1",
        "Quote",
        "BodyText",
        "Bestaatniet",
        "Caption",
        "TOC1",
        "Kader",
    ),
    *("Tussenkop2", "Titel", "Title", "VorigJaar", "ListContinue", "FootnoteText", "Header"),
)


def add_paragraph(root: Any, chance: Random) -> None:
    style = f'<w:pStyle w:val="{chance.choice(_STYLES)}"/>'
    numbering = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>' if chance.random() < 0.3 else ""
    made = paragraph(run(word(chance)) + run(word(chance), "<w:b/>"), style + numbering)
    _paragraph(root, chance).addnext(elements(made)[0])


def delete_paragraph(root: Any, chance: Random) -> None:
    each = _body_paragraph(root, chance)
    if each.find(f"{W}pPr/{W}sectPr") is None and len(each.getparent()) > 1:
        each.getparent().remove(each)


def move_paragraph(root: Any, chance: Random) -> None:
    one, other = _body_paragraph(root, chance), _body_paragraph(root, chance)
    if one is not other:
        other.addnext(one)


def split_paragraph(root: Any, chance: Random) -> None:
    each = _paragraph(root, chance)
    other = deepcopy(each)
    at = chance.randint(0, len(each))
    for child in [child for child in each[at:] if child.tag != f"{W}pPr"]:
        each.remove(child)
    for child in [child for child in other[:at] if child.tag != f"{W}pPr"]:
        other.remove(child)
    each.addnext(other)


def join_paragraphs(root: Any, chance: Random) -> None:
    each = _paragraph(root, chance)
    following = each.getnext()
    if following is not None and following.tag == f"{W}p":
        each.extend([child for child in following if child.tag != f"{W}pPr"])
        following.getparent().remove(following)


def restyle_paragraph(root: Any, chance: Random) -> None:
    each = _paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        each.insert(0, properties)
    for old in properties.findall(f"{W}pStyle"):
        properties.remove(old)
    properties.insert(0, elements(f'<w:pStyle w:val="{chance.choice(_STYLES)}"/>')[0])
    if chance.random() < 0.3:
        properties.extend(elements('<w:framePr w:dropCap="drop" w:lines="2"/><w:outlineLvl w:val="2"/>'))


def bare(root: Any, chance: Random) -> None:
    each = _paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}sectPr") is None:
        each.remove(properties)


def new_section(root: Any, chance: Random) -> None:
    made = paragraph(run(word(chance)), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
    _body_paragraph(root, chance).addnext(elements(made)[0])


# --- tracked changes -----------------------------------------------------------------------------


def track(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    kind = chance.choice(["ins", "del", "moveTo", "moveFrom"])
    [wrapper] = elements(f'<w:{kind} w:id="{chance.randrange(10**6)}" {_BY}/>')
    each.addprevious(wrapper)
    wrapper.append(each)
    if kind in ("del", "moveFrom"):
        for text in each.iter(f"{W}t"):
            text.tag = f"{W}delText"


def track_move(root: Any, chance: Random) -> None:
    """Move the words of a run as Word does: marked in both places, with the ends of both ranges."""
    each = _run(root, chance)
    id = chance.randrange(10**6)
    copy = deepcopy(each)
    [gone] = elements(f'<w:moveFrom w:id="{id}" {_BY}/>')
    each.addprevious(elements(f'<w:moveFromRangeStart w:id="{id + 1}" w:name="move{id}" {_BY}/>')[0])
    each.addnext(elements(f'<w:moveFromRangeEnd w:id="{id + 1}"/>')[0])
    each.addprevious(gone)
    gone.append(each)
    if chance.random() < 0.5:
        for text in each.iter(f"{W}t"):
            text.tag = f"{W}delText"
    [come] = elements(f'<w:moveTo w:id="{id + 2}" {_BY}/>')
    come.append(copy)
    place = _paragraph(root, chance)
    place.extend(elements(f'<w:moveToRangeStart w:id="{id + 3}" w:name="move{id}" {_BY}/>'))
    place.append(come)
    place.extend(elements(f'<w:moveToRangeEnd w:id="{id + 3}"/>'))


def track_mark(root: Any, chance: Random) -> None:
    each = _paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        each.insert(0, properties)
    kind = chance.choice(["ins", "del", "moveFrom", "moveTo"])
    properties.extend(elements(f'<w:rPr><w:{kind} w:id="5" {_BY}/></w:rPr>'))


def track_looks(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    properties = each.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        each.insert(0, properties)
    properties.extend(elements(f'<w:b/><w:rPrChange w:id="6" {_BY}><w:rPr><w:i/></w:rPr></w:rPrChange>'))


def track_style(root: Any, chance: Random) -> None:
    restyle_paragraph(root, chance)
    each = _paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is not None:
        change = f'<w:pPrChange w:id="8" {_BY}><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr></w:pPrChange>'
        properties.extend(elements(change))


def track_row(root: Any, chance: Random) -> None:
    rows = list(root.iter(f"{W}tr"))
    if not rows:
        return
    row = chance.choice(rows)
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0, properties)
    properties.extend(elements(f'<w:{chance.choice(["ins", "del"])} w:id="9" {_BY}/>'))


def track_twice(root: Any, chance: Random) -> None:
    each = _run(root, chance)
    [outer] = elements(f'<w:ins w:id="10" {_BY}><w:del w:id="11" w:author="B"/></w:ins>')
    each.addprevious(outer)
    outer[0].append(each)
    for text in each.iter(f"{W}t"):
        text.tag = f"{W}delText"


# --- tables, boxes, equations, fields ------------------------------------------------------------


def add_table(root: Any, chance: Random) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run(word(chance)))}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{paragraph(run(word(chance)))}{inner}{paragraph('')}</w:tc><w:tc>{paragraph('')}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{paragraph(run(word(chance)))}</w:tc></w:tr></w:tbl>"
    _paragraph(root, chance).addnext(elements(table)[0])


def change_table(root: Any, chance: Random) -> None:
    cells = list(root.iter(f"{W}tc"))
    if not cells:
        return
    cell = chance.choice(cells)
    match chance.randrange(5):
        case 0 if len(cell.getparent().findall(f"{W}tc")) > 1:
            cell.getparent().remove(cell)
        case 1:
            cell.addnext(elements(f"<w:tc>{paragraph(run(word(chance)))}</w:tc>")[0])
        case 2:
            cell.getparent().addnext(elements(f"<w:tr><w:tc>{paragraph(run(word(chance)))}</w:tc></w:tr>")[0])
        case 3:
            kind = chance.choice(['<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])
            cell.insert(0, elements(f"<w:tcPr>{kind}</w:tcPr>")[0])
        case 4:
            cell.append(elements(paragraph(run(word(chance)), '<w:pStyle w:val="ListBullet"/>'))[0])


def add_box(root: Any, chance: Random) -> None:
    box = f"<w:txbxContent>{paragraph(run(word(chance)))}</w:txbxContent>"
    _paragraph(root, chance).extend(elements(f"<w:r><w:pict><w:textbox>{box}</w:textbox></w:pict></w:r>"))


def add_modern_box(root: Any, chance: Random) -> None:
    inside = f"<w:txbxContent>{paragraph(run(word(chance)))}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    _paragraph(root, chance).extend(
        elements(
            f'<w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="wps"><w:drawing>'
            f'<wps:wsp xmlns:wps="{shape}"><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><w:textbox>{inside}</w:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def add_equation(root: Any, chance: Random) -> None:
    made = f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{word(chance)}</m:t></m:r></m:oMath>'
    if chance.random() < 0.5:
        made = f'<m:oMathPara xmlns:m="{MATH}">{made}</m:oMathPara>'
    _paragraph(root, chance).append(etree.fromstring(made))


def cut_field(root: Any, chance: Random) -> None:
    kind = chance.choice(["begin", "separate", "end"])
    _add(root, chance, f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>')


def add_field(root: Any, chance: Random) -> None:
    codes = ["REF x", "PAGE", 'HYPERLINK "https://w.nl"', "TOC", "QUOTE", " FORMTEXT ", "INCLUDETEXT z"]
    code = chance.choice(codes)
    _add(
        root,
        chance,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(word(chance))}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def field_over_paragraphs(root: Any, chance: Random) -> None:
    """Put the beginning of a field in one paragraph and its end in a later one."""
    every = list(root.iter(f"{W}p"))
    one, other = sorted((_paragraph(root, chance), _paragraph(root, chance)), key=every.index)
    one.extend(
        elements(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(word(chance))}'
        )
    )
    other.extend(elements(f'{run(word(chance))}<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def add_note(root: Any, chance: Random) -> None:
    """Refer to a footnote that is there, twice, or to one that is not."""
    _add(root, chance, f'<w:r><w:footnoteReference w:id="{chance.choice([1, 2, 77])}"/></w:r>')


# --- controls ------------------------------------------------------------------------------------


def unlock(root: Any, chance: Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        control = chance.choice(controls)
        for each in list(control.find(f"{W}sdtContent")):
            control.addprevious(each)
        control.getparent().remove(control)


def delete_control(root: Any, chance: Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        control = chance.choice(controls)
        control.getparent().remove(control)


def copy_control(root: Any, chance: Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        _paragraph(root, chance).append(deepcopy(chance.choice(controls)))


def type_in_control(root: Any, chance: Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        type_inside_word(chance.choice(controls), chance)


def control_around(root: Any, chance: Random) -> None:
    """Put a control around a whole paragraph, as templates do."""
    each = _paragraph(root, chance)
    [control] = elements('<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent/></w:sdt>')
    each.addprevious(control)
    control[1].append(each)


def comment_nothing(root: Any, chance: Random) -> None:
    """Let a comment that does not exist go over paragraphs."""
    _paragraph(root, chance).insert(0, elements('<w:commentRangeStart w:id="3"/>')[0])
    _add(root, chance, '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>')


EDITS: tuple[Edit, ...] = (
    *(split_run, type_words, type_inside_word, delete_run, change_looks, add_signs, wrap, bookmark),
    *(add_paragraph, delete_paragraph, move_paragraph, split_paragraph, join_paragraphs, restyle_paragraph),
    *(bare, new_section, track, track_move, track_mark, track_looks, track_style, track_row, track_twice),
    *(add_table, change_table, add_box, add_modern_box, add_equation, cut_field, add_field),
    *(field_over_paragraphs, add_note, unlock, delete_control, copy_control, type_in_control),
    *(control_around, comment_nothing),
)


def edited_at_random(data: bytes, seed: int, count: int, edits: tuple[Edit, ...] = EDITS) -> bytes:
    """Return the file with so many edits, most of them in its body and some in its footnotes."""
    chance = Random(seed)
    members = parts(data)
    roots = {name: etree.fromstring(members[name]) for name in (DOCUMENT, NOTES)}
    for _ in range(count):
        story = roots[NOTES if chance.random() < 0.15 else DOCUMENT]
        if next(story.iter(f"{W}p"), None) is None:
            story = roots[DOCUMENT]
        chance.choice(edits)(story, chance)
    made = packed(members | {name: etree.tostring(root) for name, root in roots.items()})
    if chance.random() < 0.3:
        made = _commented(made, chance)
    return made


def _commented(data: bytes, chance: Random) -> bytes:
    root = etree.fromstring(parts(data)[DOCUMENT])
    texts = [text for each in root.iter(f"{W}t") if (text := each.text or "").strip()]
    words = chance.choice(texts or [""]).replace("\xa0", " ").split(" ")
    said = chance.choice(["Klopt dit -- echt?", "Zie <!-- en -->", "*Waarom* [hier]?", word(chance)])
    return commented(data, chance.choice(words), said.replace("<", "&lt;").replace(">", "&gt;"))
