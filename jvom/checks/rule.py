# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule is, and what its function yields.

A rule is one function decorated with `rule`, and a page in Dutch beside its module (CODE.md), whose first
sentence says what the rule finds. What the rule says of a violation is in the front matter of the page; the
examples on it are the rule's tests. docs/rules/README.md shows how.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import ModuleType

import msgspec

from jvom.checks.wordings import Wording, list_wordings, without_front_matter, wordings_of
from jvom.data import DATA
from jvom.dutch.dates import write_date
from jvom.findings import Finding, Fix, Related, RuleDescription, RulePage, Severity
from jvom.messages import Message
from jvom.source import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Scope(Enum):
    """What a rule reads at a time, and so what its function is given."""

    #: Each text by itself (a `TextView`); runs without a dossier too.
    FRAGMENT = "fragment"
    #: All texts together (a `Texts`); runs without a dossier too.
    TEXTS = "teksten"
    #: The dossier with its data and texts (a `DossierView`).
    DOSSIER = "dossier"
    #: The Word files that were built, read back (a `Texts`); with loose texts, those that are Word files.
    BUILT = "bestand"


class Violation(msgspec.Struct, frozen=True):
    """One violation that a rule's function found; `violation` makes it, and the runner a finding of it.

    `wording` is the id of what the rule's page says, with `values` in it; or, of a word rule, what its file
    says. It also says what is at a `related` place that has no text of its own. `severity` is only for one
    that is more or less severe than the rule itself, and at most the rule's `worst`.
    """

    span: Span
    wording: str | Wording
    values: Mapping[str, object]
    fix: Fix | None = None
    related: Span | Sequence[Related | Span] = ()
    severity: Severity | None = None


def violation(
    span: Span,
    wording: str | Wording = "",
    /,
    *,
    fix: Fix | None = None,
    related: Span | Sequence[Related | Span] = (),
    severity: Severity | None = None,
    **values: object,
) -> Violation:
    """Return a violation at a span: what is said of it, by its id on the page, and the values that go in.

    A page with one message needs no id. A date among the values is written in words.
    """
    values |= {name: write_date(value) for name, value in values.items() if isinstance(value, date)}
    return Violation(span, wording, values, fix, related, severity)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: three letters and three digits that are never used again, and a kebab-case name.

    `worst` is the most severe that one of its findings can be: a rule of warnings may have errors among them.
    In texts without a dossier a rule has the severity `loose`, if it has that.
    A word rule has its page in its file of words, which `read_typed` returns; another has none there. What a
    `local` rule finds in a text depends on no other text: it need not read a text again when only another has
    changed.
    """

    code: str
    name: str
    severity: Severity
    worst: Severity
    scope: Scope
    fixable: bool
    check: Callable[..., Iterable[Violation]]
    read_typed: Callable[[], RulePage] | None = None
    local: bool = False
    loose: Severity | None = None

    @property
    def page(self) -> RulePage:
        """Its page, read anew each time: most runs show none."""
        return self.read_page()

    def read_page(self) -> RulePage:
        """Return the page."""
        if self.read_typed:
            return self.read_typed()
        return page_as_typed(self.page_file.read_text(encoding="utf-8"), wordings_of(self.page_file).values())

    @property
    def of_words(self) -> bool:
        """Whether the rule is a file of words."""
        return self.read_typed is not None

    @property
    def page_file(self) -> Path:
        """The file that has the page: CODE.md beside the module, or the file of words."""
        if self.of_words:
            return DATA / "rules" / f"{self.code}.yml"
        return _page_beside(self.check, self.code)

    @property
    def description(self) -> RuleDescription:
        return RuleDescription(self.code, self.name, self.severity, self.read_page)

    def finding(
        self, violation: Violation, severity: Severity | None = None, *, loose: bool = False
    ) -> Finding:
        """Make the finding of a violation, in a dossier or a `loose` text.

        `severity` is what the settings give the rule, if anything.
        """
        wording, values, related = violation.wording, violation.values, violation.related
        if not isinstance(wording, Wording):
            wording = wordings_of(self.page_file)[wording]
        places = (related,) if isinstance(related, Span) else related
        beside = Message(wording.related, values)
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or violation.severity or (loose and self.loose) or self.severity,
            span=violation.span,
            message=Message(wording.message, values),
            advice=Message(wording.advice, values),
            fix=violation.fix,
            related=tuple([Related(each, beside) if isinstance(each, Span) else each for each in places]),
        )


@cache
def _page_beside(check: Callable[..., object], code: str) -> Path:
    from inspect import getfile

    return Path(getfile(check)).with_name(f"{code}.md")


def page_as_typed(typed: str, wordings: Iterable[Wording] = ()) -> RulePage:
    """Return the page of a rule in code: the title, what it finds in a sentence, and all that is below.

    What the rule can say is added to it.
    """
    _, summary, text = without_front_matter(typed).split("\n\n", 2)
    return rule_page(summary.removesuffix("."), text, wordings)


def rule_page(summary: str, typed: str, wordings: Iterable[Wording] = ()) -> RulePage:
    """Return a page with that summary, a sentence without its full stop, and what the rule can say."""
    said = "\n".join(list_wordings(wordings))
    text = f"## Wat de regel doet\n\n{typed.strip()}"
    return RulePage(Message(summary), f"{text}\n\n## Meldingen\n\n{said}" if said else text)


def rule(
    code: str,
    severity: Severity,
    scope: Scope,
    *,
    worst: Severity | None = None,
    loose: Severity | None = None,
    fixable: bool = False,
    local: bool = False,
) -> Callable[[Callable[..., Iterable[Violation]]], Rule]:
    """Make a rule of the decorated function, by whose name it goes: `two_values` is "two-values".

    Nothing is registered: `rules_of` finds it in its module.
    """

    def make(check: Callable[..., Iterable[Violation]]) -> Rule:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            severity=severity,
            worst=worst or severity,
            loose=loose,
            scope=scope,
            fixable=fixable,
            check=check,
            local=local,
        )

    return make


def rules_of(module: ModuleType) -> Iterator[Rule]:
    """Yield the rules that a module makes, not those that it imports."""
    for each in vars(module).values():
        if type(each) is Rule and each.check.__module__ == module.__name__:  # isinstance() takes longer
            yield each
