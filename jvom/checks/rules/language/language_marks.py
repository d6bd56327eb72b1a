# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG: spaces at punctuation, and marks of several kinds for one thing: quotation marks, marks of lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.quotations import quotations
from jvom.checks.rule import INFO, WARNING, Scope, Slip, rule
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.source import Span
from jvom.text import List

if TYPE_CHECKING:
    from jvom.checks.prose import Passage
    from jvom.checks.views import Texts, TextView

# --- spaces -------------------------------------------------------------------------------------

# Where something may be wrong; `_spacing` looks closer. Begins with the marks, and looks back from there: a
# pattern that begins with the few characters that may stand there is searched fastest.
_AT_MARK = pattern(
    r"[(\[,;:.!?)](?:(?<=[ \u00a0][,;:!?.)])|(?<=[(\[])[ \u00a0]|(?<=[,;:.!?])[^\W\d_]|(?<=,),"
    r"|(?<![./]\.)(?<=\.)\.(?![./]))"
)
_WORD_BEFORE = pattern(r"[^\W\d_]{3}$")
_WORD_AFTER = pattern(r"[^\W\d_]{2,3}")
# "missie(in Irak)", "(in Irak)is", and not "functionaris(sen)", "(her)opbouw"
_AT_BRACKET = pattern(
    r"\((?<=[a-zëï]{3}\()(?=[A-Z]{2,12}\)|[a-z]{2,20} [^()]{1,60}\))|\)(?<=[a-z] [a-zëïA-Z]{3}\))(?=[a-z]{2})"
)
# "2025 -2026", "2026/ 2027"
_LOOSE = pattern(r"\d(?: [-./–]|[-./–] )\d")
_LOOSE_JOINTS = (" -", " –", " /", "- ", "– ", "/ ")
_AT_RANGE = pattern(r"(?<=(?:19|20)\d\d)(?: [-–/](?=\d)|[-–/] (?=(?:19|20)\d\d))")


@rule(
    "LNG017",
    "space-at-mark",
    WARNING,
    Scope.FRAGMENT,
    msg("Bij een leesteken staat een spatie te veel of te weinig"),
    fixable=True,
)
def space_at_mark(view: TextView) -> Iterator[Slip]:
    """Meldt een spatie die er niet hoort, en een leesteken zonder spatie erna.

    Een spatie hoort niet voor een komma, punt of voetnoot, en niet aan de binnenkant van haakjes.
    Ook een dubbele komma of punt.

    ## Waarom

    Zulke resten blijven staan als een zin is verbouwd.

    ## Voorbeelden

    ```fout
    De missie begon in mei , eindigde in juni ; zij ( de leiding ) was tevreden.

    === verwacht
    i ,
    i ;
    ( d
    g )
    ```

    ```fout
    De missie eindigde.De leiding,de staf en het leger vertrokken,, zei hij.
    ```

    ```fout
    De missie ,die in mei begon, eindigde in juni..

    === verwacht
    e ,
    ..
    ```

    ```fout
    De kaders staan in een brief [^noot]. Zie daar.

    [^noot]: De brief van mei.
    ```

    ```fout
    De missie(in Irak) is verlengd,en dat is goed. Dat gold voor 2025 -2026.

    === verwacht
    (
    ,
    -
    ```

    ```goed
    De functionaris(sen) en de (her)opbouw in 2025-2026; f(x), minister(s) en artikel 5(a) blijven.
    ```

    ```goed
    De missie begon in mei, eindigde in juni; zij (de leiding) was tevreden. Het kostte 1,5 miljoen euro
    op 3.500 uur.[^noot]
    Zie [rijksoverheid.nl](https://www.rijksoverheid.nl), Zr.Ms. De Ruyter en artikel 5:12.

    [^noot]: De brief van mei (Kamerstuk 29 521, nr. 493).
    ```

    ## Herstellen

    Zet de spatie waar zij hoort; `jvom check --fix` doet het voor u.
    """
    for passage in view.passages:
        text = passage.dutch
        for match in _AT_MARK.finditer(text):
            # A mark by itself has a space before it.
            start = match.start() - (len(match[0]) == 1)
            yield from _spacing(passage, text, start, text[start : start + 2])
        if "(" in text:
            for match in _AT_BRACKET.finditer(text):
                better = " (" if match[0] == "(" else ") "
                yield _spaced(passage, *match.span(), better, msg("bij dit haakje ontbreekt een spatie"))
        if passage.has_digit and passage.may_hold(_LOOSE_JOINTS) and _LOOSE.search(text):
            for match in _AT_RANGE.finditer(text):
                yield _spaced(passage, *match.span(), match[0].strip(), msg("hier staat een spatie te veel"))
        for part in passage.segments:
            if part.kind == "note" and part.start and passage.text[part.start - 1].isspace():
                yield _spaced(
                    passage,
                    part.start - 1,
                    part.start,
                    "",
                    msg("voor het voetnootteken staat een spatie te veel"),
                )


def _spacing(passage: Passage, text: str, at: int, found: str) -> Iterator[Slip]:
    if found[0] in " \u00a0":
        before, following = text[at - 1 : at], text[at + 2 : at + 3]
        ends = found[1] == ")" or not _goes_on(found[1], following)
        if at and ends and (before.isalnum() or before in "»”\"'’%.)") and _is_whole(passage, at):
            yield _spaced(passage, at, at + 1, "", msg("hier staat een spatie te veel"))
    elif found[1] in " \u00a0":
        if text[at + 2 : at + 3].isalnum():
            yield _spaced(passage, at + 1, at + 2, "", msg("hier staat een spatie te veel"))
    elif found == ",,":
        yield _spaced(passage, at, at + 2, ",", msg("hier staan meer komma's achter elkaar"))
    elif found == "..":
        yield _spaced(passage, at, at + 2, ".", msg("hier staan twee punten achter elkaar"))
    elif _WORD_BEFORE.search(text, max(0, at - 3), at) and (word := _WORD_AFTER.match(text, at + 1)):
        capital = word[0].istitle()
        if found[0] not in ",;" and not (len(word[0]) > 2 and capital and text[at - 3 : at].islower()):
            return
        around = text[max(0, at - 30) : at + 30]
        if "www." in around or "@" in around or any(part.style.address for part in passage.parts(at, at + 1)):
            return
        mark = found[0]
        yield _spaced(passage, at, at + 1, f"{mark} ", msg("achter «{mark}» ontbreekt een spatie", mark=mark))


def _is_whole(passage: Passage, at: int) -> bool:
    """Tell whether no markup that we do not read was left out between a space and the mark behind it."""
    place = passage.span(at, at + 2)
    return place.line != place.end_line or place.end_column - place.column == 2


def _goes_on(mark: str, after: str) -> bool:
    """Tell whether a mark behind a space begins something: a number, a path, an ellipsis, a smiley."""
    return (
        (after.isalnum() and not (mark in ",;" and after.isalpha()))
        or (after != "" and after in "./()-_,")
        or (mark == "." and bool(after.strip()))
    )


def _spaced(passage: Passage, start: int, end: int, better: str, message: Message) -> Slip:
    advice = msg("zet er een spatie") if " " in better else msg("haal het teveel weg")
    # A space cannot be seen, so what is marked has the characters around it too.
    shown = (max(0, start - 1), min(len(passage.text), end + 1)) if not better else (start, end)
    return Slip(passage.span(*shown), message, advice, passage.replace(start, end, better))


# --- quotation marks ----------------------------------------------------------------------------

_KINDS = {
    '"': "dubbele", "“": "dubbele", "'": "enkele", "‘": "enkele", "„": "lage", "‚": "lage", "«": "Franse",
    "`": "accenten", "´": "accenten", "''": "accenten", "``": "accenten",
}  # fmt: skip
#: What opens a quotation: an apostrophe does not count here.
_OPENINGS = ("‘", "“", "„", "«", '"')
_STRAIGHT = {'"': "rechte dubbele", "'": "rechte enkele"}
_EXAMPLES = {
    "dubbele": "“ ”", "enkele": "‘ ’", "lage": "„ ”", "Franse": "« »", "accenten": "` ´",
    "rechte dubbele": '" "', "rechte enkele": "' '",
}  # fmt: skip


@rule(
    "LNG019", "mixed-quotation-marks", WARNING, Scope.TEXTS, msg("Aanhalingstekens van verschillende soort")
)
def mixed_quotation_marks(texts: Texts) -> Iterator[Slip]:
    """Meldt aanhalingstekens van een andere soort dan de meeste: dubbele, enkele, lage, Franse, of accenten.

    Rechte en gekrulde tekens drukt jvom gelijk; staan zij in een dossier door elkaar, dan is dat ter
    overweging. In losse teksten zijn zij twee soorten.
    Een citaat binnen een citaat heeft terecht andere tekens. Per bestand staat elke afwijkende soort er
    één keer.

    ## Waarom

    Een stuk met “dubbele”, ‘enkele’ en „lage” tekens is zichtbaar uit stukken gemaakt.

    ## Voorbeelden

    ```fout
    Het heet een "bestand", ook wel "wapenstilstand", maar de partijen noemen het een 'pauze' of «rust».

    === verwacht
    'pauze'
    «rust»
    ```

    ```fout
    Het heet een "bestand", en een "pauze", en ook “rust”.

    === verwacht
    “rust”
    ```

    ```goed
    Het heet een "bestand". De woordvoerder zei: "Wij noemen het een 'pauze'." De foto's van 's ochtends
    en zo'n brief van
    '26 zijn er nog.
    ```

    ## Herstellen

    Gebruik overal dezelfde aanhalingstekens. Het Rijk gebruikt dubbele.
    """
    loose = [text for text in texts.texts if text.document == "tekst"]
    together = [text for text in texts.texts if text.document != "tekst"]
    for group in (together, *([text] for text in loose)):
        found: dict[str, dict[str, list[Span]]] = {}
        curled: dict[bool, list[Span]] = {}
        for text in group:
            for passage in text.passages:
                for start, end, mark in quotations(passage):
                    if text.document != "tekst" and mark in ('"', "“") and passage.is_typed(start, end):
                        curled.setdefault(mark == "“", []).append(passage.span(start, end))
                    if any(other in passage.text[start + 1 : end - 1] for other in _OPENINGS):
                        continue  # Around another quotation other marks are right.
                    kind = (_STRAIGHT.get(mark) if text.document == "tekst" else None) or _KINDS[mark]
                    found.setdefault(kind, {}).setdefault(text.path, []).append(passage.span(start, end))
        if len(curled) == 2:
            fewer, more = sorted(curled.values(), key=len)
            yield Slip(
                fewer[0],
                msg("rechte en gekrulde aanhalingstekens staan in de bron door elkaar"),
                msg("typ overal rechte; jvom krult ze"),
                related=(Related(more[0], msg("hier zijn het andere")),),
                severity=INFO,
            )
        if len(found) < 2:
            continue
        best = max(found, key=lambda kind: sum(map(len, found[kind].values())))
        there = Related(
            next(iter(found[best].values()))[0], msg("hier zijn het {marks}", marks=_EXAMPLES[best])
        )
        for kind, files in found.items():
            if kind != best:
                for places in files.values():
                    yield Slip(
                        places[0],
                        msg("{marks} zijn hier andere aanhalingstekens dan de meeste", marks=_EXAMPLES[kind])
                        if len(places) == 1
                        else msg(
                            "{marks} zijn andere aanhalingstekens dan de meeste, hier en nog {count} keer",
                            marks=_EXAMPLES[kind],
                            count=len(places) - 1,
                        ),
                        msg("gebruik overal {marks}", marks=_EXAMPLES[best]),
                        related=(there,),
                    )


# --- marks of lists -----------------------------------------------------------------------------


class Mark(msgspec.Struct, frozen=True):
    """A mark of an enumeration: `kind` is what counts (letter, number, list, bullet), `form` how it looks."""

    kind: str
    form: str
    passage: Passage
    start: int
    end: int


_INLINE = pattern(
    r"(?<![\w(])(?:(?P<round>\((?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x|[1-9]\d?)\))"
    r"|(?P<half>(?:[a-h]|i{1,3}|iv|vi{0,3}|[1-9])\))|(?P<degree>[1-9]°))(?=\s\w)"
)
_REFERENCE = pattern(r"(?:onder|onderdeel|onderdelen|sub|lid|artikel|punt) $")
_BULLETS = frozenset("•·▪◦o*–—-")
_BULLET = pattern(r"^([•·▪◦o*–—-])[ \t\u00a0](?=\S)")
_SOURCE_MARK = pattern(r"(?:^|\s)([-*+]|\d{1,9}[.)])\s+$")


@rule("LNG020", "mixed-list-marks", WARNING, Scope.FRAGMENT, msg("Opsommingstekens van verschillende soort"))
def mixed_list_marks(view: TextView) -> Iterator[Slip]:
    """Meldt opsommingen in één tekst met verschillende tekens: `(1)` en `2)`, streepjes en bolletjes.

    ## Waarom

    Verschillende tekens doen denken aan verschillende lijsten, of aan tekst die uit stukken is gemaakt.

    ## Voorbeelden

    ```fout
    De missie heeft twee taken: (1) het trainen van troepen en 2) het bewaken van de grens.

    === verwacht
    2)
    ```

    ```fout
    De taken zijn:

    - trainen
    - bewaken

    De middelen zijn:

    * schepen
    * mensen

    === verwacht
    schepen
    ```

    ```fout
    De taken zijn:

    1. trainen
    2. bewaken

    De middelen zijn:

    1) schepen
    2) mensen

    === verwacht
    schepen
    ```

    ```goed
    De missie heeft twee taken: (1) het trainen van troepen en (2) het bewaken van de grens, met (a)
    schepen en (b) mensen.

    - trainen
    - bewaken
    ```

    ## Herstellen

    Gebruik in het hele stuk dezelfde tekens.
    """
    groups: dict[str, dict[str, list[Mark]]] = {}
    for passage in view.passages:
        for mark in _marks(passage):
            groups.setdefault(mark.kind, {}).setdefault(mark.form, []).append(mark)
    for forms in groups.values():
        if len(forms) < 2:
            continue
        best = max(forms, key=lambda form: len(forms[form]))
        first = forms[best][0]
        there = Related(first.passage.span(first.start, first.end), msg("hier staat «{form}»", form=best))
        for form, marks in forms.items():
            if form != best:
                for mark in marks:
                    yield Slip(
                        mark.passage.span(mark.start, mark.end),
                        msg("deze opsomming heeft «{form}», een andere «{best}»", form=form, best=best),
                        msg("gebruik overal hetzelfde teken"),
                        related=(there,),
                    )


def _marks(passage: Passage) -> Iterator[Mark]:
    if passage.kind in ("value", "title", "heading", "head"):
        return
    text = passage.dutch
    # One mark by itself is a remark in brackets or a reference: an enumeration has two.
    if (") " in text or "° " in text) and text.count(")") + text.count("°") > 1:
        found = list(_INLINE.finditer(text))
        if len(found) > 1:
            for match in found:
                if _REFERENCE.search(text, max(0, match.start() - 14), match.start()):
                    continue
                form = "(1)" if match["round"] else "1°" if match["degree"] else "1)"
                kind = "letter" if match[0].strip("()°").isalpha() else "number"
                yield Mark(kind, form.replace("1", "a") if kind == "letter" else form, passage, *match.span())
    if text[:1] in _BULLETS and (bullet := _BULLET.match(text)):
        yield Mark("bullet", bullet[1], passage, *bullet.span(1))
    if passage.kind == "item" and isinstance(passage.block, List) and passage.row == 0:
        at = passage.span(0, 1)
        line = passage.lines[at.line - 1][: at.column - 1] if 0 < at.line <= len(passage.lines) else ""
        if mark := _SOURCE_MARK.search(line):
            ordered = passage.block.ordered
            form = f"1{mark[1][-1]}" if ordered else mark[1]
            # Numbers with a point and with a bracket are two levels of one list in a regulation.
            if not ordered or passage.document != "tekst":
                yield Mark("list" if ordered else "bullet", form, passage, 0, len(text.partition("\n")[0]))


@rule(
    "LNG024",
    "mixed-list-endings",
    WARNING,
    Scope.FRAGMENT,
    msg("De onderdelen van een opsomming eindigen verschillend"),
)
def mixed_list_endings(view: TextView) -> Iterator[Slip]:
    """Meldt een onderdeel van een opsomming dat anders eindigt dan de andere: punt, puntkomma, of niets.

    Het laatste onderdeel mag met een punt eindigen, en het een na laatste met `; en`.

    ## Waarom

    De lezer ziet de opsomming in een oogopslag, en dus ook wat afwijkt.

    ## Voorbeelden

    ```fout
    De taken zijn:

    - het trainen van troepen;
    - het bewaken van de grens.
    - het adviseren van de staf;
    - het leveren van schepen.

    === verwacht
    .
    ```

    ```fout
    De bijdrage bestond uit:

    - adviseurs;
    - stafofficieren,
    - artsen.

    === verwacht
    ,
    ```

    ```goed
    De taken zijn:

    - het trainen van troepen;
    - het bewaken van de grens; en
    - het adviseren van de staf.

    Er is verder:

    - geld
    - materieel
    ```

    ## Herstellen

    Laat alle onderdelen op dezelfde manier eindigen: zinnen met een punt, delen van een zin met een
    puntkomma.
    """
    last: dict[int, dict[int, Passage]] = {}
    for passage in view.passages_of("item"):
        if isinstance(passage.block, List) and passage.text.strip():
            last.setdefault(id(passage.block), {})[passage.row] = passage
    for items in last.values():
        if len(items) < 3 or any(_has_list(passage) for passage in items.values()):
            continue
        *body, final = items.values()
        endings = [(_ending(passage), passage) for passage in body if not passage.text.rstrip().endswith(":")]
        if not endings:
            continue
        counts: dict[str, int] = {}
        for ending, _ in endings:
            counts[ending] = counts.get(ending, 0) + 1
        # Of two that differ it is the semicolon that parts of one sentence have.
        best = max(counts, key=lambda ending: (counts[ending], ending == ";"))
        for ending, passage in endings:
            if ending != best and (counts[ending] < counts[best] or best == ";"):
                end = len(passage.text.rstrip())
                yield Slip(
                    passage.span(end - 1, end),
                    msg(
                        "dit onderdeel eindigt met {ending}, de meeste met {best}",
                        ending=_NAMED[ending],
                        best=_NAMED[best],
                    ),
                    msg("laat alle onderdelen op dezelfde manier eindigen"),
                    related=(Related(final.span(), msg("het laatste onderdeel")),),
                )


_NAMED = {
    ";": msg("een puntkomma"), ".": msg("een punt"), ",": msg("een komma"), "": msg("geen leesteken"),
}  # fmt: skip


def _ending(passage: Passage) -> str:
    text = passage.text.rstrip().removesuffix(" en").removesuffix(" of").rstrip(" \"'”’»)")
    return text[-1] if text[-1:] in (";", ".", ",") else "." if text[-1:] in ("?", "!") else ""


def _has_list(passage: Passage) -> bool:
    """Tell whether an item holds a list of its own, whose items stand as items of the outer one."""
    return isinstance(passage.block, List) and any(
        isinstance(block, List) for item in passage.block.items for block in item.blocks
    )


RULES = (space_at_mark, mixed_quotation_marks, mixed_list_marks, mixed_list_endings)
