"""Microsoft Recognizers-Text: phrases with times, French and English; the part that asks for days and lengths.

In scope, by the type and value of the gold alone: type *date*, *daterange* or *duration*. Out: clock
times, sets, zones; fiscal and school years (FY, SY), business days (BD), values the gold does not
resolve, *a few* counted as three (TIMEX3: ``PXD``); and, where a phrase has no reference day, values that need one (a dated value whose year is not
written in the phrase).

A phrase is right where an expression overlaps it and has one of the gold's resolutions: the same value,
the same interval, or the same length. An offset in months or years may be given as its month or year
(TimeML), not to the day. The set is one of phrases, not of documents, so it has no interval.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row, overlap
from eval.timex_values import bounds, next_day, same_interval, same_value
from ouidire import languages
from ouidire.codec import encode
from ouidire.extraction.propositions import times
from ouidire.model import Article, Span

__all__ = ["missed", "recognizers"]

_ASKED = frozenset({"date", "daterange", "duration"})
_OUT = {"set": "set", "timezone": "time zone", "": "no type"}
_ENDS = re.compile(r"\(([\dX]{4}-\d\d-\d\d),([\dX]{4}-\d\d-\d\d),")
_PARTS = frozenset({"start", "mid", "end"})
_YEAR = re.compile(r"(?<![\d-])\d{4}(?=-|,|\)|$)")
_THREE = re.compile(r"PT?3[A-Z]")
_SAID_THREE = re.compile(r"3|three|trois", re.IGNORECASE)


def recognizers(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score both languages: the share of phrases in scope that are found with the right value."""
    figures: dict[str, float] = {}
    rows: list[Row] = []
    for lang in ("fr", "en"):
        items = list(_items(data, lang))
        out = Counter(item["out"] for item in items if item["out"])
        asked = [item for item in items if not item["out"]]
        found = [item for item in asked if item["found"]]
        silent = [doc for doc in _docs(data, lang) if not doc["timexes"]]
        figures |= {
            f"recognizers.{lang}": sum(i["right"] for i in asked) / max(1, len(asked)),
            f"recognizers.{lang}.found": len(found) / max(1, len(asked)),
            f"recognizers.{lang}.n": len(asked),
        }
        for kind in sorted(_ASKED):
            mine = [i for i in asked if i["gold"]["type"] == kind]
            figures[f"recognizers.{lang}.{kind}"] = sum(i["right"] for i in mine) / max(1, len(mine))
            figures[f"recognizers.{lang}.{kind}.n"] = len(mine)
        figures |= {f"recognizers.{lang}.out.{why.replace(' ', '_')}": n for why, n in sorted(out.items())}
        figures[f"recognizers.{lang}.spurious"] = sum(bool(_times(doc)) for doc in silent)
        figures[f"recognizers.{lang}.no_time.n"] = len(silent)
        rows += [Row(i["id"], 1, int(bool(i["found"])), int(i["right"])) for i in asked]
    return figures, rows


def missed(data: Path) -> Iterator[str]:
    """Yield a line for every phrase in scope that was not found, or with another value."""
    for lang in ("fr", "en"):
        for item in _items(data, lang):
            if item["out"] or item["right"]:
                continue
            got = item["found"]
            came = f"{got['quote']} = {got['value']} [{got['begin']}, {got['until']})" if got else "nothing"
            gold = item["gold"]
            yield f"{item['id']} {gold['type']} ({item['day']}): {gold['text']} = {_wanted(gold)} <- {came} | {item['text']}"


def _wanted(gold: dict[str, Any]) -> str:
    ways = (f"{v.get('value') or ''}{v.get('start', '')}..{v.get('end', '')}" for v in gold["values"])
    return f"{gold['value']} {' or '.join(ways)}"


def _docs(data: Path, lang: str) -> Iterator[dict[str, Any]]:
    return jsonl(data / "dates" / f"recognizers.{lang}.jsonl")


def _times(doc: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the times of a phrase, read as one block: it is no article that has a headline or boilerplate."""
    pack, text = languages.load(doc["lang"]), doc["text"]
    published = datetime.fromisoformat(doc["dct"][:10]).replace(tzinfo=UTC) if doc["dct"] else None
    article = Article(id="", ref="", language=doc["lang"], text=text, published_at=published)
    found = times(pack.analyse(text, (Span(0, len(text)),)), article, pack)
    return [encode(one, text) for one in found]


def _items(data: Path, lang: str) -> Iterator[dict[str, Any]]:
    for doc in _docs(data, lang):
        day = doc["dct"][:10] if doc["dct"] else None
        for n, gold in enumerate(doc["timexes"]):
            out = _out(gold, day)
            beside = (
                [] if out else [t for t in _times(doc) if overlap([[t["start"], t["end"]]], [gold["span"]])]
            )
            good = [t for t in beside if _right(t, gold, day)]
            best = (good or sorted(beside, key=lambda t: t["start"] - t["end"]) or [None])[0]
            yield {
                "id": f"{lang}:{doc['doc_id'].rpartition(':')[2]}.{n}",
                "text": doc["text"],
                "day": day,
                "gold": gold,
                "out": out,
                "found": best,
                "right": bool(good),
            }


def _out(gold: dict[str, Any], day: str | None) -> str:
    """Return why a phrase is out of scope; empty where it is in."""
    value = gold["value"]
    if gold["type"] not in _ASKED:
        return _OUT.get(gold["type"], "clock time")
    if value.startswith(("FY", "SY")):
        return "fiscal or school year"
    if "BD" in value:
        return "business days"
    if all(v.get("value") == "not resolved" for v in gold["values"]):
        return "not resolved"
    if day is None and not all(_is_said(year, gold["text"]) for year in _YEAR.findall(value)):
        return "no reference day"
    if _THREE.fullmatch(value) and not _SAID_THREE.search(gold["text"]):
        return "several counted as three"
    return ""


def _is_said(year: str, text: str) -> bool:
    """Whether a year stands in the phrase, in full or by its last two digits."""
    return re.search(rf"(?<!\d)(?:{year}|{year[2:]})(?!\d)", text) is not None


def _right(found: dict[str, Any], gold: dict[str, Any], day: str | None) -> bool:
    if gold["type"] == "duration":
        return same_value(found["value"], gold["value"])
    if same_value(found["value"], gold["value"]):
        return True
    return _same_ends(found["value"], gold["value"]) or any(_fits(found, way, day) for way in gold["values"])


def _same_ends(value: str, gold: str) -> bool:
    """Whether a range whose year is open has the ends of the gold (``XXXX-03/XXXX-05``)."""
    wanted = _ENDS.match(gold)
    if not wanted:
        return False
    first, _, last = value.partition("/")
    ends = [bounds(one) for one in (first, last or first)]
    start, stop = wanted.groups()
    return ends[0][0] == start and stop in ((ends[1][1],) if not last else ends[1])


def _fits(found: dict[str, Any], way: dict[str, Any], day: str | None) -> bool:
    on = way.get("value")
    if on:
        whole = same_interval(found, on, next_day(on)) if on[:2].isdigit() else False
        return whole or bool(day and on[8:] == day[8:] and found["value"] == on[: len(found["value"])] != on)
    start, end = way.get("start"), way.get("end")
    if way.get("Mod") in _PARTS and start and found["value"] == start[: len(found["value"])]:
        return True
    if way.get("Mod") in {"before", "after", "since", "until"} and found["value"] in {start, end}:
        return (found["begin"] is None) == (start is None)
    return same_interval(found, start, end) if start or end else False
