# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling: words in the dictionaries, words that are right without them, and a machine without Hunspell."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from jvom.analysis import languages
from jvom.checks.rule import INFO, WARNING
from jvom.checks.rules.spelling import dictionary, meant_words
from jvom.checks.rules.spelling.spelling_rules import no_dictionary, unknown_foreign_word, unknown_word
from jvom.checks.rules.spelling.word_formation import is_formed
from jvom.data import DATA
from jvom.settings import Settings
from tests.checks.reading import findings, texts


def words(*typed: str, settings: Settings | None = None) -> list[str]:
    """Return the words that SPL001 reports in texts."""
    return [str(slip.values["word"]) for slip in unknown_word.check(texts(*typed, settings=settings))]


def advice(text: str) -> str:
    (slip,) = findings(unknown_word, texts(text))
    return str(slip.advice.format())


class Describe_a_word:
    @pytest.mark.parametrize(
        "word",
        [
            "opertie",
            "missiegebeid",
            "veiligheidsituatie",
            "onverandert",
            "werdt",
            "commandandten",
            "politeike",
            "verduurzaaming",
        ],
    )
    def it_is_reported_when_it_is_unknown(self, word):
        assert words(f"De {word} van het leger.") == [word]

    @pytest.mark.parametrize(
        "text",
        [
            "De foto's van 's ochtends, zo'n auto en de EU's begroting.",
            "De VN-missie, het LCF-fregat, de ngo's en het F-35-toestel.",
            "De stafonderofficieren in de verslagperiode; de mensenrechtensituatie.",
            "De land- en zeemacht, de wapenexport en -import, trainings- en adviestaken.",
            "Zie blz. 3, nr. 5, jl. vrijdag, d.w.z. Kerstens c.s. en enz.",
            "Zie https://www.rijksoverheid.nl/qwert en naam@qwertz.nl en #xyzzy.",
            "De heer Ojik sprak in Mitrovica met Kurti.",
            "Eén adviseur, twee coördinatoren en de geïnformeerde Kamer.",
            "De (mis)informatie en het beleid(svoornemen).",
            "Het Wagnerleger en het Euratomverdrag.",
            "De Toearegse strijders en een Abchazische stad.",
            "De basis is dun. Basim Razzo woonde in Mosul; een buitenplanse activiteit.",
            "De lastenluwe invoering, het onbeprijsde gebruik en de uitrolbaarheid.",
            "Het opdrachtgeven, de inbeslaggenomen wapens en de leidingaanleg.",
            "Een tweeminutendebat over de tussenbuis, de inleenbedrijven en het menszijn.",
            "De vte’n en de zbo's, en de artt. 187 en 188.",
            "Het voordetachement en de wegverkeersleiders; door al dat geprocedeer wordt de tuin verruigd.",
            "De gehoren, de watertaps en de weggelopenen; een flexbepaling bij een mobiliteitshub.",
            "De uitvoerbaarheidseisen zijn volkshuisvestelijk van belang, net als de uitlegbaarheidsgraad.",
            "De bsn-nummers, de woz-waarde en een hov-verbinding; de bacterie Vibrio cholerae.",
            "Wij willen dat verhógen, met do's en don'ts, zegt hij ‘tweeof (sic) meer’.",
            "Aan raadslid Meinesz, dominee Timens en de leden Bolhuis, Akerboom en Veldmeijer.",
            "Getekend door Herman van Veelen. Volgens Sinwar en Malburgen is dat zo.",
            "Directeur Rafael Grossi, Heideman Holding en het verslag over Careyn.",
        ],
    )
    def but_not_when_it_is_right(self, text):
        assert words(text) == []

    def it_is_right_when_it_is_in_the_settings(self):
        assert words("De qwertz.", settings=Settings(spelling=("Qwertz",))) == []

    def it_is_left_to_a_more_specific_rule(self):
        assert words("De accomodatie, ondermeer, de milities's en de veiligheids situatie.") == []

    def it_is_reported_at_each_place(self):
        assert words("De opertie.", "Een opertie.") == ["opertie", "opertie"]

    def it_is_only_information_when_it_is_english(self):
        (slip,) = findings(unknown_word, texts("De shipment kwam aan."))

        assert slip.severity == INFO
        assert "sterretjes" in slip.advice.format()


class Describe_a_suggestion:
    @pytest.mark.parametrize(
        ("text", "suggested"),
        [
            ("De opertie.", "«operatie»"),
            ("De functionnaris.", "«functionaris»"),
            ("De terrorismebestreiding.", "«terrorismebestrijding»"),
            ("De franse vlag.", "«Franse»"),
            ("De verantwoordelijkheidverdeling.", "«verantwoordelijkheidsverdeling»"),
            ("De aanwezighijd.", "«aanwezigheid»"),
            ("Dit is tezamenmet de staf gedaan.", "«tezamen met»"),
            ("De staf is geevauleerd.", "«geëvalueerd»"),
            ("De Eu-geleide missie.", "«EU-geleide»"),
            ("De milletairen kwamen na de andere militairen.", "«militairen»"),
        ],
    )
    def it_is_the_word_that_was_meant(self, text, suggested):
        assert suggested in advice(text)

    def it_does_not_depend_on_the_clock(self, monkeypatch):
        """Hunspell's own suggestions do."""
        dutch = dictionary.dutch()
        monkeypatch.setattr(
            dutch, "_hunspell", SimpleNamespace(spell=dutch._hunspell.spell, analyze=dutch._hunspell.analyze)
        )

        assert "«aanwezigheid»" in advice("De aanwezighijd.")

    @pytest.mark.parametrize("word", ["remedium", "spotrep", "reïntegranten"])
    def it_is_no_word_by_two_typos_and_no_odd_compound(self, word):
        (slip,) = findings(unknown_word, texts(f"Het {word} kwam aan."))

        assert slip.severity == INFO

    def it_is_the_word_with_the_usual_mistake_corrected_however_many_letters_that_takes(self):
        (slip,) = findings(unknown_word, texts("De wetteleike taak."))

        assert (slip.severity, slip.advice.format()) == (WARNING, "bedoeld is misschien «wettelijke»")

    def it_is_first_what_the_text_uses(self):
        (slip,) = findings(unknown_word, texts("De troepn. De troepen gingen, de troepen kwamen."))

        assert "«troepen»," in slip.advice.format()

    def it_is_given_for_a_limited_number_of_words(self, monkeypatch):
        monkeypatch.setattr(meant_words, "MOST_SUGGESTIONS", 2)
        found = findings(unknown_word, texts("De opertie. De missei. Het mandaaat."))

        assert ["bedoeld" in slip.advice.format() for slip in found] == [True, True, False]


class Describe_a_name:
    def it_is_reported_when_it_is_similar_to_another_name_in_the_text(self):
        found = words("De leider van Hezbollah. In Libanon zit Hezbollah, maar ook Hezbolah.")

        assert found == ["Hezbolah"]

    def it_is_reported_when_it_lacks_an_accent(self):
        assert words("De reis naar Indonesie en Armenie.") == ["Indonesie", "Armenie"]

    def but_not_when_it_is_like_nothing(self):
        assert words("De reis naar Naqoura, met de heer Mashreq.") == []

    def it_needs_no_list_of_persons_where_nothing_like_it_is_known(self, monkeypatch):
        monkeypatch.setattr(languages, "_dictionary", None)  # which is large

        assert words("De eenheid ligt bij Fort Xqwzyvak.") == []


class Describe_a_passage_in_another_language:
    def it_is_not_spell_checked(self):
        text = "The ministers welcomed the agreement between both governments without further questions."

        assert words(text) == []


class Describe_a_compound:
    @pytest.mark.parametrize(
        "word",
        [
            "verslagperiode",
            "missiegebied",
            "stafonderofficier",
            "benzeenvervuiling",
            "subdelegatie",
            "kortgeschoolde",
            "bijgerekend",
            "terugliggende",
            "werkwagens",
            "zuidtoren",
            "onderhoudspad",
            "langetermijndoelen",
            "instrumentalistisch",
        ],
    )
    def it_is_right_when_its_parts_are(self, word):
        assert is_formed(word, dictionary.dutch())

    @pytest.mark.parametrize(
        "word",
        [
            "veiligheidsituatie",
            "opertiegebied",
            "missiegebeid",
            "operatie",
            "x" * 60,
            "resultaaten",
            "gevalen",
            "zonnder",
            "schaatster",
            "wetwijziging",
            "toegelend",
            "toenoemende",
        ],
    )
    def but_not_without_its_s_or_with_a_wrong_part(self, word):
        assert not is_formed(word, dictionary.dutch())

    def it_is_taken_apart_before_the_dictionary_is_asked_for_three_parts_at_once(self, monkeypatch):
        """Hunspell needs a thousand times as long for such a compound as for one of two parts."""
        asked: list[str] = []
        look_up = dictionary.Dictionary._look_up

        def noted(self, word):
            asked.append(word)
            return look_up(self, word)

        monkeypatch.setattr(dictionary.Dictionary, "_look_up", noted)
        monkeypatch.setattr(dictionary.dutch(""), "_known", {})

        assert words("Zij werken in crisisresponsteams en mensenrechtenverdedigers.") == []
        assert "werken" in asked
        assert max(map(len, asked)) < len("crisisresponsteams")


class Describe_an_english_term:
    def it_is_right_in_british_and_american(self):
        text = "De *stabilisation*, *stabilization*, *defence*, *defense*, *programme* en *labour*."

        assert list(unknown_foreign_word.check(texts(text))) == []

    def but_a_typo_in_it_is_found(self):
        (slip,) = findings(unknown_foreign_word, texts("De *Global Counter-terrorsim Forum*."))

        assert "terrorism" in slip.advice.format()


class Describe_a_term_in_another_language:
    def it_needs_no_english_dictionary(self, monkeypatch):
        monkeypatch.setattr(dictionary, "english", None)  # which takes long to load

        assert list(unknown_foreign_word.check(texts("De *Garde républicaine*{lang=fr} is er ook."))) == []


class Describe_a_machine_without_hunspell:
    @pytest.fixture(autouse=True)
    def _without_hunspell(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "hunspell", None)
        for read in (dictionary.dutch, dictionary.english):
            read.cache_clear()
        yield
        for read in (dictionary.dutch, dictionary.english):
            read.cache_clear()

    def it_explains_how_to_install_it(self):
        (slip,) = findings(no_dictionary, texts("De opertie.", "Nog een."))

        assert slip.advice.format() == "voer uit: python -m pip install chunspell"
        assert slip.severity == INFO

    def it_reports_no_words(self):
        assert words("De opertie.") == []
        assert list(unknown_foreign_word.check(texts("De *awarness*."))) == []


@pytest.fixture(scope="module")
def typed():
    return dictionary.Dictionary(DATA / "dictionary", "nl")


class Describe_the_compiled_dictionary:
    """Its letters are one byte each; it says of each word what the dictionary itself says."""

    def it_has_the_same_words(self, typed):
        lines = (DATA / "dictionary/nl.dic").read_text(encoding="utf-8").split("\n")[1:]
        entries = [line.partition("/")[0] for line in lines]
        rare = [each for each in entries if not each.isascii()]
        inflected = (
            (DATA / "lexicon.table").read_text(encoding="utf-8", errors="replace").split()[-99_999::99]
        )
        asked = [*entries[::40], *rare[::3], *inflected]
        asked += [change(each) for each in asked[::4] for change in (str.upper, str.title, str.lower)]
        # Compounds, some of which are wrong, and typos.
        asked += [one + two for one, two in zip(entries[::90], reversed(entries[::90]), strict=True)]
        asked += [each[:2] + each[3:] for each in asked[::5]]

        assert [each for each in asked if typed.has(each) != dictionary.dutch().has(each)] == []

    @pytest.mark.parametrize(
        "word", ["ĳs", "ijs", "IJsland", "IJSLAND", "CO₂", "€10-biljet", "foto’s", "Þing", "þs", "foto´s",
                 "C0¢", "¤10-biljet", "Ełk", "VN-vredesmissie", "Frans-Duits", "oppervlaktewateren"]
    )  # fmt: skip
    def it_has_no_stand_ins_of_letters_as_letters(self, word, typed):
        assert dictionary.dutch().has(word) == typed.has(word)
        assert dictionary.dutch().lists(word) == typed.lists(word)


class Describe_a_dictionary_of_the_house:
    def it_is_read_instead(self, tmp_path):
        (tmp_path / "nl.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (tmp_path / "nl.dic").write_text("2\nDe\nqwertz\n", encoding="utf-8")

        assert words("De qwertz operatie.", settings=Settings(dictionary=str(tmp_path))) == ["operatie"]

    def it_is_reported_when_it_is_missing(self, tmp_path):
        (slip,) = findings(no_dictionary, texts("De.", settings=Settings(dictionary=str(tmp_path / "weg"))))

        assert "weg/nl.dic" in slip.message.format()
        assert slip.severity == WARNING
