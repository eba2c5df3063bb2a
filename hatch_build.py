"""Build hook: takes the country shapes of the workbench's map from npm, where npm is at hand.

What is taken is pinned and checked by the integrity in ``npm/package-lock.json``; nothing of it lies in
the repository. Where npm is missing or has no network the build goes on, and the map has a graticule
alone. Set ``OUIDIRE_NO_NPM`` to leave it out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACE = Path("src") / "ouidire" / "web" / "made" / "countries.json"
SECONDS = 90
POINTS = 8
"""Corners below which an island is too small to be seen at this scale."""

Point = tuple[float, float]


class AssetsHook(BuildHookInterface[Any]):
    """Makes ``web/made/countries.json`` before the wheel is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the shapes where they are not there yet; say so where they cannot be had."""
        root = Path(self.root)
        if (root / PLACE).is_file():
            return
        why = make(root)
        if why:
            print(f"ouidire: the map will have no country shapes: {why}", file=sys.stderr)


def make(root: Path) -> str:
    """Take the shapes from npm and write them; return why that could not be done, empty where it was."""
    npm = shutil.which("npm")
    if os.environ.get("OUIDIRE_NO_NPM"):
        return "OUIDIRE_NO_NPM is set"
    if npm is None:
        return "npm is not installed"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / "npm" / name, folder)
        words = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
        try:
            subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
        except (OSError, subprocess.SubprocessError) as exc:
            return f"npm ci failed: {exc}"
        source = Path(folder) / "node_modules" / "world-atlas" / "countries-110m.json"
        rings = list(outlines(json.loads(source.read_text(encoding="utf-8")), "countries"))
    place = root / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(rings, separators=(",", ":")), encoding="utf-8")
    return ""


def outlines(topology: dict[str, Any], name: str) -> Iterator[list[Point]]:
    """Yield the outer rings of an object of a topology, in degrees (TopoJSON 1.0: quantised, delta-encoded arcs)."""
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"][name]["geometries"]:
        found = shape.get("arcs", ())
        for polygon in found if shape["type"] == "MultiPolygon" else [found]:
            ring = _ring(polygon[0], arcs) if polygon else []
            if len(ring) >= POINTS:
                yield ring


def _points(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    x = y = 0
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield round(x * kx + dx, 2), round(y * ky + dy, 2)


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Join arcs end to end; ``~n`` is arc n backwards, and where two meet their point stands once."""
    ring: list[Point] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        ring += arc[1:] if ring else arc
    return ring
