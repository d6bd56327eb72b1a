# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on accessible Word files: what only the file itself shows, read back from it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.checks.word_files import word_files, wrong_language
from jvom.messages import msg
from jvom.text import Heading, Picture, Table, walk_blocks

_FEWEST_BLANKS_IN_LOOSE_FILE = 2  # one is common in files that jvom did not make


@rule(
    "TOE001",
    "heading-order",
    WARNING,
    Scope.BUILT,
    msg("Koppen in een gemaakt bestand die niet op elkaar volgen"),
)
def heading_order(texts: Texts) -> Iterator[Violation]:
    """Meldt een kop in een gemaakt Word-bestand die een niveau overslaat.

    Voor fragmenten en losse teksten doet [STR007](STR007.md) dat; deze regel leest terug wat eruit kwam.

    ## Waarom

    Wie van kop naar kop springt, zoekt het niveau dat er niet is.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    Heading1: Inleiding
    Heading3: De opdracht
    Tekst.

    === verwacht
    De opdracht
    ```

    ```goed build/2025/rapport.docx
    Heading1: Inleiding
    Heading2: De opdracht
    Heading3: Het mandaat
    Heading1: Slot
    ```

    ## Herstellen

    Geef de kop in het fragment een niveau hoger, of zet de ontbrekende kop erboven.
    """
    for text, _ in word_files(texts):
        previous = 0
        for block in text.blocks if text.document == "bestand" else ():
            if isinstance(block, Heading):
                if block.level > previous + 1:
                    yield Violation(
                        block.span,
                        msg(
                            "dit is niveau {level}, en na de kop ervoor past {fits}",
                            level=block.level,
                            fits=previous + 1,
                        ),
                        msg("geef de kop een niveau hoger, of zet de ontbrekende kop erboven"),
                    )
                previous = block.level


@rule("TOE004", "table-without-header", WARNING, Scope.BUILT, msg("Een tabel zonder koprij"))
def table_without_header(texts: Texts) -> Iterator[Violation]:
    """Meldt een tabel in een Word-bestand waarvan de eerste rij niet als koprij is gemarkeerd.

    Tabellen van een rij of een kolom zijn opmaak ([TOE010](TOE010.md)) en tellen hier niet, evenmin als
    tabellen voor het eerste stuk tekst (briefhoofd) en zonder enige kop (ondertekening).

    ## Waarom

    Een voorleesprogramma noemt bij elke cel de kop van die kolom, als het weet welke rij de koppen heeft.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De tabel geeft de aantallen.
    | Missie | Militairen |
    | UNIFIL | 2 |
    | UNTSO | 11 |
    Meer tekst.
    ```

    ```goed build/2025/rapport.docx
    De tabel geeft de aantallen.
    | Missie | Militairen |
    | --- | --- |
    | UNIFIL | 2 |
    Meer tekst.
    ```

    ## Herstellen

    Kies in Word bij de eerste rij: Tabelindeling, Veldnamenrij herhalen.
    """
    for text, _ in word_files(texts):
        for table in data_tables(text):
            if not table.headed:
                yield Violation(
                    table.header[0].span,
                    msg("deze tabel heeft geen koprij"),
                    msg("markeer de eerste rij als koprij (Veldnamenrij herhalen)"),
                )


def data_tables(text: TextView) -> Iterator[Table]:
    """Yield the tables of a Word file that hold data, not layout."""
    for block in text.blocks[1:]:
        if isinstance(block, Table) and block.rows and not block.layout and _has_column_headings(block):
            yield block


def _has_column_headings(table: Table) -> bool:
    return len(table.header) > 1 and all(cell.content for cell in table.header[1:])


@rule(
    "TOE005",
    "picture-without-alternative",
    WARNING,
    Scope.BUILT,
    msg("Een afbeelding zonder alternatieve tekst"),
)
def picture_without_alternative(texts: Texts) -> Iterator[Violation]:
    """Meldt een afbeelding of grafiek in een Word-bestand zonder alternatieve tekst.

    Een afbeelding die als decoratief is gemarkeerd, hoeft er geen. In een fragment weigert jvom zo'n
    afbeelding al bij het lezen.

    ## Waarom

    De alternatieve tekst is alles wat iemand die de afbeelding niet ziet ervan krijgt.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De kaart: {afbeelding: }
    ```

    ```goed build/2025/rapport.docx
    De kaart: {afbeelding: Kaart van Libanon met de twee posten van UNIFIL}
    ```

    ## Herstellen

    Schrijf in Word bij de afbeelding: Alternatieve tekst bewerken.
    """
    for text, word in word_files(texts):
        blocks = (*text.blocks, *word.margins)
        for inline in walk_blocks(blocks):
            if isinstance(inline, Picture) and not inline.alternative:
                message = msg("deze afbeelding heeft geen alternatieve tekst")
                yield Violation(inline.span, message, msg("schrijf in een zin wat er te zien is"))


@rule("TOE008", "underlined", WARNING, Scope.BUILT, msg("Onderstreepte tekst die geen link is"))
def underlined(texts: Texts) -> Iterator[Violation]:
    """Meldt onderstreepte woorden in een Word-bestand die geen link zijn.

    Een fragment kent geen onderstreping.

    ## Waarom

    Onderstreping betekent een link; wie slecht ziet, leest onderstreepte letters moeilijker.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie is {onderstreept: niet} verlengd.

    === verwacht
    niet
    ```

    ```goed build/2025/rapport.docx
    De missie is niet verlengd.
    ```

    ## Herstellen

    Haal de onderstreping weg. Maak woorden zo nodig vet.
    """
    for _, word in word_files(texts):
        for span in word.underlined:
            yield Violation(span, msg("onderstreepte tekst lijkt een link"), msg("haal de onderstreping weg"))


@rule("TOE012", "file-without-title", WARNING, Scope.BUILT, msg("Een bestand zonder titel"))
def file_without_title(texts: Texts) -> Iterator[Violation]:
    """Meldt een Word-bestand zonder titel in zijn eigenschappen.

    ## Waarom

    Een voorleesprogramma noemt eerst de titel; zonder titel noemt het de bestandsnaam.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    @titel
    Tekst.
    ```

    ```goed build/2025/rapport.docx
    @titel Jaarlijkse voortgangsrapportage
    Tekst.
    ```

    ## Herstellen

    Vul in Word de titel in (Bestand, Info, Eigenschappen).
    """
    for text, word in word_files(texts):
        if not word.title:
            yield Violation(
                text.whole, msg("dit bestand heeft geen titel"), msg("vul de titel in (Bestand, Info, Titel)")
            )


@rule(
    "TOE013", "file-without-language", WARNING, Scope.BUILT, msg("Een bestand zonder taal, of met een andere")
)
def file_without_language(texts: Texts) -> Iterator[Violation]:
    """Meldt een Word-bestand waarvan de taal niet is ingesteld, of niet het Nederlands is.

    ## Waarom

    Een voorleesprogramma leest Nederlandse woorden anders met Engelse klanken, en de spellingcontrole en de
    afbreking van Word gaan uit van de verkeerde taal.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    @taal en-US
    De missie is verlengd.
    ```

    ```fout build/2025/rapport.docx
    @taal
    De missie is verlengd.
    ```

    ```goed build/2025/rapport.docx
    @taal nl-NL
    De missie is verlengd.
    ```

    ## Herstellen

    Kies in Word voor alle tekst: Controleren, Taal, Taal voor controle instellen, Nederlands.
    """
    for text, word in word_files(texts):
        if violation := wrong_language(text, word):
            yield violation


@rule("TOE014", "empty-paragraphs", INFO, Scope.BUILT, msg("Lege alinea's als witruimte"))
def empty_paragraphs(texts: Texts) -> Iterator[Violation]:
    """Meldt een lege alinea in een gemaakt bestand, en twee of meer achter elkaar in een los Word-bestand.

    Een lege alinea direct achter een tabel telt niet: Word heeft die daar soms nodig.

    ## Waarom

    Een voorleesprogramma noemt ze een voor een, en bij een andere bladspiegel staat het wit verkeerd.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie is verlengd.
    ¶
    De bijdrage blijft gelijk.

    === verwacht
    De missie is verlengd.
    ```

    ```goed build/2025/rapport.docx
    De missie is verlengd.
    De bijdrage blijft gelijk.
    ```

    ## Herstellen

    Haal ze weg, en geef de alinea of kop afstand in de stijl.
    """
    for text, word in word_files(texts):
        fewest = 1 if text.document == "bestand" else _FEWEST_BLANKS_IN_LOOSE_FILE
        for gap in word.blanks:
            if gap.count >= fewest:
                yield Violation(
                    gap.span,
                    msg("het wit na deze alinea komt van lege alinea's"),
                    msg("haal ze weg, en geef de alinea zelf afstand"),
                )


RULES = (
    heading_order,
    table_without_header,
    picture_without_alternative,
    underlined,
    file_without_title,
    file_without_language,
    empty_paragraphs,
)
