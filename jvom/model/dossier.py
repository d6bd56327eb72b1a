# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as a whole, with its pictures and captions."""

from collections.abc import Mapping
from posixpath import dirname, normpath

import msgspec

from jvom.accents import TypedLines
from jvom.model.approvals import ApprovalData
from jvom.model.dossier_data import DossierData
from jvom.model.figures import FigureData
from jvom.model.fragments import DataFile, Fragment
from jvom.model.mandates import MandateData
from jvom.model.references import ReferenceData
from jvom.model.registers import Glossary, MissionRegister, NameRegister, OwnerRegister
from jvom.source import Span
from jvom.text import Picture


class Caption(msgspec.Struct, frozen=True, kw_only=True):
    """The caption of a picture or table: what it is ("Figuur", "Tabel"), and its number in its document.

    `document` is the kind of the document, `span` the place of the picture or table.
    """

    label: str
    number: int
    document: str
    span: Span
    name: str = ""


class ImageFile(msgspec.Struct, frozen=True, kw_only=True):
    """A PNG or JPEG image, `width` by `height` millimetres at its natural size."""

    data: bytes
    extension: str
    width: float
    height: float


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``content/<id>/`` and the registers say; `images` are by their `image_path`.

    `unused_images` are the paths of the pictures in its folder that no text shows.

    `texts` are the texts of its documents by kind (see :mod:`jvom.kinds`), in order, and `sections` those of
    the report, which has many. Without a register of `owners` these are free. The `captions` are those that
    a public version has from the whole one, whose numbers it keeps.
    """

    data: DossierData
    glossary: Glossary
    missions: MissionRegister
    figures: FigureData
    mandates: MandateData
    references: ReferenceData
    texts: Mapping[str, Fragment]
    sections: tuple[Fragment, ...]
    names: NameRegister = NameRegister(names=())
    owners: OwnerRegister | None = None
    approvals: ApprovalData = ApprovalData(approvals=())
    files: tuple[DataFile, ...] = ()
    images: Mapping[str, ImageFile] = {}
    unused_images: tuple[str, ...] = ()
    captions: tuple[Caption, ...] | None = None

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The texts of the documents, and of each section of the report."""
        return (*self.texts.values(), *self.sections)

    @property
    def typed(self) -> Mapping[str, TypedLines]:
        """The lines that are not in their files as they were read, by the path of the file."""
        fragments = {each.span.path: each.typed for each in self.fragments if each.typed}
        return fragments | {file.path: file.typed for file in self.files if file.typed}

    def section(self, id: str) -> Fragment:
        """Return the report's fragment of that id; KeyError when there is none."""
        for fragment in self.sections:
            if fragment.id == id:
                return fragment
        raise KeyError(id)


def image_path(fragment: Fragment, picture: Picture) -> str:
    """Return the path of the image that a fragment shows: it is typed relative to the fragment's folder."""
    return normpath(f"{dirname(fragment.span.path)}/{picture.path}")
