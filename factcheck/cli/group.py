"""A group of commands whose options are read when one of them is called.

typer reads the options of all commands at once, which takes longer than printing the
help of the program.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

#: how every help text is laid out and every error is told
PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


class LazyGroup(TyperGroup):
    """The commands of the table ``functions``, in its order."""

    functions: ClassVar[Mapping[str, Callable[..., None]]]

    def __init__(self, **attributes: Any) -> None:
        bare = {name: TyperCommand(name, help=inspect.getdoc(f)) for name, f in self.functions.items()}
        super().__init__(**{**attributes, "commands": bare})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with its options; None if there is none of this name."""
        if cmd_name not in self.functions:
            return None
        alone = typer.Typer(add_completion=False, **PLAIN)
        alone.command(cmd_name)(self.functions[cmd_name])
        return typer.main.get_command(alone)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Only their names and first lines are printed: no options are needed."""
        TyperGroup(commands={**self.commands}).format_commands(ctx, formatter)
