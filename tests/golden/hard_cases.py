# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier of what is hard to set: long, wide, many, and in other alphabets."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import PROJECT
from tests.reading.pictures import png

ROWS = 51
"""How many rows the appendix has, in three regions of which one is longer than a page."""

_LONG_TITLE = (
    "Verantwoordelijkheidsverdeling tussen de Directeur-Generaal Beleid, de Commandant der Strijdkrachten en "
    "de Directie Operaties bij internationale crisisbeheersingsoperaties"
)
_SENTENCES = (
    "De inzet van Nederlandse militairen wordt per missie beschreven, met de samenhang tussen de regio's, de "
    "bondgenoten en de middelen die daarvoor beschikbaar zijn gesteld. "
    "Waar het mandaat in de verslagperiode is verlengd, staat dat in de bijlage, met de einddatum van het "
    "nationale kader en het besluit waarop het berust. "
)
_ALPHABETS = (
    "In het Cyrillisch heet het dorp Ивановка, in het Grieks Αθήνα; *قوات حفظ السلام*{lang=ar} is Arabisch "
    "en *כוח שלום*{lang=he} Hebreeuws. Łódź, Đakovica, İzmir, Çanakkale en São Tomé staan er met hun eigen "
    "tekens, en Ĳmuiden met een ligatuur."
)
_SIGNATORIES = (
    ("DE MINISTER VAN DEFENSIE", "A.B. de Vries"),
    (
        "DE MINISTER VAN BUITENLANDSE ZAKEN EN ONTWIKKELINGSSAMENWERKING",
        "Jhr. mr. C.D.E.F. van Heemstra tot Oosterzee-Jansen",
    ),
    ("DE MINISTER VAN JUSTITIE EN VEILIGHEID", "G. Öztürk"),
    ("DE STAATSSECRETARIS VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES", "H. Łukasiewicz"),
)


def hard_dossier(folder: Path) -> Path:
    """Write the dossier, and return the folder of its content."""
    content = folder / "content"
    shutil.copytree(PROJECT / "tests/dossiers/basis", content)
    year = content / "2025"
    (year / "rapport/kaart.png").write_bytes(png(900, 300))
    _edit(
        year / "dossier.yml",
        ("  - {office: DE MINISTER VAN DEFENSIE, name: A.B. de Vries}\n", ""),
        (
            "  - {office: DE MINISTER VAN BUITENLANDSE ZAKEN, name: C.D. Jansen}\n",
            "".join(f"  - {{office: {office}, name: {name!r}}}\n" for office, name in _SIGNATORIES),
        ),
        ("  subject: Jaarlijkse", f"  subject: {_LONG_TITLE} in de Jaarlijkse"),
        ("  title: Jaarlijkse voortgangsrapportage overige missiebijdragen 2025", f"  title: {_LONG_TITLE}"),
        ("  outline:\n", "  lists: [figuren, tabellen]\n  outline:\n"),
    )
    _edit(year / "rapport/untso.md", ("title: UNTSO (Libanon en Golan)", f"title: {_LONG_TITLE}"))
    (year / "rapport/unifil.md").write_text(_unifil(), encoding="utf-8")
    (year / "mandates.yml").write_text(_mandates(), encoding="utf-8")
    nota = (year / "nota.md").read_text(encoding="utf-8")
    long = "\n\n".join(f"{number}. {_SENTENCES * 4}" for number in range(1, 45))
    (year / "nota.md").write_text(
        nota.replace("De rapportage volgt de opzet van de eerdere jaren.", f"{long}\n"), encoding="utf-8"
    )
    return content


def _unifil() -> str:
    years = list(range(2015, 2027))
    wide = [
        "| Onderdeel | " + " | ".join(map(str, years)) + " |",
        "|" + " --- |" + " ---: |" * 12,
        *(
            f"| {name} | "
            + " | ".join(f"{1000 + 37 * at * row:,}".replace(",", ".") for at in range(12))
            + " |"
            for row, name in enumerate(
                ("Koninklijke Marechaussee", "Verantwoordelijkheidsverdeling", "Commando Zeestrijdkrachten"),
                1,
            )
        ),
    ]
    narrow = (
        "| Verantwoordelijkheidsverdeling | Veiligheidsraadsresolutie | Bevoegdhedenoverzicht | Bedrag |\n"
        "| --- | --- | --- | ---: |\n"
        "| Grondwetsartikeltoepassing | 2790 | Mandaatverlenging | 1.234.567.890 |\n"
    )
    return (
        "---\ntitle: UNIFIL (Libanon)\nmission: unifil\nowner: DGB\nstatus: final\n---\n\n"
        f"{_ALPHABETS}\n\nZie [](#fig-kaart), [](#tab-smal) en [](#tab-jaren).\n\n## Kaart\n\n"
        '![Een kaart van het operatiegebied.](kaart.png "Het operatiegebied"){#fig-kaart}\n\n'
        f"De verdeling:\n\n{narrow}\n: Verdeling {{#tab-smal}}\n\n## Inzet door de jaren\n\n"
        + "\n".join(wide)
        + "\n\n: Inzet per onderdeel, 2015 tot en met 2026 {#tab-jaren .liggend}\n\nDe tekst gaat verder.\n"
    )


def _mandates() -> str:
    regions = (("Europa", 3), ("Midden-Oosten en Noord-Afrika", ROWS - 10), ("Afrika", 7))
    rows = ""
    for region, count in regions:
        for number in range(1, count + 1):
            rows += (
                f"  - {{mission: {'unifil' if number % 2 else 'untso'}, operation: {region} nummer {number}, "
                f"region: {region}, basis: VNVR-resolutie {2000 + number} (2025), "
                f"mandate: {'geen' if number % 3 else '2026-12-31'}, framework: 2028-06-30}}\n"
            )
    return f"rows:\n{rows}"


def _edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
