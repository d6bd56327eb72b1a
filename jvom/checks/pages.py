# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a rule, as `jvom rule` shows it, and the index of all rules, docs/rules/index.md.

``jvom rules --write`` writes the index; a test compares the one in git with what is made here.
"""

from __future__ import annotations

from collections.abc import Mapping

from jvom.checks.registry import all_rules, families
from jvom.checks.rule import Rule
from jvom.data import DATA
from jvom.findings import Severity

_LONG = {
    Severity.ERROR: "fout: het dossier kan zo niet weg",
    Severity.WARNING: "waarschuwing: kijk ernaar",
    Severity.INFO: "opmerking: goed om te weten",
}
_SOMETIMES = "; soms een fout: dan kan het dossier zo niet weg"
_SHORT = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.INFO: "opmerking"}
_MADE = "<!-- Gemaakt door `jvom rules --write`; verander de regel zelf. -->"


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    severity = _LONG[rule.severity] + (
        _SOMETIMES if rule.worst > max(rule.severity, Severity.WARNING) else ""
    )
    written = rule.page
    fix = "ja, met `jvom check --fix`" if rule.fixable else "nee"
    return (
        f"# {rule.code} {rule.name}\n\n{written.summary}.\n\n"
        f"| Zwaarte | Leest | Herstelt zelf |\n| --- | --- | --- |\n"
        f"| {severity} | {rule.scope.value} | {fix} |\n\n"
        f"{written.text}\n\n"
        f"## Onderdrukken\n\n"
        f"Zet boven het blok `<!-- jvom: ignore[{rule.code}] reden -->`; in een gegevensbestand op of "
        f"boven de regel `# jvom: ignore[{rule.code}] reden`. Zonder reden geldt de onderdrukking niet.\n"
    )


def _link(rule: Rule) -> str:
    """Return where the page of a rule is from docs/rules."""
    return f"../../{rule.page_file.resolve().relative_to(DATA.parents[1]).as_posix()}"


def index() -> str:
    """Return the list of all rules by family."""
    lines = [_MADE, "", "# De regels van jvom check", ""]
    lines += [f"{len(all_rules())} regels. Een regel schrijven: [README.md](README.md).", ""]
    for family in families():
        lines += [
            f"## {family.code}: {family.title}",
            "",
            "| Regel | Naam | Zwaarte | Wat |",
            "| --- | --- | --- | --- |",
        ]
        lines += [
            f"| [{rule.code}]({_link(rule)}) | {rule.name} | {_SHORT[rule.severity]} | {rule.page.summary} |"
            for rule in family.rules
        ]
        lines.append("")
    return "\n".join(lines)


def generated_files() -> Mapping[str, bytes]:
    """Return the index, by its path from the project's folder."""
    return {"docs/rules/index.md": index().encode()}
