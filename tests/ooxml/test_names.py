# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.ooxml.names import NAMESPACES, STRICT, declaration, qn, qnames, transitional


class Describe_qn:
    def it_gives_the_name_that_lxml_has(self):
        root = etree.fromstring(f"<w:p{declaration('w')}/>")

        assert qn("w:p") == root.tag

    def it_names_many_at_once(self):
        assert qnames("w:p m:t") == (qn("w:p"), qn("m:t"))

    def it_refuses_a_prefix_that_nobody_declared(self):
        with pytest.raises(KeyError):
            qn("x:p")


class Describe_declaration:
    def it_declares_each_prefix(self):
        root = etree.fromstring(f"<w:p{declaration('w', 'r')}/>")

        assert root.nsmap == {prefix: NAMESPACES[prefix] for prefix in ("w", "r")}


class Describe_transitional:
    def it_gives_a_strict_part_the_usual_namespaces(self):
        strict = (
            f'<w:p xmlns:w="{STRICT}wordprocessingml/main" xmlns:m="{STRICT}officeDocument/math"'
            f' xmlns:r="{STRICT}officeDocument/relationships" xmlns:a="{STRICT}drawingml/main"'
            f' xmlns:wp="{STRICT}drawingml/wordprocessingDrawing"/>'
        )

        found = etree.fromstring(transitional(strict.encode())).nsmap

        assert found == {prefix: NAMESPACES[prefix] for prefix in ("w", "m", "r", "a", "wp")}

    def it_leaves_other_parts_as_they_are(self):
        part = f"<w:p{declaration('w')}/>".encode()

        assert transitional(part) is part
