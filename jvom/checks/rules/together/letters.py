# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters compared with each other, and statements of letter, nota and report about one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Money, Recipient
from jvom.source import Span
from jvom.text import FigureUse


@rule(
    "LET007",
    "letters-differ",
    ERROR,
    Scope.TEXTS,
    msg("De brieven verschillen in meer dan geadresseerde, adres en kenmerk"),
)
def letters_differ(texts: Texts) -> Iterator[Violation]:
    """The letters differ in more than addressee, address and reference."""
    if isinstance(texts, DossierView):
        first, *others = texts.data.letter.recipients
        for other in others:
            yield from _recipients_differ(first, other)
        yield from _offers_to_one_house(texts) if others else ()
    else:
        letters = [text for text in texts.texts if text.is_letter]
        for one, two in pairwise(letters):
            yield from _missing_from(one, two)
            yield from _missing_from(two, one)


def _recipients_differ(first: Recipient, other: Recipient) -> Iterator[Violation]:
    if other.date and first.date and other.date != first.date:
        yield Violation(
            other.at.value("date"),
            msg("de brieven hebben niet dezelfde datum"),
            msg("maak de datums gelijk"),
            related=(Related(first.at.value("date"), msg("hier staat de andere datum")),),
        )
    for key, same, what in (
        ("reference", bool(first.reference) and other.reference == first.reference, msg("hetzelfde kenmerk")),
        ("address", other.address == first.address, msg("hetzelfde adres")),
        ("addressee", other.addressee == first.addressee, msg("dezelfde geadresseerde")),
    ):
        if same:
            yield Violation(
                other.at.item(key, 0),
                msg("de brieven hebben {what}", what=what),
                msg("geef elke brief het zijne"),
                related=(Related(first.at.item(key, 0), msg("hier staat het ook")),),
            )


#: An offer to one House in a letter that goes to both.
_OFFER = pattern(
    r"\b(?:[Hh]ierbij|bied\w*|zend\w*|stuur\w*|informeer\w*)\b[^.]{0,40}?"
    r"\bde (?P<house>Eerste|Tweede) Kamer(?! der|\w)"
)


def _offers_to_one_house(dossier: DossierView) -> Iterator[Violation]:
    text = dossier.text("brief")
    for passage in text.passages_with(("kamer",)) if text else ():
        for match in passage.find(_OFFER):
            start, end = passage.sentence_at(match.start())
            other = "Tweede" if match["house"] == "Eerste" else "Eerste"
            if other not in passage.text[start:end] and "hierbij" in passage.lowered[start:end]:
                yield Violation(
                    passage.span(match.start("house"), match.end()),
                    msg("deze tekst gaat ook naar de {other} Kamer", other=other),
                    msg("schrijf «uw Kamer» of «het parlement»"),
                )


_ADDRESS_LINE = pattern(r"\d{4} ?[A-Z]{2}\b|MINDEF|[Rr]eferentie|[Kk]enmerk|^Aan\b|^(?:de )?[Vv]oorzitter")


def _missing_from(one: TextView, two: TextView) -> Iterator[Violation]:
    there = {_normalized(passage.text) for passage in two.passages}
    for number, passage in enumerate(one.passages):
        after = one.passages[number + 1].text if number + 1 < len(one.passages) else ""
        is_own = _ADDRESS_LINE.search(passage.text) or re.match(r"\d{4} ?[A-Z]{2}\b", after)
        if passage.text.strip() and not is_own and _normalized(passage.text) not in there:
            yield Violation(
                passage.span(),
                msg("dit staat niet zo in de andere brief"),
                msg("maak de brieven gelijk"),
                related=(Related(two.whole, msg("de andere brief")),),
            )


def _normalized(words: str) -> str:
    plain = re.sub(r"\b(?:Eerste|Tweede)(?= Kamer)", "", words).translate(_QUOTES)
    return " ".join(plain.lower().split())


_QUOTES = str.maketrans(dict.fromkeys("“”„", '"') | dict.fromkeys("‘’", "'"))


@rule(
    "LET012",
    "letter-without-comma",
    WARNING,
    Scope.DOSSIER,
    msg("Achter de aanhef of de slotgroet staat geen komma"),
)
def letter_without_comma(dossier: DossierView) -> Iterator[Violation]:
    """The salutation or the closing has no comma behind it."""
    letter = dossier.data.letter
    for key, line in (("salutation", letter.salutation), ("closing", letter.closing)):
        if not line.endswith(","):
            yield Violation(
                letter.at.value(key),
                msg("achter «{line}» hoort een komma", line=line),
                msg("schrijf «{better}»", better=line.rstrip(" .;:!") + ","),
            )


@rule(
    "LET008",
    "claim-contradicted",
    ERROR,
    Scope.DOSSIER,
    msg("De nota beweert wat het rapport tegenspreekt"),
)
def claim_contradicted(dossier: DossierView) -> Iterator[Violation]:
    """The nota asserts what the report contradicts."""
    claims, nota, names = dossier.data.claims, dossier.text("nota"), dossier.memo(report_names)
    if nota is None:
        return
    said = [
        passage.span(start, end)
        for passage in nota.passages_with(("=geen",))
        if passage.contains_any(_EFFECTS)
        for start, end in passage.sentences
        if _might_deny_effects(passage.lowered[start:end])
        and (
            (
                _might_speak_of_report(passage.lowered[start:end], names)
                and _no_effects(names).search(passage.text[start:end])
            )
            # Under this heading the sentence is about the report.
            or ("inanci" in passage.heading and _NONE_AT_ALL.search(passage.text[start:end]))
        )
    ]
    money = next(_amounts(dossier), None) if said or claims.no_financial_effects else None
    if money is None:
        return
    related = (Related(money, msg("hier noemt het rapport een bedrag")),)
    if claims.no_financial_effects:
        yield Violation(
            claims.at.value("no_financial_effects"),
            msg("het rapport noemt wel bedragen"),
            msg("verbeter de nota en zet no_financial_effects: false"),
            related=related,
        )
    for span in said:
        yield Violation(
            span,
            msg("het rapport noemt wel bedragen"),
            msg("zeg dat de bedragen overeenkomen met het jaarverslag, of haal de zin weg"),
            related=related,
        )


_EFFECTS = ("gevolgen", "effecten", "consequenties", "bedragen", "uitgaven", "kosten")
#: "Geen nieuwe gevolgen" does not deny amounts.
_NONE = r"\bgeen\s+(?!nieuwe\b|extra\b|aanvullende\b|additionele\b|verdere\b|andere\b|eigen\b)(?:\w+\s+){0,2}"


@cache
def _no_effects(names: ReportNames) -> re.Pattern[str]:
    named = names.one_of("rapport", "rapportage", "voortgangsrapportage", "brief")
    return re.compile(
        rf"(?:{named})\b[^.]{{0,80}}{_NONE}"
        r"(?:financiële\s+(?:gevolgen|effecten|consequenties)|bedragen|uitgaven|kosten)"
        r"|\bgeen\s+financiële\s+(?:gevolgen|effecten|consequenties)\b[^.]{0,80}"
        rf"(?:{names.one_of('rapport', 'voortgangsrapport')})",
        re.IGNORECASE,
    )


_NONE_AT_ALL = pattern(rf"{_NONE}(?:financiële|budgettaire)\s+(?:gevolgen|effecten|consequenties)\b")


def _might_deny_effects(sentence: str) -> bool:
    """Tell cheaply whether `_no_effects` or `_NONE_AT_ALL` might match a sentence, given in lower case."""
    return "geen" in sentence and any(word in sentence for word in _EFFECTS)


def _might_speak_of_report(sentence: str, names: ReportNames) -> bool:
    """Tell cheaply whether `_no_effects` might match a sentence, given in lower case."""
    return any(word in sentence for word in ("rapport", "brief", *map(str.lower, names.short)))


_AMOUNT = pattern(r"€\s?\d|\d\s(?:(?:miljoen|miljard|duizend|mln\.?|mld\.?)\s)?euro\b|\bEUR\s?\d")


def _amounts(dossier: DossierView) -> Iterator[Span]:
    """Yield the places where the report names an amount of money."""
    figures = dossier.dossier.figures.figures
    for text in dossier.texts:
        if text.document != "rapport":
            continue
        for passage in text.passages:
            for part in passage.segments:
                if isinstance(part.source, FigureUse) and isinstance(figures.get(part.source.name), Money):
                    yield part.span
            if match := _AMOUNT.search(passage.text):
                yield passage.span(match.start(), match.end())


@rule(
    "LET009",
    "report-calls-itself-letter",
    WARNING,
    Scope.TEXTS,
    msg("Het rapport noemt zichzelf een brief"),
)
def report_calls_itself_letter(texts: Texts) -> Iterator[Violation]:
    """The report calls itself a letter."""
    for text in texts.texts:
        yield from _other_names(text)
        if text.document != "rapport" and not (text.document == "tekst" and _is_report(text)):
            continue
        for passage in text.passages_with(_LETTER_SIGNS):
            if passage.kind == "value":
                continue
            for match in passage.find(_THIS_LETTER):
                if match["letter"] and _OTHER_LETTER.search(passage.text[: match.start()]):
                    continue
                yield Violation(
                    passage.span(match.start(), match.end()),
                    msg("het rapport noemt zich hier een brief")
                    if match["letter"]
                    else msg("het rapport spreekt de Kamer hier aan als een brief"),
                    msg("schrijf «deze rapportage»")
                    if match["letter"]
                    else msg("schrijf «het parlement» of «de Kamer»"),
                )


def _other_names(text: TextView) -> Iterator[Violation]:
    """Yield where a report or letter calls itself a nota, and where the nota calls itself a letter."""
    if text.document not in ("brief", "nota", "rapport"):
        return
    wrong, other = (_WITH_LETTER, _OTHER_LETTER) if text.document == "nota" else (_THIS_NOTA, _OTHER_NOTA)
    right = {"brief": "deze brief", "nota": "deze nota", "rapport": "deze rapportage"}[text.document]
    for passage in text.passages_with(_WITH_LETTER_NEEDS if text.document == "nota" else _THIS_NOTA_NEEDS):
        for match in passage.find(wrong) if passage.kind != "value" else ():
            if not other.search(passage.text[: match.start()]):
                yield Violation(
                    passage.span(match.start(), match.end()),
                    msg("dit stuk noemt zich hier anders dan het is"),
                    msg("schrijf «{right}»", right=right),
                )


_THESE = ("deze", "onderhavige", "voorliggende")
_THIS_NOTA_NEEDS = tuple(f"={this} {kind}nota" for this in _THESE for kind in ("", "beslis", "beleids"))
_THIS_NOTA = pattern(
    r"\b(?:[Dd]eze|[Oo]nderhavige|[Vv]oorliggende)\s+(?:beslis|beleids)?nota\b(?!\s+verbale)"
)
_OTHER_NOTA = pattern(r"\b(?:de|een|die)\s+(?:\w+\s+){0,3}\w*nota\b", re.IGNORECASE)
_WITH_LETTER_NEEDS = tuple(f"={this} {kind}brief" for this in _THESE for kind in ("", "kamer", "aanbiedings"))
_WITH_LETTER = pattern(
    r"\b(?:[Mm]et|[Mm]iddels|[Bb]ij|[Ii]n)\s+(?:deze|onderhavige|voorliggende)\s+(?:[Kk]amer|aanbiedings)?brief\b"
)
_LETTERS = tuple(
    f"{kind}{name}"
    for kind in ("", "kamer", "aanbiedings", "voortgangs", "verzamel")
    for name in ("brief", "missive")
)
_LETTER_SIGNS = (
    *(f"={this} {letter}" for this in (*_THESE, "jaarlijkse") for letter in _LETTERS),
    *("=eind van de brief", "=slot van de brief", "=dit schrijven", "=uw kamer"),
)
_THIS_LETTER = pattern(
    r"(?P<letter>\b(?:[Dd]eze|[Oo]nderhavige|[Vv]oorliggende)\s+(?:jaarlijkse\s+)?"
    r"(?:[Kk]amer|aanbiedings|voortgangs|verzamel)?(?:brief|missive)|\b[Dd]it\s+schrijven"
    r"|(?<=\b(?:eind|slot) van )de\s+brief)\b|\b[Uu]w\s+Kamer\b"
)
_OTHER_LETTER = pattern(
    r"\b(?:de|een|die|zijn|haar|eerdere)\s+(?:\w+\s+){0,3}\w*brief\b|\bKamerbrief\s+(?:van|over)\b",
    re.IGNORECASE,
)
_HEADINGS_OF_A_REPORT = 5


def _is_report(text: TextView) -> bool:
    if any(text.texts.settings.letter.opens(passage.text) for passage in text.passages):
        return False
    headings = [passage.text.lower() for passage in text.passages_of("heading", "title")]
    signs = ("rapportage", *text.texts.settings.report.opens_with)
    named = any(sign in words for words in headings for sign in signs)
    return named and len(headings) >= _HEADINGS_OF_A_REPORT


RULES = (
    letters_differ,
    letter_without_comma,
    claim_contradicted,
    report_calls_itself_letter,
)
