# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jvom.layout import soffice as soffice_module
from jvom.layout.cache import Cache
from jvom.layout.soffice import convert, find
from jvom.source import CannotRun
from tests.layout.programs import office, program, still_run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
FILES = {"nota": b"een Word-bestand"}


def refusal(raised: pytest.ExceptionInfo[CannotRun]) -> str:
    [problem] = raised.value.problems
    return f"{problem.span}: {problem.what}; {problem.advice}"


class Describe_find:
    def it_finds_the_program_on_the_search_path(self, tmp_path):
        made = program(tmp_path, "")

        found = find(str(tmp_path), os.environ, Cache(None))

        assert found.program == made
        assert found.version == "25.2.3.2"

    def it_asks_for_the_version_once(self, tmp_path):
        program(tmp_path, "")
        cache = Cache(tmp_path / "cache")
        first = find(str(tmp_path), os.environ, cache)
        script = (tmp_path / "soffice").read_text()
        stat = (tmp_path / "soffice").stat()
        (tmp_path / "soffice").write_text(script.replace("25.2.3.2", "99.9.9.9"))
        os.utime(tmp_path / "soffice", ns=(stat.st_atime_ns, stat.st_mtime_ns))

        assert find(str(tmp_path), os.environ, cache) == first

    def it_says_how_to_install_it(self, tmp_path, monkeypatch):
        monkeypatch.setattr(soffice_module, "PLACES", ())

        with pytest.raises(CannotRun) as raised:
            find(str(tmp_path), os.environ, Cache(None))

        assert "niet geïnstalleerd" in refusal(raised)
        assert "apt-get install" in refusal(raised)

    def it_refuses_a_program_that_is_not_there(self, tmp_path):
        with pytest.raises(CannotRun) as raised:
            find("", os.environ, Cache(None), program=tmp_path / "weg")

        assert "weg" in refusal(raised)

    @pytest.mark.parametrize("version", ["LibreOffice 5.1.6.2 10m0", "iets anders", ""])
    def it_refuses_one_that_is_too_old_or_unknown(self, tmp_path, version):
        made = program(tmp_path, "", version)

        with pytest.raises(CannotRun) as raised:
            find("", os.environ, Cache(None), program=made)

        assert "te oud of onbekend" in refusal(raised)

    def it_refuses_one_that_does_not_start(self, tmp_path):
        made = program(tmp_path, "")
        made.chmod(0o644)

        with pytest.raises(CannotRun) as raised:
            find("", os.environ, Cache(None), program=made)

        assert "start niet" in refusal(raised)

    def it_knows_another_version_as_another_office(self, tmp_path):
        for name, version in (("oud", "LibreOffice 24.8.1"), ("nieuw", "LibreOffice 25.8.1")):
            (tmp_path / name).mkdir()
            program(tmp_path / name, "", version)

        old, new = (find(str(tmp_path / name), os.environ, Cache(None)) for name in ("oud", "nieuw"))

        assert old.fingerprint != new.fingerprint


class Describe_convert:
    def it_returns_what_was_made_and_leaves_nothing(self, tmp_path):
        made = program(tmp_path, "printf '%%PDF-1.7 nota\\n%%%%EOF' > $out/nota.pdf")
        cache = tmp_path / "cache"

        found = convert(FILES, office(made), Cache(cache))

        assert found == {"nota": b"%PDF-1.7 nota\n%%EOF"}
        assert still_run(tmp_path) == []
        assert [path.name for path in cache.iterdir() if not path.name.startswith("profile")] == []

    def it_stops_what_hangs_with_all_its_children(self, tmp_path):
        made = program(tmp_path, "sleep 600")

        with pytest.raises(CannotRun) as raised:
            convert(FILES, office(made, seconds=0.5), Cache(tmp_path / "cache"))

        assert "nog niet klaar" in refusal(raised)
        assert still_run(tmp_path) == []
        assert list((tmp_path / "cache").iterdir()) == []

    @pytest.mark.parametrize(
        "body",
        [
            "exit 1",
            "kill -SEGV $$",
            "echo onzin > $out/nota.pdf",
            "printf '%%PDF-1.7 half' > $out/nota.pdf",
            ": > $out/nota.pdf",
            "mkdir $out/nota.pdf",
        ],
    )
    def it_refuses_rubbish_and_tells_what_was_said(self, tmp_path, body):
        made = program(tmp_path, f"echo 'Het ging mis.' >&2; {body}")

        with pytest.raises(CannotRun) as raised:
            convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert "geen goede PDF van: nota" in refusal(raised)
        assert "Het ging mis." in refusal(raised)
        assert still_run(tmp_path) == []
        assert list((tmp_path / "cache").iterdir()) == []

    def it_says_that_it_does_not_start(self, tmp_path):
        made = program(tmp_path, "")
        made.unlink()

        with pytest.raises(CannotRun) as raised:
            convert(FILES, office(made), Cache(None))

        assert "start niet" in refusal(raised)

    def it_tries_anew_without_a_spoilt_profile(self, tmp_path):
        """The first run keeps its profile; one with that profile fails; then a new one is made."""
        body = 'if [ -e "$PWD/profile/used" ]; then exit 1; fi; touch "$PWD/profile/used"\n'
        made = program(tmp_path, body + "printf '%%PDF-1.7\\n%%%%EOF' > $out/nota.pdf")
        cache = Cache(tmp_path / "cache")

        first, second = (convert(FILES, office(made), cache) for _ in range(2))

        assert first == second

    def it_makes_nothing_of_nothing(self, tmp_path):
        assert convert({}, office(tmp_path / "weg"), Cache(None)) == {}

    @pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    @pytest.mark.parametrize("delay", [0.0, 0.02, 0.1, 0.3])
    def it_leaves_no_orphans_when_jvom_is_stopped(self, tmp_path, signal_, delay):
        made = program(tmp_path, "sleep 600")
        cache = tmp_path / "cache"
        code = (
            "from jvom.layout.cache import Cache; from jvom.layout.soffice import convert\n"
            "from tests.layout.programs import office; from pathlib import Path\n"
            f"made, cache = Path({str(made)!r}), Cache(Path({str(cache)!r}))\n"
            f"print('begonnen', flush=True); convert({FILES!r}, office(made), cache)"
        )
        jvom = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert jvom.stdout is not None
        jvom.stdout.readline()
        time.sleep(delay)
        jvom.send_signal(signal_)
        jvom.communicate(timeout=20)

        for _ in range(100):
            left = still_run(tmp_path) if (tmp_path / "pids").exists() else []
            if not left and not list(cache.glob("*")):
                break
            time.sleep(0.05)
        assert left == []
        assert list(cache.glob("*")) == []
