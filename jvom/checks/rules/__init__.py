# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules in code, a folder a family. What they stand on (texts, words, fixes) is one room up."""
