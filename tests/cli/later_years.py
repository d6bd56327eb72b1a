# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier of a year later: copied with nothing else changed, or brought up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.workspaces import change


def next_year(content: Path) -> None:
    """Copy the dossier of 2025 to 2026 with the year and its days changed, and nothing else."""
    shutil.copytree(content / "2025", content / "2026")
    dossier = content / "2026/dossier.yml"
    change(dossier, "year: 2025", "year: 2026")
    change(dossier, "{from: 2025-05, to: 2026-04}", "{from: 2026-05, to: 2027-04}")
    change(dossier, "presentation_date: 2026-05-20", "presentation_date: 2027-05-19")
    change(dossier, "council_of_ministers: 2026-05-08", "council_of_ministers: 2027-05-07")


def bring_up_to_date(dossier: Path) -> None:
    """Do what the list of `jvom new` asks, as honest people would."""
    references, days = iter(range(1, 9)), iter(["2027-05-19", "2027-05-19", "2027-04-22", "2027-05-19"])
    values = iter(["14", "2", "12", "2.9", "2027-05-19", "2027-05-07"])
    for name, change_one in {
        "reference: null": lambda: f"reference: MINDEF2027{next(references):07}",
        "date: null": lambda: f"date: {next(days)}",
        "value: null": lambda: f"value: {next(values)}",
    }.items():
        for path in (dossier / "dossier.yml", dossier / "figures.yml"):
            pieces = path.read_text(encoding="utf-8").replace(" # opmerking: bevestigen", "").split(name)
            text = pieces[0] + "".join(change_one() + piece for piece in pieces[1:])
            path.write_text(text, encoding="utf-8")
    for path in dossier.rglob("*.md"):
        text = path.read_text(encoding="utf-8").replace("status: outline", "status: final")
        text = text.replace("carried_from: 2025\n", "").replace("{{ council }} 2026", "{{ council }} 2027")
        text = text.replace("mei 2025 tot en met april 2026", "mei 2026 tot en met april 2027")
        text = text.replace("over 2025", "over 2026").replace(
            "bleef gespannen", "bleef na juni 2026 gespannen"
        )
        if path.parent.name == "rapport":
            text = text.rstrip("\n") + "\n\nIn 2026 veranderde hieraan niets dat de Kamer moet weten.\n"
        path.write_text(text, encoding="utf-8")
