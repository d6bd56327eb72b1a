# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Compares two Word files with Docxodus: OLD NEW TARGET."""

from __future__ import annotations

import sys
from pathlib import Path

from python_redlines import DocxodusEngine

old, new, target = map(Path, sys.argv[1:])
target.write_bytes(DocxodusEngine().run_redline("bench", old.read_bytes(), new.read_bytes())[0])
