# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of a dossier with their front matter, and the lines of its data files."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from jvom.accents import TypedLines
from jvom.messages import Message
from jvom.model.record import Line, Record
from jvom.model.word_files import WordFile
from jvom.source import Span
from jvom.text import Block, Footnote, Inlines, Remark, Suppression

Status = Literal["outline", "draft", "review", "final"]

LONGEST_TITLE = 1_000
"""A title of more characters is a text that ended up in the wrong place."""


class FrontMatter(Record, frozen=True, kw_only=True):
    title: Annotated[
        str, Meta(max_length=LONGEST_TITLE, description="De kop boven de paragraaf, zonder nummer.")
    ] = ""
    mission: Annotated[str, Meta(description="De missie waarover de paragraaf gaat (missions.yml).")] = ""
    missions: Annotated[
        tuple[Line, ...],
        Meta(
            description="De missies waarover de tekst gaat, als het er meer dan een zijn; dan zonder mission."
        ),
    ] = ()
    owner: Annotated[
        str | tuple[Line, ...], Meta(description="Wie de tekst levert: een eigenaar, of een lijst.")
    ] = ""
    carried_from: Annotated[
        Annotated[int, Meta(ge=2000, le=2100)] | None,
        Meta(description="Het jaar waaruit de tekst is overgenomen, tot zij is bijgewerkt."),
    ] = None
    unchanged: Annotated[
        str, Meta(description="Waarom de tekst met recht woord voor woord die van vorig jaar is.")
    ] = ""
    status: Annotated[Status, Meta(description="Hoever de tekst is: outline, draft, review of final.")] = (
        "draft"
    )

    @property
    def about(self) -> tuple[str, ...]:
        """The missions that the text is about; empty when its front matter doesn't say."""
        return (self.mission,) if self.mission else self.missions

    def place_of(self, mission: str) -> Span:
        """Return where the front matter says that the text is about one of its missions."""
        if self.mission:
            return self.at.value("mission")
        return self.at.item("missions", self.missions.index(mission))


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """One Markdown file: its front matter, blocks, footnotes, suppressions and remarks.

    `lines` is the file's text, a string a line without line ends, for messages and checks; `body_line` is
    the number of the first one below the front matter. A Word file is read as a fragment too: then a line is
    a paragraph, `places` says for each how a reader finds it ("alinea 34, onder 2.3.1 UNIFIL"), and `word`
    is what the file contains besides its words. `typed` are the lines that are not in the file as they were
    read.
    """

    id: str
    span: Span
    front: FrontMatter
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: Inlines = ()
    lines: tuple[str, ...] = ()
    body_line: int = 1
    places: tuple[Message, ...] = ()
    word: WordFile | None = None
    typed: TypedLines = {}

    @property
    def owners(self) -> tuple[str, ...]:
        """Who delivers the text; empty when its front matter doesn't say."""
        owner = self.front.owner
        return owner if isinstance(owner, tuple) else (owner,) if owner else ()

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """The blocks of the text, and then those of its footnotes."""
        return (*self.blocks, *(block for note in self.footnotes for block in note.blocks))


class DataFile(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a YAML file, for messages and checks, with the suppressions and remarks in its comments.

    `typed` are the lines that are not in the file as they were read.
    """

    path: str
    lines: tuple[str, ...]
    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()
    typed: TypedLines = {}
