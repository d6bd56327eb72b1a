# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch compounds by their parts, from a list made of the dictionary: "grens" and "bewaking" make one word.

The list, ``jvom/data/compounds.json``, has the possible second parts of each first part. It does not
need Hunspell, so compounds written apart are found even when spelling is not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from jvom.analysis.caching import cached
from jvom.data import DATA

_LIST = DATA / "compounds.json"

# First parts that often come before a noun without forming a compound with it: function words, measures,
# numerals, and words that are not only nouns.
_LOOSE = frozenset(
    """
    aan aanwezige achter af al als an andere ander bak bezet bij binnen boven buiten dag dat de deel den
    der derde die doen door doos dus duur een één eer eerste eigen eind einde elk en er euro extra fles ga
    geen glas goed groep haar hand hen her het hier hoe hoger hun ieder ik in is ja jaar je kan keer kop
    laatste lager lang liter lot maal man maar maat maand maten me mee meer mei meter maands midden mijn min
    mindere mini minder mis na naam naar nee neer net niet niets niveau nog nu of om omdat onder ons
    oorlogs op over paar pak per prijs procent rede reeks rest rij samen serie set slag soort stapel stel
    straks stuk super te tegen tel ten ter geleide termijn thuis tijd toe ton tot totaal tussen tweede
    type uit uur van vast veel ver vier vierde voor voort vrij waar wat week weer weg wel werk wie wier
    wijze zak ze zeer zelf zes zij zin zo zonder zover twee drie vijf vijfde zeven acht negen tien half
    wet plaats gebruik lid hoofdstuk artikel maatregelen voorstel voorbeeld geval
    elf twaalf dertien veertien vijftien twintig honderd duizend miljoen miljard
    """.split()
)
#: Endings of words that only occur as the first part of a compound.
LINKING_ENDINGS = ("heids", "teits", "schaps", "ings", "drags")
_NOT_SECOND = frozenset(
    "aar achter ander en er gebaseerd gebruik gevend heid ie ing lijk over schap staat ster zijn".split()
)

# Compounds of this field that the dictionary lacks, or knows only by its rules.
_MORE = """
    aanvals oorlog wapen plan operatie
    aanbiedings brief
    advies raad recht aanvraag
    afschrikkings beleid effect
    contingents commandant
    cyber veiligheid dreiging aanval capaciteit domein oefening
    crisisbeheersings operatie missie
    defensie capaciteit uitgave uitgaven
    grensbewakings missie
    kabinets besluit brief reactie standpunt
    krijgsmacht onderdeel personeel
    liaison officier team functie
    mandaat verlenging periode
    mandaats periode duur verlenging
    missie gebied deelname land duur bijdrage
    ontwapenings programma
    resolutie tekst
    stabilisatie missie
    verdrags tekst organisatie
    waarnemers post missie team eenheid
    waarnemings missie post
    wederopbouw missie
    wapens systeem
    ambassade personeel raad
    arbeids markt omstandigheden tijd
    begrotings jaar artikel behandeling wet
    beheers maatregel
    beleids brief nota kader doel reactie terrein
    bemannings lid
    bemiddelings poging rol
    beslis boom moment
    besluit vorming
    bevels structuur lijn
    bevel hebber voering
    bevelvoerings structuur
    bewegings vrijheid
    bewinds lieden persoon
    bijdrage land
    blauw helm
    bodem schatten
    bommen werper
    bond genoot genootschap
    bondgenootschaps grondgebied
    brand stof
    brug functie
    buiten land
    burger bevolking oorlog slachtoffer luchtvaart
    commando structuur post centrum
    crisis respons situatie beheersing gebied
    deel name gebied
    defensie personeel minister attaché begroting medewerker samenwerking organisatie staf
    dreigings beeld niveau analyse
    drone aanval
    drones aanval
    drugs handel smokkel
    eenheids staat
    eind datum doel verantwoordelijkheid
    ernst vuurwerk
    evacuatie operatie
    exit strategie
    expertise centrum
    explosieven opruiming dienst
    folter praktijken
    gebieds deel
    geld stroom
    gender adviseur perspectief
    gevechts handeling vliegtuig kracht missie steun
    geweld pleging
    gewelds instructie gebruik incident
    gijzel neming
    gijzelings actie
    grens gebied bewaking politie overgang streek controle post conflict
    grond gebied slag troepen operatie wet
    hand having
    handels route schip vloot
    haven stad
    helikopter detachement
    heli platform
    hoofd kwartier taak lijn stad punt vraag zaak doel rol
    hulp verlening organisatie goederen middel konvooi verlener
    informatie positie voorziening deling uitwisseling
    inlichtingen dienst eenheid personeel positie
    inval leger
    inzet baarheid gebied periode
    jaar verslag rapport rekening
    kamer brief stuk vraag debat lid
    kern macht wapen taak punt
    konvooi bescherming
    krijgs macht gevangene raad
    kust wacht staten gebied lijn stad strook
    land macht bouw mijn weg grens route
    leer gang
    legerings plaats
    leger eenheid basis leiding plaats
    levens gevaar omstandigheden onderhoud
    lid staten
    lidstaten overleg
    loop tijd baan
    lucht macht aanval afweer ruim haven verdediging steun vaart brug
    luchtverdedigings fregat systeem
    machts overdracht evenwicht strijd wisseling vacuüm
    marine schip eenheid fregat
    markt leider
    massa vernietigingswapen graf
    materieel stroom project
    mensen rechten handel smokkel massa
    mensenrechten schending situatie organisatie
    mijnen ruiming veger jager bestrijding
    milities leider
    minderheden beleid
    ministers raad conferentie
    moord aanslag
    munitie voorraad depot
    nabestaanden zorg
    nood hulp toestand weer lijdend zaak
    noodhulp organisatie
    onafhankelijkheids strijd
    onderzoeks raad commissie rapport
    ontwapenings proces
    ontwikkelings samenwerking land hulp
    oorlogs misdaad misdrijf handeling schip slachtoffer gebied
    oor zaak
    opper bevelhebber bevel
    opbouw missie
    operatie gebied tempo centrum
    opleidings centrum missie behoefte capaciteit
    opvang kamp
    overgangs regering periode president proces
    overheids dienst instelling functionaris uitgave
    partner land organisatie
    patrouille schip vaartuig gang
    personeels sterkte omvang tekort leden
    peacekeeping operatie missie
    piraterij bestrijding
    plaats vervanger
    politie agent functionaris missie eenheid training inzet capaciteit post commissaris chef
    raket aanval beschieting
    raketten aanval
    regerings leger leider troepen partij functionaris
    regel geving
    reis advies
    rechts staat orde basis grond gang positie herstel hulp
    rebellen groep beweging leider
    richt lijn
    rijks overheid begroting
    risico beheersing analyse
    ruimte vaart
    scheep vaart
    scheepvaart route organisatie
    schade vergoeding
    sleutel rol positie
    sleep boot
    staats hoofd secretaris greep bezoek apparaat
    staf officier functie lid
    strijd krachten groep toneel
    stand punt
    steun punt betuiging verlening
    taak stelling verdeling
    taal training cursus
    terreur groep organisatie aanslag dreiging
    terrorisme bestrijding
    toe zicht
    toezichts rol orgaan taak
    trainings missie programma centrum module behoefte inspanning activiteit
    transport vliegtuig capaciteit
    troepen macht sterkte leverancier beweging bijdrage
    uitzend druk termijn periode duur
    uitvoerings besluit organisatie
    vaar tuig route
    veiligheids situatie beleid dienst troepen sector raad belang apparaat risico incident overleg
    veld hospitaal oefening
    verbindings officier
    verdrags partij gebied
    verkiezings waarnemer uitslag proces
    vervolg missie onderzoek brief
    verslag periode legging jaar
    verzoenings proces
    vlieg tuig veld verbod dek dekschip
    vliegtuig bom
    vloot verband
    vlucht route
    vluchtelingen kamp stroom werk
    voedsel hulp tekort zekerheid
    voertuig park
    voortgangs rapportage brief
    vracht schip wagen vervoer
    vredes missie operatie proces akkoord macht handhaving overleg bestand
    vrijwilligers werk
    vuur kracht wapen
    vuurwapen geweld
    waar nemer borg
    waarnemers missie
    water voorziening weg
    wapen stilstand embargo leverantie levering handel systeem beheersing smokkel
    wapens levering
    wereld orde vrede
    werk gebied wijze verband
    wet geving
    wetgevings kwaliteit
    zee macht mijl route weg roof
    zelfmoord aanslag
    zorg punt
    """.strip().splitlines()

#: Nouns that need an article of their own: right after another noun they are its second part, even when
#: the dictionary does not have that compound.
COUNT_NOUNS = frozenset(
    """
    aanslag aanval actie adviseur afspraak bewaking bestrijding beheersing bevelhebber bijeenkomst centrum
    commandant commissie conferentie cursus eenheid expert fase functie functionaris gebied hoofdkwartier
    installatie instelling kamp leider leiding locatie mandaat missie netwerk officier operatie opdracht
    organisatie partner periode positie preventie programma project rapport rapportage resolutie route
    schip sector situatie soldaat staf standpunt station strategie systeem team toestel traject training
    vaartuig vliegtuig voertuig zone
    """.split()
)


def compound_list(dictionary: str) -> str:
    """Return the list made from a Hunspell dictionary (the text of ``nl.dic`` with OpenTaal's flags).

    A compound counts when it is in the dictionary, its second part is a noun there, and its first part a
    noun, with or without a linking s.
    """
    flags: dict[str, set[str]] = {}
    for line in dictionary.splitlines()[1:]:
        word, _, rest = line.replace("ĳ", "ij").partition("/")
        if word.isalpha() and word.islower():
            letters = rest.partition(" ")[0]
            flags.setdefault(word, set()).update(letters[at : at + 2] for at in range(0, len(letters), 2))
    known = {word for word, each in flags.items() if "Fw" not in each}
    # Z and Y mark the plurals and diminutives of nouns, C their use in compounds, A the forms of adjectives.
    nouns = {
        word
        for word in known
        if any(flag[0] in "ZY" or flag in ("Ca", "Cb", "Cc") for flag in flags[word])
        and not any(flag[0] == "A" for flag in flags[word])
    }
    found: dict[str, set[str]] = {}
    for word in known:
        for at in range(3, len(word) - 2):
            first, second = word[:at], word[at:]
            if second in nouns and (first in nouns or (first[-1] == "s" and first[:-1] in nouns)):
                found.setdefault(first, set()).add(second)
    adjectives = {word for word in known if any(flag[0] == "A" for flag in flags[word])}
    for first in _LOOSE & found.keys():
        del found[first]
    for line in _MORE:
        first, *seconds = line.split()
        found.setdefault(first, set()).update(seconds)
    chosen = {
        first: " ".join(sorted(second - _NOT_SECOND))
        for first, second in sorted(found.items())
        if not (first[-1] == "e" and _adjective(first[:-1]) & adjectives)
    }
    lines = (f'"{first}": "{seconds}"' for first, seconds in chosen.items() if seconds)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _adjective(stem: str) -> set[str]:
    """Return the adjectives whose inflected form may be `stem` and an e: "halv" gives half."""
    forms = {stem, f"{stem[:-1]}f", f"{stem[:-1]}s", f"{stem[:-1]}{stem[-2:]}"}
    return forms | {stem[:-1]} if stem[-1] == stem[-2:-1] else forms


class Compounds:
    """A list of compounds to look words up in."""

    def __init__(self, seconds: Mapping[str, str]) -> None:
        self._seconds = seconds

    @cached
    def nouns(self) -> frozenset[str]:
        """Every second part."""
        return frozenset(second for seconds in self._seconds.values() for second in seconds.split())

    def can_begin(self, first: str) -> bool:
        """Tell whether a word (small letters) may be the first part of a compound."""
        return first in self._seconds

    def first_parts(self, words: Iterable[str]) -> Iterator[str]:
        """Yield the words (small letters) that may be the first part of a compound."""
        return (word for word in words if word in self._seconds or word.endswith(LINKING_ENDINGS))

    def join(self, first: str, second: str) -> bool:
        """Tell whether two words (small letters) are a compound; the second may be a plural."""
        if first in self._seconds:
            seconds = self._seconds[first]
            counted = COUNT_NOUNS if first not in _LOOSE else frozenset()
            return any(
                each in counted or (each in seconds and each in seconds.split()) for each in singulars(second)
            )
        return first.endswith(LINKING_ENDINGS) and self.is_noun(second)

    def is_noun(self, word: str) -> bool:
        """Tell whether a word, singular or plural, ends compounds or is such a compound itself."""
        return any(
            each in self.nouns
            or any(each[at:] in self.nouns and each[:at] in self._seconds for at in range(3, len(each) - 2))
            for each in singulars(word)
        )


_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu éa éé".split())


def join_compound(first: str, second: str) -> str:
    """Join two parts into one word, with a hyphen where their vowels would be read as one sound."""
    return f"{first}-{second}" if f"{first[-1]}{second[0]}" in _CLASHES else f"{first}{second}"


def singulars(word: str) -> Iterator[str]:
    """Yield a word and its possible singulars: "staten" gives staten, staat, stat, state."""
    yield word
    if word.endswith(("'s", "’s", "ën")):
        yield word[:-2]
    elif word.endswith("heden"):
        yield f"{word[:-5]}heid"
    elif word.endswith("a"):
        yield f"{word[:-1]}um"
    elif word.endswith("s"):
        yield word[:-1]
    elif word.endswith("en") and len(word) > 4:
        stem = word[:-2]
        yield stem
        yield word[:-1]
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        elif stem[-2] in "aeou" and stem[-3] not in "aeiou":
            yield f"{stem[:-1]}{stem[-2:]}"
        if stem[-1] in "vz":
            yield f"{stem[:-1]}{'f' if stem[-1] == 'v' else 's'}"


@cache
def compounds() -> Compounds:
    """Return the list that comes with the package."""
    return Compounds(msgspec.json.decode(_LIST.read_bytes(), type=dict[str, str]))
