# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reports of a check, and what each format makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import structs

from jvom.findings import (
    BrokenRule,
    CheckedFile,
    Edit,
    Finding,
    Fix,
    Related,
    Report,
    RuleDescription,
    RulePage,
    Severity,
    Suppressed,
)
from jvom.messages import msg
from jvom.output.formats import problems_writer, writer
from jvom.source import Problem, Span

TEXT = CheckedFile(
    "content/2025/rapport/één <b>.md",
    "rapport",
    "Eén & ander",
    ("Dit is te samen een zin.", "", "En dit\tis de tweede, een heel lange regel. " + "Vul " * 60),
)
DATA = CheckedFile("content/2025/mandates.yml", "gegevens", "mandates.yml", ("rows: []", "# einde"))
CLEAN = CheckedFile("content/2025/nota.md", "nota", "nota.md", ("Alles goed.",))


def dutch(text: str) -> str:
    return text


ERROR = Finding(
    code="LNG001",
    name="fixed-expression",
    severity=Severity.ERROR,
    span=Span(TEXT.path, 1, 8, 1, 16),
    message=msg("«te samen» is geen goed Nederlands <script>alert(1)</script>"),
    advice=msg("schrijf «samen», 100%"),
    fix=Fix((Edit(Span(TEXT.path, 1, 8, 1, 16), "samen"),)),
    related=(Related(Span(TEXT.path, 3, 1, 3, 3), msg("zie hier")),),
)
WARNING = Finding(
    code="MAN001",
    name="mandate-ended",
    severity=Severity.WARNING,
    span=Span(DATA.path, 1, 1, 2, 3),
    message=msg("het mandaat\nis over"),
    advice=msg("bedoelde u «x»?"),
)
INFO = Finding(
    code="STR001",
    name="no-section",
    severity=Severity.INFO,
    span=Span(DATA.path),
    message=msg("er ontbreekt iets"),
    advice=msg("vul het aan"),
)


def described(code: str, name: str, summary: str) -> RuleDescription:
    return RuleDescription(code, name, Severity.WARNING, lambda: RulePage(msg(summary)))


REPORT = Report(
    findings=(ERROR, WARNING, INFO),
    suppressed=(Suppressed(INFO, "dat mag hier"),),
    broken=(BrokenRule("DAT001", "impossible-date", "ValueError: 'x' & y", "Traceback"),),
    rules=(
        RuleDescription(
            "LNG001", "fixed-expression", Severity.WARNING, lambda: RulePage(msg("Een uitdrukking"))
        ),
        RuleDescription("MAN001", "mandate-ended", Severity.WARNING, lambda: RulePage(msg("Een mandaat"))),
    ),
    files=(TEXT, DATA, CLEAN),
)
GOOD = Report(findings=(), files=(CLEAN,))
PROBLEMS = (
    Problem(Span(DATA.path, 3, 5), msg("hier staat\neen tab <a>"), msg("schrijf spaties, 100%")),
    Problem(Span(DATA.path, 4, 5), msg("hier staat\neen tab <a>"), msg("schrijf spaties, 100%")),
    Problem(Span(TEXT.path), msg("dit is niet te lezen"), msg("kijk of de naam klopt")),
)


def written(format: str, report: Report = REPORT, translate: Callable[[str], str] = dutch) -> str:
    return writer(format)(report, translate)


def refused(
    format: str, translate: Callable[[str], str] = dutch, problems: Sequence[Problem] = PROBLEMS
) -> str:
    write = problems_writer(format)
    assert write
    return write(problems, translate)


def repeated(*lines: tuple[str, int]) -> Report:
    """Return a report on a word that is wrong in several places, each a file and a line of it."""
    files = [CheckedFile(path, "rapport", path, ("Te samen.",) * 9) for path in dict.fromkeys(dict(lines))]
    spans = [Span(path, line, 1, line, 9) for path, line in lines]
    return Report(findings=tuple(structs.replace(WARNING, span=span) for span in spans), files=tuple(files))
