# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG: compounds that are written apart, and hyphens that are missing or misplaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.checks.compound_words import COUNTED, LINKED, Compounds, compounds, joined, singulars
from jvom.checks.rule import WARNING, Scope, Slip, rule
from jvom.dutch.patterns import pattern
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.checks.passages import Passage
    from jvom.checks.views import Texts

# --- behind an abbreviation ---------------------------------------------------------------------

# It begins with the capital, which the engine of regular expressions can look for fast.
_ABBREVIATION = pattern(
    r"(?P<name>[A-Z](?:[A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?|[A-Z]{0,2}-\d{1,3}[A-Z]?))"
    r"[ \u00a0](?P<noun>[A-Za-zëïéöü][a-zëïéöü]{2,30})(?![\w-])(?! [A-Z])"
)
_BEFORE_NAME = frozenset("&/.'’-_")
_ROMAN = pattern(r"[IVXLC]+")

# Nouns that stand as the second part of a compound: one of them by itself has an article.
_HEADS = COUNTED | frozenset(
    """
    ambassade ambassadeur begroting bevolking bijdrage bondgenoot brigade brief coalitie compagnie
    delegatie detachement diplomaat doelstelling dossier evaluatie fregat handvest helikopter interventie
    kader konvooi lidstaat medewerker militie missielid nota notitie ontwerp patrouille politie procedure
    raad regering regime sanctie soldaat strijder strijdmacht structuur taskforce top toetreding trainer
    troepenmacht verdrag vergadering verdragsgebied verordening vertegenwoordiger vertegenwoordiging
    voorstel vredesmacht waarnemer werkgroep wetgever
    """.split()
)
# Nouns that also stand without an article, or name what somebody is: only where no clause can begin
# before them.
_ALSO_BARE = frozenset(
    """
    akkoord beleid budget capaciteit deelname financiering fonds gezag grondgebied geld hulp inlichting inzet
    land leden leider leiderschap leiding lid materieel middel militair partij partner personeel presentie
    raamwerk regelgeving samenwerking stelling steun toezicht training troep voorzitter
    voorzitterschap wetgeving
    """.split()
)
_NOUNS = _HEADS | _ALSO_BARE
_BEFORE_COMPOUND = frozenset(
    """
    een deze die dit dat elke iedere alle geen andere beide enkele sommige verschillende diverse
    meerdere vele veel nieuwe van met door voor bij aan in op uit tot onder over tussen tijdens via
    volgens binnen buiten als namens per zonder naar zowel huidige voormalige eerste laatste grote
    kleine overige zulke hun zijn haar onze
    """.split()
)
_PREPOSITIONS = frozenset(
    """
    van met door voor bij aan in op uit tot onder over tussen tijdens via volgens binnen buiten namens
    per naar
    """.split()
)
_PLURAL_VERBS = frozenset(
    """
    hebben zijn waren worden werden kunnen konden moeten moesten willen wilden zullen zouden mogen
    mochten blijven bleven hadden gaan gingen komen kwamen staan stonden die
    """.split()
)
_ARTICLES = frozenset(("de", "het"))
#: Nouns that are verbs too, behind an abbreviation that is the subject: "de VN leden verlies".
_ALSO_VERBS_BEHIND = frozenset(("land", "landen", "leden", "staat", "staten", "kampen"))
#: What English writes in the same way: with a capital it belongs to a foreign name.
_ENGLISH_TOO = frozenset(
    "budget partner partners president project regime sector staff station team top training".split()
)
#: Where a sentence begins; the article behind it does not belong to an earlier verb.
_SENTENCE_END = (".", ":", "!", "?", "”", '"', "\n")
#: What has an article when it stands by itself: without one it begins a compound.
_WITH_ARTICLE = frozenset(("EU", "VN", "NAVO", "VS", "AU", "UN", "NATO", "OVSE", "VNVR"))
# The curly apostrophe stands apart: compiled faster than in the class.
_WORD_BEFORE = pattern(r"((?:[\w'-]++|’)+)\s$")
_WORD_AFTER = pattern(r"\s([a-z]+)")
_COMPOUND_AND = pattern(r"[A-Z]\w*-[a-z]+\s(?:en|of)\s$")


@rule(
    "LNG007",
    "hyphen-after-abbreviation",
    WARNING,
    Scope.TEXTS,
    msg("Tussen een afkorting en een zelfstandig naamwoord ontbreekt het koppelteken"),
    fixable=True,
)
def hyphen_after_abbreviation(texts: Texts) -> Iterator[Slip]:
    """Meldt een samenstelling met een afkorting waar het koppelteken ontbreekt.

    Bijvoorbeeld `EU operatie`, `VN resolutie`, `F-35 toestel`. Waar de afkorting ook het
    onderwerp kan zijn (`als de EU maatregelen neemt`) zwijgt de regel.

    ## Waarom

    Een samenstelling is één woord. Los geschreven leest die als twee zinsdelen, en de lezer moet terug.

    ## Voorbeelden

    ```fout
    Nederland steunt de EU operatie met een VN resolutie en met NAVO troepen.

    === verwacht
    EU operatie
    VN resolutie
    NAVO troepen
    ```

    ```fout
    Dit betreft EU operaties in Afrika. Nederland levert NAVO troepen aan VN- en EU missies.

    === verwacht
    EU operaties
    NAVO troepen
    EU missies
    ```

    ```fout
    De brief noemt het UNIFIL mandaat en vier F-35 toestellen. Het lot van de EU lidstaten is onzeker.

    === verwacht
    UNIFIL mandaat
    F-35 toestellen
    EU lidstaten
    ```

    ```goed
    Nederland steunt de EU-operatie. Als de EU maatregelen neemt of de VN rapporten schrijft, volgt overleg.
    De
    EU landen niet helpen was geen keuze. KFOR leidt de inzet; het LCF is vertrokken en Hoofdstuk VII geldt.
    ```

    ```fout
    De CT samenwerking eindigde. De VNVR leden stemden in, de NAVO-bondgenoten en EU lidstaten ook. De
    EU-NAVO samenwerking groeit; de NAVO top en de EU Delegatie bespraken dat met de VN vredesmissie.

    === verwacht
    CT samenwerking
    VNVR leden
    EU lidstaten
    EU-NAVO samenwerking
    NAVO top
    EU Delegatie
    VN vredesmissie
    ```

    ```goed
    De VN leden verlies. Als de EU akkoord gaat en de NAVO stelling neemt, volgt de VS. De IDF trokken weg.
    ```

    ```goed
    De *EU Training Mission* werkt onder het *UN mandate* en met *NATO operations*.
    ```

    ## Herstellen

    Zet een koppelteken; `jvom check --fix` doet het waar het zeker is.
    """
    for passage in texts.passages:
        text = passage.dutch
        for match in _ABBREVIATION.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if before.isalnum() or before in _BEFORE_NAME:
                continue
            if match["name"] != "NL" and _is_compound(text, match):
                sure = bool(_bare(match["noun"]) & _HEADS)
                yield _hyphenated(passage, match.start(), match.end(), match.end("name"), safe=sure)


def _is_compound(text: str, match: re.Match[str]) -> bool:
    """Tell whether an abbreviation and the noun behind it are one word, from the words around them."""
    noun, name = match["noun"].lower(), match["name"]
    forms = _bare(noun)
    if not forms:
        return False
    if match["noun"] != noun:
        return noun not in _ENGLISH_TOO and bool(forms & _HEADS) and name in _WITH_ARTICLE
    single = not noun.endswith(("en", "s"))
    before = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    previous = before[1].lower() if before else ""
    if _ROMAN.fullmatch(name) and name not in ("VI", "CI", "IC"):
        return previous == "hoofdstuk" and bool(forms & _HEADS)
    if forms & _HEADS and (single or name[-2:].strip("-").isdigit()):
        return True
    if "-" in name and _WITH_ARTICLE.issuperset(name.split("-")):
        return True
    if previous in _ARTICLES and before:
        return _is_compound_behind_article(text, match, before, forms)
    if before is None:
        return not text[: match.start()].rstrip() and not single
    if name in _WITH_ARTICLE and previous not in ("en", "of", "als", "dat"):
        return True
    if previous in ("en", "of") and (
        text[: before.start()].rstrip().endswith("-")
        or _COMPOUND_AND.search(text, max(0, match.start() - 40), match.start())
    ):
        # "VN- en EU missies", "NAVO-landen en EU lidstaten"
        return True
    return previous in _BEFORE_COMPOUND or (previous.endswith(("se", "ke", "ge")) and len(previous) > 5)


def _is_compound_behind_article(
    text: str, match: re.Match[str], before: re.Match[str], forms: frozenset[str]
) -> bool:
    """Tell whether an abbreviation behind "de" or "het" is no subject or object with a noun after it.

    At the start of a sentence the verb comes second, so the noun there belongs to the abbreviation.
    """
    after = _WORD_AFTER.match(text, match.end())
    plural = after and (
        after[1] in _PLURAL_VERBS or (after[1].endswith(("den", "ten")) and len(after[1]) > 5)
    )
    ahead = text[: before.start()].rstrip(" \u00a0")
    if before[1].istitle() and (not ahead or ahead.endswith(_SENTENCE_END)):
        return bool(plural) or match["noun"] not in _ALSO_VERBS_BEHIND
    earlier = _WORD_BEFORE.search(text, max(0, before.start() - 24), before.start())
    return bool(
        forms & (_HEADS | {"land", "staat", "troep", "leden", "partner"})
        and (plural or (earlier and earlier[1].lower() in _PREPOSITIONS))
    )


def _bare(noun: str) -> frozenset[str]:
    """Return the heads that a noun, in any number, ends in."""
    return frozenset(
        each[at:]
        for each in singulars(noun)
        for at in range(max(1, len(each) - 3))
        if each[at:] in _NOUNS and (at == 0 or len(each) > at + 3)
    )


def _hyphenated(passage: Passage, start: int, end: int, space: int, *, safe: bool) -> Slip:
    better = f"{passage.text[start:space]}-{passage.text[space + 1 : end]}"
    return Slip(
        passage.span(start, end),
        msg("«{found}» is één woord", found=passage.text[start:end]),
        msg("schrijf «{better}»", better=better),
        passage.replace(space, space + 1, "-", safe=safe),
    )


# --- written apart ------------------------------------------------------------------------------


@rule(
    "LNG010",
    "compound-apart",
    WARNING,
    Scope.TEXTS,
    msg("Een samenstelling is los geschreven"),
    fixable=True,
)
def compound_apart(texts: Texts) -> Iterator[Slip]:
    """Meldt twee zelfstandige naamwoorden naast elkaar die volgens het woordenboek één woord zijn.

    Ook een eerste deel dat alleen in samenstellingen bestaat: `veiligheids situatie`, `opleidings behoefte`,
    en een dat zelf een samenstelling is: `crisisrespons teams`.

    ## Waarom

    Een samenstelling is in het Nederlands één woord. Die los schrijven is een fout die uit het Engels komt.

    ## Voorbeelden

    ```fout
    De grens bewaking en de veiligheids situatie vroegen om een crisis
    respons.

    === verwacht
    grens bewaking
    veiligheids situatie
    crisis respons
    ```

    ```fout
    Politie training bleef nodig. De VN-Veiligheids Raad sprak. De vredes missies van de lid staten bewaken de
    mensen rechten.

    === verwacht
    Politie training
    Veiligheids Raad
    vredes missies
    lid staten
    mensen rechten
    ```

    ```fout
    De crisisrespons teams en de veiligheidssector hervorming vergen een grensbeheer project. De
    luchtverdedigings systemen zijn geleverd.

    === verwacht
    crisisrespons teams
    veiligheidssector hervorming
    grensbeheer project
    luchtverdedigings systemen
    ```

    ```goed
    Nederland wil in de veiligheidssector projecten starten. Voor crisisbeheersing trainingen geven is duur;
    de luchtverdediging vroeg teams om hulp.
    ```

    ```goed
    De grensbewaking en de veiligheidssituatie vroegen om een crisisrespons. De politie vroeg de missie haar
    steun
    te geven.
    ```

    ```goed
    Kolonel De Wit was adviseur van de missie en was commandant. Hij sloot akkoord noch bestand.
    ```

    ```goed
    De *border guard training* duurde een paar dagen; het hoofd staat aan het hoofd, en een groep mensen
    kwam per
    dag. De eenheden in eigen land kampen met tekorten. Zij wilden aan de grens controles houden. Eenmaal per
    jaar verslag doen is genoeg. De schepen mogen geen doelen aan land aanvallen.
    ```

    ## Herstellen

    Schrijf het aaneen. Zijn het toch twee zinsdelen, zet er dan een woord of komma tussen.
    """
    known = compounds()
    yield from _apart(texts, known)
    yield from _behind_compounds(texts, known)


def _apart(texts: Texts, known: Compounds) -> Iterator[Slip]:
    """Yield what the list of compounds has as one word."""
    for first in known.firsts(texts.words):
        if first in _DAYS:
            continue
        # What begins with a linking s only stands before another part, also in a name: "Veiligheids Raad".
        linked = first.endswith(LINKED)
        for passage, number in texts.words[first]:
            if passage.small_words[number + 1 : number + 2] in _NEVER_SECOND:
                continue
            words, text = passage.words, passage.text
            start, end = words[number]
            begin, last = words[number + 1]
            if begin != end + 1 or not text[end].isspace():
                continue
            second = text[begin:last]
            titled = linked and text[start].isupper() and second.istitle()
            if not titled and not second.islower():
                continue
            behind_hyphen = start > 0 and text[start - 1] in _JOINERS and not linked
            if behind_hyphen or text[last : last + 1] in _JOINERS:
                continue
            if not known.join(first, second.lower()):
                continue
            if not titled and text[start].isupper() and passage.sentence_at(start)[0] < start - 1:
                continue
            if first in _ALSO_VERBS and not _has_an_article(passage, number):
                continue
            if number and first in _PHRASES.get(passage.small_words[number - 1], ()):
                continue
            if _is_an_object(passage, number) or _is_a_verb(passage, number):
                continue
            if passage.is_dutch(start, last) and (linked or not _may_be_given(passage, number)):
                yield _one_word(passage, start, last, joined(text[start:end], second.lower()))


def _one_word(passage: Passage, start: int, end: int, better: str) -> Slip:
    return Slip(
        passage.span(start, end),
        msg("«{found}» is één woord", found=passage.text[start:end]),
        msg("schrijf «{better}»", better=better),
        passage.replace(start, end, better, safe=False),
    )


def _behind_compounds(texts: Texts, known: Compounds) -> Iterator[Slip]:
    """Yield a compound that is no person or body with a second noun behind it: "crisisrespons teams"."""
    for first, places in texts.words.items():
        if len(first) < _LONG or first[-_TAIL:] not in _TAILS:
            continue
        if not first.endswith(_THINGS) or known.begins(first):
            continue
        for passage, number in places:
            following = passage.small_words[number + 1 : number + 2]
            if not following or following[0] in _INFINITIVES:
                continue
            forms = frozenset(singulars(following[0]))
            if not forms & _BEHIND_THINGS or _may_be_given(passage, number):
                continue
            text, (start, end), (begin, last) = passage.text, *passage.words[number : number + 2]
            apart = begin == end + 1 and text[end].isspace() and text[begin].islower()
            if (
                apart
                and text[last : last + 1] not in _JOINERS
                and passage.is_dutch(start, last)
                and (following[0] not in _BEHIND_THINGS or _has_an_article(passage, number))
                and (not _has_a_preposition(passage, number) or _AT_REST.match(text, last))
                and known.is_noun(first)  # last, since it has to know all nouns
            ):
                linked = "s" if first.endswith(_LINKING) else ""
                yield _one_word(passage, start, last, joined(text[start:end] + linked, following[0]))


#: How long a compound of two parts is at least.
_LONG = 9
#: How compounds end that do nothing themselves, so that what stands behind one is not its object.
_THINGS = tuple(
    """
    respons opbouw beheersing bewaking bestrijding verdediging hervorming voorziening ondersteuning verlening
    handhaving uitwisseling sector zorg smokkel handel hulp steun beheer toezicht onderzoek transport vervoer
    geweld criminaliteit onderwijs beleid herstel ontwikkeling samenwerking controle planning deling vorming
    verkeer veiligheid oefening training
    """.split()
)
#: Their last letters: looked up at once, where the ends of each word would be tried one by one.
_TAIL = 4
_TAILS = frozenset(thing[-_TAIL:] for thing in _THINGS)
_LINKING = ("ing", "heid", "teit")
_BEHIND_THINGS = COUNTED | frozenset(
    """
    activiteit hervorming proces inspanning maatregel taak budget campagne overeenkomst initiatief faciliteit
    voorziening oefening capaciteit kader middel
    """.split()
)
#: What follows when the two nouns are the end of their part of the sentence.
_AT_REST = pattern(r"[.,;:)]|\s(?:en|of|in|van|voor|die|dat|bij|op|met|is|zijn|was|waren|wordt|worden)(?!\w)")
_PREPOSITIONS_BEFORE = _PREPOSITIONS | {"binnen", "rond", "zonder", "sinds", "na"}


def _has_a_preposition(passage: Passage, number: int) -> bool:
    """Tell whether a preposition stands before a noun, its article or its adjective."""
    return not _PREPOSITIONS_BEFORE.isdisjoint(passage.small_words[max(0, number - 3) : number])


# What stands behind a noun most often, and is no part of it.
_SMALL_WORDS = frozenset(
    """
    van in de het een en is zijn met voor op aan door te die dat of om bij naar uit tot als niet ook over
    heeft hebben wordt worden werd werden was waren kan kunnen moet moeten zal zullen daar er
    """.split()
)
#: Nouns that are also a verb, which a noun may follow: "hij was adviseur", "het kabinet besluit troepen te".
_ALSO_VERBS = frozenset(
    """
    was las greep sloot stal wees zet besluit start verzoek bond vraag wacht steun koop bouw schat zoek tref
    test plant schoot bood blijk dank meld help leid hoop
    """.split()
)
#: What looks like a plural and is an infinitive as often: "in het water leven", "de school bezoeken".
_INFINITIVES = frozenset(
    """
    leven werken kosten bezoeken vragen eisen spelen handelen dienen regelen wijzen openen kiezen staken
    klagen reizen rusten testen starten verschillen steunen
    """.split()
)
#: What follows a noun that is no first part: nothing at all, or one of these.
_NEVER_SECOND = frozenset(((), *((word,) for word in _SMALL_WORDS | _INFINITIVES)))
_DAYS = frozenset("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split())
_TIMES = frozenset("jaar maand week dag uur kwartaal nacht avond ochtend middag".split())
#: By the word before, the nouns that close a phrase there: "eenmaal per jaar verslag doen", "aan land gaan".
_PHRASES = {
    "per": _TIMES | frozenset("schip vliegtuig trein persoon land missie eenheid regio post brief".split()),
    "elk": _TIMES,
    "elke": _TIMES,
    "ieder": _TIMES,
    "iedere": _TIMES,
    "dit": _TIMES,
    "deze": _TIMES,
    "vorig": _TIMES,
    "vorige": _TIMES,
    "volgend": _TIMES,
    "volgende": _TIMES,
    "aan": frozenset("land boord wal bod tafel kop".split()),
    "op": frozenset("land zee straat school weg pad papier koers post afstand locatie verzoek".split()),
    "over": frozenset("land zee weg".split()),
    "te": frozenset("land water voet paard".split()),
    "ter": frozenset("zee plaatse land plekke".split()),
    "onder": frozenset("water druk vuur dwang leiding toezicht vlag".split()),
    "in": frozenset("dienst nood oorlog zee bedrijf".split()),
    "uit": frozenset("dienst zee voorzorg".split()),
    "van": frozenset("boord land huis".split()),
    "naar": frozenset("zee land huis school boven".split()),
    "met": frozenset("spoed geweld kracht hulp steun".split()),
}
_NEAR = 150
_DETERMINERS = frozenset(
    "de het een geen dit dat deze die elk elke ieder iedere zijn haar hun ons onze alle".split()
)
_GIVING = pattern(
    r"\b(?:geven|geeft|gaf|gaven|gegeven|bieden|biedt|bood|boden|geboden|leveren|levert|leverde|leverden|geleverd"
    r"|verlenen|verleent|verleende|verleenden|verleend|verstrekken|verstrekt|verschaffen|verschaft)\b"
)


def _has_an_article(passage: Passage, number: int) -> bool:
    """Tell whether an article or the like stands before a word, or before the adjective there."""
    words = passage.small_words[max(0, number - 2) : number]
    return bool(words) and (
        words[-1] in _DETERMINERS or (words[0] in _DETERMINERS and words[-1].endswith("e"))
    )


def _is_a_verb(passage: Passage, number: int) -> bool:
    """Tell whether the second noun is a verb with its preposition: "eenheden in eigen land kampen met"."""
    return passage.small_words[number + 1 : number + 3] in (("kampen", "met"), ("landen", "op"))


_PARTICIPLES = ("ge", "ver", "be", "ont", "her")
_MODALS = frozenset("wil willen kan kunnen moet moeten zal zullen mag mogen wilde kon moest zou gaat".split())


def _is_an_object(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be the object of a verb behind it: "aan de grens controles houden"."""
    words = passage.small_words
    before, (second, *after) = words[max(0, number - 2) : number], words[number + 1 : number + 4]
    verb = next((word for word in after if word not in _MODALS), "")
    return (
        len(before) == 2
        and before[0] in _PREPOSITIONS
        and before[0] != "van"
        and before[1] in _ARTICLES
        and second.endswith(("en", "s"))
        and verb not in _SMALL_WORDS
        and (verb.endswith("en") or (verb.startswith(_PARTICIPLES) and verb[-1] in "dt"))
        and passage.text[passage.words[number + 1][1]] == " "
    )


def _may_be_given(passage: Passage, number: int) -> bool:
    """Tell whether the second noun may be what the first is given: "zij geeft de lokale politie training"."""
    words = passage.small_words[max(0, number - 2) : number]
    if not words or not ("de" in words or "het" in words):
        return False
    at = passage.words[number][0]
    first, last = passage.sentence_at(at)
    return _GIVING.search(passage.text, max(first, at - _NEAR), min(last, at + _NEAR)) is not None


_JOINERS = tuple("-‑'’@/_")


RULES = (hyphen_after_abbreviation, compound_apart)
