# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes wheels of what is installed here again, so that installers find them without the network."""

from __future__ import annotations

import ensurepip
import re
import shutil
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

_LEFT_OUT = ("INSTALLER", "REQUESTED", "direct_url.json")


def fill(folder: Path, name: str) -> None:
    """Put a wheel of each package in a folder that the package of that name needs, and one of pip."""
    for each in sorted(_needed(name)):
        _make_wheel(distribution(each), folder)
    for bundled in (Path(ensurepip.__file__).parent / "_bundled").glob("*.whl"):
        shutil.copy(bundled, folder)


def _needed(name: str) -> set[str]:
    """Return the names of all packages that one needs, without its extras."""
    found: set[str] = set()
    pending = [Requirement(name)]
    while pending:
        asked = pending.pop()
        for line in distribution(asked.name).requires or ():
            wanted = Requirement(line)
            extras = asked.extras or {""}
            if wanted.marker is not None and not any(wanted.marker.evaluate({"extra": e}) for e in extras):
                continue
            if wanted.name not in found:
                found.add(wanted.name)
                pending.append(wanted)
    return found


def _make_wheel(package: Distribution, folder: Path) -> None:
    tags = re.findall(r"^Tag: (.*)-(.*)-(.*)$", package.read_text("WHEEL") or "", re.MULTILINE)
    tag = "-".join(".".join(dict.fromkeys(part)) for part in zip(*tags, strict=True))
    name = re.sub(r"[-_.]+", "_", package.metadata["Name"]).lower()
    kept = [
        file
        for file in package.files or ()
        if not str(file).startswith("..") and file.suffix != ".pyc" and file.name not in _LEFT_OUT
    ]
    with zipfile.ZipFile(folder / f"{name}-{package.version}-{tag}.whl", "w") as made:
        for file in kept:
            path = Path(str(package.locate_file(file)))
            if file.name == "RECORD" and file.parent.suffix == ".dist-info":
                lines = path.read_text(encoding="utf-8").splitlines()
                names = {str(each) for each in kept}
                record = "".join(f"{line}\n" for line in lines if line.partition(",")[0].strip('"') in names)
                made.writestr(str(file), record)
            else:
                made.write(path, str(file))
