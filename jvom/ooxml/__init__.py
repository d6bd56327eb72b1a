# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Office Open XML as a small library: what is true of every Word file, whoever made it (ECMA-376).

`names` has namespaces and qualified names, `tree` steps between elements, `values` and `measures` what
attributes say, `xml` markup as text. `archive` is the zip, `package` its parts, which `relationships` connect
and `content_types` identify. `styles`, `numbering` and `sections` read what those say.

The room knows lxml and no python-docx: reading a file needs nothing more, and the import is slow.
"""
