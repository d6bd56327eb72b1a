# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Start the Word templates over: write brief.docx and the others as the project first made them.

    python templates/make.py [FOLDER]

The templates are meant to be restyled in Word; this overwrites what was changed there. They are the truth
about looks from then on, and jvom never runs this.
"""

from __future__ import annotations

import sys
from pathlib import Path

from making.checklist import checklist
from making.letter import letter
from making.nota import nota
from making.report import report


def main(folder: Path) -> None:
    """Write the templates into `folder`."""
    makers = (("brief", letter), ("nota", nota), ("rapport", report), ("controlelijst", checklist))
    for name, make in makers:
        (folder / f"{name}.docx").write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
