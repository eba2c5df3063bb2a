"""Every noun of the model is in the glossary, and the glossary names nothing else."""

import re
from pathlib import Path

import ouidire.model

ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
ROOT = Path(__file__).parents[2]


def test_glossary_and_model_agree():
    """The two lists are one."""
    glossary = set(ROW.findall((ROOT / "GLOSSARY.md").read_text(encoding="utf-8")))

    assert set(ouidire.model.__all__) == glossary


def test_banned_words_are_no_identifiers():
    """Words that promise more than the product knows, or say nothing, name no code."""
    banned = re.compile(
        r"\b(?:def|class)\s+\w*(confidence|truth|fake|trust|utils|helpers|manager)\w*", re.IGNORECASE
    )
    hits = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in (ROOT / "src").rglob("*.py")
        for match in banned.finditer(path.read_text(encoding="utf-8"))
    ]

    assert hits == []
