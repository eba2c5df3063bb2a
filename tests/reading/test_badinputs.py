"""A sample of public bad inputs: every one has a recorded outcome, none stops the batch."""

import os
import tarfile
from pathlib import Path

import pytest

from ouidire.reading import ReadSettings, read

SHARED = Path(os.environ.get("OUIDIRE_SHARED", Path(__file__).parents[3] / "shared"))
ARCHIVE = SHARED / "data" / "badinputs" / "badinputs.tar.xz"
SUFFIX = (".html", ".txt", ".jsonl")
EVERY = 21  # about 300 of 6,283 files
LARGEST = 100_000  # bytes; the large ones are read by hand before a release


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Write every n-th file of the archive under a suffix that makes it read as HTML, text or JSON lines."""
    if not ARCHIVE.is_file():
        pytest.skip(f"public bad inputs are not at {ARCHIVE}")
    folder = tmp_path_factory.mktemp("bad")
    with tarfile.open(ARCHIVE) as archive:
        for n, member in enumerate(archive):
            if member.isfile() and n % EVERY == 0 and member.size < LARGEST:
                body = archive.extractfile(member).read()
                suffix = SUFFIX[n // EVERY % len(SUFFIX)]
                (folder / f"{n:05}{suffix}").write_bytes(body)
    return folder


def test_every_bad_input_has_an_outcome(samples):
    """Read, refused or failed, with a reason; and what was read can be written again."""
    files = sorted(samples.iterdir())
    results = list(read([str(samples)], ReadSettings(language="en")))
    met = {result.place.partition("#")[0] for result in results}

    assert len(files) > 200
    assert met >= {str(f) for f in files if f.stat().st_size and f.suffix != ".jsonl"}
    for result in results:
        assert (result.article is not None) == (result.outcome in ("ok", "partial"))
        assert result.article is not None or result.issues
        assert not any(issue.code.endswith(":crash") for issue in result.issues)
        if result.article is not None:
            assert result.article.text.encode()
