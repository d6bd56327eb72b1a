# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the files under ``content/`` to the frozen values of the model, each with its place."""
