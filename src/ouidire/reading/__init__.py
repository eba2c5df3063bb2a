"""Capture to article: sniffs, decodes and reads text, Markdown, HTML and JSON lines."""

from ouidire.reading.documents import read, read_bytes, read_text
from ouidire.reading.moment import parse_moment
from ouidire.reading.result import Outcome, ReadResult, ReadSettings

__all__ = ["Outcome", "ReadResult", "ReadSettings", "parse_moment", "read", "read_bytes", "read_text"]
