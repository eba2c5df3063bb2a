"""The sets the harness scores: their names, what they are read from, and how misses are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from eval.attribution import asfalda, polnear
from eval.certainty import meantime, uds
from eval.conditionals import wikinews
from eval.conditionals_blind import conditionals_blind
from eval.data import texts
from eval.ecb import ecb
from eval.events import confusion, events
from eval.first_case import first_case
from eval.french import articles, french
from eval.invented import READ, UNREAD, variants
from eval.labels import micro_suite
from eval.metrics import Row
from eval.nested import nested_pairs
from eval.pairs import claim_pairs
from eval.places import misplaced, places
from eval.recognizers import missed as missed_phrases
from eval.recognizers import recognizers
from eval.timex import missed as missed_times
from eval.timex import timex
from eval.translations import translations

__all__ = ["DEVELOPMENT", "LISTED", "Result", "sets"]

Result = tuple[dict[str, float], list[Row]]

DEVELOPMENT: dict[str, Callable[[Path], Result]] = {
    "labels": micro_suite,
    "conditionals": wikinews,
    "pairs": claim_pairs,
    "nested": nested_pairs,
    "meantime": meantime,
    "uds": uds,
    "recognizers": recognizers,
    "timex": timex,
    "places": places,
    "events": events,
    "asfalda": asfalda,
    "french": french,
    "polnear": polnear,
    "translated": translations,
    "ecb": ecb,
}
"""Sets scored on the folder of development data."""

LISTED: dict[str, Callable[[Path], Iterable[str]]] = {
    "recognizers": missed_phrases,
    "timex": missed_times,
    "places": misplaced,
    "events": confusion,
}
"""Sets of development data whose misses, or confusions, ``--errors`` lists."""


def sets(root: Path | None) -> dict[str, Callable[[], Result]]:
    """Return what is there to be scored, by name.

    Args:
        root: The folder of development data; None where this machine has none.

    """
    found: dict[str, Callable[[], Result]] = {name: partial(variants, name) for name in READ | UNREAD}
    if (folder := texts()) is not None:
        found["blind"] = partial(conditionals_blind, folder / "conditionals.jsonl")
        found["articles"] = partial(articles, folder / "articles")
    if root is not None:
        found["first"] = partial(first_case, root / "cases" / "kursk")
        found |= {name: partial(score, root / "data") for name, score in DEVELOPMENT.items()}
    return found
