# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Chromium without a screen, and what a script sees of a page in it."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from tests.waiting import LIMIT

#: What scripts measure looks with: tests/looks.js.
_LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")


def browse(chromium: Path, folder: Path, *options: str) -> str:
    """Return what a browser, with its profile in a folder, says on its standard output."""
    command = [str(chromium), "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    command += [f"--user-data-dir={folder / 'profile'}", *options]
    return subprocess.run(command, capture_output=True, check=True, timeout=LIMIT).stdout.decode()


def seen_in_browser(
    chromium: Path, folder: Path, page: str, script: Path, width: int, *, dark: bool = False
) -> Any:
    """Return what a script, which puts JSON in the place of the page, sees of it at a width in pixels."""
    run = f"<script>{_LOOKS}{script.read_text(encoding='utf-8')}</script></body>"
    (folder / "bladzijde.html").write_text(page.replace("</body>", run), encoding="utf-8")
    # A window is never as narrow as a telephone; a frame is.
    frame = folder / "raam.html"
    frame.write_text(
        f'<iframe src="bladzijde.html" style="width:{width}px;height:900px;border:0"></iframe>'
        "<script>onload = () => {"
        "document.body.textContent = frames[0].document.body.textContent; }</script>",
        encoding="utf-8",
    )
    shown = browse(
        chromium, folder, "--window-size=1700,1000", "--virtual-time-budget=3000", "--dump-dom",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}", frame.as_uri(),
    )  # fmt: skip
    body = re.search(r"<body>(.*)</body>", shown, re.DOTALL)
    assert body is not None
    return json.loads(html.unescape(body[1]))
