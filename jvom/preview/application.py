# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which address shows what. Everything is made in memory: no address leads to a file of the disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from jvom.preview.desk import Desk
from jvom.preview.edition import Edition
from jvom.preview.pages import BOARD, FINDINGS, Pages

_ASSETS = {
    "html": ("page.css",),
    "output": ("board.css", "board.js", "notes.css", "notes.js", "page.css", "page.js"),
    "preview": ("bar.css", "document.css", "document.js", "live.js", "words.js"),
}
_MEDIA = {"css": "text/css", "js": "text/javascript"}
_LONGEST_NUMBER = 9
_JSON = "application/json"
_SIGN_OF_LIFE = 15.0
"""Seconds without news after which a page gets a sign of life, so that neither side gives up."""


def make_application(desk: Desk, pages: Pages, closing: asyncio.Event) -> Starlette:
    """Return the application that shows what is on the desk, until it is `closing`."""
    assets = {
        f"{room}/{name}": files(f"jvom.{room}").joinpath(name).read_text(encoding="utf-8")
        for room, names in _ASSETS.items()
        for name in names
    }

    def first(_: Request) -> Response:
        documents = desk.edition.documents
        return RedirectResponse(f"/stuk/{documents[0].name}") if documents else HTMLResponse(pages.empty())

    def document(request: Request) -> Response:
        edition = desk.edition
        found = edition.document(request.path_params["name"])
        return HTMLResponse(pages.document(edition, found)) if found else nothing()

    def renewed(request: Request) -> Response:
        edition = desk.edition
        name = request.path_params["name"]
        found = edition.document(name)
        if not found:
            return nothing()
        known = desk.digests_of(_since(request), name)
        return Response(pages.renewed(edition, found, known), media_type=_JSON)

    def findings_in(request: Request) -> Response:
        edition = desk.edition
        found = edition.document(request.path_params["name"])
        if not found:
            return nothing()
        before = desk.found_of(_since(request))
        return Response(pages.findings(edition, found, before), media_type=_JSON)

    def all_findings(_: Request) -> Response:
        edition = desk.edition
        return HTMLResponse(pages.numbered(edition.check.findings, edition)) if edition.check else nothing()

    def board(_: Request) -> Response:
        edition = desk.edition
        return HTMLResponse(pages.numbered(edition.check.board, edition)) if edition.check else nothing()

    def rule(request: Request) -> Response:
        page = pages.rule(desk.edition, request.path_params["code"])
        return HTMLResponse(page) if page else nothing()

    def asset(request: Request) -> Response:
        name = f"{request.path_params['room']}/{request.path_params['name']}"
        text = assets.get(name)
        return Response(text, media_type=_MEDIA[name.rpartition(".")[2]]) if text is not None else nothing()

    def nothing() -> Response:
        return HTMLResponse(pages.missing(), status_code=404)

    async def news(_: Request) -> Response:
        return StreamingResponse(_news(desk, pages, closing), media_type="text/event-stream")

    async def not_found(_: Request, __: Exception) -> Response:
        return nothing()

    return Starlette(
        routes=[
            Route("/", first),
            Route("/stuk/{name}", document),
            Route("/stuk/{name}/delen", renewed),
            Route("/stuk/{name}/bevindingen", findings_in),
            Route(FINDINGS, all_findings),
            Route(BOARD, board),
            Route("/regel/{code}", rule),
            Route("/nieuws", news),
            Route("/{room}/{name}", asset),
        ],
        exception_handlers={404: not_found},
    )


def _since(request: Request) -> int:
    """Return the number of what a page has; 0 for one that has nothing, or says nothing sensible."""
    typed = request.query_params.get("sinds", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else 0


async def _news(desk: Desk, pages: Pages, closing: asyncio.Event) -> AsyncIterator[str]:
    """Yield the latest edition at once, and then each next one; one that nobody saw in time is left out."""
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()

    def heard() -> None:
        loop.call_soon_threadsafe(changed.set)

    leave = desk.listen(heard)
    told: Edition | None = None
    try:
        while not closing.is_set():
            changed.clear()
            edition = desk.edition
            yield f"data: {pages.news(edition)}\n\n" if edition is not told else ":\n\n"
            told = edition
            waiting = [asyncio.ensure_future(each.wait()) for each in (changed, closing)]
            await asyncio.wait(waiting, timeout=_SIGN_OF_LIFE, return_when=asyncio.FIRST_COMPLETED)
            for each in waiting:
                each.cancel()
    finally:
        leave()
