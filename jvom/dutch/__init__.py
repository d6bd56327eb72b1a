# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch is written: dates, numbers, lists, citations and typography. `jvom.analysis` recognises them.

The package knows only the language: no dossier, no document, nothing else of jvom.

=====================  ==========================================================
writing (a build)      dates, numbers, lists, kamerstukken, typography, sorting
reading (a check)      placeholders, sentences, typos
shared by both         characters, patterns
facts                  holidays
=====================  ==========================================================

Reading takes time linear in the text, whatever the text: patterns repeat a bounded number of times,
or possessively behind a guard. They are compiled at first use.
"""
