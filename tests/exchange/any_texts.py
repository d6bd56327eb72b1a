# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts with all that the format has, typed in every way that it allows, drawn from a seed."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from jvom.reading.fragment import read_fragment
from tests.rich_dossiers import rich_text, with_blocks_withheld, withheld

_REMARKS = (
    "<!-- opmerking (DGB, 2026-03-04): klopt dit? Graag nagaan. -->",
    "<!-- opmerking: los -->",
    "<!-- opmerking van DJZ: hoezo, en waarom? -->",
)
_SUPPRESSION = "<!-- jvom: ignore[ABR002] zo heet het -->"
_PIECES = (
    "\\*sterretje\\*", "a\\_b", "R&amp;D", "[www.defensie.nl](https://www.defensie.nl/a_(b))", "1 < 2",
    "[@kst-29521-493; @kst-29521-510, datum]", "[@kst-29521-510]", "<https://www.defensie.nl>",
    "**vet *en term* samen**", "\u201cgekruld\u201d", "2014\u20132019", "'s ochtends",
    "\\#1", "- los streepje",
    "**[naam]{.persoonsgegeven}**",
    '[geheime woorden]{.gelakt grond="5.1.2i"}',
    "[*w* x](https://w.nl/?a=1&b=2)", "{{ presentation }}", "\\[haak\\]",
)  # fmt: skip


def any_text(seed: int) -> str:
    """Return the file of a text, front matter included."""
    random = Random(seed)
    # A few are refused, such as a remark that would begin an item.
    while read_fragment("unifil", (text := _text(random)).encode(), "unifil.md")[1]:
        pass
    return text


def _text(random: Random) -> str:
    whole = rich_text(random, "UNIFIL (Libanon)", "unifil", in_report=True)
    front, _, body = whole.rpartition("---\n\n")
    blocks = [_typed_otherwise(random, block) for block in body.rstrip("\n").split("\n\n")]
    parts = [blocks[0]]
    for before, block in pairwise(blocks):
        is_inside = block.startswith(("  ", "{.")) or before.startswith(("[^", "{."))
        parts.append("\n\n" if is_inside else random.choice(("\n\n", "\n\n", "\n\n\n", "\n \n")))
        if not is_inside and random.random() < 0.15:
            parts.append(random.choice((*_REMARKS, _SUPPRESSION)) + "\n\n")
        parts.append(block)
    text = f"{front}---\n\n{''.join(parts)}" + random.choice(("\n", "\n", "\n", "", "\n\n"))
    text = with_blocks_withheld(withheld(text, random), Random(text))
    return text.replace("\n", "\r\n") if random.random() < 0.15 else text


def _typed_otherwise(random: Random, block: str) -> str:
    """Return a block with other pieces, remarks and line ends in it."""
    if block.startswith("!["):
        return block
    if block.startswith(("Tekst", "- Punt")) and random.random() < 0.05:
        block = block.replace("Tekst", '{.gelakt grond="5.1.2i"} Tekst', 1)
        block = block.replace("- Punt", '- {.gelakt grond="5.1.2i"} Punt', 1)
    if block.startswith(("Tekst", "- Punt")) and random.random() < 0.1:
        block = block.replace("Tekst", "{mission=unifil} Tekst", 1)
        block = block.replace("- Punt", "- {mission=unifil} Punt", 1)
    if block.startswith("|"):
        lines = block.split("\n")
        lines[2:] = [_with(random, line, _REMARKS, 0.05) for line in lines[2:]]
        return "\n".join(lines)
    lines = []
    for line in block.split("\n"):
        made = _with(random, line, _PIECES, 0.25)
        made = _with(random, made, _REMARKS, 0.08)
        if not line.startswith("#"):
            made = _broken(random, made)
        lines.append(made)
    return "\n".join(lines)


def _with(random: Random, line: str, pieces: tuple[str, ...], share: float) -> str:
    """Return a line with perhaps one of the pieces behind one of its words."""
    spaces = [found.start() for found in re.finditer(r"(?<=[a-z]) (?=[A-Za-z])", line)]
    if not spaces or random.random() > share or line.startswith("[^"):
        return line
    at = random.choice(spaces)
    # A space inside a mark is none of ours.
    before = line[:at]
    is_open = any(before.count(one) != before.count(other) for one, other in ("[]", "{}"))
    if is_open or before.count("*") % 2:
        return line
    return f"{line[:at]} {random.choice(pieces)}{line[at:]}"


def _broken(random: Random, line: str) -> str:
    """Return a line of words broken in two, or not."""
    found = re.match(r"([ ]*)(> |[-*+] |\d+\. )?", line)
    assert found is not None
    indent = found[1] + (">" if found[2] == "> " else " " * len(found[2] or ""))
    spaces = [each.start() for each in re.finditer(r"(?<=[a-z]) (?=[a-z])", line)]
    if not spaces or random.random() < 0.5 or line.startswith("[^"):
        return line
    at = random.choice(spaces)
    if any(line[:at].count(one) != line[:at].count(other) for one, other in (("<!--", "-->"), "{}")):
        return line
    if indent.endswith(">"):
        indent += " "
    return f"{line[:at]}\n{indent}{line[at + 1 :]}"
