# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The engines of the word rules: each yields the violations of a rule in all texts of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from jvom.analysis.lexicon import classes_of
from jvom.analysis.phrase_matching import Match as SoughtMatch
from jvom.analysis.phrases import Reads
from jvom.checks.replacements import replace
from jvom.checks.rule import Rule, Scope, Violation, rule_page, violation
from jvom.checks.wordings import Wording
from jvom.checks.words.foreign_names import is_in_a_name
from jvom.checks.words.phrases import (
    Match,
    Phrase,
    find_matches,
    is_always_right,
    match_case,
    table_phrases,
)
from jvom.checks.words.rule_files import Group, Search, WordRule, entry_phrases
from jvom.dutch.patterns import pattern
from jvom.findings import Severity
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts


_LOOSE = pattern(r"[\s-]")
_HANGING = pattern(r"-(?=[ ,])")
_JOINTS = {
    "one": msg("«{found}» is één woord"),
    "two": msg("«{found}» zijn hier twee woorden"),
    "hyphen": msg("«{found}» krijgt een koppelteken"),
    "hanging": msg("in «{found}» ontbreekt een streepje"),
    "no-hanging": msg("in «{found}» hoort geen streepje"),
    "space": msg("in «{found}» ontbreekt een spatie"),
}


def make_rule(data: WordRule) -> Rule:
    """Make the rule that a file of words describes."""
    engine = ENGINES[data.engine]

    def check(texts: Texts) -> Iterator[Violation]:
        return engine(texts, data)

    return Rule(
        code=data.code,
        name=data.name,
        severity=Severity.of(data.severity),
        worst=Severity.of(data.severity),
        loose=Severity.of(data.loose) if data.loose else None,
        scope=Scope.TEXTS,
        read_typed=lambda: rule_page(data.summary, data.page, _wordings(data)),
        fixable=data.fixable,
        check=check,
        local=data.engine != "consistency",
    )


def forms(texts: Texts, data: WordRule) -> Iterator[Violation]:
    """Report every occurrence of a phrase, and offer the first of its better forms, if it has any.

    Then what the searches of the rule find.
    """
    for match in _matches(texts, data, _phrases(texts, data)):
        better = match.better
        # An office or thing without a capital is so in a register: "inspecteur-generaal der krijgsmacht".
        is_registered = (
            match.passage.document == "gegevens" and " " in match.found and match.found[0].islower()
        )
        if is_registered and better and match.found.lower() == better[0].lower():
            continue
        safe = data.safe and len(better) == 1 and _is_sure(match, better[0], data)
        yield _violation(match.passage, match.start, match.end, data, better, match.phrase.note, safe=safe)
    yield from phrases(texts, data)


def _is_sure(match: Match, better: str, data: WordRule) -> bool:
    """Tell whether a form is wrong whatever is around it: no part of a name, or of a longer compound."""
    passage, found = match.passage, match.found
    if found.lower().startswith(data.unsure):
        return False
    begins = passage.sentence_at(match.start)[0] >= match.start - 1
    if found[0].isupper() and not begins and not data.code.startswith("NAM"):
        return False
    after = passage.tokens.at(match.end)
    if found[0].isupper() and after < len(passage.tokens) and passage.tokens.forms[after][0].isupper():
        return False
    joins = better.count(" ") < found.count(" ") and after < len(passage.tokens)
    return not (joins and classes_of(passage.tokens.lowered[after]) == "n")


def consistency(texts: Texts, data: WordRule) -> Iterator[Violation]:
    """Report the rarer of the forms of one thing, with a place of the other; of equals the first is right.

    The texts of a dossier are compared with one another, a loose text only with itself.
    """
    groups = [*data.groups, *_of_two_endings(texts, data.endings)]
    for left, right in texts.settings.words.get(data.code, {}).items():
        groups.append((tuple(entry_phrases("", left, ())), tuple(entry_phrases("", right, ()))))
    forms = tuple(phrase for group in groups for form in group for phrase in form)
    found: dict[str, dict[str, list[Match]]] = {}
    for match in _matches(texts, data, forms):
        found.setdefault(match.passage.compared_in, {}).setdefault(match.phrase.typed, []).append(match)
    for used in found.values():
        for group in groups:
            present = [form for form in group if any(each.typed in used for each in form)]
            if len(present) > 1:
                # Of equals, one that has the name itself goes before one with an inflection only.
                present.sort(key=lambda form: form[0].typed not in used)
                yield from _rarer(
                    data, [[at for each in form for at in used.get(each.typed, ())] for form in present]
                )


def _of_two_endings(texts: Texts, endings: Iterable[str]) -> Iterator[Group]:
    """Yield the two forms of each last part of nouns that the texts have with both of two endings.

    The dictionary must have that part with both: "werkmethoden" and "lesmethodes" end in one.
    """
    for ending in endings:
        one, other = ending.split("/")
        ends = {_last_part(word, one, other): None for word in texts.index.words_ending(one)}
        for end in filter(None, ends):
            first, second = (_nouns_ending(texts, end + each) for each in (one, other))
            if first and second:
                yield first, second


#: The shortest noun that compounds with another plural end in.
_SHORTEST_PART = 5


def _last_part(word: str, one: str, other: str) -> str:
    """Return the last part of a noun, without its ending, that the dictionary has with two; "" for none."""
    for at in range(max(len(word) - _SHORTEST_PART, 0), -1, -1):
        part = word[at : len(word) - len(one)]
        if "n" in classes_of(word[at:]) and "n" in classes_of(part + other):
            return part
    return ""


def _nouns_ending(texts: Texts, end: str) -> tuple[Phrase, ...]:
    words = texts.index.words_ending(end)
    return tuple(Phrase(word, exact=True) for word in words if "v" not in classes_of(word))


#: A text that tells that one name was another's may use both: "Myanmar, het voormalige Birma".
_FORMER = ("voormalig ", "voormalige ", "vroegere ", "toenmalige ")


def _rarer(data: WordRule, forms: list[list[Match]]) -> Iterator[Violation]:
    """Yield the matches of all forms of one thing but the commonest."""
    if any(each.passage.lowered.endswith(_FORMER, 0, each.start) for form in forms for each in form):
        return
    places = [each for form in forms for each in form]
    are_names = all(each.passage.document == "tekst" and each.found[0].isupper() for each in places)
    if are_names and _are_in_one_sentence(forms):
        return  # "Wit-Rusland heet nu Belarus"
    best = max(forms, key=len, default=[])
    for match in chain.from_iterable(each for each in forms if each is not best):
        example = best[0]
        yield violation(
            match.passage.span(match.start, match.end),
            _of_rarer(data),
            related=example.passage.span(example.start, example.end),
            found=match.found,
            better=example.found,
        )


def _are_in_one_sentence(forms: Iterable[list[Match]]) -> bool:
    """Tell whether a sentence has two of the forms, so that its writer knows both."""
    sentences = [
        {(id(each.passage), each.passage.sentence_at(each.start)) for each in form} for form in forms
    ]
    return len(set().union(*sentences)) < sum(map(len, sentences))


def phrases(texts: Texts, data: WordRule) -> Iterator[Violation]:
    """Report what the phrases find in Dutch that was typed."""
    reads = Reads.TYPED if data.foreign else Reads.DUTCH
    for search in data.searches_among(texts.index.words_and_pairs):
        exception = search.exception
        for match in _matches_of(search, texts, reads):
            passage, start, end = match.passage, *match.named
            if search.typed and not set(search.typed) & set(match.text):
                continue
            word = "".join(passage.text[start:end].lower().split()).replace(search.without, "", 1)
            if (search.joined or search.without) and not classes_of(word):
                continue
            if search.known and not any(_is_known(word, each) for each in search.known):
                continue
            is_heading = search.outside_headings and passage.kind in ("title", "heading")
            if is_heading or (search.warnings_only and not data.warns(passage)):
                continue
            if data.reads(passage) and not exception.is_around(passage, start, end):
                if search.spaces:
                    start, end = _with_spaces(passage.text, start, end)
                found = passage.text[start:end]
                parts = {name: passage.text[part.start : part.end] for name, part in match.parts.items()}
                better = (match_case(found, search.better.format(**parts)),) if search.better else ()
                is_doubtful = search.doubtful and passage.document == "tekst"
                info = search.info or is_doubtful or not data.warns(passage)
                told = search.note, search.message
                safe = data.safe and not search.unsure
                yield _violation(passage, start, end, data, better, *told, safe=safe, info=info)


def _matches_of(search: Search, texts: Texts, reads: Reads) -> Iterable[SoughtMatch]:
    """Return where the phrase of a search is, with what is named a word that it is `known` by if any."""
    if not search.known:
        return search.phrase.find(texts, reads)
    words = {
        word
        for each in search.known
        for word in texts.index.words_ending(each.partition("/")[0])
        if _is_known(word, each)
    }
    return search.phrase.find_with(words, texts, reads)


def _is_known(word: str, endings: str) -> bool:
    """Tell whether the dictionary has a word with the other of two endings: "t/d"."""
    ending, _, other = endings.partition("/")
    return word.endswith(ending) and bool(classes_of(word.removesuffix(ending) + other))


def _with_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of what is between two offsets with the white space around it."""
    return len(text[:start].rstrip()), len(text) - len(text[end:].lstrip())


def _violation(
    passage: Passage,
    start: int,
    end: int,
    data: WordRule,
    better: tuple[str, ...],
    note: str,
    message: str = "",
    *,
    safe: bool,
    info: bool = False,
) -> Violation:
    """Return the violation that some characters are, with the first of their better forms as its fix."""
    found = passage.text[start:end]
    message = message or (_of_joint(data, found, better[0]) if better else "")
    return violation(
        passage.span(start, end),
        _wording(data, message, note, has_better=bool(better)),
        fix=replace(passage, start, end, better[0], safe=safe) if better else None,
        severity=Severity.INFO if info else None,
        found=found,
        better="» of «".join(better),
    )


def _of_joint(data: WordRule, found: str, better: str) -> str:
    """Return what is wrong when words are only joined otherwise than they should be; "" for anything else."""
    wrong, right = found.lower(), better.lower()
    if not data.tells_joint or _LOOSE.sub("", wrong) != _LOOSE.sub("", right):
        return ""
    if _HANGING.search(wrong + right):
        hyphens = right.count("-") - wrong.count("-")
        return _JOINTS["hanging" if hyphens > 0 else "no-hanging" if hyphens else "space"].text
    if right.count("-") > wrong.count("-"):
        return _JOINTS["hyphen"].text
    if wrong.count("-") == right.count("-") and " " in wrong and " " not in right:
        return _JOINTS["one"].text
    is_apart = "-" not in wrong + right and " " not in wrong and right.count(" ") == 1
    return _JOINTS["two"].text if is_apart else ""


def _wording(data: WordRule, message: str, note: str, *, has_better: bool) -> Wording:
    """Return what a rule says of an entry that has these texts, or lacks them."""
    wrong, fallback = msg("«{found}» hoort hier niet"), msg("haal het weg of schrijf iets anders")
    if has_better:
        wrong, fallback = msg("«{found}» is niet de goede vorm"), msg("schrijf «{better}»")
    return Wording(message or data.message or wrong.text, note or data.advice or fallback.text)


def _of_rarer(data: WordRule) -> Wording:
    """Return what a rule says of the rarer of two forms."""
    wrong, fallback = (
        msg("«{found}» staat elders als «{better}»"),
        msg("schrijf het overal zoals «{better}», of overal zoals «{found}»"),
    )
    there = msg("hier staat «{better}»")
    return Wording(data.message or wrong.text, data.advice or fallback.text, there.text)


def _wordings(data: WordRule) -> Iterable[Wording]:
    """Return all that a rule can say, each once."""
    if data.engine == "consistency":
        return (_of_rarer(data),)
    said = [("", each.note, bool(each.better)) for each in data.phrases]
    said += [(each.message, each.note, bool(each.better)) for each in data.searches]
    said += [(joint.text, "", True) for joint in _JOINTS.values() if data.tells_joint]
    return [_wording(data, message, note, has_better=better) for message, note, better in dict.fromkeys(said)]


ENGINES: dict[str, Callable[[Texts, WordRule], Iterator[Violation]]] = {
    "existence": forms,
    "preferred_forms": forms,
    "consistency": consistency,
    "phrases": phrases,
}


def _phrases(texts: Texts, data: WordRule) -> tuple[Phrase, ...]:
    """Return the rule's phrases that can occur in the texts, as the settings add and accept phrases."""
    added = texts.settings.words.get(data.code, {})
    # An accepted "m.b.t." may have the last full stop, which the rule's own phrases lack.
    accepted = {phrase.lower().rstrip(".") for phrase in texts.settings.accept.get(data.code, ())}
    extra = tuple(
        phrase for text, beside in added.items() for phrase in entry_phrases(data.engine, text, beside)
    )
    known = table_phrases(data.table, texts) + extra
    if not accepted:
        return known
    return tuple(phrase for phrase in known if phrase.typed.lower().rstrip(".") not in accepted)


def _matches(texts: Texts, data: WordRule, wanted: tuple[Phrase, ...]) -> Iterator[Match]:
    """Yield the matches that are not the better form itself and not within a phrase that makes them right."""
    unsure = [phrase for phrase in wanted if not is_always_right(phrase, texts)]
    found = [
        match
        for match in find_matches(texts, unsure, foreign=data.foreign)
        if data.reads(match.passage) and not match.is_right
    ]
    if data.outside_names:
        found = [match for match in found if not is_in_a_name(match)]
    if data.outside_quotations:
        found = [match for match in found if not match.passage.is_quoted(match.start, match.end)]
    if not found or not data.unless:
        yield from found
        return
    shields: dict[int, list[Match]] = {}
    for shield in find_matches(texts, table_phrases(data.unless, texts), foreign=data.foreign):
        shields.setdefault(id(shield.passage), []).append(shield)
    for match in found:
        around = shields.get(id(match.passage), ())
        if not any(each.start <= match.start and match.end <= each.end for each in around):
            yield match
