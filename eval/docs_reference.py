"""Writes the pages of ``docs/reference`` that follow from the program: ``python -m eval.docs_reference``.

Commands come from the command line's own help, schemas from what ``ouidire schema`` prints. With
``--check`` nothing is written and the status is 1 where a page is stale.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

from typer.main import get_command

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference"
MADE = "<!-- made by: python -m eval.docs_reference -->"


def commands_page() -> str:
    """Return the page of commands."""
    from ouidire.cli import app

    group: Any = get_command(app)
    parts = ["# Commands", MADE, _said(group), "\n".join(_row(p) for p in _options(group))]
    for name in group.list_commands(None):
        parts.append(_command(name, group.get_command(None, name)))
    return "\n\n".join(parts) + "\n"


def _command(name: str, command: Any) -> str:
    words = ["ouidire", name]
    words += [_placed(p) for p in command.params if p.param_type_name == "argument"]
    parts = [f"## `{name}`", _said(command), f"```\n{' '.join(words)} [OPTIONS]\n```"]
    rows = [_row(p) for p in command.params if p.param_type_name == "argument"]
    rows += [_row(p) for p in _options(command)]
    return "\n\n".join([*parts, "\n".join(rows)] if rows else parts)


def _placed(argument: Any) -> str:
    shown = str(argument.name).upper().rstrip("_") + ("…" if argument.nargs == -1 else "")
    return shown if argument.required else f"[{shown}]"


def _options(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "option" and "--help" not in p.opts]


def _said(command: Any) -> str:
    """Return the help text, a paragraph a line; an example is code."""
    out = []
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        line = " ".join(paragraph.split())
        example = line.startswith("Example: ")
        out.append(f"Example: `{line.removeprefix('Example: ')}`" if example else line)
    return "\n\n".join(out)


def _row(parameter: Any) -> str:
    names = _placed(parameter) if parameter.param_type_name == "argument" else ", ".join(parameter.opts)
    told = " ".join(str(getattr(parameter, "help", "") or "").split())
    return f"- `{names}`: {told}"


def schemas_page() -> str:
    """Return the page of JSON shapes: each name, what it is, its keys."""
    from ouidire.presentation.schema import NAMES, json_schema

    parts = [
        "# JSON shapes",
        MADE,
        "`ouidire schema NAME` prints the JSON Schema (2020-12) of a shape.\n"
        "Objects may get more keys; a key never changes its meaning.\n"
        "Offsets count Unicode code points of the article's `text`; `end` is exclusive; `quote` is the text between.",
    ]
    for name in NAMES:
        schema = json_schema(name)
        body = schema.get("items", schema)
        kind = "A list; each element has" if schema.get("type") == "array" else "An object with"
        keys = _keys(body, schema["$defs"])
        told = schema["title"].replace("``", "`")
        parts.append(f"## `{name}`\n\n{told}.\n\n{kind}: {', '.join(f'`{k}`' for k in keys)}.")
    return "\n\n".join(parts) + "\n"


def _keys(body: dict[str, Any], definitions: dict[str, Any]) -> list[str]:
    if reference := body.get("$ref"):
        body = definitions[reference.rpartition("/")[2]]
    return list(body.get("properties", {}))


def pages() -> dict[Path, str]:
    """Return every made page by its path."""
    return {PAGES / "commands.md": commands_page(), PAGES / "json.md": schemas_page()}


def main() -> int:
    """Write the pages, or with ``--check`` name the stale ones."""
    stale = [p for p, text in pages().items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" not in sys.argv:
            path.write_text(pages()[path], encoding="utf-8")
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {path.relative_to(ROOT)}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
