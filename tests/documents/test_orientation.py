# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that are turned for a table or a section of the report."""

from __future__ import annotations

from msgspec.structs import replace

from jvom import plan
from jvom.documents.dossier import documents
from jvom.model import Dossier
from tests.contents import basis, with_texts

TABLE = "| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n"
TURNED = f"{TABLE}\n{{.liggend}}\n"


def outline(text: str, dossier: Dossier | None = None) -> list[str]:
    """Return what the chapters have, with the unifil section's text: turns, headings, tables, words."""
    (report,) = documents(with_texts(dossier or basis(), {"unifil": text}), ("rapport",))
    found = []
    for block in report.blocks["rapport"]:
        match block:
            case plan.NewSection(landscape=landscape):
                found.append("liggend" if landscape else "staand")
            case plan.Table():
                found.append("tabel")
            case plan.Paragraph(heading=heading, content=content):
                found.append(("#" * heading + " " if heading else "") + plan.plain_text(content))
    first = next(at for at, each in enumerate(found) if "UNIFIL" in each)
    last = next(at for at, each in enumerate(found) if "UNTSO" in each)
    return found[first - 1 : last + 1]


class Describe_a_landscape_table:
    def it_turns_its_page_alone(self):
        assert outline(f"Voor.\n\n{TURNED}\nNa.\n")[2:] == [
            "Voor.", "liggend", "tabel", "staand", "Na.", "### UNTSO (Libanon en Golan)",
        ]  # fmt: skip

    def it_shares_the_page_of_the_next_one(self):
        assert outline(f"Voor.\n\n{TURNED}\n{TURNED}")[2:] == [
            "Voor.", "liggend", "tabel", "tabel", "staand", "### UNTSO (Libanon en Golan)",
        ]  # fmt: skip

    def it_takes_the_headings_above_it_along(self):
        assert outline(f"Voor.\n\n## Een\n\n### Twee\n\n{TURNED}")[2:7] == [
            "Voor.", "liggend", "#### Een", "##### Twee", "tabel",
        ]  # fmt: skip
        assert outline(TURNED)[:3] == ["liggend", "### UNIFIL (Libanon)", "tabel"]

    def it_keeps_its_place_in_a_landscape_part(self):
        text = f"Voor.\n\n## Een {{.liggend}}\n\nWoord.\n\n### Twee\n\n{TURNED}\nWoord.\n\n## Drie\n\nNa.\n"

        assert outline(text)[2:] == [
            "Voor.", "liggend", "#### Een", "Woord.", "##### Twee", "tabel", "Woord.", "staand", "#### Drie",
            "Na.", "### UNTSO (Libanon en Golan)",
        ]  # fmt: skip

    def it_has_the_room_of_the_page(self):
        wide = "| " + " | ".join(["Aantal"] * 13) + " |\n|" + " --- |" * 13 + "\n|" + " 1.234 |" * 13 + "\n"
        (report,) = documents(with_texts(basis(), {"unifil": f"{wide}\n{{.liggend}}\n"}), ("rapport",))
        [table] = [
            each
            for each in report.blocks["rapport"]
            if isinstance(each, plan.Table) and len(each.widths) == 13
        ]

        # A landscape page is 249 mm wide; 1.234 needs 10 mm.
        assert all(width * 249 > 12 for width in table.widths)


class Describe_a_landscape_section:
    def it_turns_the_pages_of_its_own_text(self):
        dossier = basis()
        report = dossier.data.report
        assert report is not None

        def turned(entries):
            return tuple(
                replace(
                    each,
                    orientation="liggend" if each.id == "unifil" else "staand",
                    sections=turned(each.sections),
                )
                for each in entries
            )

        turning = replace(report, outline=turned(report.outline))
        lying = replace(dossier, data=replace(dossier.data, report=turning))

        assert outline(f"Voor.\n\n{TURNED}", lying) == [
            "liggend", "### UNIFIL (Libanon)", "Voor.", "tabel", "staand", "### UNTSO (Libanon en Golan)",
        ]  # fmt: skip
