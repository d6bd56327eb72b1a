# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters compared with each other, and statements of letter, nota and report about one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.postal_addresses import find_postcodes
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Recipient


@rule("LET007", ERROR, Scope.TEXTS)
def letters_differ(texts: Texts) -> Iterator[Violation]:
    """The letters differ in more than addressee, address and reference."""
    if isinstance(texts, DossierView):
        first, *others = texts.data.letter.recipients
        for other in others:
            yield from _recipients_differ(first, other)
        yield from _offers_to_one_house(texts) if others else ()
    else:
        letters = [(text, _common_lines(text)) for text in texts.texts if text.is_letter]
        for (one, here), (two, there) in pairwise(letters):
            if len(here.keys() & there.keys()) * 2 > max(len(here), len(there)):
                yield from _missing(here, there, two)
                yield from _missing(there, here, one)


def _recipients_differ(first: Recipient, other: Recipient) -> Iterator[Violation]:
    if other.date and first.date and other.date != first.date:
        yield Violation(
            other.at.value("date"),
            msg("de brieven hebben niet dezelfde datum"),
            msg("maak de datums gelijk"),
            related=(Related(first.at.value("date"), msg("hier staat de andere datum")),),
        )
    for key, what in (
        ("reference", msg("hetzelfde kenmerk")),
        ("address", msg("hetzelfde adres")),
        ("addressee", msg("dezelfde geadresseerde")),
    ):
        value = getattr(first, key)
        if value == getattr(other, key) and (value or key != "reference"):
            yield Violation(
                other.at.item(key, 0),
                msg("de brieven hebben {what}", what=what),
                msg("vul bij elke brief in wat bij die geadresseerde hoort"),
                related=(Related(first.at.item(key, 0), msg("hier staat het ook")),),
            )


#: An offer to one House in a letter that goes to both.
_OFFER = Phrase("hierbij|bied*|zend*|stuur*|informeer* ...8 de house=Eerste|Tweede Kamer whole=der?")


def _offers_to_one_house(dossier: DossierView) -> Iterator[Violation]:
    for match in _OFFER.find(dossier, Reads.TYPED):
        passage, house = match.passage, match["house"]
        if passage.document != "brief" or passage.kind == "value" or "whole" in match:
            continue
        start, end = match.sentence
        other = "Tweede" if match.part("house") == "eerste" else "Eerste"
        if other not in passage.text[start:end] and "hierbij" in passage.lowered[start:end]:
            yield Violation(
                passage.span(house.start, match.end),
                msg("deze tekst gaat ook naar de {other} Kamer", other=other),
                msg("schrijf «uw Kamer» of «het parlement»"),
            )


_OF_ONE_LETTER = ("MINDEF", "eferentie", "enmerk")
_ADDRESSEE = ("Aan ", "Aan:", "de voorzitter", "de Voorzitter", "voorzitter", "Voorzitter")


def _common_lines(letter: TextView) -> dict[str, Passage]:
    """Return what a letter has in common with the same letter to another addressee, by its words."""
    found = {}
    for passage, after in zip_longest(letter.passages, letter.passages[1:]):
        text = passage.text
        is_own = (
            any(map(text.__contains__, _OF_ONE_LETTER))
            or text.startswith(_ADDRESSEE)
            or any(find_postcodes(text))
            or any(postcode.start == 0 for postcode in find_postcodes(after.text if after else ""))
        )
        if text.strip() and not is_own:
            found[_normalized(text)] = passage
    return found


def _missing(here: dict[str, Passage], there: dict[str, Passage], other: TextView) -> Iterator[Violation]:
    related = (Related(other.whole, msg("de andere brief")),)
    for words, passage in here.items():
        if words not in there:
            what = msg("dit staat niet zo in de andere brief")
            yield Violation(passage.span(), what, msg("maak de brieven gelijk"), related=related)


def _normalized(words: str) -> str:
    plain = words.replace("Eerste Kamer", "Kamer").replace("Tweede Kamer", "Kamer").translate(_QUOTES)
    return " ".join(plain.lower().split())


_QUOTES = str.maketrans(dict.fromkeys("“”„", '"') | dict.fromkeys("‘’", "'"))


@rule("LET012", WARNING, Scope.DOSSIER)
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


@rule("LET008", ERROR, Scope.DOSSIER)
def claim_contradicted(dossier: DossierView) -> Iterator[Violation]:
    """The nota asserts what the report contradicts."""
    claims, nota = dossier.data.claims, dossier.text("nota")
    money = next((match for match in _MONEY.find(dossier) if match.passage.document == "rapport"), None)
    if nota is None or money is None:
        return
    related = (Related(money.span, msg("hier noemt het rapport een bedrag")),)
    if claims.no_financial_effects:
        yield Violation(
            claims.at.value("no_financial_effects"),
            msg("het rapport noemt wel bedragen"),
            msg("verbeter de nota en zet no_financial_effects: false"),
            related=related,
        )
    about_report = _no_effects(dossier.memo(report_names))
    for passage in nota.passages:
        said = [each for each in about_report.find_in(passage) if each.part("kind") not in _NOT_ALL]
        for place in dict.fromkeys(each.sentence for each in said):
            yield Violation(
                passage.span(*place),
                msg("het rapport noemt wel bedragen"),
                msg("zeg dat de bedragen overeenkomen met het jaarverslag, of haal de zin weg"),
                related=related,
            )


_MONEY = Phrase("{money}")
#: "Geen nieuwe gevolgen" does not deny amounts.
_NOT_ALL = ("nieuwe", "extra", "aanvullende", "additionele", "verdere", "andere", "eigen")
_EFFECTS = "gevolgen|effecten|consequenties"


@cache
def _no_effects(names: ReportNames) -> Phrase:
    report = names.phrase("*rapport", "*rapportage", "brief")
    return Phrase(
        *(
            f"{report} ...14 geen {kind} {effects}"
            for kind in ("", "kind={word} {word}?")
            for effects in (f"financiële {_EFFECTS}", "bedragen|uitgaven|kosten")
        ),
        f"geen financiële {_EFFECTS} ...14 {names.phrase('rapport', 'voortgangsrapport')}",
    )


@rule("LET009", WARNING, Scope.TEXTS)
def report_calls_itself_letter(texts: Texts) -> Iterator[Violation]:
    """The report calls itself a letter."""
    reports = {text.path for text in texts.texts if text.document == "tekst" and _is_report(text)}
    for wrong, other, documents in (
        (_THIS_NOTA, _OTHER_NOTA, ("brief", "rapport")),
        (_THIS_LETTER, _OTHER_LETTER, ("rapport",)),
        (_WITH_LETTER, _OTHER_LETTER, ("nota",)),
        (_YOUR_CHAMBER, None, ("rapport",)),
    ):
        for match in wrong.find(texts, Reads.TYPED):
            passage = match.passage
            document = "rapport" if passage.whole.path in reports else passage.document
            if passage.kind == "value" or document not in documents:
                continue
            if other is None:
                what = msg("het rapport spreekt de Kamer hier aan als een brief")
                yield Violation(match.span, what, msg("schrijf «het parlement» of «de Kamer»"))
            elif not other.find_in(passage, 0, match.start):
                what = msg("dit stuk noemt zich hier anders dan het is")
                advice = msg("schrijf «{right}»", right=_RIGHT_NAMES[document])
                yield Violation(match.span, what, advice)


_RIGHT_NAMES = {"brief": "deze brief", "nota": "deze nota", "rapport": "deze rapportage"}
_THIS = "deze|onderhavige|voorliggende"
_THIS_NOTA = Phrase(f"{_THIS} nota|beslisnota|beleidsnota")
_OTHER_NOTA = Phrase("de|een|die {word}...3? *nota")
_WITH_LETTER = Phrase(f"met|middels|bij|in {_THIS} brief|kamerbrief|aanbiedingsbrief")
_THIS_LETTER = Phrase(f"{_THIS} jaarlijkse? *brief|*missive", "dit schrijven")
_YOUR_CHAMBER = Phrase("uw Kamer")
_OTHER_LETTER = Phrase("de|een|die|zijn|haar|eerdere {word}...3? *brief")
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
