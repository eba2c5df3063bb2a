"""Gold beside found, case by case: to be counted by construction, printed, or drawn as a page.

``python -m eval polnear --constructions`` counts; ``--case ID`` (may be repeated; ``--case worst``
for the ten with most errors) prints gold and found of those documents, ``--html FILE`` draws them.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.attribution import content_fits, fits
from eval.data import jsonl
from eval.french import marked
from eval.metrics import match
from eval.product import outermost, records

__all__ = ["SETS", "Case", "by_construction", "chosen", "construction", "page", "printed"]

Record = dict[str, Any]
WORST = "worst"
MANY = 10
_QUOTES = ("“", "”", '"', "«", "»")


@dataclass(frozen=True)
class Case:
    """One document: its text, gold and found relations, and which of them were matched (gold, found)."""

    doc: str
    text: str
    gold: list[Record]
    found: list[Record]
    pairs: list[tuple[int, int]]

    @property
    def missed(self) -> list[Record]:
        """Gold that nothing found was matched with."""
        return [g for n, g in enumerate(self.gold) if n not in {a for a, _ in self.pairs}]

    @property
    def spurious(self) -> list[Record]:
        """Found that no gold was matched with."""
        return [f for n, f in enumerate(self.found) if n not in {b for _, b in self.pairs}]


def _case(
    doc: str,
    text: str,
    gold: list[Record],
    found: list[Record],
    fit: Callable[[Record, Record], float] = fits,
) -> Case:
    return Case(doc, text, gold, found, match(gold, found, fit))


def _polnear(data: Path) -> Iterator[Case]:
    for doc in jsonl(data / "attribution" / "polnear.dev.en.jsonl"):
        gold = [g for g in doc["attributions"] if g["cue"]]
        yield _case(doc["doc_id"], doc["text"], gold, outermost(doc["text"], "en"))


def _asfalda(data: Path) -> Iterator[Case]:
    """Yield sentences with speech attributions; what is found beyond them is no error, so it is left out."""
    for doc in jsonl(data / "attribution" / "asfalda.dev.fr.jsonl"):
        gold = [g for g in doc["attributions"] if g["kind"] == "speech" and g["content"]]
        if gold:
            whole = _case(doc["doc_id"], doc["text"], gold, records(doc["text"], "fr"), content_fits)
            used = {b for _, b in whole.pairs}
            place = {b: n for n, b in enumerate(sorted(used))}
            pairs = [(a, place[b]) for a, b in whole.pairs]
            yield Case(whole.doc, whole.text, gold, [whole.found[b] for b in sorted(used)], pairs)


def _french(data: Path) -> Iterator[Case]:
    texts = {f"pud:{item['id']}": item["fr"] for item in jsonl(data / "linking" / "pud.dev.jsonl")}
    for key, gold in marked("a").items():
        yield _case(key, texts[key], gold, records(texts[key], "fr"))


SETS: dict[str, Callable[[Path], Iterator[Case]]] = {
    "polnear": _polnear,
    "asfalda": _asfalda,
    "french": _french,
}
"""The sets of attributions whose cases can be looked at."""


def construction(text: str, record: Record) -> str:
    """Return how a relation is worded, by its surface alone, so that gold and found are told alike.

    Quoted: *direct* (the content is a quotation), *mixed* (it holds one), *indirect*. Order: the cue
    *first*, *last* or *inside* the content. A relation without source says so.
    """
    start, end = record["content"][0][0], record["content"][-1][1]
    said = text[start:end].strip(" ,.;:")
    quotes = sum(said.count(mark) for mark in _QUOTES)
    edges = said[:1] in _QUOTES and said[-1:] in _QUOTES
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    outside = any(mark in before for mark in _QUOTES) and any(mark in after for mark in _QUOTES)
    how = (
        "direct" if (edges and quotes == 2) or (outside and not quotes) else "mixed" if quotes else "indirect"
    )
    cue = record["cue"][0][0]
    order = "first" if cue < start else "last" if cue >= end else "inside"
    return f"{how}, cue {order}" + ("" if record["source"] else ", no source")


def by_construction(cases: Iterable[Case]) -> list[tuple[str, int, int, int]]:
    """Return (construction, gold, found, matched), most gold first.

    Matched pairs are counted under the construction of their gold, on both sides.
    """
    gold, found, matched = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        kinds = [construction(case.text, g) for g in case.gold]
        gold.update(kinds)
        matched.update(kinds[a] for a, _ in case.pairs)
        found.update(kinds[a] for a, _ in case.pairs)
        found.update(construction(case.text, f) for f in case.spurious)
    names = sorted({*gold, *found}, key=lambda name: (-gold[name], name))
    return [(name, gold[name], found[name], matched[name]) for name in names]


def chosen(cases: Iterable[Case], wanted: Sequence[str]) -> list[Case]:
    """Return the cases with these ids; for ``worst`` the ten with most errors."""
    every = list(cases)
    out = [case for case in every if case.doc in wanted]
    if WORST in wanted:
        bad = sorted(every, key=lambda c: (-len(c.missed) - len(c.spurious), c.doc))
        out += [case for case in bad[:MANY] if case not in out]
    return out


def printed(case: Case) -> Iterator[str]:
    """Yield what was missed and what was found beyond the gold, with the words of each role."""
    yield f"{case.doc}: gold {len(case.gold)}, found {len(case.found)}, matched {len(case.pairs)}"
    for sign, records_ in (("-", case.missed), ("+", case.spurious)):
        for one in records_:
            words = " | ".join(_words(case.text, one[role]) for role in ("source", "cue", "content"))
            yield f"  {sign} [{construction(case.text, one)}] {words}"


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " … ".join(" ".join(text[s:e].split()) for s, e in spans) or "–"


def page(cases: Sequence[Case]) -> str:
    """Return a page on its own: each relation in its sentence, missed, spurious or matched."""
    parts = [
        "<!doctype html><meta charset=utf-8><title>gold and found</title><style>"
        "body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        "p{border-left:.4rem solid #9a9a9a;padding-left:.8rem}p.missed{border-color:#b3261e}"
        "p.spurious{border-color:#8a5a00}p.matched{border-color:#1b6e3c}"
        "b{color:#6a1b9a}u{text-decoration-thickness:2px}mark{background:#fff3bf}small{color:#555}</style>",
        "<h1>Gold and found</h1><p class=matched>matched</p><p class=missed>gold, not found</p>"
        "<p class=spurious>found, not gold</p><p><b>source</b> <u>cue</u> <mark>content</mark></p>",
    ]
    for case in cases:
        parts.append(f"<h2>{html.escape(case.doc)}</h2>")
        matched = [case.gold[a] for a, _ in case.pairs]
        rows = [("missed", r) for r in case.missed] + [("spurious", r) for r in case.spurious]
        rows += [("matched", r) for r in matched]
        for kind, record in sorted(rows, key=lambda row: (row[1]["cue"][0][0], row[0])):
            parts.append(f"<p class={kind}>{_drawn(case.text, record)}<br><small>{kind}, ")
            parts.append(f"{construction(case.text, record)}</small></p>")
    return "\n".join(parts)


def _drawn(text: str, record: Record) -> str:
    """Return the stretch around a relation with its roles marked; the innermost role wins."""
    tags = {"content": "mark", "source": "b", "cue": "u"}
    role: dict[int, str] = {}
    for name in ("content", "source", "cue"):
        role |= {i: name for s, e in record[name] for i in range(s, e)}
    first, last = min(role), max(role) + 1
    out, current = [], ""
    for i in range(first, last):
        now = role.get(i, "")
        if now != current:
            out.append((f"</{tags[current]}>" if current else "") + (f"<{tags[now]}>" if now else ""))
            current = now
        out.append(html.escape(text[i]))
    return "".join(out) + (f"</{tags[current]}>" if current else "")
