"""What a classifier sees of a candidate or of a relation of the grammar: names of features that hold."""

from __future__ import annotations

from typing import Any

from eval.trained.candidates import QUOTES, Candidate
from ouidire.extraction.relations.entries import Cues
from ouidire.languages import Analysis, Token

__all__ = ["of_candidate", "of_record"]


def of_candidate(analysis: Analysis, cues: Cues, item: Candidate, language: str) -> dict[str, float]:
    """Return binary features: words (per language), the tree, the source, the content, the lexicon."""
    head, below = analysis.tokens[item.head], analysis.tokens[item.below]
    lexicon = _lexicon(cues, head, item.kind)
    mark = next((t.lower for t in analysis.children(item.below, "mark")), "-")
    names = [
        f"lemma={language}:{head.lemma.lower()}",
        f"lemma+kind={language}:{head.lemma.lower()}:{item.kind}",
        f"mark={language}:{mark}",
        f"kind={item.kind}",
        f"upos={head.upos}",
        f"deprel={head.deprel}",
        f"lexicon={lexicon}",
        f"lexicon+kind={lexicon}:{item.kind}",
        f"lexicon+mark={lexicon}:{mark != '-'}",
        f"below={below.upos}:{below.feats.get('VerbForm', '-')}",
        f"tense={head.feats.get('Tense', '-')}:{head.feats.get('VerbForm', '-')}",
        f"before={item.below < item.head}",
        f"size={min(5, len(item.content) // 4)}",
        f"quoted={any(analysis.tokens[i].text in QUOTES for i in item.content)}",
        *_of_source(analysis, cues, item.source, f"{lexicon}:{item.kind}"),
    ]
    return dict.fromkeys(names, 1.0)


def _of_source(analysis: Analysis, cues: Cues, source: int | None, lexicon: str) -> list[str]:
    if source is None:
        return ["source=none", f"source+lexicon=none:{lexicon}"]
    token = analysis.tokens[source]
    label = next((e.label for e in analysis.entities if e.first <= source < e.last), "-")
    known = cues.source(token) is not None
    kind = "known" if known else label if label != "-" else token.upos
    return [f"source={kind}", f"source.upos={token.upos}", f"source+lexicon={kind}:{lexicon}"]


def _lexicon(cues: Cues, head: Token, kind: str) -> str:
    lemma = head.lemma.lower()
    if kind == "frame":
        return "frame" if any(f.split()[0] == head.lower for e in cues.frames for f in e.forms) else "-"
    for name, table in (("verb", cues.verbs), ("noun", cues.nouns), ("adjective", cues.adjectives)):
        if lemma in table and head.upos == name.upper()[:4].replace("ADJE", "ADJ"):
            return f"{name}:{table[lemma][0][1].act}"
    return "-"


def of_record(record: dict[str, Any], text: str, language: str) -> dict[str, float]:
    """Return features of a relation the grammar found: its act, cue, size, source."""
    size = sum(e - s for s, e in record["content"])
    cue = " ".join(text[s:e] for s, e in record["cue"]).lower()
    quoted = any(c in QUOTES for s, e in record["content"] for c in text[s:e])
    inserted = bool(record["content"] and record["cue"] and record["content"][0][0] < record["cue"][0][0])
    act = record["act"]
    names = [
        f"act={act}",
        f"act+inserted={act}:{inserted}",
        f"cue={language}:{cue}",
        *(f"word={language}:{word}" for word in cue.split()),
        f"size={min(6, size // 25)}",
        f"source={min(3, sum(e - s for s, e in record['source']) // 12) if record['source'] else 'none'}",
        f"source+act={bool(record['source'])}:{act}",
        f"quoted={quoted}",
        f"nested={record['parent'] is not None}",
    ]
    return dict.fromkeys(names, 1.0)
