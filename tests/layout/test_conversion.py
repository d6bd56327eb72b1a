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
from msgspec.structs import replace

from jvom.layout.cache import Cache
from jvom.layout.conversion import Conversion, Conversions, _sockets, convert
from jvom.layout.estimate import estimate
from jvom.layout.soffice import find_office
from jvom.source import CannotRun
from jvom.word.package import build
from tests.layout.programs import READY, office, program, still_run
from tests.waiting import LIMIT, wait_until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
FILES = {"nota": b"een Word-bestand"}


def refusal(raised: pytest.ExceptionInfo[CannotRun]) -> str:
    [problem] = raised.value.problems
    return f"{problem.span}: {problem.what}; {problem.advice}"


class Describe_convert:
    def it_returns_what_was_made_and_leaves_nothing(self, tmp_path):
        made = program(tmp_path, "printf '%%PDF-1.7 nota\\n%%%%EOF' > $out/nota.pdf")
        cache = tmp_path / "cache"

        found = convert(FILES, office(made), Cache(cache))

        assert found == {"nota": b"%PDF-1.7 nota\n%%EOF"}
        assert still_run(tmp_path) == []
        assert list(cache.iterdir()) == []

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
    def it_refuses_rubbish_with_the_output_of_libreoffice(self, tmp_path, body):
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

        assert "LibreOffice start niet: het bestaat niet; " in refusal(raised)

    def it_says_why_in_the_language_of_the_user(self, tmp_path):
        made = program(tmp_path, "")
        made.write_bytes(b"geen programma")

        with pytest.raises(CannotRun) as raised:
            convert(FILES, office(made), Cache(None))

        assert "LibreOffice start niet: het is geen programma; " in refusal(raised)

    def it_says_that_there_is_no_room(self, tmp_path):
        conversion = Conversion(office(program(tmp_path, "")), tmp_path / "nergens")
        conversion.submit(FILES)

        with pytest.raises(CannotRun) as raised:
            conversion.result()
        conversion.end()

        assert refusal(raised) == (
            f"{tmp_path / 'nergens'}: jvom kan hier geen tijdelijke map maken: het bestaat niet; "
            "vraag schrijfrechten of maak ruimte"
        )

    def it_says_that_the_guard_is_gone(self, tmp_path):
        made = program(tmp_path, f"kill -KILL $PPID $(cut -d' ' -f2 {tmp_path}/pids)")

        with pytest.raises(CannotRun) as raised:
            convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert "de bewaking van LibreOffice is gestopt" in refusal(raised)

    def it_prepares_no_profile(self, soffice, report, template, tmp_path):
        """LibreOffice would start a second time, and record that in its settings."""
        real, kept = program(tmp_path, ""), tmp_path / "settings.xcu"
        real.write_text(f'#!/bin/sh\n{soffice} "$@"; cp profile/user/registrymodifications.xcu {kept}\n')
        found = find_office("", os.environ, Cache(None), program=soffice)
        file = build(report, template, estimate(report, template).pages)

        made = convert({"rapport": file}, replace(found, program=real), Cache(tmp_path / "cache"))

        assert made["rapport"].startswith(b"%PDF")
        assert "ooSetupLastVersion" in kept.read_text()
        assert "OfficeRestartInProgress" not in kept.read_text()

    @pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    @pytest.mark.parametrize("delay", [0.0, 0.02, 0.1, 0.3])
    def it_leaves_no_orphans_when_jvom_is_stopped(self, tmp_path, signal_, delay):
        made = program(tmp_path, "sleep 600")
        cache = tmp_path / "cache"
        code = (
            # A shell without a terminal starts background processes, even these tests, with Ctrl-C ignored.
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "from jvom.layout.cache import Cache; from jvom.layout.conversion import convert\n"
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
        jvom.communicate(timeout=LIMIT)

        wait_until(lambda: not still_run(tmp_path) and not list(cache.glob("*")))


def processes_in(folder: Path) -> list[int]:
    """Return the processes of LibreOffice with a profile in the folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = process.read_bytes()
        except OSError:
            continue
        if b"soffice.bin" in command and str(folder).encode() in command:
            found.append(int(process.parent.name))
    return found


WHOLE = "printf '%%PDF-1.7 nota\\n%%%%EOF' > $out/nota.pdf"


class Describe_a_libreoffice_that_waits:
    def it_is_handed_the_task_when_it_is_ready(self, tmp_path):
        """The handing program waits for the other's mark in the profile, which comes late here."""
        waiting = f"echo wacht >> {tmp_path}/calls; sleep 0.2; {READY}"
        body = f"echo $(ls profile/.lock) >> {tmp_path}/calls; {WHOLE}"
        made = program(tmp_path, body, waiting=waiting)

        found = convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert found == {"nota": b"%PDF-1.7 nota\n%%EOF"}
        assert (tmp_path / "calls").read_text() == "wacht\nprofile/.lock\n"
        assert still_run(tmp_path) == []

    def it_is_not_waited_for_when_the_pdfs_are_there(self, tmp_path):
        """LibreOffice tells the handing program a while later."""
        body = f"{WHOLE}; while [ ! -e {tmp_path}/go ]; do sleep 0.01; done; touch {tmp_path}/ended"
        made = program(tmp_path, body, waiting=READY)

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            found = conversions.start(FILES).result()
            assert not (tmp_path / "ended").exists()
            (tmp_path / "go").touch()

        assert found == {"nota": b"%PDF-1.7 nota\n%%EOF"}
        assert still_run(tmp_path) == []

    @pytest.mark.parametrize("first", ["printf '%%PDF-1.7 no'", "printf '%%PDF-1.7 no\n%%%%EOF more'"])
    def but_it_is_while_one_is_half_written(self, tmp_path, first):
        body = f"{first} > $out/nota.pdf; sleep 0.2; {WHOLE}"
        made = program(tmp_path, body, waiting=READY)

        assert convert(FILES, office(made), Cache(tmp_path / "cache")) == {"nota": b"%PDF-1.7 nota\n%%EOF"}

    def it_may_ignore_the_task(self, tmp_path):
        """Then another process does the task."""
        body = f"if [ ! -e {tmp_path}/tried ]; then touch {tmp_path}/tried; exit 0; fi; {WHOLE}"
        made = program(tmp_path, body, waiting=READY)

        found = convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert found == {"nota": b"%PDF-1.7 nota\n%%EOF"}
        assert still_run(tmp_path) == []

    @pytest.mark.parametrize("waiting", ["exit 3", "kill -SEGV $$", "kill -KILL $$"])
    def it_may_be_gone_before(self, tmp_path, waiting):
        made = program(tmp_path, WHOLE, waiting=waiting)

        assert convert(FILES, office(made), Cache(tmp_path / "cache")).keys() == FILES.keys()
        assert still_run(tmp_path) == []

    def it_may_leave_a_profile_with_which_none_can_start(self, tmp_path):
        """Then there is another try, with a new one."""
        body = f"[ -e profile/broken ] && kill -ABRT $$; ls profile > {tmp_path}/found; {WHOLE}"
        made = program(tmp_path, body, waiting="touch profile/broken; kill -KILL $$")

        assert convert(FILES, office(made), Cache(tmp_path / "cache")).keys() == FILES.keys()
        assert (tmp_path / "found").read_text() == "user\n"
        assert still_run(tmp_path) == []

    def it_may_leave_no_room_for_a_new_profile(self, tmp_path):
        folder = "rm -r profile; touch profile; kill -KILL $$"
        made = program(tmp_path, WHOLE, waiting=folder)

        with pytest.raises(CannotRun, match="LibreOffice start niet"):
            convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert still_run(tmp_path) == []

    def it_may_be_killed_while_it_waits(self, soffice, report, template, tmp_path):
        """The remains in its profile don't prevent the next one from starting."""
        cache, folder = Cache(tmp_path / "cache"), tmp_path / "cache"
        file = build(report, template, estimate(report, template).pages)
        with Conversions(find_office("", os.environ, cache, program=soffice), cache) as conversions:
            conversions.prepare()
            wait_until(lambda: list(folder.glob("jvom-*/profile/.lock")))
            for process in processes_in(folder):
                os.kill(process, signal.SIGKILL)

            assert conversions.start({"rapport": file}).result()["rapport"].startswith(b"%PDF")
        assert processes_in(folder) == []

    def it_may_never_be_ready(self, tmp_path):
        made = program(tmp_path, WHOLE, waiting="sleep 600")

        with pytest.raises(CannotRun, match="nog niet klaar"):
            convert(FILES, office(made, seconds=0.5), Cache(tmp_path / "cache"))

        assert still_run(tmp_path) == []

    def it_is_asked_to_stop_before_it_is_killed(self, tmp_path):
        """LibreOffice then removes its socket from /tmp."""
        socket = tmp_path / "socket"
        forever = "while :; do sleep 0.01; done"
        waiting = f"trap 'rm {socket}; exit' TERM; touch {socket} profile/.lock; {forever}"
        made = program(tmp_path, WHOLE, waiting=waiting)

        convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert not socket.exists()
        assert still_run(tmp_path) == []

    def it_leaves_no_socket_when_it_is_killed(self, tmp_path, soffice):
        known = find_office("", os.environ, Cache(tmp_path / "cache"), program=soffice)
        conversion = Conversion(known, tmp_path)
        ready = conversion._folder / "profile/.lock"
        wait_until(ready.exists)
        (socket,) = [Path(each) for each in _sockets(conversion._profile_uri()) if Path(each).exists()]
        assert socket.is_socket()
        for process in processes_in(conversion._folder):
            os.kill(process, signal.SIGKILL)

        conversion.end()

        assert not socket.exists()

    def it_keeps_its_temporary_files_where_they_are_removed(self, tmp_path, monkeypatch):
        """LibreOffice leaves some each time it is stopped."""
        (tmp_path / "temp").mkdir()
        monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
        made = program(tmp_path, f"mktemp > {tmp_path}/kept; {WHOLE}", waiting=f"mktemp; {READY}")

        convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert "/cache/jvom-" in (tmp_path / "kept").read_text()
        assert list((tmp_path / "temp").iterdir()) == []
        assert list((tmp_path / "cache").glob("jvom-*")) == []

    def it_may_refuse_to_stop(self, tmp_path):
        made = program(
            tmp_path, WHOLE, waiting="trap '' TERM; touch profile/.lock; while :; do sleep 1; done"
        )

        convert(FILES, office(made), Cache(tmp_path / "cache"))

        assert still_run(tmp_path) == []

    def it_serves_the_first_caller(self, tmp_path):
        waiting = f"echo wacht >> {tmp_path}/calls; {READY}"
        made = program(tmp_path, WHOLE, waiting=waiting)

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            conversions.prepare()
            wait_until((tmp_path / "calls").exists)
            conversions.start(FILES).result()
            assert (tmp_path / "calls").read_text() == "wacht\n"
            conversions.start(FILES).result()
        assert (tmp_path / "calls").read_text() == "wacht\nwacht\n"

    def it_is_stopped_when_it_was_not_needed(self, tmp_path):
        made = program(tmp_path, "", waiting=READY)

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            conversions.prepare()
            wait_until((tmp_path / "pids").exists)

        assert still_run(tmp_path) == []
        assert list((tmp_path / "cache").iterdir()) == []


class Describe_Conversions:
    def they_are_lent_until_their_owner_waits(self, tmp_path):
        made = program(tmp_path, WHOLE, waiting=READY)

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            conversions.prepare()
            with conversions.lent() as lent:
                lent.start(FILES).result()
                lent.prepare()
            assert conversions.start(FILES).result().keys() == FILES.keys()
        assert still_run(tmp_path) == []
        assert list((tmp_path / "cache").iterdir()) == []

    def they_run_in_parallel(self, tmp_path):
        """Each waits until the other has begun."""
        begun = tmp_path / "begun"
        begun.mkdir()
        body = f"touch {begun}/$$; while [ $(ls {begun} | wc -l) -lt 2 ]; do sleep 0.01; done"
        made = program(tmp_path, body + "; printf '%%PDF-1.7\\n%%%%EOF' > $out/nota.pdf")

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            first, second = conversions.start(FILES), conversions.start(FILES)
            assert first.result() == second.result() == {"nota": b"%PDF-1.7\n%%EOF"}

    def they_do_not_outlive_the_one_that_fails(self, tmp_path):
        body = f"mkdir {tmp_path}/first 2>/dev/null && sleep 600; exit 1"
        made = program(tmp_path, body)

        with Conversions(office(made), Cache(tmp_path / "cache")) as conversions:
            conversions.start(FILES)
            wait_until((tmp_path / "first").exists)
            second = conversions.start(FILES)
            with pytest.raises(CannotRun):
                second.result()

        assert still_run(tmp_path) == []
        assert list((tmp_path / "cache").iterdir()) == []
