"""Pages and settings for the reading tests."""

import pytest

from ouidire.reading import ReadSettings, read

SENTENCES = tuple(
    f"Ferry number {n} stayed in the port of Velmont on Monday, the harbour office said in a notice."
    for n in range(8)
)
TAIL = "The tail sentinel zqxj closes the page, according to the harbour master of Velmont."


@pytest.fixture
def page():
    """Return a function that wraps markup in a page with a title, six paragraphs and a tail."""

    def wrap(markup="", *, head="", before=""):
        body = "".join(f"<p>{s}</p>" for s in SENTENCES[:6])
        return (
            f"<!DOCTYPE html><html lang='en'><head><title>Storm shuts Velmont</title>{head}</head><body><article>"
            f"<h1>Storm shuts Velmont</h1>{before}{body}{markup}<p>{TAIL}</p></article></body></html>"
        )

    return wrap


@pytest.fixture
def read_bytes(tmp_path):
    """Return a function that writes bytes to a file and reads it."""

    def one(name, body, **settings):
        file = tmp_path / name
        file.write_bytes(body)
        return list(read([str(file)], ReadSettings(**settings)))

    return one
