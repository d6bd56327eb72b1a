# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from jvom.comparing.change_list import Compared, change_list
from jvom.comparing.changes import Changes, find_changes
from jvom.comparing.data_changes import ValueChange
from jvom.comparing.redline import redline
from jvom.comparing.section_changes import SectionChange
from jvom.documents.dossier import documents
from jvom.model import Dossier, Kamerstuk
from jvom.plan import paragraphs, plain_text
from jvom.times import Duration
from tests.comparing.pairs import REVISOR, built
from tests.contents import basis, with_data, with_texts
from tests.word.lint import lint


def changes(old: Dossier, new: Dossier) -> Changes:
    """Return what changed between two dossiers with the same documents."""
    pairs = zip(documents(old), documents(new), strict=True)
    return find_changes(old, new, [redline(before, after, REVISOR) for before, after in pairs])


def sections(new: Dossier) -> dict[str, tuple[str, int, int]]:
    found = changes(basis(), new).sections
    return {f"{each.number} {each.title}".strip(): (each.state, each.added, each.removed) for each in found}


UNTSO = """## Over de missie

De *United Nations Truce Supervision Organization* (UNTSO) ziet toe op de bestanden tussen Israël en {}.
Het mandaat van UNTSO uit 1948 heeft geen einddatum.

## Voor de missie relevante ontwikkelingen

De veiligheidssituatie op de Golan bleef kwetsbaar. UNTSO paste de patrouilles daarop aan.

## Militaire bijdrage

Nederland leverde {{{{ untso_staff }}}} militaire waarnemers. Zij namen deel aan patrouilles
en bemanden observatieposten."""


class Describe_the_changes_of_texts:
    def they_are_none_without_a_difference(self):
        assert not changes(basis(), basis())

    def they_tell_how_many_words_of_a_section_changed(self):
        new = with_texts(basis(), {"untso": UNTSO.format("de buurlanden")})

        assert sections(new) == {"2.1.2. UNTSO (Libanon en Golan)": ("changed", 1, 1)}

    def they_call_a_section_rewritten_when_little_is_left(self):
        new = with_texts(basis(), {"untso": "Nieuw is alles wat hier nu staat over de inzet."})

        (state, added, removed) = sections(new)["2.1.2. UNTSO (Libanon en Golan)"]

        assert state == "rewritten"
        assert (added, removed > 30) == (10, True)

    def they_tell_of_words_that_look_otherwise(self):
        old = with_texts(basis(), {"untso": "Een *term* hier."})
        new = with_texts(basis(), {"untso": "Een **term** hier."})

        (change,) = changes(old, new).sections

        assert (change.state, change.added, change.removed) == ("restyled", 0, 0)

    def they_tell_of_a_paragraph_that_moved(self):
        one, other = "Dit is de eerste alinea van de tekst.", "En hier staat daarna een heel andere alinea."
        old = with_texts(basis(), {"untso": f"{one}\n\n{other}"})
        new = with_texts(basis(), {"untso": f"{other}\n\n{one}"})

        (change,) = changes(old, new).sections

        assert (change.state, change.added, change.removed) == ("changed", 0, 0)

    def they_tell_of_a_section_that_is_gone_or_new(self):
        report = basis().data.report
        assert report is not None
        outline = tuple(
            replace(each, sections=tuple(replace(one, sections=one.sections[:1]) for one in each.sections))
            for each in report.outline
        )
        left = replace(
            with_data(basis(), report={"outline": outline}),
            sections=tuple(each for each in basis().sections if each.id != "untso"),
        )
        without_references = dict.fromkeys(("inzet", "inleiding", "midden-oosten", "unifil"), "Tekst.")
        left, whole = (with_texts(each, without_references) for each in (left, basis()))

        gone = {each.title: each.state for each in changes(whole, left).sections}
        made = {each.title: each.state for each in changes(left, whole).sections}

        assert gone["UNTSO (Libanon en Golan)"] == "gone"
        assert made["UNTSO (Libanon en Golan)"] == "new"

    def they_name_a_letter_or_nota_by_its_document(self):
        new = with_texts(basis(), {"nota": "## Aanleiding\n\nIets heel anders."})

        (nota,) = [each for each in changes(basis(), new).sections if each.document == "nota"]

        assert (nota.number, nota.state) == ("", "rewritten")


class Describe_the_changes_of_data:
    def they_have_the_old_value_and_the_new(self):
        old = basis()
        figures = dict(old.figures.figures)
        figures["untso_staff"] = replace(figures["untso_staff"], value=17)
        first, *others = old.mandates.rows
        new = replace(
            old,
            figures=replace(old.figures, figures=figures),
            mandates=replace(
                old.mandates, rows=(replace(first, mandate=Duration(until=date(2027, 12, 31))), *others)
            ),
        )

        found = changes(old, new)

        (figure,) = found.figures
        assert (figure.of, figure.what) == ("UNTSO (Libanon en Golan)", "untso_staff")
        assert figure.old != figure.new == "zeventien"
        assert found.mandates == (
            ValueChange(
                "internationaal mandaat",
                "31\xa0december\xa02026",
                "31\xa0december\xa02027",
                "UNIFIL (Libanon)",
            ),
        )

    def they_tell_of_people_and_dates(self):
        signatories = basis().data.signatories
        changed = (replace(signatories[0], name="A. Nieuw"), *signatories[1:])
        new = with_data(basis(), signatories=changed, council_of_ministers=date(2026, 5, 1))

        found = changes(basis(), new)

        assert [each.new for each in found.people] == ["A. Nieuw"]
        assert [(each.what, each.new) for each in found.dates] == [("Ministerraad", "1\xa0mei\xa02026")]

    def they_name_what_is_only_on_one_side(self):
        old = basis()
        new = replace(old, mandates=replace(old.mandates, rows=old.mandates.rows[1:]))

        (gone,), (made,) = changes(old, new).mandates, changes(new, old).mandates

        assert (gone.of, gone.what, gone.new) == ("UNIFIL (Libanon)", "vervallen", "–")
        assert (made.what, made.old, made.new) == ("nieuw", "–", gone.old)

    def they_tell_of_sources_that_were_added(self):
        old = basis()
        some = next(each for each in old.references.references.values() if isinstance(each, Kamerstuk))
        added = replace(some, number=999, title="Brief over iets nieuws")
        new = replace(
            old,
            references=replace(old.references, references={**old.references.references, "nieuw": added}),
        )

        (source,) = changes(old, new).sources

        assert "nr.\xa0999" in source
        assert source.endswith("Brief over iets nieuws")
        assert not changes(new, old).sources


class Describe_the_list:
    @pytest.fixture
    def many(self) -> Changes:
        section = SectionChange(
            document="rapport", number="2.1.", title="UNIFIL", state="rewritten", added=1200, removed=3
        )
        value = ValueChange("Ministerraad", "1 mei 2026", "–")
        return Changes(
            sections=(section,), figures=(value,), mandates=(value,), people=(value,), dates=(value,),
            sources=("Kamerstuk 29 521, nr. 5: Brief",),
        )  # fmt: skip

    def it_has_a_heading_for_each_kind(self, many):
        document = change_list(many, Compared("oud", "nieuw", REVISOR.moment, basis().data))

        said = [plain_text(each.content) for each in paragraphs(document.blocks["wijzigingen"])]
        assert said[:8] == ["Teksten, in woorden", "Tekst", "Wat er gebeurde", "Erbij", "Eraf",
                            "2.1. UNIFIL", "herschreven", "1.200"]  # fmt: skip
        headings = [
            "Teksten, in woorden",
            "Cijfers",
            "Mandaten",
            "Personen en ambten",
            "Data",
            "Bronnen erbij",
        ]
        assert [each for each in said if each in headings] == headings

    def it_builds(self, many):
        assert [
            str(each)
            for each in lint(built(change_list(many, Compared("oud", "nieuw", REVISOR.moment, basis().data))))
        ] == []
