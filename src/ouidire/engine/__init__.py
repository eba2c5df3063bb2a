"""Where the pipeline runs, and ledgers as people use them.

Names are imported when they are first used: extracting needs no database, listing claims no parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ouidire.engine.adding import Added
    from ouidire.engine.asking import Wanted
    from ouidire.engine.changes import Change
    from ouidire.engine.extracting import extract_each, extract_text
    from ouidire.engine.judging import Verdict
    from ouidire.engine.ledger import Ledger, open_ledger
    from ouidire.engine.relating import Statement, relate_lines, relate_texts

__all__ = [
    "Added",
    "Change",
    "Ledger",
    "Statement",
    "Verdict",
    "Wanted",
    "extract_each",
    "extract_text",
    "open_ledger",
    "relate_lines",
    "relate_texts",
]

_WHERE = {
    "Added": "adding",
    "Change": "changes",
    "Ledger": "ledger",
    "Statement": "relating",
    "Verdict": "judging",
    "Wanted": "asking",
    "extract_each": "extracting",
    "extract_text": "extracting",
    "open_ledger": "ledger",
    "relate_lines": "relating",
    "relate_texts": "relating",
}


def __getattr__(name: str) -> Any:
    """Import a name of this package when it is first used."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
