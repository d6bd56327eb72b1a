# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.plan import Hyperlink, Paragraph, Run


def link(address: str) -> Hyperlink:
    return Hyperlink(address, (Run("hier"),))


class Describe_links:
    @pytest.fixture
    def targets(self, build):
        def follow(*addresses: str) -> list[str]:
            built = build({"rapport": (Paragraph("BodyText", tuple(map(link, addresses))),)})
            there = {
                each.get("Id"): each.get("Target") for each in built.root("word/_rels/document.xml.rels")
            }
            return [there[id_] for id_ in built.xpath("//w:hyperlink/@r:id")]

        return follow

    def they_lead_to_their_address(self, targets):
        addresses = ["https://www.eerstekamer.nl/a?b=c&d=1#e", "mailto:post@minbuza.nl"]

        assert targets(*addresses) == addresses

    @pytest.mark.parametrize(
        ("address", "target"),
        [
            ("https://x.nl/één twee", "https://x.nl/%C3%A9%C3%A9n%20twee"),
            ("https://x.nl/a%20b", "https://x.nl/a%20b"),
            ('https://x.nl/"<>\\^`{|}', "https://x.nl/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ],
    )
    def they_are_addresses_that_word_takes(self, targets, address, target):
        assert targets(address) == [target]

    def they_share_a_relationship_when_their_targets_are_equal(self, build):
        built = build({"rapport": (Paragraph("BodyText", (link("https://a.nl"), link("https://a.nl"))),)})

        assert built.xpath("//w:hyperlink/@r:id") == ["rIdLink1", "rIdLink1"]
