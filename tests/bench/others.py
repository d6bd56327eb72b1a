# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The same work by other programs, and their input, made before the clock starts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import dossiers
import pypandoc

# Our only syntax that pandoc reads differently: its citations need a bibliography.
CITATION = re.compile(r"\[@([^\]]*)\]")

PDF_OPTIONS = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}


def pandoc_report(content: Path, year: str, target: Path) -> Path:
    """Write the report's fragments as one Markdown file, titles as headings at the levels of the outline."""
    parts = []
    for name, level in dossiers.sections(dossiers.read_outline(content, year)):
        front, text = dossiers.fragment(content, year, name)
        # Footnote names are unique in a fragment only; pandoc needs them unique in the document.
        text = re.sub(r"\[\^([\w-]+)\]", rf"[^{name}-\1]", text)
        text = re.sub(r"^#", "#" * level, text, flags=re.MULTILINE)
        text = CITATION.sub(r"(\1)", text)
        parts.append(f"{'#' * level} {front.get('title', name)} {{#{name}}}\n\n{text}\n")
    target.write_text("\n".join(parts), encoding="utf-8")
    return target


def pandoc_text(source: Path, target: Path) -> Path:
    """Write the fragment of a letter or nota for pandoc, without its front matter."""
    _, text = dossiers.split(source.read_text(encoding="utf-8-sig"))
    target.write_text(CITATION.sub(r"(\1)", text), encoding="utf-8")
    return target


def pandoc_version() -> str:
    """Return pandoc's name and version."""
    return f"pandoc {pypandoc.get_pandoc_version()}"


def pandoc_command(source: Path, reference: Path, target: Path) -> tuple[str, ...]:
    """Return the command that makes a numbered Word document with contents, in a template's styles."""
    options = ("--toc", "--number-sections", f"--reference-doc={reference}")
    return (pypandoc.get_pandoc_path(), str(source), *options, "-o", str(target))


def soffice_command(soffice: str, profile: Path, files: Sequence[Path], target: Path) -> tuple[str, ...]:
    """Return the command with which LibreOffice alone makes the PDFs, with jvom's options."""
    return (
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(PDF_OPTIONS)}"),
        *("--outdir", str(target)),
        *map(str, files),
    )


def docxtpl_letter(content: Path, year: str, folder: Path) -> tuple[str, ...]:
    """Write a template with the letter's fields and the values for it; return the command that fills it."""
    script = str(Path(__file__).with_name("docxtpl_letter.py"))
    template, values = folder / "letter-template.docx", folder / "letter.json"
    # In another process: this one must stay small, as `measure` explains.
    subprocess.run([sys.executable, script, template], check=True)

    _, text = dossiers.split((content / year / "brief.md").read_text(encoding="utf-8-sig"))
    fields = {
        "addressee": "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
        "address": "Kazernestraat 52, 2514 CV Den Haag",
        "date": "20 mei 2026",
        "subject": "Jaarlijkse rapportage",
        "reference": "D2026-000000",
        "salutation": "Geachte voorzitter,",
        "closing": "Hoogachtend,",
        "body": [" ".join(block.split()) for block in text.split("\n\n") if block.strip()],
    }
    values.write_text(json.dumps(fields), encoding="utf-8")
    return (sys.executable, script, str(template), str(values), str(folder / "docxtpl-letter.docx"))


def redline_commands(old: Path, new: Path, folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the commands with which other programs compare two Word files, by the name of the program."""
    programs = Path(sys.executable).parent
    script = str(Path(__file__).with_name("docxodus_redline.py"))
    files = (str(old), str(new))
    jubarte = (str(programs / "jubarte-redlines"), "redline", "--force", *files)
    return {
        "jubarte-redlines": (*jubarte, "-o", str(folder / "jubarte.docx")),
        "Docxodus, by python-redlines": (sys.executable, script, *files, str(folder / "docxodus.docx")),
        "docx-trackdiff": (str(programs / "docx-trackdiff"), *files, str(folder / "trackdiff.docx")),
    }
