# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents of a dossier: their names, their contracts, their plans."""

from __future__ import annotations

from jvom.documents import letters, nota, report
from jvom.model import Dossier
from jvom.plan import Contract, Document

CONTRACTS: tuple[Contract, ...] = (letters.CONTRACT, nota.CONTRACT, report.CONTRACT)
"""What each template must have, in the order of the dossier."""


def names(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the documents, in the order of the dossier."""
    return (*map(letters.name_of, dossier.data.letter.recipients), nota.FILE, report.FILE)


def documents(
    dossier: Dossier, only: tuple[str, ...] = (), draft: bool = False, public: bool = False
) -> tuple[Document, ...]:
    """Return the plans of the documents, those that `only` names when it names any.

    `draft` puts CONCEPT on every page. The plans of the `public` version hold nothing that is personal.
    """
    if public:
        # Here and not at the top: most builds make no public version.
        from jvom.documents.public import redacted, with_legend

        withheld = redacted(dossier)
        ground = dossier.data.public.ground
        return tuple(with_legend(each, ground) for each in _made(withheld, only, draft, public=True))
    return _made(dossier, only, draft, public=False)


def _made(dossier: Dossier, only: tuple[str, ...], draft: bool, *, public: bool) -> tuple[Document, ...]:
    wanted = set(only or names(dossier))
    made: list[Document] = []
    if wanted & set(map(letters.name_of, dossier.data.letter.recipients)):
        made += letters.letters(dossier, draft, public)
    if nota.FILE in wanted:
        made.append(nota.nota(dossier, draft, public))
    if report.FILE in wanted:
        made.append(report.report(dossier, draft, public))
    return tuple(document for document in made if document.file in wanted)
