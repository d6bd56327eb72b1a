# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Each format as its readers need it, programs and officers."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import structs

from jvom.findings import (
    CheckedFile,
    Edit,
    Fix,
    Report,
)
from jvom.output.encoding import as_bytes
from jvom.output.formats import FOR_PROGRAMS, FORMATS, problems_writer, writer
from jvom.source import Problem, Span
from tests.growth import LINEAR, growth
from tests.output.reports import (
    CLEAN,
    DATA,
    ERROR,
    GOOD,
    INFO,
    PROBLEMS,
    REPORT,
    TEXT,
    refused,
    repeated,
    written,
)


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
