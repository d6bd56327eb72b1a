# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom import``: bring home what came back in Word."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from jvom.cli.arguments import one_of
from jvom.cli.shared_options import Content, Json
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.cli.returned_texts import Result
    from jvom.findings import Finding
    from jvom.reading.word.revisions import Change

_CHANGES = ("ask", "accept", "reject")


class ImportOptions(Options, frozen=True, kw_only=True):
    """What is brought home: Word files, or folders with them. `changes` "" is to ask at a terminal."""

    files: Annotated[
        tuple[str, ...], Argument(msg("Wat terugkwam: Word-bestanden of mappen."), msg("BESTAND|MAP ..."))
    ]
    changes: Annotated[
        str,
        Option(
            msg("Wat er met bijgehouden wijzigingen gebeurt: ask (vraagt), accept, reject."),
            msg("KEUZE"),
            read=one_of(_CHANGES),
        ),
    ] = ""
    diff: Annotated[bool, Option(msg("Toont wat er in de teksten verandert."))] = False
    dry_run: Annotated[bool, Option(msg("Schrijft niets."))] = False
    theirs: Annotated[bool, Option(msg("Bij een conflict geldt wat terugkwam."))] = False
    ours: Annotated[bool, Option(msg("Bij een conflict geldt wat in de map staat."))] = False
    resolved: Annotated[bool, Option(msg("Neemt ook afgehandelde opmerkingen over."))] = False
    as_: Annotated[
        str, Option(msg("De tekst waarbij een bestand hoort dat niet van jvom is."), msg("TEKST"))
    ] = ""
    no_check: Annotated[bool, Option(msg("Leest niet na wat binnenkwam."))] = False
    content: Content = Path("content")
    json: Json = False

    @property
    def side(self) -> Literal["", "ours", "theirs"]:
        """Whose text a conflict gets, "" for both."""
        return "theirs" if self.theirs else "ours" if self.ours else ""


def import_texts(terminal: Terminal, options: ImportOptions) -> int:
    """Bring returned files home, tell what came of each, and return the exit status: 1 with conflicts.

    Raises CannotRun with the problems of all files; then nothing is written.
    """
    from jvom.cli.returned_files import ReturnedFiles, find_returned_files
    from jvom.cli.returned_texts import Importer
    from jvom.files import deliver_in_place

    gathered = ProblemCollector(options.problems)
    if options.theirs and options.ours:
        what = msg("--theirs en --ours kunnen niet samen")
        gathered.problems.append(Problem(Span("--theirs"), what, msg("kies er een")))
    files = gathered.of(lambda: find_returned_files(options.files)) or ReturnedFiles((), ())
    if options.as_ and len(files.paths) > 1:
        what = msg("--as geldt voor één bestand")
        gathered.problems.append(Problem(Span("--as"), what, msg("noem dat ene bestand")))
    if gathered.problems:
        raise CannotRun(gathered.problems)
    for message in files.skipped:
        terminal.inform(message)

    def decide(name: str, changes: "list[Change]") -> None:
        _decide(terminal, options.changes, name, changes)

    importer = Importer(options.content, decide, side=options.side, resolved_too=options.resolved)
    results: list[Result] = []
    for path in files.paths:
        made = gathered.of(partial(importer.bring, path, options.as_))
        if made is not None:
            results.append(made)
    if gathered.problems:
        raise CannotRun(gathered.problems)
    before: dict[Path, bytes] = {}
    for result in results:
        before.setdefault(result.target, result.before)
    after = {path: data for path, data in importer.texts.items() if data != before[path]}
    pictures = {path: data for result in results for path, data in result.pictures.items()}
    earlier = _findings(options, results) if after and not options.dry_run and not options.no_check else None
    if not options.dry_run:
        deliver_in_place(
            options.content,
            {**after, **pictures},
            {path: before[path] for path in after},
            delivered=terminal.note_delivery,
        )
    new = _new_findings(options, results, earlier)
    _show(terminal, options, results, new)
    if options.diff:
        _show_diff(terminal, before, after)
    undecided = not options.side and any(result.conflicts for result in results)
    return Status.FINDINGS if undecided else Status.DONE


def _decide(terminal: Terminal, how: str, name: str, changes: "list[Change]") -> None:
    if not how:
        if not sys.stdin.isatty():
            what = msg("in dit bestand zijn {count} wijzigingen bijgehouden", count=len(changes))
            advice = msg("zeg met --changes accept of --changes reject wat ermee moet")
            raise CannotRun([Problem(Span(name), what, advice)])
        how = "ask"
    if how == "reject":
        for change in changes:
            change.reject()
    elif how == "ask":
        _ask(terminal, name, changes)


def _ask(terminal: Terminal, name: str, changes: "list[Change]") -> None:
    """Show each change with who and when, and reject those that are not wanted."""
    answer = ""
    for number, change in enumerate(changes, 1):
        if answer not in ("a", "v"):
            terminal.inform(
                msg(
                    "{name}, wijziging {number} van {count}: {author}, {date}",
                    name=name,
                    number=number,
                    count=len(changes),
                    author=change.author or "?",
                    date=change.date[:10] or "?",
                )
            )
            terminal.write_error(f"  … {change.before}\n")
            if change.looks:
                terminal.inform(msg("  opmaak van «{words}»", words=change.inserted))
            is_move = change.moved and bool(change.deleted and change.inserted)
            if is_move:
                terminal.inform(msg("  verplaatst: «{words}»", words=change.inserted.strip()))
            if change.deleted and not is_move:
                terminal.write_error(f"  - {change.deleted}\n")
            if change.inserted and not change.looks and not is_move:
                terminal.write_error(f"  + {change.inserted}\n")
            answer = ""
            while answer not in ("j", "n", "a", "v"):
                terminal.inform(
                    msg("Overnemen? [j] ja, [n] nee, [a] ja en al het volgende, [v] nee en niets meer")
                )
                line = sys.stdin.readline()
                if not line:
                    what = msg("het antwoord op een vraag ontbreekt")
                    raise CannotRun(
                        [Problem(Span(name), what, msg("zeg met --changes wat er moet gebeuren"))]
                    )
                answer = line.strip().lower()[:1]
        if answer in ("n", "v"):
            change.reject()


def _findings(options: ImportOptions, results: "list[Result]") -> "dict[Path, list[Finding]]":
    """Return what a check finds in the dossiers of the texts, by the folder of the dossier."""
    from jvom.cli.before_sending import check_before_seal
    from jvom.cli.build_inputs import read_check_inputs

    found: dict[Path, list[Finding]] = {}
    for result in results:
        id = result.target.relative_to(options.content).parts[0]
        folder = options.content / id
        if folder not in found:
            # A dossier that can't be read, as with a conflict in it, is not checked.
            gathered = ProblemCollector()
            inputs = gathered.of(partial(read_check_inputs, options.content, id))
            as_of = inputs.dossier.data.presentation_date if inputs else None
            report = gathered.of(partial(check_before_seal, inputs, as_of)) if inputs and as_of else None
            found[folder] = [*report.findings] if report else []
    return found


def _new_findings(
    options: ImportOptions, results: "list[Result]", earlier: "dict[Path, list[Finding]] | None"
) -> "list[Finding]":
    """Return the findings that were not there before the texts came in."""
    if earlier is None:
        return []
    from collections import Counter

    new: list[Finding] = []
    for folder, after in _findings(options, results).items():
        known = Counter((each.code, str(each.message), each.span.path) for each in earlier[folder])
        for each in after:
            key = (each.code, str(each.message), each.span.path)
            if known[key]:
                known[key] -= 1
            else:
                new.append(each)
    return new


def _summary(options: ImportOptions, result: "Result") -> list[Message | str]:
    from jvom.exchange.notices import shortened

    imported = result.imported
    if result.after == result.before and not imported.is_changed:
        return [msg("{path}: niets veranderd", path=result.target.as_posix())]
    said: list[Message | str] = [
        msg(
            "{path}: {before} woorden verstuurd, {after} terug, {changed} anders; opmerkingen: {remarks}",
            path=result.target.as_posix(),
            before=imported.words_before,
            after=imported.words_after,
            changed=imported.words_changed,
            remarks=imported.remarks,
        )
    ]
    if result.untracked:
        said.append(
            msg("  zinnen met een wijziging die Word niet bijhield: {count}", count=len(result.untracked))
        )
        said += [f"    {shortened(each)}" for each in result.untracked]
    if result.merged:
        said.append(msg("  de tekst in de map was intussen veranderd; beide zijn samengevoegd"))
    if result.conflicts and options.side:
        said.append(
            msg(
                "  conflicten die met --{side} beslist zijn: {count}",
                side=options.side,
                count=result.conflicts,
            )
        )
    elif result.conflicts:
        said.append(
            msg(
                "  LET OP: conflicten: {count}; kies in de tekst tussen de twee versies",
                count=result.conflicts,
            )
        )
    return said


def _show(terminal: Terminal, options: ImportOptions, results: "list[Result]", new: "list[Finding]") -> None:
    if options.json:
        terminal.write_json(
            {
                "schema_version": 1,
                "written": not options.dry_run,
                "texts": [
                    {
                        "file": each.file,
                        "path": each.target.as_posix(),
                        "changed": each.after != each.before,
                        "words_before": each.imported.words_before,
                        "words_after": each.imported.words_after,
                        "words_changed": each.imported.words_changed,
                        "remarks": each.imported.remarks,
                        "conflicts": each.conflicts,
                        "merged": each.merged,
                        "untracked": each.untracked,
                        "notices": [
                            {"text": terminal.translated(notice.what), "person": notice.person}
                            for notice in each.imported.notices
                        ],
                    }
                    for each in results
                ],
                "findings": [
                    {
                        "code": each.code,
                        "path": each.span.path,
                        "line": each.span.line,
                        "message": terminal.translated(each.message),
                    }
                    for each in new
                ],
            }
        )
        return
    for result in results:
        for line in _summary(options, result):
            terminal.write(line)
        for notice in result.imported.notices:
            sign = "  LET OP: " if notice.person else "  "
            terminal.write(sign + terminal.translated(notice.what))
    for finding in new:
        terminal.write(f"{finding.span}: {finding.code} {terminal.translated(finding.message)}")
    if options.dry_run:
        terminal.inform(msg("Er is niets geschreven."))


def _show_diff(terminal: Terminal, before: dict[Path, bytes], after: dict[Path, bytes]) -> None:
    from difflib import unified_diff

    for path, data in after.items():
        lines = unified_diff(
            before[path].decode("utf-8", "replace").splitlines(),
            data.decode("utf-8", "replace").splitlines(),
            path.as_posix(),
            path.as_posix(),
            lineterm="",
        )
        for line in lines:
            terminal.write(line)


VERB = Verb(msg("Leest in wat in Word terugkwam."), ImportOptions, import_texts)
