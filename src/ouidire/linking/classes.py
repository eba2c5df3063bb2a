"""Which classes of participants lie in which: the names that packs give to what nouns mean.

Classes are the same in every language (``countable.toml``, ``heads.toml`` of the packs); here
stands only how they are nested, since *four civilians* are *four people*.
"""

from __future__ import annotations

from ouidire.linking.fit import Fit

__all__ = ["nested", "widest"]

_INSIDE = {
    "people": (
        "soldiers", "fighters", "officers", "police", "firefighters", "rescuers", "civilians", "residents",
        "children", "women", "workers", "engineers", "journalists", "doctors", "students", "migrants",
        "refugees", "troops", "prisoners", "hostages", "protesters", "suspects", "patients", "passengers", "hikers",
        "tourists", "sailors", "voters", "diplomats", "officials", "displaced", "bodies",
    ),
    "civilians": ("children", "residents"),
    "troops": ("soldiers", "fighters"),
    "buildings": ("houses", "schools", "hospitals", "factories", "churches", "refineries"),
    "vehicles": ("tanks",),
    "aircraft": ("helicopters", "drones"),
    "weapons": ("missiles", "shells", "bombs", "mines", "drones", "tanks"),
    "towns": ("villages",),
    "agreements": ("treaties", "contracts", "ceasefire"),
}  # fmt: skip


def widest(head: str) -> str:
    """Return the widest class a head lies in, itself if in none; of two the first in the alphabet."""
    outer = sorted(c for c in _INSIDE if _within(head, c))
    return "people" if "people" in outer else outer[0] if outer else head


def nested(left: str, right: str) -> Fit:
    """Compare two classes; those in no known relation are ``OPEN``: an engineer may be a soldier."""
    if left == right:
        return Fit.EQUAL
    if _within(left, right):
        return Fit.LEFT
    return Fit.RIGHT if _within(right, left) else Fit.OPEN


def _within(inner: str, outer: str) -> bool:
    held = _INSIDE.get(outer, ())
    return inner in held or any(_within(inner, one) for one in held)
