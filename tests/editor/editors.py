# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A real client of the language server, with a dossier of its own, for tests."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

from tests.checks.examples import BASE, TODAY, YEAR
from tests.waiting import LIMIT

JVOM = Path(sys.executable).with_name("jvom")


class Editor:
    """An editor with its files in `folder`, in which `content` is; it counts in an `encoding`."""

    def __init__(self, folder: Path, encoding: str = "utf-16", client: str = "visual-studio-code") -> None:
        self.folder, self.content = folder, folder / "content"
        self.encoding, self.kind = encoding, client
        self.client: LanguageClient = make_test_lsp_client()
        self.versions: dict[str, int] = {}

    @classmethod
    async def start(cls, folder: Path, **options: str) -> Editor:
        """Start the server in a folder, in which the base dossier is put when it is empty."""
        editor = cls(folder, **options)
        if not editor.content.exists():
            shutil.copytree(BASE, editor.content)
        command = str(JVOM), "lsp", "--stdio", f"--as-of={TODAY}"
        await editor.client.start_io(*command, cwd=folder)
        able = client_capabilities(editor.kind)
        able.general = able.general or types.GeneralClientCapabilities()
        able.general.position_encodings = [types.PositionEncodingKind(editor.encoding)]
        await editor.client.initialize_session(
            types.InitializeParams(capabilities=able, root_uri=folder.as_uri())
        )
        return editor

    async def stop(self) -> None:
        await self.client.shutdown_session()
        await self.client.stop()

    def uri(self, name: str) -> str:
        """Return the address of a file, named from the folder of the content."""
        return (self.content / name).as_uri()

    def text(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8")

    def open(self, name: str, text: str | None = None) -> str:
        """Open a file, with a text that is not saved if one is given; return its text."""
        shown = self.text(name) if text is None else text
        kind = "markdown" if name.endswith(".md") else "yaml"
        self.versions[name] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri(name), kind, 1, shown))
        )
        return shown

    def type(self, name: str, text: str) -> None:
        """Make this the text of an open file, without saving it."""
        self.versions[name] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, name: str) -> None:
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.uri(name)))
        )

    def told(self, name: str) -> Sequence[types.Diagnostic]:
        """Return what the server told last of a file."""
        found: Sequence[types.Diagnostic] = self.client.diagnostics.get(self.uri(name), ())
        return found

    async def tells(self, condition: Callable[[], bool]) -> None:
        """Wait until the server has told what makes a condition true."""
        async with asyncio.timeout(LIMIT):
            while not condition():
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    async def tells_code(self, name: str, code: str, *, gone: bool = False) -> list[types.Diagnostic]:
        """Wait until a rule finds something in a file, or (`gone`) nothing any more; return what it finds."""
        await self.tells(lambda: any(each.code == code for each in self.told(name)) is not gone)
        return [each for each in self.told(name) if each.code == code]

    def at(self, name: str, text: str, words: str, offset: int = 0) -> dict[str, object]:
        """Return the document and place of words in a text, for the parameters of a question."""
        before = text[: text.index(words) + offset]
        line = before.rpartition("\n")[2]
        count = {"utf-8": len(line.encode()), "utf-32": len(line)}.get(
            self.encoding, len(line.encode("utf-16-le")) // 2
        )
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(name)),
            "position": types.Position(before.count("\n"), count),
        }


NOTA, SECTION = f"{YEAR}/nota.md", f"{YEAR}/rapport/slotbeschouwing.md"
