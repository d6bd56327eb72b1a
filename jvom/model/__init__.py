# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as frozen values: what ``content/`` says, and where."""

# No `from __future__ import annotations` in this package: msgspec would have to compile each annotation in
# every run.

from jvom.model.approvals import Approval, ApprovalData
from jvom.model.dossier import Caption, Dossier, ImageFile, image_path
from jvom.model.dossier_data import DossierData, Ministry, PublicVersion
from jvom.model.figures import Count, Day, Figure, FigureData, Money, Percentage
from jvom.model.fragments import DataFile, Fragment, FrontMatter, Status
from jvom.model.letter import Recipient
from jvom.model.mandates import MandateData, MandateRow, WithoutRow
from jvom.model.nota import Nota, RouteStep
from jvom.model.planning import EVERY_TEXT, Milestone, Planning
from jvom.model.record import Classification, DossierNumber, Identifier, LanguageTag, Line, Record, whole
from jvom.model.references import Kamerstuk, Publication, Reference, ReferenceData
from jvom.model.registers import (
    Abbreviation,
    Glossary,
    Mission,
    MissionRegister,
    NameRegister,
    OwnerRegister,
    Resolution,
)
from jvom.model.report import OutlineEntry, Report
from jvom.model.word_files import BlankParagraphs, Font, LowContrast, Trace, TraceKind, WordFile

__all__ = [
    "EVERY_TEXT",
    "Abbreviation",
    "Approval",
    "ApprovalData",
    "BlankParagraphs",
    "Caption",
    "Classification",
    "Count",
    "DataFile",
    "Day",
    "Dossier",
    "DossierData",
    "DossierNumber",
    "Figure",
    "FigureData",
    "Font",
    "Fragment",
    "FrontMatter",
    "Glossary",
    "Identifier",
    "ImageFile",
    "Kamerstuk",
    "LanguageTag",
    "Line",
    "LowContrast",
    "MandateData",
    "MandateRow",
    "Milestone",
    "Ministry",
    "Mission",
    "MissionRegister",
    "Money",
    "NameRegister",
    "Nota",
    "OutlineEntry",
    "OwnerRegister",
    "Percentage",
    "Planning",
    "PublicVersion",
    "Publication",
    "Recipient",
    "Record",
    "Reference",
    "ReferenceData",
    "Report",
    "Resolution",
    "RouteStep",
    "Status",
    "Trace",
    "TraceKind",
    "WithoutRow",
    "WordFile",
    "image_path",
    "whole",
]
