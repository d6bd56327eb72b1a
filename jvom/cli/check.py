# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom check``: read, check, mend when asked, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from unicodedata import category

import msgspec

from jvom.checks.registry import all_rules
from jvom.checks.run import check as check_dossier
from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides, unknown_selectors
from jvom.cli.dossiers import built_folder, files_of, read_dossier, tell_of_sisters
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.dossier_ids import DossierId
from jvom.findings import Report, Severity
from jvom.messages import Message, did_you_mean, msg
from jvom.model import Dossier, Fragment
from jvom.output.encoding import as_bytes
from jvom.output.formats import FORMATS, problems_writer, writer
from jvom.output.wording import summary
from jvom.reading.dossier_folders import find_dossier
from jvom.reading.fragment import read_fragment
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.settings import Settings
from jvom.source import CannotRun, Gathered, Problem, Span, unreadable

NEVER = "never"
TEXT_SUFFIXES = (".md", ".markdown", ".txt", ".docx")
# What other programs can save as a Word document.
_SAVED_AS_WORD = (".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".pages")


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a check; `dossier_id` None is the newest, `texts` are files to read without a dossier.

    `fail_on` is the word of a severity or ``never``; `add_ignore` the reason for suppressing what is found.
    With `built`, the Word files in `out` (where a build puts them by default) and `templates` are read too.
    `problems` are those of the arguments, told with the others of the options.
    """

    dossier_id: DossierId | None = None
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
    add_ignore: str | None = None
    as_of: date | None = None
    built: bool = False
    out: Path | None = None
    templates: Path = Path("templates")
    debug: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether texts are to be changed, or shown as they would be."""
        return self.fix or self.unsafe_fixes or self.diff or self.add_ignore is not None


def check(terminal: Terminal, request: Request) -> int:
    """Check a dossier or texts, write the report, and return the exit status.

    0: nothing as bad as `fail_on`; 1: something is; 2: a rule is broken. Raises CannotRun for what can't
    be read, a rule that does not exist, and an option without sense, after it wrote a report of that
    for a program that waits for one.
    """
    try:
        return _check(terminal, request)
    except CannotRun as error:
        refused = Gathered(error.problems)
        write = problems_writer(request.output_format)
        if write and not terminal.for_program:  # a program that reads JSON is told by the terminal
            report = write(error.problems, terminal.translate)
            refused.of(lambda: _hand_over(terminal, request, report))
        raise CannotRun(refused.problems) from error


def _check(terminal: Terminal, request: Request) -> int:
    _look_at_options(request)
    as_of = request.as_of or date.today()
    overrides = _overrides(request)
    if request.texts:
        settings, fragments = _read_texts(request)
        return _tell(terminal, request, check_texts(fragments, settings, as_of, overrides))

    def read() -> Read:
        return _read(request, as_of, overrides)

    if request.changes:
        # Only here, and where a file is written: the digests of files take longer to import than to make.
        from jvom.files import recover

        recover(request.content)
    found = read()
    tell_of_sisters(terminal, request.content, request.dossier_id, found.id)
    if request.diff:
        from jvom.checks.fixes import difference, mend

        before = found.texts()
        after = mend(before, found.report.findings, unsafe=request.unsafe_fixes).texts
        terminal.say(difference(before, after).rstrip("\n"))
        return Status.FINDINGS if after else Status.DONE
    if request.add_ignore is not None:
        from jvom.checks.adoption import with_ignores

        changed = with_ignores(found.dossier, found.texts(), found.report, request.add_ignore)
        found.write(request.content, changed)
        terminal.tell(msg("{count} bestanden kregen onderdrukkingen", count=len(changed)))
        found = read()
    elif request.fix or request.unsafe_fixes:
        found = _mended(terminal, request, found, read)
    return _tell(terminal, request, found.report)


class Read(msgspec.Struct, frozen=True):
    """A dossier that was read and checked, and the bytes of its files from before that, by path."""

    id: DossierId
    dossier: Dossier
    report: Report
    sources: Mapping[str, bytes]

    def texts(self) -> Mapping[str, str]:
        """Return the files of the report as they were read, with their BOM and line ends."""
        paths = (file.path for file in self.report.files if not file.places)
        return {path: self.sources[path].decode() for path in paths if path in self.sources}

    def write(self, content: Path, texts: Mapping[str, str]) -> None:
        """Write new texts, all or none; raises CannotRun when one is no longer what was read."""
        from jvom.files import deliver_in_place

        deliver_in_place(
            content,
            {Path(path): text.encode() for path, text in texts.items()},
            {Path(path): self.sources[path] for path in texts},
        )


def _read(request: Request, as_of: date, overrides: Overrides) -> Read:
    """Read and check the dossier; raises CannotRun with the problems of settings, dossier and Word files."""
    gathered = Gathered()
    id = gathered.of(lambda: find_dossier(request.content, request.dossier_id))
    settings = gathered.of(lambda: read_settings(request.content, id))
    if id is None:
        raise CannotRun(gathered.problems)
    sources = _sources(request.content, id) if request.changes else {}
    built: list[Fragment] | None = []
    if request.built:
        from jvom.cli.built_files import read_folder

        built = gathered.of(lambda: read_folder(built_folder(request.out, id)))
    dossier, wrong = gathered.of(lambda: read_dossier(request.content, id)) or (None, [])
    gathered.problems += wrong
    if gathered.problems or settings is None or built is None or dossier is None:
        raise CannotRun(gathered.problems)
    if request.built:
        from jvom.cli.built_files import read_templates

        built += read_templates(request.templates, dossier)
    sisters = read_sisters(request.content, id)
    report = check_dossier(dossier, settings, as_of, overrides, built=built, sisters=sisters)
    return Read(id, dossier, report, sources)


def _sources(content: Path, id: DossierId) -> dict[str, bytes]:
    """Return the bytes of every text that a dossier may be made of, by path."""
    return {
        path.as_posix(): path.read_bytes()
        for path in files_of(content, id)
        if path.suffix in (".md", ".yml") and path.is_file()
    }


def _mended(terminal: Terminal, request: Request, found: Read, read: Callable[[], Read]) -> Read:
    """Mend pass by pass, until nothing is left to mend, and return what remains."""
    from jvom.checks.fixes import MAX_PASSES, mend

    count = 0
    for _ in range(MAX_PASSES):
        done = mend(found.texts(), found.report.findings, unsafe=request.unsafe_fixes)
        if not done.mended:
            break
        found.write(request.content, done.texts)
        count += len(done.mended)
        found = read()
    if count:
        one = msg("1 bevinding hersteld")
        terminal.tell(one if count == 1 else msg("{count} bevindingen hersteld", count=count))
    return found


def _tell(terminal: Terminal, request: Request, report: Report) -> int:
    text = writer(request.output_format)(report, terminal.translate)
    if request.statistics:
        text = _statistics(report, terminal.translate)
    _hand_over(terminal, request, text)
    if request.output_file:
        terminal.tell(Message(summary(report, terminal.translate)))
    if report.broken:
        for rule in report.broken:
            detail = rule.trace if request.debug else rule.error
            terminal.tell(msg("regel {code} is stuk: {detail}", code=rule.code, detail=detail))
        return Status.COULD_NOT_RUN
    fail_on = None if request.fail_on == NEVER else Severity.of(request.fail_on)
    return Status.FINDINGS if report.fails(fail_on) else Status.DONE


def _hand_over(terminal: Terminal, request: Request, text: str) -> None:
    """Write a report where it was asked for; raises CannotRun when its file can't be written."""
    if request.output_file:
        from jvom.files import deliver_one

        deliver_one(request.output_file, as_bytes(text))
    elif text:
        terminal.say(text.removesuffix("\n"))


def _statistics(report: Report, translate: Callable[[str], str]) -> str:
    names = {finding.code: finding.name for finding in report.findings}
    counts = sorted(report.by_rule.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in counts), default=0)
    lines = [f"{count:>{width}}  {code}  {names[code]}" for code, count in counts]
    return "\n".join([*lines, summary(report, translate)]) + "\n"


def _look_at_options(request: Request) -> None:
    problems = list(request.problems)
    severities = {severity.word for severity in Severity} | {NEVER}
    for option, value, known in (
        ("--fail-on", request.fail_on, severities),
        ("--output-format", request.output_format, set(FORMATS)),
    ):
        if value not in known:
            what = msg("deze optie kent geen «{value}»", value=value)
            problems.append(Problem(Span(option), what, did_you_mean(value, known)))
    problems += unknown_selectors(Settings(), _overrides(request), all_rules())
    if request.add_ignore is not None and not _fits_in_a_comment(request.add_ignore):
        what = msg("deze reden past niet in een onderdrukking")
        advice = msg("schrijf in één regel waarom, zonder «--»")
        problems.append(Problem(Span("--add-ignore"), what, advice))
    if request.texts and request.changes:
        what = msg("teksten buiten een dossier herstelt jvom niet")
        problems.append(Problem(Span("--text"), what, msg("laat --fix, --diff en --add-ignore weg")))
    if problems:
        raise CannotRun(problems)


def _overrides(request: Request) -> Overrides:
    return Overrides(select=request.select, ignore=request.ignore)


def _fits_in_a_comment(reason: str) -> bool:
    """Tell whether a reason can stand in a comment of Markdown and of YAML, and says something."""
    # Controls, ends of lines and paragraphs, and what is no character at all.
    unfit = any(category(character) in ("Cc", "Cs", "Cn", "Zl", "Zp") for character in reason)
    return bool(reason.strip()) and not unfit and "--" not in reason


def _read_texts(request: Request) -> tuple[Settings, list[Fragment]]:
    """Return the settings and each text; raises CannotRun with the problems of all of them."""
    gathered = Gathered()
    settings = gathered.of(lambda: read_settings(request.content))
    fragments = [gathered.of(partial(_read_text, path)) for path in request.texts]
    if settings is None or gathered.problems:
        raise CannotRun(gathered.problems)
    return settings, [fragment for fragment in fragments if fragment is not None]


def _read_text(path: Path) -> Fragment:
    """Return a text as a fragment; what a fragment could not hold is left out without complaint."""
    name, kind = path.as_posix(), path.suffix.lower()
    if path.is_dir():
        raise CannotRun([Problem(Span(name), msg("dit is een map"), msg("noem de bestanden die erin staan"))])
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
        raise CannotRun([unreadable(name, error)]) from error
    if kind == ".docx":
        from jvom.reading.word.reader import read_word

        return read_word(path.stem, raw, name)
    fragment, problems = read_fragment(path.stem, raw, name)
    if problems and not fragment.blocks:
        raise CannotRun(problems)
    return fragment
