# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on style: the first person, long sentences, and capitals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import MONTHS, WEEKDAYS
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts, TextView

# --- first person -------------------------------------------------------------------------------

_PLURAL = ("we", "wij", "ons", "onze", "onszelf", "wijzelf")
_SINGULAR = ("ik", "mij", "mijn", "mijzelf", "mezelf", "ikzelf")
#: How letters to Parliament begin, and records of its questions and debates.
_LETTER_OPENINGS = ("Aan de Voorzitter ", "Aan de voorzitter ")
_RECORD_OPENINGS = ("Vraag 1", "Vraag 2", "De voorzitter:", "Voorzitter:", "Inbreng ", "Vragen van ")
#: Words before "mijn" that make it a mine.
_BEFORE_MINE = frozenset("de een elke deze die geen iedere per zo'n andere één tweede eerste".split())


@rule("LNG013", "first-person", WARNING, Scope.TEXTS, msg("De tekst spreekt in de eerste persoon"))
def first_person(texts: Texts) -> Iterator[Violation]:
    """The text speaks in the first person."""
    loose = [text for text in texts.texts if text.document == "tekst"]
    letters = {text.path for text in texts.texts if text.is_letter}
    openings = tuple(f"{opening} " for opening in texts.settings.letter.openings)
    letters |= {text.path for text in loose if _has_opening(text, (*openings, *_LETTER_OPENINGS))}
    records = {text.path for text in loose if _has_opening(text, _RECORD_OPENINGS)}
    for word in (*_PLURAL, *_SINGULAR):
        for passage, number in texts.words.get(word, ()):
            start, end = passage.words[number]
            if not _is_first_person(word, passage, number):
                continue
            if passage.is_quoted(start, end):
                continue
            land = word == "ons" and passage.text[end : end + 6].split() == ["land"]
            if passage.whole.path in letters and not land:
                if word not in ("ons", "onze"):
                    continue
                severity = INFO
            else:
                own = passage.document == "tekst" and word in _SINGULAR
                severity = INFO if own or passage.whole.path in records else WARNING
            yield Violation(
                passage.span(start, end),
                msg("«{word}» is de eerste persoon", word=passage.text[start:end]),
                msg("schrijf wie het is: Nederland, het kabinet, de krijgsmacht"),
                severity=severity,
            )


def _has_opening(text: TextView, openings: tuple[str, ...]) -> bool:
    """Tell whether a passage begins with one of the openings."""
    return any(passage.text.startswith(openings) for passage in text.passages)


def _is_first_person(word: str, passage: Passage, number: int) -> bool:
    """Tell whether a word is the pronoun, not that of "Onze Minister" in a law, or "mijn" for a mine."""
    start, end = passage.words[number]
    text = passage.text
    found = text[start:end]
    if found not in (word, word.capitalize()) or passage.kind in ("quote", "value"):
        return False
    if text[end : end + 1] in _JOINING_MARKS[:-1] or text[max(0, start - 1) : start] in _JOINING_MARKS:
        return False
    following = text[end + 1 : end + 2]
    if word in ("onze", "wij") and found[0].isupper() and not following.islower():
        return False
    if word == "onze" and passage.text[end : end + 12].split()[:1] in _OWN_FIELDS:
        return False
    if word == "mijn":
        before = text[slice(*passage.words[number - 1])].lower() if number else ""
        if before in _BEFORE_MINE or not following.islower():
            return False
    return passage.is_dutch(start, end)


_JOINING_MARKS = ("-", "'", "’", ".")
_OWN_FIELDS = (["referentie"], ["kenmerk"], ["ref."])


# --- long sentences -----------------------------------------------------------------------------

_MOST_WORDS = 45


@rule("LNG022", "long-sentence", INFO, Scope.TEXTS, msg("Een zin is langer dan 45 woorden"))
def long_sentence(texts: Texts) -> Iterator[Violation]:
    """A sentence is longer than 45 words."""
    for passage in texts.passages:
        if passage.kind in ("value", "title", "heading", "head") or len(passage.text) < 3 * _MOST_WORDS:
            continue
        for start, end in passage.sentences:
            if end - start < 3 * _MOST_WORDS:
                continue
            words = passage.text[start:end].split()
            if len(words) <= _MOST_WORDS:
                continue
            count = sum(word[0].isalnum() or word[-1].isalnum() for word in words)
            if count > _MOST_WORDS:
                yield Violation(
                    passage.span(start, end),
                    msg("deze zin heeft {count} woorden", count=count),
                    msg("maak er twee of meer zinnen van"),
                )


# --- capitals -----------------------------------------------------------------------------------

_BEFORE = frozenset(
    """
    de het een deze die dit dat elke iedere alle geen zijn haar hun hele gehele huidige betrokken Nederlandse
    Europese internationale nationale militaire
    """.split()
)
#: In a dossier, whose names are known, a word after these at the start of a sentence counts too.
_OPENING = frozenset(("De", "Het", "Een", "Deze", "Dit"))
_ADJECTIVES = ("ische", "lijke", "ële")
_CAPITAL = pattern(r" (?P<word>[A-Z][a-zëïéö]{3,30})(?![\w'-])(?!’)(?! [A-Z(])")
_NAME_GOES_ON = pattern(
    r" (?:van|voor|der|des|tot|op|inzake|betreffende|tegen|aan)(?: (?:de|het|den))? (?=[A-Z])"
)
_AFTER_NAME = pattern(r"[A-Z]\w{2,30} (?:van|voor|op|inzake|over|en) $")
# Words that are capitalized as the name of one institution or thing.
_NAMES = frozenset(
    """
    kamer raad staat staten rijk koning kroon commissie unie grondwet hof golf bank fonds
    handvest navy alliantie verdrag bijbel internet koninkrijk republiek balkan brexit senaat congres
    politburo sahel baai zee kaap statuut protocol defensie financiën justitie veiligheidsraad hoorn
    kanaal rode zwarte akte conventie wereldbank rekenkamer marechaussee statenlid mare
    nationale algemene hoge turken besluit wet regeling eerste tweede derde vierde buitenlandse
    binnenlandse grote kleine oude nieuwe middellandse perzische directie afdeling inspectie inspecteur
    adviesraad agenda
    """.split()
)
# Offices and things that are in lower case before a name too: de minister van Defensie.
_LOWERCASE_BEFORE_NAMES = frozenset(
    """
    minister ministers ministerie ministeries staatssecretaris regering kabinet operatie missie
    krijgsmacht ambassade ambassadeur president premier resolutie mandaat regeringen luchtmacht
    landmacht marine
    """.split()
)


# The names in a loose text are unknown: there, only these words and their compounds are certain.
_SURELY_COMMON = tuple(
    """
    operatie operaties missie missies regering kabinet minister ministers ministerie ministeries militair
    militairen krijgsmacht overheid lidstaat lidstaten ambassade delegatie mandaat rapport rapportage
    resolutie coalitie eenheid troepen politie president leger
    """.split()
)


@rule(
    "LNG023",
    "capital-for-common-noun",
    WARNING,
    Scope.TEXTS,
    msg("Een gewoon zelfstandig naamwoord heeft midden in de zin een hoofdletter"),
    fixable=True,
)
def capital_for_common_noun(texts: Texts) -> Iterator[Violation]:
    """A common noun has a capital in mid-sentence."""
    yield from _days_and_months(texts)
    # "De Jaarlijkse voortgangsrapportage" is the title's first word.
    title = frozenset(texts.data.title.split()) if isinstance(texts, DossierView) else ()
    found: dict[tuple[str, str, bool], list[tuple[Passage, int, int]]] = {}
    for passage in texts.passages:
        # The texts of a dossier are compared with one another, loose texts only with themselves.
        path = passage.whole.path if passage.document == "tekst" else ""
        text = passage.dutch
        for match in _CAPITAL.finditer(text):
            before = text[text.rfind(" ", 0, match.start()) + 1 : match.start()]
            adjective = before.endswith(_ADJECTIVES) and before.islower()
            if not adjective and before not in _BEFORE and before.lower() not in _BEFORE:
                continue
            word = match["word"].lower()
            first = not path and before in _OPENING and match["word"] not in title
            if word in _NAMES or not (
                adjective or before in _BEFORE or first or word.endswith(_SURELY_COMMON)
            ):
                continue
            if word not in _LOWERCASE_BEFORE_NAMES and (
                _NAME_GOES_ON.match(text, match.end())
                or _AFTER_NAME.search(text, max(0, match.start() - 60), match.start() - len(before))
            ):
                continue
            # "Minister van Defensie" is an office: only "minister van" in lower case contradicts it.
            office = bool(path and _OF_A_MINISTRY.match(text, match.end()))
            if not (office and _is_signature(passage, match.start())):
                found.setdefault((word, path, office), []).append((passage, *match.span("word")))
    for (word, path, office), capitals in found.items():
        lowercase = [
            (passage, number)
            for passage, number in texts.words.get(word, ())
            if _is_lowercase(passage, number, path)
            and (not office or _OF_A_MINISTRY.match(passage.text, passage.words[number][1]))
        ]
        if not lowercase or len(lowercase) < len(capitals):
            continue
        passage, number = lowercase[0]
        in_lowercase = Related(passage.span(*passage.words[number]), msg("hier staat het klein"))
        for passage, start, end in capitals:
            typed = passage.text[start:end]
            yield Violation(
                passage.span(start, end),
                msg("«{word}» staat elders met een kleine letter", word=typed),
                msg("schrijf «{better}»", better=word),
                replace(passage, start, end, word),
                related=(in_lowercase,),
                severity=INFO if path and not word.endswith(_SURELY_COMMON) else None,
            )


def _days_and_months(texts: Texts) -> Iterator[Violation]:
    """Yield capitalized days and months after a number or a preposition: "9 Maart", "op Woensdag"."""
    for word in _CALENDAR_WORDS:
        for passage, number in texts.words.get(word, ()):
            start, end = passage.words[number]
            typed = passage.text[start:end]
            before = passage.text[slice(*passage.words[number - 1])] if number else ""
            if (
                typed.istitle()
                and (before.isdigit() or before in _BEFORE_DAYS)
                and passage.text[start - 1 : start].isspace()
                and passage.text[end : end + 1] != "-"
                and passage.kind not in ("title", "heading", "head", "value")
                and passage.is_dutch(start, end)
            ):
                yield Violation(
                    passage.span(start, end),
                    msg("«{word}» is een gewoon woord", word=typed),
                    msg("schrijf «{better}»", better=word),
                    replace(passage, start, end, word),
                )


_CALENDAR_WORDS = (*MONTHS[1:], *WEEKDAYS)
_BEFORE_DAYS = frozenset(
    "in op van tot sinds vanaf eind begin medio half en met per afgelopen vorige komende elke iedere".split()
)


_OF_A_MINISTRY = pattern(r"\s(?:van|voor)\s[A-Z]")
_SIGNATURE = pattern(r"De [A-Z][\w\s,-]{1,90},\s")


def _is_signature(passage: Passage, at: int) -> bool:
    """Tell whether an office is that of a signatory: "De Minister van Defensie," on its own line."""
    return at < 4 and _SIGNATURE.match(f"{passage.text[:100]} ") is not None


def _is_lowercase(passage: Passage, number: int, path: str) -> bool:
    start, end = passage.words[number]
    if path and passage.whole.path != path:
        return False
    return (
        passage.text[start:end].islower()
        and passage.is_dutch(start, end)
        and passage.text[end : end + 1] != "-"
    )


RULES = (first_person, long_sentence, capital_for_common_noun)
