# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A local page that shows a dossier as it will read, and keeps up while its files are saved."""
