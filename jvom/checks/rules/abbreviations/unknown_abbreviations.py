# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that every abbreviation in the text is in the list."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.abbreviations import Abbreviation
from jvom.analysis.entities import entities
from jvom.analysis.name_spellings import single_words
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import typed_words
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.abbreviations.abbreviation_uses import Register, registers
from jvom.checks.views import DossierView, Texts
from jvom.findings import Related
from jvom.messages import Message, msg

#: Shorter abbreviations resemble too many others.
_SHORTEST_MISTYPED = 4
#: "EUAM-U"; behind a longer part the whole is a compound.
_LONGEST_PART = 2


@rule("ABR001", WARNING, Scope.TEXTS)
def unknown_abbreviation(texts: Texts) -> Iterator[Violation]:
    """An abbreviation is not in the list of abbreviations."""
    for register in texts.memo(registers):
        if not register.listed:
            continue
        known = typed_words(
            name for entry in register.entries for name in (*entry.forms, entry.expansion)
        ) | _registered_words(texts)
        # Listed abbreviations in other capitals are left to the rules on form and plural.
        forms = typed_words(form for entry in register.entries for form in entry.forms)
        folded = {word.lower() for word in forms}
        places: dict[str, list[tuple[Passage, Abbreviation]]] = {}
        for passage in register.passages:
            if passage.is_text:
                for each in entities(passage, "abbreviation"):
                    if known.isdisjoint((each.text, each.singular)) and each.singular.lower() not in folded:
                        places.setdefault(each.singular, []).append((passage, each))
        yield from _longer(texts, register, known)
        for short, ((passage, first), *others) in places.items():
            yield Violation(
                passage.span(first.start, first.end),
                msg("de afkorting «{short}» staat niet in de lijst met afkortingen", short=short),
                _advice(short, known),
                related=tuple(
                    Related(
                        other.span(each.start, each.end), msg("ook hier staat «{short}»", short=each.text)
                    )
                    for other, each in others[:3]
                ),
            )


def _longer(texts: Texts, register: Register, known: frozenset[str]) -> Iterator[Violation]:
    """Yield the listed abbreviations that a part behind a hyphen makes another one: "EUAM-U"."""
    own = {id(passage) for passage in register.passages}
    forms = {form for entry in register.entries for form in entry.forms}
    for form in sorted(filter(str.isupper, forms)):
        for place in single_words(texts.index, form.lower()):
            part, end = place.word(1), place.end + 1
            is_part = (
                0 < len(part) <= _LONGEST_PART and (part.isupper() or part.isdigit()) and part not in known
            )
            is_joined = place.found == form and place.passage.text[place.end : end] == "-"
            if is_part and is_joined and place.passage.words[place.first + 1][0] == end:
                longer = f"{form}-{part}"
                if id(place.passage) in own and longer not in forms:
                    yield Violation(
                        place.passage.span(place.start, end + len(part)),
                        msg(
                            "«{longer}» staat niet in de lijst met afkortingen; «{form}» wel",
                            longer=longer,
                            form=form,
                        ),
                        msg("schrijf «{form}», of zet «{longer}» in de lijst", form=form, longer=longer),
                    )


def _advice(short: str, known: frozenset[str]) -> Message:
    """Return the advice on an unknown abbreviation: one much like a known one is most often a typo."""
    from difflib import get_close_matches

    intended = sorted(word for word in known if len(word) >= _SHORTEST_MISTYPED and not word.islower())
    if len(short) >= _SHORTEST_MISTYPED and (near := get_close_matches(short, intended, n=1, cutoff=0.75)):
        return msg(
            "bedoelde u «{meant}»? Zet de afkorting anders in de lijst, of schrijf voluit wat er bedoeld is",
            meant=near[0],
        )
    return msg("zet de afkorting in de lijst, of schrijf voluit wat er bedoeld is")


def _registered_words(texts: Texts) -> frozenset[str]:
    if not isinstance(texts, DossierView):
        return frozenset()
    return typed_words((texts.data.short, texts.data.title, *texts.registered_names))


RULES = (unknown_abbreviation,)
