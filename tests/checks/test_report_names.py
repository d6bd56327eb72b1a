# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.analysis.phrases import Phrase
from jvom.checks.report_names import ReportNames
from tests.checks.reading import passage


class Describe_the_names_of_a_report:
    def they_are_found_in_a_phrase(self):
        phrase = Phrase(f"deze {ReportNames(('JVOM',), ()).phrase('rapportage')} gaat")

        assert phrase.find_in(passage("Deze JVOM gaat over 2025."))
        assert phrase.find_in(passage("Deze rapportage gaat over 2025."))

    def they_may_have_spaces(self):
        phrase = Phrase(f"deze {ReportNames(('Nieuwe Brief', 'JVOM'), ()).phrase('rapportage')} gaat")

        for name in ("nieuwe brief", "JVOM", "rapportage"):
            assert phrase.find_in(passage(f"Deze {name} gaat over 2025.")), name
