# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said when Ctrl-C stops a run: whether it had written anything."""

from __future__ import annotations

import os

from jvom.cli.global_options import GlobalOptions
from jvom.cli.language import choose_language, translator
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.messages import msg


def report_interruption(terminal: Terminal) -> Status:
    """Say whether the files that stood there are still the same, and return the exit status."""
    if terminal.delivered:
        terminal.inform(msg("afgebroken; de nieuwe bestanden waren al geschreven, en zijn heel"))
    else:
        terminal.inform(msg("afgebroken; de bestanden die er al stonden zijn onveranderd"))
    return Status.INTERRUPTED


def report_early_interruption(arguments: list[str]) -> Status:
    """Do the same for a run that had no terminal yet."""
    language = choose_language(GlobalOptions(arguments).language, os.environ)
    return report_interruption(Terminal(translator(language), language=language))
