# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from jvom.checks import run
from jvom.checks.registry import all_rules
from jvom.checks.rules.mandates import mandate_terms
from jvom.cli.app import run as run_jvom
from jvom.cli.terminal import Terminal
from jvom.cli.verbs.check import CheckOptions, check
from jvom.output.formats import FOR_PROGRAMS
from jvom.source import CannotRun
from tests.checks.word_examples import word_file

PROJECT = Path(__file__).resolve().parents[2]
BASE = Path(__file__).resolve().parents[1] / "dossiers" / "basis"
SLIP = "De missie is te samen met partners ten allen tijde actief.\n"


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Return the folder of a dossier without findings, in the current folder."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def body(content: Path) -> Path:
    return content / "2025" / "rapport" / "slotbeschouwing.md"


def add(content: Path, text: str) -> Path:
    path = body(content)
    path.write_bytes(path.read_bytes() + b"\n" + text.encode())
    return path


def checked(content: Path, **asked: object) -> int:
    options = {
        "content": content,
        "select": ("LNG001", "PLH001", "SUP", "MAN001"),
        "as_of": date(2026, 4, 24),
    }
    return check(Terminal(lambda text: text), CheckOptions(**(options | asked)))  # type: ignore[arg-type]


class Describe_check:
    def it_says_when_all_is_well(self, content, capsys):
        assert checked(content) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"

    def it_reports_and_fails(self, content, capsys):
        add(content, "Het bedrag is XX.\n")

        assert checked(content) == 1
        assert "fout PLH001 (placeholder): «XX» is een open plek" in capsys.readouterr().out

    @pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
    def it_fails_on_the_severity_asked_for(self, content, fail_on, status):
        add(content, SLIP)

        assert checked(content, fail_on=fail_on) == status

    def it_checks_the_newest_year_by_default(self, content, capsys):
        shutil.copytree(content / "2025", content / "2026")
        dossier = content / "2026" / "dossier.yml"
        dossier.write_text(dossier.read_text("utf-8").replace("year: 2025", "year: 2026"), "utf-8")
        add(content, SLIP)

        assert checked(content, fail_on="warning") == 0
        assert checked(content, fail_on="warning", subjects=("2025",)) == 1

    def it_refuses_a_year_without_a_dossier(self, content):
        with pytest.raises(CannotRun, match="2024"):
            checked(content, subjects=("2024",))

    def it_writes_to_a_file(self, content, capsys):
        add(content, SLIP)

        assert checked(content, output_format="json", output_file=Path("uit/bevindingen.json")) == 0
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == "0 fouten, 2 waarschuwingen\n"
        assert json.loads(Path("uit/bevindingen.json").read_bytes())["counts"]["warning"] == 2

    def it_counts_by_rule(self, content, capsys):
        add(content, SLIP)
        checked(content, statistics=True)

        assert capsys.readouterr().out == "2  LNG001  fixed-expression\n0 fouten, 2 waarschuwingen\n"

    def it_says_nothing_at_all_to_github_when_all_is_well(self, content, capsys):
        checked(content, output_format="github")

        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize(
        "asked",
        [
            {"select": ("LNG999",)},
            {"ignore": ("nothing-such",)},
            {"output_format": "pdf"},
            {"fail_on": "fatal"},
        ],
    )
    def it_refuses_what_it_does_not_know(self, content, asked):
        with pytest.raises(CannotRun):
            checked(content, **asked)

    def it_follows_the_settings(self, content, capsys):
        add(content, SLIP)
        (content / "jvom.yml").write_text("severity: {LNG: error}\naccept: {LNG001: [te samen]}\n")

        assert checked(content) == 1
        assert capsys.readouterr().out.endswith("1 fout, 0 waarschuwingen\n")

    def it_accepts_the_settings_that_the_docs_show(self, content, project, capsys):
        page = (project / "docs" / "content-format.md").read_text(encoding="utf-8")
        _, _, example = page.partition("```yaml\n# yaml-language-server: $schema=../schema/jvom")
        (content / "jvom.yml").write_text(f"#{example.partition('```')[0]}", encoding="utf-8")
        add(content, "De missie wil opschalen.\n\nDe inzet m.b.t. de missie is is klaar.\n")

        assert checked(content, select=()) == 1
        out = capsys.readouterr().out
        assert "schrijf «vergroten»" in out
        assert "fout LNG011 (word-twice)" in out
        assert "LNG016" not in out

    def it_reports_a_broken_rule_and_runs_the_others(self, content, capsys, monkeypatch):
        def crash(view):
            raise RuntimeError("kapot")

        broken = msgspec.structs.replace(mandate_terms.mandate_ended, check=crash)
        rules = tuple(broken if rule.code == "MAN001" else rule for rule in all_rules())
        monkeypatch.setattr(run, "all_rules", lambda: rules)
        add(content, SLIP)

        assert checked(content) == 2
        captured = capsys.readouterr()
        assert "te samen" in captured.out
        assert captured.err == "regel MAN001 is stuk: RuntimeError: kapot\n"


class Describe_fixing:
    def it_applies_safe_fixes(self, content, capsys):
        path = add(content, SLIP)
        before = path.read_bytes()

        assert checked(content, fix=True) == 0
        assert path.read_bytes() == before.replace(b"te samen", b"samen").replace(b"ten allen", b"te allen")
        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("Alles in orde.\n", "2 bevindingen hersteld\n")

    def it_keeps_line_ends_and_byte_order_mark(self, content):
        path = body(content)
        text = (path.read_text() + "\n" + SLIP).replace("\n", "\r\n").rstrip()
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())

        checked(content, fix=True)

        wanted = text.replace("te samen", "samen").replace("ten allen", "te allen")
        assert path.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()

    def it_shows_the_difference_and_changes_nothing(self, content, capsys):
        path = add(content, SLIP)
        before = path.read_bytes()

        assert checked(content, diff=True) == 1
        shown = capsys.readouterr().out
        assert "-De missie is te samen met partners ten allen tijde actief." in shown
        assert "+De missie is samen met partners te allen tijde actief." in shown
        assert path.read_bytes() == before
        path.write_bytes(before.replace(SLIP.encode(), b""))
        assert checked(content, diff=True) == 0

    def it_changes_all_files_or_none(self, content, capsys):
        path = add(content, SLIP)
        other = content / "2025" / "nota.md"
        other.write_bytes(other.read_bytes() + b"\n" + SLIP.encode())
        before = (path.read_bytes(), other.read_bytes())
        # The name of the temporary folder beside the output is taken.
        (content / ".jvom-werk").write_bytes(b"van mij")

        with pytest.raises(CannotRun):
            checked(content, fix=True)

        assert (path.read_bytes(), other.read_bytes()) == before
        (content / ".jvom-werk").unlink()
        assert checked(content, fix=True) == 0
        assert b"te samen" not in path.read_bytes() + other.read_bytes()
        assert not (content / ".jvom-werk").exists()

    @pytest.mark.parametrize("asked", [{"fix": True}, {"add_ignore": "komt nog"}])
    def it_refuses_files_that_changed_in_between(self, content, monkeypatch, asked):
        path = add(content, SLIP)

        def and_meanwhile(*arguments, **named):
            path.write_bytes(b"---\ntitle: Slot\n---\n\nIets anders.\n")
            return run.check(*arguments, **named)

        monkeypatch.setattr("jvom.cli.checked_dossier.check", and_meanwhile)

        with pytest.raises(CannotRun, match="dit bestand veranderde terwijl jvom het las"):
            checked(content, **asked)
        assert path.read_bytes().endswith(b"Iets anders.\n")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
    def it_keeps_mode_and_link(self, content):
        path = add(content, SLIP)
        shared = content / "2025" / "gedeeld.md"
        path.rename(shared)
        shared.chmod(0o600)
        path.symlink_to("../gedeeld.md")

        checked(content, fix=True)

        assert path.is_symlink()
        assert b"te samen" not in shared.read_bytes()
        assert shared.stat().st_mode & 0o777 == 0o600


class Describe_a_baseline:
    @pytest.mark.parametrize(
        "reason", ["", " ", "a --> b", "twee\nregels", "twee\rregels", "\u2028", "bel\a", "half \udc80"]
    )
    def it_refuses_a_reason_that_fits_in_no_comment(self, content, reason):
        path = add(content, SLIP)
        before = path.read_bytes()

        with pytest.raises(CannotRun, match="deze reden past niet in een onderdrukking"):
            checked(content, add_ignore=reason)
        assert path.read_bytes() == before

    def it_suppresses_all_that_is_found(self, content, capsys):
        path = add(content, "- een lijst\n- met te samen\n\nHet bedrag\nis XX.\n\n## Titel PM\n")
        title = content / "2025" / "rapport" / "inzet.md"
        title.write_text(title.read_text().replace("Inzet van", "XX van"))
        dossier = content / "2025" / "dossier.yml"
        dossier.write_text(dossier.read_text().replace("  subject: ", "  subject: XX "))
        mandate = content / "2025" / "mandates.yml"
        mandate.write_text(mandate.read_text().replace("2026-12-31", "2024-12-31", 1))

        assert checked(content, add_ignore="komt nog") == 0
        assert capsys.readouterr().out == "Alles in orde.\n"
        text = path.read_text()
        assert "<!-- jvom: ignore[LNG001] komt nog -->\n- een lijst" in text
        assert "<!-- jvom: ignore[PLH001] komt nog -->\nHet bedrag\nis XX." in text
        assert "<!-- jvom: ignore[PLH001] komt nog -->\n## Titel PM" in text
        assert "---\n<!-- jvom: ignore-file[PLH001] komt nog -->\n\n\nNederland" in title.read_text()
        assert "  # jvom: ignore[PLH001] komt nog\n  subject: XX " in dossier.read_text()
        assert "    # jvom: ignore[MAN001] komt nog\n    mandate: 2024-12-31" in mandate.read_text()

    def it_comes_below_a_front_matter_that_ends_in_dots(self, content):
        path = content / "2025" / "rapport" / "inzet.md"
        text = path.read_text().replace("Inzet van", "XX van").replace("\n---\n", "\n...\n", 1)
        path.write_text(text)

        assert checked(content, add_ignore="komt nog") == 0
        assert "\n...\n<!-- jvom: ignore-file[PLH001] komt nog -->\n" in path.read_text()


class Describe_problems:
    def they_are_reported_for_all_options_at_once(self, content, capsys):
        options = ["--as-of", "1", "--select", "XXX", "--fail-on", "z", "--add-ignore", "--"]
        assert run_jvom(["check", "vorig", *options]) == 2
        places = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["--add-ignore", "--as-of", "--fail-on", "--select", "vorig"]

    def they_are_reported_for_settings_and_dossier_at_once(self, content):
        (content / "jvom.yml").write_text("onzin: ja\n")
        (content / "2025" / "nota.md").unlink()

        with pytest.raises(CannotRun) as caught:
            checked(content)
        assert [problem.span.path for problem in caught.value.problems] == [
            "content/2025/nota.md",
            "content/jvom.yml",
        ]

    @pytest.mark.parametrize(
        "arguments",
        [["check", "2024", "--output-format", "json"], ["check", "2024", "--output-format=json"],
         ["build", "2024", "--json"], ["seal", "x", "--json"], ["verify", "x.zip", "--json"]],
    )  # fmt: skip
    def they_are_reported_to_a_program_in_json(self, content, capsys, arguments):
        assert run_jvom(arguments) == 2
        captured = capsys.readouterr()
        assert json.loads(captured.out)["problems"]
        assert captured.err == ""

    @pytest.mark.parametrize(
        ("form", "sign"),
        [("sarif", '"startLine": 1'), ("github", "::error "), ("gitlab", '"fingerprint": "'),
         ("junit", "<error ")],
    )  # fmt: skip
    def they_are_reported_to_a_program_in_the_format_asked_for(self, content, capsys, form, sign):
        (content / "jvom.yml").write_text("select: [\n")

        assert run_jvom(["check", "--output-format", form]) == 2
        captured = capsys.readouterr()
        assert sign in captured.out
        assert captured.err.startswith("content/jvom.yml:1:9: de haak [ wordt niet gesloten")

    @pytest.mark.parametrize("form", FOR_PROGRAMS)
    def they_are_written_to_the_file_asked_for(self, content, capsys, form):
        (content / "jvom.yml").write_text("select: [\n")

        assert run_jvom(["check", "--output-format", form, "--output-file", "uit"]) == 2
        captured = capsys.readouterr()
        assert "de haak [ wordt niet gesloten" in Path("uit").read_text().replace("De", "de")
        assert captured.out == ""
        assert captured.err.startswith("content/jvom.yml:1:9: de haak [ wordt niet gesloten")

    def they_include_a_report_file_that_cannot_be_written(self, content, capsys):
        (content / "jvom.yml").write_text("select: [\n")

        assert run_jvom(["check", "--output-format", "sarif", "--output-file", "content"]) == 2
        places = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["content", "content/jvom.yml"]


class Describe_word_files:
    def they_are_read_and_findings_name_the_paragraph(self, content, capsys):
        Path("oud.docx").write_bytes(word_file("Heading1: Inleiding\nWij zijn te samen.\n"))

        checked(content, text=True, subjects=("oud.docx",), output_format="concise", select=("LNG001",))

        assert capsys.readouterr().out.splitlines()[0] == (
            "oud.docx, alinea 2, onder 1 Inleiding: LNG001 «te samen» is niet de juiste vorm van "
            "deze uitdrukking; schrijf «samen»"
        )

    def their_findings_have_a_place_in_every_format(self, content, capsys):
        Path("oud.docx").write_bytes(word_file("Heading1: Inleiding\nWij zijn te samen.\n"))

        for form in ("full", "grouped", "json", "sarif", "github", "gitlab", "junit", "html"):
            checked(content, text=True, subjects=("oud.docx",), output_format=form, select=("LNG001",))
            out = capsys.readouterr().out
            assert "alinea 2, onder 1 Inleiding" in out.replace("%2C", ","), form
            # A fix would have to write a Word file.
            assert "--fix herstelt" not in out

    @pytest.mark.parametrize("kind", ["doc", "odt", "rtf", "pdf"])
    def but_other_kinds_must_be_saved_as_word_first(self, content, kind):
        Path(f"oud.{kind}").write_bytes(b"x")

        with pytest.raises(CannotRun, match=rf"een bestand van het soort \.{kind} leest jvom niet"):
            checked(content, text=True, subjects=(f"oud.{kind}",))

    def they_are_read_back_to_the_line_of_the_fragment(self, content, capsys):
        line = body(content).read_text().splitlines()[-1]
        Path("build").mkdir()
        Path("build/rapport.docx").write_bytes(word_file(f"{line}{{opmerking: klopt dit?}}\n"))
        shutil.copytree(PROJECT / "templates", "templates")

        checked(content, built=True, out=Path("build"), select=("PUB007",), output_format="concise")

        path = body(content).as_posix()
        assert capsys.readouterr().out.startswith(
            f"{path}:{len(body(content).read_text().splitlines())}:1: PUB007"
        )

    def they_are_read_back_in_the_public_version_too(self, content, capsys):
        Path("build/openbaar").mkdir(parents=True)
        Path("build/rapport.docx").write_bytes(word_file("De missie is verlengd.\n"))
        Path("build/~$rapport.docx").write_bytes(b"wie het open heeft")
        Path("build/openbaar/rapport.docx").write_bytes(word_file("Er is {opmerking: klopt dit?} gelakt.\n"))
        shutil.copytree(PROJECT / "templates", "templates")

        checked(content, built=True, out=Path("build"), select=("PUB007",), output_format="concise")

        assert capsys.readouterr().out.startswith("build/openbaar/rapport.docx, alinea 1: PUB007")

    def they_may_be_missing(self, content):
        with pytest.raises(CannotRun, match="geen Word-bestanden"):
            checked(content, built=True, out=Path("leeg"))
