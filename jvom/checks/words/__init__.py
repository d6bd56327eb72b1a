# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word rules as data: the YAML files of ``jvom/data/rules``, run by four small engines.

`files` reads them, `phrases` finds their words in the word index of a run, `engines` says what is wrong.
"""
