# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The language server as a real client meets it."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

pytest.importorskip("pytest_lsp")

import pytest_asyncio
from lsprotocol import types

from tests.checks.examples import BASE, YEAR
from tests.editor.editors import NOTA, SECTION, Editor

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def editor(tmp_path):
    started = await Editor.start(tmp_path)
    yield started
    await started.stop()


class Describe_findings_while_typing:
    async def they_come_without_saving_and_go_when_mended(self, editor):
        text = editor.open(SECTION)

        editor.type(SECTION, f"{text}\nDit is de de inzet.\n")
        [found] = await editor.tells_code(SECTION, "LNG011")
        editor.type(SECTION, text)
        gone = await editor.tells_code(SECTION, "LNG011", gone=True)

        assert found.message == "«de» staat er twee keer; haal er een weg"
        assert found.severity == types.DiagnosticSeverity.Warning
        assert found.source == "jvom"
        line = text.count("\n") + 1
        assert found.range == types.Range(types.Position(line, 7), types.Position(line, 12))
        assert gone == []

    async def they_have_the_page_of_their_rule(self, editor):
        text = editor.open(SECTION)

        editor.type(SECTION, f"{text}\nDit is de de inzet.\n")
        [found] = await editor.tells_code(SECTION, "LNG011")

        page = Path(unquote(urlparse(found.code_description.href).path)).read_text(encoding="utf-8")
        assert page.startswith("# LNG011 word-twice\n")
        assert "## Waarom" in page

    async def they_are_those_of_the_whole_dossier(self, editor):
        editor.open(SECTION)
        text = editor.open("abbreviations.yml")

        editor.type("abbreviations.yml", text.replace("abbreviation: LAF,", "abbreviation: LAX,"))
        assert await editor.tells_code("2025/rapport/unifil.md", "ABR001")

    async def they_follow_a_file_that_changes_on_disk(self, editor):
        editor.open(SECTION)
        path = editor.content / NOTA

        path.write_text(editor.text(NOTA) + "\nDit is de de nota.\n", encoding="utf-8")
        change = types.FileEvent(editor.uri(NOTA), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))

        assert await editor.tells_code(NOTA, "LNG011")

    async def they_are_of_what_is_on_disk_once_a_file_is_closed(self, editor):
        text = editor.open(SECTION)
        editor.type(SECTION, f"{text}\nDit is de de inzet.\n")
        await editor.tells_code(SECTION, "LNG011")

        editor.close(SECTION)

        assert await editor.tells_code(SECTION, "LNG011", gone=True) == []

    async def they_count_in_utf_16(self, editor):
        text = editor.open(SECTION)

        editor.type(SECTION, f"{text}\n😀😀 Dit is de de inzet.\n")
        [found] = await editor.tells_code(SECTION, "LNG011")

        assert (found.range.start.character, found.range.end.character) == (12, 17)

    async def they_name_the_file_as_the_editor_does(self, editor):
        name = "2025/rapport/één woord & meer.md"
        (editor.content / name).write_text("---\ntitle: X\n---\n\nTekst.\n", encoding="utf-8")

        editor.open(name)
        await editor.tells(lambda: bool(editor.told(name)))

        [found] = editor.told(name)
        assert "dit fragment staat niet in de opzet" in found.message.lower()


class Describe_a_file_that_cannot_be_read:
    async def it_tells_what_is_wrong_and_keeps_other_findings_and_names(self, editor):
        text, figures = editor.open(SECTION), editor.open("2025/figures.yml")
        editor.type(SECTION, f"{text}\nDit is de de inzet, {{{{ \n")
        editor.type(SECTION, f"{text}\nDit is de de inzet.\n")
        await editor.tells_code(SECTION, "LNG011")

        editor.type("2025/figures.yml", figures + "  spare: {type: count, value: [\n")
        await editor.tells(lambda: bool(editor.told("2025/figures.yml")))
        editor.type(SECTION, f"{text}\nDit is de de inzet.\n\nEr zijn {{{{\n")
        at = editor.at(SECTION, f"{text}\nDit is de de inzet.\n\nEr zijn {{{{\n", "{{", 2)
        offered = await editor.client.text_document_completion_async(types.CompletionParams(**at))
        await editor.tells(lambda: any("{{" in each.message for each in editor.told(SECTION)))

        [problem] = editor.told("2025/figures.yml")
        assert problem.severity == types.DiagnosticSeverity.Error
        assert [each.code for each in editor.told(SECTION) if each.code] == ["LNG011"]
        assert "deployed_total" in {each.label for each in offered}


class Describe_several_dossiers:
    async def they_are_kept_apart(self, editor):
        sister = editor.content / "2025-althea"
        shutil.copytree(BASE / YEAR, sister)
        editor.open(SECTION)
        other = "2025-althea/nota.md"
        text = editor.open(other)

        editor.type(other, f"{text}\nDit is de de nota.\n")
        await editor.tells_code(other, "LNG011")

        assert "LNG011" not in {each.code for each in editor.told(SECTION)}

    async def they_leave_files_of_no_dossier_alone(self, editor):
        (editor.folder / "README.md").write_text("Dit is de de inzet.\n", encoding="utf-8")
        outside = "../README.md"
        text = editor.open(outside)
        editor.open(SECTION, editor.text(SECTION) + "\nDit is de de inzet.\n")
        await editor.tells_code(SECTION, "LNG011")

        at = editor.at(outside, text, "inzet")
        assert await editor.client.text_document_hover_async(types.HoverParams(**at)) is None
        assert editor.told(outside) == ()


class Describe_what_an_editor_asks:
    async def it_completes_figures_with_their_values(self, editor):
        text = editor.open(SECTION) + "\nEr zijn {{ dep\n"
        editor.type(SECTION, text)
        at = editor.at(SECTION, text, "{{ dep", 6)

        offered = await editor.client.text_document_completion_async(types.CompletionParams(**at))

        first = offered[0]
        assert (first.label, first.detail) == ("deployed_total", "twaalf")
        assert first.text_edit.new_text == "deployed_total }}"
        assert first.text_edit.range.start.character == len("Er zijn {{ ")

    async def it_explains_a_source(self, editor):
        text = editor.open("2025/rapport/inleiding.md")
        at = editor.at("2025/rapport/inleiding.md", text, "@kst-29521-493", 4)

        found = await editor.client.text_document_hover_async(types.HoverParams(**at))

        assert found.contents.value.startswith("**Kamerstuk 29 521, nr. 493**")
        assert "datum: 4 april 2025" in found.contents.value

    async def it_goes_to_a_definition_and_back_to_its_uses(self, editor):
        name = "2025/rapport/unifil.md"
        text = editor.open(name)
        at = editor.at(name, text, "unifil_staff", 3)

        defined = await editor.client.text_document_definition_async(types.DefinitionParams(**at))
        used = await editor.client.text_document_references_async(
            types.ReferenceParams(types.ReferenceContext(include_declaration=False), **at)
        )

        assert defined.uri == editor.uri("2025/figures.yml")
        assert {each.uri for each in used} == {editor.uri(name), editor.uri("2025/figures.yml")}

    async def it_outlines_a_text(self, editor):
        name = "2025/rapport/unifil.md"
        editor.open(name)

        found = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri(name)))
        )

        assert [each.name for each in found] == ["UNIFIL (Libanon)"]
        assert [each.name for each in found[0].children] == [
            "Over de missie", "Voor de missie relevante ontwikkelingen", "Militaire bijdrage"
        ]  # fmt: skip

    @pytest.mark.parametrize(("kind", "titles"), [
        (None, ["Haal er een weg", "Onderdruk LNG011 hier; typ er de reden bij",
                "Herstel alles in deze tekst wat veilig te herstellen is"]),
        (types.CodeActionKind.QuickFix, ["Haal er een weg", "Onderdruk LNG011 hier; typ er de reden bij"]),
        (types.CodeActionKind.SourceFixAll, ["Herstel alles in deze tekst wat veilig te herstellen is"]),
        (types.CodeActionKind.Refactor, []),
    ])  # fmt: skip
    async def it_offers_fixes_and_suppressions(self, editor, kind, titles):
        text = editor.open(SECTION) + "\nDit is de de inzet.\n"
        editor.type(SECTION, text)
        position = editor.at(SECTION, text, "de de", 1)["position"]

        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(editor.uri(SECTION)),
                types.Range(position, position),
                types.CodeActionContext([], only=[kind] if kind else None),
            )
        )

        assert [each.title for each in actions] == titles
        edits = [each.edit.changes[editor.uri(SECTION)] for each in actions]
        if kind is not types.CodeActionKind.SourceFixAll and titles:
            assert actions[0].is_preferred
            assert edits[0][0].new_text == "de"


class Describe_other_editors:
    @pytest.mark.parametrize(("encoding", "start"), [("utf-8", 17), ("utf-32", 10)])
    async def they_choose_how_places_are_counted(self, tmp_path, encoding, start):
        editor = await Editor.start(tmp_path, encoding=encoding, client="neovim")
        text = editor.open(SECTION) + "\né😀😀Dit is de de inzet.\n"

        editor.type(SECTION, text)
        [found] = await editor.tells_code(SECTION, "LNG011")
        await editor.stop()

        assert found.range.start.character == start

    async def they_stop_the_server_and_nothing_is_left(self, tmp_path):
        editor = await Editor.start(tmp_path)
        editor.open(SECTION)
        before = sorted(path for path in tmp_path.rglob("*"))

        await editor.client.shutdown_session()
        process = editor.client._server
        assert process is not None

        assert await process.wait() == 0
        assert sorted(path for path in tmp_path.rglob("*")) == before
        await editor.client.stop()
