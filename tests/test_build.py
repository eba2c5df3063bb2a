"""The build hook: shapes from npm where it is at hand, a plain word where it is not, a sound decoding."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def hook():
    """The hook as a module."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rings_are_joined_from_arcs(hook, monkeypatch):
    """Two squares that share a side: the shared arc is walked forwards once and backwards once."""
    monkeypatch.setattr(hook, "POINTS", 4)
    topology = {
        "transform": {"scale": [1, 2], "translate": [10, 20]},
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
        "objects": {
            "two": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "arcs": [[[2, -1]]]},
                    {"type": None},
                ]
            }
        },
    }
    rings = list(hook.outlines(topology, "two"))
    assert rings == [
        [(11, 20), (11, 22), (10, 22), (10, 20), (11, 20)],
        [(11, 20), (12, 20), (12, 22), (11, 22), (11, 20)],
    ]


def test_without_npm_the_build_goes_on(hook, monkeypatch, tmp_path, capsys):
    """It says so, writes nothing and raises nothing."""
    monkeypatch.delenv("OUIDIRE_NO_NPM", raising=False)
    monkeypatch.setattr(hook.shutil, "which", lambda _name: None)
    made = hook.AssetsHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    made.initialize("standard", {})
    assert "npm is not installed" in capsys.readouterr().err
    assert not (tmp_path / hook.PLACE).exists()


def test_what_is_taken_is_pinned(hook):
    """Every package of the lock file has its integrity and names no host."""
    import json

    lock = json.loads((ROOT / "npm" / "package-lock.json").read_text(encoding="utf-8"))
    taken = {name: one for name, one in lock["packages"].items() if name}
    assert taken.keys() == {"node_modules/world-atlas"}
    for one in taken.values():
        assert one["integrity"].startswith("sha512-")
        assert "resolved" not in one


def test_shapes_cover_the_world(hook):
    """Where they were made: every ring is closed and lies on the globe."""
    import json

    place = ROOT / hook.PLACE
    if not place.is_file():
        pytest.skip("the build found no npm; the map has a graticule alone")
    rings = json.loads(place.read_text(encoding="utf-8"))
    assert len(rings) > 150
    for ring in rings:
        assert ring[0] == ring[-1]
        assert all(-180.01 <= lon <= 180.01 and -90.01 <= lat <= 90.01 for lon, lat in ring)
