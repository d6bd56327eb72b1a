# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the generated files whenever hatch builds or installs the package, editable installs included.

A wheel also gets what a new dossier begins with. The hook runs jvom's own code, from the source tree that is
built; pyproject.toml lists what that needs.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_IN_WHEELS = ("content", "schema", "templates")


class GeneratedFiles(BuildHookInterface[Any]):
    """Hatch finds the hook by its base class, and the files themselves by `artifacts` in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            # Where jvom/example.py looks for them; an editable install has them in the checkout.
            build_data["force_include"] |= {name: f"jvom/data/project/{name}" for name in _IN_WHEELS}
        sys.path.insert(0, self.root)
        try:
            from tools.generated_files import update

            update()
        finally:
            sys.path.remove(self.root)
