# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pure functions that fill in what the text leaves open: numbers, references, figures, abbreviations."""
