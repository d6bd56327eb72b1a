# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`jvom seal` and `jvom verify`, as a user meets them."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from jvom.cli import submission as submission_module
from jvom.cli.app import run
from jvom.layout.surroundings import Surroundings
from jvom.ooxml.archive import pack
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    CHECKLIST,
    FIRST_FORMAT,
    NAME,
    SOURCES,
    Layout,
    Manifest,
    decode,
    digests,
    encode,
)
from jvom.sealing.manifest import sealed as sealed_manifest
from jvom.sealing.printed_seal import grouped, print_seal, without_seal
from jvom.sealing.verification import open_submission
from jvom.word.texts import document_texts
from tests.cli.workspaces import LESSER, change, finish, make_workspace, start
from tests.sealing.shorthand import first_format
from tests.test_pictures import png

FOUR = ["brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport"]
LISTED = ["inventarislijst.docx", "inventarislijst.json"]
SEALED = "build/2025/indiening-2025.zip"


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(path: Path) -> Manifest:
    return decode(members(path)[NAME])


def repository(folder: Path) -> Callable[..., str]:
    """Put the content and the templates in a new repository; return what runs git there."""

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@y", "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "-q")
    git("add", "content", "templates")
    git("commit", "-qm", "tekst")
    return git


def clean(folder: Path) -> bool:
    """Seal, and return whether the manifest says that every input is of the commit."""
    assert run(["seal", *LESSER, "--force"]) == 0
    made = manifest(folder / SEALED).repository
    return made is not None and made.clean


def repacked(data: bytes) -> bytes:
    """Return a Word file that says the same in other bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack(((name, [archive.read(name)]) for name in archive.namelist()), level=1)


class Describe_seal:
    def it_puts_everything_in_one_file(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["seal", "2025", *LESSER]) == 0
        documents = [f"{name}.docx" for name in FOUR]
        assert {name for name in members(workspace / SEALED) if not name.startswith(SOURCES)} == {
            *("manifest.json", "controle.html", "controle.json", "controlelijst.docx"),
            *documents,
            *(f"openbaar/{name}" for name in (*documents, *LISTED)),
        }
        said = capsys.readouterr().out
        assert f"Verzegeld: {SEALED}" in said
        assert f"Zegel: {manifest(workspace / SEALED).seal}" in said

    def it_leaves_out_the_public_version_of_what_is_classified(self, workspace: Path) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "nota:\n", "nota:\n  classification: Stg. Geheim\n")
        assert run(["seal", "2025", *LESSER]) == 0
        made = members(workspace / SEALED)
        assert "openbaar/rapport.docx" in made
        assert "nota.docx" in made
        assert "openbaar/nota.docx" not in made
        assert "want gerubriceerd: nota (Stg." in " ".join(document_texts(made["controlelijst.docx"]))
        assert run(["verify", str(workspace / SEALED), "--content", "content"]) == 0

    def it_may_have_no_public_version_at_all(self, workspace: Path) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "year: 2025", "classification: Departementaal vertrouwelijk\nyear: 2025")
        assert run(["seal", "2025", *LESSER]) == 0
        assert not any(name.startswith("openbaar/") for name in members(workspace / SEALED))

    def it_builds_what_build_builds(self, workspace: Path) -> None:
        run(["build", "--public", "--pages", "estimate"])
        run(["seal", *LESSER])
        sealed = members(workspace / SEALED)
        for name in FOUR:
            for place in (f"{name}.docx", f"openbaar/{name}.docx"):
                assert sealed[place] == (workspace / "build/2025" / place).read_bytes()
        for name in LISTED:
            assert sealed[f"openbaar/{name}"] == (workspace / "build/2025/openbaar" / name).read_bytes()

    def it_lists_its_inputs_and_versions_in_its_manifest(self, workspace: Path) -> None:
        run(["seal", *LESSER])
        made = manifest(workspace / SEALED)
        for each in made.inputs:
            data = (workspace / each.name).read_bytes()
            assert (each.size, each.sha256) == (len(data), sha256(data).hexdigest())
        names = {each.name for each in made.inputs}
        assert {"content/2025/dossier.yml", "content/2025/rapport/unifil.md", "content/missions.yml"} <= names
        assert {f"templates/{name}.docx" for name in ("brief", "nota", "rapport", "controlelijst")} <= names
        assert (made.year, made.as_of.isoformat(), made.repository) == (2025, "2026-05-20", None)
        assert set(made.versions) == {"jvom", "Python", "zlib"}
        assert (made.layout.pages, made.layout.pdf) == ("estimate", False)

    def it_records_the_commit_of_the_content_and_whether_it_changed(self, workspace: Path) -> None:
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@y", "-C", str(workspace)]
        for command in (["init", "-q"], ["add", "content", "templates"], ["commit", "-qm", "tekst"]):
            subprocess.run([*git, *command], check=True, capture_output=True)
        head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
        run(["seal", *LESSER])
        repository = manifest(workspace / SEALED).repository
        assert repository is not None
        assert (repository.commit, repository.clean) == (head.stdout.strip(), True)
        with (workspace / "content/2025/figures.yml").open("a", encoding="utf-8") as file:
            file.write("# gewijzigd\n")
        run(["seal", *LESSER, "--force"])
        repository = manifest(workspace / SEALED).repository
        assert repository is not None
        assert not repository.clean

    def it_is_of_the_commit_only_when_every_input_is(self, workspace: Path) -> None:
        git = repository(workspace)
        (workspace / ".gitignore").write_text("names.yml\n", encoding="utf-8")
        assert clean(workspace)
        names = workspace / "content/names.yml"
        names.write_text("names: []\n", encoding="utf-8")
        assert not clean(workspace), "an input that is ignored"
        names.unlink()
        for path in ("content/missions.yml", "templates/nota.docx"):
            kept = (workspace / path).read_bytes()
            git("update-index", "--assume-unchanged", path)
            if path.endswith(".yml"):
                (workspace / path).write_bytes(kept + b"# anders\n")
            else:
                (workspace / path).write_bytes(repacked(kept))
            assert not clean(workspace), path
            (workspace / path).write_bytes(kept)
            assert clean(workspace)
        git("rm", "-q", "--cached", "templates/nota.docx")
        git("commit", "-qm", "weg")
        assert not clean(workspace), "a template that is not of the commit"

    def it_is_not_of_a_commit_that_has_settings_which_are_gone(self, workspace: Path) -> None:
        (workspace / "content/jvom.yml").write_text("ignore: []\n", encoding="utf-8")
        repository(workspace)
        assert clean(workspace)
        (workspace / "content/jvom.yml").unlink()
        assert not clean(workspace)

    def it_starts_no_program_that_the_repository_names(self, workspace: Path) -> None:
        git = repository(workspace)
        trap = workspace / "trap"
        trap.write_text(f"#!/bin/sh\ntouch {workspace}/gestart\ncat\n", encoding="utf-8")
        trap.chmod(0o755)
        (workspace / ".git/info").mkdir(exist_ok=True)
        (workspace / ".git/info/attributes").write_text("* filter=kwaad diff=kwaad\n", encoding="utf-8")
        for setting in (
            "filter.kwaad.clean", "filter.kwaad.smudge", "filter.kwaad.process", "diff.kwaad.textconv",
            "diff.external", "core.fsmonitor", "core.pager", "pager.ls-tree", "pager.rev-parse",
            "core.editor", "core.sshCommand", "core.askPass", "credential.helper", "gpg.program",
            "uploadpack.packObjectsHook", "alias.ls-tree", "alias.rev-parse",
            "remote.kwaad.uploadpack", "core.gitProxy",
        ):  # fmt: skip
            git("config", setting, str(trap))
        for hook in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
            (workspace / ".git/hooks" / hook).parent.mkdir(exist_ok=True)
            shutil.copy(trap, workspace / ".git/hooks" / hook)
        # An object that is missing, which git would fetch from the remote that promised it.
        git("config", "core.repositoryformatversion", "1")
        git("config", "extensions.partialClone", "kwaad")
        git("config", "remote.kwaad.url", str(workspace / "elders"))
        git("config", "remote.kwaad.promisor", "true")
        (workspace / "elders").mkdir()
        with (workspace / "content/2025/brief.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
        assert not clean(workspace)
        tree = subprocess.run(
            ["git", "-C", str(workspace), "-c", "core.pager=cat", "rev-parse", "HEAD:content"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip
        (workspace / ".git/objects" / tree[:2] / tree[2:]).unlink()
        (workspace / "gestart").unlink(missing_ok=True)  # what this test started
        assert not clean(workspace)
        assert not (workspace / "gestart").exists()

    def it_starts_no_program_of_the_folder_it_is_in(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("git", "soffice", "libreoffice"):
            (workspace / name).write_text("#!/bin/sh\ntouch gestart\n", encoding="utf-8")
            (workspace / name).chmod(0o755)
        for path in (".", "", f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
            monkeypatch.setenv("PATH", path)
            assert run(["seal", *LESSER, "--force"]) == 0
            run(["build", "--no-check", "--pages", "auto", "--only", "nota"])
        assert not [*workspace.rglob("gestart")]

    def it_takes_no_replaced_object_for_the_commit(self, workspace: Path) -> None:
        git = repository(workspace)
        old = git("rev-parse", "HEAD")
        with (workspace / "content/2025/brief.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
        git("commit", "-qam", "anders")
        new = git("rev-parse", "HEAD")
        git("reset", "-q", "--soft", old)
        git("replace", old, new)
        assert not clean(workspace)

    def it_refuses_a_name_that_shows_as_another(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/2025/rapport/kaart\u202egnp.png").write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](kaart\u202egnp.png)\n")
        assert run(["seal", *LESSER, "--force"]) == 2
        assert "een bestand met deze naam kan niet verzegeld worden" in capsys.readouterr().err

    def it_reads_nothing_that_is_no_input(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        os.truncate(os.open(workspace / "content/2025/film.mov", os.O_CREAT | os.O_WRONLY), 6_000_000_000)
        os.mkfifo(workspace / "content/2025/pijp")
        assert run(["seal", *LESSER]) == 0
        os.truncate(os.open(workspace / "content/abbreviations.yml", os.O_WRONLY), 6_000_000_000)
        assert run(["seal", *LESSER, "--force"]) == 2
        assert "content/abbreviations.yml: dit bestand is 6000,0 MB groot" in capsys.readouterr().err

    def it_records_no_commit_without_git(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(workspace))
        assert run(["seal", *LESSER]) == 0
        assert manifest(workspace / SEALED).repository is None

    def it_has_no_path_of_this_machine(self, workspace: Path) -> None:
        content = workspace / "content"
        run(["seal", *LESSER, "--content", str(content), "--templates", str(workspace / "templates")])
        for name, data in members(workspace / SEALED).items():
            assert str(workspace).encode() not in data, name

    @pytest.mark.parametrize("content", [".", "../content", "2025/../../content", "{here}"])
    def it_gives_the_same_bytes_however_the_content_is_named(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, content: str
    ) -> None:
        (workspace / "content/2025/rapport/een.png").write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write(
                "\n![Een kaart.](een.png)\n\n<!-- jvom: ignore[MAN008] zo besloten -->\n\n"
                "<!-- jvom: ignore[LNG001] abbreviations.yml zegt het -->\n\nDat is te samen.\n"
            )
        assert run(["seal", *LESSER]) == 0
        suppressed = json.loads(members(workspace / SEALED)["controle.json"])["suppressed"]
        assert "abbreviations.yml zegt het" in [each["reason"] for each in suppressed]
        monkeypatch.chdir(workspace / "content")
        named = content.format(here=workspace / "content")
        assert run(["seal", *LESSER, "--content", named, "--templates", "../templates", "--out", ".."]) == 0
        assert (workspace / "indiening-2025.zip").read_bytes() == (workspace / SEALED).read_bytes()

    def it_gives_the_same_bytes_anywhere(self, tmp_path: Path) -> None:
        made = []
        for name, more in (
            ("een", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
            ("twee", {"TZ": "America/Lima", "LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB", "PYTHONHASHSEED": "2"}),
        ):
            (tmp_path / name).mkdir()
            folder = make_workspace(tmp_path / name)
            status, _, error = finish(start(folder, "seal", *LESSER, **more))
            assert status == 0, error
            made.append((folder / SEALED).read_bytes())
        assert made[0] == made[1]

    def it_is_never_replaced_unless_forced(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        before = (workspace / SEALED).read_bytes()
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        capsys.readouterr()
        assert run(["seal", *LESSER]) == 2
        assert capsys.readouterr().err == (
            f"{SEALED}: er is al een verzegelde indiening; "
            "bewaar die elders, of geef --force om die te vervangen\n"
        )
        assert (workspace / SEALED).read_bytes() == before
        assert run(["seal", *LESSER, "--force"]) == 0
        assert (workspace / SEALED).read_bytes() != before

    def it_is_not_made_with_errors_in_the_dossier(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = workspace / "content/2025/rapport/slotbeschouwing.md"
        path.write_text(
            path.read_text(encoding="utf-8") + "\nDe missie is te samen op d.d. XX.\n", encoding="utf-8"
        )
        assert run(["seal", *LESSER]) == 1
        assert not (workspace / "build").exists()
        captured = capsys.readouterr()
        assert "slotbeschouwing.md:" in captured.err
        assert "Er is niets verzegeld" in captured.err
        # Only errors prevent a seal.
        assert "te samen" not in captured.err
        assert run(["seal", *LESSER, "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["counts"]["error"] > 0

    def it_is_not_made_when_the_public_version_would_leak(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        change(workspace / "content/2025/dossier.yml", "drafted_by: null", "drafted_by: Qzaaf Xjuw")
        change(workspace / "content/2025/nota.md", "Aanleiding\n\n", "Aanleiding\n\nQzaaf Xjuw meldt het. ")
        assert run(["seal", *LESSER]) == 2
        assert "«Qzaaf Xjuw» is als persoonsgegeven gemarkeerd" in capsys.readouterr().err
        assert not (workspace / "build").exists()

    def it_lists_warnings(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (workspace / "content/jvom.yml").write_text("severity: {PLH001: warning}\n", encoding="utf-8")
        with (workspace / "content/2025/nota.md").open("a", encoding="utf-8") as file:
            file.write("\nDe missie eindigt op d.d. XX.\n")
        assert run(["seal", *LESSER]) == 0
        report = json.loads(members(workspace / SEALED)["controle.json"])
        error = capsys.readouterr().err
        assert report["counts"]["warning"] == error.count("content/2025/") > 0
        assert all(each["path"].startswith("content/") for each in report["findings"])

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--pages", "exact", "--soffice", "nergens"], "--soffice: hier is geen programma: «nergens»"),
            (["--pages", "estimate"], "--pages: met geschatte paginanummers maakt jvom geen PDF"),
            (["--pages", "approximate"], "--pages: deze optie kent geen «approximate»"),
            (["--pages", "gegokt"], "--pages: deze optie kent geen «gegokt»"),
            (["--as-of", "2026-02-30"], "--as-of: de datum 2026-02-30 bestaat niet"),
        ],
    )
    def it_is_not_made_with_less_than_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
    ) -> None:
        assert run(["seal", *options]) == 2
        assert capsys.readouterr().err.splitlines()[-1].startswith(said)
        assert not (workspace / "build").exists()

    def it_says_when_it_is_limited(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        error = capsys.readouterr().err
        assert "Dit is een beperkt zegel: de paginanummers zijn niet exact." in error
        assert "Dit is een beperkt zegel: er zijn geen PDF's bij." in error
        assert "De teksten staan niet in git: het zegel noemt geen commit." in error

    def it_is_not_made_from_a_text_that_changes_meanwhile(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def slow(*_: object) -> None:
            change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")

        monkeypatch.setattr("jvom.cli.submission.refuse_leaks", slow)
        assert run(["seal", *LESSER]) == 2
        assert (
            capsys.readouterr()
            .err.splitlines()[-1]
            .startswith("content/2025/brief.md: dit bestand veranderde terwijl er verzegeld werd")
        )

    def it_reports_to_a_program_in_json(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER, "--json"])
        said = json.loads(capsys.readouterr().out)
        assert said["sha256"] == sha256((workspace / SEALED).read_bytes()).hexdigest()
        assert said["manifest"]["seal"] == manifest(workspace / SEALED).seal

    def it_needs_the_template_of_the_checklist(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "templates/controlelijst.docx").unlink()
        assert run(["seal", *LESSER]) == 2
        assert capsys.readouterr().err.startswith("templates/controlelijst.docx: het sjabloon ontbreekt")
        assert run(["build", "--pages", "estimate"]) == 0


class Describe_verify:
    @pytest.fixture
    def sealed(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        assert run(["seal", *LESSER]) == 0
        capsys.readouterr()
        return workspace / SEALED

    def it_says_that_nothing_changed(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED]) == 0
        said = capsys.readouterr().out
        assert f"{SEALED} is onveranderd: 13 bestanden, 20 in bron/, en het manifest" in said
        assert manifest(sealed).seal in said

    def it_needs_nothing_but_the_file(self, sealed: Path, workspace: Path) -> None:
        for folder in ("content", "templates"):
            shutil.rmtree(workspace / folder)
        assert run(["verify", SEALED]) == 0

    def it_says_what_changed(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        sealed.write_bytes(bundle(encode(made), {**files, "nota.docx": b"?", "meer.txt": b""}))
        assert run(["verify", SEALED]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert [line.partition("; ")[0] for line in lines] == [
            f"{SEALED}/meer.txt: dit bestand hoort er niet bij",
            f"{SEALED}/nota.docx: dit bestand is veranderd na het verzegelen",
        ]

    def it_reports_to_a_program_in_json_too(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED, "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["whole"], said["differences"], said["seal"]) == (True, [], manifest(sealed).seal)
        sealed.write_bytes(sealed.read_bytes() + b"x")
        assert run(["verify", SEALED, "--json"]) in (1, 2)

    @pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x05\x06" + bytes(18)])
    def it_refuses_what_is_not_a_submission(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], data: bytes
    ) -> None:
        (workspace / "x.zip").write_bytes(data)
        assert run(["verify", "x.zip"]) == 2
        assert capsys.readouterr().err.startswith("x.zip: dit is geen ")

    def it_refuses_a_document_of_the_submission(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, files = open_submission(sealed.read_bytes(), SEALED)
        (workspace / "nota.docx").write_bytes(files["nota.docx"])
        assert run(["verify", "nota.docx"]) == 2
        assert capsys.readouterr().err == (
            "nota.docx: dit is een document, geen verzegelde indiening; "
            "geef het bestand dat «jvom seal» maakte\n"
        )

    def it_says_that_the_folder_of_the_content_is_not_there(
        self, sealed: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["verify", SEALED, "--content", "teksten"]) == 2
        assert capsys.readouterr().err == (
            "teksten: deze map bestaat niet; wijs met --content de map met de teksten aan\n"
        )

    def it_refuses_a_missing_file(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", "x.zip"]) == 2
        assert capsys.readouterr().err.startswith("x.zip: dit bestand bestaat niet")

    def it_writes_nothing_from_a_hostile_file(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr("../../weg.txt", b"weg")
        (workspace / "x.zip").write_bytes(written.getvalue())
        before = sorted(workspace.rglob("*"))
        assert run(["verify", "x.zip"]) == 2
        assert "lid «../../weg.txt» wijst buiten het zip-bestand" in capsys.readouterr().err
        assert sorted(workspace.rglob("*")) == before

    def it_rebuilds_the_same_bytes(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert "Opnieuw gemaakt uit content: dezelfde bytes" in capsys.readouterr().out

    def it_rebuilds_without_the_cache(self, sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Results that the seal itself cached would prove nothing."""
        used: list[object] = []
        make = submission_module._documents

        def documents(*given: Any) -> Any:
            used.extend(each.cache for each in given if isinstance(each, Surroundings))
            return make(*given)

        monkeypatch.setattr(submission_module, "_documents", documents)
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert used == [None]

    def it_rebuilds_them_elsewhere_and_in_another_language(
        self, sealed: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elders")
        shutil.copytree(workspace / "content", elsewhere / "teksten")
        places = ["--content", str(elsewhere / "teksten"), "--templates", str(workspace / "templates")]
        command = ["--lang", "en", "verify", str(sealed), *places]
        process = start(elsewhere, *command, TZ="Asia/Tokyo", LC_ALL="C")
        status, _, error = finish(process)
        assert status == 0, error

    def it_rebuilds_them_as_of_the_same_day_and_with_the_same_date(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        assert run(["seal", *LESSER, "--as-of", "2026-05-01"]) == 0
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        made = manifest(workspace / SEALED)
        assert (made.source_date_epoch, made.as_of.isoformat()) == (1000000000, "2026-05-01")
        assert run(["verify", SEALED, "--content", "content"]) == 0

    def it_says_which_input_changed(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        (workspace / "content/abbreviations.yml").unlink()
        assert run(["verify", SEALED, "--content", "content"]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert [line.partition("; ")[0] for line in lines] == [
            "content/2025/brief.md: dit bestand is veranderd na het verzegelen",
            "content/abbreviations.yml: dit bestand ontbreekt",
        ]

    def it_says_which_version_differs(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        files[CHECKLIST] = without_seal(files[CHECKLIST], made.seal)
        older = sealed_manifest(replace(made, versions={**made.versions, "jvom": "0.0.1"}))
        files[CHECKLIST] = print_seal(files[CHECKLIST], older.seal)
        sealed.write_bytes(bundle(encode(older), files))
        assert run(["verify", SEALED]) == 0
        assert run(["verify", SEALED, "--content", "content"]) == 1
        assert "het manifest is anders" in capsys.readouterr().err

    def it_reads_a_seal_of_the_former_engine(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = Layout(pages="approximate", pdf=False, program="rdocx", version="0.16.3", fonts=())
        path = workspace / "indiening-2024.zip"
        path.write_bytes(first_format(layout=before))

        assert run(["verify", str(path)]) == 0
        capsys.readouterr()
        assert run(["verify", str(path), "--content", "content"]) == 2
        assert "de paginanummers zijn die van rdocx" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "name", ["content/../../../../etc/passwd", "content//etc/hostname", "/etc/passwd", "elders/x"]
    )
    def it_never_reads_outside_the_content(
        self, sealed: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        first = replace(made.inputs[0], name=name)
        sealed.write_bytes(bundle(encode(sealed_manifest(replace(made, inputs=(first,)))), files))
        assert run(["verify", SEALED, "--content", "content"]) == 2
        assert "«manifest.json» ontbreekt of klopt niet" in capsys.readouterr().err

    @pytest.mark.parametrize("version", ["1.0\nZegel: 00", "1\x1b[8m", "1\r", "1\u202e", "1" * 99])
    def it_cannot_be_made_to_show_another_seal(
        self, sealed: Path, capsys: pytest.CaptureFixture[str], version: str
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        spoofed = sealed_manifest(replace(made, versions={"jvom": version}))
        sealed.write_bytes(bundle(encode(spoofed), files))
        assert run(["verify", SEALED]) == 2
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize(
        ("name", "text"),
        [("jvom.yml", "ignore: []\n"), ("2025/jvom.yml", "x: [\n"), ("names.yml", "names: []\n")],
    )
    def it_names_an_input_that_was_added(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
    ) -> None:
        (workspace / "content" / name).write_text(text, encoding="utf-8")
        assert run(["verify", SEALED, "--content", "content"]) == 1
        said = f"content/{name}: dit bestand is er bijgekomen na het verzegelen"
        assert said in capsys.readouterr().err

    def it_reads_a_seal_of_the_first_format_and_says_what_that_leaves_open(
        self, sealed: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        files = {name: data for name, data in files.items() if not name.startswith(SOURCES)}
        first = sealed_manifest(replace(made, format=FIRST_FORMAT, checklist=UNSET, outputs=digests(files)))
        sealed.write_bytes(bundle(encode(first), files))
        assert run(["verify", SEALED, "--content", "content"]) == 0
        said = capsys.readouterr()
        assert "Dit zegel is van een eerdere versie van jvom." in said.err
        assert f"Zegel: {first.seal}" in said.out
        assert run(["verify", SEALED, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["covers_everything"] is False

    def it_never_waits_for_a_pipe_or_reads_without_end(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        os.mkfifo(workspace / "pijp.zip")
        (workspace / "nul.zip").symlink_to("/dev/zero")
        os.truncate(os.open(workspace / "groot.zip", os.O_CREAT | os.O_WRONLY), 6_000_000_000)
        for name in ("pijp.zip", "nul.zip", "groot.zip"):
            assert run(["verify", name]) == 2
        assert [line.partition("; ")[0] for line in capsys.readouterr().err.splitlines()] == [
            "pijp.zip: dit is niet te lezen (het is geen gewoon bestand)",
            "nul.zip: dit is niet te lezen (het is geen gewoon bestand)",
            "groot.zip: dit bestand is groter dan 500 MB",
        ]


class Describe_a_whole_seal:
    def it_has_pdfs_and_exact_pages_and_can_be_rebuilt(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], soffice: Path
    ) -> None:
        assert run(["seal"]) == 0
        made = manifest(workspace / SEALED)
        assert (made.layout.pages, made.layout.program, made.layout.pdf) == ("exact", "LibreOffice", True)
        assert made.layout.fonts
        names = {each.name for each in made.outputs}
        assert {f"{folder}{name}.pdf" for folder in ("", "openbaar/") for name in FOUR} <= names
        assert "openbaar/inventarislijst.pdf" in names
        assert made.checklist_pdf is not UNSET
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert "dezelfde bytes" in capsys.readouterr().out

    def it_has_its_seal_in_a_template_of_before_on_two_lines(
        self, workspace: Path, soffice: Path, pdftotext: Path
    ) -> None:
        template = workspace / "templates/controlelijst.docx"
        with zipfile.ZipFile(template) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        style = b'<w:pStyle w:val="Zegel"/>'
        assert parts["word/document.xml"].count(style) == 1
        parts["word/document.xml"] = parts["word/document.xml"].replace(style, b'<w:pStyle w:val="Veld"/>')
        template.write_bytes(pack((name, [data]) for name, data in parts.items()))
        assert run(["seal"]) == 0
        (workspace / "lijst.pdf").write_bytes(members(workspace / SEALED)["controlelijst.pdf"])
        command = [str(pdftotext), "-layout", "lijst.pdf", "-"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert grouped(manifest(workspace / SEALED).seal) not in said
        assert grouped(manifest(workspace / SEALED).seal) in " ".join(said.split())
        assert run(["verify", SEALED]) == 0

    def it_is_not_made_when_its_seal_is_shown_in_other_letters(
        self, workspace: Path, soffice: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        template = workspace / "templates/controlelijst.docx"
        with zipfile.ZipFile(template) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        before, name, after = parts["word/styles.xml"].partition(b'w:styleId="Zegel"')
        capitals = after.replace(b"</w:style>", b"<w:rPr><w:caps/></w:rPr></w:style>", 1)
        parts["word/styles.xml"] = before + name + capitals
        template.write_bytes(pack((name, [data]) for name, data in parts.items()))
        assert run(["seal"]) == 2
        said = capsys.readouterr().err
        assert "controlelijst.pdf: in de PDF van de controlelijst is het zegel niet terug te vinden" in said
        assert not (workspace / SEALED).exists()
