# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Write the Word templates as the project first made them.

    python -m tools.templates [FOLDER]

The templates are meant to be restyled in Word; this overwrites what was changed there. jvom itself never
runs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.templates.change_list import change_list
from tools.templates.checklist import checklist
from tools.templates.inventory import inventory
from tools.templates.letter import letter
from tools.templates.nota import nota
from tools.templates.report import report
from tools.templates.request import request

_MAKERS = {
    "brief": letter,
    "nota": nota,
    "rapport": report,
    "controlelijst": checklist,
    "uitvraag": request,
    "wijzigingen": change_list,
    "inventarislijst": inventory,
}


def main(folder: Path) -> None:
    """Write the templates into `folder`."""
    for name, make in _MAKERS.items():
        (folder / f"{name}.docx").write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "templates"))
