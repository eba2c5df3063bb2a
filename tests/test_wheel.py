"""The wheel holds everything that runs, and runs by itself."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "ouidire"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel of this checkout; a second's work."""
    builders = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    made = builders.WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"]
    )
    return zipfile.ZipFile(next(iter(made)))


def test_every_file_of_the_package_is_in_it(wheel):
    """Code, word lists, tables, templates, licences of data; and the sample story."""
    names = set(wheel.namelist())
    there = {p for p in SOURCE.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    missing = {f"ouidire/{p.relative_to(SOURCE).as_posix()}" for p in there} - names
    story = {f"ouidire/_examples/{p.name}" for p in (ROOT / "examples").iterdir()}

    assert not missing
    assert story <= names
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_nothing_else_is_in_it(wheel):
    """No tests, no development data, no ledger."""
    tops = {name.split("/")[0] for name in wheel.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"ouidire"}
    assert not [name for name in wheel.namelist() if name.endswith((".db", ".pyc", ".xz"))]


def test_it_runs_outside_the_checkout(wheel, tmp_path):
    """Unpacked elsewhere, it finds its own words and its own story."""
    wheel.extractall(tmp_path / "site")
    code = (
        "import ouidire; from ouidire.engine.demonstration import story\n"
        "print(ouidire.__file__, story())\n"
        "found = ouidire.extract('Le pont serait fermé, selon la mairie.', language='fr')\n"
        "print([one.label.value for one in found.assertions])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    where, labels = done.stdout.splitlines()

    assert where.split() == [
        str(tmp_path / "site" / "ouidire" / "__init__.py"),
        str(tmp_path / "site" / "ouidire" / "_examples"),
    ]
    assert labels == "['HEDGED_REPORTED']"
