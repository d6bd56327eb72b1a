# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The report of the content and its template."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.soffice import Office, find_office
from jvom.plan import Document
from jvom.word.template import Template, open_template
from tests.contents import read_dossier
from tests.waiting import LIMIT


@pytest.fixture(scope="session")
def template(project: Path) -> Template:
    """Return the report's template."""
    return open_template(project / "templates" / "rapport.docx")


@pytest.fixture(scope="session")
def report(project: Path) -> Document:
    """Return the plan of the report over 2025."""
    return documents(read_dossier(project / "content", 2025), ("rapport",))[0]


@pytest.fixture(scope="session")
def office(soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return this machine's LibreOffice."""
    cache = Cache(tmp_path_factory.mktemp("office"))
    return find_office(os.environ["PATH"], os.environ, cache, program=soffice, seconds=LIMIT)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache."""
    return Cache(tmp_path / "cache")
