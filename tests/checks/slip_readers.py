# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What rules find in a text with a slip (`tests.checks.slips`): in a loose text, a dossier, or its data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from jvom.checks.kept_check import KeptCheck
from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.findings import Finding, Report, Severity
from jvom.settings import Settings
from jvom.source import Span
from tests.checks.examples import DEFAULT, Example, read
from tests.checks.reading import TODAY, fragment, reports
from tests.checks.slips import FOLDER, Kind, kinds, parts


class Found(NamedTuple):
    """A finding that is no mere remark, and the offsets in the text that it marks."""

    finding: Finding
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.finding.code} {self.finding.message}"


class Slips(NamedTuple):
    """The kinds of slips of a folder, and what reads a text of a kind in a folder for its dossier."""

    kinds: list[Kind]
    read_one: Callable[[str, Kind, Path], list[Found]]

    def read(self, texts: Sequence[str], kind: Kind, folder: Path) -> list[list[Found]]:
        """Return what is found in each of some texts of a kind."""
        if kind.file or self.read_one is not _in_texts or _is_spelling(kind):
            return [self.read_one(text, kind, folder) for text in texts]
        return _in_loose_texts(texts)


def _kinds(folder: Path) -> list[Kind]:
    return [kind for path in sorted(folder.glob("*.md")) for kind in kinds(path)]


def _data(*paths: Path, how: str = "heel") -> list[tuple[str, str, str]]:
    return [(path.name, how, path.read_text(encoding="utf-8")) for path in paths]


def _read(codes: str, files: tuple[tuple[str, str, str], ...], folder: Path) -> Report:
    """Return what rules find in a dossier of which a text changes from slip to slip, as in an editor."""
    return read(Example(codes, 0, True, files, None, TODAY), folder, _kept_check(folder))


@cache
def _kept_check(folder: Path) -> KeptCheck:
    return KeptCheck()


def _in_texts(text: str, kind: Kind, folder: Path) -> list[Found]:
    """Return what all rules find in a loose text, or those of its kind in a text of a dossier."""
    if not kind.file:
        return list(_found_in(text, check_texts([fragment(text)], Settings(), TODAY)))
    files = parts(text, kind.file)
    report = _read(" ".join(sorted(kind.codes)), files, folder)
    return list(_found_in(files[0][2].rstrip(), report, kind.file))


def _is_spelling(kind: Kind) -> bool:
    return any(code.startswith("SPL") for code in kind.codes)


def _in_loose_texts(texts: Sequence[str]) -> list[list[Found]]:
    """Return what all rules but those of spelling find in each of some loose texts."""
    read = reports(texts, Overrides(ignore=("SPL",)))
    return [list(_found_in(text, report)) for text, report in zip(texts, read, strict=True)]


_HALVES, _FRESH = FOLDER / "helften", FOLDER / "vers"


def _in_halves(text: str, kind: Kind, folder: Path, halves: Path = _HALVES) -> list[Found]:
    """Return what the rules of a kind find in texts of a dossier with registers, wherever that is."""
    registers = (path for path in sorted(halves.glob("*.yml")) if path.name != kind.file)
    files = (*_data(*registers), *parts(text, kind.file))
    names = tuple(name for name, _, _ in parts(text, kind.file))
    report = _read(" ".join(sorted(kind.codes)), files, folder)
    return [
        Found(each, 0, len(text))
        for each in report.findings
        if each.severity > Severity.INFO and each.span.path.endswith(names)
    ]


def _found_in(text: str, report: Report, path: str = "") -> Iterator[Found]:
    for finding in report.findings:
        if finding.span.path.endswith(path) and finding.severity > Severity.INFO:
            yield Found(finding, *_offsets(text, report, finding.span))


def _offsets(text: str, report: Report, span: Span) -> tuple[int, int]:
    """Return the offsets of a span in a text that is a part of its file."""
    lines = report.by_path[span.path].lines
    begin = "\n".join(lines).index(text)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
    return start - begin, end - begin


_REGISTERS = _data(*sorted((FOLDER / "dossier").glob("*.yml")), how="")


def _in_dossier(text: str, kind: Kind, folder: Path) -> list[Found]:
    """Return what all rules but those of spelling find in a text of a dossier with registers."""
    report = _read("SUP", (*_REGISTERS, (DEFAULT, "", f"{text}\n")), folder)
    return [
        Found(finding, 0, len(text) if finding.span.path.endswith(DEFAULT) else -1)
        for finding in report.findings
        if finding.severity > Severity.INFO and not finding.code.startswith("SPL")
    ]


_OF_DATA, _OF_MISSIONS = FOLDER / "gegevens", FOLDER / "missies"
_DATA = _data(
    *(FOLDER / "dossier" / name for name in ("abbreviations.yml", "names.yml")),
    _OF_MISSIONS / "missions.yml",
    _OF_DATA / "mandates.yml",
)
#: By what a line begins with: the file, and where in it the value is.
_FIELDS = {
    "basis": ("mandates.yml", "rows: [{mission: euam, basis: @}]"),
    "inzet": ("mandates.yml", "rows: [{mission: euam, operation: @}]"),
    "regio": ("mandates.yml", "rows: [{mission: unifil, region: @}]"),
    "betreft": ("dossier.yml", "letter: {subject: @}"),
    "antwoord": ("dossier.yml", "letter: {reply: @}"),
    "namens": ("dossier.yml", "letter: {on_behalf_of: [@]}"),
    "contact": ("dossier.yml", "letter: {contact: [@]}"),
    "nota": ("dossier.yml", "nota: {title: @}"),
    "akkoord": ("dossier.yml", "nota: {signed_how: @}"),
    "omslag": ("dossier.yml", "report: {title: @}"),
    "ondertitel": ("dossier.yml", "report: {subtitle: @}"),
    "bron": ("references.yml", "references: {bron: {type: publicatie, date: 2024-03, title: @}}"),
    "uitgever": (
        "references.yml",
        "references: {bron: {type: publicatie, date: 2024-03, title: Evaluatie, publisher: @}}",
    ),
}
#: The rules that compare the value with another, which a slip of one value need not change.
_OTHER_RULES = ("LET", "MAN008", "MAN009", "ABR002", "VRG", "DAT010", "PUB")


def _in_data(line: str, kind: Kind, folder: Path) -> list[Found]:
    """Return the errors and warnings on a value in the dossier."""
    field, _, value = line.partition(": ")
    file, place = _FIELDS[field]
    typed = json.dumps(value, ensure_ascii=False)
    text = "Dat staat in [@bron, datum].\n"
    example = (
        *_DATA,
        (file, "", f"{place.replace('@', typed)}\n"),
        *([("rapport/slotbeschouwing.md", "", text)] if "bron" in place else []),
    )
    report = read(Example("SUP", 0, True, example, None, TODAY), folder)
    path = next(each.path for each in report.files if each.path.endswith(file))
    (number,) = (at for at, each in enumerate(report.by_path[path].lines, 1) if typed in each)
    return [
        Found(each, 0, len(line))
        for each in report.findings
        if each.severity > Severity.INFO
        and each.span.path == path
        and each.span.line == number
        and not each.code.startswith(_OTHER_RULES)
    ]


_FRONT_MATTER = (_OF_MISSIONS / "slotbeschouwing.md").read_text(encoding="utf-8")


def _in_missions(text: str, kind: Kind, folder: Path) -> list[Found]:
    """Return what the rules of a kind find in a text on missions, and what they relate that to.

    The front matter is related when that is what the text contradicts.
    """
    files = (*_data(*sorted(_OF_MISSIONS.glob("*.yml"))), (DEFAULT, "heel", f"{_FRONT_MATTER}\n{text}\n"))
    report = _read(" ".join(sorted(kind.codes)), files, folder)
    found = []
    for each in report.findings:
        spans = [each.span, *(related.span for related in each.related)]
        for span in spans if each.severity > Severity.INFO else ():
            start, end = (
                _offsets(text, report, span) if span.path.endswith(DEFAULT) else (len(text) + 1, len(text))
            )
            found.append(Found(each, start, len(text) if end < 0 else end))
    return found


def _fresh(half: str) -> dict[str, Slips]:
    """Return the readers of one half of the slips of `vers`, by what they are of."""
    folder, readers = _FRESH / half, {"gegevens": _in_data, "missies": _in_missions}
    return {
        f"helften, {half}": Slips(_kinds(folder), partial(_in_halves, halves=_FRESH)),
        **{f"helften, {half}, {of}": Slips(_kinds(folder / of), read) for of, read in readers.items()},
    }


_EXAM, _AGAIN, _WIDE = FOLDER / "examen", FOLDER / "herexamen", FOLDER / "missies_breed"
_WIDE_NAMES, _FOURTH, _FIFTH = FOLDER / "namen_breed", FOLDER / "vierde_examen", FOLDER / "vijfde_examen"
_SIXTH, _SEVENTH = FOLDER / "zesde_examen", FOLDER / "zevende_examen"
_EIGHTH, _NINTH, _APPENDIX = (
    FOLDER / each for each in ("achtste_examen", "negende_examen", "bijlage_en_einde")
)


def _in_exam(text: str, kind: Kind, folder: Path, exam: Path = _EXAM) -> list[Found]:
    """Return what the rules of a kind find in the texts and data of a slip, and what they relate that to.

    Of a text on missions that is also what they find in the rows.
    """
    with_missions = kind.name.startswith("Missies")
    front_matter = exam / "slotbeschouwing.md" if with_missions and not text.startswith("---") else None
    files = parts(f"{front_matter.read_text(encoding='utf-8') if front_matter else ''}{text}", kind.file)
    registers = ("missions.yml", "mandates.yml") if with_missions else ("abbreviations.yml", "names.yml")
    data = _data(*(exam / name for name in registers), how="")
    example = (*data, *((name, "", body) for name, _, body in files))
    report = _read(" ".join(sorted(kind.codes)), example, folder)
    read_too = ("mandates.yml",) if with_missions else ()
    read_files = (*(name for name, _, _ in files), *read_too)
    return [
        Found(each, *_place(text, report, span, kind))
        for each in report.findings
        for span in (each.span, *(related.span for related in each.related))
        if each.severity > Severity.INFO and span.path.endswith(read_files)
    ]


def _place(text: str, report: Report, span: Span, kind: Kind) -> tuple[int, int]:
    """Return where a span is in a Markdown text; anywhere if there are more files, or data or missions."""
    is_whole = "\n=== " in text or not kind.file.endswith(".md") or kind.name.startswith("Missies")
    if is_whole or not span.path.endswith(kind.file):
        return 0, len(text)
    return _offsets(text, report, span)


READERS = {
    "teksten": Slips(_kinds(FOLDER), _in_texts),
    "helften, werk": Slips(_kinds(_HALVES / "werk"), _in_halves),
    "helften, achtergehouden": Slips(_kinds(_HALVES / "achtergehouden"), _in_halves),
    "examen, open": Slips(_kinds(_EXAM / "open"), _in_exam),
    "examen, achtergehouden": Slips(_kinds(_EXAM / "achtergehouden"), _in_exam),
    "examen, opnieuw": Slips(_kinds(_AGAIN / "eigen"), _in_exam),
    "examen, weer open": Slips(_kinds(_AGAIN / "open"), partial(_in_exam, exam=_AGAIN)),
    "examen, het vierde": Slips(_kinds(_FOURTH / "open"), partial(_in_exam, exam=_FOURTH)),
    "examen, het vijfde": Slips(_kinds(_FIFTH / "open"), partial(_in_exam, exam=_FIFTH)),
    "examen, het zesde": Slips(_kinds(_SIXTH / "open"), partial(_in_exam, exam=_SIXTH)),
    "examen, het zevende": Slips(_kinds(_SEVENTH / "open"), partial(_in_exam, exam=_SEVENTH)),
    "examen, het achtste": Slips(_kinds(_EIGHTH / "open"), partial(_in_exam, exam=_EIGHTH)),
    # It has the registers of the eighth.
    "examen, het negende": Slips(_kinds(_NINTH / "open"), partial(_in_exam, exam=_EIGHTH)),
    "examen, namen": Slips(_kinds(_WIDE_NAMES), partial(_in_exam, exam=_WIDE_NAMES)),
    "examen, missies": Slips(_kinds(_WIDE), partial(_in_exam, exam=_WIDE)),
    "examen, bijlage": Slips(_kinds(_APPENDIX), partial(_in_exam, exam=_APPENDIX)),
    **_fresh("open"),
    **_fresh("dicht"),
    "dossier": Slips(_kinds(FOLDER / "dossier"), _in_dossier),
    "gegevens": Slips(_kinds(_OF_DATA), _in_data),
    "missies": Slips(
        [kind for kind in _kinds(_OF_MISSIONS) if not kind.name.startswith("slotbeschouwing")], _in_missions
    ),
}
