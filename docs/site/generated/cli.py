"""The command line: every command as its help text tells it."""

from __future__ import annotations

import re

import typer
from typer.main import get_command

from factcheck import cli
from generated.markdown import code, literal, table
from generated.readme import section

_INTRO = """\
# Command line

`factcheck COMMAND --help` prints the same. stdout is the report, stderr the talk: warnings
and progress. Options that are marked repeatable may stand several times.

"""

#: how the help texts call a type -> how a reader does
_TYPES = {"str": "text", "float range": "number", "int range": "whole number"}


def page() -> str:
    group = get_command(cli.app)
    assert isinstance(group, cli.Commands)
    root = typer.Context(group, info_name="factcheck")
    commands = {name: group.get_command(root, name) for name in cli.Commands.functions}
    parts = [
        _command(command, typer.Context(command, parent=root, info_name=name))
        for name, command in commands.items()
    ]
    return "\n".join([_INTRO + "## Exit codes\n", section("Exit codes"), *parts])


def _command(command: typer.core.TyperCommand, context: typer.Context) -> str:
    usage = command.get_usage(context).removeprefix("Usage: ")
    options = [param for param in command.get_params(context) if param.param_type_name == "option"]
    arguments = [param for param in command.get_params(context) if param.param_type_name == "argument"]
    parts = [f"## {context.info_name}\n", f"```text\n{usage}\n```\n"]
    parts += [f"{_paragraph(text)}\n" for text in (command.help or "").split("\n\n")]
    for header, params in (("argument", arguments), ("option", options)):
        records = [record for param in params if (record := param.get_help_record(context))]
        if records:
            parts.append(table((header, "value", "meaning"), [_row(*record) for record in records]))
    return "\n".join(parts)


def _row(name: str, told: str) -> tuple[str, str, str]:
    """ "-f, --format <table|json>" and its help as the name, what it takes, and the help."""
    found = re.fullmatch(r"(?P<name>.*?)(?: <(?:list\[)?(?P<type>[^]>]*)\]?>| (?P<metavar>[A-Z=]+))?", name)
    assert found is not None
    value = literal(found["type"] or found["metavar"] or "")
    if "|" in value:
        value = ", ".join(code(choice) for choice in found["type"].split("|"))
    return code(found["name"]), _TYPES.get(value, value), literal(told)


def _paragraph(text: str) -> str:
    example = "Example: "
    if text.startswith(example):
        return f"```text\n{' '.join(text.removeprefix(example).split())}\n```"
    return literal(text)
