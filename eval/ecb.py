"""Events across articles: ECB+ mentions, aligned to assertions, against the claims the ledger makes.

ECB+ (Cybulska and Vossen 2014): per topic two courses of events of one kind (two earthquakes, two
arrests), which are the hard negatives. All articles are linked as one undated ledger. A gold mention
is aligned with the assertion whose event word it is; the rest is only counted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row, bootstrap
from ouidire import languages, linking, pipeline
from ouidire.gazetteer import World, build_world
from ouidire.model import Article, Assertion, Extraction, Link, Relation, Span

__all__ = ["Linked", "Mention", "ecb", "linked", "plain"]

# How the annotated texts are cut into words, and how they were printed.
_JOINS = (
    (re.compile(r"``\s?|\s?''"), '"'),
    (re.compile(r"\s(?=[,.;:!?%)\]])|\s(?='(?:s|re|ve|ll|d|m)?\b)|\s(?=n't\b)|(?<=[(\[$])\s"), ""),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention and the assertion it is the event of; None where none was found."""

    doc: str
    topic: str
    subtopic: str
    chain: str
    words: str
    assertion: Assertion | None


@dataclass(frozen=True, slots=True)
class Linked:
    """The set as the ledger sees it: mentions, links between assertions, and the claim of each."""

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    claims: dict[str, int]
    items: tuple[Extraction, ...]


def ecb(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score links and claims between aligned mentions; intervals resample topics.

    ``ecb.false_merges``: of the SAME links between aligned mentions, those of two gold events;
    ``…_reworded`` without clauses that are word for word one: the gold leaves those of single mentions apart.
    ``ecb.apart``: pairs of one event word or type in the two courses of a topic that share no claim.
    """
    found = linked(data)
    rows = _rows(found)
    figures: dict[str, float] = {}
    for name, of in _FIGURES.items():
        low, high = bootstrap(rows, of)
        figures |= {f"ecb.{name}": of(rows), f"ecb.{name}.low": low, f"ecb.{name}.high": high}
    for key in ("same", "wrong", "reworded", "pairs_apart", "coreferent", "met"):
        figures[f"ecb.{key}.n"] = sum(r.extra[key] for r in rows)
    figures |= {
        "ecb.gold": len(found.mentions),
        "ecb.aligned": sum(r.gold for r in rows),
        "ecb.articles": len(found.items),
        "ecb.topics": len(rows),
    }
    return figures, rows


def _share(part: str, whole: str) -> Callable[[Sequence[Row]], float]:
    def share(rows: Sequence[Row]) -> float:
        return sum(r.extra[part] for r in rows) / max(1.0, sum(r.extra[whole] for r in rows))

    return share


def _b3(rows: Sequence[Row]) -> float:
    precision, recall = _share("precision", "n")(rows), _share("recall", "n")(rows)
    return 2 * precision * recall / max(1e-9, precision + recall)


_FIGURES: dict[str, Callable[[Sequence[Row]], float]] = {
    "b3_precision": _share("precision", "n"),
    "b3_recall": _share("recall", "n"),
    "b3_f1": _b3,
    "false_merges": _share("wrong", "same"),
    "false_merges_reworded": _share("reworded", "same"),
    "apart": _share("kept_apart", "pairs_apart"),
}


@lru_cache(maxsize=1)
def linked(data: Path) -> Linked:
    """Extract, link and cluster the whole set, and align its gold mentions."""
    world = build_world([])
    items: list[Extraction] = []
    mentions: list[Mention] = []
    for record in jsonl(data / "linking" / "ecbplus.dev.en.jsonl"):
        item, found = _read(record, world, len(items))
        items.append(item)
        mentions += found
    links = linking.link(items, world)
    ids = [one.id for item in items for one in item.assertions]
    claims = {key: n for n, group in enumerate(linking.cluster(ids, links)) for key in group}
    return Linked(tuple(mentions), links, claims, tuple(items))


def _read(record: dict[str, Any], world: World, n: int) -> tuple[Extraction, list[Mention]]:
    text, at = plain(record["text"])
    article = Article(
        id=f"sha256:{n:064x}", ref=record["doc_id"], title="", language="en", text=text, outlet=f"Outlet {n}"
    )
    item = pipeline.extract(article, world)
    analysis = languages.load("en").analyse(text, (Span(0, len(text)),))
    lemmas = {k: t.lemma.lower() for t in analysis.tokens for k in range(t.start, t.end)}
    gold = [(e, [Span(at[s], at[f]) for s, f in e["spans"]]) for e in record["events"]]
    paired = _aligned(item, [spans for _, spans in gold], lemmas)
    return item, [
        Mention(record["doc_id"], record["topic"], record["subtopic"], e["chain"], e["text"], paired.get(k))
        for k, (e, _) in enumerate(gold)
    ]


def plain(text: str) -> tuple[str, list[int]]:
    """Return a text as printed, and for each offset of the annotated one where it stands there."""
    cuts = sorted((m.start(), m.end(), by) for pattern, by in _JOINS for m in pattern.finditer(text))
    out: list[str] = []
    at = [0] * (len(text) + 1)
    done = length = 0
    for start, end, by in cuts:
        if start < done:
            continue
        for k in range(done, start):
            at[k] = length + k - done
        out += [text[done:start], by]
        length += start - done
        for k in range(start, end):
            at[k] = length
        length += len(by)
        done = end
    for k in range(done, len(text) + 1):
        at[k] = length + k - done
    return "".join([*out, text[done:]]), at


def _aligned(
    item: Extraction, gold: Sequence[Sequence[Span]], lemmas: dict[int, str]
) -> dict[int, Assertion]:
    """Pair mentions and assertions one to one: by the cue of speech, else by the event word; shortest first."""
    fits: list[tuple[int, int, str, Assertion]] = []
    cues = dict(_cues(item))
    for n, spans in enumerate(gold):
        for one in item.assertions:
            if one.id in cues:
                hit = any(s.start < cues[one.id].end and cues[one.id].start < s.end for s in spans)
            else:
                words = {lemmas.get(s.start, "") for s in spans if one.span.covers(s)}
                hit = one.proposition.predicate.partition(" ")[0] in words - {""}
            if hit:
                fits.append((len(one.span), n, one.id, one))
    out: dict[int, Assertion] = {}
    used: set[str] = set()
    for _, n, id_, one in sorted(fits, key=lambda f: f[:3]):
        if n not in out and id_ not in used:
            out[n] = one
            used.add(id_)
    return out


def _cues(item: Extraction) -> Iterator[tuple[str, Span]]:
    """The cue of each act of speech, by the id of its own assertion."""
    known = {one.id: one for one in item.assertions}
    for one in item.assertions:
        for about in one.refers_to if one.proposition.family == "speech" else ():
            content = known.get(about)
            if content is not None and content.attribution is not None:
                yield one.id, content.attribution.cue.span


def _rows(found: Linked) -> list[Row]:
    """One row a topic: mentions, links and pairs counted under the topic of their first side."""
    aligned = [m for m in found.mentions if m.assertion is not None]
    home = {m.assertion.id: m for m in aligned if m.assertion is not None}
    by_claim, by_chain = defaultdict(set), defaultdict(set)
    for key, m in home.items():
        by_claim[found.claims.get(key, key)].add(key)
        by_chain[m.chain].add(key)
    made: dict[str, Counter[str]] = {m.topic: Counter() for m in found.mentions}
    for key, m in home.items():
        ours, gold = by_claim[found.claims.get(key, key)], by_chain[m.chain]
        made[m.topic].update(
            n=1,
            precision=len(ours & gold) / len(ours),
            recall=len(ours & gold) / len(gold),
        )
    texts = {item.article.ref: item.article.text for item in found.items}
    for a, b in _same(found.links, home):
        wrong = a.chain != b.chain
        made[a.topic].update(same=1, wrong=int(wrong), reworded=int(wrong and not _one_wording(a, b, texts)))
    for a, together in _hard(aligned, found.claims):
        made[a.topic].update(pairs_apart=1, kept_apart=int(not together))
    for keys in by_chain.values():
        for x, y in combinations(sorted(keys), 2):
            met = found.claims.get(x, x) == found.claims.get(y, y)
            made[home[x].topic].update(coreferent=1, met=int(met))
    return [
        Row(topic, int(c["n"]), int(c["same"]), int(c["same"] - c["wrong"]), dict(c) | _zeros(c))
        for topic, c in sorted(made.items())
    ]


def _zeros(found: Counter[str]) -> dict[str, float]:
    keys = ("n", "precision", "recall", "same", "wrong", "reworded", "pairs_apart", "kept_apart")
    keys += ("coreferent", "met")
    return {k: float(found[k]) for k in keys}


def _one_wording(a: Mention, b: Mention, texts: dict[str, str]) -> bool:
    """Whether two mentions stand in one clause word for word; the gold ties no single mentions across texts."""
    said = [m.assertion.span.of(texts[m.doc]).casefold().split() if m.assertion else [] for m in (a, b)]
    return said[0] == said[1]


def _same(links: Iterable[Link], home: dict[str, Mention]) -> Iterator[tuple[Mention, Mention]]:
    for link in links:
        if link.relation is Relation.SAME and link.left in home and link.right in home:
            yield home[link.left], home[link.right]


def _hard(aligned: Sequence[Mention], claims: dict[str, int]) -> Iterator[tuple[Mention, bool]]:
    """Pairs of one event word or type in the two courses of a topic: their first side, and if in one claim."""
    topics: dict[str, list[Mention]] = defaultdict(list)
    for m in aligned:
        topics[m.topic].append(m)
    for group in topics.values():
        for a, b in combinations(group, 2):
            one, other = a.assertion, b.assertion
            if a.subtopic == b.subtopic or one is None or other is None or a.chain == b.chain:
                continue
            p, q = one.proposition, other.proposition
            if p.predicate == q.predicate or (p.type == q.type != "other"):
                yield a, claims.get(one.id, one.id) == claims.get(other.id, other.id)
