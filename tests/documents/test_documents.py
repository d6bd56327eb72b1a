# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The four documents of a dossier, as plans."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import msgspec
import pytest

from jvom.documents.dossier import CONTRACTS, classified, contracts, documents, names
from jvom.documents.mandates import write_duration
from jvom.model import RouteStep
from jvom.plan import Block, Document, Paragraph, Table, notes, paragraphs
from jvom.times import Duration
from tests.contents import basis, copy_basis, read_dossier, with_data, with_texts
from tests.documents.writing import listed, shown


def made(dossier=None, **options) -> dict[str, Document]:
    """Return the plans by the name of their file."""
    return {document.file: document for document in documents(dossier or basis(), **options)}


def text(document: Document) -> dict[str, str]:
    return {tag: shown(content) for tag, content in document.text.items()}


class Describe_the_documents:
    def they_are_named_after_what_they_are(self):
        assert names(basis()) == ("brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport")
        assert tuple(made()) == names(basis())

    def they_can_be_asked_for_one_by_one(self):
        assert list(made(only=("rapport", "brief-tweede-kamer"))) == ["brief-tweede-kamer", "rapport"]

    def they_are_the_same_every_time(self):
        assert documents(basis()) == documents(basis())

    def they_are_marked_concept_when_they_are_drafts(self):
        assert {shown(document.text["concept"]) for document in documents(basis(), draft=True)} == {"CONCEPT"}
        assert {shown(document.text["concept"]) for document in documents(basis())} == {""}

    def they_say_which_draft_they_are(self):
        dossier = with_data(basis(), version="0.3")

        drafts = documents(dossier, draft=True, as_of=date(2026, 3, 4))

        assert {shown(each.text["concept"]) for each in drafts} == {"CONCEPT/versie 0.3, 4·maart·2026"}
        assert {each.draft for each in drafts} == {True}
        assert {each.properties.status for each in drafts} == {"Concept"}
        assert {shown(each.text["concept"]) for each in documents(dossier)} == {""}
        assert {each.properties.status for each in documents(dossier)} == {"Definitief"}

    def they_fill_what_their_template_must_have_and_no_more(self):
        contracts = {contract.template: contract for contract in CONTRACTS}
        for document in documents(basis(), draft=True):
            contract = contracts[document.template]
            assert set(document.text) <= {*contract.text, *contract.later_text}
            assert set(document.blocks) <= {*contract.blocks, *contract.later_blocks}
            styles = {p.style for blocks in document.blocks.values() for p in paragraphs(blocks)}
            assert styles <= set(contract.styles)

    def they_show_what_is_still_open(self, tmp_path):
        content = copy_basis(tmp_path)
        for name, pattern, new in [
            ("dossier.yml", r"reference: MINDEF\w+", "reference: null"),
            ("dossier.yml", r"(?<= )date: 2026-\S+", "date: null"),
            ("figures.yml", r"(deployed_total:.*?value): \d+", r"\1: null"),
        ]:
            path = content / "2025" / name
            typed = path.read_text(encoding="utf-8")
            changed = re.sub(pattern, new, typed, flags=re.DOTALL)
            assert changed != typed
            path.write_text(changed, encoding="utf-8")
        dossier = with_texts(
            read_dossier(content, 2025), {"inzet": "Er zijn {{ deployed_total }} militairen."}
        )

        plans = made(dossier, draft=True)

        assert text(plans["brief-eerste-kamer"])["datum"] == "[nog open]"
        assert text(plans["nota"])["referentie"] == text(plans["nota"])["datum"] == "[nog open]"
        assert text(plans["rapport"])["datum"] == "[nog open]"
        assert "BodyText: Er zijn [nog open] militairen." in listed(plans["rapport"].blocks["rapport"])
        assert plans["nota"].properties.created == datetime(2026, 5, 20, 12, tzinfo=UTC)

    def they_have_the_date_of_the_dossier(self):
        properties = {file: document.properties for file, document in made().items()}

        assert properties["rapport"].created == datetime(2026, 5, 20, 12, tzinfo=UTC)
        assert properties["nota"].created == datetime(2026, 4, 23, 12, tzinfo=UTC)
        assert properties["rapport"].title == (
            "Jaarlijkse voortgangsrapportage overige missiebijdragen mei 2025 tot en met april 2026"
        )
        assert {p.subject for p in properties.values()} == {
            "Jaarlijkse voortgangsrapportage overige missiebijdragen 2025"
        }


class Describe_the_letters:
    def they_differ_in_addressee_address_and_reference_alone(self):
        plans = made()
        one, other = plans["brief-eerste-kamer"], plans["brief-tweede-kamer"]

        assert {tag for tag in one.text if one.text[tag] != other.text[tag]} == {"referentie"}
        assert {tag for tag in one.blocks if one.blocks[tag] != other.blocks[tag]} == {"geadresseerde"}
        assert one.properties == other.properties
        assert listed(one.blocks["geadresseerde"]) == [
            (
                "Geadresseerde: Aan de Voorzitter van/de Eerste Kamer der Staten-Generaal/Kazernestraat 52/"
                "2514 CV Den Haag"
            )
        ]

    def they_are_what_the_data_says(self):
        letter = made()["brief-tweede-kamer"]

        assert {tag: words for tag, words in text(letter).items() if words} == {
            "woordmerk": "Ministerie van Defensie",
            "retouradres": "Postbus 20701, 2500 ES Den Haag",
            "datum": "20·mei·2026",
            "betreft": "Jaarlijkse voortgangsrapportage overige missiebijdragen 2025",
            "referentie": "MINDEF20260000002",
            "bijlagen": "1",
            "bij-beantwoording": "Bij beantwoording datum, onze referentie en onderwerp vermelden",
            "aanhef": "Geachte voorzitter,",
            "slotgroet": "Hoogachtend,",
            "ondertekenaar-1-ambt": "DE MINISTER VAN DEFENSIE",
            "ondertekenaar-1-naam": "A.B. de Vries",
            "ondertekenaar-2-ambt": "DE MINISTER VAN BUITENLANDSE ZAKEN",
            "ondertekenaar-2-naam": "C.D. Jansen",
        }
        assert listed(letter.blocks["colofon"]) == [
            "Colofonkop: Ministerie van Defensie",
            "Colofon: Plein 4/Den Haag",
            "Colofon: MPC 58 B",
            "Colofon: Postbus 20701/2500 ES Den Haag",
            "Colofon: www.defensie.nl",
        ]

    def their_last_paragraph_stays_with_the_signatures(self):
        (block,) = made()["brief-eerste-kamer"].blocks["tekst"]

        assert isinstance(block, Paragraph)
        assert block.style == "AlineaBijVolgende"

    def they_may_have_one_signatory(self):
        dossier = basis()
        letter = made(with_data(dossier, signatories=dossier.data.signatories[:1]))["brief-eerste-kamer"]

        assert text(letter)["ondertekenaar-1-naam"] == "A.B. de Vries"
        assert letter.text["ondertekenaar-2-ambt"] == letter.text["ondertekenaar-2-naam"] == ()

    def they_may_have_six(self):
        one = basis().data.signatories[0]
        six = tuple(
            msgspec.structs.replace(one, name=f"Naam {number}", signed_how="Digitaal ondertekend")
            for number in range(1, 7)
        )
        letter = made(with_data(basis(), signatories=six))["brief-eerste-kamer"]

        assert text(letter)["ondertekenaar-6-naam"] == "Naam 6"
        assert text(letter)["ondertekenaar-6-hoe"] == "Digitaal ondertekend"

    def their_recipients_may_have_words_of_their_own(self):
        dossier = basis()
        first, second = dossier.data.letter.recipients
        own = msgspec.structs.replace(
            first, salutation="Mijnheer de Voorzitter,", attention="t.a.v. de griffier", your_reference="EK-1"
        )
        letters = made(with_data(dossier, letter={"recipients": (own, second)}))
        one, two = letters["brief-eerste-kamer"], letters["brief-tweede-kamer"]

        assert text(one)["aanhef"] == "Mijnheer de Voorzitter,"
        assert text(one)["uw-referentie"] == "EK-1"
        assert "/t.a.v. de griffier/" in listed(one.blocks["geadresseerde"])[0]
        assert text(two)["aanhef"] == "Geachte voorzitter,"
        assert text(two)["uw-referentie"] == ""

    @pytest.mark.parametrize(
        ("attachments", "printed"), [(None, "1"), ((), ""), (("rapport", "nota", "kaart"), "3")]
    )
    def they_count_what_is_attached(self, attachments, printed):
        letter = made(with_data(basis(), letter={"attachments": attachments}))["brief-eerste-kamer"]

        assert text(letter)["bijlagen"] == printed


class Describe_a_rubricering:
    def it_is_that_of_the_dossier_unless_a_document_has_its_own(self):
        dossier = with_data(
            basis(),
            classification="Departementaal vertrouwelijk",
            nota={"classification": "Stg. Geheim"},
        )

        assert {name: text(each)["rubricering"] for name, each in made(dossier).items()} == {
            "brief-eerste-kamer": "Departementaal vertrouwelijk",
            "brief-tweede-kamer": "Departementaal vertrouwelijk",
            "nota": "Stg. Geheim",
            "rapport": "Departementaal vertrouwelijk",
        }
        assert {name: level for name, (level, _) in classified(dossier).items()} == {
            "brief-eerste-kamer": "Departementaal vertrouwelijk",
            "brief-tweede-kamer": "Departementaal vertrouwelijk",
            "nota": "Stg. Geheim",
            "rapport": "Departementaal vertrouwelijk",
        }

    def it_is_not_there_without_one(self):
        assert {text(each)["rubricering"] for each in made().values()} == {""}
        assert classified(basis()) == {}

    def it_needs_a_place_in_the_templates(self):
        plain = {contract.template: contract.text for contract in contracts(basis())}
        marked = contracts(with_data(basis(), nota={"classification": "Stg. Geheim"}))

        assert not any("rubricering" in text for text in plain.values())
        assert [each.template for each in marked if "rubricering" in each.text] == ["nota"]


class Describe_the_nota:
    def it_prints_its_route(self):
        steps = (
            RouteStep(office="Hoofd IB", signed=date(2026, 4, 20), initial="JdV"),
            RouteStep(office="Directeur DJZ"),
        )
        nota = made(with_data(basis(), nota={"route": steps}))["nota"]

        assert listed(nota.blocks["route"]) == [
            "= Functie | Datum | Paraaf",
            "| Hoofd IB | 20·april·2026 | JdV",
            "| Directeur DJZ |  | /",
        ]
        (public, *_) = made(with_data(basis(), nota={"route": steps}), only=("nota",), public=True).values()
        assert "JdV" not in str(listed(public.blocks["route"]))

    def it_has_no_route_without_steps(self):
        assert made()["nota"].blocks["route"] == ()

    def it_is_what_the_data_says(self):
        fields = text(made()["nota"])

        assert fields["aan"] == "MINDEF"
        assert fields["afgestemd-met"] == "CDS, HDFC, DJZ, DCO, BZ en JenV"
        assert fields["doel"] == "TER BESLISSING"
        assert fields["datum"] == "23·april·2026"
        assert fields["bijlagen"] == "1"
        assert fields["opgesteld-door"].startswith("Niet openbaar (Woo, artikel·5.1")

    def it_may_name_its_drafter(self):
        assert (
            text(made(with_data(basis(), nota={"drafted_by": "E. Visser"}))["nota"])["opgesteld-door"]
            == "E. Visser"
        )

    def it_has_its_fixed_headings(self):
        blocks = made()["nota"].blocks["tekst"]

        assert [shown(b.content) for b in blocks if isinstance(b, Paragraph) and b.heading == 1] == [
            "Aanleiding", "Geadviseerd besluit", "Kernpunten", "Toelichting", "Financiële overwegingen",
            "Juridische overwegingen", "Communicatie", "Informatie die niet openbaar wordt gemaakt",
        ]  # fmt: skip
        assert listed(blocks)[:2] == [
            "Heading1: Aanleiding",
            (
                "BodyText: Op Verantwoordingsdag, 20·mei·2026, ontvangen de Kamers de jaarlijkse "
                "voortgangsrapportage overige missiebijdragen."
            ),
        ]

    def it_refers_to_the_report_in_words_and_not_by_fields(self):
        blocks = made(with_texts(basis(), {"nota": "Zie [](#untso) en [](#rechtsbasis)."}))["nota"].blocks[
            "tekst"
        ]

        assert listed(blocks) == ["AlineaBijVolgende: Zie paragraaf·2.1.2 en bijlage·1."]


class Describe_the_mission_of_a_paragraph:
    @pytest.mark.parametrize("typed", ["Zij *ziet* toe.", "- een\n- Zij ziet toe.", "> Zij ziet toe."])
    def it_is_not_printed(self, typed):
        marked = typed.replace("Zij", "{mission=unifil} Zij")

        plain, about = (
            listed(made(with_texts(basis(), {"nota": text}))["nota"].blocks["tekst"])
            for text in (typed, marked)
        )
        assert about == plain
        assert "mission" not in "".join(about)


class Describe_the_report:
    def it_has_its_cover(self):
        fields = text(made()["rapport"])

        assert (fields["titel"], fields["ondertitel"], fields["datum"]) == (
            "Jaarlijkse voortgangsrapportage overige missiebijdragen",
            "mei·2025 tot en met april·2026", "20·mei·2026",
        )  # fmt: skip

    def it_has_its_chapters_in_order(self):
        body = listed(made()["rapport"].blocks["rapport"])

        assert [line for line in body if line.startswith(("Heading", "Tussenkop"))] == [
            "Heading1: 1. Inleiding",
            "Heading1: 2. Inzet van Nederlandse militairen",
            "Heading2: 2.1. Midden-Oosten",
            "Tussenkop3: Rationale en samenhang Nederlandse bijdragen",
            "Heading3: 2.1.1. UNIFIL (Libanon)",
            "Tussenkop4: Over de missie",
            "Tussenkop4: Voor de missie relevante ontwikkelingen",
            "Tussenkop4: Militaire bijdrage",
            "Heading3: 2.1.2. UNTSO (Libanon en Golan)",
            "Tussenkop4: Over de missie",
            "Tussenkop4: Voor de missie relevante ontwikkelingen",
            "Tussenkop4: Militaire bijdrage",
            "Heading1: 3. Slotbeschouwing",
        ]
        assert body[2] == (
            "BodyText: De inzet berust op de Kamerbrief van 4·april·2025 (Kamerstuk·29·521, nr.·493). Een "
            "overzicht van de rechtsgronden, mandaten en nationale kaders staat in "
            "[bijlage·1 _Ref_rechtsbasis klein]."
        )

    def it_has_contents_that_lead_to_its_headings(self):
        report = made()["rapport"]

        assert listed(report.blocks["inhoud"]) == [
            "inhoud 1: 1. Inleiding #_Ref_inleiding",
            "inhoud 1: 2. Inzet van Nederlandse militairen #_Ref_inzet",
            "inhoud 2: 2.1. Midden-Oosten #_Ref_midden_oosten",
            "inhoud 3: 2.1.1. UNIFIL (Libanon) #_Ref_unifil",
            "inhoud 3: 2.1.2. UNTSO (Libanon en Golan) #_Ref_untso",
            "inhoud 1: 3. Slotbeschouwing #_Ref_slotbeschouwing",
            "inhoud 4: Bijlage 1 Rechtsbasis, mandaten en nationale kaders #_Ref_rechtsbasis",
        ]
        blocks: tuple[Block, ...] = report.blocks["rapport"] + report.blocks["bijlagen"]
        marks = [p.bookmark for p in paragraphs(blocks) if p.bookmark]
        assert len(marks) == len(set(marks)) == 7

    def it_names_on_a_drafts_cover_what_is_still_to_be_delivered(self):
        typed = "---\ntitle: {}\n{}status: {}\n---\n\nTekst."
        dossier = with_texts(
            basis(),
            {
                "unifil": typed.format("UNIFIL", "owner: DGB\n", "draft"),
                "untso": typed.format("UNTSO", "owner: DGB\n", "outline"),
                "inleiding": typed.format("Inleiding", "owner: [CDS, DJZ]\n", "draft"),
                "slotbeschouwing": typed.format("Slot", "", "draft"),
                "midden-oosten": typed.format("Midden-Oosten", "owner: DGB\n", "review"),
            },
        )

        (draft,) = documents(dossier, ("rapport",), draft=True)
        assert listed(draft.blocks["nog-te-leveren"]) == [
            "NogTeLeveren: Nog te leveren/CDS en DJZ: Inleiding/DGB: UNIFIL; UNTSO/zonder eigenaar: Slot"
        ]
        for final in (
            *documents(dossier, ("rapport",)),
            *documents(dossier, ("rapport",), draft=True, public=True),
            *documents(basis(), ("rapport",), draft=True),
        ):
            assert final.blocks["nog-te-leveren"] == ()

    def it_has_its_appendix_in_landscape(self):
        assert listed(made()["rapport"].blocks["bijlagen"]) == [
            "--- liggend",
            "KopBijlage: Bijlage 1 Rechtsbasis, mandaten en nationale kaders",
            "= Regio | Missie | Rechtsbasis | Duur internationaal mandaat | Duur nationaal kader",
            (
                "| Midden-Oosten (2 rijen) | UNIFIL (Libanon) | VNVR-resolutie·2790·(2025) | "
                "31·december·2026 | 31·december·2026"
            ),
            "| UNTSO (Libanon en Golan) | VNVR-resolutie·50·(1948) | Onbepaald | 30·juni·2028",
        ]

    def it_gives_dates_room_also_where_its_appendix_is_upright(self):
        dossier = basis()
        report = dossier.data.report
        assert report is not None
        [appendix] = report.appendices
        upright = msgspec.structs.replace(appendix, orientation="staand")
        report = msgspec.structs.replace(report, appendices=(upright,))
        data = msgspec.structs.replace(dossier.data, report=report)

        def widths(of):
            [table] = [each for each in made(of)["rapport"].blocks["bijlagen"] if isinstance(each, Table)]
            return table.widths

        assert widths(dossier) == (0.14, 0.24, 0.26, 0.18, 0.18)
        # Thirteen centimetres: "31 december 2026" and the space beside it take some 26 millimetres.
        assert min(widths(msgspec.structs.replace(dossier, data=data))[3:]) * 130 > 26

    def it_merges_only_adjacent_regions(self):
        dossier = basis()
        one, two = dossier.mandates.rows
        other = msgspec.structs.replace(one, region="Afrika")
        mandates = msgspec.structs.replace(dossier.mandates, rows=(one, other, two, one))

        lines = listed(
            made(msgspec.structs.replace(dossier, mandates=mandates))["rapport"].blocks["bijlagen"]
        )

        assert [line.partition(" | ")[0] for line in lines[3:]] == [
            "| Midden-Oosten", "| Afrika", "| Midden-Oosten (2 rijen)", "| UNIFIL (Libanon)",
        ]  # fmt: skip

    def it_keeps_the_rows_of_a_region_on_one_page(self):
        [table] = [block for block in made()["rapport"].blocks["bijlagen"] if isinstance(block, Table)]

        assert [{cell.paragraphs[0].style for cell in row} for row in table.rows] == [
            {"TabeltekstBijVolgende"},
            {"Tabeltekst"},
        ]

    def it_has_the_abbreviations_that_it_uses_and_no_others(self):
        assert listed(made()["rapport"].blocks["afkortingen"]) == [
            "KopZonderNummer: Afkortingen",
            "= Afkorting | Betekenis",
            "| LAF | <en|Lebanese Armed Forces>",
            "| UNIFIL | <en|United Nations Interim Force in Lebanon>",
            "| UNTSO | <en|United Nations Truce Supervision Organization>",
            "| VN | Verenigde Naties",
            "| VNVR | Veiligheidsraad van de Verenigde Naties",
        ]

    @pytest.mark.parametrize(
        "place", ["tekst EU", "a[^n]\n\n[^n]: de EU", "| EU |\n| - |\n| b |", "> EU", "[EU](https://a.nl)"]
    )
    def it_finds_abbreviations_anywhere(self, place):
        report = made(with_texts(basis(), {"inzet": place}))["rapport"]

        assert "| EU | Europese Unie" in listed(report.blocks["afkortingen"])

    def it_has_no_list_without_abbreviations(self):
        dossier = basis()
        glossary = msgspec.structs.replace(dossier.glossary, abbreviations=())

        assert (
            made(msgspec.structs.replace(dossier, glossary=glossary))["rapport"].blocks["afkortingen"] == ()
        )

    def it_keeps_its_footnotes(self):
        report = made()["rapport"]

        found = [note for p in paragraphs(report.blocks["rapport"]) for note in notes(p)]

        assert [listed(note.paragraphs) for note in found] == [
            ["FootnoteText: De kaders omvatten de aard, de omvang en de duur van de deelname."]
        ]


class Describe_a_duration:
    @pytest.mark.parametrize(
        ("duration", "printed"),
        [
            (Duration(until=date(2028, 6, 30)), "30 juni 2028"), (Duration(word="onbepaald"), "Onbepaald"),
            (Duration(word="doorlopend"), "Doorlopend"), (Duration(word="geen"), "–"),
        ],
    )  # fmt: skip
    def it_is_a_day_or_a_word(self, duration, printed):
        assert write_duration(duration) == printed
