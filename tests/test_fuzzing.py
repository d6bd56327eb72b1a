# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Properties get the same examples each time, but in `make fuzz`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.waiting import LIMIT

# Prints the examples that a property gets, after the modules named have been imported.
PROPERTY = """
import importlib, sys
from pathlib import Path
from hypothesis import given, strategies as st
from tests.fuzzing import examples, load_profile

load_profile(Path(sys.argv[1]))
for name in sys.argv[2:]:
    importlib.import_module(name)

@given(st.text(), st.integers())
@examples(50)
def written(text, number):
    print(ascii(text), number)

written()
"""


def examples_of(folder: Path, *modules: str, fuzz: str = "") -> list[str]:
    script = folder / "eigenschap.py"
    script.write_text(PROPERTY, encoding="utf-8")
    root = Path(__file__).resolve().parent.parent
    return subprocess.run(
        [sys.executable, script, folder, *modules],
        env={**os.environ, "PYTHONPATH": str(root), "FUZZ": fuzz},
        cwd=folder, capture_output=True, text=True, check=True, timeout=LIMIT,
    ).stdout.splitlines()  # fmt: skip


class Describe_make_test:
    def it_gives_the_same_examples_whatever_ran_before(self, tmp_path: Path) -> None:
        alone = examples_of(tmp_path)
        (tmp_path / "ernaast.py").write_text(
            "NUMBERS = (71, 7_117, 711_711)\nWORD = 'Qzaaf'\n", encoding="utf-8"
        )

        assert len(alone) >= 50
        assert examples_of(tmp_path, "ernaast") == alone


class Describe_make_fuzz:
    def it_gives_others_and_more(self, tmp_path: Path) -> None:
        first, second = (examples_of(tmp_path, fuzz="3") for _ in range(2))

        assert len(first) >= 150
        assert first != second
