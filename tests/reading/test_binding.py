# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.model import (
    Count,
    DossierData,
    FigureData,
    FrontMatter,
    Glossary,
    Kamerstuk,
    MandateData,
    MissionRegister,
    Record,
    ReferenceData,
)
from jvom.reading.binding import bind
from jvom.reading.data import parse, plain
from jvom.settings import Settings
from jvom.source import Problem, Span
from jvom.times import Month
from tests.conftest import PROJECT
from tests.fuzzing import examples

BASE = PROJECT / "tests" / "dossiers" / "basis"
FILES: dict[str, type[Record]] = {
    "abbreviations.yml": Glossary,
    "missions.yml": MissionRegister,
    "2025/dossier.yml": DossierData,
    "2025/figures.yml": FigureData,
    "2025/mandates.yml": MandateData,
    "2025/references.yml": ReferenceData,
}


def wrong(text: str, kind: type[Record]) -> list[str]:
    """Return line, column, message and advice of each problem."""
    node, problems = parse(text, "a.yml")
    assert problems == []
    record, problems = bind(node, kind, "a.yml")
    assert (record is None) == bool(problems)
    return [f"{p.span.line}:{p.span.column}: {p.what}; {p.advice}" for p in problems]


def problems_of(value: object, kind: type[Record]) -> tuple[object, list[Problem]]:
    """Return the record that a plain value binds to, once written as YAML, and its problems."""
    node, problems = parse(json.dumps(value, ensure_ascii=False), "a.yml")  # JSON is YAML
    assert problems == []
    return bind(node, kind, "a.yml")


FRONT = "kies uit: carried_from, mission, missions, owner, status, title, unchanged"


class Describe_a_record:
    def it_is_what_the_file_says(self):
        node, _ = parse((BASE / "2025/dossier.yml").read_text(encoding="utf-8"), "dossier.yml")

        data, problems = bind(node, DossierData, "dossier.yml")

        assert problems == []
        assert data is not None
        assert data.nota is not None
        assert (data.year, data.period.first, data.nota.sender) == (2025, Month(2025, 5), "DGB")
        assert data.presentation_date == datetime.date(2026, 5, 20)
        assert [recipient.id for recipient in data.letter.recipients] == ["eerste-kamer", "tweede-kamer"]

    def it_knows_the_place_of_keys_values_and_items(self):
        text = "figures:\n  totaal: {type: count, value: 12, source: x, parts: [een, twee]}\n"
        node, _ = parse(text, "a.yml")

        data, _ = bind(node, FigureData, "a.yml")

        assert data is not None
        figure = data.figures["totaal"]
        assert isinstance(figure, Count)
        assert figure.at.span == Span("a.yml", 2, 11, 2, 66)
        assert figure.at.keys["value"] == Span("a.yml", 2, 25, 2, 30)
        assert figure.at.value("value") == Span("a.yml", 2, 32, 2, 34)
        assert figure.at.item("parts", 1) == Span("a.yml", 2, 60, 2, 64)
        assert figure.at.item("parts", 9) == figure.at.value("parts")
        assert figure.at.value("form") == figure.at.span
        assert data.at.keys["figures"] == Span("a.yml", 1, 1, 1, 8)

    def it_knows_the_place_of_renamed_keys_and_records_in_lists(self):
        node, _ = parse((BASE / "2025/dossier.yml").read_text(encoding="utf-8"), "a.yml", 10)

        data, _ = bind(node, DossierData, "a.yml", 10)

        assert data is not None
        assert data.period.at.value("from").line == 14
        assert data.outline[1].sections[0].sections[1].at.value("id").line == 72

    def it_may_be_one_of_several_types(self):
        data, _ = problems_of(
            {"references": {"a": {"type": "kamerstuk", "dossier": "29521", "number": 1, "date": "2022"}}},
            ReferenceData,
        )

        assert isinstance(data, ReferenceData)
        assert isinstance(data.references["a"], Kamerstuk)

    @pytest.mark.parametrize("text", ["", "# niets", "~", "{}"])
    def it_may_be_empty_when_nothing_is_asked(self, text):
        node, _ = parse(text, "a.yml")

        front, problems = bind(node, FrontMatter, "a.yml")

        assert front is not None
        assert (front.title, front.status, problems) == ("", "draft", [])


class Describe_what_is_wrong:
    @pytest.mark.parametrize(
        ("text", "kind", "expected"),
        [
            ("titel: a", FrontMatter, ["1:1: onbekende sleutel «titel»; bedoelde u «title»?"]),
            ("zxq: a", FrontMatter, [
                f"1:1: onbekende sleutel «zxq»; {FRONT}",
            ]),
            ("at: 5", FrontMatter, [f"1:1: onbekende sleutel «at»; {FRONT}"]),
            ("mission: [a, b]", FrontMatter, [
                "1:10: bij «mission» hoort één waarde, geen lijst; typ voor meer waarden «missions:»",
            ]),
            ("missions: a", FrontMatter, ["1:11: hier hoort een lijst; nu staat er: a"]),
            ("status: finaal", FrontMatter, ["1:9: «finaal» kan hier niet staan; bedoelde u «final»?"]),
            ("title: 5", FrontMatter, [
                "1:8: hier hoort tekst (zet een getal tussen aanhalingstekens); nu staat er: 5",
            ]),
            ("title: [a]", FrontMatter, [
                (
                    "1:8: hier hoort tekst, en de haken maken er een lijst van; "
                    "zet de hele waarde tussen rechte aanhalingstekens"
                ),
            ]),
            ("owner:", FrontMatter, ["1:7: deze waarde is leeg; vul iets in"]),
            ("a", FrontMatter, ["1:1: hier hoort een blok met sleutels en waarden; nu staat er: a"]),
            ("", Glossary, [
                ("0:0: hier ontbreekt de sleutel «abbreviations»; vul in: de afkortingen van het huis, "
                "voor alle dossiers."),
            ]),
            ("abbreviations:", Glossary, ["1:15: hier hoort een lijst; nu staat er: niets"]),
            ("abbreviations: a", Glossary, ["1:16: hier hoort een lijst; nu staat er: a"]),
            ("abbreviations: [a]", Glossary, [
                "1:17: hier hoort een blok met sleutels en waarden; typ {abbreviation: …, expansion: …}",
            ]),
            ("abbreviations: [{abbreviation: '', expansion: b, language: NL}]", Glossary, [
                "1:32: deze waarde is leeg; vul iets in",
                "1:60: «NL» heeft niet de vorm die hier hoort; gebruik een taalcode, zoals nl, en of fr",
            ]),
            ("figures: []", FigureData, [
                "1:10: hier hoort een blok met namen en waarden; nu staat er: een lijst",
            ]),
            ("figures: {A b: {type: percentage, value: x, source: c}}", FigureData, [
                ("1:11: «A b» heeft niet de vorm die hier hoort; gebruik kleine letters, cijfers en "
                "streepjes, "
                "zoals nmi of kst-29521-493"),
                "1:42: hier hoort een getal, met een punt voor de decimalen; nu staat er: x",
            ]),
            ("figures: {a: {type: cnt}, b: {}, c: 1, 2025: {type: date, value: 2026-02-30, source: d}}",
             FigureData, [
                "1:21: het type «cnt» bestaat niet; bedoelde u «count»?",
                "1:30: hier ontbreekt de sleutel «type»; kies uit: count, date, money, percentage",
                "1:37: hier hoort een blok met sleutels en waarden; nu staat er: 1",
                "1:66: de datum 2026-02-30 bestaat niet; kijk dag en maand na in de kalender",
            ]),
            ("figures: {a: {type: date, value: morgen, source: d}, b: {type: [x]}}", FigureData, [
                "1:34: hier hoort een datum, geschreven als 2026-05-20; nu staat er: morgen",
                "1:64: het type «een lijst» bestaat niet; kies uit: count, date, money, percentage",
            ]),
            ("figures: {a: {type: count, value: -1, source: d}, b: {type: count, value: 1.5, source: d}}",
             FigureData, [
                "1:35: hier hoort een geheel getal, 0 of hoger; nu staat er: -1",
                "1:75: hier hoort een geheel getal, 0 of hoger; nu staat er: 1.5",
            ]),
            (("figures: {a: {type: count, value: 4.120, source: d}, "
              "b: {type: percentage, value: '42,2', source: d}}"), FigureData, [
                "1:35: «4.120» is hier geen getal; typ 4120: een punt staat alleen voor de decimalen",
                "1:83: «42,2» is hier geen getal; typ 42.2: een punt staat alleen voor de decimalen",
            ]),
            (("figures: {a: {type: date, value: 20-5-2026, source: d}, "
              "b: {type: date, value: 31-11-2026, source: d}, "
              "c: {type: date, value: 20 mei 2026, source: d}, e: {type: date, value: mei 2026, source: d}}"),
             FigureData, [
                "1:34: «20-5-2026» heeft niet de vorm die hier hoort; typ 2026-05-20, met het jaar voorop",
                "1:80: de datum 31-11-2026 bestaat niet; kijk dag en maand na in de kalender",
                "1:127: «20 mei 2026» heeft niet de vorm die hier hoort; typ 2026-05-20, met het jaar voorop",
                "1:175: hier hoort een datum, geschreven als 2026-05-20; nu staat er: mei 2026",
            ]),
            ("figures: {a: {type: count, value: 12, source: Tekst, Bijlage en Nota}}", FigureData, [
                ('1:54: de komma voor «Bijlage en Nota» eindigt de waarde ervoor; '
                 'zet een waarde met een komma tussen rechte aanhalingstekens: "Zorg, Werk en Natuur"'),
            ]),
            ("figures: {a: {type: percentage, value: 14,5, source: d}}", FigureData, [
                ("1:43: de komma voor «5» eindigt de waarde ervoor; "
                 "zet de decimalen van een getal achter een punt, zonder procentteken: 42.5"),
            ]),
            ("figures: {a: {type: count, value: '12,5', source: d}}", FigureData, [
                "1:35: hier hoort een geheel getal, 0 of hoger; nu staat er: 12,5",
            ]),
            ("references: {a: {type: kamerstuk, dossier: 29521, number: 0, date: 2025-13-01}}",
             ReferenceData, [
                "1:44: hier hoort tekst (zet een getal tussen aanhalingstekens); nu staat er: 29521",
                "1:59: hier hoort een geheel getal, 1 of hoger; nu staat er: 0",
                "1:68: de datum 2025-13-01 bestaat niet; kijk dag en maand na in de kalender",
            ]),
            ("references: {a: {type: kamerstuk, dossier: '1', number: 1, date: ooit}}", ReferenceData, [
                ("1:44: «1» heeft niet de vorm die hier hoort; gebruik vijf cijfers, zoals 29521, of "
                "21501-02 met een toevoeging"),
                "1:66: hier hoort een datum: 2025-04-04, of 2022-08, of 2022; nu staat er: ooit",
            ]),
            ("rows: []\nwithout_row: [{mission: a, reason: b, x: c}]", MandateData, [
                "2:39: onbekende sleutel «x»; haal de sleutel weg",
            ]),
            (("missions: [{id: a, name: A, official: B, region: C, resolutions: [{number: 1, year: 2000, "
             "in_force: nee}]}]"), MissionRegister, ["1:101: hier hoort true of false; nu staat er: nee"]),
            ("ignore: a\nper-file-ignores: {a: b}\nwords: {c: [d]}", Settings, [
                "1:9: hier hoort een lijst; nu staat er: a",
                "2:23: hier hoort een lijst; nu staat er: b",
                "3:12: hier hoort een blok met namen en waarden; nu staat er: een lijst",
            ]),
        ],
    )  # fmt: skip
    def it_is_all_reported_at_its_place(self, text, kind, expected):
        assert wrong(text, kind) == expected

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ("{from: 2025-05, to: 2026-04}", "{from: 2025-13, to: 2026}", [
                "5:16: de datum 2025-13 bestaat niet; kijk dag en maand na in de kalender",
                "5:29: hier hoort een maand, geschreven als 2025-05; nu staat er: 2026",
            ]),
            ("{from: 2025-05, to: 2026-04}", "{from: mei 2025, to: 4/2026}", [
                "5:16: «mei 2025» heeft niet de vorm die hier hoort; typ 2025-05, met het jaar voorop",
                "5:30: «4/2026» heeft niet de vorm die hier hoort; typ 2026-04, met het jaar voorop",
            ]),
            ("{from: 2025-05, to: 2026-04}", "{from: 0000-05, to: 2026-04}", [
                "5:16: de datum 0000-05 bestaat niet; kijk dag en maand na in de kalender",
            ]),
            ("year: 2025", "year: 1999", [
                "2:7: hier hoort een geheel getal van 2000 tot en met 2100; nu staat er: 1999",
            ]),
            ("drafted_by: null", "drafted_by: 5", [
                "46:15: hier hoort tekst (zet een getal tussen aanhalingstekens); nu staat er: 5",
            ]),
            ("claims:\n  no_financial_effects: false", "claims:", [
                "68:8: hier hoort een blok met sleutels en waarden; nu staat er: niets",
            ]),
            ("  to: MINDEF\n", "", ["39:3: hier ontbreekt de sleutel «to»; vul in: aan."]),
            ("- {office: DE MINISTER VAN DEFENSIE, name", "- {ofice: DE MINISTER VAN DEFENSIE, name", [
                "18:5: hier ontbreekt de sleutel «office»; vul in: het ambt, zoals het boven de naam staat.",
                "18:6: onbekende sleutel «ofice»; bedoelde u «office»?",
            ]),
        ],
    )  # fmt: skip
    def it_is_reported_for_the_dossier(self, before, after, expected):
        text = (BASE / "2025/dossier.yml").read_text(encoding="utf-8")

        assert before in text
        assert sorted(wrong(text.replace(before, after, 1), DossierData)) == expected


def places(value: object, way: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the way to every value within a value."""
    yield way
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*way, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*way, index))


def changed(value: object, way: tuple[object, ...], change: object) -> object:
    """Return the value with another one at a place; DROP removes what is there, a Key renames its key."""
    if not way:
        return {} if isinstance(change, Key) or change is DROP else change
    first, *rest = way
    if isinstance(value, dict):
        if not rest and change is DROP:
            return {key: inner for key, inner in value.items() if key != first}
        if not rest and isinstance(change, Key):
            return {change.name if key == first else key: inner for key, inner in value.items()}
        return {
            key: changed(inner, tuple(rest), change) if key == first else inner
            for key, inner in value.items()
        }
    assert isinstance(value, list)
    if not rest and (change is DROP or isinstance(change, Key)):
        return [inner for index, inner in enumerate(value) if index != first]
    return [
        changed(inner, tuple(rest), change) if index == first else inner for index, inner in enumerate(value)
    ]


class Key:
    """A change of a key's name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Key({self.name!r})"


DROP = object()
ODD = st.one_of(
    st.just(DROP),
    st.sampled_from([Key("x"), Key("value"), Key("type"), Key("at"), Key("2025"), Key("A b"), Key("")]),
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text("aé-0 :#[", max_size=5),
    st.sampled_from(["2026-02-30", "0000-01", "2026-05-20", "2025-13", "geen", "nl", "EUR", "29521"]),
    st.sampled_from([[], {}, [[]], [None], {"a": 1}, {"type": "count"}, ["a"], {"type": []}]),
)  # fmt: skip


class Describe_the_diagnosis:
    @pytest.mark.parametrize("name", FILES)
    @given(data=st.data())
    @examples(25)
    def it_finds_a_problem_at_its_place_whenever_the_data_is_refused(self, name, data):
        """Valid data is changed in one to three places; msgspec and the walk agree whether it is wrong."""
        node, _ = parse((BASE / name).read_text(encoding="utf-8"), "a.yml")
        value = plain(node)
        for _ in range(data.draw(st.integers(1, 3))):
            way = data.draw(st.sampled_from(list(places(value))))
            value = changed(value, way, data.draw(ODD))

        record, problems = problems_of(value, FILES[name])

        assert (record is None) == bool(problems)
        for problem in problems:
            assert "schema" not in str(problem.advice)
            assert "Expected" not in f"{problem.what} {problem.advice}"
            assert problem.span.line > 0 or value in (None, {})

    @pytest.mark.parametrize("name", FILES)
    def it_finds_nothing_in_valid_data(self, name):
        node, _ = parse((BASE / name).read_text(encoding="utf-8"), "a.yml")

        record, problems = bind(node, FILES[name], "a.yml")

        assert record is not None
        assert problems == []
