# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Serves the pages on 127.0.0.1, for as long as the program runs."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from collections.abc import Callable
from threading import Thread

import uvicorn

from jvom.messages import msg
from jvom.preview.application import make_application
from jvom.preview.desk import Desk
from jvom.preview.guard import guarded
from jvom.preview.pages import Pages
from jvom.preview.watching import Changes
from jvom.source import CannotRun, Problem, Span, reason

HOST = "127.0.0.1"
USUAL_PORT = 8025
ANY_PORT = 0

_OFTEN = 0.05
"""After so many seconds it is looked at whether the program should end."""


def serve(
    desk: Desk, changes: Changes, pages: Pages, port: int | None, announce: Callable[[str], None]
) -> None:
    """Show what is on the desk, and renew it after each change, until Ctrl-C.

    `port` None is the usual one, or any when that is taken. `announce` gets the address as soon as it can be
    opened. Raises CannotRun when the port can't be had, KeyboardInterrupt after Ctrl-C, and whatever else
    keeps the desk from being renewed.
    """
    with bind(port) as listener:
        asyncio.run(_serve(desk, changes, pages, listener, announce))


async def _serve(
    desk: Desk, changes: Changes, pages: Pages, listener: socket.socket, announce: Callable[[str], None]
) -> None:
    port = listener.getsockname()[1]
    closing = asyncio.Event()
    application = guarded(make_application(desk, pages, closing), port)
    server = uvicorn.Server(
        uvicorn.Config(
            application,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
    )
    failures: list[BaseException] = []

    def keep_up() -> None:
        try:
            while True:
                desk.renew(changes.is_pending)
                changes.wait()
        except BaseException as error:
            failures.append(error)
            server.should_exit = True

    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(_OFTEN)
    if server.started:
        # A check may take long: it does not keep the program from ending.
        Thread(target=keep_up, daemon=True, name="keeping up").start()
        announce(f"http://{HOST}:{port}/")
    while not server.should_exit and not serving.done():
        await asyncio.sleep(_OFTEN)
    closing.set()
    await serving
    if failures:
        raise failures[0]


def bind(port: int | None) -> socket.socket:
    """Return a socket that has the port; raises CannotRun when it can't be had."""
    if port is not None:
        return _bind_to(port)
    try:
        return _bind_to(USUAL_PORT)
    except CannotRun:
        return _bind_to(ANY_PORT)


def _bind_to(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # A port that was just left may be used again; on Windows this would let two programs share one.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        # Only now a port that another program has is refused, when both allow it to be used again.
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            what = msg("poort {port} is al in gebruik", port=port)
            advice = msg("noem een andere, of laat --port weg")
            raise CannotRun([Problem(Span("--port"), what, advice)]) from error
        what = msg("poort {port} is niet te krijgen ({reason})", port=port, reason=reason(error))
        advice = msg("noem een hogere, zoals 8025, of laat --port weg")
        raise CannotRun([Problem(Span("--port"), what, advice)]) from error
    return listener
