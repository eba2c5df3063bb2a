"""``ouidire versions``: text, JSON and its schema."""

import jsonschema

PAGE = (
    "---\noutlet: The Quay\nurl: https://quay.example/dam\nlanguage: en\npublished_at: {}\n---\n# Dam\n\n{}\n"
)


def test_versions(run, tmp_path):
    """Both forms tell of a number changed in silence."""
    (tmp_path / "a.md").write_text(PAGE.format("2031-05-04", "In Ilsen 40 people were arrested."), "utf-8")
    (tmp_path / "b.md").write_text(PAGE.format("2031-05-05", "In Ilsen 60 people were arrested."), "utf-8")
    run("add", "a.md", "b.md")
    said = run("versions", "https://quay.example/dam").out
    found = run("versions", "-f", "json").json
    jsonschema.validate(found, run("schema", "versions").json)

    assert "altered, in silence (number_altered)" in said
    assert "« In Ilsen 40 people were arrested »" in said
    assert found[0]["revisions"][0]["now"] == "In Ilsen 60 people were arrested"
    assert [d["dimension"] for d in found[0]["revisions"][0]["drifts"]] == ["number_altered"]


def test_one_version(run, tmp_path):
    """Nothing to compare is no error."""
    (tmp_path / "a.md").write_text(PAGE.format("2031-05-04", "In Ilsen 40 people were arrested."), "utf-8")
    run("add", "a.md")

    assert "one version" in run("versions").out
