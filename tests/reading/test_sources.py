"""Files, folders, globs, standard input and addresses."""

import gzip
import io
import sys
from types import SimpleNamespace

from ouidire.reading import ReadSettings, read

EN = ReadSettings(language="en")


def test_a_folder_is_read_in_sorted_order_and_says_what_it_skips(tmp_path):
    """Recursive, hidden files left alone, unknown kinds recorded at the level of information."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("The ferry left.")
    (tmp_path / "a.md").write_text("# Ferry\nThe ferry stayed.")
    (tmp_path / "c.css").write_text("p {}")
    (tmp_path / ".hidden.txt").write_text("not read")

    results = list(read([str(tmp_path)], EN))

    assert [(r.place.rpartition("/")[2], r.outcome.value) for r in results] == [
        ("a.md", "ok"),
        ("c.css", "refused"),
        ("2.txt", "ok"),
    ]
    assert [i.level.value for i in results[1].issues] == ["info"]


def test_files_about_their_folder_are_passed_over_unless_named(tmp_path):
    """README, LICENSE and world files are no articles; naming one has it read, and pages are never meant."""
    for name in ("README.md", "LICENCE", "readme.fr.md", "world.toml", "notice.html", "a.txt"):
        (tmp_path / name).write_text("The ferry stayed in port on Monday, the owner said.")

    found = {r.place.rpartition("/")[2]: r.issues for r in read([str(tmp_path)], EN)}
    skipped = {name for name, issues in found.items() if any(i.code == "type:skipped" for i in issues)}
    (named,) = read([str(tmp_path / "README.md")], EN)

    assert skipped == {"README.md", "LICENCE", "readme.fr.md", "world.toml"}
    assert "--world" in found["world.toml"][0].message
    assert named.article is not None


def test_globs_expand_in_order_and_each_file_is_read_once(tmp_path):
    """The same file named twice is one document."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"Ferry {name} stayed.")

    results = list(read([str(tmp_path / "*.txt"), str(tmp_path / "a.txt")], EN))

    assert [r.place.rpartition("/")[2] for r in results] == ["a.txt", "b.txt"]


def test_what_cannot_be_read_is_said(tmp_path):
    """An address, a missing file, a glob without matches, an empty folder."""
    (tmp_path / "none").mkdir()
    sources = [
        "https://skerry.example/a",
        str(tmp_path / "x.txt"),
        str(tmp_path / "*.html"),
        str(tmp_path / "none"),
        "",
    ]

    results = list(read(sources, EN))

    codes = [r.issues[0].code for r in results]
    assert codes == ["fetch:disabled", "path:missing", "path:missing", "path:empty", "path:invalid"]
    assert "fetching is not enabled; save the page and add the file" in results[0].issues[0].message
    assert {r.outcome.value for r in results} == {"refused"}


def test_standard_input_is_sniffed(monkeypatch):
    """Text, JSON lines and gzip are told apart by their bytes."""

    def through(body):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(body))))
        return list(read(["-"], EN))

    (text,) = through(b"The ferry stayed in port.")
    two = through(b'{"text": "The ferry stayed."}\n{"text": "The ferry left."}\n')
    (packed,) = through(gzip.compress(b"The ferry stayed in port."))

    assert text.article.ref == "-"
    assert [r.place for r in two] == ["-#1", "-#2"]
    assert packed.article.id == text.article.id


def test_foreign_formats_are_refused_by_their_bytes(tmp_path):
    """A PDF that is called a text is still a PDF."""
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 ...")

    (result,) = read([str(tmp_path / "a.txt")], EN)

    assert (result.outcome, result.issues[0].code) == ("refused", "type:unsupported")


def test_a_file_without_suffix_is_sniffed_when_named(tmp_path, page):
    """The user asked for it, so its bytes decide."""
    (tmp_path / "saved").write_text(page())

    (result,) = read([str(tmp_path / "saved")], EN)

    assert result.article.title == "Storm shuts Velmont"


def test_oversized_files_are_refused(tmp_path, monkeypatch):
    """The limit is a refusal with its name."""
    monkeypatch.setattr("ouidire.reading.documents.INPUT_BYTES", 100)
    (tmp_path / "a.txt").write_text("x" * 101)

    (result,) = read([str(tmp_path / "a.txt")], EN)

    assert (result.outcome, result.issues[0].code) == ("refused", "limit:size")


def test_a_gzip_bomb_is_stopped(tmp_path):
    """Ratio, not patience: 60 MB of zeros in 60 KB never come out whole."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"\0" * 60_000_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "The ferry."}\n' + b" " * 60_000_000))

    results = list(read([str(tmp_path)], EN))

    assert results[0].issues[0].code == "limit:ratio"
    assert results[1].article is not None
    assert results[2].issues[0].code == "limit:ratio"


def test_gzip_inside_gzip_is_refused(tmp_path):
    """One layer is transport, two are a trick."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(gzip.compress(b"The ferry.")))

    (result,) = read([str(tmp_path / "a.txt.gz")], EN)

    assert result.issues[0].code == "limit:layers"


def test_gzip_members_and_damage(tmp_path):
    """All members are read; a truncated or damaged stream gives what came before, as partial."""
    whole = gzip.compress(b"The ferry stayed. ") + gzip.compress(b"The barge left.")
    (tmp_path / "a.txt.gz").write_bytes(whole)
    (tmp_path / "b.txt.gz").write_bytes(whole[:-6])
    (tmp_path / "c.txt.gz").write_bytes(whole + b"garbage")

    a, b, c = read([str(tmp_path)], EN)

    assert a.article.text == "The ferry stayed. The barge left."
    assert (a.outcome, b.outcome, c.outcome) == ("ok", "partial", "partial")
    assert b.issues[-1].code == c.issues[-1].code == "gzip:damaged"
