# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which rules run, in what order, and which findings are suppressed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jvom.checks.registry import all_rules
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.run import check, check_before_build, check_texts, run
from jvom.checks.settings import Overrides, Selection, suggest_rule, unknown_selectors
from jvom.checks.views import DossierView, Texts, TextView
from jvom.checks.wordings import Wording
from jvom.findings import Report, Severity
from jvom.reading.settings import read_settings
from jvom.settings import Settings
from jvom.source import CannotRun, Span
from tests.checks.examples import BASE
from tests.checks.reading import TODAY, fragment, texts
from tests.contents import read_dossier


@rule("TST001", WARNING, Scope.FRAGMENT)
def every_word_oops(text: TextView) -> Iterator[Violation]:
    """Meldt elk woord oeps."""
    for passage in text.passages:
        for start, end in passage.words:
            if passage.text[start:end] == "oeps":
                yield violation(passage.span(start, end), Wording("oeps", "niet doen"))


@rule("TST002", INFO, Scope.TEXTS)
def texts_counted(view: Texts) -> Iterator[Violation]:
    """Meldt het aantal teksten."""
    yield violation(
        Span("tekst1.md"), Wording("{count} teksten", "niets"), count=len(view.texts), severity=WARNING
    )


@rule("TST003", WARNING, Scope.DOSSIER)
def needs_a_dossier(view: DossierView) -> Iterator[Violation]:
    """Meldt de titel van het dossier."""
    yield violation(view.data.at.value("title"), Wording("titel", "niets"))


RULES = (every_word_oops, texts_counted, needs_a_dossier)


def read(*typed: str, settings: Settings | None = None, **overrides: tuple[str, ...]) -> Report:
    settings = settings or Settings()
    selection = Selection(settings, Overrides(**overrides))
    return run(texts(*typed, settings=settings), selection, (*RULES, *all_rules()))


def codes(report: Report) -> list[str]:
    return [f"{each.span}:{each.code}" for each in report.findings]


TST = ("TST",)


class Describe_a_finding_on_a_figure:
    def it_points_to_the_value(self, tmp_path):
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        figures = content / "2025" / "figures.yml"
        figures.write_text(figures.read_text(encoding="utf-8").replace("2026-05-20", "2026-05-13"), "utf-8")

        report = check(read_dossier(content, 2025), Settings(), TODAY)

        nota = (content / "2025" / "nota.md").as_posix()
        places = {
            str(related.message): related.span.path
            for each in report.findings
            if each.span.path == nota and each.code in ("LET003", "DAT003")
            for related in each.related
        }
        assert places["hier staat de waarde van «presentation»"] == figures.as_posix()


class Describe_run:
    def it_gives_findings_in_the_order_of_the_texts(self):
        report = read("aa oeps\n\noeps", "oeps", select=TST)

        assert codes(report) == [
            "tekst1.md:TST002", "tekst1.md:1:4:TST001", "tekst1.md:3:1:TST001", "tekst2.md:1:1:TST001",
        ]  # fmt: skip
        assert [each.code for each in report.rules] == ["TST001", "TST002"]
        assert [each.path for each in report.files] == ["tekst1.md", "tekst2.md"]
        assert report == read("aa oeps\n\noeps", "oeps", select=TST)

    def it_lets_a_violation_choose_its_severity_and_the_settings_overrule_it(self):
        assert read("aa", select=TST).findings[0].severity is Severity.WARNING
        settings = Settings(severity={"TST": "error", "texts-counted": "info"})
        assert [each.severity for each in read("oeps", settings=settings, select=TST).findings] == [
            Severity.INFO,
            Severity.ERROR,
        ]

    def it_reports_a_crash_and_runs_the_others(self):
        @rule("TST009", WARNING, Scope.TEXTS)
        def it_crashes(view: Texts) -> Iterator[Violation]:
            """Gaat stuk."""
            yield violation(Span("tekst1.md"), Wording("half", "werk"))
            raise RuntimeError("kapot")

        report = run(texts("oeps"), Selection(Settings(), Overrides()), (it_crashes, every_word_oops))

        assert codes(report) == ["tekst1.md:1:1:TST001"]
        assert [(each.code, each.error) for each in report.broken] == [("TST009", "RuntimeError: kapot")]
        assert "kapot" in report.broken[0].trace

    def it_reports_the_same_thing_once(self):
        @rule("TST008", WARNING, Scope.TEXTS)
        def twice_said(view: Texts) -> Iterator[Violation]:
            """Meldt alles twee keer."""
            yield from [violation(Span("tekst1.md", 1, 1, 1, 3), Wording("dit", "dat"))] * 2

        assert len(run(texts("aa"), Selection(Settings(), Overrides()), (twice_said,)).findings) == 1

    def it_runs_rules_on_a_dossier(self):
        dossier = read_dossier(BASE, 2025)
        report = check(dossier, Settings(), TODAY, rules=RULES)

        assert [(each.code, Path(each.span.path).name, each.span.line) for each in report.findings] == [
            ("TST003", "dossier.yml", 3),
            ("TST002", "tekst1.md", 0),
        ]

    def it_gives_built_files_to_the_rules_about_them(self):
        @rule("TST007", WARNING, Scope.BUILT)
        def built_read(view: Texts) -> Iterator[Violation]:
            """Meldt elk gebouwd bestand."""
            for text in view.texts:
                yield violation(text.whole, Wording("gebouwd", "niets"))

        dossier = read_dossier(BASE, 2025)
        report = check(dossier, Settings(), TODAY, rules=(built_read,), built=[fragment("aa", "nota.docx")])

        assert codes(report) == ["nota.docx:TST007"]
        loose = run(texts("aa"), Selection(Settings(), Overrides()), (built_read,))
        assert [each.span.path for each in loose.findings] == ["tekst1.md"]

    def it_finds_nothing_in_the_base_dossier(self):
        report = check(read_dossier(BASE, 2025), Settings(), TODAY)

        assert codes(report) == []
        assert report.broken == ()


class Describe_the_check_before_a_build:
    def it_finds_only_what_blocks_sending(self, tmp_path):
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        with (content / "2025" / "brief.md").open("a") as file:
            file.write("\nDe kosten zijn te samen XX.\n")
        dossier = read_dossier(content, 2025)

        assert [each.code for each in check_before_build(dossier, Settings(), TODAY).findings] == ["PLH001"]
        settings = Settings(severity={"PLH001": "warning", "LNG001": "error"})
        assert [each.code for each in check_before_build(dossier, settings, TODAY).findings] == ["LNG001"]

    def it_finds_the_errors_of_rules_that_mostly_warn(self, tmp_path):
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        for name, right, wrong in (
            ("mandates.yml", "mandate: 2026-12-31", "mandate: 2025-10-31"),
            ("rapport/unifil.md", " voor het laatst, tot en met 31 december 2026", ""),
        ):
            file = content / "2025" / name
            file.write_text(file.read_text().replace(right, wrong, 1))
        dossier = read_dossier(content, 2025)

        whole = check(dossier, Settings(), TODAY).findings
        errors = tuple(each for each in whole if each.severity is Severity.ERROR)
        softer = Settings(severity={"MAN003": "warning"})

        assert [each.code for each in errors] == ["MAN003"]
        assert check_before_build(dossier, Settings(), TODAY).findings == errors
        assert check_before_build(dossier, softer, TODAY).findings == ()


class Describe_the_selection:
    @pytest.mark.parametrize(
        ("settings", "overrides", "runs"),
        [
            ({}, {}, True),
            ({"select": ("MAN",)}, {}, False),
            ({"select": ("LNG",)}, {}, True),
            ({"select": ("lng0",)}, {}, True),
            ({"select": ("fixed-expression",)}, {}, True),
            ({"ignore": ("LNG",)}, {}, False),
            ({"select": ("LNG",), "ignore": ("LNG001",)}, {}, False),
            ({"select": ("LNG001",), "ignore": ("LNG",)}, {}, True),
            ({"select": ("LNG001",), "ignore": ("LNG001",)}, {}, False),
            ({"select": ("MAN",)}, {"select": ("LNG",)}, True),
            ({"ignore": ("LNG",)}, {"select": ("LNG",)}, True),
            ({}, {"ignore": ("LNG001",)}, False),
            ({"select": ("LNG001",)}, {"ignore": ("LNG",)}, False),
            ({}, {"select": ("LNG001",), "ignore": ("LNG",)}, True),
            ({}, {"select": ("LNG",), "ignore": ("LNG001",)}, False),
        ],
    )
    def it_takes_the_closest_selector(self, settings, overrides, runs):
        selection = Selection(Settings(**settings), Overrides(**overrides))
        (fixed,) = (each for each in all_rules() if each.code == "LNG001")

        assert selection.runs(fixed) is runs

    def it_leaves_rules_out_for_files(self):
        settings = Settings(per_file_ignores={"tekst*.md": ("TST001",), "rapport/x.md": ("TST002",)})

        assert codes(read("oeps", settings=settings, select=TST)) == ["tekst1.md:TST002"]
        selection = Selection(settings, Overrides())
        assert selection.ignored_at("content/2025/rapport/x.md", "TST002", "texts-counted")
        assert not selection.ignored_at("content/2025/brief.md", "TST002", "texts-counted")

    def it_refuses_selectors_that_name_no_rule(self):
        settings = Settings(
            select=("L",),
            ignore=("LNG99",),
            severity={"nothing": "info"},
            words={"XYZ001": {}},
            per_file_ignores={"*": ("QQQ",)},
        )

        found = list(unknown_selectors(settings, Overrides(select=("LN",)), all_rules()))

        assert [each.what.values["selector"] for each in found] == [
            "L",
            "LNG99",
            "nothing",
            "XYZ001",
            "QQQ",
            "LN",
        ]
        with pytest.raises(CannotRun):
            check_texts([], settings, TODAY)

    @pytest.mark.parametrize("key", ["words", "accept"])
    @pytest.mark.parametrize("selector", ["MAN001", "LNG", "lng001"])
    def it_refuses_words_for_a_rule_without_words(self, tmp_path, key, selector):
        nothing = "{}" if key == "words" else "[]"
        (tmp_path / "jvom.yml").write_text(f"spelling: [x]\n{key}:\n  {selector}: {nothing}\n")

        (problem,) = unknown_selectors(read_settings(tmp_path), Overrides(), all_rules())

        assert str(problem.what) == f"«{selector}» is geen regel met woorden"
        assert (problem.span.line, problem.span.column) == (3, 3)

    @pytest.mark.parametrize(
        ("selector", "advice"),
        [
            ("MNA", "bedoelde u «MAN»?"),
            ("mna001", "bedoelde u «MAN001»?"),
            ("MNA999", "bedoelde u «MAN»?"),
            ("MAN0001", "bedoelde u «MAN001»?"),
            ("mandate-endd", "bedoelde u «mandate-ended»?"),
        ],
    )
    def it_suggests_what_may_be_meant(self, selector, advice):
        assert str(suggest_rule(selector, all_rules())) == advice

    @pytest.mark.parametrize("selector", ["XYZ001", "FOO", "l", "no-such-thing-at-all"])
    def it_lists_the_families_when_none_is_similar(self, selector):
        assert str(suggest_rule(selector, all_rules())).startswith("kies een familie: ABR, AKK, DAT")


class Describe_a_suppression:
    def it_covers_the_next_block(self):
        report = read("<!-- jvom: ignore[TST001] mag hier -->\noeps\nen oeps\n\noeps", select=TST)

        assert codes(report) == ["tekst1.md:TST002", "tekst1.md:5:1:TST001"]
        assert [(str(each.finding.span), each.reason) for each in report.suppressed] == [
            ("tekst1.md:2:1", "mag hier"),
            ("tekst1.md:3:4", "mag hier"),
        ]

    @pytest.mark.parametrize("selector", ["TST001", "tst", "TST0", "every-word-oops", "MAN001, TST001"])
    def it_takes_a_code_a_prefix_or_a_name(self, selector):
        assert len(read(f"<!-- jvom: ignore[{selector}] mag -->\noeps", select=TST).suppressed) == 1

    @pytest.mark.parametrize("selector", ["", "TS", "MAN", "ALL", "*"])
    def but_not_an_empty_one(self, selector):
        assert read(f"<!-- jvom: ignore[{selector}] mag -->\noeps", select=TST).suppressed == ()

    def it_needs_a_reason(self):
        report = read("<!-- jvom: ignore[PLH001] -->\nXX", select=("PLH001", "SUP"))

        assert codes(report) == ["tekst1.md:1:1:SUP002", "tekst1.md:2:1:PLH001"]

    @pytest.mark.parametrize(
        ("typed", "left"),
        [
            ("<!-- jvom: ignore[TST001] mag -->\n- oeps\n- oeps\n\noeps", 1),
            ("- oeps\n\n  <!-- jvom: ignore[TST001] mag -->\n\n- oeps\n- oeps", 2),
            ("<!-- jvom: ignore[TST001] mag -->\n| oeps |\n| --- |\n| oeps |", 0),
            ("<!-- jvom: ignore[TST001] mag -->\n> oeps\n> oeps", 0),
            ("<!-- jvom: ignore[TST001] mag -->\n## oeps\n\noeps", 1),
            ("aa[^n]\n\n<!-- jvom: ignore[TST001] mag -->\n[^n]: oeps", 0),
            ("<!-- jvom: ignore-file[TST001] mag -->\n\noeps\n\noeps", 0),
            ("oeps\n\n<!-- jvom: ignore[TST001] mag -->", 1),
            ("---\ntitle: oeps\n---\n<!-- jvom: ignore-file[TST001] mag -->\n\naa", 0),
        ],
    )
    def it_covers_a_whole_block_and_no_more(self, typed, left):
        assert len([each for each in read(typed, select=TST).findings if each.code == "TST001"]) == left

    def it_is_reported_when_it_has_no_effect(self):
        report = read(
            "<!-- jvom: ignore[TST001, PLH001] mag -->\noeps", select=("TST001", "PLH001", "SUP001")
        )

        assert [each.message.format() for each in report.findings] == [
            "deze onderdrukking van PLH001 onderdrukt niets"
        ]

    def but_not_when_its_rule_did_not_run(self):
        assert codes(read("<!-- jvom: ignore[PLH001] mag -->\naa", select=("SUP001",))) == []

    @pytest.mark.parametrize(
        ("old", "new", "left"),
        [
            ("title: Jaar", "# jvom: ignore[TST003] mag\ntitle: Jaar", 0),
            ("title: Jaar", "# jvom: ignore[TST003] mag\n# en nog iets\ntitle: Jaar", 0),
            ("year: 2025\ntitle", "year: 2025  # jvom: ignore[TST003] mag\ntitle", 1),
            ("missiebijdragen\nshort", "missiebijdragen  # jvom: ignore[TST003] mag\nshort", 0),
            ("short: JVOM", "short: JVOM\n# jvom: ignore-file[TST003] mag", 0),
            ("short: JVOM", "# jvom: ignore[TST003] mag\nshort: JVOM", 1),
        ],
    )
    def it_covers_a_line_of_data(self, tmp_path, old, new, left):
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        data = content / "2025" / "dossier.yml"
        assert old in data.read_text()
        data.write_text(data.read_text().replace(old, new, 1))

        report = check(read_dossier(content, 2025), Settings(), TODAY, rules=(needs_a_dossier,))

        assert len(report.findings) == left

    def it_covers_what_is_indented_under_its_line(self, tmp_path):
        content = tmp_path / "content"
        shutil.copytree(BASE, content)
        data = content / "2025" / "mandates.yml"
        text = data.read_text().replace("2026-12-31", "2024-12-31").replace("2028-06-30", "2024-06-30")
        data.write_text(
            text.replace("  - mission: unifil", "  # jvom: ignore[MAN001] loopt\n  - mission: unifil")
        )

        report = check(read_dossier(content, 2025), Settings(), TODAY, Overrides(select=("MAN001",)))

        assert (len(report.findings), len(report.suppressed)) == (1, 2)
