"""The commands on the sample story; every JSON output fits its published schema."""

import csv
import json
from pathlib import Path

import pytest

from tests.presentation.test_schema import closed


def test_claims(of_story):
    """The list fits the schema; filters narrow it."""
    every = of_story("claims", "-f", "json").json
    closed("claims").validate(every)

    some = of_story("claims", "-f", "jsonl", "--label", "HEDGED_REPORTED").lines
    assert some
    assert {claim["label"] for claim in some} == {"HEDGED_REPORTED"}
    assert len(some) < len(every)


def test_the_text_list_leaves_out_plain_speech_events(of_story):
    """Claims that only say who spoke are shown on request."""
    some = of_story("claims")
    every = of_story("claims", "--all")

    assert len(some.out.splitlines()) < len(every.out.splitlines())
    assert "--all shows them" in some.err


def test_show_and_why(of_story):
    """A claim from the list can be shown and explained by a short id."""
    claim = of_story("claims", "-f", "json").json[0]
    shown = of_story("show", claim["id"][:14])
    reasons = of_story("why", claim["id"][:14], "-f", "json").json

    assert claim["id"] in shown.out
    closed("why").validate(reasons)
    assert {"label", "origins", "status"} <= {reason["of"] for reason in reasons}
    closed("claim").validate(of_story("show", claim["id"], "-f", "json").json[0])
    assert "label" in of_story("why", claim["assertions"][0]["id"]).out


def test_drift(of_story, story_articles):
    """Drifts fit the schema; of one article, by URL or by path, only its own are shown."""
    every = of_story("drift", "-f", "json").json
    closed("drifts").validate(every)
    one = of_story("drift", "https://courrier-velmar.example/ingenieurs-norrandais", "-f", "json").json

    assert one
    assert all(drift in every for drift in one)
    (path,) = (path for path in story_articles if "03-" in path)
    assert of_story("drift", path, "-f", "json").json == one
    assert of_story("drift", Path(path).parent / "." / Path(path).name, "-f", "json").json == one


def test_sources(of_story):
    """Who is cited fits the schema; counts hold together, and a name narrows the list."""
    every = of_story("sources", "-f", "json").json
    closed("sources").validate(every)
    some = of_story("sources", "HYDRORLE", "-f", "json").json

    assert some
    assert all(one in every for one in some)
    for one in every:
        assert one["said"] + one["relayed"] > 0
        assert max(one["echoed"], one["confirmed"] + one["denied"] + one["retracted"]) <= one["said"]
        assert one["outlets"]
    assert "cited by" in of_story("sources").out


def test_export(of_story, run, story_articles, tmp_path):
    """Lines fit the schema; rows are the assertions of claims; another order gives the same bytes."""
    of_story("export", "all.jsonl")
    of_story("export", "all.csv", "--to", "csv")
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in lines:
        closed("export").validate(line)
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    inside = {one["id"] for line in lines if line["record"] == "claim" for one in line["assertions"]}

    assert {line["record"] for line in lines} == {"claim", "assertion", "link"}
    assert {row["assertion"] for row in rows} == inside

    run("add", *story_articles[2:0:-1])
    run("export", "one.csv", "--to", "CSV")
    run("add", *story_articles[1:3], "--ledger", "other.db")
    run("export", "two.csv", "--to", "csv", "--ledger", "other.db")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert run("export", "x.csv", "--to", "stix").status == 2


@pytest.mark.parametrize("suffix", ["html", "md", "json"])
def test_dossier(of_story, tmp_path, suffix):
    """A dossier is written in each format."""
    said = of_story("dossier", "barrage", "-o", f"story.{suffix}")
    written = (tmp_path / f"story.{suffix}").read_text(encoding="utf-8")

    assert f"story.{suffix}" in said.out
    assert "barrage" in written
    if suffix == "json":
        closed("dossier").validate(json.loads(written))


def test_verify(of_story):
    """All holds."""
    ran = of_story("verify")

    assert (ran.status, ran.out) == (0, "all holds\n")


def test_extract_gives_the_ids_of_the_ledger(run, story_ledger, story_articles):
    """The same reading, with or without a ledger, and every line fits the schema."""
    lines = run("extract", *story_articles[:3]).lines
    kept = {item.article.id: {one.id for one in item.assertions} for item in story_ledger.extractions()}

    for line in lines:
        closed("extraction").validate(line)
        assert {one["id"] for one in line["assertions"]} == kept[line["article"]["id"]]
        text = line["article"]["text"]
        assert all(text[one["start"] : one["end"]] == one["quote"] for one in line["assertions"])


def test_add_then_add_again(run, story_articles):
    """The second time everything is there already."""
    assert run("add", *story_articles[:2]).out.startswith("2 ok; ")
    assert run("add", *story_articles[:2]).out.startswith("2 there already; ")


def test_what_cannot_be_read_is_said_and_the_rest_is_read(run, story_articles):
    """The exit status is 1, and the good article is there."""
    ran = run("extract", story_articles[0], "absent.txt")

    assert ran.status == 1
    assert len(ran.lines) == 1
    assert "absent.txt" in ran.err


def test_a_folder_is_read_without_the_files_about_it(run, story_articles, tmp_path):
    """Its README and its world file are passed over with a note, and the status is 0."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in (story_articles[0], "README.md", "world.toml"):
        (folder / Path(name).name).write_bytes(
            (Path(story_articles[0]).parent / Path(name).name).read_bytes()
        )
    ran = run("add", folder)

    assert ran.status == 0
    assert ran.out.startswith("1 ok, 2 passed over; ")
    assert [line.rpartition(" @ ")[2] for line in ran.err.splitlines()] == [
        str(folder / "README.md"),
        str(folder / "world.toml"),
    ]


def test_text_of_an_article_without_title_or_place(run):
    """The head line says where it came from and how much was found."""
    ran = run("extract", "-", "-f", "text", "--language", "fr", given="Le pont est fermé, selon la mairie.")

    assert ran.out.splitlines()[0] == "standard input (fr, 1 assertion)"


def test_standard_input(run):
    """A text is read from standard input with what the options say of it."""
    words = ["--language", "fr", "--outlet", "Le Large", "--published-at", "2026-03-12"]
    (line,) = run("extract", "-", *words, given="Le pont est fermé, selon la mairie.").lines

    assert line["article"]["outlet"] == "Le Large"
    assert line["article"]["published_at"] == "2026-03-12T00:00:00Z"
    assert line["article"]["title"] is None


def test_relate_in_batches(run):
    """A line that is no pair is said with its number; the rest is compared."""
    pair = {
        "id": "7",
        "a": {"text": "Le pont a été détruit.", "language": "fr"},
        "b": {"text": "Le pont n'a pas été détruit.", "language": "fr"},
    }
    ran = run("relate", "-", given=json.dumps(pair) + "\nnothing\n")

    (line,) = ran.lines
    closed("relate").validate(line)
    assert line["id"] == "7"
    assert "-#2" in ran.err
    assert ran.status == 1


def test_a_world_is_put_in_force(run, story_articles, tmp_path):
    """After loading, the dossier names it."""
    (tmp_path / "w.toml").write_text('wires = ["Boréale"]\n', encoding="utf-8")
    run("add", story_articles[0])

    assert "in force" in run("world", "load", "w.toml").out
    assert "claims" in run("rebuild").out
    assert "w.toml" in run("dossier").out


def test_the_demonstration(run, tmp_path):
    """It prints the dossier, writes the page, and says where."""
    ran = run("demo")

    assert ran.status == 0
    assert str(tmp_path / "out" / "dossier.html") in ran.out.replace("\n", "")
    assert (tmp_path / "out" / "dossier.html").stat().st_size > 10_000


def test_languages_and_doctor(run, of_story, monkeypatch):
    """Packs are listed; versions are said, a ledger is looked at, and what is missing comes with a next step."""
    assert [pack["code"] for pack in run("languages", "-f", "json").json][:2] == ["en", "fr"]
    rows = {row["name"]: row for row in of_story("doctor", "-f", "json").json}

    assert {row["level"] for row in rows.values()} <= {"ok", "warn"}
    assert {"python", "sqlite", "spacy", "language fr", "ouidire"} <= set(rows)
    assert "3.8" in rows["language fr"]["says"]
    (ledger,) = (row for name, row in rows.items() if name.startswith("ledger "))
    assert ledger["says"] == "14 articles"

    monkeypatch.setattr("ouidire.engine.inspection._version", lambda _name: "")
    ran = run("doctor")
    assert ran.status == 1
    assert "fail lxml: not installed; try: pip install lxml\n" in ran.out
