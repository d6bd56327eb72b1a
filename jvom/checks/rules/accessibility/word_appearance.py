# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the appearance of Word files: low contrast, floating text, undescribed tables, typed lists."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.accessibility.word_accessibility import data_tables
from jvom.checks.views import Texts
from jvom.checks.word_files import word_files
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.text import Paragraph, Text

_TYPED_LIST_MARK = pattern(r"(?:[-–—•·▪◦*]|\d{1,2}[.)]|[a-z][.)]) ")
_FEWEST_ITEMS = 2


@rule("TOE015", "low-contrast", WARNING, Scope.BUILT, msg("Letters die te weinig afsteken"))
def low_contrast(texts: Texts) -> Iterator[Violation]:
    """Meldt woorden in een Word-bestand waarvan de kleur te weinig afsteekt tegen wat erachter ligt.

    De verhouding moet minstens 4,5 op 1 zijn, en 3 op 1 voor grote letters (18 punten, of 14 punten vet).
    Kleur en achtergrond komen van de woorden zelf, hun stijl, de cel, de tabel, het thema of de
    bladzijde. Automatische letters steken altijd af; een lakbalk is er niet om te lezen.

    ## Waarom

    Wie slecht ziet, of een afdruk of een scherm in de zon leest, ziet bleke letters niet. De maat is die van
    WCAG 2.1, succescriterium 1.4.3.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie is {bleek: onder voorbehoud} verlengd.

    === verwacht
    onder voorbehoud
    ```

    ```goed build/2025/rapport.docx
    De missie is {donker: onder voorbehoud} verlengd.
    ```

    ## Herstellen

    Kies in de stijl een donkerder kleur voor de letters, of een lichtere achtergrond.
    """
    for _, word in word_files(texts):
        for faint in word.faint:
            yield Violation(
                faint.span,
                msg(
                    "deze letters steken te weinig af: {ratio} op 1, en minstens {least} op 1 is nodig",
                    ratio=_format_ratio(faint.ratio),
                    least=_format_ratio(faint.least),
                ),
                msg("kies in de stijl een donkerder kleur, of een lichtere achtergrond"),
            )


def _format_ratio(ratio: float) -> str:
    """Return a ratio with one decimal, rounded down."""
    whole, tenths = divmod(int(ratio * 10), 10)
    return f"{whole},{tenths}" if tenths else str(whole)


@rule("TOE016", "floating-text", WARNING, Scope.BUILT, msg("Tekst die los op de bladzijde zweeft"))
def floating_text(texts: Texts) -> Iterator[Violation]:
    """Meldt tekst van een Word-bestand in een tekstvak, een kader of een zwevende tabel.

    Een beginkapitaal telt niet.

    ## Waarom

    Zwevende tekst staat buiten de leesvolgorde: een voorleesprogramma slaat die over, of leest die midden in
    een andere zin. Bij een andere bladspiegel schuiven de woorden over de rest heen.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie is verlengd.{tekstvak: Let op: tot en met juni}

    === verwacht
    Let op: tot en met juni
    ```

    ```fout build/2025/rapport.docx
    De missie is verlengd.
    {kader}Let op: tot en met juni

    === verwacht
    Let op: tot en met juni
    ```

    ```goed build/2025/rapport.docx
    De missie is verlengd.
    Let op: tot en met juni
    ```

    ## Herstellen

    Zet de woorden als gewone alinea in de tekst, of in een tabel die niet zweeft.
    """
    for _, word in word_files(texts):
        for span in word.floating:
            yield Violation(
                span,
                msg("deze tekst zweeft buiten de leesvolgorde"),
                msg("maak er een gewone alinea van"),
            )


@rule(
    "TOE017",
    "table-without-description",
    WARNING,
    Scope.BUILT,
    msg("Een tabel zonder titel of beschrijving"),
)
def table_without_description(texts: Texts) -> Iterator[Violation]:
    """Meldt een tabel met gegevens in een Word-bestand zonder alternatieve tekst: titel en beschrijving.

    Welke tabellen gegevens ordenen, staat bij [TOE004](TOE004.md).

    ## Waarom

    Een voorleesprogramma noemt titel en beschrijving voor de eerste cel. Wie luistert, weet dan of hij de
    tabel wil horen.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    @tabel
    De tabel geeft de aantallen.
    | Missie | Militairen |
    | --- | --- |
    | UNIFIL | 2 |
    ```

    ```goed build/2025/rapport.docx
    @tabel Aantal militairen per missie
    De tabel geeft de aantallen.
    | Missie | Militairen |
    | --- | --- |
    | UNIFIL | 2 |
    ```

    ## Herstellen

    Vul in Word bij de tabel in: Tabeleigenschappen, Alternatieve tekst, titel en beschrijving.
    """
    for text, word in word_files(texts):
        for table in data_tables(text):
            if table.span in word.undescribed:
                yield Violation(
                    table.header[0].span,
                    msg("deze tabel heeft geen titel of beschrijving"),
                    msg("vul beide in (Tabeleigenschappen, Alternatieve tekst)"),
                )


@rule("TOE018", "term-without-language", WARNING, Scope.BUILT, msg("Een anderstalige term zonder taal"))
def term_without_language(texts: Texts) -> Iterator[Violation]:
    """Meldt cursieve woorden in een gemaakt bestand waarvan de taal niet is vastgelegd.

    In een fragment is cursief een anderstalige term, en jvom geeft die term de taal mee. In een los
    Word-bestand kan cursief ook nadruk zijn: daar zwijgt de regel.

    ## Waarom

    Een voorleesprogramma leest een Engelse term zonder taal met Nederlandse klanken voor.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie volgt de {cursief: rules of engagement} van de NAVO.

    === verwacht
    rules of engagement
    ```

    ```goed build/2025/rapport.docx
    De missie volgt de {engels: rules of engagement} van de NAVO.
    ```

    ## Herstellen

    Maak de term in het fragment cursief met sterretjes, en laat de stijl Nadruk zonder eigen taal.
    """
    for text, word in word_files(texts):
        for span in word.unspoken if text.document == "bestand" else ():
            yield Violation(
                span,
                msg("de taal van deze term is niet vastgelegd"),
                msg("leg de taal vast (Controleren, Taal), of kijk na of de stijl dat doet"),
            )


@rule("TOE019", "typed-list", WARNING, Scope.BUILT, msg("Een opsomming met getypte tekens"))
def typed_list(texts: Texts) -> Iterator[Violation]:
    """Meldt twee of meer alinea's na elkaar in een Word-bestand die met een getypt teken of nummer beginnen.

    ## Waarom

    Een voorleesprogramma zegt bij een echte lijst hoeveel punten die heeft en springt van punt naar punt. Van
    getypte streepjes weet het niets.

    ## Voorbeelden

    ```fout build/2025/rapport.docx
    De missie heeft twee taken:
    - toezicht houden;
    - verslag doen.

    === verwacht
    - toezicht houden;
    ```

    ```goed build/2025/rapport.docx
    De missie heeft twee taken:
    ListBullet: toezicht houden;
    ListBullet: verslag doen.
    ```

    ## Herstellen

    Haal de tekens weg, en geef de alinea's de stijl Lijst opsomteken of Lijstnummering.
    """
    for text, _ in word_files(texts):
        items: list[Paragraph] = []
        for block in (*text.blocks, None):
            if isinstance(block, Paragraph) and _has_typed_mark(block):
                items.append(block)
                continue
            if len(items) >= _FEWEST_ITEMS:
                yield Violation(
                    items[0].span,
                    msg("met deze alinea begint een lijst met getypte tekens"),
                    msg("haal de tekens weg en kies de stijl van een lijst"),
                )
            items = []


def _has_typed_mark(block: Paragraph) -> bool:
    first = block.content[0]
    return isinstance(first, Text) and bool(_TYPED_LIST_MARK.match(first.value))


RULES = (low_contrast, floating_text, table_without_description, term_without_language, typed_list)
