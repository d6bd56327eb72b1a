# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a text announces, and whether that follows: more things than one, a list, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jvom.checks.prose import Passage
from jvom.checks.rule import WARNING, Scope, Slip, rule
from jvom.checks.sections import RATIONALE
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.model import OutlineEntry
from jvom.text import List, Quote, Table

_PLURAL = r"(?!punt\b|vraag\b)[\w-]*(?:en|s|eel)\b"
_FOLLOWING = pattern(
    rf"\b(?:volgende|onderstaande|hiernavolgende)\s+(?:(?!en\b)[\w-]+\s+){{0,2}}{_PLURAL}", re.IGNORECASE
)
_ONE_AFTER_COLON = pattern(
    rf"\b(?:de|het)\s+(?:volgende|onderstaande)\s+(?:[\w-]+\s+){{0,2}}{_PLURAL}:\s+(?P<one>[^,;:.]{{3,60}})\.(?:\s|$)",
    re.IGNORECASE,
)
_SINGULAR = pattern(
    r"\b(?:volgende|onderstaande)\s+(?:\w+\s+)?(?:wijzen|weken|jaren|keren|maanden|dagen|uren|redenen\s+is)\b",
    re.IGNORECASE,
)
_AHEAD_WORDS = ("volgende", "onderstaande", "hiernavolgende")
_PROMISED_AT_END = pattern(
    r"\b(?:volgende|onderstaande|hiernavolgende)\s+(?!paragra|hoofdstuk|bladzijd|pagina|jaren|jaar|maand|week|weken|dag|keer"
    r"|fase|stap|ronde|editie|rapportage|generatie|regels?\b|bepaling|artikel|lid\b|leden\b|alinea|bijlagen)"
    r"(?:[\w-]+\s+)?[\w-]+(?:en|s)\.$"
    r"|\b(?:is|zijn|was|waren|luidt|luiden)\s+(?:de|het)\s+volgende\.$",
    re.IGNORECASE,
)
#: How many passages after its announcement a table may stand.
_AHEAD = 60
_TABLES = ("tabel", "opsomming", "lijst", "overzicht", "figuur", "grafiek", "schema")
_TABLE_WORDS = pattern(
    r"\b(?:onderstaande?|hiernavolgende|volgende)\s+(?:tabel|opsomming|lijst|overzicht|figuur|grafiek|schema)\b"
    r"|\b(?:hieronder|hierna)\s+(?:volgt|staat|vindt\s+u|is|wordt)\s+(?:\w+\s+){0,4}(?:tabel|opsomming|lijst|overzicht)\b"
    r"|\b(?:de|het)\s+(?:tabel|lijst|overzicht|opsomming|figuur|grafiek|schema)\s+(?:hieronder|hierna)\b",
    re.IGNORECASE,
)


@rule(
    "STR009",
    "plural-announced",
    WARNING,
    Scope.TEXTS,
    msg("Er wordt meer dan een ding aangekondigd, en er volgt er een"),
)
def plural_announced(texts: Texts) -> Iterator[Slip]:
    """Meldt een meervoud dat aankondigt waar er een volgt.

    De regel leest "de volgende missies:" voor een opsomming met een punt of voor een enkel woord, en de kop
    "Rationale en samenhang Nederlandse bijdragen" van een regio met een missie; ook andersom, "bijdrage" bij
    een regio met meer missies.

    ## Waarom

    Er is een missie weggevallen, of de zin is van vorig jaar.

    ## Voorbeelden

    ```fout
    Nederland droeg bij aan de volgende missies:

    - UNIFIL.

    === verwacht
    volgende missies
    ```

    ```fout
    Nederland werkt samen met de volgende landen: Irak.

    === verwacht
    volgende landen
    ```

    ```fout dossier.yml
    report:
      outline:
        - id: inzet
          sections:
            - id: midden-oosten
              sections:
                - !weg {id: untso}
        - id: untso

    === verwacht
    Rationale en samenhang Nederlandse bijdragen
    ```

    ```fout rapport/midden-oosten.md
    ## Rationale en samenhang Nederlandse bijdrage

    Nederland heeft een direct belang bij stabiliteit in het Midden-Oosten.
    ```

    ```goed
    Nederland droeg bij aan de volgende missies:

    - UNIFIL;
    - UNTSO.

    Het volgende land is Irak. De volgende jaren: onzeker. Het gaat om de volgende landen: Irak en Syrië.
    Zie de volgende bronnen: Stb. 1981, 35; Stcrt. 1985, 247.
    ```

    ## Herstellen

    Zet in het enkelvoud, of vul aan.
    """
    for text in texts.texts:
        passages = text.passages
        for number, passage in enumerate(passages):
            if passage.kind not in ("paragraph", "item", "footnote") or ":" not in passage.text:
                continue
            after = passages[number + 1] if number + 1 < len(passages) else None
            if after and after.kind == "item" and _items(after) == 1 and passage.block is not after.block:
                announced = [*_FOLLOWING.finditer(passage.text)][-1:]
                for match in announced if passage.text.rstrip().endswith(":") else ():
                    if not _SINGULAR.match(match[0]):
                        yield _one_follows(passage, match.start(), match.end())
            for match in _ONE_AFTER_COLON.finditer(passage.text) if passage.may_hold(_AHEAD_WORDS) else ():
                # A full stop of an abbreviation ends nothing: "de volgende voorbeelden: Stb. 1981, 35".
                whole = re.match(r"\.\s+\d", passage.text[match.end("one") :]) is None
                if (
                    whole
                    and "…" not in match["one"]
                    and not re.search(r"\b(?:en|of|alsmede|plus)\b|[/&]", match["one"])
                    and not _SINGULAR.search(match[0])
                ):
                    found = _FOLLOWING.search(passage.text, match.start())
                    if found:
                        yield _one_follows(passage, found.start(), found.end())
    if isinstance(texts, DossierView):
        yield from _regions(texts)


def _one_follows(passage: Passage, start: int, end: int) -> Slip:
    return Slip(
        passage.span(start, end),
        msg("hier volgt er maar een"),
        msg("zet het in het enkelvoud, of vul aan"),
    )


def _items(passage: Passage) -> int:
    return len(passage.block.items) if isinstance(passage.block, List) else 0


def _regions(dossier: DossierView) -> Iterator[Slip]:
    for entry, _ in dossier.outline:
        text = dossier.text(entry.id)
        count = _missions(dossier, entry)
        if text is None or not count:
            continue
        for heading in text.passages_of("heading"):
            words = heading.text.strip()
            if not words.startswith(RATIONALE):
                continue
            plural = words.removeprefix(RATIONALE).startswith("n")
            if plural and count == 1:
                yield Slip(
                    heading.span(),
                    msg("onder deze regio staat maar een missie"),
                    msg("schrijf «{right}»", right=RATIONALE),
                )
            elif not plural and count > 1:
                yield Slip(
                    heading.span(),
                    msg("onder deze regio staan {count} missies", count=count),
                    msg("schrijf «{right}»", right=f"{RATIONALE}n"),
                )


def _missions(dossier: DossierView, entry: OutlineEntry) -> int:
    found = 0
    for below in entry.sections:
        text = dossier.text(below.id)
        found += bool(text and text.mission) + _missions(dossier, below)
    return found


@rule(
    "STR010",
    "list-missing",
    WARNING,
    Scope.FRAGMENT,
    msg("Een opsomming of tabel die wordt aangekondigd, volgt niet"),
)
def list_missing(text: TextView) -> Iterator[Slip]:
    """Meldt een alinea die op een dubbele punt eindigt zonder dat er een opsomming, tabel of citaat volgt.

    Ook "onderstaande tabel" en "hieronder volgt een overzicht" zonder tabel of opsomming erna. Buiten een
    dossier meldt de regel alleen een dubbele punt voor een kop of aan het eind.

    ## Waarom

    De lezer wacht op iets dat is weggevallen.

    ## Voorbeelden

    ```fout
    Nederland droeg bij aan de volgende missies:

    De missies werken samen.

    === verwacht
    Nederland droeg bij aan de volgende missies:
    ```

    ```fout
    Het gaat om de volgende missies.

    De missies werken samen.

    === verwacht
    volgende missies.
    ```

    ```fout
    De redenen zijn de volgende.

    === verwacht
    zijn de volgende.
    ```

    ```fout
    De aantallen staan in onderstaande tabel. Er is niets bijzonders te melden.

    === verwacht
    onderstaande tabel
    ```

    ```goed
    Nederland droeg bij aan de volgende missies:

    - UNIFIL;
    - UNTSO.

    De aantallen staan in de volgende tabel. Meer staat in de volgende paragrafen.

    | Missie | Militairen |
    | --- | --- |
    | UNIFIL | 1 |
    ```

    ## Herstellen

    Zet de opsomming of tabel erbij, of herschrijf de zin.
    """
    loose = text.document == "tekst"
    passages = [passage for passage in text.passages if passage.kind not in ("footnote", "value")]
    for number, passage in enumerate(passages):
        if passage.kind not in ("paragraph", "item"):
            continue
        after = passages[number + 1] if number + 1 < len(passages) else None
        words = passage.text.rstrip()
        if words.endswith(":") and not _follows(passage, after, loose=loose) and not _FORMULA.search(words):
            start = passage.sentences[-1][0] if passage.sentences else 0
            yield Slip(
                passage.span(start, len(passage.text)),
                msg("na deze dubbele punt volgt niets"),
                msg("zet de opsomming erbij, of herschrijf de zin"),
            )
        promised = words.endswith(".") and passage.may_hold(_AHEAD_WORDS) and _PROMISED_AT_END.search(words)
        if promised and not _follows(passage, after, loose=False):
            yield Slip(
                passage.span(promised.start(), promised.end()),
                msg("wat hier wordt aangekondigd, volgt niet"),
                msg("zet de opsomming erbij, of herschrijf de zin"),
            )
        for match in _TABLE_WORDS.finditer(passage.text) if _may_promise_a_table(passage) else ():
            if not _any_list(text, passages[number : number + _AHEAD]):
                yield Slip(
                    passage.span(match.start(), match.end()),
                    msg("hier volgt geen tabel of opsomming"),
                    msg("zet haar erbij, of herschrijf de zin"),
                )


def _may_promise_a_table(passage: Passage) -> bool:
    """Tell quickly whether `_TABLE_WORDS` may match: most tables and lists are spoken of otherwise."""
    return passage.may_hold(_TABLES) and any(
        before in _BELOW or word in _BELOW or (word in _TABLES and before in _BEFORE_TABLES)
        for before, word in pairwise(passage.small_words)
    )


_BELOW = ("hieronder", "hierna")
_BEFORE_TABLES = ("onderstaand", "onderstaande", "hiernavolgende", "volgende")
_FORMULA = pattern(r"(?:^|\W)[Bb]esluit(?:en)?(?:\s+als\s+volgt)?:$")
"""How a decision begins: what follows is the decision itself."""


def _follows(passage: Passage, after: Passage | None, *, loose: bool) -> bool:
    if after is None:
        return bool(passage.segments and passage.segments[-1].kind == "picture")
    if loose:
        return after.kind not in ("heading", "title")
    if passage.kind == "item" and after.kind == "item":
        return True
    return after.kind in ("item", "head", "cell", "quote", "alternative", "caption")


def _any_list(text: TextView, passages: list[Passage]) -> bool:
    """Tell whether a list, table, quotation or picture follows here, or sections do."""
    if any(passage.kind in ("item", "head", "cell", "quote", "alternative") for passage in passages[1:]):
        return True
    if any(
        isinstance(block, Table | List | Quote) for block in (text.fragment.blocks if text.fragment else ())
    ):
        return any(isinstance(block, Table) and block.filled_with for block in _blocks(text))
    dossier = text.texts
    if isinstance(dossier, DossierView):
        return any(entry.id == text.id and entry.sections for entry, _ in dossier.outline)
    return False


def _blocks(text: TextView) -> tuple[object, ...]:
    return text.fragment.blocks if text.fragment else ()


RULES = (plural_announced, list_missing)
