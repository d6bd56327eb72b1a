# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a submission was made with: the program, its libraries and fonts."""

from __future__ import annotations

import platform
import zlib

from jvom import __version__
from jvom.layout.result import Engine
from jvom.layout.surroundings import Surroundings
from jvom.sealing.manifest import Layout, digest


def layout_used(pages: Engine, pdf: bool, around: Surroundings) -> Layout:
    """Return what laid the documents out: the program of the engine, its version, and its fonts."""
    if pages == "estimate":
        return Layout(pages=pages, pdf=pdf, program="jvom", version=__version__, fonts=())
    from jvom.layout import soffice
    from jvom.layout.cache import Cache
    from jvom.layout.fonts import typeface

    office = soffice.office_for(around, Cache(around.cache))
    fonts = tuple(digest(path.name, path.read_bytes()) for path in typeface(around.environment))
    return Layout(pages=pages, pdf=pdf, program="LibreOffice", version=office.version, fonts=fonts)


def versions() -> dict[str, str]:
    """Return the versions of what writes the files, by name."""
    return {"jvom": __version__, "Python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
