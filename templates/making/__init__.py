# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What `make.py` makes the three templates with: one module for each kind of part, one for each template."""
