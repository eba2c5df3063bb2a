"""Which tellings only repeat: their origin is another's, so they add neither origins nor support (R10)."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.assessment.provenance import Provenance
from ouidire.assessment.strength import CONFIRMING
from ouidire.assessment.tellings import Telling

__all__ = ["echoes"]


def echoes(told: Sequence[Telling], graph: Provenance) -> dict[str, str]:
    """Return, for each telling that repeats, the earlier one it repeats.

    A telling repeats where everything it rests on was already told. Somebody who spoke before and
    now confirms does not repeat.
    """
    before: dict[str, set[str]] = {}
    for a, b in graph.dates:
        before.setdefault(b, set()).add(a)
    first: dict[tuple[str, bool], str] = {}
    out: dict[str, str] = {}
    for telling in sorted(told, key=lambda t: (t.order[0], t.in_title, t.id)):
        if not telling.supports:
            continue
        roots = _roots_of(telling, before)
        keys = {(root, telling.act in CONFIRMING) for root in roots}
        known = {k: first.get(k) or first.get((k[0], True)) for k in keys}
        if keys and all(known.values()):
            out[telling.id] = min(v for v in known.values() if v is not None)
        else:
            for key in keys:
                first.setdefault(key, telling.id)
    return out


def _roots_of(telling: Telling, before: dict[str, set[str]]) -> set[str]:
    """The heads behind a telling: of its chain, or of its page where it gives or copies none."""
    start = (
        telling.chain[0].key if telling.chain and not telling.copied_from else f"page:{telling.article.id}"
    )
    seen, todo, roots = {start}, [start], set()
    while todo:
        node = todo.pop()
        behind = before.get(node, set())
        if not behind:
            roots.add(node)
        todo.extend(behind - seen)
        seen |= behind
    return roots
