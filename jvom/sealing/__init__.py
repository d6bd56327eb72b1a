# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sealed submission: all that goes to Parliament in one file, and the proof that it is still that."""
