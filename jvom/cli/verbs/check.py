# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom check``: read, check, fix when asked, report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.arguments import read_names
from jvom.cli.chosen_texts import Subjects, paths_of, read_subjects
from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import AsOf, Content, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.dossier_ids import DossierId
from jvom.messages import Message, did_you_mean, msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.checks.settings import Overrides
    from jvom.findings import Report
    from jvom.model import Dossier, Fragment

_NEVER = "never"


class CheckOptions(Options, frozen=True, kw_only=True):
    """What is asked of a check: of a dossier, the newest by default, or with `text` of files.

    Behind a dossier, texts of it may be named, or `owner` the owners of texts: then a check reads the whole
    dossier, and only what it finds in those texts is reported, fixed and suppressed.

    `fail_on` is the word of a severity or ``never``; `add_ignore` the reason for suppressing what is found;
    `as_of` None is today. With `built`, the Word files in `out` (None for where a build puts them) and the
    templates are read too.
    """

    subjects: Annotated[
        tuple[str, ...],
        Argument(
            msg("Het dossier (anders het nieuwste) en zo nodig teksten daarin, of met --text bestanden."),
            msg("[DOSSIER] [TEKST ...]"),
        ),
    ] = ()
    text: Annotated[
        bool, Option(msg("Leest losse bestanden na: Markdown, tekst of Word, zonder dossier."))
    ] = False
    owner: Annotated[
        tuple[str, ...],
        Option(msg("Alleen de teksten van deze eigenaren."), msg("EIGENAAR,..."), read=read_names),
    ] = ()
    select: Annotated[
        tuple[str, ...], Option(msg("Alleen deze regels."), msg("REGEL,..."), read=read_names)
    ] = ()
    ignore: Annotated[
        tuple[str, ...], Option(msg("Deze regels niet."), msg("REGEL,..."), read=read_names)
    ] = ()
    fail_on: Annotated[
        str, Option(msg("Vanaf welke zwaarte de status 1 is: error, warning, info of never."), msg("ZWAARTE"))
    ] = "error"
    output_format: Annotated[
        str, Option(msg("full, concise, grouped, json, sarif, github, gitlab, junit of html."), msg("VORM"))
    ] = "full"
    output_file: Annotated[
        Path | None, Option(msg("Schrijft de bevindingen in dit bestand."), msg("BESTAND"))
    ] = None
    fix: Annotated[bool, Option(msg("Herstelt wat veilig te herstellen is."))] = False
    unsafe_fixes: Annotated[bool, Option(msg("Herstelt ook wat u daarna moet nakijken."))] = False
    diff: Annotated[bool, Option(msg("Toont wat --fix zou veranderen."))] = False
    statistics: Annotated[bool, Option(msg("Toont aantallen per regel."))] = False
    add_ignore: Annotated[
        str | None, Option(msg("Onderdrukt alles wat nu gevonden wordt, met deze reden."), msg("REDEN"))
    ] = None
    as_of: AsOf = None
    against: Annotated[
        Path | None,
        Option(msg("Vergelijkt ook met deze verzegelde indiening van een eerder jaar."), msg("BESTAND")),
    ] = None
    built: Annotated[bool, Option(msg("Leest ook de gemaakte Word-bestanden en de sjablonen na."))] = False
    out: Annotated[
        Path | None, Option(msg("De map met de documenten (anders: build/<dossier>)."), msg("MAP"))
    ] = None
    templates: Templates = Path("templates")
    content: Content = Path("content")

    @property
    def for_program(self) -> bool:
        """Whether standard output is JSON."""
        return self.output_format == "json" and self.output_file is None

    @property
    def changes_texts(self) -> bool:
        """Whether texts are to be changed, or shown as they would be."""
        return self.fix or self.unsafe_fixes or self.diff or self.add_ignore is not None

    @property
    def places(self) -> Places:
        """The texts that a check may fix, where its report goes, and the documents that it reads."""
        texts: tuple[Path, ...] = ()
        if not self.text:
            subjects = ProblemCollector().of(self.place)
            texts = (subjects.content if subjects else self.content,)
        report = () if self.output_file is None else (self.output_file.parent,)
        return Places(texts, (*report, *(output_folders(self.out, self.project) if self.built else ())))

    def place(self) -> Subjects:
        """Return the dossier and the texts of it that were named; raises CannotRun."""
        return read_subjects(self.content, self.subjects)


def check(terminal: Terminal, options: CheckOptions) -> int:
    """Check a dossier or texts, write the report, and return the exit status.

    0: nothing as bad as `fail_on`; 1: something is; 2: a rule is broken, or one of several texts could not be
    read. Raises CannotRun for what can't be read, a rule that does not exist, and options that make no sense,
    after writing a report of that in the format that a program expects.
    """
    from jvom.output.formats import problems_writer

    try:
        return _check(terminal, options)
    except CannotRun as error:
        refused = ProblemCollector(error.problems)
        write = problems_writer(options.output_format)
        if write and not terminal.for_program:  # the terminal itself reports problems as JSON
            report = write(error.problems, terminal.translate)
            refused.of(lambda: _deliver(terminal, options, report))
        raise CannotRun(refused.problems) from error


def _check(terminal: Terminal, options: CheckOptions) -> int:
    from jvom.checks.settings import Overrides

    overrides = Overrides(select=options.select, ignore=options.ignore)
    if problems := _option_problems(options, overrides):
        raise CannotRun(problems)
    as_of = options.as_of or date.today()
    if options.text:
        return _report(terminal, options, _check_texts(options, as_of, overrides))
    from jvom.cli.checked_dossier import CheckedDossier, fix, read_and_check
    from jvom.cli.dossiers import tell_of_sisters

    subjects = options.place()
    content, asked = subjects.content, subjects.id

    def read() -> CheckedDossier:
        checked = read_and_check(
            content,
            asked,
            as_of,
            overrides,
            word_files=lambda id: _word_files(options, id),
            templates=lambda dossier: _templates(options, dossier),
            with_sources=options.changes_texts,
            against=options.against,
        )
        if not subjects.texts and not options.owner:
            return checked
        known = Subjects(content, checked.id, subjects.texts)
        return checked.only(paths_of(checked.dossier, known, options.owner))

    checked = read()
    tell_of_sisters(terminal, content, asked, checked.id)
    if options.diff:
        from jvom.checks.fixes import apply_fixes, render_diff

        before = checked.texts()
        after = apply_fixes(before, checked.report.findings, unsafe=options.unsafe_fixes).texts
        terminal.write(render_diff(before, after).rstrip("\n"), exact=True)
        return Status.FINDINGS if after else Status.DONE
    if options.add_ignore is not None:
        from jvom.checks.baseline import with_suppressions

        changed = with_suppressions(checked.dossier, checked.texts(), checked.report, options.add_ignore)
        checked.write(content, changed, terminal.note_delivery)
        terminal.inform(msg("{count} bestanden kregen onderdrukkingen", count=len(changed)))
        checked = read()
    elif options.fix or options.unsafe_fixes:
        checked, count = fix(
            content, checked, read, unsafe=options.unsafe_fixes, delivered=terminal.note_delivery
        )
        if count:
            one = msg("1 bevinding hersteld")
            terminal.inform(one if count == 1 else msg("{count} bevindingen hersteld", count=count))
    return _report(terminal, options, checked.report)


def _check_texts(options: CheckOptions, as_of: date, overrides: "Overrides") -> "Report":
    """Check files without a dossier; those that can't be read are in the report.

    Raises CannotRun when none can be read, and with the problems of the settings.
    """
    from msgspec.structs import replace

    from jvom.checks.run import check_texts
    from jvom.cli.loose_texts import read_texts
    from jvom.reading.settings import read_settings

    gathered = ProblemCollector()
    settings = gathered.of(lambda: read_settings(options.content))
    read = gathered.of(lambda: read_texts(map(Path, options.subjects)))
    if settings is None or read is None:
        raise CannotRun(gathered.problems)
    fragments, refused = read
    return replace(check_texts(fragments, settings, as_of, overrides), refused=refused)


def _word_files(options: CheckOptions, id: DossierId) -> "list[Fragment]":
    """Return the Word files to check with the dossier; raises CannotRun when nothing was built."""
    if not options.built:
        return []
    from jvom.cli.built_files import read_folder
    from jvom.cli.dossiers import built_folder

    return read_folder(built_folder(options.out, options.project, id))


def _templates(options: CheckOptions, dossier: "Dossier") -> "list[Fragment]":
    """Return the templates of the dossier's documents, to check with what was built."""
    if not options.built:
        return []
    from jvom.cli.built_files import read_templates

    return read_templates(options.templates, dossier)


def _report(terminal: Terminal, options: CheckOptions, report: "Report") -> int:
    """Write the report, and return the exit status that goes with it."""
    from jvom.findings import Severity
    from jvom.output.formats import writer
    from jvom.output.wording import summary

    if options.statistics:
        text = _statistics(report, terminal.translate)
    else:
        text = writer(options.output_format)(report, terminal.translate)
    _deliver(terminal, options, text)
    if options.output_file:
        terminal.inform(Message(summary(report, terminal.translate)))
    if report.broken:
        for rule in report.broken:
            terminal.inform(msg("regel {code} is stuk: {detail}", code=rule.code, detail=rule.error))
            if terminal.debug:
                terminal.write_error(rule.trace)
        return Status.COULD_NOT_RUN
    if report.refused:
        if not terminal.for_program:
            terminal.list_problems(report.refused)
        return Status.COULD_NOT_RUN
    fail_on = None if options.fail_on == _NEVER else Severity.of(options.fail_on)
    return Status.FINDINGS if report.fails(fail_on) else Status.DONE


def _deliver(terminal: Terminal, options: CheckOptions, text: str) -> None:
    """Write a report where it was asked for; raises CannotRun when its file can't be written."""
    if options.output_file:
        from jvom.files import deliver_one
        from jvom.output.encoding import as_bytes

        deliver_one(options.output_file, as_bytes(text), delivered=terminal.note_delivery)
    elif text:
        terminal.write(text.removesuffix("\n"))


def _statistics(report: "Report", translate: Callable[[str], str]) -> str:
    from jvom.output.wording import summary

    names = {finding.code: finding.name for finding in report.findings}
    counts = sorted(report.by_rule.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in counts), default=0)
    lines = [f"{count:>{width}}  {code}  {names[code]}" for code, count in counts]
    return "\n".join([*lines, summary(report, translate)]) + "\n"


def _option_problems(options: CheckOptions, overrides: "Overrides") -> list[Problem]:
    """Return all that is wrong with the options, by themselves and together."""
    from jvom.checks.registry import all_rules
    from jvom.checks.settings import unknown_selectors
    from jvom.findings import Severity
    from jvom.output.formats import FORMATS
    from jvom.settings import Settings

    gathered = ProblemCollector(options.problems)
    problems = gathered.problems
    if not options.text:
        gathered.of(options.place)
    elif not options.subjects:
        what = msg("hier ontbreken de bestanden")
        advice = msg("noem ze, zoals «jvom check --text nota.docx»")
        problems.append(Problem(Span("--text"), what, advice))
    severities = {severity.word for severity in Severity} | {_NEVER}
    for option, value, known in (
        ("--fail-on", options.fail_on, severities),
        ("--output-format", options.output_format, set(FORMATS)),
    ):
        if value not in known:
            what = msg("deze optie kent geen «{value}»", value=value)
            problems.append(Problem(Span(option), what, did_you_mean(value, known)))
    problems += unknown_selectors(Settings(), overrides, all_rules())
    if options.add_ignore is not None and not _fits_in_a_comment(options.add_ignore):
        what = msg("deze reden past niet in een onderdrukking")
        advice = msg("schrijf in één regel waarom, zonder «--»")
        problems.append(Problem(Span("--add-ignore"), what, advice))
    if options.text and options.owner:
        what = msg("teksten buiten een dossier hebben geen eigenaar")
        problems.append(Problem(Span("--owner"), what, msg("laat --owner weg, of noem een dossier")))
    if options.text and options.changes_texts:
        what = msg("teksten buiten een dossier herstelt jvom niet")
        problems.append(Problem(Span("--text"), what, msg("laat --fix, --diff en --add-ignore weg")))
    return problems


def _fits_in_a_comment(reason: str) -> bool:
    """Tell whether a reason is not empty and can be written in a comment of Markdown and of YAML."""
    from unicodedata import category

    # Not with controls, ends of lines and paragraphs, or code points without a character.
    unfit = any(category(character) in ("Cc", "Cs", "Cn", "Zl", "Zp") for character in reason)
    return bool(reason.strip()) and not unfit and "--" not in reason


VERB = Verb(
    msg("Leest het dossier na als de strengste redacteur, jurist en feitenchecker."), CheckOptions, check
)
