# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever Word or a person did to a file: it comes home, and no word is lost unseen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from jvom.exchange.request import Request, plan_request
from jvom.reading.fragment import read_fragment
from jvom.reading.word.returned import ReturnedFile
from jvom.source import CannotRun
from jvom.word.package import build
from tests.documents.test_any_text import SOUND_TEXTS, SOUND_TITLES, dossier_of
from tests.exchange.returning import (
    DOCUMENT,
    NOTES,
    W,
    brought,
    edited,
    elements,
    exported,
    origin_of,
    paragraph,
    parts,
    run,
    template,
)
from tests.fuzzing import examples

TEXT = """## Over de missie

De missie begon in *Camp Union* met {{ deployed_total }} mensen. Zij duurt voort. Zie [](#untso).

### Een *term* in een kop

- een **vet** item;
- twee[^a]:
  - binnen;

  vervolg van twee;
- drie.

Een zin, [@kst-29521-493]. Tweede zin met [een link](https://www.defensie.nl). Derde zin\\
na een harde regel.

[^a]: De noot over iets.

    Nog een alinea.

| Kop | Getal |
| --- | ---: |
| vaartuig | 12 |
| vliegtuig | 7 |

> Een citaat van iemand.

1. eerst;
2. daarna.
"""

UNSEEN = f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
Edit = Callable[[Any, random.Random], None]


def word(chance: random.Random) -> str:
    return f"woord{chance.randrange(10**9)}"


def some_paragraph(root: Any, chance: random.Random) -> Any:
    return chance.choice(list(root.iter(f"{W}p")))


def some_run(root: Any, chance: random.Random) -> Any:
    runs = [each for each in root.iter(f"{W}r") if each.find(f"{W}t") is not None]
    return chance.choice(runs) if runs else None


def split_run(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is None:
        return
    text = each.find(f"{W}t")
    at = chance.randrange(len(text.text or "") + 1)
    properties = each.find(f"{W}rPr")
    [other] = elements(run((text.text or "")[at:].replace("&", "&amp;").replace("<", "&lt;")))
    if properties is not None:
        other.insert(0, etree.fromstring(etree.tostring(properties)))
    text.text = (text.text or "")[:at]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    each.addnext(other)
    each.addnext(elements('<w:proofErr w:type="spellStart"/>')[0])
    each.set(f"{W}rsidR", "00AA00AA")


def type_words(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is not None:
        text = each.find(f"{W}t")
        signs = ["* ", "[", "{{ ", "<b>", "# ", "| ", "- ", "1. ", "\\", "_", "> ", "`", "~~", "&amp;", "!["]
        text.text = (
            f"{text.text or ''} {chance.choice(signs)}{word(chance)}{chance.choice(signs)}{word(chance)} "
        )


def delete_run(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is not None:
        each.getparent().remove(each)


def delete_paragraph(root: Any, chance: random.Random) -> None:
    each = some_paragraph(root, chance)
    if each.getparent().tag == f"{W}body":
        each.getparent().remove(each)


def move_paragraph(root: Any, chance: random.Random) -> None:
    one, other = some_paragraph(root, chance), some_paragraph(root, chance)
    if one is not other and one.getparent().tag == other.getparent().tag == f"{W}body":
        other.addnext(one)


def track(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is None:
        return
    kind = chance.choice(["ins", "del", "moveTo", "moveFrom"])
    [wrapper] = elements(
        f'<w:{kind} w:id="{chance.randrange(10**6)}" w:author="A" w:date="2026-03-01T00:00:00Z"/>'
    )
    each.addprevious(wrapper)
    wrapper.append(each)
    if kind in ("del", "moveFrom"):
        for text in each.iter(f"{W}t"):
            text.tag = f"{W}delText"


def track_mark(root: Any, chance: random.Random) -> None:
    each = some_paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        each.insert(0, properties)
    kind = chance.choice(["ins", "del"])
    properties.extend(
        elements(f'<w:rPr><w:{kind} w:id="5" w:author="B" w:date="2026-03-01T00:00:00Z"/></w:rPr>')
    )


def track_looks(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is not None and each.find(f"{W}rPr") is None:
        [properties] = elements(
            '<w:rPr><w:b/><w:rPrChange w:id="6" w:author="C"><w:rPr/></w:rPrChange></w:rPr>'
        )
        each.insert(0, properties)


def add_paragraph(root: Any, chance: random.Random) -> None:
    styles = [
        "ListBullet",
        "ListNumber2",
        "Heading1",
        "Quote",
        "BodyText",
        "Bestaatniet",
        "Caption",
        "TOC1",
        "Kader",
    ]
    made = paragraph(
        run(word(chance)) + run(word(chance), "<w:b/>"), f'<w:pStyle w:val="{chance.choice(styles)}"/>'
    )
    some_paragraph(root, chance).addnext(elements(made)[0])


def add_table(root: Any, chance: random.Random) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run(word(chance)))}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{paragraph(run(word(chance)))}{inner}{paragraph('')}</w:tc><w:tc>{paragraph('')}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{paragraph(run(word(chance)))}</w:tc></w:tr></w:tbl>"
    some_paragraph(root, chance).addnext(elements(table)[0])


def add_box(root: Any, chance: random.Random) -> None:
    box = f"<w:txbxContent>{paragraph(run(word(chance)))}</w:txbxContent>"
    some_paragraph(root, chance).extend(elements(f"<w:r><w:pict><w:textbox>{box}</w:textbox></w:pict></w:r>"))


def add_equation(root: Any, chance: random.Random) -> None:
    made = etree.fromstring(f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{word(chance)}</m:t></m:r></m:oMath>')
    some_paragraph(root, chance).append(made)


def cut_field(root: Any, chance: random.Random) -> None:
    kind = chance.choice(["begin", "separate", "end"])
    some_paragraph(root, chance).extend(elements(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'))


def add_field(root: Any, chance: random.Random) -> None:
    code = chance.choice(["REF x", "PAGE", 'HYPERLINK "https://w.nl"', "TOC", "QUOTE"])
    some_paragraph(root, chance).extend(
        elements(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{code}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run(word(chance))}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    )


def unlock(root: Any, chance: random.Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        control = chance.choice(controls)
        for each in list(control.find(f"{W}sdtContent")):
            control.addprevious(each)
        control.getparent().remove(control)


def delete_control(root: Any, chance: random.Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        control = chance.choice(controls)
        control.getparent().remove(control)


def copy_control(root: Any, chance: random.Random) -> None:
    controls = list(root.iter(f"{W}sdt"))
    if controls:
        copy = etree.fromstring(etree.tostring(chance.choice(controls)))
        some_paragraph(root, chance).append(copy)


def bare(root: Any, chance: random.Random) -> None:
    each = some_paragraph(root, chance)
    properties = each.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}sectPr") is None:
        each.remove(properties)


def bookmark(root: Any, chance: random.Random) -> None:
    some_paragraph(root, chance).extend(
        elements('<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>')
    )


def comment(root: Any, chance: random.Random) -> None:
    some_paragraph(root, chance).insert(0, elements('<w:commentRangeStart w:id="3"/>')[0])
    some_paragraph(root, chance).extend(
        elements('<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>')
    )


def wrap(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is None:
        return
    kind = chance.choice(
        ['smartTag w:element="x" w:uri="y"', 'hyperlink w:anchor="z"', 'customXml w:element="x"']
    )
    [wrapper] = elements(f"<w:{kind}/>")
    each.addprevious(wrapper)
    wrapper.append(each)


def hide(root: Any, chance: random.Random) -> None:
    each = some_run(root, chance)
    if each is not None and each.find(f"{W}rPr") is None:
        each.insert(0, elements("<w:rPr><w:vanish/></w:rPr>")[0])


EDITS: list[Edit] = [
    *(split_run, type_words, delete_run, delete_paragraph, move_paragraph, track, track_mark, track_looks),
    *(add_paragraph, add_table, add_box, add_equation, cut_field, add_field, unlock, delete_control),
    *(copy_control, bare, bookmark, comment, wrap, hide),
]


def words(text: str) -> list[str]:
    plain = text.translate({0xA0: " ", 0x2011: "-", 0xAD: None, 0x2019: "'", 0x2018: "'"})
    return re.findall(r"\w+", plain.lower())


def body_words(data: bytes) -> set[str]:
    """Return the words of body and notes that are not deleted, those of each run apart."""
    found: set[str] = set()
    for part in (DOCUMENT, NOTES):
        for text in etree.fromstring(parts(data)[part]).iter(f"{W}t", f"{{{MATH}}}t"):
            if not any(above.tag in UNSEEN for above in text.iterancestors()):
                found |= set(words(text.text or ""))
    return found


def refuse_lost_words(data: bytes) -> None:
    """Raise AssertionError when a word of the file is neither in the text nor told."""
    try:
        made, _ = brought(data)
    except CannotRun:
        return
    origin = origin_of(data)
    notices = [str(each.what) for each in made.notices]
    printed = [mark.printed for mark in origin.marks]
    told = "".join(words(" ".join([made.text, *notices, *printed, *origin.box, origin.title])))
    assert {each for each in body_words(data) if each not in told} == set()
    _, problems = read_fragment("unifil", made.text.encode(), "x.md")
    assert [str(each.what) for each in problems] == []


class Describe_any_return:
    @given(st.integers(0, 2**32), st.integers(1, 8))
    @examples(34)
    def it_loses_no_word_unseen(self, seed, count):
        chance = random.Random(seed)

        def edit(root: Any) -> None:
            for _ in range(count):
                chance.choice(EDITS)(root, chance)

        refuse_lost_words(edited(exported(TEXT), edit))

    @pytest.mark.parametrize("one", EDITS, ids=lambda each: each.__name__)
    def it_does_after_each_kind_of_edit(self, one):
        for seed in range(5):
            refuse_lost_words(edited(exported(TEXT), partial(one, chance=random.Random(seed))))

    @given(st.integers(0, 2**32))
    @examples(5)
    def it_can_be_rejected_as_a_whole(self, seed):
        chance = random.Random(seed)
        data = exported(TEXT)

        def edit(root: Any) -> None:
            for _ in range(3):
                track(root, chance)

        file = ReturnedFile(edited(data, edit), "terug.docx")
        for change in file.changes():
            change.reject()
        # What was in the text before and is marked as inserted is gone when that is rejected: only no crash.
        assert file.read().words


class Describe_any_text_that_is_sent:
    @given(SOUND_TEXTS, SOUND_TITLES)
    @example("*a **b** c* [*w* x](https://w.nl) [**y** *z*{lang=nl}](https://w.nl)", "Titel")
    @example("> een\n>\n> twee\n\n> drie\n\n- a\n\n* b\n\n1. c\n", "Titel")
    @example("[a *b*]{.persoonsgegeven}[c]{.persoonsgegeven} **[d]{.persoonsgegeven}**", "Titel")
    @examples(17)
    def it_comes_home_with_every_byte(self, text, title):
        dossier, wrong = dossier_of({"brief": "T.", "nota": "## A\n\nT.", "inzet": text}, title)
        assume(not wrong)
        [fragment] = [each for each in dossier.sections if each.id == "inzet"]
        raw = f"---\ntitle: {title}\n---\n\n{text}".encode()
        document, _ = plan_request(
            dossier, "2025", Request(fragment=fragment, raw=raw, section="rapport/inzet"), {}
        )

        made, base = brought(build(document, template(), {}))

        assert made.text == base.text
        assert made.notices == ()
