# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How rules word what they find: the texts in the front matter of their pages.

Reading YAML is slow, so these are also compiled into ``jvom/data/rule-messages.msgpack`` (by `compiled`; a
test keeps it current). The front matter of a page that differs from what was compiled is read instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from jvom.data import DATA
from jvom.dutch.patterns import pattern

_ID = pattern("[a-z]+(-[a-z]+)*")  # a form of names, not words in a text
_FENCE = "---\n"
_MARK = "…"  # where a value goes


class Wording(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a rule says: the `message` says what is wrong, the `advice` what to do about it.

    Neither ends in a full stop. `related` says what is at the other place that a violation points to. Values
    go in by name: ``{first}``.
    """

    message: str = ""
    advice: str = ""
    related: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that it has."""
        return tuple(filter(None, (self.message, self.advice, self.related)))

    @property
    def values(self) -> frozenset[str]:
        """The names of the values that go into its texts. Raises ValueError for a stray brace."""
        from string import Formatter

        fields = (field for text in self.texts for _, field, _, _ in Formatter().parse(text))
        return frozenset(field for field in fields if field is not None)


class FrontMatter(Wording, frozen=True, forbid_unknown_fields=True):
    """The front matter of a page: what the rule says; or, by id, each of the `messages` that it can give.

    A message takes what it lacks from the front matter.
    """

    messages: dict[str, str | Wording] = {}

    @property
    def wordings(self) -> Mapping[str, Wording]:
        """What the rule can say, by id; "" is the id of the only one."""
        found = {"": Wording(self.message, self.advice, self.related)} if not self.messages else {}
        for id, typed in self.messages.items():
            own = Wording(typed) if isinstance(typed, str) else typed
            found[id] = Wording(
                own.message or self.message, own.advice or self.advice, own.related or self.related
            )
        return found


def front_matter(page: str) -> FrontMatter:
    """Return the front matter of a page. Raises ValueError (also msgspec's) when it is missing or wrong."""
    import yaml

    if not page.startswith(_FENCE):
        raise ValueError("it does not begin with front matter")
    try:
        typed = yaml.load(page[len(_FENCE) :].partition(_FENCE)[0], Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"its front matter can't be read: {error}") from None
    front = msgspec.convert(typed, FrontMatter)
    for id, wording in front.wordings.items():
        if id and not _ID.fullmatch(id):
            raise ValueError(f"{id!r} is not in kebab-case")
        if not wording.message or not wording.advice:
            raise ValueError(f"the message {id!r} lacks its text or its advice")
        if any(not name.isidentifier() for name in wording.values):
            raise ValueError(f"a value of the message {id!r} has no name")
    return front


def without_front_matter(page: str) -> str:
    """Return the Markdown of a page."""
    return page[len(_FENCE) :].partition(_FENCE)[2] if page.startswith(_FENCE) else page


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    """What the rule of a page can say, encoded, and the checksum of that page.

    A run decodes only the wordings of rules that find something.
    """

    checksum: int
    wordings: bytes


@cache
def wordings_of(page: Path) -> Mapping[str, Wording]:
    """Return what the rule of a page can say, by id. Raises OSError or ValueError as `front_matter` does."""
    data = page.read_bytes()
    known = _compiled().get(page.stem)
    if known and known.checksum == crc32(data):
        return msgspec.msgpack.decode(known.wordings, type=dict[str, Wording])
    return front_matter(data.decode()).wordings


@cache
def _compiled() -> Mapping[str, _Compiled]:
    try:
        data = (DATA / "rule-messages.msgpack").read_bytes()
        return msgspec.msgpack.decode(data, type=dict[str, _Compiled])
    except (OSError, msgspec.DecodeError):
        return {}


def compiled(pages: Iterable[Path]) -> bytes:
    """Return what ``rule-messages.msgpack`` must be for some pages. Raises ValueError with all bad ones."""
    read, problems = dict[str, _Compiled](), list[str]()
    for page in sorted(pages):
        data = page.read_bytes()
        try:
            wordings = msgspec.msgpack.encode(front_matter(data.decode()).wordings)
            read[page.stem] = _Compiled(crc32(data), wordings)
        except ValueError as error:
            problems.append(f"{page.name}: {error}")
    if problems:
        raise ValueError("\n".join(problems))
    return msgspec.msgpack.encode(read)


def list_wordings(wordings: Iterable[Wording]) -> Iterator[str]:
    """Yield a line of Markdown for each: the message and the advice, with a mark where a value goes.

    A text that is only a value says nothing of itself.
    """
    for each in wordings:
        message, advice = map(_with_marks, (each.message, each.advice))
        if message != _MARK:
            yield f"- {message}" if advice == _MARK else f"- {message} *{advice}*"


def _with_marks(text: str) -> str:
    from string import Formatter

    marked = Formatter().vformat(text, (), defaultdict(lambda: _MARK))
    return marked[:1].upper() + marked[1:] + ("" if marked.endswith(_MARK) else ".")
