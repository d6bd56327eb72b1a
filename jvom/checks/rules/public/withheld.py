# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are kept from the public without a ground of the law."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.messages import msg
from jvom.resolving.withheld import ADVICE, MISSING, without_ground


@rule("PUB011", "ground-missing", WARNING, Scope.FRAGMENT, msg("Lakken zonder grond uit de Woo"))
def ground_missing(text: TextView) -> Iterator[Violation]:
    """Meldt tekst die gelakt wordt zonder dat de grond erbij staat.

    Een persoonsgegeven (`{.persoonsgegeven}`) heeft geen grond nodig: dat is 5.1.2e, tenzij het dossier een
    andere noemt.

    ## Waarom

    De Wet open overheid vraagt per passage op welke grond zij niet openbaar is. Zonder grond maken
    `jvom build --public` en `jvom seal` geen openbare versie.

    ## Voorbeelden

    ```fout
    Nederland vroeg [de Franse regering]{.gelakt} om steun.

    === verwacht
    [de Franse regering]{.gelakt}
    ```

    ```goed
    Nederland vroeg [de Franse regering]{.gelakt grond="5.1.2a"} om steun, en belde
    [A. Bakker]{.persoonsgegeven}.
    ```

    ## Herstellen

    Schrijf de grond erbij: `{.gelakt grond="5.1.2a"}`. De handleiding noemt alle gronden.
    """
    if text.fragment is not None:
        for mark in without_ground(text.fragment):
            yield Violation(mark.span, MISSING, ADVICE)


RULES = (ground_missing,)
