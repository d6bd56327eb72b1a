# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import re
from pathlib import Path

from jvom.cli.verbs.schema import all_schemas
from jvom.reading.schemas import schemas


class Describe_the_schemas:
    def they_are_those_in_the_repository(self, project: Path) -> None:
        committed = {path.name: path.read_bytes() for path in (project / "schema").glob("*.json")}

        assert committed == all_schemas()

    def they_have_defaults_without_places(self) -> None:
        definitions = json.loads(schemas()["jvom.schema.json"])["$defs"]

        headings = definitions["ReportShape"]["properties"]["mission_headings"]["default"]
        assert [set(each) for each in headings] == [{"heading", "with_civilians", "known_by"}] * 3

    def they_know_which_days_of_the_year_there_are(self) -> None:
        definitions = json.loads(schemas()["jvom.schema.json"])["$defs"]

        form = definitions["Calendar"]["properties"]["presentation"]["pattern"]
        assert re.search(form, "laatste vrijdag van juni")
        assert not re.search(form, "vijfde vrijdag van juni")
