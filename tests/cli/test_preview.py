# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom preview`` as it is started and stopped."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import environment
from tests.preview.running import previewing
from tests.waiting import LIMIT

# Runs jvom as if the libraries of the extra were not there.
_WITHOUT_EXTRA = """
import sys
for name in ("starlette", "uvicorn", "watchfiles", "anyio", "h11"):
    sys.modules[name] = None
from jvom.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


def without_extra(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _WITHOUT_EXTRA, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )


class Describe_preview:
    def it_stops_with_control_c_and_leaves_nothing(self, workspace, tmp_path):
        before = sorted(path for path in workspace.rglob("*") if path.is_file())

        with previewing(workspace) as preview:
            status, printed, said = preview.stop()

        assert status == 130
        assert printed == ""
        assert "afgebroken" in said
        assert sorted(path for path in workspace.rglob("*") if path.is_file()) == before
        with pytest.raises(OSError, match=r"."), socket.create_connection(("127.0.0.1", preview.port), 5):
            pass

    def it_stops_while_a_page_listens(self, workspace):
        with previewing(workspace) as preview, socket.create_connection(("127.0.0.1", preview.port)) as page:
            page.sendall(f"GET /nieuws HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
            heard = b""
            while b"data:" not in heard:
                heard += page.recv(4096)
            status, _, said = preview.stop()

        assert status == 130
        assert "Traceback" not in said

    def it_refuses_a_port_that_is_taken(self, workspace, capsys):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            assert run(["preview", "--port", str(port)]) == 2

        assert f"--port: poort {port} is al in gebruik" in capsys.readouterr().err

    @pytest.mark.parametrize("port", ["tachtig", "65536", "-1", "99999999999999999999"])
    def it_refuses_what_is_no_port(self, workspace, capsys, port):
        assert run(["preview", "--port", port]) == 2
        assert "geen poort" in capsys.readouterr().err

    def it_refuses_a_dossier_that_is_not_there(self, workspace, capsys):
        assert run(["preview", "2031"]) == 2
        assert "2031" in capsys.readouterr().err

    def it_takes_another_port_when_the_usual_one_is_taken(self, workspace):
        from jvom.preview.serving import USUAL_PORT, bind

        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                other.bind(("127.0.0.1", USUAL_PORT))
                other.listen()
            except OSError:  # taken already, which is as good
                pass
            with bind(None) as found:
                assert found.getsockname()[0] == "127.0.0.1"
                assert found.getsockname()[1] not in (0, USUAL_PORT)


class Describe_preview_without_its_extra:
    def it_has_help(self, workspace):
        shown = without_extra(workspace, "preview", "--help")

        assert shown.returncode == 0
        assert "--port" in shown.stdout

    def it_says_how_to_get_it(self, workspace):
        refused = without_extra(workspace, "preview")

        assert refused.returncode == 2
        assert "is niet geïnstalleerd" in refused.stderr
        assert "pip install 'jvom[preview]'" in refused.stderr

    def and_other_verbs_do_not_need_it(self, workspace):
        made = without_extra(workspace, "build", "--html", "--draft", "--pages", "estimate")
        helped = without_extra(workspace, "--help")

        assert (made.returncode, helped.returncode) == (0, 0), made.stderr + helped.stderr
        assert (workspace / "build/2025/dossier.html").exists()
