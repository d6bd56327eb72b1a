# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a dossier as the strictest editor, lawyer and fact checker would.

`run.check` takes a dossier and gives a report. The rules are in `rules`, one folder per family,
and listed in `registry`; word rules are data (``jvom/data/rules``), run by the engines in `words`.
docs/rules/README.md says how to write one.
"""
