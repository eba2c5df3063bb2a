"""Capture to article: sniffs, decodes and reads text, Markdown, HTML and JSON lines."""

from ouidire.reading.documents import read, read_text
from ouidire.reading.result import Outcome, ReadResult, ReadSettings

__all__ = ["Outcome", "ReadResult", "ReadSettings", "read", "read_text"]
