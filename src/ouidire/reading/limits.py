"""How much of an input is read before it is refused.

Bytes, characters or seconds as each name says. Every breach is recorded as ``limit:<name>``.
"""

from __future__ import annotations

__all__ = [
    "DECODED_BYTES",
    "EXTRACTED_CHARS",
    "INPUT_BYTES",
    "INPUT_RATIO",
    "JSON_DEPTH",
    "JSON_LINE_BYTES",
    "TAG_CHARS",
    "WALL_SECONDS",
    "WORKER_BYTES",
    "WORKER_DOCUMENTS",
]

INPUT_BYTES = 20_000_000
DECODED_BYTES = 50_000_000
INPUT_RATIO = 200  # decompressed to compressed; text is 3 to 15, the densest gzip bomb about 1,030
JSON_LINE_BYTES = 20_000_000
JSON_DEPTH = 100
TAG_CHARS = 65_536  # one HTML tag: 50,000 attributes on one tag cost a parser seven seconds
EXTRACTED_CHARS = 5_000_000
WALL_SECONDS = 10.0  # one HTML document
WORKER_BYTES = 1_610_612_736  # address space of the process that reads HTML
WORKER_DOCUMENTS = 500  # after so many a fresh worker, whatever the old one leaked
