# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Each format as its readers need it, programs and officers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

import jsonschema
import msgspec
import pytest
from lxml import etree
from msgspec import structs

from jvom.findings import (
    BrokenRule,
    CheckedFile,
    Edit,
    Finding,
    Fix,
    Related,
    Report,
    RuleDescription,
    Severity,
    Suppressed,
)
from jvom.messages import msg
from jvom.output.encoding import as_bytes
from jvom.output.formats import FOR_PROGRAMS, FORMATS, problems_writer, writer
from jvom.source import Problem, Span
from tests.growth import LINEAR, growth
from tests.output.sarif_schema import LOG

TEXT = CheckedFile(
    "content/2025/rapport/één <b>.md",
    "rapport",
    "Eén & ander",
    ("Dit is te samen een zin.", "", "En dit\tis de tweede, een heel lange regel. " + "Vul " * 60),
)
DATA = CheckedFile("content/2025/mandates.yml", "gegevens", "mandates.yml", ("rows: []", "# einde"))
CLEAN = CheckedFile("content/2025/nota.md", "nota", "nota.md", ("Alles goed.",))


def dutch(text: str) -> str:
    return text


ERROR = Finding(
    code="LNG001",
    name="fixed-expression",
    severity=Severity.ERROR,
    span=Span(TEXT.path, 1, 8, 1, 16),
    message=msg("«te samen» is geen goed Nederlands <script>alert(1)</script>"),
    advice=msg("schrijf «samen», 100%"),
    fix=Fix((Edit(Span(TEXT.path, 1, 8, 1, 16), "samen"),)),
    related=(Related(Span(TEXT.path, 3, 1, 3, 3), msg("zie hier")),),
)
WARNING = Finding(
    code="MAN001",
    name="mandate-ended",
    severity=Severity.WARNING,
    span=Span(DATA.path, 1, 1, 2, 3),
    message=msg("het mandaat\nis over"),
    advice=msg("bedoelde u «x»?"),
)
INFO = Finding(
    code="STR001",
    name="no-section",
    severity=Severity.INFO,
    span=Span(DATA.path),
    message=msg("er ontbreekt iets"),
    advice=msg("vul het aan"),
)
REPORT = Report(
    findings=(ERROR, WARNING, INFO),
    suppressed=(Suppressed(INFO, "dat mag hier"),),
    broken=(BrokenRule("DAT001", "impossible-date", "ValueError: 'x' & y", "Traceback"),),
    rules=(
        RuleDescription("LNG001", "fixed-expression", Severity.WARNING, msg("Een uitdrukking")),
        RuleDescription("MAN001", "mandate-ended", Severity.WARNING, msg("Een mandaat")),
    ),
    files=(TEXT, DATA, CLEAN),
)
GOOD = Report(findings=(), files=(CLEAN,))
PROBLEMS = (
    Problem(Span(DATA.path, 3, 5), msg("hier staat\neen tab <a>"), msg("schrijf spaties, 100%")),
    Problem(Span(DATA.path, 4, 5), msg("hier staat\neen tab <a>"), msg("schrijf spaties, 100%")),
    Problem(Span(TEXT.path), msg("dit is niet te lezen"), msg("kijk of de naam klopt")),
)


def written(format: str, report: Report = REPORT, translate: Callable[[str], str] = dutch) -> str:
    return writer(format)(report, translate)


def refused(
    format: str, translate: Callable[[str], str] = dutch, problems: Sequence[Problem] = PROBLEMS
) -> str:
    write = problems_writer(format)
    assert write
    return write(problems, translate)


def repeated(*lines: tuple[str, int]) -> Report:
    """Return a report on a word that is wrong in several places, each a file and a line of it."""
    files = [CheckedFile(path, "rapport", path, ("Te samen.",) * 9) for path in dict.fromkeys(dict(lines))]
    spans = [Span(path, line, 1, line, 9) for path, line in lines]
    return Report(findings=tuple(structs.replace(WARNING, span=span) for span in spans), files=tuple(files))


class Describe_one_mistake_in_several_places:
    @pytest.mark.parametrize("format", ["full", "grouped"])
    def it_is_one_entry_with_its_places(self, format):
        text = written(format, repeated(("a.md", 1), ("a.md", 3), ("a.md", 5)))

        assert text.count("MAN001") == 1
        assert "ook op 3:1, 5:1" in text

    def it_says_which_file_a_place_is_in(self):
        text = written("full", repeated(("a.md", 1), ("a.md", 3), ("b.md", 5), ("b.md", 6)))

        assert " = ook op 3:1, b.md:5:1, 6:1\n" in text

    @pytest.mark.parametrize("format", ["full", "concise", "grouped"])
    def it_counts_once(self, format):
        assert written(format, repeated(("a.md", 1), ("a.md", 3))).endswith(
            "0 fouten, 1 waarschuwing, op 2 plaatsen\n"
        )

    @pytest.mark.parametrize("format", ["concise", "json", "sarif", "github", "gitlab", "junit"])
    def it_is_told_by_place_to_programs(self, format):
        assert written(format, repeated(("a.md", 1), ("a.md", 3))).count("MAN001") >= 2

    def but_what_marks_no_word_is_several_mistakes(self):
        report = repeated(("a.md", 1), ("a.md", 3))
        files = tuple(structs.replace(file, lines=("........",) * 9) for file in report.files)

        assert len(structs.replace(report, files=files).causes) == 2


class Describe_every_format:
    @pytest.mark.parametrize("format", FORMATS)
    def it_ends_its_text_with_a_line_end(self, format):
        assert written(format).endswith("\n")
        assert written(format) == written(format)

    @pytest.mark.parametrize("format", sorted(set(FORMATS) - {"github"}))
    def it_can_say_that_all_is_well(self, format):
        assert written(format, GOOD)

    @pytest.mark.parametrize("format", FORMATS)
    def it_speaks_the_language_asked_for(self, format):
        assert "rite «samen»" in written(format, translate=lambda text: text.replace("schrijf", "write"))

    @pytest.mark.parametrize("format", FOR_PROGRAMS)
    def it_gives_a_program_the_reason_that_nothing_was_checked(self, format):
        assert refused(format).endswith("\n")
        assert "write spaties" in refused(format, lambda text: text.replace("schrijf", "write"))

    @pytest.mark.parametrize("format", FORMATS)
    def it_takes_linear_time_for_a_long_line_with_as_many_findings(self, format):
        def report(size: int) -> Report:
            file = structs.replace(CLEAN, lines=("woord " * size,))
            spans = [Span(file.path, 1, 6 * at + 1, 1, 6 * at + 6) for at in range(size)]
            found = tuple(
                structs.replace(ERROR, span=span, fix=Fix((Edit(span, "w"),)), related=()) for span in spans
            )
            return Report(findings=found, files=(file,))

        assert growth(lambda made: written(format, made), report, 1_000) < LINEAR

    @pytest.mark.parametrize("format", FORMATS)
    def it_can_name_a_file_whose_name_is_not_utf_8(self, format):
        file = structs.replace(CLEAN, path="no\udcffta.md")
        span = Span(file.path, 1, 1, 1, 5)
        finding = structs.replace(ERROR, span=span, fix=Fix((Edit(span, "Niets"),)), related=())

        text = as_bytes(written(format, Report(findings=(finding,), files=(file,)))).decode()
        assert any(byte in text for byte in ("\\udcff", "\N{REPLACEMENT CHARACTER}", "%FF"))
        if format in FOR_PROGRAMS:
            assert as_bytes(refused(format, problems=[Problem(span, PROBLEMS[0].what, PROBLEMS[0].advice)]))

    @pytest.mark.parametrize("format", sorted({*FORMATS, "os"} - set(FOR_PROGRAMS)))
    def but_people_read_that_elsewhere(self, format):
        assert problems_writer(format) is None

    def but_there_is_no_other(self):
        with pytest.raises(KeyError):
            writer("os")


class Describe_the_formats_for_people:
    def it_marks_the_words_in_full(self):
        assert written("full", Report(findings=(ERROR,), files=(TEXT,))) == (
            "content/2025/rapport/één <b>.md:1:8: fout LNG001 (fixed-expression): "
            "«te samen» is geen goed Nederlands <script>alert(1)</script>\n"
            "  |\n"
            "1 | Dit is te samen een zin.\n"
            "  |        ^^^^^^^^\n"
            "  = hulp: schrijf «samen», 100%\n"
            "  = content/2025/rapport/één <b>.md:3:1: zie hier\n"
            "  = jvom check --fix herstelt dit\n"
            "\n"
            "1 fout, 0 waarschuwingen\n"
        )

    def it_shows_a_part_of_a_long_line(self):
        line = TEXT.lines[2]
        start = line.index("tweede") + 1
        far = msgspec.structs.replace(ERROR, span=Span(TEXT.path, 3, 200, 3, 203), fix=None, related=())
        near = msgspec.structs.replace(far, span=Span(TEXT.path, 3, start, 3, start + 6))
        wide = msgspec.structs.replace(far, span=Span(TEXT.path, 3, 1, 3, 250))

        for finding in (far, near, wide):
            _, _, shown, marks, *_ = written("full", Report(findings=(finding,), files=(TEXT,))).splitlines()
            assert len(shown) <= 106
            first = marks.index("^")
            words = shown[first : len(marks)].rstrip("…")
            assert line[finding.span.column - 1 :].replace("\t", " ").startswith(words)

    def it_counts_wide_characters(self):
        file = CheckedFile("a.md", "tekst", "a", ("漢字 fout",))
        finding = msgspec.structs.replace(ERROR, span=Span("a.md", 1, 4, 1, 8), fix=None, related=())

        assert "\n  |      ^^^^\n" in written("full", Report(findings=(finding,), files=(file,)))

    def it_needs_no_line(self):
        assert written("full", Report(findings=(INFO,), files=(DATA,))) == (
            "content/2025/mandates.yml: opmerking STR001 (no-section): er ontbreekt iets\n"
            " = hulp: vul het aan\n\n"
            "0 fouten, 0 waarschuwingen, 1 opmerking\n"
        )

    def it_is_one_line_in_concise(self):
        assert written("concise", Report(findings=(INFO,))).splitlines()[0] == (
            "content/2025/mandates.yml: STR001 er ontbreekt iets; vul het aan"
        )

    def it_names_a_file_once_in_grouped(self):
        lines = written("grouped", Report(findings=(ERROR, ERROR, INFO))).splitlines()

        assert lines[0] == TEXT.path
        assert lines[1].startswith("  1:8  LNG001 «te samen»")
        assert lines[4] == DATA.path
        assert lines[-1] == "2 fouten, 0 waarschuwingen, 1 opmerking"

    @pytest.mark.parametrize("format", ["full", "concise", "grouped"])
    def it_ends_with_the_count(self, format):
        assert written(format, GOOD).endswith("Alles in orde.\n")
        assert written(format).endswith(
            "niet uitgevoerd, want jvom gaat hier zelf fout: DAT001\n1 fout, 1 waarschuwing, 1 opmerking\n"
        )
        broken = Report(findings=(), broken=REPORT.broken)
        assert "Alles in orde" not in written(format, broken)


class Describe_json:
    def it_contains_everything(self):
        value = json.loads(written("json"))

        assert value["schema_version"] == 1
        assert [each["code"] for each in value["findings"]] == ["LNG001", "MAN001", "STR001"]
        assert value["findings"][0]["severity"] == "error"
        assert value["findings"][0]["end_column"] == 16
        assert value["findings"][0]["fix"] == {
            "safe": True,
            "edits": [
                {
                    "path": TEXT.path,
                    "line": 1,
                    "column": 8,
                    "end_line": 1,
                    "end_column": 16,
                    "replacement": "samen",
                }
            ],
        }
        assert value["suppressed"][0]["reason"] == "dat mag hier"
        assert value["broken_rules"][0]["code"] == "DAT001"
        assert value["counts"] == {"error": 1, "warning": 1, "info": 1}

    def it_contains_every_problem(self):
        value = json.loads(refused("json"))

        assert value["schema_version"] == 1
        assert [(each["path"], each["line"], each["column"]) for each in value["problems"]] == [
            (DATA.path, 3, 5), (DATA.path, 4, 5), (TEXT.path, 0, 0),
        ]  # fmt: skip
        assert value["problems"][2]["message"] == "dit is niet te lezen"
        assert value["problems"][2]["advice"] == "kijk of de naam klopt"


class Describe_sarif:
    @pytest.mark.parametrize("log", [written("sarif"), written("sarif", GOOD), refused("sarif")])
    def it_is_what_the_standard_requires(self, log):
        jsonschema.validate(json.loads(log), LOG)

    def it_is_a_log_of_one_run(self):
        log = json.loads(written("sarif"))

        (run,) = log["runs"]
        assert log["version"] == "2.1.0"
        assert run["invocations"][0]["executionSuccessful"] is False
        assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "note"]
        assert run["results"][3]["suppressions"] == [{"kind": "inSource", "justification": "dat mag hier"}]
        for result in run["results"]:
            if "ruleIndex" in result:
                assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]

    def it_names_places_as_the_standard_wants(self):
        first, _, whole, _ = json.loads(written("sarif"))["runs"][0]["results"]

        place = first["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "content/2025/rapport/%C3%A9%C3%A9n%20%3Cb%3E.md"
        assert place["region"] == {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 16}
        assert "region" not in whole["locations"][0]["physicalLocation"]
        change = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
        assert change["insertedContent"] == {"text": "samen"}

    def it_notifies_of_what_prevented_the_run(self):
        (run,) = json.loads(refused("sarif"))["runs"]

        (invocation,) = run["invocations"]
        first, _, whole = invocation["toolExecutionNotifications"]
        assert "results" not in run
        assert invocation["executionSuccessful"] is False
        assert first["level"] == "error"
        assert first["message"]["text"] == "Hier staat\neen tab <a>; schrijf spaties, 100%."
        assert first["locations"] == [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": DATA.path},
                    "region": {"startLine": 3, "startColumn": 5},
                }
            }
        ]
        assert "region" not in whole["locations"][0]["physicalLocation"]


class Describe_github:
    def it_escapes_as_actions_wants(self):
        first, second, third = written("github").splitlines()

        assert first.startswith(
            "::error title=LNG001 fixed-expression,file=content/2025/rapport/één <b>.md,line=1,endLine=1,"
            "col=8,endColumn=15::«te samen»"
        )
        assert first.endswith("100%25")
        assert second.startswith(
            "::warning title=MAN001 mandate-ended,file=content/2025/mandates.yml,line=1,endLine=2::"
        )
        assert "het mandaat%0Ais over" in second
        assert third.startswith("::notice title=STR001 no-section,file=content/2025/mandates.yml::")

    def it_has_an_error_for_each_problem(self):
        first, _, whole = refused("github").splitlines()

        assert first == (
            "::error title=jvom check,file=content/2025/mandates.yml,line=3,endLine=3,col=5,endColumn=5"
            "::hier staat%0Aeen tab <a>; schrijf spaties, 100%25"
        )
        assert whole.startswith("::error title=jvom check,file=content/2025/rapport/één <b>.md::dit is")


class Describe_gitlab:
    def it_has_what_gitlab_needs(self):
        issues = json.loads(written("gitlab"))

        assert [each["severity"] for each in issues] == ["major", "minor", "info"]
        assert issues[2]["location"] == {"path": DATA.path, "lines": {"begin": 1, "end": 1}}
        assert len({each["fingerprint"] for each in issues}) == 3

    def it_keeps_a_fingerprint_when_the_text_moves(self):
        lower = CheckedFile(TEXT.path, "rapport", "", ("Nieuwe regel.", "", *TEXT.lines))
        moved = msgspec.structs.replace(ERROR, span=Span(TEXT.path, 3, 8, 3, 16))
        before = json.loads(written("gitlab", Report(findings=(ERROR,), files=(TEXT,))))
        after = json.loads(written("gitlab", Report(findings=(moved,), files=(lower,))))
        twice = json.loads(written("gitlab", Report(findings=(ERROR, ERROR), files=(TEXT,))))

        assert before[0]["fingerprint"] == after[0]["fingerprint"] == twice[0]["fingerprint"]
        assert twice[0]["fingerprint"] != twice[1]["fingerprint"]

    def it_has_a_blocker_for_each_problem(self):
        first, second, whole = json.loads(refused("gitlab"))

        assert {each["severity"] for each in (first, second, whole)} == {"blocker"}
        assert first["location"] == {"path": DATA.path, "lines": {"begin": 3, "end": 3}}
        assert whole["location"] == {"path": TEXT.path, "lines": {"begin": 1, "end": 1}}
        assert first["description"] == "hier staat\neen tab <a>; schrijf spaties, 100%"
        assert first.keys() == json.loads(written("gitlab"))[0].keys()

    def it_keeps_the_fingerprint_of_a_problem(self):
        made = [each["fingerprint"] for each in json.loads(refused("gitlab"))]
        english = json.loads(refused("gitlab", lambda text: "English"))
        later = refused("gitlab", problems=PROBLEMS[1:])

        assert len(set(made)) == 3
        assert [each["fingerprint"] for each in english] == made
        assert [each["fingerprint"] for each in json.loads(later)] == [made[0], made[2]]


# What Jenkins and GitLab read of JUnit XML, in the order they read it.
JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors", "time", "disabled"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "time", "skipped", "timestamp"}, {"testcase"}),
    "testcase": ({"name", "classname", "time", "file"}, {"failure", "error", "skipped"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
}


class Describe_junit:
    @pytest.mark.parametrize(
        ("text", "tests", "failures"), [(written("junit"), 5, 3), (refused("junit"), 3, 0)]
    )
    def it_is_what_the_readers_know(self, text, tests, failures):
        root = etree.fromstring(text.encode())

        assert root.tag == "testsuites"
        for element in root.iter():
            attributes, children = JUNIT[element.tag]
            assert set(element.attrib) <= attributes
            assert {child.tag for child in element} <= children
        for suite in root:
            assert int(suite.attrib["tests"]) == len(suite)
            assert int(suite.attrib["failures"]) == len(suite.findall("*/failure"))
            assert int(suite.attrib["errors"]) == len(suite.findall("*/error"))
        assert int(root.attrib["tests"]) == len(root.findall("*/testcase")) == tests
        assert int(root.attrib["failures"]) == len(root.findall("*/*/failure")) == failures
        assert int(root.attrib["errors"]) == len(root.findall("*/*/error"))

    def it_has_an_error_for_each_problem(self):
        root = etree.fromstring(refused("junit").encode())

        assert [suite.attrib["name"] for suite in root] == [DATA.path, TEXT.path]
        first, _, whole = root.findall("*/*/error")
        assert first.text == f"{PROBLEMS[0].span}: hier staat\neen tab <a>; schrijf spaties, 100%"
        assert whole.attrib["message"] == "dit is niet te lezen; kijk of de naam klopt"

    def it_passes_a_file_without_findings(self):
        root = etree.fromstring(written("junit", GOOD).encode())

        assert [len(case) for case in root.findall("*/testcase")] == [0]

    def it_leaves_out_what_xml_cannot_hold(self):
        finding = msgspec.structs.replace(ERROR, message=msg("\x00 \ud800 \ufffe"))

        root = etree.fromstring(written("junit", Report(findings=(finding,))).encode())

        assert root.findtext("*/*/failure") == f"{ERROR.span}: \ufffd \ufffd \ufffd; {ERROR.advice}"


class Page(HTMLParser):
    """Collects what the tests need to know about the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.marked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


class Describe_html:
    def it_is_complete_and_loads_nothing(self):
        page = Page(written("html"))

        assert page.open == []
        assert not [
            tag for tag, attributes in page.tags if {"src", "href"} & attributes.keys() and tag != "a"
        ]
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert "url(" not in written("html")
        assert "@import" not in written("html")

    def it_shows_findings_beside_the_text(self):
        page = Page(written("html"))
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        marks = [attributes["data-for"] for tag, attributes in page.tags if tag == "mark"]

        assert len(set(ids)) == len(ids)
        assert marks == ["b1", "b3"]
        assert {"b1", "b2", "b3"} <= set(ids)
        words = "".join(page.words)
        assert "Dit is te samen een zin." in words
        assert "Schrijf «samen», 100%." in words
        assert "Bedoelde u «x»?" in words
        assert "<script>alert(1)" in words
        assert "# einde" not in words

    def it_marks_the_words_of_each_finding_to_the_end_of_its_first_line(self):
        assert Page(written("html")).marked == ["te samen", "rows: []"]

    def it_gives_the_place_of_a_word_paragraph_with_a_finding(self):
        file = msgspec.structs.replace(TEXT, places=(msg("alinea 1, «Kop»"), msg("leeg"), msg("alinea 3")))

        words = "".join(Page(written("html", Report(findings=(ERROR,), files=(file,)))).words)

        assert "1Dit is te samen een zin.alinea 1, «Kop»" in words
        assert "Vul alinea 3" not in words

    def it_has_a_filter_for_each_document_and_severity(self):
        page = Page(written("html"))
        boxes = [
            (each["name"], each["value"]) for tag, each in page.tags if tag == "input" and "value" in each
        ]

        assert boxes == [
            ("severity", "error"), ("severity", "warning"), ("severity", "info"),
            ("document", "nota"), ("document", "rapport"), ("document", "gegevens"),
            ("order", "text"), ("order", "severity"),
        ]  # fmt: skip

    def it_can_be_read_with_a_keyboard(self):
        page = Page(written("html"))

        assert [each["tabindex"] for tag, each in page.tags if tag == "li"] == ["0", "0", "0"]
        assert ("a", {"class": "skip", "href": "#tekst"}) in page.tags

    def it_marks_overlapping_words_one_after_another(self):
        report = Report(
            findings=(ERROR, msgspec.structs.replace(ERROR, span=Span(TEXT.path, 1, 11, 1, 20))),
            files=(TEXT,),
        )

        page = Page(written("html", report))

        assert "".join(page.words).count("Dit is te samen een zin.") == 1
        assert page.marked == ["te samen", " een"]
