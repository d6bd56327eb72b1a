# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs as they are typed: one file each, with its options in the user's language.

A file has a function `register`, which adds the verb to the app. It imports what does the work only when the
verb runs: the help of all of them must be there at once.
"""
