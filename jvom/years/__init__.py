# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The way of a dossier through its year: planning, status, approvals and agenda, as values."""
