# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word files as they come back from those who wrote in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

from jvom.exchange.arrival import Arrival
from jvom.exchange.importing import ImportedText, import_text
from jvom.exchange.origin import Origin, decode
from jvom.exchange.request import Request, plan_request
from jvom.exchange.text_files import TextFile, read_text_file
from jvom.model import Dossier, ImageFile
from jvom.reading.fragment import read_fragment
from jvom.reading.word.returned import ReturnedFile
from jvom.word.package import build
from jvom.word.template import Template, open_template
from tests.conftest import PROJECT
from tests.contents import basis
from tests.reading.pictures import png

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
DOCUMENT, NOTES, COMMENTS = "word/document.xml", "word/footnotes.xml", "word/comments.xml"
FRONT = "---\ntitle: Titel\nstatus: draft\n---\n\n"
TEXT = """## Over de missie

De missie begon in *Camp Union* met {{ deployed_total }} mensen. Zij duurt voort. Zie [](#untso).

- een;
- twee.

<!-- jvom: ignore[LNG001] zo heet het -->

Een **vet** woord, [@kst-29521-493] en een noot[^a].

[^a]: De noot.

| Kop | Getal |
| --- | ---: |
| vaartuig | 12 |

> Een citaat.
"""


@cache
def template() -> Template:
    return open_template(PROJECT / "templates" / "uitvraag.docx")


def exported(text: str, dossier: Dossier | None = None) -> bytes:
    """Return the Word file of a text, typed with or without front matter, as that of section unifil."""
    whole = text if text.startswith("---") else FRONT + text
    dossier = dossier or basis()
    fragment, problems = read_fragment("unifil", whole.encode(), "content/2025/rapport/unifil.md")
    assert [str(each.what) for each in problems] == []
    sections = tuple(fragment if each.id == "unifil" else each for each in dossier.sections)
    images = {
        "content/2025/rapport/kaart.png": ImageFile(data=png(60, 40), extension="png", width=60, height=40)
    }
    dossier = msgspec.structs.replace(dossier, sections=sections, images={**images, **dossier.images})
    asked = Request(fragment=fragment, raw=whole.encode(), section="rapport/unifil")
    document, _ = plan_request(dossier, "2025", asked, {"2.1.2": "untso", "bijlage 1": "rechtsbasis"})
    return build(document, template(), {})


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def edited(data: bytes, edit: Callable[[Any], None], part: str = DOCUMENT) -> bytes:
    """Return the file with a part changed in place."""
    members = parts(data)
    root = etree.fromstring(members[part])
    edit(root)
    return packed(members | {part: etree.tostring(root)})


def with_words(data: bytes, old: str, new: str, part: str = DOCUMENT) -> bytes:
    """Return the file in which somebody typed other words, in one run, without Word keeping track."""

    def edit(root: Any) -> None:
        there = [each for each in root.iter(f"{W}t") if old in (each.text or "").replace("\xa0", " ")]
        assert there, f"{old!r} is in no run"
        there[0].text = there[0].text.replace("\xa0", " ").replace(old, new)
        there[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return edited(data, edit, part)


def run(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def elements(markup: str) -> list[Any]:
    return list(etree.fromstring(f'<x xmlns:w="{WORD}">{markup}</x>'))


def paragraph_with(root: Any, words: str) -> Any:
    """Return the paragraph that has these words."""
    for each in root.iter(f"{W}p"):
        if words in "".join(run.text or "" for run in each.iter(f"{W}t")).replace("\xa0", " "):
            return each
    raise AssertionError(f"no paragraph with {words!r}")


def after(words: str, markup: str) -> Callable[[Any], None]:
    """Return an edit that puts paragraphs behind the one with these words."""

    def edit(root: Any) -> None:
        for each in reversed(elements(markup)):
            paragraph_with(root, words).addnext(each)

    return edit


def append(words: str, markup: str) -> Callable[[Any], None]:
    """Return an edit that puts runs at the end of the paragraph with these words."""

    def edit(root: Any) -> None:
        paragraph_with(root, words).extend(elements(markup))

    return edit


def origin_of(data: bytes) -> Origin:
    origin = decode(ReturnedFile(data, "terug.docx").origin)
    assert origin is not None
    return origin


def brought(data: bytes, **more: Any) -> tuple[ImportedText, TextFile]:
    """Return what was imported of a file, and what was sent."""
    file = ReturnedFile(data, "terug.docx")
    origin = origin_of(data)
    sent = read_text_file(origin.section, origin.text, "content/2025/rapport/unifil.md")
    more.setdefault("citations", {"Kamerstuk 29 521, nr. 493": "[@kst-29521-493]"})
    returned = file.read(origin.box, origin.last_year)
    arrival = Arrival(returned=returned, origin=origin, sent=sent, path="terug.docx", **more)
    return import_text(arrival), sent


def text_of(data: bytes, **more: Any) -> str:
    """Return the text that came home, without its front matter."""
    return brought(data, **more)[0].text.removeprefix(FRONT)


def notices(data: bytes, **more: Any) -> list[str]:
    return [str(each.what) for each in brought(data, **more)[0].notices]


def save(folder: Path, data: bytes, name: str = "2025-unifil-uitvraag.docx") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name
