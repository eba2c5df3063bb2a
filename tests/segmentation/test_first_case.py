"""The first case: segments of a real article against its hand annotation (skipped where it is absent)."""

import json
import os
from pathlib import Path

import pytest

from ouidire import languages
from ouidire.model import Article
from ouidire.segmentation import passages

SHARED = Path(os.environ.get("OUIDIRE_SHARED", Path(__file__).parents[3] / "shared"))
CASE = SHARED / "cases" / "kursk"
ROLES = {
    "takeaways_heading": "subhead",
    "takeaway": "takeaway",
    "subheading": "subhead",
    "boilerplate": "boilerplate",
}


def test_segments_of_the_first_case():
    """One passage per segment, its role the annotated one; a list mark belongs to no passage."""
    if not (CASE / "gold.json").is_file():
        pytest.skip(f"the first case is not at {CASE}")
    text = (CASE / "article.txt").read_text(encoding="utf-8")
    gold = json.loads((CASE / "gold.json").read_text(encoding="utf-8"))["segments"]
    article = Article(id="x", ref="x", language="fr", text=text)

    found = passages(article, languages.load("fr"))

    assert [p.span.end for p in found] == [s["end"] for s in gold]
    for passage, segment in zip(found, gold, strict=True):
        expected = ROLES.get(segment["kind"])
        assert passage.role.value == expected if expected else passage.role.value in ("lede", "body"), (
            segment["kind"]
        )
