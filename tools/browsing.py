# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A browser as its user has it: pages that stay open, keys, sizes, the dark, paper.

Chromium is spoken to over a pipe, in the Chrome DevTools Protocol.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

_LIMIT = 300.0
"""So many seconds a page gets on a busy machine; only one that hangs takes as long."""
# Chromium reads from file 3 and writes to file 4.
_START = """import os, sys
ends = [os.dup2(int(end), 10 + number) for number, end in enumerate(sys.argv[1:3])]
for number, end in enumerate(ends):
    os.dup2(end, 3 + number)
os.execv(sys.argv[3], sys.argv[3:])
"""
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}


class Page:
    """An open page."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        #: What the page complained of: scripts that failed, things that its policy forbids, files not found.
        self.complaints: list[str] = []
        #: The addresses that it asked for.
        self.asked: list[str] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")

    def do(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Run a command of the protocol and return what it answers."""
        return self.browser.do(method, self.session, **arguments)

    def go(self, address: str) -> None:
        """Open an address, and wait until it is there."""
        self.do("Page.navigate", url=address)
        self.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'")

    def see(self, script: str) -> Any:
        """Return the value of an expression, or what the promise gives that it returns."""
        answer = self.do("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression is true."""
        limit = time.monotonic() + _LIMIT
        while not self.see(f"Boolean({condition})"):
            if time.monotonic() > limit:
                raise TimeoutError(f"not so after {_LIMIT:.0f} seconds: {condition}")
            time.sleep(0.01)

    def come_forward(self) -> None:
        """Put the page before the others, which are hidden then."""
        self.do("Page.bringToFront")

    def resize(self, width: int, height: int = 900) -> None:
        """Make the window of a size in pixels."""
        self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def look(self, *, dark: bool = False, paper: bool = False) -> None:
        """Show the page in the dark, or as it is printed."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.do("Emulation.setEmulatedMedia", media="print" if paper else "screen", features=[scheme])

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        code = _KEYS.get(key, ord(key.upper()) if len(key) == 1 and key.isalnum() else 0)
        event = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.do("Input.dispatchKeyEvent", type="keyDown", **event, **({"text": text} if text else {}))
        self.do("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text: str) -> None:
        """Type characters where the focus is."""
        for character in text:
            self.press(character)

    def picture(self, path: Path) -> None:
        """Write what the window shows as a PNG."""
        path.write_bytes(b64decode(self.do("Page.captureScreenshot")["data"]))

    def printed(self) -> bytes:
        """Return the page as a PDF."""
        return b64decode(self.do("Page.printToPDF", preferCSSPageSize=True)["data"])

    def violations(self, axe: Path) -> list[str]:
        """Return what axe-core finds against the page, a line each."""
        self.do("Runtime.evaluate", expression=axe.read_text(encoding="utf-8"))
        found = self.see("axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)")
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in found
            for node in each["nodes"]
        ]


class Browser:
    """A running browser."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._numbers = count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        self._pages: dict[str, Page] = {}
        self._buffer = b""

    def open(self, address: str) -> Page:
        """Open a page in a tab of its own."""
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        session = self.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        self._pages[session] = page
        page.resize(1280)
        page.go(address)
        return page

    def do(self, method: str, session: str = "", **arguments: Any) -> dict[str, Any]:
        """Run a command of the protocol and return what it answers."""
        number = self.send(method, session, **arguments)
        while number not in self._answers:
            self._receive()
        answer = self._answers.pop(number)
        assert "error" not in answer, f"{method}: {answer.get('error')}"
        result: dict[str, Any] = answer["result"]
        return result

    def send(self, method: str, session: str = "", **arguments: Any) -> int:
        """Give a command without waiting for the answer, whose number it returns."""
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": arguments}
        if session:
            command["sessionId"] = session
        data = json.dumps(command).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        return number

    def _receive(self) -> None:
        data = os.read(self._read, 1 << 20)
        assert data, "the browser has gone"
        *messages, self._buffer = (self._buffer + data).split(b"\0")
        for each in messages:
            message = json.loads(each)
            if "id" in message:
                self._answers[message["id"]] = message
            elif page := self._pages.get(message.get("sessionId", "")):
                _hear(page, message["method"], message["params"])


def _hear(page: Page, event: str, said: dict[str, Any]) -> None:
    match event:
        case "Runtime.exceptionThrown":
            page.complaints.append(str(said["exceptionDetails"]))
        case "Runtime.consoleAPICalled" if said["type"] == "error":
            page.complaints.append(str(said["args"]))
        case "Log.entryAdded" if said["entry"]["level"] in ("warning", "error"):
            page.complaints.append(f"{said['entry']['text']} {said['entry'].get('url', '')}")
        case "Network.requestWillBeSent":
            page.asked.append(said["request"]["url"])
        case _:
            pass


@contextmanager
def browsing(chromium: Path, folder: Path) -> Iterator[Browser]:
    """Start a browser with its profile in a folder, and end it afterwards."""
    for_browser, write = os.pipe()
    read, by_browser = os.pipe()
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
    options += ["--disable-background-networking", f"--user-data-dir={folder / 'profile'}"]
    process = subprocess.Popen(
        [sys.executable, "-c", _START, str(for_browser), str(by_browser), str(chromium), *options],
        pass_fds=(for_browser, by_browser),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    os.close(for_browser)
    os.close(by_browser)
    browser = Browser(read, write)
    try:
        yield browser
    finally:
        try:
            browser.send("Browser.close")
            process.wait(_LIMIT)
        finally:
            os.close(read)
            os.close(write)
