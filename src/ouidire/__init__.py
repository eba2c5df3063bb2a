"""Ouï-dire: a provenance-first claim ledger for news on contested events."""

__version__ = "0.1.0"
