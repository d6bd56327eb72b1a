# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of the data files, made from the model: editors use them to complete and check while typing.

The schemas follow JSON Schema 2020-12; the descriptions in them are the model's, in Dutch.
"""

from __future__ import annotations

from typing import Any

import msgspec

from jvom.calendar import YearlyDay
from jvom.model import (
    ApprovalData,
    DossierData,
    FigureData,
    FrontMatter,
    Glossary,
    MandateData,
    MissionRegister,
    NameRegister,
    OwnerRegister,
    Record,
    ReferenceData,
    whole,
)
from jvom.settings import Settings
from jvom.times import Duration, LooseDate, Month

SCHEMAS: dict[str, type[Record]] = {
    "abbreviations": Glossary,
    "approvals": ApprovalData,
    "dossier": DossierData,
    "figures": FigureData,
    "fragment": FrontMatter,
    "jvom": Settings,
    "mandates": MandateData,
    "missions": MissionRegister,
    "names": NameRegister,
    "owners": OwnerRegister,
    "references": ReferenceData,
}
"""The record in each file, by the file's name; ``fragment`` is the front matter of a text."""


def schemas() -> dict[str, bytes]:
    """Return each schema as the bytes of its file, by the file's name."""
    return {f"{name}.schema.json": schema_of(kind) for name, kind in sorted(SCHEMAS.items())}


def schema_of(kind: type[msgspec.Struct]) -> bytes:
    """Return the schema of a struct as the bytes of a file."""
    schema = _keys_only(msgspec.json.schema(kind, schema_hook=_custom))
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _custom(kind: type) -> dict[str, Any]:
    match kind:
        case type() if issubclass(kind, LooseDate):  # a year alone is a number in YAML
            return {"type": ["string", "integer"], "pattern": whole(LooseDate.FORM)}
        case type() if issubclass(kind, Month | Duration | YearlyDay):
            return {"type": "string", "pattern": whole(kind.FORM)}
        case _:
            return {}  # Positions, which _keys_only removes again


def _keys_only(schema: dict[str, Any]) -> dict[str, Any]:
    """Remove what only the model needs: the places of keys and values, and its English docstrings."""
    definitions = schema["$defs"]
    for name in ("Positions", "Span"):
        definitions.pop(name, None)
    for definition in definitions.values():
        definition.pop("description", None)
        definition["properties"].pop("at", None)
        for description in definition["properties"].values():
            if "default" in description:
                description["default"] = _without_places(description["default"])
    return schema


def _without_places(default: Any) -> Any:
    """Return a default without the places of the records in it."""
    match default:
        case dict():
            return {key: _without_places(value) for key, value in default.items() if key != "at"}
        case list() | tuple():
            return [_without_places(value) for value in default]
        case _:
            return default
