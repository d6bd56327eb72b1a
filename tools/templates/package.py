# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The package: parts, relationships and content types in a zip that is the same on every machine."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tools.templates.markup import DECLARATION, PICTURE
from tools.templates.settings import footnotes, settings
from tools.templates.theme import font_table, theme

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PNG = '<Default Extension="png" ContentType="image/png"/>'

# The earliest time that a zip can record: a template has no date of its own.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def package(title: str, parts: dict[str, str], pictures: dict[str, bytes] | None = None) -> bytes:
    """Return a .docx with this title and these parts by name (``document``, ``styles``, ``header1`` ...).

    `pictures` are the pictures (PNG) in parts, by the name of the part.

    Settings, theme, font table and footnotes are the same in every template and are added here. The name of
    a part is also the id of its relationship with the document.
    """
    parts = parts | {
        "settings": settings(),
        "theme": theme(),
        "fontTable": font_table(),
        "footnotes": footnotes(),
    }
    files = {
        "[Content_Types].xml": _content_types(parts, pictures=bool(pictures)),
        "_rels/.rels": _relationships(
            ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(title),
        "docProps/app.xml": _app(),
        "word/_rels/document.xml.rels": _relationships(
            *(
                (name, f"{_OFFICE}/{_kind(name)}", _place(name).removeprefix("word/"))
                for name in sorted(parts)
                if name != "document"
            )
        ),
    } | {_place(name): part for name, part in parts.items()}
    media: dict[str, bytes] = {}
    for name, picture in (pictures or {}).items():
        target = f"media/{name}.png"
        files[f"word/_rels/{name}.xml.rels"] = _relationships((PICTURE, f"{_OFFICE}/image", target))
        media[f"word/{target}"] = picture
    return _zipped({name: text.encode() for name, text in files.items()} | media)


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _place(name: str) -> str:
    return "word/theme/theme1.xml" if name == "theme" else f"word/{name}.xml"


def _content_types(parts: dict[str, str], *, pictures: bool) -> str:
    types = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    for name in parts:
        match name:
            case "theme":
                types[_place(name)] = "application/vnd.openxmlformats-officedocument.theme+xml"
            case "document":
                types[_place(name)] = f"{_WORD}.document.main+xml"
            case _:
                types[_place(name)] = f"{_WORD}.{_kind(name)}+xml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{types[name]}"/>' for name in sorted(types)
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f"{_PNG if pictures else ''}"
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*relationships: tuple[str, str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in relationships
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _core(title: str) -> str:
    return (
        f"{DECLARATION}<cp:coreProperties"
        f' xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    return (
        f"{DECLARATION}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<DocSecurity>0</DocSecurity></Properties>"
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    # Word wants the content types first; the other parts follow by name. Stored, not deflated: versions of
    # zlib compress differently.
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name, date_time=_MOMENT)
            entry.compress_type = ZIP_STORED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, files[name])
    return target.getvalue()
