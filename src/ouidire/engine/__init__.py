"""Where the pipeline runs, and ledgers as people use them."""

from ouidire.engine.asking import Wanted
from ouidire.engine.extracting import extract_each, extract_text
from ouidire.engine.ledger import Added, Ledger, open_ledger
from ouidire.engine.relating import Statement, relate_lines, relate_texts

__all__ = [
    "Added",
    "Ledger",
    "Statement",
    "Wanted",
    "extract_each",
    "extract_text",
    "open_ledger",
    "relate_lines",
    "relate_texts",
]
