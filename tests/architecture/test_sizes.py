"""Modules and functions stay small enough to read at one go."""

import ast
from pathlib import Path

import pytest

MODULE_LINES = 300
FUNCTION_LINES = 50
ROOT = Path(__file__).parents[2]
FILES = sorted(p for folder in ("src", "eval", "tests") for p in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_and_its_functions_are_short(file):
    """No module over 300 lines, no function over 50."""
    source = file.read_text(encoding="utf-8")
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    ]

    assert long == []
    assert len(source.splitlines()) <= MODULE_LINES


@pytest.mark.parametrize(
    "file", [f for f in FILES if "src" in f.parts], ids=lambda p: str(p.relative_to(ROOT))
)
def test_public_names_have_docstrings(file):
    """Every public module, class and top-level function says what it is."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    missing = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
    ]

    assert missing == []
    assert ast.get_docstring(tree)
