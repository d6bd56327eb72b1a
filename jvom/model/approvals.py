# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file approvals.yml: who approved which text."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from jvom.model.record import Identifier, Line, Record, whole


class Approval(Record, frozen=True, kw_only=True):
    text: Annotated[Identifier, Meta(description="De tekst: rapport/<text>.md, of brief of nota.")]
    by: Annotated[Line, Meta(description="De eigenaar die akkoord is.")]
    date: Annotated[date, Meta(description="De dag van het akkoord.")]
    digest: Annotated[
        str,
        Meta(
            description="De vingerafdruk van de tekst waarop het akkoord slaat; jvom approve schrijft die.",
            pattern=whole("sha256:[0-9a-f]{64}"),
        ),
    ]


class ApprovalData(Record, frozen=True, kw_only=True):
    """The optional file ``approvals.yml``: who approved which text, and which version of it."""

    approvals: Annotated[tuple[Approval, ...], Meta(description="De akkoorden, in volgorde van geven.")]
