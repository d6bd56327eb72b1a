# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
from pathlib import Path

import pytest

from jvom.dossier_ids import DossierId
from jvom.reading.settings import read_settings
from jvom.settings import Settings
from jvom.source import CannotRun


class Describe_read_settings:
    def it_reads_the_file(self, tmp_path):
        (tmp_path / "2025" / "rapport").mkdir(parents=True)
        (tmp_path / "2025" / "rapport" / "inzet.md").touch()
        (tmp_path / "jvom.yml").write_text(
            "ignore: [LNG]\n"
            "per-file-ignores: {'rapport/*.md': [STR001]}\n"
            "severity: {LNG001: info}\n"
            "words: {LNG001: {te samen: samen}}\n"
            "accept: {LNG001: [van uit]}\n"
            "spelling: [missiebijdrage]\n",
            encoding="utf-8",
        )

        settings = read_settings(tmp_path)

        assert settings.ignore == ("LNG",)
        assert settings.per_file_ignores == {"rapport/*.md": ("STR001",)}
        assert settings.severity == {"LNG001": "info"}
        assert settings.words == {"LNG001": {"te samen": "samen"}}
        assert settings.accept == {"LNG001": ("van uit",)}
        assert settings.spelling == ("missiebijdrage",)
        assert settings.at.item("ignore", 0).line == 1

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def it_does_not_wait_for_a_pipe(self, tmp_path):
        os.mkfifo(tmp_path / "jvom.yml")

        with pytest.raises(CannotRun, match="geen gewoon bestand"):
            read_settings(tmp_path)

    def it_needs_no_file(self, tmp_path):
        assert read_settings(tmp_path) == Settings()

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("ignroe: [LNG]", ":1:1"),
            ("ignore: LNG", ":1:9"),
            ("severity: {LNG001: heavy}", ":1:20"),
            ("words: {LNG001: [te samen]}", ":1:17"),
            ('words: {LNG001: {te samen: ""}}', ":1:28"),
            ("per-file-ignores: {nota.md: [LNG], '*.docx': [TOE]}", ":1:20"),
            ("a: [", ":1"),
            ("calendar: {presentation: 3}", ":1:26"),
            ("calendar: {presentation: derde woensdag}", ":1:26"),
            ("calendar: {presentation: derde woensdag van mei 2026}", ":1:26"),
            ("calendar: {presentation: derde woesdag van mei}", ":1:32"),
            ("calendar: {presentation: 'derde woensdag van meij'}", ":1:26"),
            ("calendar: {council: {weekday: friday}}", ":1:31"),
            ("calendar: {council: {days_before: -1}}", ":1:35"),
            ("report: {mission_headings: [Over de missie]}", ":1:29"),
            ("nota: {headings: [Aanleiding, '']}", ":1:31"),
        ],
    )
    def but_it_refuses_one_that_is_wrong(self, tmp_path, text, place):
        (tmp_path / "jvom.yml").write_text(text, encoding="utf-8")

        with pytest.raises(CannotRun) as raised:
            read_settings(tmp_path)

        assert place in str(raised.value.problems[0].span)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (
                "presentation: vijfde vrijdag van mei",
                "«vijfde» kan hier niet staan; bedoelde u «vierde»?",
            ),
            (
                "presentation: xx vrijdag van mei",
                "«xx» kan hier niet staan; kies uit: eerste, tweede, derde, vierde, laatste",
            ),
            (
                "presentation: derde kerst van mei",
                (
                    "«kerst» kan hier niet staan; kies uit: maandag, dinsdag, woensdag, donderdag, vrijdag, "
                    "zaterdag, zondag"
                ),
            ),
            (
                "presentation: derde woensdag van lente",
                (
                    "«lente» kan hier niet staan; kies uit: januari, februari, maart, april, mei, juni, "
                    "juli, augustus, september, oktober, november, december"
                ),
            ),
            (
                "presentation: derde woensdag",
                (
                    "hier hoort een dag van het jaar, geschreven als derde woensdag van mei; "
                    "nu staat er: derde woensdag"
                ),
            ),
            ("council: {weekday: vrijdagg}", "«vrijdagg» kan hier niet staan; bedoelde u «vrijdag»?"),
        ],
    )
    def and_explains_how_to_write_a_day(self, tmp_path, typed, said):
        (tmp_path / "jvom.yml").write_text(f"calendar: {{{typed}}}\n", encoding="utf-8")

        with pytest.raises(CannotRun) as raised:
            read_settings(tmp_path)

        (problem,) = raised.value.problems
        assert f"{problem.what}; {problem.advice}" == said


HOUSE = """
ignore: [LNG015]
severity: {SPL: info, LNG001: error}
words: {LNG001: {opschalen: vergroten}}
accept: {LNG016: [m.b.t.]}
spelling: [vlootverband]
dictionary: woorden
calendar:
  presentation: laatste vrijdag van juni
  council: {weekday: dinsdag}
nota: {headings: [Vraag, Antwoord]}
"""


ALTHEA = DossierId(2026, "althea")


def read_with(content: Path, own: str) -> Settings:
    """Return the settings of a dossier whose own file has `own`."""
    (content / "2026-althea" / "jvom.yml").write_text(own, encoding="utf-8")
    return read_settings(content, ALTHEA)


class Describe_the_settings_of_a_dossier:
    @pytest.fixture
    def content(self, tmp_path):
        (tmp_path / "2026-althea").mkdir()
        (tmp_path / "jvom.yml").write_text(HOUSE, encoding="utf-8")
        return tmp_path

    def they_are_those_of_the_house_without_a_file(self, content):
        settings = read_settings(content, ALTHEA)

        assert (settings.ignore, settings.nota.headings) == (("LNG015",), ("Vraag", "Antwoord"))

    def and_with_a_file_that_says_nothing(self, content):
        settings = read_with(content, "# nog niets\n")

        assert (settings.ignore, settings.nota.headings) == (("LNG015",), ("Vraag", "Antwoord"))

    def they_need_no_file_of_the_house(self, content):
        (content / "jvom.yml").unlink()

        settings = read_with(content, "ignore: [SPL]\n")

        assert (settings.ignore, settings.nota) == (("SPL",), Settings().nota)

    def they_add_words_rules_and_spellings_to_those_of_the_house(self, content):
        settings = read_with(
            content,
            "ignore: [STR]\n"
            "words: {LNG001: {afschalen: verkleinen}, LNG003: {gedoe: moeite}}\n"
            "accept: {LNG016: [i.v.m.]}\n"
            "spelling: [oostflank]\n",
        )

        assert settings.ignore == ("LNG015", "STR")
        assert settings.words == {
            "LNG001": {"opschalen": "vergroten", "afschalen": "verkleinen"},
            "LNG003": {"gedoe": "moeite"},
        }
        assert settings.accept == {"LNG016": ("m.b.t.", "i.v.m.")}
        assert settings.spelling == ("vlootverband", "oostflank")
        assert settings.dictionary == "woorden"

    def they_replace_severities_rule_by_rule(self, content):
        settings = read_with(content, "severity: {LNG001: warning, MAN: error}\n")

        assert settings.severity == {"SPL": "info", "LNG001": "warning", "MAN": "error"}

    def they_replace_what_the_house_ignores_by_their_choice_of_rules(self, content):
        settings = read_with(content, "select: [LNG]\n")

        assert settings.select == ("LNG",)
        assert settings.ignore == ()

    def they_replace_the_calendar_key_by_key(self, content):
        calendar = read_with(content, "calendar: {council: {days_before: 5}}\n").calendar

        assert str(calendar.presentation) == "laatste vrijdag van juni"
        assert (calendar.council.weekday, calendar.council.days_before) == ("dinsdag", 5)

    def they_replace_a_list_of_headings_by_another(self, content):
        assert read_with(content, "nota: {headings: []}\n").nota.headings == ()

    def they_know_the_file_that_each_value_is_in(self, content):
        settings = read_with(content, "ignore: [STR]\nseverity: {MAN: error}\n")

        house, own = f"{content.as_posix()}/jvom.yml", f"{content.as_posix()}/2026-althea/jvom.yml"
        assert settings.at.item("ignore", 0).path == house
        assert settings.at.item("ignore", 1).path == own
        assert settings.at.entry("severity", "SPL").path == house
        assert settings.at.entry("severity", "MAN").path == own

    def they_report_the_problems_of_both_files_together(self, content):
        (content / "jvom.yml").write_text("onzin: 1\n", encoding="utf-8")

        with pytest.raises(CannotRun) as raised:
            read_with(content, "per-file-ignores: {rapport/weg.md: [STR]}\nonzin: 2\n")
        assert [problem.span.path.removeprefix(content.as_posix()) for problem in raised.value.problems] == [
            "/2026-althea/jvom.yml",
            "/jvom.yml",
        ]

    def they_have_patterns_of_files_of_the_dossier_itself(self, content):
        (content / "2026" / "rapport").mkdir(parents=True)
        (content / "2026" / "rapport" / "inzet.md").touch()

        with pytest.raises(CannotRun, match=r"«rapport/inzet.md» is van geen enkel bestand de naam"):
            read_with(content, "per-file-ignores: {rapport/inzet.md: [STR]}\n")
