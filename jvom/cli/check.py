# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom check``: read, check, mend when asked, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from jvom.checks.run import check as check_dossier
from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.cli.dossiers import read_dossier
from jvom.cli.terminal import Terminal
from jvom.files import deliver
from jvom.findings import Report, Severity
from jvom.messages import Message, did_you_mean, msg
from jvom.model import Dossier, Fragment
from jvom.output.formats import FORMATS, writer
from jvom.output.wording import summary
from jvom.reading.dossier import years
from jvom.reading.fragment import read_fragment
from jvom.reading.settings import read_settings
from jvom.source import CannotRun, Problem, Span

DONE, FINDINGS, BROKEN = 0, 1, 2
NEVER = "never"
TEXT_SUFFIXES = (".md", ".markdown", ".txt", ".docx")
# What other programs can save as a Word document.
_SAVED_AS_WORD = (".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".pages")


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a check; `year` None is the newest, `texts` are files to read without a dossier.

    `fail_on` is the word of a severity or ``never``; `add_ignore` the reason for suppressing what is found.
    With `built`, the Word files in `out` (where a build puts them by default) and `templates` are read too.
    """

    year: int | None = None
    content: Path = Path("content")
    texts: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    output_format: str = "full"
    output_file: Path | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    statistics: bool = False
    add_ignore: str = ""
    as_of: date | None = None
    built: bool = False
    out: Path | None = None
    templates: Path = Path("templates")
    debug: bool = False


def check(terminal: Terminal, request: Request) -> int:
    """Check a dossier or texts, write the report, and return the exit status.

    0: nothing as bad as `fail_on`; 1: something is; 2: a rule is broken. Raises CannotRun for what can't
    be read, a rule that does not exist, and an option without sense.
    """
    _look_at_options(request)
    as_of = request.as_of or date.today()
    overrides = Overrides(select=request.select, ignore=request.ignore)
    settings = read_settings(request.content)
    if request.texts:
        fragments = [_read_text(path) for path in request.texts]
        return _tell(terminal, request, check_texts(fragments, settings, as_of, overrides))
    year = years(request.content)[-1] if request.year is None else request.year

    built: list[Fragment] = []
    if request.built:
        from jvom.cli.built_files import read_folder, read_templates

        built = read_folder(request.out or Path("build") / str(year)) + read_templates(request.templates)

    def read() -> tuple[Dossier, Report]:
        dossier, wrong = read_dossier(request.content, year)
        if dossier is None or wrong:
            raise CannotRun(wrong)
        return dossier, check_dossier(dossier, settings, as_of, overrides, built=built)

    dossier, report = read()
    if request.diff:
        from jvom.checks.fixes import difference, mend

        before = _texts(report)
        after = mend(before, report.findings, unsafe=request.unsafe_fixes).texts
        terminal.say(difference(before, after).rstrip("\n"))
        return FINDINGS if after else DONE
    if request.add_ignore:
        from jvom.checks.adoption import with_ignores

        changed = with_ignores(dossier, _texts(report), report, request.add_ignore)
        _write(changed)
        terminal.tell(msg("{count} bestanden kregen onderdrukkingen", count=len(changed)))
        _, report = read()
    elif request.fix or request.unsafe_fixes:
        report = _mended(terminal, report, lambda: read()[1], unsafe=request.unsafe_fixes)
    return _tell(terminal, request, report)


def _mended(terminal: Terminal, report: Report, read: Callable[[], Report], *, unsafe: bool) -> Report:
    """Mend pass by pass, until nothing is left to mend, and return the report of what remains."""
    from jvom.checks.fixes import MAX_PASSES, mend

    count = 0
    for _ in range(MAX_PASSES):
        done = mend(_texts(report), report.findings, unsafe=unsafe)
        if not done.mended:
            break
        _write(done.texts)
        count += len(done.mended)
        report = read()
    if count:
        one = msg("1 bevinding hersteld")
        terminal.tell(one if count == 1 else msg("{count} bevindingen hersteld", count=count))
    return report


def _tell(terminal: Terminal, request: Request, report: Report) -> int:
    text = writer(request.output_format)(report, terminal.translate)
    if request.statistics:
        text = _statistics(report, terminal.translate)
    if request.output_file:
        deliver(request.output_file.parent, {request.output_file.name: text.encode()})
        terminal.tell(Message(summary(report, terminal.translate)))
    elif text:
        terminal.say(text.removesuffix("\n"))
    if report.broken:
        for rule in report.broken:
            detail = rule.trace if request.debug else rule.error
            terminal.tell(msg("regel {code} is stuk: {detail}", code=rule.code, detail=detail))
        return BROKEN
    fail_on = None if request.fail_on == NEVER else Severity.of(request.fail_on)
    return FINDINGS if report.fails(fail_on) else DONE


def _statistics(report: Report, translate: Callable[[str], str]) -> str:
    names = {finding.code: finding.name for finding in report.findings}
    counts = sorted(report.by_rule.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in counts), default=0)
    lines = [f"{count:>{width}}  {code}  {names[code]}" for code, count in counts]
    return "\n".join([*lines, summary(report, translate)]) + "\n"


def _look_at_options(request: Request) -> None:
    problems = []
    severities = {severity.word for severity in Severity} | {NEVER}
    for option, value, known in (
        ("--fail-on", request.fail_on, severities),
        ("--output-format", request.output_format, set(FORMATS)),
    ):
        if value not in known:
            what = msg("deze optie kent geen «{value}»", value=value)
            problems.append(Problem(Span(option), what, did_you_mean(value, known)))
    changes = request.fix or request.unsafe_fixes or request.diff or request.add_ignore
    if request.texts and changes:
        what = msg("teksten buiten een dossier herstelt jvom niet")
        problems.append(Problem(Span("--text"), what, msg("laat --fix, --diff en --add-ignore weg")))
    if problems:
        raise CannotRun(problems)


def _read_text(path: Path) -> Fragment:
    """Return a text as a fragment; what a fragment could not hold is left out without complaint."""
    name, kind = path.as_posix(), path.suffix.lower()
    if kind not in TEXT_SUFFIXES:
        what = msg("dit soort bestand leest jvom niet")
        advice = msg("kies een van: {known}", known=", ".join(TEXT_SUFFIXES))
        if kind in _SAVED_AS_WORD:
            what = msg("een bestand van het soort {kind} leest jvom niet", kind=kind)
            advice = msg("sla het op als Word-document (.docx)")
        raise CannotRun([Problem(Span(name), what, advice)])
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        what = msg("dit bestand is niet te lezen ({reason})", reason=reason)
        raise CannotRun([Problem(Span(name), what, msg("kijk of de naam klopt"))]) from error
    if kind == ".docx":
        from jvom.reading.word.reader import read_word

        return read_word(path.stem, raw, name)
    fragment, problems = read_fragment(path.stem, raw, name)
    if problems and not fragment.blocks:
        raise CannotRun(problems)
    return fragment


def _texts(report: Report) -> Mapping[str, str]:
    """Return the files of the report as they are on disk, with their BOM and line ends."""
    return {file.path: Path(file.path).read_bytes().decode() for file in report.files if not file.places}


def _write(texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        deliver(Path(path).parent, {Path(path).name: text.encode()})
