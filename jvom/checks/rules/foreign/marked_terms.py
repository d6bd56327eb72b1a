# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on marked foreign terms: marked everywhere or nowhere, and in the right language."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds
from jvom.checks.glossaries import spelling_groups, without_remark
from jvom.checks.languages import english, is_in_dutch_dictionary, language_of
from jvom.checks.name_places import NamePlace, name_places, plain_marks, words_of
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.foreign.term_marks import (
    LANGUAGES,
    MarkedTerm,
    is_plain_dutch,
    mark_fix,
    marked_terms_by_part,
)
from jvom.checks.views import DossierView, Texts
from jvom.findings import Related
from jvom.messages import msg


@rule(
    "ITA001",
    "term-marked-here-only",
    WARNING,
    Scope.TEXTS,
    msg("Een vreemde term staat hier niet cursief en elders wel"),
    fixable=True,
)
def marked_here_only(texts: Texts) -> Iterator[Violation]:
    """Meldt een term die elders als vreemde taal is gemarkeerd (`*term*`, cursief gedrukt) en hier niet.

    Komt de term veel vaker zonder dan met markering voor, dan wordt de markering gemeld. Wat tussen
    aanhalingstekens staat, afkortingen en Nederlandse woorden tellen niet. In een losse tekst kan cursief
    ook nadruk zijn: daar tellen alleen termen die aan hun woorden als Engels, Frans of Duits te kennen zijn.

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
    loose = not isinstance(texts, DossierView)
    for passages, found in zip(texts.memo(spelling_groups), texts.memo(marked_terms_by_part), strict=True):
        own_passages = {id(passage) for passage in passages}
        terms: dict[str, list[MarkedTerm]] = {}
        for term in found:
            if _needs_mark(term) and not (loose and language_of(words_of(term.found)) in ("", "nl")):
                terms.setdefault(" ".join(words_of(term.found)), []).append(term)
        for words in sorted(terms, key=lambda words: (-len(words), words)):
            unmarked = [
                place
                for place in name_places(texts, words, plural=True)
                if id(place.passage) in own_passages and is_plain_dutch(place)
            ]
            if unmarked and len(unmarked) <= 2 * len(terms[words]):
                yield from _missing_marks(unmarked, terms[words][0])
            elif unmarked:
                yield from _superfluous_marks(terms[words], unmarked[0])


def _needs_mark(term: MarkedTerm) -> bool:
    words = words_of(term.found)
    if not words or term.found.isupper() or all(word.isdigit() for word in words):
        return False
    if language_of(words) == "nl":
        return False
    return len(words) > 1 or (len(words[0]) > 3 and not is_in_dutch_dictionary(words[0]))


def _missing_marks(places: list[NamePlace], term: MarkedTerm) -> Iterator[Violation]:
    for place in places:
        yield Violation(
            place.passage.span(place.start, place.end),
            msg(
                "«{found}» is elders als vreemde taal gemarkeerd, en hier niet",
                found=plain_marks(place.found),
            ),
            msg("zet de term tussen sterretjes"),
            mark_fix(place, term.language),
            related=(Related(term.passage.span(term.start, term.end), msg("hier is de term gemarkeerd")),),
        )


def _superfluous_marks(terms: list[MarkedTerm], place: NamePlace) -> Iterator[Violation]:
    for term in terms:
        yield Violation(
            term.passage.span(term.start, term.end),
            msg(
                "«{found}» is hier als vreemde taal gemarkeerd, en elders niet", found=plain_marks(term.found)
            ),
            msg("markeer de term overal, of nergens"),
            related=(
                Related(
                    place.passage.span(place.start, place.end), msg("hier staat de term zonder markering")
                ),
            ),
        )


@rule(
    "ITA003",
    "term-language",
    WARNING,
    Scope.TEXTS,
    msg("Een term is gemarkeerd met een verkeerde taal"),
)
def term_language(texts: Texts) -> Iterator[Violation]:
    """Meldt een gemarkeerde term waarvan de woorden in een andere taal zijn dan de markering zegt.

    Een term tussen sterretjes geldt als Engels, tenzij er een taal bij staat (`*rapport final*{lang=fr}`).
    De regel herkent Engels, Frans, Duits en Nederlands aan hun woorden, en meldt alleen wat duidelijk is.
    Een woord dat het Nederlandse woordenboek kent is ter overweging, en in een losse tekst al het
    Nederlands: daar kan cursief ook nadruk zijn.

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

    ```fout
    De *capaciteitsopbouw* gaat door.

    === verwacht
    capaciteitsopbouw
    ```

    ```fout abbreviations.yml
    abbreviations:
      - {abbreviation: WFP, expansion: World Food Programme, language: nl}
      - {abbreviation: VS, expansion: Verenigde Staten van Amerika, language: en}

    === verwacht
    nl
    en
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
    loose = not isinstance(texts, DossierView)
    if isinstance(texts, DossierView):
        yield from _wrong_glossary_languages(texts)
    for found in texts.memo(marked_terms_by_part):
        for term in found:
            words = words_of(term.found)
            marked_as = term.language.partition("-")[0].lower()
            language = language_of(words)
            loan = not language and marked_as != "nl" and _is_dutch_word(words)
            if (language and language != marked_as and marked_as in LANGUAGES) or loan:
                yield Violation(
                    term.passage.span(term.start, term.end),
                    msg("«{found}» staat in het Nederlandse woordenboek", found=plain_marks(term.found))
                    if loan
                    else msg(
                        "«{found}» is {language}, en gemarkeerd als {marked}",
                        found=plain_marks(term.found),
                        language=LANGUAGES[language],
                        marked=LANGUAGES[marked_as],
                    ),
                    msg("haal de sterretjes weg")
                    if loan or language == "nl"
                    else msg("zet lang={language} tussen accolades achter de term", language=language)
                    if language != "en"
                    else msg("haal de taal achter de term weg"),
                    severity=INFO if loan or (loose and language == "nl") else None,
                )


def _wrong_glossary_languages(dossier: DossierView) -> Iterator[Violation]:
    """Yield the glossary entries whose expansion is not in the language that they name."""
    for entry in dossier.dossier.glossary.abbreviations:
        expansion = without_remark(entry.expansion)
        language, marked_as = language_of(words_of(expansion)), entry.language.partition("-")[0]
        if language and language != marked_as and marked_as in LANGUAGES and len(words_of(expansion)) > 1:
            yield Violation(
                entry.at.value("language"),
                msg(
                    "«{found}» is {language}, en gemarkeerd als {marked}",
                    found=expansion,
                    language=LANGUAGES[language],
                    marked=LANGUAGES[marked_as],
                ),
                msg("verbeter de taal"),
            )


def _is_dutch_word(words: tuple[str, ...]) -> bool:
    """Tell whether a term is a word in the Dutch dictionary, or a compound of two such words."""
    if len(words) != 1 or len(words[0]) < _SHORTEST_WORD:
        return False
    return is_in_dutch_dictionary(words[0]) or (
        len(words[0]) > 2 * _SHORTEST_WORD and compounds().is_noun(words[0]) and words[0] not in english()
    )


_SHORTEST_WORD = 5


RULES = (marked_here_only, term_language)
