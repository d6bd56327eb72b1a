# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Plan and template in, a Word file out.

``package.build`` makes the file; ``template.open_template`` and ``template.verify`` check what it is made of.
Only ``package`` and what it needs import python-docx: that import is most of what a small document costs.
"""
