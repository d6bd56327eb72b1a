# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of the data files, made from the model: editors use them to complete and check while typing.

The schemas follow JSON Schema 2020-12; the descriptions in them are the model's, in Dutch. With `Ids` they
have the names that exist: of missions, owners, figures, sections and texts.
"""

from __future__ import annotations

from typing import Any

import msgspec

from jvom.calendar import YearlyDay
from jvom.model import (
    EVERY_TEXT,
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


class Ids(msgspec.Struct, frozen=True, kw_only=True):
    """The names that a value may have; of a kind without any, every name is free."""

    missions: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


# By record and key, the names that are its value, or the items or keys of it, or (`keys`) only the keys.
_NAMED = {
    ("MandateRow", "mission"): "missions",
    ("WithoutRow", "mission"): "missions",
    ("FrontMatter", "mission"): "missions",
    ("FrontMatter", "missions"): "missions",
    ("FrontMatter", "owner"): "owners",
    ("Approval", "by"): "owners",
    ("Approval", "text"): "texts",
    ("Planning", "approvals"): "owners",
    ("Count", "parts"): "figures",
    ("Money", "parts"): "figures",
    ("OutlineEntry", "id"): "sections",
    ("Appendix", "id"): "sections",
}
_NAMED_BY_KEY = {("Planning", "owners"): "owners", ("Planning", "approvals"): "texts"}


def schemas(ids: Ids | None = None) -> dict[str, bytes]:
    """Return each schema as the bytes of its file, by the file's name."""
    return {f"{name}.schema.json": schema_of(kind, ids) for name, kind in sorted(SCHEMAS.items())}


def schema_of(kind: type[msgspec.Struct], ids: Ids | None = None) -> bytes:
    """Return the schema of a struct as the bytes of a file."""
    schema = _keys_only(msgspec.json.schema(kind, schema_hook=_custom))
    if ids is not None:
        _put_in(schema, ids)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def descriptions(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Return what each key of a struct is for, in Dutch."""
    schema = msgspec.json.schema(kind, schema_hook=_custom)
    properties = schema["$defs"][kind.__name__]["properties"]
    return {key: value["description"] for key, value in properties.items() if "description" in value}


def _put_in(schema: dict[str, Any], ids: Ids) -> None:
    """Put names into a schema, at the keys whose values are names."""
    for record, definition in schema["$defs"].items():
        for key, value in definition.get("properties", {}).items():
            if named := getattr(ids, _NAMED.get((record, key), ""), ()):
                _name_values(value, named)
            if named := getattr(ids, _NAMED_BY_KEY.get((record, key), ""), ()):
                _name_keys(value, (EVERY_TEXT, *named) if key == "approvals" else named)


def _name_values(schema: dict[str, Any], ids: tuple[str, ...]) -> None:
    if schema.get("type") == "string":
        schema["enum"] = list(ids)
    for inner in (*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties")):
        if isinstance(inner, dict):
            _name_values(inner, ids)


def _name_keys(schema: dict[str, Any], ids: tuple[str, ...]) -> None:
    if schema.get("type") == "object":
        schema["propertyNames"] = {"enum": list(ids)}
    for inner in schema.get("anyOf", ()):
        _name_keys(inner, ids)


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
