"""Documents with gold, grammar's relations, candidates, and what each cost in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.french import marked
from eval.product import outermost, records
from eval.trained.candidates import Candidate, candidates
from eval.trained.features import of_candidate, of_record
from ouidire import segmentation
from ouidire.engine.extracting import extract_text
from ouidire.extraction.relations.entries import cues_of
from ouidire.languages import Analysis, load
from ouidire.model import PassageRole

__all__ = ["Document", "read", "sources"]

Relation = dict[str, Any]


@dataclass(slots=True)
class Document:
    """One text: gold, what the grammar finds, every candidate, features of both, seconds spent."""

    doc: str
    fold: str
    language: str
    words: int
    gold: list[Relation]
    grammar: list[Relation]
    offered: list[Relation]
    seen: list[dict[str, float]]
    grammar_seen: list[dict[str, float]]
    negatives: list[list[list[int]]] = field(default_factory=list)
    grammar_seconds: float = 0.0
    parse_seconds: float = 0.0
    trained_seconds: float = 0.0


def sources(data: Path, limit: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (set, raw document with language, fold and gold) of every set the experiment uses."""
    folder = data / "attribution"
    for raw in jsonl(folder / "gum.train.en.jsonl"):
        gold = [g | {"cue": g["source_cue"], "source": []} for g in raw["attributions"]]
        yield "gum", raw | {"fold": raw["doc_id"], "gold": gold}
    for raw in jsonl(folder / "asfalda.dev.fr.jsonl"):
        gold = [g for g in raw["attributions"] if g["kind"] == "speech" and g["content"]]
        yield "asfalda", raw | {"fold": raw["genre"], "gold": gold}
    texts = {f"pud:{item['id']}": item["fr"] for item in jsonl(data / "linking" / "pud.dev.jsonl")}
    for key, gold in marked("a").items():
        yield "french", {"doc_id": key, "fold": key[:-3], "lang": "fr", "text": texts[key], "gold": gold}
    for name, most in (("dev", None), ("train", limit)):
        for n, raw in enumerate(jsonl(folder / f"polnear.{name}.en.jsonl")):
            if most is not None and n >= most:
                break
            gold = [g for g in raw["attributions"] if g["cue"]]
            yield f"polnear.{name}", raw | {"lang": "en", "fold": raw["doc_id"], "gold": gold}


def read(name: str, raw: dict[str, Any]) -> Document:
    """Run the grammar and list the candidates of one document."""
    text, language = raw["text"], raw["lang"]
    started = time.process_time()
    grammar = (outermost if name.startswith("polnear") else records)(text, language)
    grammar_seconds = time.process_time() - started
    pack = load(language)
    analysis, parsed = _analysis(text, language)
    started = time.process_time()
    found = list(candidates(analysis))
    seen = [of_candidate(analysis, cues_of(pack), one, language) for one in found]
    spent = time.process_time() - started
    return Document(
        doc=raw["doc_id"],
        fold=raw["fold"],
        language=language,
        words=len(text.split()),
        gold=raw["gold"],
        grammar=grammar,
        offered=[_relation(analysis, one) for one in found],
        seen=seen,
        grammar_seen=[of_record(one, text, language) for one in grammar],
        negatives=[item["target"] for item in raw.get("other_sense", ())],
        grammar_seconds=grammar_seconds,
        parse_seconds=parsed,
        trained_seconds=spent,
    )


def _analysis(text: str, language: str) -> tuple[Analysis, float]:
    """Return the tokens of a text, and the seconds it took to parse."""
    pack = load(language)
    passages = segmentation.passages(extract_text(text, language=language).article, pack)
    blocks = tuple(p.span for p in passages if p.role is not PassageRole.BOILERPLATE)
    started = time.process_time()
    return pack.analyse(text, blocks), time.process_time() - started


def _relation(analysis: Analysis, item: Candidate) -> Relation:
    source = analysis.subtree(item.source) if item.source is not None else ()
    outside = {*item.cue, *item.content}
    return {
        "kind": item.kind.partition(":")[0],
        "cue": _spans(analysis, item.cue),
        "content": _spans(analysis, item.content),
        "source": _spans(analysis, [i for i in source if i not in outside]),
    }


def _spans(analysis: Analysis, tokens: Any) -> list[list[int]]:
    spans: list[list[int]] = []
    last = -2
    for i in tokens:
        token = analysis.tokens[i]
        if i == last + 1:
            spans[-1][1] = token.end
        else:
            spans.append([token.start, token.end])
        last = i
    return spans
