# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters compared with each other, and statements of letter, nota and report about one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise, zip_longest

from jvom.analysis.entities import entities
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.postal_addresses import find_postcodes
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Money, Recipient
from jvom.source import Span
from jvom.text import FigureUse


@rule("LET007", ERROR, Scope.TEXTS)
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
            if _are_one_letter(one, two):
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


#: Shorter paragraphs are in many letters: a closing, a subject.
_FEWEST_WORDS = 4
#: What makes two letters one is clear from their first paragraphs.
_MOST_PARAGRAPHS = 100


def _are_one_letter(one: TextView, two: TextView) -> bool:
    """Tell whether two letters say the same to two addressees: most paragraphs of each are in the other."""
    first, second = _paragraphs(one), _paragraphs(two)
    alike = sum(any(_are_alike(each, other) for other in second) for each in first)
    return alike * 2 > max(len(first), len(second))


def _paragraphs(text: TextView) -> list[frozenset[str]]:
    """Return the words of each paragraph."""
    return [
        frozenset(passage.lowered_words)
        for passage in islice(text.passages_of("paragraph", "item"), _MOST_PARAGRAPHS)
        if len(passage.words) >= _FEWEST_WORDS
    ]


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether most words of two paragraphs are the same."""
    return len(one & other) * 3 >= 2 * max(len(one), len(other))


def _missing_from(one: TextView, two: TextView) -> Iterator[Violation]:
    there = {_normalized(passage.text) for passage in two.passages}
    for passage, after in zip_longest(one.passages, one.passages[1:]):
        text = passage.text
        is_own = (
            any(map(text.__contains__, _OF_ONE_LETTER))
            or text.startswith(_ADDRESSEE)
            or any(find_postcodes(text))
            or any(postcode.start == 0 for postcode in find_postcodes(after.text if after else ""))
        )
        if text.strip() and not is_own and _normalized(text) not in there:
            yield Violation(
                passage.span(),
                msg("dit staat niet zo in de andere brief"),
                msg("maak de brieven gelijk"),
                related=(Related(two.whole, msg("de andere brief")),),
            )


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
    money = next(_amounts(dossier), None) if nota else None
    if nota is None or money is None:
        return
    related = (Related(money, msg("hier noemt het rapport een bedrag")),)
    if claims.no_financial_effects:
        yield Violation(
            claims.at.value("no_financial_effects"),
            msg("het rapport noemt wel bedragen"),
            msg("verbeter de nota en zet no_financial_effects: false"),
            related=related,
        )
    about_report = _no_effects(dossier.memo(report_names))
    for passage in nota.passages:
        # Under this heading a sentence is about the report.
        phrases = (about_report, _NONE_AT_ALL) if "inanci" in passage.heading else (about_report,)
        said = [match for phrase in phrases for match in phrase.find_in(passage)]
        for place in dict.fromkeys(each.sentence for each in said if each.part("kind") not in _NOT_ALL):
            yield Violation(
                passage.span(*place),
                msg("het rapport noemt wel bedragen"),
                msg("zeg dat de bedragen overeenkomen met het jaarverslag, of haal de zin weg"),
                related=related,
            )


#: "Geen nieuwe gevolgen" does not deny amounts.
_NOT_ALL = ("nieuwe", "extra", "aanvullende", "additionele", "verdere", "andere", "eigen")
_EFFECTS = "gevolgen|effecten|consequenties"
_NONE_AT_ALL = Phrase(
    f"geen financiële|budgettaire {_EFFECTS}",
    f"geen kind={{word}} {{word}}? financiële|budgettaire {_EFFECTS}",
)


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
            for amount in entities(passage, "money"):
                yield passage.span(amount.start, amount.end)


@rule("LET009", WARNING, Scope.TEXTS)
def report_calls_itself_letter(texts: Texts) -> Iterator[Violation]:
    """The report calls itself a letter."""
    for wrong, other, documents in (
        (_THIS_NOTA, _OTHER_NOTA, ("brief", "rapport")),
        (_WITH_LETTER, _OTHER_LETTER, ("nota",)),
    ):
        for match in wrong.find(texts, Reads.TYPED):
            passage = match.passage
            if passage.kind == "value" or passage.document not in documents or "verbale" in match:
                continue
            if not other.find_in(passage, 0, match.start):
                yield Violation(
                    match.span,
                    msg("dit stuk noemt zich hier anders dan het is"),
                    msg("schrijf «{right}»", right=_RIGHT_NAMES[passage.document]),
                )
    reports = {text.path for text in texts.texts if text.document == "tekst" and _is_report(text)}
    for match in _THIS_LETTER.find(texts, Reads.TYPED):
        passage = match.passage
        if passage.kind == "value" or (passage.document != "rapport" and passage.whole.path not in reports):
            continue
        if "letter" not in match:
            yield Violation(
                match.span,
                msg("het rapport spreekt de Kamer hier aan als een brief"),
                msg("schrijf «het parlement» of «de Kamer»"),
            )
        elif not _OTHER_LETTER.find_in(passage, 0, match["letter"].start):
            yield Violation(
                passage.span_of(match["letter"]),
                msg("het rapport noemt zich hier een brief"),
                msg("schrijf «deze rapportage»"),
            )


_RIGHT_NAMES = {"brief": "deze brief", "nota": "deze nota", "rapport": "deze rapportage"}
_THIS = "deze|onderhavige|voorliggende"
_THIS_NOTA = Phrase(f"{_THIS} nota|beslisnota|beleidsnota verbale=verbale?")
_OTHER_NOTA = Phrase("de|een|die {word}...3? *nota")
_WITH_LETTER = Phrase(f"met|middels|bij|in {_THIS} brief|kamerbrief|aanbiedingsbrief")
_LETTER = "|".join(
    f"{kind}{name}"
    for kind in ("", "kamer", "aanbiedings", "voortgangs", "verzamel")
    for name in ("brief", "missive")
)
_THIS_LETTER = Phrase(
    f"letter={_THIS} letter=jaarlijkse? letter={_LETTER}",
    "letter=(dit schrijven)",
    "eind|slot van letter=(de brief)",
    "uw Kamer",
)
_OTHER_LETTER = Phrase("de|een|die|zijn|haar|eerdere {word}...3? *brief", "Kamerbrief van|over")
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
