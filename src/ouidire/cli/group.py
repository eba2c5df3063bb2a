"""Commands that are imported when they are asked for; their help lines are kept here."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

__all__ = ["COMMANDS", "Commands"]

COMMANDS = {
    "demo": "Read the bundled story into a fresh ledger and show its dossier.",
    "add": "Read articles into the ledger.",
    "extract": "Read articles without a ledger: one JSON line each on standard output.",
    "claims": "List claims: label, words, origins, status.",
    "show": "Show one claim with every word it rests on.",
    "why": "Say why a claim or an assertion is labelled, linked and counted as it is.",
    "dossier": "Write a dossier: .html, .md or .json.",
    "drift": "Show where certainty, authority or numbers change on the way.",
    "versions": "Show what changed between versions of a page.",
    "sources": "List who is cited, by whom and how.",
    "relate": "Say how two statements relate.",
    "judge": "Say how two assertions relate; your word overrules the table.",
    "grade": "Set the Admiralty letter of a source: your own judgement, shown with your name.",
    "review": "List what the program was unsure of, and how a person settles it.",
    "erase": "Erase an article for good: a takedown, a person's right.",
    "export": "Write the whole ledger for other programs: claims, assertions, links.",
    "serve": "Open the ledger in a browser: pages to read, and the HTTP API.",
    "rebuild": "Make all claims anew from the evidence.",
    "verify": "Check originals, quoted words and the log.",
    "world": "Put a world file in force: names, sides, outlets.",
    "schema": "Print the JSON Schema of an output or input.",
    "languages": "List language packs and what each can do.",
    "doctor": "Say what is installed, what is missing, and how to get it.",
}
"""Every command and its line in ``ouidire --help``, in the order shown."""

_USAGE: Any = typer.BadParameter.__mro__[1]  # the base of all bad usage; typer does not name it


def complaint(exc: Any) -> str:
    """Return bad usage in one line: ``what @ where; next step``.

    A message of ours may bring its own next step, after a semicolon.
    """
    path = exc.ctx.command_path if exc.ctx else "ouidire"
    if exc.ctx and exc.message == exc.ctx.get_help():  # called without any word
        return str(exc.message)
    param = getattr(exc, "param", None)
    if param is None or not exc.message:
        what = exc.format_message().rstrip(".").replace("\n", " ").replace("\t", "")
        return f"ouidire: {what[:1].lower()}{what[1:]} @ {path}; try: {path} --help"
    what, _, step = exc.message.removeprefix("Value error, ").rstrip(".").partition("; ")
    where = next((name for name in reversed(param.opts) if name.startswith("--")), param.name.upper())
    return f"ouidire: {what} @ {where}; {step or f'try: {path} --help'}"


class Commands(TyperGroup):
    """A group that knows its commands by name and imports one when it is run."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the base's signature)
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import a command's module; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ouidire.cli.{cmd_name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(cmd_name, help=module.command.__doc__, no_args_is_help=False)(module.command)
        command = get_command(app)
        command.name = cmd_name
        return command

    def main(
        self,
        args: Any = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; bad usage is said as every error is, and its exit status is 2."""
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except _USAGE as exc:
            typer.echo(complaint(exc), err=True)
            sys.exit(2)
        except typer.Abort:
            typer.echo("ouidire: stopped", err=True)
            sys.exit(130)
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Run what was parsed; a reader of our output that goes away (``| head``) is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return result

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the table, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
