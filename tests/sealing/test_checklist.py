# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from jvom import plan
from jvom.findings import Finding, Report, Severity, Suppressed
from jvom.messages import msg
from jvom.model import Approval, Classification
from jvom.sealing.checklist import CONTRACT, LINES, ChecklistFacts, checklist
from jvom.sealing.printed_seal import SAMPLE, grouped, print_seal, stored
from jvom.source import Span
from jvom.word.package import build
from jvom.word.template import open_template, verify
from tests.conftest import PROJECT
from tests.contents import basis
from tests.waiting import LIMIT
from tests.word.lint import lint

FACTS = ChecklistFacts(
    as_of=date(2026, 5, 20),
    pages="exact",
    program="LibreOffice 25.2",
    pdf=True,
    documents=("brief-eerste-kamer", "nota", "rapport"),
    bars=3,
    sources=63,
)


def finding(severity: Severity, path: str = "content/2025/nota.md") -> Finding:
    return Finding(
        code="LNG001",
        name="naam",
        severity=severity,
        span=Span(path, 3, 7),
        message=msg("wat"),
        advice=msg("doe"),
    )


def suppressed(count: int, reason: str = "zo besloten") -> tuple[Suppressed, ...]:
    return tuple(Suppressed(finding(Severity.ERROR), reason) for _ in range(count))


def approved(by: str, *texts: str) -> tuple[Approval, ...]:
    """Return approvals of texts by one owner, the first of them ten days after the others."""
    days = (date(2026, 4, 13), *[date(2026, 4, 3)] * (len(texts) - 1))
    return tuple(
        Approval(text=text, by=by, date=day, digest=f"sha256:{'0' * 64}")
        for text, day in zip(texts, days, strict=True)
    )


def lines(document: plan.Document, tag: str) -> list[str]:
    found = plan.paragraphs(document.blocks[tag])
    return [plan.plain_text(each.content).replace("\xa0", " ") for each in found]


def pages_of(data: bytes, soffice: Path, folder: Path) -> list[str]:
    """Return the text of each page of a Word file, as LibreOffice lays it out."""
    from pypdfium2 import PdfDocument

    file = folder / "pagina.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
    document = PdfDocument(str(file.with_suffix(".pdf")))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


class Describe_a_dossier_with_a_rubricering:
    def it_has_no_public_version_of_what_is_classified(self) -> None:
        made = checklist(
            basis().data, Report(findings=()), replace(FACTS, classified=(("nota", "Stg. Geheim"),))
        )

        checked, judged = lines(made, "nagegaan"), lines(made, "beoordelen")
        assert "Niet in de openbare versie, want gerubriceerd: nota (Stg. Geheim)." in checked
        assert any(line.startswith("In de openbare versie zijn 3 plaatsen") for line in checked)
        assert any("hoger gerubriceerd" in line for line in judged)

    def it_may_have_none_at_all(self) -> None:
        classified = tuple((name, "Departementaal vertrouwelijk") for name in FACTS.documents)
        made = checklist(basis().data, Report(findings=()), replace(FACTS, classified=classified, bars=0))

        said = " ".join(lines(made, "nagegaan"))
        assert "Er is geen openbare versie, want gerubriceerd: brief-eerste-kamer, nota, rapport" in said
        assert "gelakt" not in said
        assert not any("gelakt" in line for line in lines(made, "beoordelen"))


class Describe_the_checklist:
    def it_lists_what_was_checked(self) -> None:
        report = Report(findings=(finding(Severity.WARNING), finding(Severity.INFO), finding(Severity.INFO)))
        made = checklist(basis().data, report, FACTS)
        assert lines(made, "nagegaan") == [
            (
                "Van het dossier zijn geen bestanden met 0 regels nagelezen: "
                "geen fouten, 1 waarschuwing en 2 opmerkingen (controle.html)."
            ),
            "Gemaakt zijn: brief-eerste-kamer, nota, rapport.",
            "In de openbare versie zijn 3 plaatsen gelakt. Wat daar stond, staat in geen van die bestanden.",
            "In bron/ zitten, ongelakt, de 63 bestanden waarvan dit gemaakt is.",
            "De inhoudsopgave noemt de bladzijden waarop de koppen staan.",
        ]
        assert plan.plain_text(made.text["zegel"]).replace(" ", "") == SAMPLE

    def it_lists_the_approvals(self) -> None:
        given = (
            *approved("DJZ", *"abcdefgh"),
            *approved("CDS", "nmi"),
            *approved("BZ", "nmi", "oir"),
            *approved("DCO", *(f"een-heel-lange-naam-{number}" for number in range(7))),
        )
        made = checklist(basis().data, Report(findings=()), replace(FACTS, texts=8, approvals=given))

        assert lines(made, "nagegaan")[4:-1] == [
            "DJZ is tussen 3 april 2026 en 13 april 2026 akkoord gegaan met alle 8 teksten.",
            "CDS is op 13 april 2026 akkoord gegaan met 1 tekst van de 8: nmi.",
            "BZ is tussen 3 april 2026 en 13 april 2026 akkoord gegaan met 2 teksten van de 8: nmi, oir.",
            "DCO is tussen 3 april 2026 en 13 april 2026 akkoord gegaan met 7 teksten van de 8.",
        ]

    def it_lists_what_was_suppressed_and_why(self) -> None:
        made = checklist(basis().data, Report(findings=(), suppressed=suppressed(1)), FACTS)
        assert lines(made, "onderdrukt")[3:] == ["LNG001", "2025/nota.md:3:7", "zo besloten"]
        made = checklist(basis().data, Report(findings=()), FACTS)
        assert lines(made, "onderdrukt") == ["Er is niets onderdrukt."]

    def it_counts_those_that_do_not_fit(self) -> None:
        report = Report(findings=(), suppressed=suppressed(LINES, "zo besloten " * 5))
        shown = lines(checklist(basis().data, report, FACTS), "onderdrukt")
        assert shown[-1] == f"En nog {LINES - shown.count('LNG001')}: zie controle.json."

    def it_only_counts_them_beside_very_much_text(self) -> None:
        report = Report(findings=(), suppressed=suppressed(2))
        made = checklist(basis().data, report, replace(FACTS, documents=FACTS.documents * 90))
        assert lines(made, "onderdrukt") == ["Onderdrukt zijn 2 bevindingen: zie controle.json."]

    def it_shows_more_of_what_takes_one_line_or_beside_less_text(self) -> None:
        counts = [
            lines(checklist(basis().data, Report(findings=(), suppressed=many), facts), "onderdrukt").count(
                "LNG001"
            )
            for many, facts in (
                (suppressed(LINES, "zo besloten " * 5), replace(FACTS, documents=FACTS.documents * 9)),
                (suppressed(LINES, "zo besloten " * 5), FACTS),
                (suppressed(LINES), FACTS),
            )
        ]
        assert sorted(set(counts)) == counts

    def it_asks_people_only_what_jvom_cannot_check(self) -> None:
        clean = Report(findings=())
        asked = lines(checklist(basis().data, clean, FACTS), "beoordelen")
        assert all(each.startswith("☐\t") for each in asked)
        assert not any("waarschuwingen" in each or "onderdrukt" in each for each in asked)
        lesser = replace(FACTS, pages="estimate", pdf=False)
        report = Report(findings=(finding(Severity.WARNING),), suppressed=suppressed(1))
        asked = lines(checklist(basis().data, report, lesser), "beoordelen")
        for word in ("waarschuwingen", "onderdrukt", "met de hand", "in Word bekeken"):
            assert any(word in each for each in asked), word

    def it_fits_its_template(self) -> None:
        assert verify(open_template(PROJECT / "templates/controlelijst.docx"), CONTRACT) == []


class Describe_the_built_checklist:
    @pytest.fixture(
        params=[("omdat het zo moet " * 30, True), ("zo besloten", True), ("zo besloten", False), ("", False)]
    )
    def fullest(self, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
        """Return a list as long as can be, of few suppressions or of many, beside much text or little.

        Without a reason it is of a dossier with a rubricering, and with approvals that are missing.
        """
        reason, much = request.param
        template = open_template(PROJECT / "templates/controlelijst.docx")
        far = "content/2025/rapport/een-heel-lange-naam-van-een-paragraaf.md"
        place = far if len(reason) > 20 else "content/2025/nota.md"
        many = tuple(Suppressed(finding(Severity.ERROR, place), reason) for _ in range(40))
        report = Report(findings=(finding(Severity.WARNING),) * 99, suppressed=many)
        facts = FACTS
        if much:
            facts = replace(FACTS, pages="estimate", pdf=False, documents=("brief-aan-de-kamer",) * 6)
            texts = [f"lange-naam-van-een-paragraaf-{number}" for number in (1, 2)]
            given = tuple(each for by in ("DJZ", "DCO", "CDS", "HDFC") for each in approved(by, *texts))
            facts = replace(facts, texts=27, approvals=given)
        if not reason:
            withheld = tuple(("brief-aan-de-kamer", level) for level in get_args(Classification))
            missing = tuple((by, "nmi") for by in ("DJZ", "DCO", "CDS", "HDFC", "DGB"))
            documents = ("brief-aan-de-kamer",) * 6
            facts = replace(facts, documents=documents, classified=withheld, missing_approvals=missing)
        path = tmp_path / "controlelijst.docx"
        path.write_bytes(build(checklist(basis().data, report, facts), template, {}))
        return path

    def it_is_valid(self, fullest: Path) -> None:
        assert [str(error) for error in OpenXmlValidator().validate(str(fullest)).errors] == []
        assert [str(each) for each in lint(fullest.read_bytes())] == []

    def it_is_one_page(self, fullest: Path, soffice: Path, tmp_path: Path) -> None:
        assert len(pages_of(fullest.read_bytes(), soffice, tmp_path)) == 1

    @pytest.mark.parametrize("digit", "8d")
    def it_has_any_seal_on_one_line(self, soffice: Path, tmp_path: Path, digit: str) -> None:
        template = open_template(PROJECT / "templates/controlelijst.docx")
        built = build(checklist(basis().data, Report(findings=()), FACTS), template, {})
        seal = digit * 64
        [page] = pages_of(print_seal(stored(built, SAMPLE), seal), soffice, tmp_path)
        assert f"Zegel {grouped(seal)}\r\n" in page

    def it_has_room_for_two_signatures(self, fullest: Path) -> None:
        with zipfile.ZipFile(fullest) as archive:
            said = archive.read("word/document.xml").decode()
        assert "Verzegeld door (naam en functie)" in said
        assert "Nagekeken door (naam en functie)" in said
        assert said.count("Datum en handtekening") == 2
