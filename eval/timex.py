"""Times in news: the TIMEX3 of MEANTIME dev and the dates of GUM train, both English Wikinews.

Spans are matched one to one by overlap, values compared among the matched. MEANTIME annotates the first
sentences only: what is found after the sentence of its last annotation is not looked at. GUM marks
dates (TEI), no lengths, sets or vague times: of what is found only values on the calendar count there,
and what it bounds without dating it (``notBefore``, ``notAfter``) is left out on both sides.
A range counts as its two ends, which both mark apart. A line that gives nothing but the date of
the article is its metadata, which the product is given, and left out on both sides. A value that GUM leaves open (a month
of any year) is not compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Counts, Row, bootstrap, iou, match, overlap
from eval.product import extraction
from eval.timex_values import ends, next_day, same_interval, same_value

__all__ = ["missed", "timex"]

Gold = dict[str, Any]
_CALENDAR = re.compile(r"\d\d")
_LAST_SENTENCE = 5
"""The title is 0, the date line 1."""
_DATE_LINE = re.compile(r"(?:\w+day, )?[A-Z]\w+ \d\d?, \d{4} *")
_AFTER = re.compile(r"[.!?]['\"” ]*(?=\s+\S)|\n")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: gold and found times, and their pairs (gold, found)."""

    doc: str
    text: str
    gold: list[Gold]
    found: list[Gold]
    pairs: list[tuple[int, int]]


def timex(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score both corpora together and apart: span F1 by overlap, values right among the matched."""
    figures: dict[str, float] = {}
    rows: list[Row] = []
    counts: Counter[str] = Counter()
    for name, documents in (("meantime", list(_meantime(data))), ("gum", list(_gum(data)))):
        mine = [_row(document) for document in documents]
        figures |= _figures(f"timex.{name}", mine)
        rows += mine
        for document in documents:
            counts.update(f"timex.{name}.{kind}" for kind in _classes(document))
    return _figures("timex", rows) | figures | dict(sorted(counts.items())), rows


def _figures(prefix: str, rows: Sequence[Row]) -> dict[str, float]:
    counts = Counts.over(rows)
    low, high = bootstrap(rows, lambda some: Counts.over(some).f1)
    value_low, value_high = bootstrap(rows, _values_right)
    return {
        f"{prefix}.f1": counts.f1,
        f"{prefix}.f1.low": low,
        f"{prefix}.f1.high": high,
        f"{prefix}.precision": counts.precision,
        f"{prefix}.recall": counts.recall,
        f"{prefix}.values": _values_right(rows),
        f"{prefix}.values.low": value_low,
        f"{prefix}.values.high": value_high,
        f"{prefix}.n": counts.gold,
        f"{prefix}.values.n": sum(r.extra["asked"] for r in rows),
    }


def _values_right(rows: Sequence[Row]) -> float:
    return sum(r.extra["right"] for r in rows) / max(1, sum(r.extra["asked"] for r in rows))


def _row(document: Document) -> Row:
    row = Row(document.doc, len(document.gold), len(document.found), len(document.pairs))
    asked = [(g, f) for g, f in document.pairs if _is_closed(document.gold[g])]
    row.extra["asked"] = len(asked)
    row.extra["right"] = sum(_right(document.found[f], document.gold[g]) for g, f in asked)
    return row


def _classes(document: Document) -> Iterator[str]:
    """Yield a name for each error: what was missed, what was found beyond the gold, what came out otherwise."""
    used = {g for g, _ in document.pairs}, {f for _, f in document.pairs}
    yield from (f"missed.{_class(g)}" for n, g in enumerate(document.gold) if n not in used[0])
    yield from (f"spurious.{_class(f)}" for n, f in enumerate(document.found) if n not in used[1])
    for g, f in document.pairs:
        gold = document.gold[g]
        if _is_closed(gold) and not _right(document.found[f], gold):
            yield f"value.{_class(gold)}"


def _class(item: Gold) -> str:
    value = item.get("value") or item.get("when") or item.get("from") or ""
    if value.endswith("_REF") or value.startswith("XXXX-XX"):
        return "vague"
    if value.startswith("P"):
        return "length"
    return "clock" if "T" in value else "day" if value.count("-") == 2 else "longer"


def missed(data: Path) -> Iterator[str]:
    """Yield a line for every gold time that was missed (−), every one beyond it (+), every other value (≠)."""
    for document in (*_meantime(data), *_gum(data)):
        used = {g for g, _ in document.pairs}, {f for _, f in document.pairs}
        for n, gold in enumerate(document.gold):
            if n not in used[0]:
                yield f"- {document.doc} {_wanted(gold)} {_around(document.text, gold['span'])}"
        for n, found in enumerate(document.found):
            if n not in used[1]:
                where = _around(document.text, [found["start"], found["end"]])
                yield f"+ {document.doc} {found['value']} {where}"
        for g, f in document.pairs:
            gold, found = document.gold[g], document.found[f]
            if _is_closed(gold) and not _right(found, gold):
                where = _around(document.text, gold["span"])
                yield f"≠ {document.doc} {_wanted(gold)} <- {found['quote']} = {found['value']} {where}"


def _wanted(gold: Gold) -> str:
    return str({k: v for k, v in gold.items() if k in {"value", "when", "from", "to", "notAfter"}})


def _around(text: str, span: Sequence[int]) -> str:
    start, end = span
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


def _document(doc: Gold, gold: list[Gold], found: list[Gold]) -> Document:
    every = [end for one in found for end in ends(one)]
    pairs = match(gold, every, lambda g, f: iou([g["span"]], [[f["start"], f["end"]]]) + _bonus(g, f))
    return Document(doc["doc_id"], doc["text"], gold, every, pairs)


def _bonus(gold: Gold, found: Gold) -> float:
    """Tell the two ends of a range apart: they share its span, the value says which is which."""
    touching = gold["span"][0] < found["end"] and found["start"] < gold["span"][1]
    return 0.001 if touching and _right(found, gold) else 0.0


def _meantime(data: Path) -> Iterator[Document]:
    for doc in jsonl(data / "certainty" / "meantime.dev.en.jsonl"):
        gold = [t for t in doc["timexes"] if t["span"] and not _is_date_line(doc["text"], t["span"])]
        end = _zone(doc)
        times = extraction(doc["text"], "en", _published(doc))["times"]
        yield _document(doc, gold, [t for t in times if t["start"] < end])


def _is_date_line(text: str, span: Sequence[int]) -> bool:
    """Whether an expression fills its line: the date of the article itself."""
    start = text.rfind("\n", 0, span[0]) + 1
    line = text[start:].partition("\n")[0]
    return bool(_DATE_LINE.fullmatch(line))


def _published(doc: Gold) -> str:
    """Return the day of publication: that of the data, else the date line, the second line of every article."""
    day = doc["dct"] or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return day
    if other := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", day):
        return f"{other[3]}-{other[1]}-{other[2]}"
    line = doc["text"].split("\n")[1].strip()
    stated = re.fullmatch(r"(\w+) (\d\d?), (\d{4})", line)
    assert stated is not None, f"no date line @ {doc['doc_id']}"
    names = "January February March April May June July August September October November December"
    return date(int(stated[3]), names.split().index(stated[1]) + 1, int(stated[2])).isoformat()


def _zone(doc: Gold) -> int:
    """Return where the annotated part ends: with the last annotation of its last sentence, by the corpus's count.

    Events further down are there only where they are named before.
    """
    spans = [e["span"] for e in doc["events"] if e["span"] and e["sent"] <= _LAST_SENTENCE]
    spans += [t["span"] for t in doc["timexes"] if t["span"]]
    stop = _AFTER.search(doc["text"], max(end for _, end in spans))
    return stop.end() if stop else len(doc["text"])


def _gum(data: Path) -> Iterator[Document]:
    for doc in jsonl(data / "attribution" / "gum.train.en.jsonl"):
        times = extraction(doc["text"], "en", doc["dct"])["times"]
        gold = [d for d in doc["dates"] if not _is_date_line(doc["text"], d["span"])]
        bounded = [d["span"] for d in gold if "when" not in d and "from" not in d]
        dated = [t for t in times if _CALENDAR.match(t["value"])]
        yield _document(
            doc,
            [d for d in gold if d["span"] not in bounded],
            [t for t in dated if not overlap([[t["start"], t["end"]]], bounded)],
        )


def _is_closed(gold: Gold) -> bool:
    """Whether the gold says what the value is."""
    if "value" in gold:
        return True
    stated = gold.get("when") or gold.get("from") or ""
    return bool(stated) and not stated.startswith("--")


def _right(found: Gold, gold: Gold) -> bool:
    if "value" in gold:
        return same_value(found["value"], gold["value"])
    if "when" in gold:
        return same_value(found["value"].replace("TNI", ""), gold["when"])
    if not gold.get("to", "").startswith("2") and not gold.get("to", "").startswith("1"):
        return False
    return same_interval(found, gold["from"], next_day(gold["to"]))
