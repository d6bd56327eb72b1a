# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a Dutch text is read: passages, their tokens and entities, and phrases to look for in them.

This room knows no rule and no finding.
"""
