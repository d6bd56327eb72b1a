# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A folder of content: what is in it, and everything that can be wrong with it, reported in one run."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.dossier import read_partial_dossier
from jvom.source import CannotRun
from tests.conftest import PROJECT
from tests.contents import read_dossier
from tests.reading.pictures import png


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Return the folder of a copied dossier, in the working directory."""
    shutil.copytree(PROJECT / "tests" / "dossiers" / "basis", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def wrong(content: Path, id: str = "2025") -> list[str]:
    """Return every problem of a dossier as printed."""
    with pytest.raises(CannotRun) as caught:
        read_dossier(content, id)
    return [f"{problem.span}: {problem.what}; {problem.advice}" for problem in caught.value.problems]


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


class Describe_a_dossier:
    def it_has_its_fragments_in_the_order_of_the_outline(self, content):
        dossier = read_dossier(content, 2025)

        assert [section.id for section in dossier.sections] == [
            "inleiding", "inzet", "midden-oosten", "unifil", "untso", "slotbeschouwing", "rechtsbasis",
        ]  # fmt: skip
        assert dossier.section("untso").front.mission == "untso"
        with pytest.raises(KeyError):
            dossier.section("onbekend")
        assert dossier.texts["brief"].span.path == "content/2025/brief.md"

    def it_knows_the_suppressions_in_its_data(self, content):
        path = content / "2025" / "figures.yml"
        path.write_text("# jvom: ignore-file[FIG001, FIG002] zo is het\n" + path.read_text(encoding="utf-8"))

        files = {file.path: file for file in read_dossier(content, 2025).files}
        (suppression, *_) = files["content/2025/figures.yml"].suppressions

        assert (suppression.rules, suppression.reason, suppression.whole_file) == (
            ("FIG001", "FIG002"), "zo is het", True,
        )  # fmt: skip
        assert str(suppression.span) == "content/2025/figures.yml:1:1"

    def it_may_be_behind_a_symbolic_link(self, content):
        Path("elders").symlink_to(content, target_is_directory=True)

        assert read_dossier(Path("elders"), 2025).data.year == 2025

    def it_has_the_same_words_with_the_line_ends_of_windows(self, content):
        before = read_dossier(content, 2025)
        for path in [*content.rglob("*.md"), *content.rglob("*.yml")]:
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

        after = read_dossier(content, 2025)

        assert [section.blocks for section in after.sections] == [s.blocks for s in before.sections]
        assert after.files == before.files


class Describe_files_that_are_not_as_they_should_be:
    @pytest.mark.parametrize(
        "name",
        ["abbreviations.yml", "missions.yml", "2025/dossier.yml", "2025/figures.yml", "2025/mandates.yml",
         "2025/references.yml", "2025/brief.md"],
    )  # fmt: skip
    def they_are_missing(self, content, name):
        (content / name).unlink()

        assert wrong(content) == [
            f"content/{name}: dit bestand ontbreekt; maak het aan; de handleiding zegt wat erin hoort"
        ]

    def they_have_marks_that_only_texts_can_have(self, content):
        path = content / "2025" / "dossier.yml"
        path.write_text(
            "# [naam]{.persoonsgegeven} kan hier niet\n"
            + path.read_text(encoding="utf-8").replace(
                "signed_by: ", 'signed_by: "[A. de Vries]{.persoonsgegeven}" # was '
            ),
            encoding="utf-8",
        )

        (problem,) = wrong(content)

        assert problem.endswith(
            ": in een gegevensbestand wordt met {.persoonsgegeven} niets gelakt; haal de markering weg; "
            "laat de waarde leeg wanneer die niet openbaar mag worden"
        )

    def they_are_folders(self, content):
        for name in ("2025/figures.yml", "2025/nota.md", "2025/rapport/unifil.md"):
            (content / name).unlink()
            (content / name).mkdir()

        what = "hier staat een map in plaats van een bestand"
        assert [problem.partition("; ")[0] for problem in wrong(content)] == [
            f"content/2025/figures.yml: {what}", f"content/2025/nota.md: {what}",
            f"content/2025/rapport/unifil.md: {what}",
        ]  # fmt: skip

    def they_are_outside_the_folder(self, content, tmp_path):
        outside = tmp_path / "geheim.md"
        outside.write_text("geheim")
        (content / "2025" / "nota.md").unlink()
        (content / "2025" / "nota.md").symlink_to(outside)
        (content / "2025" / "rapport" / "unifil.md").unlink()
        (content / "2025" / "rapport" / "unifil.md").symlink_to("../../../geheim.md")

        what = "dit bestand is een verwijzing naar buiten de map met teksten; zet het bestand zelf in de map"
        assert wrong(content) == [f"content/2025/nota.md: {what}", f"content/2025/rapport/unifil.md: {what}"]

    def they_are_in_a_folder_outside(self, content, tmp_path):
        shutil.move(content / "2025" / "rapport", tmp_path / "rapport")
        (content / "2025" / "rapport").symlink_to(tmp_path / "rapport", target_is_directory=True)

        found = wrong(content)

        assert len(found) == 7
        assert all("verwijzing naar buiten" in problem for problem in found)

    @pytest.mark.parametrize("target", ["nergens.md", "nota.md"])
    def they_are_links_to_nowhere(self, content, target):
        (content / "2025" / "nota.md").unlink()
        (content / "2025" / "nota.md").symlink_to(target)

        (problem,) = wrong(content)

        assert problem.startswith("content/2025/nota.md: dit ")

    def they_cannot_be_read(self, content, monkeypatch):
        open_ = Path.open

        def denied(self, *mode):
            if self.name in ("nota.md", "figures.yml"):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return open_(self, *mode)

        monkeypatch.setattr(Path, "open", denied)

        assert [problem.partition(" (")[0] for problem in wrong(content)] == [
            "content/2025/figures.yml: dit is niet te lezen", "content/2025/nota.md: dit is niet te lezen",
        ]  # fmt: skip

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def they_are_pipes(self, content):
        """Reading a pipe would wait until someone writes to it."""
        for name in ("names.yml", "2025/nota.md", "2025/rapport/unifil.md"):
            (content / name).unlink(missing_ok=True)
            os.mkfifo(content / name)

        what = "dit is niet te lezen (het is geen gewoon bestand); kijk of de naam klopt"
        assert wrong(content) == [
            f"content/2025/nota.md: {what}",
            f"content/2025/rapport/unifil.md: {what}",
            f"content/names.yml: {what}",
        ]

    def they_are_far_too_large(self, content, monkeypatch):
        (content / "2025" / "rapport" / "unifil.md").write_bytes(b"a\n\n" * 3_400_000)
        open_ = Path.open
        monkeypatch.setattr(
            Path,
            "open",
            lambda path, *mode: open_(path, *mode) if path.stem != "unifil" else pytest.fail("it was read"),
        )

        (problem,) = wrong(content)

        assert problem.startswith("content/2025/rapport/unifil.md: dit bestand is 10,2 MB groot; ")

    def they_are_of_another_year(self, content):
        replace(content / "2025" / "dossier.yml", "year: 2025", "year: 2024")

        assert wrong(content) == [
            "content/2025/dossier.yml:2:7: dit is de map van 2025, maar hier staat 2024; maak de twee gelijk"
        ]

    def they_are_all_reported_together_and_in_order(self, content):
        """Problems in the YAML, a type, a fragment, the outline and the year."""
        (content / "abbreviations.yml").write_text("abbreviations: [", encoding="utf-8")
        (content / "2025" / "figures.yml").write_text("figures: {a: {type: count, value: x, source: y}}")
        (content / "2025" / "brief.md").write_bytes(b"caf\xe9")
        (content / "2025" / "rapport" / "unifil.md").write_text("---\ntitle: UNIFIL\n---\n# a\n\n<b>\n")
        (content / "2025" / "rapport" / "over.md").write_text("---\ntitle: b\n---\n")
        replace(content / "2025" / "dossier.yml", "- id: slotbeschouwing", "- id: slotbeschouwin")
        replace(content / "2025" / "dossier.yml", "year: 2025", "year: 2024")

        assert [problem.partition("; ")[0] for problem in wrong(content)] == [
            "content/2025/brief.md:1:4: byte 3 (0xE9) is geen UTF-8",
            "content/2025/dossier.yml:2:7: dit is de map van 2025, maar hier staat 2024",
            (
                "content/2025/dossier.yml:64:11: de opzet noemt «slotbeschouwin», maar "
                "content/2025/rapport/slotbeschouwin.md ontbreekt"
            ),
            "content/2025/figures.yml:1:35: hier hoort een geheel getal, 0 of hoger",
            "content/2025/rapport/over.md: dit fragment staat niet in de opzet",
            "content/2025/rapport/slotbeschouwing.md: dit fragment staat niet in de opzet",
            "content/2025/rapport/unifil.md:4:1: een kop van niveau 1 (#) staat niet in een fragment",
            "content/2025/rapport/unifil.md:6:1: HTML hoort niet in de tekst",
            "content/abbreviations.yml:1:16: de haak [ wordt niet gesloten",
        ]

    def they_are_reported_once_when_git_could_not_merge_two_versions(self, content):
        path = content / "2025" / "rapport" / "unifil.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> x\n", encoding="utf-8")

        (problem,) = wrong(content)
        assert problem == (
            "content/2025/rapport/unifil.md:1:1: hier staan twee versies van de tekst door elkaar (<<<<<<<); "
            "kies er één en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
        )

    def they_are_reported_even_without_an_outline(self, content):
        (content / "2025" / "dossier.yml").write_text("a: b: c")
        (content / "2025" / "rapport" / "unifil.md").write_text("# a\n")

        assert [problem.partition(": ")[0] for problem in wrong(content)] == [
            "content/2025/dossier.yml:1:5", "content/2025/rapport/unifil.md:1:1",
        ]  # fmt: skip


class Describe_the_outline:
    def it_names_a_fragment_that_is_missing(self, content):
        (content / "2025" / "rapport" / "untso.md").rename(content / "2025" / "rapport" / "unsto.md")

        missing, extra = wrong(content)

        assert missing == (
            "content/2025/dossier.yml:63:19: de opzet noemt «untso», maar content/2025/rapport/untso.md "
            "ontbreekt; bedoelde u «unsto»?"
        )
        assert extra.startswith(
            "content/2025/rapport/unsto.md: dit fragment staat niet in de opzet; noem «unsto»"
        )

    def it_names_the_only_fragment_and_that_is_missing(self, content):
        (content / "2025" / "rapport" / "untso.md").unlink()

        (problem,) = wrong(content)

        assert problem.endswith("maak het fragment aan of haal de regel uit de opzet")

    def it_names_a_section_twice(self, content):
        replace(
            content / "2025" / "dossier.yml",
            "- id: slotbeschouwing",
            "- id: slotbeschouwing\n    - id: unifil",
        )

        assert wrong(content) == [
            (
                "content/2025/dossier.yml:65:11: de paragraaf «unifil» staat twee keer "
                "in de opzet; eerst op regel "
                "62; haal er een weg"
            )
        ]

    def it_goes_too_deep(self, content):
        replace(content / "2025" / "dossier.yml", "- id: untso", "- {id: untso, sections: [{id: diep}]}")
        (content / "2025" / "rapport" / "diep.md").write_text("---\ntitle: Diep\n---\n")

        assert wrong(content) == [
            "content/2025/dossier.yml:63:43: «diep» staat op niveau 4; een rapport gaat drie niveaus diep"
        ]

    @pytest.mark.parametrize("id", ["../brief", "/etc/passwd", "a/b", "..", "Unifil", "a.md", "C:\\a", "a b"])
    def it_never_leaves_its_own_folder(self, content, id):
        replace(content / "2025" / "dossier.yml", "- id: slotbeschouwing", f"- id: '{id}'")

        found = wrong(content)

        assert len(found) == 1
        assert found[0].startswith(
            f"content/2025/dossier.yml:64:11: «{id}» heeft niet de vorm die hier hoort; "
        )

    def it_names_a_section_that_cannot_be_a_file_name(self, content):
        replace(
            content / "2025" / "dossier.yml",
            "- id: slotbeschouwing",
            f"- id: slotbeschouwing\n    - id: {'a' * 5000}",
        )

        (problem,) = wrong(content)

        assert "is te lang: 5000 tekens" in problem

    @pytest.mark.parametrize(
        "typed",
        [
            b"---\ntitle: KFOR\nstatus: Final\n---\n", b'---\ntitle: "KFOR\n---\n',
            b"---\ntitle: 'KFOR's missie'\n---\n", b"---\ntitle: KFOR: Kosovo\n---\n",
            b"---\ntitle: KFOR\n---\n\nge\xefnd", b"PK\x03\x04\x14", b"---\ntitle: KFOR\n\ntekst",
            b"---\ntitle: '  '\n---\n", b"---\ntitel: KFOR\n---\n",
        ],
    )  # fmt: skip
    def it_reports_no_missing_title_in_unreadable_front_matter(self, content, typed):
        (content / "2025" / "rapport" / "unifil.md").write_bytes(typed)

        assert not [problem for problem in wrong(content) if "heeft geen titel" in problem]

    def it_ignores_temporary_files_of_editors(self, content):
        folder = content / "2025" / "rapport"
        for name in (".#unifil.md", "~$unifil.md", ".unifil.md.md"):
            (folder / name).write_bytes(b"\x00")
        (folder / ".#untso.md").symlink_to("officer@host.1234")

        assert len(read_dossier(content, 2025).sections) == 7

    def it_names_a_fragment_without_a_title(self, content):
        (content / "2025" / "rapport" / "unifil.md").write_text("tekst")

        assert wrong(content) == [
            (
                "content/2025/rapport/unifil.md:1:1: dit fragment heeft geen titel; "
                "zet bovenaan tussen twee regels "
                "met --- een regel «title: ...»"
            )
        ]

    def it_has_a_folder_without_fragments(self, content):
        shutil.rmtree(content / "2025" / "rapport")

        assert len(wrong(content)) == 1


class Describe_images:
    @pytest.fixture
    def show(self, content: Path):
        """Return a function that puts an image in a fragment, with the bytes of its file if it has one."""

        def put(data: bytes | None, typed: str = "kaart.png") -> Path:
            path = content / "2025" / "rapport" / "inzet.md"
            path.write_text(f"---\ntitle: Inzet\n---\n\nTekst.\n\n![een kaart]({typed})\n", encoding="utf-8")
            if data is not None:
                (path.parent / "kaart.png").write_bytes(data)
            return content

        return put

    def they_are_read_with_the_dossier(self, show):
        dossier = read_dossier(show(png(288, 144)), 2025)

        image = dossier.images["content/2025/rapport/kaart.png"]
        assert (image.extension, image.width, image.height) == ("png", 50.8, 25.4)

    def they_may_have_a_space_in_their_name(self, show, content):
        show(None, "<mijn kaart.png>")
        (content / "2025" / "rapport" / "mijn kaart.png").write_bytes(png(9, 9))

        assert list(read_dossier(content, 2025).images) == ["content/2025/rapport/mijn kaart.png"]

    def they_are_missing(self, show):
        assert wrong(show(None)) == [
            (
                "content/2025/rapport/inzet.md:7:1: de afbeelding "
                "content/2025/rapport/kaart.png ontbreekt; zet het "
                "bestand daar neer, of verbeter de naam"
            )
        ]

    @pytest.mark.parametrize(
        "data",
        [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"rommel", png(9, 9)[:40], png(0, 9),
         png(100_000, 100_000), b"\xff\xd8\xff\xe0", b"GIF89a" + bytes(50)],
    )  # fmt: skip
    def they_cannot_be_used(self, show, data):
        (problem,) = wrong(show(data))

        assert problem.startswith(
            "content/2025/rapport/inzet.md:7:1: content/2025/rapport/kaart.png is niet te gebruiken als "
        )

    @pytest.mark.parametrize("typed", ["../../../kaart.png", "/kaart.png", "https://www.x.nl/kaart.png"])
    def they_are_outside_the_folder(self, show, typed):
        content = show(None, typed)
        Path("kaart.png").write_bytes(png(9, 9))

        (problem,) = wrong(content)

        assert problem.startswith("content/2025/rapport/inzet.md:7:1: ")

    def they_are_links_to_outside(self, show, content):
        show(None)
        Path("buiten.png").write_bytes(png(9, 9))
        (content / "2025" / "rapport" / "kaart.png").symlink_to(Path("buiten.png").absolute())

        assert "is niet te gebruiken als afbeelding" in wrong(content)[0]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def they_are_pipes(self, show, content):
        show(None)
        os.mkfifo(content / "2025" / "rapport" / "kaart.png")

        assert "kaart.png is niet te lezen (het is geen gewoon bestand); " in wrong(content)[0]

    def they_are_far_too_large_to_read(self, show, content, monkeypatch):
        show(b"")
        with (content / "2025" / "rapport" / "kaart.png").open("r+b") as file:
            file.truncate(50_000_000_000)

        assert "kaart.png is groter dan 20 MB; maak de afbeelding kleiner" in wrong(content)[0]


class Describe_a_partial_dossier:
    def it_is_returned_to_look_names_up_in(self, content):
        (content / "2025" / "rapport" / "untso.md").unlink()

        dossier, problems = read_partial_dossier(content, DossierId(2025))

        assert dossier is not None
        assert "deployed_total" in dossier.figures.figures
        assert len(problems) == 1

    def it_is_none_without_a_file_with_names(self, content):
        (content / "missions.yml").unlink()

        dossier, problems = read_partial_dossier(content, DossierId(2025))

        assert dossier is None
        assert len(problems) == 1
