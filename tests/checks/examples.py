# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The examples on the pages of the rules, and dossiers made of them.

An example is a fenced block ``fout`` or ``goed``. Its text becomes that of ``rapport/slotbeschouwing.md`` in
the base dossier (tests/dossiers/basis). ``fout mandates.yml`` names another file; a line ``=== nota.md``
begins the part for one more. In a Markdown file the text takes the place of the body (of the whole file
when it begins with front matter; it comes after it with ``erbij``); YAML is merged into the file: records of
a list by their id, and ``!weg`` removes. With ``heel`` the part is the whole file. ``=== verwacht`` lists the
marked words of each finding, ``=== vandaag`` the day of reading. A part of ``2025-althea/`` is of a sister:
its dossier.yml is merged into that of the base. One of ``2024/`` is of an earlier year, whose dossier is
the base's with other references and dates, no figures, and a sentence of its own in each text. A part that
ends in ``.docx`` is a Word file read back (word_examples).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from struct import pack
from typing import NamedTuple
from zlib import compress, crc32

import yaml
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jvom.checks.kept_check import KeptCheck
from jvom.checks.registry import all_rules
from jvom.checks.run import check
from jvom.checks.settings import Overrides
from jvom.dossier_ids import DossierId
from jvom.findings import Finding, Report
from jvom.messages import msg
from jvom.model import Fragment
from jvom.reading.binding import bind
from jvom.reading.data import parse
from jvom.reading.earlier_dossiers import read_earlier
from jvom.reading.kept_files import KeptFiles
from jvom.reading.sisters import read_sisters
from jvom.reading.word.reader import read_word
from jvom.settings import Settings
from jvom.source import Problem, Span
from tests.contents import read_dossier

BASE = Path(__file__).resolve().parent.parent / "dossiers" / "basis"
YEAR = "2025"
TODAY = date(2026, 4, 24)
DEFAULT = "rapport/slotbeschouwing.md"

_BLOCK = re.compile(r"^```(fout|goed)(?:[ \t]+([^\n]*))?\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^===[ \t]+([^\n]+)\n", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---\n.*?^---\n", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"\]\(([a-z-]+\.png)")
_IDS = ("id", "mission", "abbreviation", "office", "number")
#: A part of an earlier dossier.
_OF_EARLIER = re.compile(rf"{int(YEAR) - 1}/")
#: A part of a sister dossier; its dossier.yml is merged into that of the base.
_OF_SISTER = re.compile(rf"{YEAR}-[a-z]+/")
_REGISTERS = ("abbreviations.yml", "missions.yml", "names.yml", "jvom.yml")


class Example(NamedTuple):
    code: str
    number: int
    wrong: bool
    parts: tuple[tuple[str, str, str], ...]  #: file, how (heel, erbij or ""), text
    expected: tuple[str, ...] | None
    today: date

    def __str__(self) -> str:
        return f"{self.code}-{self.number}-{'fout' if self.wrong else 'goed'}"


def examples(code: str, page: str) -> list[Example]:
    """Return the examples of a page."""
    found = []
    for number, (kind, info, body) in enumerate(_BLOCK.findall(page), 1):
        first, *rest = _PART.split(body)
        named = list(zip(rest[::2], rest[1::2], strict=True))
        if first.strip() or info.strip():
            named.insert(0, (info.strip() or DEFAULT, first))
        expected, today, parts = None, TODAY, []
        for name, text in named:
            if name == "verwacht":
                expected = tuple(line for line in text.splitlines() if line.strip())
            elif name.startswith("vandaag"):
                today = date.fromisoformat((name.removeprefix("vandaag") or text).strip())
            else:
                file, _, how = name.partition(" ")
                parts.append((file, how.strip(), text.strip("\n") + "\n"))
        found.append(Example(code, number, kind == "fout", tuple(parts), expected, today))
    return found


def read(example: Example, folder: Path, kept: KeptCheck | None = None) -> Report:
    """Make the example's dossier in `folder` and read it with its rule, or rules (SUP rules with all).

    A folder that has the dossier of an earlier example is changed into this one; with `kept` it is checked as
    in an editor, where that is what earlier checks in the folder found.
    """
    content = folder / "content"
    texts = dict(_base())
    if any(_OF_EARLIER.match(name) for name, _, _ in example.parts):
        texts |= dict(_earlier_base())
    built = []
    for name, how, text in example.parts:
        if name.endswith(".docx"):
            built.append(_built(name, text))
            continue
        whole = name in _REGISTERS or _OF_SISTER.match(name) or _OF_EARLIER.match(name)
        where = name if whole else f"{YEAR}/{name}"
        old = texts.get(where, "") or texts.get(_OF_SISTER.sub(f"{YEAR}/", where), "")
        texts[where] = _changed(old, where, how, text)
    _write(content, {where: text.encode() for where, text in texts.items()} | dict(_pictures(texts)))
    return read_again(example, content, _settings(texts), built, kept)


def read_again(
    example: Example,
    content: Path,
    settings: Settings,
    built: Iterable[Fragment] = (),
    kept: KeptCheck | None = None,
) -> Report:
    """Read the dossier that an example has made, as it is by now."""
    chosen = () if example.code.startswith("SUP") else tuple(example.code.split())
    rules = tuple(rule for rule in all_rules() if not chosen or rule.code in chosen)
    overrides = Overrides(select=chosen)
    id, files = DossierId(int(YEAR)), _kept_files(content)
    dossier = read_dossier(content, id, files)
    sisters, earlier = read_sisters(content, id, files=files), read_earlier(content, id, files)
    if kept:
        return kept.check(dossier, settings, example.today, overrides, sisters, earlier)
    return check(dossier, settings, example.today, overrides, rules, built, sisters, earlier)


@lru_cache(maxsize=10)
def _kept_files(content: Path) -> KeptFiles:
    """Return what the files of a folder were read as: an example leaves most of them as they were."""
    return KeptFiles()


def _pictures(texts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the pictures that the texts show."""
    for where, text in texts.items():
        for picture in _PICTURE.findall(text) if where.endswith(".md") else ():
            yield f"{where.rpartition('/')[0]}/{picture}", _pixel()


_written: dict[Path, dict[str, bytes]] = {}


def _write(content: Path, files: Mapping[str, bytes]) -> None:
    """Give the folder these files and no others; those that it has already are not written again."""
    there = _written.get(content, {})
    for name in there.keys() - files.keys():
        (content / name).unlink()
    for name, data in files.items():
        if there.get(name) != data:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    _written[content] = dict(files)


def rewrite(texts: Mapping[str, str], folder: Path) -> None:
    """Change files of the dossier that an example has made in `folder`, by their paths."""
    content = folder / "content"
    changed = {Path(path).relative_to(content).as_posix(): text.encode() for path, text in texts.items()}
    _write(content, _written[content] | changed)


def _built(name: str, text: str) -> Fragment:
    """Return a Word file as it is read back; one in ``templates/`` is a template."""
    from tests.checks.word_examples import word_file

    read_back = read_word(name.rpartition("/")[2].removesuffix(".docx"), word_file(text), name)
    if not name.startswith("templates/") or read_back.word is None:
        return read_back
    lacks = re.findall(r"^@mist (.+)$", text, re.MULTILINE)
    contract = tuple(Problem(Span(name), msg(what), msg("neem het over")) for what in lacks)
    return replace(read_back, word=replace(read_back.word, template=True, contract=contract))


def _pixel() -> bytes:
    """Return a PNG of one grey pixel."""
    chunks = (b"IHDR", b"\0\0\0\1" * 2 + b"\x08\0\0\0\0"), (b"IDAT", compress(b"\0\0")), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data)) for kind, data in chunks
    )


def findings(example: Example, report: Report) -> list[Finding]:
    """Return the findings of the example's own rule."""
    return [finding for finding in report.findings if finding.code == example.code]


def marked(report: Report, finding: Finding) -> str:
    """Return the words that a finding marks, on one line."""
    file = report.by_path.get(finding.span.path)
    return " ".join(file.text_at(finding.span).split()) if file else ""


def _settings(texts: dict[str, str]) -> Settings:
    if "jvom.yml" not in texts:
        return Settings()
    node, problems = parse(texts["jvom.yml"], "jvom.yml")
    assert not problems, problems
    settings, problems = bind(node, Settings, "jvom.yml")
    assert settings is not None, problems
    return settings


@cache
def _base() -> tuple[tuple[str, str], ...]:
    return tuple(
        (path.relative_to(BASE).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(BASE.rglob("*"))
        if path.is_file()
    )


@cache
def _earlier_base() -> tuple[tuple[str, str], ...]:
    """Return the files of the dossier of a year before the base's, with nothing the same by accident."""
    made = []
    for name, text in _base():
        if not name.startswith(f"{YEAR}/"):
            continue
        if name.endswith("/dossier.yml"):
            text = re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) - 1), text)
            text = re.sub(r"MINDEF\d+", lambda found: f"MINDEF1{found[0][7:]}", text)
            text = re.sub(r"(\d{4}-\d\d)-\d\d", r"\1-03", text)
        elif name.endswith("/figures.yml"):
            text = re.sub(r"value: [^,}\n]+", "value: null", text)
        elif name.endswith(".md") and "rechtsbasis" not in name:
            front = _FRONT_MATTER.match(text)
            words = f"Zo was het toen bij {Path(name).stem}.\n"
            text = f"{front[0]}\n{words}" if front else words
        made.append((name.replace(f"{YEAR}/", f"{int(YEAR) - 1}/", 1), text))
    return tuple(made)


@lru_cache(maxsize=100)  # one slip after the other changes a file in the same way
def _changed(old: str, where: str, how: str, text: str) -> str:
    if how == "heel" or not old:
        return text
    if where.endswith(".yml"):
        merged = yaml.serialize(_merge(_compose(old), _compose(text)), width=1000, allow_unicode=True)
        return str(merged)
    if how == "erbij":
        return f"{old.rstrip()}\n\n{text}"
    front = _FRONT_MATTER.match(old)
    return text if text.startswith("---\n") or not front else f"{front[0]}\n{text}"


def _compose(text: str) -> Node:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None
    return node


def _merge(old: Node, new: Node) -> Node:
    if isinstance(old, MappingNode) and isinstance(new, MappingNode):
        pairs = {key.value: (key, value) for key, value in old.value}
        for key, value in new.value:
            if value.tag == "!weg":
                del pairs[key.value]
            elif key.value in pairs:
                pairs[key.value] = (pairs[key.value][0], _merge(pairs[key.value][1], value))
            else:
                pairs[key.value] = (key, value)
        return MappingNode(old.tag, list(pairs.values()), flow_style=old.flow_style)
    if isinstance(old, SequenceNode) and isinstance(new, SequenceNode) and _records(old) and _records(new):
        items = list(old.value)
        for item in new.value:
            place = next((n for n, other in enumerate(items) if _same(other, item)), None)
            if place is None:
                items.append(item)
            elif item.tag == "!weg":
                del items[place]
            else:
                items[place] = _merge(items[place], item)
        return SequenceNode(old.tag, items, flow_style=old.flow_style)
    return new


def _records(node: SequenceNode) -> bool:
    return bool(node.value) and all(_id(item)[1] for item in node.value)


def _id(node: Node) -> tuple[str, str]:
    if isinstance(node, ScalarNode):
        return ("", str(node.value)) if node.tag == "!weg" else ("", "")
    values = {key.value: value.value for key, value in node.value} if isinstance(node, MappingNode) else {}
    return next(((name, str(values[name])) for name in _IDS if name in values), ("", ""))


def _same(old: Node, new: Node) -> bool:
    return _id(old)[1] == _id(new)[1]
