# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages as LibreOffice prints them, beside approved pictures. `pytest tests/golden --renew` draws these
anew: look at each before you commit.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from jvom.documents.dossier import documents
from jvom.layout.cache import Cache
from jvom.layout.conversion import convert
from jvom.layout.exact import lay_out
from jvom.layout.result import Job, Layout
from jvom.layout.soffice import Office, find_office
from jvom.plan import Document
from jvom.word.template import open_template
from tests.contents import read_dossier
from tests.golden.pages import difference, drawn, keep, side_by_side
from tests.golden.test_golden import every_form

APPROVED = Path(__file__).parent / "pages"
MADE_WITH = APPROVED / "gemaakt-met.txt"
NAMES = (
    "brief-eerste-kamer",
    "brief-tweede-kamer",
    "nota",
    "rapport",
    "concept-brief-eerste-kamer",
    "openbaar-nota",
    "openbaar-rapport",
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def office(soffice: Path, cache: Cache) -> Office:
    return find_office(os.environ["PATH"], os.environ, cache, program=soffice, processes=2)


@pytest.fixture(scope="module")
def laid(office: Office, cache: Cache, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The dossier with every form of text: the four documents, a draft, and those with bars."""
    dossier = read_dossier(every_form(tmp_path_factory.mktemp("dossier")), 2025)
    plans = [
        *documents(dossier),
        *named("concept", documents(dossier, ("brief-eerste-kamer",), draft=True)),
        *named("openbaar", documents(dossier, ("nota", "rapport"), public=True)),
    ]
    folder = project / "templates"
    jobs = [Job(each, open_template(folder / f"{each.template}.docx")) for each in plans]
    return lay_out(jobs, office, cache, with_pdf=True)


def named(kind: str, plans: Sequence[Document]) -> list[Document]:
    return [replace(each, file=f"{kind}-{each.file}") for each in plans]


def approved(name: str) -> list[Image.Image]:
    """Return the approved pictures of a document, in the order of its pages."""
    paths = sorted(APPROVED.glob(f"{name}-[0-9][0-9].png"))
    return [Image.open(path).convert("L") for path in paths]


def renew(name: str, pages: Sequence[Image.Image], office: Office) -> None:
    for path in APPROVED.glob(f"{name}-[0-9][0-9].png"):
        path.unlink()
    for number, page in enumerate(pages, 1):
        keep(page, APPROVED / f"{name}-{number:02}.png")
    MADE_WITH.write_text(f"LibreOffice {office.version}\n", encoding="utf-8")


def where_they_differ(name: str, pages: Sequence[Image.Image], folder: Path) -> list[str]:
    """Return the differences in a document, and write a picture of each differing page to `folder`."""
    right = approved(name)
    said = []
    for number, (one, other) in enumerate(zip(right, pages, strict=False), 1):
        if (places := difference(one, other)) is not None:
            path = folder / f"{name}-{number:02}.png"
            keep(side_by_side(one, other, places), path)
            said.append(f"{name}, page {number}: see {path} (approved, now, difference)")
    if len(right) != len(pages):
        said.append(f"{name}: {len(right)} pages were approved, now it has {len(pages)}")
    return said


@pytest.mark.parametrize("name", NAMES)
class Describe_the_pages_of_a_document:
    def they_look_as_approved(
        self, name: str, laid: Layout, office: Office, project: Path, request: pytest.FixtureRequest
    ) -> None:
        pages = drawn(laid.pdfs[name])
        if request.config.getoption("--renew"):
            renew(name, pages, office)
        made_with = MADE_WITH.read_text(encoding="utf-8").strip()
        differences = where_they_differ(name, pages, project / "build" / "pages")
        assert differences == [], f"approved with {made_with}, here is LibreOffice {office.version}"


def changed(file: bytes, member: str, change: Callable[[str], str]) -> bytes:
    """Return the Word file with another text in one of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == member:
                text = change(data.decode())
                assert text != data.decode()
                data = text.encode()
            new.writestr(name, data)
    return written.getvalue()


def two_points_lower(document: str) -> str:
    """Return the main part with the quotation, and what follows on its page, two points down."""
    return document.replace(QUOTE, f'{QUOTE}<w:spacing w:before="40"/>')


def without_borders(styles: str) -> str:
    return re.sub("<w:tblBorders>.*?</w:tblBorders>", "", styles)


def in_serif(styles: str) -> str:
    return styles.replace("Verdana", "DejaVu Serif")


QUOTE = '<w:pStyle w:val="Quote"/>'
MISTAKES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "a-line-that-moved": ("word/document.xml", two_points_lower),
    "borders-that-are-gone": ("word/styles.xml", without_borders),
    "another-font": ("word/styles.xml", in_serif),
}


@pytest.fixture(scope="module")
def with_mistakes(laid: Layout, office: Office, cache: Cache) -> Mapping[str, list[Image.Image]]:
    """The pages of the report with a mistake, by the name of the mistake."""
    files = {name: changed(laid.files["rapport"], *mistake) for name, mistake in MISTAKES.items()}
    return {name: drawn(pdf) for name, pdf in convert(files, office, cache).items()}


class Describe_the_comparison:
    @pytest.mark.parametrize("mistake", MISTAKES)
    def it_finds(self, mistake: str, with_mistakes: Mapping[str, list[Image.Image]], tmp_path: Path) -> None:
        differences = where_they_differ("rapport", with_mistakes[mistake], tmp_path)
        assert differences
        for said in differences:
            match = re.fullmatch(r"rapport, page (\d+): see (\S+) \(approved, now, difference\)", said)
            assert match
            assert is_red_somewhere(Image.open(match[2]))

    def it_finds_a_page_too_many_or_too_few(self, laid: Layout, tmp_path: Path) -> None:
        pages = drawn(laid.pdfs["rapport"])
        for made in ([*pages, pages[-1]], pages[:-1]):
            (said,) = where_they_differ("rapport", made, tmp_path)
            assert said == f"rapport: {len(pages)} pages were approved, now it has {len(made)}"

    def it_finds_a_rotated_page(self) -> None:
        upright, lengthwise = Image.new("L", (20, 30), 255), Image.new("L", (30, 20), 255)
        assert difference(upright, lengthwise) is not None

    def it_ignores_differences_in_smoothing(self, laid: Layout, pdftotext: Path, tmp_path: Path) -> None:
        (tmp_path / "rapport.pdf").write_bytes(laid.pdfs["rapport"])
        command = [str(pdftotext.with_name("pdftoppm")), "-r", "200", "-gray"]
        places = [str(tmp_path / "rapport.pdf"), str(tmp_path / "page")]
        subprocess.run([*command, *places], check=True, capture_output=True)
        paths = sorted(tmp_path.glob("page-*.pgm"))
        others = [Image.open(path).convert("L").reduce(4) for path in paths]
        assert others != approved("rapport")
        assert where_they_differ("rapport", others, tmp_path) == []

    def it_ignores_a_quarter_of_a_millimetre(self, laid: Layout, tmp_path: Path) -> None:
        moved = [between(page) for page in drawn(laid.pdfs["rapport"])]
        assert where_they_differ("rapport", moved, tmp_path) == []


def is_red_somewhere(picture: Image.Image) -> bool:
    red, green, _ = picture.split()
    return ImageChops.difference(red, green).getbbox() is not None


def between(page: Image.Image) -> Image.Image:
    """Return the page half a point of the picture to the right and down."""
    right = ImageChops.blend(page, ImageChops.offset(page, 1, 0), 0.5)
    return ImageChops.blend(right, ImageChops.offset(right, 0, 1), 0.5)
