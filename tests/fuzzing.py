# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Property tests: the same examples in every `make test`, and more and different ones in `make fuzz`."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.internal.conjecture import providers

FUZZ = int(os.environ.get("FUZZ") or 0)
"""How many times the examples of `make test` a property gets; 0 in `make test` itself."""

_EXAMPLES = 100


def examples(number: int, *, shrink: bool = True) -> settings:
    """Return a decorator that gives a property `number` examples instead of a hundred.

    Without `shrink`, a failing example stays as large as it was found: where each takes seconds, making it
    smaller takes minutes.
    """
    phases = [each for each in Phase if shrink or each is not Phase.shrink]
    return settings(max_examples=number * (FUZZ or 1), phases=phases)


def seed_of_run() -> int:
    """Return a number under a million that differs per run, and is the same in all processes of a run."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or os.urandom(8).hex()
    return int(run[:8], 16) % 1_000_000


def load_profile(folder: Path) -> None:
    """Set how properties are tested; `folder` is where Hypothesis stores the failures it found.

    Nothing depends on how busy the machine is. Call this before any test module is imported.
    """
    set_hypothesis_home_dir(folder)
    settings.register_profile(
        "jvom",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=_EXAMPLES * (FUZZ or 1),
        derandomize=not FUZZ,
        database=DirectoryBasedExampleDatabase(folder / "examples") if FUZZ else None,
        print_blob=bool(FUZZ),
    )
    settings.load_profile("jvom")
    if not FUZZ:
        # Examples also come from the literals in our modules that happen to be loaded: which those are
        # depends on the tests that ran before.
        vars(providers)["is_local_module_file"] = lambda _: False
