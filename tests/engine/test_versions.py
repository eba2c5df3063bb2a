"""Two captures of one page, from the files to what is shown."""

import pytest

from ouidire.engine import open_ledger
from ouidire.errors import UnknownId
from ouidire.reading import ReadSettings

URL = "https://quay.example/dam"
FIRST = "The mayor said the dam in Ilsen was safe. At least 40 people were evacuated from Ilsen on 4 May."
SECOND = "At least 60 people were evacuated from Ilsen on 4 May."


def add(ledger, folder, name, text, *, day, outlet="The Quay", url=URL):
    """Add a version from a file."""
    path = folder / name
    head = f"---\noutlet: {outlet}\nurl: {url}\nlanguage: en\npublished_at: {day}\n---\n# Dam in Ilsen\n\n"
    path.write_text(f"{head}{text}\n", encoding="utf-8")
    ledger.add(str(path), settings=ReadSettings())


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A ledger with two versions of one page and one of another."""
    folder = tmp_path_factory.mktemp("pages")
    with open_ledger(folder / "pages.db") as ledger:
        add(ledger, folder, "one.md", FIRST, day="2031-05-04")
        add(ledger, folder, "two.md", SECOND, day="2031-05-05")
        add(
            ledger,
            folder,
            "other.md",
            FIRST,
            day="2031-05-05",
            outlet="Radio Gull",
            url="https://gull.example/d",
        )
        yield ledger


def test_what_changed_is_told_with_both_wordings(pages):
    """A number altered and a statement gone, both in silence."""
    (found,) = pages.versions(URL)
    kinds = {r.kind.value: r for r in found.revisions}

    assert found.ordered_by == "published"
    assert (found.before.published_at[:10], found.after.published_at[:10]) == ("2031-05-04", "2031-05-05")
    assert "At least 40 people" in kinds["altered"].was
    assert "At least 60 people" in kinds["altered"].now
    assert "dam in Ilsen was safe" in kinds["removed"].was
    assert all(r.silent for r in found.revisions)


def test_any_way_to_name_the_page(pages):
    """By URL written otherwise, by file, by id; all pages where none is named."""
    (found,) = pages.versions()

    assert pages.versions("http://www.quay.example/dam/#top") == (found,)
    assert pages.versions(found.after.article) == (found,)
    assert pages.versions("https://gull.example/d") == ()
    with pytest.raises(UnknownId):
        pages.versions("https://nowhere.example/x")


def test_what_is_gone_is_marked_in_its_claim(pages):
    """The statement keeps its support; the other outlet's telling of it stands."""
    claim = next(c for c in pages.claims("safe") if c.family != "speech")
    states = {o.article: o.version.value for o in claim.assertions}
    (found,) = pages.versions(URL)

    assert states[found.before.article] == "removed"
    assert sorted(states.values()) == ["current", "removed"]


def test_drift_knows_the_altered_number(pages):
    """What changed between versions is drift too, each once."""
    (found,) = pages.versions(URL)
    ends = {(d.from_, d.to, d.dimension) for r in found.revisions for d in r.drifts}
    shown = [(x.drift.from_, x.drift.to, x.drift.dimension) for x in pages.drifts()]

    assert ends
    assert ends <= set(shown)
    assert len(shown) == len(set(shown))


def test_order_of_reading_leaves_no_trace(pages, tmp_path):
    """Read the newer version first, and the export is the same but for places of files."""
    with open_ledger(tmp_path / "turned.db") as other:
        for name in ("other.md", "two.md", "one.md"):
            other.add(str(pages._store.path.parent / name))

        assert other.export() == pages.export()
