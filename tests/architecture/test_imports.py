"""The import contracts of pyproject.toml hold."""

from importlinter import cli


def test_import_contracts():
    assert cli.lint_imports(no_cache=True) == 0
