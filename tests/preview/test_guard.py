# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may ask a preview anything: its own pages, and nobody else."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator

import pytest

from jvom.preview.guard import is_own
from tests.cli.workspaces import make_workspace
from tests.preview.running import Preview, previewing

HOSTS = frozenset({b"127.0.0.1:8025", b"localhost:8025"})
ORIGINS = frozenset({b"http://127.0.0.1:8025", b"http://localhost:8025"})
HOST = (b"host", b"127.0.0.1:8025")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = make_workspace(tmp_path_factory.mktemp("wacht"))
    (folder / "geheim.txt").write_text("geheim", encoding="utf-8")
    with previewing(folder) as running:
        yield running


def asked(
    preview: Preview, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


class Describe_the_guard:
    @pytest.mark.parametrize(
        "headers",
        [
            [HOST],
            [(b"host", b"LOCALHOST:8025")],
            [HOST, (b"origin", b"http://127.0.0.1:8025")],
            [HOST, (b"sec-fetch-site", b"same-origin")],
            [HOST, (b"sec-fetch-site", b"none")],
            [
                HOST,
                (b"sec-fetch-site", b"cross-site"),
                (b"sec-fetch-mode", b"navigate"),
                (b"sec-fetch-dest", b"document"),
            ],
        ],
    )
    def it_lets_in_what_is_its_own(self, headers):
        assert is_own(headers, HOSTS, ORIGINS)

    @pytest.mark.parametrize(
        "headers",
        [
            [],
            [(b"host", b"evil.example:8025")],
            [(b"host", b"127.0.0.1")],
            [(b"host", b"127.0.0.1:8026")],
            [HOST, (b"host", b"evil.example")],
            [HOST, (b"origin", b"http://evil.example")],
            [HOST, (b"origin", b"null")],
            [HOST, (b"origin", b"https://127.0.0.1:8025")],
            [HOST, (b"origin", b"http://127.0.0.1:8026")],
            [HOST, (b"sec-fetch-site", b"cross-site")],
            [HOST, (b"sec-fetch-site", b"same-site")],
            [
                HOST,
                (b"sec-fetch-site", b"cross-site"),
                (b"sec-fetch-mode", b"navigate"),
                (b"sec-fetch-dest", b"iframe"),
            ],
        ],
    )
    def but_nothing_else(self, headers):
        assert not is_own(headers, HOSTS, ORIGINS)

    def it_stands_before_every_address(self, preview):
        for path in ("/", "/stuk/rapport", "/nieuws", "/preview/live.js", "/niets"):
            assert asked(preview, path, Host="evil.example")[0] == 403
            assert asked(preview, path, Origin="http://evil.example")[0] == 403
            assert asked(preview, path, method="POST")[0] == 403

    def its_answers_forbid_all_that_is_not_of_the_page_itself(self, preview):
        for path in ("/stuk/rapport", "/preview/live.js", "/niets"):
            _, headers, _ = asked(preview, path)
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
            assert headers["cross-origin-resource-policy"] == "same-origin"

    def its_pages_have_no_script_or_style_of_their_own(self, preview):
        _, _, page = asked(preview, "/stuk/rapport")

        assert b"<style" not in page
        assert b" style=" not in page
        assert b"<script>" not in page
        assert page.count(b"<script") == page.count(b'<script src="/')


class Describe_the_server:
    def it_is_only_reached_from_this_machine(self, preview):
        with pytest.raises(OSError, match=r"."):
            socket.create_connection(("127.0.0.2", preview.port), timeout=5)

    @pytest.mark.parametrize(
        "path",
        [
            "/geheim.txt",
            "/content/2025/dossier.yml",
            "/stuk/..%2f..%2fgeheim.txt",
            "/stuk/../../geheim.txt",
            "/preview/../guard.py",
            "/preview/..%2f..%2fcli%2fapp.py",
            "/preview/guard.py",
            "/preview/%2e%2e/output/html.py",
            "//etc/passwd",
            "/regel/..%2f..%2fgeheim",
            "/stuk/rapport/delen/../../../geheim.txt",
        ],
    )
    def it_serves_nothing_that_it_did_not_make(self, preview, path):
        status, _, said = asked(preview, path)

        assert status == 404
        assert b"geheim" not in said.replace(path.encode(), b"")
        assert b"root:" not in said

    def it_says_nothing_of_what_it_is(self, preview):
        assert "server" not in asked(preview, "/stuk/rapport")[1]
