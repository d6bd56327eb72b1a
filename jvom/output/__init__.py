# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A report of findings in each format: a module for each, with a pure function to text."""
