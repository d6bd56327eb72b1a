# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The HTML page in a real browser: keys, filters, and that it makes no network requests."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from tests.output.test_formats import written
from tests.waiting import LIMIT

SCRIPT = """
<script>
const press = (key) => new KeyboardEvent("keydown", { key, bubbles: true });
const key = (key) => document.activeElement.dispatchEvent(press(key));
const box = (value) => document.querySelector(`[value=${value}]`);
const all = [...document.querySelectorAll(".note")];
const visible = () => all.filter((note) => note.offsetParent !== null).map((note) => note.id);
const toggle = (value) => { box(value).click(); };
const seen = {};
seen.start = visible();
seen.shown = document.querySelector(".shown").textContent;
key("j"); seen.first = document.activeElement.id;
seen.here = [...document.querySelectorAll("mark.here")].map((m) => m.dataset.for);
key("j"); seen.second = document.activeElement.id;
key("k"); key("k"); seen.round = document.activeElement.id;
toggle("error"); seen.noErrors = visible();
seen.shownNoErrors = document.querySelector(".shown").textContent;
seen.off = document.querySelectorAll("mark.off").length;
toggle("error"); toggle("gegevens"); seen.noData = visible();
key("k"); seen.skips = document.activeElement.id;
document.querySelector("mark").click(); seen.clicked = document.activeElement.id;
seen.loaded = performance.getEntriesByType("resource").length;
seen.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
document.body.innerHTML = "";
document.body.textContent = JSON.stringify(seen);
</script>
"""


def seen(chromium: Path, folder: Path) -> Any:
    page = folder / "bevindingen.html"
    page.write_text(written("html").replace("</body>", f"{SCRIPT}</body>"), encoding="utf-8")
    run = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
         "--virtual-time-budget=2000", "--dump-dom", page.as_uri()],
        capture_output=True, check=True, timeout=LIMIT,
    )  # fmt: skip
    body = re.search(r"<body>(.*)</body>", run.stdout.decode(), re.DOTALL)
    assert body is not None
    return json.loads(html.unescape(body[1]))


class Describe_the_page:
    def it_works_in_a_browser(self, chromium, tmp_path):
        found = seen(chromium, tmp_path)

        assert found["start"] == ["b1", "b2", "b3"]
        assert found["shown"] == "3 van 3 bevindingen getoond"
        assert (found["first"], found["here"], found["second"], found["round"]) == ("b1", ["b1"], "b2", "b3")
        assert (found["noErrors"], found["shownNoErrors"], found["off"]) == (
            ["b2", "b3"],
            "2 van 3 bevindingen getoond",
            1,
        )
        assert found["noData"] == ["b1"]
        assert (found["skips"], found["clicked"]) == ("b1", "b1")
        assert found["loaded"] == 0
        assert not found["wide"]
