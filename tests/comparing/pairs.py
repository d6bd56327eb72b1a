# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pairs of dossiers: one as it was, and one in which texts were rewritten, moved, dropped and added."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from jvom.comparing.redline import redline
from jvom.documents.dossier import documents
from jvom.layout.estimate import estimate
from jvom.model import Dossier, OutlineEntry
from jvom.plan import Document, Revisor
from jvom.word.package import build
from jvom.word.template import Template, open_template
from tests.conftest import PROJECT
from tests.contents import basis, fragment, with_data

REVISOR = Revisor("jvom", datetime(2026, 5, 20, 12, tzinfo=UTC))
SECTIONS = ("inzet", "unifil", "untso")
TITLES = {"unifil": "UNIFIL", "untso": "UNTSO"}

SENTENCES = st.sampled_from(
    [
        "De missie begon in 1948 op de Golan.",
        "De missie begon in 1978 in het zuiden van Libanon.",
        "Nederland levert {{ deployed_total }} militairen.",
        "Nederland leverde in 2025 ongeveer twaalf waarnemers.",
        "De *situational awareness* van de missie is **beter** geworden.",
        "Zie [](#rechtsbasis) en [](#untso).",
        "Het kabinet informeerde het parlement [@kst-29521-493].",
        "Dit kostte {{ expenditure }}; zie [de site](https://www.defensie.nl/missies).",
        "[Jan de Vries]{.persoonsgegeven} leidde het team.",
        "De veiligheid in het gebied nam af, zo meldt nr. 5.",
        "Er was geen sprake van verlenging.",
        "Waarom niet?",
        "Ja!",
    ]
)
NOTED = st.sampled_from(["", "", "", "[^een]", "[^twee]"])
NOTES = st.sampled_from(
    ["De kaders van het kabinet.", "De kaders van dit kabinet, met *een term*.", "Anders."]
)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return a block of a fragment."""
    line = " ".join(draw(st.lists(SENTENCES, min_size=1, max_size=4)))
    match draw(st.integers(0, 9)):
        case 0:
            return f"## {draw(st.sampled_from(['Over de missie', 'Militaire bijdrage', 'Vooruitblik']))}"
        case 1:
            items = draw(st.lists(SENTENCES, min_size=1, max_size=4))
            return "\n".join(f"- {item}" for item in items)
        case 2:
            items = draw(st.lists(SENTENCES, min_size=1, max_size=4))
            return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
        case 3:
            rows = draw(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=4))
            table = "\n".join(["| Kop | Tweede |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)])
            caption = draw(st.sampled_from(["", ": Inzet per jaar\n", ": Inzet per land\n"]))
            return f"{caption}{table}"
        case 4:
            return f"> {line}"
        case _:
            return f"{line}{draw(NOTED)}"


def otherwise_marked(text: str) -> str:
    """Return the same words with other marks: emphasis, the level of a heading, the kind of a list."""
    if text.startswith("## "):
        return f"#{text}"
    if text.startswith("- "):
        return re.sub("^- ", "1. ", text, flags=re.MULTILINE)
    if text.startswith("1. "):
        return re.sub(r"^\d+\. ", "- ", text, flags=re.MULTILINE)
    if text.startswith("> "):
        return text[2:]
    return text.replace("*situational awareness*", "**situational awareness**").replace(
        "**beter**", "*beter*"
    )


@st.composite
def edits(draw: Any, texts: list[str]) -> list[str]:
    """Return blocks made out of these: some kept, some gone, changed, moved or new."""
    edited: list[str] = []
    for text in texts:
        match draw(st.integers(0, 6)):
            case 0:
                continue
            case 1:
                edited.append(draw(blocks()))
            case 2 if re.match(r"\w[^.]*\. (?!\d)", text):  # a paragraph of sentences, and no list afterwards
                first, _, rest = text.partition(". ")
                edited.append(f"{rest} {first}.")
            case 3:
                edited += [text.replace("missie", "operatie").replace("De ", "Deze ", 1)]
            case 4:
                edited.append(otherwise_marked(text))
            case _:
                edited.append(text)
    if edited and draw(st.booleans()):
        moved = edited.pop(draw(st.integers(0, len(edited) - 1)))
        edited.insert(draw(st.integers(0, len(edited))), moved)
    return edited


def whole_text(texts: list[str], note: str) -> str:
    """Return the blocks as a fragment in which each note is called once and is there."""
    text = "\n\n".join(texts) or "Tekst."
    for mark in ("[^een]", "[^twee]"):
        before, called, after = text.partition(mark)
        if called:
            text = f"{before}{mark}{after.replace(mark, '')}\n\n{mark}: {note}"
    return text


class Texts(NamedTuple):
    """What a dossier says: its sections by id, its letter and nota, and more."""

    sections: dict[str, str]
    letter: str
    turned: bool = False
    subject: str = "Voortgang"
    nota: str = "Tekst."


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Texts, Texts]:
    """Return the texts of two dossiers; the outline of the second may have another order."""
    old, new = {}, {}
    for section in SECTIONS:
        was = draw(st.lists(blocks(), max_size=6))
        old[section] = whole_text(was, draw(NOTES))
        new[section] = whole_text(draw(edits(was)), draw(NOTES))
    letter = draw(st.lists(SENTENCES, min_size=1, max_size=3))
    changed = whole_text(draw(edits(letter)), "Noot.")
    subject = draw(st.sampled_from(["Voortgang", "Voortgang van 2026"]))
    nota = draw(st.lists(blocks(), min_size=1, max_size=5))
    advice = whole_text(draw(edits(nota)), draw(NOTES))
    return (
        Texts(old, "\n\n".join(letter), nota=whole_text(nota, draw(NOTES))),
        Texts(new, changed, draw(st.booleans()), subject, advice),
    )


def dossier(texts: Texts) -> Dossier:
    """Return the basis dossier with these texts."""
    made = basis()
    sections = tuple(
        fragment(each.id, texts.sections[each.id], TITLES.get(each.id, "Inzet"))
        if each.id in texts.sections
        else each
        for each in made.sections
    )
    others = {
        name: fragment(name, text, title="") for name, text in (("brief", texts.letter), ("nota", texts.nota))
    }
    made = replace(made, sections=sections, texts={**made.texts, **others})
    report = made.data.report
    assert report is not None
    outline = tuple(map(_turned, report.outline)) if texts.turned else report.outline
    return with_data(made, report={"outline": outline}, letter={"subject": texts.subject})


def _turned(entry: OutlineEntry) -> OutlineEntry:
    return replace(entry, sections=tuple(map(_turned, reversed(entry.sections))))


@cache
def template_named(name: str) -> Template:
    return open_template(PROJECT / "templates" / f"{name}.docx")


def without_contents(document: Document) -> Document:
    """Return the document without its table of contents, which is always the new one."""
    return replace(document, blocks={tag: each for tag, each in document.blocks.items() if tag != "inhoud"})


def built(document: Document) -> bytes:
    template = template_named(document.template)
    return build(document, template, estimate(document, template).pages)


class Three(NamedTuple):
    """A document as it was, as it is, and with its revisions."""

    old: bytes
    new: bytes
    revised: bytes


DOCUMENTS = ("brief-eerste-kamer", "nota", "rapport")


def revised_documents(old: Texts, new: Texts) -> dict[str, Three]:
    """Return a letter, the nota and the report of both dossiers, by name."""
    plans = [tuple(map(without_contents, documents(dossier(each), DOCUMENTS))) for each in (old, new)]
    return {
        after.file: Three(built(before), built(after), built(redline(before, after, REVISOR)))
        for before, after in zip(*plans, strict=True)
    }


_OLD = {
    "inzet": """De inzet begon met een lange zin over de kaders van het kabinet.[^een]

De tweede alinea gaat over [de site](https://www.defensie.nl/oud) en over wat de Kamer daarvan vond.

- een;
- twee;
- drie.

Een alinea die als geheel verdwijnt, met een noot.[^twee]

Dit was een gewone alinea van een zin.

[^een]: De kaders die het kabinet in 2024 stelde.

[^twee]: Deze noot verdwijnt mee.""",
    "unifil": """## Over de missie

Deze alinea verhuist in haar geheel naar het einde van dezelfde paragraaf, zonder een woord anders.

UNIFIL ziet toe op het staken van de vijandelijkheden. De missie begon in 1978.

1. eerst;
2. daarna;
3. ten slotte.

| Land | Aantal |
| --- | --- |
| Libanon | 10 |
| Syrië | 5 |""",
    "untso": """## Over de missie

UNTSO is de oudste missie van de Verenigde Naties en ziet toe op bestanden. Zie ook [](#unifil).

| Post | Waarnemers |
| --- | --- |
| Golan | acht militaire waarnemers |
| Tyrus | twee militaire waarnemers |""",
}
_NEW = {
    "inzet": """De inzet begon met een korte zin over de kaders van het kabinet.[^een]

De tweede alinea gaat over [de nieuwe site](https://www.defensie.nl/nieuw) en over wat de Kamer daarvan vond.

- een;
- twee en een half;
- drie;
- vier.

- Dit was een gewone alinea van een zin.[^drie]

[^een]: De kaders die het kabinet in 2025 stelde.

[^drie]: Deze noot is nieuw.""",
    "unifil": """## Over de missie

UNIFIL ziet toe op het staken van de vijandelijkheden. Het mandaat eindigt.

1. eerst;
2. ten slotte.

| Land | Aantal |
| --- | --- |
| Libanon | 12 |
| Jordanië | 1 |

Deze alinea verhuist in haar geheel naar het einde van dezelfde paragraaf, zonder een woord anders.""",
    "untso": """## Over de missie en haar taak

UNTSO is de oudste missie van de Verenigde Naties en ziet daar toe op bestanden. Zie ook [](#unifil).

| Post | Waarnemers |
| --- | --- |
| Golan | negen militaire waarnemers |
| Tyrus | twee militaire waarnemers |
| Naqoura | een waarnemer |""",
}
_OLD_NOTA = """## Aanleiding

Op Verantwoordingsdag ontvangen de Kamers de rapportage.[^kaders]

## Kernpunten

- Het eerste punt gaat over de *situational awareness* van de missie;
- het tweede punt gaat over geld.

[^kaders]: Met de kaders van het kabinet."""
_NEW_NOTA = """## Aanleiding

Op Verantwoordingsdag krijgen de Kamers de rapportage.[^kaders]

### Kernpunten

- Het eerste punt gaat over de **situational awareness** van de missie;
- het derde punt is nieuw;
- het tweede punt gaat over geld.

[^kaders]: Met de *frameworks* van dit kabinet."""

REWRITTEN = (
    Texts(_OLD, "Hierbij bieden wij het rapport aan.", nota=_OLD_NOTA),
    Texts(
        _NEW, "Hierbij zenden wij u het rapport.", turned=True, subject="Voortgang van 2026", nota=_NEW_NOTA
    ),
)
"""Two dossiers between which nearly everything happened that can."""
