# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How one sequence of a phrase is compared with the tokens and entities of a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias, TypeVar

import msgspec

from jvom.analysis.compiled_phrases import Option, Required
from jvom.analysis.entities import KINDS, ending_at, starting_at
from jvom.analysis.entity import Entity as Found
from jvom.analysis.lexicon import LEXICAL_CLASSES, has_class
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_items import WORDS, Atom, Edge, Entity, Hyphened, Item, Sequence, Skip, Words
from jvom.analysis.phrase_needs import LONGEST
from jvom.analysis.stretches import Stretch
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import TokenPlace, WordIndex, WordsOfPassage

Value = TypeVar("Value")

#: A skip does not leave its sentence.
_STOPS = frozenset(";:?![]")
#: After the first and before the others no space is typed, so a phrase may have one there.
_OPENING = frozenset("([")
_CLOSING = frozenset(")],;:.?!")
#: Between two of these, or one and an end of the text, is a sentence.
_ENDS_SENTENCE = frozenset(".:;?!")


class Part(msgspec.Struct, frozen=True):
    """What a named item of a phrase found: its offsets in the passage, and the entity if it is one."""

    start: int
    end: int
    value: Found | None = None


class Match(Stretch, frozen=True):
    """A phrase at the characters `start` up to `end` of a passage, with its named parts."""

    parts: Mapping[str, Part] = {}

    @property
    def named(self) -> tuple[int, int]:
        """The (start, end) from the first named part to the last; all that is found when none has a name."""
        if not self.parts:
            return self.start, self.end
        parts = self.parts.values()
        return min(part.start for part in parts), max(part.end for part in parts)

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> Part:
        return self.parts[name]

    def part(self, name: str) -> str:
        """Return what a named part found, in small letters; "" when it is not there."""
        found = self.parts.get(name)
        return self.passage.text[found.start : found.end].lower() if found else ""

    def written(self, name: str) -> str:
        """Return what a named part found, as typed, on one line."""
        found = self.parts[name]
        return " ".join(self.passage.text[found.start : found.end].split())

    def value(self, name: str, kind: type[Value]) -> Value:
        """Return the entity that a named part found, which is of that type by the phrase."""
        value = self.parts[name].value
        if not isinstance(value, kind):
            raise TypeError(f"{name} is no {kind.__name__}")
        return value


#: What an item takes: the number of the token beyond it, and the part of the text.
_Taken: TypeAlias = tuple[int, Part]
_Take: TypeAlias = Callable[[Passage, Item, int], list[_Taken]]
_NO_PARTS: Mapping[str, Part] = {}


# --- where to look -------------------------------------------------------------------------------


def occurrences(option: Option, index: WordIndex | WordsOfPassage) -> Iterator[Match]:
    """Yield where one sequence of a phrase is, in no order; matches may overlap.

    Only the places of its rarest word are looked at, or of its first entity when it has no words.
    """
    fewest, rarest = 0, -1
    for number, words in enumerate(option.words):
        count = index.count(words)
        if not count:
            return
        if rarest < 0 or count < fewest:
            fewest, rarest = count, number
    if rarest >= 0:
        if not (numbers := _near_required(option, rarest, index)):
            return
        sequence, anchor = option.sequence, option.requires[rarest].item
        atom = sequence[anchor].atom
        places: Iterable[TokenPlace] = map(index.place, numbers)
        if isinstance(atom, Hyphened) and atom.last:
            places = [(passage, passage.tokens.first_of_word(number)) for passage, number in places]
        elif len(numbers) > _MANY:
            places = map(index.place, _before_entities(sequence, anchor, numbers, index))
        yield from _around_places(sequence, anchor, places)
        return
    sequence = option.sequence
    for anchor, item in enumerate(sequence):
        if not item.optional and isinstance(item.atom, Entity) and KINDS.issuperset(item.atom.kinds):
            places = map(index.place, index.tokens_of_entities(item.atom.kinds))
            yield from _around_places(sequence, anchor, places)
            return
    anchor = next(
        number
        for number, item in enumerate(sequence)
        if not item.optional and not isinstance(item.atom, Skip | Edge)
    )
    yield from _around_places(sequence, anchor, index.all_tokens())  # marks and classes of words only


#: In so many places may be what has an entity before it, which may take any number of tokens.
_ANY = LONGEST // 2


def _near_required(option: Option, number: int, index: WordIndex | WordsOfPassage) -> list[int]:
    """Return the numbers of the tokens that are a required word and have near them all else that is required.

    What begins so near the start or end of a passage that it would be in another is left in, since it costs
    more to see that here.
    """
    tokens, lowered, size = index.tokens_of(option.words[number]), index.lowered, len(index.lowered)
    # What has one place only comes first: that is seen soonest, and most fails there.
    for width, first, other in sorted(_distances(option.requires, number)):
        if not tokens or width >= _ANY:
            break
        forms = index.forms_of(option.words[other])
        if not width:
            tokens = [at for at in tokens if 0 <= at + first < size and lowered[at + first] in forms]
        else:
            after, is_apart = first + width + 1, forms.isdisjoint
            tokens = [at for at in tokens if at + first < 0 or not is_apart(lowered[at + first : at + after])]
    return tokens


def _distances(requires: tuple[Required, ...], number: int) -> Iterator[tuple[int, int, int]]:
    """Yield where each required item may be but the one of a number, by its distance from that.

    That is how far the last such place is beyond the first, the first, and the number of the item.
    """
    here = requires[number]
    for other, item in enumerate(requires):
        if other != number:
            least, most = item.least - here.least, item.most - here.most
            yield abs(most - least), min(least, most), other


#: Of more places than this it pays to look which have an entity behind them.
_MANY = 20


def _before_entities(
    sequence: Sequence, anchor: int, tokens: list[int], index: WordIndex | WordsOfPassage
) -> list[int]:
    """Leave out tokens that lack an entity where one must begin, if only items of one token are between."""
    beyond = anchor
    while beyond < len(sequence) and _takes_one(sequence[beyond]):
        beyond += 1
    item = sequence[beyond] if anchor < beyond < len(sequence) else None
    if item is None or item.optional or not isinstance(item.atom, Entity):
        return tokens
    if not KINDS.issuperset(item.atom.kinds):
        return tokens
    begins = set(index.tokens_of_entities(item.atom.kinds))
    distance = beyond - anchor
    return [number for number in tokens if number + distance in begins]


# --- matching ------------------------------------------------------------------------------------


def _around_places(sequence: Sequence, anchor: int, places: Iterable[TokenPlace]) -> Iterator[Match]:
    """Yield the matches in which the item `anchor` is at one of the places.

    Around it, as many items as possible that take one token each are compared first: most places fail there.
    """
    first = last = anchor
    if _takes_one(sequence[anchor]):
        while first and _takes_one(sequence[first - 1]):
            first -= 1
        while last < len(sequence) and _takes_one(sequence[last]):
            last += 1
    before, row, after = sequence[:first], sequence[first:last], sequence[last:]
    joined = False if row else None
    for passage, number in places:
        begin = number - anchor + first
        parts = _in_a_row(passage, row, begin)
        ends = [] if parts is None else _walk(passage, after, begin + len(row), joined, forward=True)
        for start, others in (
            _walk(passage, before, begin, sequence[first].joined, forward=False) if ends else ()
        ):
            for end, more in ends:
                whole = _merged(others, _merged(parts or _NO_PARTS, more))
                if match := _whole(passage, passage.tokens, start, end, whole, sequence):
                    yield match


def _takes_one(item: Item) -> bool:
    """Tell whether an item takes just one token."""
    if item.optional or item.most > 1:
        return False
    return _is_one_token(item.atom)


def _is_one_token(atom: Atom) -> bool:
    """Tell whether an atom is one token each time: words, or classes of words."""
    # Sequences are walked thousands of times, and comparing types is the quickest.
    return type(atom) is Words or (type(atom) is Entity and _are_classes(atom.kinds))


@cache
def _are_classes(kinds: tuple[str, ...]) -> bool:
    return KINDS.isdisjoint(kinds)


def is_at(passage: Passage, atom: Atom, number: int) -> bool:
    """Tell whether a token is what an atom of one token asks for."""
    if type(atom) is Words:
        tokens = passage.tokens
        lowered = tokens.lowered[number]
        return lowered in atom.forms or atom.match(tokens.forms[number], lowered)
    return type(atom) is Entity and _is_of_class(passage, atom, number)


def is_any_at(passage: Passage, atoms: Iterable[Atom], number: int) -> bool:
    """Tell whether a token is there and is one of some atoms, which costs less than a walk."""
    if 0 <= number < passage.tokens.count:
        for atom in atoms:
            if is_at(passage, atom, number):
                return True
    return False


def _in_a_row(passage: Passage, row: Sequence, begin: int) -> Mapping[str, Part] | None:
    """Return the named parts of items that take one token each, from a token on; None without one."""
    tokens, parts = passage.tokens, _NO_PARTS
    if begin < 0 or begin + len(row) > tokens.count:
        return None
    for at, item in enumerate(row, begin):
        if at > begin and not _is_spaced_as(item.joined, tokens, at):
            return None
        if not is_at(passage, item.atom, at):
            return None
        if item.name:
            parts = _merged(parts, {item.name: Part(tokens.starts[at], tokens.ends[at])})
    return parts


def matches_beside(passage: Passage, sequence: Sequence, number: int, *, forward: bool) -> list[Match]:
    """Return the matches that begin at the token `number`, or (not `forward`) that end before it."""
    tokens = passage.tokens
    found: list[Match] = []
    for other, parts in _walk(passage, sequence, number, forward=forward):
        begin, end = (number, other) if forward else (other, number)
        if match := _whole(passage, tokens, begin, end, parts, sequence):
            found.append(match)
    return found


def tokens_needed(items: Iterable[Item]) -> list[Atom]:
    """Return the atoms of which the first token that some items take must be one; none if it may be any."""
    found: list[Atom] = []
    for item in items:
        if not _is_one_token(item.atom):
            break
        found.append(item.atom)
        if not item.optional:
            return found
    return []


def _whole(
    passage: Passage, tokens: Tokens, begin: int, end: int, parts: Mapping[str, Part], sequence: Sequence
) -> Match | None:
    """Return the match of the tokens `begin` up to `end`; None when it takes only a part of a longer word."""
    if end <= begin:
        return None
    if (
        isinstance(sequence[0].atom, WORDS)
        and tokens.forms[begin].isalnum()
        and not tokens.begins_word(begin)
    ):
        return None
    last = tokens.forms[end - 1]
    if isinstance(sequence[-1].atom, WORDS) and last.isalnum() and not tokens.ends_word(end):
        return None
    if last == "." and end < tokens.count and tokens.forms[end].isalnum() and tokens.are_joined(end):
        return None  # "nr." in "nr.x"
    return Match(passage, tokens.starts[begin], tokens.ends[end - 1], parts)


def _walk(
    passage: Passage, items: Sequence, number: int, joined: bool | None = None, *, forward: bool
) -> list[tuple[int, Mapping[str, Part]]]:
    """Return where the items end that begin at the token `number`, and their named parts.

    Not `forward`, the items end before that token, and where they begin is returned. `joined` is whether no
    space is between them and what is there already; None when it does not matter.
    """
    if not items:
        return [(number, _NO_PARTS)]
    item, rest = (items[0], items[1:]) if forward else (items[-1], items[:-1])
    found = _walk(passage, rest, number, joined, forward=forward) if item.optional else []
    tokens, atom = passage.tokens, item.atom
    if type(atom) is Edge:
        if _is_at_edge(tokens, number, atom):
            found += _walk(passage, rest, number, joined, forward=forward)
        return found
    if type(atom) is Skip:
        needed = tokens_needed(rest if forward else reversed(rest))
        for at in _after_skips(tokens, atom, number, 1 if forward else -1):
            if needed and not is_any_at(passage, needed, at if forward else at - 1):
                continue
            beyond = joined if at == number else False if forward else None
            found += _walk(passage, rest, at, beyond, forward=forward)
        return found
    if not (0 <= number < tokens.count if forward else number > 0):
        return found
    spacing = item.joined if forward and joined is not None else joined
    if spacing is not None and not _is_spaced_as(spacing, tokens, number):
        return found
    if item.most == 1 and _is_one_token(atom):
        here = number if forward else number - 1
        if not is_at(passage, atom, here):
            return found
        taken = [(number + 1 if forward else here, Part(tokens.starts[here], tokens.ends[here]))]
    else:
        taken = _repeated(passage, item, number, _taken if forward else _taken_before)
    for at, part in taken:
        others = _walk(passage, rest, at, item.joined, forward=forward)
        if item.name:
            named = {item.name: part}
            for end, parts in others:
                found.append((end, _merged(named, parts) if forward else _merged(parts, named)))
        else:
            found += others
    return found


def _after_skips(tokens: Tokens, skip: Skip, number: int, step: int) -> Iterator[int]:
    """Yield the number of the token after each count of tokens that may be skipped, or (step -1) before."""
    yield number
    for _ in range(skip.most):
        if not _may_skip(tokens, number if step > 0 else number - 1):
            break
        number += step
        yield number


def _is_spaced_as(joined: bool, tokens: Tokens, number: int) -> bool:
    """Tell whether a token is joined to the one before it, or separated, as a phrase has them."""
    is_joined = tokens.ends[number - 1] == tokens.starts[number]
    return is_joined == joined or (
        is_joined and (tokens.forms[number - 1] in _OPENING or tokens.forms[number] in _CLOSING)
    )


def _merged(parts: Mapping[str, Part], after: Mapping[str, Part]) -> Mapping[str, Part]:
    """Return the named parts of two stretches; a name in both is one part, from the first to the last."""
    if not parts or not after:
        return parts or after
    both = {name: Part(parts[name].start, after[name].end) for name in parts if name in after}
    return {**parts, **after, **both}


def _repeated(passage: Passage, item: Item, number: int, take: _Take) -> list[_Taken]:
    """Return what `take` takes for an item, once and as often in a row as the item may be there."""
    taken = take(passage, item, number)
    if item.most == 1:
        return taken
    found: list[_Taken] = []
    for at, part in taken:
        found.append((at, part))
        for _ in range(item.most - 1):
            more = take(passage, item, at) if 0 < at < passage.tokens.count else ()
            if not more:
                break
            at, other = more[0]
            part = Part(min(part.start, other.start), max(part.end, other.end))
            found.append((at, part))
    return found


def _is_at_edge(tokens: Tokens, number: int, edge: Edge) -> bool:
    """Tell whether a sentence begins at a token, or ends before it."""
    if edge.start:
        return number == 0 or (tokens.forms[number - 1] in _ENDS_SENTENCE and not tokens.are_joined(number))
    return number == tokens.count or tokens.forms[number] in _ENDS_SENTENCE


def _may_skip(tokens: Tokens, number: int) -> bool:
    if not 0 <= number < tokens.count or tokens.forms[number] in _STOPS:
        return False
    return tokens.forms[number] != "." or (number + 1 < tokens.count and tokens.are_joined(number + 1))


def _taken(passage: Passage, item: Item, number: int) -> list[_Taken]:
    """Return what an item takes from the token `number` on, and the number of the token after it."""
    tokens, atom = passage.tokens, item.atom
    start = tokens.starts[number]
    if isinstance(atom, Words):
        is_it = atom.match(tokens.forms[number], tokens.lowered[number])
        return [(number + 1, Part(start, tokens.ends[number]))] if is_it else []
    if isinstance(atom, Hyphened):
        last = tokens.last_of_word(number)
        return [(last + 1, Part(start, tokens.ends[last]))] if _has_part(tokens, atom, number, last) else []
    if not isinstance(atom, Entity):
        return []
    found: list[_Taken] = []
    for kind in atom.kinds:
        if kind not in KINDS:
            end = tokens.ends[number]
            if _is_of(kind, tokens, number) and atom.traits.fit(passage, start, end):
                found.append((number + 1, Part(start, end)))
        elif (entity := starting_at(passage, kind, start)) and atom.traits.fit(passage, start, entity.end):
            found.append((tokens.at(entity.end), Part(start, entity.end, entity)))
    return found


def _taken_before(passage: Passage, item: Item, number: int) -> list[_Taken]:
    """Return what an item takes that ends before the token `number`, and the number of its first token."""
    tokens, atom = passage.tokens, item.atom
    end = tokens.ends[number - 1]
    found: list[_Taken] = []
    if isinstance(atom, Entity):
        for kind in atom.kinds:
            entity = ending_at(passage, kind, end) if kind in KINDS else None
            if entity and atom.traits.fit(passage, entity.start, end):
                found.append((tokens.at(entity.start), Part(entity.start, end, entity)))
    first = tokens.first_of_word(number - 1) if isinstance(atom, Hyphened) else number - 1
    taken = [part for after, part in _taken(passage, item, first) if after == number and part.value is None]
    return [*found, *((first, part) for part in taken[:1])]


def _has_part(tokens: Tokens, atom: Hyphened, first: int, last: int) -> bool:
    """Tell whether a word with hyphens, the tokens `first` up to `last`, begins or ends as asked."""
    part = last if atom.last else first
    return first < last and atom.part.match(tokens.forms[part], tokens.lowered[part])


def _is_of_class(passage: Passage, atom: Entity, number: int) -> bool:
    """Tell whether a token is of one of the classes of words, with the traits."""
    tokens = passage.tokens
    for kind in atom.kinds:
        if _is_of(kind, tokens, number):
            return atom.traits.fit(passage, tokens.starts[number], tokens.ends[number])
    return False


#: The classes that a word or mark is of by its form alone.
_BY_FORM: Mapping[str, Callable[[str], bool]] = {
    "any": bool,
    "word": lambda form: form[0].isalpha(),
    "capital": lambda form: form[0].isupper(),
    "digits": str.isdecimal,
    "two_digits": lambda form: form.isdecimal() and len(form) <= 2,
    "four_digits": lambda form: form.isdecimal() and len(form) == 4,
}


def _is_of(kind: str, tokens: Tokens, number: int) -> bool:
    """Tell whether a token is of a class of words."""
    if is_so := _BY_FORM.get(kind):
        return is_so(tokens.forms[number])
    if kind in LEXICAL_CLASSES:
        return has_class(tokens.lowered[number], kind)
    return tokens.lowered[number] in word_class(kind)
