"""The JSON Schema of reports as tables: an object is a heading, a key is a row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factcheck.report.schema import schema_text
from generated.markdown import code, literal, table
from generated.readme import section

_INTRO = """\
# JSON and its schema

`--format json` is one object, `--format jsonl` the same with one object a line. `factcheck schema`
prints the JSON Schema (draft 2020-12) from which this page is made, for your own validator.
`format_version` is 1; a later one is announced in the changelog.

"""
_HEADERS = ("key", "type", "always there", "meaning")


def page() -> str:
    schema: dict[str, Any] = json.loads(schema_text())
    objects = {name: one for name, one in schema["$defs"].items() if "properties" in one}
    rest = {name: one for name, one in schema["$defs"].items() if name not in objects}
    parts = [
        _INTRO + section("JSON").rpartition("|\n\n")[2],
        "\n## report\n",
        _object(schema),
        *(f"## {name}\n\n{_object(one)}" for name, one in objects.items()),
        *(f"## {name}\n\n{_alternatives(one)}" for name, one in rest.items()),
    ]
    return "\n".join(parts)


def _object(schema: Mapping[str, Any]) -> str:
    required = schema.get("required", ())
    rows = [
        (code(key), kind(value), "yes" if key in required else "no", literal(value.get("description", "")))
        for key, value in schema["properties"].items()
    ]
    return f"{literal(schema.get('description', ''))}\n\n{table(_HEADERS, rows)}"


def _alternatives(schema: Mapping[str, Any]) -> str:
    told = [literal(schema.get("description", "")), ""]
    told += [f"- {kind(one)}" for one in schema.get("oneOf", ()) or [schema]]
    return "\n".join(told) + "\n"


def kind(schema: Mapping[str, Any]) -> str:
    """The type of a value as a reader says it, with links to the objects of the page."""
    match schema:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            return f"[{name}](#{name})"
        case {"oneOf": list(options)} | {"anyOf": list(options)}:
            return " or ".join(kind(one) for one in options)
        case {"enum": list(values)}:
            return ", ".join(code(json.dumps(value)) for value in values)
        case {"const": value}:
            return code(json.dumps(value))
        case {"type": "array", "items": dict(items)}:
            return f"list of {kind(items)}"
        case {"type": "array", "prefixItems": list(items)}:
            return f"list of {len(items)}: {', '.join(kind(one) for one in items)}"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"object of {kind(values)}"
        case {"type": list(types)}:
            return " or ".join(types)
        case {"type": str(name)}:
            return name
    return "any"
