# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a dossier as the strictest editor, lawyer and fact checker would.

`run.check` takes a dossier and gives a report. The rules stand by family, a module each, listed in
`registry`; word rules are data (``jvom/data/rules``). docs/rules/README.md says how to write one.
"""
