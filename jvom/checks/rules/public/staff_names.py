# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of staff that aren't marked, and so would be in the public version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from jvom.analysis.passages import Passage
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.public.personal_data import MARK_IT, is_marked
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.findings import Severity
from jvom.messages import msg

#: A capital, as a class that compiles faster than a list of capitals with accents.
_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_INITIALS = rf"(?:(?:{_CAPITAL}|Ch|Th|IJ|Ph|Y|Fr|Joh|Chr)\.[ ]?){{1,6}}"
_PREFIXES = (
    r"(?:(?:[Vv]an(?: de[nr]?| het| ’t| 't)?|[Dd]e[nr]?|[Tt]e[nr]?|[Tt]er|[Ii]n(?: de| ’t| 't)?|'t|’t|[Ee]l|"
    r"[Oo]p(?: de[nr]?)?|[Uu]it(?: de[nr]?)?|[Vv]on|[Dd]u|[Ll]a) ){0,2}"
)
_SURNAME = rf"{_CAPITAL}[\w’'-]{{1,30}}(?:[ ]?-[ ]?{_CAPITAL}\w{{1,30}})?"
_TITLES = r"(?:(?:drs|mr|ir|ing|dr|prof|bc)\.[ ]?){0,3}"
_FIRST_NAME = rf"(?:{_CAPITAL}[a-zà-ÿ]{{1,20}}(?:-{_CAPITAL}[a-zà-ÿ]{{1,20}})? ){{1,3}}"
_FORMAL_NAME = rf"{_TITLES}{_INITIALS}{_PREFIXES}{_SURNAME}"
_ANY_NAME = rf"{_TITLES}(?:{_INITIALS}|{_FIRST_NAME}){_PREFIXES}{_SURNAME}"

#: Common first names, since "opgesteld door" may also be followed by the name of a ministry.
_FIRST_NAMES = (
    "Anna|Anne|Annemarie|Annelies|Arjan|Bart|Bas|Bram|Carla|Carolien|Caroline|Chantal|Daan|David|Dirk|Ellen|Els|Emma|"
    "Erik|Esther|Eva|Femke|Floor|Fleur|Frank|Fatima|Geert|Gerard|Hans|Hanna|Hanneke|Henk|Ingrid|Iris|Jaap|Jan|Jasper|"
    "Jeroen|Jessica|Joost|Joris|Judith|Julia|Karin|Kees|Kim|Koen|Laura|Lars|Leo|Lieke|Linda|Lisa|Lotte|Luuk|Maarten|"
    "Maria|Marieke|Marijke|Marjolein|Mark|Martijn|Maaike|Michiel|Mieke|Mohamed|Monique|Niels|Nina|Noor|Paul|Peter|Petra|"
    "Pieter|Rianne|Rick|Robert|Roos|Ruben|Ruud|Sander|Sandra|Sanne|Sara|Simone|Sjoerd|Sophie|Stefan|Suzanne|Thijs|Thomas|"
    "Tim|Tom|Tessa|Vincent|Wendy|Wim|Wouter|Yvonne"
)

_COURTESY = r"(?:(?:[Dd]e heer|[Dd]hr\.|[Mm]evrouw|[Mm]evr\.|[Mm]w\.) )?"

# Words that introduce a person.
_PERSON_WORDS = (
    "opsteller", "contactpersoon", "behandelend ambtenaar", "behandelaar", "dossierhouder",
    "beleidsmedewerker", "beleidsadviseur", "projectleider", "secretaresse", "managementassistent",
    "aanspreekpunt", "steller",
)  # fmt: skip
_PERSON_NEEDS = tuple(each if " " in each else f"={each}" for each in _PERSON_WORDS)
_AUTHOR_WORDS = (
    "opgesteld door", "behandeld door", "geparafeerd door", "akkoord bevonden door", "inlichtingen bij",
    "vragen aan",
)  # fmt: skip
_COURTESIES = ("de heer ", "dhr ", "dhr. ", "mevrouw ", "mevr ", "mevr. ", "mw ", "mw. ")
# A function beside the name; a name beside a match of _PUBLIC is that of a public person.
_FUNCTIONS = (
    "medewerker", "medewerkster", "adviseur", "jurist", "analist", "ambtenaar", "secretaris", "secretaresse",
    "officier", "attaché", "projectleider", "controller", "redacteur", "planner", "coördinator", "teamleider",
    "afdelingshoofd", "expert", "trainer", "majoor", "kapitein", "luitenant", "luitenant-kolonel", "kolonel",
    "sergeant", "adjudant", "korporaal",
)  # fmt: skip
_RANKS = (
    "luitenant-kolonel", "kolonel", "majoor", "kapitein", "ritmeester", "luitenant", "adjudant",
    "sergeant-majoor", "sergeant", "wachtmeester", "korporaal", "kapitein-luitenant ter zee",
    "kapitein ter zee", "luitenant ter zee",
)  # fmt: skip
_RANK_NEEDS = tuple(f"={rank}" for rank in _RANKS)
_FUNCTION = (
    r"(?i:(?:(?:senior|junior|hoofd|plaatsvervangend|coördinerend|beleids|juridisch|financieel|militair|"
    rf"politiek|civiel|gender|kapitein|luitenant|sergeant)[ -]?){{0,2}}(?:{'|'.join(_FUNCTIONS)})"
    r"(?:[ -]ter[ -]zee| der mariniers| der eerste klasse| der 1e klasse)?)"
)


@cache
def _person() -> re.Pattern[str]:
    """Match "Contactpersoon is Anna Bakker"."""
    return re.compile(
        rf"\b(?i:{'|'.join(_PERSON_WORDS)})(?: voor deze nota)?(?: is| was)?:?[ \n]{{1,3}}"
        rf"(?P<name>{_COURTESY}(?:{_ANY_NAME}))"
    )


@cache
def _author() -> re.Pattern[str]:
    """Match "opgesteld door J. Bakker"; a first name without a colon must be a common one."""
    return re.compile(
        rf"\b(?i:{'|'.join(_AUTHOR_WORDS)})"
        rf"(?:: ?(?P<name>{_COURTESY}(?:{_ANY_NAME}))"
        rf"|:?[ \n]{{1,3}}(?P<formal>{_COURTESY}{_FORMAL_NAME}|(?:{_FIRST_NAMES}) {_PREFIXES}{_SURNAME}))"
    )


@cache
def _courtesy() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Dd]e heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?) "
        rf"(?P<name>(?:{_FORMAL_NAME}|(?:{_FIRST_NAME})?{_PREFIXES}{_SURNAME}))"
    )


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?P<name>{_FORMAL_NAME})")


@cache
def _after_function() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_FUNCTION}),? (?P<name>{_FORMAL_NAME})")


@cache
def _after_rank() -> re.Pattern[str]:
    """Match "Kolonel Jansen", without initials; generals are public persons."""
    return re.compile(rf"\b(?i:{'|'.join(_RANKS)}) (?P<name>{_PREFIXES}{_SURNAME})")


@cache
def _before_function() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])(?P<name>{_FORMAL_NAME})(?:,| is| \(| als)[ ]?(?:de |een )?(?:{_FUNCTION})\b"
    )


_PUBLIC = pattern(
    r"minister|staatssecretaris|kamerl[ei]d|\bl[ei]d(?:en)?\b|motie|amendement|president|premier|koning|"
    r"voorzitter|ambassadeur|(?<!directeur-)generaal|admiraal|commissaris|gezant|burgemeester|"
    r"hoge vertegenwoordiger|fractie|rapporteur|vragen van|indiener|griffier|\bc\.s\.|"
    r"regering|regime|junta|staatsgreep|rebel|milities?|krijgsheer",
    re.IGNORECASE,
)
_OFFICE = pattern(
    r"\b(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris|[Pp]remier|[Pp]resident|Kamerl(?:id|eden)|lid|leden|[Gg]eneraal"
    r"|[Aa]mbassadeur)(?: (?:van|voor) [A-Z]\w+(?: (?:en )?[A-Z]\w+){0,3})?,? "
    r"(?:(?:van|de|der|den|ter|te) ){0,2}(?:[A-Z]\w* ?){0,2}\Z"
)
_PARTY = pattern(
    r"[ ]?\((?:VVD|PVV|NSC|D66|GL|GroenLinks|PvdA|CDA|SP|BBB|CU|ChristenUnie|FVD|FvD|SGP|DENK|Denk|Volt|JA21"
    r"|PvdD|50PLUS|BIJ1|OPNL|OSF|LPF|[Gg]roep|[Gg]root|[Ll]id|Fractie)[^)]{0,20}\)"
)
_NOT_NAMES = frozenset({"Voorzitter", "Minister", "Staatssecretaris", "President"})
# "J. B", "Ch. v" or "Joh.B", and "J. ’t", searched from the full stop.
_INITIAL = pattern(
    rf"\.(?:(?<=(?<!\w){_CAPITAL}\.)|(?<=(?<!\w)(?:Ch|Th|IJ|Ph|Fr)\.)|(?<=(?<!\w)(?:Joh|Chr)\.))"
    rf"[ ]?(?:{_CAPITAL}|[a-z'’])"
)


def _initialled(texts: Texts) -> frozenset[int]:
    """Return the ids of the passages that may name a person by initials."""
    return frozenset(id(passage) for passage in texts.passages if _INITIAL.search(passage.text))


def _patterns(text: TextView) -> Iterable[tuple[Passage, list[re.Pattern[str]]]]:
    """Return the passages that may name a person, with the patterns to try."""
    by_passage: dict[int, tuple[Passage, list[re.Pattern[str]]]] = {}
    for words, pattern_of in ((_PERSON_NEEDS, _person), (_AUTHOR_WORDS, _author), (_COURTESIES, _courtesy)):
        for passage in text.passages_with(words):
            if pattern_of is _person and not _might_name_person(passage):
                continue
            by_passage.setdefault(id(passage), (passage, []))[1].append(pattern_of())
    with_initials = [passage for passage in text.passages if id(passage) in text.texts.memo(_initialled)]
    for passage in with_initials:
        if passage.contains_any(_FUNCTIONS):
            by_passage.setdefault(id(passage), (passage, []))[1].extend(
                (_after_function(), _before_function())
            )
    if text.document != "tekst":
        for passage in text.passages_with(_RANK_NEEDS):
            by_passage.setdefault(id(passage), (passage, []))[1].append(_after_rank())
    if text.document == "gegevens":
        for passage in with_initials:
            if passage.document == "nota":
                by_passage.setdefault(id(passage), (passage, []))[1].append(_formal())
    if text.document == "nota":
        # A nota names its authors and signatories, whatever the words around their names.
        for passage in with_initials:
            by_passage.setdefault(id(passage), (passage, []))[1].append(_formal())
    return by_passage.values()


def _might_name_person(passage: Passage) -> bool:
    """Tell cheaply whether `_person` might match: "contactpersoon" isn't followed by an ordinary word."""
    return any(
        word in _LAST_OF_PERSONS
        and (following in _BEFORE_NAME or not passage.text[passage.words[place][0]].islower())
        for place, (word, following) in enumerate(pairwise(passage.lowered_words), 1)
    )


_LAST_OF_PERSONS = frozenset(each.split()[-1] for each in _PERSON_WORDS)
#: Words in lower case that may come between a word for a person and the name.
_BEFORE_NAME = frozenset("voor is was de dhr mevrouw mevr mw drs mr ir ing dr prof bc".split())


@rule(
    "PUB005", "staff-name", WARNING, Scope.FRAGMENT, msg("De naam van een medewerker die openbaar zou worden")
)
def staff_name(text: TextView) -> Iterator[Violation]:
    """The name of a member of staff that would become public."""
    known = text.texts.memo(_public_persons)
    for passage, patterns in _patterns(text):
        if passage.label in ("name", "office"):
            continue
        # In a loose text "de heer Pietersen" may be public; a dossier has registers of public persons.
        found: dict[tuple[int, int], Severity | None] = {}
        for each in patterns:
            for match in each.finditer(passage.text):
                start, end = match.span("name" if match["name"] else "formal")
                if _is_private(passage, match.start(), start, end, known) and not _has_office(
                    text.texts, passage.text[start:end].rsplit(maxsplit=1)[-1].lower()
                ):
                    polite = each is _courtesy() and text.document == "tekst"
                    found.setdefault(_without_courtesy(passage.text, start, end), INFO if polite else None)
        last = 0
        for (start, end), severity in sorted(found.items()):
            if start >= last:
                last = end
                what = msg("de naam «{name}» staat ook in de openbare versie", name=passage.text[start:end])
                yield Violation(passage.span(start, end), what, MARK_IT, severity=severity)


def _is_private(passage: Passage, before: int, start: int, end: int, known: frozenset[str]) -> bool:
    name = passage.text[start:end]
    words = name.split()
    if words[0].islower() and _is_organization(passage.text, start, end):
        return False
    if is_marked(passage, start, end) or words[-1] in _NOT_NAMES or words[-1].lower() in known:
        return False
    # An apposition may be far from its office: "de minister voor Basisonderwijs en Media, de heer Slob".
    is_apposition = passage.text[:before].rstrip().endswith((",", "("))
    around = passage.text[max(0, before - (120 if is_apposition else 50)) : start]
    return not (
        _PUBLIC.search(around) or _PARTY.match(passage.text, end) or _PUBLIC.match(passage.text, end + 1)
    )


def _is_organization(text: str, start: int, end: int) -> bool:
    """Tell whether words after a rank name a service, unit or country: "van de Koninklijke Landmacht"."""
    *prefixes, last = text[start:end].split()
    return (
        last in _ORGANIZATIONS
        or last.isupper()
        or _ORGANIZATION_AFTER.match(text, end) is not None
        or (len(prefixes) < 2 and prefixes[0] in ("uit", "in"))
        or _INDEFINITE.search(text, max(0, start - 60), start) is not None
    )


_ORGANIZATIONS = frozenset(
    "Koninklijke Landmacht Luchtmacht Marine Marechaussee Mariniers Krijgsmacht Defensie Genie Artillerie "
    "Cavalerie Infanterie".split()
)
#: Another capitalized word, or a kind of force: "van de Franse marine".
_ORGANIZATION_AFTER = pattern(
    r" (?:[A-Z]\w|(?:\w{1,20} )?(?:marine|leger|landmacht|luchtmacht|krijgsmacht|strijdkrachten|politie|"
    r"brigade|divisie|bataljon|regiment|garde|staf)\b)"
)
#: "een majoor van ..." names nobody.
_INDEFINITE = pattern(
    r"\b(?:[Ee]en|[EÉeé]én|[Gg]een|[Tt]wee|[Dd]rie)(?: [a-zé]\w{1,20}| Nederlandse){0,2} [\w-]{1,30} $"
)


def _has_office(texts: Texts, surname: str) -> bool:
    """Tell whether a text names a person with a public office: "minister Kaag"."""
    word = surname.rpartition("-")[2]
    for passage, number in texts.words.get(word, ()):
        at = passage.words[number][0]
        if _OFFICE.search(passage.text, max(0, at - 60), at):
            return True
    return False


def _without_courtesy(text: str, start: int, end: int) -> tuple[int, int]:
    match = _courtesy().match(text, start, end)
    return match.span("name") if match else (start, end)


def _public_persons(texts: Texts) -> frozenset[str]:
    """Return the surnames of the signatories and of the persons in names.yml, in lower case."""
    if not isinstance(texts, DossierView):
        return frozenset()
    names = [signatory.name for signatory in texts.data.signatories]
    names += [each.name for each in texts.dossier.names.names if each.kind == "persoon"]
    surnames = [name.split()[-1].lower() for name in names if name.split()]
    # "Yeşilgöz-Zegerius" is also called by the first part alone.
    return frozenset((*surnames, *(surname.partition("-")[0] for surname in surnames)))


RULES = (staff_name,)
