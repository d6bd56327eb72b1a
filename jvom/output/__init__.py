# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A report of findings in each format: one file a format, each a pure function to text."""
