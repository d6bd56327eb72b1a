# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sealed submission: everything that goes to Parliament in one file, and proof that it is unchanged."""
