# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.html.texts import page_texts

PAGE = b"""<html><style>p { color: red }</style><body id="tekst"><p>Jan <em>de</em> Vr<strong>ies</strong></p>
<p>Peters</p><img alt="Piet" src="data:image/png;base64,AAAA">
<a href="mailto:j@example.nl">post</a></body></html>"""


class Describe_the_texts_of_a_page:
    def they_join_what_is_marked_within_a_word(self):
        whole = " ".join(next(page_texts(PAGE)).split())

        assert whole == "Jan de Vries Peters post"

    def they_include_attributes_with_words_and_no_style(self):
        _, *attributes = page_texts(PAGE)

        assert attributes == ["tekst", "Piet", "mailto:j@example.nl"]
