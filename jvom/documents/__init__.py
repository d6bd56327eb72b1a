# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the dossier to the plans of its documents: which blocks and fields go where."""
