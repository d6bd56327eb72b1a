# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever an officer types either builds into a Word file that lint accepts, or is refused in its place."""

from __future__ import annotations

from functools import cache

import msgspec
from hypothesis import assume, example, given
from hypothesis import strategies as st

from jvom.documents.dossier import documents
from jvom.layout.estimate import estimate
from jvom.model import Dossier, ImageFile
from jvom.plan import Document
from jvom.reading.fragment import read_fragment
from jvom.resolving.integrity import problems
from jvom.text import Picture, walk_blocks
from jvom.word.package import build
from jvom.word.template import Template, open_template
from tests.conftest import PROJECT
from tests.contents import basis
from tests.fuzzing import examples
from tests.reading.pictures import png
from tests.word.lint import lint

MANDATES = "| a | b | c | d | e |\n|-|-|-|-|-|\n| {{ mandates }} |"
RIGHT = st.sampled_from(
    [
        "a", "De missie", "20 mei 2026", "nr. 5", "\"", "'", "é😀", "*term*", "*t*{lang=fr}", "**sterk**",
        "&amp;", "\\<", "[](#untso)", "[](#unifil,untso)", "[](#unifil..untso)", "[](#rechtsbasis)",
        "[@kst-29521-493]", "[@kst-29521-493; @kst-29521-510, datum]", "{{ deployed_total }}",
        "{{ expenditure }}", "[naam]{.persoonsgegeven}", '[a]{.gelakt grond="5.2"}', "{.gelakt} ",
        "[*w* x](https://w.nl/?a=1&b=2)", "<https://w.nl>",
        "  \n", "\n", "VN", "EU", "\xa0", "\u200b", "]]>",
    ]
)  # fmt: skip
MARKS = st.sampled_from(["[^n]", "[^m]"])
WRONG = st.sampled_from(["[](#weg)", "[@weg]", "{{ weg }}", "<b>", "`c`"])


def lines(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=1, max_size=5).map(" ".join)


def blocks(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    line = lines(words)
    return st.one_of(
        line,
        line.map("## {}".format),
        line.map("### {}".format),
        line.map("- {}".format),
        line.map("1. een\n   - twee\n\n     {}\n2. drie".format),
        line.map("> {}".format),
        st.builds("| {} | b |\n| --- | --- |\n| c | {} |".format, line, line),
        line.map("![{}](kaart.png)".format),
        st.just('![kaart](kaart.png "Kaart")'),
        st.just(MANDATES),
        st.just("<!-- jvom: ignore[A] b -->"),
    )


def with_notes(text: str, note: str) -> str:
    """Return the text with the notes that it refers to, each referred to once."""
    for mark in ("[^n]", "[^m]"):
        before, called, after = text.partition(mark)
        if called:
            text = f"{before}{mark}{after.replace(mark, 'x')}\n\n{mark}: Noot {note}\n\n    Nog een."
    return text


ANY = RIGHT | MARKS | WRONG
NOTES = lines(ANY).map("[^n]: {}\n\n    Nog een.".format) | lines(ANY).map("[^m]: {}".format)
TEXTS = st.lists(blocks(ANY) | NOTES | st.just("# fout"), max_size=6).map("\n\n".join)
SOUND_TEXTS = st.builds(
    with_notes, st.lists(blocks(RIGHT | MARKS), max_size=6).map("\n\n".join), lines(RIGHT)
)
SOUND_TITLES = st.sampled_from(["Titel", "'De *term* van {{ council }}'", '"A & B <c>"'])
TITLES = SOUND_TITLES | st.just("'[](#untso)'")


@cache
def template_named(name: str) -> Template:
    return open_template(PROJECT / "templates" / f"{name}.docx")


def lint_of(document: Document) -> list[str]:
    """Return the faults in the Word file of a document."""
    template = template_named(document.template)
    return [str(message) for message in lint(build(document, template, estimate(document, template).pages))]


def dossier_of(places: dict[str, str], title: str) -> tuple[Dossier, list[str]]:
    """Return the basis dossier with other texts, and the place of everything that is wrong with it."""
    dossier = basis()
    wrong: list[str] = []
    images: dict[str, ImageFile] = {}

    def read(id: str, path: str, text: str):
        fragment, found = read_fragment(id, text.encode(), path)
        wrong.extend(str(problem.span) for problem in found)
        if any(isinstance(inline, Picture) for inline in walk_blocks(fragment.blocks)):
            folder = path.rpartition("/")[0]
            images[f"{folder}/kaart.png"] = ImageFile(data=png(9, 9), extension="png", width=9.0, height=9.0)
        return fragment

    sections = tuple(
        read(s.id, f"content/2025/rapport/{s.id}.md", f"---\ntitle: {title}\n---\n\n{places[s.id]}")
        if s.id in places
        else s
        for s in dossier.sections
    )
    dossier = msgspec.structs.replace(
        dossier,
        texts={kind: read(kind, f"content/2025/{kind}.md", places[kind]) for kind in ("brief", "nota")},
        sections=sections,
        images=images,
    )
    wrong += [str(problem.span) for problem in problems(dossier)]
    return dossier, wrong


class Describe_any_text:
    @given(
        st.fixed_dictionaries(
            {"brief": TEXTS, "nota": TEXTS, "inzet": TEXTS, "unifil": TEXTS, "rechtsbasis": TEXTS}
        ),
        TITLES,
    )
    @example(dict.fromkeys(("brief", "nota", "inzet", "unifil", "rechtsbasis"), MANDATES), "Titel")
    @examples(25)
    def it_builds_or_is_refused_in_its_place(self, places, title):
        dossier, wrong = dossier_of(places, title)

        if wrong:
            assert {place.partition("/")[0] for place in wrong} == {"content"}
            assert {place.count(":") for place in wrong} == {2}
            return
        for document in documents(dossier, draft=True):
            assert lint_of(document) == []

    @given(SOUND_TEXTS, SOUND_TITLES)
    @examples(50)
    def it_builds_when_nothing_is_wrong_with_it(self, text, title):
        quiet = {"brief": "Tekst.", "nota": "## Aanleiding\n\nTekst.", "inzet": text}

        dossier, wrong = dossier_of(quiet, title)
        assume(not wrong)  # which refuses to go on when hardly any text builds

        for document in documents(dossier, only=("rapport",)):
            assert lint_of(document) == []
