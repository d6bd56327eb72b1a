# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import importlib.util
import os

import pytest
from msgspec.structs import replace

from jvom.layout import soffice
from jvom.layout.engines import lay_out
from jvom.layout.estimate import estimate
from jvom.layout.exact import lay_out as lay_out_exactly
from jvom.layout.fonts import typeface
from jvom.layout.result import Job
from jvom.layout.surroundings import Surroundings
from jvom.source import CannotRun
from tests.layout.plans import chapter, lines, section, small, variants

CHAPTERS = small(chapter(1), lines(60), section("1.1"), lines(30), chapter(2), lines(3))
PAGES = {"_Ref_hoofdstuk_1": 3, "_Ref_paragraaf_1_1": 4, "_Ref_hoofdstuk_2": 5}


@pytest.fixture
def nothing(tmp_path, monkeypatch) -> Surroundings:
    """A machine without LibreOffice."""
    monkeypatch.setattr(soffice, "PLACES", ())
    return Surroundings(search_path=str(tmp_path), environment=dict(os.environ), cache=tmp_path / "cache")


@pytest.fixture
def complete(soffice, tmp_path) -> Surroundings:
    return Surroundings(
        search_path="", environment=dict(os.environ), cache=tmp_path / "cache", soffice=soffice
    )


def without(monkeypatch, *libraries: str) -> None:
    """Pretend that these libraries are not installed."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, package=None: None if name in libraries else find(name, package),
    )


class Describe_lay_out:
    def it_uses_libreoffice_when_it_is_installed(self, complete, template):
        laid = lay_out([Job(CHAPTERS, template)], "auto", complete)

        assert (laid.engine, laid.pages["rapport"], laid.reasons) == ("exact", PAGES, ())

    def it_estimates_when_it_is_not(self, nothing, template):
        laid = lay_out([Job(CHAPTERS, template)], "auto", nothing)

        assert (laid.engine, laid.pages["rapport"]) == ("estimate", PAGES)
        assert [str(reason.what) for reason in laid.reasons] == ["LibreOffice is niet geïnstalleerd"]

    def it_estimates_without_pikepdf(self, complete, template, monkeypatch):
        without(monkeypatch, "pikepdf")
        laid = lay_out([Job(CHAPTERS, template)], "auto", complete)

        assert (laid.engine, laid.pages["rapport"]) == ("estimate", PAGES)
        assert [str(reason.span) for reason in laid.reasons] == ["--pages"]

    def it_estimates_when_asked(self, complete, template):
        laid = lay_out([Job(CHAPTERS, template)], "estimate", complete)

        assert (laid.engine, laid.pages["rapport"]) == ("estimate", PAGES)
        assert not (complete.cache or complete).exists()

    def it_fails_when_exact_was_asked_and_is_impossible(self, nothing, template):
        with pytest.raises(CannotRun, match="LibreOffice is niet geïnstalleerd"):
            lay_out([Job(CHAPTERS, template)], "exact", nothing)

    def it_fails_without_pikepdf_when_exact_was_asked(self, complete, template, monkeypatch):
        without(monkeypatch, "pikepdf")
        with pytest.raises(CannotRun, match="pikepdf"):
            lay_out([Job(CHAPTERS, template)], "exact", complete)

    def it_makes_no_pdf_of_an_estimate(self, complete, template):
        with pytest.raises(CannotRun, match="geen PDF"):
            lay_out([Job(CHAPTERS, template)], "estimate", complete, with_pdf=True)

    @pytest.mark.parametrize("choice", ["auto", "exact"])
    def it_says_why_no_pdf_can_be_made(self, nothing, template, choice):
        with pytest.raises(CannotRun, match="LibreOffice is niet geïnstalleerd"):
            lay_out([Job(CHAPTERS, template)], choice, nothing, with_pdf=True)

    def it_starts_nothing_when_no_document_has_contents(self, nothing, template):
        letter = replace(CHAPTERS, blocks={**CHAPTERS.blocks, "inhoud": ()})
        laid = lay_out([Job(letter, template)], "auto", nothing)

        assert (laid.pages, laid.reasons) == ({}, ())


class Describe_the_estimate_against_libreoffice:
    """docs/layout.md has the figures of all variants; these are the limits for them."""

    @pytest.mark.parametrize("place", [1, 2, 3])
    def it_is_close(self, report, template, office, cache, place):
        name, document = list(variants(report))[place]

        exact = lay_out_exactly([Job(document, template)], office, cache, with_pdf=False).pages["rapport"]
        guessed = estimate(document, template).pages

        right = sum(guessed[bookmark] == page for bookmark, page in exact.items())
        within_one = sum(abs(guessed[bookmark] - page) <= 1 for bookmark, page in exact.items())
        assert right >= 0.8 * len(exact), name
        assert within_one >= 0.98 * len(exact), name


class Describe_typeface:
    def it_prefers_verdana(self, tmp_path):
        folder = tmp_path / ".fonts" / "kern"
        folder.mkdir(parents=True)
        for name in ("Verdana.ttf", "verdanab.TTF", "verdanai.ttf", "verdanaz.ttf", "verdanax.ttf"):
            (folder / name).write_bytes(b"")

        found = typeface({"HOME": str(tmp_path)})

        assert [path.name for path in found] == [
            "Verdana.ttf",
            "verdanab.TTF",
            "verdanai.ttf",
            "verdanaz.ttf",
        ]
