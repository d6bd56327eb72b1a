# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The formats of a check for programs: JSON, SARIF, and those of forges and test runners."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest
from lxml import etree

from jvom.findings import (
    CheckedFile,
    Report,
)
from jvom.messages import msg
from jvom.source import Span
from tests.output.reports import (
    DATA,
    ERROR,
    GOOD,
    PROBLEMS,
    TEXT,
    refused,
    written,
)
from tests.output.sarif_schema import LOG


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
