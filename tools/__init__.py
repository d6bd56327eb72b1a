# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What developers and builds run and users do not: generated files, and the first templates."""
