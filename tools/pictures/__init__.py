# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the handleiding, made by playing a year: `python -m tools.pictures`."""
