# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.persons."""

from __future__ import annotations

import pytest

from jvom.analysis.persons import find_full_names, find_persons, find_surnames, read_person
from tests.checks.reading import passage
from tests.growth import LINEAR, growth


class Describe_persons:
    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("Door drs. J.P. van den Berg.", ("drs.", "J.P.", "", "van den Berg")),
            ("Door H. Smit-Bakker (bz).", ("", "H.", "", "Smit-Bakker")),
            ("Kolonel B. in 't Veld belde.", ("", "B.", "", "in 't Veld")),
            ("Aan mr. Anna Maria van Dam.", ("mr.", "", "Anna Maria", "van Dam")),
            ("Met Ch. D’Hondt nog.", ("", "Ch.", "", "D’Hondt")),
        ],
    )
    def they_have_initials_or_a_title(self, text, parts):
        (person,) = find_persons(passage(text))

        assert (person.titles, person.initials, person.given, person.surname) == parts

    @pytest.mark.parametrize("text", ["Zie art. 3.", "In Mali. Toen", "Het F.-16 plan", "De A.B. was er."])
    def but_not_every_full_stop_belongs_to_one(self, text):
        assert find_persons(passage(text)) == ()

    def they_may_have_a_first_name(self):
        found = find_full_names(passage("Contactpersoon is Pieter-Jan Bakker, met de Kamer."))

        assert [(person.given, person.surname) for person in found] == [("Pieter-Jan", "Bakker")]

    def they_may_have_a_surname_only(self):
        found = find_surnames(passage("De heer van der Meer."))

        assert "van der Meer" in [person.surname for person in found]

    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("drs. J. Bakker", ("drs.", "J.", "", "Bakker")),
            ("Anna de Vries", ("", "", "Anna", "de Vries")),
            ("De Vries", ("", "", "", "De Vries")),
        ],
    )
    def they_are_read_from_a_name(self, name, form):
        person = read_person(name)

        assert person is not None
        assert (person.titles, person.initials, person.given, person.surname) == form

    @pytest.mark.parametrize("name", ["", "…", "-", "de"])
    def but_not_from_what_is_none(self, name):
        assert read_person(name) is None

    @pytest.mark.parametrize("unit", ["A. ", "van ", "J. van ", "Aa ", "mr. ", "A-", "'t "])
    def they_are_found_in_linear_time(self, unit):
        def find(typed):
            return find_persons(typed), find_full_names(typed), find_surnames(typed)

        assert growth(find, lambda size: passage(f"Ja {unit * size}"), 300) < LINEAR
