# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter made by docxtpl: `TEMPLATE` writes the template, `TEMPLATE VALUES LETTER` fills it."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def write_template(path: str) -> None:
    """Write a Word file with a placeholder for each field and for the paragraphs of the body."""
    from docx import Document

    template = Document()
    for field in ("addressee", "address", "date", "subject", "reference", "salutation"):
        template.add_paragraph(f"{{{{ {field} }}}}")
    template.add_paragraph("{%p for paragraph in body %}")
    template.add_paragraph("{{ paragraph }}")
    template.add_paragraph("{%p endfor %}")
    template.add_paragraph("{{ closing }}")
    template.save(path)


def fill(template: str, values: str, letter: str) -> None:
    """Write the letter with the values, a JSON file."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(json.loads(Path(values).read_text(encoding="utf-8")))
    document.save(letter)


if __name__ == "__main__":
    if len(sys.argv) == 2:
        write_template(sys.argv[1])
    else:
        fill(*sys.argv[1:])
