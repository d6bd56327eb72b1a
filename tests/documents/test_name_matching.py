# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jvom.documents.name_matching import find_all, occurs_in, plain, searchable
from jvom.documents.spellings import spellings


def is_in(words: str, *texts: str) -> bool:
    return occurs_in(spellings(words), searchable(texts))


class Describe_plain:
    @given(st.text(), st.text())
    def it_knows_words_by_letters_and_digits(self, one: str, other: str) -> None:
        assume("%" not in one + other)
        assert plain(plain(one)) == plain(one)
        assert plain(f"{one} {other}").startswith(plain(one))

    @pytest.mark.parametrize(
        ("typed", "form"),
        [("J. de Vries", "j-de-vries"), ("Müller-Łuk", "muller-luk"), ("%4a.%20de%20Vries", "j-de-vries"),
         ("  06 - 1234 5678 ", "06-1234-5678"), ("De\u00adVries", "devries"), ("语言", "语言"),
         ("٠٦-٩٨", "06-98"), ("Sørensen", "sorensen"),
         ("%254a.%2520Vries", "j-vries")],
    )  # fmt: skip
    def it_reads_as_people_and_addresses_do(self, typed: str, form: str) -> None:
        assert plain(typed) == form


class Describe_occurs:
    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("J.M. de Vries", "volgens J. M. de Vries is"),
            ("J.M. de Vries", "volgens JM de Vries is"),
            ("JM de Vries", "volgens J.M. de Vries is"),
            ("Karel de Vries", "mailto:kareldevries@mindef.nl"),
            ("Karel de Vries", "https://www.defensie.nl/KarelDeVries/foto"),
            ("06-98237465", "06 9823 7465"),
            ("06-98237465", "+31 6 98 23 74 65"),
            ("06-98237465", "+31 (0)6-98237465"),
            ("+31698237465", "(06) 98237465"),
            ("0031 70 318 7320", "070-3187320"),
            ("NL91 ABNA 0417 1643 00", "nl91abna0417164300"),
            ("NL91ABNA0417164300", "rekening NL91 ABNA 0417 1643 00."),
            ("NL91ABNA0417164300", "NL91.ABNA.0417.1643.00"),
            ("Bakkema", "volgens Bakkemas brief"),
            ("Bakkema", "volgens Bakkema’s brief"),
            ("J. Bakkema’s", "J. Bakkema zei"),
            ("Karel Bakkema", "Karel Bakkemas brief"),
            ("Sørensen", "Sorensen"),
            ("Sørensen", "Soerensen"),
            ("Sørensen", "mailto:k.sorensen@mindef.nl"),
            ("Soerensen", "Sørensen"),
            ("Müller", "Mueller"),
            ("Mueller", "Müller"),
            ("Łukasz Żółć", "lukasz.zolc@mindef.nl"),
            ("Aðalsteinn", "Adalsteinn"),
            ("Þórsson", "Thorsson"),
            ("J. de Vries", "Vries, J. de"),
            ("J. de Vries", "de Vries, J."),
            ("J.M. de Vries", "Vries, JM de"),
            ("Karel van den Berg", "Berg, van den, Karel"),
            ("Karel van den Berg", "Berg, Karel van den"),
            ("Vries, J. de", "J. de Vries"),
            ("de heer J. de Vries", "J. de Vries"),
            ("mevrouw drs. K. Bakkema", "Bakkema, K."),
            ("3 mei 1980", "3-5-1980"),
            ("3 mei 1980", "03-05-1980"),
            ("3 mei 1980", "1980-05-03"),
            ("3-5-1980", "3 mei 1980"),
            ("3 mei 1980", "3/5/80"),
            ("1980-05-03", "May 3, 1980"),
            ("31-12-1980", "31 december 1980"),
            ("j.devries@mindef.nl", "j.devries(at)mindef.nl"),
            ("j.devries@mindef.nl", "j.devries [at] mindef [dot] nl"),
            ("j.devries@mindef.nl", "j.devries at mindef punt nl"),
            ("j.devries(at)mindef.nl", "mailto:j.devries@mindef.nl"),
            ("j.devries@mindef.nl", "J.DeVries @ mindef.nl"),
            ("06-98237465", "٠٦-٩٨٢٣٧٤٦٥"),
            ("06-98237465", "06-98237465"),
            ("123456789", "1234.56.789"),
            ("2511 CB", "2511CB"),
            ("2511CB", "te 2511 CB Den Haag"),
            ("Karel de Vries", "K. de Vries"),
            ("Karel de Vries", "Vries, K. de"),
            ("Vries, Karel de", "K. de Vries"),
            ("Karel Bakkema", "Bakkema K."),
            ("Karel Maria van den Berg", "KM van den Berg"),
            ("Karel Maria van den Berg", "K. Maria van den Berg"),
            ("de heer Karel Bakkema", "K. Bakkema"),
            ("Karel de Vries", "Karel de\u00ad Vries"),
            ("Karel de Vries", "K a r e l de Vries"),
            ("Karel de Vries", "Karel%2520de%2520Vries"),
        ],
    )
    def it_finds_other_writings(self, words: str, text: str) -> None:
        assert is_in(words, text)

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("De Weg", "een deweg"),
            ("Van der Es", "het loopt van de res tot hier"),
            ("41-26", "in totaal 4.126 mensen"),
            ("06-98237465", "06-982374651"),
            ("Karel de Vries", "Karel de Vriesland"),
            ("J. Smit", "aj-smit"),
            ("is ziek", "ziek is"),
            ("1 mei 1980", "11 mei 1980"),
            ("Bakkema", "Bakkemans"),
            ("Karel Bakkema", "B. Bakkema"),
            ("Karel Bakkema", "Karel B."),
            ("2511 CB", "12511 CB"),
        ],
    )
    def it_does_not_match_other_words(self, words: str, text: str) -> None:
        assert not is_in(words, text)

    def it_does_not_run_from_one_text_into_the_next(self) -> None:
        assert not is_in("Karel de Vries", "Karel de", "Vries")
        assert not is_in("06-98237465", "06", "98237465")

    @given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
    def it_finds_what_is_there(self, words: str, before: str, after: str) -> None:
        assume(plain(words) and "%" not in before + words + after)
        assert is_in(words, f"{before} {words} {after}")


class Describe_found_in:
    def it_gives_the_places(self) -> None:
        written = "-bel-06-98-23-74-65-of-0031698237465-vandaag-"
        spans = [written[start:end] for start, end in find_all(spellings("06-98237465"), written)]
        assert spans == ["06-98-23-74-65", "0031698237465"]

    @given(st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True))
    def it_finds_a_form_itself(self, form: str) -> None:
        assert (1, len(form) + 1) in set(find_all((form,), f"-{form}-"))
