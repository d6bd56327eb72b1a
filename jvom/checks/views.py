# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule is given to read: one text, all texts of a run, or the dossier with its texts.

Made once per run; whatever is costly is computed at first use and cached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Self, TypeAlias, TypeVar

import msgspec

from jvom.analysis.caching import cached
from jvom.analysis.languages import language_of
from jvom.analysis.passages import Passage, PassageKind
from jvom.analysis.registers import Register, Registered, RegisteredKind
from jvom.analysis.word_index import Place, WordIndex
from jvom.checks.missions_of_passages import mission_at, missions_before
from jvom.checks.passage_builder import PassageBuilder, TypedPrinter
from jvom.checks.rule import Rule
from jvom.earlier_dossiers import EarlierDossier
from jvom.findings import CheckedFile, DocumentKind
from jvom.kinds import SECTIONS, kinds_of, printed
from jvom.model import DataFile, Dossier, DossierData, Fragment, Mission, OutlineEntry, Record
from jvom.resolving.printing import Printer
from jvom.settings import Settings
from jvom.sisters import Sister
from jvom.source import Span
from jvom.text import Block, Remark, Suppression

Made = TypeVar("Made")


class Texts:
    """All texts of a run in reading order, for rules that compare texts.

    `as_of` is the date of the run ("today"), `settings` the settings in content/jvom.yml. The run adds what
    only the rules about suppressions need: as `known_rules` every rule there is, and as `unused` the
    suppressions without effect, each with its rule, once all other rules have run. Texts that are read again
    and again `are_kept`: each knows which phrases were found in it.
    """

    known_rules: tuple[Rule, ...] = ()
    unused: tuple[tuple[Suppression, str], ...] = ()
    are_kept = False

    def __init__(self, texts: Iterable[TextView], as_of: date, settings: Settings) -> None:
        self.texts, self.as_of, self.settings = tuple(texts), as_of, settings
        for text in self.texts:
            text.texts = self
        self._made: dict[object, Any] = {}

    def memo(self, make: Callable[[Self], Made]) -> Made:
        """Return what `make` makes of these texts; made once, to be shared by rules."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def forget(self) -> None:
        """Forget these texts and what was made of them: a rule may keep this in memory, in a circle."""
        self.__dict__.clear()

    @property
    def with_sections(self) -> frozenset[str]:
        """The ids of the sections that have others below them in the outline of a dossier."""
        return frozenset()

    @cached
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all texts, in reading order."""
        return tuple([passage for text in self.texts for passage in text.passages])

    @cached
    def index(self) -> WordIndex:
        """The word index of all texts."""
        return WordIndex(self.passages, tuple(text.index for text in self.texts) if self.are_kept else ())

    @cached
    def words(self) -> Mapping[str, list[Place]]:
        """Where each word occurs (letters and digits, small)."""
        return self.index.places

    @cached
    def pairs(self) -> frozenset[str]:
        """The words that occur side by side somewhere: "two words"."""
        return self.index.pairs


_NO_TEXTS = Texts((), date.min, Settings())


class TextView(msgspec.Struct, eq=False, dict=True, weakref=True):
    """One file: a fragment, or the printed values of a data file (then `fragment` is None).

    `id` is the section's id or the file's name, and `texts` what it is read with.
    """

    path: str
    document: DocumentKind
    id: str
    lines: tuple[str, ...]
    passages: tuple[Passage, ...]
    suppressions: tuple[Suppression, ...]
    fragment: Fragment | None
    remarks: tuple[Remark, ...] = ()
    texts: Texts = _NO_TEXTS

    @property
    def whole(self) -> Span:
        """The place that is the whole file."""
        return Span(self.path)

    @property
    def title(self) -> str:
        """The printed heading of the section; the file's name when it has none."""
        for passage in self.passages:
            if passage.kind == "title":
                return passage.text
        return self.path.rpartition("/")[2]

    @property
    def title_span(self) -> Span:
        """Where the title of the section is typed; the whole file when it is a data file."""
        return self.fragment.front.at.value("title") if self.fragment else self.whole

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the fragment; a data file has none."""
        return self.fragment.blocks if self.fragment else ()

    @property
    def is_letter(self) -> bool:
        """Whether it is the letter of a dossier, or a text with the opening and the closing of one."""
        if self.document == "brief":
            return True
        letter, words = self.texts.settings.letter, [passage.text for passage in self.passages]
        return any(map(letter.opens, words)) and any(map(letter.closes, words))

    @property
    def missions(self) -> tuple[str, ...]:
        """The ids of the missions that the fragment is about, according to its front matter."""
        return self.fragment.front.about if self.fragment else ()

    @property
    def mission(self) -> str:
        """The id of the only mission that the fragment is about; "" when there is none, or more than one."""
        return self.missions[0] if len(self.missions) == 1 else ""

    def mission_at(self, passage: Passage, offset: int) -> str:
        """Return the id of the mission that a sentence of a passage is about; "" for none, and for several.

        In a text on several missions it is the one that the sentence names, or else the last one named.
        """
        if passage.mission or len(self.missions) < 2:
            return passage.mission or self.mission
        return mission_at(passage, self.missions_before.get(id(passage), ""), offset)

    @cached
    def missions_before(self) -> Mapping[int, str]:
        """The mission that each passage, by its id(), is about before it names one."""
        return missions_before(self.passages)

    def forget(self) -> None:
        """Forget the texts that this was read with, and what was made of its passages."""
        self.texts = _NO_TEXTS
        for passage in self.passages:
            passage.forget()

    @cached
    def index(self) -> WordIndex:
        """The word index of this text."""
        return WordIndex(self.passages)

    def passages_of(self, *kinds: PassageKind) -> Iterator[Passage]:
        """Yield the passages of those kinds."""
        return (passage for passage in self.passages if passage.kind in kinds)


class DossierView(Texts):
    """The dossier: its data as `dossier`, its texts, sisters and earlier years, and its built files.

    `to_be_sealed` is whether the check precedes a seal.
    """

    sisters: tuple[Sister, ...] = ()
    earlier: tuple[EarlierDossier, ...] = ()
    to_be_sealed: bool = False

    def __init__(self, dossier: Dossier, texts: Iterable[TextView], as_of: date, settings: Settings) -> None:
        super().__init__(texts, as_of, settings)
        self.dossier = dossier
        register = Register(_registered(dossier))
        for passage in self.passages:
            passage.register = register
        self.built = Texts((), as_of, settings)

    @property
    def last_year(self) -> Dossier | None:
        """The nearest earlier dossier of the series, None without one that can be read."""
        return self.earlier[0].dossier if self.earlier else None

    @property
    def data(self) -> DossierData:
        return self.dossier.data

    @cached
    def mission(self) -> Mapping[str, Mission]:
        """The missions of the register by id."""
        return {mission.id: mission for mission in self.dossier.missions.missions}

    @cached
    def registered_names(self) -> tuple[str, ...]:
        """All names in the registers, right or wrong, abbreviations and their expansions too."""
        data = self.dossier
        found: list[str] = []
        for mission in data.missions.missions:
            found += (mission.name, mission.official, mission.region, *mission.places)
            found += (*mission.accepted, *mission.rejected)
        for name in data.names.names:
            found += (name.name, *name.accepted, *name.rejected)
        for entry in data.glossary.abbreviations:
            found += (entry.abbreviation, entry.expansion, *entry.also)
        return tuple(found)

    @cached
    def outline(self) -> tuple[tuple[OutlineEntry, int], ...]:
        """The outline's entries with their level (chapters are 1), in reading order."""
        return tuple(_flat(self.dossier.data.outline, 1))

    @property
    def with_sections(self) -> frozenset[str]:
        return frozenset(entry.id for entry, _ in self.outline if entry.sections)

    def text(self, id: str) -> TextView | None:
        """Return the text of a section, or of a kind of document such as ``nota``; None without."""
        return self._by_id.get(id)

    @cached
    def _by_id(self) -> Mapping[str, TextView]:
        return {text.id: text for text in reversed(self.texts)}

    def file(self, name: str) -> DataFile | None:
        """Return the data file of that name, such as ``mandates.yml``."""
        for file in self.dossier.files:
            if file.path.rpartition("/")[2] == name:
                return file
        return None


#: The kinds of names in names.yml, as the analysis calls them.
_KINDS: Mapping[str, RegisteredKind] = {
    "land": "place",
    "plaats": "place",
    "ambt": "office",
    "organisatie": "organisation",
    "persoon": "person",
    "zaak": "thing",
}


def _registered(dossier: Dossier) -> Iterator[Registered]:
    """Yield what the dossier's registers name."""
    for mission in dossier.missions.missions:
        yield Registered("mission", mission.id, (mission.name, mission.official, *mission.accepted))
        yield from (Registered("place", place, (place,)) for place in mission.places)
    for name in dossier.names.names:
        yield Registered(_KINDS[name.kind], name.name, (name.name, *name.accepted))


def _flat(entries: tuple[OutlineEntry, ...], level: int) -> Iterator[tuple[OutlineEntry, int]]:
    for entry in entries:
        yield entry, level
        yield from _flat(entry.sections, level + 1)


# --- making them ---------------------------------------------------------------------------------


TextMaker: TypeAlias = Callable[[Fragment | DataFile, DocumentKind, Printer], TextView]


def dossier_view(
    dossier: Dossier, as_of: date, settings: Settings, printer: Printer, make: TextMaker | None = None
) -> DossierView:
    """Make the view of a dossier: data files, texts, and the report in the order of its outline.

    `make` makes the view of each file; by default that is `text_maker(dossier)`.
    """
    make = make or text_maker(dossier)
    order = {entry.id: number for number, (entry, _) in enumerate(_flat(dossier.data.outline, 1))}
    for number, appendix in enumerate(dossier.data.appendices, len(order)):
        order.setdefault(appendix.id, number)
    sections = sorted(dossier.sections, key=lambda section: (order.get(section.id, len(order)), section.id))
    texts = [
        *(make(file, "gegevens", printer) for file in dossier.files),
        *(make(text, kind, printer) for kind, text in dossier.texts.items()),
        *(make(section, SECTIONS.name, printer) for section in sections),
    ]
    return DossierView(dossier, texts, as_of, settings)


def text_maker(dossier: Dossier) -> TextMaker:
    """Return the function that makes the view of a file of the dossier."""

    def make(file: Fragment | DataFile, document: DocumentKind, printer: Printer) -> TextView:
        if isinstance(file, Fragment):
            return fragment_view(file, document, printer)
        return _data_view(file, dossier, printer)

    return make


def loose_texts(
    fragments: Iterable[Fragment], as_of: date, settings: Settings, document: DocumentKind = "tekst"
) -> Texts:
    """Make the view of texts without a dossier, or (`document` bestand) of built files."""
    views = (fragment_view(fragment, document, TypedPrinter()) for fragment in fragments)
    return Texts(views, as_of, settings)


def fragment_view(fragment: Fragment, document: DocumentKind, printer: Printer) -> TextView:
    """Make the view of one fragment: its title, its blocks, its footnotes."""
    prose = PassageBuilder(printer, document, fragment.id, fragment.lines)
    if fragment.title:
        prose.add("title", fragment.title, fragment.front.at.value("title"))
    prose.blocks(fragment.blocks)
    for note in fragment.footnotes:
        prose.footnote(note)
    if fragment.word:
        prose.heading = ""
        prose.blocks(fragment.word.margins, "value")
    return TextView(
        fragment.span.path,
        document,
        fragment.id,
        fragment.lines,
        tuple(prose.passages),
        fragment.suppressions,
        fragment,
        fragment.remarks,
    )


def _data_view(file: DataFile, dossier: Dossier, printer: Printer) -> TextView:
    name = file.path.rpartition("/")[2]
    prose = PassageBuilder(printer, "gegevens", name, file.lines)
    kinds = {kind.name for kind in kinds_of(dossier.data)}
    lists = _lists(dossier)
    records: dict[str, Record] = {
        "dossier.yml": dossier.data,
        "mandates.yml": dossier.mandates,
        "references.yml": dossier.references,
        **lists,
    }
    for value in printed(records[name]) if name in records else ():
        if name in lists:
            prose.document = "gegevens"
            words = tuple(filter(str.isalpha, value.text.lower().split()))
            if value.language == "nl" and language_of(words) in ("", "nl"):
                prose.value(value)
        elif value.kind in kinds:
            prose.document = value.kind
            prose.value(value)
    passages = tuple(prose.passages)
    return TextView(file.path, "gegevens", name, file.lines, passages, file.suppressions, None, file.remarks)


def _lists(dossier: Dossier) -> dict[str, Record]:
    """Return the registers whose names are no part of the text that has them, by file."""
    registers: tuple[Record, ...] = dossier.glossary, dossier.names, dossier.missions
    return dict(zip(("abbreviations.yml", "names.yml", "missions.yml"), registers, strict=True))


def checked_file(text: TextView) -> CheckedFile:
    """Return what the report of a run says about a file."""
    places, owners = (text.fragment.places, text.fragment.owners) if text.fragment else ((), ())
    return CheckedFile(text.path, text.document, text.title, text.lines, places, owners)
