# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of a Word file to a fragment: a colleague's draft, last year's report, a file of our own.

Start at `reader.read_word`. A line of the fragment is a paragraph of the file.
"""
