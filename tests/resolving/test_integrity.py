# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every name that leads nowhere, or to two things."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from jvom.dossier_ids import DossierId
from jvom.model import Dossier
from jvom.reading.dossier import read_partial_dossier
from jvom.resolving import integrity
from jvom.resolving.integrity import problems
from jvom.text import walk, walk_blocks
from tests.contents import basis, copy_basis, fragment, read_dossier, with_data, with_texts


def reported(dossier: Dossier) -> list[str]:
    """Return the problems, each with the name of its file."""
    return [
        f"{Path(p.span.path).name}:{p.span.line}:{p.span.column}: {p.what}; "
        + re.sub(r"\S+/(?=\w+\.(?:yml|md))", "", str(p.advice))
        for p in problems(dossier)
    ]


def after(folder: Path, name: str, before: str, text: str) -> list[str]:
    """Return the problems after a change in a file of the basis dossier."""
    content = copy_basis(folder)
    path = content / name
    typed = path.read_text(encoding="utf-8")
    assert before in typed
    path.write_text(typed.replace(before, text, 1), encoding="utf-8")
    return reported(read_dossier(content, 2025))


class Describe_the_reading_of_a_dossier:
    def it_reads_every_inline_once(self, monkeypatch):
        read = []

        def counted(gather):
            def wrapped(content):
                found = gather(content)
                read.extend(found)
                return found

            return wrapped

        monkeypatch.setattr(integrity, "walk", counted(walk))
        monkeypatch.setattr(integrity, "walk_blocks", counted(walk_blocks))
        dossier = basis()
        assert problems(dossier) == ()

        once = [
            inline
            for each in dossier.fragments
            for inline in (*walk(each.title), *walk_blocks(each.all_blocks))
        ]
        assert sorted(map(id, read)) == sorted(map(id, once))


class Describe_a_dossier:
    def it_may_be_consistent(self):
        assert problems(basis()) == ()

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("{{ deployed_totl }}", [
                ("5:1: het cijfer «deployed_totl» bestaat niet; bedoelde u «deployed_total»? "
                "Zo niet: zet «deployed_totl» in figures.yml"),
            ]),
            ("*{{ x }}*", [
                ("5:2: het cijfer «x» bestaat niet; kies uit: council, deployed_total, "
                "expenditure, presentation, "
                "unifil_staff, untso_staff; of zet «x» in figures.yml"),
            ]),
            ("{{ mandates }} buiten een tabel", [
                ("5:1: het cijfer «mandates» bestaat niet; kies uit: council, deployed_total, expenditure, "
                "presentation, unifil_staff, untso_staff; of zet «mandates» in figures.yml"),
            ]),
            ("a [@kst-29521-49; @weg]", [
                ("5:3: de bron «kst-29521-49» bestaat niet; kies uit: kst-29521-493, kst-29521-510; "
                "of zet «kst-29521-49» in references.yml"),
                ("5:3: de bron «weg» bestaat niet; kies uit: kst-29521-493, kst-29521-510; "
                "of zet «weg» in references.yml"),
            ]),
            ("a @kst-29521-493 b", [
                "5:3: «@kst-29521-493» zou gedrukt worden zoals het er staat; schrijf [@kst-29521-493]",
            ]),
            ("@unifil", ["5:1: «@unifil» zou gedrukt worden zoals het er staat; schrijf [](#unifil)"]),
            ("{ deployed_total } en {naam}", [
                ("5:1: «{ deployed_total }» zou gedrukt worden zoals het er staat; "
                "zet er dubbele accolades om: {{ deployed_total }}"),
            ]),
            ("info@unifil.nl en @onbekend en \\@unifil", []),
            ("[](#unifl)", [("5:1: de paragraaf «unifl» bestaat niet; bedoelde u «unifil»? "
            "Zo niet: zet «unifl» onder report: outline in dossier.yml")]),
            ("[](#unifil,weg)", [
                ("5:1: de paragraaf «weg» bestaat niet; kies uit: inleiding, inzet, "
                "midden-oosten, rechtsbasis, "
                "slotbeschouwing, unifil, untso; of zet «weg» onder report: outline in dossier.yml"),
            ]),
            ("[](#untso..unifil)", [
                "5:1: «unifil» komt niet na «untso»; noem eerst de paragraaf die voorop staat",
            ]),
            ("[](#unifil..unifil)", [
                "5:1: «unifil» staat hier twee keer; noem elke paragraaf één keer",
            ]),
            ("[](#unifil,inzet)", [
                "5:1: «inzet» komt niet na «unifil»; noem eerst de paragraaf die voorop staat",
            ]),
            ("[](#inzet,unifil,unifil)", [
                "5:1: «unifil» staat hier twee keer; noem elke paragraaf één keer",
            ]),
            ("[](#inzet,untso,rechtsbasis)", []),
            ("a[^n]", ["5:2: de tekst van voetnoot «n» bestaat niet; zet een alinea [^n]: ... in inzet.md"]),
            ("a[^kader]\n\n[^kaders]: b", [
                ("5:2: de tekst van voetnoot «kader» bestaat niet; bedoelde u «kaders»? "
                "Zo niet: zet een alinea [^kader]: ... in inzet.md"),
                ("7:1: de voetnoot [^kaders] wordt nergens aangeroepen; zet [^kaders] in de "
                "tekst, of haal de "
                "voetnoot weg"),
            ]),
            ("a[^n] b[^n]\n\n[^n]: c", [
                "5:8: de voetnoot [^n] wordt twee keer aangeroepen; geef de tweede een eigen naam en tekst",
            ]),
            ("a[^n]\n\n[^n]: c\n\n[^n]: d", [
                "9:1: de voetnoot «n» staat er twee keer; eerst op regel 7; houd er een over",
            ]),
            ("a[^n]\n\n[^n]: c[^m]\n\n[^m]: d", [
                "7:8: dit kan niet in een voetnoot; zet het in de tekst zelf",
                ("9:1: de voetnoot [^m] wordt nergens aangeroepen; zet [^m] in de tekst, of haal "
                "de voetnoot weg"),
            ]),
            ("a[^n]\n\n[^n]: [](#weg) {{ expenditure }}", [
                ("7:7: de paragraaf «weg» bestaat niet; kies uit: inleiding, inzet, "
                "midden-oosten, rechtsbasis, "
                "slotbeschouwing, unifil, untso; of zet «weg» onder report: outline in dossier.yml"),
            ]),
            ("- a\n  - {{ x1 }}\n\n> [@y1]", [
                ("6:5: het cijfer «x1» bestaat niet; kies uit: council, deployed_total, "
                "expenditure, presentation, "
                "unifil_staff, untso_staff; of zet «x1» in figures.yml"),
                ("8:3: de bron «y1» bestaat niet; kies uit: kst-29521-493, kst-29521-510; "
                "of zet «y1» in references.yml"),
            ]),
            ("| a[^n] |\n| - |\n| b |\n\n[^n]: c", []),
            ("| a | b |\n| - | - |\n| {{ mandates }} | |", [
                ("5:1: de mandatentabel heeft 2 kolommen; maak er vijf: locatie, inzet, "
                "rechtsbasis, internationaal "
                "mandaat, nationaal kader"),
            ]),
        ],
    )  # fmt: skip
    def it_uses_unknown_names(self, text, expected):
        found = reported(with_texts(basis(), {"inzet": text}))

        assert found == [f"inzet.md:{problem}" for problem in expected]

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Een[^n]", ["2:11: de tekst van voetnoot «n» bestaat niet", "2:11: dit kan niet in een titel"]),
            ("'[](#unifil)'", ["2:9: dit kan niet in een titel"]),
            ("'{{ niets }}'", ["2:9: het cijfer «niets» bestaat niet"]),
            ("Met *term* en {{ expenditure }}", []),
        ],
    )
    def it_has_an_impossible_title(self, title, expected):
        dossier = basis()
        sections = tuple(
            fragment("inzet", "Tekst.", title) if section.id == "inzet" else section
            for section in dossier.sections
        )

        found = reported(msgspec.structs.replace(dossier, sections=sections))

        assert [problem.partition("; ")[0] for problem in found] == [
            f"inzet.md:{problem}" for problem in expected
        ]

    def it_has_no_heading_that_would_look_like_the_one_above_it(self):
        text = "## A\n\n### B\n\n#### C\n\nTekst.\n"

        assert reported(with_texts(basis(), {"inzet": text, "midden-oosten": text, "unifil": text})) == [
            (
                "unifil.md:9:6: deze kop is te diep: het verschil met de kop erboven zou niet te zien zijn; "
                "begin met ## en gebruik daaronder ###"
            )
        ]

    @pytest.mark.parametrize("name", ["brief", "nota"])
    def it_has_its_mandates_in_the_report(self, name):
        """The other templates have no styles for them."""
        table = "| a | b | c | d | e |\n| - | - | - | - | - |\n| {{ mandates }} | | | | |"

        (problem,) = reported(with_texts(basis(), {name: table}))

        assert problem.startswith(f"{name}.md:1:1: de mandatentabel kan alleen in het rapport staan; verwijs")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (
                "Zie [](#fig-x).",
                "de afbeelding «fig-x» bestaat niet; zet {#fig-x} achter de afbeelding, die een",
            ),
            ("Zie [](#tab-a).", "de tabel «tab-a» bestaat niet; bedoelde u «tab-aa»?"),
            (
                "Zie [](#tab-bb,tab-aa).",
                "«tab-aa» komt niet na «tab-bb»; noem eerst wat in het document voorop",
            ),
            ("Zie [](#untso..tab-bb).", "deze reeks gaat van het een naar iets anders"),
            ("| a |\n| - |\n| b |\n\n{#tab-cc}", "«tab-cc» heeft geen bijschrift, en dus geen nummer"),
            ("| a |\n| - |\n| b |\n\n: X {#tab-aa}", "de naam «tab-aa» staat er twee keer; eerst op regel"),
            (
                "| a |\n| - |\n| b |\n\n: X[^n] {#tab-cc}\n\n[^n]: N.",
                "dit kan niet in een bijschrift; zet het",
            ),
        ],
    )
    def it_refers_to_captions_that_are_there(self, typed, said):
        two = "".join(f"| a |\n| - |\n| b |\n\n: X {{#tab-{name}}}\n\n" for name in ("aa", "bb"))
        dossier = with_texts(basis(), {"unifil": f"{two}[](#tab-aa..tab-bb)"})
        assert reported(dossier) == []
        assert any(said in each for each in reported(with_texts(dossier, {"untso": typed})))

    @pytest.mark.parametrize("typed", ["## Kop {.liggend}", "| a | b |\n| - | - |\n| c | d |\n\n{.liggend}"])
    def it_has_landscape_pages_in_the_report_alone(self, typed):
        assert reported(with_texts(basis(), {"unifil": typed})) == []
        for kind in ("brief", "nota"):
            [found] = reported(with_texts(basis(), {kind: typed}))
            assert "alleen in het rapport kan een pagina liggen; maak hier meer tabellen" in found

    def it_is_the_same_for_letter_and_nota(self):
        found = reported(with_texts(basis(), {"brief": "{{ weg }}", "nota": "## Aanleiding\n\n[](#nergens)"}))

        assert [problem.partition(":")[0] for problem in found] == ["brief.md", "nota.md"]

    @pytest.mark.parametrize(
        ("name", "before", "text", "expected"),
        [
            ("missions.yml", "id: untso", "id: unifil", [
                "untso.md: de missie «untso» bestaat niet; kies uit: unifil; of zet «untso» in missions.yml",
                ("mandates.yml: de missie «untso» bestaat niet; kies uit: unifil; "
                "of zet «untso» in missions.yml"),
                "missions.yml: de missie «unifil» staat er twee keer; eerst op regel ; houd er een over",
            ]),
            ("abbreviations.yml", "abbreviation: JVOM", "abbreviation: EU", [
                "abbreviations.yml: de afkorting «EU» staat er twee keer; eerst op regel ; houd er een over",
            ]),
            ("2025/dossier.yml", "id: tweede-kamer", "id: eerste-kamer", [
                ("dossier.yml: de geadresseerde «eerste-kamer» staat er twee keer; eerst op regel ; houd er "
                "een over"),
            ]),
            ("2025/dossier.yml", "\nletter:", "  - {office: X, name: Y}\n" * 5 + "\nletter:", [
                ("dossier.yml: voor deze ondertekenaar is geen plaats; een brief heeft ten hoogste 6 "
                "ondertekenaars"),
            ]),
            ("2025/figures.yml", "parts: [unifil_staff, untso_staff]", "parts: [unifil_staff, untso]", [
                ("figures.yml: het cijfer «untso» bestaat niet; kies uit: council, deployed_total, "
                "expenditure, presentation, unifil_staff, untso_staff; of zet «untso» in figures.yml"),
            ]),
            ("2025/mandates.yml", "mission: unifil", "mission: unifill", [
                ("mandates.yml: de missie «unifill» bestaat niet; bedoelde u «unifil»? "
                "Zo niet: zet «unifill» in missions.yml"),
            ]),
            ("2025/rapport/unifil.md", "mission: unifil", "mission: unfil", [
                ("unifil.md: de missie «unfil» bestaat niet; bedoelde u «unifil»? "
                "Zo niet: zet «unfil» in missions.yml"),
            ]),
            ("2025/rapport/unifil.md", "mission: unifil", "missions: [unifil, unfil, unifil]", [
                ("unifil.md: de missie «unfil» bestaat niet; bedoelde u «unifil»? "
                "Zo niet: zet «unfil» in missions.yml"),
                "unifil.md: de missie «unifil» staat er twee keer; eerst op regel ; houd er een over",
            ]),
            ("2025/rapport/unifil.md", "mission: unifil", "mission: unifil\nmissions: [unifil, untso]", [
                ("unifil.md: deze tekst heeft mission én missions; "
                "noem alle missies in missions, en haal mission weg"),
            ]),
            ("2025/rapport/unifil.md", "mission: unifil", "mission: unifil, untso", [
                ("unifil.md: «unifil, untso» is meer dan één missie; "
                "schrijf een lijst: missions: [unifil, untso]"),
            ]),
            ("2025/rapport/unifil.md", "\nDe *United", "\n{mission=unfil} De *United", [
                ("unifil.md: de missie «unfil» bestaat niet; bedoelde u «unifil»? "
                "Zo niet: zet «unfil» in missions.yml"),
            ]),
        ],
    )  # fmt: skip
    def it_has_unknown_names_in_its_data(self, tmp_path, name, before, text, expected):
        found = after(tmp_path, name, before, text)

        assert len(found) == len(expected)
        assert sorted(re.sub(r":\d+:\d+|(?<=regel )\d+", "", problem) for problem in found) == sorted(
            expected
        )

    def it_is_examined_even_when_a_fragment_is_missing(self, tmp_path):
        """A reference to a section whose file is missing is no second problem; an unknown figure is."""
        content = copy_basis(tmp_path)
        (content / "2025" / "rapport" / "untso.md").unlink()
        (content / "2025" / "nota.md").write_text("## Aanleiding\n\n[](#untso) {{ weg }}\n")

        dossier, missing = read_partial_dossier(content, DossierId(2025))

        assert dossier is not None
        assert len(missing) == 1
        assert [problem.partition("; ")[0] for problem in reported(dossier)] == [
            "nota.md:3:12: het cijfer «weg» bestaat niet"
        ]

    def it_may_have_one_signatory(self):
        dossier = basis()

        assert reported(with_data(dossier, signatories=dossier.data.signatories[:1])) == []
