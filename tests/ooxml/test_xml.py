# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.ooxml.tree import VAL, text_of
from jvom.ooxml.xml import IllFormedError, escape, parse, quote, serialized, well_formed


class Describe_escape:
    def it_gives_text_that_reads_back_the_same(self):
        text = 'Zr.Ms. "Tromp" & co <1>'
        [element] = parse(f"<w:t>{escape(text)}</w:t>")

        assert text_of(element) == text


class Describe_quote:
    @pytest.mark.parametrize("text", ['a "b" & <c>', "a\tb\nc\rd", "é – ’"])
    def it_gives_an_attribute_that_reads_back_the_same(self, text):
        [element] = parse(f"<w:name w:val={quote(text)}/>")

        assert element.get(VAL) == text


class Describe_parse:
    @pytest.mark.parametrize("char", ["\x00", "\x01", "\x1f", "\ufffe", "\ud800"])
    def it_refuses_what_xml_cannot_hold(self, char):
        with pytest.raises(IllFormedError):
            parse(f"<w:t>a{char}b</w:t>")

    def it_refuses_markup_that_does_not_close(self):
        with pytest.raises(IllFormedError, match="no XML"):
            parse("<w:p>")


class Describe_well_formed:
    def it_passes_on_what_is_well_formed(self):
        assert list(well_formed([b"<a><b>", b"</b></a>"])) == [b"<a><b>", b"</b></a>"]

    @pytest.mark.parametrize("segments", [[b"<a><b>", b"</a>"], [b"<a>"], [b"<w:a/>"], []])
    def it_refuses_what_is_not(self, segments):
        with pytest.raises(IllFormedError):
            list(well_formed(segments))


class Describe_serialized:
    def it_declares_what_word_expects(self):
        [element] = parse("<w:t>é</w:t>")

        assert serialized(element).startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
        assert "é".encode() in serialized(element)
