# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Phrases and the four engines; the rules' own words are tested by their pages."""

from __future__ import annotations

from collections import deque
from functools import partial
from io import BytesIO
from itertools import chain

import msgspec
import pytest
import yaml

from jvom.analysis.lexicon import classes_of
from jvom.checks.message_extraction import messages_of_word_rule
from jvom.checks.registry import all_rules
from jvom.checks.views import Texts
from jvom.checks.words import rule_files
from jvom.checks.words.engines import make_rule
from jvom.checks.words.phrases import find_matches, phrases
from jvom.checks.words.rule_files import joined_forms, read_rule, word_rule
from jvom.data import DATA
from jvom.findings import Severity
from jvom.settings import Settings
from tests.checks.reading import findings, texts
from tests.growth import LINEAR, growth, growths


def found(entry: str, text: str, *better: str) -> list[str]:
    return [match.found for match in find_matches(texts(text), tuple(phrases(entry, better)))]


def offered(entry: str, better: str, text: str) -> list[str]:
    return [match.better[0] for match in find_matches(texts(text), tuple(phrases(entry, (better,))))]


class Describe_a_phrase:
    @pytest.mark.parametrize(
        ("entry", "text", "expected"),
        [
            ("te samen", "Te samen en TE SAMEN", ["Te samen", "TE SAMEN"]),
            ("te samen", "te\nsamen", ["te samen"]),
            ("te samen", "te samenhangend, te-samen, te, samen", []),
            ("samen", "samen-werken en mede-samen", []),
            ("land-, zee en", "de land-, zee en luchtmacht", ["land-, zee en"]),
            ("NL", "NL en nl en Nl", ["NL"]),
            ("Frans geleide", "de Frans geleide en frans geleide", ["Frans geleide"]),
            ("m.b.t.", "m.b.t. de missie, M.B.T. en m.b.t.", ["m.b.t.", "M.B.T.", "m.b.t."]),
            ("(een|de) brief", "de brief en een brief en het brief", ["de brief", "een brief"]),
            ("stabilis*", "stabilisatie en Stabilisering, stabiel", ["stabilisatie", "Stabilisering"]),
            ("operatie stabilis*", "een operatie stabilisering", ["operatie stabilisering"]),
            ("EU operatie*", "EU operaties en eu operaties", ["EU operaties"]),
            ("ngo's", "ngo's en ngo’s", ["ngo's", "ngo’s"]),
            ("ngo", "ngo's", []),
            ("defensie", "www.defensie.nl", []),
            ("defensie", "Dat is defensie. En dit", ["defensie"]),
            ("(oud)", "het (oude) huis", []),
        ],
    )
    def it_matches_whole_words(self, entry, text, expected):
        assert found(entry, text) == expected

    @pytest.mark.parametrize(
        ("entry", "better", "text", "expected"),
        [
            ("te samen", "samen", "Te samen", ["Samen"]),
            ("te samen", "samen", "TE SAMEN", ["SAMEN"]),
            ("te samen", "samen", "te samen", ["samen"]),
            ("EU operatie", "EU-operatie", "EU operatie", ["EU-operatie"]),
            ("stabiliz*", "stabilis*", "Stabilizatie", ["Stabilisatie"]),
            ("(hij|zij) beseft zich", "$1 beseft", "zij beseft zich", ["zij beseft"]),
        ],
    )
    def it_offers_a_form_with_the_same_capitals(self, entry, better, text, expected):
        assert offered(entry, better, text) == expected

    def it_stays_out_of_foreign_terms_and_figures(self):
        assert found("samen", "*samen* en {{ samen }}") == []
        foreign = find_matches(texts("*samen* en {{ samen }}"), tuple(phrases("samen")), foreign=True)
        assert [match.found for match in foreign] == ["samen"]

    def it_needs_a_word(self):
        with pytest.raises(ValueError, match="a word"):
            list(phrases("..."))

    def they_give_the_longest_of_those_that_overlap(self):
        wanted = (*phrases("ten allen"), *phrases("ten allen tijde"), *phrases("tijde"))

        assert [match.found for match in find_matches(texts("ten allen tijde"), wanted)] == [
            "ten allen tijde"
        ]

    def they_are_found_in_linear_time(self):
        """Thousands of phrases over a hundred times the words of a dossier."""
        wanted = tuple(phrase for n in range(4000) for phrase in phrases(f"woord{n} een twee"))

        def many(times: int) -> Texts:
            return texts(*("Een twee woord7 een twee drie. " * times for _ in range(6)))

        assert len(find_matches(many(500), wanted)) == 3000
        assert growth(lambda view: find_matches(view, wanted), many, 250) < LINEAR


def violations(
    text: str | tuple[str, ...], settings: Settings | None = None, **data: object
) -> list[tuple[str, str, str]]:
    typed = {"code": "TST001", "name": "test", "severity": "warning", "summary": "Test", "page": "p", **data}
    rule = make_rule(read_rule(yaml.safe_dump(typed, sort_keys=False).encode()))
    view = texts(*((text,) if isinstance(text, str) else text), settings=settings)
    lines = {each.path: each.lines for each in view.texts}
    return [
        (lines[slip.span.path][slip.span.line - 1][slip.span.column - 1 : slip.span.end_column - 1],
         slip.message.format(), slip.advice.format())
        for slip in findings(rule, view)
    ]  # fmt: skip


class Describe_the_engines:
    def it_finds_what_should_not_be_there(self):
        assert violations(
            "een heel gedoe", engine="existence", entries={"heel": "laat weg", "gedoe": ""}
        ) == [
            ("heel", "«heel» hoort hier niet", "laat weg"),
            ("gedoe", "«gedoe» hoort hier niet", "haal het weg of schrijf iets anders"),
        ]
        assert violations("een heel gedoe", engine="existence", entries=["gedoe"], message="{found}!") == [
            ("gedoe", "gedoe!", "haal het weg of schrijf iets anders")
        ]

    def it_offers_better_forms(self):
        entries = {"te samen": ["samen", "bijeen"], "teveel": {"better": "te veel", "note": "twee woorden"}}
        assert violations("Te samen teveel", engine="preferred_forms", entries=entries) == [
            ("Te samen", "«Te samen» is niet de goede vorm", "schrijf «Samen» of «Bijeen»"),
            ("teveel", "«teveel» is niet de goede vorm", "twee woorden"),
        ]

    def it_leaves_words_in_a_phrase_where_they_are_right(self):
        found = violations(
            "Ga er van uit, van uit Rota.",
            engine="preferred_forms",
            entries={"van uit": "vanuit"},
            unless=["er van uit"],
        )

        assert [each[0] for each in found] == ["van uit"]

    def it_reads_the_passages_that_are_named(self):
        typed = "## gedoe\n\ngedoe"

        assert len(violations(typed, engine="existence", entries=["gedoe"])) == 2
        assert len(violations(typed, engine="existence", entries=["gedoe"], kinds=["heading"])) == 1
        # A loose text may be a nota.
        assert len(violations(typed, engine="existence", entries=["gedoe"], documents=["nota"])) == 2
        assert len(violations(typed, engine="phrases", entries=[{"find": "gedoe"}], kinds=["heading"])) == 1

    def it_asks_for_the_form_used_most(self):
        entries = [["crisisrespons", "crisis-respons"]]
        typed = "Een crisis-respons. De crisisrespons en de crisisrespons."

        assert violations(typed, engine="consistency", entries=entries) == [
            (
                "crisis-respons",
                "«crisis-respons» staat elders als «crisisrespons»",
                "schrijf het overal zoals «crisisrespons», of overal zoals «crisis-respons»",
            )
        ]
        assert violations("crisis-respons en crisis-respons", engine="consistency", entries=entries) == []
        assert (
            violations("crisis-respons en crisisrespons", engine="consistency", entries=entries)[0][0]
            == "crisis-respons"
        )

    def it_compares_a_loose_text_only_with_itself(self):
        entries = [["crisisrespons", "crisis-respons"]]

        assert violations(("crisis-respons", "crisisrespons"), engine="consistency", entries=entries) == []

    def it_finds_phrases(self):
        entries = [{"find": "one=EU|VN two=operatie", "better": "{one}-{two}", "message": "zo niet"}]

        assert violations("Een VN operatie.", engine="phrases", entries=entries) == [
            ("VN operatie", "zo niet", "schrijf «VN-operatie»")
        ]
        assert violations("Een *VN operatie*.", engine="phrases", entries=entries) == []
        assert len(violations("Een *VN operatie*.", engine="phrases", entries=entries, foreign=True)) == 1

    def it_reports_only_the_named_parts_of_a_phrase(self):
        entry = {"find": "de one=missie two=dat in|op"}

        assert [
            each[0] for each in violations("Op de missie dat in.", engine="phrases", entries=[entry])
        ] == ["missie dat"]

    def it_leaves_out_what_is_in_an_exception(self):
        entry = {"find": "teveel", "unless": ["het|een teveel", "teveel aan"], "better": "te veel"}

        def found(typed):
            return [each[2] for each in violations(typed, engine="phrases", entries=[entry])]

        assert found("Dat is teveel.") == ["schrijf «te veel»"]
        assert found("Teveel is het.") == ["schrijf «Te veel»"]
        assert found("Het teveel is terug, teveel aan munitie.") == []

    def it_warns_only_where_a_rule_warns(self):
        entries = [{"find": "thans"}, {"find": "nu", "info": True}, {"find": "jl.", "warnings_only": True}]
        data = {"code": "TST001", "name": "test", "severity": "warning", "summary": "Test", "page": "p"}
        read = texts("Dat is thans zo, en nu, op 3 mei jl. al.")

        def severities(**more: object) -> list[Severity | None]:
            typed = {**data, "engine": "phrases", "entries": entries, **more}
            rule = make_rule(read_rule(yaml.safe_dump(typed).encode()))
            return [slip.severity for slip in rule.check(read)]

        assert severities() == [None, Severity.INFO, None]
        assert severities(warns_in=["rapport"]) == [Severity.INFO, Severity.INFO]

    def it_takes_the_spaces_around_a_mark(self):
        entry = {"find": "{digits} mark=- {digits}", "spaces": True, "better": "-"}

        assert [each[0] for each in violations("van 2 - 4", engine="phrases", entries=[entry])] == [" - "]

    def it_tells_marks_apart_that_phrases_take_for_one(self):
        entry = {"find": "{word}mark=(')s", "typed": "´`"}

        def found(typed):
            return [each[0] for each in violations(typed, engine="phrases", entries=[entry])]

        assert found("foto's en foto’s") == []
        assert found("foto´s en foto`s") == ["´", "`"]

    def it_takes_the_words_in_the_settings(self):
        settings = Settings(words={"TST001": {"gedoe": "werk"}}, accept={"TST001": ("Te samen",)})
        data = {"engine": "preferred_forms", "entries": {"te samen": "samen"}}

        assert [each[0] for each in violations("te samen gedoe", settings, **data)] == ["gedoe"]
        forms = Settings(words={"TST001": {"ad hoc": "ad-hoc"}})
        assert len(violations("ad hoc en ad-hoc", forms, engine="consistency", entries=[])) == 1

    @pytest.mark.parametrize(
        "wrong",
        [{"engine": "magic"}, {"code": "lng1"}, {"extra": 1}, {"entries": [1]}, {"name": "Not Kebab"}],
    )
    def it_refuses_a_file_that_is_wrong(self, wrong):
        typed = {
            "code": "TST001",
            "name": "t",
            "severity": "info",
            "summary": "T",
            "page": "p",
            "engine": "phrases",
        }

        with pytest.raises(msgspec.ValidationError):
            read_rule(yaml.safe_dump(typed | wrong).encode())


def reported(text: str, **lists: object) -> list[str]:
    """Return what a rule of preferred forms with some lists reports."""
    return [word for word, _, _ in violations(text, None, engine="preferred_forms", **lists)]


class Describe_the_lists_of_a_rule:
    def they_have_words_with_a_stroke_where_they_are_split(self):
        assert reported("Met ter tijd mettertijd.", one_word="met/ter/tijd der/halve") == ["Met ter tijd"]

    def they_have_phrases_whose_words_are_joined(self):
        text = "Opdenduur, opden duur, op denduur en op den duur."

        assert reported(text, apart=["op den duur"]) == ["Opdenduur", "opden duur", "op denduur"]

    def they_have_words_of_which_one_is_enough(self):
        text = "Bijna vrijwel, haast bijna, bijna, of vrijwel."

        assert reported(text, synonyms=[["bijna", "vrijwel", "haast"]]) == ["Bijna vrijwel", "haast bijna"]

    def they_have_what_depends_on_the_words_around(self):
        text = "Let aan de brug, let aan de grens."

        assert reported(
            text, entries={"brug": "weg"}, searches=[{"find": "let aan", "unless": "let aan de grens"}]
        ) == ["brug", "Let aan"]

    def their_joined_forms_are_no_words(self):
        """A form that the dictionary has would be right elsewhere, as "opkomst" for "op komst"."""
        rules = {
            code: yaml.load((DATA / "rules" / f"{code}.yml").read_bytes(), yaml.CSafeLoader)
            for code in WORD_RULES
        }
        joined = [
            form
            for rule in rules.values()
            for phrase in rule.get("apart", ())
            for form in joined_forms(phrase)
            if " " not in form
        ]

        assert joined
        assert [form for form in joined if classes_of(form)] == []


class Describe_the_texts_to_translate:
    def they_are_those_that_people_read(self):
        typed = (
            "{code: TST001, name: t, severity: info, engine: existence, summary: Kort, page: lang, "
            "message: Fout, entries: {aa: doe dit, bb: doe dit, cc: doe dat}}"
        )

        found = [text for _, _, text, _ in messages_of_word_rule(BytesIO(typed.encode()), (), (), {})]

        assert found == ["Kort", "Fout", "doe dit", "doe dat"]


ADVERSARIAL = [
    "a",
    "x",
    " ",
    ".",
    "-",
    "aa ",
    "a-",
    "XX ",
    "(",
    "[",
    "[a",
    "<",
    "1",
    "1.",
    "n.t.b",
    '"',
    "'",
    "é ",
    "EU ",
]
WORD_RULES = [rule.code for rule in all_rules() if rule.of_words]
SEARCHES = {code: rule.searches for code in WORD_RULES if (rule := word_rule(code)).searches}


class Describe_the_searches:
    @pytest.mark.parametrize("code", SEARCHES)
    def they_take_linear_time(self, code):
        """Lines of what may be tried in many ways."""
        rule = make_rule(word_rule(code))

        def make(size: int) -> dict[str, Texts]:
            return {piece: texts(f"a{piece * (size // len(piece))}") for piece in ADVERSARIAL}

        def search(piece: str, lines: dict[str, Texts]) -> None:
            deque(rule.check(lines[piece]), 0)

        parts = {piece: partial(search, piece) for piece in ADVERSARIAL}
        assert {piece: times for piece, times in growths(parts, make, 3_000).items() if times >= LINEAR} == {}

    @pytest.mark.parametrize(
        ("find", "needed"),
        [
            ("one=tot two=dat de|het", ("tot dat",)),
            (
                ["{word} verwijst|verwees ... op", "die verwijst {noun}"],
                ("die verwijst", "verwees", "verwijst"),
            ),
            ("*ing van {noun}", ("van",)),
            (["tot dat", "*ing {noun}"], ()),
        ],
    )
    def they_have_words_without_which_nothing_is_found(self, find, needed):
        typed = {"code": "TST001", "name": "test", "severity": "warning", "summary": "Test", "page": "p"}
        rule = read_rule(yaml.safe_dump({**typed, "engine": "phrases", "entries": [{"find": find}]}).encode())

        assert rule.needed == (needed,)

    def they_name_the_parts_that_they_write(self):
        for search in chain.from_iterable(SEARCHES.values()):
            for option in search.phrase.options:
                assert search.better.format(**{item.name: "" for item in option.sequence}) is not None


class Describe_the_compiled_word_rules:
    def they_are_read_anew_when_what_they_were_compiled_with_has_changed(self, monkeypatch):
        """A rule knows which words its searches need, by the classes of words of that time."""
        compiled = word_rule("LNG004")
        monkeypatch.setattr(rule_files, "_checksum", lambda: 0)
        word_rule.cache_clear()
        try:
            read = word_rule("LNG004")
            assert read is not compiled
            assert read == compiled
        finally:
            word_rule.cache_clear()

    def they_are_used_when_nothing_has_changed(self, monkeypatch):
        monkeypatch.setattr(rule_files, "read_rule", None)  # not needed
        word_rule.cache_clear()

        assert word_rule("LNG004").searches
