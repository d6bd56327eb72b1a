# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import pytest

from jvom.ooxml import archive
from jvom.source import CannotRun, Span
from jvom.word.safety import safe_parts
from tests.word.shorthand import PORTRAIT, p, package_members, rels, report_members, section, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
DIGITAL = "http://schemas.openxmlformats.org/package/2006/relationships"
CODE = "een macro, een besturingselement of een toetsencombinatie"
SPAN = Span("templates/rapport.docx")
Members = dict[str, str | bytes]
END_OF_FIELD = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def problems(data: bytes) -> list[tuple[str, str]]:
    """Return message and advice of each problem with the file."""
    with pytest.raises(CannotRun) as refusal:
        safe_parts(data, SPAN)
    assert all(problem.span == SPAN for problem in refusal.value.problems)
    return [(str(problem.what), str(problem.advice)) for problem in refusal.value.problems]


def messages(members: Mapping[str, str | bytes]) -> list[str]:
    return [what for what, _ in problems(zipped(members))]


def with_relation(kind: str, target: str, *, external: bool) -> Members:
    members = report_members()
    mode = ' TargetMode="External"' if external else ""
    full = kind if ":" in kind else f"{OFFICE}/{kind}"
    part = "word/_rels/document.xml.rels"
    entry = f'<Relationship Id="x" Type="{full}" Target="{target}"{mode}/></Relationships>'
    members[part] = str(members[part]).replace("</Relationships>", entry)
    return members


class Describe_a_safe_file:
    def it_is_given_part_by_part(self):
        main, roots = safe_parts(zipped(report_members()), SPAN)

        assert main == "word/document.xml"
        assert {"word/styles.xml", "word/header.xml", "_rels/.rels"} <= roots.keys()

    def it_may_have_plain_links(self):
        members = with_relation("hyperlink", "https://www.rijksoverheid.nl", external=True)

        assert safe_parts(zipped(members), SPAN)[0] == "word/document.xml"

    def it_may_have_fields_of_the_document_itself(self):
        body = p('<w:fldSimple w:instr=" PAGE "/>') + section(PORTRAIT)

        assert safe_parts(zipped(package_members(body)), SPAN)[0] == "word/document.xml"


class Describe_a_file_that_is_no_template:
    @pytest.mark.parametrize("data", [b"", b"PK", b"Beste lezer,", b"PK\x03\x04" + b"\0" * 100, b"%PDF-1.7"])
    def it_is_a_file_that_is_not_a_zip(self, data):
        assert problems(data) == [
            ("het sjabloon is geen Word-document", "sla het in Word opnieuw op als Word-document (.docx)")
        ]

    def it_is_a_zip_without_a_document(self):
        assert messages({"a.txt": "a"}) == ["het sjabloon is geen Word-document"]
        assert messages({"[Content_Types].xml": "<Types/>", "_rels/.rels": rels()}) == [
            "het sjabloon is geen Word-document"
        ]

    def it_is_a_file_with_a_password(self):
        compound = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")

        assert problems(compound) == [
            ("het sjabloon is met een wachtwoord versleuteld", "haal in Word het wachtwoord weg")
        ]

    def it_is_an_encrypted_zip(self):
        data = bytearray(zipped(report_members()))
        directory = data.index(b"PK\x01\x02")
        data[directory + 8] |= 1

        assert problems(bytes(data))[0][0] == "het sjabloon is met een wachtwoord versleuteld"

    def it_is_a_file_of_an_old_word(self):
        assert problems(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 500)[0][0] == (
            "het sjabloon is een Word-bestand van vóór 2007"
        )

    def it_is_a_damaged_zip(self):
        data = bytearray(zipped(report_members()))
        place = data.index(b"word/document.xml") + 200
        data[place : place + 40] = b"\xff" * 40

        assert problems(bytes(data))[0][0] == "het zip-bestand is beschadigd"

    def it_is_a_zip_in_an_unknown_packing(self):
        data = bytearray(zipped({"a.xml": "<a/>"}))
        directory = data.index(b"PK\x01\x02")
        data[8] = data[directory + 10] = 99

        assert problems(bytes(data))[0][0] == "het zip-bestand is beschadigd"

    @pytest.mark.parametrize(
        ("kind", "complaint"),
        [
            (
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "onderdeel «word/document.xml» is een macro",
            ),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                "geen Word-document",
            ),
        ],
    )
    def it_is_another_kind_of_document(self, kind, complaint):
        members = report_members()
        members["[Content_Types].xml"] = str(members["[Content_Types].xml"]).replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind
        )

        assert complaint in messages(members)[0]

    def it_is_strict_open_xml(self):
        members = report_members()
        strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
        members["_rels/.rels"] = rels(("rId1", strict, "word/document.xml"))

        assert messages(members) == ["het sjabloon is in «Strict Open XML» opgeslagen"]

    def it_is_a_package_that_refers_to_a_part_it_lacks(self):
        assert messages(with_relation("image", "media/x.png", external=False)) == [
            "onderdeel «media/x.png» ontbreekt, al wordt ernaar verwezen"
        ]

    @pytest.mark.parametrize(
        ("part", "old", "new"),
        [
            ("[Content_Types].xml", 'PartName="', 'Part="'),
            ("[Content_Types].xml", "content-types", "types"),
            ("word/_rels/document.xml.rels", 'Id="', 'id="'),
            ("word/_rels/document.xml.rels", 'Type="', 'Kind="'),
        ],
    )
    def it_is_a_package_without_what_is_required(self, part, old, new):
        members = report_members()
        assert old in str(members[part])
        members[part] = str(members[part]).replace(old, new)

        assert f"onderdeel «{part}» is beschadigd" in messages(members)

    def it_is_a_package_with_two_relationships_of_one_name(self):
        members = report_members()
        part = "word/_rels/document.xml.rels"
        before, _, last = str(members[part]).rpartition("<Relationship ")
        entry = last.partition("/>")[0]
        members[part] = f"{before}<Relationship {entry}/><Relationship {last}"

        assert f"onderdeel «{part}» is beschadigd" in messages(members)

    @pytest.mark.parametrize("kind", ["header", "styles"])
    def it_is_a_package_with_a_part_of_another_type(self, kind):
        members = report_members()
        types = str(members["[Content_Types].xml"])
        members["[Content_Types].xml"] = types.replace(f"wordprocessingml.{kind}+xml", "x+xml")

        assert messages(members) == [f"onderdeel «{kind}.xml» heeft een ander type dan zijn relatie"]

    def it_is_a_document_that_uses_a_relationship_it_lacks(self):
        body = p('<w:hyperlink r:id="rId99"/>') + section(PORTRAIT)

        assert messages(package_members(body)) == ["onderdeel «word/document.xml» mist zijn relatie «rId99»"]

    @pytest.mark.parametrize(
        "part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"]
    )
    def it_is_a_package_with_a_part_that_is_not_xml(self, part):
        members = report_members()
        members[part] = "<w:document>"

        assert f"onderdeel «{part}» is geen geldige XML" in messages(members)


class Describe_a_template_that_may_do_harm:
    def it_has_a_part_that_unpacks_too_large_for_its_packing(self):
        members = report_members()
        members["word/media/a.bin"] = b"\0" * 3_000_000

        [(what, advice)] = problems(zipped(members))

        assert what == "onderdeel «word/media/a.bin» wordt uitgepakt 3 MB groot: dit kan een zipbom zijn"
        assert "vertrouwde herkomst" in advice

    def it_has_a_part_that_is_too_large(self, monkeypatch):
        monkeypatch.setattr(archive, "LARGEST_PART", 1_000)

        assert "zipbom" in messages(report_members())[0]

    def it_has_a_whole_that_is_too_large(self, monkeypatch):
        monkeypatch.setattr(archive, "LARGEST_TOTAL", 1_000)

        assert "te groot" in messages(report_members())[0]

    def it_has_too_many_parts(self, monkeypatch):
        monkeypatch.setattr(archive, "MOST_PARTS", 5)

        assert "te groot" in messages(report_members())[0]

    def it_has_a_false_size_in_its_directory(self):
        """No more is unpacked than the directory says; a part that is longer is damaged."""
        data = bytearray(zipped({"a.xml": b"<a>" + b"x" * 5_000_000 + b"</a>"}))
        directory = data.index(b"PK\x01\x02")
        data[directory + 24 : directory + 28] = struct.pack("<I", 10)

        assert problems(bytes(data))[0][0] == "het zip-bestand is beschadigd"

    @pytest.mark.parametrize("name", ["../x.xml", "/x.xml", "word/../../x.xml", "word\\..\\x.xml"])
    def it_has_a_part_that_points_outside(self, name):
        members = report_members()
        members[name] = "<x/>"

        assert any("wijst buiten het sjabloon" in what for what in messages(members))

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def it_has_two_parts_with_one_name(self):
        file = io.BytesIO(zipped(report_members()))
        with zipfile.ZipFile(file, "a") as opened:
            opened.writestr("word/document.xml", "<a/>")

        assert problems(file.getvalue())[0][0] == "het sjabloon heeft twee onderdelen met dezelfde naam"

    @pytest.mark.parametrize(
        "dtd",
        [
            '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def it_has_a_part_with_a_dtd(self, dtd, encoding):
        members = report_members()
        members["word/document.xml"] = f'<?xml version="1.0" encoding="{encoding}"?>{dtd}<x>x</x>'.encode(
            encoding
        )

        [(what, _)] = problems(zipped(members))

        assert what == "onderdeel «word/document.xml» heeft een DTD, die van buiten kan laden"

    def it_has_a_part_with_a_dtd_that_no_parser_gets_to_see(self):
        members = {**report_members(), "word/document.xml": "<!DOCTYPE x [<!ENTITY "}

        [(what, _)] = problems(zipped(members))

        assert what == "onderdeel «word/document.xml» heeft een DTD, die van buiten kan laden"

    @pytest.mark.parametrize(
        ("kind", "target", "complaint"),
        [
            (
                "image",
                "http://example.com/spion.png",
                "laadt iets van buiten (image): http://example.com/spion.png",
            ),
            ("oleObject", "file:///x.xls", "het is een ingevoegd object of bestand"),
            ("frame", "http://example.com", "laadt iets van buiten (frame)"),
            (
                "attachedTemplate",
                "file:///C:/Ministerie.dotx",
                "hangt een ander sjabloon: file:///C:/Ministerie.dotx",
            ),
        ],
    )
    def it_has_a_part_that_loads_from_outside(self, kind, target, complaint):
        assert complaint in messages(with_relation(kind, target, external=True))[0]

    @pytest.mark.parametrize(
        ("kind", "what"),
        [
            (f"{MICROSOFT}/2006/relationships/vbaProject", CODE),
            (f"{MICROSOFT}/2006/relationships/keyMapCustomizations", CODE),
            ("control", CODE),
            ("aFChunk", "een tekst die van buiten is ingevoegd"),
            ("subDocument", "een tekst die van buiten is ingevoegd"),
            ("oleObject", "een ingevoegd object of bestand"),
            ("package", "een ingevoegd object of bestand"),
            ("chart", "een grafiek of diagram, met de gegevens erachter"),
            (f"{MICROSOFT}/2006/relationships/ui/extensibility", "een aangepast lint"),
            (f"{MICROSOFT}/2007/relationships/ui/extensibility", "een aangepast lint"),
            (f"{MICROSOFT}/2011/relationships/webextensiontaskpanes", "een web-invoegtoepassing"),
            (f"{DIGITAL}/digital-signature/origin", "een handtekening van een eerdere versie"),
            ("recipientData", "een samenvoegbestand"),
            ("http://voorbeeld.nl/2040/robot", "iets dat jvom niet kent (robot)"),
        ],
    )
    def it_has_a_part_that_does_not_belong_in_it(self, kind, what):
        members = with_relation(kind, "vbaProject.xml", external=False)
        members["word/vbaProject.xml"] = "<x/>"

        assert messages(members) == [f"onderdeel «vbaProject.xml» hoort niet in een sjabloon: het is {what}"]

    @pytest.mark.parametrize(
        "field",
        [
            '<w:fldSimple w:instr=" INCLUDETEXT &quot;x&quot;"/>',
            "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (" DDE", "AUTO x"))
            + END_OF_FIELD,
        ],
    )
    def it_has_a_field_that_loads_or_starts_something(self, field):
        [what] = messages(package_members(p(field) + section(PORTRAIT)))

        assert "dat iets van buiten haalt of start" in what

    def it_has_changes_that_someone_made(self):
        change = '<w:ins w:id="1" w:author="J. Jansen"><w:r/></w:ins>'

        assert messages(package_members(p(change) + section(PORTRAIT))) == [
            "onderdeel «word/document.xml» heeft bijgehouden wijzigingen"
        ]

    def it_has_all_its_faults_reported_at_once(self):
        members = with_relation("image", "http://example.com/a", external=True)
        members["word/_rels/header.xml.rels"] = rels(("rId1", "image", "http://b"), external=("http://b",))

        assert len(messages(members)) == 2
