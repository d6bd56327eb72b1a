# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All documents of a dossier on one web page, which needs no other file and no script."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from jvom.html.article import article, targets_of
from jvom.html.contents import contents
from jvom.plan import Document, plain_text

_CSS = Path(__file__).with_name("page.css")


def page(documents: Sequence[Document]) -> str:
    """Return the page; every id on it begins with the name of its document.

    Raises ValueError when there are no documents.
    """
    if not documents:
        raise ValueError("a page without documents")
    targets = targets_of(documents)
    first = documents[0]
    title = escape(first.properties.subject or first.properties.title)
    ministry = next((said for each in documents if (said := plain_text(each.text.get("woordmerk", ())))), "")
    listed = "".join(map(contents, documents))
    articles = "".join(article(each, targets) for each in documents)
    css = _CSS.read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#tekst">Naar de tekst</a>\n<header>\n'
        f'<p class="ministry">{escape(ministry)}</p>\n<h1>{title}</h1>\n</header>\n'
        f'<div class="beside"><nav aria-label="Inhoud"><ul>\n{listed}</ul></nav>\n'
        f'<main id="tekst">\n{articles}</main></div>\n</body>\n</html>\n'
    )
