# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Mandates and legal bases against text, period and calendar."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Slip, rule
from jvom.checks.views import DossierView
from jvom.messages import msg


@rule(
    "MAN001",
    "mandate-ended",
    ERROR,
    Scope.DOSSIER,
    msg("Een mandaat of kader liep af voordat de verslagperiode begon"),
)
def mandate_ended(dossier: DossierView) -> Iterator[Slip]:
    """Meldt een internationaal mandaat of nationaal kader dat voor de verslagperiode afliep.

    De regel leest de rijen van `mandates.yml`, en vergelijkt met de eerste dag van de periode.

    ## Waarom

    Zonder mandaat is er geen rechtsgrond voor de inzet waarover het rapport gaat. Meestal is het mandaat
    verlengd en is de datum van vorig jaar blijven staan.

    ## Voorbeelden

    ```fout mandates.yml
    rows:
      - {mission: unifil, mandate: 2025-04-30}

    === verwacht
    2025-04-30
    ```

    ```fout mandates.yml
    rows:
      - {mission: untso, framework: 2024-06-30}
    ```

    ```goed mandates.yml
    rows:
      - {mission: unifil, mandate: 2025-05-01}
      - {mission: untso, mandate: onbepaald, framework: doorlopend}
    ```

    ## Herstellen

    Zoek het besluit waarmee het mandaat verlengd is en neem de nieuwe einddatum over. Is er geen, dan hoort
    de missie niet in het rapport.
    """
    first = dossier.data.period.first.first_day
    for row in dossier.dossier.mandates.rows:
        for key, duration in (("mandate", row.mandate), ("framework", row.framework)):
            if duration.until and duration.until < first:
                yield Slip(
                    row.at.value(key),
                    msg("dit eindigde voordat de verslagperiode begon, op {first}", first=first),
                    msg("neem de einddatum uit het laatste besluit over"),
                )


RULES = (mandate_ended,)
