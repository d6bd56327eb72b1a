# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Two plans of a document as one with revisions, and what changed between two dossiers."""
