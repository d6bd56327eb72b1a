# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on compounds of an abbreviation and a noun, written without the hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jvom.analysis.compounds import singulars
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.dutch.patterns import pattern
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts

# Begins with a capital, which the regex engine can search for fast.
_ABBREVIATION = pattern(
    r"(?P<name>[A-Z](?:[A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?|[A-Z]{0,2}-\d{1,3}[A-Z]?))"
    r"[ \u00a0](?P<noun>[A-Za-zëïéöü][a-zëïéöü]{2,30})(?![\w-])(?! [A-Z])"
)
_BEFORE_NAME = frozenset("&/.'’-_")
_ROMAN = pattern(r"[IVXLC]+")

# Nouns that are the second part of a compound; on its own, each has an article.
_HEADS = word_class("count_noun") | frozenset(
    """
    ambassade ambassadeur begroting bevolking bijdrage bondgenoot brigade brief coalitie compagnie
    delegatie detachement diplomaat doelstelling dossier evaluatie fregat handvest helikopter interventie
    kader konvooi lidstaat medewerker militie missielid nota notitie ontwerp patrouille politie procedure
    raad regering regime sanctie soldaat strijder strijdmacht structuur taskforce top toetreding trainer
    troepenmacht verdrag vergadering verdragsgebied verordening vertegenwoordiger vertegenwoordiging
    voorstel vredesmacht waarnemer werkgroep wetgever
    """.split()
)
# Nouns that also occur without an article, or say what somebody is: they only count where no clause can
# begin before them.
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
#: Words before an article or a noun.
PREPOSITIONS = frozenset(
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
#: Words before a noun that is no part of a compound.
ARTICLES = frozenset(("de", "het"))
#: Nouns that are verbs too, after an abbreviation that is the subject: "de VN leden verlies".
_ALSO_VERBS = frozenset(("land", "landen", "leden", "staat", "staten", "kampen"))
#: Nouns that English spells the same way: capitalized, they belong to a foreign name.
_ENGLISH_TOO = frozenset(
    "budget partner partners president project regime sector staff station team top training".split()
)
#: The end of a sentence: an article after it does not belong to an earlier verb.
_SENTENCE_END = (".", ":", "!", "?", "”", '"', "\n")
#: Abbreviations that take an article on their own; without one, they begin a compound.
_WITH_ARTICLE = frozenset(("EU", "VN", "NAVO", "VS", "AU", "UN", "NATO", "OVSE", "VNVR"))
# The curly apostrophe is not in the class, which compiles faster without it.
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
def hyphen_after_abbreviation(texts: Texts) -> Iterator[Violation]:
    """An abbreviation and a noun lack the hyphen between them."""
    for passage in texts.passages:
        text = passage.dutch
        for match in _ABBREVIATION.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if before.isalnum() or before in _BEFORE_NAME:
                continue
            if match["name"] != "NL" and _is_compound(text, match):
                sure = bool(_heads(match["noun"]) & _HEADS)
                yield _missing_hyphen(passage, match.start(), match.end(), match.end("name"), safe=sure)


def _is_compound(text: str, match: re.Match[str]) -> bool:
    """Tell from the words around them whether an abbreviation and the noun after it are one word."""
    noun, name = match["noun"].lower(), match["name"]
    forms = _heads(noun)
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
    if previous in ARTICLES and before:
        return _is_compound_after_article(text, match, before, forms)
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


def _is_compound_after_article(
    text: str, match: re.Match[str], before: re.Match[str], forms: frozenset[str]
) -> bool:
    """Tell whether an abbreviation after "de" or "het" belongs to the noun, and is no subject or object.

    At the start of a sentence the verb comes second, so a noun in that place belongs to the abbreviation.
    """
    after = _WORD_AFTER.match(text, match.end())
    plural = after and (
        after[1] in _PLURAL_VERBS or (after[1].endswith(("den", "ten")) and len(after[1]) > 5)
    )
    ahead = text[: before.start()].rstrip(" \u00a0")
    if before[1].istitle() and (not ahead or ahead.endswith(_SENTENCE_END)):
        return bool(plural) or match["noun"] not in _ALSO_VERBS
    earlier = _WORD_BEFORE.search(text, max(0, before.start() - 24), before.start())
    return bool(
        forms & (_HEADS | {"land", "staat", "troep", "leden", "partner"})
        and (plural or (earlier and earlier[1].lower() in PREPOSITIONS))
    )


def _heads(noun: str) -> frozenset[str]:
    """Return the heads that a noun, singular or plural, ends in."""
    return frozenset(
        each[at:]
        for each in singulars(noun)
        for at in range(max(1, len(each) - 3))
        if each[at:] in _NOUNS and (at == 0 or len(each) > at + 3)
    )


def _missing_hyphen(passage: Passage, start: int, end: int, space: int, *, safe: bool) -> Violation:
    better = f"{passage.text[start:space]}-{passage.text[space + 1 : end]}"
    return Violation(
        passage.span(start, end),
        msg("«{found}» is één woord", found=passage.text[start:end]),
        msg("schrijf «{better}»", better=better),
        replace(passage, space, space + 1, "-", safe=safe),
    )


RULES = (hyphen_after_abbreviation,)
