# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Aligns the blocks of two documents: paired, deleted, inserted and moved.

Sections pair by the bookmark of their heading, the paragraphs and tables in them by likeness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from jvom.alignment import align, likeness, longest_increasing
from jvom.comparing.tables import has_plain_grid
from jvom.comparing.tokens import Words, fingerprint
from jvom.comparing.words import plain_style, share
from jvom.plan import Block, Contents, NewSection, Paragraph, Table, paragraphs

_LEAST_LIKE = 0.35
"""Two paragraphs at least this similar count as one that was rewritten."""
_LEAST_LIKE_OTHER_STYLE = 0.6
_LEAST_LIKE_SECTIONS = 0.5
_MOST_SECTIONS = 10_000
"""Beyond this many pairs, sections with different ids are not compared by their text."""
_LEAST_LIKE_MOVED = 0.75
"""Two paragraphs in different places at least this similar count as one that was moved."""
_LEAST_WORDS_MOVED = 6
"""Shorter paragraphs, such as fixed headings, are similar by chance."""
_MOST_MOVES = 40_000
"""Beyond this many pairs, only equal blocks are recognised as moved."""


class Item:
    """A block of a document, and its words."""

    def __init__(self, block: Block) -> None:
        self.block = block

    @cached_property
    def words(self) -> Words:
        """The words of the block: those of all its cells, for a table."""
        if isinstance(self.block, Paragraph):
            return Words(self.block.content)
        return Words([inline for each in paragraphs((self.block,)) for inline in each.content])

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for two blocks with the same words."""
        said = [fingerprint(each.content) for each in paragraphs((self.block,))]
        return (type(self.block).__name__, *self.shape, *said)

    @property
    def shape(self) -> tuple[object, ...]:
        """Equal for blocks that can be versions of each other: both headings or not, or as many columns."""
        match self.block:
            case Paragraph(heading=heading):
                return (heading > 0,)
            case Table(widths=widths):
                return (len(widths), has_plain_grid(self.block))
            case _:
                return ()


class Section(NamedTuple):
    """A heading with everything up to the next; the first section may have no heading."""

    id: str
    items: tuple[Item, ...]

    @property
    def title(self) -> Sequence[str]:
        """The words of its heading."""
        headings = (each for each in self.items if isinstance(each.block, Paragraph) and each.block.heading)
        return next((each.words.words for each in headings), ())

    @property
    def words(self) -> list[str]:
        """All its words."""
        return [word for item in self.items for word in item.words.words]


class Step(NamedTuple):
    """An old block with the new one that it became; None for a block that was inserted or deleted.

    `move` is that of a block that went from here, or came here; then `came_from` is what it was.
    """

    old: Item | None
    new: Item | None
    move: str = ""
    came_from: Item | None = None


def compare_blocks(old: Sequence[Block], new: Sequence[Block], prefix: str) -> list[Step]:
    """Return the blocks of both documents, merged in order; names of moves start with the prefix."""
    # Pages turn where they do in the new document: no revision can undo that.
    before, after = _sections([each for each in old if not isinstance(each, NewSection)]), _sections(new)
    steps: list[Step] = []
    moved: list[tuple[Item, Item]] = []
    for one, other, is_move in _pair_sections(before, after):
        if is_move and one is not None and other is not None:
            moved += _in_moved_section(before[one], after[other])
        elif one is not None and other is not None:
            steps += _in_section(before[one], after[other])
        elif one is not None:
            steps += [Step(item, None) for item in before[one].items]
        elif other is not None:
            steps += [Step(None, item) for item in after[other].items]
    moved += _moved_blocks(steps, moved)
    return _with_moves(steps, moved, prefix)


# --- sections ------------------------------------------------------------------------------------


def _sections(blocks: Sequence[Block]) -> list[Section]:
    """Divide the blocks into sections; a page turn belongs to the section that follows it."""
    found: list[tuple[str, list[Item]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Contents):
            continue  # it is made anew
        if isinstance(block, Paragraph) and block.bookmark:
            turned: list[Item] = []
            while found[-1][1] and isinstance(found[-1][1][-1].block, NewSection):
                turned.insert(0, found[-1][1].pop())
            found.append((block.bookmark, turned))
        found[-1][1].append(Item(block))
    return [Section(id, tuple(items)) for id, items in found if items]


_SectionPair = tuple[int | None, int | None, bool]


def _pair_sections(old: Sequence[Section], new: Sequence[Section]) -> Iterator[_SectionPair]:
    """Yield the indexes of all sections, merged in order, and then the pairs that moved past others.

    A section that moved is also in the order itself: as one that is gone, and one that is new.
    """
    became = _same_sections(old, new)
    pairs = sorted(became.items())
    places = [other for _, other in pairs]
    kept = set(range(len(pairs)))
    if places != sorted(places):
        kept = longest_increasing(places, [1 + len(new[other].words) for other in places])
    at_old = at_new = 0
    for one, other in (*(pairs[place] for place in sorted(kept)), (len(old), len(new))):
        yield from ((each, None, False) for each in range(at_old, one))
        yield from ((None, each, False) for each in range(at_new, other))
        if one < len(old):
            yield one, other, False
        at_old, at_new = one + 1, other + 1
    yield from ((*pair, True) for place, pair in enumerate(pairs) if place not in kept)


def _same_sections(old: Sequence[Section], new: Sequence[Section]) -> dict[int, int]:
    """Map each old section to its new version: by id, else by title, else by similarity."""
    ids = {section.id: place for place, section in enumerate(new)}
    became = {place: ids[section.id] for place, section in enumerate(old) if section.id in ids}
    for by_title in (True, False):
        taken = set(became.values())
        left = [place for place in range(len(new)) if place not in taken]
        if (len(old) - len(became)) * len(left) > _MOST_SECTIONS:
            continue
        for place, section in enumerate(old):
            if place in became or not left:
                continue
            likes = [_like_section(section, new[other], by_title) for other in left]
            if max(likes) >= _LEAST_LIKE_SECTIONS:
                became[place] = left.pop(likes.index(max(likes)))
    return became


def _like_section(old: Section, new: Section, by_title: bool) -> float:
    if by_title:
        return float(bool(old.title) and old.title == new.title)
    return likeness(old.words, new.words)


def _in_section(old: Section, new: Section) -> list[Step]:
    """Return the blocks of a section that did not move."""
    before, after = old.items, new.items

    def score(one: int, other: int) -> float:
        return _score(before[one], after[other])

    pairs = align([each.key for each in before], [each.key for each in after], score)
    return [
        Step(None if one is None else before[one], None if other is None else after[other])
        for one, other in pairs
    ]


def _in_moved_section(old: Section, new: Section) -> list[tuple[Item, Item]]:
    """Return the paragraphs and tables that moved with their section."""
    return [(step.old, step.new) for step in _in_section(old, new) if step.old and step.new]


def _score(old: Item, new: Item) -> float:
    """Score the new block as a version of the old; 0 if it can't be one."""
    if type(old.block) is not type(new.block) or old.shape != new.shape:
        return 0.0
    if isinstance(old.block, Table) and not has_plain_grid(old.block):
        return 0.0
    shared = share(old.words, new.words)
    least = _LEAST_LIKE
    if isinstance(old.block, Paragraph) and isinstance(new.block, Paragraph):
        if plain_style(old.block.style) != plain_style(new.block.style):
            least = _LEAST_LIKE_OTHER_STYLE
        if old.block.bookmark and old.block.bookmark == new.block.bookmark:
            least = 0.0  # the heading of the section has a new title
            shared = max(shared, _LEAST_LIKE)
    if shared < least:
        return 0.0
    return shared * (1 + len(old.words.words) + len(new.words.words))


# --- moves ---------------------------------------------------------------------------------------


def _moved_blocks(steps: Sequence[Step], moved: Sequence[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """Return the paragraphs and tables that were deleted in one place and inserted in another."""
    known = {id(item) for pair in moved for item in pair}
    gone = [step.old for step in steps if step.old and not step.new and _can_move(step.old, known)]
    made = [step.new for step in steps if step.new and not step.old and _can_move(step.new, known)]
    by_key = {item.key: item for item in reversed(made)}
    found = [(item, other) for item in gone if (other := by_key.pop(item.key, None))]
    taken = {id(item) for pair in found for item in pair}
    gone = [item for item in gone if id(item) not in taken]
    made = [item for item in made if id(item) not in taken]
    if len(gone) * len(made) > _MOST_MOVES:
        return found
    for item in gone:
        likes = [_like_moved(item, other) for other in made]
        if likes and max(likes) >= _LEAST_LIKE_MOVED:
            found.append((item, made.pop(likes.index(max(likes)))))
    return found


def _like_moved(old: Item, new: Item) -> float:
    if type(old.block) is not type(new.block) or old.shape != new.shape:
        return 0.0
    return share(old.words, new.words)


def _can_move(item: Item, known: set[int]) -> bool:
    block = item.block
    is_heading = isinstance(block, Paragraph) and block.heading
    return (
        isinstance(block, (Paragraph, Table))
        and not is_heading
        and len(item.words.words) >= _LEAST_WORDS_MOVED
        and id(item) not in known
    )


def _with_moves(steps: Sequence[Step], moved: Sequence[tuple[Item, Item]], prefix: str) -> list[Step]:
    """Name the moves in the steps, in the order in which the blocks were in the old document."""
    went = {id(old): new for old, new in moved}
    came = {id(new): old for old, new in moved}
    names: dict[int, str] = {}
    for step in steps:
        if step.old and not step.new and id(step.old) in went:
            names[id(went[id(step.old)])] = f"{prefix}{len(names) + 1}"
    named: list[Step] = []
    for step in steps:
        if step.old and not step.new and id(step.old) in went:
            step = step._replace(move=names[id(went[id(step.old)])])
        elif step.new and not step.old and id(step.new) in came:
            step = step._replace(move=names[id(step.new)], came_from=came[id(step.new)])
        named.append(step)
    return named
