# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Foreign terms: marked everywhere or nowhere, all of them, and in the language that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jvom.checks.languages import english, is_in_dutch_dictionary, language_of
from jvom.checks.name_phrases import parts
from jvom.checks.prose import Passage
from jvom.checks.rule import INFO, WARNING, Scope, Slip, rule
from jvom.checks.sequences import Sequence, in_an_address, plain, sequences, words_of
from jvom.checks.views import DossierView, Texts
from jvom.checks.words.surroundings import is_quoted
from jvom.dutch.sorting import letters
from jvom.findings import Fix, Related
from jvom.messages import msg

_READ = frozenset(("title", "heading", "paragraph", "item", "quote", "head", "cell", "footnote", "caption"))
_LANGUAGES = {"nl": "Nederlands", "en": "Engels", "fr": "Frans", "de": "Duits"}

#: Dutch words from English that go along with an English word beside them.
_ALONG = frozenset(
    """
    building community briefing feedback management team teams support security force joint project training
    office human gender peacekeeping board border desk special senior junior leader planner monitoring
    review power policy party response relations operating media market law intelligence hub framework fund
    field event exchange engagement development data cyber design counter country contract crisis release
    research resource resources screening service services skills strategy surveillance survey system
    systems target targets time
    """.split()
)
_DUTCH_ADJECTIVES = frozenset(
    "Nederlandse Britse Amerikaanse Franse Duitse Europese Iraakse Libanese Afrikaanse Internationale".split()
)
_JOINING = frozenset("of the and for in to on at by with a an".split())


class Marked(NamedTuple):
    """A term that is marked as foreign: characters of a passage, and its language."""

    passage: Passage
    start: int
    end: int
    language: str

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]


def marked(passages: tuple[Passage, ...]) -> Iterator[Marked]:
    """Yield the foreign terms of passages."""
    for passage in passages:
        start = end = -1
        language = ""
        for part in passage.segments:
            if part.start == part.end:
                continue
            if part.style.language != language:
                if language:
                    yield Marked(passage, start, end, language)
                start, language = part.start, part.style.language
            end = part.end
        if language:
            yield Marked(passage, start, end, language)


@rule(
    "ITA001",
    "term-marked-here-only",
    WARNING,
    Scope.TEXTS,
    msg("Een vreemde term staat hier niet cursief en elders wel"),
    fixable=True,
)
def marked_here_only(texts: Texts) -> Iterator[Slip]:
    """Meldt een term die elders als vreemde taal is gemarkeerd (`*term*`, cursief gedrukt) en hier niet.

    Komt de term veel vaker zonder dan met markering voor, dan wordt de markering gemeld. Wat tussen
    aanhalingstekens staat, afkortingen en Nederlandse woorden tellen niet.

    ## Waarom

    Cursief zegt de lezer, en een voorleesprogramma, dat een woord uit een andere taal komt. Dan moet dat
    overal gelden.

    ## Voorbeelden

    ```fout
    De eenheid droeg bij aan de *situational awareness*. Zonder situational awareness werkt de missie niet.

    === verwacht
    situational awareness
    ```

    ```fout
    De eenheid leverde *Force Protection*. De Force Protection eindigt.

    === nota.md erbij
    De force
    protection is van belang.

    === verwacht
    force protection
    Force Protection
    ```

    ```fout
    De Lebanese Armed Forces ontwapenden. Nederland steunt de Lebanese Armed Forces.
    Ook *Lebanese Armed Forces* hielpen, zoals de Lebanese Armed Forces dat doen.

    === rapport/unifil.md
    De inzet loopt door.

    === verwacht
    Lebanese Armed Forces
    ```

    ```goed
    De eenheid droeg bij aan de *situational awareness*. Het rapport "Situational awareness" gaat daarover.
    ```

    ```goed
    Het kabinet volgt dit *nauwgezet*. Ook de missie volgt dit nauwgezet.
    ```

    ## Herstellen

    Zet de term tussen sterretjes: `*situational awareness*`.
    """
    for passages in texts.once(parts):
        here = {id(passage) for passage in passages}
        terms: dict[str, list[Marked]] = {}
        for term in marked(passages):
            if _is_term(term):
                terms.setdefault(" ".join(words_of(term.found)), []).append(term)
        for words in sorted(terms, key=lambda words: (-len(words), words)):
            plainly = [
                place
                for place in sequences(texts, words, plural=True)
                if id(place.passage) in here and _stands_plain(place)
            ]
            if plainly and len(plainly) <= 2 * len(terms[words]):
                yield from _unmarked(plainly, terms[words][0])
            elif plainly:
                yield from _overmarked(terms[words], plainly[0])


def _is_term(term: Marked) -> bool:
    words = words_of(term.found)
    if not words or term.found.isupper() or all(word.isdigit() for word in words):
        return False
    if language_of(words) == "nl":
        return False
    return len(words) > 1 or (len(words[0]) > 3 and not is_in_dutch_dictionary(words[0]))


def _stands_plain(place: Sequence) -> bool:
    passage, text = place.passage, place.passage.text
    return (
        passage.kind in _READ
        and passage.is_dutch(place.start, place.end)
        and text[place.end : place.end + 1] != "-"
        and text[place.start - 1 : place.start] != "-"
        and not in_an_address(text, place.start, place.end)
        and not is_quoted(text, place.start, place.end)
    )


def _unmarked(places: list[Sequence], term: Marked) -> Iterator[Slip]:
    for place in places:
        yield Slip(
            place.passage.span(place.start, place.end),
            msg("«{found}» is elders als vreemde taal gemarkeerd, en hier niet", found=plain(place.found)),
            msg("zet de term tussen sterretjes"),
            _mark(place, term.language),
            related=(Related(term.passage.span(term.start, term.end), msg("hier is de term gemarkeerd")),),
        )


def _overmarked(terms: list[Marked], place: Sequence) -> Iterator[Slip]:
    for term in terms:
        yield Slip(
            term.passage.span(term.start, term.end),
            msg("«{found}» is hier als vreemde taal gemarkeerd, en elders niet", found=plain(term.found)),
            msg("markeer de term overal, of nergens"),
            related=(
                Related(
                    place.passage.span(place.start, place.end), msg("hier staat de term zonder markering")
                ),
            ),
        )


def _mark(place: Sequence, language: str) -> Fix | None:
    """Return the fix that marks a term; none in front matter, where an asterisk means something else."""
    if place.passage.kind == "title":
        return None
    tag = "" if language == "en" else f"{{lang={language}}}"
    return place.passage.replace(place.start, place.end, f"*{place.found}*{tag}", safe=False)


@rule(
    "ITA002",
    "foreign-term-unmarked",
    WARNING,
    Scope.TEXTS,
    msg("Een vreemde term is niet gemarkeerd"),
    fixable=True,
)
def unmarked_term(texts: Texts) -> Iterator[Slip]:
    """Meldt Engelse woorden in een Nederlandse zin die niet als vreemde taal zijn gemarkeerd.

    Leenwoorden die het Nederlandse woordenboek kent ("team", "training") tellen niet. Namen met
    hoofdletters zijn ter overweging, behalve als de lijst met afkortingen of het register van missies ze in
    een andere taal kent; namen van missies zelf en die van `names.yml` mogen zonder. In een losse tekst is
    alles ter overweging.

    ## Waarom

    Een vreemde term staat cursief en is gemarkeerd, zodat de lezer hem herkent, de spellingcontrole hem met
    rust laat en een voorleesprogramma hem goed uitspreekt. Beter nog is een Nederlands woord.

    ## Voorbeelden

    ```fout
    De missie droeg bij aan situational awareness en aan community policing. De readiness nam toe.

    === verwacht
    situational awareness
    community policing
    readiness
    ```

    ```fout
    Nederland werkt samen met de Lebanese Armed Forces en met het Joint Operations Centre.

    === rapport/unifil.md
    De inzet loopt door.

    === verwacht
    Lebanese Armed Forces
    Joint Operations Centre
    ```

    ```goed
    De missie droeg bij aan *situational awareness*. Het team gaf een training over management.
    ```

    ```goed
    UNIFIL en de werkgroep "Burden sharing" steunen dit; zie www.defensie.nl/policy/readiness.
    ```

    ## Herstellen

    Zet de term tussen sterretjes, of schrijf er een Nederlands woord voor.
    """
    allowed, names = _registered(texts) if isinstance(texts, DossierView) else (frozenset(), frozenset())
    in_dossier = isinstance(texts, DossierView)
    found = [term for passages in texts.once(parts) for term in marked(passages)]
    terms = {" ".join(words_of(term.found)) for term in found}
    marking = {term.passage.whole.path for term in found}
    english_in = _with_english(texts)
    for passages in texts.once(parts):
        for passage in passages:
            if id(passage) not in english_in:
                continue
            for place in _foreign_runs(passage):
                key = letters(place.found)
                if key in allowed or " ".join(words_of(place.found)) in terms or not _stands_plain(place):
                    continue
                small = any(
                    map(str.islower, (word[:1] for word in place.found.split() if word not in _JOINING))
                )
                severity = (
                    None
                    if (small or key in names) and (in_dossier or passage.whole.path in marking)
                    else INFO
                )
                yield Slip(
                    passage.span(place.start, place.end),
                    msg("«{found}» is Engels en niet als vreemde taal gemarkeerd", found=plain(place.found)),
                    msg("zet de term tussen sterretjes, of schrijf er een Nederlands woord voor"),
                    _mark(place, "en"),
                    severity=severity,
                )


def _registered(view: DossierView) -> tuple[frozenset[str], frozenset[str]]:
    """Return, by their letters, the names that need no mark, and the foreign names that do."""
    allowed: set[str] = set()
    names: set[str] = set()
    for mission in view.dossier.missions.missions:
        allowed.update(letters(form) for form in (mission.name, *mission.accepted))
        if mission.language != "nl":
            names.add(letters(mission.official))
    for name in view.dossier.names.names:
        allowed.update(letters(form) for form in (name.name, *name.accepted))
    for entry in view.dossier.glossary.abbreviations:
        allowed.update(letters(form) for form in (entry.abbreviation, *entry.also))
        if entry.language != "nl":
            names.add(letters(entry.expansion))
    return frozenset(allowed), frozenset(names - allowed)


def _with_english(texts: Texts) -> set[int]:
    """Return the ids of the passages that have an English word which is not marked."""
    return {
        id(passage)
        for word in english() & texts.words.keys()
        for passage, number in texts.words[word]
        if passage.is_dutch(*passage.words[number])
    }


def _foreign_runs(passage: Passage) -> Iterator[Sequence]:
    """Yield the runs of English words in a passage: one at least English only, and no Dutch but loans."""
    if passage.kind not in _READ:
        return
    text, words = passage.text, passage.words
    known = english()
    first = last = -1
    sure = False
    for number, (start, end) in enumerate((*words, (len(text), len(text)))):
        word = text[start:end].lower()
        joined = first >= 0 and text[words[number - 1][1] : start] in (" ", "\n")
        kind = 2 if word in known else 1 if word in _ALONG or (joined and text[start:end].istitle()) else 0
        if joined and not kind and word in _JOINING and number - last < 3:
            continue
        if not (joined and kind):
            if sure and _is_reported(passage, first, last):
                yield Sequence(passage, _from_capital(passage, first), last)
            first, sure = (number if kind else -1), False
        if kind:
            last, sure = number, sure or kind == 2


def _from_capital(passage: Passage, first: int) -> int:
    """Return where a name begins that goes on from `first`: words with a capital before it belong to it."""
    text, words = passage.text, passage.words
    if not text[words[first][0]].isupper():
        return first
    sentence, _ = passage.sentence_at(words[first][0])
    while first > 0:
        start, end = words[first - 1]
        if not text[start].isupper() or text[end : words[first][0]] not in (" ", "\n") or start == sentence:
            break
        if text[start:end] in _DUTCH_ADJECTIVES or text[start:end].endswith("sche"):
            break
        first -= 1
    return first


def _is_reported(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a run is more than one word, or one long small word."""
    if first < last:
        return True
    start, end = passage.words[first]
    return end - start > 5 and passage.text[start].islower()


@rule(
    "ITA003",
    "term-language",
    WARNING,
    Scope.TEXTS,
    msg("Een term is gemarkeerd met een taal die hij niet heeft"),
)
def term_language(texts: Texts) -> Iterator[Slip]:
    """Meldt een gemarkeerde term waarvan de woorden in een andere taal zijn dan de markering zegt.

    Een term tussen sterretjes geldt als Engels, tenzij er een taal bij staat (`*rapport final*{lang=fr}`).
    De regel herkent Engels, Frans, Duits en Nederlands aan hun woorden, en meldt alleen wat duidelijk is.
    Een woord dat het Nederlandse woordenboek kent is ter overweging.

    ## Waarom

    De taal van een term stuurt de spellingcontrole, de afbreking en de stem van een voorleesprogramma.

    ## Voorbeelden

    ```fout
    De *Forces Spéciales Mer* trainden met de *Police aux Frontières*.

    === verwacht
    Forces Spéciales Mer
    Police aux Frontières
    ```

    ```fout
    Dit is *volstrekt* duidelijk. Ook *situational awareness*{lang=fr} telt,
    en de *inzet van het ministerie*.

    === verwacht
    volstrekt
    situational awareness
    inzet van het ministerie
    ```

    ```goed
    De *Forces Spéciales Mer*{lang=fr}, de *Special Operations Forces* en het *Liaison Office* in Kosovo.
    ```

    ```goed
    De *Human Rights Directorate*, de *Kosovo Force*, *Area C* en een *coalition of the willing*.
    ```

    ## Herstellen

    Zet de taal achter de term, `{lang=fr}`. Is het Nederlands, haal de sterretjes dan weg; nadruk is
    `**woord**`.
    """
    for passages in texts.once(parts):
        for term in marked(passages):
            words = words_of(term.found)
            tag = term.language.partition("-")[0].lower()
            language = language_of(words)
            loan = not language and tag != "nl" and _is_dutch_word(words)
            if (language and language != tag and tag in _LANGUAGES) or loan:
                yield Slip(
                    term.passage.span(term.start, term.end),
                    msg("«{found}» staat in het Nederlandse woordenboek", found=plain(term.found))
                    if loan
                    else msg(
                        "«{found}» is {language}, en gemarkeerd als {marked}",
                        found=plain(term.found),
                        language=_LANGUAGES[language],
                        marked=_LANGUAGES[tag],
                    ),
                    msg("haal de sterretjes weg")
                    if loan or language == "nl"
                    else msg("zet lang={language} tussen accolades achter de term", language=language)
                    if language != "en"
                    else msg("haal de taal achter de term weg"),
                    severity=INFO if loan else None,
                )


def _is_dutch_word(words: tuple[str, ...]) -> bool:
    """Tell whether a term is one word that the Dutch dictionary has."""
    return len(words) == 1 and len(words[0]) > 4 and is_in_dutch_dictionary(words[0])


RULES = (marked_here_only, unmarked_term, term_language)
