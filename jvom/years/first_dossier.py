# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The first dossier of a house: the outline of another one, with empty texts and no data yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from string import Template

from jvom.dossier_ids import DossierId
from jvom.model import Dossier, Fragment
from jvom.settings import Settings
from jvom.text import Table
from jvom.years.new_dates import Dates
from jvom.years.new_dossier import make_new_dossier

#: What a remark in an empty text says of the year before, which a first dossier does not have.
_YEAR_BEFORE = re.compile(r"; in \d{4} waren het \d+ woorden(?= -->)")
_OUTLINE = ("  outline:", "  appendices:")


def make_first_dossier(
    example: Dossier,
    settings: Settings,
    old: DossierId,
    new: DossierId,
    raw: Mapping[str, bytes],
    typed: Mapping[str, str],
) -> Mapping[str, bytes]:
    """Return the files of the dossier `new` by their name in its folder, shaped as the `example`, `old`.

    `raw` are the bytes of the example's files by their path. `typed` are the texts of the data files by name,
    with places for the days of the year, the period and the outline (`string.Template`).
    """
    dates = Dates.of(example.data, settings.calendar, old, new)
    places = {
        "year": str(new.year),
        "first": f"{dates.first.year}-{dates.first.month:02}",
        "last": f"{dates.last.year}-{dates.last.month:02}",
        "presentation": dates.presentation.isoformat(),
        "council": dates.council.isoformat(),
        "period": dates.period,
        "outline": _outline(example),
    }
    files = {name: Template(text).substitute(places).encode() for name, text in typed.items()}
    made = make_new_dossier(example, settings, old, new, raw, "empty").files
    for fragment in example.fragments:
        path = PurePosixPath(fragment.span.path)
        name = path.name if path.name in made else f"{path.parent.name}/{path.name}"
        text = made[name].decode()
        if (table := _table_of_data(fragment)) is not None:
            text = f"{_front(text, str(old))}\n<!-- opmerking: hier hoort wat de tabel zegt -->\n\n{table}\n"
        files[name] = _YEAR_BEFORE.sub("", text).encode()
    return files


def _outline(example: Dossier) -> str:
    """Return the lines of dossier.yml on the sections of the report, as they were typed."""
    lines = next(file.lines for file in example.files if file.path.endswith("/dossier.yml"))
    found, inside = [], False
    for line in lines:
        if line.strip() and not line.startswith("    "):
            inside = line.startswith(_OUTLINE)
        if inside:
            found.append(line.rstrip())
    return "\n".join(found).rstrip()


def _table_of_data(fragment: Fragment) -> str | None:
    """Return the table that data fill as it was typed, without notes in its head; None when there is none."""
    for block in fragment.blocks:
        if isinstance(block, Table) and block.filled_with:
            rows = []
            for line in fragment.lines[block.span.line - 1 :]:
                if not line.startswith("|"):
                    break
                rows.append(re.sub(r"\[\^[^]]+\]", "", line))
            return "\n".join(rows)
    return None


def _front(text: str, old: str) -> str:
    """Return the front matter of a text, which no longer comes from the dossier `old`."""
    front = text[: text.index("\n---\n", 1) + len("\n---\n")]
    return front.replace(f"carried_from: {old}\n", "")
