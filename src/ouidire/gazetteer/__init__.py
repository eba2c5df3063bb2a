"""Tables of names, outlets, places and sides, and what a newsroom knows beforehand (the world)."""

from ouidire.gazetteer.world import World
from ouidire.gazetteer.world_file import build_world, load_world

__all__ = ["World", "build_world", "load_world"]
