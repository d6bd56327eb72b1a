# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers with everything that the content format has, in any order, drawn from a seed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from random import Random

from tests.conftest import PROJECT
from tests.reading.pictures import png

_FRONT = "---\n{title}{mission}owner: DGB\nstatus: final\n---\n\n"
_TITLES = {
    "inleiding": "Inleiding",
    "inzet": "Inzet van Nederlandse militairen",
    "midden-oosten": "Midden-Oosten",
    "unifil": "UNIFIL (Libanon)",
    "untso": "UNTSO (Libanon en Golan)",
    "slotbeschouwing": "Slotbeschouwing",
}
_MISSIONS = ("unifil", "untso")
_WORDS = (
    "de het een inzet van militairen in Libanon wordt voortgezet met partners; bijdrage kabinet Kamer brief "
    "mandaat VN-missie Curaçao coördinatie 2014-2019 20 mei 2026 nr. 5 € 12,5 miljoen Zr.Ms. De Ruyter Golan"
).split()
# Letters that compose and letters that do not, scripts from right to left, signs beyond the basic plane.
_STRANGE = (
    "q\u0301", "e\u0301", "a\u0300\u0301\u0302", "\u0438\u0306", "Łódź", "Ивановка", "Αθήνα", "العربية",
    "עברית", "½", "№", "x\u200by", "a\u00adb", "\u2066abc\u2069", "𝔘𝔫𝔦", "😀", "ĳ", "ﬁ", "\u00a0", "→",
)  # fmt: skip
_NAMES = ("Qzaaf van der Xjuw", "Wqxzo-Jvurq", "Zvøqx Ñjuzw", "06-98237465")
_REFERENCES = ("[](#unifil)", "[](#rechtsbasis)", "[](#unifil,untso)", "[](#unifil..untso)")
_CITATIONS = ("[@kst-29521-493]", "[@kst-29521-510, datum]")
_MARK = "{.persoonsgegeven}"
_GROUNDS = ("5.1.1b", "5.1.2a", "5.1.2e", "5.1.2i", "5.1.5", "5.2")
_LEAST_WITHHELD = 8
"""Fewer random words as a whole paragraph, item or note may be elsewhere too."""
# Every kind of block that can be withheld as a whole, each with a name; the last picture is nowhere else.
_WITHHELD = """{.gelakt grond="5.1.1b"}
Qzaaf van der Xjuw staat in deze alinea, met een noot.[^weg]

- blijft
- {.gelakt grond="5.1.2i"} Wqxzo-Jvurq staat in dit punt
  1. en hier Qzaaf van der Xjuw
- blijft ook

| Kolom 0 | Kolom 1 | Kolom 2 |
| --- | --- | ---: |
| {.gelakt grond="5.1.2h"} Qzaaf van der Xjuw |  | 06-98237465 |
| blijft | staan | 3 |

Een zin met een noot.[^half]

[^weg]: Van Wqxzo-Jvurq.

[^half]: {.gelakt grond="5.2"} Van Wqxzo-Jvurq.

    En Qzaaf van der Xjuw.

{.gelakt grond="5.1.1b"}
![Qzaaf van der Xjuw](weg.png "Wqxzo-Jvurq")

### {.gelakt grond="5.1.5"} Een kop van Qzaaf van der Xjuw

> {.gelakt grond="5.1.2a"} Een citaat van Wqxzo-Jvurq.

{.gelakt grond="5.1.2i"}
- Wqxzo-Jvurq met een noot[^lijst]
  1. en Qzaaf van der Xjuw

[^lijst]: Van Qzaaf van der Xjuw.

{.gelakt grond="5.2"}
> Een citaat van Wqxzo-Jvurq.
>
> Een tweede van Qzaaf van der Xjuw.

{.gelakt grond="5.1.1b"}
| Wqxzo-Jvurq | Kolom 1 |
| --- | ---: |
| Qzaaf van der Xjuw | 06-98237465 |

: Over Qzaaf van der Xjuw {#tab-weg}

Zie ook [](#tab-weg).
"""


def write_rich_dossier(folder: Path, seed: int) -> tuple[str, ...]:
    """Write content/ and templates/ for the dossier of this seed; return the words it marks as personal."""
    shutil.copytree(PROJECT / "tests/dossiers/basis", folder / "content")
    shutil.copytree(PROJECT / "templates", folder / "templates")
    year = folder / "content/2025"
    for place in (year, year / "rapport"):
        (place / "kaart.png").write_bytes(png(60, 40))
    (year / "rapport/weg.png").write_bytes(png(50, 30))
    random = Random(seed)
    for kind in ("brief", "nota"):
        text = withheld(rich_text(random, "", "", in_report=False), Random(f"{seed} {kind}"))
        (year / f"{kind}.md").write_text(text, encoding="utf-8")
    for id, title in _TITLES.items():
        text = rich_text(random, title, id if id in _MISSIONS else "", in_report=True)
        text = with_blocks_withheld(withheld(text, Random(f"{seed} {id}")), Random(f"{seed} {id} blocks"))
        if id == "slotbeschouwing":
            text += f"\n{_WITHHELD}"
        (year / "rapport" / f"{id}.md").write_text(text, encoding="utf-8")
    return _NAMES


def rich_text(random: Random, title: str, mission: str, *, in_report: bool) -> str:
    """Return a text with whatever the format has; its pictures are of kaart.png."""
    front = _FRONT.format(
        title=f"title: {title}\n" if title else "", mission=f"mission: {mission}\n" if mission else ""
    )
    blocks = [_block(random, in_report=in_report) for _ in range(random.randint(2, 9))]
    notes = 0
    while (text := "\n\n".join(blocks)).count("NOOT") > 0:
        notes += 1
        place = next(at for at, block in enumerate(blocks) if "NOOT" in block)
        blocks[place] = blocks[place].replace("NOOT", f"[^n{notes}]", 1)
        blocks.append(f"[^n{notes}]: {_words(random, notes=False)}")
    if in_report:
        text = text.replace("#### ", "### ")  # below a section of the third level nothing goes deeper
    return f"{front}{text}\n"


def withheld(text: str, random: Random) -> str:
    """Return the text with some of it withheld on a ground: what the internal version prints is the same."""

    def mark() -> str:
        return f'{{.gelakt grond="{random.choice(_GROUNDS)}"}}'

    lines = []
    typed = text.split("\n")
    for at, line in enumerate(typed):
        long = _is_long(" ".join(takewhile(str.strip, typed[at:]))) and _is_long(line)
        if long and line.startswith("Tekst") and random.random() < 0.25:
            line = f"{mark()}\n{line}"
        elif long and line.startswith("- Punt") and random.random() < 0.25 and _goes_on_long(typed[at + 1 :]):
            line = f"- {mark()} {line[2:]}"
        parts = line.split(_MARK)
        lines.append(parts[0] + "".join(random.choice((_MARK, mark())) + part for part in parts[1:]))
    return "\n".join(lines)


def _goes_on_long(below: list[str]) -> bool:
    """Tell whether the sub-items and paragraphs that an item goes on with are long too."""
    inside = takewhile(lambda line: not line.strip() or line.startswith("  "), below)
    return all(_is_long(line) for line in inside if line.strip())


def _is_long(line: str) -> bool:
    """Tell whether a line is long, without a note, which may be short."""
    return line.count(" ") > _LEAST_WITHHELD and "[^" not in line


def with_blocks_withheld(text: str, random: Random) -> str:
    """Return the text with some of its lists and quotations withheld as a whole."""
    blocks = re.split(r"\n\n(?!  )", text)
    for at, block in enumerate(blocks):
        lines = [line for line in block.split("\n") if line.strip("> ")]
        # Two lists of one kind are one list.
        goes_on = at + 1 < len(blocks) and blocks[at + 1].startswith(block[:2])
        fits = block.startswith(("- Punt", "1. Punt", "> Punt")) and all(map(_is_long, lines))
        if fits and random.random() < 0.5 and not goes_on:
            blocks[at] = (
                f'{{.gelakt grond="{random.choice(_GROUNDS)}"}}{random.choice(("", chr(10)))}\n{block}'
            )
    return "\n\n".join(blocks)


def _block(random: Random, *, in_report: bool) -> str:
    makers: list[Callable[[Random], str]] = [
        _words, _words, _heading, _quotation, _bullets, _numbers, _table, _picture,
    ]  # fmt: skip
    made = random.choice(makers)(random)
    if made.startswith("| ") and random.random() < 0.4:
        made = f"{made}\n\n: Over {_words(random, notes=False)}".replace("\\\n", " ")
    if in_report and made.startswith("| ") and random.random() < 0.5:
        made = f"{made}\n\n{{.liggend}}"
    elif in_report and made.startswith("#") and random.random() < 0.2:
        made = f"{made} {{.liggend}}"
    if in_report and random.random() < 0.3:
        made = f"{made}\n\nZie {random.choice(_REFERENCES)} en {random.choice(_CITATIONS)}."
    return made


def _words(random: Random, *, notes: bool = True) -> str:
    words = [_piece(random, notes=notes) for _ in range(random.randint(1, 40))]
    made = " ".join(["Tekst", *words]) + random.choice((".", "!", "?"))
    return re.sub(r"\n(\d+)\.$", r"\n\1!", made)  # a line of "5." alone begins a list


def _piece(random: Random, *, notes: bool) -> str:
    word = random.choice(_WORDS)
    match random.randrange(40):
        case 0:
            return f"*{word} term*"
        case 1:
            return f"*{word}*{{lang={random.choice(('fr', 'de', 'ar', 'zh-Hant', 'uk'))}}}"
        case 2:
            return f"**{word}**"
        case 3:
            return f"[{word} {word}](https://www.defensie.nl/{random.randrange(9)})"
        case 4:
            return f"[{random.choice(_NAMES)}]{_MARK}"
        case 5:
            return f"[[{random.choice(_NAMES)}](mailto:qzaaf@xjuw.nl)]{_MARK}"
        case 6 if notes:
            return f"{word}NOOT"
        case 7:
            return f"{word}\\\n{word}"
        case 8 | 9:
            return random.choice(_STRANGE)
        case 10:
            return random.choice(("{{ deployed_total }}", "{{ expenditure }}", "{{ council }}"))
        case _:
            return word


def _heading(random: Random) -> str:
    words = _piece(random, notes=False).replace("\\\n", " ")
    return f"{'#' * random.choice((2, 2, 3, 4))} Kop {words} verder"


def _quotation(random: Random) -> str:
    return "\n>\n".join(f"> {_line(random)}" for _ in range(random.randint(1, 3)))


def _bullets(random: Random) -> str:
    items = [f"- {_line(random)}" for _ in range(random.randint(1, 5))]
    if random.random() < 0.4:
        items[0] += f"\n  1. {_line(random)}\n  2. {_line(random)}"
    if random.random() < 0.3:
        items[-1] += f"\n\n  {_line(random)}"
    return "\n".join(items)


def _numbers(random: Random) -> str:
    return "\n".join(f"{number}. {_line(random)}" for number in range(1, random.randint(2, 6)))


def _table(random: Random) -> str:
    columns = random.randint(1, 6)
    rows = [" | ".join(_line(random, 3) for _ in range(columns)) for _ in range(random.randint(1, 6))]
    under = "|" + " --- |" * (columns - 1) + random.choice((" --- |", " ---: |"))
    heads = "| " + " | ".join(f"Kolom {at}" for at in range(columns)) + " |"
    return "\n".join((heads, under, *(f"| {row} |" for row in rows)))


def _picture(random: Random) -> str:
    return random.choice(('![een kaart](kaart.png "Bijschrift")', "![een kaart](kaart.png)"))


def _line(random: Random, most: int = 12) -> str:
    words = [_piece(random, notes=True) for _ in range(random.randint(1, most))]
    return " ".join(["Punt", *words]).replace("\\\n", " ").replace("\n", " ")
