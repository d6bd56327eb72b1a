# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Word templates as the project first made them: a module for each template and kind of part."""
