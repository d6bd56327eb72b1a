# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts exchanged with the colleagues who write them in Word: requests go out, returned files come in."""
