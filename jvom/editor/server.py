# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The language server: what an editor asks and tells, in the Language Server Protocol 3.17.

It answers from snapshots, and reads a dossier again once nobody typed for a moment. All else is in the other
modules, which know nothing of the protocol.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from jvom import __version__
from jvom.editor import completion, hover, outline, references
from jvom.editor.actions import Action, fix_all, quick_fixes
from jvom.editor.catalogue import Kind
from jvom.editor.outline import Symbol
from jvom.editor.positions import UTF16, as_range, as_span
from jvom.editor.snapshot import Snapshot
from jvom.editor.workspace import Place, Workspace
from jvom.findings import Edit, Finding, Severity
from jvom.source import Problem, Span

PAUSE = 0.2
"""How many seconds nobody types before a dossier is read again."""

SOURCE = "jvom"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_COMPLETIONS = {
    Kind.FIGURE: types.CompletionItemKind.Value,
    Kind.SOURCE: types.CompletionItemKind.Reference,
    Kind.SECTION: types.CompletionItemKind.Module,
    Kind.CAPTION: types.CompletionItemKind.Module,
    Kind.ABBREVIATION: types.CompletionItemKind.Text,
    Kind.MISSION: types.CompletionItemKind.Class,
    Kind.OWNER: types.CompletionItemKind.Constant,
    Kind.NOTE: types.CompletionItemKind.Reference,
    None: types.CompletionItemKind.EnumMember,
}
_SYMBOLS = {
    Kind.FIGURE: types.SymbolKind.Number,
    Kind.SOURCE: types.SymbolKind.Key,
    Kind.SECTION: types.SymbolKind.String,
    Kind.CAPTION: types.SymbolKind.Object,
    Kind.ABBREVIATION: types.SymbolKind.Constant,
    Kind.MISSION: types.SymbolKind.Class,
    Kind.OWNER: types.SymbolKind.Interface,
    Kind.NOTE: types.SymbolKind.Field,
}
_WATCHED = "**/*.{md,yml,png,jpg,jpeg}"


class JvomServer(LanguageServer):
    """The server of one editor.

    `translate` translates messages, `today` gives the day of a check, and `page` the address of the page of a
    rule, None without one.
    """

    def __init__(
        self,
        workspace: Workspace,
        translate: Callable[[str], str],
        today: Callable[[], date],
        page: Callable[[str], str | None],
    ) -> None:
        # Whole texts: they are short, and pygls counts more characters as line ends than the protocol does.
        super().__init__("jvom", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.dossiers, self.translate, self.today, self.page = workspace, translate, today, page
        self.uris: dict[str, str] = {}
        self._waiting: dict[Place, asyncio.TimerHandle] = {}
        self._told: dict[str, list[types.Diagnostic]] = {}
        for feature, answer in _ANSWERS.items():
            self.feature(feature, *_OPTIONS.get(feature, ()))(answer)

    # --- files

    def file(self, uri: str) -> Path | None:
        """Return the path of a document as findings show it; None for one that is no file."""
        path = to_fs_path(uri)
        return self.dossiers.path(Path(path)) if path else None

    def uri(self, path: str) -> str:
        """Return the address of a file, as the editor wrote it when it opened it."""
        return self.uris.get(path) or from_fs_path(str(self.dossiers.here / path)) or ""

    def changed(self, path: Path) -> None:
        """Read the dossiers of a file again in a moment, and tell what is found."""
        for place in self.dossiers.places(path):
            self.read_soon(place)

    def read_soon(self, place: Place) -> None:
        """Read a dossier again once nobody typed for a moment."""
        if waiting := self._waiting.pop(place, None):
            waiting.cancel()
        self._waiting[place] = asyncio.get_running_loop().call_later(PAUSE, self.read_now, place)

    def read_now(self, place: Place) -> None:
        """Read a dossier again, and tell what is found in all of its files."""
        if waiting := self._waiting.pop(place, None):
            waiting.cancel()
        self.dossiers.read(place, self.today())
        self.tell()

    def snapshot(self, uri: str) -> tuple[Snapshot, str] | None:
        """Return the dossier of a document and the path of the document; None for one of no dossier."""
        path = self.file(uri)
        found = self.dossiers.snapshot(path, self.today()) if path else None
        return (found, path.as_posix()) if found and path else None

    @property
    def encoding(self) -> str:
        """The units in which places in a line are counted."""
        return str(self.protocol.workspace.position_encoding or UTF16)

    # --- what is found

    def tell(self) -> None:
        """Tell what is found in the files that are open, and in others where that is something else now."""
        found: dict[str, list[types.Diagnostic]] = {}
        for snapshot in self.dossiers.shown():
            told: tuple[Finding | Problem, ...] = (*snapshot.problems, *snapshot.findings)
            for each in told:
                there = found.setdefault(each.span.path, [])
                if (diagnostic := self.diagnostic(each, snapshot)) not in there:  # one of two dossiers
                    there.append(diagnostic)
        for path in sorted({*self._told, *found, *self.uris}):
            now, uri = found.get(path, []), self.uri(path)
            if path in self.uris or now != self._told.get(path):
                version = self.workspace.get_text_document(uri).version if path in self.uris else None
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, now, version))
        self._told = found

    def diagnostic(self, each: Finding | Problem, snapshot: Snapshot) -> types.Diagnostic:
        """Return a finding or problem as the protocol has it."""
        what, advice = (each.message, each.advice) if isinstance(each, Finding) else (each.what, each.advice)
        text = f"{what.format(self.translate)}; {advice.format(self.translate)}"
        made = types.Diagnostic(
            range=self.range(each.span, snapshot),
            message=text[:1].upper() + text[1:],
            source=SOURCE,
            severity=types.DiagnosticSeverity.Error,
        )
        if isinstance(each, Finding):
            made.severity, made.code = _SEVERITIES[each.severity], each.code
            if page := self.page(each.code):
                made.code_description = types.CodeDescription(href=page)
            made.related_information = [
                types.DiagnosticRelatedInformation(
                    self.location(related.span, snapshot), related.message.format(self.translate)
                )
                for related in each.related
            ]
        return made

    def range(self, span: Span, snapshot: Snapshot) -> types.Range:
        """Return a span as the protocol has it."""
        lines = snapshot.lines.get(span.path)
        start, end = as_range(span, self.dossiers.lines(span.path) if lines is None else lines, self.encoding)
        return types.Range(types.Position(*start), types.Position(*end))

    def location(self, span: Span, snapshot: Snapshot) -> types.Location:
        """Return a place in a file as the protocol has it."""
        return types.Location(self.uri(span.path), self.range(span, snapshot))

    def place(self, path: str, given: types.Range, snapshot: Snapshot) -> Span:
        """Return a range of a file as a span."""
        start, end = (given.start.line, given.start.character), (given.end.line, given.end.character)
        return as_span(path, start, end, snapshot.lines.get(path, ()), self.encoding)

    def edits(self, edits: tuple[Edit, ...], snapshot: Snapshot) -> types.WorkspaceEdit:
        """Return edits as the protocol has them."""
        changes: dict[str, list[types.TextEdit]] = {}
        for edit in edits:
            made = types.TextEdit(self.range(edit.span, snapshot), edit.replacement)
            changes.setdefault(self.uri(edit.span.path), []).append(made)
        return types.WorkspaceEdit(changes=dict(changes))

    def action(self, action: Action, kind: types.CodeActionKind, snapshot: Snapshot) -> types.CodeAction:
        """Return an action as the protocol has it."""
        return types.CodeAction(
            title=action.title,
            kind=kind,
            diagnostics=[self.diagnostic(action.of, snapshot)] if action.of else None,
            edit=self.edits(action.edits, snapshot),
            is_preferred=action.is_best or None,
        )


# --- what an editor tells ------------------------------------------------------------------------


def _opened(server: JvomServer, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    if path := server.file(document.uri):
        server.uris[path.as_posix()] = document.uri
        server.dossiers.set_text(path, document.text)
        for place in server.dossiers.places(path):
            server.read_now(place)


def _changed(server: JvomServer, params: types.DidChangeTextDocumentParams) -> None:
    if path := server.file(params.text_document.uri):
        server.dossiers.set_text(path, server.workspace.get_text_document(params.text_document.uri).source)
        server.changed(path)


def _saved(server: JvomServer, params: types.DidSaveTextDocumentParams) -> None:
    if path := server.file(params.text_document.uri):
        server.changed(path)


def _closed(server: JvomServer, params: types.DidCloseTextDocumentParams) -> None:
    if path := server.file(params.text_document.uri):
        server.dossiers.forget_text(path)
        server.uris.pop(path.as_posix(), None)
        server.changed(path)


def _changed_on_disk(server: JvomServer, _: types.DidChangeWatchedFilesParams) -> None:
    for place in server.dossiers.known:
        server.read_soon(place)


async def _initialized(server: JvomServer, _: types.InitializedParams) -> None:
    """Ask to be told of files that change outside the editor, of an editor that can tell."""
    able = server.client_capabilities.workspace
    if able and able.did_change_watched_files and able.did_change_watched_files.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        registration = types.Registration("jvom-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await server.client_register_capability_async(types.RegistrationParams([registration]))


# --- what an editor asks -------------------------------------------------------------------------


def _spot(
    server: JvomServer,
    params: types.CompletionParams | types.HoverParams | types.DefinitionParams | types.ReferenceParams,
) -> tuple[Snapshot, str, int, int] | None:
    """Return the dossier, path, line and column of a place; None in a file of no dossier."""
    found = server.snapshot(params.text_document.uri)
    if found is None:
        return None
    snapshot, path = found
    at = server.place(path, types.Range(params.position, params.position), snapshot)
    return snapshot, path, at.line, at.column


def _complete(server: JvomServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    if (spot := _spot(server, params)) is None:
        return []
    return [
        types.CompletionItem(
            label=each.label,
            kind=_COMPLETIONS[each.kind],
            detail=each.detail or None,
            documentation=_markdown(each.about) if each.about else None,
            filter_text=each.label,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(server.range(each.span, spot[0]), each.text),
        )
        for number, each in enumerate(completion.complete(*spot, server.translate))
    ]


def _hover(server: JvomServer, params: types.HoverParams) -> types.Hover | None:
    spot = _spot(server, params)
    found = hover.hover(*spot, server.translate) if spot else None
    if spot is None or found is None:
        return None
    span, text = found
    return types.Hover(_markdown(text), server.range(span, spot[0]))


def _define(server: JvomServer, params: types.DefinitionParams) -> types.Location | None:
    spot = _spot(server, params)
    found = references.definition(*spot) if spot else None
    return server.location(found, spot[0]) if spot and found else None


def _refer(server: JvomServer, params: types.ReferenceParams) -> list[types.Location]:
    if (spot := _spot(server, params)) is None:
        return []
    found = references.references(*spot, with_definition=params.context.include_declaration)
    return [server.location(each, spot[0]) for each in found]


def _outline(server: JvomServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    if (found := server.snapshot(params.text_document.uri)) is None:
        return []
    snapshot, path = found

    def made(symbol: Symbol) -> types.DocumentSymbol:
        return types.DocumentSymbol(
            name=symbol.name or symbol.detail or "-",
            detail=symbol.detail or None,
            kind=_SYMBOLS[symbol.kind],
            range=server.range(symbol.span, snapshot),
            selection_range=server.range(symbol.words, snapshot),
            children=[made(each) for each in symbol.children],
        )

    return [made(each) for each in outline.symbols(snapshot, path)]


def _act(server: JvomServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    path = server.file(params.text_document.uri)
    for place in server.dossiers.places(path) if path else ():
        server.read_now(place)  # a fix must fit what is there now
    if (found := server.snapshot(params.text_document.uri)) is None:
        return []
    snapshot, name = found
    wanted = params.context.only
    made: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix, wanted):
        at = server.place(name, params.range, snapshot)
        made += [
            server.action(each, types.CodeActionKind.QuickFix, snapshot)
            for each in quick_fixes(snapshot, at, server.translate)
        ]
    if _is_wanted(types.CodeActionKind.SourceFixAll, wanted):
        all_of = fix_all(snapshot, name, server.translate)
        made += [server.action(all_of, types.CodeActionKind.SourceFixAll, snapshot)] if all_of else []
    return made


def _is_wanted(kind: types.CodeActionKind, wanted: object) -> bool:
    """Tell whether an editor wants actions of a kind: of all kinds when it names none."""
    asked = (
        [str(getattr(each, "value", each)) for each in wanted] if isinstance(wanted, (list, tuple)) else []
    )
    return not asked or any(kind.value == each or kind.value.startswith(f"{each}.") for each in asked)


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)


_ANSWERS: dict[str, Callable[..., object]] = {
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _changed_on_disk,
    types.TEXT_DOCUMENT_COMPLETION: _complete,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DEFINITION: _define,
    types.TEXT_DOCUMENT_REFERENCES: _refer,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _outline,
    types.TEXT_DOCUMENT_CODE_ACTION: _act,
}
_OPTIONS: dict[str, tuple[object]] = {
    types.TEXT_DOCUMENT_COMPLETION: (types.CompletionOptions(trigger_characters=["{", "@", "#", "^", ","]),),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    ),
}
