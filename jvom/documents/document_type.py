# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the registry knows of a type of document."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from jvom.model import Dossier
from jvom.plan import Contract, Document


class Variant(msgspec.Struct, frozen=True):
    """Which plans of a dossier are asked for: of a draft, of the public version, or with sources.

    Those with sources say of each paragraph where it was typed.
    """

    draft: bool = False
    public: bool = False
    with_sources: bool = False


class DocumentType(msgspec.Struct, frozen=True, kw_only=True):
    """How the documents of one kind (see :mod:`jvom.kinds`) are made, in a dossier that has them.

    `plans` takes the dossier and which variant of it is asked for; what it returns fits the template of the
    `contract`. `names` are those of the files, without extension: one with the name of the kind, unless there
    is a function for it. `needs` are the later tags of the contract that a dossier has content for, which
    must not get lost.
    """

    kind: str
    contract: Contract
    plans: Callable[[Dossier, Variant], tuple[Document, ...]]
    names: Callable[[Dossier], tuple[str, ...]] | None = None
    needs: Callable[[Dossier], tuple[str, ...]] | None = None

    def contract_for(self, dossier: Dossier) -> Contract:
        """Return what the template must have for the documents of a dossier."""
        contract = self.contract
        needed = (*(self.needs(dossier) if self.needs else ()),)
        return replace(
            contract,
            text=(*contract.text, *(tag for tag in contract.later_text if tag in needed)),
            blocks=(*contract.blocks, *(tag for tag in contract.later_blocks if tag in needed)),
        )

    def names_in(self, dossier: Dossier) -> tuple[str, ...]:
        """Return the names of the documents of this type that a dossier has."""
        return self.names(dossier) if self.names else (self.kind,)
