# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch writes dates, numbers, lists, citations and typography, and how to read them.

The package knows only the language: no dossier, no document, nothing else of jvom.

=====================  ==========================================================
writing (a build)      dates, numbers, lists, kamerstukken, resolutions, typography, sorting
reading (a check)      date_expressions, number_expressions, citations (and citation_pieces),
                       resolutions, personal_numbers, placeholders, sentences,
                       typos
shared by both         characters, patterns
facts                  holidays, offices
=====================  ==========================================================

Reading takes time linear in the text, whatever the text: patterns repeat a bounded number of times,
or possessively behind a guard. They are compiled at first use.
"""
