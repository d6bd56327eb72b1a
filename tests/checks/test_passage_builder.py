# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.passages import (
    BLANK,
    Passage,
)
from jvom.checks.fixes import apply_fixes
from jvom.checks.printing import PlainPrinter
from jvom.checks.replacements import replace
from jvom.checks.views import DossierView, dossier_view
from jvom.findings import CheckedFile, Finding, Severity
from jvom.messages import msg
from jvom.settings import Settings
from tests.checks.examples import BASE
from tests.checks.reading import passage, passages
from tests.contents import read_dossier


def source(of: Passage, words: str) -> str:
    """Return what the source has at the place of `words` in a passage."""
    start = of.text.index(words)
    return CheckedFile("", "tekst", "", of.lines).text_at(of.span(start, start + len(words)))


class Describe_a_passage:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("een *situational awareness* hier", "een situational awareness hier"),
            ("twee\nregels", "twee regels"),
            ("een **sterk** woord", "een sterk woord"),
            ("zie [de site](https://www.defensie.nl) daar", "zie de site daar"),
            ("[A. de Vries]{.persoonsgegeven} belt", "A. de Vries belt"),
            ("de \\*ster\\* &amp; meer", "de *ster* & meer"),
            ("de missie[^a] gaat\n\n[^a]: Een noot.", "de missie gaat"),
        ],
    )
    def it_reads_as_printed(self, typed, printed):
        assert passages(typed)[0].text == printed

    @pytest.mark.parametrize(
        ("typed", "words", "found"),
        [
            ("aa bb cc", "bb", "bb"),
            ("aa *bb cc* dd", "cc", "cc"),
            ("aa *bb cc* dd", "dd", "dd"),
            ("aa bb\ncc dd", "bb cc", "bb\ncc"),
            ("> aa bb\n> cc dd", "cc", "cc"),
            ("- aa bb\n  cc dd", "cc", "cc"),
            ("| aa | bb |\n| --- | --- |\n| cc | dd |", "aa", "aa"),
            ("aa \\* bb &amp; cc &#38; dd", "bb & cc", "bb &amp; cc"),
            ("aa \\* bb &amp; cc &#38; dd", "dd", "dd"),
            ("aa &eacute;&eacute;n bb", "één", "&eacute;&eacute;n"),
            ("aa [bb](https://cc.nl) dd", "bb", "bb"),
            ("aa [bb]{.persoonsgegeven} dd", "dd", "dd"),
        ],
    )
    def it_knows_where_its_words_were_typed(self, typed, words, found):
        assert source(passages(typed)[0], words) == found

    def it_knows_what_each_part_is(self):
        read = passage("aa *bb*{lang=fr} **cc** [dd](https://ee.nl) [ff]{.persoonsgegeven} {{ gg }} [](#hh)")

        shown = [
            (read.text[part.start : part.end], part.kind, part.style.language, part.style.address)
            for part in read.segments
            if read.text[part.start : part.end].strip()
        ]
        assert shown == [
            ("aa ", "words", "", ""),
            ("bb", "words", "fr", ""),
            ("cc", "words", "", ""),
            ("dd", "words", "", "https://ee.nl"),
            ("ff", "words", "", ""),
            ("gg", "figure", "", ""),
            ("paragraaf hh", "reference", "", ""),
        ]
        assert [part.style.strong for part in read.segments if part.style.strong] == [True]
        assert [part.text for part in read.segments if part.style.withheld] == ["ff"]

    def it_shows_the_dutch_that_was_typed(self):
        read = passage("aa *bb* {{ cc }} dd")

        assert read.dutch == f"aa {BLANK * 2} {BLANK * 2} dd"
        assert read.typed == f"aa bb {BLANK * 2} dd"
        assert read.is_dutch(0, 3)
        assert not read.is_dutch(0, 4)

    def it_offers_a_fix_for_plain_words(self):
        fix = replace(passage("aa bb cc"), 3, 5, "x")

        assert fix is not None
        assert (fix.edits[0].span.column, fix.edits[0].span.end_column) == (4, 6)

    @pytest.mark.parametrize(
        ("typed", "start", "end"),
        [("aa *bb* cc", 0, 5), ("aa {{ bb }} cc", 3, 5), ("aa[^n]bb\n\n[^n]: Noot.", 1, 3)],
    )
    def but_not_over_markup_or_what_was_not_typed(self, typed, start, end):
        assert replace(passages(typed)[0], start, end, "x") is None

    def it_finds_the_sentence_around_a_place(self):
        read = passage("Een zin. Nog een zin.")

        assert [read.text[slice(*read.sentence_at(place))] for place in (2, 12, 99)] == [
            "Een zin.",
            "Nog een zin.",
            "Nog een zin.",
        ]

    @given(
        st.lists(
            st.sampled_from(
                ["aa", "*bb*", "**cc**", "\n", "\\*", "&amp;", "[dd](https://e.nl)", "{{ f }}", "é"]
            ),
            min_size=1,
            max_size=20,
        )
    )
    def it_puts_every_typed_word_in_its_place(self, pieces):
        """A fix at a word's place in the passage changes that word and nothing else."""
        typed = f"begin {' '.join(pieces)} eind"
        before = passages(typed)
        for number, read in enumerate(before):
            for start, end in read.words:
                fix = replace(read, start, end, "ZZ")
                if fix is None:
                    continue
                finding = Finding(
                    code="X", name="x", severity=Severity.INFO, span=read.whole,
                    message=msg("x"), advice=msg("x"), fix=fix,
                )  # fmt: skip
                (changed,) = apply_fixes({read.whole.path: typed}, [finding]).texts.values()
                wanted = [other.text for other in before]
                wanted[number] = read.text[:start] + "ZZ" + read.text[end:]
                assert [other.text for other in passages(changed)] == wanted


class Describe_the_passages:
    def they_know_their_place(self):
        read = passages(
            "Voor.\n\n## Kop\n\n- een\n- twee\n\n| a | b |\n| --- | --- |\n| c | d |\n\n"
            "> citaat[^n]\n\n[^n]: Noot."
        )

        assert [(each.kind, each.text, each.heading, each.row, each.column) for each in read] == [
            ("paragraph", "Voor.", "", -1, -1),
            ("heading", "Kop", "", -1, -1),
            ("item", "een", "Kop", 0, -1),
            ("item", "twee", "Kop", 1, -1),
            ("head", "a", "Kop", -1, 0),
            ("head", "b", "Kop", -1, 1),
            ("cell", "c", "Kop", 0, 0),
            ("cell", "d", "Kop", 0, 1),
            ("quote", "citaat", "Kop", -1, -1),
            ("footnote", "Noot.", "Kop", -1, -1),
        ]
        assert read[-1].label == "n"

    def they_include_titles_and_the_words_of_pictures(self):
        read = passages('---\ntitle: De *mission*\n---\n\n![wat men ziet](kaart.png "Bijschrift")')

        assert [(each.kind, each.text) for each in read] == [
            ("title", "De mission"),
            ("paragraph", ""),
            ("alternative", "wat men ziet"),
            ("caption", "Bijschrift"),
        ]
        assert source(read[0], "mission") == "mission"


@pytest.fixture(scope="module")
def view() -> DossierView:
    dossier = read_dossier(BASE, 2025)
    return dossier_view(dossier, date(2026, 4, 24), Settings(), PlainPrinter(dossier))


class Describe_the_view_of_a_dossier:
    def it_prints_figures_citations_and_references(self, view):
        words = " ".join(each.text for each in view.text("inleiding").passages)

        assert "In totaal zijn twaalf militairen ingezet." in words
        assert "De uitgaven bedroegen € 2,4 miljoen." in words
        assert "(Kamerstuk 29 521, nr. 493)" in words
        assert "staat in bijlage 1." in words
        assert "nr. 510 van 9 maart 2026" in view.text("midden-oosten").passages[2].text
        assert "paragrafen 2.1.1 tot en met 2.1.2" in view.text("midden-oosten").passages[2].text

    def it_includes_the_printed_values_of_the_data(self, view):
        values = [each for each in view.passages if each.kind == "value"]

        assert ("subject", "brief") in {(each.label, each.document) for each in values}
        assert ("operation", "rapport") in {(each.label, each.document) for each in values}
        for each in values:
            assert CheckedFile("", "tekst", "", each.lines).text_at(each.span()) == each.text

    def it_reads_in_the_order_of_the_documents(self, view):
        assert " ".join(text.id for text in view.texts) == (
            "abbreviations.yml missions.yml dossier.yml figures.yml mandates.yml references.yml brief nota "
            "inleiding inzet midden-oosten unifil untso slotbeschouwing rechtsbasis"
        )
        assert [(entry.id, level) for entry, level in view.outline][2:4] == [
            ("midden-oosten", 2),
            ("unifil", 3),
        ]
        assert view.text("nergens") is None

    def it_finds_words(self, view):
        assert {passage.section for passage, _ in view.words["adviseur"]} == {"unifil"}
        assert list(view.index.words_starting("missie")) == ["missie", "missiebijdragen", "missies"]
        assert view.mission["unifil"].name == "UNIFIL"
        assert view.text("unifil").mission == "unifil"
        assert view.text("unifil").title == "UNIFIL (Libanon)"
        assert view.file("mandates.yml").lines[1] == "rows:"
