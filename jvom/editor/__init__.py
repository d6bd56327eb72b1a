# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What an editor shows of a dossier while it is written, and the language server that gives it."""
