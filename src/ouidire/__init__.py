"""Ouï-dire: a provenance-first claim ledger for news on contested events.

>>> import ouidire
>>> found = ouidire.extract("Selon la préfecture, le pont est fermé.", language="fr")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ouidire.engine.asking import Wanted
    from ouidire.engine.extracting import extract_text as extract
    from ouidire.engine.ledger import Ledger, open_ledger
    from ouidire.errors import OuidireError
    from ouidire.model import Claim, Dossier, Extraction

__all__ = [
    "Claim",
    "Dossier",
    "Extraction",
    "Ledger",
    "OuidireError",
    "Wanted",
    "__version__",
    "extract",
    "open_ledger",
]

__version__ = "0.1.0"

_WHERE = {
    "Claim": ("ouidire.model", "Claim"),
    "Dossier": ("ouidire.model", "Dossier"),
    "Extraction": ("ouidire.model", "Extraction"),
    "Ledger": ("ouidire.engine.ledger", "Ledger"),
    "OuidireError": ("ouidire.errors", "OuidireError"),
    "Wanted": ("ouidire.engine.asking", "Wanted"),
    "extract": ("ouidire.engine.extracting", "extract_text"),
    "open_ledger": ("ouidire.engine.ledger", "open_ledger"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: ``import ouidire`` alone loads nothing."""
    if name not in _WHERE:
        raise AttributeError(f"module 'ouidire' has no attribute {name!r}")
    module, attribute = _WHERE[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value
