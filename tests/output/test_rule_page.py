# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a rule as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from jvom.checks.registry import all_rules
from jvom.findings import RuleDescription, RulePage, Severity
from jvom.messages import msg
from jvom.output.rule_page import rule_page

PAGE = """## Wat de regel doet

Meldt `x` en <b>y</b>; zie [een andere](ABC002.md), [de wet](https://wetten.overheid.nl),
![kaart](kaart.png).

## Voorbeelden

```fout mandates.yml heel
rows: <geen>

=== verwacht
geen
```

```goed
Een zin.
```
"""


def shown(page: str) -> str:
    return rule_page(
        RuleDescription("ABC001", "a-rule", Severity.ERROR, lambda: RulePage(msg("Een regel"), page))
    )


class Sound(HTMLParser):
    """Fails on an element that is not closed, or closed by another."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class Describe_the_page_of_a_rule:
    def it_begins_with_its_name_and_what_it_reports(self):
        assert shown(PAGE).startswith("<h2>ABC001 a-rule</h2>\n<p>Een regel.</p>\n<h3>Wat de regel doet</h3>")

    def its_examples_say_what_they_are_and_not_what_a_test_expects(self):
        assert (
            '<figure class="example fout"><figcaption>Fout mandates.yml</figcaption>'
            "<pre>rows: &lt;geen&gt;</pre></figure>"
        ) in shown(PAGE)
        assert "<figcaption>Goed</figcaption><pre>Een zin.</pre>" in shown(PAGE)
        assert "verwacht" not in shown(PAGE)

    def its_links_lead_to_the_web_alone(self):
        assert "zie een andere, " in shown(PAGE)
        assert '<a href="https://wetten.overheid.nl">de wet</a>' in shown(PAGE)
        assert "<img" not in shown(PAGE)

    def its_words_are_no_code(self):
        assert "&lt;b&gt;y&lt;/b&gt;" in shown(PAGE)

    @pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
    def it_is_sound_for_every_rule(self, rule):
        page = Sound()

        page.feed(rule_page(rule.description))

        assert page.open == []
