# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs, a file each: the options as they are typed, and what the verb does with them.

`jvom --help` imports all of these files, so none imports what does the work before its verb runs. Nor have
they ``from __future__ import annotations``: those of options are read at every start, and as text they would
have to be compiled first.
"""
