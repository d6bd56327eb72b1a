# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on accessible text: links, pictures, headings, tables and colour.

They follow WCAG 2.1, which EN 301 549 and the Dutch decree on digital accessibility require of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.resolving.segments import Segment
from jvom.text import List, Paragraph, Table

_ADDRESS = pattern(r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\"“”«»|*\[\]]{3,2000}", re.IGNORECASE)
_TRAILING_MARKS = ".,;:!?)'’”\""
_VAGUE_LINK = pattern(
    r"(?:klik(?: dan| nu)? hier(?: voor .{1,40})?|hier|deze (?:link|pagina|website|site)|de link|link|"
    r"lees (?:hier )?(?:meer|verder)|meer|meer (?:informatie|info|lezen)|verder lezen|via deze link|website|"
    r"pagina|document|download|click here|here|read more|more)[.!>» ]{0,3}",
    re.IGNORECASE,
)
_CLICK_HERE = pattern(r"\bklikt? (?:u )?(?:dan |nu |op )?(?:hier|deze link)\b", re.IGNORECASE)
LONGEST_ALTERNATIVE = 250


@rule("TOE002", "bare-address", WARNING, Scope.FRAGMENT, msg("Een kaal webadres in de tekst"))
def bare_address(text: TextView) -> Iterator[Violation]:
    """Meldt een webadres dat als tekst in een zin of achter een link staat.

    In een voetnoot is het een opmerking, want daar staat soms de vindplaats voor wie op papier leest; ook
    een adres zonder pad (www.defensie.nl) is dat, want dat is nog te lezen.

    ## Waarom

    Een voorleesprogramma leest een adres teken voor teken voor. Een link met woorden zegt wat er staat.

    ## Voorbeelden

    ```fout
    De resolutie staat op https://digitallibrary.un.org/record/4084553, zie ook
    www.rijksoverheid.nl/documenten/2025.

    === verwacht
    https://digitallibrary.un.org/record/4084553
    www.rijksoverheid.nl/documenten/2025
    ```

    ```fout
    De resolutie staat op [https://un.org/res](https://un.org/res) en op www.un.org.

    === verwacht
    https://un.org/res
    www.un.org
    ```

    ```goed
    De resolutie staat in de [bibliotheek van de VN](https://digitallibrary.un.org/record/4084553).
    ```

    ## Herstellen

    Schrijf `[bibliotheek van de VN](https://...)`.
    """
    for passage in text.passages_with(("://", "www.")):
        if passage.kind == "value":
            continue
        for match in passage.find(_ADDRESS, typed=False):
            start, end = match.span()
            while passage.text[end - 1] in _TRAILING_MARKS:
                end -= 1
            path = passage.text[start:end].partition("://")[2] or passage.text[start:end]
            without_path = "/" not in path.rstrip("/")
            yield Violation(
                passage.span(start, end),
                msg("hier staat een kaal webadres"),
                msg("zet het achter woorden die zeggen waar het heen gaat"),
                severity=INFO if without_path or passage.kind == "footnote" else None,
            )


@rule("TOE003", "vague-link", WARNING, Scope.FRAGMENT, msg("Een link die niet zegt waarheen"))
def vague_link(text: TextView) -> Iterator[Violation]:
    """Meldt "klik hier", "lees meer" en dergelijke als tekst van een link, en "klik hier" in een zin.

    ## Waarom

    Wie de links van een document laat opsommen, hoort alleen de woorden van de link.

    ## Voorbeelden

    ```fout
    Het verslag staat [hier](https://www.defensie.nl/verslag). [Lees meer](https://www.defensie.nl/jvom).

    === verwacht
    hier
    Lees meer
    ```

    ```fout
    Klik hier voor het verslag.

    === verwacht
    Klik hier
    ```

    ```goed
    Lees het [verslag over 2025](https://www.defensie.nl/verslag). Hier staat meer.
    ```

    ## Herstellen

    Maak van het onderwerp de link: `[verslag over 2025](https://...)`.
    """
    message = msg("deze link zegt niet waarheen")
    advice = msg("noem in de link wat er te vinden is, zoals «het verslag over 2025»")
    for passage in text.passages:
        found = []
        for start, end in _links(passage):
            if _VAGUE_LINK.fullmatch(passage.text, start, end):
                found.append((start, end))
        for match in _CLICK_HERE.finditer(passage.text) if "klik" in passage.lowered else ():
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
        for start, end in sorted(found):
            yield Violation(passage.span(start, end), message, advice)


def _links(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the start and end of the words of each link."""
    open_: Segment | None = None
    end = 0
    for part in passage.segments:
        if open_ is not None and part.style.address != open_.style.address:
            yield open_.start, end
            open_ = None
        if part.style.address and open_ is None:
            open_ = part
        end = part.end
    if open_ is not None:
        yield open_.start, end


_PICTURE_NAMES = pattern(
    r"(?:(?:afbeelding|image|img|picture|pic|foto|photo|figuur|figure|fig|grafiek|chart|diagram|kaart|logo|"
    r"schermafbeelding|screenshot|plaatje|icoon|icon|illustratie|tabel|scan|dsc|untitled|naamloos)s?"
    r"[ ._-]{0,3}\d{0,10}(?: ?\(\d+\))?|[\w .()-]{1,100}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)|"
    r"[\W\d_]{1,40})",
    re.IGNORECASE,
)
_GENERATED_TEXT = pattern(
    r"automatisch gegenereerde|door AI gegenereerde|automatically generated|AI-generated", re.IGNORECASE
)


@rule(
    "TOE006", "meaningless-alternative", WARNING, Scope.FRAGMENT, msg("Een alternatieve tekst die niets zegt")
)
def meaningless_alternative(text: TextView) -> Iterator[Violation]:
    """Meldt een alternatieve tekst als "image1", "logo.png" of "grafiek", en een die Word zelf gemaakt heeft.

    ## Waarom

    De alternatieve tekst is alles wat iemand die de afbeelding niet ziet ervan krijgt.

    ## Voorbeelden

    ```fout
    ![Kaart 3](kaart.png)

    ```

    ```fout
    ![kaart_def-v2.png](kaart.png)

    ![Afbeelding met kaart. Automatisch gegenereerde beschrijving](kaart.png)
    ```

    ```goed
    ![Kaart van Libanon met de twee posten van UNIFIL in het zuiden](kaart.png)
    ```

    ## Herstellen

    Schrijf in een zin wat de afbeelding vertelt.
    """
    for passage, alternative in _alternatives(text):
        if _PICTURE_NAMES.fullmatch(alternative.strip()):
            message = msg("de alternatieve tekst «{alternative}» zegt niets", alternative=alternative)
        elif _GENERATED_TEXT.search(alternative):
            message = msg("deze alternatieve tekst heeft een programma gemaakt")
        else:
            continue
        yield Violation(passage.span(), message, msg("schrijf in een zin wat de afbeelding vertelt"))


@rule("TOE007", "long-alternative", WARNING, Scope.FRAGMENT, msg("Een alternatieve tekst die te lang is"))
def long_alternative(text: TextView) -> Iterator[Violation]:
    """Meldt een alternatieve tekst van meer dan 250 tekens.

    ## Waarom

    Een voorleesprogramma leest de tekst in een keer voor; wie luistert kan er niet in terug.

    ## Voorbeelden

    ```fout
    ![De kaart toont Libanon. In het zuiden liggen de twee posten van UNIFIL, in het noorden ligt de haven van
    Tripoli met de schepen van de maritieme eenheid, en daartussen lopen de wegen die de patrouilles
    gebruiken, met per weg het aantal patrouilles in de verslagperiode en het jaar ervoor.](kaart.png)
    ```

    ```goed
    ![Kaart van Libanon met de twee posten van UNIFIL in het zuiden](kaart.png)
    ```

    ## Herstellen

    Houd een of twee zinnen over. Wat ook wie wel ziet moet weten, hoort in de tekst.
    """
    for passage, alternative in _alternatives(text):
        if len(alternative) > LONGEST_ALTERNATIVE:
            yield Violation(
                passage.span(),
                msg("de alternatieve tekst is {length} tekens lang", length=len(alternative)),
                msg("houd een of twee zinnen over, en zet de rest in de tekst"),
            )


def _alternatives(text: TextView) -> Iterator[tuple[Passage, str]]:
    return ((passage, passage.text) for passage in text.passages if passage.kind == "alternative")


# A longer bold paragraph is an emphasized sentence; one that ends in a colon introduces what follows.
_MOST_HEADING_WORDS = 10


@rule("TOE009", "bold-heading", WARNING, Scope.FRAGMENT, msg("Een vette alinea die een kop moet zijn"))
def bold_heading(text: TextView) -> Iterator[Violation]:
    """Meldt een korte alinea die helemaal vet is en op niets eindigt: een kop zonder kopniveau.

    ## Waarom

    Wie van kop naar kop springt, vindt die niet, en in de inhoudsopgave staat die evenmin.

    ## Voorbeelden

    ```fout
    **Militaire bijdrage**

    Nederland leverde twee militairen.

    === verwacht
    Militaire bijdrage
    ```

    ```fout
    **KFOR (Kosovo)**

    KFOR bewaart de vrede.
    ```

    ```goed
    ## Militaire bijdrage

    **Nederland leverde twee militairen.** Zij werkten in Naqoura.

    **Let op: de aantallen zijn die van april.**
    ```

    ## Herstellen

    Maak er een kop van: `## Militaire bijdrage`, of in Word een stijl Kop.
    """
    followed = {id(block) for block, after in pairwise(text.blocks) if _is_body_text(after)}
    for passage in text.passages_of("paragraph"):
        visible = [part for part in passage.segments if passage.text[part.start : part.end].strip()]
        if (
            id(passage.block) in followed
            and visible
            and all(part.style.strong for part in visible)
            and len(passage.lowered_words) <= _MOST_HEADING_WORDS
            and (passage.text.rstrip()[-1].isalnum() or passage.text.rstrip().endswith(")"))
            and "\n" not in passage.text
        ):
            yield Violation(
                passage.span(),
                msg("deze vette alinea is een kop zonder kopniveau"),
                msg("maak er een kop van (## in een fragment, een kopstijl in Word)"),
            )


def _is_body_text(block: object) -> bool:
    return isinstance(block, Paragraph | List | Table)


@rule("TOE010", "layout-table", WARNING, Scope.FRAGMENT, msg("Een tabel die alleen opmaak is"))
def layout_table(text: TextView) -> Iterator[Violation]:
    """Meldt een tabel met een kolom, of met alleen een koprij: die ordent geen gegevens.

    In een Word-bestand telt ook een tabel waarvan de meeste cellen leeg zijn.

    ## Waarom

    Een voorleesprogramma kondigt een tabel aan met het aantal rijen en kolommen, en dat leidt af als er
    geen zijn.

    ## Voorbeelden

    ```fout
    | Kernpunten |
    | --- |
    | De missie is verlengd. |
    | De bijdrage blijft gelijk. |

    === verwacht
    | Kernpunten | | --- | | De missie is verlengd. | | De bijdrage blijft gelijk. |
    ```

    ```goed
    | Missie | Militairen |
    | --- | --- |
    | UNIFIL | 2 |
    | UNTSO | 11 |
    ```

    ## Herstellen

    Maak er een lijst of gewone alinea's van.
    """
    for block in text.blocks:
        if not isinstance(block, Table) or block.filled_with:
            continue
        cells = [cell for row in (block.header, *block.rows) for cell in row if not cell.covered]
        empty = sum(not cell.content for cell in cells)
        one_column = len(block.header) == 1
        if one_column or not block.rows or (text.fragment and text.fragment.word and empty * 2 > len(cells)):
            yield Violation(
                block.span,
                msg("deze tabel ordent geen gegevens"),
                msg("maak er een lijst of gewone alinea's van"),
            )


_COLOUR_WORDS = "rood|rode|groene?|gele?|geel|blauwe?|oranje|paarse?|roze|grijze?|grijs|witte?|zwarte?"
_COLOURED_THINGS = (
    "rij|rijen|cel|cellen|kolom|kolommen|vak|vakken|vakje|vakjes|balk|balken|staaf|staven|vlak|vlakken|stip|"
    "stippen|bolletje|bolletjes|arcering|tekst|cijfers|bedragen|letters|pijl|pijlen|markering|regels?|kader"
)
_DISPLAY_VERBS = "weergegeven|gemarkeerd|aangegeven|gekleurd|gearceerd|afgedrukt|aangeduid|vermeld"
_IN_COLOUR = r"(?:in|met)(?: het| de kleur| een)? (?:rood|groen|geel|blauw|oranje|paars|roze|grijs)"
_BY_COLOUR = pattern(
    rf"\b(?:de|het|een|alle|met|in) (?:{_COLOUR_WORDS}) (?:{_COLOURED_THINGS})\b|"
    rf"\b(?:{_COLOUR_WORDS})[ -]?(?:gemarkeerde?|gekleurde?|gearceerde?|gedrukte?|omlijnde?|weergegeven)\b|"
    rf"\b{_IN_COLOUR}(?: is| zijn| worden?)? (?:{_DISPLAY_VERBS})\b|"
    rf"\b(?:{_DISPLAY_VERBS}) {_IN_COLOUR}\b",
    re.IGNORECASE,
)
#: Colour words that are rare in other uses, and words that join with a colour: "roodgemarkeerde".
_RARE_COLOUR_WORDS = (
    *("=rood", "=groen", "=geel", "=blauw", "=oranje", "=paars", "=roze", "=grijs", "=wit", "=zwart"),
    *("gemarkeerd", "gekleurd", "gearceerd", "gedrukt", "omlijnd"),
)
#: Colour words that also occur in names ("Rode Zee"), and words near them when they do mean a colour.
_COMMON_COLOUR_WORDS = ("=rode", "=groene", "=gele", "=blauwe", "=paarse", "=grijze", "=witte", "=zwarte")
_COMMON_COLOUR_CONTEXT = (*_COLOURED_THINGS.replace("s?", "").split("|"), "weergegeven")


@rule("TOE011", "colour-only", WARNING, Scope.FRAGMENT, msg("Een kleur die alleen de betekenis draagt"))
def colour_only(text: TextView) -> Iterator[Violation]:
    """Meldt een verwijzing naar iets dat alleen aan zijn kleur te herkennen is ("de rode rijen").

    ## Waarom

    Wie kleuren niet ziet, of een zwart-witte afdruk leest, weet niet wat er bedoeld is.

    ## Voorbeelden

    ```fout
    De rode rijen zijn nieuw, en de beëindigde missies zijn in het groen weergegeven. Zie de geel gemarkeerde
    bedragen.

    === verwacht
    De rode rijen
    in het groen weergegeven
    geel gemarkeerde
    ```

    ```goed
    De Blauwe Lijn scheidt Libanon van Israël. De krijgsmacht kocht groene stroom; dat was een rode draad. De
    rijen met een sterretje zijn nieuw. De blauwe helmen droegen een wit vest.
    ```

    ## Herstellen

    Noem wat de kleur betekent, en geef dat ook met een woord of teken aan.
    """
    candidates = {id(each): each for each in text.passages_with(_RARE_COLOUR_WORDS)}
    candidates |= {
        id(each): each for each in text.passages_with(_COMMON_COLOUR_WORDS, _COMMON_COLOUR_CONTEXT)
    }
    for passage in candidates.values():
        for match in passage.find(_BY_COLOUR, dutch=True):
            yield Violation(
                passage.span(*match.span()),
                msg("hier draagt alleen een kleur de betekenis"),
                msg("geef met een woord of teken aan wat bedoeld is"),
            )


RULES = (
    bare_address,
    vague_link,
    meaningless_alternative,
    long_alternative,
    bold_heading,
    layout_table,
    colour_only,
)
