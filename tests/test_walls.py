# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The walls of the house: which room may import which, and which room knows which library.

docs/architecture.md explains why. Every import counts, also one inside a function or under TYPE_CHECKING.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

import pytest

# By room, the modules of jvom that it may import besides its own. A name includes everything below it.
# jvom/cli and jvom/__main__ may import everything.
ROOMS: dict[str, frozenset[str]] = {
    "dossier_ids": frozenset(),
    "interrupts": frozenset(),
    "accents": frozenset({"source"}),
    "escaping": frozenset(),
    "messages": frozenset({"escaping"}),
    "source": frozenset({"escaping", "messages"}),
    "calendar": frozenset({"dutch"}),
    "ooxml": frozenset({"messages", "source"}),
    "alignment": frozenset(),
    "pictures": frozenset({"messages"}),
    "text": frozenset({"source"}),
    "files": frozenset({"interrupts", "messages", "source"}),
    "findings": frozenset({"messages", "source"}),
    "model": frozenset({"accents", "messages", "source", "text", "times"}),
    "settings": frozenset({"calendar", "dutch", "model"}),
    "earlier_dossiers": frozenset({"dossier_ids", "model", "source"}),
    "sisters": frozenset({"dossier_ids", "model", "settings", "source"}),
    "kinds": frozenset({"messages", "model", "source"}),
    "times": frozenset(),
    "widths": frozenset(),
    "example": frozenset(),
    "extras": frozenset({"messages"}),
    "woo": frozenset(),
    "plan": frozenset({"source"}),
    "dutch": frozenset({"data"}),
    "data": frozenset(),
    "locale": frozenset(),
    "reading": frozenset(
        {
            "accents",
            "calendar",
            "dossier_ids",
            "earlier_dossiers",
            "kinds",
            "messages",
            "model",
            "ooxml",
            "pictures",
            "settings",
            "sisters",
            "source",
            "text",
            "times",
            "woo",
        }
    ),
    "resolving": frozenset(
        {"accents", "dutch", "kinds", "messages", "model", "source", "text", "times", "woo"}
    ),
    "documents": frozenset(
        {
            "accents",
            "dutch",
            "kinds",
            "messages",
            "model",
            "plan",
            "resolving",
            "source",
            "text",
            "times",
            "woo",
            "widths",
        }
    ),
    "word": frozenset({"messages", "ooxml", "pictures", "plan", "source"}),
    "html": frozenset({"plan"}),
    "layout": frozenset({"extras", "messages", "ooxml", "plan", "source", "widths", "word"}),
    "comparing": frozenset(
        {"alignment", "documents", "dutch", "model", "plan", "resolving", "source", "text"}
    ),
    "analysis": frozenset({"data", "dutch", "resolving", "source", "text"}),
    "checks": frozenset(
        {
            "accents",
            "analysis",
            "calendar",
            "data",
            "dutch",
            "earlier_dossiers",
            "findings",
            "kinds",
            "messages",
            "model",
            "resolving",
            "settings",
            "sisters",
            "source",
            "text",
            "times",
            "years",
        }
    ),
    "exchange": frozenset(
        {
            "accents",
            "alignment",
            "documents",
            "dutch",
            "kinds",
            "messages",
            "model",
            "ooxml",
            "plan",
            "reading",
            "source",
            "text",
            "years",
        }
    ),
    "years": frozenset(
        {
            "dossier_ids",
            "dutch",
            "findings",
            "kinds",
            "messages",
            "model",
            "resolving",
            "settings",
            "source",
            "text",
            "times",
        }
    ),
    "output": frozenset({"escaping", "findings", "kinds", "messages", "model", "ooxml", "source", "years"}),
    "editor": frozenset(
        {"checks", "dossier_ids", "findings", "messages", "model", "reading", "resolving", "source", "text"}
    ),
    "preview": frozenset({"escaping", "findings", "html", "messages", "output", "plan", "source"}),
    "sealing": frozenset(
        {"documents", "dossier_ids", "dutch", "findings", "messages", "model", "ooxml", "plan", "source"}
    ),
}
OPEN_ROOMS = frozenset({"__main__", "cli"})

# By library, the rooms (or modules) that may use it. No other libraries may be used; the standard library is
# free, except for what follows.
LIBRARIES: dict[str, frozenset[str]] = {
    "babel": OPEN_ROOMS,
    "hunspell": frozenset({"checks"}),
    "icalendar": frozenset({"output.agenda_calendar"}),
    "openpyxl": frozenset({"output.status_workbook"}),
    "docx": frozenset({"word"}),
    "lsprotocol": frozenset({"editor.server"}),
    "lxml": frozenset({"layout", "ooxml", "reading.word", "word"}),
    "markdown_it": frozenset({"output.rule_page", "reading.commonmark"}),
    "mdit_py_plugins": frozenset({"reading.commonmark"}),
    "pikepdf": frozenset({"layout"}),
    "pygls": frozenset({"editor.server"}),
    "pyphen": frozenset({"dutch.hyphenation"}),
    "msgspec": frozenset(ROOMS) | OPEN_ROOMS,
    "rapidfuzz": frozenset({"alignment", "comparing"}),
    "rich": OPEN_ROOMS,
    "starlette": frozenset({"preview.application"}),
    "typer": OPEN_ROOMS,
    "uvicorn": frozenset({"preview.serving"}),
    "watchfiles": frozenset({"preview.watching"}),
    "yaml": frozenset({"checks", "reading"}),
}

# What starts a program, opens a connection or runs text as code, and the modules that may import it
# (docs/security.md). A name stands for all that is below it.
POWERS: dict[str, frozenset[str]] = {
    "subprocess": frozenset(
        {"cli.git", "cli.signatures", "layout.conversion", "layout.guard", "layout.soffice"}
    ),
    **dict.fromkeys(
        (
            *("ftplib", "http", "imaplib", "multiprocessing", "poplib", "smtplib", "socket"),
            *("socketserver", "ssl", "urllib.request", "webbrowser", "xmlrpc"),
            *("code", "codeop", "pickle", "pty", "runpy", "shelve"),
        ),
        frozenset(),
    ),
    # `jvom lsp` talks over standard input and output, and needs a timer; `jvom preview` serves a page on
    # 127.0.0.1.
    "asyncio": frozenset({"editor.server", "preview.application", "preview.serving"}),
    "socket": frozenset({"preview.serving"}),
}
POWERFUL_NAMES = frozenset(
    {
        *("eval", "exec", "os.execv", "os.execve", "os.fork", "os.popen", "os.posix_spawn", "os.startfile"),
        "os.system",
    }
)

# Of the standard library: the terminal, the clock, the environment, the locale and chance belong to cli.
OUTSIDE_WORLD = frozenset({"argparse", "getpass", "gettext", "locale", "random", "secrets", "time", "uuid"})
OUTSIDE_NAMES = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "input",
        "os.environ",
        "os.getenv",
        "print",
        "sys.argv",
        "sys.exit",
        "sys.stderr",
        "sys.stdin",
        "sys.stdout",
    }
)


class Use(NamedTuple):
    """A name that a module imports or mentions, and where."""

    line: int
    name: str


def imports(tree: ast.Module, module: str, known: frozenset[str]) -> Iterator[Use]:
    """Yield the full name of each module that `module` (dotted) imports.

    `known` are the modules of jvom: ``from jvom import plan`` imports ``jvom.plan`` because that is one.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Use(node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            origin = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                full = f"{origin}.{alias.name}"
                yield Use(node.lineno, full if full in known else origin)


def names(tree: ast.Module) -> Iterator[Use]:
    """Yield the plain names that are called and the dotted names that occur, such as ``os.environ``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            dotted = ast.unparse(node)
            yield Use(node.lineno, ".".join(dotted.split(".")[-2:]))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield Use(node.lineno, node.func.id)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                yield Use(node.lineno, f"{node.module}.{alias.name}")


def inside(name: str, rooms: frozenset[str]) -> bool:
    """Tell whether the module is one of `rooms` or below one."""
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def breaches(text: str, module: str, known: frozenset[str]) -> list[str]:
    """Return the imports that a module (``jvom.word.body``) with that text may not have, a line each."""
    tree = ast.parse(text)
    place = module.removeprefix("jvom").removeprefix(".")
    room = place.partition(".")[0]
    if room not in ROOMS and room not in OPEN_ROOMS and room:
        return [f"{module}: a room that the table does not have"]
    free = room in OPEN_ROOMS
    found = []
    for line, name in imports(tree, module, known):
        top, _, below = name.partition(".")
        if top == "jvom":
            allowed = free or not below or inside(below, ROOMS.get(room, frozenset()) | {room})
        elif top in sys.stdlib_module_names:
            allowed = free or top not in OUTSIDE_WORLD
        else:
            allowed = inside(place, LIBRARIES.get(top, frozenset()))
        if not allowed:
            found.append(f"{module}:{line}: imports {name}")
    if not free:
        found += [f"{module}:{line}: uses {name}" for line, name in names(tree) if name in OUTSIDE_NAMES]
    return found


def modules(project: Path) -> dict[str, Path]:
    """Return each module of the package by its dotted name."""
    return {
        ".".join(path.relative_to(project).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted((project / "jvom").rglob("*.py"))
    }


def circles(needs: Mapping[str, Set[str]]) -> list[list[str]]:
    """Return each group of modules (or rooms) that import one another, directly or indirectly."""
    reached: dict[str, set[str]] = {}
    for start in needs:
        found = reached[start] = set[str]()
        waiting = [start]
        while waiting:
            new = needs.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
    groups = {
        tuple(sorted(other for other in found if start in reached.get(other, ())))
        for start, found in reached.items()
        if start in found
    }
    return [list(group) for group in sorted(groups)]


class Describe_the_walls:
    def they_are_kept(self, project):
        all_modules = modules(project)
        known = frozenset(all_modules)

        found = [
            breach
            for module, path in all_modules.items()
            for breach in breaches(path.read_text(encoding="utf-8"), module, known)
        ]

        assert "jvom.model" in known
        assert found == []

    def they_have_no_unused_permission(self, project):
        """A permission that a room does not need would admit something one day."""
        all_modules = modules(project)
        known = frozenset(all_modules)
        used = {
            (module.removeprefix("jvom."), use.name.removeprefix("jvom."))
            for module, path in all_modules.items()
            for use in imports(ast.parse(path.read_text(encoding="utf-8")), module, known)
        }

        def is_used(user: str, what: str) -> bool:
            rooms, needs = frozenset({user}), frozenset({what})
            return any(inside(one, rooms) and inside(other, needs) for one, other in used)

        doors = [(room, other) for room, others in ROOMS.items() for other in others]
        doors += [
            (room, library)
            for library, rooms in LIBRARIES.items()
            for room in rooms - OPEN_ROOMS
            if library != "msgspec"  # what values are made of is free to all
        ]
        assert [door for door in doors if not is_used(*door)] == []

    def they_keep_programs_and_the_network_out(self, project):
        """What can start a program is in few hands, and nothing can open a connection."""
        all_modules = modules(project)
        known = frozenset(all_modules)
        used: set[tuple[str, str]] = set()
        for module, path in all_modules.items():
            tree = ast.parse(path.read_text(encoding="utf-8"))
            here = module.removeprefix("jvom.")
            assert not {use.name for use in names(tree)} & POWERFUL_NAMES, module
            for use in imports(tree, module, known):
                for power, users in POWERS.items():
                    if inside(use.name, frozenset({power})):
                        assert here in users, f"{module}:{use.line}: imports {use.name}"
                        used.add((power, here))

        assert used == {(power, user) for power, users in POWERS.items() for user in users}

    def they_separate_the_families_of_rules(self, project):
        """What two families share isn't a rule, and belongs in checks itself."""
        rules = "jvom.checks.rules."
        all_modules = {name: path for name, path in modules(project).items() if name.startswith(rules)}
        known = frozenset(all_modules)

        found = [
            f"{module}:{use.line}: imports {use.name}"
            for module, path in all_modules.items()
            for use in imports(ast.parse(path.read_text(encoding="utf-8")), module, known)
            if use.name.startswith(rules) and use.name.split(".")[3] != module.split(".")[3]
        ]

        assert len(known) > 50
        assert found == []

    def they_make_no_circles(self):
        """Only then is there one direction through the house."""
        assert circles(ROOMS) == []

    def and_no_modules_import_each_other(self, project):
        """Imports inside functions and under TYPE_CHECKING count: each says that one needs the other."""
        all_modules = modules(project)
        known = frozenset(all_modules)
        needs = {
            module: {
                use.name
                for use in imports(ast.parse(path.read_text(encoding="utf-8")), module, known)
                if use.name != module
            }
            for module, path in all_modules.items()
        }

        assert circles(needs) == []

    def and_a_circle_would_show(self):
        needs = {"a": {"b"}, "b": {"c", "e"}, "c": {"b"}, "d": {"a", "d"}, "e": {"json"}}

        assert circles(needs) == [["b", "c"], ["d"]]

    def they_are_on_the_page_that_shows_the_house(self, project):
        page = (project / "docs/architecture.md").read_text(encoding="utf-8")

        rooms = ROOMS.keys() | OPEN_ROOMS
        assert not {room for room in rooms if f"`{room}/`" not in page and f"`{room}.py`" not in page}

    def they_admit_only_declared_libraries(self, project):
        declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        distributions = {
            "docx": "python-docx",
            "hunspell": "chunspell",
            "markdown_it": "markdown-it-py",
            "mdit_py_plugins": "mdit-py-plugins",
            "yaml": "pyyaml",
        }
        extras = declared["optional-dependencies"]
        used = (declared["dependencies"], *(extras[name] for name in ("editor", "office", "pdf", "preview")))
        required = [requirement.lower() for requirements in used for requirement in requirements]

        for library in LIBRARIES:
            distribution = distributions.get(library, library)
            assert any(each.startswith(distribution) for each in required), library

    @pytest.mark.parametrize(
        ("module", "text", "said"),
        [
            ("jvom.word.body", "from jvom.model import Dossier", "imports jvom.model"),
            ("jvom.word.body", "from jvom import model", "imports jvom.model"),
            ("jvom.word.body", "from .. import model", "imports jvom.model"),
            ("jvom.checks.run", "def f():\n    import lxml.etree", "imports lxml.etree"),
            ("jvom.checks.run", "from jvom.documents.nota import plan", "imports jvom.documents.nota"),
            ("jvom.dutch.dates", "from jvom.source import Span", "imports jvom.source"),
            ("jvom.reading.yaml", "import docx", "imports docx"),
            ("jvom.resolving.numbers", "import typer", "imports typer"),
            ("jvom.resolving.numbers", "import requests", "imports requests"),
            ("jvom.documents.nota", "import time", "imports time"),
            ("jvom.documents.nota", "import datetime\ndatetime.datetime.now()", "uses datetime.now"),
            ("jvom.documents.nota", "from datetime import date\ndate.today()", "uses date.today"),
            ("jvom.documents.nota", "import os\nos.environ['TZ']", "uses os.environ"),
            ("jvom.documents.nota", "from os import environ", "uses os.environ"),
            ("jvom.documents.nota", "print('x')", "uses print"),
            ("jvom.cellar.wine", "", "a room that the table does not have"),
        ],
    )
    def and_each_would_show_a_breach(self, module, text, said):
        found = breaches(text, module, frozenset({"jvom.model"}))

        assert len(found) == 1
        assert found[0].endswith(said)

    @pytest.mark.parametrize(
        ("module", "text"),
        [
            (
                "jvom.cli.build",
                "import time, os, typer\nfrom jvom.word.package import write\nprint(os.environ)",
            ),
            ("jvom.word.package", "from docx import Document"),
            (
                "jvom.word.notes",
                "from lxml import etree\nfrom jvom import __version__\nfrom jvom.plan import Plan",
            ),
        ],
    )
    def but_they_permit_what_the_table_permits(self, module, text):
        assert breaches(text, module, frozenset({"jvom.plan"})) == []
