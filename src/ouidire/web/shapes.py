"""Country shapes for the map, where the build put them beside the package (`hatch_build.py`)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import orjson

from ouidire.presentation.map_svg import Ring

__all__ = ["countries"]


@lru_cache(maxsize=1)
def countries() -> tuple[Ring, ...]:
    """Return the outlines of all countries; empty where there are none, and the map has a graticule alone."""
    file = files("ouidire.web") / "made" / "countries.json"
    if not file.is_file():
        return ()
    return tuple([(lon, lat) for lon, lat in ring] for ring in orjson.loads(file.read_bytes()))
