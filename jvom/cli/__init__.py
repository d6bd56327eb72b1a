# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line: the only room that knows the terminal, the clock, the environment and the locale."""
