# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that the dates of a dossier are of its own year, not of the dossier it was copied from."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.findings import Related
from jvom.messages import msg


@rule(
    "DAT013",
    "other-year",
    ERROR,
    Scope.DOSSIER,
    msg("De verslagperiode of de dag van aanbieding hoort bij een ander jaar dan het dossier"),
)
def other_year(dossier: DossierView) -> Iterator[Violation]:
    """Meldt een verslagperiode die in een ander jaar begint, en een aanbieding in een ander jaar dan daarna.

    Het jaar is dat van `year` in `dossier.yml`: over 2025 gaat een periode die in 2025 begint, en dat rapport
    gaat op Verantwoordingsdag van 2026 naar de Kamers.

    ## Waarom

    Een nieuw dossier begint als kopie van dat van vorig jaar. Wat niet is aangepast, klopt met de rest van de
    kopie, en valt dan nergens anders op.

    ## Voorbeelden

    ```fout dossier.yml
    year: 2025
    period: {from: 2024-05, to: 2025-04}

    === verwacht
    2024-05
    ```

    ```fout dossier.yml
    presentation_date: 2025-05-21

    === verwacht
    2025-05-21
    ```

    ```goed dossier.yml
    year: 2025
    period: {from: 2025-05, to: 2026-04}
    presentation_date: 2026-05-20
    ```

    ## Herstellen

    Pas in `dossier.yml` de periode en alle dagen aan het jaar aan, of verbeter `year`.
    """
    data = dossier.data
    year_here = (Related(data.at.value("year"), msg("hier is het jaar {year}", year=data.year)),)
    if data.period.first.year != data.year:
        yield Violation(
            data.period.at.value("from"),
            msg("de verslagperiode begint niet in {year}, het jaar van dit dossier", year=data.year),
            msg("pas de periode aan, of het jaar"),
            related=year_here,
        )
    if data.presentation_date.year != data.year + 1:
        yield Violation(
            data.at.value("presentation_date"),
            msg("het rapport over {year} gaat in {next} naar de Kamers", year=data.year, next=data.year + 1),
            msg("pas de dag van aanbieding aan, of het jaar"),
            related=year_here,
        )


RULES = (other_year,)
