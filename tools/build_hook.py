# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the generated files whenever hatch builds or installs the package, editable installs included.

It runs jvom's own code, from the source tree that is built; pyproject.toml lists what that needs.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GeneratedFiles(BuildHookInterface[Any]):
    """Hatch finds the hook by its base class, and the files themselves by `artifacts` in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data
        sys.path.insert(0, self.root)
        try:
            from tools.generated_files import update

            update()
        finally:
            sys.path.remove(self.root)
