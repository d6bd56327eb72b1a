# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A JSON Schema with the requirements of SARIF 2.1.0 for the objects that jvom writes.

Source: OASIS Standard "Static Analysis Results Interchange Format Version 2.1.0", sections 3.4 to 3.58. No
property but those that jvom means to write may stand in them.
"""

from __future__ import annotations

from typing import Any

LEVEL = {"enum": ["none", "note", "warning", "error"]}
TEXT = {"type": "string", "minLength": 1}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


def _number(least: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least}


MESSAGE = _object("text", text=TEXT)
ARTIFACT = _object("uri", uri={"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"})
REGION = _object(
    "startLine", startLine=_number(1), startColumn=_number(1), endLine=_number(1), endColumn=_number(1)
)
PHYSICAL = _object("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = _object("physicalLocation", id=_number(-1), physicalLocation=PHYSICAL, message=MESSAGE)
REPLACEMENT = _object(
    "deletedRegion", deletedRegion=REGION, insertedContent=_object("", text={"type": "string"})
)
CHANGE = _object(
    "artifactLocation replacements", artifactLocation=ARTIFACT, replacements=_list(REPLACEMENT, 1)
)
FIX = _object("artifactChanges", description=MESSAGE, artifactChanges=_list(CHANGE, 1))
SUPPRESSION = _object("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT)
RESULT = _object(
    "message",
    ruleId=TEXT,
    ruleIndex=_number(-1),
    level=LEVEL,
    message=MESSAGE,
    locations=_list(LOCATION),
    relatedLocations=_list(LOCATION),
    fixes=_list(FIX),
    suppressions=_list(SUPPRESSION),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
RULE = _object(
    "id", id=TEXT, name=TEXT, shortDescription=MESSAGE, defaultConfiguration=_object("", level=LEVEL)
)
DRIVER = _object("name", name=TEXT, semanticVersion=TEXT, rules=_list(RULE))
NOTIFICATION = _object("message", level=LEVEL, message=MESSAGE, locations=_list(LOCATION))
INVOCATION = _object(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_list(NOTIFICATION),
)
RUN = _object(
    "tool",
    tool=_object("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_list(INVOCATION),
    results=_list(RESULT),
)
LOG = _object("version runs", version={"const": "2.1.0"}, runs=_list(RUN)) | {
    "$schema": "https://json-schema.org/draft/2020-12/schema"
}
LOG["properties"]["$schema"] = {"type": "string", "format": "uri"}
