# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps others out: only pages that this program itself served may ask it anything.

Any web site can send a browser to 127.0.0.1, and a name that it owns can lead there (DNS rebinding). So a
request must name this machine, and whoever sends it must be one of our own pages.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PLACES_IN_THE_STYLE = f"{_POLICY}; style-src-attr 'unsafe-inline'"
"""The board places the bars of its timeline with attributes; an attribute can load nothing."""

_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}


def guarded(application: Application, port: int) -> Application:
    """Return the application behind the guard: what is strange is answered with 403 and no more."""
    own_hosts = frozenset(f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost"))
    own_origins = frozenset(b"http://" + host for host in own_hosts)

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        policy = _PLACES_IN_THE_STYLE if scope["path"] == "/bord" else _POLICY

        async def send_with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                more = {**_HEADERS, b"content-security-policy": policy.encode()}
                message["headers"] = [*message.get("headers", ()), *more.items()]
            await send(message)

        if is_own(scope["headers"], own_hosts, own_origins) and scope["method"] in ("GET", "HEAD"):
            await application(scope, receive, send_with_headers)
            return
        await send_with_headers(
            {"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]}
        )
        await send({"type": "http.response.body", "body": b""})

    return guard


def is_own(headers: list[tuple[bytes, bytes]], hosts: frozenset[bytes], origins: frozenset[bytes]) -> bool:
    """Tell whether a request names this machine and comes from a page of its own, or from no page at all."""
    said: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        said.setdefault(name.lower(), []).append(value)
    if len(said.get(b"host", ())) != 1 or said[b"host"][0].lower() not in hosts:
        return False
    if not frozenset(said.get(b"origin", ())) <= origins:
        return False
    site = said.get(b"sec-fetch-site", [b"none"])
    # A link may lead here, as from a mail; nothing else of another site may.
    is_link = said.get(b"sec-fetch-mode") == [b"navigate"] and said.get(b"sec-fetch-dest") == [b"document"]
    return is_link or frozenset(site) <= {b"none", b"same-origin"}
