# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""One run of the rules over a dossier, or over loose texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from msgspec import structs

from jvom.checks.deduplication import deduplicate
from jvom.checks.empty_outlines import without_empty_outlines
from jvom.checks.finding_places import with_figure_places, with_typed_places
from jvom.checks.fixes import EditedText, is_allowed
from jvom.checks.pasted_tables import outside_pasted_tables
from jvom.checks.printing import PlainPrinter
from jvom.checks.registry import all_rules
from jvom.checks.rule import Rule, Scope
from jvom.checks.rules.suppressions.suppression_comments import unused_suppression
from jvom.checks.seeming_placeholders import without_seeming_placeholders
from jvom.checks.settings import Overrides, Selection, unknown_selectors
from jvom.checks.suppressions import apply_suppressions
from jvom.checks.unread_words import without_unread_words
from jvom.checks.views import DossierView, Texts, checked_file, dossier_view, loose_texts
from jvom.earlier_dossiers import EarlierDossier
from jvom.findings import BrokenRule, Finding, Report, Severity
from jvom.model import Dossier, Fragment
from jvom.settings import Settings
from jvom.sisters import Sister
from jvom.source import CannotRun, Span

_WITHOUT_DOSSIER = (Scope.FRAGMENT, Scope.TEXTS, Scope.BUILT)


def check(
    dossier: Dossier,
    settings: Settings,
    as_of: date,
    overrides: Overrides | None = None,
    rules: tuple[Rule, ...] | None = None,
    built: Iterable[Fragment] = (),
    sisters: tuple[Sister, ...] = (),
    earlier: tuple[EarlierDossier, ...] = (),
    to_be_sealed: bool = False,
) -> Report:
    """Read a dossier with the rules that settings and overrides choose; `as_of` is today.

    All that it refers to exists: it has no `jvom.resolving.integrity.problems`.
    `rules` are all rules by default; `built` are the texts read back from the files that were built, and
    `sisters` and `earlier` the other dossiers of the year and of earlier ones. A dossier `to_be_sealed` must
    have the approvals that its planning asks for. Raises CannotRun when a setting or an override names no
    rule.
    """
    view = dossier_view(dossier, as_of, settings, PlainPrinter(dossier))
    view.built = loose_texts(built, as_of, settings, "bestand")
    view.sisters = sisters
    view.earlier = earlier
    view.to_be_sealed = to_be_sealed
    return run(
        view,
        Selection(settings, checked_overrides(settings, overrides)),
        all_rules() if rules is None else rules,
    )


def check_before_build(
    dossier: Dossier,
    settings: Settings,
    as_of: date,
    sisters: tuple[Sister, ...] = (),
    earlier: tuple[EarlierDossier, ...] = (),
) -> Report:
    """Read a dossier with only the rules that can find an error, which blocks sending; return only errors."""
    selection = Selection(settings, Overrides())
    blocking = tuple(
        rule for rule in all_rules() if (selection.severity(rule) or rule.worst) is Severity.ERROR
    )
    report = check(dossier, settings, as_of, rules=blocking, sisters=sisters, earlier=earlier)
    errors = tuple(each for each in report.findings if each.severity is Severity.ERROR)
    return structs.replace(report, findings=errors)


def check_texts(
    fragments: Iterable[Fragment],
    settings: Settings,
    as_of: date,
    overrides: Overrides | None = None,
) -> Report:
    """Read texts without a dossier, with the rules that need none."""
    view = loose_texts(fragments, as_of, settings)
    return run(view, Selection(settings, checked_overrides(settings, overrides)), all_rules())


def checked_overrides(settings: Settings, overrides: Overrides | None) -> Overrides:
    """Return the overrides, none for None; raises CannotRun when one, or a setting, names no rule."""
    overrides = overrides or Overrides()
    if found := tuple(unknown_selectors(settings, overrides, all_rules())):
        raise CannotRun(found)
    return overrides


def run(view: Texts, selection: Selection, rules: tuple[Rule, ...], find: Finder | None = None) -> Report:
    """Run the chosen rules over a view; a rule that crashes is reported as broken, the others run.

    `find` gives what a rule finds, by default by reading all texts.
    """
    find = find or findings_of
    chosen = tuple(
        rule
        for rule in rules
        if selection.runs(rule) and (rule.scope in _WITHOUT_DOSSIER or isinstance(view, DossierView))
    )
    view.known_rules = all_rules()
    found: list[Finding] = []
    broken: list[BrokenRule] = []

    def read(rule: Rule) -> None:
        try:
            found.extend(find(rule, view, selection.severity(rule)))
        except Exception as error:
            from traceback import format_exc

            broken.append(BrokenRule(rule.code, rule.name, f"{type(error).__name__}: {error}", format_exc()))

    for rule in chosen:
        if rule is not unused_suppression:
            read(rule)
    crashed = {each.code for each in broken}
    found = without_seeming_placeholders(view, without_unread_words(view, deduplicate(found)))
    found = outside_pasted_tables(found)
    if isinstance(view, DossierView):
        found = without_empty_outlines(view, with_figure_places(view, found))
    result = apply_suppressions(view, found, (rule for rule in chosen if rule.code not in crashed))
    view.unused = result.unused
    found = list(result.remaining)
    if unused_suppression in chosen:
        read(unused_suppression)
    read_texts = (*view.texts, *(view.built.texts if isinstance(view, DossierView) else ()))
    order = {text.path: number for number, text in enumerate(read_texts)}
    word_files = {text.path for text in read_texts if text.fragment and text.fragment.word}

    def place(finding: Finding) -> tuple[int, Span, str, str]:
        span = finding.span
        return order.get(span.path, len(order)), span, finding.code, str(finding.message)

    unique = {
        place(each): each for each in found if not selection.ignored_at(each.span.path, each.code, each.name)
    }
    spoken_of = {
        span.path
        for each in unique.values()
        for span in (each.span, *(related.span for related in each.related))
    }
    files = tuple(
        checked_file(text) for text in read_texts if text.document != "bestand" or text.path in spoken_of
    )
    fixed = {edit.span.path for each in unique.values() if each.fix for edit in each.fix.edits}
    # A Word file is fixed by a person: jvom does not write into it.
    typed = {
        file.path: EditedText("\n".join(file.lines)) for file in files if file.path in fixed - word_files
    }

    def with_allowed_fix(finding: Finding) -> Finding:
        is_refused = finding.fix and not is_allowed(finding.fix, typed)
        return structs.replace(finding, fix=None) if is_refused else finding

    report = Report(
        findings=tuple(with_allowed_fix(unique[key]) for key in sorted(unique)),
        suppressed=tuple(sorted(result.suppressed, key=lambda each: place(each.finding))),
        broken=tuple(broken),
        rules=tuple(rule.description for rule in chosen),
        files=files,
    )
    return with_typed_places(report, view)


Finder: TypeAlias = Callable[[Rule, Texts, Severity | None], list[Finding]]


def findings_of(rule: Rule, view: Texts, severity: Severity | None) -> list[Finding]:
    """Return what a rule finds in a view; `severity` is what the settings give the rule, if anything."""
    # Loose texts may be Word files, which were built too.
    read = view.built if rule.scope is Scope.BUILT and isinstance(view, DossierView) else view
    given = read.texts if rule.scope is Scope.FRAGMENT else (read,)
    violations = (violation for each in given for violation in rule.check(each))
    found = [rule.finding(each, severity, loose=not isinstance(view, DossierView)) for each in violations]
    if read is view or not found:
        return found
    from jvom.checks.source_places import at_source

    return [at_source(finding, view, read) for finding in found]
