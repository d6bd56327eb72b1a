# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers to measure on: the real one, and copies with many times its mission sections."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def read_outline(content: Path, year: str) -> list[dict[str, Any]]:
    """Return the report's outline from `dossier.yml`."""
    outline: list[dict[str, Any]] = _read(content / year / "dossier.yml")["report"]["outline"]
    return outline


def sections(outline: list[dict[str, Any]], level: int = 1) -> Iterator[tuple[str, int]]:
    """Yield each section's id and level, in printed order."""
    for entry in outline:
        yield entry["id"], level
        yield from sections(entry.get("sections", []), level + 1)


def fragment(content: Path, year: str, id: str) -> tuple[dict[str, Any], str]:
    """Return a report fragment's front matter and text."""
    return split((content / year / "rapport" / f"{id}.md").read_text(encoding="utf-8-sig"))


def split(text: str) -> tuple[dict[str, Any], str]:
    """Return front matter and body."""
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return {}, text
    return yaml.safe_load(matter[1]) or {}, text[matter.end() :]


def words(content: Path, year: str) -> int:
    """Return the number of words in the report's fragments."""
    outline = read_outline(content, year)
    return sum(len(fragment(content, year, name)[1].split()) for name, _ in sections(outline))


def with_long_text(content: Path, year: str, length: int, target: Path) -> str:
    """Write under `target` the dossier with one text of so many words; return the name of that text.

    It gets the paragraphs of the texts after it.
    """
    shutil.copytree(content, target)
    first, *others = [
        target / year / "rapport" / f"{id}.md"
        for id, _ in sections(read_outline(content, year))
        if fragment(content, year, id)[0].get("mission")
    ]
    text = first.read_text(encoding="utf-8").rstrip("\n")
    paragraphs = (block for path in others for block in _paragraphs(path))
    while len(text.split()) < length:
        text += f"\n\n{next(paragraphs)}"
    first.write_text(f"{text}\n", encoding="utf-8")
    return first.relative_to(target).as_posix()


def _paragraphs(path: Path) -> Iterator[str]:
    _, text = split(path.read_text(encoding="utf-8"))
    for block in text.strip().split("\n\n"):
        if block[0].isalpha() and "[^" not in block:
            yield block


def with_earlier_years(content: Path, year: str, count: int, target: Path) -> Path:
    """Write under `target` the dossier with `count` copies of itself as its earlier years, and return it."""
    shutil.copytree(content, target)
    for earlier in range(int(year) - count, int(year)):
        shutil.copytree(content / year, target / str(earlier))
        path = target / str(earlier) / "dossier.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"year: {year}", f"year: {earlier}", 1), encoding="utf-8")
    return target


def multiply(content: Path, year: str, times: int, target: Path) -> Path:
    """Write under `target` the dossier with each mission's section `times` times, and return it.

    The copies get their own ids (``kfor-2``) and follow the original in the outline.
    """
    shutil.copytree(content, target)
    path = target / year / "dossier.yml"
    data = _read(path)

    def copied(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield {**entry, "sections": more(entry["sections"])} if "sections" in entry else entry
        if fragment(content, year, entry["id"])[0].get("mission"):
            original = target / year / "rapport" / f"{entry['id']}.md"
            for number in range(2, times + 1):
                copy = f"{entry['id']}-{number}"
                shutil.copyfile(original, original.with_name(f"{copy}.md"))
                yield {"id": copy}

    def more(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [each for entry in entries for each in copied(entry)]

    data["report"]["outline"] = more(data["report"]["outline"])
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def _read(path: Path) -> Any:
    return yaml.load(
        path.read_text(encoding="utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )


def with_year_before(content: Path, year: str, target: Path) -> Path:
    """Write under `target` the dossier with a copy of itself as that of the year before, and return it."""
    shutil.copytree(content, target)
    before = str(int(year) - 1)
    shutil.copytree(target / year, target / before)
    path = target / before / "dossier.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"year: {year}", f"year: {before}", 1), encoding="utf-8")
    return target


def with_six_texts_changed(content: Path, year: str, target: Path) -> Path:
    """Write under `target` the dossier with six texts of the report changed, and return it.

    In three of them words, and in the others a paragraph that moved, one that is gone, and a new footnote.
    """
    shutil.copytree(content, target)
    folder = target / year / "rapport"
    long = [
        path for path in sorted(folder.glob("*.md")) if path.read_text(encoding="utf-8").count("\n\n") > 5
    ]
    changes = (_other_words, _other_words, _other_words, _moved_paragraph, _lost_paragraph, _new_note)
    for path, change in zip(long, changes, strict=False):
        blocks = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        path.write_text("\n\n".join(change(blocks)) + "\n", encoding="utf-8")
    return target


def rewritten(content: Path, year: str, target: Path) -> Path:
    """Write under `target` the dossier as of another year: in all texts half the sentences are others."""
    shutil.copytree(content, target)
    for path in sorted((target / year).rglob("*.md")):
        _, text = split(path.read_text(encoding="utf-8-sig"))
        sentences = text.split(". ")
        changed = [_turned(each) if place % 2 else each for place, each in enumerate(sentences)]
        whole = path.read_text(encoding="utf-8-sig")
        path.write_text(whole[: len(whole) - len(text)] + ". ".join(changed), encoding="utf-8")
    return target


def _turned(sentence: str) -> str:
    """Return a sentence of plain words with its words in another order."""
    words = sentence.split(" ")
    plain = all(word.strip(",").isalpha() for word in words)
    return (
        " ".join(reversed(words)) if plain else sentence.replace(" de ", " deze ").replace(" een ", " elke ")
    )


def _plain(blocks: list[str]) -> list[int]:
    """Return the places of the paragraphs that are words only."""
    return [place for place, each in enumerate(blocks) if place and each[:1].isalpha() and ": " not in each]


def _other_words(blocks: list[str]) -> list[str]:
    return [each.replace(" de ", " deze ", 1).replace(" een ", " elke ", 1) for each in blocks]


def _moved_paragraph(blocks: list[str]) -> list[str]:
    first, *_, last = _plain(blocks)
    moved = blocks[first]
    return [*blocks[:first], *blocks[first + 1 : last + 1], moved, *blocks[last + 1 :]]


def _lost_paragraph(blocks: list[str]) -> list[str]:
    lost = _plain(blocks)[-1]
    return [*blocks[:lost], *blocks[lost + 1 :]]


def _new_note(blocks: list[str]) -> list[str]:
    at = _plain(blocks)[0]
    return [*blocks[:at], f"{blocks[at]}[^bench]", *blocks[at + 1 :], "[^bench]: Deze noot is nieuw."]
