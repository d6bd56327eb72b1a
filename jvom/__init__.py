# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""jvom: the document assembler for the yearly report on small military missions."""

__version__ = "0.1.0"
