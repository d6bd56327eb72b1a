# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""An editor that opens a text and changes it some times: usage, editor_session.py JVOM FOLDER FILE CHANGES.

After each change it waits for what the server finds. It does little itself, so that what is measured of it is
the server.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main(jvom: str, folder: str, file: str, changes: int) -> None:
    """Open the file in the folder, change it, and stop the server; raises EOFError when that is gone."""
    path = Path(folder, file)
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    server = subprocess.Popen([jvom, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    send, receive = server.stdin, server.stdout
    assert send is not None
    assert receive is not None

    def say(method: str, **more: Any) -> None:
        message = json.dumps({"jsonrpc": "2.0", "method": method, **more}).encode()
        send.write(b"Content-Length: %d\r\n\r\n%s" % (len(message), message))
        send.flush()

    def hear(wanted: Callable[[Any], bool]) -> None:
        while True:
            if not (header := receive.readline()):
                raise EOFError
            while (line := receive.readline()).strip():
                header += line
            length = int(header.partition(b":")[2].split()[0])
            if wanted(json.loads(receive.read(length))):
                return

    def told_of(version: int) -> Callable[[Any], bool]:
        """Tell whether a message says what is found in a version of the text."""
        return lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == uri
            and message["params"].get("version") == version
        )

    say("initialize", id=1, params={"processId": None, "rootUri": None, "capabilities": {}})
    hear(lambda message: "result" in message)
    say("initialized", params={})
    document = {"uri": uri, "languageId": "markdown", "version": 0, "text": f"{text}\nDit is de de inzet.\n"}
    say("textDocument/didOpen", params={"textDocument": document})
    hear(told_of(0))
    for number in range(1, changes + 1):
        changed = {"text": f"{text}\nDit is de de inzet van {number} militairen.\n"}
        version = {"uri": uri, "version": number}
        say("textDocument/didChange", params={"textDocument": version, "contentChanges": [changed]})
        hear(told_of(number))
    say("shutdown", id=2)
    hear(lambda message: "result" in message)
    say("exit")
    server.wait()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
